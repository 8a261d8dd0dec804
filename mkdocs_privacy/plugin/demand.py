"""What a preview makes at once, and what it puts off until somebody asks: on-demand building.

A file that is put off holds a mark that says so; `answers.py` makes it before anybody sees it.
docs/decisions/0065 says why, and when nothing is put off.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_privacy.disk import hash_of_folder
from mkdocs_privacy.plugin.kept_pages import configuration_of, is_known
from mkdocs_privacy.site import SiteSettings

_MARK = "privacy-center: this is made when somebody asks for it: "
EVERYTHING = "*"
"""In place of a page, what is made of all of them: files for other programs, search, headers."""
_AT_ONCE = 3
"""How many of the pages that somebody looked at last are made at once: those in a few tabs."""


def mark(place: str) -> str:
    """What a file holds that is put off, by its place in the site."""
    return f"{_MARK}{place}\n"


def read_mark(start: bytes) -> str | None:
    """The place in the mark with which a file starts, if it does."""
    line, _, _ = start.decode("utf-8", "replace").partition("\n")
    return line.removeprefix(_MARK) if line.startswith(_MARK) else None


class Demand:
    """What is asked of a preview, from build to build; nothing is asked of a plain build."""

    def __init__(self, *, is_preview: bool) -> None:
        self._is_preview = is_preview
        self.is_served = False
        """Whether somebody can ask."""
        self.is_partial = False
        """Whether the build that goes on puts off what nobody asked for."""
        self.left: set[str] = set()
        """What it puts off."""
        self.pages: set[str] = set()
        """Where our pages stand."""
        self._asked: dict[str, None] = {}
        self._made_of = self._making_of = b""

    def forget_build(self) -> None:
        """Forget what the last build put off: another begins, of which we may make nothing."""
        self.is_partial = False
        self.left, self.pages = set(), set()

    def begin(self, config: MkDocsConfig, settings: SiteSettings) -> None:
        """Decide whether a build is partial, once for all its languages.

        It is not where templates or mkdocs.yml changed: what is wrong with them shows in any page.
        """
        is_known_preview = self._is_preview and is_known(config)
        self._making_of = _beside_data(config, settings) if is_known_preview else b""
        is_as_before = bool(self._making_of) and self._making_of == self._made_of
        self.is_partial = self.is_served and is_as_before and EVERYTHING not in self._asked

    def puts_off(self, place: str) -> bool:
        """Whether a page is put off that would have to be made."""
        return self.is_partial and place not in self._asked

    def end(self, *, knows_pages: bool) -> None:
        """Note that a language is built, and whether it is known what makes its pages."""
        self._made_of = self._making_of if knows_pages else b""
        self._making_of = self._made_of

    def ask(self, place: str) -> None:
        """Note what somebody looks at: the next builds make it at once where it is ours."""
        if place not in self.pages and place != EVERYTHING:
            return
        self._asked.pop(place, None)
        self._asked[place] = None
        # the list at once: other requests ask meanwhile
        for oldest in [one for one in list(self._asked) if one != EVERYTHING][:-_AT_ONCE]:
            self._asked.pop(oldest, None)

    def forget(self, place: str) -> None:
        """No more make at once what could not be made."""
        self._asked.pop(place, None)

    def forget_everything(self) -> None:
        """Put off again what is made of all pages: a file was changed."""
        self._asked.pop(EVERYTHING, None)

    def mark_unmade(self, files: Iterable[Path]) -> None:
        """Put off files that were made of the pages of a build, where it left some of them out."""
        if self.left:
            self.left.add(EVERYTHING)
            for file in files:
                file.write_text(mark(EVERYTHING), "utf-8", newline="\n")


def _beside_data(config: MkDocsConfig, settings: SiteSettings) -> bytes:
    """The hash of mkdocs.yml and of the templates of the site; nothing where one cannot be read."""
    folders = [settings.data / "templates", *map(Path, filter(None, [config.theme.custom_dir]))]
    hashes = [hash_of_folder(folder) for folder in folders if folder.exists()]
    written = repr([*configuration_of(config)]).encode("utf-8", "replace")
    return sha256(b"".join([written, *hashes])).digest() if all(hashes) else b""
