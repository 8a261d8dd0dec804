"""In `mkdocs serve`, a page in draft says above its text what `check` finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import httpx
import pytest
from checked_world import CONFIG, write_site
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_privacy.mkdocs_settings import read_settings
from mkdocs_privacy.plugin.source_view import ADDRESS, show_sources
from mkdocs_privacy.site import OpenedSite

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    requirement: voluntary
    retention: {minimum: P1Y}
"""


def bar(folder: Path, *, command: str, activities: str = ORDERS, config: str = CONFIG) -> str:
    """The bar of the first page, as words; nothing where it has none."""
    write_site(folder, {"mkdocs.yml": config, "privacy/activities.yml": activities})
    read = load_config(str(folder / "mkdocs.yml"))
    read.plugins.on_startup(command=command, dirty=False)
    build(read)
    page = html.parse(str(folder / "site/index.html"))
    bars = page.xpath("//details[contains(@class, 'pc-findings')]")
    assert len(bars) <= 1
    return " ".join(bars[0].text_content().split()) if bars else ""


def test_the_preview_of_a_draft_lists_each_finding_with_its_place(tmp_path: Path) -> None:
    assert bar(tmp_path, command="serve") == (
        "mkdocs-privacy check: 1 warning privacy/activities.yml:10:16 warning: this says at least "
        "how long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]"
    )


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1") -> Iterator[httpx.Client]:
    """A server as a preview has one, with the newest data, and a client of it."""

    class Handler(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    site = OpenedSite(read_settings(folder / "mkdocs.yml", folder), is_preview=True)

    def pages(_: object, start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [b"a page of the site"]

    with WSGIServer((host, 0), Handler) as server:
        server.set_app(pages)
        show_sources(server, lambda: site)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield httpx.Client(base_url=f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            thread.join()


MARKED = "<script>alert(1)</script> # <b>"


def test_each_finding_leads_to_its_line_in_the_file(tmp_path: Path) -> None:
    bar(tmp_path, command="serve", activities=f"{ORDERS[:-1]}  # {MARKED}\n")
    page = html.parse(str(tmp_path / "site/index.html"))
    (link,) = page.xpath("//details[contains(@class, 'pc-findings')]//a/@href")
    assert link == f"{ADDRESS}?file=privacy%2Factivities.yml&line=10#line-10"
    with serving(tmp_path) as client:
        answer = client.get(link)
        assert client.get("/").text == "a page of the site"
        assert client.head(link).status_code == 200
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    shown = html.fromstring(answer.text)
    assert shown.xpath("//h1")[0].text_content() == "privacy/activities.yml"
    assert shown.xpath("//*[@id='line-10']")[0].text_content().startswith("10     retention")
    assert [one.text_content() for one in shown.xpath("//mark")] == [
        f"    retention: {{minimum: P1Y}}  # {MARKED}"
    ]
    assert shown.xpath("//script | //b") == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?file=",
        "?file=privacy/organisation.yml&line=1",
        "?file=../../../etc/passwd&line=1",
        "?file=/etc/passwd",
        "?file=mkdocs.yml&line=1",
        "?file=%00",
    ],
)
def test_a_file_that_no_finding_is_in_is_not_shown(query: str, tmp_path: Path) -> None:
    bar(tmp_path, command="serve")
    with serving(tmp_path) as client:
        answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 404
    assert "organisation:" not in answer.text


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    bar(tmp_path, command="serve")
    with serving(tmp_path) as client:
        secret = tmp_path.parent / f"{tmp_path.name}-secret"
        secret.write_text("organisation: secret\n")
        activities = tmp_path / "privacy/activities.yml"
        activities.unlink()
        activities.symlink_to(secret)
        answer = client.get(f"{ADDRESS}?file=privacy/activities.yml&line=1")
    assert (answer.status_code, "secret" in answer.text) == (404, False)


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.1:8000", ""])
def test_nobody_else_reads_the_files(host: str, tmp_path: Path) -> None:
    bar(tmp_path, command="serve")
    query = f"{ADDRESS}?file=privacy/activities.yml&line=10"
    with serving(tmp_path) as client:
        assert client.get(query, headers={"Host": host}).status_code == 403
    with serving(tmp_path, "0.0.0.0") as client:
        assert client.get(query).status_code == 403


def test_a_build_has_no_such_bar(tmp_path: Path) -> None:
    assert bar(tmp_path, command="build") == ""


@pytest.mark.parametrize(
    ("activities", "config"),
    [
        (ORDERS.replace("minimum", "period"), CONFIG),
        (ORDERS, CONFIG.replace("[no-release]", "[no-release, RT001]")),
        (f"{ORDERS[:-1]}  # privacy: ignore RT001: the archive law\n", CONFIG),
    ],
)
def test_there_is_none_where_nothing_is_found_or_wanted(
    tmp_path: Path, activities: str, config: str
) -> None:
    assert bar(tmp_path, command="serve", activities=activities, config=config) == ""


def test_a_finding_cannot_break_out_of_the_page(tmp_path: Path) -> None:
    hostile = "processors:\n  x: {name: '[<b>of a name]', category: other, role: processor}\n"
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy/more.yml").write_text(hostile, "utf-8")
    said = bar(tmp_path, command="serve")
    assert "‘[<b>of a name]’ is still to be filled in" in said
