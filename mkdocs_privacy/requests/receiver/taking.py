"""What the receiver does with a post, a link that proves an address, a question how it is."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

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
from mkdocs_privacy.requests.receiver.posts import (
    find_contradictions,
    has_known_address,
    with_reference_of_key,
)
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.store import Store
from mkdocs_privacy.requests.receiver.stored import Added, MailKind, OtherContent
from mkdocs_privacy.requests.receiver.writing import Writer

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_FORGETTING = 3600
_AGAIN_AFTER = "120"
"""Seconds after which there may be room on the disk again."""


class Receiver:
    """Takes in the requests of one site while it runs."""

    _writer: Writer
    _postman: Postman | None = None

    def __init__(self, intake: Intake, settings: Settings) -> None:
        self._intake = intake
        self._settings = settings
        self._limiter = Limiter(settings.requests_per_minute, settings.requests_per_day)

    @asynccontextmanager
    async def run(self, app: Starlette) -> AsyncIterator[None]:  # noqa: ARG002
        """Keep the database open, send mails and forget, until the server stops."""
        settings = self._settings
        self._writer = Writer(settings.database)
        self._writer.start()
        if settings.mail:
            self._postman = Postman(
                settings.database, self._writer, self._intake, settings.mail, settings.own_address
            )
            self._postman.start()
        forgetting = asyncio.create_task(self._forget_hourly())
        try:
            yield
        finally:
            forgetting.cancel()
            if self._postman:
                await asyncio.to_thread(self._postman.stop)
            await asyncio.to_thread(self._writer.stop)

    async def _forget_hourly(self) -> None:
        def purge(store: Store) -> None:
            store.purge(datetime.now(UTC).date(), self._settings.keep_closed)

        while True:
            try:
                await asyncio.wrap_future(self._writer.write_alone(purge))
            except sqlite3.Error as error:
                LOG.warning("nothing could be forgotten: %s", error)
            self._limiter.forget()
            await asyncio.sleep(_FORGETTING)

    async def take(self, http: Request) -> Response:
        """Take a request in: it is on the disk before the answer goes out."""
        if not has_known_address(http, self._intake):
            raise HTTPException(HTTPStatus.NOT_FOUND)
        client = http.client.host if http.client else ""
        if seconds := self._limiter.seconds_to_wait(client):
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
        return await self._store(http, body)

    async def _store(self, http: Request, body: bytes) -> Response:
        content_type = http.headers.get("content-type", "")
        taken = self._intake.take(body, content_type, datetime.now(UTC))
        if isinstance(taken, RightsRequest) and (wrong := find_contradictions(taken, http)):
            detail = "the path, the header Idempotency-Key and the body contradict each other"
            taken = Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, taken.language, wrong, detail)
        if isinstance(taken, Refusal):
            if not taken.problems:  # it could not be read, so not in which language it was
                taken = replace(taken, language=language_of(http, self._intake))
            return answer_refused(taken, http, self._intake)
        request = with_reference_of_key(taken, http)
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
        """Store a request; a mail to its sender counts only where it is new."""
        mails = self._mails(request)
        is_new = False
        try:
            added = await asyncio.wrap_future(
                self._writer.write(lambda store: store.add(request, mails))
            )
            is_new = added.is_new
        finally:
            if request.email and MailKind.SENDER in mails and not is_new:
                self._limiter.uncount_mail(request.email)
        return added

    def _mails(self, request: RightsRequest) -> tuple[MailKind, ...]:
        if not self._settings.mail:
            return ()
        may_mail = request.email is not None and self._limiter.may_mail(request.email)
        return (MailKind.OWNER, MailKind.SENDER) if may_mail else (MailKind.OWNER,)

    async def prove_address(self, http: Request) -> Response:
        """The page behind the link in a mail: asks first, since mail scanners follow links too."""
        token, at = http.path_params["token"], datetime.now(UTC)
        is_told = http.method == "POST"
        found = await asyncio.wrap_future(
            self._writer.write(
                lambda store: (
                    store.confirm_address(token, at) if is_told else store.find_by_token(token)
                )
            )
        )
        if found is None:
            language = language_of(http, self._intake)
            return answer_notice(Notice.UNKNOWN_LINK, HTTPStatus.NOT_FOUND, language, self._intake)
        notice = Notice.CONFIRMED if is_told or found.address_confirmed_at else Notice.CONFIRM
        return answer_notice(notice, HTTPStatus.OK, found.request.language, self._intake)

    async def tell_health(self, http: Request) -> Response:  # noqa: ARG002
        """Well, if something can be written to the database at this moment."""
        at = datetime.now(UTC)
        await asyncio.wrap_future(self._writer.write(lambda store: store.note_written(at)))
        return JSONResponse({"status": "ok"})

    async def refuse_address(self, http: Request, error: Exception) -> Response:
        """Nothing is here, or nothing to look at."""
        status = getattr(error, "status_code", HTTPStatus.NOT_FOUND)
        return self._refuse(
            http, status, HTTPStatus(status).phrase, getattr(error, "headers", None)
        )

    async def refuse_for_want_of_room(self, http: Request, error: Exception) -> Response:
        """Nothing can be stored: the disk is full, or worse."""
        LOG.error("nothing can be stored: %s", error)
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
