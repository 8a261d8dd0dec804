"""The e-mails about a request: one to the organisation, one to who made it."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake.judging import Intake
from mkdocs_privacy.requests.intake.telling import tell_of
from mkdocs_privacy.requests.intake.templates import mail_templates

_LONGEST_LINE = 998
"""Of an e-mail, without its end (RFC 5322, section 2.1.1)."""


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
    message = _message(request, "owner", sender)
    message["To"] = recipient
    visitor = _address(request.email)
    if visitor:
        message["Reply-To"] = visitor
    subject = "mail.owner.complaint_subject" if told.is_complaint else "mail.owner.subject"
    message["Subject"] = _subject(subject, localization, request, right=right)
    _write(
        message,
        localization,
        mail_templates(localization)
        .get_template("receiver/mail_to_owner.txt")
        .render(
            request=request,
            right=right,
            expected=told.expected(),
            is_complaint=told.is_complaint,
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
    visitor = _address(request.email)
    if visitor is None:
        return None
    localization = intake.localization(request.language)
    message = _message(request, "sender", sender)
    message["To"] = visitor
    audience = intake.center.audiences.get(request.fields["audience"])
    organisation = intake.center.organisation
    contact = (audience and audience.contact) or organisation.request_contact
    if contact.email and (reachable := _address(contact.email)):
        message["Reply-To"] = reachable
    told = tell_of(request, intake, localization)
    subject = "mail.sender.complaint_subject" if told.is_complaint else "mail.sender.subject"
    message["Subject"] = _subject(subject, localization, request)
    _write(
        message,
        localization,
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
            organisation=organisation,
        ),
    )
    return message


def _message(request: RightsRequest, kind: str, sender: str) -> EmailMessage:
    """A message with everything but its subject, receiver and words.

    Its id is the same each time, so that one that is sent twice is shown once.
    """
    message = EmailMessage(policy=SMTP)
    domain = parseaddr(sender)[1].rpartition("@")[2]
    message["Date"] = format_datetime(request.received_at)
    message["Message-ID"] = f"<{request.reference}.{kind}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["From"] = sender
    return message


def _subject(id: str, localization: Localization, request: RightsRequest, **values: str) -> str:
    words = localization.message(id, reference=request.reference, **values).unescape()
    return " ".join(words.split())


def _write(message: EmailMessage, localization: Localization, words: str) -> None:
    """Quoted-printable, which any server takes, however long a line."""
    message.set_content(words, cte="quoted-printable")
    message["Content-Language"] = localization.language
    # where it folds the head, Python adds spaces to it or loses some (python/cpython#92081)
    message.policy = SMTP.clone(max_line_length=_LONGEST_LINE)


def _address(email: str) -> Address | None:
    """An address for the head of a message; nothing for one that it cannot hold."""
    local, _, domain = email.rpartition("@")
    try:
        return Address(addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (MessageError, ValueError, IndexError, AttributeError):  # Python trips over `a@[.b`
        return None
