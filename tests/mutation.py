"""Whether the tests of rules notice that their code is changed: `make mutate`.

Cosmic Ray says which single changes a module of `mkdocs_privacy/lint/` allows; some of them are
drawn, always the same for the same seed. Each runs in a process of its own, forked from one that
has imported all that does not change, which reads the changed module in the place of the file:
first the tests of its rules, and where these notice nothing, all that looks at rules. Nothing is
written to disk.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import cosmic_ray.plugins
import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).parent.parent
LINT = ROOT / "mkdocs_privacy" / "lint"
IMPORTED_ONCE = (
    *("babel.core", "babel.dates", "bs4", "click.testing", "hypothesis", "jsonschema", "lxml.html"),
    *("mkdocs_privacy.loading", "mkdocs_privacy.localization", "mkdocs_privacy.releases"),
    *("phonenumbers", "publicsuffixlist", "stdnum.util", "yaml"),
)
"""What tests of rules need and what does not import the rules."""
ALL = (
    *("tests/lint", "tests/test_corpus.py", "tests/test_registry.py"),
    *("tests/test_findings_of_seeds.py", "tests/test_fixing.py", "tests/test_sound_centers.py"),
)
NOT = "not builds_strictly and not too-large and not anywhere_but and not made_in_one_way"
"""Tests that build sites, and those that read the source."""
SECONDS = 120
"""A change that makes the tests compute longer is noticed, however busy the machine is."""
SAME = re.compile(r"core/ReplaceComparisonOperator_Is(Not)?_(Eq|NotEq|Lt|LtE|Gt|GtE)$")
"""Of words of an enumeration, `is` is `==`."""
FLAGS = re.compile(r"re\.[A-Z]+ (\^|\+) re\.[A-Z]+")
"""Of different flags, `^` and `+` make what `|` does."""


@dataclass(frozen=True)
class Mutant:
    """One change of one module; none where no operator makes it."""

    path: Path
    operator: str
    occurrence: int

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    @property
    def code(self) -> str:
        if not self.operator:
            return source(self.path)
        operator = cosmic_ray.plugins.get_operator(self.operator)()
        return str(mutate_code(source(self.path), operator, self.occurrence))

    @property
    def diff(self) -> str:
        lines = unified_diff(
            source(self.path).splitlines(), self.code.splitlines(), n=1, lineterm=""
        )
        return "\n".join([*lines][2:])


@cache
def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every change of a module that changes what it does."""
    nodes = [*ast_nodes(get_ast(source(path)))]
    for name in sorted(cosmic_ray.plugins.operator_names()):
        operator = cosmic_ray.plugins.get_operator(name)
        if SAME.match(name) or operator.arguments():
            continue
        count = sum(1 for node in nodes for _ in operator().mutation_positions(node))
        yield from (Mutant(path, name, occurrence) for occurrence in range(count))


def does_something(mutant: Mutant) -> bool:
    """Whether more than the annotations of types are changed, which nothing runs."""
    if FLAGS.search(mutant.code) and not FLAGS.search(source(mutant.path)):
        return False
    try:
        return _without_types(mutant.code) != _without_types(source(mutant.path))
    except SyntaxError:
        return False


def _without_types(code: str) -> str:
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)


class Changed(MetaPathFinder):
    """Gives one module changed code when it is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != self.mutant.module:
            return None
        mutant = self.mutant

        class Loader(SourceFileLoader):
            def get_code(self, _: str) -> CodeType | None:
                code: CodeType = compile(mutant.code, str(mutant.path), "exec", dont_inherit=True)
                return code

        path = str(mutant.path)
        return spec_from_file_location(fullname, path, loader=Loader(fullname, path))


def tests_of(path: Path) -> list[str] | None:
    """What tests the rules of a module, as pytest takes it; nothing where it has no rule."""
    own = LINT / path.name  # that of a table of words reads it
    slugs = re.findall(r'"[A-Z]{2}\d{3}",\s+"([a-z0-9-]+)"', source(own))
    if not slugs:
        return None
    home = f"tests/lint/test_{own.stem}.py"
    files = [home] if (ROOT / home).exists() else ["tests/lint/test_wording.py"]
    files += ["tests/test_corpus.py", "tests/test_registry.py"]
    return [*files, "-k", " or ".join((f"test_{own.stem}", "test_wording", *slugs))]


def goes_unnoticed(mutant: Mutant) -> bool:
    """Run the tests in this process, which reads the changed module."""
    os.chdir(ROOT)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    sys.meta_path.insert(0, Changed(mutant))
    options = ["-q", "-x", "-p", "no:cacheprovider"]
    own = tests_of(mutant.path)
    if own and pytest.main([*options, *own]):
        return False
    return not pytest.main([*options, *ALL, "-k", NOT])


def run(mutants: Iterable[Mutant], processes: int) -> Iterator[tuple[Mutant, bool]]:
    """Each change, with whether it went unnoticed; as many at once as there are processes."""
    waiting, running = [*mutants][::-1], dict[int, Mutant]()
    while waiting or running:
        while waiting and len(running) < processes:
            mutant = waiting.pop()
            child = os.fork()
            if not child:
                signal.setitimer(signal.ITIMER_PROF, SECONDS)  # the child is ended by SIGPROF
                status = 1
                try:
                    status = 0 if goes_unnoticed(mutant) else 1
                finally:
                    os._exit(status)
            running[child] = mutant
        child, status = os.wait()
        mutant = running.pop(child)
        if os.WIFSIGNALED(status):
            say(f"ended by signal {os.WTERMSIG(status)}: {mutant}\n")
        yield mutant, status == 0


def draw(paths: Iterable[Path], sample: int, seed: int) -> list[Mutant]:
    """So many changes of all these modules, each as likely as any other."""
    every = [mutant for path in paths for mutant in mutants_of(path)]
    random.Random(seed).shuffle(every)
    drawn: list[Mutant] = []
    for mutant in every:
        if len(drawn) == sample:
            break
        if does_something(mutant):
            drawn.append(mutant)
    return drawn


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Change the modules that are named, or all, and print the score of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "modules", nargs="*", help="such as keeping or wordings/claims; all if none"
    )
    parser.add_argument("--sample", type=int, default=250, help="how many changes (250)")
    parser.add_argument("--seed", type=int, default=1, help="which ones are drawn (1)")
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    given = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    for name in IMPORTED_ONCE:
        __import__(name)
    assert "mkdocs_privacy.lint" not in sys.modules, "what imports the rules cannot be shared"
    named = [LINT / f"{name}.py" for name in given.modules]
    paths = named or sorted(LINT.rglob("*.py"))
    began = time.monotonic()
    unchanged = [Mutant(LINT / "keeping.py", "", 0)]
    if not all(is_unnoticed for _, is_unnoticed in run(unchanged, 1)):
        raise SystemExit("the tests fail before anything is changed")
    scores: dict[str, list[bool]] = {}
    for mutant, is_unnoticed in run(draw(paths, given.sample, given.seed), given.processes):
        scores.setdefault(str(mutant.path.relative_to(LINT)), []).append(not is_unnoticed)
        if is_unnoticed:
            say(f"{mutant.path.relative_to(ROOT)} {mutant.operator}\n{mutant.diff}\n")
    for name, noticed in sorted(scores.items()):
        say(f"{sum(noticed) / len(noticed):7.1%}  {sum(noticed)}/{len(noticed)}  {name}")
    everything = [one for noticed in scores.values() for one in noticed]
    share = sum(everything) / len(everything) if everything else 1.0
    seconds = time.monotonic() - began
    say(f"{share:7.1%}  {sum(everything)}/{len(everything)} changes noticed, in {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
