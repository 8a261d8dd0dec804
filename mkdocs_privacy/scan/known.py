"""What the data and the catalogue know of services, recipients and their hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.model import Consent, CookieService, PrivacyCenter
from mkdocs_privacy.scan.addresses import host_of, is_of_site, site_of
from mkdocs_privacy.scan.matching import KnownItem, listed_by, listed_in
from mkdocs_privacy.scan.traces import closest_host, shipped_traces


@dataclass(frozen=True)
class KnownSite:
    """The data of a site beside the catalogue that it takes entries from."""

    center: PrivacyCenter
    catalogue: Catalogue
    sites: frozenset[str]
    """The registered domains that are the site's own."""

    @cached_property
    def listed(self) -> tuple[KnownItem, ...]:
        """The items of the data."""
        return listed_in(self.center)

    @cached_property
    def shipped(self) -> tuple[KnownItem, ...]:
        """The items of the catalogue."""
        return listed_by(self.catalogue)

    @property
    def services(self) -> Mapping[str, CookieService]:
        """The services of the data."""
        return self.center.cookies or {}

    @cached_property
    def used_services(self) -> frozenset[str]:
        """The services of the catalogue that the data has."""
        return frozenset(service.use for service in self.services.values() if service.use)

    @cached_property
    def used_recipients(self) -> frozenset[str]:
        """The recipients of the catalogue that the data has, also by its services."""
        own = (recipient.use for recipient in (self.center.processors or {}).values())
        by_service = (self.catalogue.recipients.get(id) for id in self.used_services)
        return frozenset(filter(None, (*own, *by_service)))

    @cached_property
    def _own_hosts(self) -> frozenset[str]:
        """The registered domains that the data names: of recipients, and of items."""
        recipients = (self.center.processors or {}).values()
        written = (
            *(recipient.website for recipient in recipients),
            *(recipient.privacy_url for recipient in recipients if not recipient.use),
        )
        addresses = filter(None, written)
        domains = (one.domain for one in self.listed if one.domain)
        return frozenset(map(site_of, filter(None, (*map(host_of, addresses), *domains))))

    @cached_property
    def _traced_hosts(self) -> Mapping[str, str]:
        return {
            host: id
            for id, traces in shipped_traces().items()
            for host in traces.hosts
            if id in self.catalogue.processors
        }

    @cached_property
    def _domains_of_recipients(self) -> Mapping[str, frozenset[str]]:
        """Who in the catalogue has a registered domain."""
        found: dict[str, set[str]] = {}
        for id, domain in self._domains():
            found.setdefault(site_of(domain), set()).add(id)
        return {domain: frozenset(ids) for domain, ids in found.items()}

    def _domains(self) -> Iterator[tuple[str, str]]:
        for id, entry in self.catalogue.processors.items():
            if id != "_shared" and (host := host_of(str(entry.get("website") or ""))):
                yield id, host
        for item in self.shipped:
            recipient = self.catalogue.recipients.get(item.service)
            if item.domain and recipient:
                yield recipient, item.domain

    def recipients_at(self, address: str) -> frozenset[str]:
        """Who in the catalogue may be behind a host, given as `host/path`."""
        traced = closest_host(address, self._traced_hosts)
        if traced:
            return frozenset({traced})
        return self._domains_of_recipients.get(site_of(address.partition("/")[0]), frozenset())

    def is_own(self, host: str) -> bool:
        """Whether a host is the site's."""
        return is_of_site(host, self.sites)

    def is_declared(self, address: str) -> bool:
        """Whether the data has somebody who may be behind a host."""
        behind = self.recipients_at(address)
        if behind & self.used_recipients:
            return True
        host = site_of(address.partition("/")[0])
        return host in self._own_hosts and not (behind and self._is_shared(behind))

    def _is_shared(self, behind: Iterable[str]) -> bool:
        """Whether one trace tells a recipient apart from others of the same domain."""
        domains = {
            site_of(host_of(str(self.catalogue.processors[id].get("website") or "")))
            for id in behind
        }
        return any(len(self._domains_of_recipients.get(domain, ())) > 1 for domain in domains)

    def recipient_of(self, service: str) -> str | None:
        """The catalogue's recipient of a service of the data."""
        written = self.services[service]
        if written.use and written.use in self.catalogue.recipients:
            return self.catalogue.recipients[written.use]
        recipient = (self.center.processors or {}).get(written.processor or "")
        return recipient.use if recipient else None

    @cached_property
    def waiting(self) -> frozenset[str]:
        """The services of the data that wait for consent."""
        return frozenset(
            id for id, service in self.services.items() if service.asks_consent is Consent.REQUIRED
        )

    def waiting_at(self, address: str) -> frozenset[str]:
        """The services that wait for consent and ask a host, where all of that recipient wait."""
        host = site_of(address.partition("/")[0])
        behind = self.recipients_at(address)
        asking = (
            {id for id in self.services if self.recipient_of(id) in behind}
            if behind
            else {one.service for one in self.listed if one.domain and site_of(one.domain) == host}
        )
        return frozenset(asking) if asking and asking <= self.waiting else frozenset()
