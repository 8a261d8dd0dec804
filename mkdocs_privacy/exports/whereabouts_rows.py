"""Where each kind of data goes: a row for each use and recipient, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_privacy.exports.rich_text import plain_text
from mkdocs_privacy.localization import LocalizedCenter, how_long, with_capital
from mkdocs_privacy.model import Activity
from mkdocs_privacy.pictures.drawing import (
    Reach,
    Way,
    WaysOfData,
    name_of_receiver,
    names_of_countries,
)

_COLUMNS = (
    "activity.personal_data",
    "activity.use",
    "activity.purposes",
    "activity.recipients",
    "picture.places",
    "whereabouts.kept",
    "whereabouts.remark",
)


def whereabouts_rows(center: LocalizedCenter) -> Iterator[tuple[str, ...]]:
    """The names of the columns, and a row for each way of each kind of data."""
    say = center.localization
    yield tuple(plain_text(say.message(column)) for column in _COLUMNS)
    ways = WaysOfData(center)
    cells: dict[Way, tuple[str, ...]] = {}
    uses: dict[str, _Use] = {}
    for kind in ways.kinds:
        title = say.text(center.center.personal_data[kind].title)
        for way in ways.of(kind):
            if way not in cells:
                if way.activity_id not in uses:
                    uses[way.activity_id] = _use(way.activity, center)
                cells[way] = _cells(way, uses[way.activity_id], center)
            yield (title, *cells[way])
        for _, disclosure in ways.disclosures_of(kind):
            remark = plain_text(say.message("whereabouts.in_circumstances"))
            yield (title, "", "", say.text(disclosure.title), "", "", remark)


class _Use(NamedTuple):
    """What is said of a use on each of its ways."""

    title: str
    purposes: str
    kept: str


def _use(activity: Activity, center: LocalizedCenter) -> _Use:
    say = center.localization
    purposes = plain_text(say.listed(map(say.text, activity.purposes)))
    return _Use(say.text(activity.title), purposes, _kept(activity, center))


def _cells(way: Way, use: _Use, center: LocalizedCenter) -> tuple[str, ...]:
    say = center.localization
    unstated = way.reach is Reach.UNSTATED
    return (
        use.title,
        use.purposes,
        name_of_receiver(way, center),
        with_capital(names_of_countries(way.receiver, center)),
        use.kept,
        plain_text(say.message("whereabouts.unstated")) if unstated else "",
    )


def _kept(activity: Activity, center: LocalizedCenter) -> str:
    say = center.localization
    if not activity.retention:
        return plain_text(say.message("unstated.retention"))
    colon = plain_text(say.message("punctuation.colon"))
    stages = (
        (f"{say.text(stage.what)}{colon} " if stage.what else "") + plain_text(how_long(stage, say))
        for stage in activity.retention
    )
    return "; ".join(map(with_capital, stages))
