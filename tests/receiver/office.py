"""An office that deals with requests day by day, by a clock that the test turns, and remembers by
itself what it did."""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from requests_world import JSON, a_post
from running import settings_in
from worlds import LANGUAGES

from mkdocs_privacy.cli import main
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import (
    Extension,
    ExtensionReason,
    can_be_extended,
    extended_until,
)
from mkdocs_privacy.requests.intake import Intake, write_down
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.receiver import MailSettings, Security
from mkdocs_privacy.requests.receiver.composing import compose, gather
from mkdocs_privacy.requests.receiver.upkeep import keep_up
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import EntryKind, MailKind, Signature, StatusFilter, Store

OWNER = "hallo@tuimelkous.example"
REMIND_DAYS = 7
_FEW = 4
"""How often a command is typed that reads the whole site; then the same is done without it."""
_LINK = re.compile(r"https://requests\.tuimelkous\.example/confirm/(\S+)")


@dataclass(frozen=True)
class Plan:
    """What will happen to one request."""

    number: int
    arrives: date
    request_type: RequestType
    language: str
    channel: Channel
    has_email: bool
    is_confirmed: bool
    extended_after: int | None
    """Days after it came in."""
    closed_after: int | None
    """Days after it came in; never where nothing stands here."""
    outcome: Outcome
    ground: Ground | None
    reopened_after: int | None
    """Days after it was closed; ten days later it is granted."""

    @property
    def by_command(self) -> bool:
        """Whether an officer types the commands."""
        return self.number % 10 == 0

    @property
    def email(self) -> str:
        return f"person-{self.number:03}@voorbeeld.example"


