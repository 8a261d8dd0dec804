"""The rows together, and what a row cannot know of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_privacy.releases.kinds import activities, devices, organisation, recipients
from mkdocs_privacy.releases.kinds.declared import WrongRow, declared_by
from mkdocs_privacy.releases.kinds.rule import ChangeKind, Rule
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

RULES: tuple[Rule, ...] = (
    *activities.RULES,
    *recipients.RULES,
    *devices.RULES,
    *organisation.RULES,
)
BY_FIELD: Mapping[str, Rule] = {rule.field: rule for rule in RULES}
CHANGE_KINDS: Mapping[str, ChangeKind] = {kind.id: kind for rule in RULES for kind in rule.kinds}


def find_kind(field: str, verb: Verb) -> ChangeKind:
    """The kind of change of a field; raises WrongRow where the field cannot change so."""
    kind = CHANGE_KINDS.get(f"{field}.{verb}")
    if kind is None:
        raise WrongRow(f"the table of kinds has no `{field}.{verb}`")
    return kind


def holding(rule: Rule) -> Iterator[Rule]:
    """A rule and those of what holds its field, up to the entry or the top-level key."""
    yield rule
    yield from (BY_FIELD[field] for field in rule.holders)


def check_table(rules: tuple[Rule, ...]) -> None:
    """Raise WrongRow where two rows are about one field, or one lacks the row above it."""
    fields = [rule.field for rule in rules]
    for rule in rules:
        if fields.count(rule.field) > 1:
            raise WrongRow(f"`{rule.field}` has two rows: keep one")
        for holder in rule.holders:
            if holder not in fields:
                raise WrongRow(f"`{rule.field}` is held by `{holder}`, which has no row: add one")
        apart = [other for other in rules if other.holders[:1] == (rule.field,)]
        is_told_apart = any(other.shape is Shape.IDENTITY for other in apart)
        if rule.shape in (Shape.SEVERAL, Shape.TRANSFERS) and not is_told_apart:
            raise WrongRow(
                f"nothing tells the entries of `{rule.field}` apart: "
                "give a field of theirs the shape IDENTITY"
            )


def _enumerations() -> Iterator[tuple[type, str, str]]:
    """Every enumeration that is told, what its messages are called, and the field."""
    for rule in RULES:
        if rule.family and isinstance(rule.declared.type, type):
            yield rule.declared.type, rule.family, rule.field
        if rule.shape in (Shape.VALUE, Shape.FIXED) and rule.declared.is_record:
            for name in rule.declared.type.model_fields:  # these have no rows of their own
                inner = declared_by(rule.declared.type, name)
                if inner.members and isinstance(inner.type, type):
                    yield inner.type, name, rule.field


def _families() -> Mapping[type, str]:
    families: dict[type, str] = {}
    for enumeration, family, field in _enumerations():
        known = families.setdefault(enumeration, family)
        if family != known:
            raise WrongRow(
                f"`{field}`: other rows call the values of {enumeration.__name__} `{known}`: "
                f'write words="{known}"'
            )
    return families


check_table(RULES)
FAMILIES = _families()
"""The first part of the messages that name the members of an enumeration."""
