"""Findings as mkdocs.yml wants them; what cannot be used stays an error whatever it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_privacy.findings import Finding, Rule, Severity
from mkdocs_privacy.findings.rules.options import ESSENTIAL_RULE, UNKNOWN_RULE
from mkdocs_privacy.registry.options import FindingOptions
from mkdocs_privacy.registry.rules import UnknownRule, get_rule


def settle(findings: Iterable[Finding], options: FindingOptions) -> tuple[Finding, ...]:
    """The findings without those that are ignored, and with the severities that are chosen."""
    ignored = {rule for name in options.ignore if (rule := _changeable(name))}
    chosen = {
        rule: severity for name, severity in options.severity.items() if (rule := _changeable(name))
    }
    return tuple(
        replace(finding, chosen_severity=chosen.get(finding.rule, finding.chosen_severity))
        for finding in findings
        if finding.rule not in ignored
    )


def find_wrong_settings(options: FindingOptions) -> tuple[Finding, ...]:
    """What the options say of rules that there are not, or that nobody can change."""
    named = [("ignore", name, False) for name in options.ignore]
    named += [
        (f"severity.{name}", name, severity is Severity.ERROR)
        for name, severity in options.severity.items()
    ]
    return tuple(finding for one in named for finding in _problems(*one))


def _problems(key: str, name: str, is_error: bool) -> Iterator[Finding]:
    where = f"mkdocs.yml: findings.{key}"
    try:
        rule = get_rule(name)
    except UnknownRule as unknown:
        yield Finding(UNKNOWN_RULE, f"{where}: {unknown}")
        return
    if rule.is_essential and not is_error:
        yield Finding(
            ESSENTIAL_RULE,
            f"{where}: ‘{rule}’ is about what cannot be used and stays an error: take it out here "
            "and mend what it finds",
        )


def _changeable(name: str) -> Rule | None:
    """The rule of this name, if there is one and the site may decide how much it matters."""
    try:
        rule = get_rule(name)
    except UnknownRule:
        return None
    return None if rule.is_essential else rule
