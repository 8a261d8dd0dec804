"""Findings as MkDocs logs them, where errors stop the build and warnings stop a strict one."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.findings import Finding, Severity, has_errors
from mkdocs_privacy.terminal import counted

log = get_plugin_logger("privacy-center")


def report(findings: Sequence[Finding], *, is_strict: bool) -> None:
    """Log errors and warnings, and raise PluginError after errors; infos are for `check`.

    In a strict build a warning is an error: `--quiet` would hide it otherwise, and not say what
    stops the build.
    """
    for finding in findings:
        if finding.severity is Severity.ERROR or (
            is_strict and finding.severity is Severity.WARNING
        ):
            log.error(str(finding))
        elif finding.severity is Severity.WARNING:
            log.warning(str(finding))
    if has_errors(findings):
        count = sum(finding.severity is Severity.ERROR for finding in findings)
        raise PluginError(f"[privacy-center] {counted(count, 'error')}, listed above")


def tell(message: str | None) -> None:
    """Log what a site owner may want to know, if there is anything."""
    if message:
        log.info(message)
