"""SE: free text in `sections/<id>.<language>.md`."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, Rule, Severity, essential, in_file

_SOUND = """\
---
title: Security
page: data
---

We encrypt what we store.
"""
_FILE = "sections/security.en.md"
_DUTCH = """\
---
title: Beveiliging
page: data
---

We versleutelen wat we bewaren.
"""
_IN_DUTCH = "sections/security.nl.md"

SECTION_NAME = essential(
    "SE001",
    "section-name",
    """The name of a file in `sections/` is not `<id>.<language>.md`. The id connects the
    languages of one section and becomes its address. Rename it, such as to `security.nl.md`. If
    the site has one language, `security.md` is enough.""",
    Example({"sections/Our security.md": _SOUND}, {_FILE: _SOUND}),
)
SECTION_FRONT_MATTER = essential(
    "SE002",
    "section-front-matter",
    """A section does not begin with front matter between two lines `---`, or its lines are not
    `key: value` lines. The front matter gives the title of the section and its page. Begin with
    `title` and `page`.""",
    in_file(_FILE, "We encrypt what we store.", _SOUND),
)
SECTION_TITLE = essential(
    "SE003",
    "section-title",
    """A section has no title in the language of its file, or the title is not a text. The title
    is its heading and its entry in the table of contents. Write `title: …` as one string.""",
    in_file(
        _FILE,
        """
        ---
        page: data
        ---

        We encrypt what we store.
        """,
        _SOUND,
    ),
)
SECTION_TEXT = essential(
    "SE004",
    "section-text",
    """A section has no text below its front matter, or the text is inside it. The page would
    have a heading without text. Write the text below the second `---`, or remove the file.""",
    in_file(
        _FILE,
        """
        ---
        title: Security
        page: data
        ---
        """,
        _SOUND,
    ),
)
SECTION_DIFFERS = essential(
    "SE005",
    "section-differs",
    """The files of one section have a different `page` or `order`. The section would be in
    another place in each language. Write the same in each, or in one of them only.""",
    Example(
        {_IN_DUTCH: _DUTCH, _FILE: _SOUND.replace("page: data", "page: rights")},
        {_IN_DUTCH: _DUTCH, _FILE: _SOUND},
        languages=("nl", "en"),
    ),
)
BROKEN_LINK = Rule(
    "SE006",
    "broken-link",
    Severity.WARNING,
    """A link in free text leads to a page, a file or an anchor that does not exist, so visitors
    find nothing there. Write the path of the source file, relative to the folder of the first
    page of the privacy center: `rights/index.md`, or `../../terms.md` if the center is at
    `legal/privacy`. `check` sees only the docs folder. A build also sees pages that other
    plugins make.""",
    in_file(
        _FILE,
        _SOUND.replace("We encrypt", "See [your rights](right.md). We encrypt"),
        _SOUND.replace("We encrypt", "See [your rights](rights/index.md). We encrypt"),
    ),
)
