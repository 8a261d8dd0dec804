"""Material’s blog beside mkdocs-static-i18n: what “Other plugins” says to do works."""

from __future__ import annotations

import re
from pathlib import Path

from builds import REPOSITORY, build_cleanly, build_site, write_config
from worlds import SMALL_CENTER, write_files

LANGUAGES = [
    {"locale": "nl", "name": "Nederlands", "default": True},
    {"locale": "fr", "name": "Français"},
]
POST = "---\ndate: 2026-01-01\ncategories: [Shop]\n---\n# News\n\nNew.\n"


def _blog(folder: Path, **options: object) -> Path:
    documents = {"index.md": "# Home\n", "blog/index.md": "# Blog\n", "blog/posts/a.md": POST}
    write_files(folder, {f"docs/{name}": words for name, words in documents.items()})
    write_files(folder, SMALL_CENTER)
    center = {"privacy-center": {"path": "legal/privacy"}}
    plugins = ["search", {"i18n": {"languages": LANGUAGES}}, "blog", center]
    return write_config(folder, plugins=plugins, **options)


def test_without_the_hook_the_pages_of_the_blog_are_warned_of(tmp_path: Path) -> None:
    told = build_site(_blog(tmp_path), tmp_path / "site").stderr
    assert "Unhandled file case - blog/archive/2026.md" in told
    assert "Unhandled file case - blog/category/shop.md" in told


def test_with_the_hook_of_the_documentation_a_strict_build_has_the_blog(tmp_path: Path) -> None:
    words = (REPOSITORY / "docs/how-to/other-plugins.md").read_text("utf-8")
    (hook,) = re.findall(r"```python\n(.*?)```", words, re.DOTALL)
    (tmp_path / "hook.py").write_text(hook, "utf-8")
    site = build_cleanly(_blog(tmp_path, hooks=["hook.py"]), tmp_path / "site")
    blog = {page.parent.relative_to(site).as_posix() for page in site.glob("**/blog/**/*.html")}
    assert blog == {"blog", "blog/archive/2026", "blog/category/shop", "blog/2026/01/01/news"}
    assert (site / "fr/legal/privacy/index.html").exists()
