"""What the receiver says on pages, in e-mails and letters is said under its condition only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Any, cast

import pytest
from requests_world import an_intake
from test_sentences import Listening, conditions

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import ComplaintPolicy, RequestType, Text
from mkdocs_privacy.requests import Problem, RightsRequest
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.intake import (
    FixedPage,
    Intake,
    Refusal,
    answer_letter,
    extension_letter,
    fixed_page_html,
    mail_to_owner,
    mail_to_sender,
    receipt_html,
    receipt_letter,
    refusal_html,
    status_html,
)
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome, problems_of_decision

TODAY = date(2026, 11, 25)
SENDER, OWNER = "privacy@tuimelkous.example", "owner@tuimelkous.example"
ADDRESS = {"email": "zoe@voorbeeld.example"}
BY_POST = {"postal_address": "Kerkstraat 3\n2580 Putte"}

ACCESS, RECTIFICATION, ERASURE = (
    *(RequestType.ACCESS, RequestType.RECTIFICATION),
    RequestType.ERASURE,
)
RESTRICTION, PORTABILITY, OBJECTION = (
    *(RequestType.RESTRICTION, RequestType.PORTABILITY),
    RequestType.OBJECTION,
)
MARKETING, CONSENT = RequestType.DIRECT_MARKETING, RequestType.WITHDRAW_CONSENT
DECISIONS, GENERAL = RequestType.AUTOMATED_DECISIONS, RequestType.GENERAL
COMPLAINT = RequestType.COMPLAINT

Writing = Callable[[Intake], object]
"""Something that is written to somebody."""


def ask(right: RequestType, **fields: str) -> RightsRequest:
    return RightsRequest(
        reference="7K3F-9QXZ-W2M4-6H8T",
        received_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        expected_by=date(2026, 12, 2),
        fields={"right": str(right), "language": "en", **fields},
    )


def answer(
    right: RequestType, outcome: Outcome, ground: Ground | None = None, **fields: str
) -> Writing:
    decision = Decision(outcome, TODAY, ground, "So it is.")
    assert not problems_of_decision(decision, right)
    return lambda intake: answer_letter(ask(right, **fields), decision, intake)


def granted(right: RequestType, **fields: str) -> Writing:
    return answer(right, Outcome.GRANTED, **fields)


def partly(right: RequestType, ground: Ground = Ground.NOT_IDENTIFIED, **fields: str) -> Writing:
    return answer(right, Outcome.PARTLY_GRANTED, ground, **fields)


def refused(right: RequestType, ground: Ground = Ground.NOT_IDENTIFIED) -> Writing:
    return answer(right, Outcome.REFUSED, ground)


def receipt(right: RequestType, **fields: str) -> Writing:
    return lambda intake: receipt_letter(ask(right, **fields), intake)


def extension(reason: ExtensionReason = ExtensionReason.COMPLEX) -> Writing:
    until = Extension(date(2027, 2, 1), reason, TODAY)
    return lambda intake: extension_letter(ask(ACCESS), until, intake)


def page(right: RequestType, **fields: str) -> Writing:
    return lambda intake: receipt_html(ask(right, **fields), intake)


def status(right: RequestType, *, is_answered: bool = False, is_extended: bool = False) -> Writing:
    answered = TODAY if is_answered else None
    return lambda intake: status_html(ask(right), TODAY, is_answered, answered, is_extended, intake)


def fixed(shown: FixedPage) -> Writing:
    return lambda intake: fixed_page_html(shown, "en", intake)


def refusal(*problems: Problem, elsewhere: str | None = None, status: int = 422) -> Writing:
    what = Refusal(status, "en", problems, "x", ACCESS, elsewhere)
    return lambda intake: refusal_html(what, intake)


def wrong(rule: Any, field: str | None = "name") -> Writing:
    return refusal(Problem(field, rule))


def to_owner(right: RequestType, **fields: str) -> Writing:
    return lambda intake: mail_to_owner(ask(right, **fields), intake, SENDER, OWNER)


def to_sender(right: RequestType, link: str | None = None) -> Writing:
    return lambda intake: mail_to_sender(ask(right, **ADDRESS), intake, SENDER, link)


def promising(writing: Writing) -> Writing:
    """The same where a day is promised for the outcome of complaints, and how an answer comes."""

    def write(intake: Intake) -> object:
        policy = {"complaints": ComplaintPolicy(deadline="P3M"), "answer": Text("By letter.")}
        rights = intake.center.rights.model_copy(update=policy)
        center = intake.center.model_copy(update={"rights": rights})
        return writing(replace(intake, center=center))

    return write


LINK = "https://requests.tuimelkous.example/confirm/abc"
DONE: Mapping[str, RequestType] = {
    str(right): right for right in RequestType if right not in (GENERAL, DECISIONS, COMPLAINT)
}


@dataclass(frozen=True)
class Case:
    """Messages, with something in which each of them is written, and something in which none is."""

    ids: str
    said: Writing
    silent: Writing


def of_done() -> Iterator[Case]:
    """What was done, by right and by how much of it."""
    for name, right in DONE.items():
        yield Case(f"reply.granted.{name}", granted(right), partly(right))
        yield Case(f"reply.granted.{name}", granted(right), granted(GENERAL))
        yield Case(f"reply.partly.{name}", partly(right), granted(right))
        yield Case(f"reply.partly.{name}", partly(right), partly(GENERAL))


def of_grounds() -> Iterator[Case]:
    """Each ground, for a right that can be refused on it."""
    for ground in Ground:
        right = min(ground.request_types)
        message = f"reply.ground.{ground}"
        if ground is Ground.UNFOUNDED_COMPLAINT:
            yield Case(message, refused(COMPLAINT, ground), partly(COMPLAINT, ground))
        else:
            other = refused(right) if ground is not Ground.NOT_IDENTIFIED else granted(right)
            yield Case(message, refused(right, ground), other)
            yield Case(message, partly(right, ground), granted(right))


def of_pages() -> Iterator[Case]:
    """The pages that say one thing."""
    for shown in FixedPage:
        other = FixedPage.CONFIRM if shown is not FixedPage.CONFIRM else FixedPage.CONFIRMED
        yield Case(f"receiver.notice.{shown}", fixed(shown), fixed(other))


TO = {"recipient": "Another Ltd"}
CASES = (
    *of_done(),
    *of_grounds(),
    *of_pages(),
    Case("reply.received_on", granted(ACCESS), receipt(ACCESS)),
    Case("reply.received_on", extension(), granted(COMPLAINT)),
    Case("reply.complaint.received_on", granted(COMPLAINT), granted(ACCESS)),
    Case("reply.due", extension(), granted(ACCESS)),
    Case("reply.receipt.wrong", receipt(COMPLAINT), extension()),
    Case(
        "reply.receipt.by_post", receipt(ACCESS, **BY_POST), receipt(ACCESS, **BY_POST, **ADDRESS)
    ),
    Case("receiver.answer", receipt(ACCESS, **ADDRESS), receipt(ACCESS, **BY_POST)),
    Case("receiver.answer", page(ACCESS, **ADDRESS), page(ACCESS)),
    Case(
        "receiver.answer",
        promising(page(COMPLAINT, **ADDRESS)),
        promising(page(ACCESS, **ADDRESS)),
    ),
    Case(
        "receiver.answer",
        promising(receipt(COMPLAINT, **ADDRESS)),
        promising(receipt(ACCESS, **ADDRESS)),
    ),
    *(
        Case(f"receiver.effect.{right}", written(right, **ADDRESS), written(ACCESS, **ADDRESS))
        for right in (MARKETING, CONSENT)
        for written in (receipt, page)
    ),
    Case("reply.receipt.keep", receipt(ACCESS), receipt(COMPLAINT)),
    Case("reply.complaint.receipt.keep", receipt(COMPLAINT), receipt(ACCESS)),
    Case("reply.extension.needed", extension(), receipt(ACCESS)),
    Case("reply.extension.complex", extension(), extension(ExtensionReason.NUMBER)),
    Case("reply.extension.number", extension(ExtensionReason.NUMBER), extension()),
    Case("reply.answer.follows", granted(ACCESS), answer(ACCESS, Outcome.WITHDRAWN)),
    Case(
        "reply.answer.follows",
        answer(ACCESS, Outcome.NOTHING_FOUND),
        answer(ACCESS, Outcome.PASSED_ON),
    ),
    Case("reply.access_information", granted(ACCESS), refused(ACCESS)),
    Case("reply.access_information", partly(ACCESS), partly(ERASURE)),
    *(
        Case("reply.recipients", answered(right), other)
        for right in (RECTIFICATION, ERASURE, RESTRICTION)
        for answered, other in ((granted, refused(right)), (partly, partly(ACCESS)))
    ),
    *(
        Case("reply.restriction.meaning reply.restriction.lifting", answered(RESTRICTION), other)
        for answered, other in ((granted, refused(RESTRICTION)), (partly, partly(ERASURE)))
    ),
    Case("reply.consent.before", granted(CONSENT), refused(CONSENT)),
    Case("reply.consent.before", partly(CONSENT), partly(MARKETING)),
    Case("reply.granted.portability.sent", granted(PORTABILITY, **TO), granted(PORTABILITY)),
    Case("reply.granted.portability", granted(PORTABILITY), granted(PORTABILITY, **TO)),
    Case("reply.partly.portability.sent", partly(PORTABILITY, **TO), partly(PORTABILITY)),
    Case("reply.partly.portability", partly(PORTABILITY), partly(PORTABILITY, **TO)),
    Case("reply.granted.automated-decisions", granted(DECISIONS), refused(DECISIONS)),
    Case("reply.granted.automated-decisions", partly(DECISIONS), partly(ACCESS)),
    Case("reply.granted.complaint", granted(COMPLAINT), partly(COMPLAINT)),
    Case("reply.partly.complaint", partly(COMPLAINT), granted(COMPLAINT)),
    Case("reply.partly", partly(ACCESS), granted(ACCESS)),
    Case("reply.partly", partly(GENERAL), partly(COMPLAINT)),
    *(
        Case("reply.ground.not_identified.bare", refused(right), refused(ACCESS))
        for right in (CONSENT, COMPLAINT, GENERAL)
    ),
    Case("reply.ground.not_identified", refused(ACCESS), refused(CONSENT)),
    Case("reply.ground.not_identified.more", refused(ACCESS), refused(COMPLAINT)),
    Case("reply.complaint.ground.not_identified.more", refused(COMPLAINT), refused(ACCESS)),
    *(
        Case("reply.human_intervention", answered(DECISIONS, ground), other)
        for ground in (Ground.NEEDED_FOR_CONTRACT, Ground.EXPLICIT_CONSENT)
        for answered, other in (
            (refused, refused(DECISIONS, Ground.ALLOWED_BY_LAW)),
            (partly, granted(DECISIONS)),
        )
    ),
    *(
        Case(f"reply.{outcome}", answer(ACCESS, outcome), answer(COMPLAINT, outcome))
        for outcome in (Outcome.NOTHING_FOUND, Outcome.WITHDRAWN, Outcome.PASSED_ON)
    ),
    *(
        Case(f"reply.complaint.{outcome}", answer(COMPLAINT, outcome), answer(ACCESS, outcome))
        for outcome in (Outcome.NOTHING_FOUND, Outcome.WITHDRAWN, Outcome.PASSED_ON)
    ),
    Case("reply.nothing_found.where", answer(COMPLAINT, Outcome.NOTHING_FOUND), granted(ACCESS)),
    Case("reply.remedies.refused", refused(ACCESS), granted(ACCESS)),
    Case("reply.remedies.refused", partly(ACCESS), refused(COMPLAINT)),
    Case("reply.remedies.authority reply.remedies.court", granted(ACCESS), receipt(ACCESS)),
    Case("reply.remedies.authority reply.remedies.court", extension(), receipt(ACCESS)),
    Case("receiver.keep", page(ACCESS), page(COMPLAINT)),
    Case("complaint-to-us.questions", page(COMPLAINT), page(ACCESS)),
    Case("complaint-to-us.keep", page(COMPLAINT), page(ACCESS)),
    Case("receiver.status.in_hand", status(ACCESS), status(ACCESS, is_extended=True)),
    Case("receiver.status.in_hand", status(ACCESS), status(COMPLAINT)),
    Case("receiver.status.extended", status(ACCESS, is_extended=True), status(ACCESS)),
    Case(
        "receiver.status.answered",
        status(ACCESS, is_answered=True, is_extended=True),
        status(ACCESS, is_extended=True),
    ),
    Case("complaint-to-us.in_hand", status(COMPLAINT), status(COMPLAINT, is_answered=True)),
    Case("complaint-to-us.answered", status(COMPLAINT, is_answered=True), status(COMPLAINT)),
    Case(
        "receiver.go_back receiver.otherwise_intro",
        wrong("missing"),
        refusal(Problem("audience", "unknown"), elsewhere="shoppers"),
    ),
    Case(
        "receiver.nothing_kept",
        refusal(Problem("audience", "unknown"), elsewhere="shoppers"),
        wrong("missing"),
    ),
    Case("receiver.otherwise_intro", fixed(FixedPage.CANNOT_STORE), fixed(FixedPage.CONFIRMED)),
    Case(
        "receiver.notice.unreadable",
        refusal(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        refusal(status=HTTPStatus.CONFLICT),
    ),
    *(
        Case(f"receiver.problem.{rule}", wrong(rule), wrong("missing"))
        for rule in ("unknown", "unexpected", "not_empty", "too_fast")
    ),
    Case("mail.owner.intro", to_owner(ACCESS), to_owner(COMPLAINT)),
    Case("mail.owner.complaint_intro mail.owner.complaint", to_owner(COMPLAINT), to_owner(ACCESS)),
    Case("mail.owner.reply", to_owner(ACCESS, **ADDRESS), to_owner(ACCESS)),
    Case("mail.owner.unproven", to_owner(COMPLAINT), to_sender(COMPLAINT)),
    Case("mail.owner.longer", to_owner(ACCESS), to_owner(COMPLAINT)),
    Case("mail.owner.longer", to_owner(OBJECTION), to_owner(MARKETING)),
    Case("mail.owner.longer", to_owner(DECISIONS), to_owner(GENERAL)),
    Case("mail.owner.at_once.direct-marketing", to_owner(MARKETING), to_owner(CONSENT)),
    Case("mail.owner.at_once.withdraw-consent", to_owner(CONSENT), to_owner(ACCESS)),
    Case("mail.sender.received", to_sender(ACCESS), to_sender(COMPLAINT)),
    Case("mail.sender.received", receipt(ACCESS), receipt(COMPLAINT)),
    Case("mail.sender.complaint_received", to_sender(COMPLAINT), to_sender(ACCESS)),
    Case("mail.sender.confirm mail.sender.status", to_sender(ACCESS, LINK), to_sender(ACCESS)),
    Case("mail.sender.status", to_sender(ACCESS, LINK), to_sender(COMPLAINT, LINK)),
    Case(
        "mail.sender.confirm mail.sender.complaint_status",
        to_sender(COMPLAINT, LINK),
        to_sender(COMPLAINT),
    ),
    Case("mail.sender.complaint_status", to_sender(COMPLAINT, LINK), to_sender(ACCESS, LINK)),
    Case("mail.sender.not_asked", to_sender(COMPLAINT), to_owner(COMPLAINT)),
    Case("complaint-to-us.outcome", page(COMPLAINT), promising(page(COMPLAINT))),
    Case("complaint-to-us.received", receipt(COMPLAINT), receipt(ACCESS)),
)


def said(writing: Writing) -> set[str]:
    """The messages that something asks for."""
    listening = Listening()
    localizations = {"en": Localization("en", cast("Any", listening))}
    writing(replace(an_intake(), localizations=localizations))
    return listening.asked


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ids.split()[0])
def test_a_sentence_is_written_under_its_condition_and_not_without(case: Case) -> None:
    ids = set(case.ids.split())
    assert ids - said(case.said) == set()
    assert ids & said(case.silent) == set()


def test_every_condition_that_the_receiver_makes_true_is_tried_both_ways() -> None:
    tried = {id for case in CASES for id in case.ids.split()}
    assert [
        id
        for id, condition in conditions().items()
        if condition and condition.startswith(("the receiver", "the complaint"))
        if id not in tried and not id.startswith(("desk.", "report."))
    ] == []
