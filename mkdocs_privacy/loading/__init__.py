"""From a folder of YAML and Markdown to a `PrivacyCenter`, or to every finding that prevents it."""

from mkdocs_privacy.loading.data_folder import Loaded, data_files, load_center
from mkdocs_privacy.loading.explanation import explain
from mkdocs_privacy.loading.origins import Origin, Origins

__all__ = ["Loaded", "Origin", "Origins", "data_files", "explain", "load_center"]
