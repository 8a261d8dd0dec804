"""Look at a site in a real browser, and note what it does that it should not."""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from patience import PATIENCE
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

Engine = Literal["chromium", "firefox"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Chromium is called on various systems."""

SHELL = "chromium-headless-shell"
"""The engine of Chromium without windows: a page takes a third of the work. Playwright's own
Chromium is one too."""

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


def find_shell() -> str | None:
    """Where the engine is that looks at pages: that without windows, else Chromium."""
    return os.environ.get("MKDOCS_PRIVACY_CHROMIUM") or shutil.which(SHELL) or find_chromium()


def find_firefox() -> str | None:
    """Where Firefox is, in the release of Debian or that of Mozilla."""
    chosen = os.environ.get("MKDOCS_PRIVACY_FIREFOX")
    return chosen or next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


expect.set_options(timeout=60_000)  # a busy machine is slow to paint, and that is no fault


class _Running:
    """The browsers of this process, which stay for the next test that needs one.

    Between such tests nothing tells that Playwright waits in this thread: it keeps a loop running,
    beside which other tests could run none of their own.
    """

    def __init__(self) -> None:
        self.users = 0
        self.started = ExitStack()
        self.playwright: Playwright | None = None
        self.browsers: dict[Engine, Browser] = {}
        self.loop: asyncio.AbstractEventLoop | None = None

    @contextmanager
    def use(self, engine: Engine) -> Iterator[Browser]:
        if not self.users:
            asyncio._set_running_loop(self.loop)
        self.users += 1
        try:
            yield self.get(engine)
        finally:
            self.users -= 1
            if not self.users:
                for context in [one for each in self.browsers.values() for one in each.contexts]:
                    context.close()
                self.loop = asyncio._get_running_loop()
                asyncio._set_running_loop(None)

    def get(self, engine: Engine) -> Browser:
        if not self.playwright:
            self.playwright = self.started.enter_context(sync_playwright())
        if engine not in self.browsers:
            launch = _launch_firefox if engine == "firefox" else _launch_chromium
            self.browsers[engine] = launch(self.playwright)
            self.started.callback(self.browsers[engine].close)
        return self.browsers[engine]

    def close(self) -> None:
        asyncio._set_running_loop(self.loop)
        self.playwright = self.loop = None
        self.browsers.clear()
        self.started.close()


def _launch_chromium(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=find_shell(), args=list(QUIET))


def _launch_firefox(playwright: Playwright) -> Browser:
    """The Firefox of this machine; where there is none, Playwright may have one of its own."""
    firefox = find_firefox()
    if not firefox:
        return playwright.firefox.launch()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=Path(__file__).with_name("firefox_for_playwright.py"),
        env={**os.environ, "PATH": path, "MKDOCS_PRIVACY_FIREFOX": firefox},
    )


_running = _Running()


@contextmanager
def start_browser(engine: Engine = "chromium") -> Iterator[Browser]:
    """A browser without a window; it takes a second to start, and stays until `close_browsers`."""
    with _running.use(engine) as browser:
        yield browser


def close_browsers() -> None:
    """End what `start_browser` started."""
    if _running.playwright:
        _running.close()


def visit_and_watch(page: Page, address: str) -> list[str]:
    """Open an address and return everything a clean page does not do.

    That is: a request to another host, a request that fails, a cookie, an error or warning in
    the console, an exception in a script. The answer 404 to the address itself is no problem,
    so that an error page can be visited too.
    """
    page.goto("about:blank")  # what the page before still asks for is given up, and is no problem
    watcher = Watcher(page, address)
    try:
        page.goto(address, wait_until="load")
        watcher.wait_until_quiet()
    finally:
        watcher.stop()
    cookies = [f"sets cookie {cookie.get('name')}" for cookie in page.context.cookies()]
    return [f"{address}: {problem}" for problem in watcher.problems + cookies]


class Watcher:
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

    def wait_until_quiet(self, quiet: float = 0.1, at_most: float = PATIENCE) -> None:
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
