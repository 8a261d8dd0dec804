"""Something that an officer does with a request: once, however often the form is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_privacy.requests.store import (
    AccountEntry,
    EntryKind,
    Signature,
    Store,
    StoredRequest,
    WaitingMail,
)

_CHANGING = frozenset(
    {EntryKind.ASSIGNED, EntryKind.EXTENDED, EntryKind.CLOSED, EntryKind.REOPENED}
)
"""What makes a page of a request out of date."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A request with everything that is known about it."""

    stored: StoredRequest
    account: tuple[AccountEntry, ...]
    mails: tuple[WaitingMail, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done with a request."""

    kind: EntryKind
    words: str | None
    """What the account will say of it."""
    do: Callable[[Store, str, Signature], object]
    leads_to: Callable[[StoredRequest], bool] = lambda _: True
    """Whether a request stands as it does after it, where its words do not tell all."""


class ChangedMeanwhile(Exception):
    """Somebody changed the request after the form was opened."""


def open_dossier(store: Store, reference: str) -> Dossier:
    """Everything about a request, within a transaction; raises UnknownReference."""
    stored = store.request(reference)
    reference = stored.request.reference
    return Dossier(
        stored,
        store.account.of(reference),
        store.outbox.waiting_about(reference),
    )


def carry_out(
    store: Store, reference: str, action: Action, signature: Signature, seen: int
) -> None:
    """Do it, unless the same form was sent before, within a transaction.

    `seen` is how many entries the account had when the form was opened. Raises UnknownReference,
    NotPossible and ChangedMeanwhile.
    """
    dossier = open_dossier(store, reference)
    later = dossier.account[seen:]
    if _is_done(action, signature, dossier.stored, later):
        return
    if action.kind in _CHANGING and any(entry.kind in _CHANGING for entry in later):
        raise ChangedMeanwhile
    action.do(store, reference, signature)


def _is_done(
    action: Action, signature: Signature, stored: StoredRequest, later: Sequence[AccountEntry]
) -> bool:
    asked = (action.kind, action.words, signature.by)
    is_told = any((entry.kind, entry.words, entry.signature.by) == asked for entry in later)
    return is_told and action.leads_to(stored)
