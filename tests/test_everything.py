"""A center that uses every field of the model: nothing is lost, and nothing breaks out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from builds import build_cleanly, write_config
from everything_world import BEFORE_ALL, DATA, localized, pages
from lxml.html import fragment_fromstring
from playwright.sync_api import Page as BrowserPage
from pydantic import ValidationError
from site_checks.accessibility import find_barriers
from site_checks.browser import start_browser
from site_checks.links import find_broken_links
from site_checks.nu import find_markup_errors
from site_checks.server import list_addresses, serve
from worlds import LANGUAGES

from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Context, PrivacyCenter, Record, Text, without_internal
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import NewRelease, write_release

TODAY = date(2026, 2, 1)
LACKING = ("decision-ended", "retention-missing", "service-without-activity")
"""What this center lacks to show what the pages say then."""


@pytest.fixture(scope="module")
def center() -> PrivacyCenter:
    loaded = load_center(DATA, LANGUAGES)
    assert loaded.center, loaded.findings
    return loaded.center


def used_fields(record: Record) -> Iterator[tuple[type[Record], str]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if value not in (None, (), {}):
            yield type(record), name
        entries = value.values() if isinstance(value, Mapping) else value
        for entry in entries if isinstance(value, (Mapping, tuple)) else (value,):
            if isinstance(entry, Record):
                yield from used_fields(entry)


def test_every_field_of_every_record_is_used(center: PrivacyCenter) -> None:
    used = set(used_fields(center))
    missing = {
        f"{record.__name__}.{name}"
        for record, _ in used
        for name in record.model_fields
        if (record, name) not in used and name != "internal"
    }
    # these have the fields of `Contact` and `InternalNotes`, which are used elsewhere
    inheriting = ("DataProtectionOfficer.", "ActivityNotes.", "ProcessorNotes.")
    assert {one for one in missing if not one.startswith(inheriting)} == set()


def texts_in_dutch(content: Any) -> Iterator[str]:
    """Every text that was written down; ids, periods, dates and codes are printed otherwise."""
    if isinstance(content, dict):
        entries = [content["nl"]] if "nl" in content else content.values()
        for entry in entries:
            yield from texts_in_dutch(entry)
    elif isinstance(content, list):
        for entry in content:
            yield from texts_in_dutch(entry)
    elif isinstance(content, str) and not re.fullmatch(
        r"[a-z0-9_-]+|P\w+|[\d-]{10}|[A-Z]{2}", content
    ):
        yield content


def test_everything_that_was_written_stands_in_the_whole_policy(center: PrivacyCenter) -> None:
    policy = pages("nl", day=BEFORE_ALL)["policy"].body
    shown = (policy.unescape() + policy.striptags()).casefold()
    content = without_internal(center).model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude={"personal_data"}
    )
    content["rights"].pop("fields")  # what the request forms ask is no part of the policy
    for key in ("activities", "audiences", "processors", "cookies"):
        for entry in content[key].values():
            entry.pop("use", None)
            entry.pop("facts", None)
    content["organisation"]["supervisory_authority"].pop("use")
    for entry in content["rights"]["further"].values():
        entry.pop("use", None)
        entry.pop("facts", None)
    missing = [
        text
        for text in texts_in_dutch(content)
        for line in text.splitlines()
        if re.sub(r"[*]|^#+|\[.*|\|.*", "", line).strip().casefold() not in shown
    ]
    assert missing == []


def test_nothing_internal_is_on_any_page() -> None:
    for language in LANGUAGES:
        for page in pages(language, day=BEFORE_ALL).values():
            assert "INTERNAL-" not in page.body


# The usual ways to break out of a text, an attribute, a comment, a script, Markdown or a template.
HOSTILE = (
    '<script>window.broken=1</script><img src=x onerror="window.broken=1">'
    "\"'><svg/onload=window.broken=1>--></textarea></title></style>"
    "{{ 7*7 }}{% raw %}${7*7}]]>&lt;[x](javascript:window.broken=1) "
    "![x](https://evil.example/x.png) | ` * _ \u202e"
)


def with_hostile_texts(content: Any, is_valid: Any, path: tuple[Any, ...] = ()) -> int:
    """Put HOSTILE into every text that takes it, in place; return into how many."""
    changed = 0
    keys = content.keys() if isinstance(content, dict) else range(len(content))
    for key in list(keys):
        value = content[key]
        if isinstance(value, (dict, list)):
            changed += with_hostile_texts(value, is_valid, (*path, key))
        elif isinstance(value, str):
            content[key] = f"{value} {HOSTILE}"
            if is_valid():
                changed += 1
            else:
                content[key] = value
    return changed


def as_written(content: Any) -> Any:
    """The data as a person writes it in YAML: every scalar a text, no facts from the catalogue."""
    if isinstance(content, dict):
        return {key: as_written(one) for key, one in content.items() if key != "use"}
    if isinstance(content, list):
        return [as_written(one) for one in content]
    return str(content).lower() if isinstance(content, bool) else str(content)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, center: PrivacyCenter) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    content = as_written(
        without_internal(center).model_dump(
            mode="json", by_alias=True, exclude_none=True, exclude_defaults=True
        )
    )
    identifiers = {kind: tuple(entries) for kind, entries in content.items()}
    context = Context(LANGUAGES, identifiers)

    def is_valid() -> bool:
        try:
            PrivacyCenter.model_validate(content, context=context)
        except ValidationError:
            return False
        return True

    harmless = PrivacyCenter.model_validate(content, context=context)
    assert with_hostile_texts(content, is_valid) > 250
    (folder / "privacy").mkdir()
    written = yaml.safe_dump(content, allow_unicode=False, default_style='"')
    (folder / "privacy" / "center.yml").write_text(written, encoding="utf-8")
    loaded = load_center(folder / "privacy", LANGUAGES).center
    for number, one in enumerate((None, harmless, loaded), start=1):
        day = date(2026, 1, number)
        documents = {code: document_of(one, code) for code in LANGUAGES}
        new = NewRelease(day, day, documents, one, Text(HOSTILE), backdated=Text(HOSTILE))
        write_release(folder / "privacy" / "releases", new, TODAY)
    config = write_config(
        folder,
        plugins={
            "search": {},
            "privacy-center": {
                "requests": {"endpoint": "https://requests.acme.example/"},
                "findings": {"ignore": ["hidden-in-text", *LACKING]},
                "today": str(TODAY),
            },
            "i18n": {
                "languages": [
                    {"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES
                ]
            },
        },
    )
    return build_cleanly(config, folder / "site")


def document_of(center: PrivacyCenter | None, language: str) -> str:
    """A policy as a release freezes it; without data, one that was tampered with."""
    if center is None:
        return f"<!doctype html><title>x</title><body><h1>x</h1><p>{HOSTILE}</p></body>"
    return policy_document(LocalizedCenter(center, localized(language)), Site())


def test_no_text_breaks_out_of_a_feed(hostile_site: Path) -> None:
    feeds = [*hostile_site.rglob("*.atom")]
    assert len(feeds) == 2 * len(LANGUAGES)
    for path in feeds:
        feed = feedparser.parse(path.read_bytes(), sanitize_html=False)
        assert not feed.bozo, feed.bozo_exception
        for content in (entry.content[0].value for entry in feed.entries):
            html = fragment_fromstring(content, create_parent="div")
            assert {element.tag for element in html.iter()} <= HARMLESS
    for path in hostile_site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))


HARMLESS = {"div", "p", "h2", "h3", "h4", "ul", "li", "strong", "code", "a"}


def test_no_text_in_any_field_breaks_out_of_its_html(hostile_site: Path) -> None:
    assert "\n".join(find_markup_errors(hostile_site)) == ""
    assert find_broken_links(hostile_site) == []


def test_no_text_in_any_field_runs_in_a_browser_or_asks_another_host(hostile_site: Path) -> None:
    with serve(hostile_site) as address, start_browser() as browser:
        page: BrowserPage = browser.new_page()
        elsewhere: list[str] = []
        page.on("request", lambda one: None if address in one.url else elsewhere.append(one.url))
        for one in list_addresses(hostile_site, address):
            page.goto(one, wait_until="load")
            assert page.evaluate("window.broken") is None, one
        assert [url for url in elsewhere if not url.startswith(("data:", "blob:"))] == []


def test_a_page_with_everything_on_it_puts_up_no_barrier(
    tmp_path: Path, center: PrivacyCenter
) -> None:
    ignored = {"ignore": [*LACKING]}
    options = {"data_dir": str(DATA), "findings": ignored, "today": str(TODAY)}
    config = write_config(tmp_path, plugins={"search": {}, "privacy-center": options})
    site = build_cleanly(config, tmp_path / "site")
    assert find_markup_errors(site) == []
    assert find_broken_links(site) == []
    with serve(site) as address, start_browser() as browser:
        assert find_barriers(browser, list_addresses(site, address)) == []
