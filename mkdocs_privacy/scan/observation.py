"""What was seen of a website, whoever looked: a browser of ours, or a recording of another tool.

No value of a cookie or of storage is kept: names, places and lifetimes are all that is compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from typing import TypeVar

_Seen = TypeVar("_Seen")


LARGEST_PIXEL = 100
"""Bytes of an image that shows nothing."""
LONGEST_STAY = 1e12
"""Seconds: more than any date that browsers can write."""
BEACONS = ("ping", "beacon", "csp_report")
"""What browsers call a request that only tells something."""


class Phase(StrEnum):
    """What the visitor had answered to the question for consent."""

    BEFORE = "before"
    """Nothing yet."""
    REFUSED = "refused"
    """No to all that waits for consent."""
    ACCEPTED = "accepted"
    """Yes to all."""
    UNKNOWN = "unknown"
    """Nobody knows, as in a recording."""


class StoredKind(StrEnum):
    """What kind of thing was stored; the values are those of `TrackerType` where it has them."""

    COOKIE = "cookie"
    LOCAL_STORAGE = "local_storage"
    SESSION_STORAGE = "session_storage"
    INDEXED_DB = "indexed_db"
    PIXEL = "pixel"
    SERVICE_WORKER = "service_worker"


class Ending(StrEnum):
    """When something that was stored goes away."""

    SESSION = "session"
    AFTER = "after"
    """After a number of seconds."""
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stay:
    """How long something stays on the device."""

    ending: Ending = Ending.UNKNOWN
    seconds: float | None = None
    """Where a time ends it."""

    def __str__(self) -> str:
        if self.seconds is not None:
            return in_words(self.seconds)
        return _ENDINGS[self.ending]


_ENDINGS = {
    Ending.SESSION: "the session",
    Ending.NEVER: "ever",
    Ending.AFTER: "some time",
    Ending.UNKNOWN: "an unknown time",
}
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def in_words(seconds: float) -> str:
    """A time in its largest unit: `400 days`, `30 minutes`."""
    size, unit = next((one for one in _UNITS if seconds >= one[0] * 0.99), _UNITS[-1])
    number = round(seconds / size)
    return f"{number} {unit}{'' if number == 1 else 's'}"


def lasting(seconds: float) -> Stay:
    """A stay of some seconds that a recording tells; raises ValueError where nothing lasts so."""
    if not abs(seconds) <= LONGEST_STAY:
        raise ValueError("no browser keeps anything that long")
    return Stay(Ending.AFTER, seconds)


@dataclass(frozen=True, slots=True)
class Stored:
    """One thing that a page stored on the device."""

    kind: StoredKind
    name: str
    domain: str
    """The host that it belongs to, without a dot before it."""
    phase: Phase
    page: str
    """The address of the page that was open."""
    stay: Stay = Stay()
    path: str = "/"
    is_http_only: bool = False
    is_secure: bool = False
    same_site: str = ""
    is_partitioned: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One request that a page made; what follows the `?` is left out, as it may name somebody."""

    host: str
    path: str
    kind: str
    """What the browser wanted it for: `script`, `font`, `iframe`, `image`, `beacon`, `pixel`."""
    phase: Phase
    page: str

    @property
    def address(self) -> str:
        """Host and path, as a trace of a service names it."""
        return f"{self.host}{self.path}"


@dataclass(frozen=True, slots=True)
class PostedForm:
    """A form that sends what is typed to another host."""

    host: str
    page: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a blocker left in the place of something that waits for consent."""

    name: str
    """The name of the service, as Klaro has it in `data-name`; empty where it has none."""
    host: str
    """The host that it would be loaded from; empty where none is named."""
    page: str


@dataclass(frozen=True, slots=True)
class Screenshot:
    """What a page looked like."""

    page: str
    phase: Phase
    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Observation:
    """All that was seen."""

    pages: tuple[str, ...] = ()
    phases: frozenset[Phase] = frozenset()
    kinds: frozenset[StoredKind] = frozenset()
    """The kinds of things that would have been seen, had they been there."""
    stored: tuple[Stored, ...] = ()
    requests: tuple[Request, ...] = ()
    forms: tuple[PostedForm, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    screenshots: tuple[Screenshot, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    """Pages that could not be visited, each with the reason."""
    unanswered: tuple[Phase, ...] = ()
    """The answers to the question for consent that nobody found a control for."""

    def with_also(self, other: Observation) -> Observation:
        """This and another in one, what is the same in both once."""
        return Observation(
            pages=_once(self.pages, other.pages),
            phases=self.phases | other.phases,
            kinds=self.kinds | other.kinds,
            stored=_once(self.stored, other.stored),
            requests=_once(self.requests, other.requests),
            forms=_once(self.forms, other.forms),
            placeholders=_once(self.placeholders, other.placeholders),
            screenshots=(*self.screenshots, *other.screenshots),
            failed=_once(self.failed, other.failed),
            unanswered=_once(self.unanswered, other.unanswered),
        )


def _once(first: tuple[_Seen, ...], second: tuple[_Seen, ...]) -> tuple[_Seen, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def together(observations: Iterable[Observation]) -> Observation:
    """Several observations in one."""
    return reduce(Observation.with_also, observations, Observation())
