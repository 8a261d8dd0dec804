"""`mkdocs-privacy receive`: what it reads from a site, what it refuses, and a real one at work."""

from __future__ import annotations

import json
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
import yaml
from builds import ENVIRONMENT, REPOSITORY
from click.testing import CliRunner, Result
from patience import PATIENCE, until
from release_worlds import IN_FORCE, TODAY
from worlds import LANGUAGES, small_center, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.requests.receive import receive
from mkdocs_privacy.releases import write_release
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver import MailSettings, Security, Settings
from mkdocs_privacy.requests.store import read_location

GUIDE = (REPOSITORY / "docs" / "how-to" / "receiver.md").read_text("utf-8")
ENDPOINT = "https://privacy.tuimelkous.example/requests/{language}/{right}"
RECEIPT = "https://privacy.tuimelkous.example/rights/received/"
ADDRESS = ("--address", "https://privacy.tuimelkous.example/requests")
SMTP = {"PRIVACY_SMTP_HOST": "smtp.example.be", "PRIVACY_MAIL_FROM": "privacy@example.be"}


def write_site(folder: Path, requests: Any, **files: str) -> None:
    """The small center in three languages, with what mkdocs.yml says under `requests:`."""
    languages = [{"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES]
    config = {
        "site_name": "Privacy",
        "site_url": "https://privacy.tuimelkous.example/",
        "theme": {"name": "material", "language": "nl"},
        "plugins": [
            {"privacy-center": {"requests": requests, "today": "2026-03-01"}},
            {"i18n": {"languages": languages}},
        ],
    }
    write_files(folder, {"mkdocs.yml": yaml.safe_dump(config), **files})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run, without a mail server in the environment."""
    monkeypatch.chdir(tmp_path)
    names = ("PRIVACY_SMTP_HOST", "PRIVACY_MAIL_FROM", "PRIVACY_MAIL_TO", "PRIVACY_DATABASE")
    for name in (*names, "FORWARDED_ALLOW_IPS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@dataclass
class Served:
    """What the server was asked to serve."""

    intake: Intake
    settings: Settings
    at: tuple[str, int]


@pytest.fixture
def served(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Served]:
    """Serves nothing, and notes what it should have."""
    asked: list[Served] = []

    def note(
        intake: Intake, settings: Settings, host: str, port: int, tell: Callable[[], None]
    ) -> None:
        asked.append(Served(intake, settings, (host, port)))
        tell()

    monkeypatch.setattr("mkdocs_privacy.cli.requests.receive.serve", note)
    return asked


# -------------------------------------------------------------------------- what it reads


def test_everything_is_read_from_the_site_and_the_environment(
    folder: Path, served: list[Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(folder, {"endpoint": ENDPOINT, "format": "json"})
    for name, value in SMTP.items():
        monkeypatch.setenv(name, value)
    result = run("receive", *ADDRESS, "--keep-closed", "P6M", "--requests-per-minute", "5")
    (asked,) = served
    assert asked.at == ("127.0.0.1", 8025)
    assert asked.settings == Settings(
        read_location("privacy-requests.db"),
        site_origins=("https://privacy.tuimelkous.example",),
        own_address="https://privacy.tuimelkous.example/requests",
        paths=("/requests/{language}/{right}",),
        keep_closed="P6M",
        requests_per_minute=5,
        mail=MailSettings(
            "smtp.example.be",
            587,
            Security.STARTTLS,
            sender="privacy@example.be",
            owner="hallo@tuimelkous.example",
        ),
    )
    assert asked.intake.addresses["fr"] == "https://privacy.tuimelkous.example/fr/"
    assert (
        result.stderr
        == f"""\
Receiving requests at http://127.0.0.1:8025
  posts to /requests/{{language}}/{{right}}
  from pages of https://privacy.tuimelkous.example
  health: /requests/health
  stored in {folder}/privacy-requests.db
  closed requests are deleted after P6M
  e-mail to hallo@tuimelkous.example through smtp.example.be:587 (starttls)
"""
    )


def test_it_asks_what_the_pages_ask_by_the_release_in_force(
    folder: Path, served: list[Served]
) -> None:
    content = small_center()
    content["audiences"]["subscribers"] = {"title": "Subscribers"}
    content["rights"] = {"fields": {"order": {"label": "Order"}}}
    both = {"privacy/organisation.yml": yaml.safe_dump(content), "privacy/activities.yml": None}
    write_site(folder, {"endpoint": ENDPOINT}, **both)  # type: ignore[arg-type]
    write_release(folder / "privacy" / "releases", IN_FORCE, TODAY)
    run("receive")
    (asked,) = served
    assert [*asked.intake.center.audiences] == ["customers"]
    assert [*asked.intake.center.rights.fields] == ["order"]


def test_the_origin_of_the_site_is_as_browsers_write_it(folder: Path, served: list[Served]) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    config = (folder / "mkdocs.yml").read_text("utf-8")
    for written in ("https://Privacy.example.be:443/", "https://privacy.example.be:8443/"):
        (folder / "mkdocs.yml").write_text(
            re.sub(r"site_url: .*", f"site_url: {written}", config), "utf-8"
        )
        run("receive")
    assert [asked.settings.site_origins for asked in served] == [
        ("https://privacy.example.be",),
        ("https://privacy.example.be:8443",),
    ]


def test_the_proxies_are_those_of_the_environment_unless_the_command_says_otherwise(
    folder: Path, served: list[Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "10.0.0.1")
    for options in ([], ["--forwarded-allow-ips", "10.0.0.2, 172.16.0.0/12,*"]):
        run("receive", *options)
    assert [asked.settings.proxies for asked in served] == [
        ("10.0.0.1",),
        ("10.0.0.2", "172.16.0.0/12", "*"),
    ]


def test_the_preview_may_post_to_an_endpoint_on_this_machine(
    folder: Path, served: list[Served]
) -> None:
    write_site(folder, {"endpoint": "http://localhost:8025/requests"})
    run("receive")
    assert served[0].settings.site_origins == (
        "https://privacy.tuimelkous.example",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
    )


def test_the_preview_is_where_the_site_says(folder: Path, served: list[Served]) -> None:
    write_site(folder, {"endpoint": "http://localhost:8025/requests"})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("dev_addr: 127.0.0.1:8131\n")
    run("receive")
    assert served[0].settings.site_origins[1:] == (
        "http://127.0.0.1:8131",
        "http://localhost:8131",
    )


def test_the_time_in_the_policy_is_that_of_the_receiver(folder: Path, served: list[Served]) -> None:
    asked = {"privacy-requests": {"use": "privacy-requests", "retention": {"period": "P2Y"}}}
    activities: str = yaml.safe_dump({"activities": asked})
    write_site(folder, {"endpoint": ENDPOINT}, **{"privacy/requests.yml": activities})
    assert "\n  closed requests are deleted after P2Y\n" in run("receive").stderr
    told = "closed requests are deleted after P1Y, and activities.privacy-requests in your data "
    other = run("receive", "--keep-closed", "P1Y").stderr
    assert f"{told}says P2Y: start with `--keep-closed P2Y`" in other
    assert "Warning: closed" not in run("receive").stderr
    assert "Warning: closed" not in run("receive", "--keep-closed", "P24M").stderr


def test_a_time_in_the_policy_that_cannot_be_counted_is_told(
    folder: Path, served: list[Served]
) -> None:
    retention = {"minimum": "P3Y", "criteria": "zolang een geschil duurt"}
    asked = {"asked": {"use": "privacy-requests", "retention": retention}}
    activities: str = yaml.safe_dump({"activities": asked})
    write_site(folder, {"endpoint": ENDPOINT}, **{"privacy/requests.yml": activities})
    told = (
        "Warning: activities.asked in your data does not say in one `period` of whole days how "
        "long requests are kept: write one, or say with `--keep-closed` how long closed requests "
        "are kept. They are deleted after P1Y\n"
    )
    assert told in run("receive").stderr
    assert "activities.asked" not in run("receive", "--keep-closed", "P1Y").stderr


@pytest.mark.parametrize("terms", [("P1M", "P2Y"), ("P2Y", "P1M")])
def test_of_two_times_in_the_policy_the_longer_counts(
    terms: tuple[str, str], folder: Path, served: list[Served]
) -> None:
    asked = {
        id: {"use": "privacy-requests", "retention": {"period": term}}
        for id, term in zip(("asked", "answered"), terms, strict=True)
    }
    activities: str = yaml.safe_dump({"activities": asked}, sort_keys=False)
    write_site(folder, {"endpoint": ENDPOINT}, **{"privacy/requests.yml": activities})
    told = run("receive").stderr
    assert served[0].settings.keep_closed == "P2Y"
    shorter = "asked" if terms[0] == "P1M" else "answered"
    assert (
        f"Warning: closed requests are deleted after P2Y, and activities.{shorter} in your data "
        "says P1M: start with `--keep-closed P1M`, or correct the data\n"
    ) in told


def test_what_may_surprise_is_said_beforehand(folder: Path, served: list[Served]) -> None:
    write_site(folder, {})
    (folder / "mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: material, language: nl}", "utf-8"
    )
    result = run("receive", "--host", "0.0.0.0", "--forwarded-allow-ips", "10.0.0.1")
    assert [line for line in result.stderr.splitlines() if line.startswith("Warning: ")] == [
        "Warning: mkdocs.yml has no `requests.endpoint`, so the pages of the site have no form "
        "that posts here",
        "Warning: mkdocs.yml has no `site_url`, so pages cannot post by script, visitors get no "
        "link back to the site, and posts from the pages of other sites are accepted",
        "Warning: PRIVACY_SMTP_HOST is not set, so you get no e-mail about requests: run "
        "`mkdocs-privacy requests list` every day",
        "Warning: it listens on 0.0.0.0 without TLS: allow only your reverse proxy to reach it",
    ]
    assert len(served) == 1


# ------------------------------------------------------------------------- what it refuses


def test_all_that_is_in_the_way_is_said_at_once(
    folder: Path, served: list[Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(
        folder,
        {"endpoint": "https://formspree.io/f/{language}/{language}", "format": "formspree"},
        **{"privacy/rights.yml": "rights: {deadlin: P1M}\n"},
    )
    monkeypatch.setenv("PRIVACY_SMTP_HOST", "smtp.example.be")
    result = run("receive", "--forwarded-allow-ips", "10.0.0.0/99", "--database", "mysql://x/y")
    assert (result.exit_code, served) == (1, [])
    assert result.stdout == (
        "privacy/rights.yml:1: error: rights.deadlin: unknown key ‘deadlin’ (did you mean "
        "‘deadline’?) [unknown-key]\n"
    )
    assert (
        result.stderr
        == """\
Error: the receiver cannot start:
  there are errors, listed above: fix them first
  mkdocs.yml: requests.format: this receiver understands `form` and `json`, \
not `formspree`
  mkdocs.yml: requests: {language} occurs more than once in /f/{language}/{language}: write it \
once
  PRIVACY_MAIL_FROM is missing: set it to an address such as privacy@example.be
  ‘mysql://…’ is not the address of a database: write a path, such as requests.db, or \
postgresql://user@host/database
  --forwarded-allow-ips: ‘10.0.0.0/99’ is not an address or network: write 127.0.0.1, ::1 or \
172.16.0.0/12
  --address is missing: the confirmation e-mail needs a link, such as --address https://requests.example.be
"""
    )


@pytest.mark.parametrize(
    "address",
    ["requests.example.be", "http://requests.example.be", "https://x.be/?a=b", "https://["],
)
def test_an_address_that_nobody_can_reach_safely_is_refused(
    folder: Path, served: list[Served], address: str
) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    result = run("receive", "--address", address)
    assert (result.exit_code, served) == (1, [])
    assert f"--address: ‘{address}’ is not a public address" in result.stderr


@pytest.mark.parametrize(
    ("options", "key", "message"),
    [
        (("--desk-address", "https://desk.example.be"), "", "--desk-address needs --desk"),
        (("--desk", "--desk-address", "desk"), "", "--desk-address: ‘desk’ is not a public"),
        (("--desk",), "short", "PRIVACY_DESK_KEY: the key of a desk is too easily guessed"),
    ],
)
def test_a_desk_that_is_not_safe_is_refused(
    folder: Path,
    served: list[Served],
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    key: str,
    message: str,
) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    monkeypatch.setenv("PRIVACY_DESK_KEY", key)
    result = run("receive", *options)
    assert (result.exit_code, served) == (1, [])
    assert message in result.stderr


def test_a_desk_behind_a_proxy_should_have_a_key_too(folder: Path, served: list[Served]) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    result = run("receive", "--desk", "--desk-address", "https://desk.example.be/")
    (asked,) = served
    assert asked.settings.desk
    assert asked.settings.desk.is_proxied
    assert "Warning: PRIVACY_DESK_KEY is not set: other accounts on this machine" in result.stderr
    assert result.stderr.endswith("The desk: https://desk.example.be/\n")


def test_an_organisation_that_answers_nobody_itself_receives_nothing(
    folder: Path, served: list[Served]
) -> None:
    content = small_center()
    reach = {"responsible": "the shop", "how_to_reach": "Write to it."}
    content["audiences"]["customers"] |= {"our_role": "processor", **reach}
    both = {"privacy/organisation.yml": yaml.safe_dump(content), "privacy/activities.yml": None}
    write_site(folder, {"endpoint": ENDPOINT}, **both)  # type: ignore[arg-type]
    result = run("receive")
    assert (result.exit_code, served) == (1, [])
    assert "there are no requests to receive" in result.stderr


def test_wrong_options_are_sentences_for_every_command(folder: Path) -> None:
    write_site(folder, {"endpoint": "http://a.be", "formt": "json"})
    for command in ("receive", "check", "verify"):
        result = run(command)
        assert result.exit_code == 1
        assert "privacy-center.requests.endpoint: ‘http://a.be’ is not an address" in result.stdout
        assert "privacy-center.requests.formt: unknown key ‘formt’" in result.stdout
    write_site(folder, {"endpoint_by_language": {"de": "https://a.be"}})
    assert (
        "privacy-center.requests.endpoint_by_language.de: this site has no language ‘de’"
        in run("check").stdout
    )


def test_a_server_needs_no_docs_folder(folder: Path, served: list[Served]) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    assert not (folder / "docs").exists()
    assert "docs_dir: The path" in run("check").stdout
    assert run("receive").exit_code == 0
    assert len(served) == 1


WITHOUT_THE_EXTRA = """
import sys
sys.modules.update(dict.fromkeys(("starlette", "uvicorn", "sqlalchemy", "alembic")))
from click.testing import CliRunner
from mkdocs_privacy.cli import main
for typed in ("--help", "receive", "requests --help", "requests list", "requests list --preview"):
    result = CliRunner().invoke(main, typed.split())
    print(result.exit_code, result.output.splitlines()[0])
"""


def test_without_the_extra_it_says_what_to_install(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_EXTRA],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        result.stdout
        == """\
0 Usage: main [OPTIONS] COMMAND [ARGS]...
1 Error: `main receive` needs the package sqlalchemy, which is not installed: install this \
package with the extra `receiver`: add [receiver] to what you gave to pip, such as \
pip install './mkdocs_privacy-0.1.0-py3-none-any.whl[receiver]'
0 Usage: main requests [OPTIONS] COMMAND [ARGS]...
1 Error: `requests list` needs the package sqlalchemy, which is not installed: install this \
package with the extra `receiver`: add [receiver] to what you gave to pip, such as \
pip install './mkdocs_privacy-0.1.0-py3-none-any.whl[receiver]'
0 0 trials in .privacy-requests/requests.jsonl, from the preview only
"""
    )


def test_a_file_or_port_that_cannot_be_used_is_a_sentence(folder: Path) -> None:
    write_site(folder, {"endpoint": ENDPOINT})
    (folder / "letter.txt").write_text("Dear Sir or Madam, " * 100)
    result = run("receive", "--database", "letter.txt")
    assert result.exit_code == 1
    assert "letter.txt is not a database of requests, or it is damaged" in result.stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("receive", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "Error: Address already in use" in result.stderr


# ---------------------------------------------------------------------------- a real one


DESK_KEY = "a-key-of-thirty-two-characters-or-more"
START = "from mkdocs_privacy.cli import main; main()"


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any) -> None:
        return None


@dataclass
class Receiver:
    """A receiver that runs, and how to post to it."""

    process: subprocess.Popen[str]
    address: str
    database: Path
    desk_port: int = 0

    def ask(self, path: str, content: bytes | None = None, **headers: str) -> tuple[int, Any]:
        """The status of the answer, and its body, or where it leads."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = Request(f"{self.address}{path}", content, named)
        try:
            with build_opener(_StayHere).open(asked, timeout=PATIENCE) as answer:
                content = answer.read().decode()
                is_json = "json" in str(answer.headers["content-type"])
                return answer.status, json.loads(content) if is_json else content
        except HTTPError as answer:
            return answer.code, answer.headers.get("location") or answer.read().decode()


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    folder = tmp_path_factory.mktemp("receiver")
    write_site(folder, {"endpoint": ENDPOINT, "format": "json"})
    with (
        socket.create_server(("127.0.0.1", 0)) as free,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        port, desk_port = free.getsockname()[1], other.getsockname()[1]
    desk = ("--desk", "--desk-port", str(desk_port))
    process = subprocess.Popen(
        [sys.executable, "-c", START, "receive", "--port", str(port), *desk, *ADDRESS],
        cwd=folder,
        env={
            **{name: value for name, value in ENVIRONMENT.items() if "PRIVACY_" not in name},
            "PRIVACY_DESK_KEY": DESK_KEY,
        },
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    for line in process.stderr:
        if "closed requests are deleted" in line:
            break
    else:
        pytest.fail("the receiver ended before it said how long it keeps closed requests")
    database = folder / "privacy-requests.db"
    running = Receiver(process, f"http://127.0.0.1:{port}/requests", database, desk_port)
    try:
        wait_until_it_listens(port)
        yield running
    finally:
        process.kill()
        process.communicate()


def wait_until_it_listens(port: int) -> None:
    def listens() -> bool:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
        except ConnectionRefusedError:
            return False
        return True

    until(listens, otherwise=lambda: "it does not listen")


ASKED = {
    "schema_version": "1",
    "right": "access",
    "article": "15",
    "language": "fr",
    "audience": "customers",
    "name": "Zoë",
    "email": "zoe@exemple.be",
}


def test_what_is_posted_can_be_listed_shown_closed_exported_and_forgotten(
    receiver: Receiver,
) -> None:
    reference = "7K3F-9QXZ-W2M4-6H8T"
    as_json = json.dumps({**ASKED, "reference": reference}).encode()
    erasure = {**ASKED, "right": "erasure", "article": "17", "redirect": RECEIPT}
    as_form = urlencode({**erasure, "reference": "8A01-BBBB-CCCC-DDDD"}).encode()
    status, answer = receiver.ask("/fr/access", as_json, content_type="application/json")
    assert (status, answer["reference"]) == (201, reference)
    again, _ = receiver.ask("/fr/access", as_json, content_type="application/json")
    assert again == 200
    assert receiver.ask(
        "/fr/erasure", as_form, content_type="application/x-www-form-urlencoded", accept="text/html"
    ) == (303, RECEIPT)
    assert receiver.ask("/health")[0] == 200

    def requests(*typed: str) -> Result:
        return run("requests", *typed, "--database", str(receiver.database))

    listed = json.loads(requests("list", "--format", "json").stdout)
    assert {one["right"] for one in listed} == {"access", "erasure"}
    assert listed[0]["expected_by"] == answer["expected_by"]
    assert "\nname: Zoë\n" in requests("show", reference).stdout
    assert requests("close", reference, "--outcome", "granted").exit_code == 0
    (exported,) = json.loads(requests("export", reference).stdout)
    assert (exported["outcome"], exported["email"]) == ("granted", "zoe@exemple.be")
    assert requests("purge", "--keep-closed", "P0D").stdout == "deleted 1 request\n"
    assert requests("list", "--all").stderr == "1 request\n"
    assert f"{date.fromisoformat(answer['received_at'][:10]):%Y-%m}" in requests("counts").stdout


def test_the_desk_has_a_port_and_a_secret_of_its_own(receiver: Receiver) -> None:
    desk = Receiver(receiver.process, f"http://127.0.0.1:{receiver.desk_port}", receiver.database)
    asked = json.dumps({**ASKED, "reference": "9C11-EEEE-FFFF-GGGG"}).encode()
    receiver.ask("/fr/access", asked, content_type="application/json")
    status, page = desk.ask(f"/{DESK_KEY}/", accept="text/html", accept_language="en")
    assert (status, "9C11-EEEE-FFFF-GGGG" in str(page)) == (200, True)
    assert desk.ask("/")[0] == desk.ask("/requests/health")[0] == 404
    receiver.address = receiver.address.removesuffix("/requests")
    assert receiver.ask(f"/{DESK_KEY}/")[0] == 404
    receiver.address += "/requests"
    assert desk.ask(f"/{DESK_KEY}/", host="desk.example.be")[0] in (403, 404, 421)


def test_it_stops_when_it_is_told_to(receiver: Receiver) -> None:
    """The last test of this server."""
    receiver.process.send_signal(signal.SIGTERM)
    _, said = receiver.process.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    assert receiver.process.returncode in (0, -signal.SIGTERM)


# ---------------------------------------------------------------------------- the guide


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def test_the_recipes_of_the_guide_start_it_with_options_that_exist() -> None:
    unit, container = blocks("ini")[0], blocks("dockerfile")[0]
    [start] = re.findall(r"^ExecStart=\S*/mkdocs-privacy (.*)$", unit, re.MULTILINE)
    [last] = re.findall(r"^CMD (.*)$", container, re.MULTILINE)
    for typed in (shlex.split(start), json.loads(last)[1:]):
        assert typed[0] == "receive"
        receive.make_context("receive", typed[1:], **main.context_settings)


def test_the_configurations_of_the_guide_can_be_read() -> None:
    assert blocks("yaml")
    for block in blocks("yaml"):
        [plugin] = yaml.safe_load(block)["plugins"]
        assert RequestOptions.model_validate(plugin["privacy-center"]["requests"]).endpoint
