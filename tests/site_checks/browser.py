"""Look at a site in a real browser, and note what it does that it should not."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    expect,
    sync_playwright,
)

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Chromium is called on various systems."""

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Start without a sandbox (as root in a container) and without Chromium's own traffic."""


def find_chromium() -> str | None:
    """Where Chromium is; None leaves it to Playwright, which may have its own."""
    chosen = os.environ.get("MKDOCS_PRIVACY_CHROMIUM")
    return chosen or next(filter(None, map(shutil.which, NAMES)), None)


expect.set_options(timeout=30_000)  # a busy machine is slow to paint, and that is no fault


class _Running:
    """The browser of this process: Playwright cannot start a second one beside it."""

    def __init__(self) -> None:
        self.users = 0
        self.started = ExitStack()
        self.browser: Browser | None = None

    def launch(self) -> Browser:
        playwright = self.started.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET))
        self.started.callback(browser.close)
        return browser


_running = _Running()


@contextmanager
def start_browser() -> Iterator[Browser]:
    """A Chromium without a window; the one that runs already, where a fixture still holds it."""
    _running.browser = _running.browser or _running.launch()
    _running.users += 1
    try:
        yield _running.browser
    finally:
        _running.users -= 1
        if not _running.users:
            _running.browser = None
            _running.started.close()


def visit_and_watch(page: Page, address: str) -> list[str]:
    """Open an address and return everything a clean page does not do.

    That is: a request to another host, a request that fails, a cookie, an error or warning in
    the console, an exception in a script. The answer 404 to the address itself is no problem,
    so that an error page can be visited too.
    """
    page.goto("about:blank")  # what the page before still asks for is given up, and is no problem
    watcher = _Watcher(page, address)
    try:
        page.goto(address, wait_until="load")
        watcher.wait_until_quiet()
    finally:
        watcher.stop()
    cookies = [f"sets cookie {cookie.get('name')}" for cookie in page.context.cookies()]
    return [f"{address}: {problem}" for problem in watcher.problems + cookies]


class _Watcher:
    """Listens to the events of one page while it loads."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.host = urlsplit(address).netloc
        self.under_way: set[Request] = set()
        self.problems: list[str] = []
        self.listeners = {
            "request": self._on_request,
            "requestfinished": self._on_finished,
            "requestfailed": self._on_failed,
            "console": self._on_console,
            "pageerror": self._on_page_error,
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]

    def stop(self) -> None:
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)

    def wait_until_quiet(self, quiet: float = 0.1, at_most: float = 10.0) -> None:
        """Wait until no request has been under way for a moment (in seconds)."""
        deadline = time.monotonic() + at_most
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < quiet:
            self.page.wait_for_timeout(20)
            if self.under_way:
                quiet_since = time.monotonic()
            if time.monotonic() > deadline:
                waiting = ", ".join(request.url for request in self.under_way)
                raise TimeoutError(f"{self.address} still waits for {waiting}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob"):
            return
        self.under_way.add(request)
        if address.netloc != self.host:
            self.problems.append(f"requests another host: {request.url}")

    def _on_finished(self, request: Request) -> None:
        self.under_way.discard(request)

    def _on_failed(self, request: Request) -> None:
        self.under_way.discard(request)
        self.problems.append(f"request fails ({request.failure}): {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        own_answer = message.location["url"] == self.address and "404" in message.text
        if message.type in ("error", "warning") and not own_answer:
            source = message.location["url"]
            self.problems.append(f"console {message.type}: {message.text} ({source})")

    def _on_page_error(self, error: Error) -> None:
        self.problems.append(f"script fails: {error.message}")
