"""FA: facts that are shipped with the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import Activity, CookieService, FurtherRight, PrivacyCenter, Processor

Entry: TypeAlias = Activity | Processor | CookieService | FurtherRight

_EXAMPLE = lines(
    """
    processors:
      adyen: {use: adyen}
    """,
    """
    processors:
      adyen:
        use: adyen
        facts:
          source: our contract with Adyen and its privacy policy
          as_of: 2026-11-26
          verified: true
    """,
)


@rule(
    "FA003",
    "unverified-facts",
    Severity.INFO,
    _EXAMPLE,
    basis=("GDPR 5(2)",),
    silent_on=(
        sound(
            "you describe it without the catalogue",
            """
            processors: {adyen: {name: Adyen, category: payment, role: independent_controller}}
            """,
        ),
    ),
)
def unverified_facts(center: PrivacyCenter) -> Iterator[Remark]:
    """Facts that `use` filled in were not checked against the provider’s own documents, or against
    the text of the law, or some of their fields were not. They are a starting point, and you are
    responsible for what your pages say. Compare them with the provider’s contract and privacy
    policy, or with the law and what you do, and write your own fields where they differ: these take
    precedence. Then keep `use`, and add `facts`: in `source` what you read, in `as_of` the day, and
    `verified: true`.
    """
    kept: tuple[tuple[KeyPath, Mapping[str, Entry]], ...] = (
        (("activities",), center.activities),
        (("processors",), center.processors or {}),
        (("cookies",), center.cookies or {}),
        (("rights", "further"), center.rights.further),
    )
    for path, entries in kept:
        for id, entry in entries.items():
            if entry.facts is None:
                continue
            if entry.facts.verified and entry.facts.unverified:
                yield Remark(
                    (*path, id),
                    f"the shipped facts about ‘{entry.use}’ were verified {_where(entry)}, except "
                    f"`{'`, `'.join(entry.facts.unverified)}`: check what is named",
                )
            if not entry.facts.verified:
                yield Remark(
                    (*path, id),
                    f"the shipped facts about ‘{entry.use}’ come from {entry.facts.source} "
                    f"({entry.facts.as_of}) and were not verified {_where(entry)}: check them",
                )


def _where(entry: Entry) -> str:
    return "in the law itself" if isinstance(entry, Activity) else "with the provider"
