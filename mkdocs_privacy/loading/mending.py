"""What puts a value of the data right without a decision: a slip of the keyboard, a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import SequenceMatcher

from mkdocs_privacy.findings import Fix, KeyPath, Place
from mkdocs_privacy.model import nearest
from mkdocs_privacy.shipped import shipped_languages, translations

_CERTAIN = 0.84
"""How alike two words are where one is the other with a slip: `contry` and `country`."""
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")


def mend_key(path: KeyPath, known: Iterable[str], places: Mapping[KeyPath, Place]) -> Fix | None:
    """The key that was meant, where that is certain and it does not stand beside it already."""
    key, place, known = str(path[-1]), places.get(path), tuple(known)
    meant = word_of_name(key, known) or _meant(key, known)
    if place is None or place.key is None or meant is None or (*path[:-1], meant) in places:
        return None
    return Fix(f"write `{meant}`", place.of_key, key, meant)


def mend_word(written: str, known: Iterable[str], place: Place | None) -> Fix | None:
    """The word that was meant, where that is certain."""
    known = tuple(known)
    meant = word_of_name(written, known) or _meant(written, known)
    return mend_value(written, meant, place) if meant else None


def word_of_name(written: str, known: Iterable[str]) -> str | None:
    """The one word that our pages call what was written: `consent` for ‘toestemming’."""
    name, known = written.strip().casefold(), frozenset(known)
    named = {
        id.rpartition(".")[2]
        for language in shipped_languages()
        for id, words in translations("privacy", language.replace("-", "_")).items()
        if words.casefold() == name
    }
    meant = named & known
    return meant.pop() if len(meant) == 1 else None


def mend_date(written: str, place: Place | None) -> Fix | None:
    """The date as year-month-day, where only one day can be meant: `31/12/2026`, not `1/2/2026`."""
    found = _YEAR_FIRST.fullmatch(written) or _DAY_FIRST.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if found.re is _DAY_FIRST and day <= 12 and day != month:  # some write the month first
        return None
    try:
        return mend_value(written, date(year, month, day).isoformat(), place)
    except ValueError:
        return None


def mend_value(written: str, meant: str, place: Place | None) -> Fix | None:
    """Another value in place of one that stands whole on the line of its key."""
    if place is None or not place.is_scalar:
        return None
    return Fix(f"write `{meant}`", place, written, meant)


def _meant(written: str, known: Iterable[str]) -> str | None:
    known = tuple(known)
    word = nearest(written, known)
    if word is None:
        return None
    alike = [one for one in known if SequenceMatcher(None, written, one).ratio() >= _CERTAIN]
    return word if alike == [word] else None
