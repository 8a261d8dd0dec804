"""The redirects of a build for its host, beside the pages that lead on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_privacy.exports import render_redirects
from mkdocs_privacy.plugin.security import is_under_mike, roots_of

log = get_plugin_logger("privacy-center")

REDIRECTS = "_redirects"


class Redirects:
    """Where pages stood, in all languages of one build."""

    def __init__(self) -> None:
        self.moved: dict[str, str] = {}
        self.site_has_own = False

    def note(self, moved: Mapping[str, str], files: Files) -> None:
        """Note the new address of each file of one language, and a `_redirects` of the site."""
        self.moved |= moved
        self.site_has_own |= any(
            file.dest_uri == REDIRECTS and file.inclusion.is_included() for file in files
        )

    def write(self, config: MkDocsConfig, path: str) -> None:
        """Write the files of redirects below the path of the center, where pages have moved."""
        if not self.moved:
            return
        moved = {
            f"{root}{_address(place)}": f"{root}{address}"
            for root in roots_of(config)
            for place, address in self.moved.items()
        }
        folder = Path(config.site_dir) / path / "exports" / "redirects"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in render_redirects(moved).items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        if self.site_has_own:
            ours = (folder / REDIRECTS).relative_to(config.site_dir).as_posix()
            log.info(f"the site has its own {REDIRECTS}: add the content of {ours} to it")
        elif not is_under_mike(config):  # hosts read the one above all versions
            copyfile(folder / REDIRECTS, Path(config.site_dir) / REDIRECTS)


def _address(place: str) -> str:
    """The address of a file."""
    return re.sub(r"(^|/)index\.html$", r"\1", place)
