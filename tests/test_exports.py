"""What other programs read of a history: Atom, JSON Feed and `versions.json`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from markupsafe import Markup
from told import ADDRESSES, HOSTILE, LANGUAGES, LOCALIZATIONS, SECOND, tell, telling, told

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports import (
    CenterAddresses,
    render_atom,
    render_json_feed,
    render_versions,
)
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.releases.kinds import ENTRIES

NAME = "Tuimelkous"
FEEDS = [(language, alone) for language in LANGUAGES for alone in (False, True)]
NAMES = [f"{'processors' if alone else 'changes'}-{language}" for language, alone in FEEDS]


def atom(
    language: str,
    only_processors: bool = False,
    entries: tuple[Entry, ...] | None = None,
    addresses: CenterAddresses | None = None,
    name: str = NAME,
) -> bytes:
    return render_atom(
        tell(language) if entries is None else entries,
        LOCALIZATIONS[language],
        name,
        addresses or ADDRESSES[language],
        only_processors=only_processors,
    )


def json_feed(
    language: str, entries: tuple[Entry, ...] | None = None, name: str = NAME
) -> dict[str, Any]:
    rendered = render_json_feed(
        entries or tell(language), LOCALIZATIONS[language], name, ADDRESSES[language]
    )
    feed: dict[str, Any] = json.loads(rendered)
    return feed


def with_changes(*changes: tuple[str, Any], language: str = "nl") -> tuple[Entry, ...]:
    """The history in which the release of March changes these things, each a path and words.

    A path with `!` at its end is a recipient that is new, which is material; the others left.
    """
    newest, march, *older = tell(language)
    march = replace(
        march,
        tell=telling(
            *(
                told(f"processor.{'added' if path.endswith('!') else 'removed'}", path, words)
                for path, words in changes
            )
        ),
    )
    return (newest, march, *older)


# Atom


def test_the_processors_feed_has_the_changes_of_processors_and_no_others() -> None:
    assert atom("nl", only_processors=True).decode() == (
        """\
<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
  <id>tag:www.tuimelkous.example,2018-05-01:/privacy/processors:nl</id>
  <title>Tuimelkous: wijzigingen in de ontvangers van gegevens</title>
  <updated>2026-02-01T00:00:00+00:00</updated>
  <author>
    <name>Tuimelkous</name>
  </author>
  <link href="https://www.tuimelkous.example/privacy/processors.atom" rel="self" \
type="application/atom+xml"/>
  <link href="https://www.tuimelkous.example/privacy/changes/" rel="alternate" type="text/html" \
hreflang="nl"/>
  <generator>mkdocs-privacy</generator>
  <subtitle>Ontvangers van persoonsgegevens bij Tuimelkous die erbij komen, wegvallen of \
veranderen.</subtitle>
  <entry>
    <id>tag:www.tuimelkous.example,2018-05-01:/privacy/processors:nl:2026-03-01</id>
    <title>Vanaf 1 maart 2026: 2 wijzigingen</title>
    <updated>2026-02-01T00:00:00+00:00</updated>
    <content type="html">&lt;p&gt;Deze versie geldt vanaf 1 maart 2026.&lt;/p&gt;
&lt;p&gt;Termijn voor bezwaar van klanten tegen nieuwe subverwerkers: \
tot en met 3 maart 2026.&lt;/p&gt;
&lt;h3&gt;Belangrijke wijzigingen&lt;/h3&gt;
&lt;ul&gt;
&lt;li&gt;Nieuwe subverwerker: Mollie B.V. (betalingen, Nederland)&lt;/li&gt;
&lt;/ul&gt;
&lt;h3&gt;Andere wijzigingen&lt;/h3&gt;
&lt;ul&gt;
&lt;li&gt;Bpost heet nu bpostgroup N.V.&lt;/li&gt;
&lt;/ul&gt;</content>
    <link href="https://www.tuimelkous.example/privacy/redline/2026-03-01/"/>
    <summary>Nieuwe subverwerker: Mollie B.V. (betalingen, Nederland). Bpost heet nu bpostgroup \
N.V.</summary>
    <category term="material" scheme="tag:www.tuimelkous.example,2018-05-01:/privacy/level" \
