"""CO: who is responsible, and who represents them where people live."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from worlds import found_by, load_world, small_center

from mkdocs_privacy.lint import organisation

BELGIAN = {
    "name": "Tuimelkous Europe",
    "address": {"city": "Gent", "country": "BE"},
    "contact": {"email": "europe@tuimelkous.example"},
}
BRITISH = {**BELGIAN, "address": {"city": "Leeds", "country": "GB"}}


def told(folder: Path, country: str, **more: Any) -> list[str]:
    us = {
        **small_center()["organisation"],
        "address": {"city": "Town", "country": country},
        **more,
    }
    content = yaml.safe_dump({**small_center(), "organisation": us}, default_style='"')
    files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
    loaded = load_world(folder, {**files, "privacy/center.yml": content})
    return [finding.rule.slug for finding in found_by(organisation, loaded)]


@pytest.mark.parametrize(
    ("country", "more"),
    [
        pytest.param("BE", {}, id="who is in the Union"),
        pytest.param("NO", {}, id="who is in the Economic Area"),
        pytest.param("CH", {"serves_countries": ["CH"]}, id="who addresses its own country alone"),
        pytest.param("US", {"representative": BELGIAN}, id="who names one"),
        pytest.param("US", {"other_representatives": {"eu": BELGIAN}}, id="among others"),
        pytest.param(
            "BE",
            {"serves_countries": ["GB"], "other_representatives": {"uk": BRITISH}},
            id="who names one in the United Kingdom",
        ),
    ],
)
def test_says_nothing_of_who_needs_no_representative_or_names_it(
    country: str, more: dict[str, Any], tmp_path: Path
) -> None:
    assert told(tmp_path, country, **more) == []


@pytest.mark.parametrize(
    ("country", "more"),
    [
        pytest.param("US", {}, id="who is elsewhere and says not whom it addresses"),
        pytest.param("CH", {"serves_countries": ["CH", "NL"]}, id="who addresses the Dutch"),
        pytest.param("GB", {"representative": BRITISH}, id="whose representative is elsewhere too"),
        pytest.param("BE", {"serves_countries": ["BE", "GB"]}, id="who addresses the British"),
    ],
)
def test_asks_for_the_representative_where_people_live(
    country: str, more: dict[str, Any], tmp_path: Path
) -> None:
    assert told(tmp_path, country, **more) == ["representative-missing"]


SPECIAL = {"allergies": {"title": "Allergies", "special": "health"}}
OFFENCES = {"record": {"title": "Record", "criminal": "true"}}


def told_of_center(folder: Path, **more: Any) -> list[str]:
    content = yaml.safe_dump({**small_center(), **more}, default_style='"')
    files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
    loaded = load_world(folder, {**files, "privacy/center.yml": content})
    return [finding.message for finding in found_by(organisation, loaded)]


def using(data: str) -> dict[str, Any]:
    orders = {**small_center()["activities"]["orders"], "personal_data": [data]}
    return {"orders": {**orders, "special_basis": "explicit_consent"}}


@pytest.mark.parametrize("data", [SPECIAL, OFFENCES])
def test_who_uses_sensitive_data_says_whether_there_is_an_officer(
    data: dict[str, Any], tmp_path: Path
) -> None:
    [id] = data
    used = {"personal_data": data, "activities": using(id)}
    assert told_of_center(tmp_path / "unsaid", **used) == [
        f"you use ‘{id}’, and nothing says whether you have a data protection officer: add "
        "`data_protection_officer`, or `none`"
    ]
    none = {**small_center()["organisation"], "data_protection_officer": "none"}
    assert told_of_center(tmp_path / "none", organisation=none, **used) == []
    assert told_of_center(tmp_path / "unused", personal_data=data) == []
    assert told_of_center(tmp_path / "harmless", activities=using("name")) == []


def test_one_of_them_is_named(tmp_path: Path) -> None:
    both = {"personal_data": {**SPECIAL, **OFFENCES}}
    orders = {**using("allergies")["orders"], "personal_data": ["allergies", "record"]}
    assert len(told_of_center(tmp_path, activities={"orders": orders}, **both)) == 1


CALLED = (
    "this names a data protection officer, and there is none in the data: add "
    "`data_protection_officer`, or call the contact something else"
)


@pytest.mark.parametrize("key", ["contact", "privacy_contact"])
@pytest.mark.parametrize(
    "name",
    [
        "DPO",
        "Our DPO",
        "de FG",
        "DPO team",
        "An Peeters (DPO)",
        "Data Protection Officer",
        "An Peeters, functionaris voor gegevensbescherming",
        "Déléguée à la protection des données",
    ],
)
def test_a_contact_is_no_officer(key: str, name: str, tmp_path: Path) -> None:
    contact = {"name": name, "email": "privacy@tuimelkous.example"}
    us = {**small_center()["organisation"], key: contact}
    assert told_of_center(tmp_path / "none", organisation=us) == [CALLED]
    denied = {**us, "data_protection_officer": "none"}
    assert told_of_center(tmp_path / "denied", organisation=denied) == [CALLED]
    officer = {**us, "data_protection_officer": {"email": "fg@tuimelkous.example"}}
    assert told_of_center(tmp_path / "officer", organisation=officer) == []


@pytest.mark.parametrize(
    "name",
    [
        "Privacy team",
        "FG Advocaten",
        "DPO Service BV",
        "An (no data protection officer)",
        "Geen FG",
    ],
)
def test_says_nothing_of_who_is_called_something_else(name: str, tmp_path: Path) -> None:
    contact = {"name": name, "email": "privacy@tuimelkous.example"}
    us = {**small_center()["organisation"], "privacy_contact": contact}
    assert told_of_center(tmp_path, organisation=us) == []
