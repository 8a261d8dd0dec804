"""Where a finding of the preview leads: its file, with the line marked, on this machine only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

from markupsafe import Markup

from mkdocs_privacy.findings import Place, QuotedFiles
from mkdocs_privacy.requests import is_this_machine
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import printable

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

ADDRESS = "/.privacy-center/source"
"""Below the root of the preview, wherever the site itself begins."""
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n</head>\n<body>\n'
    "<h1>{title}</h1>\n<pre>{lines}</pre>\n</body>\n</html>\n"
)


def source_link(place: Place) -> str:
    """The address of the line of a finding, in a preview."""
    return f"{ADDRESS}?{urlencode({'file': place.file, 'line': place.line})}#line-{place.line}"


def show_sources(server: WSGIServer, current_site: Callable[[], OpenedSite | None]) -> None:
    """Let a preview show the files that its findings are in; `current_site` is the newest build."""
    pages: WSGIApplication = server.get_app()  # type: ignore[assignment]

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != ADDRESS or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return pages(environ, start_response)
        status, page = _answer(environ, str(server.server_address[0]), current_site())
        body = page.encode("utf-8", "backslashreplace")
        headers = {**_HEADERS, "Content-Length": str(len(body))}
        start_response(f"{status.value} {status.phrase}", list(headers.items()))
        return [body if environ["REQUEST_METHOD"] == "GET" else b""]

    server.set_app(answer)


def _answer(
    environ: WSGIEnvironment, address: str, site: OpenedSite | None
) -> tuple[HTTPStatus, str]:
    # a name that leads here by DNS would let pages of others read what is answered (DNS rebinding)
    name = str(environ.get("HTTP_HOST", "")).rpartition(":")[0].strip("[]")
    if not (is_this_machine(address) and is_this_machine(name)):
        return HTTPStatus.FORBIDDEN, _page("Sources are shown on this machine only.", "")
    asked = parse_qs(str(environ.get("QUERY_STRING", "")))
    (file,), (line,) = asked.get("file", [""])[:1], asked.get("line", [""])[:1]
    # only what a finding names, so that nobody reads other files through the preview
    named = {one.place.file for one in (site.findings if site else ()) if one.place}
    lines = QuotedFiles(site.settings.base).lines(file) if site and file in named else ()
    if not lines:
        return HTTPStatus.NOT_FOUND, _page("No finding of this preview is in this file.", "")
    marked = int(line) if line.isascii() and line.isdecimal() and len(line) < _DIGITS else 0
    width = len(str(len(lines)))
    shown = (_line(number, text, width, marked) for number, text in enumerate(lines, 1))
    return HTTPStatus.OK, _page(file, Markup("\n").join(shown))


_DIGITS = 9


def _page(title: str, lines: str) -> str:
    return str(_PAGE.format(title=printable(title, kept=""), lines=lines))


def _line(number: int, text: str, width: int, marked: int) -> Markup:
    kept = Markup("<mark>{}</mark>") if number == marked else Markup("{}")
    told = kept.format(printable(text, kept="\t"))
    return Markup('<span id="line-{}">{} {}</span>').format(number, f"{number:>{width}}", told)
