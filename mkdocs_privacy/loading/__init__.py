"""From a folder of YAML and Markdown to a `PrivacyCenter`, or to every finding that prevents it."""

from mkdocs_privacy.loading.catalogue_lock import LOCK, Locking, Taken, entry_text
from mkdocs_privacy.loading.data_folder import Loaded, data_files, load_center
from mkdocs_privacy.loading.explanation import explain
from mkdocs_privacy.loading.joining import is_on_consent
from mkdocs_privacy.loading.origins import Origin, Origins
from mkdocs_privacy.loading.own_catalogues import with_own

__all__ = [
    "LOCK",
    "Loaded",
    "Locking",
    "Origin",
    "Origins",
    "Taken",
    "data_files",
    "entry_text",
    "explain",
    "is_on_consent",
    "load_center",
    "with_own",
]
