"""WD: what is said of what consumers must find on a website."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import consumers

SHOP = SMALL_CENTER["privacy/organisation.yml"]
WITHDRAWAL = "activities: {withdrawal: {use: withdrawal, processors: []}}\n"
BOTH = "activities: {orders: {use: orders}, delivery: {use: delivery, processors: []}}\n"
LINK = "notice: {withdrawal_function: 'https://www.tuimelkous.example/withdraw'}\n"


def told(folder: Path, activities: str, organisation: str = SHOP) -> list[str]:
    files = {"privacy/organisation.yml": organisation, "privacy/activities.yml": activities}
    return [str(finding) for finding in found_by(consumers, load_world(folder, files, ("en",)))]


@pytest.mark.parametrize("activities", [WITHDRAWAL, BOTH])
def test_who_sells_at_a_distance_has_a_function_to_withdraw(
    activities: str, tmp_path: Path
) -> None:
    [finding] = told(tmp_path, activities)
    assert finding.endswith(
        "info: notice: no link leads to where consumers withdraw from a contract: add "
        "`withdrawal_function` [withdrawal-link-missing]"
    )


@pytest.mark.parametrize(
    ("activities", "organisation"),
    [
        pytest.param(WITHDRAWAL + LINK, SHOP, id="the link is there"),
        pytest.param("activities: {orders: {use: orders}}\n", SHOP, id="nothing is delivered"),
        pytest.param(
            WITHDRAWAL, SHOP.replace("country: BE", "country: US"), id="another law holds there"
        ),
    ],
)
def test_says_nothing_where_none_is_needed(
    activities: str, organisation: str, tmp_path: Path
) -> None:
    assert told(tmp_path, activities, organisation) == []
