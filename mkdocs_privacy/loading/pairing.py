"""One `use:` brings both: a recipient and what it stores on the devices of visitors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_USE
from mkdocs_privacy.loading.explanation import explain_below
from mkdocs_privacy.model import TakenProcessor, suggestion

Entry = Mapping[str, Any]


@dataclass(slots=True)
class Pairing:
    """What the owner wrote with the other half of each pair, and what is wrong with it."""

    catalogue: Catalogue
    places: Mapping[KeyPath, Place]
    findings: list[Finding] = field(default_factory=list)
    brought: dict[KeyPath, Place] = field(default_factory=dict)
    """Where the owner asked for the half that stands in no file."""

    def complete(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The content with a `use:` for each missing half.

        Nothing comes where the owner wrote it, or wrote `{}`: that nobody receives anything, or
        that nothing is stored.
        """
        processors, cookies = content.get("processors"), content.get("cookies")
        if not all(half is None or isinstance(half, Mapping) for half in (processors, cookies)):
            return dict(content)
        register, table = dict(processors or {}), dict(cookies or {})
        for id, service in table.items():
            if isinstance(service, Mapping):
                table[id] = self._with_recipient(id, service, register, processors != {})
        for id, recipient in register.items():
            if isinstance(recipient, Mapping):
                asked = self._asked(id, recipient)
                register[id] = {key: recipient[key] for key in recipient if key != "cookies"}
                may_come = cookies != {} and asked is None
                wanted = self._coming_with(id, recipient, table) if may_come else asked
                self._bring_services(id, wanted or (), table, "use" if may_come else "cookies")
        halves = {"processors": register, "cookies": table}
        return {**content, **{key: half for key, half in halves.items() if half}}

    def _with_recipient(
        self, id: str, service: Entry, register: dict[str, Any], may_come: bool
    ) -> Entry:
        """A service with the entry of its recipient, which comes if nobody wrote it."""
        if service.get("processor") == "none" and "none" not in register:
            return {key: service[key] for key in service if key != "processor"}
        use = service.get("use")
        recipient = self.catalogue.recipients.get(use) if isinstance(use, str) else None
        if recipient is None or "processor" in service:
            return service
        holder = next((own for own, entry in register.items() if _use(entry) == recipient), None)
        if holder is None and recipient in register:
            holder = recipient
        if holder is None and may_come:
            holder = recipient
            register[recipient] = {"use": recipient}
            self._remember(("processors", recipient), ("cookies", id, "use"))
        return {**service, "processor": holder} if holder else service

    def _asked(self, id: str, recipient: Entry) -> Sequence[str] | None:
        """The services that a recipient names itself, if it says anything of them."""
        if recipient.get("cookies") is None:
            return None
        path: KeyPath = ("processors", id)
        try:
            asked = TakenProcessor.model_validate({"cookies": recipient["cookies"]}).cookies
        except ValidationError as error:
            self.findings += explain_below(path, error, self.places, TakenProcessor)
            return ()
        known = self.catalogue.cookies
        for service in asked:
            if service not in known:
                message = (
                    f"the catalogue has no cookie service ‘{service}’{suggestion(service, known)}: "
                    "correct it, or describe the service under `cookies`"
                )
                where = (*path, "cookies")
                self.findings.append(Finding(UNKNOWN_USE, message, where, self.places.get(where)))
        return tuple(service for service in asked if service in known)

    def _coming_with(self, id: str, recipient: Entry, table: Entry) -> Iterator[str]:
        """The services that are on every site with this recipient, if the table has none of it."""
        use = _use(recipient)
        pairs = [service for service, of in self.catalogue.recipients.items() if of == use]
        if not pairs:  # so it is with nearly all
            return
        for own, service in table.items():
            named = service.get("processor") if isinstance(service, Mapping) else None
            if named == id or own in pairs or _use(service) in pairs:
                return
        yield from (service for service in pairs if service in self.catalogue.come_along)

    def _bring_services(
        self, id: str, wanted: Sequence[str] | Iterator[str], table: dict[str, Any], asked_in: str
    ) -> None:
        for service in wanted:
            if service not in table and all(_use(entry) != service for entry in table.values()):
                table[service] = {"use": service, "processor": id}
                self._remember(("cookies", service), ("processors", id, asked_in))

    def _remember(self, path: KeyPath, asked_in: KeyPath) -> None:
        if place := self.places.get(asked_in):
            self.brought |= {path: place, (*path, "use"): place}
            self.brought.setdefault(path[:1], place)


def _use(entry: Any) -> str | None:
    use = entry.get("use") if isinstance(entry, Mapping) else None
    return use if isinstance(use, str) else None
