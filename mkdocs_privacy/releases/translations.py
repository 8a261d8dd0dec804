"""An older center in a language that was added later, where its words did not change since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from mkdocs_privacy.model import PrivacyCenter, Record, Retention, Text, find_language
from mkdocs_privacy.releases.change import Value
from mkdocs_privacy.releases.sameness import IDENTITY, by_key, is_same, stages_paired

AnyRecord = TypeVar("AnyRecord", bound=Record)


def with_translations(older: AnyRecord, newer: AnyRecord) -> AnyRecord:
    """The older record with the translations of the newer one.

    A text gets them only where both say the same in every language that both have: otherwise the
    old version would seem to say what it never said.
    """
    translated = {
        name: _translated(getattr(older, name), getattr(newer, name))
        for name in type(older).model_fields
    }
    return older.model_copy(update=translated)


def _translated(older: Value, newer: Value) -> Value:
    if isinstance(older, Text) and isinstance(newer, Text):
        return _with_words(older, newer)
    if isinstance(older, Record) and type(older) is type(newer):
        return with_translations(older, newer)
    if isinstance(older, Mapping) and isinstance(newer, Mapping):
        return {id: _translated(entry, newer.get(id)) for id, entry in older.items()}
    if isinstance(older, tuple) and isinstance(newer, tuple):
        return _each_translated(older, newer)
    return older


def _each_translated(older: tuple[Value, ...], newer: tuple[Value, ...]) -> tuple[Value, ...]:
    """Texts by their words, records by what tells them apart; the order may be another."""
    records = [value for value in older if type(value) in IDENTITY and isinstance(value, Record)]
    if stages := _stages_in(older):
        return _stages_translated(stages, _stages_in(newer))
    if records:
        twins = by_key([value for value in newer if isinstance(value, Record)])
        return tuple(_translated(record, twins.get(key)) for key, record in by_key(records).items())
    return tuple(_translated(value, _twin(value, newer)) for value in older)


def _stages_in(values: tuple[Value, ...]) -> tuple[Retention, ...]:
    return tuple(value for value in values if isinstance(value, Retention))


def _stages_translated(
    older: Sequence[Retention], newer: Sequence[Retention]
) -> tuple[Retention, ...]:
    twins = dict(stages_paired(older, newer))
    return tuple(
        stage if (twin := twins[place]) is None else with_translations(stage, newer[twin])
        for place, stage in enumerate(older)
    )


def _with_words(older: Text, newer: Text) -> Text:
    if older.by_language is None or newer.by_language is None or not is_same(older, newer):
        return older
    return type(older)(by_language={**newer.by_language, **older.by_language})


def _twin(value: Value, others: tuple[Value, ...]) -> Text | None:
    """The same text among others."""
    if not isinstance(value, Text):
        return None
    texts = (other for other in others if isinstance(other, Text))
    return next((other for other in texts if is_same(value, other)), None)


def lacks_language(center: PrivacyCenter, language: str) -> bool:
    """Whether the texts of a center are older than a language of the site."""
    written = [audience.title.by_language for audience in center.audiences.values()]
    written += [activity.title.by_language for activity in center.activities.values()]
    return any(words and not find_language(language, words) for words in written)
