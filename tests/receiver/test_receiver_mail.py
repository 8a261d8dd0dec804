"""Mails about requests: to the organisation, to the sender, by a mail server that may be dead."""

from __future__ import annotations

import re
import sqlite3
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from socket import create_server
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from patience import PATIENCE
from requests_world import ACCESS
from running import Running, receiver, settings_in
from sqlalchemy.exc import OperationalError

from mkdocs_privacy.requests import RightsRequest, make_reference
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.intake import mail_to_owner
from mkdocs_privacy.requests.outcome import Decision, Outcome
from mkdocs_privacy.requests.receiver import (
    MailSettings,
    Security,
    WrongSettings,
    read_mail_settings,
)
from mkdocs_privacy.requests.store import (
    EntryKind,
    MailKind,
    Outbox,
    Signature,
    Store,
    WaitingMail,
)

PUBLIC = "https://requests.tuimelkous.example"


class Mailbox:
    """A mail server that keeps what it takes; `refused` says whom it takes nothing for at the
    moment, `unknown` whom it never will."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.forgetful = False
        """Whether it takes a mail and breaks the connection before it says so."""
        self.hates = ""
        """What makes it break the connection off when it stands in a mail."""
        self.refused: set[str] = set()
        self.unknown: set[str] = set()

    async def handle_RCPT(  # noqa: N802
        self, server: object, session: object, envelope: Envelope, address: str, options: object
    ) -> str:
        if address in self.refused:
            return "450 4.2.1 try again later"
        if address in self.unknown:
            return f"550 5.1.1 <{address}> does not exist"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: object, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        if self.hates and self.hates in message.get_content() and server.transport:
            server.transport.close()
            return "554 5.7.1 no such mail"
        self.mails.append(message)
        if self.forgetful and server.transport:
            server.transport.abort()
        return "250 OK"

    def to(self, recipient: str) -> list[EmailMessage]:
        return [one for one in self.mails if recipient in str(one["To"])]


@contextmanager
def mail_server(port: int, mailbox: Mailbox, *, is_old: bool = False) -> Iterator[None]:
    """An old one takes addresses in ASCII only."""
    controller = Controller(mailbox, hostname="127.0.0.1", port=port, enable_SMTPUTF8=not is_old)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


@pytest.fixture
def port() -> int:
    with create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


def mail_by(port: int) -> dict[str, Any]:
    mail = MailSettings(
        host="127.0.0.1",
        port=port,
        security=Security.NONE,
        sender="Tuimelkous <requests@tuimelkous.example>",
        owner="hallo@tuimelkous.example",
    )
    return {"mail": mail, "own_address": PUBLIC}


def until(condition: Callable[[], object]) -> None:
    """Wait for what happens beside the answers."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def make_due(running: Running) -> None:
    """As if the wait before the next try were over."""
    with Store.open(running.location) as store:
        for one in store.outbox.waiting():
            store.outbox.failed(one, datetime.now(UTC) - timedelta(hours=2), "")


def mails_of(running: Running) -> tuple[WaitingMail, ...]:
    with Store.open(running.location) as store:
        return store.outbox.waiting()


def waiting(running: Running) -> int:
    with Store.open(running.location) as store:
        return len(store.outbox.waiting())


