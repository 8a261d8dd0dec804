"""What all tests share: this folder on the import path, how hypothesis searches, releases."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builds import EXAMPLES, BuildOnce, build_once_in
from goldens import CHANGED, is_updating, refuse_to_update_in_ci
from hypothesis import HealthCheck, settings
from release_worlds import AHEAD, IN_FORCE, OLD_TEXT, TODAY

from mkdocs_privacy.releases import write_release

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "tests",
    deadline=None,  # other work on the machine would decide whether a test passes
    derandomize=True,  # the same examples on every run: a failure here is a failure there
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests have in common."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def build_once(shared_folder: Path) -> BuildOnce:
    """Builds a site that no test changes, once for all tests in all processes."""
    return partial(build_once_in, shared_folder)


@pytest.fixture(scope="module")
def address(build_once: BuildOnce) -> Iterator[str]:
    """Where the example of the webshop is served; a file about another site has an own one."""
    from site_checks.server import serve

    with serve(build_once(EXAMPLES / "webshop" / "mkdocs.yml")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, which stays for the next file; only the contexts that this one opened are closed.

    The gate runs some tests where no Playwright is installed.
    """
    from site_checks.browser import start_browser

    with start_browser() as started:
        yield started


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """An old text, a release in force and one that lies ahead."""
    folder = tmp_path / "privacy" / "releases"
    for new in (OLD_TEXT, IN_FORCE, AHEAD):
        write_release(folder, new, TODAY)
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among tests and what they import: all of it stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


LONG = (
    "tests/test_bench.py::test_no_command_makes_more_calls",
    "tests/test_examples.py::test_no_page_puts_up_a_barrier",
    "tests/test_everything.py::test_a_page_with_everything_on_it_puts_up_no_barrier",
    "tests/test_rebuilding.py::test_whatever_is_changed",
    "tests/test_properties.py",
    "tests/test_one_redline.py",
    "tests/scan/test_scan_in_browser.py",
    "tests/scan/test_material_in_browser.py",
    "tests/receiver/test_a_year.py",
    "tests/receiver/test_desk_in_browser.py::test_everybody_can_read",
    "tests/test_theme.py",
    "tests/test_in_other_browsers.py",
    "tests/test_serve.py",
    "tests/test_watching.py",
)
"""What takes long by itself, or waits: at the end of a run a processor would be idle beside it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes long begin early, in its own order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_sessionfinish() -> None:
    if browser := sys.modules.get("site_checks.browser"):
        browser.close_browsers()


def pytest_configure() -> None:
    refuse_to_update_in_ci()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the golden files that were written, also by other processes."""
    changed = sorted(
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == CHANGED
    )
    if is_updating():
        terminalreporter.section("golden files")
        for name in changed or ["none changed"]:
            terminalreporter.write_line(name)
        if changed:
            terminalreporter.write_line("Read the difference: git diff tests/golden")


@pytest.fixture(autouse=True)
def forget_plugins() -> None:
    """Let no build find the plugin of another test: MkDocs keeps those that have `on_startup`."""
    if defaults := sys.modules.get("mkdocs.config.defaults"):
        dict(defaults.MkDocsConfig._schema)["plugins"].plugin_cache.clear()
