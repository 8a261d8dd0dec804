"""The desk as an ASGI application: its addresses, and what holds for all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mkdocs_privacy.requests import Unreadable
from mkdocs_privacy.requests.desk.desk import Desk, Write, list_requests
from mkdocs_privacy.requests.desk.drafting import draft_letter, show_letter
from mkdocs_privacy.requests.desk.failing import (
    DeskFailures,
    tell_it_is_gone,
    tell_of_address,
    tell_of_database,
)
from mkdocs_privacy.requests.desk.figures import show_figures
from mkdocs_privacy.requests.desk.form_handlers import act, add_request, ask_for_request
from mkdocs_privacy.requests.desk.guarding import Guard
from mkdocs_privacy.requests.desk.settings import DeskSettings
from mkdocs_privacy.requests.desk.showing import export_request, show_request
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.store import OutcomeUnknown, UnknownReference


def make_desk(intake: Intake, write: Write, settings: DeskSettings) -> Starlette:
    """The desk of one site; `write` reaches the store that its receiver owns."""
    desk, root = Desk(intake, settings, write), settings.root

    def at(path: str, answer: Callable[[Desk, Request], Awaitable[Response]], method: str) -> Route:
        return Route(f"{root}/{path}", partial(answer, desk), methods=[method])

    failures: dict[Any, Any] = {
        SQLAlchemyError: partial(tell_of_database, desk),
        OutcomeUnknown: partial(tell_of_database, desk),
        sqlite3.Error: partial(tell_of_database, desk),  # as SQLite ends what SQLAlchemy began
        UnknownReference: partial(tell_it_is_gone, desk),
        Unreadable: partial(tell_of_address, desk),
        HTTPException: partial(tell_of_address, desk),
    }
    app = Starlette(
        routes=[
            at("", list_requests, "GET"),
            at("figures", show_figures, "GET"),
            at("add", ask_for_request, "GET"),
            at("add", add_request, "POST"),
            at("requests/{reference}", show_request, "GET"),
            at("requests/{reference}/export", export_request, "GET"),
            at("requests/{reference}/letter", show_letter, "GET"),
            at("requests/{reference}/draft/{kind}", draft_letter, "POST"),
            at("requests/{reference}/{action}", act, "POST"),
        ],
        middleware=[Middleware(Guard, settings=settings), Middleware(DeskFailures)],
        exception_handlers=failures,
    )
    app.router.redirect_slashes = False  # it would lead a browser to the address behind the proxy
    return app
