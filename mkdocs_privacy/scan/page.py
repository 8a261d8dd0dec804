"""A scan as a page that can be filed: findings, all that was seen, and screenshots."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.scan.comparison import find_listed
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.observation import Observation, Phase, Stored
from mkdocs_privacy.scan.told import KINDS, PHASES, phases_of
from mkdocs_privacy.templates import template_environment
from mkdocs_privacy.terminal import printable


@dataclass(frozen=True, slots=True)
class ScanHeading:
    """What a report says of itself."""

    organisation: str
    made_on: date


@dataclass(frozen=True, slots=True)
class _Row:
    """Something that was stored, in whichever phases."""

    name: str
    kind: str
    domain: str
    stay: str
    attributes: str
    phases: str
    service: str
    """The service of the data that lists it; empty where none does."""


@dataclass(frozen=True, slots=True)
class _Host:
    """A host that was asked, what for, and when."""

    name: str
    kinds: str
    phases: str


@dataclass(frozen=True, slots=True)
class _Picture:
    """A screenshot, as an address that holds all of it."""

    address: str
    page: str
    phase: str


def scan_page(
    seen: Observation, known: KnownSite, findings: Sequence[Finding], heading: ScanHeading
) -> str:
    """One file without scripts, which asks nothing of anybody."""
    template = template_environment().get_template("reports/scan.html")
    return printable(
        template.render(
            heading=heading,
            findings=findings,
            rows=_rows(seen.stored, known),
            hosts=_hosts(seen, known),
            pages=seen.pages,
            phases=[PHASES[phase] for phase in PHASES if phase in seen.phases],
            pictures=[
                _Picture(
                    f"data:image/png;base64,{b64encode(one.png).decode()}",
                    one.page,
                    PHASES.get(one.phase, one.phase),
                )
                for one in seen.screenshots
            ],
        )
    )


def _rows(stored: Iterable[Stored], known: KnownSite) -> list[_Row]:
    groups: dict[tuple[str, ...], list[Stored]] = {}
    for one in stored:
        groups.setdefault((one.name, one.kind, one.domain), []).append(one)
    rows = []
    for same in groups.values():
        first = same[0]
        listed = find_listed(first, known)
        rows.append(
            _Row(
                first.name,
                KINDS[first.kind],
                first.domain,
                str(first.stay),
                ", ".join(_attributes(first)),
                phases_of(same),
                listed.service if listed else "",
            )
        )
    return rows


def _attributes(stored: Stored) -> list[str]:
    flags = {
        "HttpOnly": stored.is_http_only,
        "Secure": stored.is_secure,
        f"SameSite={stored.same_site}": bool(stored.same_site),
        "Partitioned": stored.is_partitioned,
        f"path {stored.path}": stored.path != "/",
    }
    return [name for name, is_set in flags.items() if is_set]


def _hosts(seen: Observation, known: KnownSite) -> list[_Host]:
    asked: dict[str, tuple[dict[str, None], set[Phase]]] = {}
    for one in seen.requests:
        if not known.is_own(one.host):
            kinds, phases = asked.setdefault(one.host, ({}, set()))
            kinds[one.kind] = None
            phases.add(one.phase)
    return [
        _Host(
            name, ", ".join(kinds), ", ".join(PHASES[phase] for phase in PHASES if phase in phases)
        )
        for name, (kinds, phases) in asked.items()
    ]
