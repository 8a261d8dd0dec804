"""What is kept of requests, how, and for how long."""

from __future__ import annotations

import random
import re
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from requests_world import ACCESS
from running import receiver, settings_in

from mkdocs_privacy.requests import RightsRequest, make_reference
from mkdocs_privacy.requests.receiver import (
    Added,
    AlreadyClosed,
    Closing,
    Count,
    MailKind,
    OtherContent,
    Outcome,
    Standing,
    Store,
    StoredRequest,
    UnknownReference,
    WrongDatabase,
    WrongDay,
)
from mkdocs_privacy.requests.receiver.writing import Writer

RECEIVED = datetime(2026, 1, 31, 23, 59, 59, tzinfo=UTC)
DUE = date(2026, 3, 2)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BOTH = (MailKind.OWNER, MailKind.SENDER)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "requests.db", create=True) as one:
        yield one


def a_request(received_at: datetime = RECEIVED, due: date = DUE, **fields: Any) -> RightsRequest:
    reference = fields.get("reference") or make_reference()
    return RightsRequest(reference, received_at, due, {**ACCESS, **fields})


def references(requests: tuple[StoredRequest, ...]) -> list[str]:
    return [one.request.reference for one in requests]


# Kept


def test_a_request_is_kept_as_it_was_accepted(store: Store) -> None:
    request = a_request(reach=["post", "phone"], details="Één\nregel “meer”")
    assert store.add(request, BOTH) == Added(request, is_new=True)
    assert store.request(request.reference.lower()) == StoredRequest(request, None, None, 2)


def test_requests_are_in_the_order_in_which_they_must_be_answered(store: Store) -> None:
    last, first, closed = (
        a_request(due=date(2026, 3, day), email=f"{day}@voorbeeld.example") for day in (9, 2, 5)
    )
    for one in (last, first, closed):
        store.add(one)
    store.close(closed.reference, Outcome.WITHDRAWN, date(2026, 2, 1))
    assert references(store.requests()) == [first.reference, last.reference]
    assert references(store.requests(Standing.CLOSED)) == [closed.reference]
    assert references(store.requests(Standing.ALL)) == [
        first.reference,
        closed.reference,
        last.reference,
    ]
    assert [one.days_left(date(2026, 3, 4)) for one in store.requests()] == [-2, 5]


def test_the_same_reference_is_the_same_request_or_refused(store: Store) -> None:
    first = a_request(reference="7K3F-9QXZ-W2M4-6H8T")
    store.add(first)
    again = a_request(datetime(2026, 7, 1, tzinfo=UTC), reference="7K3F-9QXZ-W2M4-6H8T")
    assert store.add(again, BOTH) == Added(first, is_new=False)
    with pytest.raises(OtherContent):
        store.add(a_request(reference="7K3F-9QXZ-W2M4-6H8T", details="Iets anders."))
    assert store.outbox.waiting() == ()


@pytest.mark.parametrize(("minute", "is_new"), [(9, False), (10, False), (11, True)])
def test_the_same_content_without_a_reference_is_the_same_for_ten_minutes(
    store: Store, minute: int, is_new: bool
) -> None:
    store.add(a_request(datetime(2026, 1, 31, 12, 0, tzinfo=UTC)))
    again = a_request(datetime(2026, 1, 31, 12, minute, tzinfo=UTC))
    assert store.add(again).is_new is is_new


def test_an_export_has_each_thing_under_one_name(store: Store) -> None:
    request = a_request(reference="7K3F-9QXZ-W2M4-6H8T", website="", redirect="https://x.example")
    store.add(request)
    store.close(request.reference, Outcome.GRANTED, DUE, "Per post.")
    (stored,) = store.requests(Standing.ALL)
    assert stored.row(DUE) == {
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "right": "access",
        "received_at": "2026-01-31T23:59:59Z",
        "expected_by": "2026-03-02",
        "days_left": None,
        "address_confirmed_at": None,
        "closed_on": "2026-03-02",
        "outcome": "granted",
        "in_time": True,
        "note": "Per post.",
        "schema_version": "1",
        "article": "15",
        "language": "nl",
        "audience": "customers",
        "name": "Zoë d’Hondt",
        "email": "zoe@voorbeeld.example",
    }


# Closed


def test_a_request_is_closed_once(store: Store) -> None:
    request = a_request()
    store.add(request, BOTH)
    closed = store.close(request.reference, Outcome.REFUSED, date(2026, 3, 3), "Art. 17(3)(b)")
    assert closed.closing == Closing(Outcome.REFUSED, date(2026, 3, 3), "Art. 17(3)(b)")
    assert (closed.is_in_time, closed.mails_waiting) == (False, 0)
    with pytest.raises(AlreadyClosed) as told:
        store.close(request.reference, Outcome.GRANTED, date(2026, 3, 4))
    assert str(told.value) == (
        f"request {request.reference} was closed on 2026-03-03 already, as refused"
    )
    assert store.request(request.reference) == closed


def test_what_cannot_be_closed_is_told(store: Store) -> None:
    request = a_request()
    store.add(request)
    with pytest.raises(WrongDay, match=r"came in on 2026-01-31: it cannot have been closed on"):
        store.close(request.reference, Outcome.GRANTED, date(2026, 1, 30))
    with pytest.raises(UnknownReference, match="there is no request 0000-0000-0000-0000"):
        store.close("0000-0000-0000-0000", Outcome.GRANTED, DUE)


