"""CS: what the words themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.passages import passages_of
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_PLACEHOLDER = re.compile(
    r"\[(?:[^\[\]\n]*[^\W\d_]{3,}[^\[\]\n]*|[0A -]*00[0A -]*)\]"  # [name of …], [0000 AA]
)
_LINK_OR_ITS_TARGET = re.compile(r"!?\[[^\[\]]*\](?:[(\[][^)\]]*[)\]]|:)|`[^`]*`|<[^>]*>")
_EXAMPLE = lines(
    """
    processors:
      host:
        name: "[name of your hosting company]"
        category: hosting
        role: processor
    """,
    """
    processors:
      host:
        name: Combell
        category: hosting
        role: processor
    """,
)
_IN_MARKS = re.compile(r"[“„‘‚«]\s*([^“”„‘‚«»]+?)\s*[”“’»]")
_MARKED = lines(
    """
    processors:
      host:
        name: “Combell”
        category: hosting
        role: processor
    """,
    """
    processors:
      host:
        name: Combell
        category: hosting
        role: processor
    """,
)
_QUOTED_IN_PART = sound(
    "marks stand around a part of a text",
    """
    processors:
      host:
        name: The “Combell” group
        category: hosting
        role: processor
    """,
)


@rule("CS016", "placeholder-left", Severity.WARNING, _EXAMPLE)
def placeholder_left(center: PrivacyCenter) -> Iterator[Remark]:
    """A text contains words in brackets, such as those that `mkdocs-privacy init` writes for
    what only you know. Visitors would see them as they are, so `--strict` and `release` stop.
    Replace them. If brackets are meant, write them as `(…)` or ignore this rule.
    """
    for passage in passages_of(center):
        words = passage.words
        if "[" in words:
            plain = _LINK_OR_ITS_TARGET.sub("", words) if passage.is_markdown else words
            for found in _PLACEHOLDER.findall(plain):
                yield Remark(
                    passage.path, f"‘{found}’ is still to be filled in: readers see it as it is"
                )


@rule("CS017", "printed-marks", Severity.INFO, _MARKED, silent_on=(_QUOTED_IN_PART,))
def printed_marks(center: PrivacyCenter) -> Iterator[Remark]:
    """A whole value stands between curly quotation marks, as a word processor makes them. In YAML
    only straight marks go around a value, so visitors see the curly ones. Remove them, or write
    straight ones. If they are meant, ignore this rule.
    """
    for passage in passages_of(center):
        if found := _IN_MARKS.fullmatch(passage.words.strip()):
            yield Remark(
                passage.path,
                f"readers see the curly quotation marks around ‘{found[1]}’: remove them",
            )
