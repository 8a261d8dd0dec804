"""Real receivers: in a thread of the tests, or in a process of their own that can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, create_server
from threading import Thread
from typing import Any

import httpx
import uvicorn
from patience import PATIENCE
from requests_world import ACCESS, an_intake

from mkdocs_privacy.requests import make_reference
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver import Settings
from mkdocs_privacy.requests.receiver.app import make_app
from mkdocs_privacy.requests.receiver.serving import serve
from mkdocs_privacy.requests.store import (
    Location,
    StatusFilter,
    Store,
    StoredRequest,
    read_location,
)

SITE = "https://privacy.tuimelkous.example"
MANY = 1_000_000


@dataclass(frozen=True)
class Running:
    """A receiver that runs."""

    address: str
    location: Location

    def client(self, **headers: str) -> httpx.Client:
        """A program or a browser that talks to it."""
        return httpx.Client(
            base_url=self.address, headers=headers, trust_env=False, verify=False, timeout=PATIENCE
        )

    def post(self, fields: dict[str, Any], path: str = "/", **headers: str) -> httpx.Response:
        """Post a request as JSON."""
        with self.client(**headers) as client:
            return client.post(path, json=fields)

    def stored(self) -> tuple[StoredRequest, ...]:
        """What it keeps."""
        with Store.open(self.location) as store:
            return store.requests(StatusFilter.ALL)

    def references(self) -> set[str]:
        """The reference numbers of what it keeps."""
        return {one.request.reference for one in self.stored()}


def settings_in(folder: Path, **others: Any) -> Settings:
    """Those of the receiver of the small site, which never thinks that there are too many posts."""
    often = {"requests_per_minute": MANY, "requests_per_day": MANY}
    return Settings(
        read_location(folder / "requests.db"), site_origins=(SITE,), **{**often, **others}
    )


@contextmanager
def receiver(settings: Settings, intake: Intake | None = None) -> Iterator[Running]:
    """A receiver in a thread, on a port of its own."""
    app = make_app(intake or an_intake(), settings)
    with create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(
            uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=5)
        )
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            assert server.started
            yield Running(f"http://127.0.0.1:{listening.getsockname()[1]}", settings.location)
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def receiver_process(folder: Path) -> Iterator[tuple[Running, subprocess.Popen[bytes]]]:
    """A receiver in a process of its own."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, __file__, str(folder), str(port)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(_import_paths())},
            stderr=log,
        )
    try:
        _wait_until_it_listens(port, process)
        yield Running(f"http://127.0.0.1:{port}", settings_in(folder).location), process
    finally:
        process.kill()
        process.wait()


def _import_paths() -> Iterator[str]:
    """Where the process finds this folder’s neighbours, and the package that the tests test."""
    yield str(Path(__file__).parent.parent)
    yield from filter(None, [os.environ.get("PYTHONPATH")])


def _wait_until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the receiver did not begin")


def requests_of(number: int) -> Sequence[dict[str, Any]]:
    """So many requests, each of somebody else."""
    return [
        {**ACCESS, "email": f"visitor-{one}@voorbeeld.example", "reference": make_reference()}
        for one in range(number)
    ]


if __name__ == "__main__":
    serve(an_intake(), settings_in(Path(sys.argv[1])), "127.0.0.1", int(sys.argv[2]), lambda: None)
