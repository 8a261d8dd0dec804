"""What the checks of a built site hold against a page, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_checks.accessibility import Colors, find_barriers
from site_checks.browser import start_browser, visit_and_watch
from site_checks.server import serve

PAGE = '<!doctype html><html lang="en"><title>{0}</title><link rel="icon" href="data:,"><p>{0}'
WORKER = "<script>new Worker('/worker.js')</script>"


def test_what_a_worker_of_the_page_before_still_asks_for_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE.format("One") + WORKER, encoding="utf-8")
    (tmp_path / "two.html").write_text(PAGE.format("Two"), encoding="utf-8")
    late = "setTimeout(() => importScripts('/late.js'), 500)"
    (tmp_path / "worker.js").write_text(late, encoding="utf-8")
    with serve(tmp_path) as address, start_browser() as browser:
        page = browser.new_page()
        page.route("**/late.js", lambda route: None)  # never answered
        assert visit_and_watch(page, f"{address}one.html") == []
        with page.expect_request("**/late.js"):
            pass
        assert visit_and_watch(page, f"{address}two.html") == []


def test_a_request_that_fails_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE.format("One") + WORKER, encoding="utf-8")
    (tmp_path / "worker.js").write_text("importScripts('/late.js')", encoding="utf-8")
    with serve(tmp_path) as address, start_browser() as browser:
        page = browser.new_page()
        page.route("**/late.js", lambda route: route.abort())
        assert f"{address}one.html: request fails (net::ERR_FAILED): {address}late.js" in (
            visit_and_watch(page, f"{address}one.html")
        )


PALE = "<style>p { color: #ccc; background: #fff }</style>"
WITHOUT_NAME = "<button></button>"


@pytest.mark.parametrize(
    ("colors", "seen"),
    [
        ("everywhere", {"light, wide", "light, phone", "dark, wide", "dark, phone"}),
        ("wide", {"light, wide", "dark, wide"}),
        ("nowhere", set()),
    ],
)
def test_colours_are_looked_at_where_they_may_differ(
    colors: Colors, seen: set[str], tmp_path: Path
) -> None:
    (tmp_path / "one.html").write_text(PAGE.format("One") + PALE, encoding="utf-8")
    barriers = barriers_of(tmp_path, colors)
    assert {one for one in barriers if "color-contrast" in one} == {
        f"/one.html [{state}]: color-contrast - p" for state in seen
    }


@pytest.mark.parametrize("colors", ["everywhere", "wide", "nowhere"])
def test_all_else_is_always_looked_at_on_both_screens(colors: Colors, tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE.format("One") + WITHOUT_NAME, encoding="utf-8")
    named = [one for one in barriers_of(tmp_path, colors) if "button-name" in one]
    assert {one.partition("]")[0] for one in named} >= {
        "/one.html [light, wide",
        "/one.html [light, phone",
    }


def barriers_of(site: Path, colors: Colors) -> list[str]:
    with serve(site) as address, start_browser() as browser:
        return find_barriers(browser, [f"{address}one.html"], colors=colors)
