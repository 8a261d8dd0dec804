"""A redline: what was deleted from the words of a policy, and what was added to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple

from mkdocs_privacy.releases.alignment import Pairs, gaps, pair_alike, patience_diff
from mkdocs_privacy.releases.blocks import Block, BlockKind, Word, read_blocks


class Mark(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    DELETED = "deleted"


class Piece(NamedTuple):
    """Words with one mark, and the spacing before them."""

    mark: Mark
    words: str

    @property
    def bare(self) -> str:
        """The words without the spacing before them, which is neither underlined nor struck."""
        return self.words.lstrip()

    @property
    def spacing(self) -> str:
        """The spacing before the words."""
        return self.words.removesuffix(self.bare)


class Passage(NamedTuple):
    """A heading, a paragraph, an item …: its words in both policies, piece by piece."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    level: int = 0
    """How deep a heading stands, from 1 and without a gap; 0 where it is none."""

    @property
    def is_unchanged(self) -> bool:
        """Whether both policies have these words."""
        return all(piece.mark is Mark.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages that are shown, or unchanged ones that are folded away together."""

    passages: tuple[Passage, ...]
    is_folded: bool


def redline(before: str, after: str) -> tuple[Passage, ...]:
    """What changed in the words of a policy; both come as the HTML inside `<body>`.

    Markup and spacing do not count: a paragraph that became an item, or two paragraphs, is the
    same. Nor does the address that a link leads to.
    """
    old, new = read_blocks(before), read_blocks(after)
    pairs = patience_diff([block.cores for block in old], [block.cores for block in new])
    passages: list[Passage] = []
    for gap in gaps(pairs, len(old), len(new)):
        if gap.before or gap.after:
            passages += _compare(
                old[gap.before.start : gap.before.stop], new[gap.after.start : gap.after.stop]
            )
        if gap.end:
            passages.append(_whole(Mark.SAME, new[gap.end[1]]))
    return tuple(_without_gaps(passages))


def fold(passages: Sequence[Passage]) -> tuple[Stretch, ...]:
    """Fold away what did not change; nothing is left where nothing changed.

    A change keeps the passage before and after it, and the headings above it, in sight; up to
    three passages in a row are not worth folding.
    """
    shown = _in_sight(passages)
    if not shown:
        return ()
    runs = [
        (is_shown, tuple(passages[place] for place in places))
        for is_shown, places in groupby(range(len(passages)), key=shown.__contains__)
    ]
    folded = [(not is_shown and len(run) > 3, run) for is_shown, run in runs]
    return tuple(
        Stretch(tuple(chain.from_iterable(run for _, run in several)), is_folded)
        for is_folded, several in groupby(folded, key=lambda run: run[0])
    )


def _in_sight(passages: Sequence[Passage]) -> set[int]:
    """The places of the changes, of their neighbours, and of the headings above all of these."""
    headings: list[int] = []
    above: list[tuple[int, ...]] = []
    for place, passage in enumerate(passages):
        if passage.level:
            headings = [heading for heading in headings if passages[heading].level < passage.level]
        above.append(tuple(headings))
        if passage.level:
            headings.append(place)
    near = {
        place + step
        for place, passage in enumerate(passages)
        if not passage.is_unchanged
        for step in (-1, 0, 1)
        if 0 <= place + step < len(passages)
    }
    return near.union(*(above[place] for place in near))


def _without_gaps(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The same passages, no heading more than one level below the one above it."""
    above: list[int] = []
    for passage in passages:
        if passage.level:
            above = [level for level in above if level < passage.level] + [passage.level]
            yield passage._replace(level=len(above))
        else:
            yield passage


def _whole(mark: Mark, block: Block) -> Passage:
    return Passage(block.kind, (Piece(mark, block.text),), block.level)


def _compare(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """The passages of a stretch in which no block is the same."""
    if _cores(old) == _cores(new):  # only cut up in another way
        yield from (_whole(Mark.SAME, block) for block in new)
        return
    pairs = pair_alike([_likeness(block) for block in old], [_likeness(block) for block in new])
    for gap in gaps(pairs, len(old), len(new)):
        yield from (_whole(Mark.DELETED, old[place]) for place in gap.before)
        yield from (_whole(Mark.ADDED, new[place]) for place in gap.after)
        if gap.end:
            block = new[gap.end[1]]
            pieces = _compare_words(old[gap.end[0]].words, block.words)
            yield Passage(block.kind, pieces, block.level)


def _likeness(block: Block) -> tuple[str, ...]:
    """The words that make a block like another one; headings are only like headings."""
    return tuple(f"# {core}" for core in block.cores) if block.level else block.cores


def _cores(blocks: Sequence[Block]) -> list[str]:
    return [core for block in blocks for core in block.cores]


def _compare_words(old: Sequence[Word], new: Sequence[Word]) -> tuple[Piece, ...]:
    """What became of the words of a passage; where both agree, the spacing is the later one."""
    pieces: list[Piece] = []
    i = j = 0
    pairs = patience_diff([word.core for word in old], [word.core for word in new])
    for gone, come in _hunks(pairs, len(old), len(new)):
        same = list(new[j : come.start])
        if same and pieces and pieces[-1].mark is Mark.DELETED:
            same[0] = old[i]  # the spacing after the words that were deleted
        deleted, added = old[gone.start : gone.stop], list(new[come.start : come.stop])
        if (
            deleted and added and not (pieces or same)
        ):  # the first words have no spacing before them
            added[0] = Word(" ", added[0].core)
        for mark, words in ((Mark.SAME, same), (Mark.DELETED, deleted), (Mark.ADDED, added)):
            if words:
                pieces.append(Piece(mark, "".join(chain.from_iterable(words))))
        i, j = gone.stop, come.stop
    return tuple(pieces)


def _hunks(pairs: Pairs, old: int, new: int) -> Sequence[tuple[range, range]]:
    """Which words were replaced by which, and the end of both.

    Between two replacements, fewer words than in either are replaced with them: “for the purpose
    of” that became “to” around a lonely “of” is hard to read.
    """
    hunks: list[tuple[range, range]] = []
    for gone, come, _ in gaps(pairs, old, new):
        if not (gone or come):
            continue
        if hunks:
            gone_before, come_before = hunks[-1]
            between = come.start - come_before.stop
            if between < min(map(len, (gone, come, gone_before, come_before))):
                gone = range(gone_before.start, gone.stop)
                come = range(come_before.start, come.stop)
                hunks.pop()
        hunks.append((gone, come))
    end = range(old, old), range(new, new)
    return *hunks, end
