"""The starter: a small complete site, from the templates in `site_template/starter/`.

A template is the file itself, under its own name with `.jinja` after it. Three things are special.
A text stands there in Dutch, French and English, one line each: lines of languages that were not
chosen are left out, and a further language has its line from its `starter.po`, or else in English
with a mark. A file with `{language}` in its name is written once for each. A value goes in through
the filter `yaml`, which writes it so that it means itself, whatever characters it has.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import yaml
from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import LANGUAGES, shipped_catalogue
from mkdocs_privacy.cli.editor_schema import editor_schema_text
from mkdocs_privacy.localization import FormOfAddress, postal_code_shape
from mkdocs_privacy.model import base_language
from mkdocs_privacy.shipped import shipped, translations

_EACH = "{language}"
_LINE = re.compile(
    rf"(?P<before>[ #]*)(?P<dash>- )?(?P<language>{'|'.join(LANGUAGES)}): (?P<words>.*)\n"
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the starter must know of the organisation."""

    name: str
    country: str
    languages: tuple[str, ...]
    """The languages of the site, the default one first."""
    website: str
    email: str
    form_of_address: FormOfAddress = FormOfAddress.FORMAL
    """How the pages address their readers, where a language has more than one form."""

    @property
    def informal(self) -> tuple[str, ...]:
        """The languages in which they do so informally."""
        if self.form_of_address is FormOfAddress.FORMAL:
            return ()
        return tuple(language for language in self.languages if has_two_forms(language))


def has_two_forms(language: str) -> bool:
    """Whether a language tells formal from informal address: u or je, vous or tu."""
    return bool(translations("privacy.informal", base_language(language)))


def starter_files(answers: Answers) -> dict[PurePosixPath, str]:
    """The files of the starter, by their path in the site."""
    root = shipped("site_template") / "starter"
    environment = Environment(  # noqa: S701  # this writes YAML and Markdown, not HTML
        loader=FileSystemLoader(root),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(yaml=one_line_yaml, for_theme=for_theme)
    informal = frozenset(map(base_language, answers.informal))
    environment.filters["said"] = partial(_said, informal=informal)
    values = _values(answers)
    spoken = tuple(dict.fromkeys(map(base_language, answers.languages)))
    files = {}
    for template in sorted(path for path in root.rglob("*") if path.is_file()):
        source = template.relative_to(root).as_posix()
        if template.suffix != ".jinja":
            files[PurePosixPath(source)] = template.read_text(encoding="utf-8")
            continue
        for language in spoken if _EACH in source else spoken[:1]:
            rendered = environment.get_template(source).render(values, language=language)
            path = source.replace(_EACH, language).removesuffix(".jinja")
            files[PurePosixPath(path)] = "".join(_in_languages(rendered, spoken, informal))
    files[PurePosixPath("privacy/privacy.schema.json")] = editor_schema_text()
    return files


def one_line_yaml(value: str) -> str:
    """A text as a YAML value on one line, quoted where it would otherwise mean something else."""
    style = '"' if len(value.splitlines()) > 1 else None
    dumped = yaml.safe_dump(value, allow_unicode=True, width=math.inf, default_style=style)
    return dumped.removesuffix("\n").removesuffix("\n...")


def for_theme(value: str) -> str:
    """A text for the settings that Material for MkDocs puts into its pages as they are.

    It escapes some of them after all, so that only what would do harm is escaped here.
    """
    if html.unescape(value) != value:
        value = value.replace("&", "&amp;")
    return value.replace("<", "&lt;").replace('"', "&quot;")


def _values(answers: Answers) -> dict[str, Any]:
    catalogue = shipped_catalogue()
    website = urlsplit(answers.website)
    return {
        "version": __version__,
        "name": answers.name,
        "postal_code": postal_code_shape(answers.country),
        "country": answers.country,
        "languages": answers.languages,
        "informal": answers.informal,
        "language_names": {code: _own_name(code) for code in answers.languages},
        "website": answers.website,
        "site_url": f"{website.scheme}://{website.netloc}/",
        "email": answers.email,
        "bookkeeping": next(iter(catalogue.retention.get(answers.country, ())), None),
        "in_eea": not catalogue.adequacy.is_third_country(answers.country),
        "shipped_processors": catalogue.processors,
    }


def _own_name(language: str) -> str:
    """The name of a language in itself, as a menu shows it: Nederlands, Français."""
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]


def _said(words: Mapping[str, str], language: str, informal: Collection[str]) -> str:
    """A text in a language, or in English where it is not there yet."""
    return _find_words(words, base_language(language), informal) or words["en"]


def _find_words(words: Mapping[str, str], language: str, informal: Collection[str]) -> str | None:
    english = words["en"]
    return (
        (translations("starter.informal", language).get(english) if language in informal else None)
        or words.get(language)
        or translations("starter", language).get(english)
        or translations("catalogue", language).get(english)
    )


def _in_languages(rendered: str, chosen: Sequence[str], informal: Collection[str]) -> Iterator[str]:
    """The lines, those of a text in the languages that were chosen."""
    text: list[re.Match[str]] = []
    for line in rendered.splitlines(keepends=True):
        of_language = _LINE.fullmatch(line)
        if not of_language:
            yield line
            continue
        text.append(of_language)
        if len(text) == len(LANGUAGES):
            yield from _lines(text, chosen, informal)
            text = []


def _lines(
    text: Sequence[re.Match[str]], chosen: Sequence[str], informal: Collection[str]
) -> Iterator[str]:
    written = {line["language"]: line["words"] for line in text}
    words = {language: yaml.safe_load(value) for language, value in written.items()}
    before, dash = text[0]["before"], text[0]["dash"] or ""
    for language in sorted(chosen, key=lambda code: [*LANGUAGES, *chosen].index(code)):
        found = _find_words(words, language, informal)
        if language in written and found == words[language]:
            value = written[language]
        elif found:
            value = one_line_yaml(found)
        else:
            value = f"{written['en']} # CHECK: this is English"
        yield f"{before}{dash}{language}: {value}\n"
        dash = " " * len(dash)
