"""What goes back for a post: a page for a person, JSON for a program, the same headers on all."""

from __future__ import annotations

import json
import string
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

from mkdocs_privacy.requests import RightsRequest, name_of_status, origin_of
from mkdocs_privacy.requests.intake.documents import (
    ANSWER_CSP,
    fixed_page_html,
    receipt_html,
    refusal_html,
)
from mkdocs_privacy.requests.intake.fixed_pages import FixedPage
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.negotiation import wants_html
from mkdocs_privacy.requests.intake.post import Post
from mkdocs_privacy.requests.intake.request_words import tell_problems

ANSWER_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": ANSWER_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""The headers of every answer, whatever it says."""
_AGAIN_AFTER = "120"
"""Seconds after which there may be room on the disk again."""
_CLOSING = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
"""After these, some of the post may still be on its way."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sends back, all but its `Date` and `Content-Length`."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes = b""
    is_last: bool = False
    """Whether the connection is closed after it: where the next post would begin is unknown."""


def answer_accepted(
    kept: RightsRequest,
    posted: RightsRequest,
    post: Post,
    intake: Intake,
    *,
    is_new: bool,
    site_origins: Collection[str],
) -> Answer:
    """A request is kept: the receipt, on the site or here, or what a script wants to know.

    Where to go on to is said by what was posted now: the first time it may have been a script.
    """
    status = HTTPStatus.CREATED if is_new else HTTPStatus.OK
    if not _is_for_a_person(post):
        return answer_json(acceptance_json(kept), status)
    if address := destination(posted, site_origins):
        return Answer(
            HTTPStatus.SEE_OTHER, {**ANSWER_HEADERS, "Location": quote(address, string.punctuation)}
        )
    return answer_page(receipt_html(kept, intake), status)


def answer_refused(
    refusal: Refusal, post: Post, intake: Intake, headers: Mapping[str, str] | None = None
) -> Answer:
    """Why a post is refused."""
    status = HTTPStatus(refusal.status)
    is_full = status is HTTPStatus.SERVICE_UNAVAILABLE
    added = {**({"Retry-After": _AGAIN_AFTER} if is_full else {}), **(headers or {})}
    answer = (
        answer_page(refusal_html(refusal, intake), status, added)
        if _is_for_a_person(post)
        else answer_json(refusal_json(refusal, intake), status, "application/problem+json", added)
    )
    return replace(answer, is_last=status in _CLOSING or post.is_framed_twice)


def answer_fixed_page(page: FixedPage, status: HTTPStatus, language: str, intake: Intake) -> Answer:
    """A page that says one thing."""
    return answer_page(fixed_page_html(page, language, intake), status)


def answer_json(
    content: Mapping[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """What a program reads."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(status, {**ANSWER_HEADERS, **(headers or {}), "Content-Type": media_type}, body)


def answer_page(
    html: str, status: HTTPStatus = HTTPStatus.OK, headers: Mapping[str, str] | None = None
) -> Answer:
    """A page for a person."""
    media_type = {"Content-Type": "text/html; charset=utf-8"}
    return Answer(status, {**ANSWER_HEADERS, **(headers or {}), **media_type}, html.encode())


def _is_for_a_person(post: Post) -> bool:
    return wants_html(post.header("accept"))


def acceptance_json(request: RightsRequest) -> Mapping[str, str]:
    """What an endpoint answers to a request that it has stored."""
    return {
        "reference": request.reference,
        "received_at": f"{request.received_at:%Y-%m-%dT%H:%M:%SZ}",
        "expected_by": request.expected_by.isoformat(),
    }


def refusal_json(refusal: Refusal, intake: Intake) -> Mapping[str, Any]:
    """Why a post is refused, as `application/problem+json` (RFC 9457)."""
    return {
        "type": "about:blank",
        "title": name_of_status(refusal.status),
        "status": int(refusal.status),
        "detail": refusal.detail,
        "errors": [
            {"field": problem.field, "rule": problem.rule, "message": words}
            for problem, words in zip(refusal.problems, tell_problems(refusal, intake), strict=True)
        ],
    }


def destination(request: RightsRequest, site_origins: Collection[str]) -> str | None:
    """Where a browser goes on to after its form: the page of receipt, if it stands on the site.

    Nothing without a reference of the browser's own: then no JavaScript ran, and the page of
    receipt knows nothing. Nothing for an address elsewhere: our name may not lead people there.
    """
    address = request.fields.get("redirect")
    if address is None or "reference" not in request.fields:
        return None
    if not address.isascii() or "\\" in address or address != address.strip():
        return None  # browsers read these otherwise than Python does
    try:
        has_user = "@" in urlsplit(address).netloc
        is_ours = origin_of(address) in site_origins
    except ValueError:
        return None
    return address if is_ours and not has_user else None
