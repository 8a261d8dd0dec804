"""The desk of one site: what it shows, and how it reaches what is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from mkdocs_privacy import clock
from mkdocs_privacy.requests.desk.action_forms import Scene
from mkdocs_privacy.requests.desk.actions import Dossier, open_dossier
from mkdocs_privacy.requests.desk.form_reading import FormReader
from mkdocs_privacy.requests.desk.listing import NOBODY, SOON_DAYS, choose, read_filters
from mkdocs_privacy.requests.desk.pages import Pages, shown_request
from mkdocs_privacy.requests.desk.settings import DeskSettings
from mkdocs_privacy.requests.desk.visiting import Visit, read_name, visit_of
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.store import Signature, StatusFilter, Store

Result = TypeVar("Result")


class Write(Protocol):
    """Has something done with the store, all or nothing of it, in one transaction.

    The awaitable raises what the work raises, SQLAlchemy's errors where nothing was stored, and
    OutcomeUnknown. The work may be done twice, where it was rolled back in between.
    """

    def __call__(self, work: Callable[[Store], Result], /) -> Awaitable[Result]:
        """Have the work done."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The requests of one site on a screen."""

    intake: Intake
    settings: DeskSettings
    write: Write

    @property
    def pages(self) -> Pages:
        """Who renders its pages."""
        return Pages(self.intake)

    def visit(self, http: Request, typed: Mapping[str, Any] | None = None) -> Visit:
        """Who looks at it, or sent the form that was `typed`."""
        visit = visit_of(http, self.intake, self.settings)
        if typed is None or visit.is_known:
            return visit
        by = read_name(typed.get("by"))
        kept = {name: value for name, value in visit.kept.items() if name != "by"}
        return replace(visit, by=by, kept={**kept, **({"by": by} if by else {})})

    async def dossier(self, http: Request) -> Dossier:
        """The request that the address names; raises UnknownReference."""
        reference = http.path_params["reference"]
        return await self.write(lambda store: open_dossier(store, reference))

    def scene(self, dossier: Dossier) -> Scene:
        """What a form about a request is held against."""
        return Scene(dossier, self.intake, clock.today(), self.settings.sends_mail)


def now() -> datetime:
    """The moment, as the store keeps it."""
    return datetime.now(UTC).replace(microsecond=0)


def sign(reader: FormReader, visit: Visit) -> Signature:
    """What is done now, by who looks at the desk; a flaw where nobody says who that is."""
    if visit.by is None:
        reader.refuse("by", "desk.flaw.by")
    return Signature(now(), visit.by)


async def list_requests(desk: Desk, http: Request) -> Response:
    """The requests that somebody wants to see, the most urgent one first."""
    visit, today = desk.visit(http), clock.today()
    filters = read_filters(http.query_params)
    every = await desk.write(lambda store: store.requests(StatusFilter.ALL))
    listed = choose(every, filters, today)
    pages, localization = desk.pages, visit.localization
    asked = {
        "status": str(filters.status),
        "right": filters.right,
        "assignee": filters.assignee,
        "reference": filters.reference,
    }
    return pages.render(
        "list.html",
        visit,
        "",
        filters=filters,
        asked=asked,
        listed=listed,
        requests=[shown_request(stored, pages, localization, today) for stored in listed.shown],
        rights={asked: pages.right(asked, localization) for asked in desk.intake.forms},
        NOBODY=NOBODY,
        SOON_DAYS=SOON_DAYS,
        StatusFilter=StatusFilter,
    )
