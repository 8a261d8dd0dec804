"""The table of everything that can change, and which changes people must be told of.

What is material follows the guidelines on transparency (WP260 rev.01, paragraphs 29 to 31) and the
article that demands the information. No program can judge free text: it counts as editorial. A row
that contradicts the model is an error when this is imported.
"""

from mkdocs_privacy.releases.kinds.declared import ENTRIES, Declared, WrongRow, declared_by
from mkdocs_privacy.releases.kinds.rule import ChangeKind, FieldRule, Manner, Topic
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb
from mkdocs_privacy.releases.kinds.table import (
    BY_FIELD,
    CHANGE_KINDS,
    FAMILIES,
    FIELD_RULES,
    find_kind,
    holding,
)

__all__ = [
    "BY_FIELD",
    "CHANGE_KINDS",
    "ENTRIES",
    "FAMILIES",
    "FIELD_RULES",
    "ChangeKind",
    "Declared",
    "FieldRule",
    "Manner",
    "Shape",
    "Topic",
    "Verb",
    "WrongRow",
    "declared_by",
    "find_kind",
    "holding",
]
