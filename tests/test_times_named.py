"""Which cookie services a policy named, and when: what the page of cookies tells of that."""

from __future__ import annotations

from datetime import date

from release_worlds import a_center

from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.pages.times_named import TimeNamed, times_named
from mkdocs_privacy.releases import History, Release

MATOMO = {"name": "Matomo", "category": "statistics", "purpose": "To count"}
ANALYTICS = {"name": "Google Analytics", "category": "statistics", "purpose": "To count"}


def release(year: int, **cookies: object) -> Release:
    before = str(date(year - 1, 1, 1)) if year > 2020 else None
    day = date(year, 1, 1)
    center = a_center(cookies=cookies)
    return Release(str(day), day, day, before, None, None, lambda: center, {}, "", "")


def text_of(year: int) -> Release:
    day = date(year, 1, 1)
    return Release(str(day), day, day, None, None, None, None, {}, "", "")


def named(*releases: Release, in_force: int = -1) -> tuple[TimeNamed, ...]:
    return times_named(Standing(History(releases), releases[in_force]))


def test_a_service_that_took_the_place_of_another_is_told_with_the_days_of_both() -> None:
    assert named(
        release(2020, wp={**MATOMO, "name": "WordPress"}, matomo=MATOMO),
        release(2021, wp={**MATOMO, "name": "WordPress"}, matomo=MATOMO),
        release(2022, wp={**MATOMO, "name": "WordPress"}, analytics=ANALYTICS),
    ) == (
        TimeNamed("matomo", "Matomo", date(2020, 1, 1), date(2021, 12, 31), is_known_before=False),
        TimeNamed("analytics", "Google Analytics", date(2022, 1, 1), None, is_known_before=True),
    )


def test_a_service_with_another_id_is_the_one_that_it_was() -> None:
    assert named(release(2020, matomo=MATOMO), release(2021, counter=MATOMO)) == ()


def test_a_service_that_came_back_is_told_twice() -> None:
    assert [
        (one.since.year, one.until and one.until.year)
        for one in named(release(2020, matomo=MATOMO), release(2021), release(2022, matomo=MATOMO))
    ] == [(2020, 2020), (2022, None)]


def test_before_a_version_of_which_only_the_text_is_known_nothing_is_told() -> None:
    (time,) = named(text_of(2019), release(2020, matomo=MATOMO), release(2021))
    assert (time.since.year, time.is_known_before) == (2020, False)


def test_what_is_only_announced_is_not_told() -> None:
    assert named(release(2020, matomo=MATOMO), release(2021), in_force=0) == ()


def test_before_anything_is_published_nothing_is_told() -> None:
    assert times_named(Standing()) == ()
