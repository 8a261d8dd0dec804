"""Which change brought another about: a new recipient that of an activity, and its cookies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from mkdocs_privacy.model import Activity, CookieService, Processor, Record
from mkdocs_privacy.releases import Change, Verb

EntryKey = tuple[str, str]
"""The key at the top and the id: `("processors", "mollie")`."""

_USED = "activity.processors"


def entry_of(change: Change) -> EntryKey | None:
    """The entry that came or went; nothing where something of one changed."""
    if change.entry is None or len(change.path) > 2:
        return None
    return str(change.path[0]), change.entry


class Causes:
    """The entries that came and went, and what each brought along."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.came: dict[EntryKey, Record] = {}
        self.went: dict[EntryKey, Record] = {}
        self._users: dict[tuple[bool, EntryKey], set[Hashable]] = defaultdict(set)
        for change in changes:
            if entry := entry_of(change):
                kept = self.went if change.kind.verb is Verb.REMOVED else self.came
                record = change.after if change.after is not None else change.before
                assert isinstance(record, Record)  # noqa: S101  # an entry is one
                kept[entry] = record
            else:
                for is_new, referred in _referred(change):
                    self._users[is_new, referred].add(change.path[:2])
        for is_new, kept in ((True, self.came), (False, self.went)):
            for entry, record in kept.items():
                for referred in _named_by(record):
                    self._users[is_new, referred].add(entry)
        self._replaced = {**self._replaced_recipients(changes), **self._replaced_cookies()}

    def of(self, change: Change) -> tuple[Hashable, ...] | None:
        """What a group of the change is told by: its cause, and the entry that is one."""
        if entry := entry_of(change):
            return self._of_entry(entry, is_new=change.kind.verb is not Verb.REMOVED)
        for is_new, referred in _referred(change):
            if referred in (self.came if is_new else self.went) or (
                change.kind.rule.field == _USED and (is_new, referred) in self._replaced
            ):
                return self._of_entry(referred, is_new=is_new)
        return None

    def _of_entry(self, entry: EntryKey, *, is_new: bool) -> tuple[Hashable, ...]:
        if pair := self._replaced.get((is_new, entry)):
            return pair if entry[0] == "processors" else self._of_recipient_or(pair, entry, is_new)
        kept = self.came if is_new else self.went
        own = ("came" if is_new else "went", entry)
        record = kept[entry]
        if isinstance(record, CookieService):
            return self._of_recipient_or(own, entry, is_new)
        if isinstance(record, Activity):
            return own
        users = self._users[is_new, entry]
        [user, *others] = users or {None}
        if not others and user in kept and isinstance(kept[user], Activity | Processor):
            return self._of_entry(user, is_new=is_new)
        return own

    def _of_recipient_or(
        self, own: tuple[Hashable, ...], entry: EntryKey, is_new: bool
    ) -> tuple[Hashable, ...]:
        """The group of the recipient or activity that a cookie service comes along with."""
        kept = self.came if is_new else self.went
        service = kept[entry]
        assert isinstance(service, CookieService)  # noqa: S101  # the callers look
        for user in (
            ("processors", service.processor or ""),
            ("activities", service.activity or ""),
        ):
            if user in kept:
                return self._of_entry(user, is_new=is_new)
        pair = self._replaced.get((is_new, ("processors", service.processor or "")))
        return pair if pair and self._has_like_it(service, pair, is_new) else own

    def _has_like_it(
        self, service: CookieService, pair: tuple[Hashable, ...], is_new: bool
    ) -> bool:
        """Whether the other recipient of a pair brings, or takes away, a service like it."""
        _, came, went = pair
        other, kept = (went, self.went) if is_new else (came, self.came)
        return any(
            isinstance(one, CookieService)
            and ("processors", one.processor) == other
            and one.category == service.category
            for one in kept.values()
        )

    def _replaced_recipients(
        self, changes: Sequence[Change]
    ) -> Mapping[tuple[bool, EntryKey], tuple[Hashable, ...]]:
        """Pairs of which one receives data in all activities where the other does no longer.

        Both are in the same category, where both came and went as a whole.
        """
        places: dict[tuple[bool, EntryKey], set[Hashable]] = defaultdict(set)
        for change in changes:
            if change.kind.rule.field == _USED:
                for use in _referred(change):
                    places[use].add(change.path[1])
        at: dict[tuple[bool, Hashable], list[EntryKey]] = defaultdict(list)
        for (is_new, recipient), activities in places.items():
            at[is_new, frozenset(activities)].append(recipient)
        pairs = {}
        for (is_new, where), came in at.items():
            went = at.get((False, where), ())
            if is_new and len(came) == len(went) == 1 and self._is_like(came[0], went[0]):
                pair = ("replaced", came[0], went[0])
                pairs[True, came[0]] = pairs[False, went[0]] = pair
        return pairs

    def _is_like(self, came: EntryKey, went: EntryKey) -> bool:
        new, old = self.came.get(came), self.went.get(went)
        if isinstance(new, Processor) and isinstance(old, Processor):
            return new.category == old.category
        return came not in self.went and went not in self.came

    def _replaced_cookies(self) -> Mapping[tuple[bool, EntryKey], tuple[Hashable, ...]]:
        """Pairs of the only service that came and the only one that went, of what is the same."""
        uses: dict[Hashable, tuple[list[EntryKey], list[EntryKey]]] = defaultdict(lambda: ([], []))
        for is_new, kept in ((True, self.came), (False, self.went)):
            for entry, service in kept.items():
                if isinstance(service, CookieService) and service.activity:
                    uses[service.category, service.activity][not is_new].append(entry)
        pairs = {}
        for came, went in uses.values():
            if len(came) == len(went) == 1:
                pair = ("replaced", came[0], went[0])
                pairs[True, came[0]] = pairs[False, went[0]] = pair
        return pairs


def _referred(change: Change) -> Iterator[tuple[bool, EntryKey]]:
    """The entries that a field names newly, and no longer."""
    key = change.kind.rule.declared.refers_to
    for is_new, value in ((True, change.after), (False, change.before)):
        if key and isinstance(value, str):
            yield is_new, (key, value)


def _named_by(record: Record) -> Iterator[EntryKey]:
    """The entries that a record names: recipients, data and people of an activity."""
    if isinstance(record, Activity):
        for recipient in record.processors or ():
            yield "processors", recipient.id
        for audience in record.audiences:
            yield "audiences", audience
    if isinstance(record, Activity | Processor):
        for data in record.personal_data or ():
            yield "personal_data", str(data)
