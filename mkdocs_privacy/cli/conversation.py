"""What the options did not say, asked on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import questionary
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from mkdocs_privacy.catalogue import organisation_kinds
from mkdocs_privacy.cli.first_questions import QUESTIONS, Given, Question
from mkdocs_privacy.cli.services import NOTHING_NAMED, Named, fits, known_names
from mkdocs_privacy.terminal import printable

_LATER = "(leave empty to fill it in later)"


def ask(given: Given) -> dict[str, Any]:
    """All answers, those that were given among them.

    Raises KeyboardInterrupt or EOFError where somebody breaks off.
    """
    answers = dict(given)
    for question in QUESTIONS:
        if question.name in answers or not question.is_asked(answers):
            continue
        answer = _ASKING.get(question.name, _ask_words)(question, answers)
        if answer is not None:
            answers[question.name] = answer
    return answers


def _ask_words(question: Question, given: Given, completer: Completer | None = None) -> Any:
    """An answer, asked until it is one; nothing where it is left for later."""

    def problem_of(written: str) -> bool | str:
        if not written.strip():
            return "an answer is needed" if question.is_needed else True
        try:
            question.read(written, given)
        except ValueError as problem:
            return printable(str(problem), kept="")
        return True

    is_final = question.is_needed or question.suggested(given)
    words = question.words if is_final else f"{question.words} {_LATER}"
    written = questionary.text(
        words,
        default=question.suggested(given),
        validate=problem_of,
        completer=completer,
        complete_while_typing=completer is not None,
    ).unsafe_ask()
    return question.read(written, given) if written.strip() else None


def _ask_kind(question: Question, _given: Given) -> str:
    choices = [
        questionary.Choice(f"{id}: {kind.title}", value=id)
        for id, kind in organisation_kinds().items()
    ]
    chosen: str = questionary.select(question.words, choices).unsafe_ask()
    return chosen


def _ask_services(question: Question, given: Given) -> Named:
    """What it does, to be ticked, and what it uses, in a list."""
    kind = organisation_kinds()[given["kind"]]
    one = next(iter(kind.one_of), None)
    if one:
        choices = [questionary.Choice(f"{id}: {kind.when[id]}", value=id) for id in kind.one_of]
        one = questionary.select("Which of these fits you?", choices).unsafe_ask()
    choices = [questionary.Choice(f"{id}: {kind.when[id]}", value=id) for id in kind.sometimes]
    ticked = questionary.checkbox(
        "What else is true of you? (space to tick, enter to go on)", choices
    ).unsafe_ask()
    words = "What you use, with commas: your shop or website software, host, payment service …"
    named = _ask_words(replace(question, words=words), given, _Names()) or NOTHING_NAMED
    activities = dict.fromkeys([*([one] if one else ()), *ticked, *named.activities])
    return replace(named, activities=tuple(activities))


_ASKING: Mapping[str, Callable[[Question, Given], Any]] = {"kind": _ask_kind, "with": _ask_services}
"""What is not asked in words alone."""


class _Names(Completer):
    """Completes the last name of a list by id or title, as much of it as was typed."""

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor.rpartition(",")[2].lstrip()
        for id, title in known_names():
            if fits(typed, id, title):
                yield Completion(id, start_position=-len(typed), display_meta=title)
