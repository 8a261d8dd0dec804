"""What the receiver does with a post, a link that proves an address, a health check."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TypeVar

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import (
    FixedPage,
    Intake,
    Post,
    Refusal,
    answer_accepted,
    answer_fixed_page,
    answer_json,
    answer_page,
    answer_refused,
    status_html,
)
from mkdocs_privacy.requests.receiver.clients import Limiter, RecentPosts
from mkdocs_privacy.requests.receiver.http import as_post, as_response, read_body
from mkdocs_privacy.requests.receiver.mail_sender import MailSender
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.upkeep import Health, keep_up
from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.store import (
    Added,
    MailKind,
    OtherContent,
    Store,
    WrongDatabase,
    describe_failure,
)

Result = TypeVar("Result")
LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_UPKEEP = 3600
"""Seconds between two times that old requests are forgotten and due ones reminded of."""


class Receiver:
    """Takes in the requests of one site while it runs."""

    _writer: Writer
    _limiter: Limiter
    _health: Health
    _mail_sender: MailSender | None = None

    def __init__(self, intake: Intake, settings: Settings) -> None:
        self._intake = intake
        self._settings = settings
        self._recent_posts = RecentPosts()

    @asynccontextmanager
    async def run(self, app: Starlette) -> AsyncIterator[None]:  # noqa: ARG002
        """Keep the database open, send mails and forget, until the server stops."""
        settings = self._settings
        self._writer = Writer(settings.location)
        self._health = Health(self._writer)
        self._limiter = Limiter(
            self._writer,
            settings.requests_per_minute,
            settings.requests_per_day,
            is_shared=settings.location.path is None,
        )
        self._writer.start()
        if settings.mail:
            self._mail_sender = MailSender(self._writer, self._intake, settings, settings.mail)
            self._mail_sender.start()
        upkeep = asyncio.create_task(self._keep_up())
        try:
            yield
        finally:
            upkeep.cancel()
            if self._mail_sender:
                await asyncio.to_thread(self._mail_sender.stop)
            await asyncio.to_thread(self._writer.stop)

    async def write(self, work: Callable[[Store], Result], /) -> Result:
        """Have the desk do something with the store; what it wants mailed goes out at once."""
        result = await asyncio.wrap_future(self._writer.write(work))
        if self._mail_sender:
            self._mail_sender.wake()
        return result

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
            except Exception as error:  # the next hour may be better, and nobody else looks
                LOG.warning("old requests could not be deleted: %s", describe_failure(error))
            else:
                if has_mail and self._mail_sender:
                    self._mail_sender.wake()
            self._recent_posts.forget()
            await asyncio.sleep(_UPKEEP)

    async def take(self, http: Request) -> Response:
        """Take a request in: it is on the disk before the answer goes out."""
        if refusal := self._intake.turn_away(as_post(http), self._settings.origins):
            return self._answer_refused(http, refusal)
        client = http.client.host if http.client else ""
        if seconds := await self._limiter.seconds_to_wait(client):
            later = {"Retry-After": str(seconds)}
            return self._refuse(http, HTTPStatus.TOO_MANY_REQUESTS, later)
        try:
            body = await read_body(http, self._settings.body_seconds)
        except TimeoutError:
            return self._refuse(http, HTTPStatus.REQUEST_TIMEOUT)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody receives it
        return await self._store(http, as_post(http, body), client)

    async def _store(self, http: Request, post: Post, client: str) -> Response:
        request = self._intake.take(post, self._settings.origins)
        if isinstance(request, Refusal):
            return self._answer_refused(http, request)
        request = self._recent_posts.recognize(request, client)
        http.state.language = request.language
        try:
            added = await self._keep(request)
        except OtherContent:
            return self._refuse(http, HTTPStatus.CONFLICT)
        http.state.reference = added.request.reference
        if self._mail_sender and added.is_new:
            self._mail_sender.wake()
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
            page, language = FixedPage.UNKNOWN_LINK, self._intake.language_of(as_post(http))
            return self._answer_fixed_page(page, HTTPStatus.NOT_FOUND, language)
        request = found.request
        http.state.reference = request.reference
        if not is_told and found.address_confirmed_at:
            decision = found.decision
            return as_response(
                answer_page(
                    status_html(
                        request,
                        found.due,
                        decision is not None,
                        decision.on if decision else None,
                        found.extension is not None,
                        self._intake,
                    )
                )
            )
        page = FixedPage.CONFIRMED if is_told else FixedPage.CONFIRM
        return self._answer_fixed_page(page, HTTPStatus.OK, request.language)

    async def tell_health(self, http: Request) -> Response:
        """Well, if a request could be kept at this moment, and what is kept can be read."""
        try:
            await self._health.check()
        except WrongDatabase as problem:
            LOG.error("%s", problem)  # noqa: TRY400
            return self._refuse(http, HTTPStatus.SERVICE_UNAVAILABLE)
        return as_response(answer_json({"status": "ok"}))

    async def refuse_address(self, http: Request, error: Exception) -> Response:
        """Nothing is here, or nothing to look at."""
        status = getattr(error, "status_code", HTTPStatus.NOT_FOUND)
        return self._refuse(http, status, getattr(error, "headers", None))

    def refuse_framing(self, http: Request) -> Response:
        """It states its length in two ways."""
        return self._refuse(http, HTTPStatus.BAD_REQUEST)

    async def refuse_without_database(self, http: Request, error: Exception) -> Response:
        """Nothing can be stored: the disk is full, or worse."""
        LOG.error("nothing can be stored: %s", describe_failure(error))
        return self._refuse(http, HTTPStatus.SERVICE_UNAVAILABLE)

    async def refuse_unknown_outcome(self, http: Request, error: Exception) -> Response:
        """The database failed while it committed: nobody knows whether a request is stored."""
        LOG.error(describe_failure(error))
        return self._refuse(http, HTTPStatus.INTERNAL_SERVER_ERROR)

    def refuse_own_failure(self, http: Request) -> Response:
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

    def _answer_fixed_page(self, page: FixedPage, status: HTTPStatus, language: str) -> Response:
        return as_response(answer_fixed_page(page, status, language, self._intake))
