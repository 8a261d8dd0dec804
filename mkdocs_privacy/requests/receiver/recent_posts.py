"""Deduplication: the same post once more, from the same client and without a reference, is a double
click."""

from __future__ import annotations

import time
from dataclasses import replace

from mkdocs_privacy.requests.request import RightsRequest

_SECONDS = 600


class RecentPosts:
    """Remembers for ten minutes, in memory, which reference a post had or was given.

    Somebody else who posts the same content gets another reference: with that of the first they
    would learn that it was asked.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[float, str]] = {}

    def recognize(self, request: RightsRequest, client: str) -> RightsRequest:
        """The request with the reference that it had the first time, unless it brings one."""
        now, key = time.monotonic(), (client, request.digest)
        until, reference = self._known.get(key, (0.0, ""))
        if until > now and "reference" not in request.fields:
            return replace(request, reference=reference)
        self._known[key] = (now + _SECONDS, request.reference)
        return request

    def forget(self) -> None:
        """Forget what is too old to be the same."""
        now = time.monotonic()
        self._known = {key: entry for key, entry in self._known.items() if entry[0] > now}
