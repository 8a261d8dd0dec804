"""What a finished page asks for only when its scripts run, as far as the page tells.

A policy refuses it just the same, and a build should say so. The features are those that Material
for MkDocs documents: https://squidfunk.github.io/mkdocs-material/setup/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

_NAMED_HOST = re.compile(r"""["'`](?:https?:)?//([\w-]+(?:\.[\w-]+)+(?::\d+)?)[/?#"'`]""")
"""An address in a script: of an analytics service, most often."""

_NAMESPACES = frozenset(["www.w3.org", "schema.org", "ogp.me"])
"""Hosts whose addresses are names, which nobody loads."""

_FURTHER = {
    "fonts.googleapis.com": [("font-src", "fonts.gstatic.com")],
    "giscus.app": [("frame-src", "giscus.app"), ("style-src", "giscus.app")],
    "use.typekit.net": [("font-src", "use.typekit.net")],
    "utteranc.es": [("frame-src", "utteranc.es")],
    "www.googletagmanager.com": [
        ("connect-src", "www.google-analytics.com"),
        ("img-src", "www.google-analytics.com"),
    ],
}
"""What the files of a host load themselves: under which directive, from where."""

_BY_ADDRESS = {
    "mathjax": [("style-src", "styles that MathJax writes")],
    "mermaid": [("style-src", "styles that Mermaid writes")],
}
"""What scripts do whose address has this word in it, wherever they are from."""

_REPOSITORY = re.compile(r"https?://(?:[^/]*\.)?(github\.com|[^/]*gitlab[^/]*)/", re.IGNORECASE)


def further_requests(
    page: etree._Element, inline: Iterable[str], loaded: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The directive, and the host or what else is refused, of what scripts will ask for.

    `inline` are the scripts in the page, `loaded` what it loads itself, as this function says it.
    """
    named = {host for script in inline for host in _NAMED_HOST.findall(script)} - _NAMESPACES
    yield from (("script-src", host) for host in named)
    for host in named | {host for _, host in loaded}:
        yield from _FURTHER.get(host, ())
    addresses = [address.lower() for address in page.xpath("//script/@src")]
    if _has_class(page, "mermaid"):  # which Material then fetches, unless the site brings it
        if not any("mermaid" in address for address in addresses):
            yield "script-src", "unpkg.com"
        addresses.append("mermaid")
    for word, requests in _BY_ADDRESS.items():
        if any(word in address for address in addresses):
            yield from requests
    for address in page.xpath('//a[@data-md-component="source"]/@href'):
        if repository := _REPOSITORY.match(address):
            on_github = repository[1].lower() == "github.com"
            yield "connect-src", "api.github.com" if on_github else repository[1]


def _has_class(page: etree._Element, name: str) -> bool:
    classes = page.xpath("(//pre | //div)[contains(@class, $name)]/@class", name=name)
    return any(name in str(names).split() for names in classes)
