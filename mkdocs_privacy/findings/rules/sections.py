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
    """The name of a file in `sections/` is not `<id>.<language>.md`. The id joins the languages of
    one section, and decides its address. Rename it, as `security.nl.md`; with one language in the
    site `security.md` will do.""",
    Example({"sections/Our security.md": _SOUND}, {_FILE: _SOUND}),
)
SECTION_FRONT_MATTER = essential(
    "SE002",
    "section-front-matter",
    """A section does not begin with lines between two `---`, or those are not `key: value` lines.
    They say what it is called and where it stands. Begin with `title` and `page`.""",
    in_file(_FILE, "We encrypt what we store.", _SOUND),
)
SECTION_TITLE = essential(
    "SE003",
    "section-title",
    """A section has no title in the language of its file, or one that is no text. It stands as a
    heading and in the table of contents. Write `title: …` as one string.""",
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
    """A section has no text below its front matter, or has it inside. A heading with nothing below
    it tells nobody anything. Write the text below the second `---`, or remove the file.""",
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
    """The files of one section disagree about `page` or `order`. In one language it would stand
    elsewhere than in another. Write the same in each, or in one of them only.""",
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
    """A link in free text leads to no page of the privacy center, to no page or file of the site,
    or to no place on that page, so readers who follow it find nothing. Name pages and files by
    their sources, as seen from the folder of the center's first page, wherever the text is printed:
    `rights/index.md`, or `../../terms.md` where the center stands at `legal/privacy`. `check` sees
    the docs folder alone; a build also sees pages that other plugins make.""",
    in_file(
        _FILE,
        _SOUND.replace("We encrypt", "See [your rights](right.md). We encrypt"),
        _SOUND.replace("We encrypt", "See [your rights](rights/index.md). We encrypt"),
    ),
)
