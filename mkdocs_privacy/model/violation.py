"""What a record refuses, as an error that pydantic collects and that knows its rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, LiteralString

from pydantic_core import PydanticCustomError

from mkdocs_privacy.findings import Rule
from mkdocs_privacy.findings.rules import PRODUCT_RULES

_BY_SLUG: Mapping[str, Rule] = {rule.slug: rule for rule in PRODUCT_RULES}


def violation(
    rule: Rule, message: LiteralString, values: dict[str, Any] | None = None
) -> PydanticCustomError:
    """The error to raise where a rule is broken; `{name}` in the message stands for a value."""
    return PydanticCustomError(rule.slug, message, values)


def rule_of(kind: str) -> Rule | None:
    """The rule of an error of this kind; nothing where it is one of pydantic's own."""
    return _BY_SLUG.get(kind)
