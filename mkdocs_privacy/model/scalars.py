"""Single values with a form of their own: ids, periods, dates, countries, addresses on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any

import pycountry
from babel import Locale
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import core_schema

from mkdocs_privacy.characters import folded
from mkdocs_privacy.findings.rules import values
from mkdocs_privacy.findings.rules.data import UNKNOWN_ID
from mkdocs_privacy.model.addresses import check_email, check_link, check_url
from mkdocs_privacy.model.context import Context, suggestion
from mkdocs_privacy.model.period import WrongPeriod, about_days, check_period, check_term
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation
from mkdocs_privacy.shipped import shipped_languages

SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_PHONE = re.compile(r"\+?[0-9 \u00a0\u2009\u202f().\-/–]{3,30}")


def _check_slug(written: str) -> str:
    if not SLUG.fullmatch(written):
        raise violation(
            values.BAD_ID,
            "‘{written}’ is not a valid id: use lower-case letters, digits and hyphens, "
            "such as mollie-payments",
            {"written": written},
        )
    return written


def _check_period(written: str) -> str:
    return _checked(check_period, written)


def _check_term(written: str) -> str:
    return _within("P1Y", _checked(check_term, written))


def check_delay(written: str) -> str:
    """For how long something is waited for before it takes effect: at most two years."""
    return _within("P2Y", _check_period(written))


def _within(longest: str, written: str) -> str:
    if about_days("P1D") <= about_days(written) <= about_days(longest):
        return written
    raise violation(
        values.BAD_PERIOD,
        "‘{written}’ is not allowed here: write a period from one day (P1D) to {longest}",
        {"written": written, "longest": {"P1Y": "a year (P1Y)", "P2Y": "two years (P2Y)"}[longest]},
    )


def _checked(check: Callable[[str], str], written: str) -> str:
    try:
        return check(written)
    except WrongPeriod as problem:
        raise violation(values.BAD_PERIOD, "{reason}", {"reason": str(problem)}) from None


UNTIMED = ("session", "persistent")
"""Lifetimes that are no period: until the browser is closed, or somebody deletes it."""


def _check_lifetime(written: str) -> str:
    if written in UNTIMED:
        return written
    try:
        check_period(written)
    except WrongPeriod as problem:
        is_long = "longer than" in str(problem)
        raise violation(
            values.BAD_DURATION,
            "‘{written}’ is not a duration: write `session`, `persistent`, or an ISO 8601 period "
            "such as P13M (13 months) or PT30M (30 minutes){hint}",
            {
                "written": written,
                "hint": "; if it stays until it is deleted, write `persistent`" if is_long else "",
            },
        ) from None
    if not about_days(written):
        raise violation(
            values.BAD_DURATION,
            "‘{written}’ is a period of zero: write `session` if it is removed when the "
            "browser closes",
            {"written": written},
        )
    return written


def _check_country(written: str) -> str:
    if pycountry.countries.get(alpha_2=written) and written.isupper():
        return written
    code = _codes_by_name().get(folded(written))
    raise violation(
        values.BAD_COUNTRY,
        "‘{written}’ is not a country code of two capitals (ISO 3166-1), such as BE{hint}",
        {"written": written, "hint": f" (did you mean ‘{code}’?)" if code else ""},
    )


@cache
def _codes_by_name() -> Mapping[str, str]:
    """Country codes by what people write instead: a name in our languages, `BEL`, `be`, `UK`."""
    codes = {"uk": "GB", "el": "GR"}
    for country in pycountry.countries:
        codes |= {
            country.alpha_2.lower(): country.alpha_2,
            country.alpha_3.lower(): country.alpha_2,
        }
    for language in shipped_languages():
        names = Locale.parse(language, sep="-").territories
        codes |= {folded(name): code for code, name in names.items() if code in codes.values()}
    return codes


def _check_date(written: Any) -> Any:
    if isinstance(written, date):
        return written
    if isinstance(written, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise violation(
                values.BAD_DATE,
                "‘{written}’ is not a day of the calendar: correct it",
                {"written": written},
            ) from None
    if not isinstance(written, str):
        raise violation(
            values.BAD_DATE,
            "a date is expected here: write it as year-month-day, such as 2021-01-07",
        )
    raise violation(
        values.BAD_DATE,
        "‘{written}’ is not a date as year-month-day, such as 2021-01-07{ambiguous}",
        {
            "written": written,
            "ambiguous": " (07/01/2021 could be 7 January or 1 July)" if "/" in written else "",
        },
    )


def read_day(written: Any) -> date:
    """A day as somebody wrote it, as a text or a date of YAML; raises ValueError where it is none.

    A moment is not a day, though it is a date of Python.
    """
    day: date = _check_date(written.isoformat() if isinstance(written, date) else written)
    return day


def _check_urls(text: Text) -> Text:
    written = text.as_written()
    for address in (written,) if isinstance(written, str) else written.values():
        check_url(address)
    return text


def _check_phone(written: str) -> str:
    if _PHONE.fullmatch(written) and re.search("[0-9]", written):
        return written
    raise violation(
        values.BAD_PHONE,
        "‘{written}’ is not a telephone number: write it in international form, such as "
        "+32 2 123 45 67",
        {"written": written},
    )


class Reference:
    """Says to which top-level key of the data an id belongs, and that it must exist there."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, written: str, info: ValidationInfo) -> str:
        """Return the id, or the one in its place, or report that nothing has it."""
        context = Context.of(info)
        identifiers = context.identifiers
        if identifiers is None or written in identifiers[self.kind]:
            return context.renamed.get(self.kind, {}).get(written, written)
        raise violation(
            UNKNOWN_ID,
            "there is no ‘{written}’ under `{kind}:`{hint}",
            {
                "written": written,
                "kind": self.kind,
                "hint": suggestion(written, identifiers[self.kind])
                or context.offer(self.kind, written),
            },
        )


NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Slug = Annotated[str, AfterValidator(_check_slug), Field(pattern=SLUG.pattern)]
Period = Annotated[str, AfterValidator(_check_period)]
Term = Annotated[str, AfterValidator(_check_term)]
"""A period of whole days, at most a year: deadlines are counted in days."""
Lifetime = Annotated[str, AfterValidator(_check_lifetime)]
CountryCode = Annotated[str, AfterValidator(_check_country)]
IsoDate = Annotated[
    date,
    BeforeValidator(_check_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Url = Annotated[str, AfterValidator(check_url), Field(json_schema_extra={"format": "uri"})]
Link = Annotated[str, AfterValidator(check_link)]
UrlText = Annotated[Text, AfterValidator(_check_urls)]
Phone = Annotated[str, AfterValidator(_check_phone)]
Email = Annotated[str, AfterValidator(check_email), Field(json_schema_extra={"format": "email"})]

AudienceId = Annotated[str, Reference("audiences")]
PersonalDataId = Annotated[str, Reference("personal_data")]
ActivityId = Annotated[str, Reference("activities")]
ProcessorId = Annotated[str, Reference("processors")]
CookieServiceId = Annotated[str, Reference("cookies")]
