"""The table of everything that can change, and which changes people must be told of.

What is material follows the guidelines on transparency (WP260 rev.01, paragraphs 29 to 31) and the
article that demands the information. No program can judge free text: it counts as editorial.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.releases.change import ChangeKind
from mkdocs_privacy.releases.kinds import activities, devices, organisation, recipients
from mkdocs_privacy.releases.kinds.rule import Rule, Shape, Verb

RULES: tuple[Rule, ...] = (
    *activities.RULES,
    *recipients.RULES,
    *devices.RULES,
    *organisation.RULES,
)
BY_FIELD: Mapping[str, Rule] = {rule.field: rule for rule in RULES}
CHANGE_KINDS: Mapping[str, ChangeKind] = {kind.id: kind for rule in RULES for kind in rule.kinds}

SILENT = frozenset(
    {
        *("processor.use", "processor.facts", "cookie.use", "cookie.facts"),
        "organisation.supervisory_authority.use",
        *("section.page", "section.order"),
        "rights.fields",
    }
)
"""Fields whose change is none to a reader: where a fact came from, and where a text stands;
and what a form asks, which is no part of the policy."""

__all__ = ["BY_FIELD", "CHANGE_KINDS", "RULES", "SILENT", "Rule", "Shape", "Verb"]
