"""Free text from `sections/<name>.<language>.md`: one section in as many files as there are languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.model import base_language
from mkdocs_privacy.yaml_source import read_yaml

_NAME = re.compile(r"(?P<id>[a-z0-9]+(?:[-_][a-z0-9]+)*)(?:\.(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?))?\.md")
_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n(?P<yaml>.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_SHARED = ("page", "order")


@dataclass(slots=True)
class Sections:
    """Sections as they would stand in YAML, with places and findings."""

    content: dict[str, Any] = field(default_factory=dict)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_sections(folder: Path, base: Path, languages: Sequence[str]) -> Sections:
    """Read every Markdown file of the folder; a folder that is not there has no sections."""
    sections = Sections()
    for file in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        shown = file.relative_to(base).as_posix() if file.is_relative_to(base) else file.as_posix()
        _read_section(file, shown, languages, sections)
    return sections


def _read_section(file: Path, shown: str, languages: Sequence[str], sections: Sections) -> None:
    named = _NAME.fullmatch(file.name)
    if not named:
        message = "name the file <id>.<language>.md, such as security.nl.md"
        sections.findings.append(Finding("section-name", message, place=Place(shown)))
        return
    language = named["language"] or (languages[0] if len(languages) == 1 else None)
    if language is None:
        message = f"say which language this is: {named['id']}.{languages[0]}.md"
        sections.findings.append(Finding("section-name", message, place=Place(shown)))
        return
    if language not in languages and base_language(language) not in map(base_language, languages):
        return
    content = file.read_bytes()
    front_matter = _FRONT_MATTER.match(content)
    if not front_matter:
        message = "begin the file with front matter: `---`, `title: …`, `page: data`, `---`"
        sections.findings.append(Finding("section-front-matter", message, place=Place(shown)))
        return
    source = read_yaml(front_matter["yaml"], shown, first_line=2)
    body = content[front_matter.end() :]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, front_matter.end() + error.start) + 1
        message = "the file is not UTF-8 text: save it with the encoding UTF-8"
        sections.findings.append(Finding("not-utf-8", message, place=Place(shown, line)))
        return
    sections.findings += source.findings
    if isinstance(source.content, dict):
        written = {**source.content, "body": text}
        _add(named["id"], language, written, source.places, Place(shown), sections)


def _add(
    id: str,
    language: str,
    written: Mapping[str, Any],
    places: Mapping[KeyPath, Place],
    file: Place,
    sections: Sections,
) -> None:
    section = sections.content.setdefault(id, {"title": {}, "body": {}})
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
        elif key in _SHARED and section[key] != value:
            message = f"‘{value}’ here, ‘{section[key]}’ in {sections.places[path]}: keep them the same"
            sections.findings.append(Finding("section-differs", message, path=path, place=place))
