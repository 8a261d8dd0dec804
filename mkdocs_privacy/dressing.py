"""Our style sheets and scripts, put into finished pages: no override of a template loses them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

Address = Callable[[str], str]
"""From where a file stands in the site to how a page links to it."""

_ASSETS = "assets/privacy-center"

_STYLES_BY_SUBJECT = {
    **dict.fromkeys(("versions", "version", "redline"), "versions"),
    **dict.fromkeys(("right", "request", "complaint-to-us", "received"), "request"),
    "cookies": "cookies",
    **dict.fromkeys(("home", "audience", "data", "processors", "rights"), "layers"),
}
"""The style sheet of a page beside those of all, by its subject."""

_SCRIPTS_BY_SUBJECT = {
    **dict.fromkeys(("right", "request", "complaint-to-us"), "request"),
    "versions": "versions",
    "received": "receipt",
    "cookies": "cookies",
    **dict.fromkeys(("data", "processors"), "folds"),
}
"""The module that a page needs, by its subject."""

_STYLES = re.compile(r"<link\b[^>]*\brel=[\"']?stylesheet\b")
_STYLES_OF_MATERIAL = re.compile(r"<link\b[^>]*\bassets/stylesheets/[^>]*>")
_SCRIPT_OF_MATERIAL = re.compile(r"<script\b[^>]*\bassets/javascripts/bundle[^>]*>")
_FEATURES = re.compile(r'(<script id="__config"[^>]*>.*?"features": )(\[.*?\])', re.DOTALL)


def search_index_name(language: str) -> str:
    """The file in which the search finds one language, beside that of the whole site."""
    return f"search_index.{language}.json"


def dress(html: str, subject: str | None, address: Address, language: str | None = None) -> str:
    """A page as a template left it, with our style sheets and scripts.

    Ours come after those of Material, which they mend, and before those of the site. `subject` is
    that of a page of ours; `language` that of the page, where the search has an index for each.
    """
    names = [
        "privacy-center",
        "center",
        *([_STYLES_BY_SUBJECT[subject]] if subject in _STYLES_BY_SUBJECT else []),
    ]
    links = "".join(
        f'\n      <link rel="stylesheet" href="{address(f"{_ASSETS}/{name}.css")}">'
        for name in names
    )
    html = _insert(html, links, _behind_material(html))
    bundle = _SCRIPT_OF_MATERIAL.search(html)
    palette = f'<script src="{address(f"{_ASSETS}/palette.js")}"></script>\n      '
    index = f' data-search-index="{search_index_name(language)}"' if language else ""
    search = f'<script src="{address(f"{_ASSETS}/search.js")}"{index}></script>\n      '
    before = bundle.start() if bundle else _find(html, "</body>")
    html = _insert(html, palette + search, before)
    mends = f'<script src="{address(f"{_ASSETS}/privacy-center.js")}"></script>\n  '
    return _insert(html, mends, _find(html, "</body>"))


def page_script(subject: str, address: Address) -> str:
    """The script of a page of ours, which belongs to its text.

    Instant navigation replaces that part of a page, and so the script comes along.
    """
    if subject not in _SCRIPTS_BY_SUBJECT:
        return ""
    source = address(f"{_ASSETS}/{_SCRIPTS_BY_SUBJECT[subject]}.js")
    return f'\n<script type="module" src="{source}"></script>'


def arrival_script(address: Address) -> str:
    """What loads a page of ours as itself where instant navigation put it into another."""
    return f'\n<script src="{address(f"{_ASSETS}/arrival.js")}"></script>'


def without_instant_navigation(html: str) -> str:
    """A page whose links are followed as links: its policy and scripts are its own."""
    return _FEATURES.sub(
        lambda match: (
            match[1]
            + json.dumps(
                [name for name in json.loads(match[2]) if not name.startswith("navigation.instant")]
            )
        ),
        html,
        count=1,
    )


def _behind_material(html: str) -> int:
    """Behind the style sheets of Material, or before all others where a site has none of them."""
    *_, last = [None, *_STYLES_OF_MATERIAL.finditer(html)]
    if last:
        return last.end()
    first = _STYLES.search(html)
    return first.start() if first else _find(html, "</head>", "<body")


def _find(html: str, *places: str) -> int:
    """Where the first of some tags stands that is there; HTML may leave out any of them."""
    return next((at for place in places if (at := html.rfind(place)) >= 0), len(html))


def _insert(html: str, words: str, at: int) -> str:
    return f"{html[:at]}{words}{html[at:]}"
