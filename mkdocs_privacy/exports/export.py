"""What an export is, and what it is made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.consent_message import message_of
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.pictures import PictureOptions
from mkdocs_privacy.releases import ConsentRevision, History, Release, consent_revisions
from mkdocs_privacy.requests import RequestOptions

Content = Callable[[], str | bytes]
"""What makes the content of a file, which takes longer than to say that there is one."""


@dataclass(frozen=True)
class Sources:
    """What exports are made from, in one language; what several of them need is found once."""

    center: LocalizedCenter
    entries: Sequence[Entry]
    """Those of every announced release, the newest first."""
    addresses: Mapping[str, CenterAddresses]
    """Where the center stands in each language, the default one first; empty where the site does
    not know its own address."""
    languages: tuple[str, ...]
    """Those of the site, the default one first."""
    requests: RequestOptions
    today: date
    localizations: Mapping[str, Localization] = field(default_factory=dict)
    """Every language of the site, the default one first: for files that serve all of them."""
    pictures: PictureOptions = field(default_factory=PictureOptions)
    own_templates: Path | None = None

    @property
    def here(self) -> CenterAddresses | None:
        """Where the center stands in this language, if that is known."""
        return self.addresses.get(self.center.language)

    @property
    def is_default(self) -> bool:
        """Whether this is the default language."""
        return self.center.language == self.languages[0]

    @property
    def history(self) -> History:
        """Every announced release."""
        return History(tuple(entry.release for entry in reversed(self.entries)))

    @property
    def current(self) -> Release | None:
        """The release that applies today."""
        return self.history.in_force(self.today)

    @cached_property
    def consent(self) -> ConsentRevision | None:
        """The consent revision of the release that applies, or of the first that will."""
        release = self.current or next(iter(self.history), None)
        return consent_revisions(self.history)[release.id] if release else None

    @cached_property
    def consent_message(self) -> Mapping[str, str]:
        """What changed with that revision, by language; empty where it is the first."""
        return message_of(self.consent, self.localizations, self.center.center)

    @property
    def applied(self) -> Sequence[Entry]:
        """The entries of releases that applied, or will: not replaced before their day."""
        history = self.history
        return [entry for entry in self.entries if not history.is_replaced_before(entry.release)]


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other programs."""

    name: str
    """Its path below the center’s own root: `changes.atom`."""
    find: Callable[[Sources], Content | None]
    """What makes its content; nothing where there is nothing to say."""
    about: str
    """What it is, in a few words."""
    is_shared: bool = False
    """Whether one file serves all languages: it stands with the default one."""
    feed_type: str | None = None
    """The media type under which feed readers find it by themselves on every page."""
    feed_title: str | None = None
    """The message that names it there."""


def as_json(value: Any) -> str:
    """A value as a file for programs, in which somebody can read too."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def about_cookies(render: Callable[[Sources], str]) -> Callable[[Sources], Content | None]:
    """What makes the content of a file about cookies, of which the data need not speak."""

    def find(sources: Sources) -> Content | None:
        return None if sources.center.center.cookies is None else partial(render, sources)

    return find


def find_exports(exports: Sequence[Export], sources: Sources) -> Mapping[Export, Content]:
    """The files of one language that have something to say, and what makes their content."""
    found = {
        export: export.find(sources)
        for export in exports
        if sources.is_default or not export.is_shared
    }
    return {export: content for export, content in found.items() if content is not None}
