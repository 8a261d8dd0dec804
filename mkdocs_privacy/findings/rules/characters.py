"""CH: characters that nobody sees, and names that look like others."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

_FILE = "processors.yml"

HIDDEN_CHARACTER = essential(
    "CH001",
    "hidden-character",
    """A key, an id, an address, a number or the indentation holds a character that nobody sees, or
    one that only looks like a space. It came along from Word, a PDF or a chat. A computer sees
    another word than you do, so nothing would be found under it. Remove it, or type the word
    again.""",
    in_file(
        _FILE,
        r"""
        processors:
          mollie: {use: mollie, "country\u200b": NL}
        """,
        """
        processors:
          mollie: {use: mollie, country: NL}
        """,
    ),
)
HIDDEN_IN_TEXT = Rule(
    "CH002",
    "hidden-in-text",
    Severity.WARNING,
    """A text holds a character that nobody sees and that no text needs: one of no width, or one
    that turns the direction of writing. Readers may see other words than stand there, and search
    finds others. What joins letters or makes an emoji is not meant, nor a soft hyphen or a space
    that does not break. Remove it.""",
    in_file(
        _FILE,
        r"""
        processors:
          mollie: {use: mollie, service: "\u202ePayments"}
        """,
        """
        processors:
          mollie: {use: mollie, service: Payments}
        """,
    ),
)
DECEPTIVE_ADDRESS = essential(
    "CH003",
    "deceptive-address",
    """A web or e-mail address is not what it looks like: letters of two scripts stand in the name
    of its host, Cyrillic letters make a name that reads as a Latin one, or a user name or password
    stands before its host. Readers would go where they did not mean to. Type the address again.
    Names in one script of their own, such as `café.example` or `ελλάδα.example`, are all right.""",
    in_file(
        _FILE,
        r"""
        processors:
          mollie: {use: mollie, privacy_url: "https://www.m\u043ellie.com/privacy"}
        """,
        """
        processors:
          mollie: {use: mollie, privacy_url: "https://www.mollie.com/privacy"}
        """,
    ),
)
