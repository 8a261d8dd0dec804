"""The receiver as an ASGI application: its addresses, and what holds for all of them."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route
from starlette.types import ASGIApp

from mkdocs_privacy.requests.desk import make_desk
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver.middleware import (
    AnswerHeaders,
    ClearFraming,
    FailureAnswers,
    PortDispatch,
)
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.taking import Receiver
from mkdocs_privacy.requests.store import OutcomeUnknown

_PREFLIGHT = 7200
"""Seconds that a browser remembers what it may post; none remembers it for longer."""


def make_app(intake: Intake, settings: Settings) -> ASGIApp:
    """The receiver of one site, with its desk; its database is opened when it starts."""
    receiver = Receiver(intake, settings)
    public = _make_public(receiver, settings)
    if settings.desk is None:
        return public
    return PortDispatch(
        public, make_desk(intake, receiver.write, settings.desk), settings.desk_port
    )


def _make_public(receiver: Receiver, settings: Settings) -> Starlette:
    root = settings.root
    bare = dict.fromkeys(path.rstrip("/") for path in settings.paths)
    posting = dict.fromkeys(path for stated in bare for path in (stated or "/", f"{stated}/"))
    app = Starlette(
        routes=[
            Route(f"{root}/health", receiver.tell_health),
            Route(f"{root}/confirm/{{token}}", receiver.prove_address, methods=["GET", "POST"]),
            *(Route(path, receiver.take, methods=["POST"]) for path in posting),
        ],
        middleware=[
            Middleware(AnswerHeaders),
            Middleware(ClearFraming, answer=receiver.refuse_framing),
            Middleware(
                CORSMiddleware,
                allow_origins=settings.site_origins,
                allow_methods=["POST"],
                allow_headers=["content-type", "idempotency-key"],
                max_age=_PREFLIGHT,
            ),
            Middleware(FailureAnswers, answer=receiver.refuse_own_failure),
        ],
        exception_handlers={
            HTTPException: receiver.refuse_address,
            SQLAlchemyError: receiver.refuse_without_database,
            OutcomeUnknown: receiver.refuse_unknown_outcome,
        },
        lifespan=receiver.run,
    )
    app.router.redirect_slashes = False  # it would lead a browser to the address behind the proxy
    return app
