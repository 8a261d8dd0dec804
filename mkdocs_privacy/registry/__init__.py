"""Every rule by id and slug, and what mkdocs.yml says of single rules."""

from mkdocs_privacy.registry.options import FindingOptions
from mkdocs_privacy.registry.rules import RULES, UnknownRule, get_rule
from mkdocs_privacy.registry.settling import find_wrong_settings, settle

__all__ = [
    "RULES",
    "FindingOptions",
    "UnknownRule",
    "find_wrong_settings",
    "get_rule",
    "settle",
]
