"""A small shop on this machine, and the website of films that it shows in a frame.

The shop is 127.0.0.1, the films are localhost and who counts is count.localhost: three sites, as
browsers see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What a server says at one path."""

    body: bytes
    media: str = "text/html; charset=utf-8"
    cookies: Sequence[str] = ()
    status: int = 200


@dataclass
class Asked:
    """What a server was asked, for a test to look at."""

    lines: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


GIF = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)

SHOP = """\
<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
<a href="/checkout">Checkout</a>
<form action="http://{films}/subscribe" method="post"><button>Send</button></form>
<iframe data-name="map" data-src="https://maps.google.com/embed"></iframe>
<div id="banner" hidden><button id="no">No</button> <button id="yes">Yes</button></div>
<script>
document.cookie = "early=1; max-age=2592000; path=/";
document.cookie = "ages=1; max-age=315360000; path=/";
localStorage.setItem("cart_42", "x");
sessionStorage.setItem("tab", "x");
indexedDB.open("search");
navigator.serviceWorker.register("/worker.js");
navigator.serviceWorker.register("/offline.js", {{scope: "/checkout"}});
setTimeout(() => {{ document.cookie = "late=1; max-age=3600; path=/" }}, 300);
const start = () => {{
  document.cookie = "stats_7f=1; max-age=2592000; path=/";
  const frame = document.createElement("iframe");
  frame.src = "http://{films}/player";
  document.body.append(frame);
  new Image().src = "http://{films}/open.gif";
  new Image().src = "http://count.{films}/dot.gif";
  navigator.sendBeacon("http://{films}/beacon", "x");
}};
const answered = (choice) => {{
  document.cookie = `choice=${{choice}}; max-age=15552000; path=/`;
  document.getElementById("banner").hidden = true;
  if (choice === "yes") start();
  else document.cookie = "sulk=1; path=/";
}};
const choice = /choice=(\\w+)/.exec(document.cookie)?.[1];
if (choice) answered(choice);
else document.getElementById("banner").hidden = false;
document.getElementById("yes").onclick = () => answered("yes");
document.getElementById("no").onclick = () => answered("no");
</script>
"""
PLAYER = """\
<!doctype html><title>Films</title><form action="http://elsewhere.example/"><button>x</button></form>
<script>localStorage.setItem("volume", "7")</script>
"""


HTTP_ONLY = (
    "session=abc; HttpOnly; Path=/; SameSite=Lax",
    "guard=abc; HttpOnly; Path=/; Max-Age=3600; SameSite=Strict",
)
SITEMAP = """\
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>http://{host}/checkout</loc></url>
  <url><loc>https://elsewhere.example/</loc></url>
</urlset>
"""


def shop_answers(films: str) -> Mapping[str, Answer]:
    page = SHOP.format(films=films).encode()
    return {
        "/": Answer(page, cookies=HTTP_ONLY),
        "/checkout": Answer(
            b"<!doctype html><title>Pay</title><button id=more>More</button><script>"
            b"document.getElementById('more').onclick = () => "
            b"{ document.cookie = 'paying=1; path=/' }</script>"
            b"<form method=post action=/order><button id=order>Order</button></form>"
        ),
        **dict.fromkeys(
            ("/worker.js", "/offline.js"),
            Answer(b"self.addEventListener('fetch', () => {})", "text/javascript"),
        ),
        "/sitemap.xml": Answer(SITEMAP.encode(), "application/xml"),
        "/robots.txt": Answer(b"User-agent: mkdocs-privacy\nDisallow: /admin\n", "text/plain"),
        "/admin": Answer(b"<!doctype html><title>Admin</title>", cookies=["admin=1"]),
    }


FILMS = {
    "/player": Answer(
        PLAYER.encode(),
        cookies=[
            "seen=1; Max-Age=2592000; SameSite=None; Secure",
            "apart=1; Max-Age=2592000; SameSite=None; Secure; Partitioned",
            "split=1; Max-Age=2592000; SameSite=None; Secure; Partitioned",
        ],
    ),
    "/open.gif": Answer(GIF, "image/gif"),
    "/dot.gif": Answer(GIF, "image/gif"),
    "/beacon": Answer(b"", status=204),
}


@dataclass(frozen=True)
class Shop:
    """Where the shop is, where the films are, and what both were asked."""

    address: str
    films: str
    asked: Asked
    asked_films: Asked


@contextmanager
def open_shop() -> Iterator[Shop]:
    """Serve the shop and the films, on two free ports."""
    with ExitStack() as stack:
        asked_films, asked = Asked(), Asked()
        port = stack.enter_context(serve_answers(FILMS, asked_films))
        films = f"localhost:{port}"
        here = stack.enter_context(serve_answers(shop_answers(films), asked))
        yield Shop(f"http://127.0.0.1:{here}/", films, asked, asked_films)


@contextmanager
def serve_answers(answers: Mapping[str, Answer], asked: Asked) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            asked.lines.append(f"{self.command} {path}")
            asked.agents.add(self.headers.get("User-Agent", ""))
            answer = answers.get(path, Answer(b"not here", "text/plain", status=404))
            body = answer.body.replace(b"{host}", self.headers.get("Host", "").encode())
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.media)
            self.send_header("Content-Length", str(len(body)))
            for cookie in answer.cookies:
                self.send_header("Set-Cookie", cookie)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
