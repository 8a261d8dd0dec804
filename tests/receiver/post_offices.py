"""A real mail server that takes every mail, and remembers which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from socket import create_server

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope


@dataclass(frozen=True)
class Mail:
    """A mail that was taken."""

    message_id: str
    recipient: str
    subject: str


@dataclass
class PostOffice:
    """The server, as programs and tests see it."""

    port: int
    mails: list[Mail] = field(default_factory=list)

    @property
    def environment(self) -> Mapping[str, str]:
        """What a receiver finds in its environment to send mail by it."""
        return {
            "PRIVACY_SMTP_HOST": "127.0.0.1",
            "PRIVACY_SMTP_PORT": str(self.port),
            "PRIVACY_SMTP_SECURITY": "none",
            "PRIVACY_MAIL_FROM": "Tuimelkous <requests@tuimelkous.example>",
        }

    async def handle_DATA(  # noqa: N802
        self, server: object, session: object, envelope: Envelope
    ) -> str:
        """Take a mail, as aiosmtpd has it."""
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content)
        self.mails.append(
            Mail(str(message["Message-ID"]), envelope.rcpt_tos[0], str(message["Subject"]))
        )
        return "250 OK"


@contextmanager
def run_post_office() -> Iterator[PostOffice]:
    """A mail server, in a thread of the tests."""
    with create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    post_office = PostOffice(port)
    controller = Controller(post_office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post_office
    finally:
        controller.stop()
