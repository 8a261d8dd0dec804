"""`mkdocs serve` makes the page that somebody looks at, and each other one when somebody opens it.

That no page is ever stale is what test_rebuilding.py is for; here are the server, and what it says.
"""

from __future__ import annotations

import json
import re
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError

import pytest
import yaml
from patience import PATIENCE
from test_serve import Preview, preview, wait_until
from worlds import write_files

from mkdocs_privacy.plugin.source_view import ADDRESS
from mkdocs_privacy.shipped import shipped

__all__ = ["preview"]

RELOADED = "Reloading browsers"


def rename(preview: Preview, old: str, new: str, looking_at: str = "/") -> None:
    """Change the name of the organisation, and wait for the page that somebody looks at."""
    preview.page(looking_at)
    preview.edit(f"name: {old}", f"name: {new}")
    wait_until(lambda: new in preview.page(looking_at), preview)


def made(preview: Preview) -> list[str]:
    """What was made because somebody asked for it, in that order."""
    return re.findall(r"privacy-center: Making (.*)", preview.log())


def test_a_page_is_made_when_somebody_opens_it(preview: Preview) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous")
    assert made(preview) == []
    assert (
        "privacy-center: Only the pages that were looked at last are made after a change: each "
        "other page is made when somebody opens it\n"
    ) in preview.log()

    assert "Vlinderkous" in preview.page("/contact/")
    assert "Vlinderkous" in preview.page("/contact/")
    assert "Vlinderkous" in preview.page("/")
    assert made(preview) == ["contact/index.html"]
    # nobody loses what they typed into a form
    assert preview.log().count(RELOADED) == preview.log().count("Detected file changes")


def test_what_was_looked_at_last_is_made_at_once(preview: Preview) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous", looking_at="/contact/")
    preview.page("/data/")
    assert made(preview) == ["data/index.html"]

    rename(preview, "Vlinderkous", "Tuimelkous Twee", looking_at="/data/")
    assert "Tuimelkous Twee" in preview.page("/contact/")
    assert made(preview) == ["data/index.html"]


def test_what_is_made_of_every_page_is_made_of_every_page(preview: Preview) -> None:
    headers = preview.page("/_headers")
    rename(preview, "Tuimelkous", "Vlinderkous")
    found = json.loads(preview.page("/search/search_index.json"))["docs"]
    assert {"contact/", "data/", "rights/"} <= {one["location"] for one in found}
    assert any("Vlinderkous" in f"{one['title']} {one['text']}" for one in found)
    assert preview.page("/_headers") == headers
    assert json.loads(preview.page("/exports/request.openapi.json"))["openapi"] == "3.1.0"
    assert "Vlinderkous" in preview.page("/contact/")
    assert made(preview) == ["all pages"]


def test_what_a_build_says_is_said_once_for_each_edit(preview: Preview) -> None:
    said = "organisation.yml"
    preview.edit("name: Tuimelkous", "name: Vlinderkous\n  phone: x")
    wait_until(lambda: "Aborted" in preview.log(), preview)
    preview.edit("\n  phone: x", "")
    wait_until(lambda: "Vlinderkous" in preview.page(), preview)
    lines = [line for line in preview.log().splitlines() if said in line]
    preview.page("/contact/")
    preview.page("/data/")
    assert [line for line in preview.log().splitlines() if said in line] == lines


def test_many_visitors_at_once_see_the_new_pages_and_nothing_half_made(preview: Preview) -> None:
    pages = ["/", "/contact/", "/data/", "/processors/", "/rights/", "/rights/access/", "/policy/"]
    rename(preview, "Tuimelkous", "Vlinderkous")
    with ThreadPoolExecutor(16) as visitors:
        seen = [*visitors.map(preview.page, pages * 4)]
    assert all("</html>" in page and "Vlinderkous" in page for page in seen)
    assert len(made(preview)) == len({*made(preview)})  # once for each page, not for each visitor


FAILS_LATER = (
    "<h1>Contact</h1>{% if organisation.name == 'Vlinderkous' %}{{ 1 // 0 }}{% endif %}"
    "<p>{{ organisation.name }}</p>"
)


