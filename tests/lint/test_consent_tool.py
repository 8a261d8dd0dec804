"""CT: what is said of the tool that asks for consent."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import consent_tool

FILM = "{name: Film, category: marketing, purpose: shows our film, consent: %s%s}"
TABLE = """\
cookies:
  film: %s
  choice: {name: Choice, category: necessary, purpose: remembers your choice}
"""
ASKS = TABLE % FILM % ("required", "")
UNASKED = TABLE % FILM % ("not_required", ", consent_reason: nobody is asked")
WHOLE = "consent: {how: You choose., service: choice, link: '#choice'}\n"


@pytest.mark.parametrize(
    "written",
    [ASKS, ASKS + WHOLE, UNASKED + "consent: {how: We ask nothing.}\n", "consent: {how: So.}\n"],
)
def test_says_nothing_where_nothing_is_asked_or_all_is_said(written: str, tmp_path: Path) -> None:
    assert told_by(consent_tool, tmp_path, written) == []


def test_the_tool_that_remembers_the_choice_is_named(tmp_path: Path) -> None:
    assert told_by(consent_tool, tmp_path, ASKS + WHOLE.replace(", service: choice", "")) == [
        "4: info: consent: nothing says which tool remembers the choice: add it as `service` "
        "[consent-tool-unnamed]"
    ]


def test_a_link_leads_to_the_choice(tmp_path: Path) -> None:
    assert told_by(consent_tool, tmp_path, ASKS + WHOLE.replace(", link: '#choice'", "")) == [
        "4: info: consent: no link leads to where visitors change their choice: add `link` "
        "[consent-link-missing]"
    ]
