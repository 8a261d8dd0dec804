"""`scan --evidence` and `scan --write`: who is expected, by which line, and what is added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builds import write_config
from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main

CENTER = """\
cookies: {}

processors:
  # who pays us
  mollie: {use: mollie, personal_data: all}

"""


def scan(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    write_files(folder, {"privacy/services.yml": CENTER})
    write_config(folder)
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["scan", *arguments])


FILES = {
    "package.json": (
        '{\n  "dependencies": {\n    "@mollie/api-client": "4",\n    "@sentry/browser": "9"\n  },\n'
        '  "devDependencies": {"stripe": "1"}\n}\n',
        "package.json:4: warning: processors.sentry: ‘@sentry/browser’ belongs to sentry, which is "
        "not under `processors`: write `sentry: {use: sentry}` if you use it [expected-recipient]",
    ),
    "composer.json": (
        '{"require": {"php": "8",\n"stripe/stripe-php": "1"}}',
        "composer.json:2: warning: processors.stripe: ‘stripe/stripe-php’ belongs to stripe, which "
        "is not under `processors`: write `stripe: {use: stripe}` if you use it "
        "[expected-recipient]",
    ),
    "requirements.txt": (
        "# what we need\n-r more.txt\nSentry_SDK[django]>=2 ; python_version > '3'\n./own\n",
        "requirements.txt:3: warning: processors.sentry: ‘sentry-sdk’ belongs to sentry, which is "
        "not under `processors`: write `sentry: {use: sentry}` if you use it [expected-recipient]",
    ),
    ".env.production": (
        "MOLLIE_KEY=live_x\nexport POSTMARK_TOKEN='s3cret'\n# SENTRY_DSN=x\n",
        ".env.production:2: warning: processors.postmark: ‘POSTMARK_TOKEN’ belongs to postmark, "
        "which is not under `processors`: write `postmark: {use: postmark}` if you use it "
        "[expected-recipient]",
    ),
    "csp.txt": (
        "Content-Security-Policy: default-src 'self';\n  script-src 'self' https://js.stripe.com "
        "*.example.org www.tuimelkous.example; connect-src https:",
        "csp.txt:2: warning: processors.stripe: ‘js.stripe.com’ belongs to stripe, which is not "
        "under `processors`: write `stripe: {use: stripe}` if you use it [expected-recipient]",
    ),
    "plugins.json": (
        '[{"name":"mailchimp-for-wp","status":"active"},\n{"name":"leadin","status":"inactive"}]',
        "plugins.json:1: warning: processors.mailchimp: ‘mailchimp-for-wp’ belongs to mailchimp, "
        "which is not under `processors`: write `mailchimp: {use: mailchimp}` if you use it "
        "[expected-recipient]",
    ),
    "plugins.csv": (
        "name,status,version\nakismet,inactive,5\nmailchimp-for-wp,active,4\n",
        "plugins.csv:3: warning: processors.mailchimp: ‘mailchimp-for-wp’ belongs to mailchimp, "
        "which is not under `processors`: write `mailchimp: {use: mailchimp}` if you use it "
        "[expected-recipient]",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_who_is_expected_with_the_line_that_proves_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, expected = FILES[name]
    (tmp_path / name).write_text(content)
    result = scan(tmp_path, monkeypatch, "--evidence", name, "--format", "concise")
    assert result.stdout.splitlines() == [expected]
    assert result.exit_code == 0
    assert "s3cret" not in result.output


@pytest.mark.parametrize(
    "content",
    [
        'PRIVATE="-----BEGIN\nSTRIPE_sk_live_SECRET=\n-----END"\nPOSTMARK_TOKEN=x\n',
        'private="a\nSTRIPE_SECRET=\n\\"\nSTRIPE_SECRET=\n"\nPOSTMARK_TOKEN=x\n',
        "export PRIVATE='a\nSTRIPE_SECRET=\n' # STRIPE\nPOSTMARK_TOKEN='STRIPE_SECRET=",
        "PRIVATE=$'a\nSTRIPE_SECRET=\n'\nPOSTMARK_TOKEN=x",
        'POSTMARK_TOKEN="never closed\nSTRIPE_SECRET=\\',
    ],
)
def test_a_line_inside_a_quoted_value_is_never_taken_for_a_name(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(content)
    result = scan(tmp_path, monkeypatch, "--evidence", ".env", "--format", "concise")
    line = content.count("\n", 0, content.index("POSTMARK")) + 1
    assert [told.partition(" belongs")[0] for told in result.stdout.splitlines()] == [
        f".env:{line}: warning: processors.postmark: ‘POSTMARK_TOKEN’"
    ]
    assert "SECRET" not in result.output


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("package.json", b"{", "this is no valid JSON: look at line 1"),
        ("package.json", b"[]", "an object is expected in this file"),
        ("composer.json", b"[" * 100_000, "this is no valid JSON"),
        ("notes.txt", b"buy milk", "nobody knows what this file is: give package.json"),
        ("plugins.json", b"[7]", "this is no list of plugins: each needs a `name`"),
        (".env", b"\xff", "this is no text in UTF-8"),
    ],
)
def test_a_file_that_tells_nothing_is_refused_in_a_sentence(
    name: str, content: bytes, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(content)
    result = scan(tmp_path, monkeypatch, "--evidence", name)
    assert result.exit_code == 2
    assert f"--evidence {name}: {problem}" in result.output


def test_what_is_missing_is_added_and_nothing_else_in_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentry is not added twice: its package and its host tell of the same."""
    (tmp_path / "package.json").write_text('{"dependencies": {"@sentry/browser": "9"}}')
    (tmp_path / "csp").write_text("connect-src https://o1.ingest.sentry.io https://js.stripe.com")
    files = ("--evidence", "package.json", "--evidence", "csp")
    result = scan(tmp_path, monkeypatch, *files, "--write")
    assert (tmp_path / "privacy/services.yml").read_text() == CENTER.replace(
        "personal_data: all}\n",
        "personal_data: all}\n  sentry: {use: sentry}\n  stripe: {use: stripe}\n",
    )
    assert result.stdout == ""
    assert result.stderr == (
        "added processors.sentry to privacy/services.yml:6\n"
        "added processors.stripe to privacy/services.yml:7\n"
        "nothing to report on 0 pages\n"
    )


