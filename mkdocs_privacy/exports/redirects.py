"""Where pages stood, as hosts and web servers read it: they redirect at once, with the anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote


def render_redirects(moved: Mapping[str, str]) -> Mapping[str, str]:
    """The content of each file of redirects, by its name.

    `moved` has the path of each page by the one where it stood, both from the root of the host.
    """
    return {
        "_redirects": _joined(
            # no `301!`, which Netlify would need: Cloudflare Pages takes it for a mistake
            "# For Cloudflare Pages. Netlify and GitLab Pages show the page in the old place.",
            (f"{quote(old)} {quote(new)} 301" for old, new in moved.items()),
        ),
        "nginx.conf": _joined(
            "# For nginx: server { include …/nginx.conf; }",
            (
                f'location = "{old}" {{ return 301 {quote(new)}$is_args$args; }}'
                for old, new in moved.items()
            ),
        ),
        "apache.conf": _joined(
            "# For Apache with mod_alias: a part of .htaccess or <VirtualHost>.",
            (
                f'RedirectMatch 301 "^{re.escape(old)}$" "{quote(new)}"'
                for old, new in moved.items()
            ),
        ),
    }


def _joined(first: str, lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (first, *lines))
