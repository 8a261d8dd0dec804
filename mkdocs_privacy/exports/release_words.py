"""A release as feeds and e-mails tell it, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from markupsafe import Markup

from mkdocs_privacy.changelog import Cause, Entry, ToldGroup, ToldRelease
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
    chosen = ((entry, tuple(filter(_is_of_processor, entry.groups))) for entry in entries)
    return tuple(
        replace(entry, note="", tell=partial(ToldRelease, groups, entry.objection_until))
        for entry, groups in chosen
        if groups
    )


def _is_of_processor(told: ToldGroup) -> bool:
    return any(
        change.kind.topic is Topic.RECIPIENTS and change.path[:1] == ("processors",)
        for change in told.group.changes
    )


def title(entry: Entry, localization: Localization) -> str:
    """What a release is called in a list: what changes, and from when."""
    say = localization.message
    match entry.groups:
        case ():
            what = say(f"feed.level.{entry.level}")
        case (told,):
            what = told.sentence
        case groups:
            what = say("feed.changed", number=len(groups))
    date = localization.date(entry.release.effective)
    return plain_text(say("feed.entry", what=what, date=date))


def summary(entry: Entry, localization: Localization) -> str:
    """The most important changes of a release, or what is known instead, as plain text."""
    if not entry.groups:
        return entry.note or plain_text(_without_changes(entry, localization))
    weighed = [told.sentence for _, of_level in entry.by_level for told in of_level]
    return in_short(weighed, localization)


def in_short(sentences: Sequence[Markup], localization: Localization) -> str:
    """The first sentences, which are the most important, and how many there are besides."""
    said = [plain_text(sentence) for sentence in sentences[:_IN_A_SUMMARY]]
    if rest := len(sentences) - len(said):
        said.append(plain_text(localization.plural("feed.more", rest)))
    return " ".join(sentence if sentence.endswith(".") else f"{sentence}." for sentence in said)


def tell(entry: Entry, localization: Localization, how_to_object: str = "") -> Iterator[TextBlock]:
    """From when a release applies, until when one may object, and what it changes."""
    say = localization.message
    yield Paragraph(say("feed.effective", date=localization.date(entry.release.effective)))
    yield from as_paragraphs(entry.note)
    if entry.objection_until:
        date = localization.date(entry.objection_until)
        yield Paragraph(say("feed.objection_until", date=date))
        yield from as_paragraphs(how_to_object)
    if not entry.groups:
        yield Paragraph(_without_changes(entry, localization))
    for level, groups in entry.by_level:
        yield Heading(say(f"feed.level.{level}"))
        yield Bullets(tuple(chain.from_iterable(map(_in_full, groups))))


def _in_full(told: ToldGroup) -> Iterator[Markup]:
    """The sentence of a group, and what it means; of one that only names fields, what is important
    of them, with what else happened to the same field: a safeguard in another's place. Where that
    is all there is, it says what the sentence would."""
    if told.group.cause is not Cause.SUBJECT:
        yield told.in_full
        return
    kinds = [one.change.kind for one in told.changes]
    important = {kind.rule.field for kind in kinds if kind.material}
    if told.meanings or any(kind.rule.field not in important for kind in kinds):
        yield told.in_full
    yield from (one.sentence for one in told.changes if one.change.kind.rule.field in important)


def _without_changes(entry: Entry, localization: Localization) -> Markup:
    return localization.message(f"feed.explained.{entry.level}")
