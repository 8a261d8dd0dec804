"""The WebKit of this machine: MiniBrowser and its WebDriver, on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service

PROGRAMS = ("WebKitWebDriver", "Xvfb")
"""In Debian they are in the packages webkit2gtk-driver and xvfb."""

ARGUMENTS = (
    "--automation",
    "--javascript-can-open-windows-automatically=true",  # which `open` needs in a script
)

ON_THE_PROCESSOR = {"WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1"}
"""Painting without a graphics card; settings that compose without one hang in a screenshot."""


def find_missing() -> list[str]:
    """The programs that WebKit needs here and this machine does not have."""
    return [program for program in PROGRAMS if not shutil.which(program)]


@contextmanager
def start_webkit(width: int, height: int) -> Iterator[WebKitGTK]:
    """WebKit with a page of so many pixels; what takes it a minute fails."""
    options = WebKitGTKOptions()
    for argument in ARGUMENTS:
        options.add_argument(argument)
    with _screen() as display:
        environment = {**os.environ, **ON_THE_PROCESSOR, "DISPLAY": display}
        service = Service(shutil.which(PROGRAMS[0]), env=environment)
        with warnings.catch_warnings():  # of what selenium does itself
            warnings.filterwarnings("ignore", "setting remote_server_addr", DeprecationWarning)
            driver = WebKitGTK(options=options, service=service)
        try:
            driver.command_executor.client_config.timeout = 60
            driver.set_page_load_timeout(60)
            _open_without_toolbar(driver, width, height)
            yield driver
        finally:
            driver.quit()


def _open_without_toolbar(driver: WebKitGTK, width: int, height: int) -> None:
    """Go on in a window that a script opened: one with a toolbar is at least 447 pixels wide."""
    [first] = driver.window_handles
    driver.execute_script(f"open('about:blank', '', 'popup,width={width},height={height}')")
    [second] = {*driver.window_handles} - {first}
    driver.close()
    driver.switch_to.window(second)


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a display that is nowhere shown."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
    with (
        os.fdopen(reading) as told,
        subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
        ) as screen,
    ):
        os.close(writing)
        try:
            yield f":{told.readline().strip()}"
        finally:
            screen.terminate()
