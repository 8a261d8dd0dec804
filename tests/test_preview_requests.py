"""`mkdocs serve` takes requests itself: a form can be tried at once, and a trial reaches nobody."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import httpx
import pytest
from builds import ENVIRONMENT, write_config
from click.testing import CliRunner
from patience import PATIENCE
from requests_world import (
    ACCESS,
    FORM,
    MADE_IN_THE_BROWSER,
    REQUESTS_WORLD,
    a_post,
    an_intake,
    as_form,
)
from site_checks.browser import start_browser
from test_serve import wait_until
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.mkdocs_settings import read_settings
from mkdocs_privacy.plugin.preview import accept_requests, preview_intake
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import ANSWER_CSP, Intake, RequestFile
from mkdocs_privacy.site import OpenedSite

BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


class Preview:
    """A running `mkdocs serve` of a center that has no endpoint."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / ".privacy-requests" / "requests.jsonl"
        self.output = folder.parent / "output.txt"
        write_files(folder, REQUESTS_WORLD)
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        command = ["serve", "--config-file", write_config(folder), "--dev-addr", self.host]
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", *map(str, command)],
                env=ENVIRONMENT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def log(self) -> str:
        return re.sub(r"\x1b\[[\d;]*m", "", self.output.read_text())

    def lines_with(self, words: str) -> list[str]:
        """The lines of the log with these words; MkDocs writes one after its answer has gone."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := [line for line in self.log().splitlines() if words in line]:
                return found
            time.sleep(0.05)
        return []

    def post(self, fields: Mapping[str, Any], **headers: str) -> httpx.Response:
        """Post a form as a browser without JavaScript does."""
        sent = {"Content-Type": FORM, "Accept": BROWSER, **headers}
        return self.post_bytes(as_form(fields), **sent)

    def post_json(self, fields: Mapping[str, Any], **headers: str) -> httpx.Response:
        sent = {"Content-Type": "application/json", "Accept": "application/json", **headers}
        return self.post_bytes(json.dumps(fields).encode(), **sent)

    def post_bytes(self, body: bytes | Iterator[bytes], **headers: str) -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.post(f"http://{self.host}/rights/received/", content=body, headers=sent)

    def stored(self) -> list[dict[str, Any]]:
        if not self.file.exists():
            return []
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(tmp_path_factory.mktemp("preview") / "site")
    try:
        wait_until(lambda: "Serving on" in preview.log(), preview)
        yield preview
    finally:
        preview.process.kill()
        preview.process.wait()


@pytest.fixture
def preview(running: Preview) -> Preview:
    """The preview, without any request."""
    shutil.rmtree(running.file.parent, ignore_errors=True)
    return running


def test_it_says_where_requests_go_and_keeps_nothing_before_the_first(preview: Preview) -> None:
    assert (
        "Requests made in this preview are written to "
        ".privacy-requests/requests.jsonl and are not sent to anybody"
    ) in preview.log()
    assert not preview.file.parent.exists()


def test_a_form_without_javascript_gets_its_receipt_as_a_page(preview: Preview) -> None:
    answer = preview.post({**ACCESS, "website": "", "details": ""})
    written = preview.stored()[0]
    assert preview.stored() == [
        {
            "reference": written["reference"],
            "received_at": written["received_at"],
            "expected_by": written["expected_by"],
            "fields": ACCESS,
        }
    ]
    assert answer.status_code == 201
    assert "Wij hebben uw verzoek ontvangen" in answer.text
    assert written["reference"] in answer.text
    assert {name: answer.headers[name] for name in SECURE} == SECURE
    assert f"Request {written['reference']} was written to .privacy-requests" in preview.log()
    [accepted] = preview.lines_with("POST /")
    assert accepted.split()[0] == "INFO"


SECURE = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": ANSWER_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def test_only_its_owner_may_read_the_file_and_git_leaves_it_alone(preview: Preview) -> None:
    preview.post(ACCESS)
    assert stat.S_IMODE(preview.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(preview.file.parent.stat().st_mode) == 0o700
    status = ["git", "-C", str(preview.folder), "status", "--porcelain"]
    listed = subprocess.run(status, capture_output=True, text=True, check=True).stdout
    assert listed == "?? mkdocs.yml\n?? privacy/\n"


def test_what_a_killed_preview_left_behind_harms_nothing(preview: Preview) -> None:
    fields = {**ACCESS, **MADE_IN_THE_BROWSER}
    preview.post_json(fields)
    whole = preview.file.read_text(encoding="utf-8")
    half = whole[: len(whole) // 2]
    preview.file.write_text(half, encoding="utf-8")
    (preview.file.parent / ".gitignore").unlink()

    assert preview.post_json(fields).status_code == 201
    assert preview.post_json(fields).status_code == 200
    first, second = preview.file.read_text(encoding="utf-8").splitlines()
    assert (first, json.loads(second)["fields"]) == (half, fields)
    assert (preview.file.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_request_that_comes_twice_is_one(preview: Preview) -> None:
    fields = {**ACCESS, **MADE_IN_THE_BROWSER}
    first, second = preview.post_json(fields), preview.post_json(fields)
    assert (first.status_code, second.status_code) == (201, 200)
    assert preview.stored() == [{**first.json(), "fields": fields}]
    assert second.json() == first.json()

    other = preview.post_json({**fields, "name": "Jan"})
    assert (other.status_code, other.json()["detail"]) == (
        409,
        "another request was kept with the same reference",
    )
    assert len(preview.stored()) == 1


@pytest.mark.parametrize(
    "place, status", [("http://{}/rights/received/", 303), ("https://e.x/", 201)]
)
def test_a_form_goes_on_to_the_page_of_receipt_of_this_preview_only(
    preview: Preview, place: str, status: int
) -> None:
    redirect = place.format(preview.host)
    answer = preview.post({**ACCESS, **MADE_IN_THE_BROWSER, "redirect": redirect})
    assert answer.status_code == status
    assert answer.headers.get("Location") == (redirect if status == 303 else None)
    assert len(preview.stored()) == 1


def test_a_wrong_request_is_refused_in_its_language_and_not_kept(preview: Preview) -> None:
    page = preview.post({**ACCESS, "email": "zoe"})
    assert page.status_code == 422
    assert "Kijk het e-mailadres na." in page.text

    problem = preview.post_json({**ACCESS, "email": "zoe"})
    assert (problem.status_code, problem.headers["Content-Type"]) == (
        422,
        "application/problem+json",
    )
    assert [one["field"] for one in problem.json()["errors"]] == ["email"]
    assert preview.stored() == []


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "privacy.tuimelkous.example"}, id="a name that leads here"),
        pytest.param({"Host": "127.0.0.1.evil.example"}, id="a name that looks like us"),
        pytest.param({"Host": "[oops"}, id="no name at all"),
        pytest.param({"Origin": "https://evil.example"}, id="a page of another site"),
        pytest.param({"Origin": "null"}, id="a page that hides where it is"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, id="another server of this machine"),
        pytest.param({"Sec_Fetch_Site": "cross-site"}, id="another site in a newer browser"),
        pytest.param({"Sec_Fetch_Site": "same-site"}, id="another port of this machine"),
    ],
)
def test_only_pages_of_this_preview_may_post(preview: Preview, headers: dict[str, str]) -> None:
    answer = preview.post(ACCESS, **headers)
    assert answer.status_code == 403
    assert "Dit bericht komt niet van ons formulier" in answer.text
    assert preview.stored() == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec_Fetch_Site": "same-origin", "Origin": "null"},  # a page without Referrer
        {"Host": "localhost:80", "Origin": "http://localhost:80"},
        {"Host": "[::1]:80", "Origin": "http://[::1]:80"},
    ],
)
def test_this_machine_has_many_names(preview: Preview, headers: dict[str, str]) -> None:
    assert preview.post(ACCESS, **headers).status_code == 201


def test_what_is_no_request_is_not_read(preview: Preview) -> None:
    chunked = preview.post_bytes(iter([b"right=access"]), Content_Type=FORM)
    too_long = preview.post_bytes(b"x" * 600_000, Content_Type=FORM)
    other = preview.post_bytes(b"<right/>", Content_Type="text/xml")
    nothing = preview.post_bytes(b"")
    found = [one.status_code for one in (chunked, too_long, other, nothing)]
    assert found == [411, 413, 415, 415]
    assert preview.stored() == []


def test_a_request_that_cannot_be_written_is_refused(preview: Preview) -> None:
    preview.file.mkdir(parents=True)
    answer = preview.post(ACCESS)
    assert answer.status_code == 503
    assert "Wij konden uw bericht niet opslaan" in answer.text
    assert (
        "could not be written to .privacy-requests/requests.jsonl: this is a folder, not a file: "
        "remove it"
    ) in preview.log()


@pytest.mark.parametrize("name", ["", ".gitignore", "requests.jsonl"])
@pytest.mark.parametrize("target", ["there", "missing"])
def test_a_request_is_not_written_through_a_link(tmp_path: Path, name: str, target: str) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    linked = site / RequestFile.FOLDER / name
    linked.parent.mkdir(parents=True)
    if target == "there" and name:
        (elsewhere / target).write_text("mine\n")
    linked.symlink_to(elsewhere / (target if name or target == "missing" else ""))
    request = an_intake().take(a_post(as_form(ACCESS), FORM), origins=())
    assert isinstance(request, RightsRequest)
    before = [path.read_text() for path in elsewhere.iterdir()]
    file = RequestFile(site / RequestFile.FOLDER)

    with pytest.raises(OSError, match="is a link: remove it"):
        file.add(request)
    with pytest.raises(OSError, match="is a link: remove it"):
        file.requests()
    assert [path.read_text() for path in elsewhere.iterdir()] == before


@pytest.mark.parametrize(
    "line", [b"[]", b"{}", b'"a"', b"\xff", b"[" * 100_000, b'{"reference": 1}']
)
def test_what_is_no_request_in_the_file_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    file = RequestFile(tmp_path / RequestFile.FOLDER)
    file.folder.mkdir()
    file.path.write_bytes(line + b"\n")
    assert file.requests() == ()


def test_a_pipe_in_the_place_of_the_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    file = RequestFile(tmp_path / RequestFile.FOLDER)
    file.folder.mkdir()
    os.mkfifo(file.path)
    with pytest.raises(OSError, match="a pipe, not a file"):
        file.requests()


def test_the_form_of_a_preview_can_be_tried_without_javascript(preview: Preview) -> None:
    with start_browser() as browser, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"http://{preview.host}/rights/access/")
        page.get_by_label("Klanten").check()
        page.get_by_label("Bestelnummer").fill("A-1")
        page.get_by_label("de post").check()
        page.get_by_label("Uw naam").fill("Zoë d’Hondt")
        page.get_by_label("Uw e-mailadres").fill("zoe@voorbeeld.example")
        page.get_by_role("button", name="Verzoek versturen").click()
        page.wait_for_url("**/rights/received/")
        assert page.locator("h1").inner_text() == "Wij hebben uw verzoek ontvangen"
        page.get_by_role("link", name="Naar de privacypagina’s van Tuimelkous").click()
        page.wait_for_url(f"http://{preview.host}/")
    (written,) = preview.stored()
    assert written["fields"]["order"] == "A-1"
    assert written["fields"]["reach"] == ["post"]


def test_it_judges_by_the_newest_data_and_does_not_build_for_a_request(preview: Preview) -> None:
    assert preview.post({**ACCESS, "audience": "guests"}).status_code == 422
    assert "Detected file changes" not in preview.log()

    audiences = preview.folder / "privacy" / "audiences.yml"
    audiences.write_text(audiences.read_text(encoding="utf-8").replace("members:", "guests:"))
    wait_until(lambda: "Reloading browsers" in preview.log(), preview)
    assert preview.post({**ACCESS, "audience": "guests"}).status_code == 201


@contextmanager
def serving(
    host: str, folder: Path, intake: Callable[[], Intake | None] = an_intake
) -> Iterator[int]:
    """A server as a preview has one, on all addresses or on one; yields its port."""

    class Handler(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with WSGIServer((host, 0), Handler) as server:
        accept_requests(server, intake, folder)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("host, status", [("127.0.0.1", 201), ("0.0.0.0", 403)])
def test_a_preview_that_others_can_reach_takes_nothing(
    tmp_path: Path, host: str, status: int
) -> None:
    with serving(host, tmp_path) as port:
        answer = httpx.post(f"http://127.0.0.1:{port}/", data=dict(ACCESS))
    assert answer.status_code == status
    assert (tmp_path / ".privacy-requests").exists() is (status == 201)


def test_where_an_endpoint_takes_requests_the_preview_does_not_act_as_if_it_did(
    tmp_path: Path,
) -> None:
    with serving("127.0.0.1", tmp_path, lambda: None) as port:
        answer = httpx.post(f"http://127.0.0.1:{port}/", data=dict(ACCESS))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


ENDPOINT = "https://requests.example/{right}"


@pytest.mark.parametrize(
    ("options", "takes"),
    [
        ({}, True),
        ({"endpoint": ENDPOINT}, True),
        ({"endpoint": ENDPOINT, "post_from_preview": True}, False),
    ],
    ids=["no endpoint", "an endpoint", "an endpoint on demand"],
)
def test_a_trial_reaches_nobody_unless_that_is_wanted(
    tmp_path: Path, options: dict[str, Any], takes: bool
) -> None:
    write_files(tmp_path, {})
    config = write_config(tmp_path, plugins=[{"privacy-center": {"requests": options}}])
    site = OpenedSite(read_settings(config, tmp_path), is_preview=True)
    intake = preview_intake(site)
    assert (intake is not None) is takes
    if intake:
        assert intake.options.endpoints == ()


def test_what_was_tried_is_listed_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("127.0.0.1", tmp_path) as port:
        httpx.post(f"http://127.0.0.1:{port}/", data=dict(ACCESS))
    monkeypatch.chdir(tmp_path)
    listed = CliRunner().invoke(main, ["requests", "list", "--preview", "--format", "json"])
    [trial] = json.loads(listed.stdout)
    assert (trial["right"], trial["e-mail"]) == ("access", ACCESS["email"])
    assert listed.stderr == "1 trial in .privacy-requests/requests.jsonl, from the preview only\n"
    for option in ("--closed", "--all", "--due=7d"):
        assert CliRunner().invoke(main, ["requests", "list", "--preview", option]).exit_code == 2


def test_where_nothing_was_tried_nothing_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    listed = CliRunner().invoke(main, ["requests", "list", "--preview"])
    assert (listed.exit_code, listed.stdout) == (0, "")
