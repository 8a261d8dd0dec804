"""What the rules about wording look for: one table for each, by language."""

from mkdocs_privacy.lint.wordings.agreeing import ACCEPTED, BY_USE
from mkdocs_privacy.lint.wordings.cited_law import OF_A_COUNTRY, REPEALED, SHIELD
from mkdocs_privacy.lint.wordings.claims import (
    ANONYMOUS,
    NO_MARKETING,
    NO_PERSONAL,
    NOWHERE_ELSE,
    TOO_SAFE,
)
from mkdocs_privacy.lint.wordings.denials import NO_COOKIES, NO_DATA, uses_no
from mkdocs_privacy.lint.wordings.forever import FOREVER
from mkdocs_privacy.lint.wordings.forms import FORM_HERE
from mkdocs_privacy.lint.wordings.number_words import NUMBERS
from mkdocs_privacy.lint.wordings.recipients_named import JOINTLY, NAMES_OTHERS
from mkdocs_privacy.lint.wordings.request_words import (
    AFTERWARDS_NOTHING,
    ANSWERS,
    COPY,
    FEE,
    FIRST_TO_US,
    ONLY_ON_PAPER,
)
from mkdocs_privacy.lint.wordings.sharing import NO_SHARING
from mkdocs_privacy.lint.wordings.terms import WORDS
from mkdocs_privacy.lint.wordings.vagueness import (
    AS_NEEDED,
    AT_LEAST,
    CUSTOMER,
    ELSEWHERE,
    IMPROVE,
    NUMERIC,
)

__all__ = [
    "ACCEPTED",
    "AFTERWARDS_NOTHING",
    "ANONYMOUS",
    "ANSWERS",
    "AS_NEEDED",
    "AT_LEAST",
    "BY_USE",
    "COPY",
    "CUSTOMER",
    "ELSEWHERE",
    "FEE",
    "FIRST_TO_US",
    "FOREVER",
    "FORM_HERE",
    "IMPROVE",
    "JOINTLY",
    "NAMES_OTHERS",
    "NOWHERE_ELSE",
    "NO_COOKIES",
    "NO_DATA",
    "NO_MARKETING",
    "NO_PERSONAL",
    "NO_SHARING",
    "NUMBERS",
    "NUMERIC",
    "OF_A_COUNTRY",
    "ONLY_ON_PAPER",
    "REPEALED",
    "SHIELD",
    "TOO_SAFE",
    "WORDS",
    "uses_no",
]
