"""VC: who counts visits, with consent or without cookies."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, ProcessorCategory

_ASKED = ("statistics", "statistics-exempt")
_COOKIELESS = "statistics-cookieless"

_REGISTER = """
    processors:
      counter: {name: Counter, category: statistics, personal_data: all}
    activities:
      visits: {use: statistics%s}
      views: {use: statistics-cookieless%s}
    """
_BOTH = lines(
    _REGISTER % ("", ""),
    _REGISTER % (", processors: []", ", processors: [counter]"),
)
_DESCRIBED = sound(
    "the cookie table says with which of them it counts",
    _REGISTER % (", processors: []", "")
    + """
    cookies:
      counter:
        name: Counter
        category: statistics
        purpose: counts visits
        processor: counter
        activity: views
        stores_nothing: true
        consent: not_required
        consent_reason: it stores nothing
    """,
)
_HOSTED = sound(
    "it does not count, such as who hosts the counter",
    (_REGISTER % (", processors: [counter]", ", processors: [counter]")).replace(
        "category: statistics", "category: hosting"
    ),
)


@rule(
    "VC001",
    "counted-both-ways",
    Severity.WARNING,
    _BOTH,
    basis=("GDPR 5(1)(a)", "GDPR 13(1)(c)"),
    silent_on=(_DESCRIBED, _HOSTED),
)
def counted_both_ways(center: PrivacyCenter) -> Iterator[Remark]:
    """Somebody who counts visits is a recipient of an activity that counts with cookies and of one
    that counts without, and nothing says how it counts. Visitors then read two legal bases and two
    periods for it, of which one may not be so (GDPR articles 5(1)(a) and 13(1)(c)). Describe it
    under `cookies`, with its `processor` and `activity`, and `stores_nothing: true` if that is so;
    or name it, with the other recipients, in `processors` of the activity that is right. Ignore
    this rule if it does both.
    """
    asked, cookieless = _counting(center, *_ASKED), _counting(center, _COOKIELESS)
    services = (center.cookies or {}).values()
    told = {service.processor for service in services if service.activity}
    for id, processor in (center.processors or {}).items():
        categories = {service.category for service in processor.services}
        counts = ProcessorCategory.STATISTICS in categories and id not in told
        if counts and id in asked and id in cookieless:
            yield Remark(
                ("processors", id),
                f"it receives data in ‘{asked[id]}’ and in ‘{cookieless[id]}’, and nothing says "
                f"how it counts: describe it under `cookies` with `processor: {id}` and the "
                f"`activity`, or name it in `processors` of the activity that is right",
            )


def _counting(center: PrivacyCenter, *uses: str) -> dict[str, str]:
    """An activity of these, by the ids of its recipients."""
    return {
        recipient.id: id
        for id, activity in center.activities.items()
        if activity.use in uses
        for recipient in activity.processors or ()
    }
