"""What an organisation writes to somebody who made a request: a receipt, an extension, an answer.

A letter is plain data: `printing` and `mails` put it on paper and into e-mails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import SupervisoryAuthority
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.intake.judging import Intake
from mkdocs_privacy.requests.intake.request_words import SentField, Teller, tell_of

_ON_THE_ENVELOPE = frozenset({"name", "email", "postal_address"})
_OF_THE_SITE = frozenset({"language", "channel", "policy_release"})
_REASONS = {
    ExtensionReason.COMPLEX: "reply.extension.complex",
    ExtensionReason.NUMBER: "reply.extension.number",
}
_OPEN_PLACES = (
    "reply.open.enclosures",
    "reply.open.answer",
    "reply.open.review",
    "reply.open.measures",
    "reply.open.not_done",
    "reply.open.reasons",
    "reply.open.controller",
)


class LetterKind(StrEnum):
    """What a letter is for; with the reference it is the id of an e-mail."""

    RECEIPT = "receipt"
    EXTENSION = "extension"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with its label: “Reference number: 7K3F-9QXZ-W2M4-6H8T”."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as plain text in one language, whichever way it is sent."""

    kind: LetterKind
    reference: str
    language: str
    subject: str
    lines: tuple[Line, ...]
    """Which request it is about."""
    opening: str
    paragraphs: tuple[str, ...]
    """In order; one may have several lines."""
    closing: str
    open_places: tuple[str, ...] = ()
    """What somebody must still fill in, as it stands in the paragraphs, in square brackets: no
    letter with such a place is ready to be sent."""


@dataclass(frozen=True, slots=True)
class LetterWriter:
    """Writes the parts that letters about one request share."""

    request: RightsRequest
    intake: Intake
    localization: Localization

    def say(self, id: str, **values: str) -> str:
        """A sentence of the catalog, as it is said of such a request."""
        return self.localization.message(self.teller().wording(id), **values).unescape()

    def say_citing(self, id: str, article: str) -> str:
        """A sentence that ends with the provision that it rests on."""
        return self.say(id, cited=self.localization.cite(article).unescape())

    def labelled(self, label: str, value: str) -> str:
        """A label and its value in one line."""
        return f"{label}{self.say('punctuation.colon')} {value}"

    def sent(self) -> Iterator[SentField]:
        """What was asked, by the names that an organisation has for its fields."""
        return self.teller().sent(self.request, to_the_visitor=False)

    def teller(self) -> Teller:
        """Who tells of the request."""
        return tell_of(self.request, self.intake, self.localization)

    def lines(self) -> Iterator[Line]:
        """The reference and what was asked for; that it is a complaint, the subject says."""
        yield Line(self.say("received.reference"), self.request.reference)
        if not self.teller().is_complaint:
            yield Line(self.say("received.right"), self.teller().right())

    def received_on(self) -> str:
        """The sentence that says when the request was received."""
        day = self.localization.date(self.request.received_at.date())
        return self.say("reply.received_on", date=day)

    def remedies(self, *, is_refused: bool) -> Iterator[str]:
        """The right to complain and to go to court (GDPR articles 12(4), 77 and 79)."""
        organisation = self.intake.center.organisation
        if organisation.complaints:
            yield self.localization.text(organisation.complaints)
        complaint = self.say_citing("reply.remedies.authority", "77")
        if is_refused:
            complaint = f"{self.say_citing('reply.remedies.refused', '12(4)')} {complaint}"
        yield complaint
        if organisation.supervisory_authority:
            yield "\n".join(self._authority(organisation.supervisory_authority))
        yield self.say_citing("reply.remedies.court", "79")

    def _authority(self, authority: SupervisoryAuthority) -> Iterator[str]:
        text, address = self.localization.text, self.intake.center.organisation.address
        yield self.labelled(self.say("subject.authority"), text(authority.name))
        if authority.address:
            yield text(authority.address)
        if authority.phone:
            yield f"{self.say('contact.phone')} {authority.phone}"
        if authority.email:
            yield f"{self.say('contact.email')} {authority.email}"
        if authority.complaint:
            country = (authority.use or address.country)[:2]
            label = self.localization.id_in_country("authority.complaint", country)
            yield self.labelled(self.say(label), text(authority.complaint))
        else:
            yield self.labelled(self.say("contact.website"), text(authority.website))

    def letter(
        self, kind: LetterKind, subject: str, lines: Iterable[Line], paragraphs: Iterable[str]
    ) -> Letter:
        """A whole letter; `subject` is the id of its message, paragraphs without words are none."""
        written = tuple(filter(None, paragraphs))
        return Letter(
            kind=kind,
            reference=self.request.reference,
            language=self.localization.language,
            subject=self.say(subject, reference=self.request.reference),
            lines=tuple(lines),
            opening=self.say("reply.opening"),
            paragraphs=written,
            closing=self.say("reply.closing"),
            open_places=tuple(
                place
                for place in map(self.say, _OPEN_PLACES)
                if any(place in paragraph for paragraph in written)
            ),
        )


