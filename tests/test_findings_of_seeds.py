"""What the linter finds in two real policies: the faults that readers see, each with its rule.

Each seed says what its policy says, so the linter must find what is wrong with the policy: no less,
and what it finds beyond that has a reason here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_privacy.cli import main

SEEDS = Path(__file__).parent / "seeds"

FAULTS: Mapping[str, Mapping[str, str]] = {
    "webshop": {
        "the site has no https": "website-without-https",
        "no purpose has a legal basis": "basis-unstated",
        "purposes such as improving the service are vague": "vague-purpose",
        "nothing says whether data must be given": "requirement-unstated",
        "no recipient has a country": "country-unstated",
        "contracts with processors are not mentioned": "contract-unstated",
        "processors are said to use data for themselves": "processor-for-itself",
        "software on a server of its own is a recipient": "software-as-recipient",
        "Google is in the United States, without a safeguard": "safeguard-unstated",
        "some activities have no retention period": "retention-missing",
        "data is kept as long as the terms allow": "vague-retention",
        "only criteria decide how long the rest is kept": "criteria-only",
        "a customer never stops being one": "customer-without-end",
        "a Belgian firm names the Dutch authority": "authority-of-another-country",
        "it cites Dutch law": "wrong-national-law",
        "30 days are more than a month in February": "deadline-in-days",
        "the service ends for who asks for portability": "retaliation",
        "cookies of third parties are mentioned elsewhere": "cookies-elsewhere",
        "an IP address is said to be no personal data": "ip-not-personal",
        "nothing is shared with third parties": "no-sharing-claim",
        "there is no marketing": "no-marketing-claim",
        "the policy has conditions that apply": "acceptance-of-notice",
    },
    "saas": {
        "no purpose has a legal basis": "basis-unstated",
        "nothing says whether data must be given": "requirement-unstated",
        "who receives the data stands on another page": "recipients-unstated",
        "a customer never stops being one": "customer-without-end",
        "only criteria decide how long": "criteria-only",
        "mail and former customers’ addresses stay for ever": "kept-forever",
        "at least seven years, and at most?": "minimum-only",
        "a request is made in writing": "written-only",
        "nothing is given to other organisations": "no-sharing-claim",
        "what tells visitors apart is called anonymous": "anonymous-identifier",
    },
}
"""What is wrong with the policies, by the rule that finds it."""

FURTHER: Mapping[str, Mapping[str, str]] = {
    "webshop": {
        "recipients-unstated": "The text about automatic data names nobody who receives it.",
        "received-data-unstated": "No list names what Combell, Google and authorities get.",
        "whereabouts-unstated": "Of the authorities nothing says where they use the data.",
        "no-release": "The seed has no release.",
    },
    "saas": {
        "no-release": "The seed has no release.",
    },
}
"""What the linter finds beyond that, and why that is right."""

NOT_FOUND: Mapping[str, Mapping[str, str]] = {
    "webshop": {
        "it gives no company number": "The law on imprints asks for it, not the one on privacy.",
        "Mollie, bpost, DHL and DPD are called processors": "Only an entry of the catalogue has a "
        "role to compare with, and these are the words of the text.",
        "Bpost, DHL or DPD is one recipient": "The seed has them apart, as the model asks.",
        "one system has three hosts": "The seed has an entry for each, with what the text says.",
        "a section is empty": "The model refuses a section without a text.",
        "erasure has no section": "The pages about rights are ours, and have every right.",
        "objection is not set apart": "So it is on our page about it.",
        "fee, extension and the place of a complaint are not told": "Our pages tell them.",
        "no cookie is named": "An entry without items says that it lists none.",
        "Mailchimp measures opens": "The seed has it as a service with consent unstated, without "
        "items: the text names none.",
        "the date is 7 January or 1 July": "In Dutch the day always comes first.",
        "the policy of 2021 is old": "Age is no fault of the words; the release has the date.",
    },
    "saas": {
        "the lists were lost": "The model refuses an activity without purposes or data.",
        "a complaint goes to the firm first": "It is an invitation: “you always have the right”.",
        "no personal data goes to Plausible": "The rule on claims knows addresses and browsers.",
        "Plausible sets no cookies": "Only the catalogue tells that a service has none.",
        "its sub-processors are on another page": "The text says so, with the address.",
        "restriction, portability and objection are missing": "Our pages have every right.",
        "it names 2018 as its last update": "The section says so in words.",
        "an answer comes within four weeks": "That is sooner than the law asks.",
    },
}
"""What readers also see, and why no rule tells it of the data."""


def found(name: str) -> set[str]:
    config = str(SEEDS / name / "mkdocs.yml")
    arguments = ["check", "--config-file", config, "--format", "json"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return {str(finding["rule"]) for finding in json.loads(result.stdout)}


@pytest.mark.parametrize("name", FAULTS)
def test_the_linter_finds_what_is_wrong_and_what_it_finds_besides_has_a_reason(name: str) -> None:
    assert sorted(found(name)) == sorted({*FAULTS[name].values(), *FURTHER[name]})


@pytest.mark.parametrize("name", FAULTS)
def test_every_reason_is_a_sentence(name: str) -> None:
    reasons = [*FURTHER[name].values(), *NOT_FOUND[name].values()]
    assert [reason for reason in reasons if not reason[0].isupper() or reason[-1] != "."] == []
