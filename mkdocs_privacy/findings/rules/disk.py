"""DI: what stands in a folder of the data and is no file that could be read."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, in_file

UNREADABLE_FILE = essential(
    "DI001",
    "unreadable-file",
    """A file or folder cannot be read, or is not allowed: a link that leads out of the data
    folder, to nothing or back to itself, a folder, pipe or device in place of a file, or a file
    of more than 5 MB. A link could bring private files into your public pages. Replace it with
    the file itself, or remove it. The data folder as a whole may be a link.""",
    in_file(
        "sections/security.en.md (a link)",
        "-> /home/somebody/notes/security.en.md",
        "---\ntitle: Security\n---\n\nWe encrypt what we store.",
    ),
)
