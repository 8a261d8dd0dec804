"""RE: recipients that join nothing any more, because an activity names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import named_once

SITE = """\
processors:
  host: {use: ovhcloud}
  google: {use: google-analytics}
activities:
  backups: {use: backups}
  subscriptions: {use: subscriptions}
  customer-contacts: {use: customer-contacts}
  customer-data: {use: customer-data}
  statistics: {use: statistics, %s}
"""
OWN = """\
processors: {host: {use: ovhcloud}}
activities:
  backups: {use: backups}
  subscriptions: {use: subscriptions}
  planning:
    title: Planning
    audiences: [customers]
    purposes: [plan our work]
    personal_data: [name]
    legal_basis: contract
    processors: [host]
"""


def test_who_is_named_in_one_activity_is_missing_from_those_of_its_category(tmp_path: Path) -> None:
    assert told_by(named_once, tmp_path, SITE % "processors: [host]") == [
        "9: info: activities.statistics.processors: ‘host’ is named here, so it does not join "
        "backups, subscriptions, customer-contacts and 1 more by its category: if it receives "
        "their data too, write `also: {processors: [host]}` here in place of `processors` "
        "[recipient-joins-no-more]"
    ]


def test_an_activity_of_ones_own_asks_for_a_category_instead(tmp_path: Path) -> None:
    (told,) = told_by(named_once, tmp_path, OWN)
    assert "does not join backups, subscriptions by its category" in told
    assert "write `recipient_categories: [hosting]` here" in told


@pytest.mark.parametrize(
    "written",
    [
        SITE % "also: {processors: [host]}",
        SITE % "recipient_categories: [hosting]",
        SITE % "processors: [google]",
        OWN.replace("{use: backups}", "{use: backups, processors: []}"),
        OWN.replace("{use: backups}", "{use: backups, processors: [host]}"),
        OWN.replace("  subscriptions: {use: subscriptions}\n", ""),  # one may be a choice
        OWN.replace("processors: [host]", "recipient_categories: [hosting]"),
    ],
)
def test_says_nothing_where_it_joins_or_somebody_chose(written: str, tmp_path: Path) -> None:
    assert told_by(named_once, tmp_path, written) == []
