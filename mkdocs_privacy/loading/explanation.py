"""pydantic's errors as findings: at the line of the key, saying what right looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_privacy.characters import named, unseen
from mkdocs_privacy.findings import Finding, Fix, KeyPath, Place, Rule, nearest_place
from mkdocs_privacy.findings.rules.characters import HIDDEN_CHARACTER
from mkdocs_privacy.findings.rules.data import (
    EMPTY_KEY,
    EMPTY_TEXT,
    MISSING_KEY,
    TOO_FEW,
    TOO_INTRICATE,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    WRONG_TYPE,
)
from mkdocs_privacy.findings.rules.values import BAD_DATE
from mkdocs_privacy.loading.annotations import description_of, fields_at, words_instead
from mkdocs_privacy.loading.mending import mend_date, mend_key, mend_word, word_of_name
from mkdocs_privacy.model import PrivacyCenter, Record, rule_of, suggestion
from mkdocs_privacy.yaml_commas import quoted

_MAPPING = (WRONG_TYPE, "a mapping is expected here: `key: value` lines, indented")
_WHOLE = {
    "retention": "{period: P2Y}",
    "address": "{city: Gent, country: BE}",
    "contact": "{email: privacy@example.be}",
    "privacy_contact": "{email: privacy@example.be}",
    "registration": "{number: 0123.456.749}",
}
"""What stands below keys of which somebody may think that one word will do."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BOOLEAN = (WRONG_TYPE, "write `true` or `false`, not ‘{input}’")
_INTEGER = (WRONG_TYPE, "a whole number is expected here, not ‘{input}’")
_KINDS: Mapping[str, tuple[Rule, str]] = {
    "dict_type": (
        WRONG_TYPE,
        "entries are expected here, indented, each below its own id: `an-id:`, then its lines",
    ),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "tuple_type": (
        WRONG_TYPE,
        "a list is expected here: `[one, two]`, or lines that begin with `- `",
    ),
    "string_type": (WRONG_TYPE, "a single text is expected here"),
    "bool_parsing": _BOOLEAN,
    "bool_type": _BOOLEAN,
    "int_parsing": _INTEGER,
    "int_type": _INTEGER,
    "int_parsing_size": (WRONG_TYPE, "a whole number of fewer digits is expected here"),
    "too_short": (TOO_FEW, "at least one entry is needed here"),
    "string_too_long": (TOO_INTRICATE, "this has more than 5000 characters: shorten it"),
    "string_too_short": (EMPTY_TEXT, "the text is empty: write it or remove the key"),
}
"""pydantic's kinds of errors: our rule, and what right looks like."""


def explain(
    error: ValidationError,
    places: Mapping[KeyPath, Place],
    record: type[Record] = PrivacyCenter,
) -> list[Finding]:
    """One finding for each error in a `record`, at the nearest key that the owner wrote."""
    errors = error.errors(include_url=False)
    wrong = {details["loc"] for details in errors}
    return [
        _explain(details, places, record)
        for details in errors
        # pydantic does not count entries that are wrong, and then finds a list too short
        if (
            details["type"] != "too_short"
            or not any(_is_inside(place, details["loc"]) for place in wrong)
        )
        and not _is_told_where_it_was_written(details, errors, places)
    ]


def explain_below(
    path: KeyPath,
    error: ValidationError,
    places: Mapping[KeyPath, Place],
    record: type[Record],
) -> list[Finding]:
    """The same of a `record` that stands at a path, whose errors do not know of it."""
    below = {
        place[len(path) :]: where for place, where in places.items() if place[: len(path)] == path
    }
    return [replace(found, path=(*path, *found.path)) for found in explain(error, below, record)]


def _is_told_where_it_was_written(
    details: ErrorDetails, errors: Sequence[ErrorDetails], places: Mapping[KeyPath, Place]
) -> bool:
    """Whether an error is about what was filled in from another place, which has it too."""
    location = details["loc"]
    path = _written_path(location, places, keep_last=False)
    is_filled_in = location[: len(path)] == path and isinstance((*location, 0)[len(path)], str)
    return is_filled_in and any(
        other["input"] is details["input"]
        and other["type"] == details["type"]
        and len(_written_path(other["loc"], places, keep_last=False)) > len(path)
        for other in errors
        if other is not details
    )


def _is_inside(location: Sequence[int | str], outer: Sequence[int | str]) -> bool:
    return len(location) > len(outer) and tuple(location[: len(outer)]) == tuple(outer)


def _explain(
    details: ErrorDetails, places: Mapping[KeyPath, Place], record: type[Record]
) -> Finding:
    rule, message = _rule_and_message(details, record)
    path = _written_path(details["loc"], places, keep_last=rule is MISSING_KEY)
    place = nearest_place(path, places)
    if rule is UNKNOWN_KEY and place:
        place = place.of_key
    fix = _fix(rule, details, path, places, record)
    # shipped facts stand in no file of the owner's: then the whole path says what it is about
    return Finding(rule, message, path=path or details["loc"], place=place, fix=fix)


