"""Activities from the catalogue: less `without`, more with `also`, and who may join them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_ID, UNKNOWN_KEY
from mkdocs_privacy.loading.explanation import explain_below
from mkdocs_privacy.loading.joining import Wanted, as_list, ids_of_recipients
from mkdocs_privacy.model import Taken, suggestion

Entry = Mapping[str, Any]

_OF_IDS = ("personal_data", "audiences")
"""The lists from which `without` takes away."""

_FOR_OWNERS = ("recipient_categories", "alternatives")
"""What a shipped activity has beside its fields."""

_REST_ON_THE_BASIS = ("law", "interest", "withdraw", "requirement", "if_not_given")
"""What is said of a legal basis, and of no other."""

_DECIDES_PERHAPS = ("profiling", "artificial_intelligence")
"""What an owner adds to a shipped activity, and then `automated_decisions: none` may not hold."""


@dataclass(slots=True)
class Taking:
    """What comes of the activities of a site, and what is wrong with what is asked of them."""

    places: Mapping[KeyPath, Place]
    findings: list[Finding] = field(default_factory=list)
    filled_in: dict[KeyPath, Place] = field(default_factory=dict)
    """Where the owner asked for what stands in no file: at `use:`, or in `also:`."""
    wanted: dict[str, Wanted] = field(default_factory=dict)
    """Who joins the activities in which the owner names no recipients."""

    def complete(self, activities: Mapping[str, tuple[Entry | None, Any]]) -> dict[str, Any]:
        """The activities, each from a shipped entry, if it has one, and what the owner wrote."""
        written = {id: own for id, (_, own) in activities.items() if isinstance(own, Mapping)}
        named = {name for own in written.values() for name in ids_of_recipients(own)}
        return {
            id: self._activity(("activities", id), shipped, own, named)
            if isinstance(own, Mapping)
            else own
            for id, (shipped, own) in activities.items()
        }

    def _activity(
        self, path: KeyPath, shipped: Entry | None, own: Entry, named: set[str]
    ) -> dict[str, Any]:
        asked = {key: own[key] for key in Taken.model_fields if key in own}
        entry = {key: value for key, value in own.items() if key not in asked}
        if not self._is_understood(path, asked):
            asked = {}
        if shipped is None:
            for key in asked.keys() & {"without", "also"}:
                message = "this changes what `use` brings: write `use` too, or write the whole list"
                self._find(UNKNOWN_KEY, message, (*path, key))
            asked = {key: asked[key] for key in asked if key == "recipient_categories"}
        categories = asked.get("recipient_categories", (shipped or {}).get("recipient_categories"))
        entry = self._with_shipped(path, shipped or {}, entry, asked)
        if categories and "processors" not in own:
            is_asked = "recipient_categories" in asked
            everybody = frozenset({*named, *ids_of_recipients(entry)})
            self.wanted[str(path[-1])] = Wanted(categories, is_asked, everybody)
        return entry

    def _is_understood(self, path: KeyPath, asked: Entry) -> bool:
        try:
            Taken.model_validate(asked)
        except ValidationError as error:
            self.findings += explain_below(path, error, self.places, Taken)
            return False
        return True

    def _with_shipped(
        self, path: KeyPath, shipped: Entry, own: Entry, asked: Entry
    ) -> dict[str, Any]:
        left_out = {*own, *_FOR_OWNERS, *(_REST_ON_THE_BASIS if "legal_basis" in own else ())}
        if any(key in own and key not in shipped for key in _DECIDES_PERHAPS):
            left_out.add("automated_decisions")
        taken = {key: value for key, value in shipped.items() if key not in left_out}
        if (*path, "use") in self.places:
            asked_at = self.places[*path, "use"]
            self.filled_in |= {(*path, key): asked_at for key in taken}
        self._take_away(path, taken, asked.get("without", ()))
        entry = {**taken, **own}
        for key, added in asked.get("also", {}).items():
            present = as_list(entry.get(key))
            new = [one for one in as_list(added) if one not in present]
            entry[key] = [*present, *new]
            for number, one in enumerate(as_list(added)):
                where = self.places.get((*path, "also", key, number))
                if one in new and where:
                    self.filled_in[*path, key, len(present) + new.index(one)] = where
        for key in ("legal_basis", "special_basis", "source"):
            if key in taken:
                entry[key] = list(_covering(taken[key], entry.get("personal_data", ())))
        return entry

    def _take_away(self, path: KeyPath, taken: dict[str, Any], without: Sequence[str]) -> None:
        known = [id for key in _OF_IDS for id in taken.get(key, ())]
        for number, id in enumerate(without):
            if id not in known:
                message = (
                    f"what `use` brings has no ‘{id}’ in its `personal_data` or `audiences`"
                    f"{suggestion(id, known)}: correct it, or leave it out here"
                )
                self._find(UNKNOWN_ID, message, (*path, "without", number))
        for key in _OF_IDS:
            if key in taken:
                taken[key] = [id for id in taken[key] if id not in without]

    def _find(self, rule: Any, message: str, path: KeyPath) -> None:
        self.findings.append(Finding(rule, message, path=path, place=self.places.get(path)))


def _covering(bases: Any, personal_data: Any) -> Iterator[Any]:
    """Shipped bases, each with those of its data that are used after all; none without any."""
    for basis in as_list(bases):
        if not isinstance(basis, Mapping) or "personal_data" not in basis:
            yield basis
        elif covered := [id for id in basis["personal_data"] if id in personal_data]:
            yield {**basis, "personal_data": covered}
