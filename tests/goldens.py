"""Golden files: what was reviewed and must stay as it is, in tests/golden/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from worlds import LANGUAGES

GOLDEN = Path(__file__).parent / "golden"
_HTML = (
    *(
        "home",
        "audiences",
        "data",
        "processors",
        "whereabouts",
        "cookies",
        "rights",
        "forms",
        "received",
        "contact",
    ),
    *("policy", "versions", "standings", "answers"),
)
NAMES = {f"{name}.html" for name in _HTML}
NAMES |= {"accessibility.txt"}
"""What a screen reader is told of each kind of page."""
NAMES |= {f"{kind}.{language}.md" for kind in ("words", "answers") for language in LANGUAGES}
"""Every golden file that there is."""
CHANGED = "golden"
"""The property of a test that says which golden file it wrote."""


def is_updating() -> bool:
    """Whether the files are written anew: where a person looks at the difference, never in CI."""
    return bool(os.environ.get("UPDATE_GOLDEN"))


def refuse_to_update_in_ci() -> None:
    """End the run where nobody would read what changed."""
    if is_updating() and os.environ.get("CI"):
        raise pytest.UsageError(
            "UPDATE_GOLDEN=1 does nothing in CI, where nobody reads the difference: "
            "write the golden files on your own machine, read `git diff tests/golden`, commit them."
        )


def assert_as_reviewed(name: str, text: str, test: pytest.FixtureRequest) -> None:
    """Compare with a golden file; with UPDATE_GOLDEN=1 write it and say so at the end."""
    assert name in NAMES
    path = GOLDEN / name
    if is_updating():
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            test.node.user_properties.append((CHANGED, name))
        return
    assert path.exists(), f"tests/golden/{name} is not there: write it with UPDATE_GOLDEN=1"
    assert text.splitlines() == path.read_text("utf-8").splitlines(), (
        f"tests/golden/{name} differs. If that is meant, run this test with UPDATE_GOLDEN=1 and "
        "read the difference."
    )
