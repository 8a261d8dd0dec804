"""What other programs read: feeds, the list of versions, the contract of requests, an e-mail."""

from mkdocs_privacy.exports.addresses import CenterAddresses, find_addresses
from mkdocs_privacy.exports.atom import render_atom
from mkdocs_privacy.exports.export import Content, Export, Sources, find_exports
from mkdocs_privacy.exports.headers import render_headers
from mkdocs_privacy.exports.json_feed import render_json_feed
from mkdocs_privacy.exports.redirects import render_redirects
from mkdocs_privacy.exports.registry import EXPORTS
from mkdocs_privacy.exports.rich_text import plain_text
from mkdocs_privacy.exports.versions_json import render_versions

__all__ = [
    "EXPORTS",
    "CenterAddresses",
    "Content",
    "Export",
    "Sources",
    "find_addresses",
    "find_exports",
    "plain_text",
    "render_atom",
    "render_headers",
    "render_json_feed",
    "render_redirects",
    "render_versions",
]
