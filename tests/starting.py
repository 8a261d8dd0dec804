"""`mkdocs-privacy init` as a person runs it who knows every answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from click.testing import CliRunner, Result

from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.first_questions import QUESTIONS
from mkdocs_privacy.cli.init import read_answers
from mkdocs_privacy.cli.starter import starter_files

ANSWERS: Mapping[str, str] = {
    "kind": "webshop",
    "name": "Tuimelkous",
    "legal-name": "Tuimelkous BV",
    "country": "BE",
    "street": "Duikelaarstraat 7",
    "postal-code": "2580",
    "city": "Putte",
    "company-number": "0123.456.749",
    "website": "https://www.tuimelkous.example",
    "site-url": "https://privacy.tuimelkous.example/",
    "email": "privacy@tuimelkous.example",
    "data-protection-officer": "none",
    "languages": "nl,fr,en",
    "with": "woocommerce,combell,mollie,bpost",
}
"""With these nothing is left to fill in."""

NUMBERS = {
    "NL": {"postal-code": "1012 LG", "company-number": "12345678"},
    "FR": {"postal-code": "69001", "company-number": "552081317"},
    "DE": {"postal-code": "10115", "company-number": "HRB 1"},
    "LU": {"postal-code": "L-1009", "company-number": "B1"},
    "US": {"postal-code": "95014"},
    "ES": {"postal-code": "28001"},
}
"""Those that are as a country has them, where it is not Belgium."""


def answers(**changes: str | None) -> dict[str, str]:
    """The answers, some of them changed or (`None`) left out."""
    named = {name.replace("_", "-"): value for name, value in changes.items()}
    numbers = NUMBERS.get((named.get("country") or "").upper(), {})
    answered = {**ANSWERS, **numbers, **named}
    return {name: value for name, value in answered.items() if value is not None}


def options(**changes: str | None) -> list[str]:
    """The same as options of the command."""
    return [word for name, value in answers(**changes).items() for word in (f"--{name}", value)]


def starter(*, no_cookies: bool = False, **changes: str | None) -> dict[PurePosixPath, str]:
    """The files that it would write."""
    given = answers(**changes)
    written = {one.name: given.get(one.option.removeprefix("--")) for one in QUESTIONS}
    return starter_files(read_answers(written, stores_nothing=no_cookies))


def data_of(files: Mapping[PurePosixPath, str]) -> str:
    """What it would say of the organisation."""
    return files[PurePosixPath("privacy/center.yml")]


def write(folder: Path, files: Mapping[PurePosixPath, str]) -> None:
    for path, words in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, encoding="utf-8")


def run(*arguments: Any) -> Result:
    """The command as typed, without a terminal."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
