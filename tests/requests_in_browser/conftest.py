"""One browser, one endpoint and one site with forms for all of these tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from site_checks.browser import start_browser
from site_checks.server import serve
from worlds import LANGUAGES

from requests_in_browser.endpoint import Endpoint, listening
from requests_in_browser.world import Site, build


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with start_browser() as started:
        yield started


@pytest.fixture(scope="package")
def listener() -> Iterator[Endpoint]:
    with listening() as endpoint:
        yield endpoint


@pytest.fixture
def endpoint(listener: Endpoint) -> Endpoint:
    """What was posted during one test, and how it is answered."""
    listener.forget()
    return listener


LIGHT_AND_DARK = {
    "name": "material",
    "language": "nl",
    "palette": [
        {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Donker"}},
        {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Licht"}},
    ],
}


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, listener: Endpoint) -> Iterator[Site]:
    """In three languages; it posts JSON, and a form where there is no JavaScript."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "site").mkdir()
    requests = {"endpoint": f"{listener.address}/{{language}}/{{right}}", "format": "json"}
    with serve(folder / "site") as root:
        build(folder, requests, LANGUAGES, site_url=root, theme=LIGHT_AND_DARK)
        yield Site(root, folder / "site")


class Watched:
    """A page that may not complain: no error in a script, nothing that the CSP stops."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(error.message))
        self.page.on("console", lambda message: self.hear(message.type, message.text))

    def hear(self, type: str, text: str) -> None:
        is_expected = text.startswith("Failed to load resource") or "blocked by CORS" in text
        if type in ("error", "warning") and not is_expected:
            self.complaints.append(text)


@pytest.fixture(scope="package")
def tab(browser: Browser) -> Iterator[Watched]:
    """A page with a clock that a test can turn; a new one for each test would take a second."""
    # a small one, which takes less time to paint
    with browser.new_context(
        locale="nl-BE", timezone_id="Europe/Brussels", viewport={"width": 600, "height": 400}
    ) as context:
        context.clock.install()
        yield Watched(context)


@pytest.fixture
def page(tab: Watched, endpoint: Endpoint) -> Iterator[Page]:
    """A page of which nobody typed anything yet; what fails is seen in it or by the endpoint."""
    tab.complaints.clear()
    yield tab.page
    tab.page.context.set_offline(False)  # a test that failed may have left it so
    tab.page.clock.resume()
    tab.page.evaluate("try { sessionStorage.clear() } catch {}")
    assert tab.complaints == []
