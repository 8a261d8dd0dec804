"""CA: a catalogue of the site's own, and what a site took from the shipped one."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, essential, in_file

_FILE = "mkdocs.yml"
_TILL = "till: {name: Till, category: payment, role: processor, country: BE}\n"

NO_CATALOGUE = essential(
    "CA001",
    "no-catalogue",
    """A folder of `catalogue_dirs` does not exist, or has no file of a catalogue. Entries that
    you take from it with `use` would be unknown. Correct the folder, which is relative to
    `mkdocs.yml`, or remove it.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              catalogue_dirs: [../sharde]
        """,
        """
        plugins:
          - privacy-center:
              catalogue_dirs: [../shared]
        """,
    ),
)
UNKNOWN_CATALOGUE_FILE = essential(
    "CA002",
    "unknown-catalogue-file",
    """A file in a folder of `catalogue_dirs` has a name that no file of a catalogue has, so its
    entries would not be found. Name the file after what is in it, such as `processors.yml` or
    `activities.yml`, or move it elsewhere.""",
    Example(
        {"shared/processor.yml": _TILL},
        {"shared/processors.yml": _TILL},
    ),
)
