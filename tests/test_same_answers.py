"""The preview and the receiver give the same answer to the same post."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import httpx
import pytest
from requests_world import ACCESS, FORM, JSON, MADE_IN_THE_BROWSER, an_intake, as_form

from mkdocs_privacy.plugin.preview import accept_requests
from mkdocs_privacy.requests import LONGEST_BODY
from mkdocs_privacy.requests.intake import ANSWER_HEADERS
from mkdocs_privacy.requests.receiver import Settings
from mkdocs_privacy.requests.receiver.app import make_app
from mkdocs_privacy.requests.store import read_location

HERE = "http://127.0.0.1:8000"
ELSEWHERE = "https://elsewhere.example"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
KEY = '"7K3F-9QXZ-W2M4-6H8T"'
WHOLE = {**ACCESS, **MADE_IN_THE_BROWSER, "redirect": f"{HERE}/rights/received/"}


@dataclass(frozen=True)
class Sent:
    """A post, and the status of the answer that it should get."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def by_script(status: int, fields: Mapping[str, Any], **headers: str) -> Sent:
    sent = {"Content-Type": JSON, "Accept": JSON, **named(headers)}
    return Sent(status, json.dumps(fields).encode(), sent)


def by_form(status: int, fields: Mapping[str, Any], **headers: str) -> Sent:
    sent = {"Content-Type": FORM, "Accept": BROWSER, **named(headers)}
    return Sent(status, as_form(fields), sent)


