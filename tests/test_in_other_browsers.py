"""What a visitor needs most, in Firefox and in WebKit: pages, search, languages, versions, forms.

The other tests that need a browser have Chromium. See site_checks/phones.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builds import EXAMPLES, BuildOnce
from requests_in_browser.endpoint import Endpoint, listening, replies
from requests_in_browser.world import build
from site_checks.phones import PHONES, WIDTH, Phone, complaining, take_complaints, wait_for
from site_checks.server import serve
from site_checks.webkit import find_missing
from test_content_security import headers_of
from test_pictures_in_browser import CUT

PAGES = (
    *("", "data/", "processors/", "cookies/", "rights/access/", "policy/", "changes/", "versions/"),
    *("who-has-your-data/", "fr/", "en/for/customers/", "404.html"),
)


@pytest.fixture(scope="module", params=PHONES)
def switched_on(request: pytest.FixtureRequest) -> Iterator[Phone]:
    if request.param == "webkit" and (missing := find_missing()):
        pytest.skip(f"no {' and no '.join(missing)} here: see .ci/browser")
    with PHONES[request.param]() as phone:
        yield phone


@pytest.fixture
def phone(switched_on: Phone) -> Iterator[Phone]:
    """A phone on which nothing may go wrong."""
    yield switched_on
    assert take_complaints(switched_on) == []


@pytest.fixture(scope="module")
def address(build_once: BuildOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example webshop, with the headers that it asks its host to send."""
    site = build_once(EXAMPLES / "webshop/mkdocs.yml")
    copy = complaining(site, tmp_path_factory.mktemp("webshop") / "site")
    with serve(copy, headers=headers_of(copy)) as address:
        yield address


def has_focus(selector: str) -> str:
    return f"document.activeElement.matches('{selector}')"


def is_shown(selector: str) -> str:
    return f"document.querySelector('{selector}')?.checkVisibility({{visibilityProperty: true}})"


def test_pages_are_whole_and_no_wider_than_a_phone(phone: Phone, address: str) -> None:
    problems = []
    for name in PAGES:
        problems += phone.open(address + name)
        wide, titles = phone.ask(
            "[document.documentElement.scrollWidth, document.querySelectorAll('h1').length]"
        )
        if wide > WIDTH or titles != 1:
            problems.append(f"{name}: {wide} pixels wide, with {titles} titles")
    assert problems == []


def test_pictures_are_shown_whole(phone: Phone, address: str) -> None:
    for name in ("who-has-your-data/", "versions/"):
        phone.open(address + name)
        phone.ask("document.querySelectorAll('details').forEach(one => { one.open = true })")
        narrowest = phone.ask(
            "Math.min(...[...document.querySelectorAll('svg.pc-picture')]"
            ".map(one => one.getBoundingClientRect().width))"
        )
        assert 100 < narrowest <= WIDTH
        assert phone.ask(f"({CUT})()") == []


def test_search_finds_a_page_and_escape_closes_it(phone: Phone, address: str) -> None:
    phone.open(address)
    phone.click("label[for=__search]")
    wait_for(phone, has_focus("[data-md-component=search-query]"))
    phone.type("bpost")
    wait_for(phone, is_shown(".md-search-result__link"))
    phone.press("Escape")
    wait_for(phone, f"!({is_shown('.md-search__output')})")


def test_the_menu_of_languages_keeps_the_page(phone: Phone, address: str) -> None:
    phone.open(f"{address}cookies/")
    phone.click(".md-select button")
    wait_for(phone, is_shown("a[hreflang=fr]"))
    phone.click(".md-select a[hreflang=fr]")
    wait_for(
        phone, "location.pathname === '/fr/cookies/' && document.documentElement.lang === 'fr'"
    )


