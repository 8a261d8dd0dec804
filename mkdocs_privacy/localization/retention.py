"""How long data is kept, in words: the same on pages and in the changelog."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_privacy.localization.isolation import isolated
from mkdocs_privacy.localization.language import Localization
from mkdocs_privacy.model import Retention


def retention_amount(retention: Retention, localization: Localization) -> Markup:
    """A number of years or days, at least or at most; nothing where there is none."""
    minimum, maximum, period = (
        localization.period(written) if written else None
        for written in (retention.minimum, retention.maximum, retention.period)
    )
    longest = maximum or period
    if minimum and longest:
        return localization.message("retention.between", minimum=minimum, period=longest)
    if minimum:
        return localization.message("retention.at_least", period=minimum)
    if maximum:
        return localization.message("retention.at_most", period=maximum)
    return Markup.escape(period or "")


def how_long(retention: Retention, localization: Localization) -> Markup:
    """How long and from when, or until when; else what decides it."""
    start = isolated(localization.text(retention.start))
    parts = (retention_amount(retention, localization), start)
    counted = Markup(" ").join(part for part in parts if part)
    until = localization.text(retention.until)
    if counted and until:
        return counted + localization.message("retention.or_until", until=until)
    alone = isolated(until or localization.text(retention.criteria))
    return Markup.escape(counted or alone)
