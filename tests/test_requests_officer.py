"""`mkdocs-privacy requests`: what an officer does with a request until it is answered."""

from __future__ import annotations

import json
import re
import sqlite3
import stat
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from requests_world import REQUESTS_WORLD
from worlds import LANGUAGES, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.store import (
    EntryKind,
    MailKind,
    Signature,
    StatusFilter,
    Store,
    StoredRequest,
)

TODAY = "1764158400"  # 2025-11-26
DATABASE = Path("privacy-requests.db")


@pytest.fixture(autouse=True)
def _in_the_folder_of_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    languages = [
        {"locale": code, "name": code, "default": code == LANGUAGES[0]} for code in LANGUAGES
    ]
    config = {
        "site_name": "Privacy",
        "theme": {"name": "material", "language": LANGUAGES[0]},
        "plugins": ["privacy-center", {"i18n": {"languages": languages}}],
    }
    write_files(tmp_path, {**REQUESTS_WORLD, "mkdocs.yml": yaml.safe_dump(config)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setenv("PRIVACY_OFFICER", "An")
    monkeypatch.delenv("PRIVACY_DATABASE", raising=False)


def run(*arguments: str) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, ["requests", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def add(*options: str, right: str = "erasure", via: str = "letter") -> Result:
    return run("add", "--right", right, "--via", via, "--audience", "customers", *options)


def added(*options: str, right: str = "erasure", via: str = "letter") -> str:
    """The reference of a request that was written down."""
    result = add(*options, right=right, via=via)
    assert result.exit_code == 0, result.output
    return result.stdout[:19]


def stored() -> StoredRequest:
    with Store.open(DATABASE) as store:
        (request,) = store.requests(StatusFilter.ALL)
    return request


ON_THE_DAY = ("--told-on", "2025-11-26")
POST = ("--name", "An Peeters", "--postal-address", "Kerkstraat 1; 2580 Putte")


def test_a_letter_is_written_down_with_the_day_it_came_and_a_receipt_to_print() -> None:
    result = add(*POST, "--received", "2025-11-20", "--letter", "receipt.html")
    reference = result.stdout[:19]
    assert result.stdout == (
        f"{reference}: erasure, due 2025-12-22\nwrote receipt.html: print it, sign it and send it\n"
    )
    assert stat.S_IMODE(Path("receipt.html").stat().st_mode) == 0o600
    receipt = Path("receipt.html").read_text("utf-8")
    for words in (reference, "Kerkstraat 1", "22 december 2025", "20 november 2025"):
        assert words in receipt
    assert run("list").stdout.splitlines()[1].split("  ")[-1] == "(by letter)"
    assert result.stderr == ""
    assert stored().request.fields["postal_address"] == "Kerkstraat 1\n2580 Putte"


def test_the_database_is_made_where_there_is_none_and_is_for_its_owner_only() -> None:
    added("--email", "an@example.be", via="telephone")
    assert stat.S_IMODE(DATABASE.stat().st_mode) == 0o600


def test_who_stops_messages_by_letter_may_have_a_name() -> None:
    """Their form asks none."""
    added(*POST, right="direct-marketing")
    assert stored().request.fields["name"] == "An Peeters"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--received", "2025-11-27"), "2025-11-27 is in the future"),
        (
            ("--language", "de"),
            "language: is not one of its choices: write --language and one of nl, fr, en",
        ),
        (("--field", "order"), "--field order: write NAME=VALUE"),
        (("--field", "size=XL"), "size: is not a field of this form"),
        (("--email", "an"), "email: is not valid"),
        (("--confirm-by-mail",), "--confirm-by-mail needs --email"),
    ],
)
def test_what_cannot_be_written_down_is_told(options: tuple[str, ...], sentence: str) -> None:
    result = add(*options)
    assert result.exit_code in (1, 2)
    assert sentence in result.stderr
    assert not DATABASE.exists() or run("list", "--all").stderr == "0 requests\n"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "audience: is missing: write --audience and one of customers, members"),
        (
            ("--audience", "klanten"),
            "audience: is not one of its choices: write --audience and one of customers, members",
        ),
    ],
)
def test_a_group_that_is_needed_is_named(options: tuple[str, ...], sentence: str) -> None:
    result = run("add", "--right", "access", "--via", "telephone", *options)
    assert (result.exit_code, sentence in result.stderr) == (1, True), result.stderr


def test_a_complaint_for_which_there_is_no_form_is_told_where_it_goes() -> None:
    [rights] = [file for file in Path("privacy").iterdir() if "complaints: {}" in file.read_text()]
    rights.write_text(rights.read_text().replace("  complaints: {}\n", ""))
    result = add(*POST, right="complaint-to-us")
    assert result.exit_code == 1
    assert "right: is not one of its choices: write --right and one of access, " in result.stderr
    assert "add this one as `general`" in result.stderr
    assert "general. Your pages" in result.stderr


def test_who_came_to_the_counter_is_listed_so() -> None:
    added("--name", "An", via="counter")
    assert run("list").stdout.splitlines()[1].split("  ")[-1] == "(at the counter)"


