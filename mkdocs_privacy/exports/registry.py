"""Every export, in one list."""

from __future__ import annotations

from mkdocs_privacy.exports.atom import CHANGES_ATOM, PROCESSORS_ATOM
from mkdocs_privacy.exports.consent_mode import CONSENT_MODE
from mkdocs_privacy.exports.cookie_list import COOKIES_JSON
from mkdocs_privacy.exports.cookieconsent import COOKIECONSENT
from mkdocs_privacy.exports.cookies_csv import COOKIES_CSV
from mkdocs_privacy.exports.current_json import CURRENT_JSON
from mkdocs_privacy.exports.device_storage import DEVICE_STORAGE
from mkdocs_privacy.exports.json_feed import CHANGES_JSON
from mkdocs_privacy.exports.klaro import KLARO_JSON, KLARO_SCRIPT
from mkdocs_privacy.exports.material_consent import MATERIAL_CONSENT
from mkdocs_privacy.exports.pictures import PICTURES
from mkdocs_privacy.exports.request_contract import REQUEST_OPENAPI, REQUEST_SCHEMA
from mkdocs_privacy.exports.tarteaucitron import TARTEAUCITRON
from mkdocs_privacy.exports.versions_json import VERSIONS_JSON
from mkdocs_privacy.exports.whereabouts_csv import WHEREABOUTS_CSV

EXPORTS = (
    CHANGES_ATOM,
    CHANGES_JSON,
    PROCESSORS_ATOM,
    VERSIONS_JSON,
    CURRENT_JSON,
    REQUEST_SCHEMA,
    REQUEST_OPENAPI,
    KLARO_JSON,
    KLARO_SCRIPT,
    COOKIECONSENT,
    TARTEAUCITRON,
    MATERIAL_CONSENT,
    CONSENT_MODE,
    COOKIES_JSON,
    DEVICE_STORAGE,
    COOKIES_CSV,
    WHEREABOUTS_CSV,
    *PICTURES,
)
"""Every file that is published beside the pages; feed readers see those of them that are feeds."""
