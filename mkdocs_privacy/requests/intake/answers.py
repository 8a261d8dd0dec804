"""What a program or a browser gets back beside a page: JSON, or another address to go on to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from mkdocs_privacy.requests import RightsRequest, origin_of
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.telling import tell_problems


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


def wants_html(accept: str) -> bool:
    """Whether an `Accept` header asks for a page, as a browser does, and not rather for JSON."""
    weights = dict(_weight(one) for one in accept.split(","))
    page = weights.get("text/html", 0.0)
    return page > 0 and page >= weights.get("application/json", 0.0)


def _weight(accepted: str) -> tuple[str, float]:
    """A media type of an `Accept` header with its weight (RFC 9110, section 12.4.2)."""
    media_type, *parameters = (part.strip().lower() for part in accepted.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media_type, float(value)
            except ValueError:
                return media_type, 0.0
    return media_type, 1.0


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
