"""PU: what is said of why data is used, on which basis, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import purposes

RETURNS = """\
activities:
  returns:
    title: Returns
    audiences: [customers]
    purposes: [deal with what you send back]
    personal_data: [name]
    processors: []
    retention: {period: P1Y}
"""
ASKED = "    requirement: contractual\n    if_not_given: We cannot take it back.\n"
OURS = f"{RETURNS}    legal_basis: contract\n"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("    requirement: voluntary\n", id="nobody must give it"),
        pytest.param(ASKED, id="what follows is said"),
        pytest.param("    source: ourselves\n", id="nobody gives it"),
        pytest.param(
            "    source: third_party\n    origin: your employer\n", id="the origin is named"
        ),
        pytest.param(
            f"{ASKED}    source: [person, {{source: public, origin: a register}}]\n",
            id="the source names its own origin",
        ),
        pytest.param(f"{ASKED}    direct_marketing: false\n", id="it is no marketing"),
    ],
)
def test_says_nothing_where_all_is_said(more: str, tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path, OURS + more) == []


def test_says_nothing_of_what_another_organisation_answers_for(tmp_path: Path) -> None:
    theirs = "    our_role: processor\n    responsible: the shop\n    source: third_party\n"
    assert told_by(purposes, tmp_path, f"{RETURNS}{theirs}    direct_marketing: true\n") == []


def test_an_activity_has_a_legal_basis(tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path, RETURNS + ASKED) == [
        "2: warning: activities.returns: no legal basis is stated: add `legal_basis`, one of "
        "consent, contract, legal_obligation, vital_interests, public_task, legitimate_interests, "
        "soft_opt_in [basis-unstated]"
    ]


@pytest.mark.parametrize("source", ["person", "parent", "representative", "[ourselves, person]"])
def test_who_is_asked_for_data_learns_whether_it_must_be_given(source: str, tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path, f"{OURS}    source: {source}\n") == [
        "2: info: activities.returns: nothing says whether people must give this data: add "
        "`requirement`, and `if_not_given` unless it is `voluntary` [requirement-unstated]"
    ]


def test_who_must_give_data_learns_what_happens_otherwise(tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path, f"{OURS}    requirement: statutory\n") == [
        "10: info: activities.returns.requirement: people must give this data, and nothing says "
        "what happens if they do not: add `if_not_given` [requirement-unstated]"
    ]


CONSENT = f"{RETURNS}    legal_basis: consent\n{ASKED}"
NO_WAY_BACK = (
    "2: info: activities.returns: nothing says how consent is withdrawn: add `withdraw`, which "
    "must be as easy as giving it [withdrawal-unstated]"
)
COUNTER = "cookies: {count: {name: Count, category: statistics, purpose: counts%s}}\n"
CHOICE = "consent: {how: You choose.}\n"


def test_consent_can_be_withdrawn(tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path / "no", CONSENT) == [NO_WAY_BACK]
    assert told_by(purposes, tmp_path / "yes", f"{CONSENT}    withdraw: Write.\n") == []


def test_the_banner_is_the_way_back_of_what_happens_on_devices_alone(tmp_path: Path) -> None:
    of_it = COUNTER % ", activity: returns"
    of_another = COUNTER % ", activity: orders"
    assert told_by(purposes, tmp_path / "of it", CONSENT + of_it + CHOICE) == []
    assert told_by(purposes, tmp_path / "no banner", CONSENT + of_it) == [NO_WAY_BACK]
    assert told_by(purposes, tmp_path / "another", CONSENT + of_another + CHOICE) == [NO_WAY_BACK]


def test_a_recipient_that_works_through_devices_is_chosen_in_the_banner(tmp_path: Path) -> None:
    named = CONSENT.replace("processors: []", "processors: [counter]")
    register = "processors: {counter: {name: Counter, category: statistics}}\n"
    table = COUNTER % ", processor: counter"
    assert told_by(purposes, tmp_path, named + register + table + CHOICE) == []


@pytest.mark.parametrize("source", ["third_party", "public", "[person, public]"])
def test_who_gave_the_data_is_named(source: str, tmp_path: Path) -> None:
    assert told_by(purposes, tmp_path, f"{OURS}{ASKED}    source: {source}\n") == [
        "2: warning: activities.returns: data comes from somebody else, and nothing says from "
        "whom: add `origin` [origin-unstated]"
    ]


def test_each_of_several_others_is_named(tmp_path: Path) -> None:
    sources = "[{source: public, origin: a register, personal_data: [name]}, third_party]"
    [finding] = told_by(purposes, tmp_path, f"{OURS}    source: {sources}\n")
    assert finding.endswith("[origin-unstated]")


@pytest.mark.parametrize("basis", ["contract", "{basis: legal_obligation, law: an act}"])
def test_marketing_rests_on_no_contract_and_no_law(basis: str, tmp_path: Path) -> None:
    written = f"{RETURNS}    legal_basis: {basis}\n{ASKED}    direct_marketing: true\n"
    assert told_by(purposes, tmp_path, written) == [
        "9: warning: activities.returns.legal_basis: direct marketing cannot rest on this: write "
        "`consent`, `soft_opt_in` or `legitimate_interests` [marketing-on-contract]"
    ]


@pytest.mark.parametrize(
    "basis",
    ["soft_opt_in", "{basis: legitimate_interests, interest: selling}", "[contract, soft_opt_in]"],
)
def test_marketing_may_rest_on_these(basis: str, tmp_path: Path) -> None:
    written = f"{RETURNS}    legal_basis: {basis}\n{ASKED}    direct_marketing: true\n"
    assert told_by(purposes, tmp_path, written) == []


def test_what_the_catalogue_says_leaves_no_doubt_whether_data_must_be_given(
    tmp_path: Path,
) -> None:
    taken = [f"taken-{id}: {{use: {id}}}" for id in shipped_catalogue().activities]
    told = told_by(purposes, tmp_path, f"activities: {{{', '.join(taken)}}}\n")
    assert [line for line in told if "requirement-unstated" in line] == []
