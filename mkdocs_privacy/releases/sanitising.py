"""What a page may show of HTML that was written earlier."""

from __future__ import annotations

import re

import nh3
import yaml

from mkdocs_privacy.hosts import LINK_SCHEMES
from mkdocs_privacy.model import LANGUAGE_CODE

# What site_template/pages/policy.html, its parts and an owner's Markdown produce, and no more.
_TAGS = {
    *("section", "article", "div", "address", "details", "summary"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("a", "span", "strong", "em", "code", "del", "sub", "sup", "abbr"),
}
_EVERYWHERE = {"class", "id", "lang", "role", "translate"}
_ATTRIBUTES = {
    "a": {"href", "rel"},
    "abbr": {"title"},
    "ol": {"start"},
    "td": {"data-label"},
    "th": {"scope"},
}
_VALUES = {
    "class": re.compile(r"(?:(?:pc-[a-z-]+|md-button(?:--primary)?)(?: |$))+"),
    # the theme finds its own parts by ids that begin with an underscore, its settings among them
    "id": re.compile(r"[a-z0-9][a-z0-9_-]*"),
    "lang": re.compile(LANGUAGE_CODE),
    "rel": re.compile("noopener"),
    "role": re.compile("note"),
    "scope": re.compile("col|row"),
    "translate": re.compile("no"),
}


def sanitise(html: str) -> str:
    """HTML without what a policy never has: scripts, styles, forms, images, strange addresses.

    The hashes of a release already show that it was altered; this holds where they were, too.
    """
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes={tag: _ATTRIBUTES.get(tag, set()) | _EVERYWHERE for tag in _TAGS},
        attribute_filter=_attribute,
        url_schemes=LINK_SCHEMES,
        link_rel=None,
    )
    return yaml.reader.Reader.NON_PRINTABLE.sub("", cleaned)


def _attribute(_tag: str, name: str, value: str) -> str | None:
    allowed = _VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None
