"""Findings: what is wrong, by which rule, where, and how that reads.

Every rule about YAML, data, words, releases and options stands in `rules`, one module for each
subject; those about what a finished center says stand in `mkdocs_privacy.lint`.
"""

from mkdocs_privacy.findings.finding import (
    Finding,
    Fix,
    KeyPath,
    Place,
    Span,
    has_errors,
    in_order_of_place,
    nearest_place,
    placed,
)
from mkdocs_privacy.findings.fingerprint import fingerprints
from mkdocs_privacy.findings.fixing import fixed, fixes_by_file
from mkdocs_privacy.findings.formats import (
    ALWAYS_WRITTEN,
    FORMATS,
    QuotedFiles,
    as_full_text,
    as_github,
    as_json,
    as_text,
)
from mkdocs_privacy.findings.law import LAW_LANGUAGES, article_in_words, law_text
from mkdocs_privacy.findings.rule import (
    IN_A_TERMINAL,
    LINES,
    Example,
    Rule,
    Severity,
    Sound,
    essential,
    in_file,
    lines,
    sound,
)

__all__ = [
    "ALWAYS_WRITTEN",
    "FORMATS",
    "IN_A_TERMINAL",
    "LAW_LANGUAGES",
    "LINES",
    "Example",
    "Finding",
    "Fix",
    "KeyPath",
    "Place",
    "QuotedFiles",
    "Rule",
    "Severity",
    "Sound",
    "Span",
    "article_in_words",
    "as_full_text",
    "as_github",
    "as_json",
    "as_text",
    "essential",
    "fingerprints",
    "fixed",
    "fixes_by_file",
    "has_errors",
    "in_file",
    "in_order_of_place",
    "law_text",
    "lines",
    "nearest_place",
    "placed",
    "sound",
]
