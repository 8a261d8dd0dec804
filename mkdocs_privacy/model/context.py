"""What a single value must know of its surroundings while it is validated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pydantic import ValidationInfo


@dataclass(frozen=True, slots=True)
class Context:
    """The languages that every text needs, and the ids that a reference may name.

    Without identifiers (`None`) references are not checked: a frozen release stands alone.
    """

    languages: tuple[str, ...] = ()
    identifiers: Mapping[str, tuple[str, ...]] | None = field(default=None)
    offer: Callable[[str, str], str] = lambda *_: ""
    """What follows where a reference names no identifier of a kind: how to get one."""
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By its kind and its id what a reference names in place of it."""

    @classmethod
    def of(cls, info: ValidationInfo) -> Context:
        """The context that was passed to pydantic, or one that demands nothing."""
        return info.context if isinstance(info.context, cls) else cls()


def nearest(wrong: str, known: Iterable[str], *, how_close: float = 0.6) -> str | None:
    """The known word that comes closest to a wrong one, if any comes close."""
    by_lower = {word.lower(): word for word in known}
    matches = get_close_matches(wrong.lower(), by_lower, n=1, cutoff=how_close)
    return by_lower[matches[0]] if matches else None


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """` (did you mean ‘x’?)`, or nothing where no known word comes close."""
    word = nearest(wrong, known)
    return f" (did you mean ‘{word}’?)" if word else ""
