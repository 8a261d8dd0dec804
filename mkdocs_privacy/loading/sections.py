"""Free text from `sections/<name>.<language>.md`: one section, a file for each language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_privacy.characters import named, refusal, unprintable, unseen_in_text, why_not_in_text
from mkdocs_privacy.disk import UnreadableFile, as_shown, entries, read_file, refuse_escape
from mkdocs_privacy.findings import Finding, Fix, KeyPath, Place, Span
from mkdocs_privacy.findings.rules.characters import HIDDEN_IN_TEXT
from mkdocs_privacy.findings.rules.data import MISSING_TRANSLATION
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.findings.rules.sections import (
    SECTION_DIFFERS,
    SECTION_FRONT_MATTER,
    SECTION_NAME,
    SECTION_TEXT,
    SECTION_TITLE,
)
from mkdocs_privacy.findings.rules.yaml import CHARACTER, NOT_UTF_8
from mkdocs_privacy.model import base_language, find_language, language_in_english
from mkdocs_privacy.yaml_source import read_yaml

_NAME = re.compile(
    r"(?P<id>[a-z0-9]+(?:[-_][a-z0-9]+)*)(?:\.(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?))?\.md"
)
_FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\n(?P<yaml>.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE
)
_SHARED = ("page", "order")
_STAND_IN = "…"
"""For words that were reported as missing, so that they are not missed again."""


@dataclass(slots=True)
class Sections:
    """Sections as they would stand in YAML, with places and findings."""

    content: dict[str, Any] = field(default_factory=dict)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def section_files(folder: Path) -> tuple[Path, ...]:
    """The Markdown files of the folder; none where it is not there or cannot be read."""
    try:
        refuse_escape(folder, folder.parent)
        return tuple(path for path in entries(folder) if path.suffix == ".md")
    except UnreadableFile:
        return ()


def read_sections(folder: Path, base: Path, languages: Sequence[str]) -> Sections:
    """Read every Markdown file of the folder; a folder that is not there has no sections."""
    sections = Sections()
    found: dict[str, dict[str, Place]] = {}
    _refuse_stray(folder, base, sections)
    for file in section_files(folder):
        place = Place(as_shown(file, base))
        named = _named(file.name, place, languages, sections)
        if named:
            id, language = named
            found.setdefault(id, {})[language] = place
            try:
                content = read_file(file, folder.parent)
            except UnreadableFile as reason:
                sections.findings.append(Finding(UNREADABLE_FILE, str(reason), place=place))
                continue
            _read_section(content, id, language, place, sections)
    for id, places in found.items():
        _demand_languages(id, places, languages, sections)
    return sections


def _refuse_stray(folder: Path, base: Path, sections: Sections) -> None:
    """Report a folder that is none, or that leads out of the data folder."""
    if not os.path.lexists(folder):
        return
    try:
        refuse_escape(folder, folder.parent)
        entries(folder)
    except UnreadableFile as reason:
        place = Place(as_shown(folder, base))
        sections.findings.append(Finding(UNREADABLE_FILE, str(reason), place=place))


def _named(
    name: str, place: Place, languages: Sequence[str], sections: Sections
) -> tuple[str, str] | None:
    """The id and the language in the name of a file, unless it is not for this site."""
    parts = _NAME.fullmatch(name)
    if not parts:
        message = (
            "the file name is not valid: rename it to <id>.<language>.md, such as security.nl.md"
        )
        sections.findings.append(Finding(SECTION_NAME, message, place=place))
        return None
    language = parts["language"] or (languages[0] if len(languages) == 1 else None)
    if language is None:
        message = f"the file name has no language: rename it to {parts['id']}.{languages[0]}.md"
        sections.findings.append(Finding(SECTION_NAME, message, place=place))
        return None
    known = find_language(language, languages) is not None
    return (parts["id"], language) if known else None


def _read_section(content: bytes, id: str, language: str, file: Place, sections: Sections) -> None:
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "the file is not UTF-8 text: save it with the encoding UTF-8"
        sections.findings.append(Finding(NOT_UTF_8, message, place=Place(file.file, line)))
        return
    front_matter = _FRONT_MATTER.match(content)
    if not front_matter or not front_matter["yaml"].strip():
        message = "begin the file with front matter: `---`, `title: …`, `page: data`, `---`"
        sections.findings.append(Finding(SECTION_FRONT_MATTER, message, place=file))
        return
    first_line = content.count(b"\n", 0, front_matter.end()) + 1
    body = content[front_matter.end() :].decode("utf-8")
    source = read_yaml(front_matter["yaml"], file.file, first_line=2)
    sections.findings += source.findings
    if isinstance(source.content, dict):
        place = Place(file.file, first_line)
        written = _checked(source.content, body, place, source.places, sections)
        _add(id, language, written, {**source.places, ("body",): place}, file, sections)
    elif source.content is not None:
        message = "the front matter is not valid: write `key: value` lines, such as `title: …`"
        sections.findings.append(Finding(SECTION_FRONT_MATTER, message, place=Place(file.file, 2)))


def _checked(
    front_matter: Mapping[str, Any],
    body: str,
    body_place: Place,
    places: Mapping[KeyPath, Place],
    sections: Sections,
) -> dict[str, Any]:
    """Title, text and the rest of one file; what is wrong here need not be explained later."""
    written = {**front_matter, "body": body}
    title = front_matter.get("title")
    if not isinstance(title, str) or not title.strip():
        message = "the section has no title: add `title: …` in the language of the file"
        where = places.get(("title",), Place(body_place.file))
        sections.findings.append(Finding(SECTION_TITLE, message, place=where))
        written["title"] = _STAND_IN
    if "body" in front_matter:
        message = (
            "the text of the section is inside the front matter: move it below the second `---`"
        )
        sections.findings.append(Finding(SECTION_TEXT, message, place=places["body",]))
    if not body.strip():
        message = "the section has no text: write it below the front matter, or remove the file"
        sections.findings.append(Finding(SECTION_TEXT, message, place=body_place))
        written["body"] = _STAND_IN
    elif found := unprintable(body):
        line = body_place.line + body.count("\n", 0, found.start())
        sections.findings.append(
            Finding(CHARACTER, refusal(found.group()), place=Place(body_place.file, line))
        )
    for position, letter in _first_of_each(unseen_in_text(body)):
        line = body_place.line + body.count("\n", 0, position)
        column = position - body.rfind("\n", 0, position)
        where = Place(body_place.file, line, Span(column, 1))
        fix = Fix(f"remove {named(letter)}", where, letter, "")
        message = why_not_in_text(letter)
        sections.findings.append(Finding(HIDDEN_IN_TEXT, message, place=where, fix=fix))
    return written


def _first_of_each(found: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    letters = set()
    for position, letter in found:
        if letter not in letters:
            letters.add(letter)
            yield position, letter


def _add(
    id: str,
    language: str,
    written: Mapping[str, Any],
    places: Mapping[KeyPath, Place],
    file: Place,
    sections: Sections,
) -> None:
    section = sections.content.setdefault(id, {"title": {}, "body": {}})
    sections.places.setdefault(("sections",), file)
    sections.places.setdefault(("sections", id), file)
    for key, value in written.items():
        path: KeyPath = ("sections", id, key)
        place = places.get((key,), file)
        if key in ("title", "body"):
            section[key][language] = value
            sections.places.setdefault(path, place)
            sections.places[(*path, language)] = place
        elif key not in section:
            section[key] = value
            sections.places[path] = place
        elif key in _SHARED and section[key] != value and isinstance(value, str):
            message = (
                f"this is ‘{value}’ here, but ‘{section[key]}’ in {sections.places[path]}: "
                "write the same in both"
            )
            sections.findings.append(Finding(SECTION_DIFFERS, message, path, place=place))


def _demand_languages(
    id: str, places: Mapping[str, Place], languages: Sequence[str], sections: Sections
) -> None:
    """Report the languages for which a section has no file, at the first file that it has."""
    file = next(iter(places.values()))
    for language in languages:
        if language in places or base_language(language) in places:
            continue
        name = f"{id}.{language}.md"
        english = language_in_english(language)
        message = f"the {english} version of this section is missing: add {name}"
        sections.findings.append(Finding(MISSING_TRANSLATION, message, place=file))
    if id in sections.content:
        for key in ("title", "body"):
            words = sections.content[id][key]
            for language in languages:  # reported above, or by the file that could not be read
                words.setdefault(language, words.get(base_language(language), _STAND_IN))
