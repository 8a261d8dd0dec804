"""RT: what is said of how long data is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.lint import keeping

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    retention: """


def told(folder: Path, retention: str) -> list[str]:
    loaded = load_world(folder, {"privacy/activities.yml": f"{ORDERS}{retention}\n"})
    return [str(finding) for finding in found_by(keeping, loaded)]


@pytest.mark.parametrize(
    "retention",
    [
        "{minimum: P1Y, period: P2Y}",
        "{minimum: P1Y, until: tot de volgende inventaris}",
        "{minimum: P1Y, criteria: zolang u klant bent}",
        "{period: P1Y}",
    ],
)
def test_says_nothing_where_something_ends_it(retention: str, tmp_path: Path) -> None:
    assert told(tmp_path, retention) == []


def test_a_minimum_alone_has_no_end(tmp_path: Path) -> None:
    stages = "[{what: facturen, period: P7Y}, {what: brieven, minimum: P1Y}]"
    assert told(tmp_path, stages) == [
        "privacy/activities.yml:9: warning: activities.orders.retention.1: this says at least how "
        "long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]"
    ]
