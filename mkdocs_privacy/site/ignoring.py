"""What a site says of single findings: comments that ignore them, and a baseline of old ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mkdocs_privacy.characters import with_line_feeds
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, in_order_of_place
from mkdocs_privacy.findings.rules.characters import HIDDEN_IN_TEXT
from mkdocs_privacy.findings.rules.commas import DOUBTFUL_COMMA
from mkdocs_privacy.findings.rules.data import LEFT_TO_DECIDE
from mkdocs_privacy.findings.rules.sections import BROKEN_LINK
from mkdocs_privacy.findings.rules.words import UNTRANSLATED_FACTS
from mkdocs_privacy.lint import LINT_RULES, form_promised_but_none
from mkdocs_privacy.registry import (
    Baseline,
    Quiet,
    ReadIgnores,
    Settled,
    find_unused,
    read_baseline,
    read_ignores,
    settle,
)
from mkdocs_privacy.site.settings import SiteSettings

_ABOUT_DATA = frozenset(
    {HIDDEN_IN_TEXT, DOUBTFUL_COMMA, UNTRANSLATED_FACTS, *(one.rule for one in LINT_RULES)}
) - {form_promised_but_none.rule}  # without mkdocs.yml nobody looks for it
"""Rules of which everything is found as soon as the data is read: of others nobody knows yet."""
_FOUND_BY_CHECK = frozenset({LEFT_TO_DECIDE, BROKEN_LINK})
_MARKER = "---\n"


class SiteFindings:
    """Findings as a site wants them."""

    def __init__(self, settings: SiteSettings, data_files: Iterable[Path]) -> None:
        self._settings = settings
        self._read = ReadIgnores()
        for file in self._files(data_files):
            read = _read_file(settings.base / file, file)
            ignores = (*self._read.ignores, *read.ignores)
            self._read = ReadIgnores(ignores, (*self._read.findings, *read.findings))
        self.baseline = self._baseline()

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong with the comments and the baseline themselves."""
        return (*self._read.findings, *self.baseline.findings)

    def settle(self, findings: Iterable[Finding]) -> Settled:
        """The findings that are shown, and those that are not."""
        options = self._settings.options.findings
        return settle(findings, options, self._read.ignores, self.baseline.entries)

    def settle_all(self, found: Sequence[Finding], *, is_whole: bool) -> Settled:
        """The same with comments that ignore nothing, where everything about the data was found."""
        used = (one.ignore for one in self.settle(found).quiet if one.ignore)
        ignores = self._read.ignores if is_whole else ()
        unused = find_unused(ignores, used, _ABOUT_DATA, found)
        return self.settle(in_order_of_place((*found, *unused)))

    def find_unused_late(
        self, quiet: Iterable[Quiet], found: Iterable[Finding]
    ) -> Iterator[Finding]:
        """Comments that ignore nothing, also of what only `check` knows before a build."""
        used = (one.ignore for one in quiet if one.ignore)
        late = [one for one in self._read.ignores if not one.rules <= _ABOUT_DATA]
        return find_unused(late, used, _ABOUT_DATA | _FOUND_BY_CHECK, found)

    def _files(self, data_files: Iterable[Path]) -> Iterator[str]:
        """mkdocs.yml, what it inherits from, and the data, as findings name them."""
        yield from dict.fromkeys(place.file for place in self._settings.places.values())
        yield from map(self._settings.shown, data_files)

    def _baseline(self) -> Baseline:
        name = self._settings.options.findings.baseline
        if name is None:
            return Baseline()
        file = self._settings.folder / name
        return read_baseline(file, self._settings.shown(file))


def _read_file(path: Path, shown: str) -> ReadIgnores:
    try:
        text = with_line_feeds(read_file(path).decode("utf-8-sig"))
    except (UnreadableFile, UnicodeDecodeError, ValueError):  # which is told elsewhere
        return ReadIgnores()
    if path.suffix != ".md":
        return read_ignores(text, shown)
    front_matter, _, _ = text.removeprefix(_MARKER).partition(f"\n{_MARKER}")
    return read_ignores(front_matter, shown, first_line=2, is_about_file=True)
