"""What the checks of a built site hold against a page, and what they do not."""

from __future__ import annotations

from pathlib import Path

from site_checks.accessibility import find_barriers
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


PALE = "<style>p, .pale { color: #ccc; background: #fff }</style>"
MANY_LOOKS = (
    "<style>.dim { opacity: 0.3 } .dark { background: #333 } b { color: #ccc }"
    " a { color: #000; text-decoration: none } li { color: #111 }</style>"
    "<p>Seen.</p><p>Seen.</p><p class=dim>Not seen.</p><div class=dark><p>Not seen.</p></div>"
    "<p><b>Not seen.</b></p><div class=dark><b>Seen.</b></div>"
    "<ul><li><a href=/>A link alone</a></li><li>A link <a href=/>among words</a> is not seen</ul>"
)
WITHOUT_NAME = "<button></button>"


def test_colours_are_looked_at_on_both_screens_and_in_dark_on_one(tmp_path: Path) -> None:
    assert {one for one in barriers_of(tmp_path, PALE) if "color-contrast" in one} == {
        f"/one.html [{state}]: color-contrast - p"
        for state in ("light, wide", "dark, wide", "light, phone")
    }


def test_of_elements_that_look_alike_one_is_looked_at_and_of_others_each(tmp_path: Path) -> None:
    prefix = "/one.html [dark, wide]: "
    barriers = barriers_of(tmp_path, MANY_LOOKS)
    assert [one.removeprefix(prefix) for one in barriers if one.startswith(prefix)] == [
        "color-contrast - .dim",
        "color-contrast - div:nth-child(5) > p",
        "color-contrast - p:nth-child(6) > b",
        "link-in-text-block - li:nth-child(2) > a",
    ]


def test_a_look_on_an_earlier_page_excuses_none_unless_it_was_seen_and_all_right(
    tmp_path: Path,
) -> None:
    pale = "<p style='color: #ccc'>Hidden, then not.</p>"
    pages = [f"<div hidden>{pale}</div><p>Fine.</p>", pale, f"<p>Fine.</p>{pale}"]
    for number, body in enumerate(pages):
        (tmp_path / f"{number}.html").write_text(PAGE.format(number) + body, encoding="utf-8")
    with serve(tmp_path) as address, start_browser() as browser:
        addresses = [f"{address}{number}.html" for number in range(len(pages))]
        barriers = find_barriers(browser, addresses, color_schemes=("light",))
    assert {one.partition(" ")[0] for one in barriers if "color-contrast" in one} == {
        "/1.html",
        "/2.html",
    }


def test_all_else_is_looked_at_on_both_screens(tmp_path: Path) -> None:
    named = [one for one in barriers_of(tmp_path, WITHOUT_NAME) if "button-name" in one]
    assert [one.partition("]")[0] for one in named] == [
        "/one.html [light, wide",
        "/one.html [light, phone",
    ]


def barriers_of(site: Path, body: str) -> list[str]:
    (site / "one.html").write_text(PAGE.format("One") + body, encoding="utf-8")
    with serve(site) as address, start_browser() as browser:
        return find_barriers(browser, [f"{address}one.html"])
