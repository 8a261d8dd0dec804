"""IM: old policies that `import-version` takes over."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, essential, in_file

_FILE = "policy.en.md"
_SOUND = "# Privacy policy\n\nWe keep your address to deliver your order."

IMPORT_NAME = essential(
    "IM001",
    "import-name",
    """The name of a text does not give its language, or does not end in `.md` or `.txt`. A
    version is stored by language. Name it `policy.nl.md` or `policy.nl.txt`.""",
    Example({"policy.md": _SOUND}, {_FILE: _SOUND}, languages=("nl", "en")),
)
IMPORT_LANGUAGE = essential(
    "IM002",
    "import-language",
    """A text is in a language for which there is no translation, in the package or in your site,
    so no page can be made around it. Correct the code in the file name, or add a translation
    file for that language.""",
    Example({"policy.xx.md": _SOUND}, {_FILE: _SOUND}),
)
IMPORT_MISSING = essential(
    "IM003",
    "import-missing",
    """The file does not exist. Correct the path.""",
    Example({}, {_FILE: _SOUND}),
)
IMPORT_EMPTY = essential(
    "IM004",
    "import-empty",
    """A text is empty. The version would say nothing. Give the file that contains the policy.""",
    in_file(_FILE, "", _SOUND),
)
IMPORT_TWICE = essential(
    "IM005",
    "import-twice",
    """Two texts are in the same language. A version has one text for each language. Give one of
    them.""",
    Example({_FILE: _SOUND, "policy.en.txt": _SOUND}, {_FILE: _SOUND}),
)
IMPORT_TITLE = essential(
    "IM006",
    "import-title",
    """A text has no title, and the title of the current policy is not known, because the data or
    the translation files have errors. Begin the `.md` file with `# Title`, or fix what
    `mkdocs-privacy check` reports.""",
    in_file(_FILE, "We keep your address to deliver your order.", _SOUND),
)
