"""The exported configurations in a real browser, with the tools themselves as npm has them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from consent_world import COOKIES, center_with, exported, sources_of
from node import JAVASCRIPT
from patience import until
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

SHOP = "https://www.tuimelkous.example/"
PACKAGES = JAVASCRIPT / "node_modules"
SOURCES = sources_of(center_with(COOKIES))

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
KLARO = """
<link rel="stylesheet" href="/klaro/dist/klaro.css">
<script defer src="/klaro-config.js"></script>
<script defer src="/klaro/dist/klaro-no-css.js"></script>
"""
COOKIECONSENT = """
<link rel="stylesheet" href="/vanilla-cookieconsent/dist/cookieconsent.css">
<script type="module" src="/start.js"></script>
"""
START = """\
import config from "/cookieconsent-config.js";
import { run } from "/vanilla-cookieconsent/dist/cookieconsent.esm.js";
run({ ...config, hideFromBots: false });
"""
"""As in the how-to, but for a browser that a test drives, from which the banner would hide."""
TARTEAUCITRON = """
<script src="/tarteaucitronjs/tarteaucitron.js"></script>
<script src="/tarteaucitron-config.js"></script>
"""

HELD = {
    ("cart", "www.tuimelkous.example"): False,
    ("m_login", "www.tuimelkous.example"): False,
    ("shared", ".tuimelkous.example"): False,
    ("stranger", "www.tuimelkous.example"): False,
    ("xm_1", "www.tuimelkous.example"): False,
    ("m-long-endless", "www.tuimelkous.example"): False,
    ("_M", "www.tuimelkous.example"): False,
    ("MXid1$", "www.tuimelkous.example"): False,
    ("_m", ".tuimelkous.example"): True,
    ("m_1", "www.tuimelkous.example"): True,
    ("m_2", ".www.tuimelkous.example"): True,
    ("m-long-end", ".tuimelkous.example"): True,
    ("M.id+1$", "www.tuimelkous.example"): True,
    ("ad_id", ".tuimelkous.example"): True,
    ("far", "measure.example"): False,
}
"""What the browser holds, and whether refusing deletes it: the table lists it, a script can."""
HTTP_ONLY = "m_http"
"""Of the pattern `m_*`, but no script sees it."""


def open_shop(
    browser: Browser, head: str, policy: str, language: str = "nl"
) -> tuple[Page, list[str]]:
    """The shop with a banner, and all that its console complains of."""
    context = browser.new_context()
    context.route("**/*", lambda route: answer(route, head, policy, language))
    page = context.new_page()
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(SHOP)
    if TARTEAUCITRON in head:  # it shows its buttons before it has added the services
        page.locator("#pc-measure__marketingLine").wait_for(state="attached")
    return page, complaints


def visit(page: Page) -> None:
    """What the shop and its services store while somebody looks around."""
    cookies = [{"name": name, "domain": domain} for name, domain in HELD]
    invisible = {"name": HTTP_ONLY, "domain": "www.tuimelkous.example", "httpOnly": True}
    page.context.add_cookies(
        [{"value": "1", "path": "/", **cookie} for cookie in (*cookies, invisible)]  # type: ignore[list-item]
    )
    page.evaluate(
        "for (const [area, name] of [[localStorage, 'm.store'], [localStorage, 'm-store'],"
        " [sessionStorage, 'm.tab1'], [sessionStorage, 'tab']]) area.setItem(name, '1')"
    )
    page.evaluate(
        "Promise.all(['m.rows', 'm.rows-2', 'm-rows'].map((name) => new Promise((done) => {"
        " const asked = indexedDB.open(name);"
        " asked.onsuccess = () => { asked.result.close(); done(); } })))"
    )


def answer(route: Route, head: str, policy: str, language: str) -> None:
    """The shop, its configuration or a file of a package."""
    path = urlsplit(route.request.url).path
    if not route.request.url.startswith(SHOP):
        route.abort()
    elif path == "/":
        html = (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<title>Shop</title><link rel="icon" href="data:,">{head}</head><body><h1>Shop</h1>'
        )
        headers = {"content-security-policy": policy}
        route.fulfill(body=html, content_type="text/html", headers=headers)
    elif path == "/again.js":  # the consent revision has not risen yet
        route.fulfill(body="", content_type="text/javascript")
    elif path == "/start.js":
        route.fulfill(body=START, content_type="text/javascript")
    elif (file := PACKAGES / path[1:]).is_file():
        route.fulfill(path=file)
    else:
        content = exported(SOURCES, path[1:])
        route.fulfill(body=content, content_type="text/javascript")


def held(context: BrowserContext) -> set[tuple[str, str]]:
    """The cookies that are left, but for the banner's own."""
    own = ("klaro", "cc_cookie", "tarteaucitron")
    cookies = [(one.get("name", ""), one.get("domain", "")) for one in context.cookies()]
    return {cookie for cookie in cookies if cookie[0] not in own}


def stored(page: Page) -> list[str]:
    """The keys that are left in both kinds of storage."""
    keys: list[str] = page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()"
    )
    return keys


def databases(page: Page) -> list[str]:
    """The databases that are left."""
    names: list[str] = page.evaluate(
        "indexedDB.databases().then((all) => all.map((one) => one.name).sort())"
    )
    return names


Choose = Callable[[Page, str], None]


def klaro(page: Page, words: str) -> None:
    page.locator(".klaro .cookie-notice").get_by_role("button", name=words).click()


def cookieconsent(page: Page, words: str) -> None:
    page.locator("#cc-main .cm").get_by_role("button", name=words).click()


