"""TW: whether the event of a period can be read after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, Text

_KEPT = """
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [sell houses]
        personal_data: [name]
        legal_basis: contract
        processors: []
        retention: {%s}
    """
_BARE = lines(
    _KEPT % "period: P5Y, from: your last order",
    _KEPT % "period: P5Y, from: after your last order",
)
_READABLE = sound("it begins with a word that leads on", _KEPT % "until: until you unsubscribe")
_EVENT = re.compile(
    r"(?:the|your|our|an?|le|la|les|votre|vos|notre|nos|une?|de|het|een|uw|jouw|je|ons|onze) "
    r"|l[’']|(?:end|fin|einde) (?:of|de|du|d[’']|van)",
    re.IGNORECASE,
)
"""How an event begins that no word ties to the period: “5 years your last order”."""
_LINKS = {"from": "after …, from …", "until": "until …, as long as …"}


@rule(
    "TW001",
    "event-without-link",
    Severity.WARNING,
    _BARE,
    basis=("GDPR 12(1)", "GDPR 13(2)(a)"),
    silent_on=(_READABLE,),
)
def event_without_link(center: PrivacyCenter) -> Iterator[Remark]:
    """The event stands right after the period on the pages, and no word ties them together: “5
    years your last order”. Nobody can read from when that counts (GDPR articles 12(1) and
    13(2)(a)). Begin it with such a word: after, from; until, as long as; in French *après*, *à
    compter de*, *jusqu’à*; in Dutch *na*, *vanaf*, *tot*.
    """
    for id, activity in center.activities.items():
        for place, stage in enumerate(activity.retention):
            path: KeyPath = ("activities", id, "retention")
            stages = path if len(activity.retention) == 1 else (*path, place)
            for key, text in (("from", stage.start), ("until", stage.until)):
                if bare := _bare(text):
                    yield Remark(
                        (*stages, key),
                        f"‘{bare}’ is read right after the period: begin with a word that ties "
                        f"them together, {_LINKS[key]}",
                    )


def _bare(text: Text | None) -> str | None:
    """The words of a text that begin with the event itself."""
    return next((words for words in text.all_words if _EVENT.match(words)), None) if text else None
