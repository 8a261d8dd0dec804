"""Markdown that would take minutes is refused in a moment; what people write is not."""

from __future__ import annotations

import cProfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from worlds import load_world

from mkdocs_privacy.findings.rules.data import TOO_INTRICATE
from mkdocs_privacy.localization.prose import render_prose
from mkdocs_privacy.model.intricacy import LARGEST_FIELD, why_too_intricate
from mkdocs_privacy.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent
NEVER_CLOSED = {
    "brackets": "[" * 20_000,
    "links": "[a](" * 10_000,
    "pictures": "![" * 10_000,
    "references": "[a][" * 5_000,
    "tags": "<a " * 7_000,
    "comments": "<!--" * 5_000,
    "character data": "<![CDATA[" * 2_000,
    "headings in one paragraph": "a\n===\n" * 3_000,
    "rules in one paragraph": "-\n" * 10_000,
    "a list in a list": "\n".join(f"{'    ' * depth}- a" for depth in range(400)),
    "a list in a list on one line": "1. " * 400 + "a",
    "a quotation in a quotation": "> " * 400 + "a",
    "a wide and long table": "|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|\n" * 3_000,
    "abbreviations": "\n\n".join(f"*[a{number}]: b" for number in range(1_500)),
    "a book": "A word. " * 7_000,
}


def calls_in(work: Callable[[], object]) -> int:
    """How many functions some work calls, on whatever machine."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("text", NEVER_CLOSED.values(), ids=NEVER_CLOSED)
def test_what_takes_minutes_is_refused_in_a_moment(text: str) -> None:
    started = time.process_time()
    assert why_too_intricate(text)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("entry", ["and a", "(a", "a 2,5 b", "a or b", "en b", "« a"])
def test_a_long_list_of_severed_texts_is_read_in_proportion_to_its_length(entry: str) -> None:
    def steps(entries: int) -> int:
        return calls_in(lambda: read_yaml(f"a: [x, {', '.join([entry] * entries)}]".encode(), "f"))

    assert steps(2_000) < 2.2 * steps(1_000)


def test_hostile_text_in_every_field_is_found_in_less_than_two_seconds(tmp_path: Path) -> None:
    hostile = NEVER_CLOSED["brackets"]
    written = {
        "notice": {"introduction": hostile},
        "activities": {"orders": {"description": hostile}},
        "processors": {"mollie": {"use": "mollie", "description": hostile}},
        "cookies": {"matomo": {"use": "matomo", "description": hostile}},
        "rights": {"each": {"access": {"note": hostile}}},
    }
    files = {
        f"privacy/{key}.more.yml": yaml.safe_dump({key: value}) for key, value in written.items()
    }
    files["privacy/sections/a.nl.md"] = f"---\ntitle: A\n---\n{NEVER_CLOSED['links']}\n"
    files["privacy/activities.yml"] = None  # type: ignore[assignment]
    started = time.process_time()
    loaded = load_world(tmp_path, files, ("nl",))
    assert time.process_time() - started < 2
    refused = [finding for finding in loaded.findings if finding.rule is TOO_INTRICATE]
    assert len(refused) == 6, loaded.findings
    assert all(finding.place for finding in refused)


@given(
    st.lists(st.sampled_from(list('[]()<>*_`!&|#-+1. \n\t>~:^\\"a')), max_size=60),
    st.integers(1, 300),
)
def test_what_is_not_refused_is_read_within_a_second(letters: list[str], times: int) -> None:
    text = ("".join(letters) * times)[:20_000]
    if why_too_intricate(text) is None:
        started = time.process_time()
        render_prose(text)
        assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "See [our page](https://www.example.be/a_(b)) and [this][1].\n\n[1]: https://example.be\n",
        "a [ that nobody closes, and 2 < 3 and a (b",
        "- one\n    - two\n        - three\n            1. four\n",
        "    code that stands far to the right:\n" + " " * 120 + "there\n",
        "| a | b |\n|---|---|\n" + "| [x](https://example.be) | `y` |\n" * 500,
        "* * *\n\n- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n",
        "\n\n".join(
            "A sentence with [a link](https://www.example.be/page). " * 8 for _ in range(80)
        ),
        "x" * LARGEST_FIELD,
    ],
)
def test_what_people_write_is_not_refused(text: str) -> None:
    assert why_too_intricate(text) is None


def test_no_document_of_this_repository_is_refused() -> None:
    for path in [*ROOT.glob("docs/how-to/*.md"), *ROOT.glob("examples/*/privacy/sections/*.md")]:
        assert why_too_intricate(path.read_text(encoding="utf-8")) is None, path
