"""A release as feeds and e-mails tell it, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry, ToldChange, mark_important
from mkdocs_privacy.exports.rich_text import (
    Bullets,
    Heading,
    Paragraph,
    TextBlock,
    as_paragraphs,
    plain_text,
)
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.releases import Topic

_IN_A_SUMMARY = 3
"""How many changes a summary names; the content names all."""


def processor_changes(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The releases that change who receives data, with those changes alone.

    The owner's own note is left out, as it is about the whole release.
    """
    chosen = (
        replace(entry, note="", changes=tuple(filter(_is_of_processor, entry.changes)))
        for entry in entries
    )
    return tuple(entry for entry in chosen if entry.changes)


def _is_of_processor(told: ToldChange) -> bool:
    change = told.change
    return change.kind.topic is Topic.RECIPIENTS and change.path[:1] == ("processors",)


def title(entry: Entry, localization: Localization) -> str:
    """What a release is called in a list: what changes, and from when."""
    say = localization.message
    match entry.changes:
        case ():
            what = say(f"feed.level.{entry.level}")
        case (told,):
            what = told.sentence
        case changes:
            what = say("feed.changed", number=len(changes))
    date = localization.date(entry.release.effective)
    return plain_text(say("feed.entry", what=what, date=date))


def summary(entry: Entry, localization: Localization) -> str:
    """The most important changes of a release, or what is known instead, as plain text."""
    if not entry.changes:
        return entry.note or plain_text(_without_changes(entry, localization))
    return in_short(entry.changes, localization)


def in_short(changes: Sequence[ToldChange], localization: Localization) -> str:
    """The most important changes as sentences, and how many there are besides."""
    weighed = sorted(changes, key=lambda told: not told.change.kind.material)
    sentences = [plain_text(told.sentence) for told in weighed[:_IN_A_SUMMARY]]
    if rest := len(weighed) - len(sentences):
        sentences.append(plain_text(localization.plural("feed.more", rest)))
    return " ".join(
        sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences
    )


def tell(entry: Entry, localization: Localization, how_to_object: str = "") -> Iterator[TextBlock]:
    """From when a release applies, until when one may object, and what it changes."""
    say = localization.message
    yield Paragraph(say("feed.effective", date=localization.date(entry.release.effective)))
    yield from as_paragraphs(entry.note)
    if entry.objection_until:
        date = localization.date(entry.objection_until)
        yield Paragraph(say("feed.objection_until", date=date))
        yield from as_paragraphs(how_to_object)
    if not entry.changes:
        yield Paragraph(_without_changes(entry, localization))
    for topic, changes in entry.by_topic:
        yield Heading(say(f"topic.{topic}"))
        yield Bullets(tuple(mark_important(told, localization) for told in changes))


def _without_changes(entry: Entry, localization: Localization) -> Markup:
    return localization.message(f"feed.explained.{entry.level}")
