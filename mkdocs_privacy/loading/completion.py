"""What may be left out because it is shipped: what `use:` brings, personal data, the authority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.characters import named, unseen
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_USE
from mkdocs_privacy.loading.ended_decisions import with_ended_decisions
from mkdocs_privacy.loading.joining import Joining
from mkdocs_privacy.loading.pairing import Pairing
from mkdocs_privacy.loading.received_data import ids_of_data, with_data_written_out
from mkdocs_privacy.loading.taken_words import TakingWords
from mkdocs_privacy.loading.taking import Taking
from mkdocs_privacy.model import nearest, suggestion

Entries = Mapping[str, Mapping[str, Any]]

_DEMANDED = (
    *("name", "category", "role", "purpose", "consent_reason", "website", "title"),
    *("audiences", "purposes", "personal_data", "how", "body"),
)
"""The fields that some entry must have, of whatever kind it is."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The owner's data with shipped facts filled in, and what could not be filled in."""

    content: dict[str, Any]
    findings: tuple[Finding, ...]
    places: Mapping[KeyPath, Place]
    """Where the owner asked for what was filled in into activities and words, or brought along."""


def complete(
    content: Mapping[str, Any],
    catalogue: Catalogue,
    places: Mapping[KeyPath, Place],
    today: date | None = None,
) -> Completed:
    """Fill in shipped facts; what the owner wrote goes before them."""
    pairing = Pairing(catalogue, places)
    content = pairing.complete(content)
    findings, places = pairing.findings, {**pairing.brought, **places}
    words = TakingWords(
        catalogue,
        country_of(content.get("organisation")),
        lambda entry, shipped, path: _find_shipped(entry, shipped, path, places, findings),
        places,
        findings,
    )
    content = words.complete(content)
    completed = dict(content)
    for key, shipped in (("processors", catalogue.processors), ("cookies", catalogue.cookies)):
        if isinstance(content.get(key), Mapping):
            completed[key] = {
                id: _with_shipped(entry, shipped, (key, id), places, findings)
                for id, entry in content[key].items()
            }
    taking = Taking(places, findings)
    if isinstance(content.get("activities"), Mapping):
        country = country_of(content.get("organisation"))
        completed["activities"] = taking.complete(
            {
                id: (_shipped_activity(entry, id, catalogue, country, places, findings), entry)
                for id, entry in content["activities"].items()
            }
        )
        joining = Joining.of(completed, catalogue)
        if isinstance(completed.get("cookies"), Mapping):
            completed["cookies"] = joining.cookies_with_activities()
        completed["activities"] = joining.activities_with_recipients(taking.wanted)
    if isinstance(completed.setdefault("audiences", {}), Mapping):
        completed["audiences"] = _audiences(completed, catalogue, places, findings)
    if "audiences" not in content and not completed["audiences"]:
        del completed["audiences"]
    rights = content.get("rights")
    if isinstance(rights, Mapping) and isinstance(rights.get("further"), Mapping):
        further = {
            id: _with_shipped(
                entry, catalogue.further_rights, ("rights", "further", id), places, findings
            )
            for id, entry in rights["further"].items()
        }
        completed["rights"] = {**rights, "further": further}
    completed |= with_data_written_out(completed, catalogue.usually_receives)
    completed["personal_data"] = _personal_data(completed, catalogue.personal_data)
    completed["organisation"] = _with_authority(content, catalogue, places, findings)
    if completed["organisation"] is None:
        del completed["organisation"]
    if today:
        completed = with_ended_decisions(completed, catalogue.adequacy, today)
    filled_in = {**pairing.brought, **taking.filled_in, **words.filled_in}
    return Completed(completed, tuple(findings), filled_in)


