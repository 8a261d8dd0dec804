"""A small center with every kind of field on its forms, and the posts that its forms make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from worlds import LANGUAGES, load_world

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.requests.intake import Intake, Post

REQUESTS_WORLD: Mapping[str, str] = {
    "privacy/audiences.yml": """\
audiences:
  customers: {title: {nl: Klanten, fr: Clients, en: Customers}}
  members: {title: {nl: Leden, fr: Membres, en: Members}}
  shoppers:
    title: {nl: Kopers, fr: Acheteurs, en: Shoppers}
    our_role: processor
    responsible: {nl: de winkel waar u kocht, fr: la boutique, en: the shop where you bought}
    how_to_reach: {nl: Schrijf de winkel., fr: Écrivez à la boutique., en: Write to the shop.}
""",
    "privacy/organisation.yml": """\
organisation:
  name: Tuimelkous
  legal_name: Tuimelkous & Zonen BV
  address: {street: Dorpsstraat 1, postal_code: "2580", city: Putte, country: BE}
  website: https://www.tuimelkous.example
  contact: {email: hallo@tuimelkous.example, phone: "+32 (0)2 123 45 67"}
""",
    "privacy/newsletter.yml": """\
activities:
  newsletter:
    title: {nl: Nieuwsbrief, fr: Lettre d’information, en: Newsletter}
    audiences: [customers]
    purposes: [{nl: te berichten, fr: informer, en: inform}]
    personal_data: [email]
    legal_basis: consent
    withdraw: {nl: Onderaan elke brief., fr: Au bas de chaque lettre., en: Below each letter.}
    retention: {period: P2Y}
    processors: []
""",
    "privacy/rights.yml": """\
rights:
  complaints: {}
  each:
    access: {deadline: P14D}
  fields:
    order:
      label: {nl: Bestelnummer, fr: Numéro de commande, en: Order number}
      rights: [access, erasure]
    reach:
      label: {nl: Antwoord via, fr: Réponse par, en: Answer by}
      kind: choices
      options:
        post: {nl: de post, fr: la poste, en: post}
        phone: {nl: de telefoon, fr: téléphone, en: telephone}
      rights: [access]
""",
}


@cache
def an_intake() -> Intake:
    """What judges the posts of that center, in three languages, Dutch first."""
    with TemporaryDirectory() as folder:
        center = load_world(Path(folder), REQUESTS_WORLD).center
    assert center
    return Intake(
        center,
        RequestOptions(),
        {language: Localization(language, load_catalog(language)) for language in LANGUAGES},
        {language: f"https://privacy.tuimelkous.example/{language}/" for language in LANGUAGES},
    )


ACCESS: Mapping[str, Any] = {
    "schema_version": "1",
    "right": "access",
    "article": "15",
    "language": "nl",
    "audience": "customers",
    "name": "Zoë d’Hondt",
    "email": "zoe@voorbeeld.example",
}
"""What the form for the right of access posts without JavaScript, with nothing optional in it."""

MADE_IN_THE_BROWSER: Mapping[str, str] = {
    "reference": "7K3F-9QXZ-W2M4-6H8T",
    "opened_at": "2026-11-22T20:58:00+01:00",
    "submitted_at": "2026-11-22T19:59:00.123Z",
    "expected_by": "2026-12-07",
    "redirect": "https://privacy.tuimelkous.example/rights/received/",
}

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def as_form(fields: Mapping[str, Any]) -> bytes:
    """Fields as a browser posts them."""
    return urlencode(fields, doseq=True).encode()


def a_post(
    body: bytes,
    content_type: str = JSON,
    path: Mapping[str, str] | None = None,
    received_at: datetime = datetime(2026, 11, 22, 20, 0, 0, 123, tzinfo=UTC),
    **headers: str,
) -> Post:
    """A post to a receiver at https://requests.example.be; `_` in a header stands for `-`."""
    sent = {"content-type": content_type, **headers}
    return Post(
        tuple((name.replace("_", "-"), value) for name, value in sent.items()),
        "https://requests.example.be",
        received_at,
        path or {},
        body,
    )
