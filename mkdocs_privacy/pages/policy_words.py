"""The words of the whole policy on a page: as a release froze them, or as the data says today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mkdocs_privacy.model import base_language, find_language
from mkdocs_privacy.pages.page_in_progress import PageHeading

_HEADING = re.compile(
    r'<h(?P<level>[2-6]) id="(?P<id>[^"]+)">(?P<title>.*?)</h(?P=level)>', re.DOTALL
)
_END_OF_TITLE = "</h1>"


@dataclass(frozen=True)
class PolicyWords:
    """The whole policy in one language, as HTML with one `<h1>`."""

    language: str
    html: Markup
    is_published: bool = True
    """Whether a release froze them."""

    def is_in(self, language: str) -> bool:
        """Whether a reader of a language understands them."""
        return base_language(self.language) == base_language(language)

    @cached_property
    def headings(self) -> tuple[PageHeading, ...]:
        """What a table of contents lists."""
        found = _HEADING.finditer(self.html)
        return tuple(
            PageHeading(int(heading["level"]), heading["id"], heading["title"]) for heading in found
        )

    def with_notice(self, notice: str) -> Markup:
        """The words with a notice right after their title."""
        title, end, rest = self.html.partition(_END_OF_TITLE)
        return Markup(title + end + Markup.escape(notice) + rest)


def in_language(published: Mapping[str, str], language: str) -> PolicyWords | None:
    """The words that were published in a language, if they were."""
    found = find_language(language, published)
    return PolicyWords(found, Markup(published[found])) if found else None  # sanitised when read


def in_common(
    several: Sequence[Mapping[str, str]], preferred: Iterable[str]
) -> tuple[PolicyWords, ...]:
    """The words of several releases in one language: the first of those preferred that all have.

    Else it is any other that all have; where there is none, nothing comes back.
    """
    for language in (*preferred, *sorted(set().union(*several))):
        if all(find_language(language, words) for words in several):
            found = (in_language(words, language) for words in several)
            return tuple(words for words in found if words)
    return ()
