"""What an officer types by mistake: each slip is a sentence, and nothing that is kept suffers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_privacy.cli import main
from mkdocs_privacy.requests.store.tables import read_moment, written_moment

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
NOT_UTF_8 = "Zo\udceb"
"""`Zoë` in Latin-1, as Python reads it from a command line."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    monkeypatch.setenv("PRIVACY_OFFICER", "An")


def run(*arguments: str | Path) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, ["requests", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def write_down(site: Path, *more: str) -> Result:
    """A request that came by telephone."""
    who = ["--audience", "customers", "--name", "Jo", "--email", "jo@voorbeeld.example"]
    asked = ["--right", "access", "--via", "telephone", *who]
    return run("add", "--config-file", site, *asked, *more)


def written_down(site: Path, *more: str) -> str:
    """Its reference."""
    return write_down(site, *more).stdout.partition(":")[0]


def test_a_year_of_two_digits_is_refused(site: Path) -> None:
    result = write_down(site, "--received", "0026-11-20")
    assert result.exit_code == 2
    assert "0026-11-20 is before 2018-05-25, the first day of the GDPR" in result.stderr


def test_a_moment_of_any_year_can_be_read_again() -> None:
    early = datetime(26, 3, 1, 9, 30, tzinfo=UTC)
    assert read_moment(written_moment(early)) == early


@pytest.mark.parametrize("option", ["--by", "--details", "--name"])
def test_what_is_not_text_in_utf_8_is_a_sentence(site: Path, option: str) -> None:
    result = write_down(site, option, NOT_UTF_8)
    assert result.exit_code == 1
    assert result.stderr == "Error: an argument is not valid UTF-8: type it again\n"


def test_a_letter_that_is_not_text_in_utf_8_leaves_no_file(site: Path, tmp_path: Path) -> None:
    reference = written_down(site)
    words = ["--outcome", "nothing_found", "--explanation", NOT_UTF_8, "--output", "letter.txt"]
    result = run("draft", reference, "--config-file", site, *words)
    assert (result.exit_code, (tmp_path / "letter.txt").exists()) == (1, False)


def test_a_draft_on_standard_output_is_an_e_mail(site: Path) -> None:
    reference = written_down(site)
    wanted = ["--outcome", "nothing_found", "--format", "eml"]
    result = run("draft", reference, "--config-file", site, *wanted)
    assert "\nTo: jo@voorbeeld.example\n" in result.stdout


def test_a_folder_that_is_not_there_is_not_taken_for_the_database(site: Path) -> None:
    reference = written_down(site)
    for command in (["backup", "nowhere/copy.db"], ["export", reference, "-o", "nowhere/a.json"]):
        result = run(*command)
        assert (result.exit_code, result.stderr.split(":")[1:]) == (
            1,
            [f" {command[-1]}", " No such file or directory\n"],
        )


def test_a_server_that_is_not_there_is_told_in_one_line() -> None:
    result = run("list", "--database", "postgresql://an:secret@127.0.0.1:1/requests")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "Connection refused Is the server running on that host" in result.stderr
    assert "secret" not in result.stderr


def test_who_is_told_by_mail_is_told_today(site: Path) -> None:
    reference = written_down(site, "--received", "2026-10-20")
    told = ["--reason", "complex", "--by-mail", "--told-on", "2026-11-19"]
    result = run("extend", reference, "--config-file", site, *told)
    assert result.exit_code == 2
    assert "--told-on cannot be combined with --by-mail" in result.stderr
