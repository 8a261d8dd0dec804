"""Who is let in at the desk: by the right name and key, from its own pages only."""

from __future__ import annotations

import re
import socket
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from desks import OFFICER, Page, RunningDesk, running_desk

from mkdocs_privacy.requests.desk import DeskSettings, loopback_addresses, make_key

KEY = "k" * 32


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    with running_desk(tmp_path_factory.mktemp("desk"), key=KEY) as running:
        yield running


def post_note(desk: RunningDesk, **headers: str | None) -> Page:
    """A note from a browser that says where it comes from by these headers only."""
    reference = desk.receive(1)
    fields = {"by": OFFICER, "seen": "0", "kind": "note", "words": "Called back."}
    with desk.browser() as browser:
        for name in ("Origin", "Sec-Fetch-Site"):
            del browser.headers[name]
        browser.headers.update({name: value for name, value in headers.items() if value})
        page = Page(browser.post(f"requests/{reference}/note", data=fields))
    assert bool(desk.account(reference)) is (page.status == 200)
    return page


# The name and the key


@pytest.mark.parametrize("host", ["rebound.example", "127.0.0.1", "127.0.0.1:1", "", "a b", "[::1"])
def test_only_its_own_name_is_answered(desk: RunningDesk, host: str) -> None:
    page = desk.open(Host=host)
    assert page.status in (400, 421)
    assert "Tuimelkous" not in page.answer.text


@pytest.mark.parametrize(
    "path", ["/", "/add", f"/{KEY[:-1]}/", f"/{KEY}x/", f"/{KEY}", "//", "/é/"]
)
def test_without_the_key_nothing_is_there(desk: RunningDesk, path: str) -> None:
    with desk.browser() as browser:
        page = Page(browser.get(f"{desk.origin}{path}"))
    assert page.status == 404
    assert page.answer.text == "404 Not Found: nothing is here\n"


def test_a_key_is_long_and_never_the_same() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", make_key())
    assert make_key() != make_key()
    with pytest.raises(ValueError, match="too easily guessed"):
        DeskSettings(loopback_addresses(8001), key="secret")
    with pytest.raises(ValueError, match="needs addresses"):
        DeskSettings(())


def test_the_key_is_not_shown_where_settings_are() -> None:
    assert KEY not in repr(DeskSettings(loopback_addresses(8001), key=KEY))


def test_the_address_to_open_has_the_key_in_it() -> None:
    here = DeskSettings(loopback_addresses(8001), key=KEY)
    assert here.entrance == f"http://127.0.0.1:8001/{KEY}/"
    away = DeskSettings(("https://desk.example.be/requests/",), is_proxied=True)
    assert away.entrance == "https://desk.example.be/requests/"
    assert here.origin_at("[::1]:8001") == "http://[::1]:8001"
    assert away.origin_at("desk.example.be:443") == "https://desk.example.be"
    assert away.origin_at("DESK.example.be") == "https://desk.example.be"
    for wrong in ("an@desk.example.be", "desk.example.be/x", "desk.example.be:80", "evil.example"):
        assert away.origin_at(wrong) is None


# Posts


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "own"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "own", "Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://localhost:8000"}, 403),
        ({"Origin": "own", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Referer": "own"}, 403),
    ],
)
def test_only_pages_of_the_desk_may_post(
    desk: RunningDesk, headers: dict[str, str], status: int
) -> None:
    own = {name: desk.origin if value == "own" else value for name, value in headers.items()}
    assert post_note(desk, **own).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
        ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200),
    ],
)
def test_no_other_site_draws_a_page_into_its_own(
    desk: RunningDesk, headers: dict[str, str], status: int
) -> None:
    assert desk.open(**headers).status == status


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b'{"words": "x"}', {"Content-Type": "application/json"}, 415),
        (b"words=x", {"Content-Type": "text/plain"}, 415),
        (b"words=%ff", {}, 400),
        (b"a=b&" * 600, {}, 400),
        (b"w=" + b"x" * 600_000, {}, 413),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    desk: RunningDesk, body: bytes, headers: dict[str, str], status: int
) -> None:
    reference = desk.receive(1)
    form = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    with desk.browser() as browser:
        page = Page(browser.post(f"requests/{reference}/note", content=body, headers=form))
    assert page.status == status
    assert desk.account(reference) == ()


