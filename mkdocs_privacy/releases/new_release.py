"""A release that is about to be made: what is refused, and what its files say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from mkdocs_privacy import __version__
from mkdocs_privacy.characters import refusal, unprintable
from mkdocs_privacy.model import LANGUAGE_CODE, PrivacyCenter, Text
from mkdocs_privacy.releases.consent_revision import consent_revisions
from mkdocs_privacy.releases.data_format import as_written
from mkdocs_privacy.releases.manifest import DATA, FORMAT, MANIFEST, policy_file, seal
from mkdocs_privacy.releases.published_words import words_in
from mkdocs_privacy.releases.release import ChosenRevision, History

_FIRST_YEAR = 1970
"""Before that there was no law on data protection anywhere."""


@dataclass(frozen=True, slots=True)
class NewRelease:
    """What is about to be released."""

    effective: date
    announced: date
    documents: Mapping[str, str]
    """The policy by language, each a whole HTML document."""
    center: PrivacyCenter | None = None
    """The data; none where an old policy is taken over as text."""
    note: Text | None = None
    backdated: Text | None = None
    """Why it is recorded only after it took effect."""
    short_notice: Text | None = None
    """Why people are told later than promised."""
    consent_revision: ChosenRevision | None = None
    """The consent revision, where its owner chooses it."""
    addresses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What steps of the addresses of its pages are called, by language, but those in English."""


def check_new(new: NewRelease, history: History, today: date) -> tuple[str, ...]:
    """Every reason to refuse a release."""
    return (
        *_problems_of_dates(new, history, today),
        *_problems_of_revision(new, history),
        *_problems_of_words(new),
    )


def lay_out(new: NewRelease, history: History) -> tuple[str, dict[str, bytes]]:
    """The id of a release that follows `history`, and its files by name."""
    same_day = sum(release.effective == new.effective for release in history)
    id = f"{new.effective}-{same_day + 1}" if same_day else f"{new.effective}"
    newest = history.newest
    files = {policy_file(language): new.documents[language].encode() for language in new.documents}
    if new.center:
        files = {DATA: as_written(new.center), **files}
    said = {
        "format": FORMAT,
        "id": id,
        "announced": f"{new.announced}",
        "effective": f"{new.effective}",
        "replaces": newest.id if newest else None,
        "previous": newest.sha256 if newest else None,
        "backdated": new.backdated.as_written() if new.backdated else None,
        "short_notice": new.short_notice.as_written() if new.short_notice else None,
        "consent_revision": _as_written(new.consent_revision),
        "note": new.note.as_written() if new.note else None,
        "addresses": new.addresses or None,
        "made_with": __version__,
        "files": {name: sha256(content).hexdigest() for name, content in files.items()},
    }
    manifest = seal({key: value for key, value in said.items() if value is not None})
    return id, {MANIFEST: manifest, **files}


def _as_written(chosen: ChosenRevision | None) -> dict[str, Any] | None:
    return (
        None if chosen is None else {"number": chosen.number, "reason": chosen.reason.as_written()}
    )


def _problems_of_revision(new: NewRelease, history: History) -> Iterator[str]:
    if new.consent_revision is None or history.newest is None:
        return
    before = consent_revisions(history)[history.newest.id].number
    if new.consent_revision.number < before:
        yield (
            f"the consent revision would fall from {before} to {new.consent_revision.number}, and "
            f"visitors would not be asked again when it rises: give {before} or more"
        )


def _problems_of_dates(new: NewRelease, history: History, today: date) -> Iterator[str]:
    newest = history.newest
    if newest and new.effective < newest.effective:
        yield (
            f"it would take effect on {new.effective}, before the release that it replaces: give "
            f"{newest.effective} or a later day"
        )
    if new.effective.year < _FIRST_YEAR:
        yield f"it would take effect on {new.effective}: correct the year"
    is_past = new.effective < today
    if is_past and new.backdated is None and new.center:  # a text that is taken over always has
        yield (
            f"{new.effective} has passed: give {today} or a later day, or the reason why you "
            "record "
            "it afterwards (`--backdate REASON`)"
        )
    if not is_past and new.backdated is not None:
        yield (
            f"`--backdate` is for a day that has passed, and {new.effective} has not: leave it out"
        )
    if new.announced > today:
        yield (
            f"the announcement date {new.announced} is in the future: give {today} or an earlier "
            "day"
        )
    if new.announced > new.effective:
        yield (
            f"it would be announced on {new.announced}, after it takes effect: "
            f"give {new.effective} or an earlier day"
        )
    if newest and new.announced < newest.announced:
        yield (
            f"it would be announced on {new.announced}, before the release that it replaces: give "
            f"{newest.announced} or a later day"
        )


def _problems_of_words(new: NewRelease) -> Iterator[str]:
    if not new.documents:
        yield "it has no text: give the policy in at least one language"
    for language, document in new.documents.items():
        if not re.fullmatch(LANGUAGE_CODE, language):
            yield f"‘{language}’ is not a language code: write nl or nl-BE"
        words = words_in(document)
        if words is None:
            yield f"the document in {language} has no text inside <body>: write it there"
        elif (headings := len(re.findall(r"<h1[\s>]", words))) != 1:
            yield f"the document in {language} has {headings} headings <h1>: it needs exactly one"
    for name, written in _written(new):
        if found := unprintable(written):
            yield f"{name}: {refusal(found.group())}"


def _written(new: NewRelease) -> Iterator[tuple[str, str]]:
    for language, document in new.documents.items():
        yield f"the document in {language}", document
    texts = {
        "the note": new.note,
        "the reason why it is recorded only now": new.backdated,
        "the reason for the shorter notice": new.short_notice,
        "the reason for the consent revision": (
            new.consent_revision.reason if new.consent_revision else None
        ),
    }
    for name, text in texts.items():
        said = text.as_written() if text else ""
        yield name, said if isinstance(said, str) else "\n".join(said.values())
