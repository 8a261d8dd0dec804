"""The page about cookies in a real browser: its table, the choice, and what is on this device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import EXAMPLES, BuildOnce, build_cleanly, write_config
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_checks.accessibility import AXE, STAND_STILL, Onlooker
from site_checks.browser import visit_and_watch
from site_checks.server import serve
from worlds import LANGUAGES, NAMES_OF_LANGUAGES, WHAT_ENTRIES_LACK, write_files

COOKIES = """\
consent:
  service: cookieconsent
  how: {nl: U kiest., fr: Vous choisissez., en: You choose.}
cookies:
  cookieconsent: {use: cookieconsent}
  counter:
    name: Compteur d’été
    category: statistics
    purpose: {nl: telt, fr: compte, en: counts}
    provider: Count Inc.
    consent: required
    items:
      _ga_*: {duration: P13M, purpose: {nl: telt, fr: compte, en: counts}}
      _gid: {duration: P1D, purpose: {nl: telt, fr: compte, en: counts}}
      a_rather-long.name_of_a_cookie.that_has-many.parts_and_an_*:
        {duration: PT30M, purpose: {nl: telt, fr: compte, en: counts}}
      visits:
        {type: local_storage, duration: persistent, purpose: {nl: telt, fr: compte, en: counts}}
      tab: {type: session_storage, duration: session, purpose: {nl: telt, fr: compte, en: counts}}
      offline: {type: indexed_db, purpose: {nl: telt, fr: compte, en: counts}}
      ad:
        purpose: {nl: adverteert, fr: fait de la publicité, en: advertises}
        category: marketing
        party: third
        domain: ads.example
"""
HTTP_ONLY = "basket=secret-7; Path=/; HttpOnly"
PHONE = {"width": 390, "height": 844}
SCREENS = 6
"""How long the page of the example webshop may be on a phone, in screens."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A center in three languages whose shop is on the address at which tests serve."""
    folder = tmp_path_factory.mktemp("cookies")
    write_files(folder, {"privacy/cookies.yml": COOKIES})
    organisation = folder / "privacy" / "organisation.yml"
    there = organisation.read_text().replace("https://www.tuimelkous.example", "http://127.0.0.1")
    organisation.write_text(there)
    languages = [
        {"locale": code, "name": name, "default": code == "nl"}
        for code, name in NAMES_OF_LANGUAGES.items()
    ]
    ignored = {"findings": {"ignore": ["no-release", "website-without-https", *WHAT_ENTRIES_LACK]}}
    plugins = {"search": {}, "privacy-center": ignored, "i18n": {"languages": languages}}
    return build_cleanly(write_config(folder, plugins=plugins), folder / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as root:
        yield root


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="en-US") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def url_in(address: str, language: str) -> str:
    return f"{address}{'' if language == 'nl' else f'{language}/'}cookies/"


def shown_names(page: Page) -> list[str]:
    return page.locator("#cookies-table tbody tr:visible th").all_inner_texts()


# The table


