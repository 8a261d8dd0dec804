"""The Content-Security-Policy of a page: what its own inline scripts need, and nothing beyond it.

https://www.w3.org/TR/CSP3/ says what the directives mean; docs/decisions/0011 why these.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Self
from urllib.parse import urlsplit

from lxml import etree

Policy = Mapping[str, tuple[str, ...]]
"""The sources that each directive allows."""

_OWN_FILES: Policy = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # icons in the style sheets of themes
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'none'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "frame-ancestors": ("'none'",),
}
"""What a page may do that loads nothing but files of its own site and has nothing inline."""

_POSTED_TO = ("connect-src", "form-action")
"""What requests need: a script sends them, or without JavaScript the form itself."""

_IN_HEADERS_ALONE = "frame-ancestors"
"""Who may show a page in a frame; browsers overlook it in a page."""

DIRECTIVES = tuple(
    directive
    for directive in [*_OWN_FILES, "media-src", "style-src-attr"]
    if directive != "default-src"
)
"""What a site may allow more of."""

_UNSAFE_INLINE = "'unsafe-inline'"
_KEYWORDS = ("'self'", _UNSAFE_INLINE, "'unsafe-eval'", "'wasm-unsafe-eval'", "'unsafe-hashes'")
_SCHEME = r"[a-z][a-z0-9+.-]*:"
_HOST = r"(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)"
_SOURCE = re.compile(
    rf"{_SCHEME}|(?:{_SCHEME}//)?{_HOST}(?::(?:\d+|\*))?(?:/[\w.~%/-]*)?"
    r"|'sha(?:256|384|512)-[\w+/-]+={0,2}'",
    re.ASCII | re.IGNORECASE,
)

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
    "link": ("href", "style-src"),
}
"""The elements that load something: from which attribute, under which directive."""

_SCRIPT_ATTRIBUTES = "//@*[starts-with(name(), 'on')] | //@href[starts-with(., 'javascript:')]"

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_PLACES = [
    re.compile(rf"<!--.*?-->|({start}{_ATTRIBUTES})", re.DOTALL | re.IGNORECASE)
    for start in (r"<meta(?=\s[^<]*\bcharset\b)", r"<head(?=[\s>])", r"<html(?=[\s>])")
]
"""What a policy stands behind, the best first. Comments, which may say the same, are skipped."""


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


def read_needs(html: str) -> Needs:
    """Find out what a page asks for."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")  # as browsers do before they hash
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    page = etree.fromstring(html.encode(errors="xmlcharrefreplace"), parser)
    if page is None:  # a comment and nothing else
        return Needs()
    return Needs(
        frozenset(_hash(script.text or "") for script in page.iter("script") if _is_inline(script)),
        frozenset(_hash(style.text or "") for style in page.iter("style")),
        bool(page.xpath("boolean(//@style)")),
        frozenset([*_hosts(page), *_scripts_in_attributes(page)]),
    )


def _is_inline(script: etree._Element) -> bool:
    """Whether a policy must name the script."""
    return "src" not in script.attrib and bool(_RUNS.fullmatch(script.get("type", "").strip()))


def _hosts(page: etree._Element) -> Iterator[tuple[str, str]]:
    for element in page.iter(*_LOADED):
        attribute, directive = _LOADED[str(element.tag)]
        on_a_host = _ON_A_HOST.match(element.get(attribute, ""))
        is_loaded = element.tag != "link" or "stylesheet" in element.get("rel", "").split()
        if on_a_host and is_loaded:
            yield directive, on_a_host[1]


def _scripts_in_attributes(page: etree._Element) -> Iterator[tuple[str, str]]:
    for attribute in page.xpath(_SCRIPT_ATTRIBUTES):
        yield "script-src", f"a script in {attribute.attrname}"


def bare_policy(style: str) -> str:
    """The policy of a page that fetches and runs nothing, and has this one inline style sheet."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def make_policy(
    needs: Needs, posted_to: Sequence[str] = (), also_allowed: Policy | None = None
) -> Policy:
    """The policy of a page: its own needs, the origins that requests go to, and what a site adds.

    What is added has passed `check_sources`.
    """
    allowed = dict(_OWN_FILES)
    allowed["script-src"] += tuple(sorted(needs.scripts))
    allowed["style-src"] += tuple(sorted(needs.styles))
    if needs.has_style_attributes:
        allowed["style-src-attr"] = (_UNSAFE_INLINE,)
    for directive in _POSTED_TO:
        allowed[directive] += tuple(map(_as_source, posted_to))
    for directive, sources in (also_allowed or {}).items():
        allowed[directive] = _add(allowed.get(directive, ("'self'",)), sources)
    return allowed


def _add(sources: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Sources with others; without 'none' or hashes, beside which browsers overlook the others."""
    left_out = ("'none'", "'sha") if _UNSAFE_INLINE in more else "'none'"
    kept = [source for source in sources if not source.startswith(left_out)]
    return tuple(dict.fromkeys([*kept, *more]))


def _as_source(origin: str) -> str:
    """An origin as a policy can say it: by its host name in ASCII, else by its scheme alone."""
    address = urlsplit(origin)
    try:
        host = (address.hostname or "").encode("idna").decode()
    except UnicodeError:
        host = ""
    if not re.fullmatch(_HOST, host):  # an IPv6 address
        return f"{address.scheme}:"
    return f"{address.scheme}://{host}{f':{address.port}' if address.port else ''}"


def without_hashes(policy: Policy) -> Policy:
    """The policy with anything inline in place of hashes: shorter, where another one has those."""
    return {
        directive: _add(sources, [_UNSAFE_INLINE]) if "'sha" in " ".join(sources) else sources
        for directive, sources in policy.items()
    }


def for_preview(policy: Policy) -> Policy:
    """The policy with any inline script: a preview reloads itself by one that is never the same.

    Scripts in attributes are refused all the same: `script-src` still speaks of those.
    """
    return {**policy, "script-src-elem": _add(policy["script-src"], [_UNSAFE_INLINE])}


def write_policy(policy: Policy) -> str:
    """The policy as a browser reads it."""
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in policy.items())


def insert_policy(html: str, policy: Policy) -> str:
    """The page with its policy in a `<meta>`, as early as may be; nothing else of it changes.

    What is no whole page comes back as it is.
    """
    readable = {name: sources for name, sources in policy.items() if name != _IN_HEADERS_ALONE}
    content = escape(write_policy(readable), quote=False).replace('"', "&quot;")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    for place in _PLACES:
        for found in place.finditer(html):
            if found[1]:
                return f"{html[: found.end()]}{meta}{html[found.end() :]}"
    return html


def check_sources(directive: str, sources: Sequence[object]) -> tuple[str, ...]:
    """The sources that a site adds to a directive; raises ValueError, saying what is wrong."""
    if directive not in DIRECTIVES:
        raise ValueError(f"‘{directive}’ is none of {', '.join(DIRECTIVES)}")
    checked = tuple(source for source in sources if isinstance(source, str) and _is_source(source))
    if len(checked) < len(sources):
        [wrong, *_] = [source for source in sources if source not in checked]
        raise ValueError(
            f"{directive}: ‘{wrong}’ is no source of a Content-Security-Policy, such as "
            f'https://statistics.example.be, blob: or "{_UNSAFE_INLINE}" (with both quotes)'
        )
    return checked


def _is_source(source: str) -> bool:
    if source in _KEYWORDS:
        return True
    return bool(_SOURCE.fullmatch(source)) and f"'{source}'" not in _KEYWORDS
