"""The page that stands in the place of our first one where a generator ignores plugins."""

from __future__ import annotations

from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data


def replace_stubs(files: Files) -> None:
    """Take away the page that `init` writes in the place of ours.

    A generator that ignores plugins would otherwise publish a site without a privacy center, and
    nobody would see it.
    """
    for file in list(files.documentation_pages()):
        if _is_stub(file):
            files.remove(file)


def _is_stub(file: File) -> bool:
    if not file.src_uri.endswith("index.md"):
        return False
    _, front_matter = get_data(file.content_string)
    return front_matter.get("privacy_center") == "stub"