def test_a_comment_in_the_data_ignores_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "csp").write_text("script-src https://js.stripe.com")
    result = scan(tmp_path, monkeypatch, "--evidence", "csp", "--ignore", "expected-recipient")
    assert result.stdout == ""
    assert result.stderr == "nothing to report on 0 pages, 1 ignored\n"


def test_a_service_that_was_recognised_is_added_with_whom_it_brings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Google Analytics stores and receives: one line, as the catalogue has both together."""
    request = {"method": "GET", "url": "https://www.tuimelkous.example/"}
    cookie = {"name": "Set-Cookie", "value": "_ga=1; Max-Age=63072000; Domain=tuimelkous.example"}
    pixel = {"method": "POST", "url": "https://region1.google-analytics.com/g/collect?cid=1"}
    moment = "2026-11-20T10:00:00.000Z"
    entries = [
        {"startedDateTime": moment, "request": request, "response": {"headers": [cookie]}},
        {"startedDateTime": moment, "request": pixel, "response": {"headers": []}},
    ]
    (tmp_path / "shop.har").write_text(json.dumps({"log": {"entries": entries}}))
    result = scan(tmp_path, monkeypatch, "--from", "shop.har", "--write", "--format", "concise")
    assert (tmp_path / "privacy/services.yml").read_text() == CENTER.replace(
        "cookies: {}\n", "cookies:\n  google-analytics-4: {use: google-analytics-4}\n"
    )
    assert result.stdout == ""
    assert result.stderr == (
        "added cookies.google-analytics-4 to privacy/services.yml:2\nnothing to report on 1 page\n"
        "not compared, as the recording has none of it: local storage, session storage, IndexedDB "
        "and service workers\n"
    )
