"""What is kept of requests, how, and for how long: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import stat
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from patience import PATIENCE, until
from postgresql import Postgresql
from requests_world import ACCESS
from running import receiver, settings_in
from sqlalchemy import Connection, select, update

from mkdocs_privacy.requests import RightsRequest, make_reference
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import (
    AccountEntry,
    Added,
    EntryKind,
    Figure,
    MailKind,
    NotPossible,
    OtherContent,
    OwnBuckets,
    RateLimit,
    SharedBuckets,
    Signature,
    StatusFilter,
    Store,
    StoredRequest,
    UnknownReference,
    WrongDatabase,
    back_up,
    check_integrity,
    forgetting,
    hit_all,
    kept_long_enough,
    only_receiver,
    purge,
    read_location,
    try_to_write,
)
from mkdocs_privacy.requests.store.opening import sqlite_of
from mkdocs_privacy.requests.store.tables import METADATA, REQUEST
from mkdocs_privacy.requests.store.transactions import execute

RECEIVED = datetime(2026, 1, 31, 23, 59, 59, tzinfo=UTC)
DUE = date(2026, 3, 2)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BOTH = (MailKind.OWNER, MailKind.SENDER)
AN = Signature(datetime(2026, 2, 1, 9, 30, tzinfo=UTC), "An")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where requests are kept: a new file, or a new database."""
    if request.param == "sqlite":
        return str(tmp_path / "requests.db")
    server: Postgresql = request.getfixturevalue("postgresql")
    return server.make_database()


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store.open(place, create=True) as opened:
        yield opened


def a_request(received_at: datetime = RECEIVED, due: date = DUE, **fields: Any) -> RightsRequest:
    reference = fields.get("reference") or make_reference()
    return RightsRequest(reference, received_at, due, {**ACCESS, **fields})


def references(requests: tuple[StoredRequest, ...]) -> list[str]:
    return [stored.request.reference for stored in requests]


def granted(on: date = DUE, note: str | None = None) -> Decision:
    return Decision(Outcome.GRANTED, on, note=note)


def refused(on: date) -> Decision:
    return Decision(Outcome.REFUSED, on, Ground.NOT_IDENTIFIED)


# Kept


def test_a_request_is_kept_as_it_was_accepted(store: Store) -> None:
    request = a_request(reach=["post", "phone"], details="Één\nregel “meer”")
    assert store.add(request, BOTH) == Added(request, is_new=True)
    assert store.request(request.reference.lower()) == StoredRequest(request, mails_waiting=2)


def test_requests_are_in_the_order_in_which_they_must_be_answered(store: Store) -> None:
    last, first, closed, longer = (
        a_request(due=date(2026, 3, day), email=f"{day}@voorbeeld.example") for day in (9, 2, 5, 1)
    )
    for request in (last, first, closed, longer):
        store.add(request)
    store.close(closed.reference, Decision(Outcome.WITHDRAWN, date(2026, 2, 1)), AN)
    extension = Extension(date(2026, 5, 1), ExtensionReason.COMPLEX, date(2026, 2, 20))
    store.extend(longer.reference, extension, AN, by_mail=False)
    assert references(store.requests()) == [
        first.reference,
        last.reference,
        longer.reference,
    ]
    assert references(store.requests(StatusFilter.CLOSED)) == [closed.reference]
    assert references(store.requests(StatusFilter.ALL)) == [
        first.reference,
        closed.reference,
        last.reference,
        longer.reference,
    ]
    assert [stored.days_left(date(2026, 3, 4)) for stored in store.requests()] == [-2, 5, 58]


def test_the_same_reference_is_the_same_request_or_refused(store: Store) -> None:
    first = a_request(reference="7K3F-9QXZ-W2M4-6H8T")
    store.add(first)
    again = a_request(datetime(2026, 7, 1, tzinfo=UTC), reference="7K3F-9QXZ-W2M4-6H8T")
    assert store.add(again, BOTH) == Added(first, is_new=False)
    with pytest.raises(OtherContent):
        store.add(a_request(reference="7K3F-9QXZ-W2M4-6H8T", details="Iets anders."))
    with store.transaction():
        assert store.outbox.waiting() == ()


