"""The hosts that a website makes a browser ask, compared with the recipients of the data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules import scanning as rules
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.observation import Observation, Phase
from mkdocs_privacy.scan.told import and_, in_phases, quoted


@dataclass(slots=True)
class _Asked:
    """What was asked of one host that nobody knows, or of one recipient."""

    behind: tuple[str, ...]
    """Who it may be in the catalogue."""
    hosts: dict[str, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)
    phases: set[Phase] = field(default_factory=set)
    pages: dict[str, None] = field(default_factory=dict)

    def __str__(self) -> str:
        hosts, page = and_(map(quoted, self.hosts)), next(iter(self.pages))
        return f"{hosts} ({', '.join(self.kinds)}) {in_phases(self.phases)} on {page}"


def compare_requests(
    seen: Observation, known: KnownSite, told: Collection[str]
) -> Iterator[Finding]:
    """The hosts that nobody is declared for; those of the `told` recipients are known already."""
    for asked in _undeclared(seen, known):
        behind = asked.behind
        if {*behind} & {*told}:
            continue
        if not behind:
            message = f"the browser asks {asked}: name its owner under `processors`, with `website`"
            yield Finding(rules.UNKNOWN_HOST, message, ("processors",))
            continue
        names = [_name(id, known) for id in behind]
        written = " or ".join(f"`{id}: {{use: {id}}}`" for id in behind[:_LISTED])
        message = (
            f"the browser asks {' or '.join(names[:_LISTED])}: {asked}: write {written} under "
            "`processors`"
        )
        yield Finding(rules.UNDECLARED_RECIPIENT, message, ("processors",))
    for host in dict.fromkeys(form.host for form in seen.forms):
        pages = [form.page for form in seen.forms if form.host == host]
        if not known.is_own(host) and not known.is_declared(host):
            message = f"a form on {pages[0]} sends what is typed to {quoted(host)}: name its owner"
            yield Finding(rules.FORM_ELSEWHERE, f"{message} under `processors`", ("processors",))


_LISTED = 3


def missing_recipients(
    seen: Observation, known: KnownSite, told: Collection[str]
) -> tuple[str, ...]:
    """The recipients of the catalogue that the data lacks, where there is no doubt who it is."""
    undeclared = [asked.behind for asked in _undeclared(seen, known)]
    return tuple(behind[0] for behind in undeclared if len(behind) == 1 and behind[0] not in told)


def _undeclared(seen: Observation, known: KnownSite) -> tuple[_Asked, ...]:
    """What was asked of whom the data does not have."""
    asked = [(one.host, one.address, one.kind, one.phase, one.page) for one in seen.requests]
    blocked = [
        (one.host, one.host, "held back", Phase.ACCEPTED, one.page)
        for one in seen.placeholders
        if one.host
    ]
    found: dict[tuple[str, ...] | str, _Asked] = {}
    for host, address, kind, phase, page in (*asked, *blocked):
        if known.is_own(host) or known.is_declared(address):
            continue
        behind = tuple(sorted(known.recipients_at(address)))
        entry = found.setdefault(behind or host, _Asked(behind))
        entry.hosts[host] = entry.kinds[kind] = entry.pages[page] = None
        entry.phases.add(phase)
    return tuple(found.values())


def _name(id: str, known: KnownSite) -> str:
    name = known.catalogue.processors[id].get("name", id)
    return str(name if isinstance(name, str) else name.get("en", id))
