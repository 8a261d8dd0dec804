"""Says in what two builds of a site differ, apart from what MkDocs and the theme have otherwise.

.ci/run compares what the lowest versions build: python tests/same_site.py FOLDER FOLDER
"""

from __future__ import annotations

import re
import sys
from difflib import unified_diff
from pathlib import Path

# Material names a file of its own by what is in it
OF_THE_THEME = re.compile(r"\b(\w+)\.[0-9a-f]{8}\.min\.(?:js|css)(?:\.map)?\b")
GENERATORS = re.compile(r'<meta name="generator" content="[^"]*">')
AS_TEXT = {".html", ".xml", ".json"}
MOST = 200
"""In lines: who has more to say has said enough."""


def main(folders: list[str]) -> int:
    """How the process ends."""
    one, other = (_files(Path(folder)) for folder in folders)
    told = [f"only in one of them: {name}" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            before, after = (_lines(files[name]) for files in (one, other))
            told += unified_diff(before, after, name, name, lineterm="", n=0)
    sys.stdout.writelines(f"{line:.500}\n" for line in told[:MOST])
    return 1 if told else 0


def _files(site: Path) -> dict[str, bytes]:
    """By name what is in each; a packed one is another each time, for the time that is in it."""
    return {
        path.relative_to(site).as_posix(): _without_the_theme(path)
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz" and not OF_THE_THEME.search(path.name)
    }


def _without_the_theme(path: Path) -> bytes:
    if path.suffix not in AS_TEXT:
        return path.read_bytes()
    text = OF_THE_THEME.sub(r"\1", path.read_text("utf-8"))
    return GENERATORS.sub("", text).encode()


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
