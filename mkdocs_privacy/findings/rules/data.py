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
"""

NO_DATA = essential(
    "DA001",
    "no-data",
    """There is no data folder, or no `.yml` file in it. Without data there is no privacy center.
    `mkdocs-privacy init` writes a folder to begin with; if yours has another name than `privacy`,
    say so with the option `data_dir`.""",
    Example({}, {"organisation.yml": _SMALLEST}),
)
UNKNOWN_KEY = essential(
    "DA002",
    "unknown-key",
    """No field has this name. It would be left out without a word, and so would what it says to
    your visitors. Correct the spelling, or move the line to the entry that it belongs to; the data
    reference lists every field.""",
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
    """A field that every entry of this kind needs is not there. Pages, letters or the record of
    processing cannot be made without it. Write it; where the catalogue has the service, `use`
    fills it in.""",
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
    """The key is there, and nothing stands behind it where something must. Whether it was
    forgotten or is meant to be absent cannot be told. Fill it in or remove it; what is meant to be
    empty is written `[]` or `{}`.""",
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
    """The field takes another kind of value: a list, a mapping, one text, `true` or `false`, a
    number. A list is written `[one, two]` or with lines that begin with `- `, a mapping with
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
    """The field takes one of a few words, and this is none of them. Which words there are decides
    what the pages say about rights and obligations, so there is no free text here. Choose one of
    those that the finding lists.""",
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
    """A list or mapping that needs at least one entry has none. An activity without a purpose,
    say, cannot be explained to anybody. Add what belongs there.""",
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
    """The text has no words. It would be a gap on the page. Write it or remove the key.""",
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
    """What stands here is no text that can be printed: a list, or a mapping with something else
    than languages. A text is one string, or one string for each language.""",
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
    """The text is not there in every language of the site. Whoever reads in the missing one would
    be told less, and information must be intelligible to the people it is for (GDPR article
    12(1)). Write it in that language too; for a section that is another file.""",
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
    """An entry names another one by an id that nothing has. The pages would link to nothing.
    Correct the id, or declare the entry that it stands for.""",
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
    """A text in Markdown opens brackets or tags that it never closes, puts lists deep in lists, or
    is very long, or all texts together are. To make pages of it would take minutes, or fail.
    Close what is opened, or write a `\\` before a bracket meant as such; shorten what is long.""",
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
    """The catalogue of shipped facts has no entry of this name, so there is nothing to fill in.
    Correct the name, or leave `use` out and write the facts yourself; the catalogue reference
    lists all names.""",
    lines("processors: {mollie: {use: molie}}", "processors: {mollie: {use: mollie}}"),
)
LEFT_TO_DECIDE = Rule(
    "DA014",
    "left-to-decide",
    Severity.INFO,
    """A comment begins with `CHECK:`, as `mkdocs-privacy init` marks what only you can decide or
    know. Until you have, the pages say something that may not be so of you. Decide it, change the
    lines below if need be, and remove the comment.""",
    in_file(
        "rights.yml",
        "# CHECK: promise only what you keep.\nrights: {deadline: P1M}",
        "rights: {deadline: P1M}",
    ),
)
