"""The forms on the page of a request: assign, add to the account, extend, close, reopen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_privacy.model import LONGEST_EXTENSION
from mkdocs_privacy.requests.desk.actions import Action, Dossier
from mkdocs_privacy.requests.desk.form_reading import FormReader
from mkdocs_privacy.requests.extension import (
    Extension,
    ExtensionFault,
    ExtensionReason,
    extended_until,
    faults_of_extension,
    told_by,
)
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.outcome import (
    Decision,
    DecisionFault,
    Ground,
    Outcome,
    faults_of_decision,
)
from mkdocs_privacy.requests.store import EntryKind

NOTES = (EntryKind.NOTE, EntryKind.IDENTITY, EntryKind.ACTION)
"""What somebody can add to an account by hand."""
_BY_MAIL = "mail"
"""How somebody is told of an extension; otherwise it is by the organisation itself."""
_EXTENSION_FAULTS: Mapping[ExtensionFault, tuple[str, str]] = {
    ExtensionFault.NEVER: ("until", "desk.flaw.never"),
    ExtensionFault.TOLD_TOO_LATE: ("told_on", "desk.flaw.told_too_late"),
    ExtensionFault.TOLD_TOO_SOON: ("told_on", "desk.flaw.before_receipt"),
}
_DECISION_FAULTS: Mapping[DecisionFault, tuple[str, str]] = {
    DecisionFault.NO_GROUND: ("ground", "desk.flaw.no_ground"),
    DecisionFault.NEEDLESS_GROUND: ("ground", "desk.flaw.needless_ground"),
    DecisionFault.UNFIT_GROUND: ("ground", "desk.flaw.unfit_ground"),
    DecisionFault.NO_PROOF: ("explanation", "desk.flaw.no_proof"),
    DecisionFault.NOT_SAID_WHAT: ("explanation", "desk.flaw.not_said_what"),
    DecisionFault.NOT_SAID_WHO: ("explanation", "desk.flaw.not_said_who"),
}
"""Which field each is about, and how it is said."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a form on the page of a request is held against."""

    dossier: Dossier
    intake: Intake
    today: date
    sends_mail: bool

    @property
    def country(self) -> str:
        """The country whose holidays count."""
        return self.intake.center.organisation.address.country

    @property
    def can_mail(self) -> bool:
        """Whether the person can be told by mail from here."""
        return self.sends_mail and self.dossier.stored.request.email is not None


def read_assignment(reader: FormReader, scene: Scene) -> Action:  # noqa: ARG001
    """Who deals with it; nobody where no name is given."""
    name = reader.line("assignee", "desk.assignee")
    return Action(
        EntryKind.ASSIGNED,
        name,
        lambda store, reference, signature: store.assign(reference, name, signature),
    )


def read_note(reader: FormReader, scene: Scene) -> Action:  # noqa: ARG001
    """Something for the account."""
    kind = reader.choice("kind", "desk.kind", NOTES) or EntryKind.NOTE
    words = reader.words("words", "desk.words", is_required=True) or ""
    return Action(
        kind,
        words,
        lambda store, reference, signature: store.note(reference, kind, words, signature),
    )


def read_extension(reader: FormReader, scene: Scene) -> Extension | None:
    """More time, and how the person is told of it."""
    by_mail = is_by_mail(reader, scene)
    until = reader.day("until", "desk.until")
    reason = reader.choice("reason", "desk.reason", tuple(ExtensionReason))
    explanation = reader.words("explanation", "desk.explanation")
    told_on = scene.today if by_mail else reader.day("told_on", "desk.told_on", scene.today)
    if until is None or reason is None or told_on is None:
        return None
    request = scene.dossier.stored.request
    received, country = request.received_at.date(), scene.country
    latest = extended_until(received, LONGEST_EXTENSION, country)
    if until <= request.expected_by:
        reader.refuse_day("until", "desk.flaw.not_later", request.expected_by)
    if until > latest:
        reader.refuse_day("until", "desk.flaw.too_late", latest)
    dates = {ExtensionFault.TOLD_TOO_LATE: told_by(received, country)}
    for fault in faults_of_extension(request.request_type, received, told_on, country):
        name, message = _EXTENSION_FAULTS[fault]
        field = "told" if by_mail and name == "told_on" else name
        reader.refuse_day(field, message, dates.get(fault, received))
    return Extension(until, reason, told_on, explanation)


def is_by_mail(reader: FormReader, scene: Scene) -> bool:
    """Whether the receiver tells the person of an extension."""
    return scene.can_mail and reader.typed.get("told") == _BY_MAIL


def extend(reader: FormReader, scene: Scene) -> Action | None:
    """Extend the time to answer."""
    extension = read_extension(reader, scene)
    by_mail = is_by_mail(reader, scene)
    if extension is None:
        return None
    return Action(
        EntryKind.EXTENDED,
        extension.until.isoformat(),
        lambda store, reference, signature: store.extend(
            reference, extension, signature, by_mail=by_mail
        ),
        lambda stored: stored.extension == extension,
    )


def read_decision(reader: FormReader, scene: Scene) -> Decision | None:
    """How a request ends."""
    request = scene.dossier.stored.request
    outcome = reader.choice("outcome", "desk.outcome", tuple(Outcome))
    ground: Ground | None = None
    if reader.typed.get("ground"):
        ground = reader.choice("ground", "desk.ground", tuple(Ground))
    explanation = reader.words("explanation", "desk.explanation")
    note = reader.words("note", "desk.note")
    on = reader.day("on", "receiver.status.answered_on", scene.today)
    received = request.received_at.date()
    if on and on < received:
        reader.refuse_day("on", "desk.flaw.before_receipt", received)
    if outcome is None or on is None:
        return None
    decision = Decision(outcome, on, ground, explanation, note)
    article = ground.article_for(request.request_type) if ground else None
    cited = reader.localization.cite(article) if article else ""
    for fault in faults_of_decision(decision, request.request_type):
        reader.refuse(*_DECISION_FAULTS[fault], cited=cited)
    return decision


def close(reader: FormReader, scene: Scene) -> Action | None:
    """Note how a request ended."""
    decision = read_decision(reader, scene)
    if decision is None:
        return None
    return Action(
        EntryKind.CLOSED,
        str(decision.outcome),
        lambda store, reference, signature: store.close(reference, decision, signature),
        lambda stored: stored.decision == decision,
    )


def reopen(reader: FormReader, scene: Scene) -> Action | None:  # noqa: ARG001
    """Take back that a request was closed."""
    decision = scene.dossier.stored.decision
    if decision is None:  # a double click: what it wants is so already
        return None
    return Action(
        EntryKind.REOPENED,
        f"{decision.outcome}, {decision.on}",
        lambda store, reference, signature: store.reopen(reference, signature),
    )


ACTIONS: Mapping[str, Callable[[FormReader, Scene], Action | None]] = {
    "assign": read_assignment,
    "note": read_note,
    "extend": extend,
    "close": close,
    "reopen": reopen,
}
"""By the ends of their addresses; nothing to do where something is wrong, or is so already."""