def test_what_init_left_open_in_our_own_address_is_told() -> None:
    organisation = Path("privacy/organisation.yml")
    written: Any = yaml.safe_load(organisation.read_text("utf-8"))
    written["organisation"]["address"]["city"] = "[plaats]"
    organisation.write_text(yaml.safe_dump(written), "utf-8")
    told = "still to be filled in: [plaats], in the address of your organisation in the data\n"
    letter = add(*POST, "--letter", "receipt.html")
    assert letter.stderr == told
    assert run("draft", letter.stdout[:19], "--outcome", "granted").stderr == told


def test_what_is_done_stands_in_the_account() -> None:
    reference = added(*POST)
    run("assign", reference, "Bert")
    run("note", reference, "Belde terug.")
    run("note", reference, "Klantnummer", "--kind", "identity", "--by", "Bert")
    run("note", reference, "Gewist in de winkel", "--kind", "action", "--by", "Bert")
    run("assign", reference, "--nobody")
    run("close", reference, "--outcome", "granted", "--by", "Bert")
    run("reopen", reference)
    run("close", reference, "--outcome", "passed_on", "--explanation", "Bank")
    run("reopen", reference)
    account = run("show", reference).stdout.partition("history:\n")[2].partition("\n\n")[0]
    assert [line.split(", ", 1)[1] for line in account.splitlines()] == [
        "An, written down",
        "An, assigned: Bert",
        "An, note: Belde terug.",
        "Bert, evidence of identity seen: Klantnummer",
        "Bert, done: Gewist in de winkel",
        "An, assigned",
        "Bert, closed: granted",
        "An, reopened: granted, 2025-11-26",
        "An, closed: passed to the controller",
        "An, reopened: passed to the controller, 2025-11-26",
    ]
    assert stored().decision is None
    assert run("assign", reference).exit_code == 2


def test_an_extension_moves_the_due_date_and_can_be_told_by_letter() -> None:
    reference = added(*POST, "--received", "2025-11-20")
    result = run("extend", reference, "--reason", "complex", "--letter", "longer.html")
    assert result.stdout == (
        f"extended {reference}: due 2026-02-20\n"
        "wrote longer.html: print it, sign it and send it by 2025-11-26\n"
    )
    assert "20 februari 2026" in Path("longer.html").read_text("utf-8")
    assert run("list").stdout.count("86 days left (extended)") == 1
    again = run("extend", reference, "--reason", "complex", "--told-on", "2025-11-26")
    assert again.exit_code == 1
    assert "was already extended to 2026-02-20" in again.stderr


@pytest.mark.parametrize(
    ("right", "received", "options", "sentence"),
    [
        (
            "withdraw-consent",
            "2025-11-20",
            ON_THE_DAY,
            "of the type ‘withdraw-consent’ cannot be extended",
        ),
        (
            "erasure",
            "2025-10-20",
            ON_THE_DAY,
            "within a month of receipt, so by 2025-11-20",
        ),
        ("erasure", "2025-11-20", (), "give --by-mail, --letter FILE, or"),
        ("erasure", "2025-11-20", ("--by-mail",), "--by-mail: no e-mail address is known"),
        ("erasure", "2025-11-20", ("--told-on", "2025-11-19"), "cannot have been told on"),
    ],
)
def test_an_extension_that_the_law_does_not_know_is_refused(
    right: str, received: str, options: tuple[str, ...], sentence: str
) -> None:
    reference = added(*POST, "--received", received, right=right)
    result = run("extend", reference, "--reason", "complex", *options)
    assert result.exit_code in (1, 2)
    assert sentence in result.stderr
    assert stored().extension is None


def test_whoever_lets_the_receiver_tell_hears_whom_it_tells() -> None:
    reference = added("--email", "an@example.be", via="mail")
    result = run("extend", reference, "--reason", "number", "--by-mail")
    assert result.stderr == (
        "the receiver sends an e-mail to an@example.be within a minute, or when it runs again\n"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Wij bewaren"),
        ("fr", "article 17, paragraphe 3, point b)"),
        ("en", "Article 17(3)(b)"),
    ],
)
def test_an_answer_is_drafted_in_every_language(language: str, words: str) -> None:
    reference = added(*POST, "--received", "2025-11-20")
    decided = ("--outcome", "partly_granted", "--ground", "legal_obligation")
    told = ("--explanation", "Wij bewaren uw facturen tot 2033.", "--language", language)
    text = run("draft", reference, *decided, *told).stdout
    assert words in text.replace("\n", " ").replace("\xa0", " ").replace("\u202f", " ")
    assert "Wij bewaren uw facturen tot 2033." in text
    assert stored().decision is None


