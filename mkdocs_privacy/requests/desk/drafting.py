"""Letters about a request, to print or to copy: as it stands, or from a form not sent yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from mkdocs_privacy import clock
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.desk.action_forms import read_decision, read_extension
from mkdocs_privacy.requests.desk.desk import Desk
from mkdocs_privacy.requests.desk.form_handlers import typed_into
from mkdocs_privacy.requests.desk.form_reading import FormReader
from mkdocs_privacy.requests.desk.showing import Failed, request_page
from mkdocs_privacy.requests.extension import Extension
from mkdocs_privacy.requests.intake import (
    ANSWER_CSP,
    Letter,
    LetterKind,
    answer_letter,
    extension_letter,
    letter_html,
    letter_text,
    receipt_letter,
)
from mkdocs_privacy.requests.outcome import Decision
from mkdocs_privacy.requests.store import StoredRequest

_AS_TEXT = "text"
_FORM_OF = {LetterKind.EXTENSION: "extend", LetterKind.ANSWER: "close"}
"""The form that each is drafted from."""


async def show_letter(desk: Desk, http: Request) -> Response:
    """A letter about a request as it stands."""
    dossier = await desk.dossier(http)
    stored, query = dossier.stored, http.query_params
    language = query.get("to")
    match query.get("kind"):
        case LetterKind.RECEIPT:
            request = _with_channel(stored)
            letter = receipt_letter(request, desk.intake, language)
            return _answer(desk, letter, request, clock.today(), query)
        case LetterKind.EXTENSION if stored.extension:
            return _extension(desk, stored.request, stored.extension, query)
        case LetterKind.ANSWER if stored.decision:
            return _decision(desk, stored.request, stored.decision, query)
    raise HTTPException(HTTPStatus.NOT_FOUND)


async def draft_letter(desk: Desk, http: Request) -> Response:
    """A letter from a form that is not sent yet; nothing is stored."""
    typed = await typed_into(desk, http)
    visit = desk.visit(http, typed)
    dossier = await desk.dossier(http)
    reader, scene = FormReader(typed, visit.localization), desk.scene(dossier)
    request, kind = dossier.stored.request, http.path_params["kind"]
    match kind:
        case LetterKind.EXTENSION:
            extension = read_extension(reader, scene)
            if extension and not reader.flaws:
                return _extension(desk, request, extension, typed)
        case LetterKind.ANSWER:
            decision = read_decision(reader, scene)
            if decision and not reader.flaws:
                return _decision(desk, request, decision, typed)
        case _:
            raise HTTPException(HTTPStatus.NOT_FOUND)
    failed = Failed(_FORM_OF[LetterKind(kind)], typed, reader.flaws)
    return request_page(desk, visit, dossier, failed, HTTPStatus.UNPROCESSABLE_ENTITY)


def _extension(
    desk: Desk, request: RightsRequest, extension: Extension, wanted: Mapping[str, Any]
) -> Response:
    letter = extension_letter(request, extension, desk.intake, wanted.get("to"))
    return _answer(desk, letter, request, extension.told_on, wanted)


def _decision(
    desk: Desk, request: RightsRequest, decision: Decision, wanted: Mapping[str, Any]
) -> Response:
    letter = answer_letter(request, decision, desk.intake, wanted.get("to"))
    return _answer(desk, letter, request, decision.on, wanted)


def _answer(
    desk: Desk, letter: Letter, request: RightsRequest, on: date, wanted: Mapping[str, Any]
) -> Response:
    if wanted.get("as") == _AS_TEXT:
        return PlainTextResponse(letter_text(letter, request, desk.intake, on))
    html = letter_html(letter, request, desk.intake, on)
    return HTMLResponse(html, headers={"Content-Security-Policy": ANSWER_CSP})


def _with_channel(stored: StoredRequest) -> RightsRequest:
    """The request with how it came in, which a receipt tells."""
    fields = {**stored.request.fields, "channel": str(stored.channel)}
    return replace(stored.request, fields=fields)
