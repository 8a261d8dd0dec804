"""A post becomes a request, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from http import HTTPStatus
from typing import Any

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import OurRole, PrivacyCenter, RequestType
from mkdocs_privacy.requests import (
    Problem,
    RequestForm,
    RequestOptions,
    RightsRequest,
    Unreadable,
    expected_by,
    find_problems,
    make_reference,
    read_body,
    request_forms,
    request_schema,
)

FASTEST = timedelta(seconds=2)
"""No person fills in a form sooner than this."""
_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a post is no request."""

    status: int
    """The HTTP status of the answer."""
    language: str
    """The language of the answer: the visitor's, else the default one of the site."""
    problems: tuple[Problem, ...]
    """What is wrong with the fields; nothing where it could not be read at all."""
    detail: str
    """What is wrong, in English, for who keeps the server; holds nothing that was posted."""
    request_type: RequestType | None = None
    """What was asked for, where that is known."""
    elsewhere: str | None = None
    """The audience that was chosen, where another organisation is responsible for it."""


@dataclass(frozen=True)
class Intake:
    """Everything that judges and answers the posts of one site."""

    center: PrivacyCenter
    options: RequestOptions
    localizations: Mapping[str, Localization]
    """The languages of the site, the default one first."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where the privacy center stands on the web, in each language; empty where nobody knows."""

    @property
    def default(self) -> Localization:
        """The default language of the site."""
        return next(iter(self.localizations.values()))

    def localization(self, language: object) -> Localization:
        """A language of the site; the default one where it is none."""
        known = self.localizations.get(language) if isinstance(language, str) else None
        return known or self.default

    @cached_property
    def forms(self) -> Mapping[RequestType, RequestForm]:
        """The request forms of the site."""
        return request_forms(self.center, tuple(self.localizations))

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The published contract."""
        return request_schema(self.forms, self.options.hidden_fields)

    def take(
        self, body: bytes, content_type: str, received_at: datetime
    ) -> RightsRequest | Refusal:
        """The request that a post is, or why it is none.

        A request keeps the reference that the browser made; without one it gets one. The day on
        which it was received is that of UTC: never later than in Europe, so the deadline is kept
        everywhere.
        """
        try:
            fields = read_body(body, content_type, self.schema)
        except Unreadable as unreadable:
            return self.refuse(unreadable.status, str(unreadable))
        problems = find_problems(fields, self.schema) or _too_fast(fields)
        if problems:
            return self._refusal(fields, problems)
        received = received_at.astimezone(UTC).replace(microsecond=0)
        period = self.center.rights.deadline_for(RequestType(fields["right"]))
        return RightsRequest(
            reference=fields.get("reference") or make_reference(),
            received_at=received,
            expected_by=expected_by(
                received.date(), period, self.center.organisation.address.country
            ),
            fields=fields,
        )

    def refuse(self, status: int, detail: str, language: str | None = None) -> Refusal:
        """A refusal that is not about the fields of a request."""
        return Refusal(status, self.localization(language).language, (), detail)

    def _refusal(self, fields: Mapping[str, Any], problems: tuple[Problem, ...]) -> Refusal:
        known = {name for one in self.schema["$defs"].values() for name in one["properties"]}
        named = [
            f"{one.field if one.field in known else 'a field'}: {one.rule}"
            for one in problems[:_MOST_PROBLEMS]
        ]
        chosen = fields.get("audience")
        audience = self.center.audiences.get(chosen) if isinstance(chosen, str) else None
        is_elsewhere = audience is not None and audience.our_role is OurRole.PROCESSOR
        return Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            self.localization(fields.get("language")).language,
            problems[:_MOST_PROBLEMS],
            f"the request does not keep to the contract ({', '.join(named)})",
            next((one for one in self.forms if one == fields.get("right")), None),
            chosen if is_elsewhere else None,
        )


def _too_fast(fields: Mapping[str, Any]) -> tuple[Problem, ...]:
    """The problem that a robot has, which sends as soon as it has read the page."""
    opened, submitted = fields.get("opened_at"), fields.get("submitted_at")
    if not (opened and submitted):
        return ()
    taken = datetime.fromisoformat(submitted) - datetime.fromisoformat(opened)
    return (Problem(None, "too_fast"),) if taken < FASTEST else ()
