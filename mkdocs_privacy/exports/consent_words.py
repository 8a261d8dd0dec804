"""What banners and cookie lists say of a service, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from mkdocs_privacy.exports.consent_services import ListedItem, ListedService
from mkdocs_privacy.exports.rich_text import plain_text
from mkdocs_privacy.localization import Localization, lifetime, with_capital
from mkdocs_privacy.model import PrivacyCenter, Role
from mkdocs_privacy.releases import Itself

COLUMNS = ("name", "provider", "purpose", "duration")
"""The columns of the tables inside banners, by the last part of their message."""


@dataclass(frozen=True)
class ConsentWords:
    """The words of a center about its services, in one language; all plain text but the tables."""

    center: PrivacyCenter
    localization: Localization
    cookies_page: str | None
    """The address of the page with all cookies, where the site knows its own."""

    def say(self, message: str) -> str:
        """A message as plain text."""
        return plain_text(self.localization.message(message))

    def sentences(self, *messages: str) -> str:
        """Messages one after the other."""
        return " ".join(map(self.say, messages))

    def html(self, *messages: str) -> str:
        """The same as HTML."""
        return str(escape(self.sentences(*messages)))

    def about_service(self, service: ListedService) -> str:
        """What a service does and what it stores, as HTML; several banners say the same."""
        itself = Itself(service)
        if itself not in self._told:
            self._told[itself] = self._about(service)
        return self._told[itself]

    @cached_property
    def _told(self) -> dict[Itself[ListedService], str]:
        return {}

    def _about(self, service: ListedService) -> str:
        address = service.service.privacy_url
        parts = [
            escape(self.purpose(service)),
            self.table((service,)) or escape(self.about_items(service)),
        ]
        if address:
            name = service.service.provider or service.service.name
            said = plain_text(self.localization.message("processor.privacy", name=name))
            parts.append(Markup('<a href="{}">{}</a>').format(address, said))
        return str(Markup("<br>").join(parts))

    def provider(self, service: ListedService) -> str:
        """Who offers a service; the organisation itself where nobody else does."""
        said = service.service
        if said.provider:
            return said.provider
        entry = (self.center.processors or {}).get(said.processor or "")
        return self.localization.text(entry.name) if entry else self.center.organisation.name

    def controller(self, service: ListedService) -> str:
        """Who decides on the data of a service: not whoever gets it on our instructions alone."""
        entry = (self.center.processors or {}).get(service.service.processor or "")
        if entry and entry.role in (Role.PROCESSOR, Role.SUB_PROCESSOR):
            return self.center.organisation.name
        return self.provider(service)

    def purpose(self, service: ListedService) -> str:
        """What a service does."""
        return with_capital(self.localization.text(service.service.purpose))

    def purpose_of(self, listed: ListedItem) -> str:
        """What an item is for."""
        return with_capital(self.localization.text(listed.item.purpose))

    def duration(self, listed: ListedItem) -> str:
        """How long an item stays."""
        return with_capital(Markup.escape(lifetime(listed.item, self.localization)).unescape())

    def cells(self, service: ListedService, listed: ListedItem) -> tuple[str, str, str, str]:
        """The row of an item, in the order of `COLUMNS`."""
        return (
            listed.name,
            self.provider(service),
            self.purpose_of(listed),
            self.duration(listed),
        )

    def about_items(self, service: ListedService) -> str:
        """What is said of a service without items, or nothing."""
        if service.items:
            return ""
        nothing = service.service.stores_nothing
        return self.say("cookies.stores_nothing" if nothing else "unstated.items")

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the columns."""
        return tuple(self.say(f"cookies.{column}") for column in COLUMNS)

    @cached_property
    def _head(self) -> Markup:
        heads = Markup('</th><th scope="col">').join(self.headings)
        return Markup('<thead><tr><th scope="col">{}</th></tr></thead>').format(heads)

    def table(self, services: Iterable[ListedService]) -> Markup:
        """A table of the items of services, as HTML; nothing where there are none."""
        rows = [
            Markup("</td><td>").join(self.cells(service, listed))
            for service in services
            for listed in service.items
        ]
        if not rows:
            return Markup()
        body = Markup("</td></tr><tr><td>").join(rows)
        return Markup("<table>{}<tbody><tr><td>{}</td></tr></tbody></table>").format(
            self._head, body
        )

    def link(self) -> Markup:
        """A link to the page with all cookies, where its address is known."""
        if self.cookies_page is None:
            return Markup()
        return Markup('<a href="{}">{}</a>').format(self.cookies_page, self.say("banner.details"))

    def title_of_group(self, services: tuple[ListedService, ...]) -> str:
        """The name of what one switch is about."""
        return self.say(f"cookie_category.{services[0].category}")

    def about_group(self, services: tuple[ListedService, ...]) -> str:
        """What is said of it."""
        category = f"cookie_category.{services[0].category}.explained"
        if services[0].asks_consent:
            return self.say(category)
        return self.sentences(category, "consent.not_required")
