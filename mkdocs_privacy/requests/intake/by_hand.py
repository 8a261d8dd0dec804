"""A request that came by telephone, letter, mail or at the counter, written down by somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import (
    SCHEMA_VERSION,
    Problem,
    RightsRequest,
    find_problems,
    make_reference,
)
from mkdocs_privacy.requests.intake.judging import Intake

_LONGEST_POSTAL_ADDRESS = 1000
_INDISPENSABLE = ("right", "language", "audience")
"""What a request needs, however it came in: nobody on the telephone fills in the rest."""


def write_down(
    fields: Mapping[str, Any], received_at: datetime, intake: Intake
) -> RightsRequest | tuple[Problem, ...]:
    """The request that somebody wrote down, or what is wrong with it.

    `fields` have the names of the contract, and may have `postal_address`. What a form would
    require may be missing: a request need not have a form (GDPR article 12(2)). The period began
    on the day on which it came in.
    """
    posted = {name: value for name, value in fields.items() if name != "postal_address"}
    asked = next((asked for asked in intake.forms if asked == posted.get("right")), None)
    if asked and (article := intake.forms[asked].article):
        posted["article"] = article
    posted["schema_version"] = SCHEMA_VERSION
    problems = [
        problem
        for problem in find_problems(posted, intake.schema)
        if problem.rule != "missing" or problem.field in _INDISPENSABLE
    ]
    postal_address = str(fields.get("postal_address", "")).strip()
    if len(postal_address) > _LONGEST_POSTAL_ADDRESS:
        problems.append(Problem("postal_address", "too_long", _LONGEST_POSTAL_ADDRESS))
    if problems:
        return tuple(problems)
    if postal_address:
        posted["postal_address"] = postal_address
    due = intake.expected_by(RequestType(posted["right"]), received_at.date())
    return RightsRequest(make_reference(), received_at, due, posted)
