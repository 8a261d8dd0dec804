"""KP: how long data is kept, and why so long."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

MINIMUM_TOO_LONG = essential(
    "KP001",
    "minimum-too-long",
    """In `retention`, the shortest time is longer than the longest time. One of the two is
    wrong. Write the shorter period in `minimum` and the longer one in `maximum`.""",
    lines(
        """
        activities:
          orders:
            retention: {minimum: P3Y, maximum: P2Y}
        """,
        """
        activities:
          orders:
            retention: {minimum: P2Y, maximum: P3Y}
        """,
    ),
)
RETENTION_GROUNDS = essential(
    "KP002",
    "retention-grounds",
    """`retention` gives several grounds for one period. A law obliges you to keep the data, a
    limitation period or a recommendation does not, and your own choice is yours. Keep the one
    that sets the period. If different data is kept for different reasons, write a list, and give
    each entry its `what`.""",
    lines(
        """
        activities:
          orders:
            retention: {period: P10Y, law: the VAT Code, limitation: Civil Code}
        """,
        """
        activities:
          orders:
            retention:
              - {what: invoices, period: P10Y, law: the VAT Code}
              - {what: our correspondence, period: P10Y, limitation: Civil Code}
        """,
    ),
)
STAGE_UNNAMED = essential(
    "KP003",
    "stage-unnamed",
    """`retention` has several entries, and one of them does not say what it is about. Nobody
    could tell which data or stage has which period. Write it in `what`, in a few words:
    invoices, backups, in the trash, candidates whom we interview.""",
    lines(
        """
        activities:
          orders:
            retention: [{period: P30D}, {period: P90D}]
        """,
        """
        activities:
          orders:
            retention: [{what: in the trash, period: P30D}, {what: in backups, period: P90D}]
        """,
    ),
)
PERIOD_TWICE = essential(
    "KP004",
    "period-twice",
    """`retention` says for how long data is kept, and for how long at most. A page could print one
    of the two only. Write `period` where it is kept for so long, and `maximum` where it may go
    sooner; the shortest time stands in `minimum` beside the latter.""",
    lines(
        """
        activities:
          orders:
            retention: {period: P5Y, maximum: P7Y}
        """,
        """
        activities:
          orders:
            retention: {minimum: P5Y, maximum: P7Y}
        """,
    ),
)
