"""DU: what is said of services on devices that are a part of no activity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import device_uses, recipients
from mkdocs_privacy.lint.device_uses import missing_activities
from mkdocs_privacy.model import CookieCategory, CookieService, Text

CHOICE = "consent: {how: You choose.}\n"
NEWSLETTER = "activities: {newsletter: {use: newsletter}}\n"
STATISTICS = """\
activities:
  counting:
    title: Statistics
    audiences: [customers]
    purposes: [count visits]
    personal_data: [ip-address]
    legal_basis: consent
    processors: [google-analytics]
"""


def service(entry: str) -> str:
    return f"cookies: {{service: {{{entry}}}}}\n{CHOICE}"


def test_a_service_that_joins_no_activity_is_told(tmp_path: Path) -> None:
    written = f"processors: {{brevo: {{use: brevo}}}}\n{NEWSLETTER}{service('use: brevo')}"
    assert told_by(device_uses, tmp_path, written) == [
        "3: warning: cookies.service: no activity says on which legal basis its data is used and "
        "how long it is kept: describe that activity, and write its id here as `activity` "
        "[service-without-activity]"
    ]


def test_it_names_the_activity_of_the_catalogue_that_is_not_there(tmp_path: Path) -> None:
    [finding] = told_by(device_uses, tmp_path, service("use: matomo"))
    assert finding.endswith(
        "is kept: run `mkdocs-privacy add activity statistics` [service-without-activity]"
    )


def test_statistics_are_missed_although_others_name_who_counts(tmp_path: Path) -> None:
    cookieless = """\
activities:
  without-cookies: {use: statistics-cookieless, processors: [google-analytics]}
"""
    [finding] = told_by(device_uses, tmp_path, cookieless + service("use: google-analytics-4"))
    assert "run `mkdocs-privacy add activity statistics`" in finding


def test_where_it_can_be_several_it_names_them(tmp_path: Path) -> None:
    two = "activities: {counted: {use: statistics}, again: {use: statistics}}\n"
    [finding] = told_by(device_uses, tmp_path, two + service("use: matomo"))
    assert "write `activity: counted` or `activity: again` [" in finding


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("activities: {counted: {use: statistics}}\n", id="it joins an activity"),
        pytest.param(STATISTICS, id="your own activity names who receives it"),
    ],
)
def test_says_nothing_where_an_activity_is_known(written: str, tmp_path: Path) -> None:
    assert told_by(device_uses, tmp_path, written + service("use: google-analytics-4")) == []


def test_an_activity_that_no_catalogue_has_is_not_advised() -> None:
    wrong = replace(shipped_catalogue(), activities_of_cookies={"own": ["nothing"]})
    marketing, adverts = CookieCategory.MARKETING, Text(everywhere="adverts")
    own = CookieService(use="own", name="Own", category=marketing, purpose=adverts)
    assert missing_activities(own, wrong) == []


def test_one_finding_tells_of_a_recipient_and_its_service(tmp_path: Path) -> None:
    written = service("use: meta-pixel")
    assert told_by(device_uses, tmp_path, written) == []
    [finding] = [one for one in told_by(recipients, tmp_path, written) if "unused" in one]
    assert ": run `mkdocs-privacy add activity advertising`, or add ‘meta’ to " in finding
