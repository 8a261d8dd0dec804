"""What a finished page loads, runs and asks for beside files of its own site."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from lxml import etree

from mkdocs_privacy.hosts import is_script
from mkdocs_privacy.part_of_page import around
from mkdocs_privacy.script_requests import further_requests

_RUNS = re.compile(
    r"|module|importmap|speculationrules|text/(?:javascript1\.[0-5]|jscript|livescript)"
    r"|(?:text|application)/(?:x-)?(?:java|ecma)script",
    re.IGNORECASE,
)
"""The types of scripts that a policy is about; others are data."""

_ON_A_HOST = re.compile(r"\s*(?:https?:)?//([^/?#\s]+)", re.IGNORECASE)
_LOADED = {
    "script": ("src", "script-src"),
    "img": ("src", "img-src"),
    "iframe": ("src", "frame-src"),
    "video": ("src", "media-src"),
    "audio": ("src", "media-src"),
    "source": ("src", "media-src"),
    "embed": ("src", "object-src"),
    "object": ("data", "object-src"),
    "link": ("href", "style-src"),
}
"""The elements that load something: from which attribute, under which directive."""

_LINKS = {"stylesheet": "style-src", "icon": "img-src"}
"""The links that load something, by `rel`."""

_MAY_NEED = (b"mermaid", b"data-md-component")
"""What stands in every page, in small letters, that asks for something, its elements aside."""

_SCRIPT = "<script"

_PART = 2**16
"""Characters of a page that are looked at together, or a few more."""

_MAY_BE_A_SCRIPT = r"""\s*=\s*["']?(?!https?:|mailto:|tel:|[a-z0-9_-]*[#./?"'])"""
_MAY_NEED_BY = tuple(
    re.compile(pattern.encode())  # each begins with what Python looks for first
    for pattern in (
        f"<(?:!|style|{'|'.join(_LOADED)})",  # in one look, of eleven that each stop at every `<`
        r"""on(?<=[\s"'/]on)[^\s"'<>/=]*\s*=""",
        r"style\s*=",
        *(f"{name}{_MAY_BE_A_SCRIPT}" for name in ("href", "src", "action")),
    )
)
"""The elements and attributes by which something may: scripts, styles, what is loaded, addresses
that may be a script."""

_ARE_SCRIPTS = etree.XPath("//@*[starts-with(name(), 'on')]")
"""The attributes that are a script."""

_MAY_BE_SCRIPTS = {
    name: etree.XPath(f"//@{name}", smart_strings=False)
    for name in ("href", "src", "action", "formaction")
}
"""Those that may be one: asked for one by one, since a page has thousands of them."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a page asks for beside files of its own site."""

    scripts: frozenset[str] = frozenset()
    """The hashes of its inline scripts, as a policy writes them."""
    styles: frozenset[str] = frozenset()
    """The hashes of its inline style sheets."""
    has_style_attributes: bool = False
    foreign: frozenset[tuple[str, str]] = frozenset()
    """What no policy of ours allows by itself: the directive, and the host that something is loaded
    from, or the attribute that is a script."""

    def __or__(self, other: Self) -> Self:
        """What either page asks for."""
        return type(self)(
            self.scripts | other.scripts,
            self.styles | other.styles,
            self.has_style_attributes or other.has_style_attributes,
            self.foreign | other.foreign,
        )


def read_needs(html: str, body: str = "") -> Needs:
    """Find out what a page asks for.

    `body` is a part of it, whole elements of which only the last are scripts: what stands before
    these is not parsed where it surely asks for nothing, and is most of a page.
    """
    # no part of the body is copied: it can take megabytes
    end = body.find(_SCRIPT) if _SCRIPT in body else len(body)
    if end and asks_for_nothing(body, before=_SCRIPT) and (others := around(body, html)):
        html = body[end:].join(others)
    html = html.replace("\r\n", "\n").replace("\r", "\n")  # as browsers do before they hash
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    page = etree.fromstring(html.encode(errors="xmlcharrefreplace"), parser)
    if page is None:  # a comment and nothing else
        return Needs()
    inline = [script.text or "" for script in page.iter("script") if _is_inline(script)]
    loaded = [*_hosts(page)]
    return Needs(
        frozenset(map(hash_of, inline)),
        frozenset(hash_of(style.text or "") for style in page.iter("style")),
        bool(page.xpath("boolean(//@style)")),
        frozenset(
            [
                *loaded,
                *_scripts_in_attributes(page),
                *further_requests(page, inline, loaded),
            ]
        ),
    )


def asks_for_nothing(elements: str, *, before: str = "") -> bool:
    """Whether that can be told of elements without parsing them; in doubt it cannot.

    They are those before something that stands among them, where that is given.
    """
    end = elements.find(before) if before else -1
    return not any(map(_may_need, _parts(elements, len(elements) if end < 0 else end)))


def _parts(elements: str, end: int) -> Iterator[str]:
    """Elements up to `end`, cut where a tag may begin: whole they take up megabytes, twice."""
    start = 0
    while start < end:
        cut = elements.find("<", start + _PART, end)
        yield elements[start : end if cut < 0 else cut]
        start = end if cut < 0 else cut


def _may_need(elements: str) -> bool:
    # browsers take the letters and spaces of ASCII alone; `str.lower` takes twelve bytes for each
    written = elements.encode(errors="surrogatepass").lower()
    return any(word in written for word in _MAY_NEED) or any(
        one.search(written) for one in _MAY_NEED_BY
    )


def _is_inline(script: etree._Element) -> bool:
    """Whether a policy must name the script."""
    return "src" not in script.attrib and bool(_RUNS.fullmatch(script.get("type", "").strip()))


def _hosts(page: etree._Element) -> Iterator[tuple[str, str]]:
    for element in page.iter(*_LOADED):
        attribute, directive = _LOADED[str(element.tag)]
        on_a_host = _ON_A_HOST.match(element.get(attribute, ""))
        if on_a_host and element.tag != "link":
            yield directive, on_a_host[1]
        elif on_a_host:
            names = element.get("rel", "").lower().split()
            yield from ((_LINKS[name], on_a_host[1]) for name in names if name in _LINKS)


def _scripts_in_attributes(page: etree._Element) -> Iterator[tuple[str, str]]:
    for attribute in _ARE_SCRIPTS(page):
        yield "script-src", f"a script in {attribute.attrname}"
    for name, find in _MAY_BE_SCRIPTS.items():
        if any(map(is_script, find(page))):
            yield "script-src", f"a script in {name}"


def hash_of(inline: str) -> str:
    """An inline script or style sheet as a policy names it."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"
