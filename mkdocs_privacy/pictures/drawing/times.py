"""How long data is kept, and how long what is on a device stays: facts for the bars."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_privacy.localization import LocalizedCenter, how_long, lifetime, with_capital
from mkdocs_privacy.model import (
    TERM_GROUNDS,
    UNTIMED,
    CookieCategory,
    CookieService,
    Retention,
    TrackerItem,
)
from mkdocs_privacy.pictures.drawing.lettering import plain
from mkdocs_privacy.pictures.drawing.stays import TimeBar, TimeBars


def kept_times(localized: LocalizedCenter) -> tuple[TimeBars, ...]:
    """Every use with its stages of retention."""
    say = localized.localization
    return tuple(
        TimeBars(
            say.text(activity.title),
            f"activity-{id}",
            tuple(_stage(stage, localized) for stage in activity.retention)
            or (_unstated_time(localized),),
        )
        for id, activity in localized.center.activities.items()
    )


def _stage(stage: Retention, localized: LocalizedCenter) -> TimeBar:
    say = localized.localization
    ground = next((name for name in TERM_GROUNDS if getattr(stage, name)), "unstated")
    fixed = stage.maximum or stage.period
    what = with_capital(say.text(stage.what)) + plain(say.message("punctuation.colon"))
    words = plain(how_long(stage, say))
    return TimeBar(
        what if stage.what else "",
        words if stage.what else with_capital(words),
        ground,
        plain(say.message(f"picture.ground.{ground}")),
        stage.minimum,
        fixed,
        is_open=stage.is_open or bool(stage.until or stage.criteria),
    )


def _unstated_time(localized: LocalizedCenter) -> TimeBar:
    say = localized.localization.message
    words = plain(say("unstated.retention"))
    return TimeBar("", words, "unstated", plain(say("picture.ground.unstated")))


def cookie_times(localized: LocalizedCenter) -> tuple[TimeBars, ...]:
    """What is stored or read, by its category."""
    found: dict[CookieCategory, list[TimeBar]] = {}
    for services in localized.cookies_by_category.values():
        for _, service in services:
            for name, item in service.items.items():
                category = item.category or service.category
                found.setdefault(category, []).append(_item(name, item, service, localized))
    say = localized.localization.message
    return tuple(
        TimeBars(plain(say(f"cookie_category.{category}")), "cookie-table", tuple(each))
        for category in CookieCategory
        if (each := found.get(category))
    )


def _item(
    name: str, item: TrackerItem, service: CookieService, localized: LocalizedCenter
) -> TimeBar:
    say = localized.localization
    consent = service.asks_consent or "unstated"
    is_period = item.duration not in (None, *UNTIMED)
    return TimeBar(
        name + plain(say.message("punctuation.colon")),
        plain(Markup.escape(lifetime(item, say))),
        consent,
        plain(say.message(f"picture.consent.{consent}")),
        maximum=item.duration if is_period else None,
        is_open=item.duration == "persistent",
        is_momentary=item.duration == "session",
    )
