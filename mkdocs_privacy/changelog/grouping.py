"""Changes that are one change of life, told once: a pure function over what `compare` found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mkdocs_privacy.changelog.causes import Causes, EntryKey, entry_of
from mkdocs_privacy.releases import CHANGE_KINDS, Change, Itself, Manner, Shape, Topic, Verb


class Cause(StrEnum):
    """What makes changes one."""

    REPLACED = "replaced"
    """A recipient or a cookie service came where another went."""
    CAME = "came"
    """An entry was added, and what is there because of it."""
    WENT = "went"
    """An entry was removed, and what was there because of it."""
    ALIKE = "alike"
    """The same happened to the same field in several places, or several values to one list."""
    REWORDED = "reworded"
    """Words of one topic that changed in some languages only."""
    REWRITTEN = "rewritten"
    """Texts of one topic that nobody must be told of."""
    SUBJECT = "subject"
    """Several fields of one thing."""
    ALONE = "alone"
    """One change by itself."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes that are told once."""

    cause: Cause
    changes: tuple[Change, ...]
    """All of them, first what came or went itself, material ones before others."""
    about: tuple[EntryKey, ...] = ()
    """The entry that came or went; of those replaced first the new one, then the old."""

    @property
    def is_material(self) -> bool:
        """Whether any of them is."""
        return any(change.kind.material for change in self.changes)

    @property
    def has_details(self) -> bool:
        """Whether there is more to tell of each change than one sentence of all says."""
        return self.cause not in (Cause.ALIKE, Cause.ALONE)


_KINDS = tuple(CHANGE_KINDS)
_TOPICS = tuple(Topic)
_TEXTS = (Shape.TEXT, Shape.TEXTS, Shape.TITLE)
_COMING_AND_GOING = (Verb.ADDED, Verb.REMOVED, Verb.THIRD_COUNTRY, Verb.WITHOUT_CONSENT)


def group_changes(changes: Iterable[Change]) -> tuple[ChangeGroup, ...]:
    """The changes, each in one group; those that are material first, then by topic.

    In whichever order they are given, the groups are the same.
    """
    return _grouped(Itself(changes if isinstance(changes, tuple) else tuple(changes)))


@lru_cache(maxsize=256)  # every language of a site tells the same, which `compare` found once
def _grouped(itself: Itself[tuple[Change, ...]]) -> tuple[ChangeGroup, ...]:
    ordered = sorted(itself.thing, key=_importance)
    causes = Causes(ordered)
    keyed: dict[tuple[Hashable, ...], list[Change]] = defaultdict(list)
    rest: list[Change] = []
    for change in ordered:
        if cause := causes.of(change):
            keyed[cause].append(change)
        else:
            rest.append(change)
    for key, change in _by_likeness(rest):
        keyed[key].append(change)
    groups = [_group(key, of_key) for key, of_key in keyed.items()]
    places = {id(change): place for place, change in enumerate(ordered)}
    return tuple(
        sorted(groups, key=lambda group: (not group.is_material, places[id(group.changes[0])]))
    )


def _importance(change: Change) -> tuple[object, ...]:
    return (
        not change.kind.material,
        _TOPICS.index(change.kind.topic),
        len(change.path) > 2,  # first what came or went, then what changed of it
        _KINDS.index(change.kind.id),
        tuple(map(str, change.path)),
        repr(change.before),
        repr(change.after),
    )


def _group(key: tuple[Hashable, ...], changes: Sequence[Change]) -> ChangeGroup:
    cause = str(key[0])
    if len(changes) == 1:
        return ChangeGroup(Cause.ALONE, tuple(changes))
    if cause == Cause.SUBJECT and len({_place(change) for change in changes}) == 1:
        return ChangeGroup(_of_one_place(changes), tuple(changes))
    if cause not in (Cause.REPLACED, Cause.CAME, Cause.WENT):
        return ChangeGroup(Cause(cause), tuple(changes))
    about = key[1:]
    itself_first = sorted(changes, key=lambda change: entry_of(change) not in about)
    return ChangeGroup(Cause(cause), tuple(itself_first), about)  # type: ignore[arg-type]


def _of_one_place(changes: Sequence[Change]) -> Cause:
    """Several values of one list are told in a sentence; several texts that changed are not."""
    is_list = all(change.kind.verb in _COMING_AND_GOING for change in changes)
    return Cause.ALIKE if is_list else Cause.SUBJECT


def _by_likeness(changes: Sequence[Change]) -> Iterable[tuple[tuple[Hashable, ...], Change]]:
    """The key of a group for each change that no other brought about."""
    alike = _alike(changes)
    keys: list[tuple[Hashable, ...]] = []
    for change in changes:
        topic = change.kind.topic
        if change.kind.verb is Verb.TRANSLATED:
            keys.append((Cause.REWORDED, topic))
        elif key := alike.get(_place(change)):
            keys.append((Cause.ALIKE, key))
        elif _is_rewritten(change):
            keys.append((Cause.REWRITTEN, topic))
        else:
            keys.append((Cause.SUBJECT, *subject_of(change)))
    counted = Counter(keys)
    for key, change in zip(keys, changes, strict=True):
        subject = (Cause.SUBJECT, *subject_of(change))
        # a text is told with its subject where that is told by the names of its fields anyway
        is_with_subject = key[0] is Cause.REWRITTEN and counted[subject] > 1
        yield subject if is_with_subject else key, change


def _is_rewritten(change: Change) -> bool:
    rule, kind = change.kind.rule, change.kind
    is_text = rule.shape in _TEXTS and rule.manner is not Manner.NAME
    return is_text and kind.verb is Verb.CHANGED and not kind.material


def subject_of(change: Change) -> tuple[str, ...]:
    """What a change is about, as the beginning of its path: an entry, a right, a part."""
    path = tuple(map(str, change.path))
    return path[:3] if path[:2] in _HOLD_SEVERAL else path[:2]


_HOLD_SEVERAL = (
    ("rights", "each"),
    ("rights", "further"),
    ("organisation", "joint_controllers"),
    ("organisation", "other_representatives"),
)


def _place(change: Change) -> tuple[str, ...]:
    """Which field it is of, and what happened to that: the same of all values of a list."""
    return change.kind.id, *map(str, change.path)


def _alike(changes: Sequence[Change]) -> Mapping[tuple[str, ...], Hashable]:
    """By place what happened there, where the same did elsewhere."""
    happened: dict[tuple[str, ...], list[Hashable]] = defaultdict(list)
    for change in changes:
        if entry_of(change) is None and change.kind.verb is not Verb.TRANSLATED:
            values = (change.kind.id, repr(change.before), repr(change.after))
            happened[_place(change)].append(values)
    keys = {place: tuple(values) for place, values in happened.items()}
    counted = Counter(keys.values())
    return {place: key for place, key in keys.items() if counted[key] > 1}
