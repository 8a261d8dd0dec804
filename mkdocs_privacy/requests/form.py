"""Which fields the form for each right has, as a site's data wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_privacy.model import (
    FieldKind,
    PrivacyCenter,
    RequestField,
    RequestLaw,
    RequestType,
    Right,
    Verdict,
    law_of,
)
from mkdocs_privacy.releases import Itself

SHORT = 200
"""The longest line that a field of one line takes, in characters (Unicode code points)."""
LONG = 10_000
"""The longest text that a field of several lines takes, in characters."""
RESTRICTION_GROUNDS = ("accuracy", "unlawful", "claims", "objection")
"""The four cases of GDPR article 18(1), (a) to (d)."""


FOR_MYSELF = "self"
"""Said by who acts for nobody else."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field that a visitor fills in."""

    name: str
    """How it is called in a form and in JSON."""
    kind: FieldKind
    is_required: bool = False
    options: tuple[str, ...] = ()
    """What can be chosen, by id."""
    longest: int = SHORT
    """In characters."""
    audiences: tuple[str, ...] = ()
    """Of whom it is asked; of everybody where nobody is named."""
    added: RequestField | None = None
    """What the organisation says of it, where it added the field."""


@dataclass(frozen=True, slots=True)
class RequestForm:
    """The form for one right."""

    request_type: RequestType
    fields: tuple[FormField, ...]
    """In the order in which they are asked, without those that the site fills in."""
    further_right: str | None = None
    """The further right that it is about, by its id, where it stands on the page of one."""

    @property
    def right(self) -> Right | None:
        """The right that is exercised; nothing for a general request or a complaint."""
        return right_of(self.request_type)

    @property
    def law(self) -> RequestLaw:
        """What the GDPR says of such requests."""
        return law_of(self.request_type)

    @property
    def article(self) -> str | None:
        """The article of the GDPR that grants the right."""
        return self.right.article if self.right else None


def right_of(request_type: RequestType) -> Right | None:
    """The right that a request exercises; nothing for a general one, or a complaint to us."""
    if request_type in (RequestType.GENERAL, RequestType.COMPLAINT):
        return None
    return Right(request_type.value)


def request_forms(
    center: PrivacyCenter, languages: tuple[str, ...]
) -> Mapping[RequestType, RequestForm]:
    """The form for each right; empty where others are responsible for every audience.

    The form for complaints to the organisation is there where it takes them.
    """
    return _forms(Itself(center), languages)


@lru_cache(maxsize=1)  # every language of a site has the same
def _forms(
    itself: Itself[PrivacyCenter], languages: tuple[str, ...]
) -> Mapping[RequestType, RequestForm]:
    center = itself.thing
    if not _audiences(center):
        return {}
    return {
        asked: RequestForm(asked, tuple(_fields(asked, center, languages)))
        for asked in RequestType
        if asked is not RequestType.COMPLAINT or center.takes_complaints
    }


def form_for_further_right(general: RequestForm, id: str) -> RequestForm:
    """The general form as it stands on the page of a further right, which it need not ask for."""
    fields = tuple(field for field in general.fields if field.name != "further_right")
    return RequestForm(general.request_type, fields, id)


def _fields(
    asked: RequestType, center: PrivacyCenter, languages: tuple[str, ...]
) -> Iterator[FormField]:
    yield FormField("audience", FieldKind.CHOICE, True, _audiences(center))
    yield from _on_behalf_of(center)
    yield from _about(asked, center)
    for id, field in center.rights.fields.items():
        if not field.rights or asked in field.rights:
            longest = LONG if field.kind is FieldKind.LONG_TEXT else SHORT
            yield FormField(
                id,
                field.kind,
                field.required,
                tuple(field.options),
                longest,
                field.audiences,
                field,
            )
    if asked not in (RequestType.DIRECT_MARKETING, RequestType.WITHDRAW_CONSENT):
        # an address is enough to stop messages (GDPR article 5(1)(c))
        yield FormField("name", FieldKind.TEXT, True)
    yield FormField("email", FieldKind.TEXT, True, longest=254)
    yield FormField("language", FieldKind.CHOICE, True, languages)


def _on_behalf_of(center: PrivacyCenter) -> Iterator[FormField]:
    """For whom somebody writes, asked of the audiences whose people others may act for."""
    answered = [audience for audience in center.audiences.values() if audience.is_ours]
    kinds = dict.fromkeys(kind for audience in answered for kind in audience.represented_by)
    if not kinds:
        return
    ours = _audiences(center)
    represented = tuple(id for id in ours if center.audiences[id].represented_by)
    concerned = () if represented == ours else represented
    options = (FOR_MYSELF, *map(str, kinds))
    yield FormField("on_behalf_of", FieldKind.CHOICE, True, options, audiences=concerned)
    yield FormField("represented", FieldKind.TEXT, audiences=concerned)


def _about(asked: RequestType, center: PrivacyCenter) -> Iterator[FormField]:
    """The fields that say what the request is about."""
    activities = _activities(asked, center)
    details_required = asked in (
        RequestType.OBJECTION,
        RequestType.AUTOMATED_DECISIONS,
        RequestType.GENERAL,
        RequestType.COMPLAINT,
    )
    match asked:
        case RequestType.RECTIFICATION:
            yield FormField("incorrect", FieldKind.LONG_TEXT, True, longest=LONG)
            yield FormField("correct", FieldKind.LONG_TEXT, True, longest=LONG)
        case RequestType.RESTRICTION:
            yield FormField("ground", FieldKind.CHOICE, True, RESTRICTION_GROUNDS)
        case RequestType.PORTABILITY:
            yield FormField("recipient", FieldKind.TEXT)
        case RequestType.WITHDRAW_CONSENT | RequestType.OBJECTION if activities:
            yield FormField("activities", FieldKind.CHOICES, True, activities)
        case RequestType.WITHDRAW_CONSENT:
            details_required = True
        case RequestType.DIRECT_MARKETING | RequestType.AUTOMATED_DECISIONS if activities:
            yield FormField("activities", FieldKind.CHOICES, False, activities)
    further = tuple(id for id, right in center.rights.further.items() if right.by_request)
    if asked is RequestType.GENERAL and further:
        yield FormField("further_right", FieldKind.CHOICE, False, further)
    yield FormField("details", FieldKind.LONG_TEXT, details_required, longest=LONG)
    if asked is RequestType.COMPLAINT:
        yield FormField("solution", FieldKind.LONG_TEXT, longest=LONG)
        yield FormField("earlier_request", FieldKind.TEXT)


def _audiences(center: PrivacyCenter) -> tuple[str, ...]:
    """Whose requests the organisation itself deals with."""
    return tuple(filter(center.answers, center.audiences))


def _activities(asked: RequestType, center: PrivacyCenter) -> tuple[str, ...]:
    """What a right certainly applies to."""
    right = right_of(asked)
    if right is None:
        return ()
    return tuple(
        id
        for id, activity in center.activities.items()
        if not center.is_on_behalf_of_others(activity)
        and center.applicability(right, activity).verdict is Verdict.APPLIES
    )
