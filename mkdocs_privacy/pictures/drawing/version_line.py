"""All versions of the policy on a line: when, how much each changed, which one is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mkdocs_privacy.changelog import Entry, version_name
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.pictures.drawing.lettering import plain
from mkdocs_privacy.pictures.drawing.scene import SIZES, Sheet, Spot, Stroke, foot_of, place_words
from mkdocs_privacy.releases import History, Release

_LINE, _WORDS = 14.0, 32.0
_LONGEST_GAP = 70.0
"""Between two versions, for the longest time that passed between any two."""


@dataclass(frozen=True, slots=True)
class VersionPoint:
    """A version as a point in time."""

    id: str
    name: str
    effective: date
    state: str
    """`in-force`, `past`, `replaced` or `ahead`."""
    state_in_words: str
    is_important: bool
    level_in_words: str


def version_points(
    entries: Sequence[Entry], in_force: Release | None, localization: Localization
) -> tuple[VersionPoint, ...]:
    """Every version, the newest first."""
    history = History(tuple(entry.release for entry in reversed(entries)))
    say = localization.message
    states = {entry.release.id: _state(entry.release, history, in_force) for entry in entries}
    return tuple(
        VersionPoint(
            entry.release.id,
            version_name(entry.release, localization),
            entry.release.effective,
            state := states[entry.release.id],
            plain(say(f"picture.version.{state}")),
            entry.is_material,
            plain(say(f"feed.level.{entry.level}")),
        )
        for entry in entries
    )


def _state(release: Release, history: History, in_force: Release | None) -> str:
    if history.is_replaced_at_once(release):
        return "replaced"
    if release == in_force:
        return "in-force"
    order = history.releases
    is_past = in_force is not None and order.index(release) < order.index(in_force)
    return "past" if is_past else "ahead"


def draw_versions(sheet: Sheet, points: Sequence[VersionPoint]) -> None:
    """A line from the newest version to the oldest, with room as time passed."""
    gaps = [(newer.effective - older.effective).days for newer, older in pairwise(points)]
    longest = max(gaps, default=0) or 1
    top = sheet.y + 8
    place = len(sheet.shapes)
    middle = top
    for point, gap in zip(points, [*gaps, 0], strict=True):
        middle = round(sheet.y + SIZES["strong"] * 0.7, 1)
        written = place_words(point.name, "strong", _WORDS, sheet.y, sheet.width - _WORDS - 2)
        sheet.add(written)
        sheet.y = foot_of(written)
        sheet.write(f"{point.state_in_words} · {point.level_in_words}", "small", _WORDS)
        _draw_point(sheet, point, middle)
        sheet.skip(6 + _LONGEST_GAP * gap / longest)
    sheet.shapes.insert(place, Stroke("trunk", _LINE, top, _LINE, middle))


def _draw_point(sheet: Sheet, point: VersionPoint, middle: float) -> None:
    size = 7.0 if point.is_important else 5.0
    if point.state == "in-force":
        sheet.add(Spot("ring", _LINE, middle, size + 4))
    sheet.add(Spot(f"version-{point.state}", _LINE, middle, size, point.is_important))
