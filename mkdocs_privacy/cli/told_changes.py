"""Changes on the command line: as text, as Markdown for a pull request, as JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from pydantic_core import to_jsonable_python

from mkdocs_privacy.changelog import ToldChange, by_topic, mark_important
from mkdocs_privacy.exports import plain_text
from mkdocs_privacy.localization import Localization


def as_text(changes: Sequence[ToldChange], localization: Localization) -> str:
    """A heading for each topic and a line for each change, those that are material marked."""
    return "\n\n".join(
        "\n".join([heading, *(f"- {sentence}" for sentence in sentences)])
        for heading, sentences in _lines(changes, localization)
    )


def as_markdown(changes: Sequence[ToldChange], localization: Localization) -> str:
    """The same as Markdown, in which nothing in the data is markup, a link or a mention."""
    return "\n\n".join(
        "\n".join(
            [f"### {_escaped(heading)}", "", *(f"- {_escaped(sentence)}" for sentence in sentences)]
        )
        for heading, sentences in _lines(changes, localization)
    )


def as_json(changes: Sequence[ToldChange], localization: Localization) -> str:
    """A JSON array of objects: what a program may want to know of each change."""
    entries = [
        {
            "kind": told.change.kind.id,
            "topic": told.change.kind.topic,
            "material": told.change.kind.material,
            "ground": told.change.kind.ground,
            "path": list(told.change.path),
            "before": _as_data(told.change.before),
            "after": _as_data(told.change.after),
            "sentence": plain_text(told.sentence),
            "language": localization.language,
        }
        for told in changes
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[ToldChange], Localization], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _lines(
    changes: Sequence[ToldChange], localization: Localization
) -> Iterator[tuple[str, list[str]]]:
    """The heading of each topic, and its changes on a line each."""
    for topic, of_topic in by_topic(changes):
        sentences = [
            _on_one_line(plain_text(mark_important(told, localization))) for told in of_topic
        ]
        yield plain_text(localization.message(f"topic.{topic}")), sentences


def _on_one_line(words: str) -> str:
    return re.sub(r"[ \t\n\r\f\v\x85\u2028\u2029]+", " ", words).strip()  # no-break spaces stay


def _escaped(words: str) -> str:
    """A line of words for an item of a list in GitHub's Markdown.

    GitHub looks for @mentions, #1, GH-1 and :emoji: after the backslashes are gone, and makes a
    link of a bare address: a space without width keeps it from seeing any.
    """
    words = re.sub(r"([\\`*_\[\]<>&|~#$])", r"\\\1", words)
    words = re.sub(r"^(\d*)([-+.)])", r"\1\\\2", words)  # would begin a list
    return re.sub(
        r"(@|#|:(?=\S)|\bGH-(?=\d)|\bwww\b(?=\.))", r"\1&#8203;", words, flags=re.IGNORECASE
    )


def _as_data(value: object) -> object:
    """A value as it stands in `center.json`."""
    return to_jsonable_python(value, by_alias=True, exclude_none=True)
