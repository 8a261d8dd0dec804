"""Findings as people and programs read them: with columns, quoted lines and fingerprints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checked_world import check, said, write_site
from jsonschema import Draft4Validator
from lxml import etree

from mkdocs_privacy import __version__
from mkdocs_privacy.findings import Finding, Place, QuotedFiles, Rule, Span, as_full_text
from mkdocs_privacy.findings.rules.catalogue import NO_LOCK
from mkdocs_privacy.findings.rules.data import LEFT_TO_DECIDE, UNKNOWN_KEY
from mkdocs_privacy.findings.rules.releases import NO_RELEASE

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    retention: {minimum: P1Y}
    requirement: voluntary
"""
WRONG = "processors:\n  mollie: {use: mollie, contry: NL}\n"
SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, {"privacy/activities.yml": ORDERS})
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Text


def test_text_quotes_the_line_marks_the_value_and_names_the_article(site: Path) -> None:
    result = check()
    assert (result.exit_code, said(result.stderr)) == (0, "1 warning in 2 files, 1 ignored\n")
    assert result.stdout == (
        "privacy/activities.yml:9:16: warning: activities.orders.retention: this says at least how "
        "long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]\n"
        "   |\n"
        " 9 |     retention: {minimum: P1Y}\n"
        "   |                ^^^^^^^^^^^^^^\n"
        "   = why: GDPR article 5(1)(e), GDPR article 13(2)(a); `mkdocs-privacy check --explain "
        "RT001`\n"
    )


def test_a_key_that_is_wrong_is_marked_itself_and_a_fix_is_offered(site: Path) -> None:
    (site / "privacy/processors.yml").write_text(WRONG, "utf-8")
    result = check()
    assert result.exit_code == 1
    assert result.stdout == (
        "privacy/processors.yml:2:25: error: processors.mollie.contry: unknown key ‘contry’ (did "
        "you mean ‘country’?) [unknown-key]\n"
        "   |\n"
        " 2 |   mollie: {use: mollie, contry: NL}\n"
        "   |                         ^^^^^^\n"
        "   = fix: write `country` (`check --fix` does it)\n"
        "   = why: `mkdocs-privacy check --explain DA002`\n"
    )


def test_concise_text_is_one_line_as_a_build_logs_it(site: Path) -> None:
    assert check("--format", "concise").stdout == (
        "privacy/activities.yml:9: warning: activities.orders.retention: this says at least how "
        "long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]\n"
    )


