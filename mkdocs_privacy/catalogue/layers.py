"""A catalogue over another: the entries of the upper one go before those of the lower one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mkdocs_privacy.catalogue.catalogue import Catalogue, Entry
from mkdocs_privacy.catalogue.kinds import BESIDE_ALL, KINDS
from mkdocs_privacy.model import Facts

Layer = Mapping[str, Mapping[str, Entry]]
"""Entries as their files have them, by the name of the kind and by id."""


def whole_entry(catalogue: Catalogue, kind: str, id: str) -> Entry | None:
    """An entry as its file has it, with what a catalogue keeps apart; nothing for an unknown id."""
    entry = getattr(catalogue, kind).get(id)
    if entry is None:
        return None
    if kind == "cookies":
        apart = {
            "recipient": catalogue.recipients.get(id),
            "comes_along": "true" if id in catalogue.come_along else None,
            "activities": catalogue.activities_of_cookies.get(id),
        }
        return {**entry, **{key: value for key, value in apart.items() if value is not None}}
    if kind == "processors":
        apart = {
            "reached_through": "devices" if id in catalogue.reached_through_devices else None,
            "usually_receives": catalogue.usually_receives.get(id),
            "advice": catalogue.advice.get(id),
        }
        return {**entry, **{key: value for key, value in apart.items() if value is not None}}
    if kind == "authorities" and id in catalogue.authority_facts:
        facts = catalogue.authority_facts[id].model_dump(mode="json")
        facts["verified"] = str(facts["verified"]).lower()  # as YAML has it that is text only
        return {**entry, "facts": facts}
    return dict(entry)


def with_layer(catalogue: Catalogue, layer: Layer) -> Catalogue:
    """The catalogue with entries that go before its own, or stand beside them."""
    changed: dict[str, Any] = {}
    for kind, entries in layer.items():
        plain = {
            id: {key: value for key, value in entry.items() if key not in _APART.get(kind, ())}
            for id, entry in entries.items()
        }
        if plain:
            changed[kind] = {**getattr(catalogue, kind), **plain}
    cookies, processors = layer.get("cookies", {}), layer.get("processors", {})
    authorities = layer.get("authorities", {})
    recipients = {id: one for id, one in catalogue.recipients.items() if id not in cookies}
    recipients |= {id: one["recipient"] for id, one in cookies.items() if "recipient" in one}
    along = {id for id in catalogue.come_along if id not in cookies}
    along |= {id for id, one in cookies.items() if one.get("comes_along") == "true"}
    parts = {id: of for id, of in catalogue.activities_of_cookies.items() if id not in cookies}
    parts |= {id: one["activities"] for id, one in cookies.items() if "activities" in one}
    reached = {id for id in catalogue.reached_through_devices if id not in processors}
    reached |= {id for id, one in processors.items() if "reached_through" in one}
    usual = {id: of for id, of in catalogue.usually_receives.items() if id not in processors}
    advice = {id: of for id, of in catalogue.advice.items() if id not in processors}
    usual |= _said(processors, "usually_receives")
    advice |= _said(processors, "advice")
    facts = {
        id: Facts.model_validate(one["facts"]) for id, one in authorities.items() if "facts" in one
    }
    return replace(
        catalogue,
        **changed,
        recipients=recipients,
        come_along=frozenset(along),
        activities_of_cookies=parts,
        reached_through_devices=frozenset(reached),
        usually_receives=usual,
        advice=advice,
        authority_facts={**catalogue.authority_facts, **facts},
    )


class _Plain(Mapping[str, Entry]):
    """Entries without what they tell those who took them, looked at when asked for."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def __getitem__(self, id: str) -> Entry:
        entry = self._entries[id]
        if not any(key in entry for key in BESIDE_ALL):
            return entry
        return {key: value for key, value in entry.items() if key not in BESIDE_ALL}

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def as_taken(catalogue: Catalogue) -> Catalogue:
    """The catalogue with entries as a site gets them: what they tell owners is no field."""
    plain: dict[str, Any] = {kind.name: _Plain(getattr(catalogue, kind.name)) for kind in KINDS}
    return replace(catalogue, **plain)


def _said(entries: Mapping[str, Entry], key: str) -> dict[str, Any]:
    return {id: entry[key] for id, entry in entries.items() if key in entry}


_APART = {
    kind.name: kind.beside
    for kind in KINDS
    if kind.name in ("cookies", "processors", "authorities")
}
"""What a catalogue keeps apart from its entries, by kind."""
