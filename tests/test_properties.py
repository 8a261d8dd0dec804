"""What holds for anything that somebody may write, tried with thousands of odd examples."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from worlds import LANGUAGES, small_center

from mkdocs_privacy.characters import unseen
from mkdocs_privacy.findings import Severity, as_github, as_json, as_text, has_errors
from mkdocs_privacy.findings.rules.data import MISSING_KEY
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.localization.prose import render_prose
from mkdocs_privacy.model import PrivacyCenter, about_days


def full_center() -> dict[str, Any]:
    """The small center with something of everything else added."""
    center = small_center()
    center["organisation"] |= {
        "legal_name": "Tuimelkous BV",
        "registration": {"register": "KBO", "number": "0123.456.749"},
        "data_protection_officer": "none",
    }
    center["audiences"]["shoppers"] = {
        "title": "Kopers",
        "our_role": "processor",
        "responsible": "de winkel",
        "how_to_reach": "op uw bestelling",
    }
    center["activities"]["orders"] |= {
        "automated_decisions": {"logic": "een score", "effect": "geen krediet"},
        "processors": ["mollie", "host"],
        "direct_marketing": "true",
    }
    center["processors"] = {
        "mollie": {"use": "mollie", "since": "2021-01-07"},
        "host": {
            "name": "Host",
            "category": "hosting",
            "role": "processor",
            "country": "NO",
            "certifications": ["ISO/IEC 27001"],
            "transfers": [{"countries": ["US"], "mechanism": "scc"}],
            "description": "Een *server*.",
        },
    }
    center["cookies"] = {
        "plausible": {"use": "plausible"},
        "analytics": {"use": "google-analytics-4", "consent": "required", "items": {"_gid": None}},
        "cart": {
            "name": "Winkelwagen",
            "category": "necessary",
            "purpose": "onthoudt uw winkelwagen",
            "items": {"cart": {"duration": "session", "purpose": "winkelwagen"}},
        },
    }
    center["consent"] = {"how": "onderaan", "service": "cart", "link": "#choice"}
    center["rights"] = {"deadline": "P14D", "each": {"access": {"deadline": "P7D"}}}
    center["sections"] = {"children": {"title": "Kinderen", "body": "Niet voor hen.", "order": "2"}}
    return center


def written(center: Any) -> bytes:
    return yaml.safe_dump(center, allow_unicode=True, sort_keys=False).encode()


def quoted(center: Any) -> bytes:
    """A center in which every character survives: JSON, without what only YAML takes for a line."""
    text = json.dumps(center, ensure_ascii=False)
    return re.sub("[\x85\u2028\u2029\ufeff]", lambda one: f"\\u{ord(one[0]):04x}", text).encode()


FULL = written(full_center())


def load(content: bytes, section: bytes | None = None) -> Loaded:
    """Load a center that stands in one file, with perhaps a section in another."""
    with TemporaryDirectory() as folder:
        privacy = Path(folder) / "privacy"
        privacy.mkdir()
        (privacy / "center.yml").write_bytes(content)
        if section is not None:
            (privacy / "sections").mkdir()
            for language in LANGUAGES:
                (privacy / "sections" / f"security.{language}.md").write_bytes(section)
        return load_center(privacy, LANGUAGES)


def test_the_full_center_that_is_mutated_here_is_valid() -> None:
    loaded = load(FULL)
    assert as_text(loaded.findings) == ""
    assert loaded.center is not None


# (a) Whatever is in the files: a center, or findings that say where


def holds_for_anything(content: bytes, section: bytes | None = None) -> None:
    loaded = load(content, section)
    assert (loaded.center is None) is has_errors(loaded.findings)
    assert all(finding.message for finding in lint(loaded))
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for finding in loaded.findings:
        assert finding.message
        if finding.severity is Severity.ERROR:
            assert finding.place or (finding.rule is MISSING_KEY and len(finding.path) == 1)
        if finding.place and finding.place.file == "privacy/center.yml":
            assert 1 <= finding.place.line <= lines or any(one in content for one in BREAKS)
    assert len(as_text(loaded.findings).splitlines()) == len(loaded.findings)
    assert len(json.loads(as_json(loaded.findings))) == len(loaded.findings)
    as_github(loaded.findings).encode()


BREAKS = ("\x85".encode(), "\u2028".encode(), "\u2029".encode())  # lines to YAML, not to editors

ODD_LINES = (
    *("", "  ", "\t", "---", "...", "- ", "- -", ": ", "?", "? x", "a: b", "  a: b", "a", "{", "["),
    *("}", "]", "*x", "&x", "&x a: *x", "!x", "!!int 1", "!!python/none", "|", ">", "'", '"', "#"),
    *("organisation:", "activities: {}", "processors: []", "  orders:", "<<: *x", "%YAML 1.1"),
    *('"\\ud800"', 'a: "\\UFFFFFFFF"', "\x00", "\x85", "\u2028", "\ufeff", "%TAG ! x", "- [{"),
)


@settings(max_examples=200)
@given(st.data())
def test_no_change_of_lines_makes_anything_but_a_center_or_findings(data: st.DataObject) -> None:
    lines = FULL.decode().splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(("delete", "insert", "replace", "duplicate", "indent"))):
            case "delete":
                del lines[at]
            case "insert":
                lines.insert(at, data.draw(st.sampled_from(ODD_LINES)))
            case "replace":
                lines[at] = data.draw(st.sampled_from(ODD_LINES))
            case "duplicate":
                lines.insert(data.draw(st.integers(0, len(lines))), lines[at])
            case "indent":
                lines[at] = " " * data.draw(st.integers(1, 3)) + lines[at]
    holds_for_anything("\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(max_examples=200)
@given(st.data())
def test_no_change_of_bytes_makes_anything_but_a_center_or_findings(data: st.DataObject) -> None:
    content = bytearray(FULL)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        stop = start + data.draw(st.integers(0, 3))
        content[start:stop] = data.draw(st.binary(max_size=3))
    holds_for_anything(bytes(content))


@settings(max_examples=100)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@example(b"[" * 100_000)
@example(b"- " * 100_000)
@example(b"&a [*a]")
@example(b'"\\UFFFFFFFF"')
def test_no_file_makes_anything_but_a_center_or_findings(content: bytes) -> None:
    holds_for_anything(content)
    holds_for_anything(FULL, content)
    holds_for_anything(FULL, b"---\n" + content + b"\n---\nWords.\n")


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to every value inside a structure."""
    entries: Any = ()
    if isinstance(value, dict):
        entries = value.items()
    elif isinstance(value, list):
        entries = enumerate(value)
    for key, inner in entries:
        yield (*path, key)
        yield from paths(inner, (*path, key))


