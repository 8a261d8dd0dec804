"""An old policy that exists only as text: `policy.nl.md` or `policy.nl.txt` becomes HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mkdocs_privacy.characters import refusal, unprintable
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, Place, Rule
from mkdocs_privacy.findings.rules.data import TOO_INTRICATE
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.findings.rules.imports import (
    IMPORT_EMPTY,
    IMPORT_LANGUAGE,
    IMPORT_MISSING,
    IMPORT_NAME,
    IMPORT_TWICE,
)
from mkdocs_privacy.findings.rules.yaml import CHARACTER, NOT_UTF_8
from mkdocs_privacy.localization import render_whole_text, split_paragraphs
from mkdocs_privacy.model import LANGUAGE_CODE, LARGEST_POLICY, suggestion, why_too_intricate

_NAME = re.compile(rf".+?(?:\.(?P<language>{LANGUAGE_CODE}))?\.(?P<kind>md|txt)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ImportedText:
    """A policy in one language, as Markdown or as plain text."""

    language: str
    words: str
    is_markdown: bool
    place: Place

    def body(self, title: str | None) -> Markup | None:
        """The text as HTML with one `<h1>`: its own, else `title`; nothing where neither is there.

        In plain text blank lines part paragraphs and other line ends stay; addresses are no links.
        """
        if self.is_markdown:
            return render_whole_text(self.words, title)
        if title is None:
            return None
        written = [
            Markup("<p>{}</p>").format(Markup("<br>\n").join(paragraph.strip().split("\n")))
            for paragraph in split_paragraphs(self.words)
        ]
        return Markup("\n").join([Markup("<h1>{}</h1>").format(title), *written])


def read_texts(
    files: Iterable[Path], known: Sequence[str], languages: Sequence[str]
) -> tuple[tuple[ImportedText, ...], tuple[Finding, ...]]:
    """The texts of a version, for a site in `languages`, and all that is wrong with them.

    The language of a text stands in the name of its file, and must be one of those `known`.
    """
    texts: dict[str, ImportedText] = {}
    findings = []
    for file in files:
        try:
            text = _read(file, known, languages)
        except _Refused as refused:
            findings.append(refused.finding)
            continue
        first = texts.setdefault(text.language, text)
        if first is not text:
            message = (
                f"the text in ‘{text.language}’ is also given in {first.place.file}: keep "
                "one of the two"
            )
            findings.append(Finding(IMPORT_TWICE, message, place=text.place))
    return tuple(texts.values()), tuple(findings)


class _Refused(Exception):
    def __init__(self, rule: Rule, message: str, place: Place) -> None:
        super().__init__(message)
        self.finding = Finding(rule, message, place=place)


def _read(file: Path, known: Sequence[str], languages: Sequence[str]) -> ImportedText:
    place = Place(file.as_posix())
    named = _NAME.fullmatch(file.name)
    language = named and (named["language"] or (languages[0] if len(languages) == 1 else None))
    if not named or not language:
        message = f"name the file <name>.<language>.md (or .txt), such as policy.{languages[0]}.md"
        raise _Refused(IMPORT_NAME, message, place)
    if language not in known:
        message = f"there is no translation for ‘{language}’{suggestion(language, known)}"
        raise _Refused(IMPORT_LANGUAGE, f"{message}: choose from {', '.join(known)}", place)
    return ImportedText(language, _words(file, place), named["kind"] == "md", place)


def _words(file: Path, place: Place) -> str:
    if not os.path.lexists(file):
        raise _Refused(IMPORT_MISSING, "there is no such file", place)
    try:
        content = read_file(file)
    except UnreadableFile as reason:
        raise _Refused(UNREADABLE_FILE, str(reason), place) from None
    try:
        words = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "the file is not UTF-8 text: save it with the encoding UTF-8"
        raise _Refused(NOT_UTF_8, message, Place(place.file, line)) from None
    if found := unprintable(words):
        line = words.count("\n", 0, found.start()) + 1
        raise _Refused(CHARACTER, refusal(found.group()), Place(place.file, line))
    if file.suffix == ".md" and (why := why_too_intricate(words, LARGEST_POLICY)):
        raise _Refused(TOO_INTRICATE, why, place)
    if not words.strip():
        raise _Refused(IMPORT_EMPTY, "the file holds no text", place)
    return words
