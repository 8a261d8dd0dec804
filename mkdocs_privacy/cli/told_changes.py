"""Changes on the command line: as text, as Markdown for a pull request, as JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from mkdocs_privacy.changelog import ToldGroup, by_level
from mkdocs_privacy.exports import plain_text
from mkdocs_privacy.localization import Localization


def as_text(groups: Sequence[ToldGroup], localization: Localization) -> str:
    """What is important, and the rest: a line for each and what it means, below it its details."""
    return "\n\n".join(
        "\n".join([heading, *(f"{'  ' * depth}- {line}" for depth, line in lines)])
        for heading, lines in _lines(groups, localization)
    )


def as_markdown(groups: Sequence[ToldGroup], localization: Localization) -> str:
    """The same as Markdown, in which nothing in the data is markup, a link or a mention."""
    return "\n\n".join(
        "\n".join(
            [
                f"### {_escaped(heading)}",
                "",
                *(f"{'  ' * depth}- {_escaped(line)}" for depth, line in lines),
            ]
        )
        for heading, lines in _lines(groups, localization)
    )


def as_json(groups: Sequence[ToldGroup], localization: Localization) -> str:
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
            "told_with": number,
            "cause": group.group.cause,
            "told": plain_text(group.sentence),
            "meanings": [plain_text(meaning) for meaning in group.meanings],
            "language": localization.language,
        }
        for number, group in enumerate(groups)
        for told in group.changes
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[ToldGroup], Localization], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _lines(
    groups: Sequence[ToldGroup], localization: Localization
) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Each heading, and the lines below it with their depth."""
    for level, of_level in by_level(groups):
        lines = []
        for told in of_level:
            sentences = [told.in_full]
            if told.group.has_details:
                sentences += [change.sentence for change in told.changes]
            lines += [
                (min(place, 1), _on_one_line(plain_text(sentence)))
                for place, sentence in enumerate(sentences)
            ]
        yield plain_text(localization.message(f"feed.level.{level}")), lines


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
    for part in value if isinstance(value, tuple | list) else (value,):
        if isinstance(part, BaseModel):
            part.model_rebuild()  # pydantic 2.12 and before: not itself, where it is the first
    return to_jsonable_python(value, by_alias=True, exclude_none=True)
