"""A period has one definition: what the model takes, everything can count with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from worlds import small_center

from mkdocs_privacy.model import (
    PrivacyCenter,
    WrongPeriod,
    about_days,
    add_period,
    check_period,
    check_term,
)
from mkdocs_privacy.requests import expected_by
from mkdocs_privacy.requests.extension import extended_until
from mkdocs_privacy.requests.receiver import Settings
from mkdocs_privacy.requests.store import read_location


@pytest.mark.parametrize(
    "period", ["P7Y", "P13M", "P4W", "P30D", "P0D", "P1Y2M3D", "PT30M", "P1DT12H", "P150Y"]
)
def test_a_period_is_of_whole_numbers(period: str) -> None:
    assert check_period(period) == period


@pytest.mark.parametrize(
    "written, problem",
    [
        (
            "zeven jaar",
            "‘zeven jaar’ is not an ISO 8601 period: write P7Y (7 years), P13M (13 months), "
            "P30D (30 days) or PT30M (30 minutes)",
        ),
        (
            "P0.5M",
            "‘P0.5M’ has a fraction: write whole numbers, such as P6M for half a year",
        ),
        (
            "PT0,5H",
            "‘PT0,5H’ has a fraction: write whole numbers, such as P6M for half a year",
        ),
        ("P99999Y", "‘P99999Y’ is longer than 150 years: write a shorter one"),
        ("P150Y1D", "‘P150Y1D’ is longer than 150 years: write a shorter one"),
    ],
)
def test_what_nobody_can_count_is_refused(written: str, problem: str) -> None:
    with pytest.raises(WrongPeriod) as refused:
        check_period(written)
    assert str(refused.value) == problem


@pytest.mark.parametrize("written", ["", "P", "PT", "1Y", "p1y", "-P1Y", "P1Y\n", "P١Y", "P1W1D"])
def test_other_ways_to_write_are_no_period(written: str) -> None:
    with pytest.raises(WrongPeriod, match="is not an ISO 8601 period"):
        check_period(written)


@pytest.mark.parametrize("written", ["PT30M", "PT72H", "P1DT1H", "a month", ""])
def test_a_deadline_is_of_days(written: str) -> None:
    with pytest.raises(WrongPeriod) as refused:
        check_term(written)
    assert str(refused.value) == (
        f"‘{written}’ is not an ISO 8601 period of days: write P1Y (a year), P1M (a month), "
        "P3W (3 weeks) or P14D (14 days)"
    )


@pytest.mark.parametrize(
    "begun, period, end",
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2028-01-31", "P1M", "2028-02-29"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("2026-11-30", "P14M", "2028-01-30"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-12-30", "P3W", "2027-01-20"),
        ("2026-01-01", "PT47H", "2026-01-02"),
        ("2026-01-01", "P0D", "2026-01-01"),
        ("9999-12-01", "P1M", "9999-12-31"),
        ("9999-12-01", "P30D", "9999-12-31"),
        ("9999-12-01", "P31D", "9999-12-31"),
    ],
)
def test_a_period_ends_on_a_day(begun: str, period: str, end: str) -> None:
    assert add_period(date.fromisoformat(begun), period) == date.fromisoformat(end)


NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, 60_000), st.integers(0, 10**11)).map(str)


@st.composite
def written_periods(draw: st.DrawFn) -> str:
    """Periods as people may write them, most of them sound."""

    def amounts(units: str) -> str:
        return "".join(
            f"{draw(NUMBERS)}{unit}" for unit in units if draw(st.sampled_from([True, False]))
        )

    time = amounts("HMS")
    return draw(
        st.sampled_from(
            [f"P{amounts('YMD')}", f"P{amounts('W')}", f"P{amounts('YMD')}{time and f'T{time}'}"]
        )
    )


DAYS = st.dates()
COUNTRIES = st.sampled_from(["BE", "NL", "FR", "US", "SA", "CN", "AQ"])


@given(written_periods(), DAYS)
@example("P0D", date.max)
@example("P150Y", date.min)
def test_whatever_the_model_takes_ends_on_a_day_about_so_much_later(
    written: str, begun: date
) -> None:
    try:
        check_period(written)
    except WrongPeriod:
        assume(False)
    end = add_period(begun, written)
    assert end == date.max or abs((end - begun).days - float(about_days(written))) < 4


@given(written_periods(), DAYS, COUNTRIES)
@example("P150Y", date(2026, 11, 22), "BE")
@example("P1D", date.max, "BE")
def test_whatever_is_taken_as_a_deadline_counts_for_posts_extensions_and_forgetting(
    written: str, day: date, country: str
) -> None:
    try:
        check_term(written)
    except WrongPeriod:
        assume(False)
    due = expected_by(day, written, country)
    assert due == date.max or due.weekday() < 5
    assert due >= add_period(day, written)
    assert extended_until(day, written, country) >= due
    assert Settings(read_location(Path("requests.db")), keep_closed=written).keep_closed == written


def test_a_center_with_a_deadline_that_nobody_can_count_is_refused() -> None:
    center = small_center()
    for wrong in ("P0.5M", "P99999Y", "PT30M"):
        for key in ("deadline", "extension"):
            with pytest.raises(ValueError, match=f"‘{wrong}’"):
                PrivacyCenter.model_validate({**center, "rights": {key: wrong}})
