"""Markdown that would take minutes is refused in a moment; what people write is not."""

from __future__ import annotations

import cProfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from everything_world import everything
from hypothesis import given
from hypothesis import strategies as st
from worlds import load_world

from mkdocs_privacy.findings import Place
from mkdocs_privacy.findings.rules.data import TOO_INTRICATE
from mkdocs_privacy.localization.prose import render_prose
from mkdocs_privacy.model import Markdown, Record, Text
from mkdocs_privacy.model.extent import find_too_much
from mkdocs_privacy.model.intricacy import LARGEST_FIELD, MOST_PIECES, pieces, why_too_intricate
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
    "headings with hashes in one paragraph": "# a\n" * 12_000,
    "definitions in one paragraph": "a\n" + ":   b\n" * 8_000,
    "definitions within definitions": "a\n:   b\n" + "    :   c\n" * 5_000,
    "items of a list": "- a\n\n" * 10_100,
    "rows of a table": "a|b\n-|-\n" + "a|b\n" * 12_000,
    "marks of emphasis": "*_" * 12_000,
    "an abbreviation of every word": "*[ab]: b\n\n" + "ab " * 16_000,
    "a long explanation of every word": "*[a]: " + "x " * 5_000 + "\n\n" + "a " * 10_000,
    "a long address behind every word": f"[a]: https://example.be/{'x' * 9_000}\n\n"
    + "[a] " * 9_000,
}
ALL_THAT_IS_ALLOWED = {
    "paragraphs": "a\n\n",
    "items": "- a\n",
    "deep items": "    " * 3 + "- a\n",
    "numbered items": "1. a\n\n    b\n\n",
    "rows": "a|b\n",
    "headings": "# a\n\n",
    "definitions": "a\n:   b\n\n",
    "quotations": "> a\n\n",
    "emphasis": "*a* _b_ ",
    "code": "`a` ",
    "escapes": "\\[",
    "entities": "&amp;",
    "addresses": "<https://example.be> ",
    "tags": "<b>a</b> ",
    "lines": "a  \n",
}
"""What opens nothing, to be repeated as often as it may be."""


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

    assert steps(400) < 2.2 * steps(200)


def as_often_as_allowed(unit: str) -> int:
    times = min(MOST_PIECES // pieces(unit), LARGEST_FIELD // len(unit))
    assert why_too_intricate(unit * times) is None
    return times


@pytest.mark.parametrize("unit", ALL_THAT_IS_ALLOWED.values(), ids=ALL_THAT_IS_ALLOWED)
def test_what_is_allowed_takes_a_bounded_number_of_steps(unit: str) -> None:
    tenth = unit * (as_often_as_allowed(unit) // 10)
    assert calls_in(lambda: render_prose.__wrapped__(tenth)) < 400_000


def with_prose(value: Any, words: str) -> Any:
    """A record in which every Markdown text is the same words."""
    if isinstance(value, Markdown):
        return Markdown(words)
    if isinstance(value, Record):
        fields = {
            name: with_prose(getattr(value, name), words) for name in type(value).model_fields
        }
        return value.model_copy(update=fields)
    if isinstance(value, dict):
        return {key: with_prose(entry, words) for key, entry in value.items()}
    return value


@pytest.mark.parametrize("unit", ALL_THAT_IS_ALLOWED.values(), ids=ALL_THAT_IS_ALLOWED)
def test_all_fields_together_may_hold_no_more_than_one(unit: str) -> None:
    times = as_often_as_allowed(unit)
    assert find_too_much(with_prose(everything(), unit * (times // 40))) is None
    assert find_too_much(with_prose(everything(), unit * times))


def test_names_and_texts_without_markdown_count_too() -> None:
    center = everything()
    assert find_too_much(center) is None
    orders = center.activities["orders"].model_copy(update={"title": Text("x" * 299_999)})
    longer = center.model_copy(update={"activities": {**center.activities, "orders": orders}})
    assert find_too_much(longer)


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


def test_sections_that_are_too_much_together_are_told_at_the_one_that_is(tmp_path: Path) -> None:
    files = {
        f"privacy/sections/s{number}.nl.md": f"---\ntitle: A\n---\n{'A word. ' * 6_000}\n"
        for number in range(8)
    }
    loaded = load_world(tmp_path, files, ("nl",))
    (found,) = loaded.findings
    assert (found.rule, found.place) == (TOO_INTRICATE, Place("privacy/sections/s6.nl.md", 4))


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
