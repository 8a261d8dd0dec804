"""What a site shows of its versions: page by page in small worlds, then in real builds."""

from __future__ import annotations

import json
import logging
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import builds
import html2text
import pytest
import yaml
from builds import build_cleanly, build_site, write_config
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from release_worlds import a_document
from site_checks.links import find_broken_links
from site_checks.nu import find_markup_errors
from worlds import LANGUAGES, load_world, small_center, write_files

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.cli import main as command_line
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, Text, without_internal
from mkdocs_privacy.pages import (
    PAGE_KINDS,
    Page,
    Site,
    find_standing,
    policy_document,
    render_pages,
)
from mkdocs_privacy.releases import NewRelease, read_archive, write_release

TODAY = date(2026, 11, 20)


def files_with(**changes: Any) -> dict[str, str | None]:
    """The small center with some top-level keys replaced, as files."""
    content = yaml.safe_dump({**small_center(), **changes}, default_style='"', allow_unicode=True)
    nothing = dict.fromkeys(("privacy/organisation.yml", "privacy/activities.yml"))
    return {**nothing, "privacy/center.yml": content}


def a_center(**changes: Any) -> PrivacyCenter:
    """The same as a release keeps it."""
    with TemporaryDirectory() as folder:
        loaded = load_world(Path(folder), files_with(**changes))
    assert loaded.center, loaded.findings
    return without_internal(loaded.center)


PROMISE = {
    "how": {
        "nl": "We mailen het u.",
        "fr": "Nous vous écrivons.",
        "en": "We tell you by e-mail.",
    },
    "objection_period": "P30D",
    "objection": {
        "nl": "Schrijf ons, dan zoeken we een oplossing.",
        "fr": "Écrivez-nous, et nous chercherons une solution.",
        "en": "Write to us, and we look for a solution.",
    },
}
HOST = {"name": "Host", "category": "hosting", "role": "sub_processor", "country": "BE"}
MAIL = {"name": "Mail", "category": "email", "role": "sub_processor", "country": "BE"}
FIRST = a_center(changes=PROMISE)
WITH_HOST = a_center(changes=PROMISE, processors={"host": HOST})
NEWEST = {"changes": PROMISE, "processors": {"host": {**HOST, "name": "Hosting Ltd"}}}
RENAMED = a_center(**NEWEST)


def say(words: str, *languages: str) -> dict[str, str]:
    """The same few words as the policy in some languages; enough where only they matter."""
    document = a_document(f"<h1>Policy</h1>\n<p>{words}</p>")
    return dict.fromkeys(languages or LANGUAGES, document)


OLD_TEXT = NewRelease(date(2021, 1, 7), date(2021, 1, 7), say("Zo was het.", "nl"))
OF_2024 = NewRelease(
    *(date(2024, 3, 1), date(2024, 3, 1)), say("We keep little."), FIRST, Text(everywhere="Anew.")
)
IN_FORCE = NewRelease(date(2026, 3, 1), date(2026, 2, 1), say("We keep less."), WITH_HOST)
AHEAD = NewRelease(date(2027, 1, 1), date(2026, 11, 1), say("We keep nothing."), RENAMED)
ALL = (OLD_TEXT, OF_2024, IN_FORCE, AHEAD)


def release_all(folder: Path, releases: tuple[NewRelease, ...]) -> None:
    for one in releases:
        write_release(folder, one, today=one.announced)


def pages_of(
    folder: Path,
    *releases: NewRelease,
    working: PrivacyCenter = RENAMED,
    language: str = "en",
    is_preview: bool = False,
) -> dict[str, Page]:
    """The pages of a site with these releases, by name."""
    release_all(folder, releases)
    archive = read_archive(folder)
    assert archive.findings == ()
    standing = find_standing(working, archive.history, TODAY, is_preview=is_preview)
    localization = Localization(language, load_catalog(language))
    center = LocalizedCenter(standing.center(working), localization)
    entries = tell_history(standing.history, localization, center.center)
    site = Site(languages=LANGUAGES, has_feeds=bool(entries))
    return {page.kind.name: page for page in render_pages(center, site, standing, entries)}


