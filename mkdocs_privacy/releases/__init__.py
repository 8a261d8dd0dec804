"""Versions: releases on disk, what changed in the data between two, and in the words."""

from mkdocs_privacy.releases.archive import Archive, read_archive
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.compare import compare
from mkdocs_privacy.releases.consent_revision import (
    ConsentRevision,
    consent_revisions,
    rests_on,
)
from mkdocs_privacy.releases.itself import Itself
from mkdocs_privacy.releases.kept_words import worked_out_redline
from mkdocs_privacy.releases.kinds import (
    BY_FIELD,
    CHANGE_KINDS,
    FAMILIES,
    FIELD_RULES,
    ChangeKind,
    Declared,
    FieldRule,
    Manner,
    Shape,
    Topic,
    Verb,
    WrongRow,
    declared_by,
    find_kind,
    holding,
)
from mkdocs_privacy.releases.new_release import NewRelease, check_new, lay_out
from mkdocs_privacy.releases.published_words import words_to_show
from mkdocs_privacy.releases.readable_data import ReadableData
from mkdocs_privacy.releases.redlining import Mark, Passage, Stretch, fold, redline
from mkdocs_privacy.releases.release import ChosenRevision, History, Release, ReleasePage
from mkdocs_privacy.releases.renamed_entries import with_ids_of
from mkdocs_privacy.releases.sameness import differing_languages, is_same_data
from mkdocs_privacy.releases.translations import lacks_language, with_translations
from mkdocs_privacy.releases.writing import FOR_GIT, ReleaseRefused, write_release

__all__ = [
    "BY_FIELD",
    "CHANGE_KINDS",
    "FAMILIES",
    "FIELD_RULES",
    "FOR_GIT",
    "Archive",
    "Change",
    "ChangeKind",
    "ChosenRevision",
    "ConsentRevision",
    "Declared",
    "FieldRule",
    "History",
    "Itself",
    "Manner",
    "Mark",
    "NewRelease",
    "Passage",
    "ReadableData",
    "Release",
    "ReleasePage",
    "ReleaseRefused",
    "Shape",
    "Stretch",
    "Topic",
    "Value",
    "Verb",
    "WrongRow",
    "check_new",
    "compare",
    "consent_revisions",
    "declared_by",
    "differing_languages",
    "find_kind",
    "fold",
    "holding",
    "is_same_data",
    "lacks_language",
    "lay_out",
    "read_archive",
    "redline",
    "rests_on",
    "with_ids_of",
    "with_translations",
    "words_to_show",
    "worked_out_redline",
    "write_release",
]
