"""A list of what an organisation uses and does, as it is typed: `woocommerce,combell,mollie`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_privacy.catalogue import Entry, find_recipients, shipped_catalogue
from mkdocs_privacy.cli.found import all_entries, found_by_words
from mkdocs_privacy.cli.shipped_kinds import find_added_kind
from mkdocs_privacy.localization import with_capital
from mkdocs_privacy.model import nearest


@dataclass(frozen=True, slots=True)
class Named:
    """What was named, by the ids of the catalogue."""

    processors: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """What the catalogue does not have, as it was typed."""


NOTHING_NAMED = Named()

_ANOTHER = 3
"""How many letters more make of a name another word."""


def read_services(written: str, country: str | None) -> Named:
    """What stands in a list with commas; raises ValueError where a name fits several entries.

    A name is an id, a title, or the beginning of an id: of `dhl` that of the country is meant.
    """
    found: dict[str, dict[str, None]] = {kind: {} for kind in (*_entries(), "unknown")}
    problems = []
    for name in filter(None, map(str.strip, written.split(","))):
        candidates = _candidates(name, country)
        if len(candidates) > 1:
            listed = ", ".join(id for _, id in candidates)
            problems.append(f"‘{name}’ may be several: write one of {listed}")
        for kind, id in candidates or [("unknown", name)]:
            found[kind][id] = None
    if problems:
        raise ValueError("; ".join(problems))
    return Named(**{kind: tuple(ids) for kind, ids in found.items()})


def known_names() -> Iterator[tuple[str, str]]:
    """Every id that can be named, with its title; one that is both recipient and cookies once."""
    seen = set()
    for entries in _entries().values():
        for id, entry in entries.items():
            if id not in seen:
                seen.add(id)
                yield id, _title(entry)


def nearest_name(name: str) -> str | None:
    """What may be meant by a name that the catalogue does not have: as it is spelled, or as people
    look for it, where that is one entry alone.

    Names are closer to each other than words of ours are: ‘allunited’ is not ‘salonized’. One that
    goes on is another word: ‘accountant’ is not ‘account’.
    """
    near = nearest(name, (id for id, _ in known_names()), how_close=0.75)
    if near and not (name.casefold().startswith(near) and len(name) - len(near) >= _ANOTHER):
        return near
    found = found_with_words(name)
    return found[0] if len(found) == 1 else None


def found_with_words(words: str) -> tuple[str, ...]:
    """The ids that can be named and are found by these words, in any language."""
    shipped = all_entries(shipped_catalogue())
    entries = (one for one in shipped if one.kind.name in _entries())
    return tuple(dict.fromkeys(one.id for one in found_by_words(entries, words)))


def kind_of(id: str) -> str:
    """What `mkdocs-privacy add` calls the kind of an entry that can be named."""
    found = find_added_kind(next(kind for kind, entries in _entries().items() if id in entries))
    return found.name if found else ""


def services_beside(entry: Entry) -> tuple[str, ...]:
    """The categories of what a shipped recipient does besides what it is first known for.

    Not every customer has these: whoever hosts a website need not run the e-mail.
    """
    others = (service["category"] for service in entry.get("also", ()))
    return tuple(category for category in others if category != entry["category"])


def advised(advice: str) -> str:
    """What the catalogue advises of an entry, which stands there in one line or in several."""
    return f"{with_capital(' '.join(advice.split()))}."


def fits(typed: str, id: str, title: str) -> bool:
    """Whether an entry can be meant by what was typed so far."""
    return typed.casefold() in id or typed.casefold() in title.casefold()


def _entries() -> Mapping[str, Mapping[str, Entry]]:
    """What can be named; of what has the same name the first is meant, which brings the other."""
    catalogue = shipped_catalogue()
    return {
        "processors": catalogue.processors,
        "cookies": catalogue.cookies,
        "activities": catalogue.activities,
    }


def _candidates(name: str, country: str | None) -> list[tuple[str, str]]:
    """The entries that a name may mean, each with its kind."""
    wanted = "-".join(name.casefold().split())
    titled: dict[str, list[str]] = {}
    for kind, entries in _entries().items():
        if wanted in entries:
            return [(kind, wanted)]
        for id, entry in entries.items():
            if _title(entry).casefold() == name.casefold():
                titled.setdefault(kind, []).append(id)
    kind = next(iter(titled), "processors")
    if kind != "processors":
        return [(kind, id) for id in titled[kind]]
    return [(kind, id) for id in find_recipients(_entries()[kind], name, country)]


def _title(entry: Entry) -> str:
    written = entry.get("name") or entry["title"]
    return str(written["en"] if isinstance(written, Mapping) else written)
