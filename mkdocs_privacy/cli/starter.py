"""The starter: a small complete site, from the templates in `site_template/starter/`.

A template is the file itself, under its own name with `.jinja` after it. Two things are special.
A text stands there in every language, one line each, and lines of languages that were not chosen
are left out; so is a whole file that is named after such a language. A value goes in through the
filter `yaml`, which writes it so that it means itself, whatever characters it has.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import yaml
from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.cli.editor_schema import editor_schema_text
from mkdocs_privacy.localization import available_languages
from mkdocs_privacy.shipped import shipped


@dataclass(frozen=True, slots=True)
class Answers:
    """What the starter must know of the organisation."""

    name: str
    country: str
    languages: tuple[str, ...]
    """The languages of the site, the default one first."""
    website: str
    email: str


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
    values = _values(answers)
    files = {}
    for template in sorted(path for path in root.rglob("*") if path.is_file()):
        source = template.relative_to(root).as_posix()
        if template.suffix != ".jinja":
            files[PurePosixPath(source)] = template.read_text(encoding="utf-8")
        elif _language_of_file(source) in (None, *answers.languages):
            rendered = environment.get_template(source).render(values)
            path = PurePosixPath(source.removesuffix(".jinja"))
            files[path] = "".join(_in_languages(rendered, answers.languages))
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
        "name": answers.name,
        "country": answers.country,
        "languages": answers.languages,
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


def _language_of_file(source: str) -> str | None:
    named = re.search(r"\.([a-z]{2,3})\.md\.jinja$", source)
    return named[1] if named else None


def _in_languages(rendered: str, chosen: Sequence[str]) -> Iterator[str]:
    """The lines, without those of languages that were not chosen."""
    codes = "|".join(available_languages())
    dash_due = False
    for line in rendered.splitlines(keepends=True):
        of_language = re.match(rf"(?P<before>[ #]*)(?P<dash>- )?(?P<language>{codes}): ", line)
        if not of_language:
            dash_due = False
            yield line
        elif of_language["language"] not in chosen:
            dash_due = dash_due or bool(of_language["dash"])
        elif dash_due and not of_language["dash"]:  # the line that began the item was left out
            dash_due = False
            margin = len(of_language["before"])
            yield f"{line[: margin - 2]}- {line[margin:]}"
        else:
            dash_due = False
            yield line
