"""IM: old policies that `import-version` takes over."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, essential, in_file

_FILE = "policy.en.md"
_SOUND = "# Privacy policy\n\nWe keep your address to deliver your order."

IMPORT_NAME = essential(
    "IM001",
    "import-name",
    """The name of a text does not say which language it is in, or is neither `.md` nor `.txt`. A
    version stands in the history by language. Name it `policy.nl.md` or `policy.nl.txt`.""",
    Example({"policy.md": _SOUND}, {_FILE: _SOUND}, languages=("nl", "en")),
)
IMPORT_LANGUAGE = essential(
    "IM002",
    "import-language",
    """A text is in a language for which the package and your site have no words, so no page could
    stand around it. Correct the code in the name of the file, or add a catalog for that
    language.""",
    Example({"policy.xx.md": _SOUND}, {_FILE: _SOUND}),
)
IMPORT_MISSING = essential(
    "IM003",
    "import-missing",
    """There is no file of the name that was given. Correct the path.""",
    Example({}, {_FILE: _SOUND}),
)
IMPORT_EMPTY = essential(
    "IM004",
    "import-empty",
    """A text holds no words. A version without words would say that nothing applied. Give the file
    that holds the policy.""",
    in_file(_FILE, "", _SOUND),
)
IMPORT_TWICE = essential(
    "IM005",
    "import-twice",
    """Two texts are in the same language. A version has one text in each. Give one of them.""",
    Example({_FILE: _SOUND, "policy.en.txt": _SOUND}, {_FILE: _SOUND}),
)
IMPORT_TITLE = essential(
    "IM006",
    "import-title",
    """A text has no title, and what the policy is called today cannot be told, because the data or
    the words have errors. Begin a `.md` file with `# Title`, or mend what `mkdocs-privacy check`
    finds.""",
    in_file(_FILE, "We keep your address to deliver your order.", _SOUND),
)