def read(page: Page) -> str:
    """A page as Markdown, without what only a script shows, one thing a line."""
    reader = html2text.HTML2Text(bodywidth=0)
    body = re.sub(r"<form.*?</form>", "", page.body, flags=re.DOTALL)
    body = re.sub(r"<code[^>]*>[0-9a-f]{64}</code>", "SHA256", body)
    lines = (line.strip() for line in reader.handle(body).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def notice(page: Page) -> str:
    """What stands between the title of a page and its own text."""
    found = re.search(
        r'</h1>\s*(<(\w+) class="pc-note[^>]*role="note".*?</\2>)', page.body, re.DOTALL
    )
    return " ".join(found[1].replace(" data-search-exclude", "").split()) if found else ""


ORDINARY = ("home", "data", "processors", "cookies", "rights", "right.access", "contact")

# Nothing published yet


def test_without_a_release_every_page_says_that_it_is_a_draft(tmp_path: Path) -> None:
    pages = pages_of(tmp_path)
    first, *others = (kind.name for kind in PAGE_KINDS)
    assert list(pages) == [first, "audience.customers", *others]
    for name in (*ORDINARY, "policy"):
        assert notice(pages[name]) == (
            '<p class="pc-note" role="note">This is a draft. Nothing has been published yet.</p>'
        ), name
    assert (
        read(pages["versions"])
        == """\
# All versions
Every version published here stays available.
No version has been published yet.
"""
    )
    assert (
        read(pages["changes"])
        == """\
# What has changed
We tell you by e-mail.
Customers can object to a new sub-processor within 30 days of its announcement.
Write to us, and we look for a solution.
No version has been published yet.
"""
    )


# Ordinary pages


def test_pages_that_show_what_applies_have_no_notice(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, OF_2024, IN_FORCE)
    assert {name: notice(pages[name]) for name in ORDINARY} == dict.fromkeys(ORDINARY, "")


def test_pages_of_a_build_show_what_applies_and_say_what_is_announced(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, OF_2024, IN_FORCE, AHEAD)
    assert notice(pages["right.access"]) == (
        '<p class="pc-note" role="note">A new version applies from 1 January 2027. '
        '<a href="../../changes/#version-2027-01-01">See what changes</a></p>'
    )
    assert "Hosting Ltd" not in pages["processors"].body


def test_a_preview_shows_a_draft_and_leads_to_what_was_published(tmp_path: Path) -> None:
    draft = a_center(measures={"locks": {"title": "Locks"}})
    pages = pages_of(tmp_path, OF_2024, IN_FORCE, AHEAD, working=draft, is_preview=True)
    expected = (
        '<p class="pc-note" role="note">This is a draft. <a href="../versions/2026-03-01/">'
        "The published version is that of 1 March 2026</a></p>"
    )
    assert notice(pages["data"]) == notice(pages["policy"]) == expected
    assert "Locks" in pages["policy"].body


def test_pages_that_show_what_is_only_announced_say_so(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, OLD_TEXT, AHEAD)
    assert notice(pages["data"]) == (
        '<p class="pc-note" role="note">These pages show the version that applies from '
        '1 January 2027. <a href="../versions/2021-01-07/">The previous version</a></p>'
    )


# The whole policy


def test_the_policy_shows_the_words_of_the_version_that_applies(tmp_path: Path) -> None:
    assert (
        read(pages_of(tmp_path, OF_2024, IN_FORCE)["policy"])
        == """\
# Policy
This version applies from 1 March 2026.
* [All versions](../versions/)
We keep less.
"""
    )


def test_the_policy_says_until_when_it_applies_and_what_comes_then(tmp_path: Path) -> None:
    assert (
        read(pages_of(tmp_path, OF_2024, IN_FORCE, AHEAD)["policy"])
        == """\
# Policy
This version applies from 1 March 2026 up to and including 31 December 2026.
* [Another version applies from 1 January 2027](../versions/2027-01-01/)
* [See what changes](../changes/#version-2027-01-01)
* [All versions](../versions/)
We keep less.
"""
    )


def test_a_language_that_was_added_later_has_todays_words_and_says_so(tmp_path: Path) -> None:
    words = say("Wij bewaren weinig.", "nl", "fr")
    old = NewRelease(date(2026, 3, 1), date(2026, 3, 1), words, WITH_HOST)
    policy = read(pages_of(tmp_path, old, language="en")["policy"])
    assert policy.startswith("""\
# Privacy policy of Tuimelkous
This version applies from 1 March 2026.
This version was published in Dutch and French. The text in English was added later.
* [All versions](../versions/)
""")
    assert "Wij bewaren weinig." not in policy


def test_a_language_may_gain_or_lose_its_region(tmp_path: Path) -> None:
    old = NewRelease(date(2026, 3, 1), date(2026, 3, 1), say("Klein.", "nl-BE"), WITH_HOST)
    assert "Klein." in pages_of(tmp_path, old, language="nl")["policy"].body


def words_with(prose: str, **changes: Any) -> str:
    """The whole policy, its free text linking to elsewhere."""
    section = {"title": "More", "page": "changes", "body": prose}
    center = a_center(**changes, sections={"more": section})
    return policy_document(
        LocalizedCenter(center, Localization("en", load_catalog("en"))), Site(languages=LANGUAGES)
    )


def test_words_that_were_not_published_are_rendered_without_links_that_lead_away() -> None:
    document = words_with("Words.", changes=PROMISE)
    assert document.startswith('<!doctype html>\n<html lang="en">\n')
    assert document.count("<h1>") == 1
    addresses = re.findall(r'href="([^"]+)"', document)
    assert "#right-access" in addresses
    ids = set(re.findall(r' id="([^"]+)"', document))
    assert [one for one in addresses if one.startswith("#") and one[1:] not in {*ids, ""}] == []
    assert '<h2 id="changes">If this policy changes</h2>' in document


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[start](index.md)", '<a href="#">start</a>'),
        ("[free text](index.md#section-more)", '<a href="#section-more">free text</a>'),
        ("[orders](data.md#activity-orders)", '<a href="#activity-orders">orders</a>'),
        ("[erasure](rights/erasure.md)", '<a href="#right-erasure">erasure</a>'),
        ("[news](changes.md)", '<a href="#changes">news</a>'),
        ("[a **change**](changes.md#version-2024-03-01)", "a <strong>change</strong>"),
        ("[all versions](versions.md)", "all versions"),
        ("[one version](versions/2024-03-01.md)", "one version"),
        ("[its changes](versions/2024-03-01/changes.md)", "its changes"),
        ("[customers](index.md#audience-customers)", "customers"),
        ("[no such order](data.md#activity-none)", "no such order"),
        ("[no page](nothing.md), [nor this](../about.md#us)", "no page, nor this"),
        (
            "[read me](https://tuimelkous.example/read.md)",
            '<a href="https://tuimelkous.example/read.md">read me</a>',
        ),
    ],
)
def test_links_in_free_text_lead_to_a_place_in_the_whole_policy_or_are_plain_words(
    written: str, printed: str
) -> None:
    assert f"<p>See {printed}.</p>" in words_with(f"See {written}.")