def test_a_form_that_does_not_say_how_long_it_is_is_refused(desk: RunningDesk) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"words=x"

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with desk.browser() as browser:
        answer = browser.post(f"requests/{desk.receive(1)}/note", content=pieces(), headers=form)
    assert answer.status_code == 411


@pytest.mark.parametrize(
    "fields",
    [
        {"seen": "x"},
        {"seen": ["1", "2"]},
        {"seen": "9" * 5000},
        {"words": ["a", "b"]},
        {"kind": "closed"},
        {"by": ["a", "b"]},
    ],
)
def test_no_form_brings_the_desk_down(desk: RunningDesk, fields: dict[str, Any]) -> None:
    reference = desk.receive(1)
    asked = {"by": OFFICER, "seen": "0", "kind": "note", "words": "x", **fields}
    with desk.browser() as browser:
        assert browser.post(f"requests/{reference}/note", data=asked).status_code in (200, 422)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "POST"])
def test_other_methods_do_nothing(desk: RunningDesk, method: str) -> None:
    with desk.browser() as browser:
        assert browser.request(method, "").status_code == 405


# Headers


@pytest.mark.parametrize("path", ["", "add", "add?right=access", "requests/none", "nothing"])
def test_every_answer_has_the_headers_that_keep_it_private(desk: RunningDesk, path: str) -> None:
    page = desk.open(path)
    headers = page.answer.headers
    (style,) = page.tree.xpath("//style/text()")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "set-cookie" not in headers
    assert not page.tree.xpath("//script | //@style | //@*[starts-with(name(), 'on')]")


def test_a_refusal_has_them_too(desk: RunningDesk) -> None:
    headers = desk.open(Host="rebound.example").answer.headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


# Behind a proxy


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk below a path, behind a proxy where An logged in."""
    folder = tmp_path_factory.mktemp("proxied")
    with running_desk(
        folder,
        addresses=("https://desk.example.be/requests",),
        is_proxied=True,
        headers={
            "Host": "desk.example.be",
            "Origin": "https://desk.example.be",
            "X-Remote-User": "an@example.be",
        },
    ) as running:
        yield running


def test_the_proxy_says_who_does_it_whatever_a_form_says(proxied: RunningDesk) -> None:
    reference = proxied.receive(1)
    with proxied.browser() as browser:
        browser.follow_redirects = False
        page = Page(browser.get(f"requests/{reference}?by=Jan"))
        assert page.fields("/note") == {"seen": "0", "kind": "note", "words": ""}
        assert "User: an@example.be" in page.words
        answer = browser.post(
            f"requests/{reference}/note?by=Jan",
            data={**page.fields("/note"), "words": "x", "by": "Jan"},
        )
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/requests/requests/{reference}?done=1"
    (entry,) = proxied.account(reference)
    assert entry.signature.by == "an@example.be"


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Remote-User": ""},
        {"Remote-User": "somebody-else"},
    ],
)
def test_nobody_gets_in_without_one_name_from_the_proxy(
    proxied: RunningDesk, headers: dict[str, str]
) -> None:
    page = proxied.open(**headers)
    assert page.status == 403
    assert "X-Remote-User" in page.answer.text


def test_a_name_from_the_proxy_is_in_any_script_and_in_one_line(proxied: RunningDesk) -> None:
    written = "Zoë  d’Hondt\u202e".encode()
    with proxied.browser() as browser:
        page = Page(browser.get("", headers=[(b"X-Remote-User", written)]))
    assert "User: Zoë d’Hondt" in page.words
    assert "\u202e" not in page.answer.text


def test_without_a_proxy_a_name_in_a_header_says_nothing(desk: RunningDesk) -> None:
    page = desk.open(f"requests/{desk.receive(1)}", **{"X-Remote-User": "boss"})
    assert "boss" not in page.answer.text


def test_two_hosts_in_one_request_are_one_too_many(desk: RunningDesk) -> None:
    name, port = desk.origin.removeprefix("http://").split(":")
    with socket.create_connection((name, int(port))) as connection:
        connection.sendall(
            f"GET /{KEY}/ HTTP/1.1\r\nHost: {name}:{port}\r\nHost: evil.example\r\n"
            "Connection: close\r\n\r\n".encode()
        )
        answer = connection.makefile("rb").read()
    assert answer.split(b" ")[1] in (b"400", b"421")


def test_a_desk_leaves_nothing_of_its_own_in_the_folder_of_the_database(tmp_path: Path) -> None:
    with running_desk(tmp_path, key=KEY) as desk:
        desk.open()
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"requests"}
