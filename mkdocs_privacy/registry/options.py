"""What mkdocs.yml says under `findings:`: which rules matter less here, more, or not at all."""

from __future__ import annotations

from pydantic import Field

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.model import NonEmpty, Record


class FindingOptions(Record):
    """Which rules do not matter here, or matter more or less, each by its id, its slug, or the
    beginning of its id: `RT001`, `retention-without-end`, `RT`. The longest name counts. A rule
    about what cannot be used is always an error."""

    select: tuple[NonEmpty, ...] = ()
    """The only rules of which findings are shown: `[RT, CK]`; all where nothing is said."""
    ignore: tuple[NonEmpty, ...] = ()
    """Rules of which no finding is shown: `[unverified-facts]`."""
    severity: dict[NonEmpty, Severity] = Field(default_factory=dict)
    """How much the findings of single rules matter: `{authority-of-land: info}`."""
    baseline: NonEmpty | None = None
    """A file of old findings that are not shown, relative to mkdocs.yml: `privacy-baseline.json`.
    `mkdocs-privacy check --baseline FILE --write-baseline` writes it."""
