"""Whether something that people must be told is told, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mkdocs_privacy.catalogue import Adequacy
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import Activity, PrivacyCenter


class Coverage(StrEnum):
    """Whether a center tells it."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """Where a center tells something, that it does not, or why it need not."""

    verdict: Coverage
    remark: str = ""
    """What is missing and how to add it, or why nothing is needed."""
    path: KeyPath = ()
    """The key that answers, or that should."""
    page: str = ""
    """The name of the page that tells it."""


def answered(page: str, path: KeyPath = ()) -> CoverageAnswer:
    """It is told on a page, because of what stands at a path."""
    return CoverageAnswer(Coverage.ANSWERED, path=path, page=page)


def unanswered(remark: str, path: KeyPath) -> CoverageAnswer:
    """It is not told; the remark says how it would be."""
    return CoverageAnswer(Coverage.UNANSWERED, remark, path)


def not_needed(remark: str, path: KeyPath = ()) -> CoverageAnswer:
    """It need not be told; the remark says why."""
    return CoverageAnswer(Coverage.NOT_NEEDED, remark, path)


@dataclass(frozen=True, slots=True)
class Case:
    """An activity of a center, on which an item is asked."""

    center: PrivacyCenter
    id: str
    activity: Activity
    adequacy: Adequacy
    """Where data may go without a safeguard, as the site's catalogue has it."""

    def at(self, *keys: str | int) -> KeyPath:
        """The path to a field of the activity."""
        return ("activities", self.id, *keys)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that people must be told."""

    law: str
    """Where the law says so: `GDPR 13(1)(a)`."""
    title: str
    """What it is, in a few words."""


AskCenter: TypeAlias = Callable[[PrivacyCenter], CoverageAnswer]
AskActivity: TypeAlias = Callable[[Case], CoverageAnswer]
AskService: TypeAlias = Callable[[PrivacyCenter, str], CoverageAnswer]
