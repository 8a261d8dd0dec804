"""Every text that is shipped, in the language it is written in, with where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from babel.messages.pofile import read_po
from worlds import LANGUAGES

from mkdocs_privacy.catalogue.choosing import in_form
from mkdocs_privacy.shipped import shipped

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "mkdocs_privacy" / "catalogue"
EXAMPLES = sorted(path / "privacy" for path in (ROOT / "examples").iterdir() if path.is_dir())
STARTER = shipped("site_template") / "starter"
DOCUMENTS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    ROOT / "examples" / "agency" / "README.md",
    *sorted(
        path
        for path in (ROOT / "docs").rglob("*.md")
        # of three languages, or what the catalog of English has
        if path.name not in ("catalogue.md", "words.md", "messages.md")
    ),
)

_IN_YAML = re.compile(r"^[ #]*(?:- )?(nl|fr|en): (.*)$", re.MULTILINE)
_IN_FLOW = re.compile(r"[{,]\s*\"?(nl|fr|en)\"?: (\"[^\"]*\"|[^,}]*)")


class ShippedText(NamedTuple):
    """Words in one language, and the file that has them."""

    language: str
    place: str
    words: str


@cache
def shipped_texts() -> tuple[ShippedText, ...]:
    """Those of the catalogs, the catalogue, the starter, the examples and the documents."""
    sources = (_of_catalogs(), _of_data(), _of_starter(), _of_sections(), _of_documents())
    return tuple(text for text in chain.from_iterable(sources) if text.words.strip())


@cache
def shipped_names() -> frozenset[str]:
    """What the data says in no language: names, addresses, ids."""
    names: set[str] = set()
    for file in _data_files():
        for value in _plain(yaml.safe_load(file.read_text(encoding="utf-8"))):
            names.update(re.findall(r"[^\W\d_]+", value))
    return frozenset(names)


def _of_catalogs() -> Iterator[ShippedText]:
    for file in sorted(shipped("locales").glob("*/LC_MESSAGES/*.po")):
        language = file.parent.parent.name
        with file.open("rb") as content:
            for message in read_po(content, locale=language):
                if message.id and language in LANGUAGES:
                    id = message.id if isinstance(message.id, str) else message.id[0]
                    forms = (message.string,) if isinstance(message.string, str) else message.string
                    for words in forms:
                        yield ShippedText(language, f"{_shown(file)} {id}", words)


def _data_files() -> Iterator[Path]:
    yield from sorted(CATALOGUE.glob("*.yml"))
    for example in EXAMPLES:
        yield from sorted(example.glob("*.yml"))
    agency = ROOT / "examples" / "agency"
    yield from sorted([*agency.glob("shared/*.yml"), *agency.glob("clients/*/privacy/*.yml")])


def _of_data() -> Iterator[ShippedText]:
    for file in _data_files():
        if file.name == "authorities.yml":  # names and addresses, in the languages of Europe
            continue
        for language, words in _texts(yaml.safe_load(file.read_text(encoding="utf-8"))):
            for form in sorted({in_form(words, informal=False), in_form(words, informal=True)}):
                yield ShippedText(language, _shown(file), form)


def _texts(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in LANGUAGES and isinstance(inner, str):
                yield key, inner
            elif key in LANGUAGES and isinstance(inner, list):
                yield from ((key, str(words)) for words in inner)
            elif key not in ("address", "legal_name"):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _plain(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in LANGUAGES:
                yield str(key)
                yield from _plain(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _plain(inner)
    elif isinstance(value, str):
        yield value


def _of_starter() -> Iterator[ShippedText]:
    for file in sorted(STARTER.rglob("*.jinja")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found = _IN_FLOW.findall(line) if "{" in line else _IN_YAML.findall(line)
            for language, written in found or _IN_YAML.findall(line):
                is_quoted = written.startswith('"') and written.endswith('"')
                words = json.loads(written) if is_quoted else written
                yield ShippedText(language, _shown(file), words)


def _of_sections() -> Iterator[ShippedText]:
    for folder in (*(example / "sections" for example in EXAMPLES), STARTER):
        for file in sorted(folder.rglob("*.md*")):
            language = re.search(r"\.(nl|fr|en)\.md", file.name)
            if language:
                yield ShippedText(language[1], _shown(file), file.read_text(encoding="utf-8"))


def _of_documents() -> Iterator[ShippedText]:
    for file in DOCUMENTS:
        if file.exists():
            yield ShippedText("en", _shown(file), file.read_text(encoding="utf-8"))


def prose_of(words: str) -> str:
    """The words without code, tags, addresses and what is filled in."""
    words = re.sub(r"^(```|~~~).*?^\1", " ", words, flags=re.DOTALL | re.MULTILINE)
    words = re.sub(r"\A---\n.*?\n---\n", " ", words, flags=re.DOTALL)
    words = re.sub(r"<(code|pre)\b.*?</\1>|`[^`]*`", " ", words, flags=re.DOTALL)
    words = re.sub(r"\]\([^)]*\)|<!--.*?-->|</?[a-zA-Z][^>]*>", " ", words, flags=re.DOTALL)
    words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{[^}]*\}", " ", words)
    return re.sub(r"\w+://\S+|\S+@\S+|\b[\w-]+(?:\.[a-z]\w*)+(?:/\S*)?|\S*\w/\w\S*", " ", words)


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.as_posix()
