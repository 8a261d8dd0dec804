"""Chromium with a fresh profile, which keeps what a visitor's browser would keep.

A context of Playwright alone is a private window: there Chromium blocks cookies of third parties.
A profile on disk does not, once its preferences say so.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import APIRequestContext, BrowserContext, Error, Playwright

from mkdocs_privacy import __version__
from mkdocs_privacy.scan.browser.pages_to_visit import ROBOT

HOOKS = files(__package__).joinpath("hooks.js").read_text(encoding="utf-8")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Chromium is called on various systems."""
_PREFERENCES = {"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False}}


class NoBrowser(Exception):
    """Why no browser started."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """A Chromium that starts here, and what it calls itself."""

    playwright: Playwright
    executable: str | None
    agent: str

    @contextmanager
    def new_context(self) -> Iterator[BrowserContext]:
        """A browser with a profile that nobody has used."""
        with TemporaryDirectory(prefix="mkdocs-privacy-", ignore_cleanup_errors=True) as folder:
            preferences = Path(folder, "Default", "Preferences")
            preferences.parent.mkdir()
            preferences.write_text(json.dumps(_PREFERENCES), encoding="utf-8")
            context = self.playwright.chromium.launch_persistent_context(
                folder,
                executable_path=self.executable,
                args=[*_arguments(), f"--user-agent={self.agent}"],
                user_agent=self.agent,
                accept_downloads=False,
            )
            try:
                context.add_init_script(HOOKS)
                yield context
            finally:
                context.close()

    @contextmanager
    def new_requests(self) -> Iterator[APIRequestContext]:
        """What asks for single files, such as robots.txt, without a page."""
        requests = self.playwright.request.new_context(user_agent=self.agent)
        try:
            yield requests
        finally:
            requests.dispose()


def find_browser(playwright: Playwright, chosen: Path | None) -> Profiles:
    """The browser that somebody chose, that of Playwright, or the system's; raises NoBrowser."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    problem = ""
    for executable in (str(chosen),) if chosen else (None, found):
        try:
            browser = playwright.chromium.launch(executable_path=executable, args=_arguments())
        except Error as error:
            problem = problem or error.message.splitlines()[0]
            continue
        try:
            agent = str(browser.new_page().evaluate("navigator.userAgent"))
        finally:
            browser.close()
        honest = f"{agent.replace('HeadlessChrome', 'Chrome')} {ROBOT}/{__version__}"
        return Profiles(playwright, executable, honest)
    raise NoBrowser(problem)


def _arguments() -> list[str]:
    """How Chromium is started.

    Consent tools hide from a browser that says `navigator.webdriver`, so it does not; its user
    agent says who it is. Root in a container has no sandbox, and Chromium wants one.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    shown = ("--disable-quic", "--disable-blink-features=AutomationControlled")
    return [*shown, *(["--no-sandbox"] if is_root else [])]
