"""OP: what `mkdocs.yml` says of the privacy center."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

_FILE = "mkdocs.yml"

REQUEST_OPTIONS = essential(
    "OP001",
    "request-options",
    """What stands under `requests:` cannot be with the languages of the site or with the fields
    that the data adds to the forms. Some requests would go nowhere, or two values would be posted
    under one name. Correct the option that is named.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              requests:
                endpoint_by_language: {de: "https://requests.example.be/de"}
        """,
        """
        plugins:
          - privacy-center:
              requests:
                endpoint_by_language: {nl: "https://requests.example.be/nl"}
        """,
    ),
)
UNKNOWN_RULE = Rule(
    "OP002",
    "unknown-rule",
    Severity.WARNING,
    """`findings:` names a rule that there is not, so nothing is ignored or changed by it. Write
    the id or the slug of a rule, as the findings reference lists them.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              findings:
                ignore: [unverified-fact]
        """,
        """
        plugins:
          - privacy-center:
              findings:
                ignore: [unverified-facts]
        """,
    ),
)
ESSENTIAL_RULE = Rule(
    "OP003",
    "essential-rule",
    Severity.WARNING,
    """`findings:` ignores or lowers a rule about what cannot be used. There would be no page to
    show, and the reason would be hidden. Take the rule out of `findings:` and mend what it
    finds.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              findings:
                severity: {unknown-key: info}
        """,
        """
        plugins:
          - privacy-center:
              findings:
                severity: {authority-of-land: info}
        """,
    ),
)
