"""Findings as mkdocs.yml wants them; what cannot be used stays an error whatever it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_privacy.findings import Finding, KeyPath, Rule, Severity, fingerprints
from mkdocs_privacy.findings.rules.options import ESSENTIAL_RULE, UNKNOWN_RULE
from mkdocs_privacy.registry.ignores import Ignore
from mkdocs_privacy.registry.options import FindingOptions
from mkdocs_privacy.registry.rules import RULES, UnknownRule, how_exactly, rules_named
from mkdocs_privacy.terminal import no_command, printable


@dataclass(frozen=True, slots=True)
class Quiet:
    """A finding that is not shown, and why."""

    finding: Finding
    why: str
    ignore: Ignore | None = None
    fingerprint: str | None = None
    """Which entry of the baseline keeps it quiet, where one does."""

    @property
    def on_one_line(self) -> str:
        """The reason, as no terminal obeys it."""
        return no_command(printable(self.why, kept=""))


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings that are shown, and those that are not."""

    findings: tuple[Finding, ...]
    quiet: tuple[Quiet, ...] = ()


def settle(
    findings: Iterable[Finding],
    options: FindingOptions,
    ignores: Collection[Ignore] = (),
    baseline: Collection[str] = (),
) -> Settled:
    """The findings without those that are ignored, and with the severities that are chosen."""
    chosen = _severities(options.severity)
    reasons = _why_not_shown(options)
    shown: list[Finding] = []
    quiet: list[Quiet] = []
    for finding in findings:
        rule = finding.rule
        ignore = next((one for one in ignores if one.covers(finding)), None)
        if rule.is_essential:
            shown.append(finding)
        elif ignore:
            quiet.append(Quiet(finding, ignore.reason, ignore))
        elif rule in reasons:
            quiet.append(Quiet(finding, reasons[rule]))
        else:
            severity = chosen.get(rule, finding.chosen_severity)
            shown.append(replace(finding, chosen_severity=severity))
    return _without_old(shown, quiet, baseline)


def _without_old(findings: list[Finding], quiet: list[Quiet], baseline: Collection[str]) -> Settled:
    if not baseline:
        return Settled(tuple(findings), tuple(quiet))
    new = []
    for finding, fingerprint in zip(findings, fingerprints(findings), strict=True):
        if fingerprint in baseline and not finding.rule.is_essential:
            quiet.append(Quiet(finding, "it is in the baseline", None, fingerprint))
        else:
            new.append(finding)
    return Settled(tuple(new), tuple(quiet))


def _severities(chosen: Mapping[str, Severity]) -> Mapping[Rule, Severity]:
    """The severity of each rule that has one here; the most exact name comes last, and counts."""
    names = sorted(chosen, key=how_exactly)
    return {rule: chosen[name] for name in names for rule in _changeable(name)}


def _why_not_shown(options: FindingOptions) -> Mapping[Rule, str]:
    """The rules of which nothing is shown, each with the reason."""
    selected, ignored = _exactness(options.select), _exactness(options.ignore)
    reasons = {}
    for rule in RULES:
        if rule.is_essential:
            continue
        if rule in ignored and ignored[rule] >= selected.get(rule, 0):
            reasons[rule] = "`ignore` names its rule"
        elif options.select and rule not in selected:
            reasons[rule] = "`select` does not name its rule"
    return reasons


def _exactness(names: Iterable[str]) -> Mapping[Rule, int]:
    """The rules that are named, each with how exactly."""
    found: dict[Rule, int] = {}
    for name in names:
        for rule in _changeable(name):
            found[rule] = max(found.get(rule, 0), how_exactly(name))
    return found


def find_wrong_settings(options: FindingOptions) -> Iterator[Finding]:
    """What the options say of rules that there are not, or that nobody can change."""
    for index, name in enumerate(options.select):
        yield from _problems(("findings", "select", index), name, may_be_essential=True)
    for index, name in enumerate(options.ignore):
        yield from _problems(("findings", "ignore", index), name)
    for name, severity in options.severity.items():
        is_error = severity is Severity.ERROR
        yield from _problems(("findings", "severity", name), name, may_be_essential=is_error)


def _problems(path: KeyPath, name: str, *, may_be_essential: bool = False) -> Iterator[Finding]:
    try:
        rules = rules_named(name)
    except UnknownRule as unknown:
        yield Finding(UNKNOWN_RULE, str(unknown), path)
        return
    if all(rule.is_essential for rule in rules) and not may_be_essential:
        named = str(rules[0]) if len(rules) == 1 else name
        yield Finding(
            ESSENTIAL_RULE,
            f"‘{named}’ must stay an error, because the data cannot be used otherwise: remove it "
            "here and fix what it reports",
            path,
        )


def _changeable(name: str) -> tuple[Rule, ...]:
    """The rules of this name of which the site may decide how much they matter."""
    try:
        return tuple(rule for rule in rules_named(name) if not rule.is_essential)
    except UnknownRule:
        return ()
