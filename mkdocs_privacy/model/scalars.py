"""Single values with a form of their own: ids, periods, dates, countries, addresses on the web."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

import pycountry
from isoduration import DurationParsingException, parse_duration
from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BeforeValidator,
    EmailStr,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from mkdocs_privacy.model.context import Context, suggestion

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_HTTP_URL = TypeAdapter(AnyHttpUrl)


def _check_slug(written: str) -> str:
    if not _SLUG.fullmatch(written):
        raise PydanticCustomError(
            "bad_id",
            "‘{written}’ is not a valid id: use lower-case letters, digits and hyphens (mollie-payments)",
            {"written": written},
        )
    return written


def _check_period(written: str) -> str:
    try:
        parse_duration(written)
    except DurationParsingException:
        raise PydanticCustomError(
            "bad_period",
            "‘{written}’ is not an ISO 8601 period: write P7Y (7 years), P13M (13 months), "
            "P30D (30 days) or PT30M (30 minutes)",
            {"written": written},
        ) from None
    return written


def _check_country(written: str) -> str:
    if len(written) == 2 and pycountry.countries.get(alpha_2=written):
        return written
    try:
        hint = f" (did you mean ‘{pycountry.countries.lookup(written).alpha_2}’?)"
    except LookupError:
        hint = ""
    raise PydanticCustomError(
        "bad_country",
        "‘{written}’ is not a country code of two letters (ISO 3166-1), such as BE{hint}",
        {"written": written, "hint": hint},
    )


def _check_date(written: Any) -> Any:
    if isinstance(written, date):
        return written
    try:
        return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else _bad()
    except (TypeError, ValueError):
        raise PydanticCustomError(
            "bad_date",
            "‘{written}’ is not a date as year-month-day, such as 2021-01-07 "
            "(07/01/2021 could be 7 January or 1 July)",
            {"written": str(written)},
        ) from None


def _bad() -> date:
    raise ValueError


def _check_url(written: str) -> str:
    try:
        url = _HTTP_URL.validate_python(written)
    except ValidationError:
        url = None
    if url is None or not url.host or re.search(r"[\s<>\"'\\]", written):
        raise PydanticCustomError(
            "bad_url",
            "‘{written}’ is not a web address: write it whole, such as https://www.example.be/privacy",
            {"written": written},
        )
    return written


def _check_link(written: str) -> str:
    if re.fullmatch(r"(?:/(?!/)|#)[^\s<>\"'\\]*", written):
        return written
    return _check_url(written)


class Reference:
    """Says to which top-level key of the data an id belongs, and that it must exist there."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def check(self, written: str, info: ValidationInfo) -> str:
        """Return the id, or report that nothing has it."""
        identifiers = Context.of(info).identifiers
        if identifiers is None or written in identifiers[self.kind]:
            return written
        raise PydanticCustomError(
            "unknown_id",
            "there is no ‘{written}’ under `{kind}:`{hint}",
            {
                "written": written,
                "kind": self.kind,
                "hint": suggestion(written, identifiers[self.kind]),
            },
        )


NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, AfterValidator(_check_slug), Field(pattern=_SLUG.pattern)]
Period = Annotated[str, AfterValidator(_check_period)]
CountryCode = Annotated[str, AfterValidator(_check_country)]
IsoDate = Annotated[
    date,
    BeforeValidator(_check_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Url = Annotated[str, AfterValidator(_check_url), Field(json_schema_extra={"format": "uri"})]
Link = Annotated[str, AfterValidator(_check_link)]
Email = EmailStr

AudienceId = Annotated[str, AfterValidator(Reference("audiences").check)]
PersonalDataId = Annotated[str, AfterValidator(Reference("personal_data").check)]
ActivityId = Annotated[str, AfterValidator(Reference("activities").check)]
ProcessorId = Annotated[str, AfterValidator(Reference("processors").check)]
CookieServiceId = Annotated[str, AfterValidator(Reference("cookies").check)]
MeasureId = Annotated[str, AfterValidator(Reference("measures").check)]
