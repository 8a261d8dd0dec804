"""What every command prints in the same way: findings, and a file that cannot be used."""

from __future__ import annotations

import errno
from collections.abc import Sequence

import click

from mkdocs_privacy import terminal
from mkdocs_privacy.findings import FORMATS, Finding, Severity


def report(findings: Sequence[Finding], format_name: str = "text") -> None:
    """Print the findings to standard output; JSON also where there are none."""
    if findings or format_name == "json":
        click.echo(FORMATS[format_name](findings))


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity: `1 error, 2 infos`."""
    counts = [
        terminal.counted(count, severity)
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    return ", ".join(counts) or "nothing to report"


def sentence_of(error: OSError) -> str:
    """What is wrong with a file; raises the error again where only the reader went away."""
    if error.errno == errno.EPIPE:
        raise error  # as `head` does; click knows what to do
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"
