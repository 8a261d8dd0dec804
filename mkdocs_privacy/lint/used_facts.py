"""Which facts with a source and a date a center relies on, its own and those of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    TERM_GROUNDS,
    Activity,
    Context,
    CookieService,
    Facts,
    FurtherRight,
    Mechanism,
    PrivacyCenter,
    Processor,
    Retention,
    Role,
    SupervisoryAuthority,
    Transfer,
)

Entry: TypeAlias = Activity | Processor | CookieService | FurtherRight

_UNITED_STATES = "US"


@dataclass(frozen=True, slots=True)
class UsedFacts:
    """Facts that some place of a center relies on."""

    path: KeyPath
    what: str
    """What they are about: `the shipped facts about ‘adyen’`."""
    facts: Facts
    where: str
    """Where they can be verified: `with the provider`."""
    advice: str
    """What to do once they were checked."""
    is_decision: bool = False
    """Whether they are an adequacy decision, of whose end the data itself tells."""


def used_facts(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[UsedFacts]:
    """All of them, each once."""
    yield from _of_entries(center)
    yield from _of_the_authority(center, catalogue)
    yield from _of_decisions(center, catalogue)
    yield from _of_children(center, catalogue)
    yield from _of_terms(center, catalogue)


def transfers_of(center: PrivacyCenter) -> Iterator[tuple[KeyPath, tuple[Transfer, ...]]]:
    """The transfers to every recipient and to the organisation itself, with where they stand."""
    yield ("organisation", "transfers"), center.organisation.transfers
    for id, processor in (center.processors or {}).items():
        yield ("processors", id, "transfers"), processor.transfers or ()


def _of_entries(center: PrivacyCenter) -> Iterator[UsedFacts]:
    kept: tuple[tuple[KeyPath, Mapping[str, Entry]], ...] = (
        (("activities",), center.activities),
        (("processors",), center.processors or {}),
        (("cookies",), center.cookies or {}),
        (("rights", "further"), center.rights.further),
    )
    for path, entries in kept:
        for id, entry in entries.items():
            if entry.facts:
                what = f"the shipped facts about ‘{entry.use}’" if entry.use else "these facts"
                yield UsedFacts((*path, id), what, entry.facts, _where(entry), "check them")


def _where(entry: Entry) -> str:
    """Where the facts of an entry can be verified: a law, a public authority or a company."""
    if isinstance(entry, Activity | FurtherRight):
        return "in the law itself"
    is_authority = isinstance(entry, Processor) and entry.role is Role.AUTHORITY
    return "with the authority" if is_authority else "with the provider"


def _of_the_authority(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[UsedFacts]:
    stated = center.organisation.supervisory_authority
    code = (stated and stated.use) or center.organisation.address.country
    facts = catalogue.authority_facts.get(code)
    if not stated or not facts:
        return
    shipped = SupervisoryAuthority.model_validate(catalogue.authorities[code], context=Context())
    if stated.use or stated == shipped:
        path: KeyPath = ("organisation", "supervisory_authority")
        yield _of_law(path, f"the authority ‘{code}’", facts, "authorities", "with the authority")


def _of_decisions(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[UsedFacts]:
    told: set[str] = set()
    for path, transfers in transfers_of(center):
        for number, transfer in enumerate(transfers):
            for country in sorted({*_relied_on(transfer)} & {*catalogue.adequacy.decisions} - told):
                told.add(country)
                what = f"the adequacy decision for {country}"
                facts = catalogue.adequacy.decisions[country].facts
                yield _of_law((*path, number), what, facts, "adequacy", is_decision=True)


def _relied_on(transfer: Transfer) -> tuple[str, ...]:
    """The countries whose adequacy decision a transfer rests on."""
    if transfer.mechanism is Mechanism.DATA_PRIVACY_FRAMEWORK:
        return (_UNITED_STATES,)
    return transfer.countries if transfer.mechanism is Mechanism.ADEQUACY else ()


def _of_children(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[UsedFacts]:
    offered = [id for id, activity in center.activities.items() if activity.offered_to_children]
    for country in center.organisation.countries if offered else ():
        if country in catalogue.child_consent:
            path: KeyPath = ("activities", offered[0], "offered_to_children")
            facts = catalogue.child_consent[country].facts
            yield _of_law(path, f"the consent of children in {country}", facts, "child_consent")


def _of_terms(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[UsedFacts]:
    """The terms of retention by country that activities took, unless the owner checked them."""
    told: set[str] = set()
    country = center.organisation.address.country
    for id, activity in center.activities.items():
        shipped = catalogue.activities.get(activity.use) if activity.use else None
        if not shipped or activity.facts != Facts.model_validate(shipped["facts"]):
            continue
        for stage in activity.retention:
            for term in catalogue.retention.get(country, ()):
                subject = term["subject"]["en"]
                if subject not in told and "id" in term and _is_taken(stage, term):
                    told.add(subject)
                    what, advice = f"how long to keep {subject} in {country}", "`retention`"
                    yield UsedFacts(
                        ("activities", id, "retention"),
                        f"the shipped facts about {what}",
                        Facts.model_validate(term["facts"]),
                        "in the law itself",
                        f"check them, and write your own {advice} where they differ, with `facts`",
                    )


def _is_taken(stage: Retention, term: Mapping[str, Any]) -> bool:
    lengths = (stage.minimum, stage.period, stage.maximum)
    if lengths != (term.get("minimum"), term.get("period"), term.get("maximum")):
        return False
    stated = {name: getattr(stage, name) for name in TERM_GROUNDS if getattr(stage, name)}
    return {name: text.in_language("en") for name, text in stated.items()} == {
        name: term[name]["en"] for name in TERM_GROUNDS if name in term
    }


def _of_law(
    path: KeyPath,
    about: str,
    facts: Facts,
    file: str,
    where: str = "in the law itself",
    *,
    is_decision: bool = False,
) -> UsedFacts:
    advice = f"check them, and correct them in `{file}.yml` of a catalogue of your own"
    what = f"the facts about {about}"
    return UsedFacts(path, what, facts, where, advice, is_decision=is_decision)
