"""What the checks of a built site hold against a page, and what they do not."""

from __future__ import annotations

from pathlib import Path

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