def make_plans(types: Sequence[RequestType], number: int, first: date) -> Iterator[Plan]:
    """So many requests within a year, the same ones every time."""
    chance = random.Random(2026)
    for index in range(number):
        asked = types[index % len(types)]
        by_form = chance.random() < 0.75
        is_extended = can_be_extended(asked) and chance.random() < 0.2
        outcome = chance.choices(list(Outcome), weights=(50, 12, 10, 12, 8, 8))[0]
        fitting = [ground for ground in Ground if asked in ground.request_types]
        yield Plan(
            number=index,
            arrives=first + timedelta(days=index * 365 // number),
            request_type=asked,
            language=LANGUAGES[index % 3],
            channel=Channel.FORM if by_form else chance.choice(list(Channel)[1:]),
            has_email=by_form or chance.random() < 0.6,
            is_confirmed=chance.random() < 0.7,
            extended_after=chance.randrange(5, 20) if is_extended else None,
            closed_after=None
            if index % 80 == 79
            else chance.randrange(30, 100)
            if is_extended
            else chance.choice([*range(1, 28), 36, 44]),
            outcome=outcome,
            ground=chance.choice(fitting) if outcome.takes_ground else None,
            reopened_after=5 if index % 17 == 3 else None,
        )


@dataclass
class Case:
    """What the office itself remembers of a request."""

    plan: Plan
    request: RightsRequest
    due: date
    is_extended: bool = False
    decision: Decision | None = None
    account: list[EntryKind] = field(default_factory=list)
    mails: Counter[MailKind] = field(default_factory=Counter)
    """Those that must have gone out."""
    reminded_of: set[date] = field(default_factory=set)

    @property
    def marks(self) -> list[str]:
        """What tells who it was, wherever it stands."""
        posted = json.dumps(dict(self.request.fields))
        number = self.plan.number
        marks = (f"person-{number:03}@", f"Persoon {number:03}", f"Kous {number:03}")
        return [self.request.reference, *(mark for mark in marks if mark in posted)]


@dataclass(frozen=True)
class Sent:
    """A mail that went out."""

    kind: MailKind
    references: tuple[str, ...]
    message: EmailMessage


class Office:
    """One officer, one receiver, one store."""

    def __init__(self, place: str, folder: Path, intake: Intake) -> None:
        self.place = place
        self.folder = folder
        self.intake = intake
        self.store = Store.open(place, create=True)
        self.cases: dict[str, Case] = {}
        self.sent: list[Sent] = []
        self._agenda: dict[date, list[tuple[str, Case]]] = defaultdict(list)
        self._tokens: dict[str, str] = {}
        self.typed: Counter[str] = Counter()
        """How often the officer typed a command."""
        self._mail = MailSettings("localhost", 25, Security.NONE, OWNER, OWNER)

    # A day

    def live(self, day: date, plans: Sequence[Plan]) -> None:
        """Everything that happens on a day."""
        for plan in plans:
            self._receive(plan, day)
        for act, case in self._agenda.pop(day, ()):
            getattr(self, f"_{act}")(case, day)
        self._keep_up(day)
        self._deliver(_at(day, 18))
        if day.weekday() == 6:
            self.store.shut()
            self.store = Store.open(self.place)

    def run(self, day: date, *arguments: str) -> Result:
        """A command, as the officer types it on a day."""
        self.typed[arguments[0]] += 1
        result = CliRunner().invoke(
            main,
            ["requests", *arguments],
            env={
                "SOURCE_DATE_EPOCH": str(int(_at(day, 12).timestamp())),
                "PRIVACY_DATABASE": self.place,
                "PRIVACY_OFFICER": "An",
            },
        )
        assert result.exit_code in (0, 1), result.output
        assert not result.exception or isinstance(result.exception, SystemExit), result.exception
        return result

    def _plan(self, act: str, case: Case, day: date) -> None:
        self._agenda[day].append((act, case))

    def _receive(self, plan: Plan, day: date) -> None:
        is_form = plan.channel is Channel.FORM
        if is_form:
            post = a_post(_body(plan, self.intake), JSON, received_at=_at(day, 9))
            request = self.intake.take(post)
            assert isinstance(request, RightsRequest), request
            assert self.store.add(request, (MailKind.OWNER, MailKind.SENDER)).is_new
        else:
            request = self._write_down(plan, day)
        case = self.cases[request.reference] = Case(plan, request, request.expected_by)
        if is_form:
            case.mails += Counter([MailKind.OWNER, MailKind.SENDER])
        else:
            case.account.append(EntryKind.ADDED)
        for act, after in (("extend", plan.extended_after), ("close", plan.closed_after)):
            if after is not None:
                self._plan(act, case, day + timedelta(days=after))
        if is_form and plan.is_confirmed:
            self._plan("confirm", case, day + timedelta(days=1))

    def _write_down(self, plan: Plan, day: date) -> RightsRequest:
        """A request that came by telephone, letter, mail or at the counter."""
        known = {
            "right": str(plan.request_type),
            "language": plan.language,
            "audience": "customers",
            **_answers(plan),
        }
        form = {asked.name for asked in self.intake.forms[plan.request_type].fields}
        fields = {name: said for name, said in known.items() if name in {"right", *form}}
        if not plan.has_email:
            del fields["email"]
            fields["postal_address"] = f"Persoon {plan.number:03}\nKerkstraat 1\n2580 Putte"
        if self.typed["add"] < _FEW:
            options = [
                f"--{name.replace('_', '-')}={said.replace(chr(10), ';')}"
                for name, said in fields.items()
            ]
            site = f"--config-file={self.folder / 'mkdocs.yml'}"
            told = self.run(day, "add", *options, f"--via={plan.channel}", site).stdout
            return self.store.request(told.partition(":")[0]).request
        request = write_down(fields, _at(day, 0), self.intake)
        assert isinstance(request, RightsRequest), request
        self.store.add(request, (), plan.channel, _signed(day))
        return request

    def _confirm(self, case: Case, day: date) -> None:
        assert self.store.confirm_address(self._tokens[case.request.reference], _at(day, 10))
        case.account.append(EntryKind.CONFIRMED)

    def _extend(self, case: Case, day: date) -> None:
        reference, by_mail = case.request.reference, case.plan.has_email
        country = self.intake.center.organisation.address.country
        until = extended_until(case.plan.arrives, "P2M", country)
        if self.typed["extend"] < _FEW:
            site = f"--config-file={self.folder / 'mkdocs.yml'}"
            more = ["--by-mail"] if by_mail else [f"--told-on={day}"]
            told = self.run(day, "extend", reference, "--reason", "complex", site, *more)
            assert told.stdout == f"extended {reference}: due {until}\n"
        else:
            extension = Extension(until, ExtensionReason.COMPLEX, day)
            self.store.extend(reference, extension, _signed(day), by_mail=by_mail)
        case.due, case.is_extended = until, True
        case.account.append(EntryKind.EXTENDED)
        case.mails += Counter([MailKind.EXTENSION] * by_mail)

    def _close(self, case: Case, day: date) -> None:
        plan = case.plan
        told = {Outcome.PARTLY_GRANTED: "Kous blijft.", Outcome.PASSED_ON: "Kous & Zonen"}
        explanation = told.get(plan.outcome)
        if plan.ground and plan.ground.needs_proof:
            explanation = "Elke dag hetzelfde."
        self._decide(case, Decision(plan.outcome, day, plan.ground, explanation))
        if plan.reopened_after:
            self._plan("reopen", case, day + timedelta(days=plan.reopened_after))

    def _close_again(self, case: Case, day: date) -> None:
        self._decide(case, Decision(Outcome.GRANTED, day))

    def _decide(self, case: Case, decision: Decision) -> None:
        reference = case.request.reference
        if case.plan.by_command:
            options = [f"--outcome={decision.outcome}"]
            options += [f"--ground={decision.ground}"] if decision.ground else []
            options += [f"--explanation={decision.explanation}"] if decision.explanation else []
            told = self.run(decision.on, "close", reference, *options)
            assert told.stdout.startswith(f"closed {reference}: "), told.output
            assert (", " in told.stdout) == (decision.on > case.due)
        else:
            self.store.close(reference, decision, _signed(decision.on))
        case.decision = decision
        case.account.append(EntryKind.CLOSED)

    def _reopen(self, case: Case, day: date) -> None:
        if case.plan.by_command:
            assert self.run(day, "reopen", case.request.reference).exit_code == 0
        else:
            self.store.reopen(case.request.reference, _signed(day))
        case.decision = None
        case.account.append(EntryKind.REOPENED)
        self._plan("close_again", case, day + timedelta(days=10))

    def _keep_up(self, day: date) -> None:
        keep_up(self.store, _at(day, 17), "P1Y", REMIND_DAYS)
        for case in self.cases.values():
            is_soon = case.due <= day + timedelta(days=REMIND_DAYS)
            if case.decision is None and is_soon and case.due not in case.reminded_of:
                case.reminded_of.add(case.due)
                case.mails[MailKind.REMINDER] += 1

    def _deliver(self, now: datetime) -> None:
        """What the sender does, to a mail server that takes everything."""
        settings = settings_in(
            self.folder, mail=self._mail, own_address="https://requests.tuimelkous.example"
        )
        with self.store.transaction():
            for mail in self.store.outbox.due(now, 1000):
                material = gather(self.store, mail, has_link=True)
                if material is None:
                    continue  # an earlier mail told of it as well
                message = compose(mail, material, self.intake, settings, now.date())
                assert message
                done = [mail, *(other for other, _ in material.also_due)]
                references = tuple(waiting.reference for waiting in done)
                self.sent.append(Sent(mail.kind, references, message))
                if found := _LINK.search(message.get_content()):
                    self._tokens[mail.reference] = found[1]
                for waiting in done:
                    kind = EntryKind.MAILED
                    self.store.note(waiting.reference, kind, str(mail.kind), Signature(now))
                    self.store.outbox.strike_off(waiting)
                    self.cases[waiting.reference].account.append(kind)

    # What it remembers

    def open_cases(self) -> list[Case]:
        return [case for case in self.cases.values() if case.decision is None]

    def kept(self, today: date) -> set[str]:
        """The requests that are open, or closed less than a year ago."""
        return {
            reference
            for reference, case in self.cases.items()
            if case.decision is None or _a_year_after(case.decision.on) > today
        }

    def stored(self) -> set[str]:
        return {stored.request.reference for stored in self.store.requests(StatusFilter.ALL)}


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _signed(day: date) -> Signature:
    return Signature(_at(day, 16), "An")


def _answers(plan: Plan) -> dict[str, str]:
    """What somebody says of themselves and of what they want."""
    return {
        "name": f"Persoon {plan.number:03}",
        "email": plan.email,
        "details": f"Kous {plan.number:03}",
    }


def _body(plan: Plan, intake: Intake) -> bytes:
    """What the form for a right posts: all that must be filled in, and who asks what."""
    form = intake.forms[plan.request_type]
    fields: dict[str, Any] = {"schema_version": "1", "right": str(plan.request_type)}
    fields |= {"article": form.article} if form.article else {}
    known = {"language": plan.language, "audience": "customers", **_answers(plan)}
    for asked in form.fields:
        if asked.name in known:
            fields[asked.name] = known[asked.name]
        elif asked.is_required:
            chosen = asked.options[0] if asked.options else f"Kous {plan.number:03}"
            fields[asked.name] = [chosen] if asked.kind.takes_several else chosen
    return json.dumps(fields).encode()
