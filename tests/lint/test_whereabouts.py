"""WA: what is said of whether data leaves the European Economic Area."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world, told_by

from mkdocs_privacy.lint import whereabouts


def carrier(more: str, role: str = "independent_controller") -> str:
    head = f"processors:\n  carrier:\n    name: Carrier\n    category: delivery\n    role: {role}\n"
    return f"{head}    {more}\n"


@pytest.mark.parametrize(
    "onward",
    [
        "leveranciers, ook buiten de Europese Economische Ruimte",
        "leveranciers buiten de EER",
        "des fournisseurs hors de l’Espace économique européen",
        "des fournisseurs hors de l'EEE",
        "des fournisseurs hors d’Europe",
        "suppliers outside the European Union",
        "suppliers outside the EEA",
    ],
)
def test_data_does_not_stay_where_it_is_passed_on(onward: str, tmp_path: Path) -> None:
    assert told_by(
        whereabouts, tmp_path, carrier(f'transfers: none\n    country: BE\n    onward: "{onward}"')
    ) == [
        "2: warning: processors.carrier: `transfers: none` says that the data does not leave the "
        "European Economic Area, and `onward` that it is passed on outside it: correct one of the "
        "two [passed-on-after-all]"
    ]


@pytest.mark.parametrize(
    "onward",
    [
        "leveranciers buiten Gent",
        "des fournisseurs hors taxes",
        "suppliers outside our group",
    ],
)
def test_passed_on_within_the_area_is_no_contradiction(onward: str, tmp_path: Path) -> None:
    assert (
        told_by(
            whereabouts,
            tmp_path,
            carrier(f'transfers: none\n    country: BE\n    onward: "{onward}"'),
        )
        == []
    )


def test_names_each_of_whom_nothing_is_said(tmp_path: Path) -> None:
    processors = """processors:
  carrier: {name: Carrier, category: delivery, country: BE}
  passes-on: {name: P, category: delivery, country: BE, processing_countries: [BE], onward: others}
  of-a-group: {name: G, category: hosting, country: IE, parent_country: CH}
  asked-of-its-group: {name: A, category: hosting, role: processor, country: IE, parent_country: US}
  court: {name: Court, category: authorities, role: authority}
  nowhere: {name: Nowhere, category: professional_advice}
  stays: {name: Stays, category: hosting, country: BE, processing_countries: [BE, NL]}
  said: {name: Said, category: hosting, country: BE, transfers: none}
  abroad: {name: Abroad, category: hosting, country: JP}
"""
    assert told_by(whereabouts, tmp_path, processors) == [
        f"{line}: info: processors.{id}: nothing says whether data leaves the European Economic "
        "Area: add `transfers`, or `transfers: none` [whereabouts-unstated]"
        for line, id in ((2, "carrier"), (3, "passes-on"), (4, "of-a-group"), (6, "court"))
    ]


def test_an_organisation_abroad_is_asked_nothing(tmp_path: Path) -> None:
    ours = SMALL_CENTER["privacy/organisation.yml"].replace("country: BE", "country: IN")
    abroad = {"privacy/organisation.yml": ours, "privacy/more.yml": carrier("country: BE")}
    assert found_by(whereabouts, load_world(tmp_path, abroad)) == []


@pytest.mark.parametrize(
    "onward",
    [
        "enkel leveranciers in België, nooit buiten de EER",
        "des fournisseurs en France, aucun hors de l’EEE",
        "suppliers in Belgium, none of them outside the EEA",
    ],
)
def test_what_denies_it_does_not_pass_it_on(onward: str, tmp_path: Path) -> None:
    written = carrier(f'transfers: none\n    country: BE\n    onward: "{onward}"')
    assert told_by(whereabouts, tmp_path, written) == []


def test_nobody_is_told_to_deny_what_a_recipient_says_itself(tmp_path: Path) -> None:
    written = carrier('country: BE\n    onward: "suppliers outside the EEA"')
    [told] = told_by(whereabouts, tmp_path, written)
    assert "add `transfers`, because its `onward` names recipients outside it; if that does" in told
    own = carrier('country: BE\n    onward: "suppliers in Belgium"\n    transfers: none')
    assert told_by(whereabouts, tmp_path / "followed", own) == []