def test_links_in_free_text_lead_to_all_versions_and_to_one(tmp_path: Path) -> None:
    links = (
        "[all](versions.md), [one](versions/2024-03-01.md), [new](changes.md#version-2024-03-01)"
    )
    more = {"more": {"title": "More", "page": "data", "body": links}}
    center = a_center(sections=more)
    old = NewRelease(date(2024, 3, 1), date(2024, 3, 1), say("Words."), center)
    assert (
        '<p><a href="../versions/">all</a>, <a href="../versions/2024-03-01/">one</a>, '
        '<a href="../changes/#version-2024-03-01">new</a></p>'
    ) in pages_of(tmp_path, old)["data"].body


# One version


def test_a_past_version_says_from_when_until_when_it_applied(tmp_path: Path) -> None:
    page = pages_of(tmp_path, *ALL)["version.2024-03-01"]
    assert (page.title, page.description) == (
        "Version of 1 March 2024",
        "The privacy policy of Tuimelkous in its version of 1 March 2024.",
    )
    assert page.body.startswith('<div id="frozen-words">\n<h1>Policy</h1>')
    assert (
        read(page)
        == """\
# Policy
This version applied from 1 March 2024 up to and including 28 February 2026.
Anew.
Published in Dutch, French and English.
* [Another version applies from 1 March 2026](../../versions/2026-03-01/)
* [What has changed since the previous version](../../versions/2024-03-01/changes/)
* [What has changed since then](../../changes/#since-2024-03-01)
* [To the privacy policy](../../policy/)
* [All versions](../../versions/)
Fingerprint (SHA-256): SHA256
We keep little.
"""
    )


