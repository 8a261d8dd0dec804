"""More time to answer: what GDPR article 12(3) allows, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from requests_world import ACCESS

from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import (
    Extension,
    ExtensionFault,
    ExtensionReason,
    extension_faults,
    latest_extension,
    latest_notice,
)

ASKED = RightsRequest(
    "7K3F-9QXZ-W2M4-6H8T", datetime(2026, 1, 7, 9, tzinfo=UTC), date(2026, 1, 21), ACCESS
)
LONGER = Extension(date(2026, 4, 7), ExtensionReason.COMPLEX, told_on=date(2026, 2, 9))
"""As long as it can be, told as late as it can be: 7 February 2026 is a Saturday."""


def test_an_answer_is_due_three_months_after_receipt_at_the_latest_and_told_within_one() -> None:
    assert latest_extension(ASKED, "BE") == LONGER.until
    assert latest_notice(ASKED, "BE") == LONGER.told_on
    assert extension_faults(LONGER, ASKED, "BE") == ()


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"until": date(2026, 4, 8)}, ExtensionFault.TOO_LATE),
        ({"until": date(2026, 1, 21)}, ExtensionFault.NOT_LATER),
        ({"told_on": date(2026, 2, 10)}, ExtensionFault.TOLD_TOO_LATE),
        ({"told_on": date(2026, 1, 6)}, ExtensionFault.TOLD_TOO_SOON),
    ],
)
def test_an_extension_that_the_law_does_not_allow_has_a_fault(
    wrong: dict[str, date], fault: ExtensionFault
) -> None:
    assert extension_faults(replace(LONGER, **wrong), ASKED, "BE") == (fault,)


@pytest.mark.parametrize("right", ["direct-marketing", "withdraw-consent", "general"])
def test_what_stops_at_once_cannot_be_put_off(right: str) -> None:
    asked = replace(ASKED, fields={**ACCESS, "right": right})
    assert extension_faults(LONGER, asked, "BE") == (ExtensionFault.NOT_EXTENDABLE,)
