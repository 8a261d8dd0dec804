"""What a program or a browser gets back beside a page: JSON, or another address to go on to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from mkdocs_privacy.requests import RightsRequest, origin_of
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.request_words import tell_problems


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
        "title": HTTPStatus(refusal.status).phrase,
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
