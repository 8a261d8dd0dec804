"""Mails go out beside the requests: a mail server that is slow or dead holds up no answer."""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver.composing import Material, compose, gather
from mkdocs_privacy.requests.receiver.settings import MailSettings, Security, Settings
from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.store import (
    EntryKind,
    MailKind,
    OutcomeUnknown,
    Signature,
    Store,
    WaitingMail,
    describe_failure,
)

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_LONGEST_SLEEP = 60
_GRACE = 5
"""Seconds that a graceful shutdown waits for the mail at hand."""
_MOST_AT_ONCE = 100
_LONGEST_PROBLEM = 300
_MOST_TRIES = 80
"""To reach a person: with the waits between them, three days."""


class MailSender:
    """Sends the mails of the outbox, in a thread of its own, from `start` until `stop`.

    A mail is struck off when the mail server has taken it. Where the process dies between the two,
    it is sent again, with the same Message-ID and the same link: never lost, now and then sent
    twice. One to a person is given up when it is refused for good, or for three days; one to the
    organisation never is.
    """

    def __init__(
        self, writer: Writer, intake: Intake, settings: Settings, server: MailSettings
    ) -> None:
        self._writer = writer
        self._intake = intake
        self._settings = settings
        self._server = server
        self._taken: set[tuple[int, str, MailKind]] = set()
        """Mails that the mail server took while they could not be struck off."""
        self._wake, self._stopped = Event(), Event()
        self._thread = Thread(target=self._run, name="mail sender", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def stop(self) -> None:
        """Finish the mail at hand; the others wait for the next start.

        A silent mail server may hold the thread: then it ends with the process.
        """
        self._stopped.set()
        self._wake.set()
        self._thread.join(_GRACE)

    def _run(self) -> None:
        while True:
            self._wake.clear()  # before a look at whether to stop, which may come any time
            if self._stopped.is_set():
                return
            try:
                sleep = self._deliver()
            except Exception as error:  # a full disk, say: mails wait, and the thread stays
                LOG.error(describe_failure(error))  # noqa: TRY400
                sleep = _LONGEST_SLEEP
            self._wake.wait(sleep)

    def _deliver(self) -> float:
        """Send what is due; answers for how many seconds there is nothing to do."""
        now = datetime.now(UTC)
        due, until = self._writer.write(lambda store: _due(store, now)).result()
        if due:
            self._send_all(due)
            return 0
        return min((until - now).total_seconds(), _LONGEST_SLEEP) if until else _LONGEST_SLEEP

    def _send_all(self, due: Sequence[WaitingMail]) -> None:
        """Send mails, by a new connection where the mail server breaks one off: a mail that makes
        it do so holds up no other one."""
        left = list(due)
        while left and not self._stopped.is_set():
            first, is_connected = left[0], False
            try:
                with connected(self._server) as server:
                    is_connected = True
                    while left and not self._stopped.is_set():
                        self._send(server, left[0])
                        left.pop(0)
            except (OSError, smtplib.SMTPException) as error:
                if left and left[0] is not first:
                    continue  # the ones before it went out: it has not had a connection of its own
                LOG.warning("the mail server refuses e-mail: %s", type(error).__name__)
                is_about_one = is_connected and not isinstance(error, TimeoutError)
                failed = left[:1] if is_about_one else left
                for mail in failed:
                    self._note_failure(mail, error)
                left = left[len(failed) :]

    def _send(self, server: smtplib.SMTP, mail: WaitingMail) -> None:
        """Send one mail; raises OSError or SMTPServerDisconnected where the server is gone,
        SQLAlchemyError and OutcomeUnknown where the store is."""
        try:
            material = self._writer.write(
                lambda store: gather(store, mail, has_link=self._settings.own_address is not None)
            ).result()
            if material is None:
                return
            message = compose(
                mail, material, self._intake, self._settings, datetime.now(UTC).date()
            )
            if message is None:
                LOG.info("no e-mail about %s: the address is not valid", mail.reference)
            elif mail.identity not in self._taken:
                server.send_message(message)
                told_of = [mail, *(other for other, _ in material.also_due)]
                self._taken.update(told.identity for told in told_of)
        except Exception as error:
            if not _is_about_one_mail(error):
                raise
            if not isinstance(error, smtplib.SMTPException | ValueError):  # our own mistake
                LOG.error(describe_failure(error))  # noqa: TRY400
            self._note_failure(mail, error, is_hopeless=is_final(error))
            return
        self._strike_off(mail, material, EntryKind.MAILED if message else EntryKind.NOT_MAILED)

    def _note_failure(
        self, mail: WaitingMail, error: Exception, *, is_hopeless: bool = False
    ) -> None:
        if not mail.kind.is_for_the_organisation and (is_hopeless or mail.tries + 1 >= _MOST_TRIES):
            LOG.warning(
                "the e-mail to the person of %s was refused and is not sent again", mail.reference
            )
            self._strike_off(mail, None, EntryKind.NOT_MAILED)
            return
        LOG.warning("the e-mail about %s was refused and is sent again later", mail.reference)
        problem = f"{type(error).__name__}: {error}"[:_LONGEST_PROBLEM]
        at = datetime.now(UTC)
        self._writer.write(lambda store: store.outbox.failed(mail, at, problem)).result()

    def _strike_off(self, mail: WaitingMail, material: Material | None, kind: EntryKind) -> None:
        also_due = [other for other, _ in (material.also_due if material else ())]
        done = [mail, *(other for other in also_due if other.identity in self._taken)]
        signature = Signature(datetime.now(UTC))

        def strike_off(store: Store) -> None:
            for mail in done:
                if store.outbox.is_noted(mail):
                    store.note(mail.reference, kind, str(mail.kind), signature)
                    store.outbox.strike_off(mail)

        self._writer.write(strike_off).result()
        self._taken.difference_update(mail.identity for mail in done)


def _is_about_one_mail(error: Exception) -> bool:
    """Whether the mails after it may go out, and so must not wait: neither the mail server is gone
    nor the store."""
    match error:
        case smtplib.SMTPServerDisconnected() | SQLAlchemyError() | OutcomeUnknown():
            return False
        case smtplib.SMTPException():  # an OSError as well
            return True
    return not isinstance(error, OSError)


def _due(store: Store, now: datetime) -> tuple[Sequence[WaitingMail], datetime | None]:
    """What is due, and when something will be; nothing where another receiver sends mails."""
    if not store.outbox.may_send():
        return (), None
    return store.outbox.due(now, _MOST_AT_ONCE), store.outbox.next_due()


_TIMEOUT = 30
"""Seconds that a mail server may be silent."""
_PERMANENT = 500


@contextmanager
def connected(mail: MailSettings) -> Iterator[smtplib.SMTP]:
    """A mail server that is ready to take mail; raises OSError and smtplib.SMTPException."""
    context = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(mail.host, mail.port, timeout=_TIMEOUT, context=context)
        if mail.security is Security.TLS
        else smtplib.SMTP(mail.host, mail.port, timeout=_TIMEOUT)
    ) as server:
        if mail.security is Security.STARTTLS:
            server.starttls(context=context)
        if mail.user and mail.password:
            server.login(mail.user, mail.password)
        yield server


def is_final(error: Exception) -> bool:
    """Whether a mail server will never take the mail (RFC 5321, section 4.2.1)."""
    match error:
        case smtplib.SMTPSenderRefused():  # that is us, which the organisation can mend
            return False
        case smtplib.SMTPRecipientsRefused():
            return all(code >= _PERMANENT for code, _ in error.recipients.values())
        case smtplib.SMTPResponseException():
            return error.smtp_code >= _PERMANENT
    return isinstance(error, smtplib.SMTPNotSupportedError)
