"""Endpoints on this machine, as owners and services have them: real servers, real answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, ClassVar
from urllib.parse import parse_qsl

JSON = "application/json"
REFERENCE = "0123-4567-89AB-CDEF"
ACCESS_KEY = "0f0f0f0f-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class Post:
    """What arrived."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers["Content-Type"]

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The fields of a form, in either encoding that a form may have."""
        if self.content_type.startswith("multipart/form-data"):
            head = f"Content-Type: {self.content_type}\r\n\r\n".encode()
            parts = message_from_bytes(head + self.body, policy=HTTP).iter_parts()
            return [
                (part.get_param("name", header="Content-Disposition"), part.get_content())
                for part in parts
            ]
        assert self.content_type.startswith("application/x-www-form-urlencoded")
        return parse_qsl(self.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)


Answer = Callable[["Answering", Post], None]


class Endpoint(ThreadingHTTPServer):
    """Remembers what was posted; how it answers is for each test to say."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.received: list[Post] = []
        self.answer: Answer = confirms
        self.allows_other_sites = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def forget(self) -> None:
        self.__dict__.update(received=[], answer=confirms, allows_other_sites=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hung up."""


class Answering(BaseHTTPRequestHandler):
    server: Endpoint
    protocol_version = "HTTP/1.1"

    def do_OPTIONS(self) -> None:
        """The question of a browser whether a page of another site may post here."""
        headers = {
            "Access-Control-Allow-Methods": "POST",
            "Access-Control-Max-Age": "0",
            "Access-Control-Allow-Headers": "content-type, idempotency-key, x-fides-source",
        }
        self.reply(204, b"", **headers if self.server.allows_other_sites else {})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        post = Post(self.path, dict(self.headers), body)
        self.server.received.append(post)
        self.server.answer(self, post)

    def do_GET(self) -> None:
        """The page to which an endpoint without a page of receipt redirects."""
        self.reply(200, b"<title>Thanks</title>", **{"Content-Type": "text/html"})

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        if self.server.allows_other_sites and "Origin" in self.headers:
            self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def reply_json(
        self, status: int, content: object, media_type: str = "application/json"
    ) -> None:
        self.reply(status, json.dumps(content).encode(), **{"Content-Type": media_type})

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def confirms(handler: Answering, post: Post) -> None:
    """As our contract says: JSON gets JSON, a form is sent back to the page of receipt."""
    if post.content_type == JSON:
        fields = post.json
        handler.reply_json(
            201,
            {
                "reference": fields["reference"],
                "received_at": fields["submitted_at"],
                "expected_by": fields["expected_by"],
            },
        )
    else:
        handler.reply(303, b"", Location=dict(post.pairs)["redirect"])


def replies(status: int, content: object, media_type: str = JSON) -> Answer:
    return lambda handler, post: handler.reply_json(status, content, media_type)


def shows_a_page(status: int) -> Answer:
    return lambda handler, post: handler.reply(
        status, b"<title>Oops</title>", **{"Content-Type": "text/html; charset=utf-8"}
    )


def hangs_up(handler: Answering, post: Post) -> None:
    handler.close_connection = True


def redirects(status: int, address: str) -> Answer:
    """The first time; what is posted again there is confirmed."""

    def answer(handler: Answering, post: Post) -> None:
        if post.path == "/moved":
            confirms(handler, post)
        else:
            handler.reply(status, b"", Location=address)

    return answer


def waits_for(signal: Event) -> Answer:
    """As slow as a test wants it."""

    def answer(handler: Answering, post: Post) -> None:
        signal.wait(10)
        confirms(handler, post)

    return answer


# Services as their documentation describes them, see mkdocs_privacy/requests/presets.py


def fides(handler: Answering, post: Post) -> None:
    """An array of requests, whose shape it checks; what fails is listed in an answer 200."""
    [request] = post.json
    shape = ("identity", "custom_privacy_request_fields", "policy_key", "property_id")
    custom = request["custom_privacy_request_fields"].values()
    if (
        post.headers["X-Fides-Source"] != "fides-privacy-center"
        or set(request) != {*shape, "source", "location"}
        or set(request["identity"]) != {"email", "phone_number"}
        or not all(set(one) == {"label", "value"} and one["value"] for one in custom)
    ):
        handler.reply_json(422, {"detail": []})
    elif request["policy_key"] == "default_access_policy":
        request_id = {"id": "pri_0f0f", "status": "identity_unverified"}
        handler.reply_json(200, {"succeeded": [request_id], "failed": []})
    else:
        handler.reply_json(200, {"succeeded": [], "failed": [{"message": "no such policy"}]})


def formspree(handler: Answering, post: Post) -> None:
    if JSON not in post.headers["Accept"]:
        handler.reply(302, b"", Location=dict(post.pairs)["_next"])
    elif dict(post.pairs)["email"].endswith(".invalid"):
        error = {"code": "TYPE_EMAIL", "field": "email", "message": "should be an email"}
        handler.reply_json(422, {"error": "Validation errors", "errors": [error]})
    else:
        handler.reply_json(200, {"next": "/thanks", "ok": True})


def web3forms(handler: Answering, post: Post) -> None:
    if "redirect" in post.json:
        handler.reply(303, b"", Location="https://web3forms.com/success")
    elif post.json["access_key"] == ACCESS_KEY:
        handler.reply_json(200, {"success": True, "body": {"message": "Email sent"}})
    else:
        handler.reply_json(200, {"success": False, "body": {"message": "Invalid Access Key"}})


class NetlifyHost(SimpleHTTPRequestHandler):
    """Serves a site, and takes the forms that it found in its pages when they were deployed."""

    received: ClassVar[list[Post]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        post = Post(self.path, dict(self.headers), body)
        known = f'name="{dict(post.pairs).get("form-name")}" data-netlify="true"'
        if any(known in page.read_text("utf-8") for page in Path(self.directory).rglob("*.html")):
            self.received.append(post)
            self.do_GET()
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def netlify(folder: Path) -> Iterator[str]:
    """The address of a site that Netlify hosts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(NetlifyHost, directory=folder)) as host:
        thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{host.server_port}/"
        finally:
            host.shutdown()
            thread.join()


@contextmanager
def listening() -> Iterator[Endpoint]:
    with Endpoint() as endpoint:
        thread = Thread(target=endpoint.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield endpoint
        finally:
            endpoint.shutdown()
            thread.join()
