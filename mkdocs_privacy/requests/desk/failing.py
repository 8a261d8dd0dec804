"""What the desk says where something does not work: nothing that was typed is lost."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mkdocs_privacy.requests import Unreadable
from mkdocs_privacy.requests.desk.adding import OF_THE_SITE
from mkdocs_privacy.requests.desk.desk import Desk
from mkdocs_privacy.requests.desk.visiting import Visit
from mkdocs_privacy.requests.intake import Teller
from mkdocs_privacy.requests.store import OutcomeUnknown, describe_failure

LOG = logging.getLogger("mkdocs_privacy.requests.desk")
_OURS = frozenset({"by", "seen", "reference", "to", "as"})
"""What forms hold beside what somebody types."""
_LABELS = {
    "assignee": "desk.assignee",
    "kind": "desk.kind",
    "words": "desk.words",
    "until": "desk.until",
    "reason": "desk.reason",
    "told": "desk.told",
    "told_on": "desk.told_on",
    "outcome": "desk.outcome",
    "ground": "desk.ground",
    "explanation": "desk.explanation",
    "note": "desk.note",
    "on": "receiver.status.answered_on",
    "right": "received.right",
    "channel": "mail.field.channel",
    "received": "receiver.received_on",
    "postal_address": "mail.field.postal_address",
}
"""What the fields of forms are called; those of the contract are known to the teller."""


async def tell_of_database(desk: Desk, http: Request, error: Exception) -> Response:
    """The database cannot be used, or nobody knows whether it did what it was asked."""
    LOG.error("%s", describe_failure(error))
    is_unknown = isinstance(error, OutcomeUnknown)
    reason = "desk.failure.unknown" if is_unknown else "desk.failure.database"
    return _page(desk, http, reason, HTTPStatus.SERVICE_UNAVAILABLE)


async def tell_it_is_gone(desk: Desk, http: Request, error: Exception) -> Response:  # noqa: ARG001
    """There is no such request; it may have been forgotten since."""
    return _page(desk, http, "desk.failure.gone", HTTPStatus.NOT_FOUND)


async def tell_of_address(desk: Desk, http: Request, error: Exception) -> Response:
    """Nothing is at this address, or what was sent there is no form."""
    if isinstance(error, Unreadable):
        return _page(desk, http, "desk.failure.unreadable", HTTPStatus(error.status))
    status = HTTPStatus(getattr(error, "status_code", HTTPStatus.NOT_FOUND))
    return _page(desk, http, "desk.failure.no_page", status)


def _page(desk: Desk, http: Request, reason: str, status: HTTPStatus) -> Response:
    typed = getattr(http.state, "typed", {})
    visit = desk.visit(http, typed or None)
    shown = [
        (_label(name, desk, visit), value if isinstance(value, list) else [value])
        for name, value in typed.items()
        if name not in _OURS
    ]
    can_try_again = bool(typed) and status is HTTPStatus.SERVICE_UNAVAILABLE
    return desk.pages.render(
        "failure.html",
        visit,
        None,
        status,
        reason=visit.localization.message(reason),
        typed=shown,
        again=[
            (name, value)
            for name, values in typed.items()
            for value in (values if isinstance(values, list) else [values])
        ]
        if can_try_again
        else [],
        address=visit.link(http.url.path.removeprefix(f"{visit.root}/")),
    )


def _label(name: str, desk: Desk, visit: Visit) -> str:
    if name in _LABELS:
        return visit.localization.message(_LABELS[name])
    return Teller(desk.intake, visit.localization, None).label_for_us(
        name.removeprefix(OF_THE_SITE)
    )


class DeskFailures:
    """Answers where the desk itself fails, and tells the log no more than where that was."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it."""
        is_begun = False

        async def send_and_see(message: Message) -> None:
            nonlocal is_begun
            is_begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_see)
        except Exception as error:  # whatever it is, who waits must be told
            if scope["type"] != "http" or is_begun:
                raise
            LOG.error(describe_failure(error))  # noqa: TRY400
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            answer = PlainTextResponse(f"{status} {status.phrase}: the log says more\n", status)
            await answer(scope, receive, send)
