"""PU: whether an activity is direct marketing."""

from __future__ import annotations

from pathlib import Path

from worlds import told_by

from mkdocs_privacy.lint import marketing

TAKEN = "activities: {newsletter: {use: newsletter}}\n"


def test_the_page_would_say_that_it_is_not_yet_stated(tmp_path: Path) -> None:
    [told] = told_by(marketing, tmp_path, TAKEN)
    assert "activities.orders: nothing says whether this is direct marketing" in told
    assert told.endswith("write `direct_marketing: false`, or `true` [marketing-unstated]")


FOR_A_SHOP = """\
activities:
  letters:
    title: Letters
    audiences: [customers]
    purposes: [write to you]
    personal_data: [name]
    legal_basis: contract
    our_role: processor
    responsible: the shop where you ordered
"""


def test_says_nothing_where_no_activity_says_it(tmp_path: Path) -> None:
    assert told_by(marketing, tmp_path, FOR_A_SHOP) == []


def test_a_controller_says_it_of_what_we_do_for_it(tmp_path: Path) -> None:
    told = told_by(marketing, tmp_path, FOR_A_SHOP + "  newsletter: {use: newsletter}\n")
    assert [one for one in told if "letters:" in one] == []
    assert len(told) == 1  # the orders of the small center