def test_dark_stays_dark_on_the_next_page_and_empty_choices_stay_empty(
    phone: Phone, address: str
) -> None:
    phone.open(address)
    phone.click(".privacy-center-palette")
    phone.open(f"{address}rights/objection/")
    scheme = "document.body.dataset.mdColorScheme"
    wait_for(phone, f"{scheme} === 'slate'")
    for kind in ("radio", "checkbox"):
        # one that WebKit paints itself is white, whatever its background
        style = f"getComputedStyle(document.querySelector('.pc-choice [type={kind}]'))"
        painted = phone.ask(f"[{style}.appearance, {style}.backgroundColor]")
        assert painted == ["none", "rgba(0, 0, 0, 0)"]
    phone.click(".privacy-center-palette")
    wait_for(phone, f"{scheme} === 'default'")


def test_a_link_unfolds_what_it_points_to(phone: Phone, address: str) -> None:
    phone.open(f"{address}data/#activity-newsletter")
    wait_for(phone, "document.querySelector('details:has(> summary #activity-newsletter)').open")


def test_a_day_leads_to_the_version_that_applied(phone: Phone, address: str) -> None:
    phone.open(f"{address}versions/")
    phone.fill("#applied-on input", "2018-01-01")
    phone.click("#applied-on button")
    wait_for(phone, "document.querySelector('#applied-on [role=status]').textContent !== ''")
    phone.fill("#applied-on input", "2024-03-01")
    phone.click("#applied-on button")
    wait_for(phone, "location.pathname === '/versions/2023-09-15/'")


def test_two_versions_are_compared(phone: Phone, address: str) -> None:
    phone.open(f"{address}versions/")
    phone.choose("#compare-older", "2023-09-15")
    phone.choose("#compare-newer", "2024-06-03")
    phone.click("#compare button")
    wait_for(phone, has_focus("#comparison-title"))
    for change in ("ins", "del"):
        assert phone.ask(f"document.querySelectorAll('#comparison {change}').length") > 10


def test_a_link_since_a_version_shows_what_changed_after_it(phone: Phone, address: str) -> None:
    phone.open(f"{address}changes/#since-2025-10-01")
    wait_for(phone, "document.querySelector('#shown').textContent !== ''")
    assert phone.ask(
        "[...document.querySelectorAll('.pc-version')]"
        ".filter(one => one.checkVisibility()).map(one => one.dataset.id)"
    ) == ["2027-04-01", "2027-03-01", "2027-02-01", "2027-01-01"]


# A request


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    with listening() as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory, endpoint: Endpoint) -> Iterator[str]:
    """The address of a form that is posted to the endpoint."""
    folder = tmp_path_factory.mktemp("forms")
    requests = {"endpoint": f"{endpoint.address}/{{right}}", "format": "json"}
    site = complaining(build(folder, requests), folder / "copy")
    with serve(site, headers=headers_of(site)) as root:
        yield f"{root}rights/erasure/"


def value(name: str) -> str:
    return f"document.querySelector('#request-form [name={name}]').value"


SEND = "#request-form button[type=submit]"


def test_a_request_is_sent_after_mistakes_and_a_failure(
    phone: Phone, form: str, endpoint: Endpoint
) -> None:
    endpoint.forget()
    phone.open(form)
    phone.click(SEND)
    wait_for(phone, has_focus("#request-problems"))
    assert phone.ask("document.querySelectorAll('#request-problems a').length") > 1
    phone.click("#request-problems a")
    wait_for(phone, has_focus("#request-audience-customers"))

    phone.click("#request-audience-members")
    phone.fill("#request-form [name=name]", "Zoë d’Hondt & Co")
    phone.fill("#request-form [name=email]", "zoe@voorbeeld.example")
    endpoint.answer = replies(500, {})
    phone.click(SEND)
    wait_for(phone, has_focus("#request-failure"))
    assert phone.ask(value("name")) == "Zoë d’Hondt & Co"

    endpoint.forget()
    phone.click(SEND)
    wait_for(phone, is_shown("#receipt-filled"))
    [fields] = [post.json for post in endpoint.received]
    assert (fields["name"], fields["audience"]) == ("Zoë d’Hondt & Co", "members")
    assert fields["reference"] in phone.ask("document.querySelector('#receipt-filled').innerText")
    phone.ask("history.back()")
    wait_for(phone, f"location.pathname === '/rights/erasure/' && {value('name')} === ''")
