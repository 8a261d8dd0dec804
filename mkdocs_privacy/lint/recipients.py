"""RE: who receives personal data, and from which activities or devices."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import CookieService, Party, PrivacyCenter

_UNUSED = lines(
    """
    processors:
      mollie: {use: mollie}
    """,
    """
    processors:
      mollie: {use: mollie}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name]
        legal_basis: contract
        processors: [mollie]
    """,
)
_MISSING = lines(
    """
    cookies:
      statistics: {use: google-analytics-4}
    consent: {how: You choose on your first visit.}
    """,
    """
    cookies:
      statistics: {use: google-analytics-4, processor: google}
    consent: {how: You choose on your first visit.}
    processors:
      google: {use: google-analytics}
    activities:
      statistics:
        title: Statistics
        audiences: [customers]
        purposes: [count visits]
        personal_data: [ip-address]
        legal_basis: consent
        processors: [google]
    """,
)


@rule("RE011", "unused-recipient", Severity.WARNING, _UNUSED)
def unused_recipient(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient receives personal data, says the register, but no activity names it. So nobody
    can read what it receives, why, and on which legal basis (GDPR article 13(1)(c) and (e)). Name
    its id under `processors` of every activity from which it receives data; where it receives
    nothing any more, remove the entry.
    """
    named = {id for activity in center.activities.values() for id in activity.processors or ()}
    for id in center.processors:
        if id not in named:
            yield Remark(
                ("processors", id),
                f"no activity names this recipient: add ‘{id}’ to `processors` of each activity "
                "from which it receives data, or remove the entry",
            )


@rule("RE014", "recipient-missing", Severity.WARNING, _MISSING)
def recipient_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """A service on the devices of visitors sends data to whoever offers it, and the register has
    no entry for that recipient (GDPR article 13(1)(e)). In the catalogue the two are apart, such
    as `google-analytics-4` under `cookies` and `google-analytics` under `processors`. Add the
    entry, name it in an activity, and name it in `processor` of the service.
    """
    used = {processor.use for processor in center.processors.values()}
    for id, service in (center.cookies or {}).items():
        recipient = shipped_catalogue().recipients.get(service.use or "")
        if service.processor or recipient in used - {None}:
            continue
        if recipient:
            yield Remark(
                ("cookies", id),
                f"‘{service.use}’ sends data to a recipient that the register does not have: add "
                f"`{recipient}: {{use: {recipient}}}` under `processors`, name it in an activity, "
                f"and write `processor: {recipient}` here",
            )
        elif _is_of_somebody_else(service):
            yield Remark(
                ("cookies", id),
                f"{service.provider} receives data through its own domain, but the register does "
                "not say so: describe it under `processors`, name it in an activity, and write "
                "its id here as `processor`",
            )


def _is_of_somebody_else(service: CookieService) -> bool:
    """Whether something is stored for the domain of a provider, which so receives it."""
    return service.provider is not None and any(
        item.party is Party.THIRD for item in service.items.values()
    )
