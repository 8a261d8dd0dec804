"""Commas that end a text in `{…}` and `[…]` where its writer did not mean them to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_GOES_ON = re.compile(r"(and|or|en|of|et|ou|und|oder)\s")
"""How the rest of a sentence begins after a comma, in a list of texts."""


@dataclass(frozen=True, slots=True)
class SeveredText:
    """Where a comma ended a text, and what stands on both sides of it."""

    node: yaml.Node
    before: str
    after: str
    is_list: bool

    def __str__(self) -> str:
        whole = "put the whole text between quotes"
        if self.is_list:
            return (
                f"the comma before ‘{self.after}’ ends the text ‘{self.before}’: {whole}, and "
                "every other entry of this list too if it has commas"
            )
        return (
            f"the comma after ‘{self.before}’ ends the text there, and ‘{self.after}’ has no "
            f"value: {whole}, or give `{self.after}:` a value"
        )


def rejoin(node: yaml.Node, text: str) -> Iterator[SeveredText]:
    """Put texts together that a comma severed; the node then has them whole, so that the rest of
    a text is not taken for a key as well."""
    if not isinstance(node, yaml.CollectionNode) or not node.flow_style:
        return
    joined: list[yaml.Node | tuple[yaml.Node, yaml.Node]] = []
    for entry in node.value:
        last = joined[-1] if joined else None
        if isinstance(entry, tuple):
            key, value = entry
            rest = key if _has_no_value(key, value, text) else None
            before = last[1] if isinstance(last, tuple) else None
        else:
            rest = entry if _goes_on(entry) else None
            before = last if isinstance(last, yaml.Node) else None
        if rest is None or not _is_words(rest) or not _is_words(before):
            joined.append(entry)
            continue
        assert isinstance(before, yaml.ScalarNode)  # noqa: S101  # as _is_words found
        yield SeveredText(rest, before.value, rest.value, is_list=rest is entry)
        whole = yaml.ScalarNode(
            before.tag, f"{before.value}, {rest.value}", before.start_mark, rest.end_mark
        )
        joined[-1] = (last[0], whole) if isinstance(last, tuple) else whole
    node.value = joined


def _has_no_value(key: yaml.Node, value: yaml.Node, text: str) -> bool:
    """Whether no colon follows the key."""
    return not value.value and ":" not in text[key.end_mark.index : value.start_mark.index]


def _goes_on(item: yaml.Node) -> bool:
    return isinstance(item.value, str) and _GOES_ON.match(item.value) is not None


def _is_words(node: yaml.Node | None) -> bool:
    """Whether it is a text without quotes."""
    return isinstance(node, yaml.ScalarNode) and not node.style and bool(node.value)