label="Belangrijke wijzigingen"/>
    <category term="processor.added" scheme="tag:www.tuimelkous.example,2018-05-01:/privacy/kind"/>
    <category term="processor.name.changed" \
scheme="tag:www.tuimelkous.example,2018-05-01:/privacy/kind"/>
    <published>2026-02-01T00:00:00+00:00</published>
  </entry>
</feed>
"""
    )


SAID = {
    "nl": [
        "Vanaf 1 april 2026: Het adres is nu Dorpsstraat 1 in Putte",
        "Andere wijzigingen",
        "<p>Deze versie geldt vanaf 1 april 2026.</p>\n"
        "<h3>Andere wijzigingen</h3>\n<ul>\n"
        "<li>Het adres is nu Dorpsstraat 1 in Putte</li>\n</ul>",
        "Vanaf 1 maart 2026: 3 wijzigingen",
        "Belangrijke wijzigingen",
        "<p>Deze versie geldt vanaf 1 maart 2026.</p>\n"
        "<p>Termijn voor bezwaar van klanten tegen nieuwe subverwerkers: "
        "tot en met 3 maart 2026.</p>\n"
        "<h3>Belangrijke wijzigingen</h3>\n<ul>\n"
        "<li>Nieuwe subverwerker: Mollie B.V. (betalingen, "
        "Nederland)</li>\n</ul>\n"
        "<h3>Andere wijzigingen</h3>\n<ul>\n"
        "<li>Bpost heet nu bpostgroup N.V.</li>\n"
        "<li>Bestellingen: de bewaartermijn is verkort van 7 naar 5 jaar</li>\n</ul>",
        "Vanaf 1 januari 2026: Nieuwe tekst",
        "Nieuwe tekst",
        "<p>Deze versie geldt vanaf 1 januari 2026.</p>\n"
        "<p>Herschreven &amp; korter.</p>\n"
        "<p>Van minstens een van beide versies is alleen de tekst bewaard. Wat er is gewijzigd, "
        "blijkt uit de vergelijking van de twee teksten.</p>",
        "Vanaf 25 mei 2018: Eerste versie",
        "Eerste versie",
        "<p>Deze versie geldt vanaf 25 mei 2018.</p>\n"
        "<p>Met deze versie begint het overzicht van de wijzigingen.</p>",
    ],
    "fr": [
        "À partir du 1er\u00a0avril 2026\u00a0: L’adresse est désormais Dorpsstraat 1 à Putte",
        "Autres modifications",
        "<p>Cette version s’applique à partir du 1er\u00a0avril 2026.</p>\n"
        "<h3>Autres modifications</h3>\n<ul>\n"
        "<li>L’adresse est désormais Dorpsstraat 1 à Putte</li>\n</ul>",
        "À partir du 1er\u00a0mars 2026\u00a0: 3\u00a0modifications",
        "Modifications importantes",
        "<p>Cette version s’applique à partir du 1er\u00a0mars 2026.</p>\n"
        "<p>Opposition des clients à un nouveau sous-traitant ultérieur\u00a0: jusqu’au "
        "3\u00a0mars 2026 inclus.</p>\n"
        "<h3>Modifications importantes</h3>\n<ul>\n"
        "<li>Nouveau sous-traitant ultérieur\u00a0: Mollie B.V. "
        "(paiements, Pays-Bas)</li>\n</ul>\n"
        "<h3>Autres modifications</h3>\n<ul>\n"
        "<li>Bpost s’appelle désormais bpostgroup N.V.</li>\n"
        "<li>Commandes\u00a0: la durée de conservation passe de 7 à 5\u00a0ans</li>\n</ul>",
        "À partir du 1er\u00a0janvier 2026\u00a0: Nouveau texte",
        "Nouveau texte",
        "<p>Cette version s’applique à partir du 1er\u00a0janvier 2026.</p>\n"
        "<p>Réécrit.</p>\n"
        "<p>Pour au moins l’une des deux versions, seul le texte a été conservé. La comparaison "
        "des deux textes montre ce qui a changé.</p>",
        "À partir du 25\u00a0mai 2018\u00a0: Première version",
        "Première version",
        "<p>Cette version s’applique à partir du 25\u00a0mai 2018.</p>\n"
        "<p>L’historique des modifications commence par cette version.</p>",
    ],
    "en": [
        "From 1 April 2026: The address is now Dorpsstraat 1 in Putte",
        "Other changes",
        "<p>This version applies from 1 April 2026.</p>\n"
        "<h3>Other changes</h3>\n<ul>\n"
        "<li>The address is now Dorpsstraat 1 in Putte</li>\n</ul>",
        "From 1 March 2026: 3 changes",
        "Important changes",
        "<p>This version applies from 1 March 2026.</p>\n"
        "<p>Last day for customers to object to new sub-processors: 3 March 2026.</p>\n"
        "<h3>Important changes</h3>\n<ul>\n"
        "<li>New sub-processor: Mollie B.V. (payments, "
        "Netherlands)</li>\n</ul>\n"
        "<h3>Other changes</h3>\n<ul>\n"
        "<li>Bpost is now called bpostgroup N.V.</li>\n"
        "<li>Orders: data is kept for 5 years instead of 7</li>\n</ul>",
        "From 1 January 2026: New text",
        "New text",
        "<p>This version applies from 1 January 2026.</p>\n"
        "<p>Rewritten.</p>\n"
        "<p>For at least one of the two versions, only the text has been kept. A comparison of the "
        "two texts shows what has changed.</p>",
        "From 25 May 2018: First version",
        "First version",
        "<p>This version applies from 25 May 2018.</p>\n"
        "<p>The record of changes begins with this version.</p>",
    ],
}
"""Title, level and content of each entry, as a feed reader gets them."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_reader_understands_the_whole_feed_in_every_language(language: str) -> None:
    parsed = feedparser.parse(atom(language), sanitize_html=False)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.language == language
    assert parsed.feed.author == NAME
    said = [part for one in parsed.entries for part in (one.title, one.tags[0].label, one.content)]
    assert [part if isinstance(part, str) else part[0].value for part in said] == SAID[language]
    folder = {"nl": "", "fr": "fr/", "en": "en/"}[language]
    assert [one.link for one in parsed.entries] == [
        f"https://www.tuimelkous.example/{folder}privacy/redline/2026-04-01/",
        f"https://www.tuimelkous.example/{folder}privacy/redline/2026-03-01/",
        f"https://www.tuimelkous.example/{folder}privacy/redline/2026-01-01/",
        f"https://www.tuimelkous.example/{folder}privacy/version/2018-05-25/",
    ]