def test_an_export_has_each_thing_under_one_name(store: Store) -> None:
    request = a_request(reference="7K3F-9QXZ-W2M4-6H8T", website="", redirect="https://x.example")
    store.add(request, channel=Channel.LETTER, signature=AN)
    store.assign(request.reference, "An", AN)
    decision = Decision(Outcome.REFUSED, DUE, Ground.EXCESSIVE, "De tiende keer.", "Per post.")
    store.close(request.reference, decision, AN)
    (stored,) = store.requests(StatusFilter.ALL)
    assert stored.row(DUE) == {
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "right": "access",
        "channel": "letter",
        "received_at": "2026-01-31T23:59:59Z",
        "expected_by": "2026-03-02",
        "extended_until": None,
        "extension_reason": None,
        "days_left": None,
        "assignee": "An",
        "address_confirmed_at": None,
        "closed_on": "2026-03-02",
        "outcome": "refused",
        "ground": "excessive",
        "explanation": "De tiende keer.",
        "in_time": True,
        "note": "Per post.",
        "schema_version": "1",
        "article": "15",
        "language": "nl",
        "audience": "customers",
        "name": "Zoë d’Hondt",
        "email": "zoe@voorbeeld.example",
    }


# Dealt with


def test_a_request_is_closed_once_and_can_be_reopened(store: Store) -> None:
    request = a_request()
    store.add(request, BOTH)
    decision = refused(date(2026, 3, 3))
    closed = store.close(request.reference, decision, AN)
    assert closed.decision == decision
    assert (closed.is_in_time, closed.days_taken, closed.mails_waiting) == (False, 31, 0)
    with pytest.raises(NotPossible) as told:
        store.close(request.reference, granted(date(2026, 3, 4)), AN)
    assert str(told.value) == (
        f"request {request.reference} was already closed on 2026-03-03, as refused: reopen it first"
    )
    assert store.request(request.reference) == closed
    assert store.reopen(request.reference, AN).decision is None
    with pytest.raises(NotPossible, match="is open"):
        store.reopen(request.reference, AN)
    assert store.close(request.reference, granted(), AN).is_in_time


def test_everything_that_speaks_against_a_decision_is_told_at_once(store: Store) -> None:
    request = a_request()
    store.add(request)
    decision = Decision(Outcome.REFUSED, date(2026, 1, 30), Ground.EXCESSIVE)
    with pytest.raises(NotPossible) as told:
        store.close(request.reference, decision, AN)
    assert str(told.value) == (
        f"request {request.reference} cannot be closed in this way:\n"
        "  the ground ‘excessive’ needs an explanation, because you must be able to show it (GDPR "
        "article 12(5))\n"
        "  the request came in on 2026-01-31, so it cannot have been answered on 2026-01-30: "
        "correct the day"
    )
    with pytest.raises(UnknownReference, match="there is no request 0000-0000-0000-0000"):
        store.close("0000-0000-0000-0000", granted(), AN)


def test_an_extension_moves_the_due_date_once_and_counts_as_in_time(store: Store) -> None:
    request = a_request()
    store.add(request)
    extension = Extension(
        date(2026, 4, 30), ExtensionReason.NUMBER, date(2026, 2, 20), "Er zijn er veel."
    )
    extended = store.extend(request.reference, extension, AN, by_mail=True)
    assert (extended.extension, extended.due, extended.mails_waiting) == (
        extension,
        date(2026, 4, 30),
        1,
    )
    with pytest.raises(
        NotPossible, match=r"was already extended to 2026-04-30: it can be extended only once"
    ):
        store.extend(request.reference, extension, AN, by_mail=True)
    assert store.close(request.reference, granted(date(2026, 4, 30)), AN).is_in_time
    with pytest.raises(NotPossible, match="was already closed on"):
        store.extend(request.reference, extension, AN, by_mail=True)


