"""AB: what is said of recipients whose group or whose own places are abroad."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import abroad


def recipient(more: str, role: str = "processor") -> str:
    head = f"processors:\n  host:\n    name: Host\n    category: hosting\n    role: {role}\n"
    return f"{head}    {more}\n"


GROUP = "country: IE\n    parent_country: "


@pytest.mark.parametrize(
    ("more", "role"),
    [
        pytest.param("country: IE", "processor", id="no group is known"),
        pytest.param(f"{GROUP}DE", "processor", id="its group is in the Union"),
        pytest.param(f"{GROUP}CH", "processor", id="a decision covers the country of its group"),
        pytest.param(f"{GROUP}US\n    transfers: none", "processor", id="it is stated"),
        pytest.param(f"{GROUP}US", "independent_controller", id="it answers for itself"),
        pytest.param(f"{GROUP}US", "authority", id="it is an authority"),
        pytest.param(
            "country: US\n    parent_country: US", "processor", id="another rule asks for it"
        ),
        pytest.param(
            "country: DE\n    processing_countries: [FR]\n    transfers: none",
            "processor",
            id="all of it is in the Union",
        ),
    ],
)
def test_says_nothing_where_it_is_clear(more: str, role: str, tmp_path: Path) -> None:
    assert told_by(abroad, tmp_path, recipient(more, role)) == []


@pytest.mark.parametrize("role", ["processor", "sub_processor", "joint_controller"])
def test_a_group_abroad_may_have_access(role: str, tmp_path: Path) -> None:
    assert told_by(abroad, tmp_path, recipient(f"{GROUP}US", role)) == [
        "2: warning: processors.host: its group is in US, and nothing says whether data goes "
        "there: add `transfers`, or `transfers: none` [parent-abroad]"
    ]


@pytest.mark.parametrize(
    "places", ["country: US", "country: CH", "country: DE\n    processing_countries: [IN]"]
)
def test_who_is_abroad_takes_the_data_there(places: str, tmp_path: Path) -> None:
    assert told_by(abroad, tmp_path, recipient(f"{places}\n    transfers: none")) == [
        "2: warning: processors.host: `transfers: none` says that the data does not leave the "
        "European Economic Area, but a country here lies outside it: name the transfer, or correct "
        "the country [transfer-after-all]"
    ]
