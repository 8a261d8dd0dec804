"""Posts to `mkdocs-privacy receive` for the webshop, as it is started by its owner; prints what it
took, and whether anything was lost: `python -m bench.receiver`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "receiver"))

from post_offices import run_post_office
from postgresql import run_postgresql

from bench.posting import Load, post_all
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import make_reference, request_forms
from mkdocs_privacy.requests.published import request_examples
from mkdocs_privacy.requests.store import StatusFilter, Store

WEBSHOP = Path(__file__).parent.parent / "examples" / "webshop" / "mkdocs.yml"
RATE = 200
"""Posts a second that must be taken with nothing lost."""
COMMAND = str(Path(sys.executable).parent / "mkdocs-privacy")
Make = Callable[[int], Sequence[Mapping[str, Any]]]


def main() -> int:
    """Print one figure a line; fail where an accepted request is lost, or one is not accepted."""
    parser = argparse.ArgumentParser(prog="python -m bench.receiver", description=__doc__)
    parser.add_argument("--seconds", type=int, default=30, help="how long to post (30)")
    return 0 if measure_receiver(parser.parse_args().seconds) else 1


def measure_receiver(seconds: int) -> bool:
    """Post at a steady rate and as fast as it goes: to a receiver alone, to one with mail and a
    command beside it, to two that share a PostgreSQL, of which one is killed; whether everything
    was kept."""
    path, make = _form()
    with tempfile.TemporaryDirectory(prefix="bench-receiver-") as folder:
        alone = _measure_alone(Path(folder) / "alone.db", path, make, seconds)
        busy = _measure_busy(Path(folder) / "busy.db", path, make, seconds)
    return alone & busy & _measure_two(path, make, seconds)


def _measure_alone(database: Path, path: str, make: Make, seconds: int) -> bool:
    with _receiver(str(database)) as (_, origin):
        address = f"{origin}{path}"
        post_all(address, make(100))  # what is read once is read at the first one
        loads = {
            f"at {RATE} posts a second": post_all(address, make(RATE * seconds), rate=RATE),
            "200 posts at once": post_all(address, make(200), connections=200),
            "as fast as it goes": post_all(address, make(RATE * seconds // 4)),
        }
    for name, load in loads.items():
        _print(f"receiver, {name}", load)
    return _all_kept("receiver", str(database), loads.values())


def _measure_busy(database: Path, path: str, make: Make, seconds: int) -> bool:
    """With mail, which nobody waits for, and the list every second."""
    with run_post_office() as post_office:
        environment = {**os.environ, **post_office.environment}
        public = ("--address", "http://localhost:8025")
        with _receiver(str(database), *public, env=environment) as (process, origin):
            address = f"{origin}{path}"
            post_all(address, make(100))
            with ThreadPoolExecutor(1) as beside:
                listing = beside.submit(_list_every_second, database, process)
                load = post_all(address, make(RATE * seconds), rate=RATE)
                process.terminate()
                process.wait()
                listed = listing.result()
    _print(f"receiver with mail and {listed} lists beside it, at {RATE} posts a second", load)
    return _all_kept("receiver with mail", str(database), [load])


def _list_every_second(database: Path, receiver: subprocess.Popen[bytes]) -> int:
    times = 0
    while receiver.poll() is None:
        begun = time.monotonic()
        _command("requests", "list", "--format", "json", "--database", str(database))
        times += 1
        time.sleep(max(0.0, 1 - (time.monotonic() - begun)))
    return times


def _measure_two(path: str, make: Make, seconds: int) -> bool:
    """Half of the posts to each; the second is killed halfway, and its visitors try the first."""
    requests = make(RATE * seconds)
    halves = requests[::2], requests[1::2]
    with run_postgresql() as server:
        url = server.make_database()
        with _receiver(url) as (_, first), _receiver(url) as (process, second):
            addresses = f"{first}{path}", f"{second}{path}"
            for address in addresses:
                post_all(address, make(50))
            with ThreadPoolExecutor(3) as beside:
                beside.submit(_kill_after, process, seconds / 2)
                loads = list(
                    beside.map(
                        lambda address, half: post_all(address, half, rate=RATE / 2),
                        addresses,
                        halves,
                    )
                )
            told = loads[0].accepted | loads[1].accepted
            left = [request for request in requests if request["reference"] not in told]
            again = post_all(addresses[0], left)
        _print("two receivers on PostgreSQL, the one that goes on", loads[0])
        _print("two receivers on PostgreSQL, the one that is killed halfway", loads[1])
        _print("its visitors at the other one", again)
        is_kept = _all_kept("two receivers on PostgreSQL", url, [*loads, again], may_fail=True)
    return is_kept and set(again.statuses) <= {200, 201}


def _kill_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    time.sleep(seconds)
    process.kill()


def _all_kept(name: str, database: str, loads: Iterable[Load], *, may_fail: bool = False) -> bool:
    loads = list(loads)
    with Store.open(database) as store:
        kept = {stored.request.reference for stored in store.requests(StatusFilter.ALL)}
    lost = set().union(*(load.accepted for load in loads)) - kept
    print(f"{name}, accepted requests that are lost: {len(lost)} (goal 0)", flush=True)
    return not lost and (may_fail or all(set(load.statuses) == {201} for load in loads))


@contextmanager
def _receiver(
    database: str, *options: str, env: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    site = ("--config-file", str(WEBSHOP), "--port", str(port), *options)
    process = subprocess.Popen(
        [COMMAND, "receive", *site],
        stderr=subprocess.DEVNULL,
        env={**(env or os.environ), "PRIVACY_DATABASE": database},
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_well(address, process)
        yield process, address
    finally:
        process.terminate()
        process.wait()


def _command(*typed: str) -> None:
    subprocess.run([COMMAND, *typed], check=True, capture_output=True)


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
    options = site.settings.options.requests
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
