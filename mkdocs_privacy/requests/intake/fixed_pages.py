"""The pages that say one thing, whatever was posted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus


class FixedPage(StrEnum):
    """What a page says that is not about the fields of a request."""

    CONFIRM = "confirm"
    """Asks, with a button, whether this is really the visitor's address."""
    CONFIRMED = "confirmed"
    """The address is proven."""
    UNKNOWN_LINK = "unknown_link"
    """A link to prove an address with that nobody knows, or that is too old."""
    UNREADABLE = "unreadable"
    """A post that is no request at all."""
    FROM_ELSEWHERE = "from_elsewhere"
    """A request that the page of another site made the browser send."""
    NOT_FOUND = "not_found"
    """Nothing is here, or nothing to look at."""
    CONFLICT = "conflict"
    """A reference that another request has."""
    TOO_LARGE = "too_large"
    """A longer post than any form makes."""
    TOO_MANY = "too_many"
    """More requests than one person makes."""
    TOO_SLOW = "too_slow"
    """A post that did not come in whole."""
    OUR_MISTAKE = "our_mistake"
    """A request of which nobody knows whether it is kept."""
    CANNOT_STORE = "cannot_store"
    """A request that cannot be kept, and so is not accepted."""

    @property
    def is_a_failure(self) -> bool:
        """Whether the visitor may need another way to make the request."""
        return self not in (FixedPage.CONFIRM, FixedPage.CONFIRMED, FixedPage.UNKNOWN_LINK)


FIXED_PAGES: Mapping[int, FixedPage] = {
    HTTPStatus.FORBIDDEN: FixedPage.FROM_ELSEWHERE,
    HTTPStatus.NOT_FOUND: FixedPage.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED: FixedPage.NOT_FOUND,
    HTTPStatus.REQUEST_TIMEOUT: FixedPage.TOO_SLOW,
    HTTPStatus.CONFLICT: FixedPage.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: FixedPage.TOO_LARGE,
    HTTPStatus.TOO_MANY_REQUESTS: FixedPage.TOO_MANY,
    HTTPStatus.INTERNAL_SERVER_ERROR: FixedPage.OUR_MISTAKE,
    HTTPStatus.SERVICE_UNAVAILABLE: FixedPage.CANNOT_STORE,
}
"""What goes with the status of a refusal; with any other one it is UNREADABLE."""
REASONS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: (
        "Content-Length and Transfer-Encoding contradict each other: send one of them"
    ),
    HTTPStatus.FORBIDDEN: "the request comes from a page of another site",
    HTTPStatus.REQUEST_TIMEOUT: "the request did not come in in time",
    HTTPStatus.CONFLICT: "another request was kept with the same reference",
    HTTPStatus.LENGTH_REQUIRED: "the request needs a Content-Length",
    HTTPStatus.TOO_MANY_REQUESTS: "this address has posted too often",
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "this did not work; whether the request is stored is unknown, send it again"
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: "nothing can be stored at the moment",
}
"""What is said to a program with the status of a refusal, where nothing else is known."""
