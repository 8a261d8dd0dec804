"""Letters on paper: as plain text, and as a page for A4 and an envelope with a window."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mkdocs_privacy.localization import Localization, postal_lines
from mkdocs_privacy.model import Address, Contact
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake.answer_templates import mail_templates
from mkdocs_privacy.requests.intake.documents import render_page
from mkdocs_privacy.requests.intake.judging import Intake
from mkdocs_privacy.requests.intake.letters import Letter

_WIDTH = 72
"""Characters in a line of plain text."""


def letter_text(letter: Letter, request: RightsRequest, intake: Intake, on: date) -> str:
    """A letter as plain text, in lines that fit on paper."""
    localization = intake.localization(letter.language)
    template = mail_templates(localization).get_template("receiver/letter.txt")
    words = template.render(letter=letter, **_envelope(request, intake, localization, on))
    return "\n".join(map(_fit, words.splitlines())) + "\n"


def letter_html(letter: Letter, request: RightsRequest, intake: Intake, on: date) -> str:
    """A letter as a page, under the policy of the others; it is white in the dark too."""
    localization = intake.localization(letter.language)
    envelope = _envelope(request, intake, localization, on)
    return render_page("letter.html", localization, intake, letter=letter, **envelope)


def _fit(line: str) -> str:
    return textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _envelope(
    request: RightsRequest, intake: Intake, localization: Localization, on: date
) -> Mapping[str, Any]:
    """Who writes to whom, where and when."""
    organisation = intake.center.organisation
    contact = intake.contact_for(request)
    return {
        "signed": localization.text(organisation.legal_name) or organisation.name,
        "sender": tuple(_sender(contact, contact.address or organisation.address, localization)),
        "recipient": tuple(_recipient(request)),
        "place": localization.text((contact.address or organisation.address).city),
        "on": on,
    }


def _sender(contact: Contact, address: Address, localization: Localization) -> Iterator[str]:
    yield from postal_lines(address, localization)
    if contact.email:
        yield contact.email
    if contact.phone:
        yield contact.phone


def _recipient(request: RightsRequest) -> Iterator[str]:
    """The name and the postal address; the e-mail address where there is no other."""
    if name := request.fields.get("name"):
        yield str(name)
    if postal_address := request.fields.get("postal_address"):
        yield from filter(None, map(str.strip, str(postal_address).splitlines()))
    elif request.email:
        yield request.email
