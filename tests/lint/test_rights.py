"""RI: what is said of rights and of the authority that people can turn to."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

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
    assert "authority-of-land" in [finding.rule.slug for finding in lint_center(frozen)]
