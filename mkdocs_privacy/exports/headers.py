"""HTTP headers that say what the pages may do, as hosts and web servers read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_privacy.content_security import Policy, without_hashes, write_policy

_BESIDE = {
    "X-Content-Type-Options": "nosniff",
    # not no-referrer: browsers would post forms with `Origin: null`, which endpoints refuse
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


_LONGEST = 1900
"""Cloudflare Pages reads no line of more than 2000 characters, and each line begins with a name."""


def render_headers(policy: Policy, places: Sequence[str]) -> Mapping[str, str]:
    """The content of each file of headers, by its name.

    `places` are the paths of the site that the headers are for, each with a slash at both ends.
    """
    if len(write_policy(policy)) > _LONGEST:
        policy = without_hashes(policy)  # each page has its own in its <meta>, and both apply
    headers = {"Content-Security-Policy": write_policy(policy), **_BESIDE}
    return {
        "_headers": _render_netlify(headers, places),
        "nginx.conf": _render_nginx(headers, places),
        "apache.conf": _render_apache(headers, places),
    }


def _render_netlify(headers: Mapping[str, str], places: Iterable[str]) -> str:
    lines = ["# For Netlify and Cloudflare Pages."]
    for place in places:
        lines += [f"{place}*", *(f"  {name}: {value}" for name, value in headers.items())]
    return _joined(lines)


def _render_nginx(headers: Mapping[str, str], places: Sequence[str]) -> str:
    this = "include …/nginx.conf;"
    around = "server" if places == ["/"] else f"location ~ {_pattern(places)}"
    return _joined(
        [
            f"# For nginx: {around} {{ {this} }}",
            "# A location inside it that has an add_header of its own needs this file once more.",
            *(f'add_header {name} "{value}" always;' for name, value in headers.items()),
        ]
    )


def _render_apache(headers: Mapping[str, str], places: Sequence[str]) -> str:
    lines = [
        f'Header always set {name} "{value.replace("%", "%%")}"' for name, value in headers.items()
    ]
    if places != ["/"]:
        lines = [f'<If "%{{REQUEST_URI}} =~ m#{_pattern(places)}#">', *lines, "</If>"]
    return _joined(["# For Apache with mod_headers: a part of .htaccess or <VirtualHost>.", *lines])


def _pattern(places: Iterable[str]) -> str:
    """A regular expression of the paths below the places."""
    return f"^(?:{'|'.join(map(re.escape, places))})"


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