def tarteaucitron(page: Page, words: str) -> None:
    """Its buttons do nothing in the first half second, so whoever is quick clicks again."""
    alert, panel = page.locator("#tarteaucitronAlertBig"), page.locator("#tarteaucitron")
    for _ in range(100):
        alert.get_by_role("button", name=words).click()
        page.wait_for_timeout(100)
        if panel.is_visible() or not alert.is_visible():
            return
    pytest.fail("the banner does nothing")


BANNERS = pytest.mark.parametrize(
    ("head", "policy", "choose", "table"),
    [
        pytest.param(KLARO, STRICT, klaro, ".klaro .cookie-modal", id="klaro"),
        pytest.param(COOKIECONSENT, STRICT, cookieconsent, "#cc-main .pm", id="cookieconsent"),
        pytest.param(
            TARTEAUCITRON,
            STRICT,
            tarteaucitron,
            "#tarteaucitron",
            id="tarteaucitron",
        ),
    ],
)

WORDS = {
    "nl": ("Alles aanvaarden", "Alles weigeren", "Zelf kiezen", "Bezoeker", "13 maanden"),
    "fr": ("Tout accepter", "Tout refuser", "Choisir en détail", "Visiteur", "13 mois"),
    "en": ("Accept all", "Refuse all", "Choose in detail", "Visitor", "13 months"),
}


@BANNERS
def test_refusing_deletes_what_the_table_lists_and_a_script_can_delete_and_nothing_else(
    browser: Browser, head: str, policy: str, choose: Choose, table: str
) -> None:
    page, complaints = open_shop(browser, head, policy)
    visit(page)
    choose(page, "Alles weigeren")
    expected = {cookie for cookie, goes in HELD.items() if not goes}
    expected.add((HTTP_ONLY, "www.tuimelkous.example"))
    until(lambda: held(page.context) <= expected, doing=lambda: page.wait_for_timeout(20))
    page.wait_for_timeout(200)  # what should stay has had the time to go
    assert held(page.context) == expected
    assert stored(page) == ["m-store", "tab"]
    assert databases(page) == ["m-rows"]
    assert complaints == []
    page.context.close()


@BANNERS
def test_accepting_keeps_everything(
    browser: Browser, head: str, policy: str, choose: Choose, table: str
) -> None:
    page, complaints = open_shop(browser, head, policy)
    choose(page, "Alles aanvaarden")
    visit(page)
    page.reload(wait_until="networkidle")
    expect(page.get_by_text("Alles weigeren").filter(visible=True)).to_have_count(0)
    assert held(page.context) == {*HELD, (HTTP_ONLY, "www.tuimelkous.example")}
    assert stored(page) == ["m-store", "m.store", "m.tab1", "tab"]
    assert databases(page) == ["m-rows", "m.rows", "m.rows-2"]
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("language", WORDS)
@BANNERS
def test_the_banner_is_in_the_language_of_the_page_with_a_table_of_all_items(
    browser: Browser, head: str, policy: str, choose: Choose, table: str, language: str
) -> None:
    page, complaints = open_shop(browser, head, policy, language)
    accept, refuse, detail, purpose, duration = WORDS[language]
    for words in (accept, refuse, detail):
        expect(page.get_by_text(words).filter(visible=True).first).to_be_visible()
    choose_in_detail(page, choose, detail)
    shown = page.locator(table).text_content() or ""
    shown = shown.replace("\u00a0", " ")
    for words in ("Measure & Co", "Counter", purpose, duration, "Measure Ltd"):
        assert words in shown
    for item in (
        "cart",
        "m_login",
        "_m",
        "m_*",
        "m-*-end",
        "M.id+1$",
        "m.store",
        "m.rows*",
        "ad_id",
        "far",
    ):
        assert item in shown
    assert "open.gif" not in shown  # of e-mails, for which no website asks
    assert complaints == []
    page.context.close()


def choose_in_detail(page: Page, choose: Choose, words: str) -> None:
    if choose is klaro:
        page.locator(".klaro .cookie-notice").get_by_text(words).click()
    else:
        choose(page, words)


AGAIN = '<script defer src="/again.js"></script>'


@pytest.mark.parametrize(
    ("head", "choose", "renamed"),
    [
        pytest.param(
            KLARO.replace('<script defer src="/klaro/', f'{AGAIN}<script defer src="/klaro/'),
            klaro,
            'window.klaroConfig.storageName = "klaro-2";',
            id="klaro",
        ),
        pytest.param(
            TARTEAUCITRON + AGAIN.replace(" defer", ""),
            tarteaucitron,
            'tarteaucitron.parameters.cookieName = "tarteaucitron-2";',
            id="tarteaucitron",
        ),
    ],
)
def test_a_tool_without_a_revision_asks_everybody_again_under_another_name(
    browser: Browser, head: str, choose: Choose, renamed: str
) -> None:
    """As in the how-to of each."""
    page, complaints = open_shop(browser, head, STRICT)
    question = page.get_by_text("Alles weigeren").filter(visible=True)
    choose(page, "Alles aanvaarden")
    page.reload(wait_until="networkidle")
    expect(question).to_have_count(0)
    page.route(
        "**/again.js", lambda route: route.fulfill(body=renamed, content_type="text/javascript")
    )
    page.reload(wait_until="networkidle")
    expect(question).to_have_count(1)
    choose(page, "Alles weigeren")
    page.reload(wait_until="networkidle")
    expect(question).to_have_count(0)
    assert complaints == []
    page.context.close()
