"""How a rule about wording is written: a table of patterns by language, and a function."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from inspect import cleandoc, getdoc
from typing import TypeAlias

from mkdocs_privacy.findings import (
    Example,
    Finding,
    Place,
    Rule,
    Severity,
    Sound,
    lines,
    sound,
)
from mkdocs_privacy.lint.passages import (
    WrittenText,
    language_of,
    passages_of,
    quoted,
    said_itself,
    sentences,
)
from mkdocs_privacy.lint.rule import Known, LintRule, Remark
from mkdocs_privacy.model import PrivacyCenter

_ENOUGH_TO_FIND = 4
EVERY_LANGUAGE = ""
"""In a table: patterns for texts in whatever language."""


@dataclass(frozen=True)
class Wording:
    """What a rule looks for in one sentence."""

    hints: tuple[str, ...]
    """Small letters of which one stands in every such sentence: looking for them costs little."""
    pattern: str
    unless: str = ""
    """What takes the edge off where it stands in the same sentence: a negation, a condition."""
    unless_in_text: str = ""
    """What does so wherever it stands in the text: a period beside a general sentence."""
    after: str = ""
    """What must stand in the sentence before, where the sentence refers to it: “these are …”."""

    def hinted(self, small_letters: str) -> bool:
        """Whether it is worth looking."""
        return any(hint in small_letters for hint in self.hints)

    def find(self, sentence: str, before: str, text: str) -> re.Match[str] | None:
        """What a sentence says of it, unless something takes the edge off."""
        found = next(said_itself(_compiled(self.pattern), sentence), None)
        if found is None or (self.after and not _compiled(self.after).search(before)):
            return None
        if self.unless and _compiled(self.unless).search(sentence):
            return None
        if self.unless_in_text and _compiled(self.unless_in_text).search(text):
            return None
        return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled once, and only where a hint stands: most patterns are never needed."""
    return re.compile(pattern, re.IGNORECASE)


Wordings: TypeAlias = Mapping[str, tuple[Wording, ...]]
"""The patterns of a rule by language."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in which something was found."""

    sentence: str
    found: re.Match[str]

    def __str__(self) -> str:
        """The words that were found, in quotes, no longer than a line."""
        return quoted(self.found.group())


Look: TypeAlias = Callable[[Said], str | None]
"""What there is to say of a sentence, if anything."""
Where: TypeAlias = Callable[[PrivacyCenter, Known, WrittenText, Said], bool]
"""Whether a sentence is wrong in a center: what it denies may be so there."""


@dataclass(frozen=True, slots=True)
class WordingRule(LintRule):
    """A rule that looks at one sentence at a time."""

    wordings: Wordings = field(default_factory=dict)
    say: Look = lambda _: None
    needs_data: bool = False
    """Whether only a center tells that a sentence is wrong."""

    def read(self, words: str, language: str) -> Iterator[tuple[Said, str]]:
        """What it finds in a text, and what it says of it."""
        for said in find_said(self.wordings, words, language):
            if message := self.say(said):
                yield said, message


def find_said(wordings: Wordings, words: str, language: str) -> Iterator[Said]:
    """The sentences of a text in which something is found."""
    small_letters = words.lower()
    rows = _in_language(wordings, language or language_of(small_letters))
    hinted = [wording for wording in rows if wording.hinted(small_letters)]
    if not hinted:
        return
    before = ""
    for sentence in sentences(words):
        tried = (wording.find(sentence, before, words) for wording in hinted)
        if found := next(filter(None, tried), None):
            yield Said(sentence, found)
        before = sentence


