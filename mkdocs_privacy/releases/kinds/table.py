"""The rows together, and what a row cannot know of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_privacy.releases.kinds import activities, devices, organisation, recipients
from mkdocs_privacy.releases.kinds.declared import Declared, WrongRow, declared_by
from mkdocs_privacy.releases.kinds.rule import ChangeKind, FieldRule
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

_WITHOUT_IDS = (Shape.SEVERAL, Shape.ONE_OR_MORE, Shape.TRANSFERS, Shape.RECIPIENTS)
FIELD_RULES: tuple[FieldRule, ...] = (
    *activities.RULES,
    *recipients.RULES,
    *devices.RULES,
    *organisation.RULES,
)
BY_FIELD: Mapping[str, FieldRule] = {rule.field: rule for rule in FIELD_RULES}
CHANGE_KINDS: Mapping[str, ChangeKind] = {
    kind.id: kind for rule in FIELD_RULES for kind in rule.kinds
}


def find_kind(field: str, verb: Verb) -> ChangeKind:
    """The kind of change of a field; raises WrongRow where the field cannot change so."""
    kind = CHANGE_KINDS.get(f"{field}.{verb}")
    if kind is None:
        raise WrongRow(f"the table of kinds has no `{field}.{verb}`")
    return kind


def holding(rule: FieldRule) -> Iterator[FieldRule]:
    """A rule and those of what holds its field, up to the entry or the top-level key."""
    yield rule
    yield from (BY_FIELD[field] for field in rule.holders)


def check_table(rules: tuple[FieldRule, ...]) -> None:
    """Raise WrongRow where two rows are about one field, or one lacks the row above it."""
    fields: set[str] = set()
    for rule in rules:
        if rule.field in fields:
            raise WrongRow(f"`{rule.field}` has two rows: keep one")
        fields.add(rule.field)
    told_apart = {
        holder for rule in rules if rule.shape is Shape.IDENTITY for holder in rule.holders[:1]
    }
    for rule in rules:
        for holder in rule.holders:
            if holder not in fields:
                raise WrongRow(f"`{rule.field}` is held by `{holder}`, which has no row: add one")
        if rule.shape in _WITHOUT_IDS and rule.field not in told_apart:
            raise WrongRow(
                f"nothing tells the entries of `{rule.field}` apart: "
                "give a field of theirs the shape IDENTITY"
            )


def find_families(rules: tuple[FieldRule, ...]) -> Mapping[type, str]:
    """What the messages of each enumeration are called; raises WrongRow where rows disagree."""
    families: dict[type, str] = {}
    for rule in rules:
        enumeration = rule.declared.type
        if not (rule.family and isinstance(enumeration, type)):
            continue
        known = families.setdefault(enumeration, rule.family)
        if rule.family != known:
            raise WrongRow(
                f"`{rule.field}`: other rows call the values of {enumeration.__name__} "
                f'`{known}`: write words="{known}"'
            )
    for inner in _fields_without_rows(rules):
        if inner.members and isinstance(inner.type, type):
            families.setdefault(inner.type, inner.name)
    return families


def _fields_without_rows(rules: tuple[FieldRule, ...]) -> Iterator[Declared]:
    """The fields of records that are told as one value."""
    for rule in rules:
        if rule.shape in (Shape.VALUE, Shape.FIXED) and rule.declared.is_record:
            record = rule.declared.type
            yield from (declared_by(record, name) for name in record.model_fields)


check_table(FIELD_RULES)
FAMILIES = find_families(FIELD_RULES)
"""The first part of the messages that name the members of an enumeration."""
