"""What all tests share: this folder on the import path, how hypothesis searches, releases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from release_worlds import AHEAD, IN_FORCE, OLD_TEXT, TODAY

from mkdocs_privacy.releases import write_release

settings.register_profile(
    "tests",
    deadline=None,  # other work on the machine would decide whether a test passes
    derandomize=True,  # the same examples on every run: a failure here is a failure there
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """An old text, a release in force and one that lies ahead."""
    folder = tmp_path / "privacy" / "releases"
    for new in (OLD_TEXT, IN_FORCE, AHEAD):
        write_release(folder, new, TODAY)
    return folder
