"""A rule: what a finding is an instance of, with the words that explain it to a site owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import cleandoc

from mkdocs_privacy.findings.law import check_reference


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """What it is about cannot be used, or must not be published."""
    WARNING = "warning"
    """It can be used, but something should be mended; it stops `--strict`."""
    INFO = "info"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule refuses, and the same as the rule wants it."""

    wrong: Mapping[str, str]
    """What stands in which file below the data folder; `LINES` are lines of data among others.
    `IN_A_TERMINAL` are commands, where it is about what somebody does."""
    right: Mapping[str, str]
    languages: tuple[str, ...] = ("en",)
    """The languages of the site that this is an example of."""


LINES = ""
"""In place of the name of a file: lines that may stand in any `.yml` file of the data."""

IN_A_TERMINAL = "in a terminal"
"""In place of the name of a file: what is typed beside `mkdocs.yml`."""


def lines(wrong: str, right: str, languages: tuple[str, ...] = ("en",)) -> Example:
    """An example of a few lines of data."""
    return in_file(LINES, wrong, right, languages)


def in_file(name: str, wrong: str, right: str, languages: tuple[str, ...] = ("en",)) -> Example:
    """An example that is the whole of one file."""
    return Example({name: f"{cleandoc(wrong)}\n"}, {name: f"{cleandoc(right)}\n"}, languages)


@dataclass(frozen=True, slots=True)
class Sound:
    """Something that looks like what a rule refuses, and is not: the rule says nothing of it."""

    why: str
    """What is different about it, in a few words: `an event ends it`."""
    files: Mapping[str, str]
    """What stands in which file, as in an example."""
    languages: tuple[str, ...] = ("en",)
    """The languages of the site that this is an example of."""


def sound(why: str, written: str, languages: tuple[str, ...] = ("en",)) -> Sound:
    """A few lines of data of which a rule says nothing, and why."""
    return Sound(why, {LINES: f"{cleandoc(written)}\n"}, languages)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Something that a site owner must or should heed; every finding has one."""

    id: str
    """Two letters for the subject and three digits, `DA012`; it is never given to another rule."""
    slug: str
    """The name in words, which findings show: `unknown-key`."""
    severity: Severity
    explanation: str = field(repr=False)
    """One paragraph in Markdown: what is found, why it matters, what to do."""
    example: Example = field(repr=False)
    is_essential: bool = False
    """Whether what breaks it cannot be used: then nobody can ignore or lower it."""
    basis: tuple[str, ...] = ()
    """The articles that ask for it: `("GDPR 13(2)(a)",)`."""
    silent_on: tuple[Sound, ...] = field(default=(), repr=False)
    """What the rule says nothing of, though somebody might expect it to."""

    def __post_init__(self) -> None:
        for reference in self.basis:
            check_reference(reference)
        object.__setattr__(self, "explanation", " ".join(self.explanation.split()))

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        sentence, stop, _ = self.explanation.partition(". ")
        return sentence + "." if stop else sentence

    def __str__(self) -> str:
        return self.slug


def essential(id: str, slug: str, explanation: str, example: Example) -> Rule:
    """A rule about what cannot be used."""
    return Rule(id, slug, Severity.ERROR, explanation, example, is_essential=True)
