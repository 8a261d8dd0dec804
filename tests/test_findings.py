"""How findings read: nothing in a name or a message can be more than words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from mkdocs_privacy.findings import (
    FORMATS,
    Finding,
    Place,
    Severity,
    as_github,
    as_json,
    as_text,
    nearest_place,
    placed,
)
from mkdocs_privacy.findings.rules.data import UNKNOWN_KEY
from mkdocs_privacy.findings.rules.releases import NO_RELEASE, UNRELEASED_CHANGES

PLAIN = Finding(UNKNOWN_KEY, "no such key", ("processors", 0), Place("privacy/a.yml", 7))
HOSTILE_NAME = "a\n::error::gone\r100%,line=1:\x1b[2Jb"
HOSTILE = Finding(UNKNOWN_KEY, "one\r\ntwo 100%", place=Place(HOSTILE_NAME, 3))
NOT_TEXT = Finding(UNKNOWN_KEY, "no \udce9", place=Place("caf\udce9.yml"))


def test_text_is_one_line_with_place_severity_key_message_and_slug() -> None:
    assert as_text([PLAIN]) == ("privacy/a.yml:7: error: processors.0: no such key [unknown-key]")


def test_json_has_the_id_and_the_slug_of_the_rule() -> None:
    assert json.loads(as_json([PLAIN])) == [
        {
            "id": "DA002",
            "rule": "unknown-key",
            "severity": "error",
            "message": "no such key",
            "path": ["processors", 0],
            "file": "privacy/a.yml",
            "line": 7,
            "column": None,
            "fingerprint": "00762a5f9171912d1ec22f475c33e7e5",
        }
    ]


def test_github_marks_the_line() -> None:
    assert as_github([PLAIN]) == "::error file=privacy/a.yml,line=7::no such key [unknown-key]"


@pytest.mark.parametrize(
    ("finding", "command"),
    [
        (Finding(UNRELEASED_CHANGES, "release it"), "::warning::release it [unreleased-changes]"),
        (Finding(NO_RELEASE, "release it"), "::notice::release it [no-release]"),
    ],
)
def test_github_has_a_command_for_each_severity(finding: Finding, command: str) -> None:
    assert as_github([finding]) == command


def test_a_name_with_a_newline_writes_no_workflow_command_of_its_own() -> None:
    written = as_github([HOSTILE])
    assert written == (
        "::error file=a%0A%3A%3Aerror%3A%3Agone%0D100%25%2Cline=1%3A\\u001b[2Jb,line=3"
        "::one%0D%0Atwo 100%25 [unknown-key]"
    )
    assert len(written.splitlines()) == 1


def test_text_keeps_to_one_line_that_a_terminal_shows_and_does_not_obey() -> None:
    assert as_text([HOSTILE]) == (
        r"a\n::error::gone\r100%,line=1:\u001b[2Jb:3: error: one two 100% [unknown-key]"
    )


def test_json_gives_every_name_back_as_it_is() -> None:
    [entry] = json.loads(as_json([HOSTILE]))
    assert (entry["file"], entry["message"]) == (HOSTILE_NAME, "one\r\ntwo 100%")


@pytest.mark.parametrize("form", [as_text, as_github, as_json])
def test_a_name_of_bytes_that_are_no_text_can_be_printed(form: object) -> None:
    assert callable(form)
    assert form([NOT_TEXT]).encode()


@pytest.mark.parametrize("form", FORMATS.values())
@pytest.mark.parametrize("obeyed", ["\x00", "\x1b[2J", "\x9b2J", "\u202e", "\u2028"])
def test_no_terminal_obeys_a_finding(form: Callable[[Sequence[Finding]], str], obeyed: str) -> None:
    finding = Finding(UNKNOWN_KEY, f"the key ‘{obeyed}’", (obeyed,), Place(f"a{obeyed}.yml"))
    assert obeyed not in form([finding])


def test_a_severity_that_the_site_chose_goes_before_that_of_the_rule() -> None:
    finding = Finding(NO_RELEASE, "release it", chosen_severity=Severity.ERROR)
    assert str(finding) == "error: release it [no-release]"


def test_a_finding_is_placed_at_its_key_or_at_the_nearest_one_around_it() -> None:
    places = {("processors",): Place("a.yml", 1), ("processors", "mollie"): Place("a.yml", 2)}
    assert nearest_place(("processors", "mollie", "country"), places) == Place("a.yml", 2)
    assert nearest_place(("cookies",), places) is None
    finding = Finding(UNKNOWN_KEY, "no such key", ("processors", "adyen"))
    assert placed(finding, places).place == Place("a.yml", 1)


@pytest.mark.parametrize("form", FORMATS.values())
@pytest.mark.parametrize("command", ["##[error]x", "##vso[task.setvariable]x", "##teamcity[x]"])
def test_no_server_that_builds_finds_a_command_in_a_finding(
    form: Callable[[Sequence[Finding]], str], command: str
) -> None:
    finding = Finding(UNKNOWN_KEY, f"the key ‘{command}’", (command,), Place(f"a{command}.yml"))
    written = form([finding])
    assert command not in written
    assert "##" not in written
