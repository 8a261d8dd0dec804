"""Findings that are ignored where they are, by a comment: `# privacy: ignore RT001: why`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_privacy.findings import Finding, Fix, Place, Rule, Span
from mkdocs_privacy.findings.rules.ignoring import IGNORE_WITHOUT_REASON, UNUSED_IGNORE
from mkdocs_privacy.findings.rules.options import ESSENTIAL_RULE, UNKNOWN_RULE
from mkdocs_privacy.registry.rules import UnknownRule, rules_named
from mkdocs_privacy.yaml_comments import Comment, read_comments

MARK = "privacy:"
"""How a comment begins that is meant for us."""

_IGNORE = re.compile(
    rf"\s*{MARK}\s*ignore\b\s*(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)?\s*(?::(?P<reason>.*))?",
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that ignores the findings of some rules on one line, or in one whole file."""

    names: tuple[str, ...]
    rules: frozenset[Rule]
    reason: str
    place: Place
    """Where the comment stands."""
    about: int | None
    """The line that it is about; nothing where it is about the whole file."""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of those that it ignores."""
        place = finding.place
        return (
            place is not None
            and finding.rule in self.rules
            and place.file == self.place.file
            and self.about in (None, place.line)
        )


@dataclass(frozen=True, slots=True)
class ReadIgnores:
    """The comments of a file that ignore something, and what is wrong with others."""

    ignores: tuple[Ignore, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_ignores(
    text: str, file: str, *, first_line: int = 1, is_about_file: bool = False
) -> ReadIgnores:
    """The comments of a YAML text; those in front matter are about the whole file."""
    if MARK not in text:
        return ReadIgnores()
    ignores: list[Ignore] = []
    findings: list[Finding] = []
    for comment in read_comments(text):
        found = _IGNORE.fullmatch(comment.words)
        if found is None:
            continue
        place = _place(comment, file, first_line)
        names = tuple(re.findall(r"[\w-]+", found["rules"] or ""))
        reason = (found["reason"] or "").strip()
        if not names or not re.search(r"\w", reason):
            message = "this ignores nothing: write `# privacy: ignore RULE: reason`"
            findings.append(Finding(IGNORE_WITHOUT_REASON, message, place=place))
            continue
        rules, wrong = _rules(names, place)
        findings += wrong
        if rules:
            line = None if comment.about is None else comment.about + first_line - 1
            about = None if is_about_file else line or 0
            ignores.append(Ignore(names, rules, reason, place, about))
    return ReadIgnores(tuple(ignores), tuple(findings))


def find_unused(
    ignores: Iterable[Ignore],
    used: Iterable[Ignore],
    asked: frozenset[Rule],
    found: Iterable[Finding],
) -> Iterator[Finding]:
    """The comments that ignore nothing, though all their rules were `asked`.

    Where what a comment ignored is `found` elsewhere in its file, somebody may want to move it.
    """
    were_used = {*used}
    in_files = {(one.place.file, one.rule) for one in found if one.place}
    for ignore in ignores:
        if ignore not in were_used and ignore.rules <= asked:
            message = (
                f"nothing is reported here by ‘{', '.join(ignore.names)}’: remove this comment, "
                "or put it on the line that the finding names"
            )
            moved = any((ignore.place.file, rule) in in_files for rule in ignore.rules)
            fix = (
                None
                if moved
                else Fix("remove this comment", ignore.place, None, "", takes_line=True)
            )
            yield Finding(UNUSED_IGNORE, message, place=ignore.place, fix=fix)


def _place(comment: Comment, file: str, first_line: int) -> Place:
    width = len(comment.words.rstrip()) + 1
    return Place(file, comment.line + first_line - 1, Span(comment.column, width))


def _rules(names: Iterable[str], place: Place) -> tuple[frozenset[Rule], list[Finding]]:
    rules: set[Rule] = set()
    wrong = []
    for name in names:
        try:
            named = rules_named(name)
        except UnknownRule as unknown:
            wrong.append(Finding(UNKNOWN_RULE, str(unknown), place=place))
            continue
        changeable = {rule for rule in named if not rule.is_essential}
        if not changeable:
            message = f"‘{name}’ must stay an error: remove this comment and fix what it reports"
            wrong.append(Finding(ESSENTIAL_RULE, message, place=place))
        rules |= changeable
    return frozenset(rules), wrong
