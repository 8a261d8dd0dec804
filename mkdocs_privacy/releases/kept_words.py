"""Redlines and sanitised words: worked out once, since words that were released never change."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree

from mkdocs_privacy.hosts import LINK_SCHEMES
from mkdocs_privacy.kept_work import kept_work
from mkdocs_privacy.model import LANGUAGE_CODE
from mkdocs_privacy.releases.blocks import BlockKind
from mkdocs_privacy.releases.redlining import Mark, Passage, Piece, redline
from mkdocs_privacy.releases.sanitising import sanitise

WORKED_OUT_BY = ("alignment", "blocks", "kept_words", "redlining", "sanitising")
"""The modules of this folder on which kept words depend; a change of any of them makes all anew."""


@lru_cache(maxsize=8)  # the pages of a release, and of the one after it, ask for the same
def sanitised(words: bytes) -> str:
    """The words of a policy as a page may show them, see `sanitise`."""
    html = words.decode()
    return kept_work().kept(lambda: sanitise(html), "sanitised", _code(), html)


def worked_out_redline(before: str, after: str) -> tuple[Passage, ...]:
    """The redline of two policies, see `redline`."""
    made_of = "redline", _code(), before, after
    kept = kept_work().find(*made_of)
    if kept is not None:
        return tuple(_read(json.loads(kept)))
    passages = redline(before, after)
    kept_work().keep(_written(passages), *made_of)
    return passages


def _written(passages: Sequence[Passage]) -> str:
    """Column by column: that takes half the time of thousands of small lists."""
    pieces = [piece for passage in passages for piece in passage.pieces]
    columns = (
        [passage.kind for passage in passages],
        [passage.level for passage in passages],
        [len(passage.pieces) for passage in passages],
        [piece.mark for piece in pieces],
        [piece.words for piece in pieces],
    )
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _read(written: Sequence[Sequence[Any]]) -> Iterator[Passage]:
    known_kinds = {str(kind): kind for kind in BlockKind}
    known_marks = {str(mark): mark for mark in Mark}
    kinds, levels, numbers, marks, words = written
    pieces = map(Piece, (known_marks[mark] for mark in marks), words)
    for kind, level, number in zip(kinds, levels, numbers, strict=True):
        yield Passage(known_kinds[kind], tuple(islice(pieces, number)), level)


@cache
def _code() -> str:
    """The hash of the code that works it out: ours, and that of the libraries."""
    folder = Path(__file__).parent
    ours = [sha256((folder / f"{name}.py").read_bytes()).hexdigest() for name in WORKED_OUT_BY]
    libraries = (sys.version, version("nh3"), etree.LXML_VERSION, etree.LIBXML_VERSION)
    taken = (LANGUAGE_CODE, *sorted(LINK_SCHEMES))
    return "\0".join((*ours, *map(str, libraries), version("PyYAML"), *taken))
