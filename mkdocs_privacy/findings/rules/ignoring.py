"""IG: findings that somebody ignores in place, or keeps quiet with a baseline."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file

_FILE = "activities.yml"
_KEPT = """
    activities:
      orders:
        retention: {minimum: P1Y}  # privacy: ignore RT001%s
    """

IGNORE_WITHOUT_REASON = Rule(
    "IG001",
    "ignore-without-reason",
    Severity.WARNING,
    """A comment ignores a finding and gives no reason, or names no rule, so it has no effect.
    Whoever reads the data later must see why the finding does not apply. Write
    `# privacy: ignore RULE: reason`.""",
    in_file(_FILE, _KEPT % "", _KEPT % ": the archive law sets no end"),
)
UNUSED_IGNORE = Rule(
    "IG002",
    "unused-ignore",
    Severity.WARNING,
    """A comment ignores a finding that is not reported on its line. The finding was put right, or
    has moved to another line. A comment that stays would hide the next one. Remove it, or put it
    on the line that the finding names, or on the line above.""",
    in_file(
        _FILE,
        """
        activities:
          orders:
            retention: {period: P7Y}  # privacy: ignore RT001: the archive law sets no end
        """,
        """
        activities:
          orders:
            retention: {period: P7Y}
        """,
    ),
)
BAD_BASELINE = essential(
    "IG003",
    "bad-baseline",
    """The baseline cannot be read, so nobody knows which findings are old. Write it again with
    `mkdocs-privacy check --baseline FILE --write-baseline`.""",
    in_file("baseline.json", "{", '{"findings": []}'),
)
OUTDATED_BASELINE = Rule(
    "IG004",
    "outdated-baseline",
    Severity.INFO,
    """The baseline has a finding that no longer occurs. It would keep the same finding quiet if it
    came back. Write the baseline again with `--write-baseline`.""",
    in_file(
        "baseline.json",
        """
        {
          "findings": [
            {"rule": "IG002", "where": "activities.yml", "fingerprint": "0123456789abcdef"}
          ]
        }
        """,
        """
        {
          "findings": []
        }
        """,
    ),
)
