"""None is a statement: each prints a sentence of its own, and no page says otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from pydantic import ValidationError
from worlds import small_center

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import lint_center
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import compare

ENGLISH = Localization("en", load_catalog("en"))
STAYS = "The data does not leave the European Economic Area."
NOBODY = "Nobody outside our organisation receives personal data from us."
UNSTATED = "Who receives personal data is not stated here yet."
NOT_HERE = "For this purpose, we store nothing on your device and read nothing from it."


def center(recipients: list[str] | None = None, **changes: Any) -> PrivacyCenter:
    content = small_center()
    content["personal_data"] = {id: {"title": id} for id in ("name", "email")}
    orders = content["activities"]["orders"]
    orders.pop("processors")
    content["activities"]["orders"] = orders | (
        {"processors": recipients} if recipients is not None else {}
    )
    return PrivacyCenter.model_validate(content | changes, context=Context())


def policy(told: PrivacyCenter) -> str:
    document = html.fromstring(policy_document(LocalizedCenter(told, ENGLISH), Site()))
    return " ".join(document.text_content().split())


def monitor(**changes: Any) -> dict[str, Any]:
    entry = {
        "name": "Monitor",
        "category": "hosting",
        "role": "processor",
        "personal_data": ["name"],
    }
    return {"monitor": entry | changes}


def told_changes(before: PrivacyCenter, after: PrivacyCenter) -> list[str]:
    return [change.kind.id for change in compare(before, after)]


def test_nobody_receives_anything_is_said_of_the_whole_and_of_each_activity() -> None:
    words = policy(center(processors={}))
    assert NOBODY in words
    assert "Nobody outside our organisation." in words
    assert UNSTATED not in words


def test_what_is_not_said_is_not_said_to_be_nothing() -> None:
    words = policy(center())
    assert NOBODY not in words
    assert UNSTATED in words
    assert "Who receives the data is not stated yet; ask us." in words


def test_who_decides_with_us_is_not_nobody() -> None:
    beta = {"name": "Beta", "arrangement": "Beta answers."}
    organisation = small_center()["organisation"] | {"joint_controllers": {"beta": beta}}
    words = policy(center(processors={}, organisation=organisation))
    assert NOBODY not in words
    assert "Nobody outside our organisation, except those who are jointly responsible" in words
    assert "and except in the circumstances listed among the recipients" not in words

    court = {"court": {"title": "A court order"}}
    words = policy(center(processors={}, organisation=organisation, disclosures=court))
    assert (
        "jointly responsible with us, and except in the circumstances listed among the recipients"
        in words
    )


def test_data_that_stays_stays_where_the_parent_company_is_american_too() -> None:
    stays = monitor(country="DE", parent_country="US", transfers="none")
    assert STAYS in policy(center(["monitor"], processors=stays))
    assert STAYS not in policy(center(["monitor"], processors=monitor(parent_country="US")))


def test_data_of_an_organisation_outside_the_area_has_left_it_already() -> None:
    organisation = small_center()["organisation"] | {"address": {"city": "Bern", "country": "CH"}}
    stays = monitor(country="DE", processing_countries=["DE"], transfers="none")
    words = policy(center(["monitor"], processors=stays, organisation=organisation))
    assert STAYS not in words
    stays["monitor"].pop("transfers")
    words = policy(center(["monitor"], processors=stays, organisation=organisation))
    assert "within the European Economic Area." not in words


def test_what_a_country_contradicts_is_found_and_not_printed() -> None:
    told = center(["monitor"], processors=monitor(country="US", transfers="none"))
    assert STAYS not in policy(told)
    assert "transfer-after-all" in [
        finding.rule.slug for finding in lint_center(told, shipped_catalogue())
    ]


def test_a_category_of_cookies_with_nothing_in_it_says_so() -> None:
    words = policy(center(cookies={}, no_cookies=["marketing", "statistics"]))
    assert words.count(NOT_HERE) == 2
    assert NOT_HERE not in policy(center(cookies={}))


def test_no_service_stands_in_a_category_that_is_said_to_be_empty() -> None:
    service = {"name": "Ads", "category": "marketing", "purpose": "advertises"}
    with pytest.raises(ValidationError, match="remove one of the two"):
        center(cookies={"ads": service}, no_cookies=["marketing"])


def test_that_it_is_said_is_a_change() -> None:
    assert told_changes(center(), center(processors={})) == ["processors.changed"]
    before, after = (
        center(["monitor"], processors=monitor(**more)) for more in ({}, {"transfers": "none"})
    )
    assert told_changes(before, after) == ["processor.transfers.added"]
    assert told_changes(after, before) == ["processor.transfers.removed"]
    assert told_changes(center(), center(no_cookies=["marketing"])) == ["no_cookies.added"]
