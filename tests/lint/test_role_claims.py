"""RC: what is said of recipients that are called something else than what they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import role_claims

OWN = "own_purposes: It improves its models."


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("{use: mollie}", id="what the catalogue says"),
        pytest.param("{use: mollie, role: joint_controller}", id="no processor"),
        pytest.param("{use: combell, role: processor}", id="a processor in the catalogue"),
        pytest.param("{use: stripe, role: processor}", id="a processor in part"),
        pytest.param("{name: Mollie, category: payment, role: processor}", id="no catalogue"),
        pytest.param("{name: Mail, category: email, role: processor}", id="no purpose of its own"),
        pytest.param(f"{{name: Mail, category: email, {OWN}}}", id="no role"),
        pytest.param(
            f"{{name: Mail, category: email, role: independent_controller, {OWN}}}", id="it decides"
        ),
    ],
)
def test_says_nothing_where_the_role_fits(entry: str, tmp_path: Path) -> None:
    assert told_by(role_claims, tmp_path, f"processors: {{one: {entry}}}\n") == []


@pytest.mark.parametrize(
    ("use", "role"), [("mollie", "independent_controller"), ("linkedin", "joint_controller")]
)
def test_who_decides_itself_is_no_processor(use: str, role: str, tmp_path: Path) -> None:
    written = f"processors:\n  one:\n    use: {use}\n    transfers: none\n    role: processor\n"
    assert told_by(role_claims, tmp_path, written) == [
        f"5: warning: processors.one.role: in the catalogue it is `{role}`: compare the contract, "
        "and remove `role` [role-not-of-catalogue]"
    ]


@pytest.mark.parametrize("role", ["processor", "sub_processor"])
def test_who_uses_data_for_itself_decides_on_that(role: str, tmp_path: Path) -> None:
    written = (
        f"processors:\n  mail:\n    name: Mail\n    category: email\n    role: {role}\n    {OWN}\n"
    )
    assert told_by(role_claims, tmp_path, written) == [
        "6: warning: processors.mail.own_purposes: who uses data for purposes of its own is no "
        "processor in that: correct `role`, or add the part in which it decides itself under "
        "`also` [processor-for-itself]"
    ]


SALES = """\
processors:
  shop: {name: Shop, category: shop_platform, role: processor}
  host: {name: Host, category: hosting, role: %s}
activities:
  sales:
    title: Sales
    audiences: [customers]
    purposes: [sell houses]
    personal_data: [name]
    legal_basis: contract
    processors: [%s]
"""
FOR_SOMEBODY = "    our_role: processor\n    responsible: the shop\n"


def test_a_sub_processor_works_for_a_processor(tmp_path: Path) -> None:
    wrong = (
        "11: warning: activities.sales.processors: you are responsible for this activity, so "
        "‘host’ is your processor: write `role: processor` [sub-processor-of-nobody]"
    )
    stated = SALES % ("processor", "shop, {id: host, role: sub_processor}")
    assert told_by(role_claims, tmp_path / "once", SALES % ("sub_processor", "host")) == [wrong]
    assert told_by(role_claims, tmp_path / "here", stated) == [wrong]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(SALES % ("sub_processor", "{id: host, via: shop}"), id="by way of another"),
        pytest.param(SALES % ("sub_processor", "{id: host, role: processor}"), id="not in this"),
        pytest.param(SALES % ("sub_processor", "host") + FOR_SOMEBODY, id="you are a processor"),
    ],
)
def test_says_nothing_of_a_sub_processor_of_somebody(written: str, tmp_path: Path) -> None:
    assert told_by(role_claims, tmp_path, written) == []
