"""CM: commas in `{…}` and `[…]` that make two texts of one."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

SEVERED_TEXT = essential(
    "CM001",
    "severed-text",
    """A comma ends a text that is not in quotes inside `{…}` or `[…]`, and the words after it
    are read as the next key or entry: it has no value, is a key of several words, begins like
    the rest of a sentence, or closes a bracket. Visitors would read half a sentence. Put a text
    that contains a comma in quotes.""",
    in_file(
        "processors.yml",
        """
        processors:
          mollie: {use: mollie, service: Payments, by card}
        """,
        """
        processors:
          mollie: {use: mollie, service: "Payments, by card"}
        """,
    ),
)
DOUBTFUL_COMMA = Rule(
    "CM002",
    "doubtful-comma",
    Severity.WARNING,
    """The entries of a list in `[…]` read like one sentence, such as `[contacts, calendar or
    camera]`. YAML makes a separate entry of each part between commas. If it is one text, put it
    in quotes. If there are several entries, put each in quotes, or on a line of its own that
    begins with `- `.""",
    in_file(
        "activities.yml",
        """
        activities:
          app:
            title: Our app
            audiences: [customers]
            purposes: [use contacts, calendar or camera]
            personal_data: [name]
            legal_basis: contract
            retention: {period: P1Y}
            processors: []
        """,
        """
        activities:
          app:
            title: Our app
            audiences: [customers]
            purposes: ["use contacts, calendar or camera"]
            personal_data: [name]
            legal_basis: contract
            retention: {period: P1Y}
            processors: []
        """,
    ),
)
