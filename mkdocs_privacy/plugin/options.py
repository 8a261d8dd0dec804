"""The options of the plugin as MkDocs sees them."""

from __future__ import annotations

from mkdocs.config.base import BaseConfigOption, Config

from mkdocs_privacy.site import CenterOptions


class OptionsAsWritten(Config):
    """The options by name, for MkDocs; `CenterOptions` says what they may be, to all alike."""


OptionsAsWritten._schema = tuple((name, BaseConfigOption()) for name in CenterOptions.model_fields)
