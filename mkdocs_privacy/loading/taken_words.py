"""Words from the catalogue: measures, promises, rights, consent, changes, sections, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mkdocs_privacy.catalogue import Catalogue, joined
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_KEY, WRONG_TYPE

Entry: TypeAlias = Mapping[str, Any]
Entries: TypeAlias = Mapping[str, Entry]

_FOR_OWNERS = ("facts", "claim", "where")
"""What a shipped entry has beside the fields of its record."""

_STAND_IN = "…"
"""For a text that `use:` does not find, which has been reported."""


@dataclass(slots=True)
class TakingWords:
    """What comes of the words of a site, and what they claim of its data."""

    catalogue: Catalogue
    country: str | None
    find: Callable[[Any, Entries, KeyPath], Entry | None]
    """The shipped entry that `use:` names, if any; it reports one that is not there."""
    places: Mapping[KeyPath, Place]
    findings: list[Finding]
    filled_in: dict[KeyPath, Place] = field(default_factory=dict)
    """Where the owner asked for what stands in no file: at `use:`."""
    _claims: dict[str, Place | None] = field(default_factory=dict)

    def complete(self, content: Entry) -> dict[str, Any]:
        """The data of a site with words in place of every `use:` that asks for some."""
        completed = dict(content)
        for key in ("measures", "sections"):
            if isinstance(content.get(key), Mapping):
                completed[key] = self._entries(content[key], (key,), key)
        for key in ("consent", "changes"):
            if key in content:
                completed[key] = self._record(content[key], getattr(self.catalogue, key), (key,))
        if "rights" in content:
            completed["rights"] = self._rights(content["rights"])
        self._replace_text(completed, "organisation", "complaints")
        self._replace_text(completed, "notice", "introduction")
        notice = completed.get("notice", {} if self._claims else None)
        if isinstance(notice, Mapping):
            completed["notice"] = self._notice(notice)
        return completed

    def _rights(self, own: Any) -> Any:
        policy = self._record(own, self.catalogue.requests, ("rights",))
        if not isinstance(policy, Mapping) or not isinstance(policy.get("each"), Mapping):
            return policy
        return {**policy, "each": self._entries(policy["each"], ("rights", "each"), "rights")}

    def _entries(self, own: Entry, path: KeyPath, kind: str) -> dict[str, Any]:
        shipped = getattr(self.catalogue, kind)
        return {id: self._record(entry, shipped, (*path, id)) for id, entry in own.items()}

    def _record(self, own: Any, shipped: Entries, path: KeyPath) -> Any:
        """A record of the owner's over the shipped one that it names."""
        entry = self._asked_for(own, shipped, path)
        if entry is None:
            return own
        taken = {
            key: joined(value) if key == "body" else value
            for key, value in entry.items()
            if key not in _FOR_OWNERS
        }
        place = self.places.get((*path, "use"))
        if place:
            self.filled_in |= {(*path, key): place for key in taken if key not in own}
        return taken | {key: value for key, value in own.items() if key != "use"}

    def _asked_for(self, own: Any, shipped: Entries, path: KeyPath) -> Entry | None:
        """The shipped entry as it holds here; empty where `use` is not understood."""
        if not isinstance(own, Mapping) or "use" not in own:
            return None
        if not isinstance(own["use"], str):
            message = "the id of one entry of the catalogue is expected here, such as `use: tls`"
            self._report(WRONG_TYPE, message, (*path, "use"))
            return {}
        found = self.find(own, shipped, path) or {}
        entry = self.catalogue.chosen(found, self.country)
        if isinstance(claim := entry.get("claim"), str):
            self._claims.setdefault(claim, self.places.get((*path, "use")))
        return entry

    def _notice(self, notice: Entry) -> Entry:
        promises = notice.get("promises")
        if isinstance(promises, list):
            taken = [
                self._text(promise, self.catalogue.promises, ("notice", "promises", number))
                for number, promise in enumerate(promises)
            ]
            notice = {**notice, "promises": taken}
        own = notice.get("claims", [])
        if not self._claims or not isinstance(own, list):
            return notice
        new = [claim for claim in self._claims if claim not in own]
        for number, claim in enumerate(new, len(own)):
            if place := self._claims[claim]:
                self.filled_in["notice", "claims", number] = place
        return {**notice, "claims": [*own, *new]}

    def _replace_text(self, content: dict[str, Any], key: str, field: str) -> None:
        record = content.get(key)
        if isinstance(record, Mapping) and isinstance(record.get(field), Mapping):
            fitting = {
                id: entry
                for id, entry in self.catalogue.texts.items()
                if entry.get("where") == f"{key}.{field}"
            }
            content[key] = {**record, field: self._text(record[field], fitting, (key, field))}

    def _text(self, own: Any, shipped: Entries, path: KeyPath) -> Any:
        """A text, or the shipped one in place of `{use: …}`."""
        entry = self._asked_for(own, shipped, path)
        if entry is None:
            return own
        for key in own:
            if key != "use":
                message = "this text comes from the catalogue: leave this out, or write the text"
                self._report(UNKNOWN_KEY, message, (*path, key))
        return entry.get("text", _STAND_IN)

    def _report(self, rule: Any, message: str, path: KeyPath) -> None:
        self.findings.append(Finding(rule, message, path=path, place=self.places.get(path)))