def _with_shipped(
    entry: Any,
    shipped: Entries,
    path: KeyPath,
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> Any:
    facts = _find_shipped(entry, shipped, path, places, findings)
    if facts is None:
        return entry
    items = _items(facts.get("items"), entry.get("items"))
    return {**facts, **entry, **({"items": items} if items is not None else {})}


def _find_shipped(
    entry: Any,
    shipped: Entries,
    path: KeyPath,
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> Mapping[str, Any] | None:
    """What `use:` names, if it is written; of an unknown one, what others would be missed of."""
    if not isinstance(entry, Mapping) or not isinstance(entry.get("use"), str):
        return None
    facts = shipped.get(entry["use"])
    if facts is None:
        letter = unseen(entry["use"])
        message = (
            f"‘{entry['use']}’ contains the invisible character {named(letter)}: remove it"
            if letter
            else f"the catalogue has no ‘{entry['use']}’{suggestion(entry['use'], shipped)}: "
            "correct it, or remove `use` and write the facts yourself"
        )
        where = (*path, "use")
        findings.append(Finding(UNKNOWN_USE, message, path=where, place=places.get(where)))
        # one finding for one mistake: what a service has keeps its fields from being missed too
        stand_in = shipped.get(nearest(entry["use"], shipped) or "") or next(
            iter(shipped.values()), {}
        )
        return {key: stand_in[key] for key in _DEMANDED if key in stand_in}
    return facts


def _shipped_activity(
    entry: Any,
    id: str,
    catalogue: Catalogue,
    country: str | None,
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> Mapping[str, Any] | None:
    path = ("activities", id)
    facts = _find_shipped(entry, catalogue.activities, path, places, findings)
    return None if facts is None else catalogue.chosen(facts, country)


def _audiences(
    content: Mapping[str, Any],
    catalogue: Catalogue,
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> dict[str, Any]:
    """The audiences, and the shipped ones that an activity names and nobody declares."""
    shipped = {id: catalogue.chosen(entry) for id, entry in catalogue.audiences.items()}
    declared = {
        id: _with_shipped(entry, shipped, ("audiences", id), places, findings)
        for id, entry in content["audiences"].items()
    }
    activities = content.get("activities")
    for activity in activities.values() if isinstance(activities, Mapping) else ():
        named = activity.get("audiences") if isinstance(activity, Mapping) else None
        for id in named if isinstance(named, list) else ():
            if isinstance(id, str) and id in shipped:
                declared.setdefault(id, {"use": id, **shipped[id]})
    return declared


def _items(shipped: Any, own: Any) -> Any:
    """Shipped items with the owner's over them; an empty value takes a shipped item out."""
    if not isinstance(shipped, Mapping) or not isinstance(own, Mapping):
        return own
    return {
        name: {**shipped.get(name, {}), **item} if isinstance(item, Mapping) else item
        for name, item in {**shipped, **own}.items()
        if item is not None
    }


def _personal_data(content: Mapping[str, Any], shipped: Entries) -> Any:
    own = content.get("personal_data")
    if own is not None and not isinstance(own, Mapping):
        return own
    own = own or {}
    used = set(ids_of_data(content))
    declared = {
        id: {**shipped.get(id, {}), **entry} if isinstance(entry, Mapping) else entry
        for id, entry in own.items()
    }
    return declared | {
        id: entry for id, entry in shipped.items() if id in used and id not in declared
    }


def _with_authority(
    content: Mapping[str, Any],
    catalogue: Catalogue,
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> Any:
    organisation = content.get("organisation")
    if not isinstance(organisation, Mapping):
        return organisation
    path: KeyPath = ("organisation", "supervisory_authority")
    stated = organisation.get("supervisory_authority")
    if stated is not None:
        authority = _with_shipped(stated, catalogue.authorities, path, places, findings)
        return {**organisation, "supervisory_authority": authority}
    # who is outside the Union has an authority at home, or else where the representative is
    at_home = catalogue.authorities.get(country_of(organisation) or "")
    represented = country_of(organisation.get("representative"))
    authority = at_home or catalogue.authorities.get(represented or "")
    return {**organisation, "supervisory_authority": authority} if authority else organisation


def country_of(record: Any) -> str | None:
    """The country in which whoever is described has its address, if that is written."""
    address = record.get("address") if isinstance(record, Mapping) else None
    country = address.get("country") if isinstance(address, Mapping) else None
    return country if isinstance(country, str) else None
