"""The pages of the desk: HTML from `site_template/desk/`, one style sheet and no script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.responses import HTMLResponse

from mkdocs_privacy.content_security import bare_policy
from mkdocs_privacy.localization import Localization, with_capital
from mkdocs_privacy.model import FieldKind, RequestType
from mkdocs_privacy.requests.desk.listing import urgency_of
from mkdocs_privacy.requests.desk.visiting import Visit
from mkdocs_privacy.requests.form import LONG, SHORT
from mkdocs_privacy.requests.intake import Intake, Teller, page_templates, read_style
from mkdocs_privacy.requests.outcome import Outcome
from mkdocs_privacy.requests.store import StoredRequest

_STYLE = read_style("desk/desk.css")
DESK_CSP = bare_policy(_STYLE)
"""The `Content-Security-Policy` of the desk: nothing is fetched, nothing runs."""


_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of writing and so can hide what is written; no script needs
them (Unicode Standard Annex 9, section 2)."""
_OF_COMPLAINTS: Mapping[str, str] = {
    Outcome.GRANTED: "desk.outcome.complaint.granted",
    Outcome.PARTLY_GRANTED: "desk.outcome.complaint.partly_granted",
    Outcome.REFUSED: "desk.outcome.complaint.refused",
}
"""What an outcome is called of a complaint."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Renders the pages of one site's desk."""

    intake: Intake

    def render(
        self,
        template: str,
        visit: Visit,
        here: str | None,
        status: HTTPStatus = HTTPStatus.OK,
        asked: Mapping[str, str] | None = None,
        failed: object = None,
        **values: Any,
    ) -> HTMLResponse:
        """A page of `site_template/desk/`; the other languages of it are `here`, with what was
        `asked` in the query; `failed` is the form that did not do what it should."""
        localization = visit.localization
        words = (
            page_templates(localization)
            .get_template(f"desk/{template}")
            .render(
                style=Markup(_STYLE),
                visit=visit,
                here=here,
                asked=asked or {},
                failed=failed,
                spoken=[
                    (code, with_capital(other.name_in_itself(code)))
                    for code, other in self.intake.localizations.items()
                ],
                organisation=self.intake.center.organisation,
                RequestType=RequestType,
                FieldKind=FieldKind,
                SHORT=SHORT,
                LONG=LONG,
                visible=visible,
                cited=lambda article: localization.cite(article) if article else "",
                **values,
            )
        )
        return HTMLResponse(words, status)

    def right(self, request_type: RequestType, localization: Localization) -> str:
        """What is asked for, in words."""
        return Teller(self.intake, localization, request_type).right()


def visible(words: str | None) -> str:
    """Words as somebody typed them, with a mark for each character that would turn others round."""
    return _BIDIRECTIONAL.sub("\N{REPLACEMENT CHARACTER}", words or "")


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """A request as the desk shows it in one language."""

    stored: StoredRequest
    right: str
    urgency: str
    status: Markup
    """How it stands, in words."""

    @property
    def reference(self) -> str:
        """Its reference number."""
        return self.stored.request.reference


def shown_request(
    stored: StoredRequest, pages: Pages, localization: Localization, today: date
) -> ShownRequest:
    """A request in words."""
    return ShownRequest(
        stored,
        pages.right(stored.request.request_type, localization),
        urgency_of(stored, today),
        _status_in_words(stored, localization, today),
    )


def outcome_in_words(outcome: str, request_type: RequestType, localization: Localization) -> Markup:
    """How a request ended, or a complaint, which is not granted but upheld."""
    own = _OF_COMPLAINTS if request_type is RequestType.COMPLAINT else {}
    return localization.message(own.get(outcome, f"desk.outcome.{outcome}"))


def _status_in_words(stored: StoredRequest, localization: Localization, today: date) -> Markup:
    if stored.decision:
        outcome, request_type = stored.decision.outcome, stored.request.request_type
        return outcome_in_words(outcome, request_type, localization)
    left = stored.days_left(today)
    if left == 0:
        return localization.message("desk.due_today")
    return localization.plural("desk.days_left" if left > 0 else "desk.days_late", abs(left))
