"""Recordings of other tools, read without a browser, and what is no recording."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builds import write_config
from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.scan import (
    Ending,
    Phase,
    PostedForm,
    Request,
    Stay,
    Stored,
    StoredKind,
    UnreadableRecording,
    read_recording,
)

DAY = 86_400.0
COOKIE, LOCAL_STORAGE = StoredKind.COOKIE, StoredKind.LOCAL_STORAGE
PAGE = "https://www.shop.example/"
SESSION = Stay(Ending.SESSION)


def days(number: float) -> Stay:
    return Stay(Ending.AFTER, number * DAY)


def written(folder: Path, content: Any) -> Path:
    path = folder / "recording.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def entry(url: str, set_cookies: str = "", **request: Any) -> dict[str, Any]:
    headers = [{"name": "Set-Cookie", "value": set_cookies}] if set_cookies else []
    return {
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "pageref": "page_1",
        "_resourceType": request.pop("kind", "document"),
        "request": {"method": "GET", "url": url, **request},
        "response": {"headers": headers, "content": {"size": 43, "mimeType": "image/gif"}},
    }


HAR = {
    "log": {
        "version": "1.2",
        "pages": [{"id": "page_1", "title": "Shop"}],
        "entries": [
            entry(
                f"{PAGE}?email=jan@shop.example",
                "a=1; Max-Age=86400; Secure; HttpOnly\nb=2; Expires=Sat, 21 Nov 2026 10:00:00 GMT; "
                "Domain=.shop.example; SameSite=Lax; Path=/x\ngone=; Max-Age=0\n=; nameless",
            ),
            entry(
                "https://films.example/open.gif?who=jan",
                "seen=1; Partitioned",
                kind="image",
                cookies=[{"name": "c", "value": "x"}],
            ),
            entry(
                "https://www.shop.example/b",
                kind="ping",
                cookies=[{"name": "b", "value": "2"}, {"name": "d", "value": "2"}],
            ),
            entry("data:text/plain,x"),
        ],
    }
}


def test_a_har_has_cookies_that_were_set_or_sent_and_requests(tmp_path: Path) -> None:
    seen = read_recording(written(tmp_path, HAR))
    unknown = Phase.UNKNOWN
    shop, films = "www.shop.example", "films.example"
    assert seen.pages == (PAGE,)
    assert seen.stored == (
        Stored(COOKIE, "a", shop, unknown, PAGE, days(1), "/", True, True),
        Stored(COOKIE, "b", "shop.example", unknown, PAGE, days(1), "/x", same_site="Lax"),
        Stored(COOKIE, "seen", films, unknown, PAGE, SESSION, is_partitioned=True),
        Stored(COOKIE, "c", films, unknown, PAGE),
        Stored(COOKIE, "d", shop, unknown, PAGE),
    )
    assert seen.requests == (
        Request(shop, "/", "pixel", unknown, PAGE),
        Request(films, "/open.gif", "pixel", unknown, PAGE),
        Request(shop, "/b", "pixel", unknown, PAGE),
    )
    assert "jan" not in repr(seen), "no value and nothing of what was typed is kept"


INSPECTION = {
    "uri_ins": PAGE,
    "browsing_history": [PAGE, "https://www.shop.example/pay?id=7"],
    "localStorage": {"https://www.shop.example": {"cart": {"value": "x"}}},
    "cookies": [
        {"name": "a", "domain": "shop.example", "session": True, "value": "x", "httpOnly": True},
        {
            "name": "b",
            "domain": ".films.example",
            "session": False,
            "expiresDays": 180,
            "partitionKey": "https://www.shop.example",
            "log": {"location": "https://www.shop.example/pay?id=7"},
        },
    ],
    "beacons": [{"url": "https://films.example/log?x=1", "filter": "/log"}],
    "hosts": {"requests": {"firstParty": ["www.shop.example"], "thirdParty": ["films.example"]}},
    "unsafeForms": [{"id": "", "action": "http://films.example/unsafe", "method": "get"}],
}


def test_an_inspection_has_cookies_storage_hosts_and_beacons(tmp_path: Path) -> None:
    seen = read_recording(written(tmp_path, INSPECTION))
    before, pay = Phase.BEFORE, "https://www.shop.example/pay"
    assert seen.pages == (PAGE, pay)
    assert seen.phases == {before}
    assert seen.stored == (
        Stored(COOKIE, "a", "shop.example", before, PAGE, SESSION, is_http_only=True),
        Stored(COOKIE, "b", "films.example", before, pay, days(180), is_partitioned=True),
        Stored(LOCAL_STORAGE, "cart", "www.shop.example", before, PAGE, Stay(Ending.NEVER)),
    )
    assert seen.requests == (
        Request("www.shop.example", "/", "request", before, PAGE),
        Request("films.example", "/", "request", before, PAGE),
        Request("films.example", "/log", "beacon", before, PAGE),
    )
    assert seen.forms == (PostedForm("films.example", PAGE),)


def test_slashgear_tells_what_was_in_each_phase(tmp_path: Path) -> None:
    cookie = {"name": "a", "domain": ".shop.example", "path": "/", "httpOnly": False}
    request = {"url": "https://films.example/x?y", "resourceType": "script"}
    report = {
        "url": PAGE,
        "scanDate": "2026-11-20T00:00:00.000Z",
        "cookiesBeforeInteraction": [{**cookie, "expires": None}],
        "cookiesAfterAccept": [{**cookie, "expires": 1_826_582_400}],  # 2027-11-19
        "cookiesAfterReject": [],
        "networkBeforeInteraction": [],
        "networkAfterAccept": [request],
        "networkAfterReject": [],
    }
    seen = read_recording(written(tmp_path, report))
    assert seen.phases == {Phase.BEFORE, Phase.ACCEPTED}
    assert seen.stored == (
        Stored(COOKIE, "a", "shop.example", Phase.BEFORE, PAGE, SESSION),
        Stored(COOKIE, "a", "shop.example", Phase.ACCEPTED, PAGE, days(364)),
    )
    assert seen.requests == (Request("films.example", "/x", "script", Phase.ACCEPTED, PAGE),)


BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"<har>",
    "no UTF-8": b'{"log": "\xff"}',
    "too deep": b"[" * 100_000,
    "another format": b'{"a": 1}',
    "a number": b"7",
    "no entries": b'{"log": {}}',
    "entries that are none": b'{"log": {"entries": 7}}',
    "a request without an address": b'{"log": {"entries": [{"request": {}}]}}',
    "an address that is none": b'{"log": {"entries": [{"request": {"url": 7}}]}}',
    "a moment that is none": json.dumps(
        {"log": {"entries": [{**entry(PAGE, "a=1"), "startedDateTime": "yesterday"}]}}
    ).encode(),
    "a cookie without a name": b'{"uri_ins": "https://x.example", "cookies": [{}]}',
    "cookies that are none": b'{"uri_ins": "https://x.example", "cookies": 7}',
    "a day that is none": b'{"uri_ins": "https://x.example", "cookies": [{"name": "a", "domain": '
    b'"b", "expiresDays": "soon"}]}',
    "a scan without a day": b'{"url": "https://x.example", "cookiesBeforeInteraction": []}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_recording_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "recording.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableRecording, match=r"^[a-z].{10,}"):
        read_recording(path)


INSPECTION_COOKIE = '{"uri_ins": "https://a.example/", "cookies": [%s]}'


@pytest.mark.parametrize("days", ["1e308", "Infinity", "NaN", "-Infinity", '"soon"', "[]"])
def test_a_time_that_nothing_lasts_is_refused_with_what_the_format_has(
    days: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = f'{{"name": "a", "domain": "a.example", "expiresDays": {days}}}'
    (tmp_path / "inspection.json").write_text(INSPECTION_COOKIE % cookie)
    result = scan(tmp_path, monkeypatch, "--from", "inspection.json")
    assert result.exit_code == 2
    assert result.output.endswith(
        "Error: --from inspection.json: something in this recording is not as its format has it. "
        "An inspection.json has lists of `cookies`, each with `name`, `domain` and a number of "
        "`expiresDays`, `localStorage` by origin, `hosts.requests` by party, and `beacons`, each "
        "with a `url`: record it again\n"
    )


@pytest.mark.parametrize("content", ['{"log": {"entries": [7]}}', INSPECTION_COOKIE % "7"])
def test_what_is_wrong_in_a_recording_is_said_without_the_words_of_python(
    content: str, tmp_path: Path
) -> None:
    path = tmp_path / "recording.json"
    path.write_text(content)
    with pytest.raises(UnreadableRecording, match=r"has it\. An? [^']+: record it again$") as told:
        read_recording(path)
    assert "Error" not in str(told.value)


def scan(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    write_files(folder, {"privacy/cookies.yml": "cookies: {}\nprocessors: {}\n"})
    write_config(folder)
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["scan", *arguments])


def test_a_broken_recording_ends_the_command_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.har").write_text('{"log": {"entries": [')
    result = scan(tmp_path, monkeypatch, "--from", "broken.har")
    assert result.exit_code == 2
    assert result.output.endswith(
        "Error: --from broken.har: this is no valid JSON, from line 1 on: record it again\n"
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "give a URL, or a recording with --from, or a file with --evidence"),
        (["file:///etc/passwd"], "‘file:///etc/passwd’ is no web address"),
        (["javascript:alert(1)"], "‘javascript:alert(1)’ is no web address"),
        (["https://x.example:port/"], "is no web address"),
        (["--steps", "mkdocs.yml", "--from", "mkdocs.yml"], "--steps and --sitemap need a URL"),
        (
            ["--steps", "steps.yml", "https://x.example"],
            "steps.yml:1: ‘type’ is no act",
        ),
        (["--from", "nowhere.har"], "--from nowhere.har: this cannot be read (No such file"),
        (["--evidence", "nowhere"], "--evidence nowhere: there is no such file"),
        (["--steps", "nowhere", "https://x.example"], "--steps nowhere: there is no such file"),
        (["--from", "mkdocs.yml", "--write-baseline"], "--write-baseline needs the file"),
    ],
)
def test_a_wrong_option_ends_the_command_with_2(
    arguments: list[str], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "steps.yml").write_text("- type: hello\n- open: javascript:x\n- open\n")
    result = scan(tmp_path, monkeypatch, *arguments)
    assert result.exit_code == 2
    assert problem in result.output


def test_a_recording_gives_findings_as_sarif_with_a_place_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, HAR)
    result = scan(tmp_path, monkeypatch, "--from", "recording.json", "--format", "sarif")
    (run,) = json.loads(result.stdout)["runs"]
    assert result.exit_code == 1
    assert len(run["results"]) == 6
    assert all(one["locations"] for one in run["results"])