def test_everything_in_the_processors_feed_comes_out_in_a_feed_reader() -> None:
    parsed = feedparser.parse(atom("en", only_processors=True))
    assert not parsed.bozo
    assert parsed.feed.title == "Tuimelkous: changes to the recipients of data"
    (entry,) = parsed.entries
    assert entry.title == "From 1 March 2026: 2 changes"
    assert [tag.term for tag in entry.tags] == [
        "material",
        "processor.added",
        "processor.name.changed",
    ]
    assert "Orders" not in entry.content[0].value


def test_without_any_change_of_processors_their_feed_is_as_old_as_the_first_release() -> None:
    parsed = feedparser.parse(atom("nl", only_processors=True, entries=tell("nl")[2:]))
    assert (parsed.entries, parsed.feed.updated) == ([], "2018-05-01T00:00:00+00:00")


def test_the_owners_note_is_about_the_whole_release_and_not_in_the_processors_feed() -> None:
    entries = tuple(replace(entry, note="All is well.") for entry in tell("en"))
    assert b"All is well." in atom("en", entries=entries)
    assert b"All is well." not in atom("en", only_processors=True, entries=entries)


def test_an_announced_release_is_as_new_as_its_announcement_not_as_its_effect() -> None:
    newest = feedparser.parse(atom("nl")).entries[0]
    assert (newest.published, newest.updated) == ("2026-03-15T00:00:00+00:00",) * 2


def test_a_single_change_is_the_title() -> None:
    entries = with_changes(("processors.mollie", "Nieuwe verwerker: <Mollie>"))
    entry = feedparser.parse(atom("nl", entries=entries)).entries[1]
    assert entry.title == "Vanaf 1 maart 2026: Nieuwe verwerker: <Mollie>"


