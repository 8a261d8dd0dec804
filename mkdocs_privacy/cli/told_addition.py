"""What is said of an entry that was added: what came with it, and what it now needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs_privacy.cli.addition import Addition, written_entries
from mkdocs_privacy.cli.services import services_beside
from mkdocs_privacy.findings import Finding, KeyPath
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.site import OpenedSite

_BROUGHT = {
    "processors": "recipient",
    "cookies": "cookie service",
    "audiences": "audience",
    "personal_data": "kind of personal data",
}


def new_findings(before: OpenedSite, after: OpenedSite) -> tuple[Finding, ...]:
    """The findings that a change brings; one that only moved to another line is not among them."""
    known = Counter(map(_identity, before.findings))
    new = []
    for finding in after.findings:
        if known[_identity(finding)]:
            known[_identity(finding)] -= 1
        else:
            new.append(finding)
    return tuple(new)


def settled_findings(before: OpenedSite, after: OpenedSite) -> tuple[Finding, ...]:
    """The findings that a change settles."""
    return new_findings(after, before)


def _identity(finding: Finding) -> tuple[str, KeyPath, str]:
    return finding.rule.id, finding.path, re.sub(r":\d+\b", "", finding.message)


def tell_twice(before: OpenedSite, addition: Addition) -> Iterator[str]:
    """That other entries take the same from the catalogue, which is seldom meant."""
    use = addition.entry.fields.get("use")
    others = [
        f"{'.'.join((*addition.section, id))} ({before.loaded.places[*addition.section, id]})"
        for id, used in written_entries(before, addition.section).items()
        if use and used == use
    ]
    if others:
        yield (
            f"‘{use}’ is there already as {' and '.join(others)}: keep both only if they "
            "differ, and write in each how"
        )


def tell_brought(before: OpenedSite, addition: Addition) -> Iterator[str]:
    """What came into the center with an entry, one sentence for each kind of thing."""
    old, new = before.loaded.center, addition.site.loaded.center
    if old is None or new is None:
        return
    for key, noun in _BROUGHT.items():
        came = [
            id
            for id in getattr(new, key) or ()
            if id not in (getattr(old, key) or ())
            and (key, id) != (addition.section[0], addition.entry.id)
        ]
        if came:
            yield f"It brings the {noun if len(came) == 1 else _plural(noun)} {_listed(came)}."
    if addition.section == ("processors",):
        joined = _activities_with(new, addition.entry.id)
        if joined:
            noun = "activity" if len(joined) == 1 else "activities"
            yield f"It receives data in the {noun} {_listed(joined)}."
    activity = new.activities.get(addition.entry.id)
    if addition.section == ("activities",) and activity and activity.processors:
        names = [recipient.id for recipient in activity.processors]
        yield f"Who receives its data: {_listed(names)}."


def tell_doubtful(entry: Mapping[str, Any]) -> Iterator[str]:
    """What the catalogue itself says of an entry that its owner should compare with the truth."""
    alternatives = entry.get("alternatives")
    if isinstance(alternatives, str):
        yield f"Another legal basis may fit: {' '.join(alternatives.split())}"
    if categories := services_beside(entry):
        taken = f"It is taken for {_listed(categories)} too."
        yield f"{taken} If you do not use that, add `also: []`."


def tell_consent_tool(addition: Addition) -> Iterator[str]:
    """Where a service that can ask for consent is named as the one that does."""
    loaded, use = addition.site.loaded, addition.entry.fields.get("use")
    parts = loaded.catalogue.activities_of_cookies.get(use or "", ())
    is_tool = addition.section == ("cookies",) and "consent-choices" in parts
    consent = loaded.center.consent if loaded.center else None
    if is_tool and consent and consent.service is None:
        id = addition.entry.id
        yield f"If it asks your visitors for their consent, add `service: {id}` under `consent`."


def _activities_with(center: PrivacyCenter, processor: str) -> list[str]:
    return [
        id
        for id, activity in center.activities.items()
        if any(recipient.id == processor for recipient in activity.processors or ())
    ]


def _plural(noun: str) -> str:
    return "kinds of personal data" if noun.startswith("kind") else f"{noun}s"


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)
