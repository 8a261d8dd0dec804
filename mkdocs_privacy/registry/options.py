"""What mkdocs.yml says under `findings:`: which rules matter less here, more, or not at all."""

from __future__ import annotations

from pydantic import Field

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.model import NonEmpty, Record


class FindingOptions(Record):
    """Which rules do not matter here, or matter more or less, each by its id or its slug. A rule
    about what cannot be used is always an error."""

    ignore: tuple[NonEmpty, ...] = ()
    """Rules of which no finding is shown: `[unverified-facts]`."""
    severity: dict[NonEmpty, Severity] = Field(default_factory=dict)
    """How much the findings of single rules matter: `{authority-of-land: info}`."""
