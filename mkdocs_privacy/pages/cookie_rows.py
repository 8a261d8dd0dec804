"""What is stored or read on devices as rows of one table, each with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import CookieCategory, CookieService, TrackerItem, about_seconds

_SEPARATORS = re.compile(r"(?<=[^_\-.*:/])([_\-.*:/]+)(?=[^_\-.*:/])")
"""Where a name may break: behind what separates its parts, never in the middle of one."""

_KEPT_IN_A_BROWSER = ("cookie", "local_storage", "session_storage", "indexed_db")
"""The types of which a script on the page itself can see whether they are there."""


@dataclass(frozen=True, slots=True)
class CookieRow:
    """One thing that is stored or read, with the service that does."""

    id: str
    """Where it stands on its page."""
    name: str
    item: TrackerItem
    service_id: str
    service: CookieService

    @property
    def category(self) -> CookieCategory:
        """Its own category, or else that of its service."""
        return self.item.category or self.service.category

    @property
    def consent(self) -> str:
        """Whether it waits for consent: `required`, `not_required`, or `unstated`."""
        return self.service.asks_consent or "unstated"

    @property
    def rank(self) -> str:
        """How long it stays, as a number that sorts; nothing where that is not stated."""
        match self.item.duration:
            case "session":
                return "0"
            case "persistent":
                return "Infinity"
            case str(period):
                return f"{int(about_seconds(period))}"
            case None:
                return "" if self.item.type in _KEPT_IN_A_BROWSER else "-1"


def cookie_rows(center: LocalizedCenter) -> tuple[CookieRow, ...]:
    """Every item of every service, by the service's category."""
    return tuple(_rows(center))


def _rows(center: LocalizedCenter) -> Iterator[CookieRow]:
    for services in center.cookies_by_category.values():
        for id, service in services:
            for name, item in service.items.items():
                yield CookieRow(f"item-{id}.{_as_anchor(name)}", name, item, id, service)


def breakable(name: str) -> Markup:
    """A name that breaks only behind what separates its parts."""
    return Markup("<wbr>").join(map(escape, _SEPARATORS.sub(r"\1\n", name).split("\n")))


def _as_anchor(name: str) -> str:
    """A name as a part of an address: what an address cannot hold becomes `~2A`, no two alike."""
    return quote(name, safe="").replace("~", "~7E").replace("%", "~")
