"""A post as it came in, whichever server took it, and what it says beside its body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mkdocs_privacy.requests import LONGEST_BODY, REFERENCE_PATTERN, Problem, Sender

MOST_READ = 4 * LONGEST_BODY
"""Bytes of a body that are read, and thrown away beyond LONGEST_BODY: who sends too much stays to
hear our answer."""
_KEY = re.compile(f'"({REFERENCE_PATTERN.strip("^$")})"')


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it came in."""

    headers: tuple[tuple[str, str], ...]
    """In order, with their names in lower case; a name may come twice."""
    sent_to: str
    """The origin (RFC 6454) that it was sent to."""
    received_at: datetime
    path: Mapping[str, str] = field(default_factory=dict)
    """What the path of the endpoint says where it holds `{language}` or `{right}`."""
    body: bytes = b""
    """No more of it than shows that it is too long."""

    def header(self, name: str) -> str | None:
        """The value of a header; those of one that comes twice, joined (RFC 9110, section 5.3)."""
        found = [value for known, value in self.headers if known == name]
        return ", ".join(found) if found else None

    @property
    def sender(self) -> Sender:
        """What a browser says of the page that it comes from."""
        return Sender(*map(self.header, ("origin", "referer", "sec-fetch-site")))

    @property
    def is_framed_twice(self) -> bool:
        """Whether it states its length in two ways, which servers read differently (RFC 9112,
        section 6.3): so a second post can be smuggled inside the first (request smuggling)."""
        return None not in (self.header("content-length"), self.header("transfer-encoding"))


def with_key_as_reference(fields: Mapping[str, Any], post: Post) -> dict[str, Any]:
    """The fields of a post with the reference that only the header `Idempotency-Key` has."""
    reference = _reference_of_key(post)
    return {"reference": reference, **fields} if reference else dict(fields)


def find_contradictions(fields: Mapping[str, Any], post: Post) -> tuple[Problem, ...]:
    """The fields that say something else than the path, or than the header `Idempotency-Key`.

    The language in the path is that of the page; who reads one may want the answer in another.
    """
    wrong = []
    if post.path.get("right", fields.get("right")) != fields.get("right"):
        wrong.append("right")
    is_keyed = post.header("idempotency-key") is not None
    if is_keyed and _reference_of_key(post) != fields.get("reference", ""):
        wrong.append("reference")
    return tuple(Problem(name, "wrong") for name in wrong)


def _reference_of_key(post: Post) -> str | None:
    found = _KEY.fullmatch((post.header("idempotency-key") or "").strip())
    return found[1] if found else None
