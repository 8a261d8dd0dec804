"""One page after the other, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages.document import whole_policy
from mkdocs_privacy.pages.draft import Draft, Heading
from mkdocs_privacy.pages.environment import make_environment
from mkdocs_privacy.pages.kinds import PageKind, page_kinds
from mkdocs_privacy.pages.languages import say_languages
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.pages.words import Words, in_common, in_language
from mkdocs_privacy.releases import fold, redline


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language: title and description as plain text, its body as HTML."""

    kind: PageKind
    title: str
    description: str
    body: Markup
    headings: tuple[Heading, ...]

    @property
    def is_searched(self) -> bool:
        """Whether a search looks here; the whole policy and its versions repeat other pages."""
        return self.kind.name != "policy" and not self.kind.is_aside


class Renderer:
    """Renders the pages of a privacy center in one language."""

    def __init__(
        self, center: LocalizedCenter, site: Site, standing: Standing, entries: Sequence[Entry]
    ) -> None:
        self.center, self.site, self.standing = center, site, standing
        self.entries = {entry.release.id: entry for entry in entries}
        self.draft = Draft(page_kinds(center.center, standing.history), site.directory_urls)
        self.environment = make_environment(center, site, self.draft, standing)
        self.environment.globals["entries"] = tuple(entries)

    def page(self, kind: PageKind) -> Page:
        """One page."""
        values = self._values(kind)
        self.draft.begin(kind)
        body = say_languages(Markup(self.environment.get_template(kind.template).render(values)))
        words = values.get("words")
        headings = words.headings if isinstance(words, Words) else tuple(self.draft.headings)
        return Page(kind, self._say(kind, "title"), self._say(kind, "description"), body, headings)

    def _values(self, kind: PageKind) -> Mapping[str, Any]:
        """What the template of a page needs beside what every template has."""
        if kind.release is None:
            return {"words": self._policy()} if kind.name == "policy" else {"right": kind.right}
        entry = self.entries[kind.release]
        if kind.subject == "redline":
            return {"entry": entry, **self._redline(entry)}
        [words] = in_common([entry.release.words], self._preferred_languages)
        return {"entry": entry, "words": words}

    def _policy(self) -> Words:
        """The words that the whole policy shows: as they were published, else as of the data."""
        release = self.standing.words
        published = in_language(release.words, self.center.language) if release else None
        if published:
            return published
        if release and not release.center:  # a text that was taken over: there is no data to render
            [words] = in_common([release.words], self._preferred_languages)
            return words
        rendered = whole_policy(self.environment, self.draft)
        return Words(self.center.language, rendered, is_published=False)

    def _redline(self, entry: Entry) -> Mapping[str, Any]:
        """What changed in the words, in a language in which both versions were published."""
        both = [one.words for one in (entry.before, entry.release) if one]
        match in_common(both, self._preferred_languages):
            case (before, after):
                stretches = fold(redline(before.html, after.html))
                return {"compared": after, "stretches": stretches}
            case _:
                return {"compared": None}

    @property
    def _preferred_languages(self) -> tuple[str, ...]:
        return (self.center.language, *self.site.languages)

    def _say(self, kind: PageKind, part: str) -> str:
        """The title or the description of a page."""
        values = {"organisation": self.center.center.organisation.name}
        if kind.release is None:
            return self.center.localization.message(f"{kind.name}.{part}", **values).unescape()
        values["date"] = self.environment.filters["named"](self.entries[kind.release].release)
        return self.center.localization.message(f"{kind.subject}.{part}", **values).unescape()
