"""A site opened from disk, as Material's offline plugin makes it: what works, and what the build
says does not."""

from __future__ import annotations

import logging
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builds import build_cleanly, write_config
from mkdocs.config import load_config
from playwright.sync_api import expect
from searching import search_until_found
from site_checks.browser import start_browser
from site_checks.links import find_broken_links
from test_neighbours import PATH, i18n, release, write_guest
from worlds import write_files

ENDPOINT = "https://requests.example.be/"

SHIM = r"""
// what stands in for a worker, which no browser starts from disk: a frame, with a script in it
window.IFrameWorker = class extends EventTarget {
  constructor(address) {
    super()
    const frame = document.body.appendChild(document.createElement("iframe"))
    frame.hidden = true
    this.inside = frame.contentWindow
    addEventListener("message", ({ data, source }) => {
      if (source === this.inside) this.dispatchEvent(new MessageEvent("message", { data }))
    })
    this.inside.document.open()
    this.inside.document.write(`<body><script>
      postMessage = data => parent.postMessage(data, "*")
      importScripts = (...names) => Promise.all(names.map(name => new Promise(done => {
        const script = document.body.appendChild(document.createElement("script"))
        script.onload = done
        script.async = false  // one after the other, as in a worker: the second needs the first
        script.src = name
      })))
    <\/script><script src="${address}"><\/script></body>`)
    this.inside.document.close()
    this.loaded = new Promise(resolve => { this.inside.onload = resolve })
  }
  postMessage(data) {
    this.loaded.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })))
  }
}
if (location.protocol === "file:") window.Worker = IFrameWorker
"""


def write_site(folder: Path, plugins: dict[str, Any]) -> Path:
    center = {"path": PATH, "today": "2026-06-01", "requests": {"endpoint": ENDPOINT}}
    config = write_guest(
        folder,
        plugins={"privacy-center": center, **plugins},
        theme={"name": "material", "font": False},
        extra={"polyfills": ["iframe-worker.js"]},
    )
    (folder / "docs" / "iframe-worker.js").write_text(SHIM)
    release(folder, date(2026, 3, 1))
    return config


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In two languages, with a released version and a form."""
    folder = tmp_path_factory.mktemp("disk")
    plugins = {"offline": {}, "i18n": i18n()}  # which then writes the index of one language only
    return build_cleanly(write_site(folder, plugins), folder / "site")


def test_pages_link_to_files_and_let_their_search_work(site: Path) -> None:
    page = (site / PATH / "index.html").read_text("utf-8")
    assert 'href="cookies.html"' in page
    [elements] = re.findall(r"script-src-elem ([^;\"]*)", page)
    assert "'unsafe-inline'" in elements.replace("&#x27;", "'")
    assert "'sha256" in (site / PATH / "exports/headers/_headers").read_text("utf-8")
    assert not find_broken_links(site)


def test_search_versions_and_forms_work_in_a_browser(site: Path) -> None:
    with start_browser() as browser:
        page = browser.new_page()
        page.bring_to_front()  # a page behind another paints nothing
        page.goto((site / "fr" / PATH / "index.html").as_uri(), wait_until="networkidle")
        wanted = f".md-search-result a[href*='/fr/{PATH}/cookies.html']"
        search_until_found(page, ".md-search__input", "cookies", wanted)
        expect(page.locator(wanted)).not_to_have_count(0)
        links = page.locator(".md-search-result__link").all()
        root = (site / "fr").as_uri()
        assert all((link.get_attribute("href") or "").startswith(root) for link in links)

        page.goto((site / "fr" / PATH / "versions.html").as_uri())
        page.click("article a[href*='versions/']")
        expect(page.locator("h1")).to_be_visible()
        assert page.url.startswith((site / "fr" / PATH / "versions").as_uri())

        page.goto((site / "fr" / PATH / "rights" / "access.html").as_uri())
        form = page.locator("#request-form")
        for field in form.locator("[required]").all():
            kind = field.get_attribute("type")
            field.check() if kind == "radio" else field.fill("an@example.be")
        with page.expect_request(f"{ENDPOINT}**") as posted:
            form.locator("[type=submit]").click()
        assert posted.value.method == "POST"


def test_the_build_says_what_does_not_work(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")  # a quiet build before may have silenced it
    write_files(tmp_path, {})
    plugins = [{"offline": {}}, "privacy-center", {"i18n": i18n()}]
    config = load_config(str(write_config(tmp_path, plugins=plugins)))
    config.plugins.run_event("config", config)
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "forms for Fides offer only e-mail and a letter" in said
