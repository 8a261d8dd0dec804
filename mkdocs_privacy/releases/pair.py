"""One field before and after, of which changes are told."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import Record
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.comparable import is_third
from mkdocs_privacy.releases.kinds import FieldRule, Shape, Verb, find_kind

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
        kind = find_kind(self.rule.field, verb)
        return Change(kind, self.path, before, after, self.is_first, self.is_further)

    def whole_change(self, verb: Verb) -> Change:
        """A change from all that it was to all that it is."""
        return self.change(verb, self.before, self.after)

    @property
    def is_first(self) -> bool:
        """Whether nothing was stated: `none`, where a list can say so, is a statement."""
        return self.before is None or (self.before == () and not self.rule.declared.is_optional)

    @property
    def is_further(self) -> bool:
        """Whether a country outside the European Economic Area was stated already."""
        if self.rule.shape not in (Shape.COUNTRY, Shape.COUNTRIES):
            return False
        stated = self.before if isinstance(self.before, tuple) else (self.before,)
        return any(is_third(one) for one in stated if isinstance(one, str))

    @property
    def verb(self) -> Verb:
        """Added, removed or changed, of two values that differ."""
        if self.before is None:
            return Verb.ADDED
        return Verb.REMOVED if self.after is None else Verb.CHANGED
