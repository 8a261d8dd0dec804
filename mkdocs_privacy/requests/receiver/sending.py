"""A mail server, and what its answers mean."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs_privacy.requests.receiver.settings import MailSettings, Security

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
