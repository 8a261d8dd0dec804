"""What a command line says of rules, beside what mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.registry import UnknownRule, rules_named
from mkdocs_privacy.site import SiteSettings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """Which findings somebody wants to see."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    baseline: Path | None = None
    has_baseline: bool = True
    """Whether a baseline counts: not where one is written."""

    def made_in(self, settings: SiteSettings) -> SiteSettings:
        """The settings of a site with this choice: the rules to select, and more of the rest."""
        options = settings.options
        stated = options.findings
        baseline = str(self.baseline.absolute()) if self.baseline else stated.baseline
        findings = stated.model_copy(
            update={
                "select": self.select or stated.select,
                "ignore": (*stated.ignore, *self.ignore),
                "severity": {**stated.severity, **dict(self.severity)},
                "baseline": baseline if self.has_baseline else None,
            }
        )
        changed = options.model_copy(update={"findings": findings})
        return replace(settings, read=replace(settings.read, options=changed))


def rule_options(command: Command) -> Command:
    """Give a command the options that choose rules."""
    for option in reversed(
        (
            click.option(
                "--select",
                metavar="RULES",
                multiple=True,
                callback=_read_names,
                help="Show only findings of these rules: ids, names or the beginning of ids, such "
                "as RT,CK012. Instead of `select` in mkdocs.yml.",
            ),
            click.option(
                "--ignore",
                metavar="RULES",
                multiple=True,
                callback=_read_names,
                help="Show no findings of these rules, beside those of `ignore` in mkdocs.yml.",
            ),
            click.option(
                "--severity",
                metavar="RULE=LEVEL",
                multiple=True,
                callback=_read_severities,
                help="Let findings of a rule be an error, a warning or an info.",
            ),
        )
    ):
        command = option(command)
    return command


def _read_names(
    _context: click.Context, _option: click.Parameter, written: Sequence[str]
) -> tuple[str, ...]:
    return tuple(
        _known(name.strip()) for names in written for name in names.split(",") if name.strip()
    )


def _read_severities(
    _context: click.Context, _option: click.Parameter, written: Sequence[str]
) -> tuple[tuple[str, Severity], ...]:
    return tuple(map(_read_severity, written))


def _read_severity(written: str) -> tuple[str, Severity]:
    name, equals, level = written.partition("=")
    if not equals:
        raise click.BadParameter(f"write RULE=LEVEL, such as RT=info, not ‘{written}’")
    try:
        return _known(name), Severity(level)
    except ValueError:
        levels = [*map(str, Severity)]
        hint = suggestion(level, levels)
        raise click.BadParameter(
            f"‘{level}’ is not a severity{hint}: write error, warning or info"
        ) from None


def _known(name: str) -> str:
    try:
        rules_named(name)
    except UnknownRule as unknown:
        if name in [*Severity]:
            message = f"‘{name}’ is no rule but a level: see `mkdocs-privacy check --level {name}`"
            raise click.BadParameter(message) from None
        raise click.BadParameter(str(unknown)) from None
    return name