def test_a_draft_is_an_e_mail_that_mail_programs_open() -> None:
    reference = added("--email", "an@example.be", via="mail")
    run("draft", reference, "--outcome", "granted", "--format", "eml", "--output", "answer.eml")
    message = message_from_bytes(Path("answer.eml").read_bytes(), policy=default)
    assert (message["To"], message["X-Unsent"]) == ("an@example.be", "1")
    assert reference in message["Subject"]
    again = run("draft", reference, "--outcome", "granted", "--output", "answer.eml")
    assert again.stderr.endswith(
        "answer.eml exists already: choose another name, or remove it first\n"
    )


def test_a_draft_to_an_address_that_nobody_proved_says_so() -> None:
    reference, at = "7K3F-9QXZ-W2M4-6H8T", datetime(2025, 11, 20, 9, tzinfo=UTC)
    typed = {"right": "access", "language": "nl", "audience": "customers", "email": "an@example.be"}
    with Store.open(DATABASE, create=True) as store:
        store.add(RightsRequest(reference, at, date(2025, 12, 22), typed), [MailKind.SENDER])
        with store.transaction():
            (mail,) = store.outbox.waiting()
            token = store.outbox.token_for(mail)
    assert token
    warned = (
        "an@example.be is not confirmed: do not send personal data there before you know that it "
        "is the person's\n"
    )
    draft = ("draft", reference, "--outcome", "nothing_found")
    assert run(*draft).stderr == warned
    with Store.open(DATABASE) as store:
        assert store.confirm_address(token, at)
    assert run(*draft).stderr == ""


def test_a_draft_that_goes_by_post_speaks_of_no_address() -> None:
    reference, at = "7K3F-9QXZ-W2M4-6H8T", datetime(2025, 11, 20, 9, tzinfo=UTC)
    typed = {"right": "access", "language": "nl", "audience": "customers", "postal_address": "Dorp"}
    with Store.open(DATABASE, create=True) as store:
        store.add(RightsRequest(reference, at, date(2025, 12, 22), typed))
    assert run("draft", reference, "--outcome", "nothing_found").stderr == ""


def test_the_account_says_to_whom_an_e_mail_went() -> None:
    reference = added("--email", "an@example.be", via="mail")
    with Store.open(DATABASE) as store:
        at = datetime(2025, 11, 26, tzinfo=UTC)
        with store.transaction():
            for kind in MailKind:
                store.account.add(1, EntryKind.MAILED, Signature(at), str(kind))
    account = run("show", reference).stdout.partition("history:\n")[2].partition("\n\n")[0]
    assert [line.strip() for line in account.splitlines()[1:]] == [
        "2025-11-26 00:00, mail sent: to you, of a new request",
        "2025-11-26 00:00, mail sent: to the person, confirmation of receipt",
        "2025-11-26 00:00, mail sent: to the person, extension",
        "2025-11-26 00:00, mail sent: to you, reminder",
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "is open: give --outcome"),
        (("--outcome", "refused"), "`refused` needs a ground, one of: not_identified"),
        (("--letter", "extension"), "was not extended"),
        (("--outcome", "granted", "--format", "eml"), "there is no e-mail address for the person"),
        (("--outcome", "granted", "--language", "de"), "‘de’ is not one of nl, fr, en"),
    ],
)
def test_a_draft_that_cannot_be_is_told(options: tuple[str, ...], sentence: str) -> None:
    result = run("draft", added(*POST), *options)
    assert result.exit_code in (1, 2)
    assert sentence in result.stderr


def test_a_backup_can_be_restored() -> None:
    reference = added(*POST)
    assert run("backup", "copy.db").stdout == "wrote copy.db: 1 request\n"
    again = run("backup", "copy.db")
    assert (again.exit_code, "copy.db exists already" in again.stderr) == (1, True)
    run("close", reference, "--outcome", "granted")
    before: Any = json.loads(run("export", "--database", "copy.db").stdout)
    assert [request["outcome"] for request in before] == [None]
    Path("copy.db").replace(DATABASE)
    assert run("list").stdout.count(reference) == 1


def test_a_damaged_file_is_a_sentence() -> None:
    for _ in range(8):
        added(*POST, "--details", "x" * 9000)
    content = bytearray(DATABASE.read_bytes())
    for page in range(12, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    DATABASE.write_bytes(content)
    result = run("list")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: privacy-requests.db: database disk image is malformed: keep the database file, "
        "and restore the last backup\n"
    )
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(DATABASE).execute("SELECT * FROM request").fetchall()


def test_a_site_with_errors_writes_to_nobody() -> None:
    Path("privacy/rights.yml").write_text("rights: {deadlin: P1M}\n", "utf-8")
    result = add(*POST)
    assert (result.exit_code, DATABASE.exists()) == (1, False)
    assert result.stderr == (
        "Error: the site of mkdocs.yml has errors: run `mkdocs-privacy check`\n"
    )


def test_the_help_of_close_names_every_outcome_and_every_ground() -> None:
    explained = run("close", "--help").stdout.partition("Outcomes:")[2].partition("Options:")[0]
    names = {*map(str, Outcome), *map(str, Ground)}
    assert {name for name in names if not re.search(rf"\b{name}\b", explained)} == set()
