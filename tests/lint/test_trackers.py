"""TK: what is said of services that the catalogue knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import device_uses, trackers

COUNTER = """\
cookies:
  counter:
    name: %s
    category: statistics
    purpose: counts visits
    consent: required
    %s
"""
VISIT = "items: {visit: {purpose: knows you}}"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        pytest.param("Plausible", "stores_nothing: true", id="it stores nothing"),
        pytest.param("Matomo", VISIT, id="it may store something, in another setting"),
        pytest.param("Plausible Deniability", VISIT, id="another name"),
    ],
)
def test_says_nothing_of_what_may_be_so(name: str, more: str, tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, COUNTER % (name, more)) == []


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Plausible", "plausible"),
        ("plausible analytics", "plausible"),
        ("Fathom", "fathom"),
        ("Simple Analytics", "simple-analytics"),
    ],
)
def test_a_service_without_cookies_has_none(name: str, use: str, tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, COUNTER % (name, VISIT)) == [
        "2: warning: cookies.counter: this service stores nothing on devices: write "
        f"`use: {use}`, without `items` [cookieless-with-cookies]"
    ]


LETTER = """\
cookies:
  letter:
    name: Letter
    category: statistics
    purpose: counts
    processor: mail
    items: {open: {type: %s, purpose: counts, email_pixel: aggregate}}
"""
MAIL = "processors: {mail: {use: mailchimp%s}}\n"
OPENS = (
    "1: info: processors.mail: this service measures who opens an e-mail, unless you switched "
    "that off: write `cookies: mailchimp-email` here%s "
    "[email-tracking-unstated]"
)
ACTIVITY_TOO = ", and run `mkdocs-privacy add activity email-tracking`"
TRACKING = "activities: {tracking: {use: email-tracking}}\n"


def test_what_is_measured_is_used_in_an_activity(tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, MAIL % "" + TRACKING) == [OPENS % ""]
    written = MAIL % ", cookies: mailchimp-email" + TRACKING
    assert told_by(trackers, tmp_path / "followed", written) == []
    assert told_by(device_uses, tmp_path / "again", written) == []


def test_a_service_that_reads_no_pixel_does_not_stand_for_it(tmp_path: Path) -> None:
    written = MAIL % ", cookies: mailchimp-shop"
    assert told_by(trackers, tmp_path, written + TRACKING)[:1] == [OPENS % ""]


def test_a_service_for_newsletters_measures_who_opens_them(tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, MAIL % "") == [OPENS % ACTIVITY_TOO]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(MAIL % ", cookies: mailchimp-email", id="it came along"),
        pytest.param((MAIL % "") + LETTER % "email_pixel", id="you describe its pixel"),
        pytest.param("processors: {mail: {use: combell}}\n", id="no newsletters"),
        pytest.param("processors: {mail: {name: M, category: newsletter}}\n", id="not known"),
    ],
)
def test_says_nothing_where_the_table_says_it(written: str, tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, written) == []


def test_the_pixel_of_another_service_is_not_its_own(tmp_path: Path) -> None:
    of_another = (LETTER % "email_pixel").replace("    processor: mail\n", "")
    no_pixel = (LETTER % "pixel").replace(", email_pixel: aggregate", "")
    assert told_by(trackers, tmp_path / "another", (MAIL % "") + of_another) == [
        OPENS % ACTIVITY_TOO
    ]
    assert told_by(trackers, tmp_path / "none", (MAIL % "") + no_pixel) == [OPENS % ACTIVITY_TOO]


MEASURED = "activities: {opened: {use: email-tracking}}\n"


def test_who_measures_it_lists_the_pixel_of_a_service_that_the_catalogue_does_not_know_so(
    tmp_path: Path,
) -> None:
    brevo = MEASURED + "processors: {mail: {use: brevo}}\n"
    assert told_by(trackers, tmp_path / "brevo", brevo) == [
        "1: info: activities.opened: this measures who opens an e-mail, and nothing under "
        "`cookies` says so: describe the service there, with an item of `type: email_pixel` "
        "[email-tracking-unstated]"
    ]
    assert told_by(trackers, tmp_path / "told", brevo + LETTER % "email_pixel") == []
    known = MEASURED + MAIL % ""
    assert [one[:20] for one in told_by(trackers, tmp_path / "known", known)] == [
        OPENS[:20].replace("1:", "2:")
    ]


MAP = """\
cookies:
  map:
    use: google-maps-embed
    processor: none
    %s
"""
UNASKED = "consent: not_required\n    consent_reason: it is only a map"


@pytest.mark.parametrize(
    "more", ["provider: Google", "consent: required", f"{UNASKED}\n    category: statistics"]
)
def test_says_nothing_of_an_embed_that_asks_or_is_of_another_kind(
    more: str, tmp_path: Path
) -> None:
    assert told_by(trackers, tmp_path, MAP % more) == []


def test_an_embed_waits_for_consent(tmp_path: Path) -> None:
    assert told_by(trackers, tmp_path, MAP % UNASKED) == [
        "2: info: cookies.map: in the catalogue this waits for consent: load it once a visitor has "
        "chosen it, and write `consent: required` [embed-without-consent]"
    ]
