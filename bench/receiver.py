"""Posts to `mkdocs-privacy receive` for the webshop, as it is started by its owner; prints what it
took, and whether anything was lost: `python -m bench.receiver`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import Any
from urllib.parse import urlsplit

from bench.posting import Load, post_all
from mkdocs_privacy.cli.working_site import open_site
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import make_reference, request_forms
from mkdocs_privacy.requests.published.schema import request_examples
from mkdocs_privacy.requests.receiver import Standing, Store

WEBSHOP = Path(__file__).parent.parent / "examples" / "webshop" / "mkdocs.yml"
RATE = 200
"""Posts a second that must be taken with nothing lost."""


def main() -> int:
    """Print one figure a line; fail where an accepted request is lost, or one is not accepted."""
    parser = argparse.ArgumentParser(prog="python -m bench.receiver", description=__doc__)
    parser.add_argument("--seconds", type=int, default=30, help="how long to post (30)")
    return 0 if measure_receiver(parser.parse_args().seconds) else 1


def measure_receiver(seconds: int) -> bool:
    """Post at a steady rate, then as fast as it goes; whether everything was kept."""
    path, make = _form()
    with tempfile.TemporaryDirectory(prefix="bench-receiver-") as folder:
        database = Path(folder) / "requests.db"
        with _receiver(database) as origin:
            address = f"{origin}{path}"
            post_all(address, make(100))  # what is read once is read at the first one
            steady = post_all(address, make(RATE * seconds), rate=RATE)
            together = post_all(address, make(200), connections=200)
            fastest = post_all(address, make(RATE * seconds // 4))
        with Store.open(database) as store:
            kept = {one.request.reference for one in store.requests(Standing.ALL)}
    lost = set().union(*(one.accepted for one in (steady, together, fastest))) - kept
    _print(f"receiver at {RATE} posts a second", steady)
    _print("receiver, 200 posts at once", together)
    _print("receiver as fast as it goes", fastest)
    print(f"receiver, accepted requests that are lost: {len(lost)} (goal 0)", flush=True)
    is_all_accepted = all(set(one.statuses) == {201} for one in (steady, together, fastest))
    return is_all_accepted and not lost


@contextmanager
def _receiver(database: Path) -> Iterator[str]:
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = {"--config-file": WEBSHOP, "--database": database, "--port": port}
    command = [str(part) for option in options.items() for part in option]
    process = subprocess.Popen(
        [Path(sys.executable).parent / "mkdocs-privacy", "receive", *command],
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_well(address, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_until_well(address: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise subprocess.CalledProcessError(process.returncode, process.args)


def _form() -> tuple[str, Callable[[int], Sequence[Mapping[str, Any]]]]:
    """The path that the form for access posts to, and what makes so many posts of it."""
    site = open_site(WEBSHOP)
    options = site.config.requests
    assert site.loaded.center
    forms = request_forms(site.loaded.center, site.languages)
    example = request_examples(forms, options)[RequestType.ACCESS]
    posting = options.posting(example["language"], RequestType.ACCESS)

    def make(number: int) -> Sequence[Mapping[str, Any]]:
        return [
            {**example, "email": f"visitor-{one}@example.be", "reference": make_reference()}
            for one in range(number)
        ]

    return urlsplit(posting.address).path if posting and posting.address else "/", make


def _print(name: str, load: Load) -> None:
    print(f"{name}: {load}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
