"""What changed in the data between two privacy centers, by id: moves and reorders are no change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, NamedTuple, TypeVar

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    INTERNAL,
    Consent,
    CookieService,
    PrivacyCenter,
    Recipient,
    Record,
    Text,
    TrackerItem,
    Transfer,
)
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.comparable import (
    by_country,
    days_in,
    ids_of,
    is_stated_otherwise,
    is_third,
)
from mkdocs_privacy.releases.kinds import (
    BY_FIELD,
    ENTRIES,
    ChangeKind,
    FieldRule,
    Shape,
    Verb,
    find_kind,
)
from mkdocs_privacy.releases.received_data import with_data_in_activities
from mkdocs_privacy.releases.sameness import by_key, is_related, is_same, verb_of_words

AnyRecord = TypeVar("AnyRecord", bound=Record)
Held = TypeVar("Held", bound=Value)


class _Pair(NamedTuple, Generic[Held]):
    """The same field before and after, and the record that holds it afterwards."""

    rule: FieldRule
    path: KeyPath
    before: Held
    after: Held
    owner: Record | None = None

    def change(self, verb: Verb, before: Value = None, after: Value = None) -> Change:
        return Change(find_kind(self.rule.field, verb), self.path, before, after)

    def whole_change(self, verb: Verb) -> Change:
        return self.change(verb, self.before, self.after)

    @property
    def verb(self) -> Verb:
        """Added, removed or changed, of two values that differ."""
        if self.before is None:
            return Verb.ADDED
        return Verb.REMOVED if self.after is None else Verb.CHANGED


def compare(before: PrivacyCenter, after: PrivacyCenter) -> tuple[Change, ...]:
    """Every change, in the order of the data."""
    return tuple(_changes(*with_data_in_activities(before, after)))


def _changes(before: PrivacyCenter, after: PrivacyCenter) -> Iterator[Change]:
    for name in PrivacyCenter.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if name in ENTRIES:
            if is_stated_otherwise(old, new):
                yield Change(find_kind(name, Verb.CHANGED), (name,), old, new)
            yield from _entries(ENTRIES[name], (name,), old or {}, new or {}, None)
        else:
            rule = BY_FIELD[name]
            yield from _COMPARED[rule.shape](_Pair(rule, (name,), old, new))


def _fields(field: str, path: KeyPath, before: Record, after: Record) -> Iterator[Change]:
    for name, described in type(after).model_fields.items():
        key = described.alias or name
        if key == INTERNAL:
            continue
        rule = BY_FIELD[f"{field}.{key}"]
        if rule.is_told:
            pair = _Pair(rule, (*path, key), getattr(before, name), getattr(after, name), after)
            yield from _COMPARED[rule.shape](pair)


def _entry(pair: _Pair[Record | Mapping[str, Record] | str | None]) -> Iterator[Change]:
    """A record, or several by id."""
    before, after = pair.before, pair.after
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _entries(pair.rule.field, pair.path, before, after, pair.owner)
    elif isinstance(before, Record) and isinstance(after, Record):
        yield from _fields(pair.rule.field, pair.path, before, after)
    elif before != after:
        yield pair.whole_change(pair.verb)


def _several(pair: _Pair[tuple[AnyRecord, ...]]) -> Iterator[Change]:
    """Records without ids; those that are the same in both need not be told apart."""
    before = [record for record in pair.before if record not in pair.after]
    after = [record for record in pair.after if record not in pair.before]
    yield from _entries(pair.rule.field, pair.path, by_key(before), by_key(after), None)


def _entries(
    field: str,
    path: KeyPath,
    before: Mapping[str, Record],
    after: Mapping[str, Record],
    owner: Record | None,
) -> Iterator[Change]:
    for id, old in before.items():
        if id not in after:
            yield Change(find_kind(field, Verb.REMOVED), (*path, id), old)
    for id, new in after.items():
        if id in before:
            yield from _fields(field, (*path, id), before[id], new)
        else:
            verb = Verb.WITHOUT_CONSENT if _needs_no_consent(new, owner) else Verb.ADDED
            yield Change(find_kind(field, verb), (*path, id), None, new)


def _needs_no_consent(new: Record, owner: Record | None) -> bool:
    """Whether something that is stored on a device is stated to need no consent."""
    service = owner if isinstance(new, TrackerItem) else new
    return isinstance(service, CookieService) and service.asks_consent is Consent.NOT_REQUIRED


def _recipients(pair: _Pair[tuple[Recipient, ...] | None]) -> Iterator[Change]:
    """Recipients by id: who comes and goes, and what changed of those that stay."""
    before, after = (
        {recipient.id: recipient for recipient in recipients or ()}
        for recipients in (pair.before, pair.after)
    )
    yield from _list(_Pair(pair.rule, pair.path, ids_of(pair.before), ids_of(pair.after)))
    for id in after:
        if id in before:
            yield from _fields(pair.rule.field, (*pair.path, id), before[id], after[id])


def _transfers(pair: _Pair[tuple[Transfer, ...] | None]) -> Iterator[Change]:
    """Transfers country by country.

    A second safeguard for a country to which data went already is no new transfer.
    """
    if is_stated_otherwise(pair.before, pair.after):
        yield pair.whole_change(pair.verb)
    before, after = (
        tuple(single for transfer in transfers or () for single in by_country(transfer))
        for transfers in (pair.before, pair.after)
    )
    known = {country for transfer in pair.before or () for country in transfer.countries}
    told: list[tuple[ChangeKind, Value, Value]] = []
    for change in _several(_Pair(pair.rule, pair.path, before, after)):
        if isinstance(change.after, Transfer) and set(change.after.countries) - known:
            yield replace(change, kind=find_kind(pair.rule.field, Verb.THIRD_COUNTRY))
        elif (said := (change.kind, change.before, change.after)) not in told:
            told.append(said)  # what changed of one transfer to several countries changed once
            yield change


def _value(pair: _Pair[Value]) -> Iterator[Change]:
    if pair.before != pair.after:
        yield pair.whole_change(pair.verb)


def _country(pair: _Pair[str | None]) -> Iterator[Change]:
    if pair.before != pair.after:
        yield pair.whole_change(Verb.THIRD_COUNTRY if is_third(pair.after) else pair.verb)


def _list(pair: _Pair[tuple[str, ...] | None]) -> Iterator[Change]:
    before, after = pair.before or (), pair.after or ()
    if is_stated_otherwise(pair.before, pair.after):
        yield pair.whole_change(pair.verb)  # nothing said has become: nobody
    for value in before:
        if value not in after:
            yield pair.change(Verb.REMOVED, value)
    for value in after:
        if value not in before:
            third = pair.rule.shape is Shape.COUNTRIES and is_third(value)
            yield pair.change(Verb.THIRD_COUNTRY if third else Verb.ADDED, None, value)


def _period(pair: _Pair[str | None]) -> Iterator[Change]:
    if pair.before == pair.after:
        return
    verb = pair.verb
    if pair.before and pair.after:
        before, after = days_in(pair.before), days_in(pair.after)
        verb = Verb.LENGTHENED if after > before else Verb.SHORTENED if after < before else verb
    yield pair.whole_change(verb)


def _text(pair: _Pair[Text | None]) -> Iterator[Change]:
    if pair.before is None or pair.after is None:
        if pair.before != pair.after:
            yield pair.whole_change(pair.verb)
    elif verb := verb_of_words(pair.before, pair.after):
        yield pair.whole_change(verb)


def _texts(pair: _Pair[tuple[Text, ...] | None]) -> Iterator[Change]:
    """Texts that share their words in some language are the same text."""
    before, after = pair.before or (), pair.after or ()
    gone = [text for text in before if not any(is_same(text, other) for other in after)]
    for text in after:
        if any(is_same(other, text) for other in before):
            continue
        earlier = next((other for other in gone if is_related(other, text)), None)
        if earlier is None and len(gone) == 1 and len(before) == len(after):
            earlier = gone[0]  # one text went and one came in its place
        if earlier:
            gone.remove(earlier)
            yield pair.change(verb_of_words(earlier, text) or Verb.CHANGED, earlier, text)
        else:
            yield pair.change(Verb.ADDED, None, text)
    for text in gone:
        yield pair.change(Verb.REMOVED, text)


_COMPARED: Mapping[Shape, Callable[[_Pair[Any]], Iterator[Change]]] = {
    Shape.ENTRY: _entry,
    Shape.CHOICE: _entry,
    Shape.TRACKER: _entry,
    Shape.SEVERAL: _several,
    Shape.TRANSFERS: _transfers,
    Shape.RECIPIENTS: _recipients,
    Shape.PART: _entry,
    Shape.VALUE: _value,
    Shape.FIXED: _value,
    Shape.TEXT: _text,
    Shape.TITLE: _text,
    Shape.TEXTS: _texts,
    Shape.LIST: _list,
    Shape.PERIOD: _period,
    Shape.TERM: _period,
    Shape.COUNTRY: _country,
    Shape.COUNTRIES: _list,
}
