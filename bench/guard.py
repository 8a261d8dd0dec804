"""Counted calls beside those that `guard.yml` has: no feature makes a command slower unseen.

docs/decisions/0060 says why calls are counted. `make bench-record REASON="…"` writes the file.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from bench.counting import calls_of
from bench.large_center import write_large_center
from bench.webshop import WEBSHOP

FILE = Path(__file__).with_name("guard.yml")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
"""Another Python makes other calls."""
TOLERATED = 0.10
RECORD = 'make bench-record REASON="…"'
_HEAD = f"# Calls by who is called. Written by `{RECORD}`: docs/decisions/0060.\n"

Calls = Mapping[str, int]
"""How many, by room or library."""
FIRST, SECOND = "webshop in Dutch, nothing cached", "webshop in Dutch, second build"
PREVIEW = "webshop in Dutch, preview after one field was changed"
CHECK, CHECK_LARGE, HELP = "check of the webshop", "check of 200+200+200", "--help"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a scenario took when it was recorded, and why it may take that."""

    calls: Calls
    why: str


def scenarios(folder: Path) -> Iterator[tuple[str, Calls]]:
    """Each scenario with its calls, in an order in which a build finds what one before it kept."""
    kept = folder / "kept"
    kept.mkdir(parents=True)
    dutch, site = str(_in_dutch(folder / "webshop")), str(folder / "site")
    build = ["mkdocs", "build", "--quiet", "--config-file", dutch, "--site-dir", site]
    yield FIRST, calls_of(build, kept)
    yield SECOND, calls_of(build, kept)
    field = str(folder / "webshop/privacy/organisation.yml"), "Duikelaarstraat 7"
    yield PREVIEW, calls_of(["rebuild", dutch, site, *field, "contact/index.html"], kept)
    check = ["mkdocs-privacy", "check", "--config-file"]
    yield CHECK, calls_of([*check, str(WEBSHOP)], kept)
    large = str(write_large_center(folder / "center", 200))
    yield CHECK_LARGE, calls_of([*check, large], kept)
    yield HELP, calls_of(["mkdocs-privacy", "--help"], kept)


def _in_dutch(folder: Path) -> Path:
    """The webshop in one language: a third of the time, and all of the work."""
    shutil.copytree(WEBSHOP.parent, folder, ignore=shutil.ignore_patterns("site"))
    file = folder / WEBSHOP.name
    config = yaml_load(file.read_text("utf-8"))
    i18n = config["plugins"]["i18n"]
    i18n["languages"] = [one for one in i18n["languages"] if one.get("default")]
    del config["plugins"]["privacy-center"]["form_of_address"]
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    return file


def read_recorded(file: Path = FILE, python: str = PYTHON) -> dict[str, Recorded]:
    """What was recorded for a Python; nothing where it never was."""
    entries = yaml.safe_load(file.read_bytes()) if file.exists() else {}
    return {
        name: Recorded(entry["calls"], entry["why"])
        for name, entry in (entries.get(python) or {}).items()
    }


def verdict(name: str, before: Calls, now: Calls) -> str | None:
    """What is wrong where a scenario takes more, or fewer, calls than it may; and what to do."""
    was, total = sum(before.values()), sum(now.values())
    if abs(total - was) <= was * TOLERATED:
        return None
    change = total / was - 1
    grown = sorted(
        ((now.get(one, 0) - before.get(one, 0), one) for one in {*before, *now}),
        key=lambda one: (-abs(one[0]), one[1]),
    )
    where = ", ".join(f"{one} {calls:+,}" for calls, one in grown[:6] if calls)
    more = change > 0
    todo = (
        f"Make it faster, or record the new figure with a reason: {RECORD}"
        if more
        else f"Record that, so that nothing takes it back unseen: {RECORD}"
    )
    return (
        f"{name}: {abs(change):.0%} {'more' if more else 'fewer'} calls than recorded, "
        f"{total:,} against {was:,} ({where}). {todo}"
    )


def record(counted: Mapping[str, Calls], why: str, file: Path = FILE, python: str = PYTHON) -> None:
    """Write what was counted; the reason stays with a scenario that takes what it took."""
    entries = yaml.safe_load(file.read_bytes()) if file.exists() else {}
    before = read_recorded(file, python)
    entries[python] = {
        name: {
            "why": why
            if name not in before or verdict(name, before[name].calls, calls)
            else before[name].why,
            "calls": dict(calls),
        }
        for name, calls in counted.items()
    }
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(_HEAD + text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and compare; with a reason, record."""
    parser = argparse.ArgumentParser(prog="python -m bench.guard", description=__doc__)
    parser.add_argument("--record", metavar="REASON", help="write what was counted, and why")
    options = parser.parse_args(arguments)
    if options.record is not None and not options.record.strip():
        parser.error(f"say why: {RECORD}")
    with tempfile.TemporaryDirectory() as folder:
        counted = dict(scenarios(Path(folder) / "guard"))
    before = read_recorded()
    for name, calls in counted.items():
        said = verdict(name, before[name].calls, calls) if name in before else "not yet recorded"
        print(f"{name}: {sum(calls.values()):,} calls" + (f"\n  {said}" if said else ""))
    if options.record:
        record(counted, options.record.strip())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
