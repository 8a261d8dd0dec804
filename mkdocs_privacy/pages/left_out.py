"""What a redline leaves out because it did not change, and where the version itself has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_privacy.pages.policy_words import PolicyWords
from mkdocs_privacy.releases import Mark, Passage, Stretch


class LastHeading(NamedTuple):
    """A heading of a version that a link can lead to: its id, and its words as plain text."""

    id: str
    words: str


def headings_before(
    stretches: Sequence[Stretch], version: PolicyWords
) -> Iterator[LastHeading | None]:
    """For each stretch the last heading at or before its first passage, in the later version.

    Of the version only headings with an id count: an old text that was taken over may have none.
    """
    headings = [LastHeading(one.id, Markup(one.title).striptags()) for one in version.headings]
    bare = [_bare(heading.words) for heading in headings]
    last: LastHeading | None = None
    ahead = 0
    for stretch in stretches:
        for place, passage in enumerate(stretch.passages):
            words = _bare(_words_in_later(passage)) if passage.level else ""
            if words and words in bare[ahead:]:
                reached = bare.index(words, ahead)
                last, ahead = headings[reached], reached + 1
            if not place:
                yield last


def _words_in_later(passage: Passage) -> str:
    return "".join(piece.words for piece in passage.pieces if piece.mark is not Mark.DELETED)


def _bare(words: str) -> str:
    return "".join(words.split())