def parent(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value


PATHS = tuple(paths(full_center()))
ODD_SCALARS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(
        (
            *("", "null", "~", "no", "NO", "yes", "true", "-1", "0", "1e999", ".inf", "2021-02-30"),
            *("none", "P", "P0D", "-P1Y", "P1", "use", "name", "javascript:x", "https://", "a@b"),
            *("http://[", "https://a.be:99999", "customers", "shoppers", "orders", "mollie", "xx"),
        )
    ),
)
ODD_VALUES = st.recursive(
    ODD_SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("nl", "fr", "en", "NL", "use", "items", "name", "x", "")) | st.text(),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD_VALUES), min_size=1, max_size=3), st.data())
def test_no_other_value_anywhere_makes_anything_but_a_center_or_findings(
    changes: list[tuple[tuple[str | int, ...], Any]], data: st.DataObject
) -> None:
    center = full_center()
    for path, value in changes:
        try:
            inside = parent(center, path)
            match data.draw(st.sampled_from(("replace", "delete", "rename"))):
                case "replace":
                    inside[path[-1]] = value
                case "delete":
                    del inside[path[-1]]
                case "rename":
                    inside[str(value)] = inside.pop(path[-1])
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier change took it away
    holds_for_anything(written(center))


def test_every_key_that_is_left_out_makes_a_center_or_findings() -> None:
    for path in PATHS:
        center = full_center()
        del parent(center, path)[path[-1]]
        holds_for_anything(written(center))


