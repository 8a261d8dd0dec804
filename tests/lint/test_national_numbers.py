"""NN: the number by which a state knows its people."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import national_numbers

ORGANISATION = SMALL_CENTER["privacy/organisation.yml"]


def told(folder: Path, written: str, country: str) -> list[str]:
    files = {
        "privacy/organisation.yml": ORGANISATION.replace("country: BE", f"country: {country}"),
        "privacy/activities.yml": f"activities:\n  work: {{{written}}}\n",
    }
    return [str(one) for one in found_by(national_numbers, load_world(folder, files, ("nl",)))]


@pytest.mark.parametrize("country", ["NL", "BE", "FR", "LU"])
def test_an_employer_may_use_the_number_for_pay(country: str, tmp_path: Path) -> None:
    assert told(tmp_path, "use: personnel", country) == []


@pytest.mark.parametrize(
    "basis", ["", ", legal_basis: consent, withdraw: Schrijf ons.", ", legal_basis: contract"]
)
def test_nobody_may_use_that_of_applicants(basis: str, tmp_path: Path) -> None:
    written = f"use: job-applications, also: {{personal_data: [national-number]}}{basis}"
    [said] = told(tmp_path / "nl", written, "NL")
    assert "no law is named that allows the use of ‘national-number’" in said
    assert told(tmp_path / "lu", written, "LU") == []


def test_a_basis_with_a_law_must_cover_the_number(tmp_path: Path) -> None:
    written = (
        "use: job-applications, also: {personal_data: [national-number]}, legal_basis: "
        "[{basis: contract, personal_data: [national-number]}, {basis: legal_obligation, "
        "law: Een wet, personal_data: [name, email, phone, postal-address, job-application]}]"
    )
    assert len(told(tmp_path, written, "NL")) == 1
