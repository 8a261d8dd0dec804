"""Findings as JSON of our own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.fingerprint import fingerprints
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.terminal import no_command, printable


def as_json(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """A JSON array of objects with id, rule, severity, message, path, file, line and column."""
    entries = [
        {
            "id": finding.rule.id,
            "rule": finding.rule.slug,
            "severity": finding.severity,
            "message": finding.message,
            "path": list(finding.path),
            "file": finding.place.file if finding.place else None,
            "line": finding.place.line if finding.place else None,
            "column": finding.place.span.column if finding.place and finding.place.span else None,
            "fingerprint": fingerprint,
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return written_json(entries)


def written_json(content: Any) -> str:
    """JSON that no terminal and no server that builds obeys, and that stays the same JSON."""
    return no_command(printable(json.dumps(content, ensure_ascii=False, indent=2)))
