"""The ways of data, drawn: of one kind from above to below, and of all kinds from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pictures.drawing.lettering import plain
from mkdocs_privacy.pictures.drawing.scene import (
    LINE,
    SIZES,
    Box,
    Sheet,
    Stroke,
    Words,
    foot_of,
    place_words,
)
from mkdocs_privacy.pictures.drawing.ways_of_data import DataReceiver, Reach, Way, WaysOfData

_TRUNK, _USE, _NAMES, _ARROW, _COUNTRIES = 9.0, 22.0, 40.0, 212.0, 232.0
_COLUMNS = ((2.0, 154.0), (202.0, 164.0), (412.0, 138.0), (594.0, 104.0))
"""Where the columns of the whole begin, and how wide they are: each word of the catalogue fits."""
FLOW_WIDTH = 700
"""Of the whole, which only a screen that is wide enough shows."""


def names_of_countries(receiver: DataReceiver | None, localized: LocalizedCenter) -> str:
    """The countries of a recipient as a list, or that none is stated."""
    say = localized.localization
    if receiver is None:
        return ""
    if not receiver.countries:
        return plain(say.message("picture.country_unstated"))
    return plain(say.countries(receiver.countries))


def name_of_receiver(way: Way, localized: LocalizedCenter) -> str:
    """Who receives data on a way; that nobody does, or that nothing says who."""
    say = localized.localization
    if way.receiver:
        return say.text(way.receiver.name)
    is_unknown = way.reach is Reach.UNKNOWN
    return plain(say.message("unstated.recipients" if is_unknown else "whereabouts.nobody"))


def draw_ways(sheet: Sheet, kind: str, ways: Sequence[Way], localized: LocalizedCenter) -> None:
    """The ways of one kind of data: below it each use, and below that who receives it, where."""
    say = localized.localization
    title = localized.center.personal_data[kind].title
    _draw_node(sheet, "kind", say.text(title), 2.0, sheet.width - 2)
    top = sheet.y
    last = top
    place = len(sheet.shapes)
    for _, of_use in groupby(ways, key=lambda way: way.activity_id):
        each = tuple(of_use)
        sheet.skip(7)
        last = round(sheet.y + 12, 1)
        sheet.add(Stroke("trunk", _TRUNK, last, _USE, last))
        _draw_node(sheet, "use", say.text(each[0].activity.title), _USE, sheet.width - 2)
        _draw_receivers(sheet, each, localized)
    sheet.shapes.insert(place, Stroke("trunk", _TRUNK, top, _TRUNK, last))


def _draw_node(sheet: Sheet, look: str, words: str, x: float, right: float) -> None:
    top = sheet.y
    written = place_words(words, "strong", x + 7, top + 4, right - x - 14)
    sheet.y = round(foot_of(written) + 4, 1)
    sheet.add(Box(f"node-{look}", x, top, round(right - x, 1), round(sheet.y - top, 1)), written)


def _draw_receivers(sheet: Sheet, ways: Sequence[Way], localized: LocalizedCenter) -> None:
    """Those who receive data in the same countries in one line, and where these are."""
    say = localized.localization
    groups: dict[tuple[Reach, str], list[str]] = {}
    for way in ways:
        countries = names_of_countries(way.receiver, localized)
        groups.setdefault((way.reach, countries), []).append(name_of_receiver(way, localized))
    top, place, last = sheet.y, len(sheet.shapes), sheet.y
    for (reach, countries), names in groups.items():
        sheet.skip(4)
        last = round(sheet.y + 8, 1)
        is_stated = reach in (Reach.RECEIVED, Reach.NOBODY)
        look = "link" if is_stated else "link-unstated"
        sheet.add(Stroke(look, _USE + 8, last, _NAMES - 3, last))
        width = (_ARROW - _NAMES - 4) if countries else sheet.width - _NAMES - 2
        begin = sheet.y
        words = plain(say.listed(names)) if len(names) > 1 else names[0]
        written = place_words(words, "words", _NAMES, begin, width)
        sheet.add(written)
        sheet.y = foot_of(written)
        if reach is Reach.UNSTATED:
            note = plain(say.message("whereabouts.unstated"))
            unsaid = place_words(note, "small", _NAMES, sheet.y, width)
            sheet.add(unsaid)
            sheet.y = foot_of(unsaid)
        if countries:
            where = place_words(countries, "words", _COUNTRIES, begin, sheet.width - _COUNTRIES - 1)
            sheet.add(
                where,
                Stroke(look, _ARROW, last, _COUNTRIES - 6, last),
                Stroke("tip", _COUNTRIES - 10, last - 3.5, _COUNTRIES - 5, last),
                Stroke("tip", _COUNTRIES - 10, last + 3.5, _COUNTRIES - 5, last),
            )
            sheet.y = max(sheet.y, foot_of(where))
    sheet.shapes.insert(place, Stroke("link", _USE + 8, top, _USE + 8, last))


@dataclass(frozen=True, slots=True)
class _Node:
    """A box of the whole, with what it says."""

    top: float
    height: float
    words: Words


def draw_flow(sheet: Sheet, ways: WaysOfData) -> None:
    """All kinds of data, all uses, all recipients and all countries, with lines between them."""
    localized = ways.localized
    say = localized.localization
    columns: tuple[dict[str, str], ...] = ({}, {}, {}, {})
    links: tuple[dict[tuple[str, str], bool], ...] = ({}, {}, {})
    for kind in ways.kinds:
        columns[0][kind] = say.text(localized.center.personal_data[kind].title)
        links[0].update(((kind, way.activity_id), True) for way in ways.of(kind))
    for way in dict.fromkeys(way for kind in ways.kinds for way in ways.of(kind)):
        receiver = way.receiver.id if way.receiver else f"{way.reach}"
        columns[1].setdefault(way.activity_id, say.text(way.activity.title))
        if way.reach is not Reach.NOBODY:
            columns[2].setdefault(receiver, name_of_receiver(way, localized))
            is_stated = way.reach is Reach.RECEIVED
            links[1][way.activity_id, receiver] = is_stated
        for code in (way.receiver.countries or ("",)) if way.receiver else ():
            unstated = plain(say.message("picture.country_unstated"))
            columns[3].setdefault(code, say.country(code) if code else unstated)
            links[2][receiver, code] = bool(code)
    headings = ("activity.personal_data", "activity.use", "activity.recipients", "picture.places")
    begin = sheet.y
    for (x, width), heading in zip(_COLUMNS, headings, strict=True):
        written = place_words(plain(say.message(heading)), "strong", x + 6, begin, width)
        sheet.add(written)
        sheet.y = max(sheet.y, foot_of(written))
    _draw_columns(sheet.skip(4), columns, links)


def _draw_columns(
    sheet: Sheet,
    columns: Sequence[Mapping[str, str]],
    links: Sequence[Mapping[tuple[str, str], bool]],
) -> None:
    top, place = sheet.y, len(sheet.shapes)
    heights = [
        fsum(_height(words, width) + 6 for words in column.values())
        for column, (_, width) in zip(columns, _COLUMNS, strict=True)
    ]
    tallest = max(heights)
    placed = [
        _place_column(column, at, top, tallest - height)
        for column, at, height in zip(columns, _COLUMNS, heights, strict=True)
    ]
    for nodes, (x, width), look in zip(
        placed, _COLUMNS, ("kind", "use", "recipient", "country"), strict=True
    ):
        for node in nodes.values():
            sheet.add(Box(f"node-{look}", x, node.top, width, node.height), node.words)
    sheet.y = round(top + tallest, 1)
    sheet.shapes[place:place] = [
        line for at in range(3) for line in _links(links[at], placed[at], placed[at + 1], at)
    ]


def _height(words: str, width: float) -> float:
    lines = place_words(words, "small", 0, 0, width - 12).lines
    return round(len(lines) * SIZES["small"] * LINE + 7, 1)


def _place_column(
    column: Mapping[str, str], at: tuple[float, float], top: float, spare: float
) -> dict[str, _Node]:
    x, width = at
    nodes: dict[str, _Node] = {}
    y = top
    between = 6 + spare / max(len(column), 1)
    for id, words in column.items():
        height = _height(words, width)
        written = place_words(words, "small", x + 6, y + between / 2, width - 12)
        nodes[id] = _Node(round(y + between / 2 - 3, 1), height, written)
        y += height + between
    return nodes


def _links(
    links: Mapping[tuple[str, str], bool],
    left: Mapping[str, _Node],
    right: Mapping[str, _Node],
    at: int,
) -> list[Stroke]:
    leaving = Counter(one for one, _ in links)
    arriving = Counter(other for _, other in links)
    left_x = fsum(_COLUMNS[at])
    right_x = _COLUMNS[at + 1][0]
    seen_left: dict[str, int] = {}
    seen_right: dict[str, int] = {}
    lines = []
    for (one, other), is_stated in links.items():
        seen_left[one] = seen_left.get(one, 0) + 1
        seen_right[other] = seen_right.get(other, 0) + 1
        y = _spread(left[one], seen_left[one], leaving[one])
        to_y = _spread(right[other], seen_right[other], arriving[other])
        look = "flow" if is_stated else "flow-unstated"
        lines.append(Stroke(look, left_x, y, right_x, to_y, is_curve=True))
    return lines


def _spread(node: _Node, number: int, of: int) -> float:
    return round(node.top + node.height * number / (of + 1), 1)
