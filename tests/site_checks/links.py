"""Follow every link within a built site, also to an anchor, an image, a script, a stylesheet."""

from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data"})
"""The attributes whose value is an address."""


def find_broken_links(site: Path, base: str = "/") -> list[str]:
    """Every link that leads nowhere, as `file:line: message`.

    `base` is where the site will be: a path, or a whole address, and then links that are written
    out in full (a canonical address) are followed too.
    """
    return sorted(_Site(site, base).broken_links())


class _Link(NamedTuple):
    line: int
    address: str


class _Page(HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[_Link] = []
        self.anchors = {"", "top"}
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if not value:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value)
            elif name in ADDRESSES and (name != "data" or tag == "object"):
                self.links.append(_Link(self.getpos()[0], value))
            elif name == "srcset":
                for candidate in value.split(","):
                    self.links.append(_Link(self.getpos()[0], candidate.split()[0]))


class _Site:
    """All pages of a site, read once."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder = folder
        self.base = urlsplit(base if base.endswith("/") else f"{base}/")

    @cached_property
    def pages(self) -> dict[Path, _Page]:
        return {file: _Page(file) for file in self.folder.rglob("*.html")}

    def broken_links(self) -> Iterator[str]:
        for file, page in self.pages.items():
            name = file.relative_to(self.folder).as_posix()
            address = urljoin(self.base.geturl(), name)
            for link in page.links:
                target = urlsplit(urljoin(address, link.address))
                if self._is_internal(target) and (problem := self._problem(target)):
                    yield f"{name}:{link.line}: {link.address} {problem}"

    def _is_internal(self, target: SplitResult) -> bool:
        return (target.scheme, target.netloc) == (self.base.scheme, self.base.netloc)

    def _problem(self, target: SplitResult) -> str | None:
        if not target.path.startswith(self.base.path):
            return f"is outside {self.base.path}"
        file = self.folder / unquote(target.path.removeprefix(self.base.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return "does not exist"
        page = self.pages.get(file)
        if page and unquote(target.fragment) not in page.anchors:
            return "has no such anchor"
        return None
