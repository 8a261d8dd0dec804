"""The index of the search: our passages in it, and one of its own for each language.

A search reads `search/search_index.json`, in which mkdocs-static-i18n puts all languages. Before it
does so, that file has one language: it is kept beside it, and our pages ask for that one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypedDict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from mkdocs_privacy.characters import folded
from mkdocs_privacy.dressing import search_index_name
from mkdocs_privacy.mkdocs_files import built_language
from mkdocs_privacy.pages import Outline
from mkdocs_privacy.plugin.kept_bodies import MadePage
from mkdocs_privacy.plugin.options import OptionsAsWritten

_FIELDS = {"sought": {"boost": 1e3}, "unaccented": {"boost": 1e2}}
"""What people look for counts as much as a title does by default."""
_HISTORY_BOOST = 0.5
"""What was counts less than what is."""
_SEPARATORS = {
    r"[\s\-]+": r"[\s\-‐–—,;:!?()\[\]\"'‘’“”«»…/·]+|\.(?!\w)",
}
"""Between words, where a site has Material's default: “(België)” is one, “d’adresse” are two."""
_WORD = re.compile(r"\w+")

_CHOSEN = 'document.querySelector("[data-search-index]")?.dataset.searchIndex'


class SearchEntry(TypedDict, total=False):
    """A passage as the search of Material and MkDocs has it; titles and texts are HTML."""

    location: str
    title: str
    text: str
    sought: str
    """What people type who look for it; not shown."""
    unaccented: str
    """The words of these and of the title that have accents, as people type them on a phone."""
    boost: float


class SearchIndexes:
    """What is found on the pages of one build, one language after the other."""

    def __init__(self) -> None:
        self._entries: dict[str | None, list[SearchEntry]] = {}
        self._pages: set[str] = set()
        self._of_languages: dict[str, Any] = {}

    def leave_to_us(self, page: MkDocsPage) -> None:
        """Note a page of ours, of which the search itself finds nothing."""
        self._pages.add(page.url)

    def note(self, page: MkDocsPage, ours: MadePage, config: MkDocsConfig) -> None:
        """Take what is found on a page of ours, which the search shall not cut up itself."""
        self.leave_to_us(page)
        if ours.is_searched and not page.meta.get("privacy_center_copy"):
            self._entries.setdefault(built_language(config), []).extend(_entries(page.url, ours))

    def keep_language(self, config: MkDocsConfig) -> None:
        """Keep the index of the language that was built, which the next one overwrites."""
        language = built_language(config)
        index = _read(config) if self._pages else None
        if language is None or index is None:
            return
        index = self._with_ours(index, self._entries.get(language, []))
        if (base := language.partition("_")[0].partition("-")[0]) in index["config"]["lang"]:
            index["config"]["lang"] = [base]
        self._of_languages[search_index_name(language)] = index
        _write(_folder(config) / search_index_name(language), _dump(index))

    def finish(self, config: MkDocsConfig) -> None:
        """Put our pages in all languages into the index of the site, and into that from disk."""
        index = _read(config) if self._pages else None
        if index is None:
            return
        every = [entry for entries in self._entries.values() for entry in entries]
        index = self._with_ours(index, every)
        _write(_folder(config) / "search_index.json", _dump(index))
        from_disk = _folder(config) / "search_index.js"
        if from_disk.exists():  # Material's offline plugin wrote it
            by_name = f"{_dump(self._of_languages)}[{_CHOSEN}] ?? "
            _write(from_disk, f"var __index = {by_name}{_dump(index)}")

    def _with_ours(self, index: dict[str, Any], ours: Iterable[SearchEntry]) -> dict[str, Any]:
        others = [doc for doc in index["docs"] if doc["location"].split("#")[0] not in self._pages]
        config = dict(index["config"])
        if config.get("pipeline") == ["stopWordFilter"]:
            config["pipeline"] = []
        config["separator"] = _SEPARATORS.get(config["separator"], config["separator"])
        if "fields" in config:
            config["fields"] = {**config["fields"], **_FIELDS}
        return {**index, "config": config, "docs": [*others, *ours]}


class SearchHooks(BasePlugin[OptionsAsWritten]):
    """What the plugin does for the search, in hooks that it combines with others."""

    pages: dict[str, Outline]
    """Ours, by their sources."""
    search: SearchIndexes
    content: str | None = None
    """That of the page being built, while the search has nothing to look through."""

    @event_priority(1)  # before the search (0)
    def take_content(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Spare the search a page of ours, of which it has what is found.

        It leaves out what its pages say of it, but only after it looked through all of their text.
        """
        self.content = None
        if page.file.src_uri in self.pages and _only_search_comes_next(config):
            self.content, page.content = page.content, ""
        return context

    @event_priority(-1)  # after it
    def return_content(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page its content again."""
        if self.content is not None:
            page.content = self.content
        return context

    @event_priority(-50)  # after the search (0) wrote a language, before static-i18n (-100) goes on
    def keep_search(self, config: MkDocsConfig) -> None:
        """Keep the index of the language that was built."""
        self.search.keep_language(config)


def index_files(config: MkDocsConfig) -> list[Path]:
    """The indexes of a site that was built."""
    return [*_folder(config).glob("search_index*")]


def _only_search_comes_next(config: MkDocsConfig) -> bool:
    """Whether no other plugin would miss the content that is taken from it."""
    hooks: list[Any] = config.plugins.events["page_context"]
    return all(
        type(getattr(hook, "__self__", None)).__module__.startswith("material.plugins.search")
        for hook in hooks
        if -1 < getattr(hook, "mkdocs_priority", 0) < 1
    )


def _entries(url: str, page: MadePage) -> Iterator[SearchEntry]:
    for passage in page.passages:
        entry: SearchEntry = {
            "location": f"{url}#{passage.id}" if passage.id else url,
            "title": passage.title_html,
            "text": passage.html,
        }
        sought = "" if passage.id else page.sought
        if sought:
            entry["sought"] = sought
        if plain := " ".join(_without_accents(f"{sought} {passage.title}")):
            entry["unaccented"] = plain
        if page.kind.name == "changes" and passage.id:
            entry["boost"] = _HISTORY_BOOST
        yield entry


def _without_accents(text: str) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(text)):
        plain = folded(word)
        if plain != word.casefold():
            yield plain


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.site_dir) / "search"


def _read(config: MkDocsConfig) -> dict[str, Any] | None:
    """The index that the search wrote, unless there is none, or one that was made ready to use."""
    file = _folder(config) / "search_index.json"
    index: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {"index": ""}
    return None if "index" in index else index


def _dump(index: object) -> str:
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")
