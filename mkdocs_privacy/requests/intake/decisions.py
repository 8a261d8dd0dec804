"""The draft of an answer to a request: what was decided, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake.judging import Intake
from mkdocs_privacy.requests.intake.letters import (
    Letter,
    LetterKind,
    LetterWriter,
    Line,
    letter_writer,
)
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome

_SUBJECTS = {
    Outcome.WITHDRAWN: "reply.withdrawn.subject",
    Outcome.PASSED_ON: "reply.passed_on.subject",
}
_OPENINGS = {
    Outcome.WITHDRAWN: "reply.withdrawn",
    Outcome.PASSED_ON: "reply.passed_on",
}
"""What is said of a request that is not answered."""
_ABOUT = ("activities", "recipient")
"""The fields that tell one request for a right from another."""

_GRANTED: Mapping[str, str] = {
    RequestType.ACCESS: "reply.granted.access",
    RequestType.RECTIFICATION: "reply.granted.rectification",
    RequestType.ERASURE: "reply.granted.erasure",
    RequestType.RESTRICTION: "reply.granted.restriction",
    RequestType.PORTABILITY: "reply.granted.portability",
    RequestType.OBJECTION: "reply.granted.objection",
    RequestType.DIRECT_MARKETING: "reply.granted.direct-marketing",
    RequestType.AUTOMATED_DECISIONS: "reply.granted.automated-decisions",
    RequestType.WITHDRAW_CONSENT: "reply.granted.withdraw-consent",
    RequestType.COMPLAINT: "reply.granted.complaint",
}
"""What was done; for a general request there is nothing to say but the answer itself."""
_PARTLY: Mapping[str, str] = {
    RequestType.ACCESS: "reply.partly.access",
    RequestType.RECTIFICATION: "reply.partly.rectification",
    RequestType.ERASURE: "reply.partly.erasure",
    RequestType.RESTRICTION: "reply.partly.restriction",
    RequestType.PORTABILITY: "reply.partly.portability",
    RequestType.OBJECTION: "reply.partly.objection",
    RequestType.DIRECT_MARKETING: "reply.partly.direct-marketing",
    RequestType.AUTOMATED_DECISIONS: "reply.granted.automated-decisions",
    RequestType.WITHDRAW_CONSENT: "reply.partly.withdraw-consent",
    RequestType.COMPLAINT: "reply.partly.complaint",
}
_SENT_ON = {
    "reply.granted.portability": "reply.granted.portability.sent",
    "reply.partly.portability": "reply.partly.portability.sent",
}
"""What is said instead where the data went to another organisation (GDPR article 20(2))."""
_ALSO: Mapping[str, tuple[tuple[str, str], ...]] = {
    RequestType.ACCESS: (("reply.access_information", "15"),),
    RequestType.RECTIFICATION: (("reply.recipients", "19"),),
    RequestType.ERASURE: (("reply.recipients", "19"),),
    RequestType.RESTRICTION: (
        ("reply.recipients", "19"),  # of the restriction, not of what is said of lifting it
        ("reply.restriction.meaning", "18(2)"),
        ("reply.restriction.lifting", "18(3)"),
    ),
    RequestType.WITHDRAW_CONSENT: (("reply.consent.before", "7(3)"),),
}
"""What the law has somebody told beside it, with the provision."""
_WITHOUT_ARTICLE = {Ground.NOT_IDENTIFIED: "reply.ground.not_identified.bare"}
"""A ground that cites an article for some rights only, where it cites none."""
_IN_OWN_WORDS: Mapping[str, str] = {
    RequestType.AUTOMATED_DECISIONS: "reply.open.review",
    RequestType.GENERAL: "reply.open.answer",
    RequestType.COMPLAINT: "reply.open.measures",
}
"""What only who decided can say."""


def answer_letter(
    request: RightsRequest, decision: Decision, intake: Intake, language: str | None = None
) -> Letter:
    """A draft of the answer; `open_places` says what is still to be filled in.

    The decision is one in which `problems_of_decision` finds nothing. The explanation is printed as
    it was written; the note is not.
    """
    writer = letter_writer(request, intake, language)
    # of refusing to act on a request, not on a complaint (GDPR article 12(4))
    is_refused = decision.outcome.takes_ground and not writer.teller().is_complaint
    return writer.letter(
        LetterKind.ANSWER,
        _SUBJECTS.get(decision.outcome, "reply.answer.subject"),
        _facts(writer),
        (*_words(writer, decision), *writer.remedies(is_refused=is_refused)),
    )


def _facts(writer: LetterWriter) -> Iterator[Line]:
    yield from writer.lines()
    for field in writer.sent():
        if field.name in _ABOUT:
            yield Line(field.label, writer.localization.listed(field.values).unescape())


def _words(writer: LetterWriter, decision: Decision) -> Iterator[str]:
    received, explanation = writer.received_on(), decision.explanation or ""
    ground = decision.ground
    yield f"{received} {writer.say(_OPENINGS.get(decision.outcome, 'reply.answer.follows'))}"
    match decision.outcome:
        case Outcome.GRANTED:
            yield from _granted(writer, explanation)
        case Outcome.PARTLY_GRANTED:
            yield from _partly_granted(writer, ground, explanation)
        case Outcome.REFUSED:
            if ground is not Ground.UNFOUNDED_COMPLAINT:
                yield writer.say("reply.refused")
            if ground:
                yield _rests_on(writer, ground)
            yield explanation or writer.say("reply.open.reasons")
            if ground:
                yield _still_possible(writer, ground)
        case Outcome.NOTHING_FOUND:
            yield writer.say("reply.nothing_found")
            yield explanation
            yield writer.say("reply.nothing_found.where")
        case Outcome.WITHDRAWN:
            yield explanation
        case Outcome.PASSED_ON:
            to = explanation or writer.say("reply.open.controller")
            yield writer.labelled(writer.say("reply.passed_on.to"), to)


def _granted(writer: LetterWriter, explanation: str) -> Iterator[str]:
    yield from _done(writer, _GRANTED)
    own_words = _IN_OWN_WORDS.get(writer.request.request_type)
    yield explanation or (writer.say(own_words) if own_words else "")
    yield from _kept_of_it(writer)


def _partly_granted(writer: LetterWriter, ground: Ground | None, explanation: str) -> Iterator[str]:
    if not writer.teller().is_complaint:
        yield writer.say("reply.partly")
    yield from _done(writer, _PARTLY)
    if own_words := _IN_OWN_WORDS.get(writer.request.request_type):
        yield writer.say(own_words)
    yield "\n".join(
        (writer.say("reply.not_done"), explanation or writer.say("reply.open.not_done"))
    )
    if ground and ground is not Ground.UNFOUNDED_COMPLAINT:  # it would contradict what stands above
        yield _rests_on(writer, ground)
        yield _still_possible(writer, ground)
    yield from _kept_of_it(writer)


def _done(writer: LetterWriter, sentences: Mapping[str, str]) -> Iterator[str]:
    """What was done, and what the law has somebody told of it."""
    asked = writer.request.request_type
    is_sent_on = asked is RequestType.PORTABILITY and bool(writer.request.fields.get("recipient"))
    if done := sentences.get(asked):
        yield writer.say(_SENT_ON[done] if is_sent_on else done)
    for sentence, article in _ALSO.get(asked, ()):
        yield writer.say_citing(sentence, article)
    if asked is RequestType.ACCESS or (asked is RequestType.PORTABILITY and not is_sent_on):
        enclosures = writer.say("reply.open.enclosures")
        yield writer.labelled(writer.say("reply.enclosed"), enclosures)


def _rests_on(writer: LetterWriter, ground: Ground) -> str:
    article = ground.article_for(writer.request.request_type)
    if article is None:
        return writer.say(_WITHOUT_ARTICLE.get(ground, f"reply.ground.{ground}"))
    return writer.say_citing(f"reply.ground.{ground}", article)


def _still_possible(writer: LetterWriter, ground: Ground) -> str:
    """What the law leaves to somebody in spite of the ground (GDPR articles 11(2) and 22(3))."""
    match ground:
        case Ground.NOT_IDENTIFIED:
            return writer.say("reply.ground.not_identified.more")
        case Ground.NEEDED_FOR_CONTRACT | Ground.EXPLICIT_CONSENT:
            return writer.say_citing("reply.human_intervention", "22(3)")
    return ""


def _kept_of_it(writer: LetterWriter) -> Iterator[str]:
    """What the organisation says that it keeps of a request, to who had everything erased."""
    if writer.request.request_type is RequestType.ERASURE:
        yield writer.localization.text(writer.intake.center.rights.record)
