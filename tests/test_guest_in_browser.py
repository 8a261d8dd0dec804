"""A guest among pages with instant navigation, as somebody walks through the site."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from site_checks.browser import start_browser
from site_checks.server import serve
from test_guest import add_center, build_here, write_host

MAIN = '{% extends "base.html" %}\n'


def test_instant_navigation_stays_theirs_and_stops_at_our_door(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with serve(site, "/") as address, start_browser() as browser:
        config = write_host(tmp_path, None, nav=False, main=MAIN)
        config.write_text(
            config.read_text().replace("https://privacy.tuimelkous.example/", address)
        )
        add_center(config)
        assert build_here(config, "-d", str(site)).exit_code == 0
        page = browser.new_page()
        page.route("https://**", lambda route: route.abort())  # their fonts
        with page.expect_response("**/sitemap.xml"):
            page.goto(address)
        page.wait_for_load_state("networkidle")  # it has read the sitemap
        is_one_document(page)

        follow(page, "guide")
        assert is_one_document(page)
        follow(page, "privacy")
        expect(page.locator(".privacy-center-drawer")).to_have_count(1)
        expect(page.locator("meta[http-equiv=Content-Security-Policy]")).to_have_count(1)
        assert not is_one_document(page)

        follow(page, "guide")  # their policy again: none
        expect(page.locator("meta[http-equiv=Content-Security-Policy]")).to_have_count(0)
        assert not is_one_document(page)
        page.go_back()
        expect(page.locator("h1")).to_contain_text("Privacy bij")
        page.go_back()
        expect(page.locator("h1")).to_contain_text("A page of theirs")
        expect(page.locator("meta[http-equiv=Content-Security-Policy]")).to_have_count(0)


def follow(page: Page, name: str) -> None:
    page.click(f".md-tabs__link[href*={name}]")
    page.wait_for_url(f"**/{name}/")
    expect(page.locator("h1")).to_contain_text(
        {"guide": "A page of theirs", "privacy": "Privacy bij"}[name]
    )


def is_one_document(page: Page) -> bool:
    """Whether this is the document that was asked last time; it is remembered for the next."""
    return bool(page.evaluate("[window.seen, window.seen = true][0]"))