# (b) Words survive

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
    | st.sampled_from("\n\t\x85'\"#:-{}&*"),
    min_size=1,
    max_size=40,
).filter(lambda words: bool(words.strip()))

FIELDS: dict[tuple[str | int, ...], Callable[[PrivacyCenter], object]] = {
    ("organisation", "name"): lambda told: told.organisation.name,
    ("organisation", "address", "city"): lambda told: told.organisation.address.city.in_language(
        "nl"
    ),
    ("audiences", "customers", "title"): lambda told: told.audiences["customers"].title.in_language(
        "fr"
    ),
    ("audiences", "customers", "title", "nl"): lambda told: told.audiences[
        "customers"
    ].title.in_language("nl"),
    ("activities", "orders", "purposes", 0): lambda told: (
        told.activities["orders"].purposes[0].in_language("en")
    ),
    ("processors", "host", "name"): lambda told: told.processors["host"].name.in_language("nl"),
    ("processors", "host", "certifications", 0): lambda told: told.processors[
        "host"
    ].certifications[0],
    ("processors", "host", "description"): lambda told: getattr(
        told.processors["host"].description, "everywhere", None
    ),
    ("cookies", "cart", "items", "cart", "purpose"): lambda told: (
        told.cookies["cart"].items["cart"].purpose.in_language("nl")
    ),
    ("sections", "children", "body"): lambda told: told.sections["children"].body.in_language("nl"),
}


@settings(max_examples=150)
@given(st.sampled_from(tuple(FIELDS)), WORDS)
@example(("organisation", "name"), "null")
@example(("organisation", "name"), "007")
@example(("audiences", "customers", "title"), "No")
def test_any_words_in_any_field_are_loaded_as_they_were_written(
    path: tuple[str | int, ...], words: str
) -> None:
    center = full_center()
    parent(center, path)[path[-1]] = words
    told = load(quoted(center)).center
    assert told is not None
    assert FIELDS[path](told) == words.strip()


@settings(max_examples=50)
@given(WORDS)
def test_any_words_of_a_section_are_loaded_as_they_were_written(words: str) -> None:
    told = load(FULL, f"---\ntitle: Security\n---\n{words}\n".encode()).center
    assert told is not None
    body = told.sections["security"].body.in_language("nl")
    assert body == words.replace("\r\n", "\n").strip()


@settings(max_examples=50)
@given(WORDS)
def test_the_name_of_a_stored_item_is_loaded_as_it_was_written(name: str) -> None:
    assume(unseen(name) is None)
    center = full_center()
    center["cookies"]["cart"]["items"] = {name: {"purpose": "winkelwagen"}}
    told = load(quoted(center)).center
    assert told is not None
    assert list(told.cookies["cart"].items) == [name.strip()]


# (c) Formatting

LOCALIZATIONS = {code: Localization(code, load_catalog(code)) for code in LANGUAGES}
LOCALIZED = st.sampled_from(tuple(LOCALIZATIONS.values()))
NUMBER = st.one_of(st.integers(0, 100), st.integers(0, 1000)).map(str)


def amounts(letters: str) -> st.SearchStrategy[str]:
    """Some of the units in order, each with a number."""
    units = st.tuples(*(st.none() | NUMBER.map(f"{{}}{letter}".format) for letter in letters))
    return units.map(lambda some: "".join(one for one in some if one))


PERIOD = st.one_of(
    NUMBER.map("P{}W".format),
    st.tuples(amounts("YMD"), amounts("HMS"))
    .filter(any)
    .map(lambda parts: f"P{parts[0]}" + (f"T{parts[1]}" if parts[1] else "")),
)


