"""What other programs read: feeds, the list of versions, a notice by e-mail."""

from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.atom import render_atom
from mkdocs_privacy.exports.headers import render_headers
from mkdocs_privacy.exports.json_feed import render_json_feed
from mkdocs_privacy.exports.notice import compose_notice
from mkdocs_privacy.exports.versions_json import render_versions

__all__ = [
    "CenterAddresses",
    "compose_notice",
    "render_atom",
    "render_headers",
    "render_json_feed",
    "render_versions",
]
