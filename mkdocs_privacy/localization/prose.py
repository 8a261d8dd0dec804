"""Markdown that a site owner wrote, as HTML that cannot do harm."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code"),
    *("strong", "em", "del", "sub", "sup", "abbr", "a", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}


@lru_cache(maxsize=4096)
def render_prose(words: str, level: int = 3) -> Markup:
    """Sanitised HTML; the first level of headings becomes `level`.

    Images are left out: one from elsewhere would be a request to a third party.
    """
    converter = Markdown(
        extensions=["tables", "sane_lists", "def_list", "abbr", "toc"],
        extension_configs={"toc": {"baselevel": level}},
        output_format="html",
    )
    return Markup(  # sanitised here
        nh3.clean(
            converter.convert(words), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES
        )
    )
