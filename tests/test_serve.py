"""`mkdocs serve`: a change shows at once, as a draft; a bad edit is explained and survived."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.error import HTTPError

import pytest
from builds import ENVIRONMENT, write_config
from patience import PATIENCE
from release_worlds import a_document
from worlds import load_world, write_files

from mkdocs_privacy.model import without_internal
from mkdocs_privacy.plugin.source_view import ADDRESS
from mkdocs_privacy.releases import NewRelease, write_release

DRAFT = "Dit is een ontwerp."


class Preview:
    """A running `mkdocs serve` of the small center, in Dutch."""

    def __init__(self, folder: Path, contact: str | None = None) -> None:
        self.organisation = folder / "privacy" / "organisation.yml"
        self.output = folder / "output.txt"
        release(folder)
        if contact:
            write_files(folder, {"privacy/templates/pages/contact.html": contact})
        config = write_config(folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = ["serve", "--config-file", str(config), "--dev-addr", self.address]
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", *command],
                env=ENVIRONMENT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def page(self, at: str = "/") -> str:
        with urllib.request.urlopen(f"http://{self.address}{at}", timeout=PATIENCE) as response:
            return str(response.read().decode())

    def log(self) -> str:
        return re.sub(r"\x1b\[[\d;]*m", "", self.output.read_text())

    def edit(self, old: str, new: str) -> None:
        text = self.organisation.read_text(encoding="utf-8")
        assert old in text
        self.organisation.write_text(text.replace(old, new), encoding="utf-8")


def release(folder: Path) -> None:
    """Write the small center, and release it as it is."""
    center = load_world(folder, {}, ("nl",)).center
    assert center
    day, words = date(2026, 1, 1), a_document("<h1>Beleid</h1>")
    new = NewRelease(day, day, {"nl": words}, without_internal(center))
    write_release(folder / "privacy" / "releases", new, today=day)


@pytest.fixture
def preview(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Preview]:
    """That of a site with its own template of the page of contact, where a test says so."""
    preview = Preview(tmp_path, getattr(request, "param", None))
    try:
        wait_until(lambda: "Serving on" in preview.log(), preview)
        yield preview
    finally:
        preview.process.kill()
        preview.process.wait()


def wait_until(condition: Callable[[], bool], preview: Preview) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert preview.process.poll() is None, preview.log()
        assert time.monotonic() < deadline, preview.log()
        time.sleep(0.2)


def test_a_change_shows_and_a_bad_edit_is_explained_and_survived(preview: Preview) -> None:
    assert "Privacy bij Tuimelkous" in preview.page()
    assert DRAFT not in preview.page()

    preview.edit("name: Tuimelkous", "name: Vlinderkous")
    wait_until(lambda: "Privacy bij Vlinderkous" in preview.page(), preview)
    assert DRAFT in preview.page()
    assert "[unreleased-changes]" not in preview.log()  # a build warns of it
    with pytest.raises(HTTPError) as refused:
        preview.page(f"{ADDRESS}?file=privacy/organisation.yml")
    assert "No finding of this preview is in this file." in refused.value.read().decode()

    preview.edit("name: Vlinderkous", "nme: Vlinderkous")
    wait_until(lambda: "Aborted" in preview.log(), preview)
    assert "privacy/organisation.yml:2: error: organisation.nme: " in preview.log()
    assert "(did you mean ‘name’?)" in preview.log()
    assert "Traceback" not in preview.log()

    preview.edit("nme: Vlinderkous", "name: Tuimelkous")
    wait_until(lambda: "Privacy bij Tuimelkous" in preview.page(), preview)
    assert DRAFT not in preview.page()
