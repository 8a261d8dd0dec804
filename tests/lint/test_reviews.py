"""RV: notes of when somebody last looked at something."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import reviews

MAIL = """\
processors:
  mail:
    name: Mail
    category: email
    internal: {reviewed: %s}
"""


def test_names_what_nobody_looked_at_for_two_years_and_the_day(tmp_path: Path) -> None:
    assert told_by(reviews, tmp_path, MAIL % "2024-11-25") == [
        "5: info: processors.mail.internal.reviewed: this was last looked at on 2024-11-25, more "
        "than 24 months ago: read it against what you do today, and write the new day "
        "[stale-notice]"
    ]


@pytest.mark.parametrize("day", ["2024-11-26", "2026-11-01", "last spring", "2024"])
def test_says_nothing_of_what_is_newer_or_no_day(day: str, tmp_path: Path) -> None:
    assert told_by(reviews, tmp_path, MAIL % day) == []


TRANSFERRED = """\
processors:
  mail:
    name: Mail
    category: email
    contract: {concluded: %s}
    transfers:
      - {countries: [US], mechanism: dpf, checked: %s}
"""


def test_nothing_was_done_on_a_day_to_come(tmp_path: Path) -> None:
    assert told_by(reviews, tmp_path, TRANSFERRED % ("2026-11-27", "2027-01-01")) == [
        "5: warning: processors.mail.contract.concluded: 2026-11-27 has not come yet: write the "
        "day on which it was done, or leave it out [day-to-come]",
        "7: warning: processors.mail.transfers.0.checked: 2027-01-01 has not come yet: write the "
        "day on which it was done, or leave it out [day-to-come]",
    ]
    assert told_by(reviews, tmp_path / "past", TRANSFERRED % ("2026-11-26", "2026-01-01")) == []
