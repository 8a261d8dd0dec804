"""When a release takes effect, when it was announced and what its owner says of it, as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.characters import refusal, unprintable
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.localization import available_languages
from mkdocs_privacy.model import (
    Context,
    Text,
    base_language,
    language_in_english,
    languages_missing,
    read_day,
    suggestion,
)
from mkdocs_privacy.yaml_source import read_yaml

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the owner of a site says of a release."""

    effective: date
    announced: date
    note: Text | None


def announcement_options(command: _Command) -> _Command:
    """Give a command the options that `read_announcement` reads."""
    options = (
        click.option(
            "--effective",
            metavar="DATE",
            required=True,
            help="The day on which it takes effect: YYYY-MM-DD.",
        ),
        click.option(
            "--announced",
            metavar="DATE",
            help="The day on which you announced it.  [default: today, or the effective date if "
            "that is in the past]",
        ),
        *_options_by_language(
            "note", "Your own comment on this version in {language}, as plain text."
        ),
        click.option(
            "--note-file",
            type=click.Path(path_type=Path, dir_okay=False),
            help="The comment from a YAML file, by language: `nl: …`, `fr: …`.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def reason_options(name: str, why: str) -> Callable[[_Command], _Command]:
    """Give a command the options that `read_reason` reads: one for each language, and a plain one
    for a site in a single language, or in one that is not shipped."""

    def give(command: _Command) -> _Command:
        options = (
            click.option(f"--{name}", metavar="REASON", help=f"{why}. Visitors see it."),
            *_options_by_language(name, "The same in {language}, on a site in several languages."),
        )
        for option in reversed(options):
            command = option(command)
        return command

    return give


def read_reason(
    name: str, typed: Mapping[str, Any], languages: Sequence[str], problems: list[str]
) -> Text | None:
    """A reason as it was typed, in every language of the site; what is wrong joins `problems`."""
    key = name.replace("-", "_")
    plain, written = typed[key], _written_by_language(key, typed)
    if plain is None:
        option = f"--{name}"
        return _text(option, written, languages, problems, option) if written else None
    spoken = dict.fromkeys(map(base_language, languages))
    if written or (len(spoken) > 1 and spoken.keys() <= {*available_languages()}):
        each = ", ".join(f"`--{name}-{language} …`" for language in spoken)
        problems.append(f"--{name}: readers see the reason in each language: give {each}")
        return None
    return _text(f"--{name}", dict.fromkeys(spoken, plain), languages, problems)


def _options_by_language(name: str, words: str) -> Iterator[Callable[[_Command], _Command]]:
    for language in available_languages():
        said = words.format(language=language_in_english(language))
        yield click.option(f"--{name}-{language}", metavar="TEXT", help=said)


def _written_by_language(key: str, typed: Mapping[str, Any]) -> Mapping[str, Any]:
    written = {language: typed[f"{key}_{language}"] for language in available_languages()}
    return {language: words for language, words in written.items() if words is not None}


def read_announcement(
    typed: Mapping[str, Any], languages: Sequence[str], today: date, problems: Sequence[str] = ()
) -> Announcement:
    """What was typed, on a site in these languages; raises UsageError with every problem."""
    problems = list(problems)
    effective = _day("--effective", typed["effective"], problems)
    announced = _day("--announced", typed["announced"], problems)
    note = _note(typed, languages, problems)
    if problems or effective is None:
        raise click.UsageError("\n  ".join(["some options cannot be used:", *problems]))
    return Announcement(effective, announced or min(today, effective), note)


def _day(option: str, written: str | None, problems: list[str]) -> date | None:
    if written is None:
        return None
    try:
        return read_day(written)
    except ValueError as problem:
        problems.append(f"{option}: {problem}")
        return None


def _note(typed: Mapping[str, Any], languages: Sequence[str], problems: list[str]) -> Text | None:
    """The note, which stands in every language of the site once it is there."""
    written = _written_by_language("note", typed)
    source, file = "the note", typed["note_file"]
    if file and written:
        problems.append("--note-file and --note-… cannot be combined: use one of the two")
        return None
    if file:
        source = file.as_posix()
        try:
            read = read_yaml(read_file(file), source)
        except UnreadableFile as reason:
            problems.append(f"{source}: {reason}")
            return None
        problems += map(str, read.findings)
        if read.findings:
            return None
        if not isinstance(read.content, Mapping):
            problems.append(f"{source}: write the note under a language code: `{languages[0]}: …`")
            return None
        written = read.content
    option = "" if file else "--note"
    return _text(source, written, languages, problems, option) if written else None


def _text(
    source: str,
    written: Mapping[str, Any],
    languages: Sequence[str],
    problems: list[str],
    option: str = "",
) -> Text | None:
    """A text by language, in each language of the site; `option` is how it is typed in any."""
    problems += (f"{source}: {problem}" for problem in _problems(written, languages))
    try:
        text: Text = TypeAdapter(Text).validate_python(written, context=Context(tuple(languages)))
    except ValidationError as error:
        how = _options_left(option, written, languages) if option else ""
        problems.append(f"{source}: {error.errors()[0]['msg']}{how}")
        return None
    return text


def _options_left(option: str, written: Mapping[str, Any], languages: Sequence[str]) -> str:
    """The options that are left to be typed, where words are missing in languages that have one."""
    left = dict.fromkeys(map(base_language, languages_missing(written, languages)))
    each = [f"`{option}-{language} …`" for language in left if language in available_languages()]
    return f", with {', '.join(each)}" if each else ""


def _problems(written: Mapping[str, Any], languages: Sequence[str]) -> Iterator[str]:
    for language, words in written.items():
        if language not in languages and language not in map(base_language, languages):
            hint = suggestion(language, languages)
            known = ", ".join(languages)
            yield f"this site has no language ‘{language}’{hint}: choose from {known}"
        if isinstance(words, str) and (found := unprintable(words)):
            yield f"{language}: {refusal(found.group())}"