def test_infos_of_one_rule_stand_together_above_what_matters_more(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: b\nc: d\ne: f\n", "utf-8")

    def found(rule: Rule, line: int) -> Finding:
        return Finding(rule, "wrong", place=Place("a.yml", line, Span(1, 1)))

    infos = [found(NO_LOCK, 1), found(NO_RELEASE, 1), found(NO_LOCK, 3)]
    graver = [found(UNKNOWN_KEY, 2), found(LEFT_TO_DECIDE, 3)]
    told = as_full_text([*infos, *graver], QuotedFiles(tmp_path))
    assert told == (
        "a.yml:1:1: info: wrong [no-lock]\n"
        "a.yml:3:1: info: wrong [no-lock]\n"
        "    = why: `mkdocs-privacy check --explain CA007`\n"
        "a.yml:1:1: info: wrong [no-release]\n"
        "   |\n"
        " 1 | a: b\n"
        "   | ^\n"
        "   = why: `mkdocs-privacy check --explain RL007`\n"
        "a.yml:3:1: warning: wrong [left-to-decide]\n"
        "   |\n"
        " 3 | e: f\n"
        "   | ^\n"
        "   = why: `mkdocs-privacy check --explain DA014`\n"
        "a.yml:2:1: error: wrong [unknown-key]\n"
        "   |\n"
        " 2 | c: d\n"
        "   | ^\n"
        "   = why: `mkdocs-privacy check --explain DA002`"
    )


def quoted(tmp_path: Path, line: str, span: Span) -> list[str]:
    (tmp_path / "a.yml").write_text(line, "utf-8")
    finding = Finding(UNKNOWN_KEY, "no such key", place=Place("a.yml", 1, span))
    return as_full_text([finding], QuotedFiles(tmp_path)).splitlines()[2:4]


def test_carets_stand_below_the_value_whatever_is_before_it(tmp_path: Path) -> None:
    assert quoted(tmp_path, "名: {a: b}", Span(4, 6)) == [" 1 | 名: {a: b}", "   |     ^^^^^^"]
    assert quoted(tmp_path, "\ta: b", Span(5, 1)) == [" 1 |  a: b", "   |     ^"]
    assert quoted(tmp_path, "a\x1b: b", Span(5, 1)) == [r" 1 | a\u001b: b", "   |          ^"]


def test_of_a_very_long_line_what_is_around_the_value_is_quoted(tmp_path: Path) -> None:
    line, carets = quoted(tmp_path, f"a: {'x' * 300} WRONG {'y' * 300}", Span(305, 5))
    assert line.startswith(" 1 | …xxx")
    assert line.endswith("yyy…")
    assert line[carets.index("^") :].startswith("WRONG")
    assert carets.count("^") == 5


def test_nothing_outside_the_folder_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password", "utf-8")
    inside = tmp_path / "site"
    inside.mkdir()
    (inside / "a.yml").symlink_to(tmp_path / "secret")
    finding = Finding(UNKNOWN_KEY, "no such key", place=Place("a.yml", 1, Span(1, 3)))
    assert (
        as_full_text([finding], QuotedFiles(inside))
        == "a.yml:1:1: error: no such key [unknown-key]"
    )


def test_colours_are_only_for_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: b", "utf-8")
    finding = Finding(UNKNOWN_KEY, "no such key", place=Place("a.yml", 1, Span(1, 1)))
    plain = as_full_text([finding], QuotedFiles(tmp_path))
    coloured = as_full_text([finding], QuotedFiles(tmp_path, is_coloured=True))
    assert "\x1b" not in plain
    assert "\x1b[31m\x1b[1merror: \x1b[0m" in coloured


@pytest.mark.parametrize(
    ("environment", "has_colours"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_colours_unless_somebody_asks_for_none(
    site: Path, environment: dict[str, str], has_colours: bool
) -> None:
    ours, theirs = os.openpty()
    others = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-c", "from mkdocs_privacy.cli import main; main()", "check"],
        env={**others, **environment},
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "retention-without-end" in shown
    assert ("\x1b[" in shown) is has_colours


# For servers that build


def test_github_marks_the_columns_too(site: Path) -> None:
    assert check("--format", "github").stdout.startswith(
        "::warning file=privacy/activities.yml,line=9,col=16,endColumn=29::this says at least"
    )


def test_gitlab_gets_a_report_on_quality(site: Path) -> None:
    assert json.loads(check("--format", "gitlab").stdout) == [
        {
            "description": "this says at least how long the data is kept, but not when it goes: "
            "add `maximum`, `until` or `criteria` [retention-without-end]",
            "check_name": "RT001",
            "fingerprint": fingerprint_of(site),
            "severity": "major",
            "location": {"path": "privacy/activities.yml", "lines": {"begin": 9}},
        }
    ]


def fingerprint_of(site: Path) -> str:
    [finding] = json.loads(check("--format", "json").stdout)
    return str(finding["fingerprint"])


def test_a_fingerprint_stays_when_lines_move_and_the_file_gets_another_name(site: Path) -> None:
    before = fingerprint_of(site)
    (site / "privacy/activities.yml").unlink()
    (site / "privacy/uses.yml").write_text(f"# moved\n\n{ORDERS}", "utf-8")
    assert fingerprint_of(site) == before
    renamed = ORDERS.replace("  orders:", "  sales:")
    (site / "privacy/uses.yml").write_text(renamed, "utf-8")
    assert fingerprint_of(site) != before


def sarif() -> Any:
    log = json.loads(check("--format", "sarif").stdout)
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    return log["runs"][0]


def test_sarif_is_valid_and_has_the_words_of_the_rule(site: Path) -> None:
    run = sarif()
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("mkdocs-privacy", __version__)
    [rule] = driver["rules"]
    assert rule["id"] == "RT001"
    assert rule["helpUri"] == "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_5"
    assert rule["help"]["markdown"].startswith("The data has a shortest retention time and no end.")
    assert (
        "GDPR article 13(2)(a) [nl](https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld#art_13) "
    ) in rule["help"]["markdown"]
    assert run["results"] == [
        {
            "ruleId": "RT001",
            "ruleIndex": 0,
            "level": "warning",
            "message": {
                "text": "this says at least how long the data is kept, but not when it goes: add "
                "`maximum`, `until` or `criteria`"
            },
            "partialFingerprints": {"mkdocsPrivacy/v1": fingerprint_of(site)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "privacy/activities.yml"},
                        "region": {"startLine": 9, "startColumn": 16, "endColumn": 30},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "activities.orders.retention"}],
                }
            ],
        }
    ]


def test_sarif_is_valid_without_findings_and_with_many(site: Path) -> None:
    (site / "privacy/activities.yml").write_text(ORDERS.replace("minimum", "period"), "utf-8")
    assert sarif()["results"] == []
    (site / "privacy/a b.yml").write_text("processors:\n  x: {}\nprocesors: {}\n", "utf-8")
    results = sarif()["results"]
    assert len(results) > 2
    [file] = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    }
    assert file == "privacy/a%20b.yml"


def test_junit_fails_for_errors_and_tells_the_rest(site: Path) -> None:
    (site / "privacy/a.yml").write_text("procesors: {}\n", "utf-8")
    (site / "privacy/b.yml").write_text("personal_data: {name: {titel: x}}\n", "utf-8")
    suites = etree.fromstring(check("--format", "junit").stdout.encode())
    assert (suites.get("tests"), suites.get("failures")) == ("2", "2")
    assert [case.get("name") for case in suites.iter("testcase")] == [
        "privacy/a.yml:1:1 unknown-key",
        "privacy/b.yml:1:24 unknown-key",
    ]
    (site / "privacy/a.yml").unlink()
    (site / "privacy/b.yml").unlink()
    suites = etree.fromstring(check("--format", "junit").stdout.encode())
    [case] = suites.iter("testcase")
    assert (suites.get("failures"), case.get("classname")) == ("0", "RT001")
    assert "[retention-without-end]" in case.findtext("system-out")


@pytest.mark.parametrize(
    ("format_name", "empty"),
    [("text", ""), ("concise", ""), ("github", ""), ("json", "[]\n"), ("gitlab", "[]\n")],
)
def test_where_there_is_nothing_a_document_is_empty_and_text_is_nothing(
    site: Path, format_name: str, empty: str
) -> None:
    (site / "privacy/activities.yml").write_text(ORDERS.replace("minimum", "period"), "utf-8")
    assert check("--format", format_name).stdout == empty
