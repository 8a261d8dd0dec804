"""What the receiver does with a post, a link that proves an address, a question how it is."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import (
    Intake,
    Notice,
    Post,
    Refusal,
    answer_accepted,
    answer_json,
    answer_notice,
    answer_refused,
)
from mkdocs_privacy.requests.receiver.answering import as_response
from mkdocs_privacy.requests.receiver.limiting import Limiter
from mkdocs_privacy.requests.receiver.mail import Postman
from mkdocs_privacy.requests.receiver.posts import as_post, read_body
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.store import Store
from mkdocs_privacy.requests.receiver.stored import Added, MailKind, OtherContent
from mkdocs_privacy.requests.receiver.writing import Writer

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_FORGETTING = 3600


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
        if refusal := self._intake.turn_away(as_post(http), self._settings.origins):
            return self._answer_refused(http, refusal)
        client = http.client.host if http.client else ""
        if seconds := self._limiter.seconds_to_wait(client):
            later = {"Retry-After": str(seconds)}
            return self._refuse(http, HTTPStatus.TOO_MANY_REQUESTS, later)
        try:
            body = await read_body(http, self._settings.body_seconds)
        except TimeoutError:
            return self._refuse(http, HTTPStatus.REQUEST_TIMEOUT)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody hears it
        return await self._store(http, as_post(http, body))

    async def _store(self, http: Request, post: Post) -> Response:
        request = self._intake.take(post, self._settings.origins)
        if isinstance(request, Refusal):
            return self._answer_refused(http, request)
        http.state.language = request.language
        try:
            added = await self._keep(request)
        except OtherContent:
            return self._refuse(http, HTTPStatus.CONFLICT)
        http.state.reference = added.request.reference
        if self._postman and added.is_new:
            self._postman.wake()
        return as_response(
            answer_accepted(
                added.request,
                request,
                post,
                self._intake,
                is_new=added.is_new,
                site_origins=self._settings.site_origins,
            )
        )

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
            if MailKind.SENDER in mails and not is_new:
                self._limiter.uncount_mail(request.email)
        return added

    def _mails(self, request: RightsRequest) -> tuple[MailKind, ...]:
        if not self._settings.mail:
            return ()
        may_mail = self._limiter.may_mail(request.email)
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
            notice, language = Notice.UNKNOWN_LINK, self._intake.language_of(as_post(http))
            return self._answer_notice(notice, HTTPStatus.NOT_FOUND, language)
        notice = Notice.CONFIRMED if is_told or found.address_confirmed_at else Notice.CONFIRM
        return self._answer_notice(notice, HTTPStatus.OK, found.request.language)

    async def tell_health(self, http: Request) -> Response:  # noqa: ARG002
        """Well, if something can be written to the database at this moment."""
        at = datetime.now(UTC)
        await asyncio.wrap_future(self._writer.write(lambda store: store.note_written(at)))
        return as_response(answer_json({"status": "ok"}))

    async def refuse_address(self, http: Request, error: Exception) -> Response:
        """Nothing is here, or nothing to look at."""
        status = getattr(error, "status_code", HTTPStatus.NOT_FOUND)
        return self._refuse(http, status, getattr(error, "headers", None))

    def refuse_framing(self, http: Request) -> Response:
        """It states its length in two ways."""
        return self._refuse(http, HTTPStatus.BAD_REQUEST)

    async def refuse_for_want_of_room(self, http: Request, error: Exception) -> Response:
        """Nothing can be stored: the disk is full, or worse."""
        LOG.error("nothing can be stored: %s", error)
        return self._refuse(http, HTTPStatus.SERVICE_UNAVAILABLE)

    def admit_failure(self, http: Request) -> Response:
        """It is our own mistake, before a request was stored or after it."""
        return self._refuse(http, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _refuse(
        self, http: Request, status: int, headers: Mapping[str, str] | None = None
    ) -> Response:
        language = getattr(http.state, "language", None) or self._intake.language_of(as_post(http))
        return self._answer_refused(http, self._intake.refuse(status, language), headers)

    def _answer_refused(
        self, http: Request, refusal: Refusal, headers: Mapping[str, str] | None = None
    ) -> Response:
        return as_response(answer_refused(refusal, as_post(http), self._intake, headers))

    def _answer_notice(self, notice: Notice, status: HTTPStatus, language: str) -> Response:
        return as_response(answer_notice(notice, status, language, self._intake))
