"""What has ended is filled in as data: a transfer that rests on an adequacy decision of the past.

So the pages need no clock, and a release and the changes in it tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mkdocs_privacy.catalogue import Adequacy

_FRAMEWORK, _DECISION = "dpf", "adequacy"
_HOME_OF_THE_FRAMEWORK = "US"


def with_ended_decisions(
    content: Mapping[str, Any], adequacy: Adequacy, today: date
) -> dict[str, Any]:
    """The data with the last day of each adequacy decision that it relies on and that has ended."""
    ended = {
        country: decision.facts.valid_until.isoformat()
        for country, decision in adequacy.decisions.items()
        if decision.facts.valid_until and decision.ended_before(today)
    }
    changed = dict(content)
    if not ended:
        return changed
    if isinstance(content.get("processors"), Mapping):
        changed["processors"] = {
            id: _with_ended(entry, ended) for id, entry in content["processors"].items()
        }
    organisation = content.get("organisation")
    if isinstance(organisation, Mapping):
        changed["organisation"] = _with_ended(_as_relied_on(organisation, adequacy, ended), ended)
    return changed


def _as_relied_on(
    organisation: Mapping[str, Any], adequacy: Adequacy, ended: Mapping[str, str]
) -> Mapping[str, Any]:
    """The organisation with the decision for its own country, on which it relies unsaid."""
    address, served = organisation.get("address"), organisation.get("serves_countries")
    home = str(address.get("country")) if isinstance(address, Mapping) else ""
    if home not in ended or organisation.get("transfers") or not isinstance(served, list):
        return organisation
    if adequacy.decisions[home].condition or all(map(adequacy.is_third_country, served)):
        return organisation
    return {**organisation, "transfers": [{"countries": [home], "mechanism": _DECISION}]}


def _with_ended(entry: Any, ended: Mapping[str, str]) -> Any:
    transfers = entry.get("transfers") if isinstance(entry, Mapping) else None
    if not isinstance(transfers, list):
        return entry
    split = [[*_split(transfer, ended)] for transfer in transfers]
    # what stands keeps its number, by which findings and origins know it
    first = [parts[0] for parts in split]
    return {**entry, "transfers": first + [part for parts in split for part in parts[1:]]}


def _split(transfer: Any, ended: Mapping[str, str]) -> Iterator[Any]:
    """A transfer, or the parts of it whose decisions hold and those whose decisions ended."""
    countries = transfer.get("countries") if isinstance(transfer, Mapping) else None
    if not isinstance(countries, list) or "ended" in transfer:
        yield transfer
        return
    last_days = [_last_day(transfer, country, ended) for country in countries]
    for last_day in sorted({*last_days}, key=lambda day: day or ""):
        there = [
            country for country, day in zip(countries, last_days, strict=True) if day == last_day
        ]
        rest = {"ended": last_day} if last_day else {}
        yield {**transfer, "countries": there, **rest}
    if not countries:
        yield transfer


def _last_day(transfer: Mapping[str, Any], country: Any, ended: Mapping[str, str]) -> str | None:
    mechanism = transfer.get("mechanism")
    if mechanism == _FRAMEWORK:
        return ended.get(_HOME_OF_THE_FRAMEWORK)
    return ended.get(country) if mechanism == _DECISION and isinstance(country, str) else None
