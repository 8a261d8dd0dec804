"""How findings of a scan name what was seen."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_privacy.scan.observation import Phase, Stored, StoredKind

KINDS = {
    StoredKind.COOKIE: "cookie",
    StoredKind.LOCAL_STORAGE: "local storage",
    StoredKind.SESSION_STORAGE: "session storage",
    StoredKind.INDEXED_DB: "IndexedDB",
    StoredKind.PIXEL: "pixel",
    StoredKind.SERVICE_WORKER: "service worker",
}
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
