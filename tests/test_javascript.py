"""The scripts of a site, piece by piece: each test in tests/javascript/ is one here."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from joining import JOINED, join
from node import JAVASCRIPT, run_node

TEST = re.compile(r'^test\("(.+?)", ', re.MULTILINE)
TESTS = [
    (file.name, name)
    for file in sorted(JAVASCRIPT.glob("*.test.js"))
    for name in TEST.findall(file.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="session", autouse=True)
def _installed() -> None:
    if not (JAVASCRIPT / "node_modules" / ".package-lock.json").exists():
        pytest.fail("what these tests need from npm is not installed: run `make lint`, once")


@pytest.fixture(scope="session")
def failures() -> dict[tuple[str, str], str]:
    """What Node says of each test, by its file and its name; nothing where it passes."""
    report = run_node("--test", "--test-isolation=none", "--test-reporter=junit", capture=True)
    assert report.stdout.rstrip().endswith("</testsuites>"), report.stdout + report.stderr
    return {
        (Path(case.attrib["file"]).name, case.attrib["name"]): case.findtext("failure", "")
        for case in ElementTree.fromstring(report.stdout).iter("testcase")
    }


@pytest.mark.parametrize(("file", "name"), TESTS, ids=[": ".join(test) for test in TESTS])
def test_scripts(failures: dict[tuple[str, str], str], file: str, name: str) -> None:
    failure = failures.get((file, name), "Node did not come to it")
    assert not failure, failure


def test_no_test_of_scripts_is_missed(failures: dict[tuple[str, str], str]) -> None:
    assert sorted(failures) == sorted(TESTS)


def test_what_is_joined_is_joined_of_what_is_written() -> None:
    """If this fails, run `make scripts`."""
    kept = {file.name: file.read_text(encoding="utf-8") for file in JOINED.iterdir()}
    assert sorted(kept) == sorted(made := join())
    assert [name for name, content in made.items() if kept[name] != content] == []
