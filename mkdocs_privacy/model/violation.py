"""What a record refuses, as an error that pydantic collects and that knows its rule."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, LiteralString

from pydantic_core import InitErrorDetails, PydanticCustomError

from mkdocs_privacy.findings import Rule
from mkdocs_privacy.findings.rules import PRODUCT_RULES

_BY_SLUG: Mapping[str, Rule] = {rule.slug: rule for rule in PRODUCT_RULES}


def violation(
    rule: Rule, message: LiteralString, values: dict[str, Any] | None = None
) -> PydanticCustomError:
    """The error to raise where a rule is broken; `{name}` in the message stands for a value."""
    return PydanticCustomError(rule.slug, message, values)


def taken_ids(
    field: str, ids: Iterable[str], taken: Container[str], rule: Rule, message: LiteralString
) -> Iterator[InitErrorDetails]:
    """The error for each id of a field that stands for something else; `{name}` is the id."""
    for id in filter(taken.__contains__, ids):
        wrong = violation(rule, message, {"name": id})
        yield InitErrorDetails(type=wrong, loc=(field, id), input=id)


def rule_of(kind: str) -> Rule | None:
    """The rule of an error of this kind; nothing where it is one of pydantic's own."""
    return _BY_SLUG.get(kind)
