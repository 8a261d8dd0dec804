"""RE: personal data of the site's own, of which the catalogue does not know who needs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import own_data

PAYROLL = """\
personal_data: {nir: {title: Social security number}, badge: {title: Badge}}
processors:
  payfit: {use: payfit%s}
activities:
  payroll:
    title: Payroll
    audiences: [customers]
    purposes: [pay you]
    personal_data: [name, nir, badge]
    legal_basis: contract
    processors: [%s]
"""


def test_the_catalogue_does_not_know_who_needs_data_of_ones_own(tmp_path: Path) -> None:
    assert told_by(own_data, tmp_path, PAYROLL % ("", "payfit")) == [
        "3: info: processors.payfit: the pages say that it does not receive badge, nir of "
        "‘payroll’, which the catalogue does not know: if it does, write `personal_data: […]` "
        "here, with all that it receives [own-data-left-out]"
    ]


@pytest.mark.parametrize(
    "written",
    [
        PAYROLL % (", personal_data: [name, nir, badge]", "payfit"),
        PAYROLL % (", personal_data: all", "payfit"),
        PAYROLL % ("", "{id: payfit, personal_data: [name]}"),
        (PAYROLL % ("", "payfit")).replace("{use: payfit}", "{name: P, category: personnel}"),
        (PAYROLL % ("", "payfit")).replace("[name, nir, badge]", "[name, employment]"),
    ],
)
def test_says_nothing_where_somebody_said_it(written: str, tmp_path: Path) -> None:
    assert told_by(own_data, tmp_path, written) == []