# Forgotten


def test_closed_requests_are_forgotten_after_their_time_and_only_counts_are_left(
    store: Store,
) -> None:
    alike = [a_request(email=f"{one}@voorbeeld.example") for one in range(2)]
    late, newer, still_open = (a_request(email=f"{one}@x.example") for one in "abc")
    for one in (*alike, late, newer, still_open):
        store.add(one, BOTH)
    for one in alike:
        store.close(one.reference, Outcome.GRANTED, date(2026, 2, 28))
    store.close(late.reference, Outcome.REFUSED, date(2026, 3, 3))
    store.close(newer.reference, Outcome.REFUSED, date(2026, 9, 1))

    assert store.purge(date(2027, 2, 27), "P1Y") == ()
    granted = Count("2026-01", "access", Outcome.GRANTED, is_in_time=True, number=2)
    refused = Count("2026-01", "access", Outcome.REFUSED, is_in_time=False, number=1)
    assert store.purge(date(2027, 2, 28), "P1Y") == (granted,)
    assert store.purge(date(2027, 3, 3), "P1Y") == (refused,)
    assert store.purge(date(2027, 3, 3), "P1Y") == ()
    assert store.counts() == (granted, refused)
    assert references(store.requests(Standing.ALL)) == [newer.reference, still_open.reference]

    store.purge(date(2027, 9, 1), "P1Y")
    assert store.counts() == (granted, replace(refused, number=2))


@pytest.mark.parametrize("seed", [9, 84, 89, 110])  # they leave something without the sweep
def test_no_byte_of_what_was_forgotten_stays_in_the_files(tmp_path: Path, seed: int) -> None:
    """Not even of a request that moved to another page while others came and went."""
    chance = random.Random(seed)
    live: dict[str, str] = {}
    with Store.open(tmp_path / "requests.db", create=True) as store:
        for _ in range(3):
            with store.transaction():
                for _ in range(chance.randrange(60)):
                    reference = "-".join("".join(chance.choices(DIGITS, k=4)) for _ in range(4))
                    mark = f"visitor-{chance.randrange(10**9):09d}@x.example"
                    details = f"{mark} " * chance.choice([1, 2, 10, 30, 100, 600])
                    fields = {**ACCESS, "email": mark, "details": details}
                    store.add(RightsRequest(reference, RECEIVED, DUE, fields), BOTH)
                    live[reference] = mark
                for _ in range(min(chance.randrange(60), len(live))):
                    closed = chance.choice(list(live))
                    store.close(closed, Outcome.GRANTED, DUE, note=live.pop(closed))
            store.purge(date(2027, 3, 2), "P1Y")
            files = b"".join(one.read_bytes() for one in tmp_path.iterdir())
            found = set(re.findall(rb"visitor-\d{9}@x\.example", files))
            assert found == {one.encode() for one in live.values()}


def test_a_receiver_forgets_by_itself(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keep_closed="P6M")
    with Store.open(settings.database, create=True) as store:
        request = a_request(datetime(2025, 1, 1, tzinfo=UTC), date(2025, 2, 3))
        store.add(request)
        store.close(request.reference, Outcome.GRANTED, date(2025, 1, 9))
    with receiver(settings), Store.open(settings.database) as store:
        while not store.counts():
            pass
        assert store.requests(Standing.ALL) == ()


# The file


def test_only_the_owner_of_the_files_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "requests.db"
    path.touch(0o644)
    with Store.open(path) as store:
        store.add(a_request())
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes == dict.fromkeys(["requests.db", "requests.db-wal", "requests.db-shm"], 0o600)


def test_a_file_that_cannot_hold_requests_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Store.open(tmp_path / "requests.db")
    with pytest.raises(IsADirectoryError):
        Store.open(tmp_path, create=True)

    text = tmp_path / "notes.txt"
    text.write_text("Not a database, but a text of some length. " * 30, encoding="utf-8")
    with pytest.raises(WrongDatabase, match=r"notes.txt is not a database of requests"):
        Store.open(text)

    newer = tmp_path / "newer.db"
    Store.open(newer, create=True).shut()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(WrongDatabase, match=r"was written by a newer mkdocs-privacy"):
        Store.open(newer)

    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE something (else_entirely TEXT)")
    with pytest.raises(WrongDatabase, match=r"foreign.db is not a database of requests"):
        Store.open(foreign)


# Written


def test_what_fails_in_a_group_takes_nothing_else_with_it(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "requests.db")
    first = a_request(reference="7K3F-9QXZ-W2M4-6H8T")
    second = a_request(reference="7K3F-9QXZ-W2M4-6H8T", details="Iets anders.")
    third = a_request(email="bert@voorbeeld.example")
    writes = [writer.write(lambda store, one=one: store.add(one)) for one in (first, second, third)]
    writer.start()
    assert writes[0].result() == Added(first, is_new=True)
    with pytest.raises(OtherContent):
        writes[1].result()
    assert writes[2].result() == Added(third, is_new=True)
    writer.stop()
    with Store.open(tmp_path / "requests.db") as store:
        assert set(references(store.requests())) == {first.reference, third.reference}