def test_a_release_that_says_the_same_in_other_words_says_so() -> None:
    entry = feedparser.parse(atom("nl", entries=with_changes())).entries[1]
    assert entry.title == "Vanaf 1 maart 2026: Andere wijzigingen"
    assert entry.summary == "Er is geen wijziging vastgesteld in wat wij met gegevens doen."


@pytest.mark.parametrize(
    ("number", "ending"),
    [
        (2, "A 0. A 1."),
        (3, "A 0. A 1. A 2."),
        (4, "A 3. A 0. A 1. En nog 1 wijziging."),
        (9, "A 3. A 0. A 1. En nog 6 wijzigingen."),
    ],
)
def test_a_summary_names_three_changes_the_material_ones_first(number: int, ending: str) -> None:
    changes = [(f"processors.a{'!' if nth == 3 else nth}", f"A {nth}") for nth in range(number)]
    parsed = feedparser.parse(atom("nl", entries=with_changes(*changes)))
    assert parsed.entries[1].summary == ending


# Ids


def ids(feed: bytes) -> list[str]:
    return [element.text or "" for element in etree.fromstring(feed).iter("{*}id")]


def test_an_id_stays_when_the_words_do_not() -> None:
    before = ids(atom("nl"))
    assert ids(atom("nl", entries=with_changes(("x", "Iets anders")), name="Anders")) == before


@pytest.mark.parametrize(
    ("site_url", "folder"),
    [
        ("https://www.tuimelkous.example/", "nl"),
        ("https://www.tuimelkous.example", ""),
        ("https://www.tuimelkous.example:8443/", ""),
        ("http://WWW.Tuimelkous.Example/", ""),
    ],
)
def test_an_id_stays_when_the_scheme_the_port_or_the_default_language_does_not(
    site_url: str, folder: str
) -> None:
    moved = CenterAddresses(site_url, str, language_folder=folder, path="privacy")
    assert ids(atom("nl", addresses=moved)) == ids(atom("nl"))


def test_no_two_feeds_or_entries_share_an_id() -> None:
    elsewhere = CenterAddresses("https://www.tuimelkous.example/shop/", str)
    given = [one for language, alone in FEEDS for one in ids(atom(language, alone))]
    given += ids(atom("nl", addresses=elsewhere))
    assert len(given) == len(set(given)) == 3 * (5 + 2) + 5


@pytest.mark.parametrize(
    ("addresses", "id"),
    [
        (
            CenterAddresses("https://bücher.example/über uns/", str),
            "tag:xn--bcher-kva.example,2018-05-01:/%C3%BCber%20uns/changes:nl",
        ),
        (
            CenterAddresses("http://127.0.0.1:8000/", str, "fr", "a/b"),
            "tag:127.0.0.1,2018-05-01:/a/b/changes:nl",
        ),
    ],
)
def test_an_id_is_plain_ascii_whatever_the_address(addresses: CenterAddresses, id: str) -> None:
    assert ids(atom("nl", addresses=addresses))[0] == id


@pytest.mark.parametrize(
    "site_url",
    ["", "privacy.example.be", "https://a..b/", f"https://{'a' * 64}.be/", "https://:80/"],
)
def test_what_is_no_address_of_a_site_is_a_sentence(site_url: str) -> None:
    with pytest.raises(ValueError, match="is not the address of a site: write it in full, such as"):
        CenterAddresses(site_url, str)


# The rules of RFC 4287

Element = etree._Element
ATOM = "{http://www.w3.org/2005/Atom}"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TAG = re.compile(
    r"tag:[a-z0-9]([a-z0-9.-]*[a-z0-9])?,\d{4}-\d\d-\d\d:([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})+"
)
"""What is given out here as an IRI that is no address: a tag (RFC 4151, 2.1)."""


def children(parent: Element, name: str) -> list[Element]:
    return parent.findall(f"{ATOM}{name}")


def entries_of(feed: Element) -> list[Element]:
    return children(feed, "entry")


def exactly_one(parents: Callable[[Element], list[Element]], name: str) -> Any:
    return lambda feed: all(len(children(one, name)) == 1 for one in parents(feed))


def at_most_one(parents: Callable[[Element], list[Element]], *names: str) -> Any:
    return lambda feed: all(
        len(children(one, name)) <= 1 for one in parents(feed) for name in names
    )


