"""The house keeps its shape: imports go down, modules stay small, the tools have nothing to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 250


def run(*command: str) -> subprocess.CompletedProcess[str]:
    beside_python = Path(sys.executable).parent / command[0]
    program = str(beside_python) if beside_python.exists() else command[0]
    return subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("lint-imports", "--no-cache"), id="imports only go down"),
        pytest.param(("ruff", "check"), id="ruff has nothing to remark"),
        pytest.param(("ruff", "format", "--check"), id="everything is formatted"),
        pytest.param(("mypy",), id="every type is right"),
    ],
)
def test_the_tools_have_nothing_to_say(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_module_is_longer_than_a_reader_wants() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): length
        for path in (
            *(ROOT / "mkdocs_privacy").rglob("*.py"),
            *(ROOT / "site_template" / "theme" / "assets").rglob("*.js"),
        )
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_nothing_is_split_into_modules_that_hold_anything() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base"}
    modules = {path.stem for path in (ROOT / "mkdocs_privacy").rglob("*.py")}
    assert modules & vague == set()
