"""What holds when things go wrong: whoever is told that a request is kept, finds it kept.

Every receiver here but one is a process of its own, over its own files on the disk.
"""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import create_server

import pytest
from requests_world import ACCESS, an_intake
from running import Running, receiver, receiver_process, requests_of, settings_in

from bench.posting import post_all
from mkdocs_privacy.requests import make_reference
from mkdocs_privacy.requests.receiver import Settings
from mkdocs_privacy.requests.receiver.serving import serve
from mkdocs_privacy.requests.store import (
    Location,
    OutcomeUnknown,
    Store,
    WrongDatabase,
    read_location,
)
from mkdocs_privacy.requests.store.opening import sqlite_of

BROWSER = {"Accept": "text/html", "Accept-Language": "fr"}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A receiver that nothing goes wrong in."""
    with receiver_process(tmp_path_factory.mktemp("receiver")) as (one, _):
        yield one


def test_two_hundred_visitors_at_once_are_all_answered(running: Running) -> None:
    requests = requests_of(200)
    load = post_all(running.address, requests, connections=200)
    assert load.statuses == {201: 200}
    assert running.references() >= {one["reference"] for one in requests}


def test_a_double_click_of_everybody_at_once_is_one_request_each(running: Running) -> None:
    before = len(running.stored())
    requests = requests_of(50)
    load = post_all(running.address, [one for one in requests for _ in range(4)])
    assert load.statuses == {201: 50, 200: 150}
    assert len(running.stored()) == before + 50


def test_nothing_is_lost_under_two_hundred_posts_a_second(
    running: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures are shown, and not judged: other work on the machine would decide. What must
    hold is that everybody is answered. `make bench` takes them for longer, on a quiet machine."""
    load = post_all(running.address, requests_of(500), rate=200)
    with capsys.disabled():
        sys.stdout.write(f"\nreceiver under load: {load}\n")
    assert load.statuses == {201: 500}
    assert running.references() >= load.accepted


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_what_was_accepted_is_there_after_the_process_was_ended_under_load(
    tmp_path: Path, blow: signal.Signals
) -> None:
    requests = requests_of(400)
    with receiver_process(tmp_path) as (running, process):
        with ThreadPoolExecutor(1) as beside:
            beside.submit(_send_when_some_are_kept, blow, process, running)
            load = post_all(running.address, requests)
        assert process.wait(10) == -blow
    kept = running.references()
    assert 0 < len(load.accepted) < len(requests)
    assert load.accepted <= kept
    assert set(load.statuses) == {201, None}  # whoever heard nothing tries again

    with receiver_process(tmp_path) as (running, _):
        again = post_all(running.address, requests)
    assert again.statuses == {200: len(kept), 201: len(requests) - len(kept)}
    assert running.references() == {one["reference"] for one in requests}


def _send_when_some_are_kept(
    blow: signal.Signals, process: subprocess.Popen[bytes], running: Running
) -> None:
    kept = sqlite3.connect(f"file:{running.location.path}?mode=ro", uri=True)
    while kept.execute("SELECT count(*) FROM request").fetchone()[0] < 150:
        time.sleep(0.002)  # 50 of them at most are not answered
    kept.close()
    process.send_signal(blow)


# A full disk


@pytest.mark.skipif(sys.platform != "linux", reason="nothing else limits another process")
def test_on_a_full_disk_visitors_are_told_and_nothing_is_kept_by_half(tmp_path: Path) -> None:
    """The process may suddenly write no file beyond the size that its log has: as on a full disk,
    but without filling one."""
    with receiver_process(tmp_path) as (running, process), running.client() as visitor:
        before = post_all(running.address, requests_of(20))
        log = (tmp_path / "requests.db-wal").stat().st_size
        unlimited = resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (log, -1))

        during = post_all(running.address, requests_of(20))
        page = visitor.post("/", data={**ACCESS, "language": "en"}, headers=BROWSER)
        answer = visitor.post("/", json={**ACCESS, "reference": make_reference()})
        health = visitor.get("/health")

        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, unlimited)
        after = post_all(running.address, requests_of(20))
        assert visitor.get("/health").status_code == 200
        assert visitor.post("/", data=dict(ACCESS)).status_code == 201
    assert (before.statuses, during.statuses, after.statuses) == ({201: 20}, {503: 20}, {201: 20})
    assert (page.status_code, answer.status_code, health.status_code) == (503, 503, 503)
    assert '<html lang="en">' in page.text
    assert page.headers["retry-after"] == answer.headers["retry-after"] == "120"
    assert answer.json()["detail"] == "nothing can be stored at the moment"
    assert len(running.stored()) == 41
    assert running.references() >= before.accepted | after.accepted


def test_a_database_that_may_not_grow_refuses_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What SQLite itself says of a full disk (SQLITE_FULL)."""
    pages = 45

    def open_small(location: Location, *, create: bool = False) -> Store:
        store = really_open(location, create=create)
        sqlite_of(store.connection).execute(f"PRAGMA max_page_count = {pages}")
        return store

    really_open: Callable[..., Store] = Store.open
    monkeypatch.setattr(Store, "open", open_small)
    with receiver(settings_in(tmp_path)) as running:
        requests = [{**one, "details": "x" * 5000} for one in requests_of(30)]
        load = post_all(running.address, requests, connections=1)
        assert set(load.statuses) == {201, 503}
        assert running.references() == load.accepted


def test_while_somebody_else_writes_it_waits(tmp_path: Path) -> None:
    with receiver(settings_in(tmp_path)) as running, ThreadPoolExecutor(1) as pool:
        other = sqlite3.connect(running.location.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = pool.submit(running.post, dict(ACCESS))
        time.sleep(0.3)
        assert not answer.done()
        other.execute("COMMIT")
        assert answer.result().status_code == 201
        other.close()


# Beginning


def test_it_does_not_begin_where_it_cannot_work(tmp_path: Path) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="already in use"):
            serve(an_intake(), settings_in(tmp_path), "127.0.0.1", port, lambda: None)
    (tmp_path / "text").write_text("no database " * 100, encoding="utf-8")
    settings = Settings(read_location(tmp_path / "text"))
    with pytest.raises(WrongDatabase):
        serve(an_intake(), settings, "127.0.0.1", 0, lambda: None)


def test_a_commit_of_which_nobody_knows_the_end_is_answered_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The server of the database went away while it committed."""

    def lose_sight(store: Store, *_: object) -> None:
        raise OutcomeUnknown

    with receiver(settings_in(tmp_path)) as running:
        monkeypatch.setattr(Store, "add", lose_sight)
        answer = running.post(dict(ACCESS))
    assert answer.status_code == 500
    assert "whether the request is stored is unknown, send it again" in answer.json()["detail"]
    assert (
        "the database failed while it committed; what it was to store may be stored" in caplog.text
    )
