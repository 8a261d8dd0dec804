"""Every rule that a finding can have, by id and by slug."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_privacy.findings import Rule
from mkdocs_privacy.findings.rules import PRODUCT_RULES
from mkdocs_privacy.lint import LINT_RULES
from mkdocs_privacy.model import suggestion

RULES: tuple[Rule, ...] = (*PRODUCT_RULES, *(lint_rule.rule for lint_rule in LINT_RULES))
"""Every rule, those of the product first."""

_BY_NAME: Mapping[str, Rule] = {
    name: rule for rule in RULES for name in (rule.id.lower(), rule.slug)
}


_PREFIX = re.compile(r"[a-z]{2}[0-9]{0,2}")


class UnknownRule(LookupError):
    """No rule has this id or slug; says which one may be meant."""


def get_rule(name: str) -> Rule:
    """The rule with this id or slug, in capitals or not; raises UnknownRule."""
    rule = _BY_NAME.get(name.lower())
    if rule is None:
        known = [name for rule in RULES for name in (rule.slug, rule.id)]
        raise UnknownRule(f"there is no rule ‘{name}’{suggestion(name, known)}")
    return rule


def rules_named(name: str) -> tuple[Rule, ...]:
    """The rules that a name means, by id, slug or the beginning of an id; raises UnknownRule."""
    beginning = name.lower()
    if _PREFIX.fullmatch(beginning):
        found = tuple(rule for rule in RULES if rule.id.lower().startswith(beginning))
        if found:
            return found
    return (get_rule(name),)


def how_exactly(name: str) -> int:
    """How exactly a name names rules: by how many letters of an id; a slug is as good as an id."""
    return min(len(name), 5)
