"""Findings as mkdocs.yml wants them; what cannot be used stays an error whatever it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_privacy.findings import Finding, KeyPath, Rule, Severity
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


def find_wrong_settings(options: FindingOptions) -> Iterator[Finding]:
    """What the options say of rules that there are not, or that nobody can change."""
    for index, name in enumerate(options.ignore):
        yield from _problems(("findings", "ignore", index), name, is_error=False)
    for name, severity in options.severity.items():
        is_error = severity is Severity.ERROR
        yield from _problems(("findings", "severity", name), name, is_error=is_error)


def _problems(path: KeyPath, name: str, *, is_error: bool) -> Iterator[Finding]:
    try:
        rule = get_rule(name)
    except UnknownRule as unknown:
        yield Finding(UNKNOWN_RULE, str(unknown), path)
        return
    if rule.is_essential and not is_error:
        yield Finding(
            ESSENTIAL_RULE,
            f"‘{rule}’ must stay an error, because the data cannot be used otherwise: remove it "
            "here and fix what it reports",
            path,
        )


def _changeable(name: str) -> Rule | None:
    """The rule of this name, if there is one and the site may decide how much it matters."""
    try:
        rule = get_rule(name)
    except UnknownRule:
        return None
    return None if rule.is_essential else rule
