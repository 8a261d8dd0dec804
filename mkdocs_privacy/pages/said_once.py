"""What a macro says for the same arguments, which is said once: pages repeat much of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from mkdocs_privacy.pages.page_in_progress import PageInProgress
from mkdocs_privacy.releases import Itself


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """What macros said in one language, on this page or on any.

    What a macro says holds for the page alone if it asked anything of it, such as the address of a
    link. One that wrote a heading is called again: the table of contents has it each time.
    """

    page: PageInProgress
    on_any: dict[Hashable, Any] = field(default_factory=dict)

    def __call__(self, macro: Callable[..., Any]) -> Callable[..., Any]:
        """The macro, which looks first whether it was called with the same arguments."""
        page, on_any = self.page, self.on_any

        def say(*arguments: Any, **named: Any) -> Any:
            try:
                key = (
                    macro,
                    _known(arguments),
                    *((name, _known(one)) for name, one in named.items()),
                )
            except _IsChangeable:
                return macro(*arguments, **named)
            if key in on_any:
                return on_any[key]
            if key in page.said:
                page.asked += 1  # for a macro that calls this one
                return page.said[key]
            asked, written = page.asked, page.written
            words = macro(*arguments, **named)
            if written == page.written:
                (on_any if asked == page.asked else page.said)[key] = words
            return words

        return say


class _IsChangeable(Exception):
    """An argument may say something else the next time."""


def _known(argument: Any) -> Hashable:
    """Words, and rows of them, are known by what they say, and whether that is HTML; a record is
    known as itself, so that nothing of it need be read."""
    if isinstance(argument, str):
        return type(argument), argument
    if isinstance(argument, (list, tuple)):
        return type(argument), *map(_known, argument)
    if isinstance(argument, (dict, set)):
        raise _IsChangeable
    return Itself(argument)
