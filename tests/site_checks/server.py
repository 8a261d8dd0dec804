"""Serve a built site on this machine, the way a static host would."""

import gzip
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite


@contextmanager
def serve(
    site: Path,
    prefix: str = "/",
    headers: Mapping[str, str] | None = None,
    *,
    is_compressed: bool = False,
    halves_after: bytes = b"",
) -> Iterator[str]:
    """Serve a folder below a path prefix, with `headers` on every answer.

    `is_compressed` says that text is sent with gzip, as hosts do. What follows the first
    `halves_after` of a page comes half a second late.

    Yields its address, which ends in a slash.
    """
    host: type[_StaticHost] = _CompressingHost if is_compressed else _StaticHost
    if halves_after:
        host = type("_HalvingHost", (_HalvingHost,), {"cut": halves_after})
    handler = partial(host, directory=str(site), prefix=prefix, own_headers=headers or {})
    with _QuietServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()


def list_addresses(site: Path, base: str) -> list[str]:
    """The address of every page in a folder that is served at `base`."""
    names = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return [base + re.sub(r"(^|/)index\.html$", r"\1", name) for name in names]


class _QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that hangs up early."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _StaticHost(SimpleHTTPRequestHandler):
    """Answers a missing address with the site's own `404.html`, and keeps quiet."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *arguments: object, directory: str, prefix: str, own_headers: Mapping[str, str]
    ) -> None:
        self.prefix = prefix
        self.own_headers = own_headers
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        address = urlsplit(path).path
        if not address.startswith(self.prefix):
            return ""
        return super().translate_path(address.removeprefix(self.prefix.rstrip("/")))

    def end_headers(self) -> None:
        for name, value in self.own_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        not_found = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not not_found.exists():
            super().send_error(code, message, explain)
            return
        body = self.answer_with(not_found, HTTPStatus(code))
        if self.command != "HEAD":
            self.wfile.write(body)

    def answer_with(self, file: Path, status: HTTPStatus) -> bytes:
        """Send the head of an answer, and return its body."""
        body = self.encode(file.read_bytes())
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return body

    def encode(self, content: bytes) -> bytes:
        """What is sent of a file."""
        return content

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class _CompressingHost(_StaticHost):
    """Sends text with gzip, at the level that web servers begin with."""

    is_encoded = False
    text = (".html", ".css", ".js", ".json", ".svg", ".xml", ".atom")

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in self.text or not file.is_file():
            return super().send_head()
        return BytesIO(self.answer_with(file, HTTPStatus.OK))

    def encode(self, content: bytes) -> bytes:
        self.is_encoded = True
        return gzip.compress(content, 6, mtime=0)

    def end_headers(self) -> None:
        if self.is_encoded:
            self.send_header("Content-Encoding", "gzip")
            self.is_encoded = False
        super().end_headers()


class _HalvingHost(_StaticHost):
    """Sends a page in two halves, as a slow network does."""

    cut: bytes

    def copyfile(self, source: "SupportsRead[bytes]", outputfile: "SupportsWrite[bytes]") -> None:
        first, found, rest = source.read().partition(self.cut)
        outputfile.write(first + found)
        if found:
            time.sleep(0.5)
        outputfile.write(rest)
