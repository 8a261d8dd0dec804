"""DP: what is said of transfers that rest on the Data Privacy Framework."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import frameworks

CHECKED = "{countries: [US], mechanism: dpf, checked: 2026-10-01}"
A_YEAR_AGO = CHECKED.replace("2026-10-01", "2025-11-26")
CLAUSES = "{countries: [US], mechanism: scc, copy_from: Ask us.}"


def recipient(*transfers: str) -> str:
    listed = "".join(f"      - {transfer}\n" for transfer in transfers)
    return f"processors:\n  host:\n    name: Host\n    category: hosting\n    transfers:\n{listed}"


@pytest.mark.parametrize(
    "transfers", [(CHECKED, CLAUSES), (CLAUSES, CHECKED), (A_YEAR_AGO, CLAUSES), (CLAUSES,)]
)
def test_says_nothing_where_something_else_protects_it_too(
    transfers: tuple[str, ...], tmp_path: Path
) -> None:
    assert told_by(frameworks, tmp_path, recipient(*transfers)) == []


def test_asks_when_somebody_looked_at_the_list(tmp_path: Path) -> None:
    unchecked = CHECKED.replace(", checked: 2026-10-01", "")
    assert told_by(frameworks, tmp_path, recipient(CLAUSES, unchecked)) == [
        "7: info: processors.host.transfers.1: nothing says when this recipient was on the list "
        "of the Data Privacy Framework: look at www.dataprivacyframework.gov/list, and write "
        "the day in `checked` [framework-unchecked]"
    ]


def test_asks_to_look_at_the_list_again_after_a_year(tmp_path: Path) -> None:
    long_ago = CHECKED.replace("2026-10-01", "2025-11-25")
    assert told_by(frameworks, tmp_path, recipient(CLAUSES, long_ago)) == [
        "7: info: processors.host.transfers.1: this recipient was on the list of the Data Privacy "
        "Framework on 2025-11-25, more than twelve months ago: look again at "
        "www.dataprivacyframework.gov/list, and write the day in `checked` [framework-unchecked]"
    ]


@pytest.mark.parametrize("others", [(), (CLAUSES.replace("US", "IN"),), (CHECKED,)])
def test_the_framework_alone_is_too_little(others: tuple[str, ...], tmp_path: Path) -> None:
    first, *_ = told_by(frameworks, tmp_path, recipient(CHECKED, *others))
    assert first == (
        "6: warning: processors.host.transfers.0: nothing but the Data Privacy Framework protects "
        "this transfer: add the standard clauses as a second entry [framework-without-fallback]"
    )
