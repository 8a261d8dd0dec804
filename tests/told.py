"""A small history as the changelog tells it: a text of 2018, data, a change, a correction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup
from worlds import LANGUAGES, small_center

from mkdocs_privacy.changelog import Cause, ChangeGroup, Entry, ToldChange, ToldGroup, ToldRelease
from mkdocs_privacy.changelog.entry import ToldDetail
from mkdocs_privacy.exports import CenterAddresses
from mkdocs_privacy.localization import FormOfAddress, Localization, load_catalog
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.releases import CHANGE_KINDS, Change, Release

LOCALIZATIONS = {language: Localization(language, load_catalog(language)) for language in LANGUAGES}
INFORMAL = {
    language: Localization(language, load_catalog(language, FormOfAddress.INFORMAL))
    for language in LANGUAGES
}

ADDRESSES = {
    language: CenterAddresses(
        "https://www.tuimelkous.example/",
        lambda name: f"{name.replace('.', '/')}/",
        language_folder="" if language == "nl" else language,
        path="privacy",
    )
    for language in LANGUAGES
}

OBJECTION_UNTIL = date(2026, 3, 3)

OBJECTION = {
    "nl": "Schrijf ons. Dan zoeken we samen een oplossing.",
    "fr": "Écrivez-nous. Nous chercherons ensemble une solution.",
    "en": "Write to us. We will look for a solution together.",
}


def center(**organisation: Any) -> PrivacyCenter:
    """The small center, with what an organisation says of itself and of sub-processors."""
    content = small_center()
    content["organisation"] |= organisation
    content["changes"] = {"objection_period": "P30D", "objection": OBJECTION}
    return PrivacyCenter.model_validate(content)


CENTER = center()


def release(
    id: str,
    announced: str,
    *,
    replaces: str | None = None,
    note: Text | None = None,
    backdated: Text | None = None,
) -> Release:
    """A release that takes effect on the day that is its id."""
    effective = date.fromisoformat(id)
    words = {"nl": "<h1>Privacybeleid</h1>"}
    day = date.fromisoformat(announced)
    sha256 = id.replace("-", "") * 8
    return Release(
        id,
        day,
        effective,
        replaces,
        note,
        backdated,
        lambda: CENTER,
        words,
        sha256,
        made_with="0.1.0",
    )


def told(kind: str, path: str, sentence: str | Markup) -> ToldGroup:
    """A change in words that stands alone; `path` is written with dots."""
    change = Change(CHANGE_KINDS[kind], tuple(path.split(".")))
    words = Markup.escape(sentence)
    group = ChangeGroup(Cause.ALONE, (change,))
    detail = ToldDetail((ToldChange(change, lambda _: words),), words, None)
    return ToldGroup(group, words, (), lambda *_: detail)


FIRST = release("2018-05-25", "2018-05-01", backdated=Text("Taken over from the old website"))
SECOND = release(
    "2026-01-01",
    "2025-12-01",
    replaces=FIRST.id,
    note=Text(by_language={"nl": "Herschreven & korter.", "fr": "Réécrit.", "en": "Rewritten."}),
)
THIRD = release("2026-03-01", "2026-02-01", replaces=SECOND.id)
FOURTH = release("2026-04-01", "2026-03-15", replaces=THIRD.id)

_MOLLIE = {
    "nl": "Nieuwe subverwerker: Mollie B.V. (betalingen, Nederland)",
    "fr": "Nouveau sous-traitant ultérieur\u00a0: Mollie B.V. (paiements, Pays-Bas)",
    "en": "New sub-processor: Mollie B.V. (payments, Netherlands)",
}
_BPOST = {
    "nl": "Bpost heet nu bpostgroup N.V.",
    "fr": "Bpost s’appelle désormais bpostgroup N.V.",
    "en": "Bpost is now called bpostgroup N.V.",
}
_RETENTION = {
    "nl": "Bestellingen: de bewaartermijn is verkort van 7 naar 5 jaar",
    "fr": "Commandes\u00a0: la durée de conservation passe de 7 à 5\u00a0ans",
    "en": "Orders: data is kept for 5 years instead of 7",
}
_STREET = {
    "nl": "Het adres is nu Dorpsstraat 1 in Putte",
    "fr": "L’adresse est désormais Dorpsstraat 1 à Putte",
    "en": "The address is now Dorpsstraat 1 in Putte",
}


def telling(*groups: ToldGroup, until: date | None = None) -> Callable[[], ToldRelease]:
    """What tells these changes of a release."""
    return lambda: ToldRelease(groups, until)


def tell(language: str) -> tuple[Entry, ...]:
    """The history in one language, the newest release first."""
    changed = (
        told(
            "processor.added",
            "processors.mollie",
            _MOLLIE[language],
        ),
        told("processor.name.changed", "processors.bpost.name", _BPOST[language]),
        told(
            "activity.retention.period.shortened",
            "activities.orders.retention.period",
            _RETENTION[language],
        ),
    )
    corrected = told("organisation.address.changed", "organisation.address", _STREET[language])
    note = LOCALIZATIONS[language].text(SECOND.note)
    return (
        Entry(FOURTH, THIRD, "", telling(corrected)),
        Entry(THIRD, SECOND, "", telling(*changed, until=OBJECTION_UNTIL)),
        Entry(SECOND, FIRST, note),
        Entry(FIRST, None, ""),
    )


HOSTILE = "<script>alert('&')</script> ]]> & \u202e\u05d0\u05d1 \U0001f980 </p>"
"""What nobody should write in a name: markup, the end of a CDATA section, RTL, emoji."""
