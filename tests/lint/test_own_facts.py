"""A fact of the site's own catalogue is what rules compare with, not the shipped one below it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from worlds import SMALL_CENTER, TODAY, write_files

from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center

_FACTS = "facts: {source: our contract, as_of: 2026-11-01, verified: true}"
_UNASKED = "consent: not_required, consent_reason: so it is"


@dataclass(frozen=True)
class Overridden:
    """A site that breaks a rule by the shipped facts, or only by its own."""

    slug: str
    file: str
    """The file of the site's own catalogue."""
    entry: str
    data: str
    found: tuple[bool, bool]
    """Whether the rule finds something by the shipped facts, and by those of the site."""
    home: str = "country: BE}"
    """Where the organisation is, and what else is said of it."""


CASES = [
    Overridden(
        "role-not-of-catalogue",
        "processors",
        "mollie: {use: mollie, role: processor, %s}",
        "processors: {pay: {use: mollie, role: processor}}",
        found=(True, False),
    ),
    Overridden(
        "processor-for-itself",
        "processors",
        "combell: {use: combell, own_purposes: counts itself, %s}",
        "processors: {host: {use: combell, own_purposes: counts itself}}",
        found=(True, False),
    ),
    Overridden(
        "data-not-needed",
        "processors",
        "mollie: {use: mollie, usually_receives: all, %s}",
        "processors: {pay: {use: mollie, personal_data: [password]}}\n"
        "activities: {payments: {use: payments, personal_data: [password], processors: [pay]}}",
        found=(True, False),
    ),
    Overridden(
        "service-not-in-table",
        "processors",
        "combell: {use: combell, reached_through: devices, %s}",
        "processors: {host: {use: combell}}",
        found=(False, True),
    ),
    Overridden(
        "parent-abroad",
        "adequacy",
        "US: {use: US, condition: commercial_organisations, scope: {en: firms}, %s}",
        "processors: {mon: {name: M, category: hosting, role: processor, country: IE, "
        "parent_country: US}}",
        found=(True, False),
    ),
    Overridden(
        "weaker-category",
        "cookies",
        "cookieconsent: {use: cookieconsent, category: marketing, %s}",
        f"cookies: {{choice: {{use: cookieconsent, category: necessary, {_UNASKED}}}}}",
        found=(False, True),
    ),
    Overridden(
        "longer-than-catalogue",
        "cookies",
        "cookieconsent: {use: cookieconsent, items: {cc_cookie: {duration: P5Y, purpose: choice}}, "
        "%s}",
        "cookies: {choice: {use: cookieconsent, items: {cc_cookie: {duration: P4Y}}}}",
        found=(True, False),
    ),
    Overridden(
        "recipient-missing",
        "cookies",
        "cookieconsent: {use: cookieconsent, recipient: combell, %s}",
        "cookies: {choice: {use: cookieconsent, processor: none}}",
        found=(False, True),
    ),
    Overridden(
        "cookieless-with-cookies",
        "cookies",
        "tally: {name: Tally, category: statistics, purpose: counts, stores_nothing: true, "
        "consent: not_required, consent_reason: nothing is stored, %s}",
        "cookies: {count: {name: Tally, category: statistics, purpose: counts, consent: required, "
        "items: {visit: {purpose: counts}}}}",
        found=(False, True),
    ),
    Overridden(
        "email-tracking-unstated",
        "cookies",
        "mailer: {name: Mailer, category: statistics, purpose: counts, recipient: combell, "
        "activities: [email-tracking], %s}",
        "processors: {mail: {use: combell}}",
        found=(False, True),
    ),
    Overridden(
        "embed-without-consent",
        "cookies",
        "google-maps-embed: {use: google-maps-embed, consent: not_required, "
        "consent_reason: a picture, %s}",
        f"cookies: {{map: {{use: google-maps-embed, processor: none, {_UNASKED}}}}}",
        found=(True, False),
    ),
    Overridden(
        "authority-of-land",
        "authorities",
        "DE: {use: DE, name: Our authority, %s}",
        "",
        found=(True, True),  # it is filled in where nobody names one, by the name that it has
        home="country: DE}",
    ),
    Overridden(
        "authority-of-another-country",
        "authorities",
        "GP: {use: FR, name: Our authority, %s}",
        "",
        found=(False, True),
        home="country: GP}\n  supervisory_authority: {use: FR}",
    ),
]


def slugs(base: Path, case: Overridden, own: str) -> set[str]:
    """What is found in the site where this stands in a catalogue of its own."""
    organisation = SMALL_CENTER["privacy/organisation.yml"]
    write_files(
        base,
        {
            "privacy/organisation.yml": organisation.replace("country: BE}", case.home),
            "privacy/more.yml": case.data or None,
            f"own/{case.file}.yml": own or None,
        },
    )
    folders = [base / "own"] if own else []
    loaded = load_center(base / "privacy", ("en",), catalogue_dirs=folders, today=TODAY)
    assert loaded.center, loaded.findings
    return {finding.rule.slug for finding in lint(loaded)}


@pytest.mark.parametrize("case", CASES, ids=[case.slug for case in CASES])
def test_the_fact_of_the_site_is_compared_and_not_the_shipped_one_below_it(
    case: Overridden, tmp_path: Path
) -> None:
    shipped = slugs(tmp_path / "shipped", case, "")
    own = slugs(tmp_path / "own", case, case.entry % _FACTS)
    assert (case.slug in shipped, case.slug in own) == case.found
