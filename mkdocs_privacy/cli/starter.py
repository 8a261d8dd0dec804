"""The starter: a small complete site, from the templates in `site_template/starter/`.

A template is the file itself, under its own name with `.jinja` after it. A value goes in through
the filters `yaml` and `flow`, which write it so that it means itself, whatever characters it has.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml
from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import Fields, common_measures, organisation_kinds
from mkdocs_privacy.cli.editor_schema import editor_schema_text
from mkdocs_privacy.cli.first_center import FirstCenter, first_center
from mkdocs_privacy.cli.first_questions import authorities_of, has_two_forms
from mkdocs_privacy.cli.services import NOTHING_NAMED, Named
from mkdocs_privacy.localization import FormOfAddress, elide, load_catalog, postal_code_shape
from mkdocs_privacy.model import base_language
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.terminal import printable

DATA = PurePosixPath("privacy/center.yml")
"""Where the data stands."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the starter must know of the organisation; what is not known is left open in it."""

    kind: str
    name: str
    country: str
    languages: tuple[str, ...]
    """The languages of the site, the default one first."""
    website: str
    email: str
    legal_name: str | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    company_number: str | None = None
    """Its number in the company register, or `none`."""
    site_url: str | None = None
    """The address of the privacy center."""
    data_protection_officer: str | None = None
    """Its e-mail address, or `none`."""
    authority: str | None = None
    form_of_address: Mapping[str, FormOfAddress] = field(default_factory=dict)
    """How the pages address their readers, where a language has more than one form."""
    named: Named = NOTHING_NAMED
    """What it uses and does."""
    stores_nothing: bool = False
    """Whether its website stores nothing on the devices of visitors."""

    @property
    def informal(self) -> tuple[str, ...]:
        """The languages in which the pages address readers informally."""
        forms = self.form_of_address
        return tuple(
            language
            for language in self.languages
            if has_two_forms(language) and forms.get(language) is FormOfAddress.INFORMAL
        )

    @property
    def center(self) -> FirstCenter:
        """The entries of the data."""
        return first_center(
            organisation_kinds()[self.kind],
            self.named,
            self.country,
            stores_nothing=self.stores_nothing,
        )


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
    environment.filters.update(
        yaml=one_line_yaml, flow=flow_yaml, taken=_taken, comment=_in_comment
    )
    values = _values(answers)
    files = {}
    for template in sorted(path for path in root.rglob("*") if path.is_file()):
        source = template.relative_to(root).as_posix()
        if template.suffix == ".jinja":
            path = PurePosixPath(source.removesuffix(".jinja"))
            files[path] = environment.get_template(source).render(values)
        else:
            files[PurePosixPath(source)] = template.read_text(encoding="utf-8")
    files[PurePosixPath("privacy/privacy.schema.json")] = editor_schema_text()
    return files


def one_line_yaml(value: str) -> str:
    """A text as a YAML value on one line, quoted where it would otherwise mean something else."""
    style = '"' if len(value.splitlines()) > 1 else None
    dumped = yaml.safe_dump(value, allow_unicode=True, width=math.inf, default_style=style)
    return dumped.removesuffix("\n").removesuffix("\n...")


def flow_yaml(value: Any) -> str:
    """A value as it can stand inside `{…}`, on one line."""
    style = '"' if isinstance(value, str) and len(value.splitlines()) > 1 else None
    dumped = yaml.safe_dump(
        [value],
        allow_unicode=True,
        width=math.inf,
        default_flow_style=True,
        default_style=style,
        sort_keys=False,
    )
    return dumped.removesuffix("\n")[1:-1]


def _taken(fields: Fields, id: str) -> str:
    """An entry of the catalogue and what is written beside it."""
    return flow_yaml({"use": id, **fields})


def _in_comment(words: str) -> str:
    """Words of the owner in a comment, which they cannot end or mark as undecided."""
    return printable(words, kept="").replace("CHECK:", "CHECK")


def _values(answers: Answers) -> dict[str, Any]:
    return {
        "version": __version__,
        **{name: getattr(answers, name) for name in Answers.__dataclass_fields__},
        "given_site_url": answers.site_url,
        "site_url": answers.site_url or answers.website.rstrip("/") + "/privacy/",
        "site_names": {code: _site_name(code, answers) for code in answers.languages},
        "language_names": {code: _own_name(code) for code in answers.languages},
        "informal": answers.informal,
        "postal_code_shape": postal_code_shape(answers.country),
        "authorities": authorities_of(answers.country),
        "unknown": answers.named.unknown,
        "center": answers.center,
        "measures": common_measures(),
    }


def _site_name(language: str, answers: Answers) -> str:
    """What the pages themselves are headed: ‘Privacy at …’."""
    form = FormOfAddress.INFORMAL if language in answers.informal else FormOfAddress.FORMAL
    heading = load_catalog(base_language(language), form).ugettext("home.heading")
    name = heading.replace("{organisation}", answers.name)
    return elide(name) if base_language(language) == "fr" else name


def _own_name(language: str) -> str:
    """The name of a language in itself, as a menu shows it: Nederlands, Français."""
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]
