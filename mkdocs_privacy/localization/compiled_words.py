"""The words of a language as gettext compiles them; the shipped ones are kept between builds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Self

import babel
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from mkdocs_privacy.kept_work import kept_work

_BYTES = "latin-1"  # which has a character for each byte


@dataclass(frozen=True, slots=True)
class CompiledWords:
    """A catalog of which nothing but the words is left."""

    ids: tuple[str, ...]
    """Those of its messages."""
    compiled: bytes
    """A `.mo` file."""

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """The words of a catalog."""
        written = BytesIO()
        write_mo(written, catalog)
        ids = (one.id if isinstance(one.id, str) else one.id[0] for one in catalog)
        return cls(tuple(id for id in ids if id), written.getvalue())

    @property
    def file(self) -> BytesIO:
        """The `.mo` file, open."""
        return BytesIO(self.compiled)


def kept_words(
    make: Callable[[], CompiledWords], language: str, files: Iterable[Path]
) -> CompiledWords:
    """What `make` makes of a language, of files, of Babel and of this module (decision 56)."""

    def written() -> str:
        words = make()
        return json.dumps([words.ids, words.compiled.decode(_BYTES)], ensure_ascii=False)

    texts = (
        part
        for file in (Path(__file__), *files)
        for part in (file.parent.parent.name, file.read_bytes().decode("utf-8", "surrogateescape"))
    )
    kept = kept_work().kept(written, "words", babel.__version__, language, *texts)
    ids, compiled = json.loads(kept)
    return CompiledWords(tuple(ids), compiled.encode(_BYTES))
