"""Who sees or receives data beside the recipients of an activity, and when."""

from __future__ import annotations

from typing import Any

from lxml import html
from worlds import load_world, small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import compare

ENGLISH = Localization("en", load_catalog("en"))


def center(organisation: dict[str, Any] | None = None, **changes: Any) -> PrivacyCenter:
    content = small_center()
    content["personal_data"] = {id: {"title": f"datum {id}"} for id in ("name", "email", "health")}
    content["organisation"] |= organisation or {}
    content["activities"]["orders"] |= changes.pop("orders", {})
    return PrivacyCenter.model_validate(content | changes, context=Context())


def shown(told: PrivacyCenter, id: str) -> str:
    """The words of the card whose heading has this id."""
    document = html.fromstring(policy_document(LocalizedCenter(told, ENGLISH), Site()))
    [card] = document.xpath(f"//article[*[@id='{id}']]")
    return " ".join(" ".join(card.itertext()).split())


def told_changes(before: PrivacyCenter, after: PrivacyCenter) -> list[tuple[str, bool]]:
    return [(change.kind.id, change.kind.material) for change in compare(before, after)]


DOCTORS = {"title": "The doctors", "personal_data": ["health"], "tasks": "Treat you."}
COURT = {
    "title": "A court order",
    "description": "A court asks for it.",
    "recipients": ["the court"],
    "personal_data": ["name"],
    "legal_basis": "legal_obligation",
    "law": "the Judicial Code",
}
BETA = {"name": "Beta", "arrangement": "Beta answers.", "personal_data": ["email"]}


def test_an_activity_says_who_in_the_organisation_sees_which_data() -> None:
    told = center(orders={"departments": {"doctors": DOCTORS, "office": {"title": "The office"}}})
    card = shown(told, "activity-orders")
    assert (
        "Who sees the data in our organisation The doctors: datum health Treat you. The office"
        in card
    )
    assert told_changes(center(), told) == [("activity.departments.added", False)] * 2


def test_a_name_that_is_that_of_a_special_category_is_said_once() -> None:
    def kind(title: str) -> str:
        data = {"name": {"title": title, "special": "health"}}
        told = center(personal_data=data, orders={"personal_data": ["name"]})
        return shown(told, "activity-orders")

    assert "Data Data concerning health special category Source" in kind("Data concerning health")
    assert "Your file special category: data concerning health Source" in kind("Your file")


def test_a_circumstance_says_who_receives_what_and_on_which_basis() -> None:
    told = center(disclosures={"court": COURT})
    card = shown(told, "disclosure-court")
    assert card.startswith("A court order A court asks for it. Recipients the court")
    assert "Datum name" in card
    assert "the Judicial Code" in card
    assert told_changes(center(), told) == [("disclosure.added", True)]


def test_nobody_is_not_said_where_a_circumstance_is_named() -> None:
    told = center(orders={"processors": []}, disclosures={"court": COURT})
    assert "except in the circumstances listed among the recipients" in shown(
        told, "activity-orders"
    )


def test_a_circumstance_that_is_about_other_data_is_no_exception() -> None:
    elsewhere = {"court": {**COURT, "personal_data": ["health"]}}
    told = center(orders={"processors": [], "personal_data": ["name"]}, disclosures=elsewhere)
    assert "Nobody outside our organisation. " in shown(told, "activity-orders")


def test_who_decides_with_us_stands_in_the_register_with_role_and_data() -> None:
    told = center(organisation={"joint_controllers": {"beta": BETA}})
    card = shown(told, "joint-controller-beta")
    assert "Role Joint controller" in card
    assert "Data it receives Datum email" in card
    silent = {**BETA, "personal_data": []}
    told = center(organisation={"joint_controllers": {"beta": silent}})
    assert "is not stated yet" in shown(told, "joint-controller-beta")


def test_shipped_data_can_be_named_wherever_somebody_sees_or_receives_it(tmp_path: Any) -> None:
    court = "{title: {nl: Bevel, fr: Ordre, en: Order}, personal_data: [phone]}"
    written = f"disclosures:\n  court: {court}\n"
    loaded = load_world(tmp_path, {"privacy/more.yml": written})
    assert loaded.center, loaded.findings
    assert "phone" in loaded.center.personal_data
