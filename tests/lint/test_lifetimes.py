"""CL: what is said of how long things stay on devices, and of what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import lifetimes

COUNT = """\
cookies:
  count:
    name: Count
    category: %s
    purpose: counts visits
    consent: %s
    consent_reason: there is a reason
    items:
      %s
consent: {how: You choose.}
"""


@pytest.mark.parametrize("item", ["_ga: {duration: P2Y", "_id: {duration: P25M", "x: {type: pixel"])
def test_says_nothing_of_what_stays_as_long_as_is_usual(item: str, tmp_path: Path) -> None:
    written = COUNT % ("statistics", "required", f"{item}, purpose: knows you}}")
    assert told_by(lifetimes, tmp_path, written) == []


@pytest.mark.parametrize("lasting", ["session", "persistent"])
def test_says_nothing_of_a_lifetime_that_is_no_period(lasting: str, tmp_path: Path) -> None:
    item = f"_id: {{duration: {lasting}, purpose: knows you}}"
    assert told_by(lifetimes, tmp_path, COUNT % ("statistics", "required", item)) == []


@pytest.mark.parametrize("name", ["__utma", "__utmb", "__utmc", "__utmt", "__utmv", "__utmz"])
def test_a_product_that_ended_sets_no_cookies(name: str, tmp_path: Path) -> None:
    item = f"{name}: {{duration: P6M, purpose: knows you}}"
    assert told_by(lifetimes, tmp_path, COUNT % ("statistics", "required", item)) == [
        f"9: warning: cookies.count.items.{name}: this cookie is of a product that ended: look in "
        "a browser what is stored now [product-that-ended]"
    ]


def test_more_than_two_years_is_long(tmp_path: Path) -> None:
    item = "_id: {duration: P26M, purpose: knows you}"
    assert told_by(lifetimes, tmp_path, COUNT % ("statistics", "required", item)) == [
        "9: info: cookies.count.items._id: this stays for more than two years: shorten it "
        "[long-lifetime]"
    ]


MARKETING = (
    "2: warning: cookies.count: marketing needs consent: write `consent: required` "
    "[marketing-without-consent]"
)


@pytest.mark.parametrize(
    ("category", "item"),
    [
        ("marketing", "_id: {purpose: knows you}"),
        ("statistics", "_id: {purpose: knows you, category: marketing}"),
        ("marketing", "_id: {type: email_pixel, email_pixel: individual, purpose: sees you}"),
        (
            "marketing",
            "{a: {type: email_pixel, email_pixel: security, purpose: s}, b: {purpose: t}}",
        ),
    ],
)
def test_marketing_asks_for_consent(category: str, item: str, tmp_path: Path) -> None:
    assert told_by(lifetimes, tmp_path, COUNT % (category, "not_required", item)) == [MARKETING]
    assert told_by(lifetimes, tmp_path / "asks", COUNT % (category, "required", item)) == []


@pytest.mark.parametrize(
    ("category", "item"),
    [
        ("statistics", "_id: {purpose: counts}"),
        ("marketing", "_id: {type: email_pixel, email_pixel: aggregate, purpose: counts}"),
        ("marketing", "_id: {type: email_pixel, email_pixel: security, purpose: protects}"),
    ],
)
def test_says_nothing_of_what_is_no_marketing_or_tells_nobody_apart(
    category: str, item: str, tmp_path: Path
) -> None:
    assert told_by(lifetimes, tmp_path, COUNT % (category, "not_required", item)) == []


def test_says_nothing_of_marketing_that_stores_nothing(tmp_path: Path) -> None:
    written = (COUNT % ("marketing", "not_required", "_id: {}")).replace(
        "    items:\n      _id: {}\n", "    stores_nothing: true\n"
    )
    assert told_by(lifetimes, tmp_path, written) == []


ANALYTICS = """\
cookies:
  count:
    use: google-analytics-4
    %s
consent: {how: You choose.}
"""


@pytest.mark.parametrize("category", ["necessary", "preferences"])
def test_the_catalogue_knows_what_a_service_is_for(category: str, tmp_path: Path) -> None:
    unasked = f"category: {category}\n    consent: not_required\n    consent_reason: we think so"
    assert told_by(lifetimes, tmp_path, ANALYTICS % unasked) == [
        "2: warning: cookies.count: in the catalogue its category is `statistics`: remove "
        "`category` [weaker-category]"
    ]


@pytest.mark.parametrize(
    "more",
    [
        "category: necessary",
        "category: marketing",
        "consent: not_required\n    consent_reason: an exemption",
        "category: marketing\n    consent: required",
    ],
)
def test_says_nothing_where_consent_is_asked_or_the_category_is_as_strict(
    more: str, tmp_path: Path
) -> None:
    assert told_by(lifetimes, tmp_path, ANALYTICS % more) == []


@pytest.mark.parametrize("period", ["P2Y", "P26M", "P1D", "session", "persistent"])
def test_says_nothing_of_what_stays_about_as_long_as_the_service_says(
    period: str, tmp_path: Path
) -> None:
    written = ANALYTICS % f"items: {{_ga: {{duration: {period}}}}}"
    assert not any("[longer" in line for line in told_by(lifetimes, tmp_path, written))


def test_a_service_says_itself_how_long_something_stays(tmp_path: Path) -> None:
    written = ANALYTICS % "items: {_ga: {duration: P27M}}"
    assert [line for line in told_by(lifetimes, tmp_path, written) if "[longer" in line] == [
        "4: info: cookies.count.items._ga: in the catalogue its `duration` is P2Y: look in a "
        "browser, and correct it [longer-than-catalogue]"
    ]
