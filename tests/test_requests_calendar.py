"""Due dates in a calendar, and in a list that cron asks for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from mkdocs_privacy.cli import main
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.outcome import Decision, Outcome
from mkdocs_privacy.requests.store import MailKind, Signature, Store

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
AN = Signature(TODAY, "An Peeters")
ANNA, BERT, CARO = "7K3F-9QXZ-W2M4-6H8T", "8A01-BBBB-CCCC-DDDD", "9C11-EEEE-FFFF-GGGG"


def run(*arguments: str | Path) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, ["requests", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def a_request(reference: str, right: str, received: str, due: str) -> RightsRequest:
    fields = {
        "right": right,
        "language": "nl",
        "audience": "customers",
        "name": "Zoë d’Hondt",
        "email": "zoe@voorbeeld.example",
        "details": "Mijn bestelling 4711.",
    }
    moment = datetime.fromisoformat(f"{received}T09:30:00+00:00")
    return RightsRequest(reference, moment, date.fromisoformat(due), fields)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """One open request that was extended, one that was not, and a closed one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    with Store.open(tmp_path / "privacy-requests.db", create=True) as opened:
        opened.add(a_request(ANNA, "automated-decisions", "2026-10-30", "2026-11-29"))
        opened.add(a_request(BERT, "access", "2026-11-02", "2026-12-02"), [MailKind.OWNER])
        opened.add(a_request(CARO, "erasure", "2026-11-02", "2026-12-02"))
        longer = Extension(date(2027, 2, 2), ExtensionReason.COMPLEX, TODAY.date(), "Zoë weet het.")
        opened.extend(BERT, longer, AN, by_mail=False)
        opened.assign(ANNA, "An Peeters", AN)
        opened.close(CARO, Decision(Outcome.GRANTED, TODAY.date(), note="Gebeld."), AN)
        yield opened


# The calendar

DUE_DATES = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//mkdocs-privacy//requests//EN
BEGIN:VEVENT
SUMMARY:automated-decisions {ANNA}
DTSTART;VALUE=DATE:20261129
DTSTAMP:20261030T093000Z
UID:{ANNA}@mkdocs-privacy
SEQUENCE:0
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:automated-decisions {ANNA}
TRIGGER:-P7D
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:access {BERT}
DTSTART;VALUE=DATE:20270202
DTSTAMP:20261102T093000Z
UID:{BERT}@mkdocs-privacy
SEQUENCE:1
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:access {BERT}
TRIGGER:-P7D
END:VALARM
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.usefixtures("store")
def test_a_calendar_program_gets_the_due_dates_and_nothing_personal() -> None:
    result = run("calendar")
    written = result.stdout_bytes
    assert written.decode() == DUE_DATES.replace("\n", "\r\n")
    for personal in ("Zo", "zoe", "Hondt", "4711", "An", "Peeters", "Gebeld", "customers", CARO):
        assert personal.encode() not in written.replace(ANNA.encode(), b"")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))  # RFC 5545, section 3.1


@pytest.mark.usefixtures("store")
def test_a_parser_reads_whole_days_with_an_alarm_before() -> None:
    read = icalendar.Calendar.from_ical(run("calendar", "--remind", "3d").stdout_bytes)
    assert read.errors == []
    first, second = read.walk("VEVENT")
    assert (first.decoded("dtstart"), second.decoded("dtstart")) == (
        date(2026, 11, 29),
        date(2027, 2, 2),
    )
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-3)
    assert str(first["uid"]) == f"{ANNA}@mkdocs-privacy"


@pytest.mark.usefixtures("store")
def test_the_same_requests_are_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("calendar").stdout_bytes
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2028, 1, 1, tzinfo=UTC).timestamp())))
    assert run("calendar").stdout_bytes == first


def test_a_file_is_written_anew_for_its_owner_alone(store: Store) -> None:
    file = Path("due-dates.ics")
    file.write_text("something older")
    file.chmod(0o644)
    result = run("calendar", file)
    assert result.stdout == "wrote due-dates.ics: 2 due dates\n"
    assert file.read_bytes().decode() == DUE_DATES.replace("\n", "\r\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    for reference in (ANNA, BERT):
        store.close(reference, Decision(Outcome.GRANTED, TODAY.date()), AN)
    run("calendar", file)
    assert icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT") == []
    assert [path.name for path in Path().iterdir() if "ics" in path.name] == ["due-dates.ics"]


@pytest.mark.usefixtures("store")
def test_a_file_that_cannot_be_written_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    file = Path("due-dates.ics")
    file.write_text("something older")
    monkeypatch.setattr("os.fsync", full_disk)
    result = run("calendar", file)
    told = "Error: due-dates.ics: No space left on device\n"
    assert (result.exit_code, result.stderr) == (1, told)
    assert file.read_text() == "something older"
    assert [path.name for path in Path().iterdir() if "ics" in path.name] == ["due-dates.ics"]


@pytest.mark.usefixtures("store")
def test_what_is_no_file_is_never_replaced() -> None:
    os.mkfifo("pipe")
    result = run("calendar", "pipe")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: pipe is not a file: give a file, or nothing for standard output\n"
    )
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)
    gone = run("calendar", "no-such-folder/due-dates.ics")
    assert (gone.exit_code, gone.stderr.endswith(": No such file or directory\n")) == (1, True)


# The list for cron


@pytest.mark.parametrize(
    ("due", "exit_code", "listed", "summary"),
    [
        ("6d", 0, [], "0 open requests due within 6 days\n"),
        ("7d", 1, [ANNA], "1 open request due within 7 days\n"),
        ("P7D", 1, [ANNA], "1 open request due within 7 days\n"),
        ("71d", 1, [ANNA], "1 open request due within 71 days\n"),
        ("72", 1, [ANNA, BERT], "2 open requests due within 72 days\n"),
    ],
)
@pytest.mark.usefixtures("store")
def test_the_list_for_cron_ends_with_1_where_something_is_due(
    due: str, exit_code: int, listed: list[str], summary: str
) -> None:
    result = run("list", "--due", due)
    assert (result.exit_code, result.stderr) == (exit_code, summary)
    assert [line.split()[0] for line in result.stdout.splitlines()[1:]] == listed


def test_the_list_for_cron_has_what_is_overdue_and_nothing_that_is_closed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 12, 1, tzinfo=UTC).timestamp())))
    overdue = run("list", "--due", "0d")
    assert (overdue.exit_code, overdue.stderr) == (
        1,
        "1 open request due within 0 days, 1 of them overdue\n",
    )
    store.close(ANNA, Decision(Outcome.GRANTED, date(2026, 12, 1)), AN)
    assert run("list", "--due", "0d").exit_code == 0


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--due soon", "‘soon’ is not a number of days: write 7d"),
        ("--due -1d", "‘-1d’ is not a number of days: write 7d"),
        (
            "--due 7d --closed",
            ("--due cannot be combined with --closed or --all: it lists open requests."),
        ),
    ],
)
def test_a_wrong_question_ends_with_2_so_cron_can_tell_it(options: str, sentence: str) -> None:
    result = run("list", *options.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_a_list_without_a_database_ends_with_1_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("list", "--due", "7d")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no such file" in result.stderr
