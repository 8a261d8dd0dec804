"""The words of a release: whole HTML documents on disk, and what a page may show of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_privacy.releases.kept_words import sanitised

_BODY = re.compile(r"<body\b[^>]*>(?P<words>.*)</body\s*>", re.DOTALL | re.IGNORECASE)


class PublishedWords(Mapping[str, str]):
    """The words of a release by language; sanitised when they are asked for.

    Those of a long history take up more memory than all the rest of a build.
    """

    def __init__(self, written: Mapping[str, str]) -> None:
        # as bytes: in memory, one ’ makes each character of a text take two
        self._written = {language: html.encode() for language, html in written.items()}

    def __getitem__(self, language: str) -> str:
        return sanitised(self._written[language])

    def __contains__(self, language: object) -> bool:
        return language in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def words_in(document: str) -> str | None:
    """The HTML inside `<body>`, as it was written; none where there is no body or it is empty."""
    found = _BODY.search(document)
    return found["words"].strip() or None if found else None


def words_to_show(document: str) -> str:
    """The words of a document, sanitised; nothing where it has none."""
    return sanitised((words_in(document) or "").encode())
