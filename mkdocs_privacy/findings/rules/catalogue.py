"""CA: a catalogue of the site's own, and what a site took from the shipped one."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import (
    IN_A_TERMINAL,
    Example,
    Rule,
    Severity,
    essential,
    in_file,
)

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
CATALOGUE_MOVED = Rule(
    "CA003",
    "catalogue-moved",
    Severity.INFO,
    """The catalogue of the installed version differs from what `catalogue.lock` holds, so from what
    your pages say. They go on saying it. Look at the difference with `mkdocs-privacy catalogue
    update --diff`, and take it over with `mkdocs-privacy catalogue update`. What is printed then
    changes, so make a new release.""",
    Example(
        {IN_A_TERMINAL: "pip install --upgrade mkdocs-privacy\nmkdocs-privacy check\n"},
        {
            IN_A_TERMINAL: "mkdocs-privacy catalogue update --diff\n"
            "mkdocs-privacy catalogue update\n"
        },
    ),
)
CATALOGUE_CORRECTED = Rule(
    "CA004",
    "catalogue-corrected",
    Severity.WARNING,
    """An entry of the catalogue that you took was wrong, so what your pages say of it may be too:
    the law changed, or the facts were not right. The finding says what. Compare it with what you
    do, take the correction over with `mkdocs-privacy catalogue update`, and make a new
    release.""",
    Example(
        {IN_A_TERMINAL: "mkdocs-privacy check\n"},
        {IN_A_TERMINAL: "mkdocs-privacy catalogue update mailchimp\n"},
    ),
)
CATALOGUE_WITHDRAWN = Rule(
    "CA005",
    "catalogue-withdrawn",
    Severity.WARNING,
    """An entry that you took with `use` should not be used any more: the service has ended, or
    nobody may rely on the entry. The finding says why. Take another entry, write your own facts, or
    remove it.""",
    Example(
        {IN_A_TERMINAL: "mkdocs-privacy check\n"},
        {IN_A_TERMINAL: "mkdocs-privacy catalogue search newsletter\n"},
    ),
)
BROKEN_LOCK = essential(
    "CA006",
    "broken-lock",
    """`catalogue.lock` is not as it was written: somebody edited it, or a merge left it half done.
    Nobody could tell what your site took from the catalogue. Restore the file from version
    control, or write it anew with `mkdocs-privacy catalogue update`. Then look at what that
    changed with `mkdocs-privacy diff`.""",
    Example(
        {IN_A_TERMINAL: "git merge main\nmkdocs-privacy check\n"},
        {IN_A_TERMINAL: "git checkout main -- privacy/catalogue.lock\nmkdocs-privacy check\n"},
    ),
)
NO_LOCK = Rule(
    "CA007",
    "no-lock",
    Severity.INFO,
    """There are releases, but no `catalogue.lock`: a new version of the package can change what
    your data says without a change of yours. Write the file with `mkdocs-privacy catalogue
    update`, and keep it with the data. `release` writes it too.""",
    Example(
        {IN_A_TERMINAL: "mkdocs-privacy check\n"},
        {IN_A_TERMINAL: "mkdocs-privacy catalogue update\n"},
    ),
)
