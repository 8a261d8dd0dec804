"""What every command prints in the same way: findings, and a file that cannot be used."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_privacy.findings import ALWAYS_WRITTEN, FORMATS, Finding, QuotedFiles, Severity
from mkdocs_privacy.terminal import counted


def report(
    findings: Sequence[Finding], format_name: str = "concise", base: Path | None = None
) -> None:
    """Print the findings to standard output; what is a document also where there are none.

    `base` is the folder that places name files relative to: then lines are quoted.
    """
    if findings or format_name in ALWAYS_WRITTEN:
        files = QuotedFiles(base, is_coloured=shows_colours())
        click.echo(FORMATS[format_name](tuple(findings), files))


def shows_colours() -> bool:
    """Whether standard output shows colours, and nobody asked for none (https://no-color.org)."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def counted_by_severity(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity: `1 error, 2 infos`."""
    counts = [
        counted(count, severity)
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
