"""RG: what is said of the register of recipients as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import register

PAYMENTS = """\
activities:
  payments:
    title: Payments
    audiences: [customers]
    purposes: [take your payment]
    personal_data: [name]
    legal_basis: contract
"""


@pytest.mark.parametrize(
    "written",
    [
        f"{PAYMENTS}    processors: []\n",
        f"{PAYMENTS}processors: {{}}\n",
        f"{PAYMENTS}disclosures: {{court: {{title: Court}}}}\n",
    ],
)
def test_says_nothing_where_it_is_said_who_receives_data(written: str, tmp_path: Path) -> None:
    assert told_by(register, tmp_path, written) == []


@pytest.mark.parametrize(
    "more", ["", "disclosures: {court: {title: Court, personal_data: [email]}}\n"]
)
def test_an_activity_says_who_receives_its_data(more: str, tmp_path: Path) -> None:
    assert told_by(register, tmp_path, PAYMENTS + more) == [
        "2: info: activities.payments: nothing says who receives this data: add `processors`, "
        "or `processors: []` if nobody does [recipients-unstated]"
    ]


def test_an_activity_from_the_catalogue_keeps_those_who_join_others(tmp_path: Path) -> None:
    written = "activities: {backups: {use: backups}}\n"
    (told,) = told_by(register, tmp_path, written)
    assert "add `also: {processors: […]}`, or `processors: []` if nobody does" in told


def named(name: str) -> str:
    return f"processors: {{one: {{name: {name}, category: delivery, country: BE}}}}\n"


@pytest.mark.parametrize(
    "name",
    [
        "bpost",
        "DHL or DPD",
        "'Peeters, Janssens en Vennoten'",
        "'Jones, Smith and Partners'",
        "'Dupont, Martin et Associés'",
        "'Notaries, lawyers or accountants'",
        "'Ministry of Finance, Administration of Customs'",
        "'Organisation, Oriental and Other'",
    ],
)
def test_says_nothing_of_one_firm_or_of_kinds(name: str, tmp_path: Path) -> None:
    assert told_by(register, tmp_path, named(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        "'bpost, DHL or DPD'",
        "'bpost, DHL ou DPD'",
        "'bpost, DHL, GLS or DPD'",
        "bpost or DHL or DPD",
        "{nl: 'bpost, DHL of DPD', en: carriers}",
        "{nl-BE: 'bpost, DHL of DPD', en: carriers}",
    ],
)
def test_an_entry_is_about_one_recipient(name: str, tmp_path: Path) -> None:
    languages = ("nl-BE", "en") if "nl-BE" in name else ("nl", "en") if "nl:" in name else ("en",)
    assert told_by(register, tmp_path, named(name), languages) == [
        "1: warning: processors.one: this is about several recipients: make one entry for each "
        "[recipients-in-one]"
    ]


@pytest.mark.parametrize(
    "where",
    ["country: BE", "processing_countries: [BE]", "transfers: none", "role: authority"],
)
def test_says_nothing_where_it_is_known_where_a_recipient_is(where: str, tmp_path: Path) -> None:
    written = f"processors: {{one: {{name: One, category: hosting, {where}}}}}\n"
    assert told_by(register, tmp_path, written) == []


def test_asks_in_which_country_a_recipient_is(tmp_path: Path) -> None:
    assert told_by(register, tmp_path, "processors: {one: {name: One, category: hosting}}\n") == [
        "1: info: processors.one: nothing says in which country it is: add `country` "
        "[country-unstated]"
    ]
