"""A request form in a real browser, without JavaScript, posting to a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

from builds import build_cleanly, write_config
from site_checks.browser import start_browser
from site_checks.server import serve
from worlds import write_files


class Endpoint(HTTPServer):
    """Remembers what was posted, and answers with a page that says so."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[tuple[str, str, dict[str, list[str]]]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Endpoint

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
        fields = parse_qs(body, keep_blank_values=True, strict_parsing=True)
        self.server.received.append((self.path, self.headers["Content-Type"], fields))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<title>Received</title>")

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


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


def test_a_request_reaches_the_endpoint_without_javascript(tmp_path: Path) -> None:
    write_files(tmp_path, {})
    with listening() as endpoint:
        address = f"http://127.0.0.1:{endpoint.server_port}/{{language}}/{{right}}"
        options = {"requests": {"endpoint": address}}
        config = write_config(tmp_path, plugins={"search": {}, "privacy-center": options})
        site = build_cleanly(config, tmp_path / "site")
        with (
            serve(site) as root,
            start_browser() as browser,
            browser.new_context(java_script_enabled=False) as context,
        ):
            page = context.new_page()
            page.goto(f"{root}rights/erasure/")
            page.get_by_role("button", name="Verzoek versturen").click()
            assert endpoint.received == []  # the browser itself asks for what is missing

            page.get_by_label("Uw naam").fill("Zoë d’Hondt & Co")
            page.get_by_label("Uw e-mailadres").fill("zoe@voorbeeld.example")
            page.get_by_label("Toelichting").fill("Mijn adres:\nKerkstraat 1 <b>")
            page.get_by_role("button", name="Verzoek versturen").click()
            page.wait_for_url("**/nl/erasure")

    assert endpoint.received == [
        (
            "/nl/erasure",
            "application/x-www-form-urlencoded",
            {
                "right": ["erasure"],
                "article": ["17"],
                "name": ["Zoë d’Hondt & Co"],
                "email": ["zoe@voorbeeld.example"],
                "audience": ["customers"],
                "language": ["nl"],
                "details": ["Mijn adres:\r\nKerkstraat 1 <b>"],
                "website": [""],
            },
        )
    ]
