"""`mkdocs-privacy requests`: what whoever answers them types, and what they see."""

from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.requests.tables import rows_as_csv
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.store import MailKind, Signature, Store

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANNA, BERT, CARO, DINA = (
    "7K3F-9QXZ-W2M4-6H8T",
    "8A01-BBBB-CCCC-DDDD",
    "9C11-EEEE-FFFF-GGGG",
    "AAAA-1111-2222-3333",
)
AN = Signature(datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "An")
SITE = "site_name: Privacy\ntheme: {name: material, language: nl}\nplugins: [privacy-center]\n"
FORMULA = "=1+1|'/c'!A1@b.be"


def a_request(
    reference: str, right: str, received: str, due: str, email: str, **fields: Any
) -> RightsRequest:
    moment = datetime.fromisoformat(f"{received}T09:30:00+00:00")
    posted = {"schema_version": "1", "right": right, "language": "nl", "audience": "customers"}
    return RightsRequest(
        reference, moment, date.fromisoformat(due), {**posted, "email": email, **fields}
    )


def run(*arguments: str | Path) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, ["requests", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two open requests, one of them overdue, and two closed ones."""
    anna = {
        "name": "Anna",
        "incorrect": "Dorp 1\nPutte",
        "correct": "\x9b2J\u202eKerkstraat",
    }
    anna_writes = a_request(
        ANNA, "rectification", "2026-11-02", "2026-12-02", "anna@example.be", **anna
    )
    bert = {"activities": ["newsletter", "statistics"]}
    bert_writes = a_request(BERT, "withdraw-consent", "2026-10-20", "2026-11-20", FORMULA, **bert)
    with Store.open(tmp_path / "privacy-requests.db", create=True) as opened:
        opened.add(anna_writes, [MailKind.OWNER])
        opened.add(bert_writes)
        opened.add(a_request(CARO, "access", "2025-09-01", "2025-10-01", "caro@example.be"))
        opened.add(a_request(DINA, "access", "2026-09-02", "2026-10-02", "dina@example.be"))
        opened.close(CARO, Decision(Outcome.GRANTED, date(2025, 10, 4)), AN)
        refused = Decision(
            Outcome.REFUSED, date(2026, 9, 30), Ground.NATIONAL_LAW, "Fiscaal geheim.", "tax law"
        )
        opened.close(DINA, refused, AN)
        yield opened


@pytest.mark.usefixtures("store")
def test_open_requests_are_listed_with_the_most_urgent_one_first() -> None:
    result = run("list")
    assert (result.exit_code, result.stderr) == (0, "2 open requests, 1 of them overdue\n")
    assert result.stdout.splitlines() == [
        "reference            right             received    due         how it stands      "
        "assigned to  e-mail",
        "8A01-BBBB-CCCC-DDDD  withdraw-consent  2026-10-20  2026-11-20  OVERDUE by 2 days  "
        f"             {FORMULA} (not proven)",
        "7K3F-9QXZ-W2M4-6H8T  rectification     2026-11-02  2026-12-02  10 days left       "
        "             anna@example.be (not proven)",
    ]


@pytest.mark.usefixtures("store")
def test_closed_requests_are_listed_with_how_they_ended() -> None:
    result = run("list", "--closed")
    assert result.stderr == "2 closed requests\n"
    assert [line.split("  ")[4] for line in result.stdout.splitlines()[1:]] == [
        "granted on 2025-10-04, 3 days late",
        "refused (national law) on 2026-09-30",
    ]
    assert len(json.loads(run("list", "--all", "--format", "json").stdout)) == 4


@pytest.mark.usefixtures("store")
def test_a_program_gets_the_list_without_what_was_asked() -> None:
    _, anna = json.loads(run("list", "--format", "json").stdout)
    assert anna == {
        "reference": ANNA,
        "right": "rectification",
        "channel": "form",
        "received_at": "2026-11-02T09:30:00Z",
        "expected_by": "2026-12-02",
        "extended_until": None,
        "days_left": 10,
        "assignee": None,
        "email": "anna@example.be",
        "address_confirmed_at": None,
        "closed_on": None,
        "outcome": None,
        "ground": None,
        "in_time": None,
    }


def test_a_list_of_nothing_is_nothing_or_empty_for_a_program(store: Store) -> None:
    for reference in (ANNA, BERT):
        store.close(reference, Decision(Outcome.GRANTED, TODAY.date()), AN)
    assert (run("list").stdout, run("list").stderr) == ("", "0 open requests\n")
    assert run("list", "--format", "json").stdout == "[]\n"


@pytest.mark.usefixtures("store")
def test_a_request_is_shown_whole_and_cannot_command_the_terminal() -> None:
    assert (
        run("show", ANNA.lower()).stdout
        == f"""\
{ANNA}: rectification, 10 days left

received: 2026-11-02 09:30 UTC
came by: form
due: 2026-12-02
address: not proven
e-mail to the owner waits, 0 tries

schema_version: 1
right: rectification
language: nl
audience: customers
email: anna@example.be
name: Anna
incorrect:
    Dorp 1
    Putte
correct: \\u009b2J\\u202eKerkstraat
"""
    )
    assert "activities: newsletter, statistics\n" in run("show", BERT).stdout
    assert (
        """\

explanation: Fiscaal geheim.
note: tax law

history:
    2026-11-22 09:30, An, closed: refused

"""
        in run("show", DINA).stdout
    )


def test_a_mail_that_cannot_be_sent_is_told_with_the_reason(store: Store) -> None:
    (mail,) = store.outbox.waiting()
    store.outbox.failed(mail, TODAY, "Connection refused\x1b[2J")
    assert (
        "\ne-mail to the owner waits, 1 try: Connection refused\\u001b[2J\n"
        in run("show", ANNA).stdout
    )


@pytest.mark.usefixtures("store")
def test_a_reference_that_was_misread_is_found_and_a_wrong_one_gets_a_hint() -> None:
    assert run("show", "9cIl-eeee-ffff-gggg").stdout.startswith(CARO)
    result = run("show", "7K3F-9QXZ-W2M4-6H88")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: there is no request ‘7K3F-9QXZ-W2M4-6H88’ (did you mean ‘{ANNA}’?)\n"
    )


@pytest.mark.usefixtures("store")
def test_a_request_is_closed_once() -> None:
    first = run("close", BERT, "--outcome", "granted", "--note", "no newsletter any more")
    assert first.stdout == f"closed {BERT}: granted on 2026-11-22, 2 days late (due 2026-11-20)\n"
    again = run("close", BERT, "--outcome", "granted")
    assert again.exit_code == 1
    assert "was already closed on 2026-11-22, as granted: reopen it first" in again.stderr
    assert "\nnote: no newsletter any more\n" in run("show", BERT).stdout


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--outcome granted --on 2026-11-23", "2026-11-23 is in the future"),
        ("--outcome granted --on 22/11/2026", "is not a date as year-month-day"),
        ("--outcome granted --on 2026-11-01", "it cannot have been answered on 2026-11-01"),
        ("--outcome done", "'granted', 'partly_granted', 'refused'"),
        ("", "Missing option '--outcome'"),
    ],
)
def test_what_cannot_be_closed_stays_open(options: str, sentence: str) -> None:
    result = run("close", ANNA, *options.split())
    assert result.exit_code in (1, 2)
    assert sentence in result.stderr
    assert run("show", ANNA).stdout.startswith(f"{ANNA}: rectification, 10 days left")


@pytest.mark.usefixtures("store")
def test_an_answer_of_some_days_ago_is_noted_on_its_day() -> None:
    result = run("close", BERT, "--outcome", "withdrawn", "--on", "2026-11-19")
    assert result.stdout == f"closed {BERT}: withdrawn on 2026-11-19 (due 2026-11-20)\n"


@pytest.mark.usefixtures("store")
def test_everything_about_a_request_is_exported() -> None:
    (anna,) = json.loads(run("export", ANNA).stdout)
    assert anna["reference"] == ANNA
    assert anna["incorrect"] == "Dorp 1\nPutte"
    assert anna["correct"] == "\x9b2J\u202eKerkstraat"
    assert {one["reference"] for one in json.loads(run("export").stdout)} == {
        ANNA,
        BERT,
        CARO,
        DINA,
    }


@pytest.mark.usefixtures("store")
def test_an_export_for_a_spreadsheet_holds_no_formula(tmp_path: Path) -> None:
    result = run("export", "--format", "csv", "--output", "all.csv")
    assert result.stdout == "wrote all.csv: 4 requests\n"
    assert stat.S_IMODE(Path("all.csv").stat().st_mode) == 0o600
    rows = list(csv.DictReader(io.StringIO(Path("all.csv").read_text("utf-8-sig"), newline="")))
    (bert,) = (row for row in rows if row["reference"] == BERT)
    assert bert["email"] == f"'{FORMULA}"
    assert bert["activities"] == "newsletter, statistics"
    assert (bert["days_left"], bert["in_time"]) == ("-2", "")
    assert [row["in_time"] for row in rows if row["outcome"]] == ["no", "yes"]


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+32 2 123", "'+32 2 123"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\t'=1"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("one\n- two", "one\n'- two"),
        ("an@example.be, 1 + 1 = 2", "an@example.be, 1 + 1 = 2"),
    ],
)
def test_no_cell_is_computed_by_a_spreadsheet(typed: str, cell: str) -> None:
    _, [written] = csv.reader(io.StringIO(rows_as_csv([{"details": typed}]), newline=""))
    assert written == cell


@pytest.mark.usefixtures("store")
def test_an_export_never_overwrites_and_names_every_unknown_reference() -> None:
    Path("all.json").write_text("mine")
    result = run("export", "--output", "all.json")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: all.json exists already: choose another name, or remove it first\n",
    )
    assert Path("all.json").read_text() == "mine"
    unknown = run("export", ANNA, "ZZZZ", "YYYY")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert unknown.stderr == ("Error: there is no request ‘ZZZZ’\n  there is no request ‘YYYY’\n")


@pytest.mark.usefixtures("store")
def test_what_was_closed_long_ago_is_forgotten_and_still_counted() -> None:
    trial = run("purge", "--keep-closed", "P1Y", "--dry-run")
    assert trial.stdout == f"{CARO}  granted on 2025-10-04, 3 days late\n"
    assert trial.stderr == "Nothing was deleted.\n"
    before = run("counts").stdout
    assert run("purge", "--keep-closed", "P1Y").stdout == "deleted 1 request\n"
    assert run("purge", "--keep-closed", "P1Y").stdout == "there was nothing to delete\n"
    assert run("show", CARO).exit_code == 1
    assert (
        run("counts").stdout
        == before
        == """\
month    right   outcome  in_time  late
2025-09  access  granted  0        1
2026-09  access  refused  1        0
"""
    )
    assert run("purge", "--keep-closed", "P0D").stdout == "deleted 1 request\n"
    assert run("list", "--all").stderr == "2 requests, 1 of them overdue\n"
    assert run("counts").stdout == before
    assert json.loads(run("counts", "--format", "json").stdout)[0]["late"] == 1


@pytest.mark.usefixtures("store")
def test_nothing_is_deleted_before_the_policy_or_an_option_says_when() -> None:
    before = run("list", "--all").stdout
    nowhere = run("purge")
    assert (nowhere.exit_code, nowhere.stdout) == (1, "")
    assert nowhere.stderr == (
        "Error: mkdocs.yml: there is no such file: go to the folder of your mkdocs.yml, or name it "
        "with `-f`, or say with `--keep-closed` how long closed requests are kept\n"
    )
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": "activities: {"})
    broken = run("purge")
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert broken.stderr == (
        "Error: the site of mkdocs.yml has errors: run `mkdocs-privacy check`, or say with "
        "`--keep-closed` how long closed requests are kept\n"
    )
    assert run("list", "--all").stdout == before


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("retention", "deleted"),
    [("{period: P2Y}", "there was nothing to delete\n"), ("{period: P1Y}", "deleted 1 request\n")],
)
def test_closed_requests_are_kept_as_long_as_the_policy_says(retention: str, deleted: str) -> None:
    kept = f"activities: {{asked: {{use: privacy-requests, retention: {retention}}}}}\n"
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": kept})
    assert run("purge").stdout == deleted


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "retention",
    [
        "{minimum: P3Y, criteria: zolang een geschil duurt}",
        "[{what: het verzoek, period: P3Y}, {what: de kopie, period: P1M}]",
        "{period: PT48H}",
    ],
)
def test_nothing_is_deleted_where_the_policy_says_when_in_another_way(retention: str) -> None:
    kept = f"activities: {{asked: {{use: privacy-requests, retention: {retention}}}}}\n"
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": kept})
    result = run("purge")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: activities.asked in your data does not say in one `period` of whole days how long "
        "requests are kept: write one, or say with `--keep-closed` how long closed requests are "
        "kept\n"
    )
    assert run("purge", "--keep-closed", "P1Y").stdout == "deleted 1 request\n"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("terms", [("P1M", "P2Y"), ("P2Y", "P1M")])
def test_nothing_is_deleted_where_two_activities_say_two_periods(terms: tuple[str, str]) -> None:
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": two_activities(*terms)})
    result = run("purge")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: your data does not say one period for which requests are kept "
        f"({terms[0]} in activities.asked, {terms[1]} in activities.answered): write the same one, "
        "or say with `--keep-closed` how long closed requests are kept\n"
    )
    assert run("purge", "--keep-closed", "P1Y").stdout == "deleted 1 request\n"


@pytest.mark.usefixtures("store")
def test_two_activities_may_say_one_period_in_two_ways() -> None:
    kept = two_activities("P1Y", "P12M")
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": kept})
    assert run("purge").stdout == "deleted 1 request\n"


@pytest.mark.usefixtures("store")
def test_nothing_is_deleted_where_only_one_of_two_activities_can_be_counted() -> None:
    kept = two_activities("P1Y", "PT48H")
    write_files(Path(), {"mkdocs.yml": SITE, "privacy/requests.yml": kept})
    assert "activities.answered in your data does not say in one" in run("purge").stderr


def two_activities(asked: str, answered: str) -> str:
    """Data with two activities that are about requests, each with how long it keeps them."""
    terms = {"asked": asked, "answered": answered}
    entries = [
        f"{id}: {{use: privacy-requests, retention: {{period: {term}}}}}"
        for id, term in terms.items()
    ]
    return f"activities: {{{', '.join(entries)}}}\n"


def test_a_period_must_be_one() -> None:
    result = run("purge", "--keep-closed", "a year")
    assert result.exit_code == 2
    assert "‘a year’ is not an ISO 8601 period of days: write P1Y (a year)" in result.stderr


@pytest.mark.parametrize("command", ["list", "counts", "export", "purge"])
def test_a_file_that_is_not_there_or_another_is_a_sentence(command: str) -> None:
    gone = run(command)
    assert gone.exit_code == 1
    assert gone.stderr == (
        "Error: privacy-requests.db: there is no such file: start `mkdocs-privacy receive`, which "
        "creates it, or give its place with --database\n"
    )
    Path("letter.txt").write_text("Dear Sir or Madam, " * 100)
    other = run(command, "--database", "letter.txt")
    assert other.exit_code == 1
    assert "letter.txt is not a database of requests, or it is damaged" in other.stderr


def test_nothing_was_closed_yet(tmp_path: Path) -> None:
    Store.open(tmp_path / "privacy-requests.db", create=True).shut()
    result = run("counts")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no request has been closed yet\n"
