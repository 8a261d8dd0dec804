"""A page never claims that a recipient receives what nobody wrote for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from worlds import small_center

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import lint_center
from mkdocs_privacy.loading.received_data import with_data_written_out
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import compare

DATA = ("name", "email", "password", "payment", "phone")
ENGLISH = Localization("en", load_catalog("en"))


def center(
    activities: Mapping[str, tuple[list[str], list[Any] | None]], **processors: Any
) -> PrivacyCenter:
    """Activities with their data and recipients, and recipients with what they receive."""
    content = small_center()
    orders = content["activities"]["orders"]
    content["personal_data"] = {id: {"title": f"datum {id}"} for id in DATA}
    content["activities"] = {
        id: {**orders, "title": id, "personal_data": data, "processors": recipients}
        for id, (data, recipients) in activities.items()
    }
    content["processors"] = {
        id: {"name": id, "category": "payment", "role": "processor", "personal_data": data}
        for id, data in processors.items()
    }
    return PrivacyCenter.model_validate(
        content | with_data_written_out(content, {}), context=Context()
    )


def cards(told: PrivacyCenter) -> dict[str, str]:
    """What the whole policy says of each recipient and each activity, by the id of its heading."""
    document = html.fromstring(policy_document(LocalizedCenter(told, ENGLISH), Site()))
    return {
        str(card.xpath("string(./*[@id]/@id)")): " ".join(card.text_content().split())
        for card in document.xpath("//article")
    }


def data_in(words: str) -> set[str]:
    return {id for id in DATA if f"datum {id}" in words.casefold()}


IDS = st.lists(st.sampled_from(DATA), min_size=1, max_size=4, unique=True)
EDGES = st.dictionaries(
    st.sampled_from(("mollie", "tracker")), st.none() | IDS | st.just("all"), max_size=2
)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from(("orders", "account")), st.tuples(IDS, EDGES), min_size=1),
    st.fixed_dictionaries({id: st.just([]) | IDS for id in ("mollie", "tracker")}),
)
def test_every_datum_that_a_page_says_a_recipient_receives_was_written_for_it(
    activities: dict[str, tuple[list[str], dict[str, Any]]], processors: dict[str, Any]
) -> None:
    edges = {
        id: (
            data,
            [
                who if own is None else {"id": who, "personal_data": own}
                for who, own in told.items()
            ],
        )
        for id, (data, told) in activities.items()
    }
    shown = cards(center(edges, **processors))
    for id, own in processors.items():
        written = {*own}
        for data, told in activities.values():
            named = told.get(id)
            written |= {*(data if named == "all" else named or ())}
        assert data_in(shown[f"processor-{id}"]) <= written
    for activity, (data, told) in activities.items():
        written = {*data}.union(*(one for one in told.values() if one not in (None, "all")))
        assert data_in(shown[f"activity-{activity}"]) <= written


def test_what_nobody_wrote_is_said_to_be_unstated_and_found() -> None:
    told = center({"orders": (["name", "password"], ["mollie"])}, mollie=[])
    assert (
        "Which data the recipient gets is not stated yet; ask us."
        in cards(told)["processor-mollie"]
    )
    [finding] = [
        one
        for one in lint_center(told, shipped_catalogue())
        if one.rule.slug.startswith("received-data")
    ]
    assert (finding.rule.slug, finding.severity) == ("received-data-unstated", "info")


def test_a_recipient_of_several_activities_shows_what_it_gets_in_each() -> None:
    told = center(
        {
            "orders": (["name", "password"], [{"id": "mollie", "personal_data": ["name"]}]),
            "account": (["email", "phone"], ["mollie"]),
            "visits": (["password"], ["mollie"]),
        },
        mollie=["email", "payment"],
    )
    assert (
        "orders: datum name account: datum email "
        "visits: Which data the recipient gets is not stated yet; ask us."
        in cards(told)["processor-mollie"]
    )


def test_all_is_everything_that_the_activities_use() -> None:
    told = center(
        {
            "orders": (["name", "payment"], ["mollie"]),
            "account": (["email", "name"], ["mollie", {"id": "host", "personal_data": "all"}]),
        },
        mollie="all",
        host=[],
    )
    assert told.processors["mollie"].personal_data == ("name", "payment", "email")
    assert (told.activities["account"].processors or ())[1].personal_data == ("email", "name")


def changes(before: PrivacyCenter, after: PrivacyCenter) -> list[tuple[str, Any]]:
    return [
        (f"{one.kind.id}{'!' * one.kind.material}", one.after or one.before)
        for one in compare(before, after)
    ]


ONCE = center({"orders": (["name", "payment", "phone"], ["mollie"])}, mollie=["name", "payment"])


def apart(*data: str, **edge: Any) -> PrivacyCenter:
    recipient = {"id": "mollie", "personal_data": [*data], **edge}
    return center({"orders": (["name", "payment", "phone"], [recipient])}, mollie=[])


def test_who_says_in_each_activity_what_it_said_once_has_changed_nothing() -> None:
    assert changes(ONCE, apart("name", "payment")) == []
    assert changes(apart("name", "payment"), ONCE) == []


def test_more_data_for_a_recipient_is_material_and_less_is_not() -> None:
    assert changes(ONCE, apart("name", "phone")) == [
        ("activity.processors.personal_data.removed", "payment"),
        ("activity.processors.personal_data.added!", "phone"),
    ]


def test_who_receives_all_before_and_after_is_not_told_of_once_more() -> None:
    before, after = (
        center(
            {"orders": (data, ["mollie", {"id": "host", "personal_data": "all"}])},
            mollie="all",
            host=[],
        )
        for data in (["name", "payment"], ["name", "phone"])
    )
    assert changes(before, after) == [
        ("activity.personal_data.removed", "payment"),
        ("activity.personal_data.added!", "phone"),
    ]


def test_who_receives_all_from_now_on_is_told_of() -> None:
    after = center({"orders": (["name", "payment", "phone"], ["mollie"])}, mollie="all")
    assert changes(ONCE, after) == [("processor.personal_data.added!", "phone")]


def test_another_role_in_an_activity_is_material_and_the_same_one_is_no_change() -> None:
    after = apart("name", "payment", role="sub_processor")
    assert changes(ONCE, after) == [("activity.processors.role.changed!", "sub_processor")]
    assert changes(ONCE, apart("name", "payment", role="processor")) == []


def test_which_of_its_roles_a_recipient_has_in_an_activity_is_no_material_change() -> None:
    def with_both(told: PrivacyCenter) -> PrivacyCenter:
        entry = (told.processors or {})["mollie"]
        also = (entry.services[0].model_copy(update={"role": "sub_processor"}),)
        return told.model_copy(
            update={"processors": {"mollie": entry.model_copy(update={"also": also})}}
        )

    before = with_both(ONCE)
    after = with_both(apart("name", "payment", role="sub_processor"))
    assert changes(before, after) == [("activity.processors.role.added", "sub_processor")]


def test_that_the_visitor_chooses_is_told_and_that_it_is_so_no_longer_is_material() -> None:
    chosen = apart("name", "payment", chosen_by="user")
    assert changes(ONCE, chosen) == [("activity.processors.chosen_by.added", "user")]
    assert changes(chosen, ONCE) == [("activity.processors.chosen_by.removed!", "user")]


def test_a_recipient_is_its_id_or_says_more() -> None:
    short = center({"orders": (["name"], ["mollie"])}, mollie=[])
    assert short == center({"orders": (["name"], [{"id": "mollie"}])}, mollie=[])


def test_data_for_a_recipient_that_the_activity_does_not_use_is_found() -> None:
    told = center({"orders": (["name"], [{"id": "mollie", "personal_data": ["phone"]}])}, mollie=[])
    [finding] = [
        one
        for one in lint_center(told, shipped_catalogue())
        if one.rule.slug.startswith("received-data")
    ]
    assert finding.rule.slug == "received-data-not-used"
    assert "‘mollie’ receives ‘phone’" in finding.message
