"""The words of a mail that waits, from what is stored at the moment when it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage

from mkdocs_privacy.requests.intake import (
    Intake,
    mail_of_extension,
    mail_of_reminder,
    mail_to_owner,
    mail_to_sender,
)
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.store import MailKind, Store, StoredRequest, WaitingMail


@dataclass(frozen=True, slots=True)
class Material:
    """What the words of a mail are made from."""

    stored: StoredRequest
    token: str | None
    """The secret of the link in it."""
    also_due: tuple[tuple[WaitingMail, StoredRequest], ...] = ()
    """The other requests of which a reminder waits: one mail tells of all."""


def gather(store: Store, mail: WaitingMail, *, has_link: bool) -> Material | None:
    """What the words of a mail are made from, within a transaction; nothing where it need not go
    out any more, or where another receiver sends mails now."""
    if not store.outbox.may_send() or not store.outbox.is_waiting(mail):
        return None
    stored = store.request(mail.reference)
    token = store.outbox.token_for(mail) if has_link and mail.kind is MailKind.SENDER else None
    if mail.kind is not MailKind.REMINDER:
        return Material(stored, token)
    others = (other for other in store.outbox.reminders() if other.id != mail.id)
    also_due = tuple((other, store.request(other.reference)) for other in others)
    return Material(stored, None, also_due)


def compose(
    mail: WaitingMail, material: Material, intake: Intake, settings: Settings, today: date
) -> EmailMessage | None:
    """The mail itself; nothing where the address of the person fits into no mail."""
    stored, addresses = material.stored, settings.mail
    if addresses is None:
        return None
    match mail.kind:
        case MailKind.OWNER:
            return mail_to_owner(stored.request, intake, addresses.sender, addresses.owner)
        case MailKind.SENDER:
            link = f"{settings.own_address}/confirm/{material.token}" if material.token else None
            return mail_to_sender(stored.request, intake, addresses.sender, link)
        case MailKind.EXTENSION:
            if stored.extension is None:
                return None
            return mail_of_extension(stored.request, stored.extension, intake, addresses.sender)
        case MailKind.REMINDER:
            due = [stored, *(other for _, other in material.also_due)]
            return mail_of_reminder(
                [(stored.request, stored.due) for stored in due],
                intake,
                addresses.sender,
                addresses.owner,
                today,
                settings.remind_days,
            )
