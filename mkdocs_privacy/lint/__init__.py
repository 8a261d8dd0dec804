"""What a finished center says, held against rules: one module for each subject.

A rule is a pure function from a completed center to remarks with key paths. Whoever knows the lines
of the files adds them.
"""

from mkdocs_privacy.lint.identifiers import company_number_problem
from mkdocs_privacy.lint.linting import LINT_RULES, lint, lint_center
from mkdocs_privacy.lint.request_words import form_promised_but_none
from mkdocs_privacy.lint.rule import Forms
from mkdocs_privacy.lint.texts import placeholder_left
from mkdocs_privacy.lint.wording import WordingRule, read_text

__all__ = [
    "LINT_RULES",
    "Forms",
    "WordingRule",
    "company_number_problem",
    "form_promised_but_none",
    "lint",
    "lint_center",
    "placeholder_left",
    "read_text",
]
