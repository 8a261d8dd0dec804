"""DA: data that is incomplete, unknown or not what its field takes."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, Rule, Severity, essential, in_file, lines

_SMALLEST = """\
organisation:
  name: Example Shop
  address: {city: Ghent, country: BE}
  website: https://www.example.be
  contact: {email: privacy@example.be}
audiences:
  customers: {title: Customers}
activities:
  orders:
    title: Orders
    audiences: [customers]
    purposes: [to deliver what was ordered]
    personal_data: [name]
    legal_basis: contract
"""

NO_DATA = essential(
    "DA001",
    "no-data",
    """There is no data folder, or it has no `.yml` file. Without data there is no privacy
    center. Create the data with `mkdocs-privacy init`. If your folder is not called `privacy`,
    give its name in the option `data_dir`.""",
    Example({}, {"organisation.yml": _SMALLEST}),
)
UNKNOWN_KEY = essential(
    "DA002",
    "unknown-key",
    """No field has this name. Its content would not appear on any page. Correct the spelling, or
    move the line to the right entry. The data reference lists every field.""",
    lines(
        """
        processors:
          mollie: {use: mollie, contry: NL}
        """,
        """
        processors:
          mollie: {use: mollie, country: NL}
        """,
    ),
)
MISSING_KEY = essential(
    "DA003",
    "missing-key",
    """A required field is missing. Pages, letters or the record of processing cannot be made
    without it. Add it. If the catalogue has the service, `use` fills it in.""",
    lines(
        """
        audiences:
          applicants:
            description: Whoever applies for a job.
        """,
        """
        audiences:
          applicants:
            title: Applicants
            description: Whoever applies for a job.
        """,
    ),
)
EMPTY_KEY = essential(
    "DA004",
    "empty-key",
    """The key is present but has no value, and it needs one. It may have been forgotten, or left
    empty on purpose. Fill it in or remove it. To say that there is nothing, write `[]` or `{}`.""",
    lines(
        """
        processors:
          mollie:
            use: mollie
            personal_data:
        """,
        """
        processors:
          mollie:
            use: mollie
            personal_data: [name, email]
        """,
    ),
)
WRONG_TYPE = essential(
    "DA005",
    "wrong-type",
    """The field takes another kind of value: a list, a mapping, one text, `true` or `false`, or
    a number. Write a list as `[one, two]` or with lines that begin with `- `, and a mapping with
    indented `key: value` lines.""",
    lines(
        """
        activities:
          orders:
            audiences: customers
        """,
        """
        activities:
          orders:
            audiences: [customers]
        """,
    ),
)
UNKNOWN_WORD = essential(
    "DA006",
    "unknown-word",
    """The field takes one of a fixed set of words, and this is not one of them. These words
    decide what the pages say about rights and obligations, so free text is not allowed. Choose
    one of the words that the finding lists.""",
    lines(
        """
        activities:
          orders:
            legal_basis: agreement
        """,
        """
        activities:
          orders:
            legal_basis: contract
        """,
    ),
)
TOO_FEW = essential(
    "DA007",
    "too-few",
    """A list or mapping that needs at least one entry has none. For example, an activity without
    a purpose cannot be explained. Add an entry.""",
    lines(
        """
        activities:
          orders:
            purposes: []
        """,
        """
        activities:
          orders:
            purposes: [to deliver what was ordered]
        """,
    ),
)
EMPTY_TEXT = essential(
    "DA008",
    "empty-text",
    """The text is empty. The page would have a gap. Write the text or remove the key.""",
    lines(
        """
        audiences:
          customers: {title: ""}
        """,
        """
        audiences:
          customers: {title: Customers}
        """,
    ),
)
TEXT_EXPECTED = essential(
    "DA009",
    "text-expected",
    """A text is expected here, but there is a list, or a mapping with other keys than languages.
    Write one string, or one string for each language.""",
    lines(
        """
        audiences:
          customers: {title: [Customers, Shoppers]}
        """,
        """
        audiences:
          customers: {title: Customers and shoppers}
        """,
    ),
)
MISSING_TRANSLATION = essential(
    "DA010",
    "missing-translation",
    """The text is missing in a language of the site. People who read that language would get
    less information, and information must be intelligible to the people it is for (GDPR article
    12(1)). Write it in that language too. For a section, add a file.""",
    lines(
        """
        audiences:
          applicants: {title: {nl: Sollicitanten}}
        """,
        """
        audiences:
          applicants: {title: {nl: Sollicitanten, en: Applicants}}
        """,
        languages=("nl", "en"),
    ),
)
UNKNOWN_ID = essential(
    "DA011",
    "unknown-id",
    """An entry refers to an id that does not exist. The pages could not link to it. Correct the
    id, or declare the entry.""",
    lines(
        """
        activities:
          orders:
            audiences: [custommers]
        """,
        """
        activities:
          orders:
            audiences: [customers]
        """,
    ),
)
TOO_INTRICATE = essential(
    "DA013",
    "too-intricate",
    """A Markdown text opens brackets or tags that it never closes, nests lists very deeply or is
    very long, or all texts together are too long. Building the pages would take minutes, or
    fail. Close what is open, write `\\` before a literal bracket, and shorten long texts.""",
    lines(
        f"""
        notice:
          introduction: "{"[" * 1000}"
        """,
        """
        notice:
          introduction: "[Write to us](mailto:privacy@example.be)"
        """,
    ),
)
UNKNOWN_USE = essential(
    "DA012",
    "unknown-use",
    """The catalogue has no entry of this name, so nothing can be filled in. Correct the name, or
    remove `use` and write the facts yourself. The catalogue reference lists all names.""",
    lines("processors: {mollie: {use: molie}}", "processors: {mollie: {use: mollie}}"),
)
LEFT_TO_DECIDE = Rule(
    "DA014",
    "left-to-decide",
    Severity.WARNING,
    """A comment begins with `CHECK:`. `mkdocs-privacy init` writes these where only you can
    decide. Until you have decided, the pages may say something that is not true of you, so
    `--strict` and `release` stop. Decide, and change what it is about if necessary. Then delete
    that line. The comments and examples below it may stay.""",
    in_file(
        "rights.yml",
        "# CHECK: promise only what you keep.\nrights: {deadline: P1M}",
        "rights: {deadline: P1M}",
    ),
)
