"""How long a scan takes for each page, of a small website on this machine."""

from __future__ import annotations

import os
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from mkdocs_privacy.scan import Phase
from mkdocs_privacy.scan.browser import SiteVisit, visit_site

PAGES = 10
PAGE = """<!doctype html><title>Page</title><h1>Page</h1>
<script>document.cookie = "seen=1"; localStorage.setItem("seen", "1")</script>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


def seconds_per_page(folder: Path) -> float:
    """Visit ten pages once, with a browser that starts for it."""
    folder.mkdir(parents=True)
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(PAGE, encoding="utf-8")
    chosen = os.environ.get("MKDOCS_PRIVACY_CHROMIUM")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}"
        visit = SiteVisit(
            tuple(f"{here}/{number}.html" for number in range(PAGES)),
            phases=(Phase.BEFORE,),
            executable=Path(chosen) if chosen else None,
        )
        began = time.perf_counter()
        seen = visit_site(visit, lambda *_: None)
        took = time.perf_counter() - began
        server.shutdown()
    assert len(seen.pages) == PAGES, seen.failed
    return took / PAGES
