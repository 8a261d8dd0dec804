"""What other programs read: feeds, the list of versions, the contract of requests, an e-mail."""

from mkdocs_privacy.exports.addresses import CenterAddresses, find_addresses
from mkdocs_privacy.exports.atom import CHANGES_ATOM, PROCESSORS_ATOM, render_atom
from mkdocs_privacy.exports.export import Export, Sources, render_exports
from mkdocs_privacy.exports.headers import render_headers
from mkdocs_privacy.exports.json_feed import CHANGES_JSON, render_json_feed
from mkdocs_privacy.exports.notice import compose_notice
from mkdocs_privacy.exports.request_contract import REQUEST_OPENAPI, REQUEST_SCHEMA
from mkdocs_privacy.exports.versions_json import VERSIONS_JSON, render_versions

EXPORTS = (
    CHANGES_ATOM,
    CHANGES_JSON,
    PROCESSORS_ATOM,
    VERSIONS_JSON,
    REQUEST_SCHEMA,
    REQUEST_OPENAPI,
)
"""Every file that is published beside the pages; feed readers see those of them that are feeds."""

__all__ = [
    "EXPORTS",
    "CenterAddresses",
    "Export",
    "Sources",
    "compose_notice",
    "find_addresses",
    "render_atom",
    "render_exports",
    "render_headers",
    "render_json_feed",
    "render_versions",
]
