"""Finished pages that a preview keeps from build to build, each with all that it was made of.

docs/decisions/0057 says what that is, and where a page is always made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from mkdocs_privacy.disk import hash_of_parts
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.page_needs import Needs
from mkdocs_privacy.theme import MendedTheme

_KNOWN = {"search", "material/search", "materialx/search", "i18n", "privacy-center"}
"""Plugins of which we know what they make of a page of ours: nothing that is not in its key."""


_FINISHED = "privacy-center/finished.html"
"""The template of a page that is finished already, so that MkDocs makes it as any other."""
_Source = tuple[str, str | None, Callable[[], bool] | None]


class NotedTemplates(BaseLoader):
    """The templates of a theme, with a note of each that was read."""

    def __init__(self, theme: BaseLoader, own: str | None) -> None:
        self.theme, self.own = theme, own
        self.read: dict[str, bytes | None] = {}
        """By name the hash of each, nothing of it where there is none; none at all where it is the
        site's own, which could print anything of other pages."""

    def get_source(self, environment: Environment, template: str) -> _Source:
        """The text of a template."""
        if template == _FINISHED:
            return "{{ finished }}", None, None
        before = self.read.get(template)
        self.read.setdefault(template, b"")  # a site may add it later
        source, file, is_fresh = self.theme.get_source(environment, template)
        is_own = self.own and file and Path(file).is_relative_to(self.own)
        now = None if is_own else sha256(source.encode()).digest()
        # where somebody wrote to it meanwhile, some pages have the one and some the other
        self.read[template] = now if before in (None, now) else None
        return source, file, is_fresh

    def has_still(self, before: Mapping[str, bytes | None], environment: Environment) -> bool:
        """Whether the templates that were read before are as they were, and none is the site's."""
        for name in before:
            with suppress(TemplateNotFound):
                self.get_source(environment, name)
        now = {name: self.read[name] for name in before}
        return now == before and None not in now.values()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that pages in one language are made of beside what is their own."""

    hash: bytes
    """Of configuration, words and navigation."""
    templates: Mapping[str, bytes | None]
    """Those of the theme that were read; a build goes on adding to them until it ends."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was finished."""

    made_of: bytes
    surroundings: Surroundings
    html: str
    needs: Needs


class KeptPages:
    """The finished pages of the builds of a preview; those of a plain build keep nothing."""

    def __init__(self, *, is_preview: bool) -> None:
        self.is_preview = is_preview
        self._kept: dict[str, KeptPage] = {}
        self.begin()

    def begin(self) -> None:
        """Turn to another build, or another language of it."""
        self._now: Surroundings | None = None
        self._made_of: dict[str, bytes] = {}
        self._taken: dict[str, KeptPage] = {}
        self._put_off: set[str] = set()

    @property
    def is_on(self) -> bool:
        """Whether pages of this build can be taken over from another."""
        return self._now is not None

    @property
    def knows_pages(self) -> bool:
        """Whether all is known that makes the pages of this build, so none prints another."""
        return self._now is not None and None not in self._now.templates.values()

    def put_off(self, page: MkDocsPage, holding: str) -> None:
        """Have a page come out as a mark, and keep the one that there was."""
        if self._now is None:
            raise ValueError("only what is known of a page says that it may be put off")
        name = page.file.dest_uri
        self._taken[name] = KeptPage(b"", self._now, holding, Needs())
        self._put_off.add(name)
        page.meta["template"] = _FINISHED

    def take_over(
        self,
        pages: Iterable[MkDocsPage],
        environment: Environment,
        config: MkDocsConfig,
        navigation: Navigation,
        words: Mapping[str, Localization],
    ) -> None:
        """Find the pages that would come out as they are; the next build decides anew."""
        self.begin()
        theme = environment.loader
        if not (self.is_preview and isinstance(theme, MendedTheme) and is_known(config)):
            return
        environment.loader = templates = NotedTemplates(theme, config.theme.custom_dir)
        surroundings = _hash(_around_pages(config, navigation, words))
        self._now = Surroundings(surroundings, templates.read)
        looked_at: dict[int, bool] = {}
        for page in pages:
            name, made_of = page.file.dest_uri, _hash(_of_page(page))
            self._made_of[name] = made_of
            kept = self._kept.get(name)
            if kept is None or kept.made_of != made_of or kept.surroundings.hash != surroundings:
                continue
            before = kept.surroundings.templates
            if id(before) not in looked_at:
                looked_at[id(before)] = templates.has_still(dict(before), environment)
            if looked_at[id(before)]:
                self._taken[name] = kept
                page.meta["template"] = _FINISHED

    def of(self, page: MkDocsPage) -> KeptPage | None:
        """The page as it was finished, where it would come out so again."""
        return self._taken.get(page.file.dest_uri)

    def show(self, page: MkDocsPage, context: TemplateContext) -> None:
        """Have a page come out as it was finished."""
        kept = self.of(page)
        if kept:
            context["finished"] = kept.html  # type: ignore[typeddict-unknown-key]
            page.content = ""

    def keep(self, page: MkDocsPage, html: str, needs: Needs) -> None:
        """Keep a page that was made in this build, or taken over by it."""
        name, now = page.file.dest_uri, self._now
        if now is None or name in self._put_off:
            return
        # the templates of now are those of then, and maybe more of them
        self._kept[name] = KeptPage(self._made_of[name], now, html, needs)


