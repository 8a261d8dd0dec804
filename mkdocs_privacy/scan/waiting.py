"""What waits for consent, as the data says, and did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules import scanning as rules
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.matching import KnownItem
from mkdocs_privacy.scan.observation import Observation, Phase, Stored
from mkdocs_privacy.scan.told import and_, of_item, quoted

_RULES = {Phase.BEFORE: rules.BEFORE_CONSENT, Phase.REFUSED: rules.AFTER_REFUSAL}
_WHEN = {Phase.BEFORE: "before the visitor answered", Phase.REFUSED: "after the visitor refused"}


def find_unconsented(
    seen: Observation, matched: Iterable[tuple[KnownItem, Stored]], known: KnownSite
) -> Iterator[Finding]:
    """One finding for each service and phase, with all that it stored and asked then."""
    stored: dict[tuple[str, Phase], list[Stored]] = {}
    for listed, one in matched:
        if listed.service in known.waiting:
            stored.setdefault((listed.service, one.phase), []).append(one)
    asked: dict[tuple[str, Phase], list[str]] = {}
    for request in seen.requests:
        if known.is_own(request.host):
            continue
        for service in sorted(known.waiting_at(request.address)):
            asked.setdefault((service, request.phase), []).append(request.host)
    for service in known.services:
        for phase, rule in _RULES.items():
            items = dict.fromkeys(map(of_item, stored.get((service, phase), ())))
            hosts = dict.fromkeys(map(quoted, asked.get((service, phase), ())))
            told = [
                *([f"{and_(items)} is stored"] if items else []),
                *([f"{and_(hosts)} is asked"] if hosts else []),
            ]
            if told:
                message = f"{' and '.join(told)} {_WHEN[phase]}: hold it back until consent"
                yield Finding(rule, message, ("cookies", service))
