"""By what a finding is known again when lines have moved and messages are reworded."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence

from mkdocs_privacy.findings.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """One for each finding: of its rule, of its key or else its file, and of the values it names.

    Findings that have all this in common are numbered in their order.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        same = _same(finding)
        seen[same] += 1
        made.append(hashlib.sha256(f"{same} {seen[same]}".encode()).hexdigest()[:32])
    return tuple(made)


def _same(finding: Finding) -> str:
    where = list(finding.path) or [finding.place.file if finding.place else ""]
    values = re.findall(r"‘(.*?)’", finding.message, re.DOTALL)
    return json.dumps([finding.rule.id, where, values])
