"""Who gives an entry another id, and leaves its name, has changed nothing that anybody reads."""

from __future__ import annotations

from typing import Any

from told import LOCALIZATIONS
from worlds import small_center

from mkdocs_privacy.changelog import tell_groups
from mkdocs_privacy.model import Context, PrivacyCenter, without_internal
from mkdocs_privacy.releases import with_ids_of

MAKER = {
    "name": "Mail & Co",
    "category": "email",
    "role": "sub_processor",
    "country": "BE",
}


def a_center(*, people: str, data: str, **recipients: Any) -> PrivacyCenter:
    """Orders of people, for which recipients get some data; each under the given id."""
    content = small_center()
    content["audiences"] = {people: {"title": {"nl": "Klanten", "fr": "Clients", "en": "Clients"}}}
    content["personal_data"] = {data: {"title": {"nl": "Naam", "fr": "Nom", "en": "Name"}}}
    content["processors"] = recipients
    orders = content["activities"]["orders"]
    orders |= {"audiences": [people], "personal_data": [data], "processors": [*recipients]}
    return without_internal(PrivacyCenter.model_validate(content, context=Context()))


NOW = a_center(people="customers", data="name", mailco=MAKER)


def told(before: PrivacyCenter, after: PrivacyCenter) -> list[str]:
    return [str(one.sentence) for one in tell_groups(before, after, LOCALIZATIONS["en"], after)]


def test_what_was_only_renamed_takes_its_references_along() -> None:
    before = a_center(people="buyers", data="first-name", mail=MAKER)
    assert with_ids_of(before, NOW) == NOW


def test_another_id_of_the_same_name_is_not_told() -> None:
    assert told(a_center(people="buyers", data="first-name", mail=MAKER), NOW) == []


def test_what_changed_of_it_besides_is_told_as_a_change_of_it() -> None:
    before = a_center(people="customers", data="name", mail={**MAKER, "country": "DE"})
    assert told(before, NOW) == [
        "Mail &amp; Co – country of establishment: Belgium (previously Germany)"
    ]


def test_a_name_that_is_the_same_in_one_language_is_enough() -> None:
    other = {"title": {"nl": "Kopers", "fr": "Clients", "en": "Buyers"}}
    before = a_center(people="buyers", data="name", mailco=MAKER)
    renamed = before.model_dump(mode="json", by_alias=True, exclude_none=True)
    renamed["audiences"] = {"buyers": other}
    before = PrivacyCenter.model_validate(renamed, context=Context())
    assert with_ids_of(before, NOW).audiences.keys() == {"customers"}


def test_where_two_have_the_name_neither_is_taken_for_the_other() -> None:
    before = a_center(people="customers", data="name", mail=MAKER, post=MAKER)
    assert with_ids_of(before, NOW) is before


def test_a_center_without_such_entries_stays_itself() -> None:
    assert with_ids_of(NOW, NOW) is NOW
