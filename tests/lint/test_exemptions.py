"""CE: statistics that ask for no consent, and the law of the country."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, lint_beside_facts, load_world


def found(base: Path, country: str, duration: str) -> list[str]:
    organisation = SMALL_CENTER["privacy/organisation.yml"]
    written = f"""\
cookies:
  counter:
    name: Counter
    category: statistics
    purpose: {{nl: telt, fr: compte, en: counts}}
    consent: not_required
    consent_reason: {{nl: zo, fr: ainsi, en: so}}
    items:
      _count: {{duration: {duration}, purpose: {{nl: telt, fr: compte, en: counts}}}}
"""
    loaded = load_world(
        base,
        {
            "privacy/organisation.yml": organisation.replace("country: BE", f"country: {country}"),
            "privacy/cookies.yml": written,
        },
    )
    assert loaded.center, loaded.findings
    return [str(one) for one in lint_beside_facts(loaded) if one.rule.id == "CE001"]


def test_names_the_country_and_its_law_where_it_has_no_exemption(tmp_path: Path) -> None:
    assert found(tmp_path, "BE", "P1M") == [
        "privacy/cookies.yml:2: warning: cookies.counter: BE has no exemption for statistics "
        "(Article 10/2 of the Act of 30 July 2018; among others ES, FR, GB, IT, NL have one): ask "
        "for consent and write `consent: required`, or use a service that stores nothing "
        "[statistics-without-exemption]"
    ]


@pytest.mark.parametrize(
    ("country", "duration"),
    [
        ("NL", "P25M"),
        ("FR", "P13M"),
        ("FR", "session"),
        ("PL", "P25M"),
    ],
)
def test_says_nothing_where_the_law_allows_it_or_is_not_known(
    country: str, duration: str, tmp_path: Path
) -> None:
    assert found(tmp_path, country, duration) == []


@pytest.mark.parametrize("duration", ["P14M", "persistent"])
def test_names_what_stays_longer_than_the_law_allows(duration: str, tmp_path: Path) -> None:
    [finding] = found(tmp_path, "FR", duration)
    assert finding.startswith(
        "privacy/cookies.yml:9: warning: cookies.counter.items._count: FR exempts statistics only "
        "where it measures only your own site or app, for you alone"
    )
    assert finding.endswith(
        "(Article 82 of the Act of 6 January 1978), and this stays longer: shorten it, or ask for "
        "consent and write `consent: required` [statistics-without-exemption]"
    )
