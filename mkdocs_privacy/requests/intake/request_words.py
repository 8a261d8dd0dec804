"""A request in words: its right, its fields, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import RequestLaw, RequestType, law_of
from mkdocs_privacy.requests import FormField, Problem, RightsRequest, right_of
from mkdocs_privacy.requests.field_words import field_label, value_in_words
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.request import TECHNICAL_FIELDS, Channel

_TO_THE_ORGANISATION = {
    "audience": "mail.field.audience",
    "on_behalf_of": "mail.field.on_behalf_of",
    "represented": "mail.field.represented",
    "further_right": "mail.field.further_right",
    "activities": "mail.field.activities",
    "incorrect": "mail.field.incorrect",
    "correct": "mail.field.correct",
    "ground": "mail.field.ground",
    "recipient": "mail.field.recipient",
    "details": "mail.field.details",
    "solution": "mail.field.solution",
    "earlier_request": "mail.field.earlier_request",
    "name": "mail.field.name",
    "email": "mail.field.email",
    "postal_address": "mail.field.postal_address",
    "channel": "mail.field.channel",
    "language": "mail.field.language",
    "policy_release": "mail.field.policy_release",
}
_OF_COMPLAINTS = {
    "mail.sender.received": "complaint-to-us.received",
    "reply.received_on": "reply.complaint.received_on",
    "reply.receipt.subject": "reply.complaint.receipt.subject",
    "reply.receipt.noted": "reply.complaint.receipt.noted",
    "reply.receipt.keep": "reply.complaint.receipt.keep",
    "reply.answer.subject": "reply.complaint.answer.subject",
    "reply.refused": "reply.complaint.refused",
    "reply.ground.not_identified.more": "reply.complaint.ground.not_identified.more",
    "reply.nothing_found": "reply.complaint.nothing_found",
    "reply.withdrawn.subject": "reply.complaint.withdrawn.subject",
    "reply.withdrawn": "reply.complaint.withdrawn",
    "reply.passed_on.subject": "reply.complaint.passed_on.subject",
    "reply.passed_on": "reply.complaint.passed_on",
}
"""What is said of a complaint instead of a request."""
_EFFECTS = {
    RequestType.DIRECT_MARKETING: "receiver.effect.direct-marketing",
    RequestType.WITHDRAW_CONSENT: "receiver.effect.withdraw-consent",
}
"""What is said of a request that takes effect at once."""
_SILENT = {"schema_version", "right", "article", *TECHNICAL_FIELDS}
"""What tells nothing beside the right and the dates."""


@dataclass(frozen=True, slots=True)
class SentField:
    """One field of a request, in words."""

    name: str
    """What it is called in the contract."""
    label: str
    values: tuple[str, ...]
    """What was typed, or the titles of what was chosen."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of the requests of one type in one language, as plain text."""

    intake: Intake
    localization: Localization
    request_type: RequestType | None

    @property
    def is_complaint(self) -> bool:
        """Whether it is a complaint to the organisation itself."""
        return self.request_type is RequestType.COMPLAINT

    @property
    def law(self) -> RequestLaw:
        """What the GDPR says of such requests; nothing where the type is unknown."""
        return law_of(self.request_type) if self.request_type else RequestLaw()

    @property
    def is_answered_by_then(self) -> bool:
        """Whether an answer is due on the day; for a complaint, it may be the acknowledgement."""
        has_deadline = self.intake.center.rights.complaint_policy.deadline is not None
        return has_deadline or not self.is_complaint

    def expected(self) -> str:
        """What comes by the day on which something is due: “Answer by”."""
        if self.law.takes_effect_at_once:
            return self._say("received.confirmed_by")
        if not self.is_complaint:
            return self._say("received.expected")
        return self._say(
            "complaint-to-us.outcome_by"
            if self.is_answered_by_then
            else "complaint-to-us.acknowledged_by"
        )

    def course(self) -> Iterator[str]:
        """What happens with a request and what it costs, as the law has it for its kind."""
        rights, period = self.intake.center.rights, self.localization.period
        asked = self.request_type
        if asked is None or self.is_complaint:
            return
        if self.law.takes_effect_at_once:
            yield self._say(_EFFECTS[asked], period=period(rights.deadline_for(asked)))
        extension = rights.extension_for(asked)
        if extension:
            yield self._say("rights.extension", period=period(extension))
        if self.law.may_be_refused_or_charged:
            yield self._say("rights.free")

    def may_ask_identity(self, request: RightsRequest) -> bool:
        """Whether more may be asked of who made a request, to know who it is."""
        further = self.intake.center.rights.further.get(request.fields.get("further_right", ""))
        return further.checks_identity if further else self.law.may_ask_identity

    def wording(self, id: str) -> str:
        """The id of a sentence about a request, or of what is said of a complaint instead."""
        return _OF_COMPLAINTS.get(id, id) if self.is_complaint else id

    def right(self) -> str:
        """What is asked for, and where it stands: “Right of access (Article 15 GDPR)”."""
        if self.is_complaint:
            return self._say("complaint-to-us.title")
        right = right_of(self.request_type) if self.request_type else None
        if right is None:
            return self._say("request.title")
        title = self._say(f"right.{right}.title")
        return f"{title} {self.localization.cite(right.article).unescape()}"

    def sent(self, request: RightsRequest, *, to_the_visitor: bool) -> Iterator[SentField]:
        """The fields of a request, as on its form; to the organisation also what else was sent.

        What the data no longer has stands there by its id: a request may be older than the data.
        """
        others = [] if to_the_visitor else [name for name in request.fields if name not in _SILENT]
        for name in dict.fromkeys([*self._fields, *others]):
            if name not in request.fields:
                continue
            sent = request.fields[name]
            values = sent if isinstance(sent, list) else [sent]
            label = self.label(name) if to_the_visitor else self.label_for_us(name)
            words = tuple(self.in_words(name, str(value)) for value in values)
            yield SentField(name, label, words)

    def problem(self, problem: Problem) -> str:
        """What is wrong with a field, as the form says it."""
        label = self.label(problem.field) if problem.field else ""
        field = self._fields.get(problem.field or "")
        match problem.rule:
            case "missing" if field and field.kind.has_options:
                return self._say("form.missing_choice", field=label)
            case "missing":
                return self._say("form.missing", field=label)
            case "wrong" if problem.field == "email":
                return self._say("form.wrong_email")
            case "too_long":
                return self._say("form.too_long", field=label, number=problem.limit or 0)
            case "unknown":
                return self._say("receiver.problem.unknown", field=label)
            case "unexpected":
                return self._say("receiver.problem.unexpected", field=label)
            case "not_empty":
                return self._say("receiver.problem.not_empty")
            case "too_fast":
                return self._say("receiver.problem.too_fast")
        return self._say("form.wrong", field=label)

    def label(self, name: str) -> str:
        """What a field is called on the form; its name where it is none of the form."""
        if name == "activities" and name not in self._fields:
            return name
        center = self.intake.center
        return _plain(field_label(name, self.request_type, center, self.localization))

    def label_for_us(self, name: str) -> str:
        """What the organisation calls a field."""
        added = self.intake.center.rights.fields.get(name)
        if added:
            return self.localization.text(added.label)
        return self._say(_TO_THE_ORGANISATION[name]) if name in _TO_THE_ORGANISATION else name

    @property
    def _fields(self) -> Mapping[str, FormField]:
        form = self.intake.forms.get(self.request_type) if self.request_type else None
        return {field.name: field for field in form.fields} if form else {}

    def in_words(self, name: str, value: str) -> str:
        """What was typed into a field, or the title of what was chosen."""
        if name == "channel" and value in frozenset(Channel):
            return self._say(f"channel.{value}")
        return _plain(value_in_words(name, value, self.intake.center, self.localization))

    def _say(self, id: str, **values: str | int) -> str:
        return self.localization.message(id, **values).unescape()


def _plain(words: Markup | str) -> str:
    return words.unescape() if isinstance(words, Markup) else words


def tell_of(request: RightsRequest, intake: Intake, localization: Localization) -> Teller:
    """Who tells of a request in a language."""
    return Teller(intake, localization, request.request_type)


def tell_problems(refusal: Refusal, intake: Intake) -> Iterator[str]:
    """What is wrong with each field of a post, in the language of its sender."""
    localization = intake.localization(refusal.language)
    teller = Teller(intake, localization, refusal.request_type)
    return map(teller.problem, refusal.problems)
