"""CK: what is said of the cookie table and of the choice that visitors have."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import devices

CATALOGUE = shipped_catalogue()
ACTIVITY = """
activities:
  statistics:
    title: {nl: Statistiek, fr: Statistiques, en: Statistics}
    audiences: [customers]
    purposes: [{nl: tellen, fr: compter, en: count}]
    personal_data: [ip-address]
    legal_basis: consent
    processors: [receiver]
"""
CHOICE = "consent: {how: {nl: Kies., fr: Choisissez., en: Choose.}}\n"


def found(base: Path, written: str) -> list[str]:
    loaded = load_world(base, {"privacy/more.yml": written})
    return [str(finding) for finding in found_by(devices, loaded)]


@pytest.mark.parametrize("recipient", sorted(CATALOGUE.reached_through_devices))
def test_whoever_works_through_devices_is_asked_for_in_the_cookie_table(
    recipient: str, tmp_path: Path
) -> None:
    written = f"processors:\n  receiver: {{use: {recipient}%s}}\n{CHOICE}{ACTIVITY}"
    [finding] = found(tmp_path / "kept away", written % ", cookies: none")
    service = next(id for id, named in CATALOGUE.recipients.items() if named == recipient)
    assert f"`{{use: {service}, processor: receiver}}`" in finding
    assert finding.endswith("[service-not-in-table]")
    assert found(tmp_path / "brought", written % "") == []


def test_an_own_entry_of_the_cookie_table_that_names_the_recipient_is_enough(
    tmp_path: Path,
) -> None:
    written = (
        "processors:\n  receiver: {use: plausible}\n"
        "cookies:\n  own: {name: Own, category: necessary, processor: receiver, "
        "purpose: {nl: telt, fr: compte, en: counts}}\n"
    )
    assert found(tmp_path, written + ACTIVITY) == []


def test_a_mailbox_needs_nothing_in_the_cookie_table(tmp_path: Path) -> None:
    assert found(tmp_path, "processors:\n  receiver: {use: google-workspace}\n" + ACTIVITY) == []


FILM = (
    "cookies:\n  film: {name: Film, category: marketing, consent: %s,"
    " consent_reason: {nl: r, fr: r, en: r}, purpose: {nl: film, fr: film, en: film}}\n"
)


def test_asks_how_visitors_choose_where_something_waits_for_consent(tmp_path: Path) -> None:
    [finding] = found(tmp_path, FILM % "required")
    assert finding == (
        "privacy/more.yml:2: warning: cookies.film: this waits for consent, but nothing says how "
        "visitors give it and change their mind: describe that as `consent: {how: …}`, with the "
        "consent tool as `service` [no-consent-choice]"
    )


def test_is_content_where_that_is_described_or_nothing_waits(tmp_path: Path) -> None:
    assert found(tmp_path / "described", FILM % "required" + CHOICE) == []
    assert found(tmp_path / "nothing waits", FILM % "not_required") == []


def test_pairs_of_the_catalogue_exist_and_are_complete() -> None:
    assert set(CATALOGUE.recipients) <= set(CATALOGUE.cookies)
    assert set(CATALOGUE.recipients.values()) <= set(CATALOGUE.processors)
    along = {CATALOGUE.recipients[service] for service in CATALOGUE.come_along}
    assert along >= CATALOGUE.reached_through_devices
    assert set(CATALOGUE.activities_of_cookies) <= set(CATALOGUE.cookies)
    parts = {id for ids in CATALOGUE.activities_of_cookies.values() for id in ids}
    assert parts <= set(CATALOGUE.activities)


@pytest.mark.parametrize(
    ("consent", "purpose", "slugs"),
    [
        ("required", "individual", []),
        ("not_required", "aggregate", []),
        ("not_required", "individual", ["email-open-tracking"]),
    ],
)
def test_a_pixel_that_tells_who_opens_an_e_mail_waits_for_consent(
    consent: str, purpose: str, slugs: list[str], tmp_path: Path
) -> None:
    written = f"""{CHOICE}
cookies:
  news:
    name: News
    category: statistics
    purpose: {{nl: telt, fr: compte, en: counts}}
    consent: {consent}
    consent_reason: {{nl: zo, fr: ainsi, en: so}}
    items:
      open:
        {{type: email_pixel, email_pixel: {purpose}, purpose: {{nl: telt, fr: compte, en: counts}}}}
"""
    assert [line.rpartition("[")[2].rstrip("]") for line in found(tmp_path, written)] == slugs


def test_the_pixel_of_the_catalogue_is_known_as_one(tmp_path: Path) -> None:
    reason = "consent: not_required, consent_reason: {nl: zo, fr: ainsi, en: so}"
    written = f"cookies:\n  news: {{use: mailchimp-email, {reason}}}\n"
    assert [one for one in found(tmp_path, written) if "email-open-tracking" in one] == [
        "privacy/more.yml:2: warning: cookies.news.items.track/open.php: this pixel measures who "
        "opens an e-mail: ask for consent and say `consent: required`, or count opens together "
        "and say `email_pixel: aggregate` [email-open-tracking]"
    ]
