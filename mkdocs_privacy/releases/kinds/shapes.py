"""What kinds of values fields hold, how each can change, and which annotations of the model fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from mkdocs_privacy.model import CookieService, Recipient, Retention, Transfer
from mkdocs_privacy.releases.kinds.declared import Declared


class Verb(StrEnum):
    """How something changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    TRANSLATED = "translated"
    """The words changed in some languages only."""
    LENGTHENED = "lengthened"
    SHORTENED = "shortened"
    THIRD_COUNTRY = "third_country"
    """Added, and outside the European Economic Area."""
    WITHOUT_CONSENT = "without_consent"
    """Added, and stated to need no consent."""


class Shape(StrEnum):
    """What kind of value a field holds, and so how it can change."""

    ENTRY = "entry"
    """A record told as a whole when it comes or goes, and field by field while it stays."""
    CHOICE = "choice"
    """The same, of a record in whose place `none` may stand."""
    TRACKER = "tracker"
    """An entry that is stored on a device."""
    SEVERAL = "several"
    """Entries without ids, told apart by their fields of the shape IDENTITY."""
    ONE_OR_MORE = "one_or_more"
    """The same, where there mostly is one: one in the place of the only one is a change of it."""
    STAGES = "stages"
    """Entries that a text tells apart, which may change too; mostly there is one."""
    TRANSFERS = "transfers"
    """Entries that each name third countries and a safeguard."""
    RECIPIENTS = "recipients"
    """Entries that each name one that stands under a key at the top."""
    PART = "part"
    """A record that is always there, told field by field."""
    STATED = "stated"
    """Whether anything is said about entries at all, be it that there are none."""
    FIXED = "fixed"
    """A value that is always there."""
    TITLE = "title"
    """A text that is always there."""
    TERM = "term"
    """A period that is always there."""
    VALUE = "value"
    TEXT = "text"
    TEXTS = "texts"
    LIST = "list"
    PERIOD = "period"
    COUNTRY = "country"
    COUNTRIES = "countries"
    IDENTITY = "identity"
    """What makes an entry without an id the same before and after: it cannot change."""
    POSITION = "position"
    """Where a text stands, whose change is none to a reader."""
    UNPRINTED = "unprinted"
    """What no page of the policy prints: where a fact came from, what a form asks."""


class _Form(NamedTuple):
    """A form that a field can have."""

    verbs: tuple[Verb, ...]
    words: str
    fits: Callable[[Declared], bool]


def _is_one(declared: Declared, *, optional: bool) -> bool:
    is_single = declared.is_single and not declared.may_be_none
    return is_single and declared.is_optional is optional


def _are_records_by_id(declared: Declared) -> bool:
    return declared.is_record and declared.container is dict


def _is_list(declared: Declared) -> bool:
    return declared.container is tuple


_COMING = (Verb.ADDED, Verb.REMOVED)
_CHANGING = (*_COMING, Verb.CHANGED)
_WORDS = (*_CHANGING, Verb.TRANSLATED)
_FORMS: Mapping[Shape, _Form] = {
    Shape.ENTRY: _Form(
        _COMING,
        "an optional record, or records by id",
        lambda has: has.is_record and (_are_records_by_id(has) or _is_one(has, optional=True)),
    ),
    Shape.CHOICE: _Form(
        _CHANGING,
        "an optional record or `none`",
        lambda has: has.is_record and has.is_single and has.is_optional and has.may_be_none,
    ),
    Shape.TRACKER: _Form(
        (Verb.ADDED, Verb.WITHOUT_CONSENT, Verb.REMOVED),
        "cookie services by id, or what one of them stores by name",
        lambda has: _are_records_by_id(has) and CookieService in (has.type, has.owner),
    ),
    Shape.SEVERAL: _Form(
        _COMING, "a tuple of records", lambda has: has.is_record and _is_list(has)
    ),
    Shape.ONE_OR_MORE: _Form(
        _CHANGING, "a tuple of records", lambda has: has.is_record and _is_list(has)
    ),
    Shape.STAGES: _Form(
        _COMING, "a tuple of retention periods", lambda has: has.type is Retention and _is_list(has)
    ),
    Shape.TRANSFERS: _Form(
        (*_COMING, Verb.THIRD_COUNTRY),
        "a tuple of transfers",
        lambda has: has.type is Transfer and _is_list(has),
    ),
    Shape.RECIPIENTS: _Form(
        _COMING,
        "an optional tuple of recipients",
        lambda has: has.type is Recipient and _is_list(has) and has.is_optional,
    ),
    Shape.PART: _Form(
        (), "a record, not optional", lambda has: has.is_record and _is_one(has, optional=False)
    ),
    Shape.STATED: _Form(
        (Verb.CHANGED,),
        "optional records by id",
        lambda has: _are_records_by_id(has) and has.is_optional,
    ),
    Shape.FIXED: _Form(
        (Verb.CHANGED,),
        "one value, not optional: no text, period or country",
        lambda has: (has.is_plain or has.is_record) and _is_one(has, optional=False),
    ),
    Shape.TITLE: _Form(
        (Verb.CHANGED, Verb.TRANSLATED),
        "a text, not optional",
        lambda has: has.is_text and _is_one(has, optional=False),
    ),
    Shape.TERM: _Form(
        (Verb.CHANGED, Verb.LENGTHENED, Verb.SHORTENED),
        "a period, not optional",
        lambda has: has.is_period and _is_one(has, optional=False),
    ),
    Shape.VALUE: _Form(
        _CHANGING,
        "one optional value: no text, period or country",
        lambda has: (has.is_plain or has.is_record) and _is_one(has, optional=True),
    ),
    Shape.TEXT: _Form(
        _WORDS, "an optional text", lambda has: has.is_text and _is_one(has, optional=True)
    ),
    Shape.TEXTS: _Form(_WORDS, "a tuple of texts", lambda has: has.is_text and _is_list(has)),
    Shape.LIST: _Form(
        _COMING,
        "a tuple of values: no records, texts, periods or countries",
        lambda has: has.is_plain and _is_list(has),
    ),
    Shape.PERIOD: _Form(
        (*_CHANGING, Verb.LENGTHENED, Verb.SHORTENED),
        "an optional period",
        lambda has: has.is_period and _is_one(has, optional=True),
    ),
    Shape.COUNTRY: _Form(
        (*_CHANGING, Verb.THIRD_COUNTRY),
        "an optional country",
        lambda has: has.is_country and _is_one(has, optional=True),
    ),
    Shape.COUNTRIES: _Form(
        (*_COMING, Verb.THIRD_COUNTRY),
        "a tuple of countries",
        lambda has: has.is_country and _is_list(has),
    ),
    Shape.IDENTITY: _Form((), "what is not optional", lambda has: not has.is_optional),
    Shape.POSITION: _Form(
        (), "one value, not optional", lambda has: has.is_plain and _is_one(has, optional=False)
    ),
    Shape.UNPRINTED: _Form((), "anything", lambda _: True),
}


def verbs_of(shape: Shape) -> tuple[Verb, ...]:
    """How a field of a shape can change."""
    return _FORMS[shape].verbs


def fits(shape: Shape, declared: Declared) -> bool:
    """Whether what the model declares has the shape."""
    return _FORMS[shape].fits(declared)


def described(shape: Shape) -> str:
    """What the model must declare for a field of the shape."""
    return _FORMS[shape].words
