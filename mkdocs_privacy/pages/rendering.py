"""One page after the other, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages.document import whole_policy
from mkdocs_privacy.pages.environment import page_environment
from mkdocs_privacy.pages.kinds import POLICY_PAGE, PageKind, page_kinds
from mkdocs_privacy.pages.languages import say_languages
from mkdocs_privacy.pages.left_out import headings_before
from mkdocs_privacy.pages.page_in_progress import PageHeading, PageInProgress
from mkdocs_privacy.pages.policy_words import PolicyWords, in_common, in_language
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.releases import ReleasePage, fold, worked_out_redline


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a page in one language before it is made: plain text."""

    kind: PageKind
    title: str
    description: str

    @property
    def is_searched(self) -> bool:
        """Whether a search looks here; the whole policy and its versions repeat other pages."""
        return self.kind is not POLICY_PAGE and not self.kind.is_aside


@dataclass(frozen=True, slots=True)
class Page(Outline):
    """A page in one language, its body as HTML."""

    body: Markup
    headings: tuple[PageHeading, ...]
    sought: str = ""
    """What people type who look for it, in words that the page may not say."""


class Renderer:
    """Renders the pages of a privacy center in one language."""

    def __init__(
        self, center: LocalizedCenter, site: Site, standing: Standing, entries: Sequence[Entry]
    ) -> None:
        self.center, self.site, self.standing = center, site, standing
        self.entries = {entry.release.id: entry for entry in entries}
        self.page_in_progress = PageInProgress(
            page_kinds(center.center, standing.history),
            site.directory_urls,
            site.addresses,
            site.files.get(center.language),
        )
        self.environment = page_environment(center, site, self.page_in_progress, standing)
        self.environment.globals["entries"] = tuple(entries)
        # not above: a check, and a build that finds all its pages, draw no pictures
        from mkdocs_privacy.pictures.drawing import as_svg, gallery_of, names_of_countries

        self.environment.globals["as_svg"] = as_svg
        self.environment.globals["gallery"] = gallery_of(center, entries, standing.in_force)
        self.environment.globals["names_of_countries"] = lambda receiver: names_of_countries(
            receiver, center
        )

    @property
    def colon(self) -> str:
        """The colon of this language, with the space that it has before it."""
        return self.center.localization.message("punctuation.colon").unescape()

    def outline(self, kind: PageKind) -> Outline:
        """What one page is about."""
        return Outline(kind, self._say(kind, "title"), self._say(kind, "description"))

    def page(self, kind: PageKind) -> Page:
        """One page."""
        values = self._values(kind)
        self.page_in_progress.begin(kind)
        body = say_languages(Markup(self.environment.get_template(kind.template).render(values)))
        words = values.get("words")
        headings = (
            words.headings if isinstance(words, PolicyWords) else self.page_in_progress.headings
        )
        about = self.outline(kind)
        return Page(kind, about.title, about.description, body, headings, self._sought(kind))

    def _values(self, kind: PageKind) -> Mapping[str, Any]:
        """What the template of a page needs beside what every template has."""
        if kind.release is None:
            about = {
                "right": kind.right,
                "further_right": kind.further_right,
                "audience_id": kind.audience,
            }
            return {"words": self._policy()} if kind is POLICY_PAGE else about
        entry = self.entries[kind.release]
        if kind.release_page is ReleasePage.REDLINE:
            return {"entry": entry, **self._redline(entry)}
        [words] = in_common([entry.release.words], self._preferred_languages)
        return {"entry": entry, "words": words}

    def _policy(self) -> PolicyWords:
        """The words that the whole policy shows: as they were published, else as of the data."""
        release = self.standing.words
        published = in_language(release.words, self.center.language) if release else None
        if published:
            return published
        if release and not release.center:  # a text that was taken over: there is no data to render
            [words] = in_common([release.words], self._preferred_languages)
            return words
        rendered = whole_policy(self.environment, self.page_in_progress)
        return PolicyWords(self.center.language, rendered, is_published=False)

    def _redline(self, entry: Entry) -> Mapping[str, Any]:
        """What changed in the words, in a language in which both versions were published."""
        both = [release.words for release in (entry.before, entry.release) if release]
        match in_common(both, self._preferred_languages):
            case (before, after):
                stretches = fold(worked_out_redline(before.html, after.html))
                headings = tuple(headings_before(stretches, after))
                return {"compared": after, "stretches": stretches, "headings": headings}
            case _:
                return {"compared": None}

    @property
    def _preferred_languages(self) -> tuple[str, ...]:
        return (self.center.language, *self.site.languages)

    def _sought(self, kind: PageKind) -> str:
        """What people look for on a page, if words were collected for it."""
        id = f"{kind.name}.sought"
        localization = self.center.localization
        return localization.message(id).unescape() if id in localization.catalog else ""

    def _say(self, kind: PageKind, part: str) -> str:
        """The title or the description of a page."""
        if kind.further_right:
            right = self.center.center.rights.further[kind.further_right]
            text = right.title if part == "title" else right.explained
            return self.center.localization.text(text)
        values = {"organisation": self.center.center.organisation.name}
        if kind.audience:
            title = self.center.localization.text(self.center.center.audiences[kind.audience].title)
            if part == "title":
                return title
            values["audience"] = title
            return self.center.localization.message("audience.description", **values).unescape()
        if kind.release is None:
            return self.center.localization.message(f"{kind.name}.{part}", **values).unescape()
        values["date"] = self.environment.filters["named"](self.entries[kind.release].release)
        return self.center.localization.message(f"{kind.subject}.{part}", **values).unescape()


def render_pages(
    center: LocalizedCenter,
    site: Site,
    standing: Standing | None = None,
    entries: Sequence[Entry] = (),
) -> Iterator[Page]:
    """Render every page, in reader's order; `entries` tell the history that `standing` knows.

    Without a standing nothing has been published, and every page says so.
    """
    standing = standing or Standing()
    renderer = Renderer(center, site, standing, entries)
    return map(renderer.page, page_kinds(center.center, standing.history))
