"""What two sequences have in common, in an order that both have; never in quadratic time.

The browser finds the same in `site_template/theme/assets/privacy-center/alignment.js`, with fewer
shortcuts: any two versions have one redline. A change of what is found here is a change there;
`tests/test_one_redline.py` compares the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple, TypeVar

Item = TypeVar("Item", bound=Hashable)

Pairs = list[tuple[int, int]]
"""Places in two sequences that belong together, rising in both."""

_SMALL = 4_000
"""Up to this product of lengths difflib is quick; its worst case is cubic."""
_DEPTH = 8
_RARE = 10
"""Words that stand in more blocks than this do not say which blocks belong together."""
_ALIKE = 0.5


class Gap(NamedTuple):
    """A stretch that belongs to nothing on the other side; `end` is the pair after it."""

    before: range
    after: range
    end: tuple[int, int] | None


def gaps(pairs: Pairs, before: int, after: int) -> Iterator[Gap]:
    """What stands before each pair, and after the last one, in sequences of these lengths."""
    i = j = 0
    for p, q in pairs:
        yield Gap(range(i, p), range(j, q), (p, q))
        i, j = p + 1, q + 1
    yield Gap(range(i, before), range(j, after), None)


def patience_diff(before: Sequence[Hashable], after: Sequence[Hashable], depth: int = 0) -> Pairs:
    """The places of what two sequences have in common.

    In large sequences what stands once in both comes first, and what lies between is compared by
    itself: difflib alone takes seconds for a paragraph in which every other word differs. Bram
    Cohen's patience diff, with difflib where little is left.
    """
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = _diff_middle(before[start : len(before) - end], after[start : len(after) - end], depth)
    return [
        *((place, place) for place in range(start)),
        *((start + i, start + j) for i, j in middle),
        *((len(before) - place, len(after) - place) for place in range(end, 0, -1)),
    ]


def _diff_middle(before: Sequence[Hashable], after: Sequence[Hashable], depth: int) -> Pairs:
    if len(before) * len(after) <= _SMALL:
        runs = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        return [(run.a + place, run.b + place) for run in runs for place in range(run.size)]
    if depth == _DEPTH:
        return _pair_by_occurrence(before, after)
    unique = longest_increasing_subsequence(_equal(_unique(before), _unique(after)))
    anchors = unique or _pair_by_occurrence(before, after)
    found: Pairs = []
    for gap in gaps(anchors, len(before), len(after)):
        within = _slice(before, gap.before), _slice(after, gap.after)
        if all(within) and anchors:
            inner = patience_diff(*within, depth + 1)
            found += [(gap.before.start + i, gap.after.start + j) for i, j in inner]
        if gap.end:
            found.append(gap.end)
    return found


def _slice(sequence: Sequence[Hashable], places: range) -> Sequence[Hashable]:
    return sequence[places.start : places.stop]


def _unique(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    """The places of what stands once in a sequence."""
    count = Counter(sequence)
    return {item: place for place, item in enumerate(sequence) if count[item] == 1}


def _pair_by_occurrence(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """Pairs the first with the first, the second with the second, of all that stands in both."""
    return longest_increasing_subsequence(_equal(_numbered(before), _numbered(after)))


def _numbered(sequence: Sequence[Item]) -> dict[tuple[Item, int], int]:
    """The place of the first, second, third … time that something stands in a sequence."""
    seen: dict[Item, int] = {}
    places: dict[tuple[Item, int], int] = {}
    for place, item in enumerate(sequence):
        time = seen.get(item, 0)
        places[item, time] = place
        seen[item] = time + 1
    return places


def _equal(before: dict[Item, int], after: dict[Item, int]) -> Iterator[tuple[int, int]]:
    return ((before[item], place) for item, place in after.items() if item in before)


def longest_increasing_subsequence(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """The longest choice of pairs that rises in both; the pairs come in the order of the second."""
    lowest: list[int] = []  # the lowest end of a choice of each length, and which pair that is
    ends: list[int] = []
    known: Pairs = []
    previous: list[int] = []
    for place, pair in enumerate(pairs):
        known.append(pair)
        length = bisect_left(lowest, pair[0])
        previous.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [pair[0]]
        ends[length : length + 1] = [place]
    chosen: Pairs = []
    last = ends[-1] if ends else -1
    while last >= 0:
        chosen.append(known[last])
        last = previous[last]
    return chosen[::-1]


def pair_alike(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> Pairs:
    """Pair what shares at least half its words with something on the other side."""
    pairs = _pair_once(before, after)
    if not pairs:
        return []
    found: Pairs = []
    for gap in gaps(pairs, len(before), len(after)):
        within = (
            before[gap.before.start : gap.before.stop],
            after[gap.after.start : gap.after.stop],
        )
        # among fewer, more words are rare
        found += [(gap.before.start + i, gap.after.start + j) for i, j in _pair_once(*within)]
        if gap.end:
            found.append(gap.end)
    return found


def _pair_once(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> Pairs:
    if not (before and after):
        return []
    where: dict[str, list[int]] = {}
    for place, words in enumerate(before):
        for word in set(words):
            where.setdefault(word, []).append(place)
    return longest_increasing_subsequence(
        (best, place)
        for place, words in enumerate(after)
        if (best := _most_alike(words, before, where, place)) is not None
    )


def _most_alike(
    words: tuple[str, ...],
    before: Sequence[tuple[str, ...]],
    where: dict[str, list[int]],
    place: int,
) -> int | None:
    """The place of what shares most words with these, the nearest of several."""
    shared = Counter(
        candidate
        for word in dict.fromkeys(words)  # a set has no order, which decides among equals
        if len(places := where.get(word, ())) <= _RARE
        for candidate in places
    )
    likeness = {
        candidate: _likeness(words, before[candidate])
        for candidate, _ in shared.most_common(3)
        if _may_be_alike(words, before[candidate])
    }
    return max(
        (candidate for candidate in likeness if likeness[candidate] >= _ALIKE),
        key=lambda near: (likeness[near], -abs(near - place)),
        default=None,
    )


def _likeness(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Which part of their words both share."""
    return 2 * len(_told_apart(words) & _told_apart(others)) / (len(words) + len(others))


def _may_be_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the shorter could share enough of the longer, if all of it stood there."""
    fewer, more = sorted((len(words), len(others)))
    return 2 * fewer / (fewer + more) >= _ALIKE


@lru_cache(maxsize=128)  # each is compared with three others, and again among fewer
def _told_apart(words: tuple[str, ...]) -> Set[Hashable]:
    """The words; the second, third … time that one stands there is another one than the first."""
    distinct = frozenset(words)
    if len(distinct) == len(words):
        return distinct
    return frozenset((word, time) if time else word for word, time in _numbered(words))
