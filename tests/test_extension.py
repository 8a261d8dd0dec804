"""More time to answer: what GDPR article 12(3) allows, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_privacy.model import LONGEST_EXTENSION, RequestType
from mkdocs_privacy.requests.extension import (
    ExtensionFault,
    extended_until,
    faults_of_extension,
    problems_of_extension,
    told_by,
)

RECEIVED = date(2026, 1, 7)


def test_an_answer_is_due_three_months_after_receipt_at_the_latest() -> None:
    assert extended_until(RECEIVED, LONGEST_EXTENSION, "BE") == date(2026, 4, 7)


def test_the_person_is_told_within_a_month_or_on_the_next_working_day() -> None:
    last = told_by(RECEIVED, "BE")
    assert last == date(2026, 2, 9), "7 February 2026 is a Saturday"
    assert faults_of_extension(RequestType.ACCESS, RECEIVED, last, "BE") == ()


@pytest.mark.parametrize(
    ("right", "told_on", "fault"),
    [
        ("access", date(2026, 2, 10), ExtensionFault.TOLD_TOO_LATE),
        ("access", date(2026, 1, 6), ExtensionFault.TOLD_TOO_SOON),
        ("direct-marketing", RECEIVED, ExtensionFault.NEVER),
        ("withdraw-consent", RECEIVED, ExtensionFault.NEVER),
        ("general", RECEIVED, ExtensionFault.NEVER),
        ("complaint-to-us", RECEIVED, ExtensionFault.NEVER),
    ],
)
def test_what_the_law_does_not_allow_is_a_fault_and_a_sentence(
    right: str, told_on: date, fault: ExtensionFault
) -> None:
    asked = (RequestType(right), RECEIVED, told_on, "BE")
    assert faults_of_extension(*asked) == (fault,)
    assert len(problems_of_extension(*asked)) == 1