def letter_writer(request: RightsRequest, intake: Intake, language: str | None) -> LetterWriter:
    """Who writes about a request, in `language` or else in that of who made it."""
    return LetterWriter(request, intake, intake.localization(language or request.language))


def receipt_letter(request: RightsRequest, intake: Intake, language: str | None = None) -> Letter:
    """Tells that a request arrived, what was asked, and by when an answer comes.

    For one that did not come by a form, whose sender has nothing in hand: an authority may ask for
    proof of it (Regulation (EU) 2025/2518).
    """
    writer = letter_writer(request, intake, language)
    return writer.letter(
        LetterKind.RECEIPT,
        "reply.receipt.subject",
        _facts_of_receipt(writer),
        _words_of_receipt(writer),
    )


def _facts_of_receipt(writer: LetterWriter) -> Iterator[Line]:
    day = writer.localization.date
    yield from writer.lines()
    yield Line(writer.say("receiver.received_on"), day(writer.request.received_at.date()))
    for field in writer.sent():
        if field.name == "channel":
            yield Line(field.label, *field.values)
    if writer.teller().is_answered_by_then:
        yield Line(writer.teller().expected(), day(writer.request.expected_by))


def _words_of_receipt(writer: LetterWriter) -> Iterator[str]:
    rights, say = writer.intake.center.rights, writer.say
    yield say("mail.sender.received")
    noted = [
        writer.labelled(field.label, writer.localization.listed(field.values).unescape())
        for field in writer.sent()
        if field.name not in _ON_THE_ENVELOPE | _OF_THE_SITE
    ]
    if noted:
        yield "\n".join([say("reply.receipt.noted"), *noted])
    yield " ".join(_when_and_where(writer))
    if writer.teller().may_ask_identity(writer.request):
        identity = writer.localization.text(rights.identity_check)
        yield identity or say("rights.identity_default")
    yield say("reply.receipt.keep")
    yield say("reply.receipt.wrong")


def _when_and_where(writer: LetterWriter) -> Iterator[str]:
    request, localization, told = writer.request, writer.localization, writer.teller()
    if told.is_complaint:
        yield _outcome_of_complaint(writer)
    yield from told.course()
    if request.email:
        stated = None if told.is_complaint else writer.intake.center.rights.answer
        yield localization.text(stated) or writer.say("receiver.answer", email=request.email)
    elif request.fields.get("postal_address"):
        yield writer.say("reply.receipt.by_post")


def _outcome_of_complaint(writer: LetterWriter) -> str:
    deadline = writer.intake.center.rights.complaint_policy.deadline
    if deadline is None:
        return writer.say("complaint-to-us.outcome")
    within = writer.localization.period(deadline)
    return writer.say("complaint-to-us.outcome_within", period=within)


def extension_letter(
    request: RightsRequest, extension: Extension, intake: Intake, language: str | None = None
) -> Letter:
    """Tells that an answer takes longer, why, and until when (GDPR article 12(3))."""
    writer = letter_writer(request, intake, language)
    until = writer.localization.date(extension.until)
    return writer.letter(
        LetterKind.EXTENSION,
        "reply.extension.subject",
        writer.lines(),
        (
            f"{writer.received_on()} {writer.say_citing('reply.extension.needed', '12(3)')}",
            writer.say(_REASONS[extension.reason]),
            extension.explanation or "",
            writer.say("reply.due", date=until),
            *writer.remedies(is_refused=False),
        ),
    )
