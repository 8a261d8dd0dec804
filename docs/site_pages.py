"""A hook of docs-site.yml: the pages at the root of the repository become pages of that site."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
FROM_ROOT = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
"""The pages at the root, and what they are called in the site."""

IN_ENGLISH = {
    "nl": "# mkdocs_privacy\n\nDe documentatie is in het Engels. "
    "[Bekijk het voorbeeld](example/index.md).",
    "fr": "# mkdocs_privacy\n\nLa documentation est en anglais. "
    "[Voir l’exemple](example/index.md).",
}
"""The first page in the other languages of the example."""


@event_priority(-100)  # mkdocs-static-i18n wants files from disk
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages at the root; their links into `docs/` lose that folder."""
    language = config.theme["language"]
    if language in IN_ENGLISH:
        first = File.generated(config, f"index.{language}.md", content=IN_ENGLISH[language])
        first.name, first.dest_uri = "index", f"{language}/index.html"
        files.append(first)
        return files
    for name, renamed in FROM_ROOT.items():
        text = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
        files.append(File.generated(config, renamed, content=_renamed(text, "")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links to the root to those pages; what the site has not is named without a link."""
    return _renamed(markdown, "../" * page.file.src_uri.count("/") + "../")


def _renamed(text: str, up: str) -> str:
    for name, renamed in FROM_ROOT.items():
        text = re.sub(
            rf"\]\({re.escape(up + name)}(?=[#)])", f"]({up.removesuffix('../')}{renamed}", text
        )
    elsewhere = rf"\[([^\]]+)\]\({re.escape(up)}(?:LICENSE|locales/|site_template/)[^)]*\)"
    return re.sub(elsewhere, r"\1", text)
