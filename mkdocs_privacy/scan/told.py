"""How findings of a scan name what was seen."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_privacy.scan.observation import Observation, Phase, Stored, StoredKind

KINDS = {
    StoredKind.COOKIE: "cookie",
    StoredKind.LOCAL_STORAGE: "local storage",
    StoredKind.SESSION_STORAGE: "session storage",
    StoredKind.INDEXED_DB: "IndexedDB",
    StoredKind.PIXEL: "pixel",
    StoredKind.SERVICE_WORKER: "service worker",
}
_MANY = {
    StoredKind.COOKIE: "cookies",
    StoredKind.LOCAL_STORAGE: "local storage",
    StoredKind.SESSION_STORAGE: "session storage",
    StoredKind.INDEXED_DB: "IndexedDB",
    StoredKind.SERVICE_WORKER: "service workers",
}
"""What a browser sees of a device; a pixel is asked for, and stays nowhere."""
PHASES = {
    Phase.BEFORE: "before consent",
    Phase.REFUSED: "after refusing",
    Phase.ACCEPTED: "after accepting",
}


def quoted(name: str) -> str:
    """A name that somebody else gave, and no more of it than a reader needs."""
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return f"‘{shown}’"


_LONGEST = 200


def and_(names: Iterable[str]) -> str:
    """`‘a’, ‘b’ and ‘c’`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def of_item(stored: Stored) -> str:
    """`‘_ga’ (cookie of shop.example)`."""
    partitioned = ", partitioned" if stored.is_partitioned else ""
    return f"{quoted(stored.name)} ({KINDS[stored.kind]} of {stored.domain}{partitioned})"


def phases_of(stored: Iterable[Stored]) -> str:
    """`before consent and after refusing`, in the order of a visit."""
    return in_phases(one.phase for one in stored)


def in_phases(phases: Iterable[Phase]) -> str:
    """The same of phases; nothing is said of one that nobody knows."""
    seen = set(phases)
    known = [words for phase, words in PHASES.items() if phase in seen]
    return and_(known) if known else "in a recording"


def not_looked_at(seen: Observation) -> str:
    """The kinds of things that nobody could see, as a HAR has no storage; nothing else is said."""
    unseen = [words for kind, words in _MANY.items() if kind not in seen.kinds]
    return and_(unseen) if unseen and seen.pages else ""