def wording_rule(
    id: str,
    slug: str,
    severity: Severity,
    example: Example,
    wordings: Wordings,
    *,
    basis: tuple[str, ...] = (),
    silent_on: tuple[Sound, ...] = (),
    where: Where | None = None,
    needs_data: bool = False,
) -> Callable[[Look], WordingRule]:
    """Make a rule about wording of a function, whose docstring is the explanation.

    It belongs to the package as soon as it stands in a module of this folder.
    """

    def make(say: Look) -> WordingRule:
        explanation = getdoc(say) or ""
        rule = Rule(id, slug, severity, explanation, example, basis=basis, silent_on=silent_on)

        def look(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
            for passage in worth_reading(center, wordings):
                for said, message in made.read(passage.words, passage.language):
                    if where is None or where(center, known, passage, said):
                        yield Remark(passage.path, message)

        made = WordingRule(rule, look, wordings, say, needs_data)
        return made

    return make


def in_words(wrong: str, right: str, data: str = "") -> Example:
    """An example of one sentence that is in the way, and of one that is not, in the same data."""
    return lines(_introduction(wrong) + cleandoc(data), _introduction(right) + cleandoc(data))


def harmless(why: str, words: str, data: str = "") -> Sound:
    """A sentence of which a rule says nothing, and why."""
    return sound(why, _introduction(words) + cleandoc(data))


def _introduction(words: str) -> str:
    return f"notice: {{introduction: {json.dumps(words, ensure_ascii=False)}}}\n"


def read_text(
    words: str, language: str, rules: tuple[LintRule, ...], place: Place
) -> Iterator[Finding]:
    """What rules about wording find in a text of which nothing else is known, line by line.

    A rule that needs to know the center says nothing of it, and none is more than a note: the
    text is of the past. `place` is that of its first line.
    """
    for lint_rule in rules:
        if isinstance(lint_rule, WordingRule) and not lint_rule.needs_data:
            for said, message in lint_rule.read(words, language):
                line = place.line + words.count("\n", 0, _begin(said, words))
                there = Place(place.file, line)
                yield Finding(lint_rule.rule, message, place=there, chosen_severity=Severity.INFO)


def _begin(said: Said, words: str) -> int:
    """Where in a text what was found begins, whatever stands between its words there."""
    begun = said.found.group().split()[:_ENOUGH_TO_FIND]
    there = re.search(r"[\s*_\[]+".join(map(re.escape, begun)), words)
    return there.start() if there else 0


def _in_language(wordings: Wordings, language: str) -> tuple[Wording, ...]:
    if language:
        return (*wordings.get(language, ()), *wordings.get(EVERY_LANGUAGE, ()))
    return tuple(wording for rows in wordings.values() for wording in rows)


def worth_reading(center: PrivacyCenter, wordings: Wordings) -> Iterator[WrittenText]:
    """The texts in which a hint stands. Most rules find none in a language, and read no text."""
    texts = _texts_of(passages_of(center))
    for language, (together, passages) in texts.items():
        rows = _in_language(wordings, language)
        hints = [hint for row in rows for hint in row.hints if hint in together]
        if hints:
            for small_letters, passage in passages:
                if any(hint in small_letters for hint in hints):
                    yield passage


_Texts: TypeAlias = Mapping[str, tuple[str, tuple[tuple[str, WrittenText], ...]]]


class _Last:
    """The texts that were sorted last: rules read the same ones, one after the other."""

    passages: tuple[WrittenText, ...] | None = None
    texts: _Texts


def forget_texts() -> None:
    """Let go of these texts: a build has no use for them once the rules are through."""
    _Last.passages, _Last.texts = None, {}


def _texts_of(passages: tuple[WrittenText, ...]) -> _Texts:
    """The texts by language, in small letters: all together, and each with its passage."""
    if _Last.passages is not passages:
        by_language: dict[str, list[tuple[str, WrittenText]]] = {}
        for passage in passages:
            if passage.is_text:
                small = passage.words.lower()
                by_language.setdefault(passage.language, []).append((small, passage))
        _Last.passages = passages
        _Last.texts = {
            language: ("\n".join(small for small, _ in texts), tuple(texts))
            for language, texts in by_language.items()
        }
    return _Last.texts
