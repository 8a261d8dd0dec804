"""The coverage table: every duty, for the center or for each activity where it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_privacy.catalogue import Adequacy
from mkdocs_privacy.coverage.answer import Case, CoverageAnswer, Duty, not_needed
from mkdocs_privacy.coverage.of_activities import ABOUT_ACTIVITIES, ABOUT_SERVICES
from mkdocs_privacy.coverage.of_the_center import ABOUT_THE_CENTER
from mkdocs_privacy.findings import KeyPath, Place, nearest_place
from mkdocs_privacy.model import PrivacyCenter

_THEIRS = "you are a processor in this activity: the controller tells people"


@dataclass(frozen=True, slots=True)
class Row:
    """A duty to inform, what it is asked of, and the answer."""

    duty: Duty
    subject: str
    """The id of an activity or a service; empty where it is asked of the whole center."""
    answer: CoverageAnswer
    place: Place | None
    """The line of the key that answers or should, or of the nearest one that somebody wrote."""


def cover(
    center: PrivacyCenter, places: Mapping[KeyPath, Place], adequacy: Adequacy
) -> tuple[Row, ...]:
    """Every row of the table, in the order of the law; the site may know more of adequacy."""
    return tuple(
        Row(duty, subject, answer, nearest_place(answer.path, places))
        for duty, subject, answer in _answers(center, adequacy)
    )


def _answers(
    center: PrivacyCenter, adequacy: Adequacy
) -> Iterator[tuple[Duty, str, CoverageAnswer]]:
    for duty, ask in ABOUT_THE_CENTER:
        yield duty, "", ask(center)
    for id, activity in center.activities.items():
        is_theirs = center.is_on_behalf_of_others(activity)
        for duty_of_activity, ask_activity in ABOUT_ACTIVITIES:
            case = Case(center, id, activity, adequacy)
            yield duty_of_activity, id, not_needed(_THEIRS) if is_theirs else ask_activity(case)
    for id in center.cookies or ():
        for duty_of_service, ask_service in ABOUT_SERVICES:
            yield duty_of_service, id, ask_service(center, id)
