"""`mkdocs-privacy init`: a small complete site to begin with."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import click
from click.shell_completion import CompletionItem

from mkdocs_privacy.catalogue import organisation_kinds, shipped_catalogue
from mkdocs_privacy.cli.first_questions import QUESTIONS
from mkdocs_privacy.cli.first_services import what_stores
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.services import (
    NOTHING_NAMED,
    advised,
    fits,
    found_with_words,
    kind_of,
    known_names,
    nearest_name,
)
from mkdocs_privacy.cli.starter import Answers, starter_files
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Severity, as_text
from mkdocs_privacy.writing import write_new


def _complete(_context: click.Context, option: click.Parameter, typed: str) -> list[CompletionItem]:
    """Kinds, and for the last name of a list what the catalogue has."""
    if option.name == "kind":
        return [CompletionItem(id) for id in organisation_kinds() if id.startswith(typed)]
    before, comma, last = typed.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{id}", help=title)
        for id, title in known_names()
        if option.name == "with" and fits(last, id, title)
    ]


_FEW = 5
"""So many commands are still an answer."""


def _options_of_questions(command: Callable[..., None]) -> Callable[..., None]:
    for question in reversed(QUESTIONS):
        command = click.option(
            question.option,
            question.name,
            metavar=question.metavar,
            help=f"{question.words}.",
            shell_complete=_complete,
        )(command)
    return command


@click.command()
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
@_options_of_questions
@click.option("--no-cookies", is_flag=True, help="Your website stores nothing on devices.")
def init(folder: Path, no_cookies: bool, **options: str | None) -> None:
    """Create a small complete site in DIR (by default the current folder).

    It describes what organisations of a kind do, with the services that you name, in few lines:
    the words come from the catalogue. On a terminal you are asked for anything that you do not give
    as an option. Otherwise kind, name, country, website, e-mail address and languages are needed.

    What is not known stays open in the files, in `[brackets]` or after `CHECK:`. It is listed at
    the end and by `mkdocs-privacy check`, and stops `mkdocs build --strict` and a release. If one
    of the files exists already, nothing is written, unless an interrupted `init` with the same
    answers wrote it: what is missing is written then.

    \b
    Examples:
      mkdocs-privacy init my-privacy-center
      mkdocs-privacy init --kind webshop --name "Example Shop" --country BE --languages nl,fr,en \\
          --website https://www.example.be --email privacy@example.be \\
          --with woocommerce,combell,mollie,bpost
    """
    answers = read_answers(options, stores_nothing=no_cookies)
    if no_cookies:
        _refuse_what_stores(answers)
    files = starter_files(answers)
    left = _still_to_write(folder, files)
    for path in left:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_new(target, files[path].encode("utf-8"))
    _report(folder, left, answers)


def read_answers(options: Mapping[str, str | None], *, stores_nothing: bool) -> Answers:
    """The answers that options give, and the rest asked where a person is there to answer.

    Raises UsageError with all that is wrong.
    """
    given: dict[str, Any] = {}
    problems = []
    can_ask = _is_terminal(sys.stdin) and _is_terminal(sys.stdout)
    for question in QUESTIONS:
        written = options[question.name]
        if written is not None:
            try:
                given[question.name] = question.read(written, given)
            except ValueError as problem:
                problems.append(f"{question.option}: {problem}")
        elif question.is_needed and not can_ask:
            problems.append(f"{question.option} is missing: {question.words}")
    if problems:
        raise click.UsageError("\n  ".join(["cannot start with these options:", *problems]))
    if can_ask:
        from mkdocs_privacy.cli.conversation import ask  # only who is asked waits for it

        given = ask(given)
    named = given.pop("with", NOTHING_NAMED)
    return Answers(**given, named=named, stores_nothing=stores_nothing)


def _refuse_what_stores(answers: Answers) -> None:
    """Raise UsageError where a website that stores nothing uses what stores something."""
    if storing := what_stores(answers.named):
        raise click.UsageError(
            f"--no-cookies and --with {','.join(storing)} do not go together: with "
            f"{'it' if len(storing) == 1 else 'them'} your website stores something on devices, so "
            "leave out one of the two"
        )


def _is_terminal(stream: Any) -> bool:
    return stream is not None and stream.isatty()


def _still_to_write(folder: Path, files: Mapping[PurePosixPath, str]) -> tuple[PurePosixPath, ...]:
    """The files without those that an interrupted `init` with the same answers wrote.

    Raises ClickException where another file is in the way, or nothing is left to write.
    """
    left = tuple(path for path, words in files.items() if not _says(folder / path, words))
    _refuse_to_overwrite(folder, left or files)
    return left


def _says(path: Path, words: str) -> bool:
    try:
        return read_file(path) == words.encode("utf-8")
    except UnreadableFile:
        return False


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


def _report(folder: Path, files: Iterable[PurePosixPath], answers: Answers) -> None:
    """What was written, what is left to do, and how to go on."""
    for path in files:
        click.echo(f"wrote {folder / path}")
    findings = open_site(folder / "mkdocs.yml").findings
    left = [finding for finding in findings if finding.severity is not Severity.INFO]
    if left:
        click.echo(f"\nStill to do, before you can release it:\n{as_text(left)}")
    for name in answers.named.unknown:
        click.echo(f"\nThe catalogue has no ‘{name}’. {_what_instead(name)}")
    for id, categories in answers.center.services_beside.items():
        click.echo(f"\n{id} is taken for {', '.join(categories)} too. If not, add `also: []`.")
    for id, advice in _advice_to_others(answers.named.processors):
        click.echo(f"\n{id}: {advised(advice)}")
    if answers.center.hints:
        listed = ", ".join(answers.center.hints)
        click.echo(
            f"\nIf your website or your e-mails have these too, add them with "
            f"`mkdocs-privacy add cookies ID`: {listed}"
        )
    inside = f"cd {_in_shell(folder)} && " if folder != Path() else ""
    click.echo(
        f"\nPreview it:              {inside}mkdocs serve\nSee what is left to do:  {inside}"
        "mkdocs-privacy check"
    )


def _advice_to_others(named: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the catalogue advises of recipients, where another one of it may be meant as well."""
    catalogue = shipped_catalogue()
    others = [f"`{id}`" for id in catalogue.processors if id not in named]
    for id in named:
        advice = catalogue.advice.get(id, "")
        if any(other in advice for other in others):
            yield id, advice


