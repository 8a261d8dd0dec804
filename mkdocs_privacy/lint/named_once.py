"""NO: recipients that join nothing any more, because an activity names them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import Activity, PrivacyCenter

_SITE = """
    processors:
      ovhcloud: {use: ovhcloud}
    activities:
      subscriptions: {use: subscriptions}
      backups: {use: backups}
      statistics: {use: statistics, %s}
    """
_NAMED = lines(
    _SITE % "processors: [ovhcloud]",
    _SITE % "also: {processors: [ovhcloud]}",
)
_NAMED_THERE_TOO = sound(
    "one of the activities of its category names it too, so you chose",
    """
    processors:
      ovhcloud: {use: ovhcloud}
    activities:
      subscriptions: {use: subscriptions, processors: [ovhcloud]}
      backups: {use: backups}
      statistics: {use: statistics, processors: [ovhcloud]}
    """,
)
_FEWEST = 2
"""In so many it is missing before anybody is asked; in one, somebody may well have chosen."""
_TOLD = 3


@knowing_rule(
    "NO001",
    "recipient-joins-no-more",
    Severity.INFO,
    _NAMED,
    basis=("GDPR 13(1)(e)",),
    silent_on=(_NAMED_THERE_TOO,),
)
def recipient_joins_no_more(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """An activity names a recipient in `processors`. A recipient that an activity names joins no
    other by its category, and this one is missing from every activity from the catalogue that it
    would have joined. If it receives their data too, the pages leave out a recipient (GDPR article
    13(1)(e)).
    Write `also: {processors: [...]}` in place of `processors` in an activity from the catalogue,
    or `recipient_categories` in one of your own. If it receives nothing there, ignore this rule.
    """
    joining = {
        key: categories
        for key, one in center.activities.items()
        if (categories := _joining(one, known.catalogue))
    }
    unchosen = [
        key
        for key, categories in joining.items()
        if _has_only_joined(center.activities[key], categories, center)
    ]
    for id, naming in _naming(center).items():
        processor = (center.processors or {}).get(id)
        if processor is None or processor.use in known.catalogue.reached_through_devices:
            continue  # such a one joins by what it stores, not by its category
        categories = {service.category for service in processor.services}
        missed = [key for key in unchosen if categories & joining[key]]
        if len(missed) < _FEWEST or any(categories & joining.get(key, set()) for key in naming):
            continue
        first = naming[0]
        here = (
            f"`also: {{processors: [{id}]}}`"
            if center.activities[first].use
            else f"`recipient_categories: [{processor.category}]`"
        )
        more = f" and {len(missed) - _TOLD} more" if len(missed) > _TOLD else ""
        yield Remark(
            ("activities", first, "processors"),
            f"‘{id}’ is named here, so it does not join {', '.join(missed[:_TOLD])}{more} by "
            f"its category: if it receives their data too, write {here} here in place of "
            "`processors`",
        )


def _naming(center: PrivacyCenter) -> dict[str, list[str]]:
    """The activities that have a recipient, by its id."""
    found: dict[str, list[str]] = {}
    for key, activity in center.activities.items():
        for id in dict.fromkeys(recipient.id for recipient in activity.processors or ()):
            found.setdefault(id, []).append(key)
    return found


def _joining(activity: Activity, catalogue: Catalogue) -> set[str]:
    """The categories of which everybody joins an activity from the catalogue."""
    shipped = catalogue.activities.get(activity.use or "", {})
    return set(shipped.get("recipient_categories", ()))


def _has_only_joined(activity: Activity, joining: set[str], center: PrivacyCenter) -> bool:
    """Whether nobody receives its data who does not join it, so that nobody chose for it."""
    register = center.processors or {}
    return activity.processors != () and all(
        joining & {service.category for service in register[recipient.id].services}
        for recipient in activity.processors or ()
        if recipient.id in register
    )
