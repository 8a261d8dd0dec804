"""How many calls a command makes, by who is called: the same whatever else a machine does.

`python -m bench.counting mkdocs build …` prints it as JSON; with `rebuild …`, of a preview.
"""

from __future__ import annotations

import cProfile
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
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
    with _counting() as calls:
        module, main = COMMANDS[name]
        status: object = None
        try:
            getattr(import_module(module), main)(list(arguments), prog_name=name)
        except SystemExit as ended:
            status = ended.code
    if status:
        raise SystemExit(status)
    return calls


def _count_rebuild(config: str, site: str, file: str, value: str, page: str) -> dict[str, int]:
    """The build of a preview after a value was changed, when somebody has looked at a page."""
    from bench.rebuilding import Preview  # whose imports the other commands make and count

    preview = Preview(Path(config), Path(site))
    preview.build()
    preview.build(page)
    written = Path(file).read_text("utf-8")
    # the first one finds nothing of a rebuild before it: the second counts
    for other in (f"{value} bus 1", f"{value} bus 2"):
        Path(file).write_text(written.replace(value, other, 1), "utf-8")
        with _counting() as calls:
            preview.build()
        if other not in Path(site, page).read_text("utf-8"):
            raise SystemExit(f"{page} does not say ‘{other}’")
    return calls


@contextmanager
def _counting() -> Iterator[dict[str, int]]:
    """The calls that are made meanwhile, once they are."""
    profile = cProfile.Profile()
    calls: dict[str, int] = {}
    profile.enable()
    try:
        yield calls
    finally:
        profile.disable()
    rooms: Counter[str] = Counter()
    for entry in profile.getstats():
        if room := _room(entry.code):
            rooms[room] += entry.callcount
    calls.update(sorted(rooms.items()))


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
    _, name, *arguments = sys.argv
    is_rebuild = name == "rebuild"
    print(json.dumps(_count_rebuild(*arguments) if is_rebuild else _count(name, arguments)))
