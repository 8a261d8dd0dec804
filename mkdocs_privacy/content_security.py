"""The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/): what its own inline scripts
need, and nothing beyond it; docs/decisions/0011 says why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from mkdocs_privacy.page_needs import Needs, hash_of

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

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_PLACES = [
    re.compile(rf"<!--.*?-->|({start}{_ATTRIBUTES})", re.DOTALL | re.IGNORECASE)
    for start in (r"<meta(?=\s[^<]*\bcharset\b)", r"<head(?=[\s>])", r"<html(?=[\s>])")
]
"""What a policy stands behind, the best first. Comments, which may say the same, are skipped."""


def bare_policy(style: str) -> str:
    """The policy of a page that fetches and runs nothing, and has this one inline style sheet."""
    return (
        f"default-src 'none'; style-src {hash_of(style)}; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )


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


def with_inline_scripts(policy: Policy) -> Policy:
    """The policy with any inline script, for what writes one that is never the same.

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
                begin = html[: found.end()]
                return html.replace(begin, f"{begin}{meta}", 1)  # no copy of the long rest first
    return html


def is_allowed(directive: str, source: str, also_allowed: Policy) -> bool:
    """Whether a site lets a page do what `Needs.foreign` says."""
    sources = also_allowed.get(directive, ())
    if " " in source:  # a script or styles in the page
        return _UNSAFE_INLINE in sources
    return any(_covers(allowed, source.lower()) for allowed in sources)


def _covers(allowed: str, host: str) -> bool:
    """Whether a source of a policy takes in a host; a scheme alone takes in all of them."""
    if allowed.lower() in ("https:", "http:"):
        return True
    name = allowed.lower().rpartition("://")[2].partition("/")[0].removesuffix(":*")
    return name in ("*", host) or (name.startswith("*.") and host.endswith(name[1:]))


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
