"""WA: whether it is said of each recipient that data leaves the European Economic Area, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.abroad import has_group_abroad
from mkdocs_privacy.lint.passages import sentences
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import PrivacyCenter, Processor, Role

_CARRIER = """
    processors:
      carrier:
        name: Carrier
        category: delivery
        role: independent_controller
        country: BE
        """
_PASSED_ON = lines(
    f"""{_CARRIER}onward: suppliers outside the European Economic Area
        transfers: none
    """,
    f"""{_CARRIER}onward: suppliers in Belgium
        transfers: none
    """,
)
_UNKNOWN = lines(_CARRIER, f"{_CARRIER}processing_countries: [BE]\n    ")
_OUTSIDE = re.compile(
    r"\b(?:buiten (?:de |het )?(?:Europese (?:Economische Ruimte|Unie)|EER\b|EU\b|Europa)"
    r"|hors (?:de |d[’'])?(?:l[’'])?"
    r"(?:Espace économique européen|EEE\b|Union européenne|UE\b|Europe)"
    r"|outside (?:the |of the )?(?:European (?:Economic Area|Union)|EEA\b|EU\b|Europe))",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:geen|niet|niemand|nooit|pas|aucune?|jamais|not?|none|nobody|never|nothing)\b",
    re.IGNORECASE,
)


@rule(
    "WA001",
    "passed-on-after-all",
    Severity.WARNING,
    _PASSED_ON,
    basis=("GDPR 13(1)(f)", "GDPR 44"),
    silent_on=(
        sound(
            "nothing says that the data does not leave the European Economic Area",
            f"{_CARRIER}onward: suppliers outside the European Economic Area\n    ",
        ),
        sound(
            "the words deny it",
            f"""{_CARRIER}onward: no suppliers outside the European Economic Area
        transfers: none
    """,
        ),
    ),
)
def passed_on_after_all(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient has `transfers: none`, and its `onward` says that it passes data on outside the
    European Economic Area. The page then says both. Whoever receives data from a recipient there
    counts too (GDPR article 44). Name the transfer and its safeguard, or leave out `transfers`;
    where the words of the catalogue do not hold for you, write `onward` yourself.
    """
    for id, processor in (center.processors or {}).items():
        if processor.transfers == () and _passes_on_outside(processor):
            yield Remark(
                ("processors", id),
                "`transfers: none` says that the data does not leave the European Economic Area, "
                "and `onward` that it is passed on outside it: correct one of the two",
            )


def _passes_on_outside(processor: Processor) -> bool:
    """Whether it says itself that who receives the data from it is outside."""
    onward = processor.onward
    return any(map(_goes_outside, onward.all_words)) if onward else False


_ONWARD = (
    ", because its `onward` names recipients outside it; if that does not hold for you, write "
    "`onward` yourself and `transfers: none`"
)


def _goes_outside(words: str) -> bool:
    """Whether words name what is outside, and do not deny it in the same sentence."""
    return any(_OUTSIDE.search(one) and not _DENIED.search(one) for one in sentences(words))


@knowing_rule(
    "WA002",
    "whereabouts-unstated",
    Severity.INFO,
    _UNKNOWN,
    basis=("GDPR 13(1)(f)",),
    silent_on=(
        sound("it is said that data stays", f"{_CARRIER}transfers: none\n    "),
        sound(
            "a transfer is named",
            f"{_CARRIER}transfers: [{{countries: [US], mechanism: dpf}}]\n    ",
        ),
        sound(
            "a public authority works in its own country",
            """
    processors:
      tax:
        name: Tax authority
        category: authorities
        role: authority
        country: BE
    """,
        ),
        sound(
            "we are outside ourselves",
            f"""{_CARRIER}
    organisation: {{address: {{city: Pune, country: IN}}}}
    """,
        ),
    ),
)
def whereabouts_unstated(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Nothing says whether a recipient has data outside the European Economic Area, and the first
    page tells readers of how many that is so (GDPR article 13(1)(f)). Read the contract. Write
    `transfers` or `transfers: none`, or in which countries it works, in `processing_countries`.
    """
    area, home = known.catalogue.adequacy, center.organisation.address.country
    if area.is_third_country(home):
        return
    for id, one in (center.processors or {}).items():
        if one.transfers is not None or not (one.places or one.role is Role.AUTHORITY):
            continue  # where no country is known, another rule tells
        if has_group_abroad(one, area) or area.is_authority_within(one):
            continue  # another rule tells of its group; an authority works in its own country
        if not area.leaves(one) and not area.stays(one, home):
            yield Remark(
                ("processors", id),
                "nothing says whether data leaves the European Economic Area: add `transfers`"
                f"{_ONWARD if _passes_on_outside(one) else ', or `transfers: none`'}",
            )
