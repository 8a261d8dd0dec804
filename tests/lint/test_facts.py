"""FA: what is said of facts with a source and a date, most of them shipped with the package."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worlds import SMALL_CENTER, load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import lint, lint_center
from mkdocs_privacy.loading import Loaded


def found(base: Path, processors: str) -> list[str]:
    return told(load_world(base, {"privacy/processors.yml": f"processors:\n{processors}"}))


def told(loaded: Loaded) -> list[str]:
    assert loaded.center, loaded.findings
    about_facts = (finding for finding in lint(loaded) if finding.rule.id.startswith("FA"))
    return [str(finding) for finding in about_facts]


def test_says_nothing_of_a_service_that_the_owner_describes(tmp_path: Path) -> None:
    own = "  adyen: {name: Adyen, category: payment, role: independent_controller}\n"
    assert found(tmp_path, own) == []


def test_says_nothing_of_facts_that_were_verified(tmp_path: Path) -> None:
    assert found(tmp_path, "  moneybird: {use: moneybird}\n") == []


def test_names_the_fields_that_were_not_read_where_the_rest_was(tmp_path: Path) -> None:
    assert found(tmp_path, "  adyen: {use: adyen}\n") == [
        "privacy/processors.yml:2: info: processors.adyen: the shipped facts about ‘adyen’ "
        "were verified with the provider, except `address`: check what is named [unverified-facts]"
    ]


def test_says_where_facts_come_from_that_were_not_verified(tmp_path: Path) -> None:
    [finding] = found(tmp_path, "  moneybird: {use: moneybird}\n  bol: {use: bol}\n")
    assert finding.startswith(
        "privacy/processors.yml:3: info: processors.bol: the shipped facts about ‘bol’ come "
    )
    assert finding.endswith("were not verified with the provider: check them [unverified-facts]")


def test_a_law_and_an_authority_are_no_provider(tmp_path: Path) -> None:
    files = {
        "privacy/processors.yml": "processors: {tax: {use: tax-authority-fr}}\n",
        "privacy/rights.yml": "rights: {further: {after-death: {use: fr-after-death}}}\n",
    }
    told = [str(one) for one in lint(load_world(tmp_path, files))]
    right = [one for one in told if "rights.further.after-death: the shipped facts" in one]
    authority = [one for one in told if "processors.tax: the shipped facts" in one]
    assert "were not verified in the law itself: check them" in right[0]
    assert "were not verified with the authority: check them" in authority[0]


def test_finds_the_same_in_a_center_of_which_nobody_knows_the_lines(tmp_path: Path) -> None:
    loaded = load_world(
        tmp_path, {"privacy/processors.yml": "processors:\n  adyen: {use: adyen}\n"}
    )
    assert loaded.center
    findings = lint_center(loaded.center, shipped_catalogue())
    assert (("processors", "adyen"), None) in [(one.path, one.place) for one in findings]


# ------------------------------------------------------------------------ facts of the law


def of_country(country: str) -> dict[str, str]:
    organisation = SMALL_CENTER["privacy/organisation.yml"]
    return {"privacy/organisation.yml": organisation.replace("country: BE", f"country: {country}")}


def test_names_the_authority_that_nobody_verified(tmp_path: Path) -> None:
    [finding] = told(load_world(tmp_path, of_country("FR")))
    assert finding.startswith(
        "privacy/organisation.yml:1: info: organisation.supervisory_authority: the facts about "
        "the authority ‘FR’ come from "
    )
    assert finding.endswith(
        ", and were not verified with the authority: check them, and correct them in "
        "`authorities.yml` of a catalogue of your own [unverified-facts]"
    )


def test_says_nothing_of_an_authority_in_the_owners_words(tmp_path: Path) -> None:
    world = of_country("FR")
    organisation, audiences = world["privacy/organisation.yml"].split("audiences:")
    own = "  supervisory_authority: {name: CNIL, website: https://cnil.fr}\n"
    world["privacy/organisation.yml"] = f"{organisation}{own}audiences:{audiences}"
    assert told(load_world(tmp_path, world)) == []


def test_names_the_age_of_consent_where_something_is_offered_to_children(tmp_path: Path) -> None:
    activities = SMALL_CENTER["privacy/activities.yml"].replace(
        "legal_basis: contract", "legal_basis: consent\n    offered_to_children: true"
    )
    [finding] = told(load_world(tmp_path, {"privacy/activities.yml": activities}))
    assert finding.startswith(
        "privacy/activities.yml:8: info: activities.orders.offered_to_children: the facts about "
        "the consent of children in BE come from Belgian Act of 30 July 2018, article 7"
    )


def test_names_an_adequacy_decision_once(tmp_path: Path) -> None:
    own = "name: M, category: email, role: processor, transfers: [{countries: [CA, JP], mechanism: "
    found_here = found(tmp_path, f"  a: {{{own}adequacy}}]}}\n  b: {{{own}adequacy}}]}}\n")
    assert [one.partition(" come from")[0] for one in found_here] == [
        "privacy/processors.yml:2: info: processors.a.transfers.0: the facts about the adequacy "
        f"decision for {country}"
        for country in ("CA", "JP")
    ]


TAKEN = "activities:\n  invoices: {use: invoices}\n"
CHECKED = (
    "activities:\n  invoices:\n    use: invoices\n"
    "    facts: {source: the Act, as_of: 2026-11-01, verified: true}\n"
)


@pytest.mark.parametrize(("written", "is_told"), [(TAKEN, True), (CHECKED, False)])
def test_names_the_term_of_a_country_unless_the_owner_checked_it(
    written: str, is_told: bool, tmp_path: Path
) -> None:
    about = "the shipped facts about how long to keep invoices, VAT documents and tax records in BE"
    lines = told(load_world(tmp_path, {"privacy/activities.yml": written}))
    assert [about in one for one in lines if "how long" in one] == [True] * is_told


# ------------------------------------------------------------------------ as time passes

KASSA = "name: Kassa, category: payment, role: processor"


def on_day(base: Path, facts: str, day: date | None) -> list[str]:
    written = f"processors:\n  kassa: {{{KASSA}, facts: {{source: our contract, {facts}}}}}\n"
    loaded = load_world(base, {"privacy/processors.yml": written})
    return told(replace(loaded, today=day))


FRESH_UNTIL = date(2027, 3, 1)
STALE = (
    "privacy/processors.yml:2: info: processors.kassa: these facts were read on 2026-03-01 in our "
    "contract, more than twelve months ago: check them [stale-facts]"
)
UNVERIFIED = (
    "privacy/processors.yml:2: info: processors.kassa: these facts come from our contract "
    "(2026-03-01), and were not verified with the provider: check them [unverified-facts]"
)
EXPIRED = (
    "privacy/processors.yml:2: warning: processors.kassa: these facts held until 2027-03-01 (our "
    "contract): check them [expired-facts]"
)


@pytest.mark.parametrize(
    ("facts", "day", "findings"),
    [
        ("as_of: 2026-03-01, verified: true", FRESH_UNTIL, []),
        ("as_of: 2026-03-01, verified: true", date(2027, 3, 2), [STALE]),
        ("as_of: 2026-03-01, verified: true", None, []),
        ("as_of: 2026-03-01, verified: true, unverified: [address]", date(2027, 3, 2), [STALE]),
        ("as_of: 2026-03-01, verified: false", date(2027, 3, 2), [UNVERIFIED]),
        ("as_of: 2027-01-01, verified: true, valid_until: 2027-03-01", FRESH_UNTIL, []),
        (
            "as_of: 2027-01-01, verified: true, valid_until: 2027-03-01",
            date(2027, 3, 2),
            [EXPIRED],
        ),
        ("as_of: 2027-01-01, verified: true, valid_until: 2027-03-01", None, []),
    ],
)
def test_facts_grow_old_on_the_day_of_the_site_and_on_no_clock(
    facts: str, day: date | None, findings: list[str], tmp_path: Path
) -> None:
    assert on_day(tmp_path, facts, day) == findings


# ------------------------------------------------------------------------ decisions that ended


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        (
            "{countries: [US], mechanism: dpf, ended: 2027-03-03}",
            "name another safeguard in `mechanism`, such as `scc`, or stop the transfer",
        ),
        (
            "{countries: [US], mechanism: dpf, ended: 2027-03-03}, "
            "{countries: [US], mechanism: scc, copy_from: us}",
            "another safeguard covers it, so take this one out of `transfers`",
        ),
    ],
)
def test_a_decision_that_ended_asks_for_another_safeguard_or_leaves_one(
    written: str, advice: str, tmp_path: Path
) -> None:
    host = f"  host: {{name: H, category: hosting, role: processor, transfers: [{written}]}}\n"
    [finding] = [one for one in found(tmp_path, host) if "decision-ended" in one]
    assert finding == (
        "privacy/processors.yml:2: warning: processors.host.transfers.0: the adequacy decision "
        f"for this transfer (US) was valid until 2027-03-03: {advice} [decision-ended]"
    )
