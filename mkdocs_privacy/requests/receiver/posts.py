"""What a post says beside its body: the header against double clicks, and its address."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from starlette.requests import Request

from mkdocs_privacy.requests import REFERENCE_PATTERN, Problem, RightsRequest
from mkdocs_privacy.requests.intake import Intake

_KEY = re.compile(f'"({REFERENCE_PATTERN.strip("^$")})"')


def has_known_address(http: Request, intake: Intake) -> bool:
    """Whether the right and the language in the path, if they stand there, are those of a form."""
    known: dict[str, Container[object]] = {"right": intake.forms, "language": intake.localizations}
    return all(value in known[name] for name, value in http.path_params.items())


def find_contradictions(request: RightsRequest, http: Request) -> tuple[Problem, ...]:
    """The fields that say something else than the path, or than the header `Idempotency-Key`.

    The language in the path is that of the page; who reads one may want the answer in another.
    """
    wrong = []
    if http.path_params.get("right", request.request_type) != request.request_type:
        wrong.append("right")
    references = [_reference_in(key) for key in _keys(http)]
    if any(one is None or one != request.fields.get("reference", one) for one in references):
        wrong.append("reference")
    return tuple(Problem(name, "wrong") for name in wrong)


def with_reference_of_key(request: RightsRequest, http: Request) -> RightsRequest:
    """A request that has its reference in the header only, as if it stood in the body."""
    keys = _keys(http)
    if "reference" in request.fields or not keys:
        return request
    reference = str(_reference_in(keys[0]))
    return replace(request, reference=reference, fields={**request.fields, "reference": reference})


def _keys(http: Request) -> list[str]:
    return http.headers.getlist("idempotency-key")


def _reference_in(key: str) -> str | None:
    found = _KEY.fullmatch(key.strip())
    return found[1] if found else None
