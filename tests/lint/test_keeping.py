"""RT: what is said of how long data is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import keeping

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    retention: """


def told(folder: Path, retention: str) -> list[str]:
    loaded = load_world(folder, {"privacy/activities.yml": f"{ORDERS}{retention}\n"})
    return [str(finding) for finding in found_by(keeping, loaded)]


@pytest.mark.parametrize(
    "retention",
    [
        "{minimum: P1Y, period: P2Y}",
        "{minimum: P1Y, until: tot de volgende inventaris}",
        "{minimum: P1Y, criteria: zolang u klant bent}",
        "{period: P1Y}",
    ],
)
def test_says_nothing_where_something_ends_it(retention: str, tmp_path: Path) -> None:
    assert told(tmp_path, retention) == []


def test_a_minimum_alone_has_no_end(tmp_path: Path) -> None:
    stages = "[{what: facturen, period: P7Y}, {what: brieven, minimum: P1Y}]"
    assert told(tmp_path, stages) == [
        "privacy/activities.yml:9: warning: activities.orders.retention.1: this says at least how "
        "long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]"
    ]


RETURNS = ORDERS.replace("    retention: ", "")
NO_TIME = (
    "privacy/activities.yml:2: warning: activities.orders: nothing says how long this data is "
    "kept: add `retention` [retention-missing]"
)


def of(folder: Path, activities: str, country: str = "BE") -> list[str]:
    organisation = SMALL_CENTER["privacy/organisation.yml"].replace("BE", country)
    files = {"privacy/organisation.yml": organisation, "privacy/activities.yml": activities}
    return [str(finding) for finding in found_by(keeping, load_world(folder, files, ("nl",)))]


def test_an_activity_says_how_long_its_data_is_kept(tmp_path: Path) -> None:
    theirs = f"{RETURNS}    our_role: processor\n    responsible: de winkel\n"
    assert of(tmp_path / "ours", RETURNS) == [NO_TIME]
    assert of(tmp_path / "theirs", theirs) == []


@pytest.mark.parametrize("more", ["", ", what: brieven"])
def test_criteria_alone_give_no_day(more: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"{{criteria: zolang u klant bent{more}}}") == [
        "privacy/activities.yml:9: info: activities.orders.retention: only criteria decide how "
        "long: add the longest time in `maximum` if you can [criteria-only]"
    ]


@pytest.mark.parametrize("end", ["period: P1Y", "maximum: P1Y", "until: een feest", "minimum: P1Y"])
def test_criteria_with_an_end_are_enough(end: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"{{criteria: zolang u klant bent, {end}}}") == []


def test_each_stage_is_looked_at(tmp_path: Path) -> None:
    stages = "[{what: facturen, period: P7Y}, {what: brieven, criteria: zolang u klant bent}]"
    [finding] = told(tmp_path, stages)
    assert finding.startswith("privacy/activities.yml:9: info: activities.orders.retention.1: only")


INVOICES = "activities:\n  invoices:\n    use: invoices\n    processors: []\n    retention: "


@pytest.mark.parametrize(
    ("country", "retention", "needed"),
    [
        ("BE", "{period: P9Y}", "P10Y"),
        ("BE", "{maximum: P9Y}", "P10Y"),
        ("NL", "{period: P6Y}", "P7Y"),
        ("DE", "[{what: a, period: P1Y}, {what: b, period: P7Y}]", "P8Y"),
    ],
)
def test_invoices_are_kept_as_long_as_the_law_obliges(
    country: str, retention: str, needed: str, tmp_path: Path
) -> None:
    assert of(tmp_path, f"{INVOICES}{retention}\n", country) == [
        f"privacy/activities.yml:5: warning: activities.invoices.retention: in {country} the law "
        f"obliges you to keep this for {needed}: leave out `retention`, so that `use` fills it in "
        "[shorter-than-law]"
    ]


@pytest.mark.parametrize(
    ("country", "retention"),
    [
        ("BE", "{period: P10Y}"),
        ("BE", "{period: P11Y}"),
        ("BE", "{until: de wet het toelaat}"),
        ("BE", "[{what: a, period: P1Y}, {what: b, until: een feest}]"),
        ("IE", "{period: P1D}"),
    ],
)
def test_says_nothing_of_what_is_kept_long_enough_or_of_a_law_that_is_not_known(
    country: str, retention: str, tmp_path: Path
) -> None:
    assert of(tmp_path, f"{INVOICES}{retention}\n", country) == []


def test_a_recommendation_and_a_limitation_oblige_nobody(tmp_path: Path) -> None:
    applications = INVOICES.replace("invoices", "job-applications")
    assert of(tmp_path, f"{applications}{{period: P1D}}\n", "NL") == []