def test_without_javascript_it_is_a_plain_table_with_all_rows(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(url_in(address, "en"))
        assert len(shown_names(page)) == 8
        expect(page.locator("#cookies-filter, #cookies-device, #cookies-choice")).to_have_count(3)
        for control in page.locator("#cookies-filter, #cookies-device, #cookies-choice").all():
            expect(control).to_be_hidden()
        expect(page.locator("#cookies-table button")).to_have_count(0)
        page.goto(f"{url_in(address, 'en')}#item-counter._gid")
        expect(page.locator("tr:target th")).to_have_text("_gid")


@pytest.mark.parametrize(
    ("language", "search", "shown"),
    [
        ("nl", "Zoeken", ["8 rijen van 8", "1 rij van 8", "0 rijen van 8"]),
        ("fr", "Rechercher", ["8 lignes sur 8", "1 ligne sur 8", "0 ligne sur 8"]),
        ("en", "Search", ["8 rows of 8", "1 row of 8", "0 rows of 8"]),
    ],
)
def test_what_is_looked_for_is_shown_and_counted_aloud(
    language: str, search: str, shown: list[str], page: Page, address: str
) -> None:
    assert visit_and_watch(page, url_in(address, language)) == []
    told = page.locator("#cookies-shown[role=status]")
    expect(told).to_have_text(shown[0])
    field = page.get_by_role("searchbox", name=search)
    field.fill("ETE _gid")
    expect(told).to_have_text(shown[1])
    assert shown_names(page) == ["_gid"]
    field.fill("nothing like it")
    expect(told).to_have_text(shown[2])
    page.locator("#cookies-filter button[type=reset]").click()
    expect(told).to_have_text(shown[0])


def test_rows_are_chosen_by_category_party_provider_and_consent(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    chosen = {
        "Category": ("Marketing", ["ad"]),
        "Set by": ("Another website", ["ad"]),
        "Provider": ("Tuimelkous", ["cc_cookie"]),
        "Consent": ("Not needed", ["cc_cookie"]),
    }
    for label, (value, names) in chosen.items():
        field = page.locator("#cookies-filter").get_by_label(label)
        field.select_option(label=value)
        assert shown_names(page) == names
        field.select_option("")
    assert len(shown_names(page)) == 8


def test_a_column_says_how_it_is_sorted_and_the_other_way_round_again(
    page: Page, address: str
) -> None:
    page.goto(url_in(address, "en"))
    duration = page.get_by_role("columnheader", name="Duration")
    by_duration = ["tab", "a_rather", "_gid", "cc_cookie", "_ga_*", "visits", "offline", "ad"]
    page.get_by_role("button", name="Duration").click()
    expect(duration).to_have_attribute("aria-sort", "ascending")
    assert [
        name[: len(start)] for name, start in zip(shown_names(page), by_duration, strict=True)
    ] == (by_duration)
    page.get_by_role("button", name="Duration").click()
    expect(duration).to_have_attribute("aria-sort", "descending")
    assert shown_names(page)[0] == "visits"
    assert shown_names(page)[-2:] == ["offline", "ad"]  # of these it is not stated
    page.get_by_role("button", name="Name").click()
    assert duration.get_attribute("aria-sort") is None
    assert shown_names(page)[0] == "_ga_*"


def test_the_link_of_a_row_shows_it_whatever_the_filter_hides(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    page.get_by_role("searchbox").fill("_gid")
    assert shown_names(page) == ["_gid"]
    page.evaluate("location.hash = 'item-cookieconsent.cc_cookie'")
    expect(page.locator("#cookies-table tr:target")).to_be_visible()
    expect(page.locator("#cookies-table tr:target")).to_be_in_viewport()
    expect(page.locator("#cookies-shown")).to_have_text("8 rows of 8")


def test_the_link_to_a_service_unfolds_it_each_time(page: Page, address: str) -> None:
    page.goto(f"{url_in(address, 'en')}#cookie-counter")
    fold = page.locator("details", has=page.locator("#cookie-counter"))
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("#cookie-counter")).to_be_in_viewport()
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    page.locator("#cookies-table").get_by_role("link", name="Compteur").first.click()
    expect(fold).to_have_attribute("open", "")


def test_on_paper_all_is_unfolded(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    expect(page.locator("details.pc-fold[open]")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.pc-fold:not([open])")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.pc-fold[open]")).to_have_count(0)


LINES = """element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let lines = [], top = null
  while (walker.nextNode()) {
    const text = walker.currentNode
    for (let at = 0; at < text.length; at++) {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const box = range.getBoundingClientRect()
      if (top === null || box.top > top + 5) lines.push("")
      top = box.top
      lines[lines.length - 1] += text.data[at]
    }
  }
  return lines
}"""


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_no_name_breaks_in_its_middle_and_no_page_is_wider_than_its_screen(
    width: int, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(url_in(address, "en"))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    lines = [one.evaluate(LINES) for one in page.locator("#cookies-table th code").all()]
    broken = [line for name in lines for line in name[:-1] if not re.search(r"[_.*:/-]$", line)]
    assert broken == []
    for service in page.locator("#cookies-table td:nth-of-type(1) a").all():
        text = service.inner_text().split()
        assert all(set(line.split()) <= set(text) for line in service.evaluate(LINES))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_screen_reader_hears_the_name_of_a_column_once(
    width: int, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(url_in(address, "en"))
    snapshot = page.locator("#cookies-table").aria_snapshot()
    assert snapshot.count("columnheader") == 7
    assert snapshot.count("rowheader") == 8
    row = snapshot[snapshot.index('rowheader "_gid"') :].split("- row ")[0]
    assert [line.strip() for line in row.splitlines() if line.strip().startswith("- cell")] == [
        '- cell "Compteur d’été":',
        '- cell "Count Inc."',
        '- cell "Statistics"',
        '- cell "Our own website"',
        '- cell "One day"',
        '- cell "Needed"',
    ]


def test_where_a_service_is_unfolded_on_a_phone_each_cell_says_its_column(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{url_in(address, 'en')}#cookie-cookieconsent")
    expect(page.locator("details[open]")).to_have_count(1)
    snapshot = page.locator("details[open] .pc-table").aria_snapshot()
    assert snapshot.count('cell "Duration: 182 days"') == 1
    assert "columnheader" not in snapshot


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_table_and_what_is_found_put_up_no_barrier(
    color_scheme: str, width: int, browser: Browser, address: str
) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 844}, reduced_motion="reduce", bypass_csp=True
    ) as context:
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if color_scheme == "dark" else "light")
        page.goto(url_in(address, "en"))
        leave_traces(page)
        page.add_style_tag(content=STAND_STILL)
        page.evaluate(AXE)
        page.get_by_role("button", name="Duration").click()
        page.get_by_role("button", name="Look now").click()
        expect(page.locator(".pc-found li").first).to_be_visible()
        for summary in page.locator("details.pc-fold > summary").all():
            summary.click()
        assert Onlooker().look_at(page, color_scheme, within=".md-content") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_webshop_is_not_long_on_a_phone(
    language: str, browser: Browser, build_once: BuildOnce
) -> None:
    with (
        serve(build_once(EXAMPLES / "webshop" / "mkdocs.yml")) as root,
        browser.new_context(viewport={"width": 390, "height": 844}) as context,
    ):
        page = context.new_page()
        page.goto(url_in(root, language))
        expect(page.locator("#cookies-device")).to_be_visible()
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height <= SCREENS * PHONE["height"]


# The choice


def test_what_was_chosen_is_told_where_it_can_be_read(page: Page, address: str) -> None:
    chosen = (
        '{"categories":["necessary","ads"],"services":{"necessary":[],"statistics":[],"ads":[]}}'
    )
    page.goto(url_in(address, "en"))
    expect(page.locator("#cookies-choice .accepted")).to_be_hidden()
    page.evaluate("text => document.cookie = `cc_cookie=${encodeURIComponent(text)}`", chosen)
    page.reload()
    expect(page.locator("#cookies-choice .accepted")).to_have_text(
        "Accepted in this browser: strictly necessary and ads."
    )
    expect(page.locator("#cookies-choice .refused")).to_have_text(
        "Refused in this browser: statistics."
    )


def test_what_is_no_choice_is_not_told(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    page.evaluate("document.cookie = 'cc_cookie=<img src=x>'")
    page.reload()
    expect(page.locator("#cookies-choice .accepted")).to_be_hidden()
    expect(page.locator("#cookies-choice .refused")).to_be_hidden()


def test_the_choice_opens_where_its_tool_runs_on_the_page(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    button = page.get_by_role("button", name="Change your choice")
    expect(button).to_be_hidden()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => "
        "window.CookieConsent = {showPreferences() { document.title = 'opened' }})"
    )
    page.reload()
    button.click()
    expect(page).to_have_title("opened")


# On this device


def leave_traces(page: Page) -> None:
    """What a shop leaves in a browser, with values that no page may show."""
    page.evaluate(
        """() => {
          document.cookie = "_gid=secret-1; Path=/"
          document.cookie = `_ga_ABC=secret-2; Path=${location.pathname}; Max-Age=99999`
          document.cookie = "stranger=secret-3"
          document.cookie = "secret-4"
          localStorage.setItem("visits", "secret-5")
          sessionStorage.setItem("tab", "secret-6")
          return new Promise(resolve => {
            const asked = indexedDB.open("offline")
            asked.onsuccess = () => { asked.result.close(); resolve() }
          })
        }"""
    )


@pytest.mark.parametrize(
    ("language", "look", "told", "unknown"),
    [
        ("nl", "Nu kijken", "Hier zijn nu 6 onderdelen opgeslagen.", "niet in deze tabel"),
        (
            "fr",
            "Regarder maintenant",
            "6 éléments sont enregistrés ici en ce moment.",
            "absent de ce tableau",
        ),
        ("en", "Look now", "6 items are stored here now.", "not in this table"),
    ],
)
def test_what_is_on_this_device_is_named_without_values_and_nothing_is_sent(
    language: str, look: str, told: str, unknown: str, page: Page, address: str
) -> None:
    page.goto(url_in(address, language))
    leave_traces(page)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("button", name=look).click()
    section = page.locator("#cookies-device")
    expect(section.get_by_role("status")).to_have_text(told)
    found = [
        (item.locator("code").inner_text(), item.locator(".unknown").count() == 1)
        for item in section.locator("li").all()
    ]
    assert sorted(found) == [
        ("_ga_ABC", False),
        ("_gid", False),
        ("offline", False),
        ("stranger", True),
        ("tab", False),
        ("visits", False),
    ]
    assert found[-1] == ("stranger", True)
    expect(section.locator(".unknown")).to_have_text(unknown)
    assert "secret" not in page.content()
    assert requests == []


def test_what_a_script_can_delete_is_deleted_one_by_one(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    leave_traces(page)
    page.get_by_role("button", name="Look now").click()
    section = page.locator("#cookies-device")
    for name in ("_gid", "_ga_ABC", "stranger", "visits", "tab", "offline"):
        section.get_by_role("button", name=f"Delete: {name}", exact=True).click()
        expect(section.get_by_role("status")).to_have_text(f"{name} has been deleted.")
    expect(section.locator("li")).to_have_count(0)
    expect(page.get_by_role("button", name="Look now")).to_be_focused()
    left = page.evaluate(
        """async () => [
          document.cookie, localStorage.length, sessionStorage.length,
          (await indexedDB.databases()).length]"""
    )
    assert left == ["secret-4", 0, 0, 0]
    page.get_by_role("button", name="Look now").click()
    expect(section.get_by_role("status")).to_have_text("This page finds nothing stored here now.")


def test_what_is_closed_to_scripts_is_not_seen_and_the_page_says_so(site: Path, page: Page) -> None:
    with serve(site, headers={"Set-Cookie": HTTP_ONLY}) as address:
        page.goto(url_in(address, "en"))
        page.get_by_role("button", name="Look now").click()
        section = page.locator("#cookies-device")
        expect(section.get_by_role("status")).to_have_text(
            "This page finds nothing stored here now."
        )
        expect(section.locator(".limits")).to_contain_text("HttpOnly")
        assert [cookie["name"] for cookie in page.context.cookies()] == ["basket"]


def test_what_comes_back_at_once_is_said_to_be_there_still(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    page.evaluate("localStorage.setItem('visits', '1')")
    page.evaluate("Storage.prototype.removeItem = () => {}")
    page.get_by_role("button", name="Look now").click()
    page.get_by_role("button", name="Delete: visits").click()
    expect(page.locator("#cookies-device [role=status]")).to_have_text(
        "visits could not be deleted by this page. Delete it in the settings of your browser."
    )
    expect(page.locator("#cookies-device li")).to_have_count(1)


def test_a_page_on_another_domain_says_what_it_cannot_see(page: Page, address: str) -> None:
    page.goto(url_in(address, "en"))
    expect(page.locator("#cookies-device")).to_be_visible()
    expect(page.locator("#cookies-device .elsewhere")).to_be_hidden()
    page.goto(url_in(address, "en").replace("127.0.0.1", "localhost"))
    expect(page.locator("#cookies-device .elsewhere")).to_have_text(
        "This page is on localhost and can see only what is stored for that domain. "
        "It cannot see what 127.0.0.1 keeps for itself."
    )