def test_an_old_text_is_shown_in_the_language_that_it_has(tmp_path: Path) -> None:
    page = pages_of(tmp_path, *ALL)["version.2021-01-07"]
    assert page.body.startswith('<div id="frozen-words" lang="nl">\n<h1>Policy</h1>')
    assert '<div class="pc-note pc-version-notice" role="note" lang="en">' in page.body
    assert (
        read(page)
        == """\
# Policy
This version applied from 7 January 2021 up to and including 29 February 2024.
This version was taken over from an existing text. \
Only its text can be compared with other versions, not the data behind it. Its text has been kept \
only in Dutch.
* [Another version applies from 1 March 2024](../../versions/2024-03-01/)
* [What has changed since then](../../changes/#since-2021-01-07)
* [To the privacy policy](../../policy/)
* [All versions](../../versions/)
Fingerprint (SHA-256): SHA256
Zo was het.
"""
    )


def test_an_announced_version_says_from_when_it_applies(tmp_path: Path) -> None:
    assert (
        read(pages_of(tmp_path, *ALL)["version.2027-01-01"])
        == """\
# Policy
This version applies from 1 January 2027. It was announced on 1 November 2026.
Published in Dutch, French and English.
* [What has changed since the previous version](../../versions/2027-01-01/changes/)
* [To the privacy policy](../../policy/)
* [All versions](../../versions/)
Fingerprint (SHA-256): SHA256
We keep nothing.
"""
    )


def test_two_versions_of_one_day_can_be_told_apart(tmp_path: Path) -> None:
    again = NewRelease(AHEAD.effective, date(2026, 11, 9), say("We keep none."), FIRST)
    pages = pages_of(tmp_path, *ALL, again, language="fr")
    titles = [pages[f"version.2027-01-01{number}"].title for number in ("", "-2")]
    assert titles == ["Version du 1er\u00a0janvier 2027", "Version du 1er\u00a0janvier 2027 (2)"]
    assert notice(pages["version.2027-01-01"]).startswith(
        '<div class="pc-note pc-version-notice" role="note"> <p>Cette version a été remplacée par '
        "une autre qui prend effet à la même date, le 1er janvier 2027."
    )
    assert notice(pages["home"]).endswith(
        '<a href="changes/#version-2027-01-01-2">Voir ce qui change</a></p>'
    )


def test_a_version_that_was_recorded_afterwards_says_why(tmp_path: Path) -> None:
    old = NewRelease(
        *(date(2020, 1, 1), date(2020, 1, 1)),
        say("Old."),
        FIRST,
        backdated=Text("Found <b>back</b>."),
    )
    write_release(tmp_path, old, today=TODAY)
    reason = '<span lang="nl">Found &lt;b&gt;back&lt;/b&gt;.</span>'  # of the site's first language
    for name in ("version.2020-01-01", "changes"):
        assert f"<p>Recorded later: {reason}</p>" in pages_of(tmp_path)[name].body


def test_words_of_the_owner_keep_their_paragraphs_and_their_language(tmp_path: Path) -> None:
    note = Text(by_language={"nl": "Dit is <nieuw>.\n\nEn dit ook.", "fr": "Nouveau."})
    promise = {"how": "First.\n\nThen.", "objection": "Write <us>.\n\n\nWe look."}
    center = a_center(changes=promise)
    new = NewRelease(date(2026, 3, 1), date(2026, 3, 1), say("Words."), center, note)
    english = pages_of(tmp_path, new)
    told = "<p{}>Dit is &lt;nieuw&gt;.</p>\n<p{}>En dit ook.</p>"
    for name in ("changes", "versions", "version.2026-03-01"):
        assert '<p lang="fr">Nouveau.</p>' in english[name].body
        dutch = pages_of(tmp_path, language="nl")[name].body
        assert told.format("", "") in dutch
    assert "<p>First.</p>\n<p>Then.</p>" in english["changes"].body
    assert "<p>Write &lt;us&gt;.</p>\n<p>We look.</p>" in english["changes"].body