def the_feed(feed: Element) -> list[Element]:
    return [feed]


def every(name: str) -> Callable[[Element], Iterator[Element]]:
    return lambda feed: feed.iter(f"{ATOM}{name}")


def dates(feed: Element) -> list[str]:
    return [one.text or "" for one in feed.iter(f"{ATOM}updated", f"{ATOM}published")]


def iris(feed: Element) -> list[str]:
    schemes = [one.get("scheme") or "" for one in feed.iter(f"{ATOM}category")]
    links = [one.get("href") or "" for one in every("link")(feed)]
    return [*(one.text or "" for one in every("id")(feed)), *schemes, *links]


def is_address(href: str) -> bool:
    return urlsplit(href).scheme == "https" and bool(urlsplit(href).netloc)


def alternates(parent: Element) -> list[tuple[str | None, str | None]]:
    return [
        (link.get("type"), link.get("hreflang"))
        for link in children(parent, "link")
        if link.get("rel", "alternate") == "alternate"
    ]


RULES: list[tuple[str, str, Callable[[Element], bool]]] = [
    (
        "2",
        "Note that there MUST NOT be any white space in a Date construct or in any IRI.",
        lambda feed: not any(re.search(r"\s", one) for one in [*dates(feed), *iris(feed)]),
    ),
    (
        "2",
        "xml:lang … indicates the natural language for the element and its descendents",
        lambda feed: (
            feed.get("{http://www.w3.org/XML/1998/namespace}lang") in LANGUAGES
            and re.search(r":([a-z]+)$", children(feed, "id")[0].text or "") is not None
        ),
    ),
    (
        "3.1.1.1",
        "If the value is “text”, the content of the Text construct MUST NOT contain child elements",
        lambda feed: (
            not any(
                len(one)
                for one in feed.iter(*(f"{ATOM}{n}" for n in ("title", "subtitle", "summary")))
            )
        ),
    ),
    (
        "3.2.1",
        "Person constructs MUST contain exactly one “atom:name” element.",
        lambda feed: all(len(children(one, "name")) == 1 for one in every("author")(feed)),
    ),
    (
        "3.3",
        "A Date construct is an element whose content MUST conform to the “date-time” production "
        "in [RFC3339]. In addition, an uppercase “T” character MUST be used to separate date and "
        "time, and an uppercase “Z” character MUST be present in the absence of a numeric time "
        "zone offset.",
        lambda feed: all(
            DATE_TIME.fullmatch(one) and datetime.fromisoformat(one) for one in dates(feed)
        ),
    ),
    (
        "4.1.1",
        "atom:feed elements MUST contain one or more atom:author elements, unless all of the "
        "atom:feed element’s child atom:entry elements contain at least one atom:author element.",
        lambda feed: len(children(feed, "author")) >= 1,
    ),
    (
        "4.1.1",
        "atom:feed elements MUST contain exactly one atom:id element.",
        exactly_one(the_feed, "id"),
    ),
    (
        "4.1.1",
        "atom:feed elements MUST contain exactly one atom:title element.",
        exactly_one(the_feed, "title"),
    ),
    (
        "4.1.1",
        "atom:feed elements MUST contain exactly one atom:updated element.",
        exactly_one(the_feed, "updated"),
    ),
    (
        "4.1.1",
        "atom:feed elements MUST NOT contain more than one atom:generator element (nor icon, logo, "
        "rights, subtitle).",
        at_most_one(the_feed, "generator", "icon", "logo", "rights", "subtitle"),
    ),
    (
        "4.1.1",
        "atom:feed elements SHOULD contain one atom:link element with a rel attribute value of "
        "“self”.",
        lambda feed: [one.get("rel") for one in children(feed, "link")].count("self") == 1,
    ),
    (
        "4.1.1",
        "atom:feed elements MUST NOT contain more than one atom:link element with a rel attribute "
        "value of “alternate” that has the same combination of type and hreflang attribute values.",
        lambda feed: len(alternates(feed)) == len(set(alternates(feed))) == 1,
    ),
    (
        "4.1.1",
        "If multiple atom:entry elements with the same atom:id value appear in an Atom Feed "
        "Document, they represent the same entry.",
        lambda feed: (
            len({one.findtext(f"{ATOM}id") for one in entries_of(feed)}) == len(entries_of(feed))
        ),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST contain one or more atom:author elements, unless … the atom:feed "
        "element contains an atom:author element itself.",
        lambda feed: bool(children(feed, "author")),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST contain exactly one atom:id element.",
        exactly_one(entries_of, "id"),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST contain exactly one atom:title element.",
        exactly_one(entries_of, "title"),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST contain exactly one atom:updated element.",
        exactly_one(entries_of, "updated"),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST NOT contain more than one atom:content element (nor published, "
        "rights, source, summary).",
        at_most_one(entries_of, "content", "published", "rights", "source", "summary"),
    ),
    (
        "4.1.2",
        "atom:entry elements MUST NOT contain more than one atom:link element with a rel attribute "
        "value of “alternate” that has the same combination of type and hreflang attribute values.",
        lambda feed: all(len(alternates(entry)) == 1 for entry in entries_of(feed)),
    ),
    (
        "4.1.3.3",
        "If the value of “type” is “html”, the content of atom:content MUST NOT contain child "
        "elements and SHOULD be suitable for handling as HTML.",
        lambda feed: all(
            (one.get("type"), len(one)) == ("html", 0) for one in every("content")(feed)
        ),
    ),
    (
        "4.2.2.1",
        "Category elements MUST have a “term” attribute.",
        lambda feed: all(one.get("term") for one in every("category")(feed)),
    ),
    (
        "4.2.2.2",
        "The “scheme” attribute is an IRI that identifies a categorization scheme.",
        lambda feed: all(TAG.fullmatch(one.get("scheme") or "") for one in every("category")(feed)),
    ),
    (
        "4.2.6",
        "Its content MUST be an IRI, as defined by [RFC3987]. Note that the definition of “IRI” "
        "excludes relative references.",
        lambda feed: all(TAG.fullmatch(one.text or "") for one in every("id")(feed)),
    ),
    (
        "4.2.6",
        "The content of an atom:id element MUST be created in a way that assures uniqueness.",
        lambda feed: len({one.text for one in every("id")(feed)}) == len(list(every("id")(feed))),
    ),
    (
        "4.2.7.1",
        "atom:link elements MUST have an href attribute, whose value MUST be a IRI reference",
        lambda feed: all(is_address(one.get("href") or "") for one in every("link")(feed)),
    ),
    (
        "4.2.15",
        "The “atom:updated” element is a Date construct indicating the most recent instant in time "
        "when an entry or feed was modified in a way the publisher considers significant.",
        lambda feed: (
            children(feed, "updated")[0].text
            == max(entry.findtext(f"{ATOM}updated") or "" for entry in entries_of(feed))
        ),
    ),
]


@pytest.mark.parametrize(("language", "only_processors"), FEEDS, ids=NAMES)
def test_a_feed_keeps_every_rule_of_rfc_4287(language: str, only_processors: bool) -> None:
    feed = etree.fromstring(atom(language, only_processors))
    assert feed.tag == f"{ATOM}feed"
    assert [f"{section}: {rule}" for section, rule, is_kept in RULES if not is_kept(feed)] == []


# JSON Feed


def test_the_json_feed_says_what_the_atom_feed_says() -> None:
    feed = json_feed("nl")
    items = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wijzigingen in de privacyverklaring van Tuimelkous",
        "home_page_url": "https://www.tuimelkous.example/privacy/changes/",
        "feed_url": "https://www.tuimelkous.example/privacy/changes.json",
        "description": "Wat er is gewijzigd in de privacyverklaring van Tuimelkous, per versie.",
        "language": "nl",
        "authors": [{"name": "Tuimelkous"}],
    }
    parsed = feedparser.parse(atom("nl"), sanitize_html=False).entries
    for item, entry in zip(items, parsed, strict=True):
        assert item["id"] == entry.id
        assert item["url"] == entry.link
        assert item["title"] == entry.title
        assert item["summary"] == entry.summary
        assert item["content_html"] == entry.content[0].value
        assert item["date_published"] == item["date_modified"] == entry.published
        assert item["tags"] == [tag.term for tag in entry.tags]


