"""A request that came by telephone, letter, mail or at the counter, written down by somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mkdocs_privacy.requests import (
    SCHEMA_VERSION,
    Problem,
    RightsRequest,
    find_problems,
    make_reference,
)
from mkdocs_privacy.requests.form import SHORT
from mkdocs_privacy.requests.intake.judging import Intake

_NOT_ON_EVERY_FORM = {"name": SHORT, "postal_address": 1000}
"""What can be noted of every request, though its form may not ask it; in characters."""
_INDISPENSABLE = ("right", "language", "audience")
"""What a request needs, however it came in: nobody on the telephone fills in the rest."""


def write_down(
    fields: Mapping[str, Any], received_at: datetime, intake: Intake
) -> RightsRequest | tuple[Problem, ...]:
    """The request that somebody wrote down, or what is wrong with it.

    `fields` have the names of the contract, and may have `name` and `postal_address`. What a form
    would require may be missing: a request need not have a form (GDPR article 12(2)). The period
    began on the day on which it came in.
    """
    noted = {
        name: words for name in _NOT_ON_EVERY_FORM if (words := str(fields.get(name) or "").strip())
    }
    posted = {name: value for name, value in fields.items() if name not in _NOT_ON_EVERY_FORM}
    asked = next((asked for asked in intake.forms if asked == posted.get("right")), None)
    if asked and (article := intake.forms[asked].article):
        posted["article"] = article
    posted["schema_version"] = SCHEMA_VERSION
    problems = [
        problem
        for problem in find_problems(posted, intake.schema)
        if problem.rule != "missing" or problem.field in _INDISPENSABLE
    ]
    problems += [
        Problem(name, "too_long", _NOT_ON_EVERY_FORM[name])
        for name, words in noted.items()
        if len(words) > _NOT_ON_EVERY_FORM[name]
    ]
    if problems:
        return tuple(problems)
    posted |= noted
    due = intake.expected_by(posted, received_at.date())
    return RightsRequest(make_reference(), received_at, due, posted)
