"""UT: words of one language that stand on the pages of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.passages import language_of, passages_of, quoted
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import PrivacyCenter, base_language

_ORDERS = """
    activities:
      parcels:
        title: {nl: Pakjes, en: Parcels}
        audiences: [customers]
        purposes:
          - %s
        personal_data: [name]
        legal_basis: contract
        processors: []
        retention: {period: P1Y}
    """
_ONCE = lines(
    _ORDERS % "send you your parcel",
    _ORDERS % "{nl: u uw pakje te bezorgen, en: send you your parcel}",
    ("nl", "en"),
)
_NAME = sound(
    "a name is the same in every language",
    """
    processors:
      post: {name: The Parcel and Letter Company, category: delivery, role: independent_controller}
    """,
    ("nl", "en"),
)
_ONE_LANGUAGE = sound("the site has one language", _ORDERS % "send you your parcel")

_NAMES = {
    *("name", "legal_name", "parent_name", "register", "products"),
    *("address", "street", "city", "region"),
}
"""The fields with names, which nobody translates."""
_SHORT = {
    *("title", "label", "service", "what", "examples", "origin", "recipients"),
    *("law", "limitation", "recommendation", "reference", "measures", "copy_from", "proof"),
}
"""The fields in which a name, a sign or a word that many languages share may stand alone."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"\[.*\]")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")


@knowing_rule(
    "UT001",
    "written-once",
    Severity.WARNING,
    _ONCE,
    basis=("GDPR 12(1)",),
    silent_on=(_NAME, _ONE_LANGUAGE),
)
def written_once(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A text is written once, so the pages in every language print the same words, and it has words
    of one language. Other visitors cannot read it (GDPR article 12(1)), and screen readers
    pronounce it as their language. Write it in each language of the site. Of a title, a law and
    other short texts, only those are found that have words such as “the”, “van” or “des”.
    """
    if len({*map(base_language, known.languages)}) < 2:
        return
    in_each = ", ".join(f"{code}: …" for code in known.languages)
    for passage in passages_of(center):
        if passage.is_text and not passage.language and _has_language(passage.path, passage.words):
            yield Remark(
                passage.path,
                f"{quoted(passage.words)} is printed so in every language of the site: write it in "
                f"each, `{{{in_each}}}`",
            )


def _has_language(path: KeyPath, words: str) -> bool:
    """Whether only those understand it who read one language."""
    *_, owner, field = [key for key in path if isinstance(key, str)]
    if field in _NAMES:
        return False
    if field in _SHORT or owner == "options":  # which have ids of the owner's own
        return bool(language_of(words.lower()))
    return not _PLACEHOLDER.fullmatch(words) and len(_WORD.findall(_ADDRESS.sub("", words))) > 1
