"""Our style sheets and scripts, put into finished pages: no override of a template loses them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import chain, zip_longest

Address = Callable[[str], str]
"""From where a file stands in the site to how a page links to it."""

_JOINED = "assets/privacy-center/joined"
"""Where the files are that `make scripts` joins of those beside that folder."""

ON_EVERY_PAGE = ("palette", "search", "privacy-center")
"""The scripts of every page that is mended, which are joined as `every`."""

_STYLES_BY_SUBJECT = {
    **dict.fromkeys(("versions", "version", "redline", "changes", "policy"), "versions"),
    **dict.fromkeys(("right", "request", "complaint-to-us", "received"), "request"),
    "cookies": "cookies",
    **dict.fromkeys(("home", "audience", "data", "whereabouts"), "layers"),
    **dict.fromkeys(("processors", "rights"), "layers"),
}
"""The style sheet of a page of ours beside those of all, by its subject."""

PICTURE_CLASS = "pc-picture"
"""The class of a picture, which `pictures/scene.html` writes as the first of its attributes."""

_SCRIPTS_BY_SUBJECT = {
    **dict.fromkeys(("right", "request", "complaint-to-us"), "request"),
    "versions": "versions",
    "changes": "changes",
    "received": "receipt",
    "cookies": "cookies",
    **dict.fromkeys(("data", "whereabouts", "processors"), "folds"),
}
"""The module that a page needs, by its subject."""

_STYLES = re.compile(r"<link\b[^>]*\brel=[\"']?stylesheet\b")
_STYLES_OF_MATERIAL = re.compile(r"<link\b[^>]*\bassets/stylesheets/[^>]*>")
_SCRIPT_OF_MATERIAL = re.compile(r"<script\b[^>]*\bassets/javascripts/bundle[^>]*>")
_AS_WRITTEN = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\b)", re.DOTALL | re.IGNORECASE)
_SPACE = " \t\r\f"
_FEATURES = re.compile(r'(<script id="__config"[^>]*>.*?"features": )(\[.*?\])', re.DOTALL)


def search_index_name(language: str) -> str:
    """The file in which the search finds one language, beside that of the whole site."""
    return f"search_index.{language}.json"


def style_sheets(subject: str | None, *, has_picture: bool = False) -> tuple[str, ...]:
    """The style sheets of a page, by its subject: of the theme, of our pages, of this kind.

    That for paper is over the others.
    """
    if subject is None:
        return ("privacy-center", "print")
    own = _STYLES_BY_SUBJECT.get(subject)
    pictures = ["pictures"] if has_picture else []
    return ("privacy-center", "center", *([own] if own else []), *pictures, "print")


def joined_sheets() -> dict[str, tuple[str, ...]]:
    """Each file of style sheets that some page has, and what is joined in it."""
    several = {
        style_sheets(subject, has_picture=has_picture)
        for subject in (None, "", *_STYLES_BY_SUBJECT)
        for has_picture in (False, True)
    }
    return {_name(sheets): sheets for sheets in sorted(several)}


def page_modules() -> tuple[str, ...]:
    """The modules that some page has, each joined with what it imports."""
    return tuple(sorted(set(_SCRIPTS_BY_SUBJECT.values())))


def has_pictures(html: str) -> bool:
    """Whether a page has a picture of ours."""
    return f'<svg class="{PICTURE_CLASS}"' in html


def dress(
    html: str,
    subject: str | None,
    address: Address,
    language: str | None = None,
    *,
    has_picture: bool = False,
) -> str:
    """A page as a template left it, with our style sheet and script: one file each.

    Our styles come after those of Material, which they mend, and before those of the site; our
    script before that of Material, which it prepares. `subject` is that of a page of ours;
    `language` that of the page, where the search has an index for each.
    """
    sheet = address(f"{_JOINED}/{_name(style_sheets(subject, has_picture=has_picture))}.css")
    link = f'\n      <link rel="stylesheet" href="{sheet}">'
    html = _insert(html, link, _behind_material(html))
    bundle = _SCRIPT_OF_MATERIAL.search(html)
    index = f' data-search-index="{search_index_name(language)}"' if language else ""
    script = f'<script src="{address(f"{_JOINED}/every.js")}"{index}></script>\n      '
    return _insert(html, script, bundle.start() if bundle else _find(html, "</body>"))


def page_script(subject: str, address: Address) -> str:
    """The script of a page of ours, which belongs to its text.

    Instant navigation replaces that part of a page, and so the script comes along.
    """
    if subject not in _SCRIPTS_BY_SUBJECT:
        return ""
    source = address(f"{_JOINED}/{_SCRIPTS_BY_SUBJECT[subject]}.js")
    return f'\n<script type="module" src="{source}"></script>'


def arrival_script(address: Address) -> str:
    """What loads a page of ours as itself where instant navigation put it into another."""
    return f'\n<script src="{address(f"{_JOINED}/arrival.js")}"></script>'


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


def without_indentation(html: str, body: str) -> str:
    """A page without the white space that templates leave around `body`, a fifth of it.

    Its lines stay lines, and what stands between two words stays apart. In the body white space
    may have a meaning, which a style sheet gives it.
    """
    before, found, after = html.partition(body) if body else ("", "", "")
    if not found:  # a plugin or a template made something else of it
        return html
    return f"{_lines(before)}{body}{_lines(after)}"


def _lines(html: str) -> str:
    pieces = _AS_WRITTEN.split(html)  # each such element is there twice: whole, and by its name
    lines = [*map(_without_space_between, pieces[::3])]
    return "".join(chain.from_iterable(zip_longest(lines, pieces[1::3], fillvalue="")))


def _without_space_between(html: str) -> str:
    """Lines that begin and end with words, but for the beginning and the end of it all."""
    first, *others = html.split("\n")
    if not others:
        return html
    *lines, last = others
    between = filter(None, [line.strip(_SPACE) for line in lines])
    return "\n".join((first.rstrip(_SPACE), *between, last.lstrip(_SPACE)))


def _name(sheets: tuple[str, ...]) -> str:
    """The name of the file in which these are joined."""
    return "-".join(sheets[1:-1] or ("mends",))


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
