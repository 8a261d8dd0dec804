"""What the receiver answers: to browsers and programs, once and twice, well and badly made."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from patience import PATIENCE
from postgresql import Postgresql
from requests_world import ACCESS, MADE_IN_THE_BROWSER, an_intake
from running import SITE, Running, receiver, settings_in

from mkdocs_privacy.requests import LONGEST_BODY, RequestOptions, RightsRequest, make_reference
from mkdocs_privacy.requests.intake import ANSWER_CSP, Intake, Post
from mkdocs_privacy.requests.receiver import paths_of
from mkdocs_privacy.requests.store import Store, read_location

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A receiver that takes posts at the root, and at an address with placeholders."""
    folder = tmp_path_factory.mktemp("receiver")
    with receiver(settings_in(folder, paths=("/", "/ask/{language}/{right}"))) as one:
        yield one


def a_request(**fields: Any) -> dict[str, Any]:
    return {**ACCESS, **MADE_IN_THE_BROWSER, "reference": make_reference(), **fields}


# Accepted


def test_a_program_is_told_the_reference_and_the_dates(running: Running) -> None:
    request = a_request()
    answer = running.post(request)
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["reference", "received_at", "expected_by"]
    assert answer.json()["reference"] == request["reference"]
    (stored,) = (one for one in running.stored() if one.request.reference == request["reference"])
    assert stored.request.fields == request


def test_a_browser_without_javascript_gets_a_receipt_in_its_language(running: Running) -> None:
    with running.client(Accept=BROWSER) as browser:
        answer = browser.post("/", data={**ACCESS, "language": "fr"})
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="fr">' in answer.text
    (reference,) = (one for one in running.references() if one in answer.text)
    assert reference


@pytest.mark.parametrize(
    ("redirect", "leads_to_the_site"),
    [(f"{SITE}/rights/received/", True), ("https://elsewhere.example/", False)],
)
def test_a_browser_with_javascript_is_led_to_the_page_of_receipt_on_the_site(
    running: Running, redirect: str, leads_to_the_site: bool
) -> None:
    with running.client(Accept=BROWSER) as browser:
        answer = browser.post("/", data=a_request(redirect=redirect))
    assert answer.status_code == (303 if leads_to_the_site else 201)
    assert answer.headers.get("location") == (redirect if leads_to_the_site else None)


# One request, however often it comes


