"""What changes mean for whom they concern: fixed sentences, each where the data makes it true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_privacy.changelog.grouping import ChangeGroup
from mkdocs_privacy.model import (
    OPEN_TO_OBJECTION,
    Activity,
    Consent,
    CookieService,
    LegalBasis,
    Processor,
    Role,
    StatedBasis,
)
from mkdocs_privacy.releases import Value, Verb


class Meaning(NamedTuple):
    """A message and what it names."""

    id: str
    recipient: str = ""
    """The id of one that it names."""
    countries: tuple[str, ...] = ()


def meanings(group: ChangeGroup) -> Iterator[Meaning]:
    """What follows from a group of changes, each once."""
    yield from dict.fromkeys(_meanings(group))


def _meanings(group: ChangeGroup) -> Iterator[Meaning]:
    for change in group.changes:
        if change.before is None:
            yield from _of_new(str(change.path[-1]), change.after)
        elif change.kind.rule.field == "activity.legal_basis" and change.kind.verb is Verb.CHANGED:
            if _rest_on_consent(_bases(change.before)):
                yield Meaning("meaning.consent_dropped")
            yield from _of_bases(_bases(change.after))
    yield from _of_services(group)


def _of_new(id: str, entry: Value) -> Iterator[Meaning]:
    if isinstance(entry, Processor):
        yield from _of_recipient(id, entry)
    elif isinstance(entry, Activity):
        is_direct_marketing = entry.is_direct_marketing and not _rest_on_consent(entry.legal_bases)
        yield from (
            [Meaning("meaning.marketing")] if is_direct_marketing else _of_bases(entry.legal_bases)
        )


def _of_recipient(id: str, recipient: Processor) -> Iterator[Meaning]:
    if any(service.role is Role.INDEPENDENT_CONTROLLER for service in recipient.services):
        yield Meaning("meaning.controller", id)
    countries = [
        country for transfer in recipient.transfers or () for country in transfer.countries
    ]
    if countries:
        yield Meaning("meaning.abroad", id, tuple(dict.fromkeys(countries)))


def _of_services(group: ChangeGroup) -> Iterator[Meaning]:
    """Whether whoever visits is asked first, by all that is newly stored or read."""
    new = [one.after for one in group.changes if one.before is None]
    services = [service for service in new if isinstance(service, CookieService)]
    if services and all(service.asks_consent is Consent.REQUIRED for service in services):
        is_about_them = isinstance(group.changes[0].after, CookieService)
        yield Meaning("meaning.asks_consent" if is_about_them else "meaning.cookies_ask_consent")


def _of_bases(bases: Sequence[StatedBasis]) -> Iterator[Meaning]:
    if _rest_on_consent(bases):
        yield Meaning("meaning.consent")
    elif bases and all(basis.basis in OPEN_TO_OBJECTION for basis in bases):
        yield Meaning("meaning.objection")


def _bases(value: Value) -> Sequence[StatedBasis]:
    return (value,) if isinstance(value, StatedBasis) else ()


def _rest_on_consent(bases: Sequence[StatedBasis]) -> bool:
    return bool(bases) and all(basis.basis is LegalBasis.CONSENT for basis in bases)
