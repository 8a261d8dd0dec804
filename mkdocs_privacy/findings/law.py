"""From a reference such as `GDPR 13(2)(a)` to the article in words, and its text in a language.

EUR-Lex gives an act an address for each language (the European Legislation Identifier), and marks
its articles there as `art_13` and its recitals as `rct_47`. Points have no mark of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

LAW_LANGUAGES: Mapping[str, str] = {"nl": "nld", "fr": "fra", "en": "eng"}
"""The languages in which the text of a law is given, and what EUR-Lex calls them."""

_EUR_LEX = "https://eur-lex.europa.eu/eli"
_REFERENCE = re.compile(
    r"(?P<law>.+?) (?P<recital>recital )?(?P<article>\d+[a-z]?)(?P<rest>(?:\(\w+\))*)"
)


@dataclass(frozen=True, slots=True)
class _Act:
    """A law that rules refer to."""

    names: Mapping[str, str]
    """What it is called, by language; the English name where a language has none."""
    address: str = ""
    """Its text: `{language}` is the language as EUR-Lex calls it; empty where none is known."""
    has_marks: bool = False
    """Whether its text marks each article."""


_ACTS: Mapping[str, _Act] = {
    "GDPR": _Act(
        {"nl": "AVG", "fr": "RGPD", "en": "GDPR"},
        f"{_EUR_LEX}/reg/2016/679/oj/{{language}}",
        has_marks=True,
    ),
    # as it was amended in 2009: article 5(3) is not that of 2002
    "ePrivacy": _Act(
        {
            "nl": "e-Privacyrichtlijn",
            "fr": "directive vie privée et communications électroniques",
            "en": "ePrivacy Directive",
        },
        f"{_EUR_LEX}/dir/2002/58/2009-12-19/{{language}}",
    ),
    "AI Act": _Act(
        {"nl": "AI-verordening", "fr": "règlement sur l’IA", "en": "AI Act"},
        f"{_EUR_LEX}/reg/2024/1689/oj/{{language}}",
        has_marks=True,
    ),
    "DSA": _Act(
        {"nl": "digitaledienstenverordening", "fr": "règlement sur les services numériques"}
        | {"en": "Digital Services Act"},
        f"{_EUR_LEX}/reg/2022/2065/oj/{{language}}",
        has_marks=True,
    ),
    # as Directive (EU) 2023/2673 amended it: article 11a applies since 19 June 2026
    "Consumer Rights": _Act(
        {"nl": "Richtlijn 2011/83/EU", "fr": "directive 2011/83/UE", "en": "Directive 2011/83/EU"},
        f"{_EUR_LEX}/dir/2011/83/2026-06-19/{{language}}",
    ),
    "BDSG": _Act({"en": "Federal Data Protection Act (Germany, BDSG)"}),
    "Act 78-17": _Act({"fr": "loi 78-17 du 6 janvier 1978"} | {"en": "Act 78-17 (France)"}),
}
"""Every law by what a reference calls it; a new one is a row here."""


class UnknownLaw(ValueError):
    """A reference that names no known law or no article; says what one looks like."""


class _Reference(NamedTuple):
    act: _Act
    is_recital: bool
    article: str
    parts: tuple[str, ...]


def check_reference(reference: str) -> str:
    """The reference, if it names a known law and an article; raises UnknownLaw."""
    _read(reference)
    return reference


def article_in_words(reference: str, language: str = "en") -> str:
    """`AVG, artikel 13, lid 2, punt a)`: a reference as readers of a language write it."""
    act, is_recital, article, parts = _read(reference)
    name = act.names.get(language, act.names["en"])
    if language == "en":
        kind = "recital" if is_recital else "article"
        return f"{name} {kind} {article}{''.join(f'({part})' for part in parts)}"
    kinds = {"nl": ("artikel", "overweging"), "fr": ("article", "considérant")}[language]
    paragraph, point = {"nl": ("lid", "punt"), "fr": ("paragraphe", "point")}[language]
    deeper = (f"{paragraph} {part}" if part.isdigit() else f"{point} {part})" for part in parts)
    return ", ".join((name, f"{kinds[is_recital]} {article}", *deeper))


def law_text(reference: str, language: str = "en") -> str | None:
    """The address of the text in a language, at the article; nothing where none is known."""
    act, is_recital, article, _ = _read(reference)
    if not act.address:
        return None
    mark = f"#{'rct' if is_recital else 'art'}_{article}" if act.has_marks else ""
    return act.address.format(language=LAW_LANGUAGES[language]) + mark


def _read(reference: str) -> _Reference:
    found = _REFERENCE.fullmatch(reference)
    if found is None or found["law"] not in _ACTS:
        known = ", ".join(_ACTS)
        raise UnknownLaw(f"‘{reference}’ is no article such as `GDPR 13(2)(a)`, of {known}")
    parts = tuple(re.findall(r"\((\w+)\)", found["rest"]))
    return _Reference(_ACTS[found["law"]], bool(found["recital"]), found["article"], parts)
