"""The page of one request: what was asked, how it stands, what was done, what can be done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from mkdocs_privacy import clock
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import LONGEST_EXTENSION, RequestType
from mkdocs_privacy.requests.desk.action_forms import NOTES
from mkdocs_privacy.requests.desk.actions import Dossier
from mkdocs_privacy.requests.desk.desk import Desk
from mkdocs_privacy.requests.desk.pages import outcome_in_words, shown_request
from mkdocs_privacy.requests.desk.visiting import Visit
from mkdocs_privacy.requests.extension import (
    ExtensionReason,
    can_be_extended,
    extended_until,
    told_by,
)
from mkdocs_privacy.requests.intake import LetterKind, tell_of
from mkdocs_privacy.requests.outcome import Outcome, fitting_grounds
from mkdocs_privacy.requests.store import (
    AccountEntry,
    EntryKind,
    MailKind,
    StoredRequest,
    written_moment,
)


@dataclass(frozen=True, slots=True)
class Failed:
    """A form that was sent and did not do what it should."""

    form: str
    """Its name, with which the ids of its fields begin."""
    typed: Mapping[str, Any]
    flaws: Mapping[str, Markup]
    """What is wrong, by the names of fields."""
    problem: Markup | None = None
    """What is wrong with it as a whole."""
    in_english: str | None = None
    """The same, where only the store has words for it."""


@dataclass(frozen=True, slots=True)
class ShownForm:
    """A form on a page, empty or as it was sent."""

    is_it: bool
    """Whether it was sent."""
    typed: Mapping[str, Any]
    flaws: Mapping[str, Markup]
    seen: int = 0
    """How many entries the account has on this page."""


def shown_form(name: str, failed: Failed | None, seen: int = 0) -> ShownForm:
    """A form as it stands on a page where one failed, or none."""
    if failed and failed.form == name:
        return ShownForm(True, failed.typed, failed.flaws, seen)
    return ShownForm(False, {}, {}, seen)


async def show_request(desk: Desk, http: Request) -> Response:
    """Everything about one request, and what can be done with it."""
    dossier = await desk.dossier(http)
    is_done = "done" in http.query_params
    return request_page(desk, desk.visit(http), dossier, is_done=is_done)


def request_page(
    desk: Desk,
    visit: Visit,
    dossier: Dossier,
    failed: Failed | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    *,
    is_done: bool = False,
) -> Response:
    """The page of a request, with a form that failed as it was filled in."""
    stored, today, localization = dossier.stored, clock.today(), visit.localization
    request, scene = stored.request, desk.scene(dossier)
    received = request.received_at.date()
    latest = extended_until(received, LONGEST_EXTENSION, scene.country)
    usual = extended_until(received, desk.intake.center.rights.extension, scene.country)
    told = tell_of(request, desk.intake, localization)
    language = desk.intake.localization(request.language)
    seen = len(dossier.account)
    return desk.pages.render(
        "request.html",
        visit,
        f"requests/{request.reference}",
        status,
        shown=shown_request(stored, desk.pages, localization, today),
        dossier=dossier,
        account=[
            (entry, _words(entry, request.request_type, localization)) for entry in dossier.account
        ],
        expected=told.expected(),
        sent=tuple(told.sent(request, to_the_visitor=False)),
        failed=failed,
        forms={name: shown_form(name, failed, seen) for name in _forms(stored, failed, latest)},
        is_done=is_done,
        today=today,
        can_mail=scene.can_mail,
        until=min(usual, latest),
        latest=latest,
        told_by=told_by(received, scene.country),
        grounds=fitting_grounds(request.request_type),
        letter_kinds=tuple(_letters(stored)),
        letter_language=language.language,
        person_language=language.name_in_itself(language.language),
        outcomes=[
            (outcome, outcome_in_words(outcome, request.request_type, localization))
            for outcome in Outcome
        ],
        ExtensionReason=ExtensionReason,
        NOTES=NOTES,
    )


def _forms(stored: StoredRequest, failed: Failed | None, latest: date) -> Iterator[str]:
    """What can be done with a request now; a form that failed stays, with what was typed."""
    offered = {
        "assign": stored.decision is None,
        "note": True,
        "extend": stored.decision is None and _can_be_extended(stored, latest),
        "close": stored.decision is None,
        "reopen": stored.decision is not None,
    }
    for name, is_offered in offered.items():
        if is_offered or (failed and failed.form == name):
            yield name


def _can_be_extended(stored: StoredRequest, latest: date) -> bool:
    """Whether there is a later day that the law allows; who was told in time may be noted late."""
    is_allowed = stored.extension is None and can_be_extended(stored.request.request_type)
    return is_allowed and clock.today() <= latest and stored.request.expected_by < latest


def _letters(stored: StoredRequest) -> Iterator[LetterKind]:
    """The letters that there are about a request as it stands, the one wanted next first."""
    if stored.decision:
        yield LetterKind.ANSWER
    if stored.extension:
        yield LetterKind.EXTENSION
    yield LetterKind.RECEIPT


def _words(entry: AccountEntry, request_type: RequestType, localization: Localization) -> str:
    """What an entry says, where it holds a name of ours in the words of a language."""
    words = entry.words or ""
    match entry.kind:
        case EntryKind.CLOSED if words in frozenset(Outcome):
            return outcome_in_words(words, request_type, localization).unescape()
        case EntryKind.MAILED | EntryKind.NOT_MAILED if words in frozenset(MailKind):
            return localization.message(f"desk.mail.{words}").unescape()
        case EntryKind.EXTENDED:
            return localization.date(date.fromisoformat(words))
        case EntryKind.REOPENED:
            outcome, _, day = words.partition(", ")
            said = outcome_in_words(outcome, request_type, localization).unescape()
            return f"{said}, {localization.date(date.fromisoformat(day))}"
    return words


async def export_request(desk: Desk, http: Request) -> Response:
    """Everything that is stored of a request, to be saved."""
    dossier = await desk.dossier(http)
    content = {
        **dossier.stored.row(clock.today()),
        "account": [_entry_as_data(entry) for entry in dossier.account],
    }
    name = f"request-{dossier.stored.request.reference}.json"
    return Response(
        json.dumps(content, ensure_ascii=False, indent=2).encode(),
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
        media_type="application/json",
    )


def _entry_as_data(entry: AccountEntry) -> Mapping[str, str | None]:
    return {
        "at": written_moment(entry.signature.at),
        "by": entry.signature.by,
        "kind": str(entry.kind),
        "words": entry.words,
    }