def test_a_request_that_comes_twice_is_one(running: Running) -> None:
    request = a_request()
    first = running.post(request)
    again = running.post({**request, "submitted_at": "2026-11-22T20:05:00Z"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()


def test_a_double_click_without_javascript_gets_a_receipt_even_if_a_script_posted_first(
    running: Running,
) -> None:
    request = a_request(details="Once by a script, and then by the form itself.")
    running.post(request)
    with running.client(Accept=BROWSER) as browser:
        answer = browser.post("/", data={**ACCESS, "details": request["details"]})
    assert answer.status_code == 200
    assert request["reference"] in answer.text


def test_a_reference_that_comes_with_another_content_is_refused(running: Running) -> None:
    request = a_request()
    running.post(request)
    answer = running.post({**request, "details": "Alles."})
    assert answer.status_code == 409
    assert answer.json()["detail"] == "another request was kept with the same reference"


def test_without_a_reference_the_same_content_within_ten_minutes_is_one_request(
    running: Running,
) -> None:
    request = {**ACCESS, "details": "A double click without JavaScript."}
    first, again = running.post(request), running.post(request)
    another = running.post({**request, "details": "Something else."})
    assert (first.status_code, again.status_code, another.status_code) == (201, 200, 201)
    assert first.json() == again.json() != another.json()


def test_somebody_else_who_posts_the_same_content_learns_no_reference(running: Running) -> None:
    request = {**ACCESS, "details": "What somebody could guess."}
    first = running.post(request, **{"X-Forwarded-For": "192.0.2.7"})
    another = running.post(request, **{"X-Forwarded-For": "192.0.2.8"})
    assert (first.status_code, another.status_code) == (201, 201)
    assert first.json()["reference"] != another.json()["reference"]


def test_the_header_against_double_clicks_stands_in_for_a_reference(running: Running) -> None:
    reference = make_reference()
    key = {"Idempotency-Key": f'"{reference}"'}
    first, again = running.post(dict(ACCESS), **key), running.post(dict(ACCESS), **key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["reference"] == again.json()["reference"] == reference


@pytest.mark.parametrize("key", ['"7K3F-9QXZ-W2M4-0000"', "7K3F-9QXZ-W2M4-6H8T", '"é"', ""])
def test_a_header_that_is_not_the_reference_is_refused(running: Running, key: str) -> None:
    with running.client() as program:
        answer = program.post("/", json=a_request(), headers={b"Idempotency-Key": key.encode()})
    assert answer.status_code == 422
    assert [(one["field"], one["rule"]) for one in answer.json()["errors"]] == [
        ("reference", "wrong")
    ]


# Addresses


@pytest.mark.parametrize(
    ("path", "status", "fields"),
    [
        ("/ask/nl/access", 201, []),
        ("/ask/nl/access/", 201, []),
        ("/ask/fr/access", 201, []),  # an answer may be wanted in another language
        ("/ask/nl/erasure", 422, ["right"]),
        ("/ask/de/access", 404, []),
        ("/ask/nl/complaint", 404, []),
        ("/elsewhere", 404, []),
    ],
)
def test_the_right_in_the_path_must_be_the_one_in_the_body(
    running: Running, path: str, status: int, fields: list[str]
) -> None:
    answer = running.post(a_request(), path)
    assert answer.status_code == status
    assert [one["field"] for one in answer.json().get("errors", [])] == fields


def test_the_paths_are_those_of_the_endpoints_of_the_site() -> None:
    options = RequestOptions.model_validate(
        {
            "endpoint": "https://requests.example.be/privacy/{language}",
            "endpoint_by_right": {"erasure": "https://requests.example.be/forget"},
            "endpoint_by_language": {"fr": "https://requests.example.be"},
        }
    )
    assert paths_of(options) == ("/privacy/{language}", "/forget", "/")
    assert paths_of(RequestOptions()) == ("/",)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/", "POST"),
        ("PUT", "/", "POST"),
        ("OPTIONS", "/", "POST"),
        ("DELETE", "/ask/nl/access", "POST"),
        ("POST", "/health", "GET, HEAD"),
        ("PUT", "/confirm/x", "GET, HEAD, POST"),
    ],
)
def test_a_method_that_is_not_served_is_answered_with_those_that_are(
    running: Running, method: str, path: str, allowed: str
) -> None:
    with running.client() as program:
        answer = program.request(method, path)
    assert answer.status_code == 405
    assert sorted(answer.headers["allow"].split(", ")) == allowed.split(", ")


def test_every_answer_has_the_same_headers(running: Running) -> None:
    with running.client(Origin=SITE) as program:
        answers = [
            program.get("/health"),
            program.get("/nothing-here"),
            program.get("/confirm/unknown", headers={"Accept": BROWSER}),
            program.put("/"),
            program.post("/", json={}),
            program.post("/", json=a_request()),
            program.post("/", data=a_request(), headers={"Accept": BROWSER}),
            program.options("/", headers={"Access-Control-Request-Method": "POST"}),
        ]
    assert [one.status_code for one in answers] == [200, 404, 404, 405, 422, 201, 303, 200]
    for one in answers:
        assert one.headers["content-security-policy"] == ANSWER_CSP
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["referrer-policy"] == "no-referrer"
        assert one.headers["cache-control"] == "no-store"


# Scripts of the site


def test_only_the_pages_of_the_site_may_post_by_script(running: Running) -> None:
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, idempotency-key",
    }
    with running.client() as browser:
        ours = browser.options("/", headers={**asked, "Origin": SITE})
        theirs = browser.options("/", headers={**asked, "Origin": "https://elsewhere.example"})
        answer = browser.post("/", json=a_request(), headers={"Origin": SITE})
        refusal = browser.post("/", json={}, headers={"Origin": SITE})
    assert ours.status_code == 200
    assert ours.headers["access-control-allow-origin"] == SITE
    assert ours.headers["access-control-allow-methods"] == "POST"
    assert ours.headers["access-control-max-age"] == "7200"
    assert {"content-type", "idempotency-key"} <= set(
        ours.headers["access-control-allow-headers"].lower().split(", ")
    )
    assert theirs.status_code == 400
    assert "access-control-allow-origin" not in theirs.headers
    assert answer.headers["access-control-allow-origin"] == SITE
    assert refusal.headers["access-control-allow-origin"] == SITE
    assert "access-control-expose-headers" not in refusal.headers


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({"Origin": SITE}, True),
        ({"Origin": "null", "Referer": f"{SITE}/rights/"}, True),
        ({}, True),
        ({"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Referer": "https://elsewhere.example/page"}, False),
    ],
)
def test_a_post_that_the_page_of_another_site_makes_is_refused_in_words(
    running: Running, headers: dict[str, str], is_taken: bool
) -> None:
    request = a_request()
    with running.client(Accept=BROWSER, **headers) as browser:
        answer = browser.post("/", data={**request, "language": "nl"}, follow_redirects=False)
    assert answer.status_code == (303 if is_taken else 403)
    assert ("Dit bericht komt niet van ons formulier" in answer.text) is not is_taken
    assert (request["reference"] in running.references()) is is_taken