def _fix(
    rule: Rule,
    details: ErrorDetails,
    path: KeyPath,
    places: Mapping[KeyPath, Place],
    record: type[Record],
) -> Fix | None:
    """What puts an error right without a decision, where something does."""
    if not path:
        return None
    if rule is UNKNOWN_KEY:
        return mend_key(path, fields_at(details["loc"][:-1], record), places)
    written, place = details["input"], places.get(path)
    if details["type"] in ("enum", "literal_error") and isinstance(written, str):
        return mend_word(written, _expected(details), place)
    return mend_date(written, place) if rule is BAD_DATE and isinstance(written, str) else None


def _expected(details: ErrorDetails) -> list[str]:
    """The words that an enumeration has."""
    expected = str(details.get("ctx", {})["expected"]).replace("'", "")
    return expected.replace(" or ", ", ").split(", ")


def _written_path(
    location: Sequence[int | str], places: Mapping[KeyPath, Place], keep_last: bool
) -> KeyPath:
    """The location without what pydantic adds for unions and keys."""
    path: KeyPath = ()
    for index, step in enumerate(location):
        if (*path, step) in places or (keep_last and index == len(location) - 1):
            path = (*path, step)
    return path


def _rule_and_message(details: ErrorDetails, record: type[Record]) -> tuple[Rule, str]:
    kind, location, written = details["type"], details["loc"], details["input"]
    if isinstance(written, str) and kind != "extra_forbidden" and (letter := unseen(written)):
        return HIDDEN_CHARACTER, (
            f"‘{written}’ contains the invisible character {named(letter)}: remove it, or type the "
            "text again"
        )
    if kind == "missing":
        return MISSING_KEY, _missing(location, record)
    if kind == "extra_forbidden":
        key, known = str(location[-1]), fields_at(location[:-1], record)
        if " " in key.strip() and isinstance(written, str):
            return UNKNOWN_KEY, (
                f"unknown key ‘{key}’: if a text begins here, put it in quotes, `"
                f"{quoted(f'{key}: {written}')}`"
            )
        hint = _hint(key, known)
        listed = "" if hint or not known else f"; allowed keys: {', '.join(sorted(known))}"
        return UNKNOWN_KEY, f"unknown key ‘{key}’{hint}{listed}"
    if written is None and kind in _KINDS:
        return EMPTY_KEY, "the key is empty: fill it in or remove it"
    if kind in ("enum", "literal_error"):
        expected = str(details.get("ctx", {})["expected"]).replace("'", "")
        if not isinstance(written, str):
            return WRONG_TYPE, f"one of {expected} is expected here"
        hint = _hint(written, _expected(details))
        return UNKNOWN_WORD, f"‘{written}’ is not one of {expected}{hint}"
    # what is no rule of the model is a kind of pydantic's that there are no better words for
    rule, message = _KINDS.get(kind) or (rule_of(kind) or WRONG_TYPE, details["msg"])
    instead = words_instead(location, record) if rule is WRONG_TYPE else ()
    words = " or ".join(f"`{word}`" for word in instead)
    message = message.replace("‘{input}’", _in_words(written))
    if kind in ("model_type", "model_attributes_type") and (key := _named(location)) in _WHOLE:
        message = f"{message}, such as `{key}: {_WHOLE[key]}`"
    elif kind in ("model_type", "model_attributes_type") and _may_be_taken(
        location, written, record
    ):
        entry = f"`{location[-1]}: {{use: {written}}}`"
        message = f"{message}, or {entry} for an entry of the catalogue"
    return rule, (f"{words}, or else " if words else "") + message


def _hint(wrong: str, known: Iterable[str]) -> str:
    """Which known word is meant: one that our pages call so, or one that comes close."""
    meant = word_of_name(wrong, known)
    return f" (did you mean ‘{meant}’?)" if meant else suggestion(wrong, known)


def _may_be_taken(location: Sequence[int | str], written: Any, record: type[Record]) -> bool:
    """Whether a word stands where the id of the catalogue that it may be stands after `use`."""
    is_id = isinstance(written, str) and _ID.fullmatch(written) is not None
    return is_id and "use" in fields_at(location, record)


def _named(location: Sequence[int | str]) -> str:
    """The last key on the way to a place, whichever entry of a list it is."""
    return next((step for step in reversed(location) if isinstance(step, str)), "")


def _in_words(written: Any) -> str:
    """What somebody wrote as YAML has it, and not as Python does."""
    if isinstance(written, bool):
        return f"‘{str(written).lower()}’"
    if isinstance(written, Mapping):
        return "a mapping"
    return "a list" if isinstance(written, list | tuple) else f"‘{written}’"


def _missing(location: Sequence[int | str], record: type[Record]) -> str:
    said = description_of(location[:-1], str(location[-1]), record)
    description = f": {_lower(said)}" if said else ""
    if len(location) == 1 and record is PrivacyCenter:
        return f"`{location[-1]}:` is missing in all files{description}"
    return f"`{location[-1]}` is missing{description}"


def _lower(description: str) -> str:
    sentence = description.rstrip(".")
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
