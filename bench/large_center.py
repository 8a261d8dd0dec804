"""A made-up privacy center of any size: plausible words in three languages, and references."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

Words = tuple[str, str, str]
"""The same words in Dutch, French and English."""

LANGUAGES = ("nl", "fr", "en")

_DEEDS: Sequence[Words] = (
    ("beheren van", "gérer", "manage"),
    ("verzenden van", "envoyer", "send"),
    ("controleren van", "contrôler", "check"),
    ("verbeteren van", "améliorer", "improve"),
    ("afhandelen van", "traiter", "handle"),
    ("meten van", "mesurer", "measure"),
    ("bewaren van", "conserver", "keep"),
    ("beveiligen van", "sécuriser", "secure"),
)
_OBJECTS: Sequence[Words] = (
    ("uw bestellingen", "vos commandes", "your orders"),
    ("uw retouren", "vos retours", "your returns"),
    ("uw facturen", "vos factures", "your invoices"),
    ("onze nieuwsbrief", "notre lettre d’information", "our newsletter"),
    ("uw klantenkaart", "votre carte de fidélité", "your loyalty card"),
    ("uw vragen", "vos questions", "your questions"),
    ("onze wedstrijden", "nos concours", "our contests"),
    ("uw beoordelingen", "vos avis", "your reviews"),
    ("onze webwinkel", "notre boutique en ligne", "our online shop"),
    ("uw afspraken", "vos rendez-vous", "your appointments"),
)
_EVENTS: Sequence[Words] = (
    ("na de laatste bestelling", "après la dernière commande", "after the last order"),
    ("na het laatste contact", "après le dernier contact", "after the last contact"),
    ("na het einde van het boekjaar", "après la fin de l’exercice", "after the financial year"),
    ("na uw uitschrijving", "après votre désinscription", "after you unsubscribe"),
)
_REASONS: Sequence[Words] = (
    (
        "Dat doen wij op een server in Gent; wie er niet moet zijn, komt er niet in.",
        "Cela se passe sur un serveur à Gand, auquel n’accède que qui doit y être.",
        "This happens on a server in Ghent, to which nobody has access who need not have it.",
    ),
    (
        "Wij bekijken elk jaar of dit nog **nodig** is, en stoppen ermee als dat niet zo is.",
        "Chaque année, nous examinons si c’est encore **nécessaire**, et cessons sinon.",
        "Every year we look at whether this is still **needed**, and stop if it is not.",
    ),
    (
        "Meer daarover leest u in onze [voorwaarden](https://shop.example/terms).",
        "Pour en savoir plus, lisez nos [conditions](https://shop.example/terms).",
        "You can read more about it in our [terms](https://shop.example/terms).",
    ),
)
_AUDIENCES: dict[str, Words] = {
    "customers": ("Klanten", "Clients", "Customers"),
    "subscribers": ("Abonnees", "Abonnés", "Subscribers"),
    "visitors": ("Bezoekers", "Visiteurs", "Visitors"),
    "applicants": ("Sollicitanten", "Candidats", "Applicants"),
    "suppliers": ("Leveranciers", "Fournisseurs", "Suppliers"),
}
_DATA = ("name", "email", "postal-address", "phone", "order", "payment", "ip-address", "account")
_BASES = ("consent", "contract", "legal_obligation", "legitimate_interests")
_PERIODS = ("P30D", "P6M", "P13M", "P2Y", "P7Y", "P10Y")
_CATEGORIES = ("hosting", "email", "newsletter", "payment", "delivery", "statistics", "other")
_ROLES = ("processor", "processor", "independent_controller", "sub_processor")
_COOKIE_CATEGORIES = ("necessary", "preferences", "statistics", "marketing")
_SYLLABLES = ("ver", "da", "lo", "mi", "tra", "ko", "sen", "pi", "ra", "nu", "bel", "go")


def write_large_center(folder: Path, size: int, seed: int = 2026) -> Path:
    """Write a site with `size` of each kind of entry; return its mkdocs.yml.

    With 500 it has about as much text as a center may have.
    """
    data = folder / "privacy"
    data.mkdir(parents=True)
    (folder / "docs").mkdir()
    made = _Maker(random.Random(seed), size)
    _write(data / "organisation.yml", _ORGANISATION)
    _write(data / "activities.yml", {"activities": made.entries("activity", made.activity)})
    _write(data / "processors.yml", {"processors": made.entries("processor", made.processor)})
    _write(data / "cookies.yml", {"cookies": made.entries("cookie", made.cookie_service)})
    return _write(folder / "mkdocs.yml", _MKDOCS)


class _Maker:
    """Makes entries, always the same for the same seed."""

    def __init__(self, random: random.Random, size: int) -> None:
        self.random, self.size = random, size

    def entries(self, kind: str, make: Any) -> dict[str, Any]:
        """`size` entries under ids of their kind."""
        return {f"{kind}-{number}": make(number) for number in range(self.size)}

    def some(self, kind: str, most: int) -> list[str]:
        """References to some entries of a kind, each once."""
        numbers = self.random.sample(range(self.size), self.random.randint(1, most))
        return [f"{kind}-{number}" for number in numbers]

    def activity(self, number: int) -> dict[str, Any]:
        """An activity with one to four processors."""
        basis = self.random.choice(_BASES)
        purposes = [self._deed() for _ in range(self.random.randint(1, 2))]
        entry = {
            "title": _text([f"{words} {number}" for words in self.random.choice(_OBJECTS)]),
            "audiences": self.random.sample(list(_AUDIENCES), self.random.randint(1, 2)),
            "purposes": [_text(one) for one in purposes],
            "personal_data": self.random.sample(_DATA, self.random.randint(2, 6)),
            "legal_basis": basis,
            "retention": {
                "period": self.random.choice(_PERIODS),
                "from": _text(self.random.choice(_EVENTS)),
                "afterwards": "delete",
            },
            "processors": self.some("processor", 4),
            "automated_decisions": "none",
        }
        if number % 2:
            entry["description"] = self._reason()
        if basis == "legal_obligation":
            entry["law"] = _text(("de boekhoudwet", "la loi comptable", "the Accounting Act"))
        if basis == "legitimate_interests":
            entry["interest"] = _text(self._deed())
        return entry

    def processor(self, number: int) -> dict[str, Any]:
        """A processor; one in three works in the United States."""
        name = f"{self._name()} {number}"
        entry: dict[str, Any] = {
            "name": name,
            "legal_name": f"{name} BV",
            "category": self.random.choice(_CATEGORIES),
            "role": self.random.choice(_ROLES),
            "service": _text(self._deed()),
            "country": self.random.choice(("BE", "NL", "FR", "DE", "IE")),
            "processing_countries": ["BE"],
            "address": {"street": f"Dorpsstraat {number}", "city": "Putte", "country": "BE"},
            "contract": {"concluded": f"20{self.random.randint(18, 25)}-0{1 + number % 9}-01"},
            "website": f"https://processor-{number}.example",
            "since": f"20{self.random.randint(18, 25)}-1{number % 3}-15",
        }
        if self.random.random() < 1 / 3:
            entry["processing_countries"] = ["BE", "US"]
            entry["transfers"] = [
                {"countries": ["US"], "mechanism": "scc", "checked": "2026-03-02"},
            ]
        return entry

    def cookie_service(self, number: int) -> dict[str, Any]:
        """A cookie service with one or two items."""
        category = self.random.choice(_COOKIE_CATEGORIES)
        items = range(self.random.randint(1, 2))
        return {
            "name": f"{self._name()} {number}",
            "category": category,
            "purpose": _text(self._deed()),
            "provider": f"{self._name()} BV",
            "country": "NL",
            "processor": self.some("processor", 1)[0],
            "activity": self.some("activity", 1)[0],
            "consent": "not_required" if category == "necessary" else "required",
            "items": {
                f"_{self._name().lower()}_{item}": {
                    "type": self.random.choice(("cookie", "local_storage", "session_storage")),
                    "duration": self.random.choice(("session", "P1D", "P13M", "PT30M", "P2Y")),
                    "purpose": _text(self._deed()),
                }
                for item in items
            },
        }

    def _deed(self) -> Words:
        deed, object_ = self.random.choice(_DEEDS), self.random.choice(_OBJECTS)
        dutch, french, english = zip(deed, object_, strict=True)
        return f"het {' '.join(dutch)}", " ".join(french), " ".join(english)

    def _reason(self) -> dict[str, str]:
        return _text(self.random.choice(_REASONS))

    def _name(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=3)).capitalize()


def _text(words: Sequence[str]) -> dict[str, str]:
    return dict(zip(LANGUAGES, words, strict=True))


def _write(file: Path, content: Any) -> Path:
    with file.open("w", encoding="utf-8") as stream:
        yaml.dump(content, stream, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return file


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML passes it
        """Write everything out, as a person would."""
        return True


_ORGANISATION = {
    "organisation": {
        "name": "Grootwinkel",
        "legal_name": "Grootwinkel BV",
        "address": {"street": "Dorpsstraat 1", "city": "Putte", "country": "BE"},
        "website": "https://shop.example",
        "contact": {"email": "privacy@shop.example"},
        "data_protection_officer": "none",
    },
    "audiences": {id: {"title": _text(words)} for id, words in _AUDIENCES.items()},
}
_MKDOCS = {
    "site_name": "Privacy",
    "site_url": "https://privacy.shop.example/",
    "theme": {"name": "material", "language": "nl", "font": False},
    "plugins": {
        "search": {},
        "privacy-center": {"requests": {"endpoint": "https://requests.shop.example/privacy"}},
        "i18n": {
            "docs_structure": "suffix",
            "languages": [
                {"locale": "nl", "name": "Nederlands", "default": True},
                {"locale": "fr", "name": "Français"},
                {"locale": "en", "name": "English"},
            ],
        },
    },
}
