"""A gallery: small sites whose facts are as long, as many or as few as facts can be.

`python tests/gallery.py FOLDER` writes each there with a mkdocs.yml, to be built and looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from builds import write_config
from worlds import LANGUAGES, NAMES_OF_LANGUAGES

LAW = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
UNBROKEN = "Verwerkingsverantwoordelijkheidsverklaring_van-de-gemeenschappelijkeinspectiedienst"
NAMES = {
    "german": "Donaudampfschifffahrtsgesellschaftskapitänsversorgungsanstalt GmbH & Co. KGaA",
    "arabic": "شركة التوصيل الوطنية المتحدة",
    "hebrew": "חברת המשלוחים הלאומית של ירושלים בע״מ",
    "greek": "Ανώνυμη Εταιρεία Ταχυδρομικών Διανομών Θεσσαλονίκης",
    "emoji": "Pakje 📦👩‍👩‍👧 Express",
    "markup": '<b>& "Zoon"</b>',
    "unbroken": UNBROKEN,
    "legal": "Coöperatieve Vereniging met Uitgesloten Aansprakelijkheid voor Gemeenschappelijke "
    "Dienstverlening aan Zelfstandige Kinderboekhandelaren in de Lage Landen",
}
"""Names of recipients: long, unbroken, from right to left, with what means something in HTML."""

FAR = "US IN GB CH CA JP KR AU BR MX ZA SG PH VN TR UA IL NZ AR UY MA TN EG KE NG"
NEAR = "BE NL FR DE IE ES IT PL SE DK FI PT AT CZ RO"
COUNTRIES = (*FAR.split(), *NEAR.split())
"""Forty countries, of which the first 25 are outside the European Economic Area."""
CATEGORIES = ("hosting", "email", "payment", "delivery", "statistics", "customer_service", "other")
SAFEGUARDS = ("scc", "bcr", "derogation")


def _text(words: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, words)


def _organisation(name: str) -> dict[str, Any]:
    return {
        "organisation": {
            "name": name,
            "legal_name": f"{name} BV",
            "address": {"street": "Kerkstraat 1", "city": "Putte", "country": "BE"},
            "website": "https://www.tuimelkous.example",
            "contact": {"email": "hallo@tuimelkous.example"},
        },
        "audiences": {
            "customers": {"title": {"nl": "Klanten", "fr": "Clients", "en": "Customers"}},
        },
    }


def _activity(name: str, recipients: list[str]) -> dict[str, Any]:
    return {
        "title": _text(name),
        "audiences": ["customers"],
        "purposes": [_text(name)],
        "personal_data": ["name", "email"],
        "legal_basis": "contract",
        "retention": {
            "period": "P7Y",
            "from": _text(name),
            "law": _text(name),
            "what": _text(name),
        },
        "processors": recipients,
        "requirement": "necessary_for_contract",
        "if_not_given": _text(name),
    }


def _cookies(name: str, recipient: str) -> dict[str, Any]:
    kinds = ("cookie", "local_storage")
    items = {
        f"{name}{kind}": {"type": kind, "duration": "P13M", "purpose": _text(name)}
        for kind in kinds
    }
    return {
        "shop": {
            "name": name,
            "provider": name,
            "category": "statistics",
            "consent": "required",
            "processor": recipient,
            "activity": "orders",
            "purpose": _text(name),
            "items": items,
        }
    }


def _recipient(name: str, country: str, number: int = 0) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": _text(name),
        "legal_name": name,
        "category": CATEGORIES[number % len(CATEGORIES)],
        "role": "processor",
        "service": _text(name),
        "country": country,
        "personal_data": ["name", "email"],
        "contract": {},
    }
    if country in FAR.split():
        mechanism = SAFEGUARDS[number % len(SAFEGUARDS)]
        entry["transfers"] = [{"countries": [country], "mechanism": mechanism}]
        if mechanism == "derogation":
            entry["transfers"][0]["derogation"] = "b"
    return entry


def _names() -> dict[str, Any]:
    places = ("DE", "MA", "IL", "US", "US", "US", "BE", "US")
    recipients = {
        id: _recipient(name, country, number)
        for number, ((id, name), country) in enumerate(zip(NAMES.items(), places, strict=True))
    }
    audience = {"title": _text(UNBROKEN), "description": _text(NAMES["legal"])}
    return {
        **_organisation(NAMES["legal"]),
        "audiences": {"customers": audience, "others": {"title": _text(NAMES["arabic"])}},
        "personal_data": {
            "name": {"title": _text(LAW)},
            "email": {"title": _text(NAMES["hebrew"])},
        },
        "activities": {
            "orders": _activity(LAW, [*recipients]),
            "others": {**_activity(NAMES["arabic"], ["hebrew"]), "audiences": ["others"]},
        },
        "processors": recipients,
        "cookies": _cookies(UNBROKEN, "unbroken"),
    }


def _many() -> dict[str, Any]:
    recipients = {
        f"recipient-{number}": _recipient(
            f"Bedrijf {number}", COUNTRIES[number % len(COUNTRIES)], number
        )
        for number in range(200)
    }
    return {
        **_organisation("Tuimelkous"),
        "activities": {"orders": _activity("Levering", [*recipients])},
        "processors": recipients,
        "cookies": _cookies("teller", "recipient-1"),
    }


def _one() -> dict[str, Any]:
    return {
        **_organisation("Tuimelkous"),
        "activities": {"orders": _activity("Levering", ["host"])},
        "processors": {"host": _recipient("Hoster", "BE")},
        "cookies": _cookies("teller", "host"),
    }


def _none() -> dict[str, Any]:
    activity = _activity("Levering", [])
    for stated in ("processors", "retention", "legal_basis", "requirement", "if_not_given"):
        del activity[stated]
    return {**_organisation("Tuimelkous"), "activities": {"orders": activity}}


WORLDS = {"names": _names, "many": _many, "one": _one, "none": _none}
"""What makes the data of each site."""


def write_world(folder: Path, name: str, languages: Sequence[str] = LANGUAGES) -> Path:
    """Write a site, the first of its languages the default; return its mkdocs.yml."""
    privacy = folder / "privacy"
    privacy.mkdir(parents=True)
    written = yaml.safe_dump(WORLDS[name](), allow_unicode=True, sort_keys=False)
    (privacy / "center.yml").write_text(written, encoding="utf-8")
    locales = [
        {"locale": code, "name": NAMES_OF_LANGUAGES[code], "default": code == languages[0]}
        for code in languages
    ]
    center = {"today": "2026-11-26", "findings": {"ignore": ["no-release"]}}
    plugins = {"search": {}, "privacy-center": center, "i18n": {"languages": locales}}
    theme = {"name": "material", "language": languages[0]}
    return write_config(folder, plugins=plugins, theme=theme)


if __name__ == "__main__":
    for world in WORLDS:
        write_world(Path(sys.argv[1], world), world)
