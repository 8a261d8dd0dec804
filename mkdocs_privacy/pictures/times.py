"""How long data is kept, and how long what is on a device stays: facts for the bars."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_privacy.localization import LocalizedCenter, how_long, lifetime, with_capital
from mkdocs_privacy.model import CookieService, Retention, TrackerItem
from mkdocs_privacy.pictures.lettering import plain
from mkdocs_privacy.pictures.spans import Span, SpanGroup

_GROUNDS = ("law", "limitation", "recommendation", "our_choice")


def kept_times(localized: LocalizedCenter) -> tuple[SpanGroup, ...]:
    """Every use with its stages of retention."""
    say = localized.localization
    return tuple(
        SpanGroup(
            say.text(activity.title),
            f"activity-{id}",
            tuple(_stage(stage, localized) for stage in activity.retention)
            or (_unstated_time(localized),),
        )
        for id, activity in localized.center.activities.items()
    )


def _stage(stage: Retention, localized: LocalizedCenter) -> Span:
    say = localized.localization
    ground = next((name for name in _GROUNDS if getattr(stage, name)), "unstated")
    fixed = stage.maximum or stage.period
    what = with_capital(say.text(stage.what)) + plain(say.message("punctuation.colon"))
    words = plain(how_long(stage, say))
    return Span(
        what if stage.what else "",
        words if stage.what else with_capital(words),
        ground,
        plain(say.message(f"picture.ground.{ground}")),
        stage.minimum,
        fixed,
        is_open=stage.is_open or bool(stage.until or stage.criteria),
    )


def _unstated_time(localized: LocalizedCenter) -> Span:
    say = localized.localization.message
    words = plain(say("unstated.retention"))
    return Span("", words, "unstated", plain(say("picture.ground.unstated")))


def cookie_times(localized: LocalizedCenter) -> tuple[SpanGroup, ...]:
    """What is stored or read, by its category."""
    found: dict[str, list[Span]] = {}
    for services in localized.cookies_by_category.values():
        for _, service in services:
            for name, item in service.items.items():
                category = item.category or service.category
                found.setdefault(category, []).append(_item(name, item, service, localized))
    say = localized.localization.message
    return tuple(
        SpanGroup(plain(say(f"cookie_category.{category}")), "cookie-table", tuple(spans))
        for category, spans in _in_order(found)
    )


def _in_order(found: dict[str, list[Span]]) -> Iterator[tuple[str, list[Span]]]:
    order = ("necessary", "preferences", "statistics", "marketing")
    yield from ((category, found[category]) for category in order if category in found)


def _item(name: str, item: TrackerItem, service: CookieService, localized: LocalizedCenter) -> Span:
    say = localized.localization
    consent = service.asks_consent or "unstated"
    is_period = item.duration not in (None, "session", "persistent")
    return Span(
        name + plain(say.message("punctuation.colon")),
        plain(Markup.escape(lifetime(item, say))),
        consent,
        plain(say.message(f"picture.consent.{consent}")),
        maximum=item.duration if is_period else None,
        is_open=item.duration == "persistent",
        is_momentary=item.duration == "session",
    )