def is_known(config: MkDocsConfig) -> bool:
    """Whether all that makes pages is in their keys: other plugins, and hooks, may do anything."""
    names = {name.partition(" #")[0] for name in config.plugins}
    return names <= _KNOWN and not config.hooks


def configuration_of(config: MkDocsConfig) -> Iterator[object]:
    """What mkdocs.yml says, as plugins left it."""
    theme, objects = config.theme, ("theme", "plugins", "hooks")
    yield {name: config[name] for name in config if name not in objects}
    yield {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    yield theme.name, theme.dirs, {name: theme[name] for name in theme if not callable(theme[name])}


def _around_pages(
    config: MkDocsConfig, navigation: Navigation, words: Mapping[str, Localization]
) -> Iterator[object]:
    yield from configuration_of(config)
    yield getattr(config.plugins.get("i18n"), "current_language", None)
    for language, localization in words.items():
        yield language, vars(localization.catalog)["_catalog"], localization.catalog.borrowed
    yield [_of_item(item) for item in navigation.items]
    home = navigation.homepage
    yield home and (home.title, home.url)


def _of_item(item: StructureItem) -> object:
    """An item of the navigation as a theme prints it."""
    if isinstance(item, MkDocsPage):
        return item.title, item.url, item.file.dest_uri, item.is_homepage, item.meta
    return (
        type(item).__name__,
        item.title,
        getattr(item, "url", ""),
        [_of_item(child) for child in getattr(item, "children", None) or ()],
    )


def _of_page(page: MkDocsPage) -> Iterator[object]:
    """What a page is made of that is its own."""
    file: Any = page.file
    yield page.content, page.title, page.meta, [_of_heading(item) for item in page.toc]
    yield page.url, page.canonical_url, page.edit_url, page.update_date, file.inclusion
    yield file.src_uri, page.is_homepage, [section.title for section in page.ancestors]
    for near in (page.previous_page, page.next_page):
        yield near and (near.title, near.url)
    yield {code: other.url for code, other in getattr(file, "alternates", {}).items()}
    yield getattr(file, "locale", None), getattr(file, "locale_alternate_of", None)


def _of_heading(heading: AnchorLink) -> object:
    children = [_of_heading(child) for child in heading.children]
    return heading.title, heading.id, heading.level, children


def _hash(parts: Iterable[object]) -> bytes:
    """All of it at once, so that no page is kept twice."""
    return hash_of_parts(repr(part).encode("utf-8", "backslashreplace") for part in parts)
