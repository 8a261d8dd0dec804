"""Old findings that are kept quiet, so that only new ones are told."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, Place, fingerprints
from mkdocs_privacy.findings.rules.ignoring import BAD_BASELINE, OUTDATED_BASELINE

_FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline by fingerprint, each with what it was about, and its line."""

    entries: Mapping[str, tuple[str, Place]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file."""

    def find_outdated(self, occurring: Collection[str]) -> Iterator[Finding]:
        """The entries of which the finding no longer occurs."""
        for fingerprint, (what, place) in self.entries.items():
            if fingerprint not in occurring:
                message = f"{what} no longer occurs: write the baseline again"
                yield Finding(OUTDATED_BASELINE, message, place=place)


def read_baseline(file: Path, shown: str) -> Baseline:
    """The baseline in a file that `shown` names."""
    try:
        text = read_file(file).decode("utf-8")
        content = json.loads(text)
        lines = {line.strip().rstrip(","): n for n, line in enumerate(text.splitlines(), start=1)}
        entries = {
            str(entry["fingerprint"]): (
                f"{entry['rule']} at {entry['where'] or 'the site'}",
                Place(shown, lines.get(json.dumps(entry, ensure_ascii=False), 1)),
            )
            for entry in content[_FINDINGS]
        }
    except UnreadableFile as reason:
        return Baseline(findings=(Finding(BAD_BASELINE, str(reason), place=Place(shown)),))
    except (ValueError, LookupError, TypeError):
        message = "this is not a baseline: write it with `check --baseline FILE --write-baseline`"
        return Baseline(findings=(Finding(BAD_BASELINE, message, place=Place(shown)),))
    return Baseline(entries)


def written_baseline(findings: Sequence[Finding]) -> str:
    """A baseline of these findings, but for those that nobody can keep quiet."""
    old = [finding for finding in findings if not finding.rule.is_essential]
    entries = sorted(
        (finding.rule.id, ".".join(map(str, finding.path)) or _file(finding), fingerprint)
        for finding, fingerprint in zip(old, fingerprints(old), strict=True)
    )
    lines = ",\n".join(
        "    "
        + json.dumps({"rule": rule, "where": where, "fingerprint": fingerprint}, ensure_ascii=False)
        for rule, where, fingerprint in entries
    )
    listed = f"[\n{lines}\n  ]" if entries else "[]"
    return f'{{\n  "{_FINDINGS}": {listed}\n}}\n'


def _file(finding: Finding) -> str:
    return finding.place.file if finding.place else ""
