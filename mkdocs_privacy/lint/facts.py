"""FA: facts that are shipped with the package."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_EXAMPLE = lines(
    """
    processors:
      adyen: {use: adyen}
    """,
    """
    processors:
      adyen:
        name: Adyen N.V.
        category: payment
        role: independent_controller
        country: NL
    """,
)


@rule("FA003", "unverified-facts", Severity.INFO, _EXAMPLE)
def unverified_facts(center: PrivacyCenter) -> Iterator[Remark]:
    """Facts that `use` filled in were not read in the provider's own words. They are a starting
    point, and you answer for what your pages say. Compare them with the provider's contract and
    privacy policy, and write out what differs; your own fields go before the shipped ones.
    """
    for key, entries in (("processors", center.processors), ("cookies", center.cookies)):
        for id, entry in (entries or {}).items():
            if entry.facts and not entry.facts.verified:
                yield Remark(
                    (key, id),
                    f"the shipped facts about ‘{entry.use}’ come from {entry.facts.source} "
                    f"({entry.facts.as_of}) and were not verified with the provider: check them",
                )
