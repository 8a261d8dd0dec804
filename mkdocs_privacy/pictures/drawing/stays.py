"""How long something stays, as bars below one another on one axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import about_days
from mkdocs_privacy.pictures.drawing.lettering import plain, width_of
from mkdocs_privacy.pictures.drawing.scene import SIZES, Box, Sheet, Spot, Stroke, Words

WIDTH = 320
"""Of a picture that a phone shows in its own size, with room at both sides."""
_LEFT, _RIGHT = 3.0, 317.0
_HEIGHT = 9.0
_TICKS = (
    *("PT1H", "P1D", "P1W", "P1M", "P6M", "P1Y", "P2Y", "P3Y", "P5Y"),
    *("P7Y", "P10Y", "P15Y", "P20Y", "P30Y", "P50Y", "P75Y", "P100Y", "P150Y"),
)
"""The times that the axis may name, from short to long."""


@dataclass(frozen=True, slots=True)
class TimeBar:
    """How long one thing stays."""

    what: str
    """What it is, or nothing where its group says that."""
    words: str
    """How long."""
    sort: str
    """Why so long, or on which condition: a name by which bars are drawn apart."""
    sort_in_words: str
    minimum: str | None = None
    """The shortest time, as a period."""
    maximum: str | None = None
    """The longest time, as a period."""
    is_open: bool = False
    """Whether nothing fixes when it ends."""
    is_momentary: bool = False
    """Whether it ends with the visit."""


@dataclass(frozen=True, slots=True)
class TimeBars:
    """What belongs together: a use, or a category."""

    title: str
    anchor: str
    """Where its page tells of it."""
    each: tuple[TimeBar, ...]


class Axis:
    """Places on an axis of time that shows short times larger: it grows with the square root."""

    def __init__(self, groups: Sequence[TimeBars]) -> None:
        times = [
            about_days(time)
            for group in groups
            for stay in group.each
            for time in (stay.minimum, stay.maximum)
            if time
        ]
        self.longest = max(times, default=Decimal())

    def at(self, days: Decimal) -> float:
        """Where a number of days stands; an open end has room behind the longest time."""
        if not self.longest:
            return _LEFT
        return round(_LEFT + (_RIGHT - 14 - _LEFT) * sqrt(days / self.longest), 1)

    def ticks(self, localization: Localization) -> Iterator[tuple[float, str]]:
        """The times that it names, with room between them, from the longest."""
        free = _RIGHT
        for period in reversed(_TICKS):
            days = about_days(period)
            if days > self.longest:
                continue
            place, words = self.at(days), localization.period(period)
            width = width_of(words, SIZES["small"])
            left = min(place - width / 2, _RIGHT - width)
            if left >= _LEFT and left + width <= free:
                free = left - 8
                yield place, words


def draw_stays(sheet: Sheet, groups: Sequence[TimeBars], localization: Localization) -> None:
    """The legend, the axis, and all bars below it."""
    axis = Axis(groups)
    _draw_legend(sheet, groups)
    if axis.longest:
        sheet.write(plain(localization.message("picture.axis")), "small")
        ticks = tuple(axis.ticks(localization))
        _draw_ticks(sheet, ticks)
        top, place = sheet.y, len(sheet.shapes)
    for group in groups:
        sheet.skip(7).write(group.title, "strong")
        for stay in group.each:
            _draw_stay(sheet, stay, axis)
    if axis.longest:
        lines = [Stroke("grid", x, top, x, sheet.skip(4).y) for x, _ in ticks]
        sheet.shapes[place:place] = lines
        _draw_ticks(sheet, ticks)


def _draw_legend(sheet: Sheet, groups: Sequence[TimeBars]) -> None:
    sorts = {stay.sort: stay.sort_in_words for group in groups for stay in group.each}
    for sort, words in sorts.items():
        top = sheet.y
        sheet.write(words, "small", x=40)
        sheet.add(Box(f"bar-{sort}", _LEFT, top + 4, 28, _HEIGHT))
        sheet.y = max(sheet.y, top + _HEIGHT + 6)
    sheet.skip(2)


def _draw_ticks(sheet: Sheet, ticks: Sequence[tuple[float, str]]) -> None:
    foot = round(sheet.y + SIZES["small"], 1)
    for place, words in ticks:
        width = width_of(words, SIZES["small"])
        left = min(place - width / 2, _RIGHT - width)
        sheet.add(Words("small", round(left, 1), foot, (words,)))
    sheet.skip(SIZES["small"] * 1.5)


def _draw_stay(sheet: Sheet, stay: TimeBar, axis: Axis) -> None:
    words = f"{stay.what} {stay.words}".strip()
    is_drawn = stay.minimum or stay.maximum or stay.is_momentary
    sheet.skip(2).write(words if is_drawn else f"{words} · {stay.sort_in_words}")
    if not (is_drawn or stay.is_open):
        return
    top = sheet.skip(2).y
    middle, look, end = top + _HEIGHT / 2, f"bar-{stay.sort}", _LEFT
    if stay.minimum:
        end = axis.at(about_days(stay.minimum))
        sheet.add(Box(look, _LEFT, top, max(end - _LEFT, 2), _HEIGHT))
    if stay.maximum:
        begin, end = end, axis.at(about_days(stay.maximum))
        inset = 3 if stay.minimum else 0
        sheet.add(Box(look, begin, top + inset, max(end - begin, 2), _HEIGHT - 2 * inset))
    if stay.is_open:
        sheet.add(
            Stroke("open", end, middle, _RIGHT - 6, middle),
            Stroke("tip", _RIGHT - 6, middle - 4, _RIGHT, middle),
            Stroke("tip", _RIGHT - 6, middle + 4, _RIGHT, middle),
        )
    if stay.is_momentary:
        sheet.add(Spot(look, _LEFT + 5, middle, 4))
    sheet.skip(_HEIGHT + 3)
