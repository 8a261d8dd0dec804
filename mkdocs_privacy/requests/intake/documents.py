"""Whole small pages that answer a browser: a receipt, a refusal, a fixed page."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.content_security import bare_policy
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake.answer_templates import page_templates, read_style
from mkdocs_privacy.requests.intake.fixed_pages import FIXED_PAGES, FixedPage
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.request_words import tell_of, tell_problems

_STYLE = read_style("receiver/answer.css")
ANSWER_CSP = bare_policy(_STYLE)
"""The `Content-Security-Policy` of every page here: nothing is fetched, nothing runs."""


def receipt_html(request: RightsRequest, intake: Intake) -> str:
    """The receipt, to be printed: what was asked, its reference, by when an answer comes."""
    localization = intake.localization(request.language)
    told = tell_of(request, intake, localization)
    return render_page(
        "receipt.html",
        localization,
        intake,
        request=request,
        right=told.right(),
        expected=told.expected(),
        is_complaint=told.is_complaint,
        course=tuple(told.course()),
        may_ask_identity=told.may_ask_identity(request),
        sent=tuple(told.sent(request, to_the_visitor=True)),
        contact=intake.contact_for(request),
    )


def refusal_html(refusal: Refusal, intake: Intake) -> str:
    """Why a request is refused, and what else somebody can do who has no JavaScript."""
    if not refusal.problems:
        page = FIXED_PAGES.get(refusal.status, FixedPage.UNREADABLE)
        return fixed_page_html(page, refusal.language, intake)
    localization = intake.localization(refusal.language)
    return render_page(
        "refusal.html",
        localization,
        intake,
        problems=tuple(tell_problems(refusal, intake)),
        elsewhere=refusal.elsewhere and intake.center.audiences[refusal.elsewhere],
    )


def status_html(
    request: RightsRequest,
    due: date,
    is_answered: bool,
    answered_on: date | None,
    is_extended: bool,
    intake: Intake,
) -> str:
    """How a request stands, for who made it: nothing of what was asked, and no name.

    Whoever has the link sees it. `due` is the day after an extension, if there was one.
    """
    localization = intake.localization(request.language)
    told = tell_of(request, intake, localization)
    return render_page(
        "status.html",
        localization,
        intake,
        request=request,
        right=told.right(),
        expected=told.expected() if told.is_answered_by_then else None,
        is_complaint=told.is_complaint,
        due=due,
        is_answered=is_answered,
        answered_on=answered_on,
        is_extended=is_extended,
    )


def fixed_page_html(page: FixedPage, language: str, intake: Intake) -> str:
    """A page that says one thing; CONFIRM has a button that posts to the page's own address."""
    return render_page("fixed_page.html", intake.localization(language), intake, page=page)


def render_page(template: str, localization: Localization, intake: Intake, **values: Any) -> str:
    """A page of `site_template/receiver/`, which may ask for `values` beside what all have."""
    environment = page_templates(localization)
    organisation = intake.center.organisation
    return environment.get_template(f"receiver/{template}").render(
        {
            "style": Markup(_STYLE),
            "center": intake.center,
            "organisation": organisation,
            "contact": organisation.request_contact,
            "address": intake.addresses.get(localization.language),
            **values,
        }
    )
