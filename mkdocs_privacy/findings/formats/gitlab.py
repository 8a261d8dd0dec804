"""Findings as a report on the quality of code, which GitLab shows in a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.fingerprint import fingerprints
from mkdocs_privacy.findings.formats.plain_json import written_json
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.rule import Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
_NO_FILE = "mkdocs.yml"
"""Where a finding stands that stands in no file: GitLab leaves out what has none."""


def as_gitlab(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """A JSON array of issues, each with a fingerprint by which GitLab tells what is new."""
    return written_json(
        [
            {
                "description": f"{finding.message} [{finding.rule}]",
                "check_name": finding.rule.id,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": finding.place.file if finding.place else _NO_FILE,
                    "lines": {"begin": finding.place.line if finding.place else 1},
                },
            }
            for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        ]
    )
