"""Every rule by id and slug, and what mkdocs.yml and comments say of single rules."""

from mkdocs_privacy.registry.baseline import Baseline, read_baseline, written_baseline
from mkdocs_privacy.registry.ignores import Ignore, ReadIgnores, find_unused, read_ignores
from mkdocs_privacy.registry.options import FindingOptions
from mkdocs_privacy.registry.rules import RULES, UnknownRule, get_rule, rules_named
from mkdocs_privacy.registry.settling import Quiet, Settled, find_wrong_settings, settle

__all__ = [
    "RULES",
    "Baseline",
    "FindingOptions",
    "Ignore",
    "Quiet",
    "ReadIgnores",
    "Settled",
    "UnknownRule",
    "find_unused",
    "find_wrong_settings",
    "get_rule",
    "read_baseline",
    "read_ignores",
    "rules_named",
    "settle",
    "written_baseline",
]