def test_the_organisation_and_the_sender_are_told_and_the_address_is_proven(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    with mail_server(port, mailbox), receiver(settings_in(tmp_path, **mail_by(port))) as running:
        reference = running.post({**ACCESS, "language": "fr"}).json()["reference"]
        until(lambda: len(mailbox.mails) == 2 and not waiting(running))
        assert {str(one["To"]) for one in mailbox.mails} == {
            "hallo@tuimelkous.example",
            "zoe@voorbeeld.example",
        }
        (to_sender,) = mailbox.to("zoe@voorbeeld.example")
        assert reference in to_sender["Subject"]
        found = re.search(rf"{PUBLIC}(/confirm/[\w-]{{43}})\s", to_sender.get_content())
        assert found
        with running.client(Accept="text/html") as browser:
            asked = browser.get(found[1])
            assert (asked.status_code, "<button" in asked.text) == (200, True)
            assert '<html lang="fr">' in asked.text
            assert running.stored()[0].address_confirmed_at is None  # a scanner followed the link
            told = browser.post(found[1])
            again = browser.get(found[1])
        (stored,) = running.stored()
        assert stored.address_confirmed_at
        assert (told.status_code, "<button" in told.text) == (200, False)
        assert "10-02" in again.text or stored.request.reference in again.text
        assert "zoe@" not in again.text  # nothing but how it stands
    files = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert found[1].rpartition("/")[2].encode() not in files  # only its hash is kept


def test_a_link_that_nobody_knows_proves_nothing(tmp_path: Path) -> None:
    with (
        receiver(settings_in(tmp_path)) as running,
        running.client(Accept="text/html", **{"Accept-Language": "en"}) as browser,
    ):
        for answer in (browser.get("/confirm/guessed"), browser.post("/confirm/guessed")):
            assert answer.status_code == 404
            assert '<html lang="en">' in answer.text


def test_a_dead_mail_server_holds_up_no_answer_and_mails_come_when_it_lives(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    settings = settings_in(tmp_path, **mail_by(port))
    with receiver(settings) as running:
        begun = time.monotonic()
        assert running.post({**ACCESS, "reference": make_reference()}).status_code == 201
        assert running.post({**ACCESS, "reference": make_reference()}).status_code == 201
        assert time.monotonic() - begun < PATIENCE
        with Store.open(running.location) as store:
            until(lambda: all(one.tries == 1 for one in store.outbox.waiting()))
            assert [one.kind for one in store.outbox.waiting()] == 2 * [
                MailKind.OWNER,
                MailKind.SENDER,
            ]
            assert all("ConnectionRefused" in str(one.problem) for one in store.outbox.waiting())
    make_due(running)
    with mail_server(port, mailbox), receiver(settings):  # it was started again meanwhile
        until(lambda: len(mailbox.mails) == 4 and not waiting(running))
    assert len({one["Message-ID"] for one in mailbox.mails}) == 4


def test_a_mail_that_is_not_taken_holds_up_no_other_one(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    mailbox.refused.add("hallo@tuimelkous.example")
    settings = settings_in(tmp_path, **mail_by(port))
    with mail_server(port, mailbox), receiver(settings) as running:
        running.post(dict(ACCESS))
        until(lambda: mailbox.to("zoe@voorbeeld.example") and waiting(running) == 1)
        with Store.open(running.location) as store:
            until(lambda: store.outbox.waiting()[0].tries == 1)
            (left,) = store.outbox.waiting()
    assert left.kind is MailKind.OWNER
    assert "450" in str(left.problem)


def test_a_mail_that_makes_the_mail_server_hang_up_holds_up_no_other_one(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    mailbox.hates = "EICAR"
    with receiver(settings_in(tmp_path, **mail_by(port))) as running:
        running.post({**ACCESS, "details": "EICAR"})
        running.post({**ACCESS, "email": "bert@voorbeeld.example"})
        until(lambda: all(mail.tries == 1 for mail in mails_of(running)))
    make_due(running)
    with mail_server(port, mailbox), receiver(settings_in(tmp_path, **mail_by(port))):
        until(lambda: len(mailbox.mails) == 3)
        until(lambda: waiting(running) == 1)
    assert [mail.kind for mail in mails_of(running)] == [MailKind.OWNER]


def test_a_mail_that_cannot_be_written_holds_up_no_other_one(
    tmp_path: Path, port: int, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(request: RightsRequest, *others: Any) -> EmailMessage:
        if request.reference == broken:
            raise AttributeError
        return mail_to_owner(request, *others)

    broken = make_reference()
    monkeypatch.setattr("mkdocs_privacy.requests.receiver.composing.mail_to_owner", write)
    with mail_server(port, mailbox), receiver(settings_in(tmp_path, **mail_by(port))) as running:
        running.post({**ACCESS, "reference": broken})
        until(lambda: waiting(running) == 1)
        running.post({**ACCESS, "reference": make_reference()})
        until(lambda: mailbox.to("hallo@tuimelkous.example") and waiting(running) == 1)


def test_a_mail_that_is_refused_for_good_is_given_up_unless_it_is_to_the_organisation(
    tmp_path: Path, port: int, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.unknown |= {"hallo@tuimelkous.example", "zoe@voorbeeld.example"}
    in_any_script = {**ACCESS, "email": "zoë@voorbeeld.example"}  # this server has no SMTPUTF8
    settings = settings_in(tmp_path, **mail_by(port))
    with mail_server(port, mailbox, is_old=True), receiver(settings) as running:
        reference = running.post(dict(ACCESS)).json()["reference"]
        assert running.post(in_any_script).status_code == 201
        with Store.open(running.location) as store:
            until(
                lambda: (
                    [(one.kind, one.tries) for one in store.outbox.waiting()]
                    == 2 * [(MailKind.OWNER, 1)]
                )
            )
    assert mailbox.mails == []
    given_up = f"the e-mail to the person of {reference} was refused and is not sent again"
    assert given_up in caplog.messages
    assert "voorbeeld" not in caplog.text


def test_a_mail_to_a_sender_is_given_up_after_three_days_and_one_to_the_organisation_never(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    mailbox.refused |= {"hallo@tuimelkous.example", "zoe@voorbeeld.example"}
    with receiver(settings_in(tmp_path, **mail_by(port))) as running:  # nobody takes mail yet
        running.post(dict(ACCESS))
        with Store.open(running.location) as store:
            until(lambda: [one.tries for one in store.outbox.waiting()] == [1, 1])
    begun = now = datetime.now(UTC) - timedelta(days=4)
    with Store.open(running.location) as store:
        for _ in range(78):
            for one in store.outbox.waiting():
                store.outbox.failed(one, now, "450")
            now = store.outbox.waiting()[0].due_at
        assert timedelta(days=2.9) < now - begun < timedelta(days=3.1)
    with (
        mail_server(port, mailbox),
        receiver(settings_in(tmp_path, **mail_by(port))),
        Store.open(running.location) as store,
    ):
        until(
            lambda: (
                [(one.kind, one.tries) for one in store.outbox.waiting()] == [(MailKind.OWNER, 80)]
            )
        )


def test_the_link_is_the_same_where_a_mail_is_sent_again(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    """The mail server took it, and the connection broke before it said so."""
    mailbox.forgetful = True
    mailbox.refused.add("hallo@tuimelkous.example")
    with mail_server(port, mailbox), receiver(settings_in(tmp_path, **mail_by(port))) as running:
        running.post(dict(ACCESS))
        until(lambda: len(mailbox.mails) == 1 and waiting(running) == 2)
        mailbox.forgetful = False
        mailbox.refused.clear()
        make_due(running)
        running.post({**ACCESS, "email": "bert@voorbeeld.example"})
        until(lambda: len(mailbox.to("zoe@voorbeeld.example")) == 2 and not waiting(running))
    links = {
        re.findall(rf"{PUBLIC}/confirm/\S+", mail.get_content())[0]
        for mail in mailbox.to("zoe@voorbeeld.example")
    }
    assert len(links) == 1
    assert len({mail["Message-ID"] for mail in mailbox.to("zoe@voorbeeld.example")}) == 1


def test_a_mail_that_was_taken_but_not_struck_off_is_not_sent_again_knowingly(
    tmp_path: Path, port: int, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_once(outbox: Outbox, mail: WaitingMail) -> None:
        failures.append(mail)
        if len(failures) > 1:
            strike_off(outbox, mail)
            return
        raise OperationalError("DELETE", {}, sqlite3.OperationalError("database or disk is full"))

    failures: list[WaitingMail] = []
    strike_off = Outbox.strike_off
    monkeypatch.setattr(Outbox, "strike_off", fail_once)
    monkeypatch.setattr("mkdocs_privacy.requests.receiver.mail_sender._LONGEST_SLEEP", 0.1)
    with mail_server(port, mailbox), receiver(settings_in(tmp_path, **mail_by(port))) as running:
        running.post(dict(ACCESS))
        until(lambda: len(mailbox.mails) == 2 and not waiting(running))
    assert len(mailbox.mails) == 2


def test_an_extension_is_told_and_what_is_due_is_reminded_of(
    tmp_path: Path, port: int, mailbox: Mailbox
) -> None:
    settings = settings_in(tmp_path, **mail_by(port), remind_days=20)
    today = datetime.now(UTC).date()
    with receiver(settings_in(tmp_path)) as running:
        soon = running.post(dict(ACCESS)).json()["reference"]
        later = running.post({**ACCESS, "email": "bert@voorbeeld.example"}).json()["reference"]
    with Store.open(running.location) as store:
        extension = Extension(today + timedelta(days=90), ExtensionReason.COMPLEX, today)
        store.extend(later, extension, Signature(datetime.now(UTC), "An"), by_mail=True)
    with mail_server(port, mailbox), receiver(settings):
        until(lambda: len(mailbox.mails) == 2 and not waiting(running))
    (told,) = mailbox.to("bert@voorbeeld.example")
    (reminder,) = mailbox.to("hallo@tuimelkous.example")
    assert later in told.get_content()
    assert soon in reminder.get_content()
    assert later not in reminder.get_content()
    with Store.open(running.location) as store:
        kinds = [entry.kind for entry in store.account.of(later)]
        assert kinds == [EntryKind.EXTENDED, EntryKind.MAILED]
        assert [entry.words for entry in store.account.of(soon)] == ["reminder"]


def test_a_reminder_that_comes_while_another_cannot_be_struck_off_is_sent_too(
    tmp_path: Path, port: int, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_once(outbox: Outbox, mail: WaitingMail) -> None:
        failures.append(mail)
        if len(failures) > 1:
            strike_off(outbox, mail)
            return
        raise OperationalError("DELETE", {}, sqlite3.OperationalError("database or disk is full"))

    with receiver(settings_in(tmp_path)) as running:
        first = running.post(dict(ACCESS)).json()["reference"]
        second = running.post({**ACCESS, "name": "Bert"}).json()["reference"]
    failures: list[WaitingMail] = []
    strike_off = Outbox.strike_off
    monkeypatch.setattr(Outbox, "strike_off", fail_once)
    monkeypatch.setattr("mkdocs_privacy.requests.receiver.mail_sender._LONGEST_SLEEP", 1)
    now = datetime.now(UTC)
    with Store.open(running.location) as store:
        store.outbox.add(1, MailKind.REMINDER, now)
    settings = settings_in(tmp_path, **mail_by(port), remind_days=0)
    with mail_server(port, mailbox), receiver(settings):
        until(lambda: failures)
        with Store.open(running.location) as store:
            store.outbox.add(2, MailKind.REMINDER, now)
        until(lambda: not waiting(running))
    told = [mail.get_content() for mail in mailbox.mails]
    assert [(first in words, second in words) for words in told] == [(True, False), (False, True)]


def test_only_a_new_request_counts_among_the_confirmations_of_a_day(
    tmp_path: Path, port: int
) -> None:
    with receiver(settings_in(tmp_path, **mail_by(port))) as running:
        request = {**ACCESS, "reference": make_reference()}
        statuses = [running.post(request).status_code for _ in range(6)]
        statuses.append(running.post({**request, "details": "Something else."}).status_code)
        for _ in range(5):
            running.post({**ACCESS, "reference": make_reference()})
    assert statuses == [201, *5 * [200], 409]
    with Store.open(running.location) as store:
        kinds = [one.kind for one in store.outbox.waiting()]
    assert (kinds.count(MailKind.OWNER), kinds.count(MailKind.SENDER)) == (6, 5)


def test_each_try_waits_twice_as_long_as_the_one_before_and_an_hour_at_most(
    tmp_path: Path,
) -> None:
    with receiver(settings_in(tmp_path)) as running:
        running.post(dict(ACCESS))
    now = datetime(2026, 11, 22, 20, tzinfo=UTC)
    waits = []
    with Store.open(running.location) as store:
        store.outbox.add(1, MailKind.OWNER, now)
        for _ in range(11):
            (mail,) = store.outbox.waiting()
            store.outbox.failed(mail, now, "dead")
            waits.append((store.outbox.waiting()[0].due_at - now).total_seconds())
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_nothing_is_sent_about_a_request_that_was_closed(tmp_path: Path, port: int) -> None:
    with receiver(settings_in(tmp_path, **mail_by(port))) as running:
        reference = running.post(dict(ACCESS)).json()["reference"]
        with Store.open(running.location) as store:
            assert store.request(reference).mails_waiting == 2
            decision = Decision(Outcome.GRANTED, datetime.now(UTC).date())
            store.close(reference, decision, Signature(datetime.now(UTC), "An"))
            assert store.request(reference).mails_waiting == 0


# Encryption


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for 127.0.0.1, with its key in the same file."""
    folder = tmp_path_factory.mktemp("certificate")
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run(["openssl", "req", *kind, *subject, *files], check=True, capture_output=True)
    with (folder / "certificate.pem").open("a") as both:
        both.write((folder / "key.pem").read_text())
    return folder / "certificate.pem"


def knows_requests(*details: object) -> AuthResult:
    given = details[-1]
    assert isinstance(given, LoginPassword)
    return AuthResult(success=given == LoginPassword(b"requests", b"secret"))


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # not over TLS from the beginning
@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_mail_goes_out_encrypted_to_a_server_that_proves_who_it_is(
    tmp_path: Path,
    port: int,
    mailbox: Mailbox,
    certificate: Path,
    security: Security,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    secret = MailSettings(
        "127.0.0.1", port, security, "a@x.example", "b@x.example", "requests", "secret"
    )
    encryption: dict[str, Any] = (
        {"ssl_context": context}
        if security is Security.TLS
        else {"tls_context": context, "require_starttls": True}
    )
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=port,
        authenticator=knows_requests,
        auth_required=True,
        auth_require_tls=security is Security.STARTTLS,
        **encryption,
    )
    # aiosmtpd greets itself when it starts, and does not know the certificate either
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    controller.start()
    try:
        with receiver(settings_in(tmp_path, mail=secret)) as running:
            running.post(dict(ACCESS))
            until(lambda: len(mailbox.mails) == 2 and not waiting(running))
            monkeypatch.delenv("SSL_CERT_FILE")
            running.post({**ACCESS, "details": "Nobody vouches for the server now."})
            with Store.open(running.location) as store:
                until(lambda: all(one.tries == 1 for one in store.outbox.waiting()))
                assert "certificate verify failed" in str(store.outbox.waiting()[0].problem)
    finally:
        controller.stop()
    assert len(mailbox.mails) == 2


# Settings


HOST = {"PRIVACY_SMTP_HOST": "mail.example.be", "PRIVACY_MAIL_FROM": "requests@example.be"}


def test_mail_is_set_up_by_the_environment() -> None:
    assert read_mail_settings({}, "privacy@example.be") is None
    assert read_mail_settings(HOST, "privacy@example.be") == MailSettings(
        "mail.example.be", 587, Security.STARTTLS, "requests@example.be", "privacy@example.be"
    )
    everything = {
        **HOST,
        "PRIVACY_SMTP_SECURITY": "TLS",
        "PRIVACY_SMTP_PORT": "4465",
        "PRIVACY_SMTP_USER": "requests",
        "PRIVACY_SMTP_PASSWORD": "secret",
        "PRIVACY_MAIL_TO": "Privacy <dpo@example.be>",
    }
    settings = read_mail_settings(everything, "privacy@example.be")
    assert settings == MailSettings(
        "mail.example.be",
        4465,
        Security.TLS,
        "requests@example.be",
        "Privacy <dpo@example.be>",
        "requests",
        "secret",
    )
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"PRIVACY_SMTP_SECURITY": "ssl"}, "PRIVACY_SMTP_SECURITY is ‘ssl’: set it to starttls"),
        (
            {"PRIVACY_SMTP_SECURITY": "none"},
            "PRIVACY_SMTP_SECURITY=none is allowed only for a mail server on",
        ),
        ({"PRIVACY_SMTP_PORT": "smtp"}, "PRIVACY_SMTP_PORT is ‘smtp’: set it to a number"),
        (
            {"PRIVACY_SMTP_USER": "requests"},
            "PRIVACY_SMTP_USER and PRIVACY_SMTP_PASSWORD must be set tog",
        ),
        ({"PRIVACY_MAIL_FROM": ""}, "PRIVACY_MAIL_FROM is missing: set it to an address such as"),
        ({"PRIVACY_MAIL_TO": "privacy"}, "PRIVACY_MAIL_TO is ‘privacy’, which is not an e-mail"),
    ],
)
def test_settings_that_cannot_work_are_refused(written: dict[str, str], message: str) -> None:
    with pytest.raises(WrongSettings, match=re.escape(message)):
        read_mail_settings({**HOST, **written}, "privacy@example.be")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_without_encryption_mail_goes_to_this_machine_only(host: str) -> None:
    written = {**HOST, "PRIVACY_SMTP_HOST": host, "PRIVACY_SMTP_SECURITY": "none"}
    settings = read_mail_settings(written, "privacy@example.be")
    assert settings
    assert (settings.host, settings.port) == (host, 25)
