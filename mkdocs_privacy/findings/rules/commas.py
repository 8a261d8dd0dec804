"""CM: commas in `{…}` and `[…]` that make two texts of one."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

SEVERED_TEXT = essential(
    "CM001",
    "severed-text",
    """A comma ends a text that stands without quotes in `{…}` or `[…]`, and what follows it is
    taken for the next key or entry: it has no value, is a key of several words, begins like the
    rest of a sentence, or closes a bracket. So visitors would read half a sentence. Put a text with
    a comma in it between quotes.""",
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
    camera]`. YAML makes an entry of what stands between two commas, and visitors would read each as
    a text of its own. Put the text between quotes; where there are several entries, put each
    between quotes, or on a line of its own that begins with `- `.""",
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