@settings(max_examples=300)
@given(PERIOD)
def test_any_period_has_words_in_every_language(period: str) -> None:
    assume(about_days(period) < 150 * 365)
    center = small_center()
    center["activities"]["orders"]["retention"] = {"period": period}
    told = PrivacyCenter.model_validate(center).activities["orders"].retention[0].period
    assert told == period
    for localization in LOCALIZATIONS.values():
        words = localization.period(told)
        assert re.search(r"(\d|één|une?|one).*[a-z]", words)
        assert "duration-" not in words


@given(st.dates())
def test_any_date_has_its_year_and_day_in_every_language(day: date) -> None:
    for localization in LOCALIZATIONS.values():
        words = localization.date(day)
        assert re.fullmatch(rf"{day.day}(er)?\s\S+ {day.year}", words), words


@given(LOCALIZED, st.lists(WORDS | WORDS.map(Markup), max_size=6))
def test_any_list_holds_each_of_its_words_in_order_and_escaped(
    localization: Localization, words: list[str]
) -> None:
    listed = str(localization.listed(words))
    position = 0
    for one in words:
        position = listed.index(str(Markup.escape(one)), position) + len(str(Markup.escape(one)))


# (d) Prose

DANGEROUS = (
    *(
        "<script>alert(1)</script>",
        "<script src=//x>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=x>",
    ),
    *(
        "![a](https://x.example/y.png)",
        '![a](x "y")',
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:x)",
    ),
    *(
        "[a](java\tscript:x)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](//x.example)",
        "<a href=",
    ),
    *('"javascript:x"', "<javascript:alert(1)>", "[a]: javascript:x", "[a][a]", "<iframe src=x>"),
    *(
        "<a href='jav&#x09;ascript:x'>",
        "&#106;avascript:",
        "<p onclick='x'>",
        "<style>",
        "</style>",
    ),
    *("<math><mtext>", "<template>", "<noscript>", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "<"),
    *("<form action=x>", "<object data=x>", "<link rel=stylesheet href=x>", "<base href=x>", "<b>"),
    *(
        "*[HTML]: <script>",
        "HTML",
        "|a|b|\n|-|-|\n|<img src=x>|c|",
        "{: onclick=x}",
        "<details open",
    ),
    *(
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "```\n",
        "`",
        "**",
        "&lt;script&gt;",
        "\\",
        " ",
    ),
)
ALLOWED = {
    *("p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "strong"),
    *("em", "del", "sub", "sup", "abbr", "a", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Harmless(HTMLParser):
    """Refuses any tag, attribute or address that prose may not have."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        for name, value in attrs:
            assert (tag, name) in {("a", "href"), ("a", "rel"), ("abbr", "title"), ("ol", "start")}
            if name == "href":
                address = re.sub(r"[\t\r\n]|^[\x00-\x20]+", "", value or "")
                assert urlsplit(address).scheme.lower() in ("", "http", "https", "mailto", "tel")
                assert not re.match(r"(?i)(javascript|data|vbscript):", address)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(DANGEROUS) | st.text(max_size=6), max_size=10).map("".join))
@example("".join(DANGEROUS))
@example("[it](ftp://a.example/) <ftp://a.example/>")
@example("> " * 3000)
@example("[" * 3000)
@example("*" * 3000)
@example("- a\n" + "    - a\n" * 100)
def test_no_prose_does_harm(words: str) -> None:
    Harmless(convert_charrefs=True).feed(render_prose(words, 3))


@pytest.mark.parametrize("words", DANGEROUS)
def test_nothing_dangerous_does_harm_by_itself(words: str) -> None:
    html = render_prose(words, 3)
    assert not re.search(r"<(script|img|iframe|svg|style|form|object|link|base)\b", html)


def test_prose_keeps_what_is_harmless() -> None:
    assert render_prose("# Who\n\nWe *keep* [it](https://a.example/?b=c&d) & more.", 3) == (
        '<h3>Who</h3>\n<p>We <em>keep</em> <a href="https://a.example/?b=c&amp;d">it</a> '
        "&amp; more.</p>"
    )
