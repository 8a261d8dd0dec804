"""Values in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from decimal import Decimal

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.model import UNTIMED, Recipient, Transfer, about_days


def ids_of(recipients: tuple[Recipient, ...] | None) -> tuple[str, ...] | None:
    """The ids of recipients, where any are stated, or that there are none."""
    return None if recipients is None else tuple(recipient.id for recipient in recipients)


def is_stated_otherwise(before: Sized | None, after: Sized | None) -> bool:
    """Whether it was said, or is no longer said, that there is nothing."""
    return (before is None) is not (after is None) and not (before or after)


def by_country(transfer: Transfer) -> Iterator[Transfer]:
    """A transfer for each country that it names."""
    for country in transfer.countries:
        yield transfer.model_copy(update={"countries": (country,)})


def is_third(country: str | None) -> bool:
    """Whether a country lies outside the European Economic Area."""
    return bool(country) and shipped_catalogue().adequacy.is_third_country(str(country))


def days_in(period: str) -> Decimal:
    """About how many days; a session is shorter and `persistent` longer than any."""
    if period in UNTIMED:
        return Decimal(0 if period == "session" else "Infinity")
    return about_days(period)
