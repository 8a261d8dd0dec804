"""The forms of the desk as they are sent: each does what it says, or comes back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from mkdocs_privacy import clock
from mkdocs_privacy.requests import CHANNELS_BY_HAND, RequestForm, make_reference
from mkdocs_privacy.requests.desk.action_forms import ACTIONS
from mkdocs_privacy.requests.desk.actions import ChangedMeanwhile, carry_out
from mkdocs_privacy.requests.desk.adding import (
    asks_name,
    fields_asked,
    form_of,
    posted_name,
    read_request,
)
from mkdocs_privacy.requests.desk.desk import Desk, now, sign
from mkdocs_privacy.requests.desk.form_reading import FormReader, read_form, read_number
from mkdocs_privacy.requests.desk.showing import Failed, request_page, shown_form
from mkdocs_privacy.requests.desk.visiting import Visit
from mkdocs_privacy.requests.intake import Teller
from mkdocs_privacy.requests.store import NotPossible, OtherContent


async def typed_into(desk: Desk, http: Request) -> Mapping[str, Any]:
    """The fields of a form; kept, so that they can be shown where the database fails."""
    typed = await read_form(http, desk.intake.schema)
    http.state.typed = typed
    return typed


async def act(desk: Desk, http: Request) -> Response:
    """Do something with a request; its page again where that cannot be."""
    name = http.path_params["action"]
    read_action = ACTIONS.get(name)
    if read_action is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    typed = await typed_into(desk, http)
    visit = desk.visit(http, typed)
    dossier = await desk.dossier(http)
    reference = dossier.stored.request.reference
    reader = FormReader(typed, visit.localization)
    signature = sign(reader, visit)
    action = read_action(reader, desk.scene(dossier))
    if reader.flaws:
        failed = Failed(name, typed, reader.flaws)
        return request_page(desk, visit, dossier, failed, HTTPStatus.UNPROCESSABLE_ENTITY)
    if action:
        seen = read_number(typed.get("seen"), 6) or 0  # of nothing, where that is no number
        try:
            await desk.write(lambda store: carry_out(store, reference, action, signature, seen))
        except ChangedMeanwhile:
            changed = visit.localization.message("desk.flaw.changed")
            failed = Failed(name, typed, {}, changed)
            dossier = await desk.dossier(http)
            return request_page(desk, visit, dossier, failed, HTTPStatus.CONFLICT)
        except NotPossible as problem:
            failed = Failed(name, typed, {}, in_english=str(problem))
            dossier = await desk.dossier(http)
            return request_page(desk, visit, dossier, failed, HTTPStatus.CONFLICT)
    return _see(visit.link(f"requests/{reference}", done="1"))


async def ask_for_request(desk: Desk, http: Request) -> Response:
    """The form to write a request down; first what is asked for."""
    visit = desk.visit(http)
    form = form_of(desk.intake, http.query_params.get("right"))
    if form is None:
        pages = desk.pages
        rights = {asked: pages.right(asked, visit.localization) for asked in desk.intake.forms}
        return pages.render("choose.html", visit, "add", rights=rights)
    return _add_page(desk, visit, form)


async def add_request(desk: Desk, http: Request) -> Response:
    """Write a request down."""
    typed = await typed_into(desk, http)
    visit = desk.visit(http, typed)
    form = form_of(desk.intake, typed.get("right"))
    if form is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    reader = FormReader(typed, visit.localization)
    signature = sign(reader, visit)
    written = read_request(reader, form, desk.intake, signature.at, clock.today())
    if written is None or reader.flaws:
        failed = Failed("add", typed, reader.flaws)
        return _add_page(desk, visit, form, failed, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        added = await desk.write(
            lambda store: store.add(written.request, (), written.channel, signature)
        )
    except OtherContent:
        known = visit.localization.message("desk.flaw.written_down")
        failed = Failed("add", {**typed, "reference": make_reference()}, {}, known)
        return _add_page(desk, visit, form, failed, HTTPStatus.CONFLICT)
    return _see(visit.link(f"requests/{added.request.reference}", done="1"))


def _add_page(
    desk: Desk,
    visit: Visit,
    form: RequestForm,
    failed: Failed | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    typed = failed.typed if failed else {}
    return desk.pages.render(
        "add.html",
        visit,
        "add",
        status,
        form=form,
        asked={"right": str(form.request_type)},
        fields=fields_asked(form),
        asks_name=asks_name(form),
        posted_name=posted_name,
        audiences=next(asked.options for asked in form.fields if asked.name == "audience"),
        channels=CHANNELS_BY_HAND,
        right=desk.pages.right(form.request_type, visit.localization),
        teller=Teller(desk.intake, visit.localization, form.request_type),
        reference=typed.get("reference") or make_reference(),
        failed=failed,
        filled=shown_form("add", failed),
        today=now().date(),
    )


def _see(address: str) -> Response:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)
