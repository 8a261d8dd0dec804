"""A receiver that runs until it is told to stop."""

from __future__ import annotations

import gc
import logging
import socket
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

import uvicorn

from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver.app import make_app
from mkdocs_privacy.requests.receiver.settings import Settings
from mkdocs_privacy.requests.store import Store, check_integrity, only_receiver, try_to_write
from mkdocs_privacy.terminal import printable

_DESK_HOST = "127.0.0.1"
"""The desk is for this machine, or for a proxy on it."""
_MOST_CONNECTIONS = 800
"""At once; a process may have about a thousand files open."""
_LAST_SECONDS = 20
"""How long a graceful shutdown waits for requests that have come in."""


def serve(
    intake: Intake, settings: Settings, host: str, port: int, tell: Callable[[], None]
) -> None:
    """Receive requests until SIGINT or SIGTERM; what runs is finished first (graceful shutdown).

    Opens the database first, made where there is none; `tell` is called when the first request can
    come. Raises OSError (the database, the port), SQLAlchemy's errors and WrongDatabase. Logs one
    line for each answer to stderr: when, status, reference.
    """
    with only_receiver(settings.location):
        with Store.open(settings.location, create=True) as store:
            check_integrity(store)
            try_to_write(store)
        _log_to_stderr()
        with ExitStack() as stack:
            sockets = [stack.enter_context(_listen(host, port))]
            if settings.desk:
                sockets.append(stack.enter_context(_listen(_DESK_HOST, settings.desk_port)))
            server = _Server(_configuration(intake, settings), tell)
            # what is loaded stays: to look through it for garbage holds up every post for 100 ms
            gc.collect()
            gc.freeze()
            server.run(sockets)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    # asyncio does so only for sockets that name TCP as their protocol: without it an answer on a
    # connection that is kept waits 40 ms for what is to follow (Nagle's algorithm)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _configuration(intake: Intake, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        make_app(intake, settings),
        access_log=False,  # it writes addresses, and the secrets in links
        log_config=None,
        proxy_headers=True,
        forwarded_allow_ips=list(settings.proxies),
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )


class _Server(uvicorn.Server):
    """Says when it can be reached, not when it is about to begin."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, as uvicorn does, and say so."""
        await super().startup(sockets)
        if self.started:
            self._tell()


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
    levels = {
        "mkdocs_privacy.requests.receiver": logging.INFO,
        "mkdocs_privacy.requests.desk": logging.ERROR,
        "uvicorn": logging.WARNING,
    }
    for name, level in levels.items():
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(level)
