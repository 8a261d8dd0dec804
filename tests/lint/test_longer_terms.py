"""LT: data that is kept longer than the law or an authority says."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import longer_terms

ORGANISATION = SMALL_CENTER["privacy/organisation.yml"]
LONG = "retention: {period: P5Y, from: na uw sollicitatie, afterwards: delete}"


def told(folder: Path, activity: str, more: str, country: str = "NL") -> list[str]:
    files = {
        "privacy/organisation.yml": ORGANISATION.replace("country: BE", f"country: {country}"),
        "privacy/activities.yml": f"activities:\n  jobs:\n    use: {activity}\n    {more}\n",
    }
    return [
        str(finding.rule.slug)
        for finding in found_by(longer_terms, load_world(folder, files, ("nl",)))
    ]


@pytest.mark.parametrize(
    ("activity", "country", "found"),
    [
        ("job-applications", "NL", ["longer-than-advised"]),
        ("job-applications", "FR", ["longer-than-advised"]),
        ("job-applications", "BE", []),  # the catalogue has no advice for it
        ("talent-pool", "NL", ["longer-than-advised"]),  # the advice is about that consent
        ("identity-checks", "NL", ["longer-than-law"]),
        ("camera-surveillance", "BE", ["longer-than-law"]),
        ("invoices", "NL", []),  # the law sets a shortest time
    ],
)
def test_a_term_of_the_country_is_compared(
    activity: str, country: str, found: list[str], tmp_path: Path
) -> None:
    long = LONG.replace("P5Y", "P12Y")
    assert told(tmp_path / "own", activity, long, country) == found
    assert told(tmp_path / "shipped", activity, "processors: []", country) == []


def test_an_owner_who_says_why_or_asks_first_is_believed(tmp_path: Path) -> None:
    why = LONG.replace("afterwards", "our_choice: wij hebben een cao, afterwards")
    assert told(tmp_path / "why", "job-applications", why) == []
    asked = f"legal_basis: consent\n    withdraw: Schrijf ons.\n    {LONG}"
    assert told(tmp_path / "asked", "job-applications", asked) == []
