"""Little worlds to test in: a tiny valid privacy center, and data folders with something wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.lint import lint
from mkdocs_privacy.lint.rule import LintRule
from mkdocs_privacy.loading import Loaded, load_center

NAMES_OF_LANGUAGES = {"nl": "Nederlands", "fr": "Français", "en": "English"}
"""The languages that there are words for, as sites call them; the first is the default."""
LANGUAGES = tuple(NAMES_OF_LANGUAGES)
TODAY = date(2026, 11, 26)
"""The day on which worlds are read."""

WHAT_ENTRIES_LACK = (
    "unused-recipient",
    "recipient-missing",
    "received-data-unstated",
    "no-consent-choice",
    "retention-missing",
    "recipients-unstated",
    "safeguard-unstated",
    "requirement-unstated",
    "contract-unstated",
    "country-unstated",
    "whereabouts-unstated",
    "service-without-activity",
)
"""Rules about what goes with an entry; of every short example they would make several entries."""

SMALL_CENTER: Mapping[str, str] = {
    "privacy/organisation.yml": """\
organisation:
  name: Tuimelkous
  address: {city: Putte, country: BE}
  website: https://www.tuimelkous.example
  contact: {email: hallo@tuimelkous.example}
audiences:
  customers: {title: {nl: Klanten, fr: Clients, en: Customers}}
""",
    "privacy/activities.yml": """\
activities:
  orders:
    title: {nl: Bestellingen, fr: Commandes, en: Orders}
    audiences: [customers]
    purposes: [{nl: te leveren, fr: livrer, en: deliver}]
    personal_data: [name, email]
    legal_basis: contract
    retention: {period: P7Y}
    processors: []
    requirement: necessary_for_contract
    if_not_given: {nl: We leveren niet., fr: Nous ne livrons pas., en: We do not deliver.}
""",
}
"""The smallest center that has everything a visitor must be told, as files."""


def small_center() -> dict[str, Any]:
    """The small center as plain data, every scalar as text; a fresh copy, to be changed at will."""
    content: dict[str, Any] = {}
    for written in SMALL_CENTER.values():
        content |= yaml.load(written, Loader=yaml.BaseLoader)
    return content


def write_files(base: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write the small center below `base` and `files` over it; `None` leaves a file out."""
    for name, written in {**SMALL_CENTER, **files}.items():
        if written is not None:
            path = base / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written.encode() if isinstance(written, str) else written)


def load_world(
    base: Path, files: Mapping[str, str | bytes | None], languages: tuple[str, ...] = LANGUAGES
) -> Loaded:
    """Load the data folder of a world in which `files` differ from the small center."""
    write_files(base, files)
    return load_center(base / "privacy", languages, today=TODAY)


def found_by(module: ModuleType, loaded: Loaded) -> list[Finding]:
    """What the rules of one module of the lint room find in a world that has no errors."""
    assert loaded.center, loaded.findings
    own = {one.rule for one in vars(module).values() if isinstance(one, LintRule)}
    return [finding for finding in lint(loaded) if finding.rule in own]


def told_by(
    module: ModuleType, base: Path, written: str, languages: tuple[str, ...] = ("en",)
) -> list[str]:
    """What the rules of a module say where this stands beside the small center."""
    loaded = load_world(base, {"privacy/more.yml": written}, languages)
    return [str(finding).removeprefix("privacy/more.yml:") for finding in found_by(module, loaded)]


def lint_beside_facts(loaded: Loaded) -> tuple[Finding, ...]:
    """What the rules find, but that nobody verified some facts of the catalogue."""
    return tuple(one for one in lint(loaded) if one.rule.slug != "unverified-facts")