def named(headers: Mapping[str, str]) -> Mapping[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def with_reference(number: int, **fields: Any) -> dict[str, Any]:
    """A whole request with a reference of its own."""
    return {**WHOLE, "reference": f"7K3F-9QXZ-W2M4-{number:04}", **fields}


POSTS = {
    # good ones
    "JSON": by_script(201, with_reference(1)),
    "JSON again": by_script(200, with_reference(1)),
    "another with its reference": by_script(409, with_reference(1, details="Alles.")),
    "another with its reference, by form": by_form(409, with_reference(1, details="Alles.")),
    "a form of a browser without JavaScript": by_form(201, {**ACCESS, "name": "An"}),
    "one in French": by_form(201, {**ACCESS, "language": "fr"}),
    "one that goes on to the page of receipt": by_form(303, with_reference(2)),
    "the same again": by_form(303, with_reference(2)),
    "one that would go on elsewhere": by_form(201, with_reference(3, redirect=ELSEWHERE)),
    "a form for a program": by_form(201, with_reference(4), Accept=JSON),
    "JSON for a person": by_script(303, with_reference(5), Accept=BROWSER),
    "a reference in the header only": by_script(201, {**ACCESS, "name": "Bo"}, Idempotency_Key=KEY),
    "that header again": by_script(200, {**ACCESS, "name": "Bo"}, Idempotency_Key=KEY),
    "a page of its own": by_form(303, with_reference(6), Origin=HERE),
    "a page without a Referrer": by_form(
        303, with_reference(7), Origin="null", Sec_Fetch_Site="same-origin"
    ),
    # contradictions
    "another reference in the header": by_script(422, with_reference(8), Idempotency_Key=KEY),
    "a header that is no reference": by_script(422, ACCESS, Idempotency_Key="7K3F"),
    "a header without anything": by_script(422, ACCESS, Idempotency_Key=""),
    "a header and a wrong field": by_form(422, {**ACCESS, "email": "zoe"}, Idempotency_Key="7K3F"),
    # wrong fields
    "a wrong address": by_script(422, {**ACCESS, "email": "zoe"}),
    "a wrong address in a form": by_form(422, {**ACCESS, "email": "zoe"}),
    "a wrong address in French": by_form(422, {**ACCESS, "email": "zoe", "language": "fr"}),
    "no right": by_script(422, {}),
    "an unknown field": by_script(422, {**ACCESS, "shoe size": "39"}),
    "an audience of others": by_form(422, {**ACCESS, "audience": "shoppers"}),
    "a robot": by_form(422, {**ACCESS, "website": "https://spam.example"}),
    "a fast robot": by_script(
        422, with_reference(9, submitted_at=MADE_IN_THE_BROWSER["opened_at"])
    ),
    # not to be read
    "half of JSON": Sent(400, b"{", {"Content-Type": JSON}),
    "half of JSON for a person": Sent(400, b"{", {"Content-Type": JSON, "Accept": BROWSER}),
    "an array": Sent(400, b"[]", {"Content-Type": JSON}),
    "no UTF-8": Sent(400, b"name=%FF", {"Content-Type": FORM}),
    "XML": Sent(415, b"<right/>", {"Content-Type": "text/xml"}),
    "XML in French": Sent(
        415,
        b"<right/>",
        {"Content-Type": "text/xml", "Accept": BROWSER, "Accept-Language": "nl;q=0.1, fr-BE"},
    ),
    "no type": Sent(415, b"right=access"),
    "nothing": Sent(415, b""),
    "too much": Sent(413, b"x" * (LONGEST_BODY + 1), {"Content-Type": FORM}),
    "far too much": Sent(413, b"x" * (5 * LONGEST_BODY), {"Content-Type": FORM, "Accept": BROWSER}),
    "a length stated twice": Sent(400, b"{}", {"Transfer-Encoding": "chunked"}),
    # other sites
    "another site": by_form(403, ACCESS, Origin=ELSEWHERE),
    "another site by script": by_script(403, ACCESS, Origin=ELSEWHERE),
    "another site in French": by_form(403, ACCESS, Origin=ELSEWHERE, Accept_Language="fr"),
    "a page that hides where it is": by_form(403, ACCESS, Origin="null"),
    "an older browser elsewhere": by_form(403, ACCESS, Referer=f"{ELSEWHERE}/page"),
    "another site without a name": by_form(403, ACCESS, Sec_Fetch_Site="cross-site"),
}


Answers = Mapping[str, httpx.Response]


@pytest.fixture(scope="module")
def of_the_preview(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What a preview answers to all of them, one after the other."""
    with WSGIServer(("127.0.0.1", 0), WSGIRequestHandler) as server:
        accept_requests(server, an_intake, tmp_path_factory.mktemp("preview"))
        application = server.get_app()
        assert application
        with httpx.Client(transport=httpx.WSGITransport(application)) as client:
            return {name: client.send(as_request(sent)) for name, sent in POSTS.items()}


@pytest.fixture(scope="module")
def of_the_receiver(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What a receiver answers to all of them, one after the other."""
    settings = Settings(
        read_location(tmp_path_factory.mktemp("receiver") / "requests.db"),
        site_origins=(HERE,),
        requests_per_minute=len(POSTS),
    )
    app = make_app(an_intake(), settings)

    async def answers() -> Answers:
        transport = httpx.ASGITransport(app)
        async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport) as to:
            return {name: await to.send(as_request(sent)) for name, sent in POSTS.items()}

    return asyncio.run(answers())


def as_request(sent: Sent) -> httpx.Request:
    request = httpx.Request("POST", f"{HERE}/", content=sent.body, headers=dict(sent.headers))
    request.headers["Content-Length"] = str(len(sent.body))
    return request


ONLY_OF_ONE = {"connection", "vary", "access-control-allow-origin"}
"""`Connection` is no matter of WSGI, and who posts to a preview is on its own origin."""
DIFFERENT = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""References that were made, and the moment of receipt."""


def told(answer: httpx.Response) -> tuple[int, dict[str, str], str]:
    headers = {name: value for name, value in answer.headers.items() if name not in ONLY_OF_ONE}
    return answer.status_code, headers, DIFFERENT.sub("…", answer.text)


@pytest.mark.parametrize("name", POSTS)
def test_the_same_post_gets_the_same_answer(
    name: str, of_the_preview: Answers, of_the_receiver: Answers
) -> None:
    answer = told(of_the_preview[name])
    assert answer == told(of_the_receiver[name])
    status, headers, _ = answer
    assert status == POSTS[name].status
    assert {header: headers[header] for header in SAME_ON_ALL} == SAME_ON_ALL


SAME_ON_ALL = {header.lower(): value for header, value in ANSWER_HEADERS.items()}


def test_there_are_posts_of_every_kind() -> None:
    assert len(POSTS) >= 40
    statuses = {sent.status for sent in POSTS.values()}
    assert statuses == {200, 201, 303, 400, 403, 409, 413, 415, 422}