def test_the_account_tells_what_was_done_when_and_by_whom(store: Store) -> None:
    request = a_request()
    store.add(request, channel=Channel.TELEPHONE, signature=AN)
    bert = Signature(datetime(2026, 2, 3, 14, 0, tzinfo=UTC), "Bert")
    store.assign(request.reference, "Bert", AN)
    store.note(request.reference, EntryKind.IDENTITY, "Klantnummer en adres.", bert)
    store.note(request.reference, EntryKind.ACTION, "Gewist in de winkel.", bert)
    store.close(request.reference, granted(date(2026, 2, 3)), bert)
    store.note(request.reference, EntryKind.NOTE, "Belde om te bedanken.", bert)
    assert store.account.of(request.reference) == (
        AccountEntry(EntryKind.ADDED, AN),
        AccountEntry(EntryKind.ASSIGNED, AN, "Bert"),
        AccountEntry(EntryKind.IDENTITY, bert, "Klantnummer en adres."),
        AccountEntry(EntryKind.ACTION, bert, "Gewist in de winkel."),
        AccountEntry(EntryKind.CLOSED, bert, "granted"),
        AccountEntry(EntryKind.NOTE, bert, "Belde om te bedanken."),
    )


def test_the_organisation_is_reminded_once_for_each_due_date(store: Store) -> None:
    soon, later = a_request(), a_request(due=date(2026, 3, 20))
    store.add(soon)
    store.add(later)
    assert store.remind(date(2026, 3, 2), AN.at) == 1
    assert store.remind(date(2026, 3, 3), AN.at) == 0
    extension = Extension(date(2026, 4, 30), ExtensionReason.COMPLEX, date(2026, 2, 20))
    store.extend(soon.reference, extension, AN, by_mail=False)
    assert store.remind(date(2026, 4, 29), AN.at) == 1  # the other one
    assert store.remind(date(2026, 4, 30), AN.at) == 1


# Two at once


def at_once(place: str, first: Callable[[Store], object], second: Callable[[Store], object]) -> str:
    """Have two officers do something in one moment: the second begins before the first has
    committed. What the second is told; nothing where it worked."""
    with Store.open(place) as one, Store.open(place) as other, ThreadPoolExecutor() as threads:
        with one.transaction():
            first(one)
            done = threads.submit(second, other)
            time.sleep(0.3)  # it waits, or it has done its work by now
        try:
            done.result(PATIENCE)
        except NotPossible as problem:
            return str(problem)
    return ""


def test_a_request_is_closed_once_by_two_at_once(store: Store, place: str) -> None:
    request = a_request()
    store.add(request)
    told = at_once(
        place,
        lambda store: store.close(request.reference, granted(), AN),
        lambda store: store.close(request.reference, refused(DUE), AN),
    )
    assert "was already closed on 2026-03-02, as granted" in told
    assert store.request(request.reference).decision == granted()
    assert len(store.account.of(request.reference)) == 1


def test_the_person_is_told_once_of_an_extension_by_two_at_once(store: Store, place: str) -> None:
    request = a_request()
    store.add(request)
    extension = Extension(date(2026, 4, 30), ExtensionReason.COMPLEX, date(2026, 2, 20))

    def extend(store: Store) -> None:
        store.extend(request.reference, extension, AN, by_mail=True)

    assert "was already extended to 2026-04-30" in at_once(place, extend, extend)
    assert store.request(request.reference).mails_waiting == 1


def test_nobody_is_reminded_of_what_is_closed_at_that_moment(store: Store, place: str) -> None:
    request = a_request()
    store.add(request)
    at_once(
        place,
        lambda store: store.close(request.reference, granted(), AN),
        lambda store: store.remind(DUE, AN.at),
    )
    assert store.outbox.reminders() == ()


def test_what_is_reopened_at_the_moment_of_a_purge_is_not_forgotten(
    store: Store, place: str
) -> None:
    request = a_request()
    store.add(request)
    store.close(request.reference, granted(), AN)
    at_once(
        place,
        lambda store: store.reopen(request.reference, AN),
        lambda store: purge(store, "P1Y", date(2028, 1, 1)),
    )
    assert references(store.requests()) == [request.reference]


def test_what_two_forget_at_once_is_counted_once(store: Store, place: str) -> None:
    request = a_request()
    store.add(request)
    store.close(request.reference, granted(), AN)

    def forget(store: Store) -> None:
        gone = kept_long_enough(store, "P1Y", date(2028, 1, 1), are_held=True)
        store.forget(references(gone))

    at_once(place, forget, lambda store: purge(store, "P1Y", date(2028, 1, 1)))
    assert store.figures.all().total() == 1


# Links and mails


