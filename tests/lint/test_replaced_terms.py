"""RT: what a period of one's own leaves out of the shipped one that it replaces."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import replaced_terms


def told(use: str, retention: str, base: Path) -> list[str]:
    written = f"activities: {{one: {{use: {use}, retention: {{{retention}}}}}}}\n"
    return told_by(replaced_terms, base, written)


@pytest.mark.parametrize(
    ("use", "retention", "left_out"),
    [
        ("backups", "period: P1Y", "`from` and `afterwards`: write them too"),
        ("backups", "period: P1Y, from: after it was made", "`afterwards`: write it too"),
        ("customer-data", "maximum: P5Y", "`criteria`: write it too"),
    ],
)
def test_a_period_of_ones_own_takes_the_rest_away(
    use: str, retention: str, left_out: str, tmp_path: Path
) -> None:
    (said,) = told(use, retention, tmp_path)
    assert f"this replaces the shipped `retention` of ‘{use}’, and leaves out its {left_out}" in (
        said
    )


@pytest.mark.parametrize(
    "retention",
    [
        "maximum: P5Y, criteria: as long as our customer uses the service",
        "maximum: P5Y, until: until our customer leaves",
        "period: P1Y, from: after our customer left",
    ],
)
def test_nothing_is_missing_where_another_end_is_given(retention: str, tmp_path: Path) -> None:
    assert told("customer-data", retention, tmp_path) == []
