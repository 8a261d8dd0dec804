"""UN: what stands in the register though it receives nothing, or needs less than it receives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import PrivacyCenter, Processor

_OWN_SERVER = lines(
    """
    processors:
      shop: {name: WooCommerce, category: shop_platform, role: processor}
    """,
    """
    processors:
      shop: {name: Combell, category: hosting, role: processor}
    """,
)
_HOSTED = sound(
    "somebody hosts the software",
    """
    processors:
      shop: {name: Example Hosting with WordPress, category: hosting, role: processor}
    """,
)
_PAY = """
    processors:
      mollie: {use: mollie%s}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name, password, payment]
        legal_basis: contract
        processors: [mollie]
        retention: {period: P1Y}
    """
_TOO_MUCH = lines(_PAY % ", personal_data: all", _PAY % "")
_SENSITIVE = {
    *("password", "payment-card", "bank-account", "national-number", "identity-document"),
    *("creditworthiness", "fraud-score", "camera-images"),
}
_HARMLESS = sound(
    "it receives more than usual, and nothing of that is sensitive",
    """
    processors:
      mollie: {use: mollie, personal_data: [name, reviews]}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name, reviews]
        legal_basis: contract
        processors: [mollie]
        retention: {period: P1Y}
    """,
)
_SOFTWARE = {
    *("wordpress", "woocommerce", "matomo", "prestashop", "opencart", "magento", "joomla"),
    *("drupal", "typo3", "moodle", "nextcloud", "mediawiki", "limesurvey"),
}
"""Software that runs on a server of the site: WooCommerce, as its code shows, sends its maker
nothing of an order. Who offers it as a service has another name (WordPress.com, Matomo Cloud)."""
_RUNS_HERE = re.compile(
    r"\b(self[- ]hosted|on[- ]premises?|zelf gehost|op onze eigen server|auto[- ]hébergée?"
    r"|sur notre propre serveur|on our own servers?)\b",
    re.IGNORECASE,
)


@rule(
    "UN001",
    "software-as-recipient",
    Severity.INFO,
    _OWN_SERVER,
    basis=("GDPR 4(9)", "GDPR 13(1)(e)"),
    silent_on=(_HOSTED,),
)
def software_as_recipient(center: PrivacyCenter) -> Iterator[Remark]:
    """The register lists software that runs on your own server, such as WooCommerce or Matomo. Its
    maker receives nothing, so it is no recipient (GDPR article 4(9)); who hosts the server is one.
    Remove the entry, and name the host. If somebody offers you the software as a service, give the
    name of that firm.
    """
    for id, processor in (center.processors or {}).items():
        if _is_own_software(processor):
            yield Remark(
                ("processors", id),
                "software on a server of your own receives nothing: name who hosts the server, or "
                "who offers the software as a service",
            )


def _is_own_software(processor: Processor) -> bool:
    words = [text for text in (processor.name, processor.service) if text]
    is_named_so = any(name.casefold() in _SOFTWARE for name in processor.name.all_words)
    said = (phrase for text in words for phrase in text.all_words)
    return not processor.use and (is_named_so or any(map(_RUNS_HERE.search, said)))


@knowing_rule(
    "UN002",
    "data-not-needed",
    Severity.INFO,
    _TOO_MUCH,
    basis=("GDPR 5(1)(c)", "GDPR 13(1)(e)"),
    silent_on=(_HARMLESS,),
)
def data_not_needed(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient receives sensitive data that such a service does not need according to the
    catalogue: a bank receives a password, a carrier a bank account. Either the list is too long, or
    too much is sent (GDPR article 5(1)(c)). Leave out `personal_data`, so that the catalogue fills
    in what it can need, or list what it receives. If it needs that in what it does for you, ignore
    this rule.
    """
    catalogue = known.catalogue
    for activity_id, activity in center.activities.items():
        for recipient in activity.processors or ():
            entry = (center.processors or {}).get(recipient.id)
            needed = catalogue.usually_receives.get(entry.use or "", "all") if entry else "all"
            extra = [
                id
                for id in center.received(activity, recipient)
                if needed != "all" and id not in needed and _is_sensitive(center, id)
            ]
            if extra:
                yield Remark(
                    ("activities", activity_id, "processors"),
                    f"according to the catalogue, ‘{recipient.id}’ does not need "
                    f"{', '.join(extra)}: correct `personal_data` of the recipient",
                )


def _is_sensitive(center: PrivacyCenter, id: str) -> bool:
    """Whether somebody is harmed most if data reaches one who has no use for it."""
    category = center.personal_data[id]
    return id in _SENSITIVE or category.special is not None or category.criminal
