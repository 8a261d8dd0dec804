"""Acme, a center that uses every field of the model: its versions, and its pages on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builds import REPOSITORY
from release_worlds import a_document
from worlds import LANGUAGES

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import FormOfAddress, Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, Recipient, Text, without_internal
from mkdocs_privacy.pages import Page, Site, find_standing, policy_document, render_pages
from mkdocs_privacy.releases import History, NewRelease, read_archive, write_release
from mkdocs_privacy.requests import RequestOptions

DATA = REPOSITORY / "tests" / "everything" / "privacy"
ENDPOINT = "https://requests.acme.example/{language}/{right}"
ADDRESS = "https://privacy.acme.example/"

BEFORE_ALL = date(2019, 1, 1)
"""Nothing has been published yet."""
OF_THE_OLD_TEXT = date(2020, 1, 1)
"""A text was published, without data."""
QUIET = date(2026, 2, 1)
"""The data is in force, and nothing lies ahead."""
ANNOUNCED = date(2026, 3, 2)
"""The data is in force, and what follows has been announced."""


@cache
def everything() -> PrivacyCenter:
    """The data, without what is internal."""
    loaded = load_center(DATA, LANGUAGES)
    assert loaded.center, loaded.findings
    return without_internal(loaded.center)


@cache
def localized(language: str, form: FormOfAddress = FormOfAddress.FORMAL) -> Localization:
    """The words of a language in a form of address."""
    return Localization(language, load_catalog(language, form))


def _earlier() -> PrivacyCenter:
    """The data before: no carrier, no sub-processor, a longer period."""
    center = everything()
    orders, host = center.activities["orders"], center.processors["host"]
    invoice, *others = orders.retention
    longer = (invoice.model_copy(update={"period": "P10Y"}), *others)
    before = orders.model_copy(update={"retention": longer, "processors": (Recipient(id="host"),)})
    return center.model_copy(
        update={
            "activities": {**center.activities, "orders": before},
            "processors": {"host": host.model_copy(update={"also": ()})},
        }
    )


def _later() -> PrivacyCenter:
    """The data as it will be: the host lost a certificate."""
    center = everything()
    host = center.processors["host"].model_copy(update={"certifications": ("SOC 2",)})
    return center.model_copy(update={"processors": {**center.processors, "host": host}})


_FIRST_WORDS = """\
<h1>Privacy</h1>
<h2>Orders</h2>
<p>We keep orders for ten years.</p>
<ul><li>your name</li><li>your address</li></ul>
<dl><dt>Who receives it</dt><dd>Hetzner</dd></dl>
<table><tr><th>Cookie</th><td>a year</td></tr></table>
<p>This goes away.</p>
<p>Write.</p><p>Or call.</p><p>Or visit.</p><p>Or wait.</p><p>Or ask.</p><p>Or hope.</p>"""

_NEXT_WORDS = """\
<h1>Privacy</h1>
<h2>All orders</h2>
<p>We keep orders for seven years &amp; no longer.</p>
<ul><li>your name</li><li>your diet</li><li>your address</li></ul>
<dl><dt>Who receives it</dt><dd>Hetzner and a carrier</dd></dl>
<table><tr><th>Cookie</th><td>half a year</td></tr></table>
<p>Write.</p><p>Or call.</p><p>Or visit.</p><p>Or wait.</p><p>Or ask.</p><p>Or hope.</p>"""


def _short(words: str) -> Mapping[str, str]:
    return dict.fromkeys(LANGUAGES, a_document(words))


def _policy(center: PrivacyCenter) -> Mapping[str, str]:
    return {
        language: policy_document(LocalizedCenter(center, localized(language)), Site())
        for language in LANGUAGES
    }


@cache
def history() -> History:
    """An old text in Dutch; data; what was replaced on its own day; data in force; data ahead."""
    old, first, new_year, ahead = map(
        date.fromisoformat, ("2019-05-01", "2025-03-01", "2026-01-01", "2026-04-01")
    )
    announced = date(2025, 12, 1)
    words = {"nl": a_document("<h1>Privacy</h1>\n<p>Zo was het.</p>")}
    note = Text(by_language={"nl": "Korter & beter.", "fr": "Plus court.", "en": "Shorter."})
    releases = (
        NewRelease(old, old, words, backdated=Text("Taken from the shop")),
        NewRelease(first, first, _short(_FIRST_WORDS), _earlier()),
        NewRelease(new_year, announced, _short(_NEXT_WORDS), everything()),
        NewRelease(new_year, new_year, _policy(everything()), everything(), note),
        NewRelease(ahead, date(2026, 3, 1), _policy(_later()), _later()),
    )
    with TemporaryDirectory() as folder:
        for release in releases:
            written = release.announced + timedelta(days=1 if release.backdated else 0)
            write_release(Path(folder), release, today=written)
        archive = read_archive(Path(folder))
    assert archive.findings == ()
    return archive.history


def pages(
    language: str,
    form: FormOfAddress = FormOfAddress.FORMAL,
    *,
    has_form: bool = True,
    day: date = QUIET,
) -> dict[str, Page]:
    """Every page on a day by its name; where requests have a form on the site, or not."""
    standing = find_standing(everything(), history(), day)
    localization = localized(language, form)
    center = LocalizedCenter(standing.center(everything()), localization)
    site = Site(
        requests=RequestOptions(endpoint=ENDPOINT if has_form else None),
        languages=LANGUAGES,
        has_feeds=True,
        receipt_address=f"{ADDRESS}{language}/rights/received/",
    )
    entries = tell_history(standing.history, localization, center.center)
    return {page.kind.name: page for page in render_pages(center, site, standing, entries)}
