"""Which cookie services the versions of a policy name, and from when until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias

from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.releases import Release, with_ids_of

_Named: TypeAlias = tuple[Release, Mapping[str, str] | None]
"""A release, and the names of its services by their ids where it states them."""


@dataclass(frozen=True, slots=True)
class TimeNamed:
    """A time in which every version in force named a service."""

    id: str
    name: str
    since: date
    until: date | None
    """The last day; none where the version in force names it."""
    is_known_before: bool
    """Whether the data of the version before is known, and does not name it."""


def times_named(standing: Standing) -> tuple[TimeNamed, ...]:
    """Each service that some version up to the one in force named and another did not, by time."""
    applied = tuple(_applied(standing))
    latest = applied[-1].center if applied else None
    named = tuple((one, _services(one, latest)) for one in applied)
    known = [services for _, services in named if services is not None]
    ids = dict.fromkeys(id for services in known for id in services)
    changing = [id for id in ids if not all(id in services for services in known)]
    times = [time for id in changing for time in _times_of(id, named)]
    return tuple(sorted(times, key=lambda one: (one.since, one.until or date.max)))


def _applied(standing: Standing) -> Iterator[Release]:
    """The releases that apply or did, the oldest first."""
    for release in standing.history:
        if not standing.is_replaced_at_once(release):
            yield release
        if release == standing.in_force:
            return


def _services(release: Release, latest: PrivacyCenter | None) -> Mapping[str, str] | None:
    """The names of the services of a release by the ids that they have in the latest; none where it
    does not state them."""
    if release.center is None or release.center.cookies is None:
        return None
    center = with_ids_of(release.center, latest) if latest else release.center
    return {id: service.name for id, service in (center.cookies or {}).items()}


def _times_of(id: str, named: Sequence[_Named]) -> Iterator[TimeNamed]:
    followers = zip(named, (*(release for release, _ in named[1:]), None), strict=True)
    is_known = False
    for is_named, group in groupby(followers, lambda one: id in (one[0][1] or ())):
        pairs = list(group)
        ((first, _), _), ((_, last), after) = pairs[0], pairs[-1]
        if is_named and last is not None:
            until = after.effective - timedelta(days=1) if after else None
            yield TimeNamed(id, last[id], first.effective, until, is_known)
        is_known = last is not None
