"""What every template can do to a value, in one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from mkdocs_privacy.localization.grammar import as_sentence, without_capital
from mkdocs_privacy.localization.isolation import isolated
from mkdocs_privacy.localization.language import Localization
from mkdocs_privacy.localization.lifetime import lifetime
from mkdocs_privacy.localization.postal import postal_lines
from mkdocs_privacy.localization.retention import how_long, retention_amount


def template_filters(localization: Localization) -> Mapping[str, Callable[..., Any]]:
    """The filters of pages, e-mails and letters, by the names that templates use."""
    return {
        "text": localization.text,
        "prose": localization.prose,
        "isolated": isolated,
        "date": localization.date,
        "period": localization.period,
        "country": localization.country,
        "in_country": localization.id_in_country,
        "cited": localization.cite,
        "amount": lambda retention: retention_amount(retention, localization),
        "how_long": lambda retention: how_long(retention, localization),
        "lifetime": lambda item: lifetime(item, localization),
        "postal_lines": lambda address: postal_lines(address, localization),
        "listed": localization.listed,
        "sentence": as_sentence,
        "running": lambda titles: list(map(without_capital, titles)),
        "telephone_uri": telephone_uri,
        "mail_uri": mail_uri,
        "percent_encoded": percent_encoded,
    }


def telephone_uri(phone: str) -> str:
    """A `tel:` address (RFC 3966), without the (0) that nobody dials abroad."""
    dialled = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    return f"tel:{dialled}"


def mail_uri(email: str) -> str:
    """A `mailto:` address (RFC 6068)."""
    return f"mailto:{percent_encoded(email)}"


def percent_encoded(email: str) -> str:
    """An e-mail address as a `mailto:` address holds it."""
    return quote(str(email), safe="@")
