"""LO: what a term of retention of your own leaves out of the one that it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import PrivacyCenter, Retention

_SERVICE = """
    activities:
      customer-service:
        use: customer-service
        processors: []
        retention: """
_SHORTENED = lines(
    f"{_SERVICE}{{period: P1Y}}",
    f"{_SERVICE}{{period: P1Y, from: after the matter is settled, afterwards: delete}}",
)
_NO_PERIOD = sound(
    "an event ends it, so no period counts from one",
    f"{_SERVICE}{{until: until the matter is settled, afterwards: delete}}",
)
_STAGES = sound(
    "it is told in stages of your own",
    f"""{_SERVICE}
          - {{what: what you wrote, period: P1Y}}
          - {{what: backups, period: P30D}}
    """,
)


@knowing_rule(
    "LO001",
    "retention-cut-short",
    Severity.INFO,
    _SHORTENED,
    basis=("GDPR 13(2)(a)",),
    silent_on=(_NO_PERIOD, _STAGES),
)
def retention_cut_short(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Your own `retention` replaces the whole of the shipped one, and leaves out the event from
    which the period counts, what decides it or what happens afterwards. “One year” alone tells
    nobody when that year begins (GDPR article 13(2)(a)). Write `from`, `criteria` and `afterwards`
    too, as `mkdocs-privacy catalogue show` prints them for the activity.
    """
    country = center.organisation.address.country
    for id, activity in center.activities.items():
        entry = known.catalogue.activities.get(activity.use or "")
        if entry is None or len(activity.retention) != 1:
            continue
        shipped = known.catalogue.chosen(entry, country).get("retention")
        left_out = [*_left_out(activity.retention[0], shipped)]
        if left_out:
            fields = " and ".join(f"`{name}`" for name in left_out)
            yield Remark(
                ("activities", id, "retention"),
                f"this replaces the shipped `retention` of ‘{activity.use}’, and leaves out its "
                f"{fields}: write {'it' if len(left_out) == 1 else 'them'} too",
            )


def _left_out(own: Retention, shipped: Any) -> Iterator[str]:
    """What a shipped term says of its period, and the one in its place does not."""
    if not isinstance(shipped, Mapping):
        return
    if "from" in shipped and (own.period or own.maximum) and not (own.start or own.until):
        yield "from"
    if "criteria" in shipped and own.maximum and not (own.criteria or own.period or own.until):
        yield "criteria"
    if "afterwards" in shipped and not own.afterwards:
        yield "afterwards"