def _what_instead(name: str) -> str:
    """How to add what was meant by a name that the catalogue does not have."""
    describing = f"describe it: mkdocs-privacy add processor --name {_in_quotes(name)}"
    about = [
        f"mkdocs-privacy add activity {id}"
        for id, entry in shipped_catalogue().activities.items()
        if name in entry["audiences"]
    ]
    if 0 < len(about) <= _FEW:
        return f"These are people, whose data an activity uses: {' or '.join(about)}"
    near = nearest_name(name)
    if near is None:
        looking = (
            f"Look for what you mean: mkdocs-privacy catalogue search {_in_quotes(name)}. "
            if found_with_words(name)
            else ""
        )
        return f"{looking}If it receives personal data, {describing}"
    adding = f"mkdocs-privacy add {kind_of(near)} {near}"
    return f"If you mean ‘{near}’: {adding}. If not, and it receives personal data, {describing}"


def _in_shell(folder: Path) -> str:
    """A folder as an argument that a shell reads as it is; `cd` takes none that begins with `-`."""
    written = str(folder)
    return shlex.quote(f"./{written}" if written.startswith("-") else written)


def _in_quotes(name: str) -> str:
    """A name as an argument: in double quotes, but where a shell would read something in them."""
    return shlex.quote(name) if any(sign in name for sign in '"$`\\!') else f'"{name}"'
