"""YA: what cannot be read as YAML, or would surprise."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, in_file

_FILE = "processors.yml"

YAML_SYNTAX = essential(
    "YA001",
    "yaml-syntax",
    """The file is not valid YAML. Nothing in it can be read, so other errors in it appear only
    afterwards. Fix the line that is named, or the one above it. The cause is often the
    indentation, a quotation mark or bracket that is not closed, or a text that contains `: ` and
    is not in quotes.""",
    in_file(
        _FILE,
        """
        processors:
          mollie:
            use: mollie
            service: Payments: by card
        """,
        """
        processors:
          mollie:
            use: mollie
            service: "Payments: by card"
        """,
    ),
)
NOT_UTF_8 = essential(
    "YA002",
    "not-utf-8",
    """The file is not UTF-8 text. Its accented letters cannot be read with certainty. Save it
    again with the encoding UTF-8, which every editor offers.""",
    in_file(
        _FILE,
        """
        processors:
          courier: {name: Caf\udce9, category: delivery, role: processor}
        """,
        """
        processors:
          courier: {name: Café, category: delivery, role: processor}
        """,
    ),
)
CHARACTER = essential(
    "YA003",
    "character",
    """The text contains a control character that no page can show. It was pasted by accident, or
    it is an escape such as `\\a`. Remove it.""",
    in_file(
        _FILE,
        r"""
        processors:
          mollie: {use: mollie, service: "Payments\a"}
        """,
        """
        processors:
          mollie: {use: mollie, service: "Payments"}
        """,
    ),
)
EMPTY_FILE = essential(
    "YA004",
    "empty-file",
    """The file declares nothing. It may have been emptied by mistake. Fill it in or remove it.""",
    in_file(
        _FILE,
        """
        # to be filled in
        """,
        """
        processors:
          mollie: {use: mollie}
        """,
    ),
)
DUPLICATE_KEY = essential(
    "YA005",
    "duplicate-key",
    """The same key or id is declared twice, in one file or in two. Only one of them could be
    published. Keep one, or give the second entry another id.""",
    in_file(
        _FILE,
        """
        processors:
          mollie: {use: mollie}
          mollie: {use: adyen}
        """,
        """
        processors:
          mollie: {use: mollie}
          adyen: {use: adyen}
        """,
    ),
)
YAML_KEY = essential(
    "YA006",
    "yaml-key",
    """A key is a list, a mapping or nothing. Keys must be names, so the lines below this one
    cannot be assigned to anything. Write a word before the colon.""",
    in_file(
        _FILE,
        """
        processors:
          ? [mollie, adyen]
          : {use: mollie}
        """,
        """
        processors:
          mollie: {use: mollie}
        """,
    ),
)
YAML_MERGE = essential(
    "YA007",
    "yaml-merge",
    """`<<` is not supported here. Some YAML readers merge another entry with it, but it is not
    part of the YAML standard. Repeat the lines that two entries share. An alias (`*name`) for a
    whole value does work.""",
    in_file(
        _FILE,
        """
        processors:
          mollie:
            <<: {use: mollie}
        """,
        """
        processors:
          mollie:
            use: mollie
        """,
    ),
)
YAML_TAG = essential(
    "YA008",
    "yaml-tag",
    """A tag such as `!!timestamp` or `!ENV` is not supported in the data. Every value is text,
    and its field decides how it is read. Write the value without the tag.""",
    in_file(
        _FILE,
        """
        processors:
          mollie: {use: mollie, since: !!timestamp 2021-01-07}
        """,
        """
        processors:
          mollie: {use: mollie, since: 2021-01-07}
        """,
    ),
)
ALIAS_LOOP = essential(
    "YA009",
    "alias-loop",
    """An alias (`*name`) is inside the value that it refers to, so it would never end. Write out
    its content.""",
    in_file(
        _FILE,
        """
        processors: &all
          mollie: *all
        """,
        """
        processors:
          mollie: {use: mollie}
        """,
    ),
)
TOO_DEEP = essential(
    "YA010",
    "too-deep",
    """The file is nested more than fifty levels deep. No privacy data needs that: probably a
    bracket was never closed. Check the line that is named.""",
    in_file(
        _FILE,
        f"""
        processors:
          mollie: {"[" * 60}{"]" * 60}
        """,
        """
        processors:
          mollie: {use: mollie}
        """,
    ),
)
TOO_LARGE = essential(
    "YA011",
    "too-large",
    """The file has more than 50,000 values after its aliases (`*name`) are expanded. A few lines
    of nested aliases can fill the memory of a computer. Write out their content, and keep
    everything other than privacy data elsewhere.""",
    in_file(
        _FILE,
        """
        a: &a [x, x, x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        processors: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        """,
        """
        processors:
          mollie: {use: mollie}
        """,
    ),
)
NOT_A_MAPPING = essential(
    "YA012",
    "not-a-mapping",
    """The file begins with a list or a sentence. All files are merged by their keys, so each
    value needs a key above it. Begin with a key, such as `organisation:` or `processors:`.""",
    in_file(
        _FILE,
        """
        - mollie
        - bpost
        """,
        """
        processors:
          mollie: {use: mollie}
          bpost: {use: bpost}
        """,
    ),
)
