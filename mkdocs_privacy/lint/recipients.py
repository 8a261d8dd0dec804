"""RE: who receives personal data, and from which activities or devices."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.device_uses import commands, missing_activities
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import (
    Activity,
    CookieService,
    Party,
    PrivacyCenter,
    Recipient,
    activity_of,
)

_PAID = """
    processors:
      %s
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [%s]
        legal_basis: contract
        processors: [%s]
    """
_MOLLIE = "mollie: {use: mollie}"
_BANK = "bank: {name: Bank, category: payment%s}"
_UNUSED = lines("processors: {mollie: {use: mollie}}", _PAID % (_MOLLIE, "name", "mollie"))
_MISSING = lines(
    """
    cookies:
      statistics: {use: google-analytics-4, processor: none}
    consent: {how: You choose on your first visit.}
    """,
    """
    cookies:
      statistics: {use: google-analytics-4}
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
_UNSTATED = lines(
    _PAID % (_BANK % "", "name, password, payment", "bank"),
    _PAID % (_BANK % ", personal_data: [name, payment]", "name, password, payment", "bank"),
)
_RECEIVES = "{id: mollie, personal_data: [payment, phone]}"
_FEW = 3
"""So many commands are still an answer; the category of more says too little."""
_NOT_USED = lines(
    _PAID % (_MOLLIE, "name, payment", _RECEIVES),
    _PAID % (_MOLLIE, "name, payment, phone", _RECEIVES),
)


@knowing_rule(
    "RE011",
    "unused-recipient",
    Severity.WARNING,
    _UNUSED,
    basis=(
        "GDPR 13(1)(c)",
        "GDPR 13(1)(e)",
    ),
    silent_on=(
        sound(
            "an activity names it with the data that it receives",
            _PAID % (_MOLLIE, "name", "{id: mollie, personal_data: [name]}"),
        ),
    ),
)
def unused_recipient(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """The register lists a recipient that no activity names. Visitors cannot read what it
    receives, why, and on which legal basis (GDPR article 13(1)(c) and (e)). Add its id under
    `processors` of every activity from which it receives data, or add the activity. If it no longer
    receives anything, remove the entry, or the cookie service that brings it.
    """
    named = {recipient.id for _, _, recipient in _named(center)}
    is_any_taken = any(activity.use for activity in center.activities.values())
    for id in center.processors or {}:
        if id not in named:
            beside = f" (`also: {{processors: [{id}]}}` beside `use`)" if is_any_taken else ""
            to_add = dict.fromkeys(_activities_to_add(center, id, known.catalogue))
            missing = commands(tuple(to_add))
            yield Remark(
                ("processors", id),
                f"no activity names this recipient: {f'run {missing}, or ' if missing else ''}add "
                f"‘{id}’ to `processors` of each activity from which it receives data{beside}, or "
                "take it out",
                is_about_entry=False,
            )


def _activities_to_add(center: PrivacyCenter, id: str, catalogue: Catalogue) -> Iterator[str]:
    """Those of the catalogue that its cookie services, or its category, are a part of."""
    taken = {activity.use for activity in center.activities.values()}
    categories = {service.category for service in (center.processors or {})[id].services}
    for service in (center.cookies or {}).values():
        if service.processor != id or activity_of(service, center):
            continue
        for activity in missing_activities(service, catalogue):
            joining = catalogue.activities[activity].get("recipient_categories", ())
            if activity not in taken and categories.intersection(joining):
                yield activity
    meant = [
        activity
        for activity, entry in catalogue.activities.items()
        if categories & set(entry.get("recipient_categories", ())[:1])
    ]
    if len(meant) <= _FEW and not taken.intersection(meant):
        yield from meant


@rule(
    "RE015",
    "received-data-unstated",
    Severity.INFO,
    _UNSTATED,
    basis=(
        "GDPR 13(1)(e)",
        "GDPR 30(1)(d)",
    ),
    silent_on=(
        sound(
            "the activity says which data",
            _PAID % (_BANK % "", "name", "{id: bank, personal_data: [name]}"),
        ),
    ),
)
def received_data_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity names a recipient, but not which of its data the recipient receives. The pages
    then say that this is not stated. People and authorities ask for it (GDPR articles 13(1)(e),
    15(1)(c) and 30(1)(d)). With `use`, the catalogue fills in what such a recipient can need of
    the data of its activities. Otherwise write `personal_data` once under the recipient, as a list
    of ids or as `all` (everything that its activities use). If it differs in an activity, write it
    there: `processors: [{id: mollie, personal_data: [name, payment]}]`.
    """
    silent = {
        recipient.id: activity_id
        for activity_id, activity, recipient in _named(center)
        if not center.received(activity, recipient)
    }
    for id, activity_id in silent.items():
        yield Remark(
            ("processors", id),
            f"which data it receives is not stated, as in ‘{activity_id}’: write `personal_data: "
            "[…]` here, or `all` where it is all that its activities use",
        )


@rule(
    "RE016",
    "received-data-not-used",
    Severity.WARNING,
    _NOT_USED,
    basis=(
        "GDPR 13(1)(e)",
        "GDPR 14(1)(d)",
    ),
    silent_on=(
        sound(
            "the register lists what it receives from all activities",
            _PAID % (_BANK % ", personal_data: [name, phone]", "name", "bank"),
        ),
    ),
)
def received_data_not_used(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity says that a recipient receives data which the activity itself does not use.
    One of the two lists is not complete (GDPR articles 13(1)(e) and 14(1)(d)). Add the data to
    `personal_data` of the activity, or remove it from the recipient.
    """
    for activity_id, activity, recipient in _named(center):
        for id in recipient.personal_data:
            if id not in activity.personal_data:
                yield Remark(
                    ("activities", activity_id, "processors"),
                    f"‘{recipient.id}’ receives ‘{id}’, which this activity does not use: add it "
                    "to `personal_data` of the activity, or take it away here",
                )


def _named(center: PrivacyCenter) -> Iterator[tuple[str, Activity, Recipient]]:
    """Each recipient of each activity, with the id of the activity."""
    for id, activity in center.activities.items():
        for recipient in activity.processors or ():
            yield id, activity, recipient


@knowing_rule(
    "RE014",
    "recipient-missing",
    Severity.WARNING,
    _MISSING,
    basis=("GDPR 13(1)(e)",),
    silent_on=(
        sound(
            "the service is your own",
            """
            cookies: {cart: {name: Cart, category: necessary, purpose: remembers your cart}}
            """,
        ),
    ),
)
def recipient_missing(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service on the devices of visitors sends data to its provider, and the register does not
    list that recipient (GDPR article 13(1)(e)). With `use: google-analytics-4` under `cookies`,
    the catalogue brings the recipient `google-analytics` into the register, unless you write
    `processor: none` there or have an empty `processors`. Let it come or write it under
    `processors`, and name it in an activity. Ignore this rule if the provider gets nothing.
    """
    used = {processor.use for processor in (center.processors or {}).values()}
    for id, service in (center.cookies or {}).items():
        recipient = known.catalogue.recipients.get(service.use or "")
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
