"""CH: characters that nobody sees, and names that look like others."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

_FILE = "processors.yml"

HIDDEN_CHARACTER = essential(
    "CH001",
    "hidden-character",
    """A key, an id, an address, a number or the indentation contains an invisible character, or
    one that only looks like a space. It was probably pasted from Word, a PDF or a chat. The
    computer reads another word than you see. Remove it, or type the word again.""",
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
    """A text contains an invisible character that no text needs: one without width, or one that
    changes the direction of writing. Visitors may see the words in another order, and a search
    does not find them. Remove it. Characters that join letters or emoji, soft hyphens and
    no-break spaces are allowed.""",
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
    """A web or e-mail address is not what it looks like: its host name mixes letters of two
    scripts, Cyrillic letters make a name that looks Latin, or a user name or password is before
    the host. Visitors would go to another place than they expect. Type the address again. Names
    in one script of their own, such as `café.example` or `ελλάδα.example`, are allowed.""",
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
