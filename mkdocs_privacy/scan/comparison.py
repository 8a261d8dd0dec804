"""What was seen of a website, compared with what its data says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules import scanning as rules
from mkdocs_privacy.model import Party, suggestion
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.matching import KnownItem, wrong_stay
from mkdocs_privacy.scan.observation import Observation, Phase, Stored, StoredKind
from mkdocs_privacy.scan.recipients import compare_requests, missing_recipients
from mkdocs_privacy.scan.recognition import Recognised, recognise
from mkdocs_privacy.scan.told import and_, of_item, phases_of, quoted
from mkdocs_privacy.scan.waiting import find_unconsented


@dataclass(frozen=True, slots=True)
class Missing:
    """An entry of the catalogue that the data lacks."""

    section: str
    """`cookies` or `processors`."""
    id: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a scan found."""

    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    """What the catalogue can add to the data."""


def compare(seen: Observation, known: KnownSite) -> Comparison:
    """Every difference between what was seen and what is declared."""
    matched, undeclared = _sorted_out(seen.stored, known)
    recognised = recognise(undeclared, known)
    services = [id for id in recognised.services if id not in known.used_services]
    behind = {known.catalogue.recipients.get(id, "") for id in services}
    findings = (
        *_undeclared(recognised, known),
        *_mismatched(matched, known),
        *find_unconsented(seen, matched, known),
        *compare_requests(seen, known, behind),
        *_blocked(seen, known),
        *_workers(seen, known),
        *_never_seen(seen, matched, known),
        *_not_looked_at(seen),
    )
    recipients = missing_recipients(seen, known, behind)
    missing = (
        *(Missing("cookies", id) for id in services),
        *(Missing("processors", id) for id in recipients),
    )
    return Comparison(findings, missing)


Matched = tuple[tuple[KnownItem, Stored], ...]


def _sorted_out(stored: Iterable[Stored], known: KnownSite) -> tuple[Matched, tuple[Stored, ...]]:
    """What the data lists, with its item, and what it does not."""
    matched: list[tuple[KnownItem, Stored]] = []
    undeclared: list[Stored] = []
    for one in stored:
        listed = find_listed(one, known)
        if listed:
            matched.append((listed, one))
        elif one.kind is not StoredKind.SERVICE_WORKER:
            undeclared.append(one)
    return tuple(matched), tuple(undeclared)


def find_listed(stored: Stored, known: KnownSite) -> KnownItem | None:
    """The item of the data that something is; one of the wrong party, where it is no other's."""
    named = [listed for listed in known.listed if listed.has_name_of(stored)]
    at_home = [listed for listed in named if listed.is_at_home(stored, known.sites)]
    if at_home:
        return min(at_home, key=lambda listed: "*" in listed.name)
    is_anothers = any(
        listed.domain and listed.has_name_of(stored) and listed.is_at_home(stored, known.sites)
        for listed in known.shipped
    )
    return named[0] if named and not is_anothers else None


def _undeclared(recognised: Recognised, known: KnownSite) -> Iterator[Finding]:
    for service, items in recognised.services.items():
        name = known.catalogue.cookies[service].get("name", service)
        what = and_(dict.fromkeys(map(of_item, items)))
        if service in known.used_services:
            (id, *_) = [id for id, one in known.services.items() if one.use == service]
            message = f"{what} is stored too {phases_of(items)}: list it under `items`"
            yield Finding(rules.UNDECLARED_ITEM, message, ("cookies", id, "items"))
            continue
        message = (
            f"the website uses {name}: {what} is stored {phases_of(items)}: "
            f"write `{service}: {{use: {service}}}` under `cookies`"
        )
        yield Finding(rules.UNDECLARED_SERVICE, message, ("cookies",))
    by_name: dict[tuple[StoredKind, str, str], list[tuple[Stored, tuple[str, ...]]]] = {}
    for stored, candidates in recognised.others:
        by_name.setdefault((stored.kind, stored.name, stored.domain), []).append(
            (stored, candidates)
        )
    for same in by_name.values():
        first, candidates = same[0]
        hint = f" (it may be of {', '.join(candidates)})" if candidates else ""
        message = (
            f"{of_item(first)} is stored {phases_of([one for one, _ in same])} on {first.page}, "
            f"for {first.stay}, and nothing lists it{hint}: list it under `items` of a service"
        )
        yield Finding(rules.UNDECLARED_ITEM, message, ("cookies",))


