"""Whether the tests of rules notice that their code is changed: `make mutate MODULES=keeping`.

Cosmic Ray changes one thing of a module at a time and runs what tests its rules: the module of
`tests/lint/` with its name, and the examples of the registry. It works on a copy of the checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from mkdocs_privacy.lint.rule import LintRule

ROOT = Path(__file__).parent.parent
COPIED = ("mkdocs_privacy", "site_template", "locales", "tests", "pyproject.toml")
MINUTES = 10
TOOL = Path(sys.executable).parent

CONFIG = """\
[cosmic-ray]
module-path = "mkdocs_privacy/lint/{module}.py"
timeout = 120.0
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider -p no:randomly {tests} -k '{rules}'"

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceComparisonOperator_Is(Not)?_(Eq|NotEq|Lt|LtE|Gt|GtE)"]
"""


def copy_to(folder: Path) -> None:
    """What the package and its tests need, as far as git knows it, where it can be changed."""
    command = ["git", "ls-files", "-z", *COPIED]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)


def mutate(module: str, folder: Path) -> str:
    """Change one module in every way, and say how many changes went unnoticed and which."""
    values = vars(import_module(f"mkdocs_privacy.lint.{module}")).values()
    rules = [value.rule.slug for value in values if isinstance(value, LintRule)]
    selected = " or ".join((f"test_{module}", *rules))
    config = folder / f"{module}.toml"
    tests = f"tests/lint/test_{module}.py tests/test_registry.py"
    config.write_text(
        CONFIG.format(module=module, python=sys.executable, tests=tests, rules=selected), "utf-8"
    )
    session = f"{module}.sqlite"
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*command: str, seconds: int | None = None) -> str:
        done = subprocess.run(
            [str(TOOL / command[0]), *command[1:]],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        return done.stdout

    wrong = run("cosmic-ray", "baseline", config.name)
    if "Error" in wrong or "failed" in wrong:
        raise SystemExit(f"the tests fail before anything is changed: {wrong}")
    run("cosmic-ray", "init", config.name, session)
    run("cr-filter-operators", session, config.name)  # of words of an enumeration, `is` is `==`
    try:
        run("cosmic-ray", "exec", config.name, session, seconds=MINUTES * 60)
    except subprocess.TimeoutExpired:
        shutil.copy(ROOT / f"mkdocs_privacy/lint/{module}.py", folder / "mkdocs_privacy/lint")
    survived = run("cr-report", "--surviving-only", "--show-diff", session)
    return f"{survived}\n{module}: {run('cr-rate', session).strip()} % of the changes survived\n"


def main() -> None:
    """Mutate the modules that are named."""
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        copy_to(folder)
        for module in sys.argv[1:]:
            sys.stdout.write(mutate(module, folder))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
