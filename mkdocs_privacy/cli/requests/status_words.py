"""How a request stands, and what was done about it, in words."""

from __future__ import annotations

from datetime import date

from mkdocs_privacy.requests import Outcome
from mkdocs_privacy.requests.store import AccountEntry, EntryKind, MailKind, Store, StoredRequest
from mkdocs_privacy.terminal import counted


def status_in_words(stored: StoredRequest, today: date) -> str:
    """`30 days left`, `OVERDUE by 2 days`, `granted on 2026-12-01`."""
    if stored.decision is None:
        left = stored.days_left(today)
        longer = " (extended)" if stored.extension else ""
        if left < 0:
            return f"OVERDUE by {_days(-left)}{longer}"
        return f"{_days(left)} left{longer}" if left else f"due today{longer}"
    outcome = _in_words(stored.decision.outcome)
    ground = f" ({stored.decision.ground.replace('_', ' ')})" if stored.decision.ground else ""
    late = -stored.days_left(stored.decision.on)
    told = f"{outcome}{ground} on {stored.decision.on}"
    return told + (f", {_days(late)} late" if late > 0 else "")


_MAILS: dict[str, str] = {
    MailKind.OWNER: "to you, of a new request",
    MailKind.SENDER: "to the person, confirmation of receipt",
    MailKind.EXTENSION: "to the person, extension",
    MailKind.REMINDER: "to you, reminder",
}
_ENTRIES = {
    EntryKind.ADDED: "written down",
    EntryKind.CONFIRMED: "address confirmed by the person",
    EntryKind.ASSIGNED: "assigned",
    EntryKind.NOTE: "note",
    EntryKind.IDENTITY: "evidence of identity seen",
    EntryKind.ACTION: "done",
    EntryKind.EXTENDED: "extended",
    EntryKind.CLOSED: "closed",
    EntryKind.REOPENED: "reopened",
    EntryKind.MAILED: "mail sent",
    EntryKind.NOT_MAILED: "mail given up",
}


def account_lines(store: Store, reference: str) -> list[str]:
    """The account of a request, a line each: `2026-11-26 09:30, An Peeters, note: …`."""
    lines = []
    for entry in store.account.of(reference):
        signature = entry.signature
        by = f", {signature.by}" if signature.by else ""
        words = f": {_said(entry)}" if entry.words else ""
        lines.append(f"{signature.at:%Y-%m-%d %H:%M}{by}, {_ENTRIES[entry.kind]}{words}")
    return lines


def _said(entry: AccountEntry) -> str:
    words = entry.words or ""
    match entry.kind:
        case EntryKind.MAILED | EntryKind.NOT_MAILED:
            return _MAILS.get(words, words)
        case EntryKind.CLOSED | EntryKind.REOPENED:
            outcome, comma, day = words.partition(", ")
            return f"{_in_words(outcome)}{comma}{day}"
    return words


def _in_words(outcome: str) -> str:
    if outcome == Outcome.PASSED_ON:
        return "passed to the controller"
    return outcome.replace("_", " ")


def _days(number: int) -> str:
    return counted(number, "day")
