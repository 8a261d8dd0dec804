"""UN: what is said of recipients that receive nothing, or need less than they receive."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import unneeded

OWN_SERVER = (
    "1: info: processors.one: software on a server of your own receives nothing: name who hosts "
    "the server, or who offers the software as a service [software-as-recipient]"
)


@pytest.mark.parametrize(
    "entry",
    ["{use: combell}", "{name: WordPress.com}", "{name: Matomo Cloud}", "{name: Odoo}"],
)
def test_says_nothing_of_who_offers_a_service(entry: str, tmp_path: Path) -> None:
    written = entry.replace("}", ", category: hosting}")
    assert told_by(unneeded, tmp_path, f"processors: {{one: {written}}}\n") == []


@pytest.mark.parametrize(
    "entry",
    [
        "name: WooCommerce",
        "name: matomo",
        "name: Odoo (self-hosted)",
        "name: {en: Odoo on-premise}",
        "name: Odoo, service: runs on our own server",
    ],
)
def test_software_of_ones_own_is_no_recipient(entry: str, tmp_path: Path) -> None:
    written = f"processors: {{one: {{{entry}, category: shop_platform}}}}\n"
    assert told_by(unneeded, tmp_path, written) == [OWN_SERVER]


def paid(recipient: str, register: str, data: str) -> str:
    return f"""\
{register}activities:
  payments:
    title: Payments
    audiences: [customers]
    purposes: [take your payment]
    personal_data: [name, phone, {data}]
    legal_basis: contract
    processors: [{recipient}]
"""


MOLLIE = "processors: {mollie: {use: mollie%s}}\n"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(paid("mollie", MOLLIE % "", "password"), id="what the catalogue fills in"),
        pytest.param(
            paid("mollie", MOLLIE % ", personal_data: all", "payment-card"), id="what a bank needs"
        ),
        pytest.param(paid("mollie", MOLLIE % ", personal_data: all", "gender"), id="harmless"),
        pytest.param(
            paid("host", "processors: {host: {use: combell}}\n", "password"), id="it needs all"
        ),
        pytest.param(
            paid(
                "bank",
                "processors: {bank: {name: B, category: payment, personal_data: all}}\n",
                "password",
            ),
            id="the catalogue does not know it",
        ),
    ],
)
def test_says_nothing_of_what_a_recipient_can_need(written: str, tmp_path: Path) -> None:
    assert told_by(unneeded, tmp_path, written) == []


@pytest.mark.parametrize("data", ["password", "health", "criminal-record", "national-number"])
def test_a_bank_needs_no_password(data: str, tmp_path: Path) -> None:
    wrong = (
        f"9: info: activities.payments.processors: according to the catalogue, ‘mollie’ does "
        f"not need {data}: correct `personal_data` of the recipient [data-not-needed]"
    )
    everything = paid("mollie", MOLLIE % ", personal_data: all", data)
    here = paid(f"{{id: mollie, personal_data: [name, {data}]}}", MOLLIE % "", data)
    assert told_by(unneeded, tmp_path / "everything", everything) == [wrong]
    assert told_by(unneeded, tmp_path / "here", here) == [wrong]
