"""An entry is found by what somebody calls it: its id, or its name in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs_privacy.catalogue.choosing import in_form
from mkdocs_privacy.characters import folded

Entry = Mapping[str, Any]

_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w{4})(?:en|[sx])$")
"""How words end of which there are several, in our languages; no ending of a short word."""
_FEWEST_INSIDE = 4
"""So many letters stand inside another word for a reason: “brief” in “nieuwsbrief”."""


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


def find_ids_with(entries: Mapping[str, Entry], words: str) -> tuple[str, ...]:
    """The ids of the entries whose id or name has these words, the nearest first."""
    ranks = {id: rank_of(words, (id, *names_of(entry))) for id, entry in entries.items()}
    found = [(rank, id) for id, rank in ranks.items() if rank is not None]
    return tuple(id for _, id in sorted(found, key=lambda pair: pair[0]))


def rank_of(asked: str, texts: Iterable[str]) -> int | None:
    """How near texts come to words that all stand in them, in whatever order; 0 is nearest.

    A word may stand by itself or in the plural (0), begin one of the texts (1), or, where it is
    not short, stand inside one (2). Nothing where one of them stands nowhere.
    """
    words = dict.fromkeys(_words_of(asked))
    present = dict.fromkeys(word for text in texts for word in _words_of(text))
    ranks = [_rank(word, present) for word in words]
    known = [rank for rank in ranks if rank is not None]
    return max(known) if known and len(known) == len(ranks) else None


def _rank(word: str, present: Iterable[str]) -> int | None:
    if word in present:
        return 0
    if any(other.startswith(word) for other in present):
        return 1
    is_inside = len(word) >= _FEWEST_INSIDE and any(word in other for other in present)
    return 2 if is_inside else None


def _words_of(text: str) -> Iterator[str]:
    """The words of a text as they are compared, each in the singular as far as that is simple."""
    for word in _WORD.findall(folded(text).replace("_", " ")):
        yield _PLURAL.sub("", word)


def names_of(entry: Entry) -> Iterator[str]:
    """Everything that an entry is called, in every language and form of address."""
    for key in ("name", "title", "legal_name"):
        written = entry.get(key)
        for words in written.values() if isinstance(written, Mapping) else (written,):
            if isinstance(words, str):
                yield from dict.fromkeys(in_form(words, informal) for informal in (False, True))


def plain(words: str) -> str:
    """Words as they are compared: without case, accents, spaces and punctuation."""
    return "".join(letter for letter in folded(words) if letter.isalnum())
