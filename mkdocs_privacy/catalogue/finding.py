"""An entry is found by what somebody calls it: its id, or its name in any language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.catalogue.choosing import in_form

Entry = Mapping[str, Any]


def find_ids(entries: Mapping[str, Entry], called: str) -> tuple[str, ...]:
    """The ids of the entries that are called so; one where it is an id."""
    if called in entries:
        return (called,)
    sought = plain(called)
    if not sought:
        return ()
    exact = [
        id for id, entry in entries.items() if sought in {plain(id), *map(plain, names_of(entry))}
    ]
    return tuple(exact)


def find_meant(
    section: str, entries: Mapping[str, Entry], called: str, country: str | None
) -> tuple[str, ...]:
    """The ids of the entries of a section that somebody in a country may mean by a name."""
    if section == "processors":
        return find_recipients(entries, called, country)
    return find_ids(entries, called)


def find_recipients(
    processors: Mapping[str, Entry], called: str, country: str | None
) -> tuple[str, ...]:
    """The ids of the recipients that somebody in a country may mean: of `dhl` that of there."""
    begins = f"{'-'.join(called.casefold().split())}-"
    found = find_ids(processors, called) or tuple(id for id in processors if id.startswith(begins))
    here = [id for id in found if len(found) > 1 and processors[id].get("country") == country]
    nearest = [id for id in here if "-" not in id.removeprefix(begins)]
    return tuple(nearest if len(nearest) == 1 else here or found)


def find_ids_with(entries: Mapping[str, Entry], part: str) -> tuple[str, ...]:
    """The ids of the entries whose id or name has this part."""
    sought = plain(part)
    return tuple(
        id
        for id, entry in entries.items()
        if sought and any(sought in plain(name) for name in (id, *names_of(entry)))
    )


def names_of(entry: Entry) -> Iterator[str]:
    """Everything that an entry is called, in every language and form of address."""
    for key in ("name", "title", "legal_name"):
        written = entry.get(key)
        for words in written.values() if isinstance(written, Mapping) else (written,):
            if isinstance(words, str):
                yield from dict.fromkeys(in_form(words, informal) for informal in (False, True))


def plain(words: str) -> str:
    """Words as they are compared: without case, accents, spaces and punctuation."""
    folded = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
