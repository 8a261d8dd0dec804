"""Which cookie services the versions of a policy name, and from when until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.releases import Release


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
    known = [one for one in applied if _services(one) is not None]
    ids = dict.fromkeys(id for one in known for id in _services(one) or ())
    changing = [id for id in ids if not all(id in (_services(one) or ()) for one in known)]
    times = [time for id in changing for time in _times_of(id, applied)]
    return tuple(sorted(times, key=lambda one: (one.since, one.until or date.max)))


def _applied(standing: Standing) -> Iterator[Release]:
    """The releases that apply or did, the oldest first."""
    for release in standing.history:
        if not standing.is_replaced_at_once(release):
            yield release
        if release == standing.in_force:
            return


def _services(release: Release) -> Mapping[str, str] | None:
    """The names of the services of a release by their ids; none where it does not state them."""
    if release.center is None or release.center.cookies is None:
        return None
    return {id: service.name for id, service in release.center.cookies.items()}


def _times_of(id: str, applied: tuple[Release, ...]) -> Iterator[TimeNamed]:
    followers = zip(applied, (*applied[1:], None), strict=True)
    before: Release | None = None
    for is_named, group in groupby(followers, lambda pair: id in (_services(pair[0]) or ())):
        pairs = list(group)
        (first, _), (last, after) = pairs[0], pairs[-1]
        if is_named:
            yield TimeNamed(
                id,
                (_services(last) or {})[id],
                first.effective,
                after.effective - timedelta(days=1) if after else None,
                before is not None and _services(before) is not None,
            )
        before = last