def test_what_is_done_about_a_mail_that_is_gone_touches_no_other_one(store: Store) -> None:
    first, second = a_request(), a_request(details="Iets anders.")
    store.add(first, [MailKind.OWNER])
    (gone,) = store.outbox.waiting()
    store.outbox.strike_off(gone)
    store.add(second, [MailKind.OWNER])
    (mail,) = store.outbox.waiting()  # in SQLite it has the number of the one that is gone
    assert not store.outbox.is_waiting(gone)
    assert store.outbox.token_for(gone) is None
    store.outbox.failed(gone, AN.at, "dead")
    store.outbox.strike_off(gone)
    assert store.outbox.waiting() == (mail,)


def test_what_waited_when_a_request_was_closed_goes_out_when_it_is_reopened(store: Store) -> None:
    request = a_request()
    store.add(request, BOTH)
    extension = Extension(date(2026, 4, 30), ExtensionReason.COMPLEX, date(2026, 2, 1))
    store.extend(request.reference, extension, AN, by_mail=True)
    assert store.remind(date(2026, 4, 30), AN.at) == 1
    mails = store.outbox.waiting()
    store.close(request.reference, granted(), AN)
    assert (store.outbox.waiting(), store.outbox.next_due()) == ((), None)
    assert not store.outbox.is_waiting(mails[0])
    store.reopen(request.reference, AN)
    assert store.outbox.waiting() == mails
    assert [mail.kind for mail in mails] == [*BOTH, MailKind.EXTENSION, MailKind.REMINDER]


def test_a_link_is_the_same_for_every_try_and_leaves_only_a_hash(store: Store) -> None:
    """A mail may have arrived although the mail server never said so."""
    request = a_request()
    store.add(request, BOTH)
    with store.transaction():
        (_, mail) = store.outbox.waiting()
        token = store.outbox.token_for(mail)
        assert token
        store.outbox.failed(mail, RECEIVED, "421 later")
        assert store.outbox.token_for(mail) == token
        store.outbox.strike_off(mail)
        assert store.outbox.token_for(mail) is None
    found = store.confirm_address(token, RECEIVED)
    assert found
    assert found.request == request
    confirmed = store.find_by_token(token, RECEIVED)
    assert confirmed
    assert confirmed.address_confirmed_at == RECEIVED
    assert store.find_by_token(f"{token}x", RECEIVED) is None


@pytest.mark.parametrize(
    ("is_confirmed", "closed_on", "days", "works"),
    [
        pytest.param(False, None, 30, True, id="for thirty days"),
        pytest.param(False, None, 31, False, id="no longer, where nobody follows it"),
        pytest.param(True, None, 300, True, id="while the request is open, once it was followed"),
        pytest.param(True, date(2026, 3, 1), 59, True, id="for thirty days after the answer"),
        pytest.param(True, date(2026, 3, 1), 60, False, id="not for ever"),
    ],
)
def test_a_link_works(
    store: Store, is_confirmed: bool, closed_on: date | None, days: int, works: bool
) -> None:
    request = a_request()
    store.add(request, [MailKind.SENDER])
    with store.transaction():
        token = store.outbox.token_for(store.outbox.waiting()[0])
    assert token
    if is_confirmed:
        store.confirm_address(token, RECEIVED)
    if closed_on:
        store.close(request.reference, granted(closed_on), AN)
    assert (store.find_by_token(token, RECEIVED + timedelta(days=days)) is not None) is works


@pytest.mark.parametrize(
    "spelling",
    [
        "zoe@voorbeeld.example",
        "Zoe@Voorbeeld.EXAMPLE",
        "zoe+winkel@voorbeeld.example",
        "zoe@voorbeeld。example",
        "zoe@ｖoorbeeld.example",
    ],
)
def test_one_mailbox_gets_five_confirmations_a_day_however_it_is_spelt(
    store: Store, spelling: str
) -> None:
    spellings = ["zoe@voorbeeld.example", "ZOE@voorbeeld.example", "zoe+1@voorbeeld.example"]
    for number in range(5):
        store.add(a_request(email=spellings[number % 3]), BOTH)
    assert store.request(_added(store, spelling, RECEIVED)).mails_waiting == 1  # to the owner
    tomorrow = RECEIVED + timedelta(days=1, seconds=1)
    assert store.request(_added(store, spelling, tomorrow)).mails_waiting == 2


