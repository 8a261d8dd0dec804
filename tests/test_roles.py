"""Controller or processor is a matter of activity and audience, and who is responsible is told."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from pydantic import ValidationError
from worlds import small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import compare
from mkdocs_privacy.requests import request_forms

ENGLISH = Localization("en", load_catalog("en"))
SHOP = {
    "name": "the shop",
    "website": "https://shop.example",
    "contact": {"email": "a@shop.example"},
}
SHOPPERS = {"title": "Shoppers", "our_role": "processor", "responsible": SHOP}


def center(*, audiences: dict[str, Any] | None = None, **activities: Any) -> PrivacyCenter:
    content = small_center()
    orders = content["activities"]["orders"]
    content["personal_data"] = {id: {"title": id} for id in ("name", "email")}
    content["audiences"] = {"customers": {"title": "Customers"}} | (audiences or {})
    content["activities"] = {
        "orders": orders,
        **{id: {**orders, "title": id, **changes} for id, changes in activities.items()},
    }
    return PrivacyCenter.model_validate(content, context=Context())


def policy(told: PrivacyCenter) -> str:
    document = html.fromstring(policy_document(LocalizedCenter(told, ENGLISH), Site()))
    return " ".join(document.text_content().split())


def test_the_members_of_a_club_stand_there_once() -> None:
    told = center(camps={"our_role": "processor", "responsible": "the federation"})
    on_behalf = {id: told.is_on_behalf_of_others(one) for id, one in told.activities.items()}
    assert on_behalf == {"orders": False, "camps": True}
    assert told.own_activities_of("customers") == ("orders",)
    assert "camps: ask another organisation" in policy(told)
    assert "Your data is the responsibility of the federation." in policy(told)


def test_who_is_responsible_for_one_thing_only_takes_requests_about_it() -> None:
    told = center(
        audiences={"shoppers": SHOPPERS},
        reviews={"audiences": ["shoppers"], "our_role": "controller"},
        parcels={"audiences": ["shoppers"]},
    )
    form = next(iter(request_forms(told, ("en",)).values()))
    assert form.fields[0].options == ("customers", "shoppers")
    assert "We are responsible for the following ourselves: reviews" in policy(told)


@pytest.mark.parametrize(
    ("also", "recipient", "shown"),
    [
        ([{"category": "email", "role": "processor"}], "host", "Host (hosting and e-mail)"),
        ([{"category": "email"}], "host", "Host (hosting and e-mail)"),
        ([{"category": "email", "role": "independent_controller"}], "host", "Host (hosting)"),
        (
            [{"category": "email", "role": "independent_controller"}],
            {"id": "host", "role": "independent_controller"},
            "Host (e-mail)",
        ),
        ([], {"id": "host", "role": "sub_processor"}, "Host (hosting)"),
    ],
)
def test_a_recipient_is_named_for_all_that_it_does_in_its_role(
    also: Any, recipient: Any, shown: str
) -> None:
    content = center(parcels={"processors": [recipient]}).model_dump(mode="json")
    host = {"name": "Host", "category": "hosting", "role": "processor", "also": also}
    content["processors"] = {"host": host}
    assert shown in policy(PrivacyCenter.model_validate(content, context=Context()))


def test_audiences_of_another_role_may_share_an_activity_that_says_its_own() -> None:
    both = {"audiences": ["customers", "shoppers"]}
    with pytest.raises(
        ValidationError, match="split this into two activities, or give `our_role` for this one"
    ):
        center(audiences={"shoppers": SHOPPERS}, parcels=both)
    told = center(audiences={"shoppers": SHOPPERS}, parcels={**both, "our_role": "controller"})
    assert not told.is_on_behalf_of_others(told.activities["parcels"])


def test_a_processor_in_an_activity_says_for_whom() -> None:
    with pytest.raises(ValidationError, match="say who the controller is \\(`responsible`\\)"):
        center(camps={"our_role": "processor"})


def test_several_who_are_responsible_are_told_apart_by_name() -> None:
    staff = {"title": "Staff", "our_role": "processor", "responsible": "the employer"}
    told = center(
        audiences={"shoppers": SHOPPERS, "staff": {**staff, "how_to_reach": "Ask there."}},
        parcels={"audiences": ["shoppers", "staff"]},
    )
    words = policy(told)
    assert "on behalf of other organisations, the controllers: Shoppers: the shop Staff:" in words


@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_is_responsible_is_a_name_or_says_more(language: str) -> None:
    short = {**SHOPPERS, "responsible": {language: "the shop"}, "how_to_reach": "Ask there."}
    told = center(audiences={"shoppers": short})
    responsible = told.audiences["shoppers"].responsible
    assert responsible
    assert responsible.name.in_language(language) == "the shop"
    more = policy(center(audiences={"shoppers": SHOPPERS}))
    assert "Website" in more
    assert "a@shop.example" in more


def test_another_role_or_another_who_is_responsible_is_material() -> None:
    before = center(camps={})
    after = center(camps={"our_role": "processor", "responsible": "the federation"})
    assert [(one.kind.id, one.kind.material) for one in compare(before, after)] == [
        ("activity.our_role.added", True),
        ("activity.responsible.added", True),
    ]
