"""A receiver that runs until it is told to stop. Needs the extra `mkdocs-privacy[receiver]`."""

from __future__ import annotations

import logging
import socket
import sys
import time

import uvicorn

from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver.app import make_app
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.receiver.store import Store
from mkdocs_privacy.terminal import printable

_MOST_CONNECTIONS = 800
"""At once; a process may have about a thousand files open."""
_LAST_SECONDS = 20
"""How long a request that has come in may still take when the server is told to stop."""


def serve(intake: Intake, settings: Settings, host: str, port: int) -> None:
    """Receive requests until SIGINT or SIGTERM; what runs is finished first.

    Opens the database first, made where there is none. Raises OSError (the database, the port)
    and WrongDatabase. Logs one line for each answer to stderr: when, status, reference. Whose post
    it is, a proxy on this machine may say, or those that FORWARDED_ALLOW_IPS names.
    """
    Store.open(settings.database, create=True).shut()
    listening = socket.create_server(
        (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET
    )
    _log_to_stderr()
    with listening:
        uvicorn.Server(
            uvicorn.Config(
                make_app(intake, settings),
                access_log=False,  # it writes addresses, and the secrets in links
                log_config=None,
                proxy_headers=True,
                server_header=False,
                limit_concurrency=_MOST_CONNECTIONS,
                timeout_graceful_shutdown=_LAST_SECONDS,
            )
        ).run([listening])


class LogLines(logging.Formatter):
    """Lines that no terminal obeys, and that nobody can forge: what goes on is indented."""

    def format(self, record: logging.LogRecord) -> str:
        """One record, of one line or more."""
        return printable(super().format(record)).replace("\n", "\n    ")


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    formatter = LogLines("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    levels = {"mkdocs_privacy.requests.receiver": logging.INFO, "uvicorn": logging.WARNING}
    for name, level in levels.items():
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(level)