def test_a_clock_that_is_set_back_a_month_holds_up_no_confirmation(store: Store) -> None:
    for _ in range(5):
        store.add(a_request(), BOTH)
    earlier = RECEIVED - timedelta(days=30)
    assert store.request(_added(store, "zoe@voorbeeld.example", earlier)).mails_waiting == 2
    with store.transaction():
        mail = store.outbox.waiting()[0]
        store.outbox.failed(mail, RECEIVED, "421 later")
        store.outbox.bring_forward(earlier)
        assert store.outbox.due(earlier, 100) == store.outbox.waiting()


def _added(store: Store, email: str, at: datetime) -> str:
    return store.add(a_request(at, email=email), BOTH).request.reference


# Forgotten


def test_closed_requests_are_forgotten_after_their_time_and_only_figures_are_left(
    store: Store,
) -> None:
    alike = [a_request(email=f"{number}@voorbeeld.example") for number in range(2)]
    late, newer, still_open = (a_request(email=f"{letter}@x.example") for letter in "abc")
    for request in (*alike, late, newer, still_open):
        store.add(request, BOTH)
    for request in alike:
        store.close(request.reference, granted(date(2026, 2, 28)), AN)
    store.close(late.reference, refused(date(2026, 3, 3)), AN)
    store.close(newer.reference, refused(date(2026, 9, 1)), AN)

    assert purge(store, "P1Y", date(2027, 2, 27)) == 0
    early = Figure(
        "2026-01", "access", Channel.FORM, Outcome.GRANTED, None, 28, False, is_in_time=True
    )
    too_late = replace(
        early, outcome=Outcome.REFUSED, ground=Ground.NOT_IDENTIFIED, days=31, is_in_time=False
    )
    assert purge(store, "P1Y", date(2027, 2, 28)) == 2
    assert purge(store, "P1Y", date(2027, 3, 3)) == 1
    assert purge(store, "P1Y", date(2027, 3, 3)) == 0
    assert store.figures.all() == Counter({early: 2, too_late: 1})
    assert references(store.requests(StatusFilter.ALL)) == [newer.reference, still_open.reference]
    assert store.account.of(late.reference) == ()

    purge(store, "P1Y", date(2027, 9, 1))
    assert store.figures.all()[replace(too_late, days=213)] == 1


def test_what_is_forgotten_later_is_counted_with_what_was_before(store: Store) -> None:
    for _ in range(2):
        for request in (a_request(email="a@x.example"), a_request(email="b@x.example")):
            store.add(request)
            store.close(request.reference, granted(date(2026, 2, 28)), AN)
        assert purge(store, "P1Y", date(2027, 2, 28)) == 2
    assert [*store.figures.all().values()] == [4]


