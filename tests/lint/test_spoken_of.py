"""SA: what the text of an entry denies of itself, beside what the rest of the center does."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import claims

SOLD = """\
processors:
  carrier: {name: Carrier, category: delivery, role: independent_controller, country: BE}
  letters: {name: Letters, category: newsletter, role: processor, country: JP%s}
activities:
  sales:
    title: Sales
    summary: %s
    audiences: [customers]
    purposes: [sell houses]
    personal_data: [name]
    legal_basis: contract
    processors: [%s]
    retention: {period: P1Y}
"""
SHARING = "We never share this data with third parties."
MARKETING = "We do not use your data for marketing."
ABROAD = "This data never leaves the European Union."


def told(folder: Path, words: str, recipient: str, more: str = "") -> list[str]:
    written = SOLD % (more, words, recipient)
    return [one.rpartition(" ")[2] for one in told_by(claims, folder, written, ("en",))]


@pytest.mark.parametrize("words", [SHARING, MARKETING, ABROAD])
def test_an_activity_speaks_of_its_own_recipients(words: str, tmp_path: Path) -> None:
    harmless, other = ("letters", "carrier") if words == SHARING else ("carrier", "letters")
    assert told(tmp_path, words, harmless) == []
    assert len(told(tmp_path / "again", words, other)) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It never shares your data with third parties.", []),
        (MARKETING, ["[no-marketing-claim]"]),
        (ABROAD, ["[no-transfer-claim]"]),
    ],
)
def test_a_recipient_speaks_of_itself(words: str, found: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "We sell.", "carrier", f", description: {words}") == found


COUNTER = """\
processors:
  letters: {name: Letters, category: newsletter, role: processor, country: JP}
  counter: {name: Counter, category: statistics, role: %s, country: BE}
cookies:
  counter:
    name: Counter
    category: statistics
    processor: counter
    provider: Counter
    purpose: %s
    items: {c: {type: cookie, purpose: counts, duration: P1D}}
"""


@pytest.mark.parametrize(
    ("words", "role", "found"),
    [
        (MARKETING, "processor", []),
        (ABROAD, "processor", []),
        (SHARING, "processor", []),
        (SHARING, "independent_controller", ["[no-sharing-claim]"]),
    ],
)
def test_a_cookie_speaks_of_who_sets_it(
    words: str, role: str, found: list[str], tmp_path: Path
) -> None:
    said = told_by(claims, tmp_path, COUNTER % (role, words), ("en",))
    assert [one.rpartition(" ")[2] for one in said] == found
