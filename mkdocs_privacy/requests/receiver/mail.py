"""Mails go out beside the requests: a mail server that is slow or dead holds up no answer."""

from __future__ import annotations

import logging
import smtplib
import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from threading import Event, Thread

from mkdocs_privacy.requests.intake import Intake, mail_to_owner, mail_to_sender
from mkdocs_privacy.requests.receiver.mishaps import describe_mishap
from mkdocs_privacy.requests.receiver.settings import MailSettings, Security
from mkdocs_privacy.requests.receiver.store import Store
from mkdocs_privacy.requests.receiver.stored import MailKind, UnknownReference, WaitingMail
from mkdocs_privacy.requests.receiver.writing import Writer

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_TIMEOUT = 30
"""Seconds that a mail server may be silent."""
_LONGEST_SLEEP = 60
_LONGEST_FAREWELL = 5
_MOST_AT_ONCE = 100
_LONGEST_PROBLEM = 300
_PERMANENT = 500
_MOST_TRIES = 80
"""To reach a sender: with the waits between them, three days."""


class Postman:
    """Sends the mails that are noted in a store, in a thread of its own, from `start` until `stop`.

    A mail is struck off when the mail server has taken it. Where the process dies between the two,
    it is sent again, with the same Message-ID: never lost, now and then sent twice. One to a sender
    is given up when it is refused for good, or for three days; one to the organisation never is.
    """

    def __init__(
        self, path: Path, writer: Writer, intake: Intake, mail: MailSettings, root: str | None
    ) -> None:
        """`root` is the public address that links to prove an address begin with."""
        self._store = Store.open(path)
        self._writer = writer
        self._intake = intake
        self._mail = mail
        self._root = root
        self._wake, self._stopped = Event(), Event()
        self._thread = Thread(target=self._run, name="postman", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def stop(self) -> None:
        """Finish the mail at hand; the others wait for the next start."""
        self._stopped.set()
        self._wake.set()
        self._thread.join(_LONGEST_FAREWELL)
        if not self._thread.is_alive():  # else a silent mail server holds it: it ends with us
            self._store.shut()

    def _run(self) -> None:
        while True:
            self._wake.clear()  # before a look at whether to stop, which may come any time
            if self._stopped.is_set():
                return
            try:
                sleep = self._deliver()
            except Exception as error:  # a full disk, say: mails wait, and the postman stays
                LOG.error(describe_mishap(error))  # noqa: TRY400
                sleep = _LONGEST_SLEEP
            self._wake.wait(sleep)

    def _deliver(self) -> float:
        """Send what is due; answers for how many seconds there is nothing to do."""
        now = datetime.now(UTC)
        due = self._store.outbox.waiting(now)[:_MOST_AT_ONCE]
        if due:
            self._send_all(due)
            return 0
        waiting = self._store.outbox.waiting()
        until = min((one.due_at for one in waiting), default=None)
        return min((until - now).total_seconds(), _LONGEST_SLEEP) if until else _LONGEST_SLEEP

    def _send_all(self, due: tuple[WaitingMail, ...]) -> None:
        left = list(due)
        try:
            with _connected(self._mail) as server:
                while left and not self._stopped.is_set():
                    self._send(server, left[0])
                    left.pop(0)
        except (OSError, smtplib.SMTPException) as error:
            LOG.warning("the mail server does not take mail: %s", type(error).__name__)
            for mail in left:
                self._note_failure(mail, error)

    def _send(self, server: smtplib.SMTP, mail: WaitingMail) -> None:
        """Send one mail; raises OSError or SMTPServerDisconnected where the server is gone, and
        sqlite3.Error where the store is."""
        try:
            message = self._write(mail)
            if message:
                server.send_message(message)
            else:
                LOG.info(
                    "no mail about %s: it is closed, or the address fits in none", mail.reference
                )
        except (smtplib.SMTPServerDisconnected, sqlite3.Error):
            raise
        except (smtplib.SMTPException, ValueError) as error:  # this mail only
            self._note_failure(mail, error, is_final=_is_final(error))
            return
        except OSError:
            raise
        except Exception as error:  # one that cannot be written must not hold up the others
            LOG.error(describe_mishap(error))  # noqa: TRY400
            self._note_failure(mail, error)
            return
        self._strike_off(mail)

    def _write(self, mail: WaitingMail) -> EmailMessage | None:
        """The words of a mail; nothing where it has become pointless."""
        try:
            stored = self._store.request(mail.reference)
        except UnknownReference:
            return None
        if stored.closing:
            return None
        if mail.kind is MailKind.OWNER:
            return mail_to_owner(stored.request, self._intake, self._mail.sender, self._mail.owner)
        token = (
            self._root
            and self._writer.write(lambda store: store.outbox.make_token(mail.reference)).result()
        )
        link = f"{self._root}/confirm/{token}" if token else None
        return mail_to_sender(stored.request, self._intake, self._mail.sender, link)

    def _note_failure(self, mail: WaitingMail, error: Exception, *, is_final: bool = False) -> None:
        is_hopeless = is_final or mail.tries + 1 >= _MOST_TRIES
        if mail.kind is MailKind.SENDER and is_hopeless:
            LOG.warning("mail to the sender of %s was not taken, and is given up", mail.reference)
            self._strike_off(mail)
            return
        LOG.warning("mail about %s was not taken, and waits", mail.reference)
        problem = f"{type(error).__name__}: {error}"[:_LONGEST_PROBLEM]
        at = datetime.now(UTC)
        self._writer.write(lambda store: store.outbox.failed(mail, at, problem)).result()

    def _strike_off(self, mail: WaitingMail) -> None:
        self._writer.write(lambda store: store.outbox.strike_off(mail)).result()


def _is_final(error: Exception) -> bool:
    """Whether a mail server will never take the mail (RFC 5321, section 4.2.1)."""
    match error:
        case smtplib.SMTPSenderRefused():  # that is us, which the organisation can mend
            return False
        case smtplib.SMTPRecipientsRefused():
            return all(code >= _PERMANENT for code, _ in error.recipients.values())
        case smtplib.SMTPResponseException():
            return error.smtp_code >= _PERMANENT
    return isinstance(error, smtplib.SMTPNotSupportedError)


@contextmanager
def _connected(mail: MailSettings) -> Iterator[smtplib.SMTP]:
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
