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
_OWN_PERIOD = sound("it has a period of its own", _KEPT % "until: a year after your last order")
_EVENT = re.compile(
    r"(?:the|your|our|an?|le|la|les|votre|vos|notre|nos|une?|de|het|een|uw|jouw|je|ons|onze) "
    r"|l[’']|(?:end|fin|einde) (?:of|de|du|d[’']|van)",
    re.IGNORECASE,
)
"""How an event begins that no word ties to the period: “5 years your last order”."""
_TIED = re.compile(
    r"(?:une fois|le cas échéant|le moment venu)\b"
    r"|(?:an?|une?|een) (?:year|month|week|day|quarter|an|année|mois|semaine|jour|trimestre|jaar"
    r"|maand|week|dag|kwartaal)\b.{0,20}?"
    r"\b(?:after|from|before|once|later|après|à compter|avant|dès|na|nadat|vanaf|voor|voordat)\b",
    re.IGNORECASE,
)
"""What begins alike and leads on: “once the order is there” in French, “a year after you left”."""
_A_TIME = re.compile(
    r"(?:the|la|le|de|het|l[’'])\s?(?:(?:whole|full|volledige|hele) )?"
    r"(?:duration|period|term|time|length|durée|période|temps|duur|looptijd|periode|tijd)\b",
    re.IGNORECASE,
)
"""A time that can stand alone: “the duration of your membership”."""
_LINKS = {"from": "after …, from …", "until": "until …, as long as …"}


@rule(
    "TW001",
    "event-without-link",
    Severity.WARNING,
    _BARE,
    basis=("GDPR 12(1)", "GDPR 13(2)(a)"),
    silent_on=(_READABLE, _OWN_PERIOD),
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
                stands_alone = not (stage.period or stage.maximum or stage.minimum or stage.start)
                if bare := _bare(text, may_be_time=stands_alone):
                    yield Remark(
                        (*stages, key),
                        f"‘{bare}’ is read right after the period: begin with a word that ties "
                        f"them together, {_LINKS[key]}",
                    )


def _bare(text: Text | None, *, may_be_time: bool) -> str | None:
    """The words of a text that begin with the event itself."""
    for words in text.all_words if text else ():
        leads_on = _TIED.match(words) or (may_be_time and _A_TIME.match(words))
        if _EVENT.match(words) and not leads_on:
            return words
    return None
