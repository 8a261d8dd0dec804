"""A center whose forms have every kind of field, and sites that are built of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from builds import build_cleanly, write_config
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from worlds import small_center, write_files


def text(nl: str, fr: str, en: str) -> dict[str, str]:
    return {"nl": nl, "fr": fr, "en": en}


def activity(title: dict[str, str], **differences: Any) -> dict[str, Any]:
    return {**small_center()["activities"]["orders"], "title": title, **differences}


AUDIENCES = {
    "customers": {"title": text("Klanten", "Clients", "Customers")},
    "members": {
        "title": text("Leden", "Membres", "Members"),
        "description": text("Met een kaart.", "Avec une carte.", "With a card."),
    },
    "shoppers": {
        "title": text("Klanten van webwinkels", "Clients de boutiques", "Shoppers"),
        "our_role": "processor",
        "responsible": text("de webwinkel", "la boutique", "the shop"),
        "how_to_reach": text("Vraag het de winkel.", "Demandez-lui.", "Ask the shop."),
    },
}
ACTIVITIES = {
    "orders": activity(
        text("Bestellingen", "Commandes", "Orders"),
        automated_decisions={
            "logic": text("punten", "points", "points"),
            "effect": text("geen krediet", "pas de crédit", "no credit"),
        },
    ),
    "newsletter": activity(
        text("Nieuwsbrief", "Lettre d’information", "Newsletter"),
        legal_basis="consent",
        direct_marketing="true",
        withdraw=text("Schrijf ons.", "Écrivez-nous.", "Write to us."),
    ),
    "photos": activity(
        text("Foto’s", "Photos", "Photographs"),
        legal_basis="consent",
        withdraw=text("Schrijf ons.", "Écrivez-nous.", "Write to us."),
    ),
    "security": activity(
        text("Beveiliging", "Sécurité", "Security"),
        legal_basis="legitimate_interests",
        interest=text("orde", "l’ordre", "order"),
    ),
}
ADDED_FIELDS = {
    "order-number": {
        "label": text("Bestelnummer", "Numéro de commande", "Order number"),
        "required": "true",
        "audiences": ["customers"],
        "prefill": "true",
    },
    "title": {
        "label": text("Aanspreking", "Civilité", "Title"),
        "kind": "choice",
        "options": {"doctor": text("Dr.", "Dr", "Dr"), "none": text("Geen", "Aucune", "None")},
    },
    "action": {
        "label": text("Actie", "Action", "Action"),
        "kind": "choices",
        "options": {
            "call": text("Bel mij", "Appelez-moi", "Call me"),
            "write": text("Schrijf mij", "Écrivez-moi", "Write to me"),
        },
        "prefill": "true",
    },
}
"""Two of them have names that a form knows as its own."""


def write_world(folder: Path) -> None:
    content = small_center() | {
        "audiences": AUDIENCES,
        "activities": ACTIVITIES,
        "rights": {"fields": ADDED_FIELDS, "complaints": {}},
    }
    written = yaml.safe_dump(content, default_style='"', allow_unicode=True)
    files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
    write_files(folder, {**files, "privacy/center.yml": written})


def build(
    folder: Path, requests: Mapping[str, Any], languages: tuple[str, ...] = ("nl",), **options: Any
) -> Path:
    """A site with forms, and where it is."""
    write_world(folder)
    plugins: dict[str, Any] = {"privacy-center": {"requests": dict(requests)}}
    if len(languages) > 1:
        plugins["i18n"] = {
            "languages": [
                {"locale": one, "default": one == languages[0], "name": one, "build": True}
                for one in languages
            ]
        }
    config = write_config(folder, plugins=plugins, **options)
    if len(languages) > 1:
        return build_cleanly(config, folder / "site")
    # small ones in this process, which has imported everything already
    loaded = load_config(str(config), site_dir=str(folder / "site"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build_here(loaded)
    return folder / "site"


@dataclass
class Site:
    """A built site with forms, as a host serves it."""

    root: str
    folder: Path

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The contract that it publishes."""
        path = self.folder / "exports" / "request.schema.json"
        return json.loads(path.read_text(encoding="utf-8"))

    def form(self, right: str, language: str = "nl") -> str:
        """The address of a form."""
        return f"{self.root}{_path(right, language)}"

    def file(self, right: str, language: str = "nl") -> Path:
        return self.folder / _path(right, language) / "index.html"


def _path(right: str, language: str) -> str:
    """Where a form is; the default language is at the root."""
    start = "" if language == "nl" else f"{language}/"
    return f"{start}rights/{'request' if right == 'general' else right}/"
