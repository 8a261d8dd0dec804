"""What a status of HTTP is called in an answer, whichever Python writes it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

_RENAMED: Mapping[int, str] = {413: "Content Too Large", 422: "Unprocessable Content"}
"""As RFC 9110 has it, and Python from 3.13."""


def name_of_status(status: int) -> str:
    """The phrase of RFC 9110, which RFC 9457 wants as the title of a problem."""
    return _RENAMED.get(status) or HTTPStatus(status).phrase