# What changed in it


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"processors": {"host": HOST}}, "1 important change"),
        ({"processors": {"host": HOST, "mail": MAIL}}, "2 important changes"),
        (
            {"processors": {"host": HOST}, "notice": {"introduction": "Hello."}},
            "2 changes, 1 of them important",
        ),
        ({"notice": {"introduction": "Hello."}}, "1 change"),
    ],
)
def test_a_version_says_how_many_of_its_changes_are_important(
    after: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    new = a_center(**{"changes": PROMISE, **after})
    release = NewRelease(date(2026, 3, 1), date(2026, 2, 1), say("We keep less."), new)
    page = pages_of(tmp_path, OF_2024, release)["versions"]
    assert f">{expected}</a>" in page.body


def test_the_changes_of_a_version_are_told_and_marked_word_for_word(tmp_path: Path) -> None:
    page = pages_of(tmp_path, *ALL)["redline.2026-03-01"]
    assert (page.title, page.description) == (
        "Changes of 1 March 2026",
        "What the version of 1 March 2026 changes in the privacy policy of Tuimelkous, "
        "word for word.",
    )
    assert (
        read(page)
        == """\
# Changes of 1 March 2026
These two versions are compared:
* [Version of 1 March 2024](../../../versions/2024-03-01/)
From 1 March 2024 up to and including 28 February 2026
[What has changed since then](../../../changes/#since-2024-03-01)
* [Version of 1 March 2026](../../../versions/2026-03-01/)
From 1 March 2026 up to and including 31 December 2026, announced on 1 February 2026
## In short
### Important changes
* New sub-processor: Host (hosting, Belgium) \
[See the page: Host](../../../processors/#processor-host)
## Word for word
Added text is underlined, deleted text is struck through.
### Policy
We keep ~~Deleted: little (end of deletion) ~~ Added: less (end of addition) .
"""
    )


def test_versions_are_compared_in_a_language_that_both_have(tmp_path: Path) -> None:
    redline = pages_of(tmp_path, *ALL)["redline.2024-03-01"]
    assert '<div class="pc-redline" lang="nl">' in redline.body
    assert '<span class="privacy-center-unseen" lang="en">Added: </span>' in redline.body
    page = read(redline)
    assert page.partition("## In short\n")[2].startswith("""\
For at least one of the two versions, only the text has been kept. \
A comparison of the two texts shows what has changed.
## Word for word
These versions do not both exist in English. They are compared in Dutch.
""")


def test_versions_without_a_common_language_are_not_compared(tmp_path: Path) -> None:
    english = NewRelease(date(2024, 3, 1), date(2024, 3, 1), say("New.", "en"), FIRST)
    page = read(pages_of(tmp_path, OLD_TEXT, english)["redline.2024-03-01"])
    assert page.endswith("""\
## Word for word
These versions have no language in common, so they cannot be compared word for word.
""")


# All versions and all changes


def test_the_timeline_tells_every_version_the_newest_first(tmp_path: Path) -> None:
    page = pages_of(tmp_path, *ALL)["versions"]
    listed, picture, _ = read(page).partition("## Timeline of the versions\n")
    assert picture
    assert (
        listed
        == """\
# All versions
Every version published here stays available.
1. [Version of 1 January 2027](../versions/2027-01-01/)
**Applies from 1 January 2027** , announced on 1 November 2026
* [1 change](../changes/#version-2027-01-01)
* [Compare word for word: 1 January 2027](../versions/2027-01-01/changes/)
2. [Version of 1 March 2026](../versions/2026-03-01/)
From 1 March 2026 up to and including 31 December 2026, announced on 1 February 2026
* [1 important change](../changes/#version-2026-03-01)
* [Compare word for word: 1 March 2026](../versions/2026-03-01/changes/)
* [What has changed since then](../changes/#since-2026-03-01)
3. [Version of 1 March 2024](../versions/2024-03-01/)
From 1 March 2024 up to and including 28 February 2026
Anew.
* No longer applies
* New text
* [Compare word for word: 1 March 2024](../versions/2024-03-01/changes/)
* [What has changed since then](../changes/#since-2024-03-01)
4. [Version of 7 January 2021](../versions/2021-01-07/)
From 7 January 2021 up to and including 29 February 2024
* No longer applies
* First version
* [What has changed since then](../changes/#since-2021-01-07)
"""
    )
    assert re.findall(r'<li class="(.*?)" data-id="(.*?)" data-effective="(.*?)">', page.body) == [
        ("pc-version-ahead", "2027-01-01", "2027-01-01"),
        ("pc-version-in-force", "2026-03-01", "2026-03-01"),
        ("pc-version-past", "2024-03-01", "2024-03-01"),
        ("pc-version-past", "2021-01-07", "2021-01-07"),
    ]
    assert 'id="applied-on"' in page.body
    assert 'id="compare"' in page.body


def test_the_changelog_tells_every_change_the_newest_first(tmp_path: Path) -> None:
    assert (
        read(pages_of(tmp_path, *ALL)["changes"])
        == """\
# What has changed
We tell you by e-mail.
Customers can object to a new sub-processor within 30 days of its announcement.
Write to us, and we look for a solution.
What has changed since the version that you have read or accepted?
## Version of 1 January 2027
This version applies from 1 January 2027. It was announced on 1 November 2026.
### Other changes
* ‘Host’ is now called ‘Hosting Ltd’ [See the page: Host](../processors/#processor-host)
* [Read this version](../versions/2027-01-01/)
* [Compare word for word: 1 January 2027](../versions/2027-01-01/changes/)
## Version of 1 March 2026
This version applies from 1 March 2026 up to and including 31 December 2026. \
It was announced on 1 February 2026.
Last day for customers to object to new sub-processors: 3 March 2026.
### Important changes
* New sub-processor: Host (hosting, Belgium) \
[See the page: Host](../processors/#processor-host)
* [Read this version](../versions/2026-03-01/)
* [Compare word for word: 1 March 2026](../versions/2026-03-01/changes/)
## Version of 1 March 2024
This version applied from 1 March 2024 up to and including 28 February 2026.
Anew.
For at least one of the two versions, only the text has been kept. \
A comparison of the two texts shows what has changed.
* [Read this version](../versions/2024-03-01/)
* [Compare word for word: 1 March 2024](../versions/2024-03-01/changes/)
## Version of 7 January 2021
This version applied from 7 January 2021 up to and including 29 February 2024.
The record of changes begins with this version.
* [Read this version](../versions/2021-01-07/)
[Find the version that applied on a given day](../versions/)
## Since an earlier version
Choose the version that you have read or accepted to see what has changed since then.
### Since the version of 1 March 2026
#### Other changes
* ‘Host’ is now called ‘Hosting Ltd’
### Since the version of 1 March 2024
This is the difference with the version that applies from 1 January 2027. What changed in between \
and was changed back later is listed only with the versions concerned.
#### Important changes
* New sub-processor: Hosting Ltd (hosting, Belgium)
### Since the version of 7 January 2021
For at least one of the two versions, only the text has been kept. \
A comparison of the two texts shows what has changed.
## Follow the changes
Add one of these feeds to a feed reader to be told of new versions.
* [All changes (Atom)](../changes.atom)
* [All changes (JSON Feed)](../changes.json)
* [Only the recipients (Atom)](../processors.atom)
"""
    )


# Real sites


def write_site(folder: Path, releases: tuple[NewRelease, ...] = ALL, **options: Any) -> Path:
    """A site in three languages whose data says what its last release says."""
    write_files(folder, files_with(**NEWEST))
    release_all(folder / "privacy" / "releases", releases)
    languages = [{"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES]
    plugins = {
        "search": {},
        "privacy-center": {
            "today": TODAY,
            "path": "privacy",
            "mends_site_wide": True,
            "findings": {"ignore": ["unused-recipient"]},  # a recipient is there for its changes
        },
        "i18n": {"languages": languages},
    }
    for code in LANGUAGES:
        home = folder / "docs" / f"index.{code}.md"
        home.parent.mkdir(parents=True, exist_ok=True)
        home.write_text("# Home\n", encoding="utf-8")
    return write_config(folder, plugins=plugins, **options)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("versions")
    return build_cleanly(write_site(folder), folder / "site")


def test_a_site_with_versions_is_whole(site: Path) -> None:
    assert find_broken_links(site) == []
    assert find_markup_errors(site) == []


def test_feeds_stand_beside_the_home_page_of_each_language(site: Path) -> None:
    found = {
        path.relative_to(site).as_posix()
        for name in ("*.atom", "*.json")
        for path in site.rglob(name)
    }
    assert {name for name in found if not name.startswith("search/")} == {
        "privacy/versions.json",
        "privacy/current.json",
        "privacy/exports/request.schema.json",
        "privacy/exports/request.openapi.json",
        *(
            f"{folder}privacy/{name}"
            for folder in ("", "fr/", "en/")
            for name in ("changes.atom", "changes.json", "processors.atom")
        ),
    }
    versions = json.loads((site / "privacy" / "versions.json").read_text(encoding="utf-8"))
    assert versions["current"] == "2026-03-01"
    assert versions["versions"][0]["redlines"]["fr"] == (
        "https://privacy.tuimelkous.example/fr/privacy/versions/2027-01-01/changes/"
    )


def test_every_page_offers_the_feeds_and_hides_them_from_the_script_of_material(
    site: Path,
) -> None:
    html = (site / "fr" / "privacy" / "rights" / "access" / "index.html").read_text("utf-8")
    assert re.findall(r'<link rel="alternate " type="[^>]*>', html) == [
        '<link rel="alternate " type="application/atom+xml" '
        'title="Toutes les modifications (Atom)" href="../../changes.atom">',
        '<link rel="alternate " type="application/feed+json" '
        'title="Toutes les modifications (JSON Feed)" href="../../changes.json">',
        '<link rel="alternate " type="application/atom+xml" '
        'title="Uniquement les destinataires des données (Atom)" href="../../processors.atom">',
    ]


def test_versions_stay_out_of_navigation_search_sitemap_and_search_engines(site: Path) -> None:
    of_releases = re.compile(r"versions/\d")
    version = site / "privacy" / "versions" / "2024-03-01"
    for page in (version / "index.html", version / "changes" / "index.html"):
        html = page.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        navigation = html[html.index("md-nav--primary") : html.index("md-sidebar--secondary")]
        assert not of_releases.search(navigation)
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (site / name).read_text(encoding="utf-8")
        assert "privacy/versions/" in text
        assert not of_releases.search(re.sub(r'"text":"[^"]*"', "", text))
    overview = (site / "privacy" / "versions" / "index.html").read_text(encoding="utf-8")
    assert "robots" not in overview


def test_without_an_address_of_the_site_there_are_no_feeds(tmp_path: Path) -> None:
    config = write_site(tmp_path, ALL[-1:], site_url="")
    site = build_cleanly(config, tmp_path / "site")
    assert [*site.rglob("*.atom"), *site.rglob("versions.json")] == []
    changes = (site / "privacy" / "changes" / "index.html").read_text(encoding="utf-8")
    assert ".atom" not in changes


def test_an_altered_release_stops_the_build_and_is_named(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    words = tmp_path / "privacy" / "releases" / "2026-03-01" / "policy.fr.html"
    words.write_bytes(words.read_bytes().replace(b"less", b"more"))

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "privacy/releases/2026-03-01/policy.fr.html" in result.stderr
    assert "1 error, listed above" in result.stderr
    assert "Traceback" not in result.stderr


def test_data_ahead_of_the_newest_release_is_a_warning(tmp_path: Path) -> None:
    result = build_site(write_site(tmp_path, ALL[:-1]), tmp_path / "site")

    assert result.returncode == 1  # it is strict
    assert result.stderr.count("[unreleased-changes]") == 1
    assert "‘Host’ heet nu ‘Hosting Ltd’" in result.stderr


def test_a_moment_that_is_none_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(builds.ENVIRONMENT, "SOURCE_DATE_EPOCH", "soon")
    write_files(tmp_path, {})

    result = build_site(write_config(tmp_path), tmp_path / "site")

    assert result.returncode == 1
    assert "SOURCE_DATE_EPOCH is ‘soon’: it must be a number of seconds" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_build_says_that_nothing_was_released(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")  # a quiet build before may have silenced it
    write_files(tmp_path, {})
    said = (
        "privacy-center: nothing has been released: every page says that it is a draft, until "
        "`mkdocs-privacy release` makes a version of it"
    )
    build(load_config(str(write_config(tmp_path))))
    assert said in caplog.messages

    caplog.clear()
    day = ["--effective", "2026-01-01", "--backdate", "Found back."]
    released = CliRunner().invoke(
        command_line, ["release", "-f", str(tmp_path / "mkdocs.yml"), *day]
    )
    assert released.exit_code == 0, released.output
    build(load_config(str(write_config(tmp_path))))
    assert said not in caplog.messages