@pytest.mark.parametrize("preview", [FAILS_LATER], indirect=True, ids=["a template that fails"])
def test_a_page_that_cannot_be_made_is_explained_and_survived(preview: Preview) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous")
    with pytest.raises(HTTPError) as failed:
        preview.page("/contact/")
    assert failed.value.code == 503
    said, waits_for_next_build = failed.value.read().decode().split("</p>")
    assert said.endswith(
        "<p>This page could not be made: the terminal says why. It loads again once that is mended."
    )
    assert "livereload(" in waits_for_next_build
    assert "contact/index.html could not be made" in preview.log()
    assert "Vlinderkous" in preview.page("/")
    assert "Vlinderkous" in preview.page("/data/")

    preview.edit("name: Vlinderkous", "name: Distelkous")
    wait_until(lambda: "Distelkous" in opened(preview, "/contact/"), preview)
    assert "Distelkous" in preview.page("/")


def opened(preview: Preview, page: str) -> str:
    """A page, or nothing while there is none."""
    try:
        return preview.page(page)
    except (HTTPError, OSError):
        return ""


def test_with_templates_that_changed_every_page_is_made(preview: Preview, tmp_path: Path) -> None:
    preview.page("/data/")
    write_files(tmp_path, {"privacy/templates/pages/contact.html": "<h1>Hier</h1>"})
    wait_until(lambda: preview.log().count(RELOADED) >= 1, preview)
    assert "<h1>Hier</h1>" in preview.page("/contact/")
    assert made(preview) == []


def test_without_a_center_nothing_is_put_off(preview: Preview, tmp_path: Path) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous")
    config = tmp_path / "mkdocs.yml"
    written = yaml.safe_load(config.read_text("utf-8"))
    center = next(one for one in written["plugins"] if "privacy-center" in one)
    plugins = [one for one in written["plugins"] if one is not center]
    off = {"privacy-center": {"enabled": False}}
    (tmp_path / "docs" / "more.md").write_text("# Meer\n")
    config.write_text(yaml.safe_dump({**written, "plugins": [*plugins, off]}), "utf-8")
    wait_until(lambda: "more/" in opened(preview, "/search/search_index.json"), preview)


def test_only_where_browsers_wait_nothing_is_made(preview: Preview) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous")
    with socket.create_connection(preview.address.split(":")) as connection:
        connection.sendall(b"GET /livereload/../contact/ HTTP/1.0\r\n\r\n")
        answer = connection.makefile("rb").read()
    assert b"Vlinderkous" in answer


def test_whoever_ends_a_preview_while_it_makes_a_page_sees_no_traceback(preview: Preview) -> None:
    rename(preview, "Tuimelkous", "Vlinderkous")
    with ThreadPoolExecutor() as visitor:
        visitor.submit(opened, preview, "/search/search_index.json")
        wait_until(lambda: made(preview) == ["all pages"], preview)
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(PATIENCE) == 0
    assert "Traceback" not in preview.log()


def test_a_picture_is_drawn_with_the_templates_of_now(preview: Preview, tmp_path: Path) -> None:
    address, name = "/exports/pictures/ways.svg", "pictures/file.svg"
    write_files(tmp_path, {"privacy/templates/other.html": ""})
    assert "OWN" not in preview.page(address)
    shipped_file = (shipped("site_template") / name).read_text("utf-8")
    own = shipped_file.replace("</svg>", "<!--OWN--></svg>")
    write_files(tmp_path, {f"privacy/templates/{name}": own})
    wait_until(lambda: "OWN" in opened(preview, address), preview)


def test_sources_of_findings_are_shown_while_a_page_is_made(preview: Preview) -> None:
    source = f"{ADDRESS}?file=privacy/organisation.yml"
    preview.edit("website: https://", "website: http://")
    wait_until(lambda: "website: " in opened(preview, source), preview)
    with ThreadPoolExecutor() as visitor:
        searching = visitor.submit(preview.page, "/search/search_index.json")
        while not searching.done():
            assert "website: " in preview.page(source)
    assert made(preview) == ["all pages"]
