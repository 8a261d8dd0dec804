"""What `make scripts` joins: the scripts of a page in one file, and its style sheets in one.

A visitor fetches what is joined; what it is joined of stands beside it, as it was written.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from node import run_node

from mkdocs_privacy.dressing import ON_EVERY_PAGE, joined_sheets, page_modules
from mkdocs_privacy.shipped import shipped

WRITTEN = shipped("site_template") / "theme" / "assets" / "privacy-center"
JOINED = WRITTEN / "joined"

NOTE = "/* Written in the files one folder up. */"


def entries() -> dict[str, str]:
    """Each joined file, as one that only names what is joined in it."""
    classic = {"every": ON_EVERY_PAGE, "arrival": ("arrival",)}
    modules = {name: (name,) for name in page_modules()}
    return {
        f"{name}.js": "".join(f'import "{WRITTEN}/{one}.js"\n' for one in scripts)
        for name, scripts in {**classic, **modules}.items()
    } | {
        f"{name}.css": "".join(f'@import "{WRITTEN}/{one}.css";\n' for one in sheets)
        for name, sheets in joined_sheets().items()
    }


def join() -> dict[str, str]:
    """The joined files, by name, as esbuild makes them."""
    with TemporaryDirectory() as folder:
        for name, entry in entries().items():
            (Path(folder) / name).write_text(entry, encoding="utf-8")
        made = Path(folder) / "made"
        run_node(
            "node_modules/esbuild/bin/esbuild",
            *(f"{folder}/{name}" for name in entries()),
            *("--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8"),
            *(f"--banner:{kind}={NOTE}" for kind in ("js", "css")),
            *("--log-level=warning", "--log-override:empty-glob=error", f"--outdir={made}"),
        ).check_returncode()
        return {file.name: file.read_text(encoding="utf-8") for file in sorted(made.iterdir())}


if __name__ == "__main__":
    JOINED.mkdir(exist_ok=True)
    for file in JOINED.iterdir():
        file.unlink()
    for name, content in join().items():
        (JOINED / name).write_text(content, encoding="utf-8")
