"""LB: what is said of legal bases and of the conditions for special categories."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.lint import grounds

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


def told(folder: Path, stated: str) -> list[str]:
    loaded = load_world(folder, {"privacy/activities.yml": f"{ORDERS}    {stated}\n"})
    return [str(finding) for finding in found_by(grounds, loaded)]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(
            "legal_basis: contract\n    special_basis: explicit_consent",
            id="one of each covers all",
        ),
        pytest.param(
            "legal_basis: [{basis: contract, purposes: [te leveren]},"
            " {basis: consent, personal_data: [name]}]\n"
            "    special_basis: [{basis: explicit_consent, personal_data: [allergies]}]",
            id="each says what it covers",
        ),
    ],
)
def test_says_nothing_where_every_ground_says_what_it_covers(stated: str, tmp_path: Path) -> None:
    assert told(tmp_path, stated) == []


def test_several_legal_bases_must_say_what_rests_on_each(tmp_path: Path) -> None:
    stated = (
        "legal_basis: [{basis: contract, purposes: [te leveren]}, consent]\n"
        "    special_basis: explicit_consent"
    )
    assert told(tmp_path, stated) == [
        "privacy/activities.yml:11: warning: activities.orders.legal_basis.1: nothing says what "
        "rests on `consent`: name its `purposes`, or the `personal_data` that is used on it "
        "[bases-not-divided]"
    ]


def test_each_special_category_needs_a_condition(tmp_path: Path) -> None:
    stated = (
        "legal_basis: contract\n    special_basis: [{basis: health_care, personal_data: [name]}]"
    )
    [finding] = told(tmp_path, stated)
    assert "‘allergies’ is a special category of personal data" in finding
    assert finding.endswith("[condition-missing]")


def test_data_on_offences_needs_a_law_or_official_authority(tmp_path: Path) -> None:
    criminal = ORDERS.replace("special: health", "criminal: true")
    files = {"privacy/activities.yml": f"{criminal}    legal_basis: consent\n"}
    [finding] = found_by(grounds, load_world(tmp_path, files))
    assert str(finding) == (
        "privacy/activities.yml:4: warning: activities.orders: ‘allergies’ is about convictions or "
        "offences: say in `criminal_basis` what allows its use (GDPR article 10) "
        "[criminal-basis-missing]"
    )
