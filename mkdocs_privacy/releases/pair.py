"""One field before and after, of which changes are told."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import Record
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.kinds import FieldRule, Verb, find_kind

Held = TypeVar("Held", bound=Value)


class Pair(NamedTuple, Generic[Held]):
    """The same field before and after, and the record that holds it afterwards."""

    rule: FieldRule
    path: KeyPath
    before: Held
    after: Held
    owner: Record | None = None

    def change(self, verb: Verb, before: Value = None, after: Value = None) -> Change:
        """A change of the field, with the two values that it is about."""
        return Change(find_kind(self.rule.field, verb), self.path, before, after)

    def whole_change(self, verb: Verb) -> Change:
        """A change from all that it was to all that it is."""
        return self.change(verb, self.before, self.after)

    @property
    def verb(self) -> Verb:
        """Added, removed or changed, of two values that differ."""
        if self.before is None:
            return Verb.ADDED
        return Verb.REMOVED if self.after is None else Verb.CHANGED
