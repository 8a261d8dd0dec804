"""TR: what is said of transfers and of their safeguards."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world, told_by

from mkdocs_privacy.lint import transfers


def recipient(more: str) -> str:
    return f"processors:\n  host:\n    name: Host\n    category: hosting\n    {more}\n"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("country: BE", id="in the Union"),
        pytest.param("country: 'NO'", id="in the Economic Area"),
        pytest.param("country: CH", id="a decision covers the country"),
        pytest.param("country: CA", id="a decision covers commercial organisations there"),
        pytest.param("country: US\n    transfers: none", id="of which another rule tells"),
        pytest.param(
            "country: US\n    transfers: [{countries: [US], mechanism: dpf}]", id="on the list"
        ),
        pytest.param(
            "transfers: [{countries: [CH, CA], mechanism: adequacy}]", id="decisions that exist"
        ),
        pytest.param(
            "transfers: [{countries: [US], mechanism: scc, copy_url: 'https://host.example'}]",
            id="a copy stands there",
        ),
        pytest.param(
            "transfers: [{countries: [US], mechanism: derogation, derogation: a}]",
            id="nothing to be copied",
        ),
    ],
)
def test_says_nothing_where_a_safeguard_is_stated_or_not_needed(more: str, tmp_path: Path) -> None:
    assert told_by(transfers, tmp_path, recipient(more)) == []


def test_a_country_without_a_decision_needs_a_safeguard(tmp_path: Path) -> None:
    more = "country: US\n    processing_countries: [BE, IN, US]"
    assert told_by(transfers, tmp_path, recipient(more)) == [
        "2: warning: processors.host: no safeguard is stated for US, IN: add `transfers: "
        "[{countries: [US, IN], mechanism: …}]` [safeguard-unstated]"
    ]


def test_each_country_needs_one(tmp_path: Path) -> None:
    clauses = "{countries: [US], mechanism: scc, copy_from: Ask us.}"
    more = f"country: US\n    processing_countries: [IN]\n    transfers: [{clauses}]"
    [finding] = told_by(transfers, tmp_path, recipient(more))
    assert "no safeguard is stated for IN: add" in finding


def test_who_is_in_the_same_country_as_the_organisation_exports_nothing(tmp_path: Path) -> None:
    us = "organisation:\n  address: {city: Boston, country: US}\n"
    center = (
        f"{us}  name: Shop\n  website: https://shop.example\n  contact: {{email: a@shop.example}}\n"
        "audiences: {customers: {title: Customers}}\n"
    )
    files = {"privacy/organisation.yml": center, "privacy/more.yml": recipient("country: US")}
    assert found_by(transfers, load_world(tmp_path, files, ("en",))) == []


@pytest.mark.parametrize("country", ["IN", "US"])
def test_an_adequacy_decision_exists(country: str, tmp_path: Path) -> None:
    more = f"transfers: [{{countries: [CH, {country}], mechanism: adequacy}}]"
    assert told_by(transfers, tmp_path, recipient(more)) == [
        f"5: warning: processors.host.transfers.0: no adequacy decision covers everybody in "
        f"{country}: name another safeguard in `mechanism`, such as `scc`, or `dpf` for the United "
        "States [no-adequacy-decision]"
    ]


@pytest.mark.parametrize("mechanism", ["scc", "bcr", "code_of_conduct", "certification"])
def test_people_can_obtain_a_copy_of_a_safeguard(mechanism: str, tmp_path: Path) -> None:
    more = f"transfers: [{{countries: [US], mechanism: {mechanism}}}]"
    assert told_by(transfers, tmp_path, recipient(more)) == [
        "5: info: processors.host.transfers.0: nothing says how to obtain a copy: add `copy_url` "
        "or `copy_from` [copy-unstated]"
    ]
    told = more.replace("}]", ", copy_from: Ask us.}]")
    assert told_by(transfers, tmp_path / "told", recipient(told)) == []