def _mismatched(matched: Matched, known: KnownSite) -> Iterator[Finding]:
    told: set[tuple[str, KnownItem]] = set()
    for listed, stored in matched:
        path = ("cookies", listed.service, "items", listed.name)
        if not listed.is_at_home(stored, known.sites) and ("party", listed) not in told:
            told.add(("party", listed))
            right = (
                "leave out `party` and `domain`"
                if known.is_own(stored.domain)
                else f"write `party: third` and `domain: {stored.domain}`"
            )
            declared = f"of {listed.domain or 'another domain'}"
            said = "your own" if listed.party is Party.FIRST else declared
            message = f"{of_item(stored)} is declared as {said}: {right}"
            yield Finding(rules.WRONG_PARTY, message, path)
        if wrong_stay(listed.duration, stored.stay) and ("stay", listed) not in told:
            told.add(("stay", listed))
            message = (
                f"{quoted(stored.name)} stays for {stored.stay} and `duration` says "
                f"{listed.duration}: correct one of the two"
            )
            yield Finding(rules.WRONG_LIFETIME, message, (*path, "duration"))


def _blocked(seen: Observation, known: KnownSite) -> Iterator[Finding]:
    ids = {*known.services, *(service.name.casefold() for service in known.services.values())}
    for name in dict.fromkeys(one.name for one in seen.placeholders if one.name):
        if name not in ids and name.casefold() not in ids:
            hint = suggestion(name, [*known.services])
            message = (
                f"a consent tool holds back {quoted(name)}, which is not under `cookies`{hint}"
            )
            yield Finding(rules.BLOCKED_SERVICE, f"{message}: add it", ("cookies",))


def _workers(seen: Observation, known: KnownSite) -> Iterator[Finding]:
    told = [
        text
        for service in known.services.values()
        if service.description
        for text in (str(service.description.as_written()),)
    ]
    names = [one.name for one in seen.stored if one.kind is StoredKind.SERVICE_WORKER]
    for name in dict.fromkeys(names):
        if not any(name in text for text in told):
            message = (
                f"the website keeps the service worker {quoted(name)}: say in the `description` of "
                "a service what it does"
            )
            yield Finding(rules.SERVICE_WORKER, message, ("cookies",))


def _never_seen(seen: Observation, matched: Matched, known: KnownSite) -> Iterator[Finding]:
    """What is declared and was not there, of services that had the chance to run."""
    found = {(listed.service, listed.name) for listed, _ in matched}
    for service in known.services:
        if service in known.waiting and Phase.ACCEPTED not in seen.phases:
            continue
        items = [
            one
            for one in known.listed
            if one.service == service
            and one.kind in seen.kinds
            and one.kind is not StoredKind.PIXEL
        ]
        unseen = [one.name for one in items if (service, one.name) not in found]
        if unseen:
            message = f"{and_(map(quoted, unseen))} was not seen on any page: visit a page that "
            path = ("cookies", service) if len(unseen) > 1 else ("cookies", service, "items")
            path = path if len(unseen) > 1 else (*path, unseen[0])
            yield Finding(rules.NEVER_SEEN, f"{message}stores it, or remove it", path)


def _not_looked_at(seen: Observation) -> Iterator[Finding]:
    for phase in seen.unanswered:
        option = "--refuse-selector" if phase is Phase.REFUSED else "--accept-selector"
        answer = "refuse" if phase is Phase.REFUSED else "accept"
        message = f"no control to {answer} was found: name it with {option}"
        yield Finding(rules.CONSENT_UNANSWERED, message, ("consent",))
    for page, why in seen.failed:
        yield Finding(rules.PAGE_NOT_VISITED, f"{quoted(page)}: {why}", ("organisation", "website"))
