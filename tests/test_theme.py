"""What our theme mends in Material for MkDocs, on pages that are not ours."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect
from site_checks import theme_only
from site_checks.accessibility import VIEWPORTS, find_barriers
from site_checks.browser import visit_and_watch
from site_checks.links import find_broken_links
from site_checks.nu import find_markup_errors
from site_checks.server import list_addresses, serve
from worlds import NAMES_OF_LANGUAGES

TEXT = """
# A page in {language}

Words with a [link]({link}), some `code`, and what is "quoted".

| Cookie | Purpose | How long it stays | Who reads it |
|--------|---------|-------------------|--------------|
| `_ga`  | Counts  | Thirteen months   | averyverylongnamethatdoesnotfitonaphone |

## A heading

```python
print("a line of code that is much longer than the screen of a phone is wide", 3.14)  # yes
```

### Below it

!!! note
    It is noted. [Do it](#a-heading){{ .md-button }}

## Another heading

### Below it

"""

WITHOUT_OPTIONS: dict[str, object] = {
    "site_name": "Winkel",
    "theme": {"name": "material"},
    "plugins": ["search"],
}

WITH_ALL_OPTIONS: dict[str, object] = {
    "site_name": "Winkel",
    "site_url": "https://winkel.example/privacy/",
    "repo_url": "https://github.com/winkel/privacy",
    "copyright": "Winkel BV",
    "theme": {
        "name": "material",
        "features": [
            "content.code.copy",
            "navigation.footer",
            "navigation.indexes",
            "navigation.instant",
            "navigation.path",
            "navigation.tabs",
            "navigation.top",
            "search.highlight",
            "search.share",
            "search.suggest",
            "toc.follow",
        ],
        "palette": [
            {
                "media": f"(prefers-color-scheme: {name})",
                "scheme": scheme,
                "toggle": {"icon": "material/brightness-6", "name": "Licht of donker"},
            }
            for name, scheme in (("light", "default"), ("dark", "slate"))
        ],
    },
    "extra": {
        "social": [{"icon": "fontawesome/brands/github", "link": "https://github.com/winkel"}]
    },
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "pymdownx.superfences",
        "pymdownx.highlight",
        {"toc": {"permalink": True}},
    ],
    "plugins": [
        "search",
        {
            "i18n": {
                "languages": [
                    {"locale": locale, "name": name, "default": locale == "nl"}
                    for locale, name in NAMES_OF_LANGUAGES.items()
                ]
            }
        },
    ],
}

CONFIGURATIONS: dict[str, dict[str, object]] = {
    "without options": WITHOUT_OPTIONS,
    "with all options": WITH_ALL_OPTIONS,
    "without directory URLs": WITH_ALL_OPTIONS | {"use_directory_urls": False},
}


two_sites = pytest.mark.parametrize("site", ["without options", "with all options"], indirect=True)
"""Not all three: looking closely takes time, and the form of an address changes no colour."""


class Site(NamedTuple):
    """A built site, and where a browser finds it."""

    folder: Path
    address: str
    published_at: str


@pytest.fixture(scope="module", params=CONFIGURATIONS)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("site")
    options = CONFIGURATIONS[request.param] | {"hooks": [theme_only.__file__]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(options), encoding="utf-8")
    write_pages(root / "docs", NAMES_OF_LANGUAGES if "site_url" in options else {"": "English"})
    build(load_config(str(root / "mkdocs.yml"), strict=True))
    published_at = str(options.get("site_url", "/"))
    with serve(root / "site", re.sub("https://[^/]+", "", published_at)) as address:
        yield Site(root / "site", address, published_at)


def write_pages(docs: Path, languages: dict[str, str]) -> None:
    (docs / "guide").mkdir(parents=True)
    links = {"index": "guide/index.md", "guide/index": "rights.md", "guide/rights": "../index.md"}
    for locale, language in languages.items():
        for name, link in links.items():
            file = docs / f"{name}.{locale}.md".replace("..md", ".md")
            file.write_text(TEXT.format(language=language, link=link), encoding="utf-8")


def test_the_markup_is_valid(site: Site) -> None:
    assert find_markup_errors(site.folder) == []


def test_every_link_leads_somewhere(site: Site) -> None:
    assert find_broken_links(site.folder, site.published_at) == []


def test_nothing_leaves_the_site_and_the_console_stays_silent(site: Site, browser: Browser) -> None:
    addresses = [*list_addresses(site.folder, site.address), f"{site.address}no/such/page/"]
    with browser.new_context() as context:
        page = context.new_page()
        assert [problem for one in addresses for problem in visit_and_watch(page, one)] == []


@two_sites
def test_no_page_has_a_barrier(site: Site, browser: Browser) -> None:
    addresses = list_addresses(site.folder, site.address)
    assert find_barriers(browser, [one for one in addresses if "/en/" not in one]) == []


@two_sites
def test_the_search_dialog_has_no_barrier(site: Site, browser: Browser) -> None:
    assert find_barriers(browser, [site.address], search_for="words") == []


def test_every_page_has_a_language_a_favicon_a_description_and_an_address(site: Site) -> None:
    for file in site.folder.rglob("*.html"):
        name = file.relative_to(site.folder).as_posix()
        html = file.read_text(encoding="utf-8")
        default = "nl" if site.published_at != "/" else "en"
        language = name[:2] if name[:3] in ("fr/", "en/") else default
        assert f'<html lang="{language}"' in html, name
        assert re.search(r'<link rel="icon" href="[^"]+"', html), name
        assert re.search(r'<meta name="description" content="[^"]{20,}"', html), name
        if site.published_at != "/" and name != "404.html":
            assert f'<link rel="canonical" href="{site.published_at}' in html, name


@pytest.mark.parametrize("page_name", ["", "guide/rights"])
def test_without_javascript_a_language_leads_to_the_same_page(
    site: Site, browser: Browser, page_name: str
) -> None:
    if site.published_at == "/":
        pytest.skip("has one language")
    [start] = [one for one in list_addresses(site.folder, site.address) if is_page(one, page_name)]
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(start)
        for language, prefix in (("fr", "fr/"), ("en", "en/"), ("nl", "")):
            page.hover(".md-select")
            link = page.locator(f".md-select__link[hreflang={language}]")
            expect(link).to_have_attribute("lang", language)
            link.click()
            there = start.replace(site.address, site.address + prefix)
            assert page.url.removesuffix("index.html") == there
            expect(page.locator("html")).to_have_attribute("lang", language)


def is_page(address: str, name: str) -> bool:
    return re.fullmatch(rf".+/privacy/{name}(\.html|/)?", address) is not None


def test_the_error_page_speaks_every_language(site: Site, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}no/such/page/")
        if site.published_at == "/":
            expect(page.locator("h1")).to_have_text("Page not found")
        else:
            expect(page.locator("h1")).to_have_text("Pagina niet gevonden")
            expect(page.locator("article [lang=fr]")).to_contain_text("Page introuvable")
            expect(page.locator("article [lang=en]")).to_contain_text("Page not found")
        page.locator("article a").last.click()
        expect(page.locator("h1")).to_contain_text("A page in English")


def test_on_paper_there_is_only_the_text(site: Site, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.address)
        page.emulate_media(media="print")
        expect(page.locator("article")).to_be_visible()
        for frame in page.locator("header, footer, nav, button, .md-search").all():
            expect(frame).to_be_hidden()


def test_a_footer_that_says_nothing_is_no_bar(site: Site, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.address)
        bar = page.locator(".md-footer-meta")
        expect(bar).to_be_visible()
        page.locator(".md-social").evaluate_all("all => all.forEach(one => one.remove())")
        expect(bar).to_be_visible()
        page.locator(".md-copyright").evaluate("one => one.replaceChildren()")
        expect(bar).to_be_hidden()


def test_on_a_phone_the_keyboard_opens_and_closes_the_navigation(
    site: Site, browser: Browser
) -> None:
    with browser.new_context(viewport=VIEWPORTS["phone"], reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.address)
        navigation = page.locator(".md-sidebar--primary")
        button = page.locator(".privacy-center-drawer")
        expect(navigation).to_be_hidden()
        button.focus()
        page.keyboard.press("Enter")
        expect(navigation).to_be_visible()
        expect(button).to_have_attribute("aria-expanded", "true")
        assert focus_is_within(page, ".md-sidebar--primary")
        page.keyboard.press("Escape")
        expect(navigation).to_be_hidden()
        assert focus_is_within(page, ".privacy-center-drawer")


def focus_is_within(page: Page, selector: str) -> bool:
    return bool(page.evaluate(f"document.activeElement.closest('{selector}') !== null"))
