"""`mkdocs-privacy init`: a small complete site to begin with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.cli.languages import read_languages
from mkdocs_privacy.cli.starter import Answers, has_two_forms, starter_files
from mkdocs_privacy.localization import FormOfAddress, available_languages
from mkdocs_privacy.model import CountryCode, Email, NonEmpty, Url


@dataclass(frozen=True, slots=True)
class _Question:
    """Something that the starter must know; `read` raises ValueError for what is no answer."""

    words: str
    read: Callable[[str], Any]


def _as(scalar: Any, written: str) -> str:
    """The text as a scalar of the model, or ValueError with what the model says about it."""
    try:
        return str(TypeAdapter(scalar).validate_python(written))
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None


_PRONOUNS = {
    **dict.fromkeys(("u", "vous"), FormOfAddress.FORMAL),
    **dict.fromkeys(("je", "tu"), FormOfAddress.INFORMAL),
}


def _form(written: str) -> FormOfAddress:
    word = written.strip().lower()
    try:
        return _PRONOUNS.get(word) or FormOfAddress(word)
    except ValueError:
        raise ValueError(
            f"‘{written}’ is not a form of address: write formal or informal"
        ) from None


_QUESTIONS = {
    "name": _Question(
        "Name of the organisation, as visitors know it",
        lambda written: _as(NonEmpty, " ".join(written.split())),
    ),
    "country": _Question(
        "Country of the organisation, in two letters (BE, NL, FR …)",
        lambda written: _as(CountryCode, written.upper() if len(written) == 2 else written),
    ),
    "languages": _Question(
        f"Languages of the pages, the main one first ({', '.join(available_languages())})",
        lambda written: read_languages(written, available_languages(), with_regions=True),
    ),
    "form_of_address": _Question(
        "How the pages address readers, formal or informal (u or je, vous or tu)",
        _form,
    ),
    "website": _Question(
        "Address of the website or shop (https://www.example.be)",
        lambda written: _as(Url, written),
    ),
    "email": _Question(
        "E-mail address for questions about privacy", lambda written: _as(Email, written)
    ),
}


_OPTIONAL: Mapping[str, str] = {"form_of_address": FormOfAddress.FORMAL}
"""What is taken where nobody can be asked."""


@click.command()
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
@click.option("--name", help=f"{_QUESTIONS['name'].words}.")
@click.option("--country", metavar="BE", help=f"{_QUESTIONS['country'].words}.")
@click.option("--languages", metavar="nl,fr,en", help=f"{_QUESTIONS['languages'].words}.")
@click.option(
    "--form-of-address",
    metavar="formal|informal",
    help=f"{_QUESTIONS['form_of_address'].words}. Default: formal.",
)
@click.option("--website", metavar="URL", help=f"{_QUESTIONS['website'].words}.")
@click.option("--email", help=f"{_QUESTIONS['email'].words}.")
def init(folder: Path, **options: str | None) -> None:
    """Create a small complete site in DIR (by default the current folder).

    It describes an ordinary small webshop. Each decision that you must make is marked with
    `CHECK:`. You are prompted for anything that you do not give as an option, if there is a
    terminal. If one of the files exists already, nothing is written.

    \b
    Examples:
      mkdocs-privacy init my-privacy-center
      mkdocs-privacy init --name "Example Shop" --country BE --languages nl,fr,en \\
          --website https://www.example.be --email privacy@example.be
    """
    files = starter_files(_answers(options))
    _refuse_to_overwrite(folder, files)
    for path, words in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
    _report(folder, files)


def _answers(options: Mapping[str, str | None]) -> Answers:
    can_ask = sys.stdin is not None and sys.stdin.isatty()
    answers: dict[str, Any] = {}
    problems = []
    for name, question in _QUESTIONS.items():
        written = options[name]
        if written is not None:
            try:
                answers[name] = question.read(written)
            except ValueError as problem:
                problems.append(f"--{name.replace('_', '-')}: {problem}")
        elif not can_ask and name in _OPTIONAL:
            answers[name] = _OPTIONAL[name]
        elif not can_ask:
            problems.append(f"--{name} is missing: {question.words}")
    if problems:
        raise click.UsageError("\n  ".join(["cannot start with these options:", *problems]))
    for name, question in _QUESTIONS.items():
        if name in answers:
            continue
        if name == "form_of_address" and not any(map(has_two_forms, answers["languages"])):
            continue
        answers[name] = click.prompt(
            question.words, default=_OPTIONAL.get(name), value_proc=_asking(question)
        )
    return Answers(**answers)


def _asking(question: _Question) -> Callable[[str], Any]:
    """Reads an answer; what is no answer is asked again."""

    def read(written: str) -> Any:
        try:
            return question.read(written)
        except ValueError as problem:
            raise click.UsageError(str(problem)) from None

    return read


def _refuse_to_overwrite(folder: Path, files: Iterable[PurePosixPath]) -> None:
    in_the_way = {
        place
        for path in files
        for place in (path, *path.parents)
        if os.path.lexists(folder / place) and not (place != path and (folder / place).is_dir())
    }
    if in_the_way:
        listed = "\n".join(f"  {folder / place}" for place in sorted(in_the_way))
        raise click.ClickException(
            f"nothing was written, because these files exist already:\n{listed}"
        )


def _report(folder: Path, files: Mapping[PurePosixPath, str]) -> None:
    for path in files:
        click.echo(f"wrote {folder / path}")
    inside = f"cd {folder} && " if folder != Path() else ""
    click.echo(
        f"\nPreview it:              {inside}mkdocs serve\nSee what is left to do:  {inside}"
        "mkdocs-privacy check\n`check` lists each decision that only you can make (`CHECK:` in the "
        "files) and each text in brackets that you must fill in."
    )