def test_a_post_from_the_receivers_own_address_is_taken_whatever_the_proxy_calls_it(
    tmp_path: Path,
) -> None:
    settings = settings_in(tmp_path, own_address="https://requests.example.be/in", paths=("/in",))
    with receiver(settings) as running:
        by_name = running.post(a_request(), "/in", Origin="https://requests.example.be")
        by_number = running.post(a_request(), "/in", Origin=running.address)
    assert (by_name.status_code, by_number.status_code) == (201, 201)


def test_where_no_site_is_known_posts_from_anywhere_are_taken(tmp_path: Path) -> None:
    settings = replace(settings_in(tmp_path), site_origins=())
    with receiver(settings) as running:
        answer = running.post(a_request(), Origin="https://elsewhere.example")
    assert answer.status_code == 201


def test_a_refusal_of_other_sites_does_not_count_against_the_visitor(tmp_path: Path) -> None:
    with receiver(settings_in(tmp_path, requests_per_minute=1)) as running:
        refused = [running.post({}, Origin="https://elsewhere.example") for _ in range(3)]
        taken = running.post(a_request())
    assert [answer.status_code for answer in (*refused, taken)] == [403, 403, 403, 201]


# What could be read in two ways


@pytest.mark.parametrize("method", ["POST / ", "GET /health ", "POST /elsewhere "])
def test_a_length_stated_in_two_ways_is_refused_and_ends_the_connection(
    running: Running, method: str
) -> None:
    smuggled = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
    parts = urlsplit(running.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE) as connection:
        connection.sendall(
            method.encode() + b"HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled
        )
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"connection: close" in head.lower()
    assert json.loads(body)["detail"] == (
        "Content-Length and Transfer-Encoding contradict each other: send one of them"
    )


# Too much, too slow, too often


def test_a_body_that_is_too_large_is_refused_while_it_comes_in(running: Running) -> None:
    def piece_by_piece() -> Iterator[bytes]:
        yield b'{"details": "'
        for _ in range(40):
            yield b"x" * (LONGEST_BODY // 20)

    with running.client(Accept=BROWSER, **{"Accept-Language": "fr-BE, nl;q=0.5"}) as browser:
        stated = browser.post("/", content=b"x" * (LONGEST_BODY + 1))
        unstated = browser.post(
            "/", content=piece_by_piece(), headers={"Accept": "application/json"}
        )
    assert stated.status_code == unstated.status_code == 413
    assert '<html lang="fr">' in stated.text
    assert unstated.json()["detail"] == f"the request is longer than {LONGEST_BODY} bytes"


def test_a_body_that_does_not_come_is_not_waited_for(tmp_path: Path) -> None:
    with receiver(settings_in(tmp_path, body_seconds=1)) as running:
        parts = urlsplit(running.address)
        with socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE) as slow:
            slow.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname=")
            assert slow.recv(65536).startswith(b"HTTP/1.1 408 ")
        with socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE) as gone:
            gone.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname=")
        assert running.post(a_request()).status_code == 201


