"""What somebody typed into a form of the desk, read field by field, and what is wrong with it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Any, TypeVar

from markupsafe import Markup
from starlette.requests import Request

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.requests import LONGEST_BODY, Unreadable, parse_body
from mkdocs_privacy.requests.form import LONG, SHORT

Choice = TypeVar("Choice", bound=StrEnum)
_SECONDS = 30
_FORM = "application/x-www-form-urlencoded"


async def read_form(http: Request, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a form as they were posted, the empty ones left out; raises Unreadable.

    `schema` is that of the contract, which says what is an array.
    """
    length = http.headers.get("content-length", "")
    is_stated = length.isascii() and length.isdecimal()
    if not is_stated or "transfer-encoding" in http.headers:
        raise Unreadable(HTTPStatus.LENGTH_REQUIRED, "a form says how long it is")
    if int(length) > LONGEST_BODY:
        raise Unreadable(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the form is too long")
    if http.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise Unreadable(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "this is no form")
    try:
        async with asyncio.timeout(_SECONDS):
            body = await http.body()
    except TimeoutError:
        raise Unreadable(HTTPStatus.REQUEST_TIMEOUT, "the form did not come in in time") from None
    return parse_body(body, _FORM, schema)


def read_number(written: object, most_digits: int) -> int | None:
    """A whole number as somebody types it; nothing where it is none, or has more digits."""
    is_number = isinstance(written, str) and written.isascii() and written.isdecimal()
    return int(str(written)) if is_number and len(str(written)) <= most_digits else None


@dataclass(slots=True)
class FormReader:
    """Reads what was typed into a form, and gathers what is wrong with it, in words."""

    typed: Mapping[str, Any]
    localization: Localization
    flaws: dict[str, Markup] = field(default_factory=dict)
    """At most one for each field, in order."""

    def refuse(self, name: str, message: str, **values: str | int) -> None:
        """Note what is wrong with a field."""
        self.flaws.setdefault(name, self.localization.message(message, **values))

    def refuse_day(self, name: str, message: str, day: date) -> None:
        """Note it in a sentence that names a day."""
        self.refuse(name, message, date=self.localization.date(day))

    def refuse_labelled(self, name: str, message: str, label: str, **values: str | int) -> None:
        """Note it in a sentence that names the field by its label, a message as well."""
        shown = self.localization.message(label).unescape()
        self.refuse(name, message, field=shown, **values)

    def line(self, name: str, label: str) -> str | None:
        """One line, without what nobody can see."""
        written = self._written(name)
        words = " ".join("".join(filter(str.isprintable, part)) for part in written.split())
        return self._checked(name, words, label, SHORT)

    def words(self, name: str, label: str, *, is_required: bool = False) -> str | None:
        """Several lines."""
        written = self._written(name).strip()
        words = "".join(letter for letter in written if letter in "\n\t" or letter >= " ")
        return self._checked(name, words, label, LONG, is_required=is_required)

    def choice(self, name: str, label: str, options: Collection[Choice]) -> Choice | None:
        """One of the options."""
        written = self._written(name)
        for option in options:
            if option == written:
                return option
        self.refuse_labelled(name, "form.missing_choice", label)
        return None

    def day(self, name: str, label: str, today: date | None = None) -> date | None:
        """A day as browsers write it, 2026-11-26; not after today where that is given."""
        written = self._written(name)
        if not written:
            self.refuse_labelled(name, "form.missing", label)
            return None
        try:
            day = date.fromisoformat(written)
        except ValueError:
            self.refuse_labelled(name, "desk.flaw.no_day", label)
            return None
        if today and day > today:
            self.refuse_labelled(name, "desk.flaw.day_ahead", label)
            return None
        return day

    def _written(self, name: str) -> str:
        written = self.typed.get(name, "")
        return written if isinstance(written, str) else ""

    def _checked(
        self, name: str, words: str, label: str, longest: int, *, is_required: bool = False
    ) -> str | None:
        if len(words) > longest:
            self.refuse_labelled(name, "form.too_long", label, number=longest)
        if is_required and not words:
            self.refuse_labelled(name, "form.missing", label)
        return words or None
