"""What finished pages need, kept between builds by the hash of each (decision 62)."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from mkdocs_privacy.kept_work import KeptWork, kept_work
from mkdocs_privacy.page_needs import Needs, read_needs
from mkdocs_privacy.site import hash_of_code

CODE = hash_of_code()
"""Our code as this process has just read it, and goes on to run it."""

_AT_ONCE = 2**16


class KeptNeeds:
    """What the pages of a build need; what those of the last one needed is not found out again."""

    def __init__(self, site: str) -> None:
        self._work = kept_work() if CODE else KeptWork(None)
        self._named = "needs", CODE.hex(), site
        self._last: dict[str, Any] = json.loads(self._work.find(*self._named) or "{}")
        self._now: dict[str, Any] = {}

    def of(self, html: str, body: str = "") -> Needs:
        """What a page asks for, see `read_needs`."""
        hash = _hash_of(html)
        if hash not in self._now:
            self._now[hash] = self._last.get(hash) or _written(read_needs(html, body))
        scripts, styles, has_style_attributes, foreign = self._now[hash]
        return Needs(
            frozenset(scripts),
            frozenset(styles),
            has_style_attributes,
            frozenset((directive, source) for directive, source in foreign),
        )

    def keep(self) -> None:
        """Keep what the pages of this build need, and no others."""
        if self._now != self._last:
            self._work.keep(json.dumps(self._now), *self._named)


def _hash_of(html: str) -> str:
    digest = sha256()
    for start in range(0, len(html), _AT_ONCE):  # a page can take megabytes: no copy of it
        digest.update(html[start : start + _AT_ONCE].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _written(needs: Needs) -> list[Any]:
    inline = sorted(needs.scripts), sorted(needs.styles)
    return [*inline, needs.has_style_attributes, sorted(needs.foreign)]
