"""A post becomes a request, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from http import HTTPStatus
from typing import Any

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import Contact, PrivacyCenter, RequestType
from mkdocs_privacy.requests import (
    Problem,
    RequestForm,
    RequestOptions,
    RightsRequest,
    Unreadable,
    expected_by,
    find_problems,
    is_from_elsewhere,
    make_reference,
    name_of_status,
    parse_body,
    request_forms,
    request_schema,
)
from mkdocs_privacy.requests.intake.fixed_pages import REASONS
from mkdocs_privacy.requests.intake.negotiation import preferred_language
from mkdocs_privacy.requests.intake.post import Post, find_contradictions, with_key_as_reference

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

    def contact_for(self, request: RightsRequest) -> Contact:
        """Who answers a request: whom its audience turns to, or else the privacy contact."""
        audience = self.center.audiences.get(request.fields.get("audience", ""))
        return (audience and audience.contact) or self.center.organisation.request_contact

    def turn_away(self, post: Post, origins: Collection[str] | None = None) -> Refusal | None:
        """Why a post is refused whatever its body says; nothing where that must be read.

        `origins` are those (RFC 6454) whose pages may post beside the one that it was sent to;
        nothing where nobody knows.
        """
        language = self.language_of(post)
        if post.is_framed_twice:
            return self.refuse(HTTPStatus.BAD_REQUEST, language)
        known: Mapping[str, Container[object]]
        known = {"right": self.forms, "language": self.localizations}
        if any(value not in known[name] for name, value in post.path.items()):
            return self.refuse(HTTPStatus.NOT_FOUND, language)
        if is_from_elsewhere(post.sender, post.sent_to, origins):
            return self.refuse(HTTPStatus.FORBIDDEN, language)
        return None

    def take(self, post: Post, origins: Collection[str] | None = None) -> RightsRequest | Refusal:
        """The request that a post is, or why it is none; `origins` as in `turn_away`.

        A request keeps the reference that the browser made, in its body or in the header
        `Idempotency-Key`; without one it gets one. The day on which it was received is that of UTC:
        never later than in Europe, so the deadline is kept everywhere.
        """
        if refusal := self.turn_away(post, origins):
            return refusal
        try:
            posted = parse_body(post.body, post.header("content-type") or "", self.schema)
        except Unreadable as unreadable:
            return self.refuse(unreadable.status, self.language_of(post), str(unreadable))
        fields = with_key_as_reference(posted, post)
        problems = self._find_problems(fields, post)
        if problems:
            return self._refusal(fields, problems)
        received = post.received_at.astimezone(UTC).replace(microsecond=0)
        return RightsRequest(
            reference=fields.get("reference") or make_reference(),
            received_at=received,
            expected_by=self.expected_by(fields, received.date()),
            fields=fields,
        )

    def expected_by(self, fields: Mapping[str, Any], received: date) -> date:
        """The last day on which an answer to a request is in time."""
        asked, further = RequestType(fields["right"]), fields.get("further_right")
        period = self.center.rights.deadline_for(asked, further)
        return expected_by(received, period, self.center.organisation.address.country)

    def language_of(self, post: Post) -> str:
        """The language to answer in before anything is read: of the path, else of the browser."""
        known = tuple(self.localizations)
        stated = post.path.get("language")
        if stated in known:
            return stated
        return preferred_language(post.header("accept-language"), known)

    def refuse(self, status: int, language: str, detail: str | None = None) -> Refusal:
        """A refusal that is not about the fields of a request."""
        said = detail or REASONS.get(status) or name_of_status(status)
        return Refusal(status, self.localization(language).language, (), said)

    def _find_problems(self, fields: Mapping[str, Any], post: Post) -> tuple[Problem, ...]:
        found = find_problems(fields, self.schema)
        named = {problem.field for problem in found}
        contradictions = find_contradictions(fields, post)
        return (
            *found,
            *(problem for problem in contradictions if problem.field not in named),
        ) or _too_fast(fields)

    def _refusal(self, fields: Mapping[str, Any], problems: tuple[Problem, ...]) -> Refusal:
        known = {name for form in self.schema["$defs"].values() for name in form["properties"]}
        named = [
            f"{problem.field if problem.field in known else 'a field'}: {problem.rule}"
            for problem in problems[:_MOST_PROBLEMS]
        ]
        elsewhere = [id for id in self.center.audiences if not self.center.answers(id)]
        return Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            self.localization(fields.get("language")).language,
            problems[:_MOST_PROBLEMS],
            f"the request does not keep to the contract ({', '.join(named)})",
            next(
                (
                    request_type
                    for request_type in self.forms
                    if request_type == fields.get("right")
                ),
                None,
            ),
            next((id for id in elsewhere if id == fields.get("audience")), None),
        )


def _too_fast(fields: Mapping[str, Any]) -> tuple[Problem, ...]:
    """The problem that a robot has, which sends as soon as it has read the page."""
    opened, submitted = fields.get("opened_at"), fields.get("submitted_at")
    if not (opened and submitted):
        return ()
    taken = datetime.fromisoformat(submitted) - datetime.fromisoformat(opened)
    return (Problem(None, "too_fast"),) if taken < FASTEST else ()
