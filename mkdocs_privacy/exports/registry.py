"""Every export, in one list."""

from __future__ import annotations

from mkdocs_privacy.exports.atom import CHANGES_ATOM, PROCESSORS_ATOM
from mkdocs_privacy.exports.json_feed import CHANGES_JSON
from mkdocs_privacy.exports.request_contract import REQUEST_OPENAPI, REQUEST_SCHEMA
from mkdocs_privacy.exports.versions_json import VERSIONS_JSON

EXPORTS = (
    CHANGES_ATOM,
    CHANGES_JSON,
    PROCESSORS_ATOM,
    VERSIONS_JSON,
    REQUEST_SCHEMA,
    REQUEST_OPENAPI,
)
"""Every file that is published beside the pages; feed readers see those of them that are feeds."""