def test_who_posts_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, requests_per_minute=2)
    with receiver(settings) as running, running.client() as visitor:
        statuses = [visitor.post("/", json=a_request()).status_code for _ in range(3)]
        refusal = visitor.post(
            "/", data=dict(ACCESS), headers={"Accept": BROWSER, "Accept-Language": "en"}
        )
        proxied = visitor.post("/", json=a_request(), headers={"X-Forwarded-For": "192.0.2.1"})
    assert statuses == [201, 201, 429]
    assert 25 <= int(refusal.headers["retry-after"]) <= 30
    assert '<html lang="en">' in refusal.text
    assert proxied.status_code == 201
    assert len(running.stored()) == 3


def test_one_connection_counts_as_one_whatever_address_it_takes(tmp_path: Path) -> None:
    with receiver(settings_in(tmp_path, requests_per_minute=1)) as running:
        statuses = [
            running.post(a_request(), **{"X-Forwarded-For": client}).status_code
            for client in (
                "2001:db8::1",
                "2001:db8::ffff:0:0:2",
                "2001:db8:0:1::2",
                "192.0.2.1",
                "::ffff:192.0.2.1",
            )
        ]
    assert statuses == [201, 429, 201, 201, 429]


def test_receivers_of_one_database_count_together(tmp_path: Path, postgresql: Postgresql) -> None:
    location = read_location(postgresql.make_database())
    settings = replace(settings_in(tmp_path, requests_per_minute=2), location=location)
    with receiver(settings) as first, receiver(settings) as second:
        statuses = [
            running.post(a_request()).status_code for running in (first, second, first, second)
        ]
        assert statuses == [201, 201, 429, 429]
        assert len(first.stored()) == 2


# How it is


def test_it_is_well_where_its_pages_stand(tmp_path: Path) -> None:
    settings = settings_in(
        tmp_path, own_address="https://example.be/requests", paths=("/requests",)
    )
    with receiver(settings) as running, running.client() as monitor:
        assert monitor.get("/requests/health").json() == {"status": "ok"}
        assert monitor.post("/requests", json=a_request()).status_code == 201
        assert monitor.get("/health").status_code == 404


def test_what_goes_wrong_in_us_is_not_shown(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Intake):
        def take(self, post: Post, *_: object) -> RightsRequest:
            raise RuntimeError(post.body.decode())

    sound = an_intake()
    broken = Broken(sound.center, sound.options, sound.localizations)
    with receiver(settings_in(tmp_path), broken) as running:
        answer = running.post(a_request(), Origin=SITE)
        page = running.post(a_request(), Accept=BROWSER)
    assert (answer.status_code, page.status_code) == (500, 500)
    assert answer.headers["content-security-policy"] == ANSWER_CSP
    assert answer.headers["access-control-allow-origin"] == SITE
    assert answer.json() == {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "detail": "this did not work; whether the request is stored is unknown, send it again",
        "errors": [],
    }
    assert '<html lang="nl">' in page.text
    assert "Wij weten niet of uw bericht is opgeslagen" in page.text
    assert "RuntimeError in the receiver itself" in caplog.text
    assert "voorbeeld" not in page.text + caplog.text


def test_the_log_tells_the_time_the_status_and_the_reference_and_nothing_else(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "mkdocs_privacy.requests.receiver")
    request = a_request()
    running.post(request)
    running.post({})
    with running.client() as visitor:
        visitor.get("/confirm/a-secret")
    assert [one.getMessage() for one in caplog.records if "receiver" in one.name] == [
        f"201 {request['reference']}",
        "422 -",
        "404 -",
    ]


def test_who_asks_often_how_it_is_holds_up_no_post(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(store: Store) -> None:
        looks.append(store)
        time.sleep(1)  # as for a large file

    looks: list[Store] = []
    monkeypatch.setattr("mkdocs_privacy.requests.receiver.upkeep.check_integrity", look)
    with receiver(settings_in(tmp_path)) as running, ThreadPoolExecutor(20) as monitors:

        def ask() -> int:
            with running.client() as monitor:
                return monitor.get("/health").status_code

        asked = [monitors.submit(ask) for _ in range(20)]
        assert {one.result() for one in asked} == {200}
    assert len(looks) < 10