def test_what_programs_want_to_know_of_a_release_stands_in_the_extension() -> None:
    assert [item["_privacy"] for item in json_feed("en")["items"]] == [
        {
            "effective": "2026-04-01",
            "objection_until": None,
            "material": False,
            "changes": [{"type": "organisation.address.changed", "path": "organisation.address"}],
        },
        {
            "effective": "2026-03-01",
            "objection_until": "2026-03-03",
            "material": True,
            "changes": [
                {"type": "processor.added", "id": "mollie", "path": "processors.mollie"},
                {
                    "type": "processor.name.changed",
                    "id": "bpost",
                    "path": "processors.bpost.name",
                },
                {
                    "type": "activity.retention.period.shortened",
                    "id": "orders",
                    "path": "activities.orders.retention.period",
                },
            ],
        },
        {"effective": "2026-01-01", "objection_until": None, "material": False, "changes": []},
        {"effective": "2018-05-25", "objection_until": None, "material": False, "changes": []},
    ]


def test_a_change_has_an_id_wherever_the_data_has_one() -> None:
    with_ids = {
        name
        for name, field in PrivacyCenter.model_fields.items()
        if str(field.annotation).startswith("dict[")
    }
    assert with_ids == set(ENTRIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_json_feed_has_what_version_1_1_requires(language: str) -> None:
    """https://jsonfeed.org/version/1.1: what is marked “required”, and the form of the rest."""
    feed = json_feed(language)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert feed["authors"]
    assert all(author["name"] for author in feed["authors"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) == 4
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"] or item["content_text"]
        assert DATE_TIME.fullmatch(item["date_published"])
        assert all(isinstance(tag, str) for tag in item["tags"])
        # “Custom objects … names must start with an underscore character followed by a letter.”
        known = {"id", "url", "title", "summary", "content_html", "date_published"}
        known |= {"date_modified", "tags"}
        assert {name for name in item if name not in known} == {"_privacy"}


# versions.json


def versions(today: str, entries: tuple[Entry, ...] | None = None) -> dict[str, Any]:
    rendered = render_versions(
        entries or tell("nl"), date.fromisoformat(today), {"nl": ADDRESSES["nl"]}
    )
    listed: dict[str, Any] = json.loads(rendered)
    return listed


def test_every_version_is_listed_with_its_dates_hash_and_addresses() -> None:
    listed = versions("2026-03-20")
    assert listed["current"] == "2026-03-01"
    assert listed["versions"][2:] == [
        {
            "version": "2026-01-01",
            "announced": "2025-12-01",
            "effective": "2026-01-01",
            "until": "2026-02-28",
            "replaces": "2018-05-25",
            "backdated": None,
            "short_notice": None,
            "level": "text",
            "sha256": "20260101" * 8,
            "consent_revision": 1,
            "consent_revision_reason": None,
            "urls": {"nl": "https://www.tuimelkous.example/privacy/version/2026-01-01/"},
            "redlines": {"nl": "https://www.tuimelkous.example/privacy/redline/2026-01-01/"},
            "note": {"nl": "Herschreven & korter.", "fr": "Réécrit.", "en": "Rewritten."},
        },
        {
            "version": "2018-05-25",
            "announced": "2018-05-01",
            "effective": "2018-05-25",
            "until": "2025-12-31",
            "replaces": None,
            "backdated": {"nl": "Taken over from the old website"},
            "short_notice": None,
            "level": "initial",
            "sha256": "20180525" * 8,
            "consent_revision": 1,
            "consent_revision_reason": None,
            "urls": {"nl": "https://www.tuimelkous.example/privacy/version/2018-05-25/"},
            "redlines": {},
            "note": None,
        },
    ]
    assert [(one["version"], one["until"], one["level"]) for one in listed["versions"][:2]] == [
        ("2026-04-01", None, "editorial"),
        ("2026-03-01", "2026-03-31", "material"),
    ]


@pytest.mark.parametrize(
    ("today", "current"),
    [
        ("2018-05-24", None),
        ("2018-05-25", "2018-05-25"),
        ("2026-03-31", "2026-03-01"),
        ("2026-04-01", "2026-04-01"),
    ],
)
def test_the_current_version_is_that_of_the_day(today: str, current: str | None) -> None:
    assert versions(today)["current"] == current


def test_a_note_that_is_the_same_everywhere_stands_under_every_language() -> None:
    newest = replace(SECOND, note=Text(everywhere="Tuimelkous 2.0"))
    (listed,) = versions("2026-02-01", (Entry(newest, None, ""),))["versions"]
    assert listed["note"] == {"nl": "Tuimelkous 2.0"}


# Words that nobody should write


def hostile() -> tuple[Entry, ...]:
    entries = with_changes(("processors.a!", HOSTILE), ("processors.b", HOSTILE))
    return tuple(replace(entry, note=HOSTILE) for entry in entries)


def test_hostile_words_stay_words_in_atom() -> None:
    for only_processors in (False, True):
        feed = atom("nl", only_processors, hostile(), name=HOSTILE)
        parsed = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False)
        assert not parsed.bozo
        march = parsed.entries[0 if only_processors else 1]
        assert f"<li>{Markup.escape(HOSTILE)}</li>" in march.content[0].value
        plain = etree.fromstring(feed)
        assert HOSTILE in (plain.findtext(f"{ATOM}title") or "")
        assert plain.findtext(f"{ATOM}author/{ATOM}name") == HOSTILE
        assert not list(plain.iter("script", f"{ATOM}script"))


def test_hostile_words_stay_words_in_json() -> None:
    feed = json_feed("nl", hostile(), name=HOSTILE)
    march = feed["items"][1]
    assert feed["authors"] == [{"name": HOSTILE}]
    assert f"<p>{Markup.escape(HOSTILE)}</p>" in march["content_html"]
    assert f"<li>{Markup.escape(HOSTILE)}</li>" in march["content_html"]
    assert "<script>" not in march["content_html"]
    assert march["summary"] == f"{HOSTILE}. {HOSTILE}."


def test_a_narrow_no_break_space_outlives_the_way_into_plain_text() -> None:
    summary = json_feed("fr")["items"][1]["summary"]
    assert summary.startswith("Nouveau sous-traitant ultérieur\u00a0: Mollie B.V.")


# Addresses


@pytest.mark.parametrize(
    ("addresses", "root"),
    [
        (CenterAddresses("https://a.example", str), "https://a.example/"),
        (CenterAddresses("https://a.example/b/", str), "https://a.example/b/"),
        (CenterAddresses("https://a.example/", str, "fr"), "https://a.example/fr/"),
        (CenterAddresses("https://a.example/", str, "", "x/y"), "https://a.example/x/y/"),
        (CenterAddresses("https://a.example/b", str, "fr/", "/x/"), "https://a.example/b/fr/x/"),
    ],
)
def test_the_root_of_a_center_is_below_its_site_and_language(
    addresses: CenterAddresses, root: str
) -> None:
    assert addresses.root == root
    assert addresses.file("changes.atom") == f"{root}changes.atom"
    assert addresses.page("policy/") == f"{root}policy/"


# The same bytes

EVERYTHING = """
import hashlib, sys
from datetime import date
from told import ADDRESSES, CENTER, LANGUAGES, LOCALIZATIONS, tell
from mkdocs_privacy.exports import *
from mkdocs_privacy.exports.notice import compose_notice

seen = hashlib.sha256(render_versions(tell("nl"), date(2026, 3, 20), ADDRESSES).encode())
for language in LANGUAGES:
    entries, words, addresses = tell(language), LOCALIZATIONS[language], ADDRESSES[language]
    for alone in (False, True):
        seen.update(render_atom(entries, words, "Tuimelkous", addresses, only_processors=alone))
    seen.update(render_json_feed(entries, words, "Tuimelkous", addresses).encode())
    for entry in entries:
        seen.update(compose_notice(entry, CENTER, words, addresses))
print(seen.hexdigest())
"""


def test_everything_is_the_same_bytes_in_another_time_zone_and_process() -> None:
    def run(**changed: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), **changed}
        command = [sys.executable, "-c", EVERYTHING]
        ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return ran.stdout

    west = run(TZ="America/Los_Angeles", PYTHONHASHSEED="1", LC_ALL="C")
    assert west == run(TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert re.fullmatch(r"[0-9a-f]{64}\n", west)
