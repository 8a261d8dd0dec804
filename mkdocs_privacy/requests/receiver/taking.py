"""What the receiver does with a post, a link that proves an address, a question how it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from mkdocs_privacy.requests import LONGEST_BODY, RightsRequest
from mkdocs_privacy.requests.intake import Intake, Notice, Refusal
from mkdocs_privacy.requests.receiver.answering import (
    answer_accepted,
    answer_notice,
    answer_refused,
    language_of,
)
from mkdocs_privacy.requests.receiver.bodies import BodyTooLarge, read_body
from mkdocs_privacy.requests.receiver.limiting import Limiter
from mkdocs_privacy.requests.receiver.mail import Postman
from mkdocs_privacy.requests.receiver.mishaps import describe_mishap
from mkdocs_privacy.requests.receiver.posts import (
    find_contradictions,
    has_known_address,
    with_reference_of_key,
)
from mkdocs_privacy.requests.receiver.repeats import Repeats
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.upkeep import keep_up
from mkdocs_privacy.requests.receiver.writing import Writer
from mkdocs_privacy.requests.store import (
    Added,
    MailKind,
    OtherContent,
    OutcomeUnknown,
    WrongDatabase,
    check_integrity,
    try_to_write,
)

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_UPKEEP = 3600
"""Seconds between two times that old requests are forgotten and due ones reminded of."""
_AGAIN_AFTER = "120"
"""Seconds after which there may be room on the disk again."""


class Receiver:
    """Takes in the requests of one site while it runs."""

    _writer: Writer
    _limiter: Limiter
    _postman: Postman | None = None

    def __init__(self, intake: Intake, settings: Settings) -> None:
        self._intake = intake
        self._settings = settings
        self._repeats = Repeats()

    @asynccontextmanager
    async def run(self, app: Starlette) -> AsyncIterator[None]:  # noqa: ARG002
        """Keep the database open, send mails and forget, until the server stops."""
        settings = self._settings
        self._writer = Writer(settings.location)
        self._limiter = Limiter(
            self._writer,
            settings.requests_per_minute,
            settings.requests_per_day,
            is_shared=settings.location.path is None,
        )
        self._writer.start()
        if settings.mail:
            self._postman = Postman(self._writer, self._intake, settings, settings.mail)
            self._postman.start()
        upkeep = asyncio.create_task(self._keep_up())
        try:
            yield
        finally:
            upkeep.cancel()
            if self._postman:
                await asyncio.to_thread(self._postman.stop)
            await asyncio.to_thread(self._writer.stop)

    async def _keep_up(self) -> None:
        """Every hour, forget what is old and remind of what is due."""
        settings = self._settings
        remind_days = settings.remind_days if settings.mail else None
        while True:
            try:
                has_mail = await asyncio.wrap_future(
                    self._writer.write_alone(
                        lambda store: keep_up(
                            store, datetime.now(UTC), settings.keep_closed, remind_days
                        )
                    )
                )
                await self._limiter.forget()
            except (SQLAlchemyError, OutcomeUnknown) as error:
                LOG.warning("nothing could be forgotten: %s", describe_mishap(error))
            else:
                if has_mail and self._postman:
                    self._postman.wake()
            self._repeats.forget()
            await asyncio.sleep(_UPKEEP)

    async def take(self, http: Request) -> Response:
        """Take a request in: it is on the disk before the answer goes out."""
        if not has_known_address(http, self._intake):
            raise HTTPException(HTTPStatus.NOT_FOUND)
        client = http.client.host if http.client else ""
        if seconds := await self._limiter.seconds_to_wait(client):
            return self._refuse(
                http,
                HTTPStatus.TOO_MANY_REQUESTS,
                "this address has posted too often",
                {"Retry-After": str(seconds)},
            )
        try:
            body = await read_body(http, self._settings.body_seconds)
        except BodyTooLarge:
            return self._refuse(
                http,
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"the request is longer than {LONGEST_BODY} bytes",
                {"Connection": "close"},
            )
        except TimeoutError:
            return self._refuse(
                http,
                HTTPStatus.REQUEST_TIMEOUT,
                "the request did not come in in time",
                {"Connection": "close"},
            )
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody hears it
        return await self._store(http, body, client)

    async def _store(self, http: Request, body: bytes, client: str) -> Response:
        content_type = http.headers.get("content-type", "")
        taken = self._intake.take(body, content_type, datetime.now(UTC))
        if isinstance(taken, RightsRequest) and (wrong := find_contradictions(taken, http)):
            detail = "the path, the header Idempotency-Key and the body contradict each other"
            taken = Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, taken.language, wrong, detail)
        if isinstance(taken, Refusal):
            if not taken.problems:  # it could not be read, so not in which language it was
                taken = replace(taken, language=language_of(http, self._intake))
            return answer_refused(taken, http, self._intake)
        request = self._repeats.recognize(with_reference_of_key(taken, http), client)
        http.state.language = request.language
        try:
            added = await self._keep(request)
        except OtherContent:
            return self._refuse(
                http, HTTPStatus.CONFLICT, "another request was kept with the same reference"
            )
        http.state.reference = added.request.reference
        if self._postman and added.is_new:
            self._postman.wake()
        return answer_accepted(added, request, http, self._intake, self._settings.site_origins)

    async def _keep(self, request: RightsRequest) -> Added:
        """Store a request, with notes of the mails that it brings."""
        mails = (MailKind.OWNER, MailKind.SENDER) if self._settings.mail else ()
        return await asyncio.wrap_future(
            self._writer.write(lambda store: store.add(request, mails))
        )

    async def prove_address(self, http: Request) -> Response:
        """The page behind the link in a mail: asks first, since mail scanners follow links too."""
        token, at = http.path_params["token"], datetime.now(UTC)
        is_told = http.method == "POST"
        found = await asyncio.wrap_future(
            self._writer.write(
                lambda store: (
                    store.confirm_address(token, at) if is_told else store.find_by_token(token, at)
                )
            )
        )
        if found is None:
            language = language_of(http, self._intake)
            return answer_notice(Notice.UNKNOWN_LINK, HTTPStatus.NOT_FOUND, language, self._intake)
        notice = Notice.CONFIRMED if is_told or found.address_confirmed_at else Notice.CONFIRM
        return answer_notice(notice, HTTPStatus.OK, found.request.language, self._intake)

    async def tell_health(self, http: Request) -> Response:
        """Well, if a request could be kept at this moment, and what is kept can be read."""
        await asyncio.wrap_future(self._writer.write(try_to_write))
        try:
            await asyncio.wrap_future(self._writer.write_alone(check_integrity))
        except WrongDatabase as problem:
            LOG.error("%s", problem)  # noqa: TRY400
            return self._refuse(http, HTTPStatus.SERVICE_UNAVAILABLE, "the database is damaged")
        return JSONResponse({"status": "ok"})

    async def refuse_address(self, http: Request, error: Exception) -> Response:
        """Nothing is here, or nothing to look at."""
        status = getattr(error, "status_code", HTTPStatus.NOT_FOUND)
        return self._refuse(
            http, status, HTTPStatus(status).phrase, getattr(error, "headers", None)
        )

    async def refuse_for_want_of_room(self, http: Request, error: Exception) -> Response:
        """Nothing can be stored: the disk is full, or worse."""
        LOG.error("nothing can be stored: %s", describe_mishap(error))
        return self._refuse(
            http,
            HTTPStatus.SERVICE_UNAVAILABLE,
            "nothing can be stored at the moment",
            {"Retry-After": _AGAIN_AFTER},
        )

    def admit_failure(self, http: Request) -> Response:
        """It is our own mistake, before a request was stored or after it."""
        return self._refuse(
            http,
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "this did not work; whether the request is stored is unknown, send it again",
        )

    def _refuse(
        self,
        http: Request,
        status: int,
        detail: str,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        language = getattr(http.state, "language", None) or language_of(http, self._intake)
        refusal = Refusal(status, language, (), detail)
        return answer_refused(refusal, http, self._intake, headers)
