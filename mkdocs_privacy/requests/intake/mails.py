"""The e-mails about requests, to the organisation and to who made them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr

from mkdocs_privacy.clock import midnight
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.mail import new_message, reachable, write_words
from mkdocs_privacy.model import Contact
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import Extension
from mkdocs_privacy.requests.intake.answer_templates import mail_templates
from mkdocs_privacy.requests.intake.judging import Intake
from mkdocs_privacy.requests.intake.letters import Letter, extension_letter
from mkdocs_privacy.requests.intake.request_words import tell_of


def mail_to_owner(
    request: RightsRequest, intake: Intake, sender: str, recipient: str
) -> EmailMessage:
    """Tells the organisation everything that was sent, in the default language of the site.

    It comes from the server itself: in the name of the visitor it would be a forgery (DMARC). An
    answer to it goes to the visitor.
    """
    localization = intake.default
    told = tell_of(request, intake, localization)
    right = told.right()
    message = _message(f"{request.reference}.owner", sender, request.received_at)
    message["To"] = recipient
    visitor = _address_of(request)
    if visitor:
        message["Reply-To"] = visitor
    subject = "mail.owner.complaint_subject" if told.is_complaint else "mail.owner.subject"
    message["Subject"] = _subject(subject, localization, request, right=right)
    write_words(
        message,
        localization.language,
        mail_templates(localization)
        .get_template("receiver/mail_to_owner.txt")
        .render(
            request=request,
            right=right,
            expected=told.expected(),
            is_complaint=told.is_complaint,
            law=told.law,
            sent=tuple(told.sent(request, to_the_visitor=False)),
            can_reply=visitor is not None,
        ),
    )
    return message


def mail_to_sender(
    request: RightsRequest, intake: Intake, sender: str, link: str | None
) -> EmailMessage | None:
    """Tells that a request arrived; nothing where no mail can go to the address that was given.

    `link` leads to the page that asks whether the address is the sender's. Nothing that was typed
    stands in it: until then anybody could write to anybody through us.
    """
    visitor = _address_of(request)
    if visitor is None:
        return None
    localization = intake.localization(request.language)
    message = _message(f"{request.reference}.sender", sender, request.received_at)
    message["To"] = visitor
    contact = _reply_to_contact(message, request, intake)
    told = tell_of(request, intake, localization)
    subject = "mail.sender.complaint_subject" if told.is_complaint else "mail.sender.subject"
    message["Subject"] = _subject(subject, localization, request)
    write_words(
        message,
        localization.language,
        mail_templates(localization)
        .get_template("receiver/mail_to_sender.txt")
        .render(
            request=request,
            right=told.right(),
            expected=told.expected(),
            is_complaint=told.is_complaint,
            outcome_within=intake.center.rights.complaint_policy.deadline,
            link=link,
            contact=contact,
            organisation=intake.center.organisation,
        ),
    )
    return message


def mail_of_extension(
    request: RightsRequest, extension: Extension, intake: Intake, sender: str
) -> EmailMessage | None:
    """Tells that an answer takes longer; nothing where no mail can go to who made the request."""
    letter = extension_letter(request, extension, intake)
    return _mail_of_letter(letter, request, intake, sender, extension.told_on)


def letter_message(
    letter: Letter, request: RightsRequest, intake: Intake, sender: str, on: date
) -> EmailMessage | None:
    """A letter as the draft of an e-mail, which mail programs open to be looked over and sent.

    Nothing where no mail can go to who made the request.
    """
    return _mail_of_letter(letter, request, intake, sender, on, is_draft=True)


def mail_of_reminder(
    requests: Sequence[tuple[RightsRequest, date]],
    intake: Intake,
    sender: str,
    recipient: str,
    today: date,
    days: int,
) -> EmailMessage:
    """Tells the organisation which requests are due within some days, or should have been answered.

    Each comes with the day on which its answer is due. Nobody's name stands in it: it only says
    where to look, in the default language of the site.
    """
    localization = intake.default
    digest = hashlib.sha256("".join(sorted(request.reference for request, _ in requests)).encode())
    message = _message(f"reminder-{today}-{digest.hexdigest()[:16]}", sender, midnight(today))
    message["To"] = recipient
    message["Subject"] = _in_one_line("mail.reminder.subject", localization, number=len(requests))
    told = [
        (request, tell_of(request, intake, localization).right(), due)
        for request, due in sorted(requests, key=lambda pair: (pair[1], pair[0].reference))
    ]
    write_words(
        message,
        localization.language,
        mail_templates(localization)
        .get_template("receiver/mail_of_reminder.txt")
        .render(
            late=[entry for entry in told if entry[2] < today],
            soon=[entry for entry in told if entry[2] >= today],
            days=days,
        ),
    )
    return message


def _mail_of_letter(
    letter: Letter,
    request: RightsRequest,
    intake: Intake,
    sender: str,
    on: date,
    *,
    is_draft: bool = False,
) -> EmailMessage | None:
    visitor = _address_of(request)
    if visitor is None:
        return None
    id = f"{letter.reference}.{letter.kind}"
    message = _message(id, sender, midnight(on), is_draft=is_draft)
    message["To"] = visitor
    contact = _reply_to_contact(message, request, intake)
    message["Subject"] = " ".join(letter.subject.split())
    localization = intake.localization(letter.language)
    template = mail_templates(localization).get_template("receiver/mail_of_letter.txt")
    organisation = intake.center.organisation
    words = template.render(letter=letter, contact=contact, organisation=organisation)
    write_words(message, localization.language, words)
    return message


def _message(id: str, sender: str, at: datetime, *, is_draft: bool = False) -> EmailMessage:
    """A message with everything but its subject, receiver and words."""
    domain = parseaddr(sender)[1].rpartition("@")[2]
    message = new_message(f"{id}@{domain}", at)
    if is_draft:
        message["X-Unsent"] = "1"  # Outlook opens it to be sent
    else:
        message["Auto-Submitted"] = "auto-generated"
    message["From"] = sender
    return message


def _reply_to_contact(message: EmailMessage, request: RightsRequest, intake: Intake) -> Contact:
    """An answer to the message goes to who deals with the request."""
    contact = intake.contact_for(request)
    if contact.email and (address := reachable(contact.email)):
        message["Reply-To"] = address
    return contact


def _subject(id: str, localization: Localization, request: RightsRequest, **values: str) -> str:
    return _in_one_line(id, localization, reference=request.reference, **values)


def _in_one_line(id: str, localization: Localization, **values: str | int) -> str:
    return " ".join(localization.message(id, **values).unescape().split())


def _address_of(request: RightsRequest) -> Address | None:
    return reachable(request.email) if request.email else None
