"""RI: what is said of rights and of the authority that people can turn to."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import lint_center, rights
from mkdocs_privacy.model import Context, PrivacyCenter


def organisation(country: str, more: str = "") -> dict[str, str]:
    return {
        "privacy/organisation.yml": f"""\
organisation:
  name: Purzelsocke
  address: {{city: Köln, country: {country}}}
  website: https://www.purzelsocke.example
  contact: {{email: hallo@purzelsocke.example}}
{more}audiences:
  customers: {{title: Kunden}}
"""
    }


@pytest.mark.parametrize(
    ("country", "more"),
    [
        pytest.param("BE", "", id="another country"),
        pytest.param("DE", "  supervisory_authority: {use: DE-NW}\n", id="its Land named"),
        pytest.param("DE", "  supervisory_authority: {use: DE}\n", id="the federal one chosen"),
        pytest.param(
            "DE",
            "  supervisory_authority: {name: LDI, website: 'https://www.ldi.nrw.de'}\n",
            id="an authority of its own words",
        ),
    ],
)
def test_says_nothing_where_the_authority_is_right_or_chosen(
    country: str, more: str, tmp_path: Path
) -> None:
    loaded = load_world(tmp_path, organisation(country, more))
    assert found_by(rights, loaded) == []


def test_asks_a_german_firm_that_names_none_for_the_authority_of_its_land(tmp_path: Path) -> None:
    [finding] = found_by(rights, load_world(tmp_path, organisation("DE")))
    assert str(finding) == (
        "privacy/organisation.yml:1: warning: organisation: in Germany each Land has its own "
        "authority for firms: name yours with `supervisory_authority: {use: DE-NW}` "
        "[authority-of-land]"
    )


@pytest.mark.parametrize("organisation_of", ["FR", "BE"])
def test_offers_the_french_their_directives_for_after_death(
    organisation_of: str, tmp_path: Path
) -> None:
    abroad = "  serves_countries: [FR]\n" if organisation_of == "BE" else ""
    slugs = [
        finding.rule.slug
        for finding in found_by(rights, load_world(tmp_path, organisation(organisation_of, abroad)))
    ]
    assert slugs == ["directives-after-death"]


def test_says_nothing_where_the_french_are_offered_them(tmp_path: Path) -> None:
    files = organisation("FR")
    files["privacy/rights.yml"] = "rights: {further: {directives: {use: fr-after-death}}}\n"
    assert found_by(rights, load_world(tmp_path, files)) == []


def test_finds_the_same_in_a_center_that_was_frozen(tmp_path: Path) -> None:
    center = load_world(tmp_path, organisation("DE")).center
    assert center
    frozen = PrivacyCenter.model_validate_json(center.model_dump_json(), context=Context())
    assert "authority-of-land" in [
        finding.rule.slug for finding in lint_center(frozen, shipped_catalogue())
    ]


@pytest.mark.parametrize(
    ("country", "authority"), [("BE", "NL"), ("NL", "DE-NW"), ("DE", "AT"), ("BE", "GB")]
)
def test_the_authority_is_that_of_the_country(country: str, authority: str, tmp_path: Path) -> None:
    files = organisation(country, f"  supervisory_authority: {{use: {authority}}}\n")
    [finding] = found_by(rights, load_world(tmp_path, files))
    assert str(finding) == (
        "privacy/organisation.yml:6: warning: organisation.supervisory_authority: this is the "
        f"authority of {authority}, and you are in {country}: remove it, so that yours is filled "
        "in [authority-of-another-country]"
    )


@pytest.mark.parametrize(("country", "authority"), [("CH", "DE"), ("US", "BE"), ("MQ", "FR")])
def test_says_nothing_of_a_country_that_has_no_authority_of_its_own_in_the_union(
    country: str, authority: str, tmp_path: Path
) -> None:
    files = organisation(country, f"  supervisory_authority: {{use: {authority}}}\n")
    found = found_by(rights, load_world(tmp_path, files))
    assert [one.rule.slug for one in found if "authority" in one.rule.slug] == []


TASTES = SMALL_CENTER["privacy/activities.yml"] + "    profiling: We infer your taste.\n"


def test_who_infers_something_says_whether_a_machine_decides(tmp_path: Path) -> None:
    [finding] = found_by(rights, load_world(tmp_path, {"privacy/activities.yml": TASTES}))
    assert str(finding) == (
        "privacy/activities.yml:2: info: activities.orders: there is profiling, and nothing says "
        "whether decisions follow from it by automated means alone: add `automated_decisions`, or "
        "`automated_decisions: none` [decisions-unstated]"
    )


@pytest.mark.parametrize(
    "more",
    [
        "    automated_decisions: none\n",
        "    assisted_decisions: {advice: a score, decided_by: a colleague}\n",
    ],
)
def test_says_nothing_where_decisions_are_described(more: str, tmp_path: Path) -> None:
    files = {"privacy/activities.yml": TASTES + more}
    assert found_by(rights, load_world(tmp_path, files)) == []


def test_a_shipped_none_does_not_hold_for_a_profiling_of_ones_own(tmp_path: Path) -> None:
    """Who adds to a shipped activity that a program ranks people has not said who decides."""
    ranks = "activities:\n  jobs: {use: job-applications, profiling: Een programma rangschikt%s}\n"
    files = {"privacy/activities.yml": ranks % ""}
    [finding] = found_by(rights, load_world(tmp_path / "unsaid", files, ("nl",)))
    assert finding.rule.slug == "decisions-unstated"
    said = {"privacy/activities.yml": ranks % ", automated_decisions: none"}
    assert found_by(rights, load_world(tmp_path / "said", said, ("nl",))) == []
