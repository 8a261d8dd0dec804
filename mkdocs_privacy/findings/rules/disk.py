"""DI: what stands in a folder of the data and is no file that could be read."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, in_file

UNREADABLE_FILE = essential(
    "DI001",
    "unreadable-file",
    """Something stands in the place of a file or folder and cannot be read, or must not be: a link
    that leads out of the data folder, nowhere or back to itself, a folder, pipe or device, or more
    than 5 MB. A link could bring files into your public pages that were never meant for them. Put
    the file itself there, or remove what is named. The data folder as a whole may be a link: then
    what it leads to is the data folder.""",
    in_file(
        "sections/security.en.md (a link)",
        "-> /home/somebody/notes/security.en.md",
        "---\ntitle: Security\n---\n\nWe encrypt what we store.",
    ),
)
