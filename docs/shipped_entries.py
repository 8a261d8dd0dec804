"""What `use:` brings, as YAML for the reference page of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent
from typing import Any

import yaml

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.catalogue.catalogue import Entry, is_text
from mkdocs_privacy.model import TERM_GROUNDS

_ELSEWHERE = {"facts", "alternatives"}
"""What stands in the table of the page, or in the remark of the entry."""


def shipped_processors() -> str:
    """Every processor with all its fields, and what in `cookies:` goes with it."""
    catalogue = shipped_catalogue()
    services: dict[str, list[str]] = {}
    for service in sorted(catalogue.recipients, key=lambda one: one not in catalogue.come_along):
        mark = "" if service in catalogue.come_along else " (if you name it)"
        services.setdefault(catalogue.recipients[service], []).append(service + mark)
    remarks = {id: f"brings `cookies:` {', '.join(found)}" for id, found in services.items()}
    return _as_yaml(catalogue.processors, remarks)


def shipped_cookies() -> str:
    """Every cookie service with all its fields, and which processor goes with it."""
    catalogue = shipped_catalogue()
    remarks = {
        id: f"brings `processors:` {recipient}" for id, recipient in catalogue.recipients.items()
    }
    return _as_yaml(catalogue.cookies, remarks)


def shipped_activities() -> str:
    """Every activity with all its fields, and where it can rest on another legal basis."""
    activities = shipped_catalogue().activities
    remarks = {
        id: f"or else: {entry['alternatives']}"
        for id, entry in activities.items()
        if "alternatives" in entry
    }
    return _as_yaml(activities, remarks)


def shipped_words(kind: str) -> str:
    """Every entry of a kind that is words alone, or every audience, with all its fields."""
    return _as_yaml(getattr(shipped_catalogue(), kind), {})


def counts() -> Iterator[tuple[str, ...]]:
    """How many entries each part has, and how many of them are verified, also in every field."""
    catalogue = shipped_catalogue()
    parts: dict[str, list[Any]] = {
        "Processors": [entry["facts"] for entry in catalogue.processors.values()],
        "Cookie services": [entry["facts"] for entry in catalogue.cookies.values()],
        "Activities": [entry["facts"] for entry in catalogue.activities.values()],
        "Supervisory authorities": list(catalogue.authority_facts.values()),
        "Further rights": [entry["facts"] for entry in catalogue.further_rights.values()],
        "Terms": [entry["facts"] for entries in catalogue.retention.values() for entry in entries],
        "Laws": [entry["facts"] for entry in catalogue.laws.values()],
        "Law by country": [
            entry.facts
            for entries in (
                catalogue.adequacy.decisions,
                catalogue.child_consent,
                catalogue.consent_exemptions,
            )
            for entry in entries.values()
        ],
    }
    for part, stated in parts.items():
        verified = [one for one in stated if _is_verified(one)]
        whole = [one for one in verified if not _unverified(one)]
        yield part, str(len(stated)), str(len(verified)), str(len(whole))


def terms() -> Iterator[tuple[str, ...]]:
    """The terms of each country as rows, with what sets them."""
    for country, entries in shipped_catalogue().retention.items():
        for entry in entries:
            lengths = (
                f"at least {entry['minimum']}" if "minimum" in entry else "",
                entry.get("period", ""),
                f"at most {entry['maximum']}" if "maximum" in entry else "",
            )
            yield (
                country,
                f"`{entry['id']}`" if "id" in entry else "",
                entry["subject"]["en"],
                entry["kind"].replace("_", " "),
                ", ".join(filter(None, lengths)),
                entry["from"]["en"] if "from" in entry else "",
                next(entry[ground]["en"] for ground in TERM_GROUNDS if ground in entry),
                facts(entry["facts"]),
            )


def decisions() -> Iterator[tuple[str, str, str, str]]:
    """The adequacy decisions as rows."""
    for country, decision in shipped_catalogue().adequacy.decisions.items():
        last_day = decision.facts.valid_until
        yield (
            f"`{country}`",
            decision.scope.in_language("en") if decision.scope else "",
            last_day.isoformat() if last_day else "",
            facts(decision.facts.model_dump(mode="json")),
        )


def exemptions() -> Iterator[tuple[str, str, str, str]]:
    """Where statistics need no consent, as rows."""
    for country, law in shipped_catalogue().consent_exemptions.items():
        yield (
            f"`{country}`",
            law.law,
            f"exempt if {law.conditions}" if law.conditions else "consent",
            facts(law.facts.model_dump(mode="json")),
        )


def laws() -> Iterator[tuple[str, str, str]]:
    """The names of laws as rows, with the whole title of an act of the European Union."""
    for id, entry in shipped_catalogue().laws.items():
        title = f": {entry['title']['en']}" if "title" in entry else ""
        yield f"`{id}`", f"{entry['name']['en']}{title}", facts(entry["facts"])


def facts(stated: Mapping[str, Any]) -> str:
    """Whether facts are verified, of which day they are, and where they come from."""
    verified = "verified" if _is_verified(stated) else "not verified"
    fields = ", ".join(f"`{field}`" for field in _unverified(stated))
    besides = f" except {fields}" if fields else ""
    return f"{verified}{besides}, {stated['as_of']}: {stated['source']}"


def _unverified(stated: Any) -> Sequence[str]:
    fields: Sequence[str] = (
        stated.get("unverified", ()) if isinstance(stated, Mapping) else stated.unverified
    )
    return fields


def _is_verified(stated: Any) -> bool:
    """Whether somebody read it in the words of whom it is about."""
    verified = stated["verified"] if isinstance(stated, Mapping) else stated.verified
    return str(verified).lower() == "true"


def _as_yaml(entries: Mapping[str, Entry], remarks: Mapping[str, str]) -> str:
    return "\n".join(("```yaml", *_entries(entries, remarks), "```"))


def _entries(entries: Mapping[str, Entry], remarks: Mapping[str, str]) -> Iterator[str]:
    for id, entry in entries.items():
        remark = f" # {remarks[id]}" if id in remarks else ""
        fields = "".join(
            _field(key, _in_english(value)) for key, value in entry.items() if key not in _ELSEWHERE
        )
        yield f"{id}:{remark}\n{indent(fields, '  ')}"


def _field(key: str, value: Any) -> str:
    """A field on a line of its own, what is simple inside it between brackets."""
    written: str = yaml.safe_dump(
        {key: value},
        sort_keys=False,
        allow_unicode=True,
        width=110,
        default_flow_style=False if isinstance(value, str) else None,
    )
    return written


def _in_english(value: Any) -> Any:
    """A value with one language in place of each of its texts."""
    if is_text(value):
        return value["en"]
    if isinstance(value, Mapping):
        return {key: _in_english(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_in_english(inner) for inner in value]
    return value
