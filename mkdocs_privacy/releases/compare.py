"""What changed in the data between two privacy centers, by id: moves and reorders are no change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, TypeVar

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    INTERNAL,
    Consent,
    CookieService,
    Mechanism,
    PrivacyCenter,
    Recipient,
    Record,
    Retention,
    TrackerItem,
    Transfer,
)
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.comparable import by_country, ids_of, is_stated_otherwise
from mkdocs_privacy.releases.compare_values import VALUES_COMPARED, compare_lists
from mkdocs_privacy.releases.itself import Itself
from mkdocs_privacy.releases.kinds import (
    BY_FIELD,
    ENTRIES,
    ChangeKind,
    FieldRule,
    Shape,
    Verb,
    find_kind,
)
from mkdocs_privacy.releases.pair import Pair
from mkdocs_privacy.releases.received_data import with_data_in_activities
from mkdocs_privacy.releases.sameness import by_key, stages_paired

AnyRecord = TypeVar("AnyRecord", bound=Record)


def compare(before: PrivacyCenter, after: PrivacyCenter) -> tuple[Change, ...]:
    """Every change, in the order of the data."""
    return _compared(Itself(before), Itself(after))


@lru_cache(maxsize=256)  # every language of a site tells the same changes
def _compared(before: Itself[PrivacyCenter], after: Itself[PrivacyCenter]) -> tuple[Change, ...]:
    return tuple(_changes(*with_data_in_activities(before.thing, after.thing)))


def _changes(before: PrivacyCenter, after: PrivacyCenter) -> Iterator[Change]:
    for name in PrivacyCenter.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if name in ENTRIES:
            if is_stated_otherwise(old, new):
                yield Change(find_kind(name, Verb.CHANGED), (name,), old, new)
            yield from _entries(ENTRIES[name], (name,), old or {}, new or {}, None)
        else:
            rule = BY_FIELD[name]
            yield from _COMPARED[rule.shape](Pair(rule, (name,), old, new))


def _fields(field: str, path: KeyPath, before: Record, after: Record) -> Iterator[Change]:
    if before == after:  # of most records of a center, and cheap to see
        return
    for name, key, rule in _told_fields(field, type(after)):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield from _COMPARED[rule.shape](Pair(rule, (*path, key), old, new, after))


@cache
def _told_fields(field: str, record: type[Record]) -> tuple[tuple[str, str, FieldRule], ...]:
    """The fields of a record whose changes are told: the name, the key in the data, the rule."""
    keys = {name: described.alias or name for name, described in record.model_fields.items()}
    rules = (
        (name, key, BY_FIELD[f"{field}.{key}"]) for name, key in keys.items() if key != INTERNAL
    )
    return tuple(one for one in rules if one[-1].is_told)


def _entry(pair: Pair[Record | Mapping[str, Record] | str | None]) -> Iterator[Change]:
    """A record, or several by id."""
    before, after = pair.before, pair.after
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _entries(pair.rule.field, pair.path, before, after, pair.owner)
    elif isinstance(before, Record) and isinstance(after, Record):
        yield from _fields(pair.rule.field, pair.path, before, after)
    elif before != after:
        yield pair.whole_change(pair.verb)


def _several(pair: Pair[tuple[AnyRecord, ...]]) -> Iterator[Change]:
    """Records without ids; those that are the same in both need not be told apart."""
    before = [record for record in pair.before if record not in pair.after]
    after = [record for record in pair.after if record not in pair.before]
    for change in _entries(pair.rule.field, pair.path, by_key(before), by_key(after), None):
        yield replace(change, is_first=True) if pair.is_first else change


def _one_or_more(pair: Pair[tuple[AnyRecord, ...]]) -> Iterator[Change]:
    """Records without ids; where there is at most one before and after, it is told without key."""
    if len(pair.before) > 1 or len(pair.after) > 1:
        yield from _several(pair)
        return
    (before,), (after,) = pair.before or (None,), pair.after or (None,)
    alone = Pair(pair.rule, pair.path, before, after)
    if not (before and after):
        if before or after:
            yield alone.whole_change(alone.verb)
        return
    if list(by_key([before])) != list(by_key([after])):
        yield alone.whole_change(Verb.CHANGED)
    yield from _fields(pair.rule.field, pair.path, before, after)


def _stages(pair: Pair[tuple[Retention, ...]]) -> Iterator[Change]:
    """Stages of retention; where there is at most one before and after, it is told without key."""
    is_alone = len(pair.before) <= 1 and len(pair.after) <= 1
    for place_before, place_after in stages_paired(pair.before, pair.after):
        before = None if place_before is None else pair.before[place_before]
        after = None if place_after is None else pair.after[place_after]
        key = place_before if place_after is None else place_after
        path = pair.path if is_alone or key is None else (*pair.path, key)
        if before and after:
            yield from _fields(pair.rule.field, path, before, after)
        else:
            stage = Pair(pair.rule, path, before, after)
            yield replace(stage.whole_change(stage.verb), is_first=pair.is_first)


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


def _recipients(pair: Pair[tuple[Recipient, ...] | None]) -> Iterator[Change]:
    """Recipients by id: who comes and goes, and what changed of those that stay."""
    before, after = (
        {recipient.id: recipient for recipient in recipients or ()}
        for recipients in (pair.before, pair.after)
    )
    yield from compare_lists(Pair(pair.rule, pair.path, ids_of(pair.before), ids_of(pair.after)))
    for id in after:
        if id in before:
            yield from _fields(pair.rule.field, (*pair.path, id), before[id], after[id])


_OF_OUR_OWN = "organisation.transfers"
"""What an organisation says nothing in while the adequacy decision for its own country holds."""


def _went_unsaid(added: Transfer) -> bool:
    """Whether a transfer is new only because the adequacy decision that it rests on has ended."""
    return added.mechanism is Mechanism.ADEQUACY and added.ended is not None


def _transfers(pair: Pair[tuple[Transfer, ...] | None]) -> Iterator[Change]:
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
    for one in _several(Pair(pair.rule, pair.path, before, after)):
        change = replace(one, is_first=pair.is_first)
        added = change.after if isinstance(change.after, Transfer) else None
        if added and pair.rule.field == _OF_OUR_OWN and _went_unsaid(added):
            kind = find_kind(f"{_OF_OUR_OWN}.ended", Verb.ADDED)
            yield Change(kind, (*change.path, "ended"), None, added.ended)
        elif added and set(added.countries) - known:
            yield replace(change, kind=find_kind(pair.rule.field, Verb.THIRD_COUNTRY))
        elif (said := (change.kind, change.before, change.after)) not in told:
            told.append(said)  # what changed of one transfer to several countries changed once
            yield change


_COMPARED: Mapping[Shape, Callable[[Pair[Any]], Iterator[Change]]] = {
    Shape.ENTRY: _entry,
    Shape.CHOICE: _entry,
    Shape.TRACKER: _entry,
    Shape.SEVERAL: _several,
    Shape.ONE_OR_MORE: _one_or_more,
    Shape.STAGES: _stages,
    Shape.TRANSFERS: _transfers,
    Shape.RECIPIENTS: _recipients,
    Shape.PART: _entry,
    **VALUES_COMPARED,
}
