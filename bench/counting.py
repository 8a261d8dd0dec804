"""How many calls a command makes, by who is called: the same whatever else a machine does.

`python -m bench.counting mkdocs build …` prints it as JSON.
"""

from __future__ import annotations

import cProfile
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parent.parent
COMMANDS = {"mkdocs": ("mkdocs.__main__", "cli"), "mkdocs-privacy": ("mkdocs_privacy.cli", "main")}
FIXED = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1798761600", "NO_MKDOCS_2_WARNING": "1"}
"""Sets in one order, one day, and no words that depend on where the output goes."""


def calls_of(command: Sequence[str], temporary: Path) -> dict[str, int]:
    """Run a command in a process of its own that keeps its things in a folder; count its calls."""
    environment: Mapping[str, str] = {**os.environ, **FIXED, "TMPDIR": str(temporary)}
    counted = subprocess.run(
        [sys.executable, "-m", "bench.counting", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if counted.returncode:
        raise RuntimeError(counted.stdout + counted.stderr)
    calls: dict[str, int] = json.loads(counted.stdout.splitlines()[-1])
    return calls


def _count(name: str, arguments: Sequence[str]) -> dict[str, int]:
    profile = cProfile.Profile()
    profile.enable()
    module, main = COMMANDS[name]
    status: object = None
    try:
        getattr(import_module(module), main)(list(arguments), prog_name=name)
    except SystemExit as ended:
        status = ended.code
    finally:
        profile.disable()
    if status:
        raise SystemExit(status)
    calls: Counter[str] = Counter()
    for entry in profile.getstats():
        if room := _room(entry.code):
            calls[room] += entry.callcount
    return dict(sorted(calls.items()))


def _room(code: CodeType | str) -> str | None:
    """Who is called: a room of ours, a library, Python; none where modules are looked for.

    How that goes depends on which of them Python has compiled before.
    """
    if isinstance(code, str):
        return "functions in C"
    file = Path(code.co_filename)
    if code.co_filename.startswith("<frozen importlib"):
        return None
    if "site-packages" in file.parts:
        return file.parts[file.parts.index("site-packages") + 1].removesuffix(".py")
    if file.is_relative_to(ROOT / "mkdocs_privacy"):
        return f"mkdocs_privacy.{file.relative_to(ROOT / 'mkdocs_privacy').parts[0]}".removesuffix(
            ".py"
        )
    if file.suffix == ".html" or file.is_relative_to(ROOT / "site_template"):
        return "templates"
    return "Python"


if __name__ == "__main__":
    print(json.dumps(_count(sys.argv[1], sys.argv[2:])))