SEEDS = (0, 3, 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_byte_of_what_was_forgotten_stays_in_the_files(tmp_path: Path, seed: int) -> None:
    """Not even of a request that moved to another page while others came and went."""
    assert [*what_differs(tmp_path, seed)] == [set()] * 12


def test_something_would_stay_without_the_sweep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the test above would hold whatever is swept."""

    class Unswept:
        def __init__(self, connection: Connection) -> None:
            self.sqlite = sqlite_of(connection)

        def execute(self, command: str) -> sqlite3.Cursor:
            return self.sqlite.execute("SELECT 1" if command == "VACUUM" else command)

    monkeypatch.setattr(forgetting, "sqlite_of", Unswept)
    for seed in SEEDS:
        (tmp_path / str(seed)).mkdir()
    assert any(any(what_differs(tmp_path / str(seed), seed)) for seed in SEEDS)


def what_differs(folder: Path, seed: int) -> Iterator[set[bytes]]:
    """After each time that old requests are forgotten: who is in the files and in no request, or
    the other way round."""
    chance = random.Random(seed)
    live: dict[str, str] = {}
    with Store.open(folder / "requests.db", create=True) as store:
        for _ in range(12):
            with store.transaction():
                for _ in range(chance.randrange(20)):
                    reference = "-".join("".join(chance.choices(DIGITS, k=4)) for _ in range(4))
                    mark = f"visitor-{chance.randrange(10**9):09d}@x.example"
                    details = f"{mark} " * chance.choice([1, 3, 6, 12, 25, 50])
                    fields = {**ACCESS, "email": mark, "details": details}
                    store.add(RightsRequest(reference, RECEIVED, DUE, fields), BOTH)
                    store.note(reference, EntryKind.NOTE, details, AN)
                    live[reference] = mark
                for _ in range(min(chance.randrange(20), len(live))):
                    closed = chance.choice(list(live))
                    store.close(closed, granted(note=live.pop(closed)), AN)
            purge(store, "P1Y", date(2027, 3, 2))
            yield marks_in(folder) ^ {mark.encode() for mark in live.values()}


def marks_in(folder: Path) -> set[bytes]:
    files = b"".join(path.read_bytes() for path in folder.iterdir())
    return set(re.findall(rb"visitor-\d{9}@x\.example", files))


def test_what_somebody_reads_while_it_is_forgotten_is_swept_the_next_time(tmp_path: Path) -> None:
    request = a_request(email="visitor-000000001@x.example")
    with Store.open(tmp_path / "requests.db", create=True) as store:
        store.add(request)
        store.close(request.reference, granted(date(2026, 2, 28)), AN)
        sqlite_of(store.connection).execute("PRAGMA busy_timeout = 1")
        with Store.open(tmp_path / "requests.db", only_reads=True) as reader, reader.transaction():
            assert reader.request(request.reference)
            assert purge(store, "P1Y", date(2027, 3, 2)) == 1
            assert marks_in(tmp_path) == {b"visitor-000000001@x.example"}
        assert purge(store, "P1Y", date(2027, 3, 2)) == 0
        assert marks_in(tmp_path) == set()


def test_a_receiver_forgets_by_itself(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keep_closed="P6M")
    with Store.open(settings.location, create=True) as store:
        request = a_request(datetime(2025, 1, 1, tzinfo=UTC), date(2025, 2, 3))
        store.add(request)
        store.close(request.reference, granted(date(2025, 1, 9)), AN)
    with receiver(settings), Store.open(settings.location) as store:
        while not store.figures.all():
            pass
        assert store.requests(StatusFilter.ALL) == ()


def test_a_receiver_that_cannot_forget_says_so_and_tries_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mkdocs_privacy.requests.receiver.taking._UPKEEP", 0.01)
    settings = settings_in(tmp_path)
    with Store.open(settings.location, create=True) as store:
        request = a_request(datetime(2025, 1, 1, tzinfo=UTC), date(2025, 2, 3))
        store.add(request)
        store.close(request.reference, granted(date(2025, 1, 9)), AN)
        with store.transaction():
            execute(store.connection, update(REQUEST).values(closed_on="in January"))
    said = "old requests could not be deleted: ValueError in the receiver itself"
    with receiver(settings):
        until(lambda: caplog.text.count(said) > 1, otherwise=lambda: caplog.text)
    assert "in January" not in caplog.text


# Copied and tried


def test_a_backup_holds_the_same_and_is_for_its_owner_only(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(tmp_path / "requests.db", create=True) as store:
        for number in range(20):
            store.add(a_request(email=f"{number}@voorbeeld.example"), BOTH)
        assert back_up(store, copy) == 20
        with pytest.raises(FileExistsError):
            back_up(store, copy)
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert not list(tmp_path.glob("copy.db-*"))
        with Store.open(copy) as restored:
            check_integrity(restored)
            assert restored.requests(StatusFilter.ALL) == store.requests(StatusFilter.ALL)
            with restored.transaction(), store.transaction():
                assert restored.outbox.waiting() == store.outbox.waiting()


def test_postgresql_makes_its_own_backups(postgresql: Postgresql, tmp_path: Path) -> None:
    with (
        Store.open(postgresql.make_database()) as store,
        pytest.raises(WrongDatabase, match=r"^use the backups of PostgreSQL: pg_dump --format"),
    ):
        back_up(store, tmp_path / "copy.db")


def test_health_leaves_nothing_behind(store: Store) -> None:
    try_to_write(store)
    check_integrity(store)
    assert store.requests(StatusFilter.ALL) == ()


# The file


def test_only_the_owner_of_the_files_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "requests.db"
    path.touch(0o644)
    with Store.open(path) as store:
        store.add(a_request())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(["requests.db", "requests.db-wal", "requests.db-shm"], 0o600)


def test_a_file_that_cannot_hold_requests_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Store.open(tmp_path / "requests.db")
    with pytest.raises(WrongDatabase, match="is not a file: give one with --database"):
        Store.open(tmp_path, create=True)

    text = tmp_path / "notes.txt"
    text.write_text("Not a database, but a text of some length. " * 30, encoding="utf-8")
    with pytest.raises(WrongDatabase, match=r"notes.txt is not a database of requests"):
        Store.open(text)

    newer = tmp_path / "newer.db"
    Store.open(newer, create=True).shut()
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongDatabase, match=r"was written by a newer version of mkdocs-privacy"):
        Store.open(newer)

    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE something (else_entirely TEXT)")
    with pytest.raises(
        WrongDatabase, match=r"foreign.db is not a database of requests: it contains"
    ):
        Store.open(foreign)

    twice = tmp_path / "twice.db"
    Store.open(twice, create=True).shut()
    twice.with_name("also.db").hardlink_to(twice)
    with pytest.raises(WrongDatabase, match=r"twice.db has another name as well \(a hard link\)"):
        Store.open(twice)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "requests.db"
    with Store.open(path, create=True) as store:
        for number in range(200):
            store.add(a_request(email=f"{number}@voorbeeld.example", details="x" * 500))
    content = bytearray(path.read_bytes())
    for page in range(5, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = bytes(200)
    path.write_bytes(content)
    with (
        Store.open(path) as store,
        pytest.raises(WrongDatabase, match=r"requests.db is damaged \(.+\): stop the receiver"),
    ):
        check_integrity(store)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("mysql://root:secret@db/requests", "‘mysql://…’ is not the address of a database"),
        ("postgresql://", "‘postgresql://…’ is not the address of a database"),
        ("postgresql://user:secret@host", "‘postgresql://…’ is not the address of a database"),
        ("https://example.be/requests.db", "‘https://…’ is not the address of a database"),
    ],
)
def test_an_address_that_names_no_database_is_told_without_its_password(
    written: str, message: str
) -> None:
    with pytest.raises(WrongDatabase) as told:
        read_location(written)
    assert str(told.value).startswith(message)
    assert "secret" not in str(told.value)


def test_a_database_is_told_without_its_password_wherever_that_stands() -> None:
    location = read_location("postgresql://an:secret@db/requests?password=secret&sslmode=require")
    assert str(location) == "postgresql+psycopg://an:***@db/requests?sslmode=require"


def test_tables_of_something_else_are_left_alone(postgresql: Postgresql) -> None:
    import psycopg

    url = postgresql.make_database()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE request (id integer)")
    with pytest.raises(WrongDatabase, match="contains tables of another program"):
        Store.open(url)


def test_one_receiver_at_a_time_is_on_duty_for_a_file(tmp_path: Path) -> None:
    location = read_location(tmp_path / "requests.db")
    (tmp_path / "link.db").symlink_to(tmp_path / "requests.db")
    with only_receiver(location):
        for path in ("requests.db", "link.db"):
            with (
                pytest.raises(WrongDatabase, match="another receiver uses "),
                only_receiver(read_location(tmp_path / path)),
            ):
                pass
    with only_receiver(location):
        pass


# The tables


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.transaction():
        context = MigrationContext.configure(store.connection)
        assert compare_metadata(context, METADATA) == []


FIRST_VERSION = (Path(__file__).parent / "first_version.sql").read_text(encoding="utf-8")


def test_a_file_of_the_first_receiver_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "requests.db"
    fields = json.dumps(dict(ACCESS))
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_VERSION)
        connection.executemany(
            "INSERT INTO request (reference, right, received_at, expected_by, digest, fields,"
            " closed_on, outcome, note) VALUES (?, 'access', '2026-01-31T23:59:59Z', '2026-03-02',"
            " '', ?, ?, ?, ?)",
            [
                ("7K3F-9QXZ-W2M4-6H8T", fields, None, None, None),
                ("7K3F-9QXZ-W2M4-6H8V", fields, "2026-02-03", "unidentified", "Wie?"),
                ("7K3F-9QXZ-W2M4-6H8W", fields, "2026-02-04", "not_applicable", None),
                ("7K3F-9QXZ-W2M4-6H8X", fields, "2026-02-05", "granted", None),
            ],
        )
        connection.execute("INSERT INTO outbox (request, kind, due_at) VALUES (1, 'owner', '2026')")
        connection.executemany(
            "INSERT INTO count VALUES ('2025-01', 'access', ?, 1, 7)",
            [("granted",), ("unidentified",)],
        )
    connection.close()
    with Store.open(path) as store:
        check_integrity(store)
        decisions = [stored.decision for stored in store.requests(StatusFilter.ALL)]
        figures = store.figures.all()
        assert store.request("7K3F-9QXZ-W2M4-6H8T").mails_waiting == 1
    assert decisions == [
        None,
        Decision(Outcome.REFUSED, date(2026, 2, 3), Ground.NOT_IDENTIFIED, note="Wie?"),
        Decision(Outcome.NOTHING_FOUND, date(2026, 2, 4)),
        Decision(Outcome.GRANTED, date(2026, 2, 5)),
    ]
    old = Figure("2025-01", "access", Channel.FORM, Outcome.GRANTED, None, None, False, True)
    unidentified = replace(old, outcome=Outcome.REFUSED, ground=Ground.NOT_IDENTIFIED)
    assert figures == Counter({old: 7, unidentified: 7})


# How often


def test_a_pace_allows_so_many_at_once_and_then_one_by_one() -> None:
    pace, free_at, waits = RateLimit(3, 60), 0.0, []
    for now in (100, 100, 100, 100, 119, 120, 121, 500):
        wait, free_at = pace.next(free_at, now)
        waits.append(wait)
    assert waits == [0, 0, 0, 20, 1, 0, 19, 0]


def test_nobody_waits_longer_than_a_period_whatever_the_clock_does() -> None:
    pace = RateLimit(3, 60)
    wait, _ = pace.next(free_at=1_000_000, now=100)
    assert wait == 20


def test_buckets_are_shared_by_the_receivers_of_one_database(postgresql: Postgresql) -> None:
    url = postgresql.make_database()
    with Store.open(url) as first, Store.open(url) as second:
        waits = []
        for store in (first, second, first, second):
            with store.transaction():
                waits.append(hit_all(SharedBuckets(store), "192.0.2.7", [RateLimit(3, 60)]))
        assert waits[:3] == [0, 0, 0]
        assert 0 < waits[3] <= 20
        with first.transaction():
            SharedBuckets(first).forget()
            assert hit_all(SharedBuckets(first), "192.0.2.7", [RateLimit(3, 60)]) > 0


def test_buckets_that_are_empty_are_forgotten() -> None:
    buckets = OwnBuckets()
    hit_all(buckets, "192.0.2.7", [RateLimit(1000, 0.000001)])
    buckets.forget()
    assert buckets._free_at == {}


def test_one_of_several_receivers_sends_the_mails(postgresql: Postgresql) -> None:
    url = postgresql.make_database()
    with Store.open(url) as first, Store.open(url) as second:
        for _ in range(2):
            with first.transaction():
                assert first.outbox.may_send()
            with second.transaction():
                assert not second.outbox.may_send()
        first.shut()
        end = time.monotonic() + PATIENCE
        while not second.outbox.may_send():  # the server notices a moment later
            assert time.monotonic() < end


# Written


def test_what_fails_in_a_group_takes_nothing_else_with_it(place: str) -> None:
    writer = Writer(read_location(place))
    first = a_request(reference="7K3F-9QXZ-W2M4-6H8T")
    second = a_request(reference="7K3F-9QXZ-W2M4-6H8T", details="Iets anders.")
    third = a_request(email="bert@voorbeeld.example")
    writes = [
        writer.write(lambda store, request=request: store.add(request))
        for request in (first, second, third)
    ]
    writer.start()
    assert writes[0].result() == Added(first, is_new=True)
    with pytest.raises(OtherContent):
        writes[1].result()
    assert writes[2].result() == Added(third, is_new=True)
    writer.stop()
    with Store.open(place) as store:
        assert set(references(store.requests())) == {first.reference, third.reference}


def test_a_statement_outside_a_transaction_is_a_mistake_that_shows(store: Store) -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        execute(store.connection, select(REQUEST))
