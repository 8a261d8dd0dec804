"""GR: what legal bases and conditions leave out, and what they need beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.lint import ground_needs

ORDERS = """\
personal_data:
  allergies: {title: Allergieën, special: health}
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren, te factureren]
    personal_data: [name, allergies]
    retention: {period: P7Y}
    processors: []
"""


def told(folder: Path, grounds: str) -> list[str]:
    written = {"privacy/activities.yml": f"{ORDERS}    special_basis: explicit_consent\n{grounds}"}
    loaded = load_world(folder, written)
    return [str(finding).partition(": ")[2] for finding in found_by(ground_needs, loaded)]


@pytest.mark.parametrize(
    "grounds",
    [
        "    legal_basis: contract\n",
        "    legal_basis: {basis: contract, purposes: [te leveren, te factureren]}\n",
        "    legal_basis: consent\n    offered_to_children: true\n",
    ],
)
def test_says_nothing_where_everything_rests_on_something(grounds: str, tmp_path: Path) -> None:
    assert told(tmp_path, grounds) == []


def test_what_no_basis_covers_is_named(tmp_path: Path) -> None:
    basis = "    legal_basis: {basis: contract, purposes: [te leveren], personal_data: [name]}\n"
    assert told(tmp_path, basis) == [
        f"info: activities.orders.legal_basis: ‘{left}’ rests on none of these: name it under "
        "one of them, or add its basis [rest-without-basis]"
        for left in ("allergies", "te factureren")
    ]


def test_a_condition_that_holds_only_by_law_names_it(tmp_path: Path) -> None:
    grounds = "    legal_basis: contract\n"
    lawless = ORDERS + grounds + "    special_basis: substantial_public_interest\n"
    loaded = load_world(tmp_path / "without", {"privacy/activities.yml": lawless})
    assert [str(finding).partition(": ")[2] for finding in found_by(ground_needs, loaded)] == [
        "warning: activities.orders.special_basis: `substantial_public_interest` holds only on the "
        "basis of a law: name it in `law`, as `{basis: substantial_public_interest, law: …}` "
        "[condition-without-law]"
    ]
    lawful = lawless.replace(
        "substantial_public_interest", "{basis: substantial_public_interest, law: Wet}"
    )
    assert not found_by(
        ground_needs, load_world(tmp_path / "with", {"privacy/activities.yml": lawful})
    )


def test_who_offers_something_to_children_without_their_consent_learns_that_no_age_is_given(
    tmp_path: Path,
) -> None:
    grounds = "    legal_basis: contract\n    offered_to_children: true\n"
    assert told(tmp_path, grounds) == [
        "info: activities.orders.offered_to_children: no page gives the age of consent, because "
        "consent is not a legal basis here: write `legal_basis: consent`, or leave this out "
        "[children-without-consent]"
    ]
