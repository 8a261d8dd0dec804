"""A shop with cookies of every kind, and its exports without a site around them."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from told import ADDRESSES, LOCALIZATIONS
from worlds import LANGUAGES, small_center

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports import EXPORTS, Export, Sources
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.requests import RequestOptions

COOKIES = """
shop:
  name: Our <b>shop</b>
  category: necessary
  purpose: {nl: onthoudt het mandje, fr: retient le panier, en: remembers the basket}
  items:
    cart: {duration: session, purpose: {nl: het mandje, fr: le panier, en: the basket}}
    m_login: {duration: P1D, purpose: {nl: het inloggen, fr: la connexion, en: the login}}
    shared: {duration: P1D, purpose: {nl: allebei, fr: les deux, en: both}}
measure:
  name: Measure & Co
  provider: Measure Ltd
  category: statistics
  consent: required
  purpose: {nl: telt bezoeken, fr: compte les visites, en: counts visits}
  privacy_url: https://measure.example/privacy
  items:
    _m: {duration: P13M, purpose: {nl: bezoeker, fr: visiteur, en: visitor}}
    m_*: {duration: P13M, purpose: {nl: bezoek, fr: visite, en: visit}}
    m-*-end: {duration: P1D, purpose: {nl: einde, fr: fin, en: end}}
    M.id+1$: {duration: P1D, purpose: {nl: tekens, fr: signes, en: signs}}
    shared: {duration: P1D, purpose: {nl: allebei, fr: les deux, en: both}}
    m.store: {type: local_storage, duration: persistent, purpose: {nl: rij, fr: file, en: queue}}
    m.tab*: {type: session_storage, duration: session, purpose: {nl: tab, fr: onglet, en: tab}}
    m.rows*: {type: indexed_db, duration: persistent, purpose: {nl: rijen, fr: lignes, en: rows}}
    ad_id: {category: marketing, duration: P1Y, purpose: {nl: reclame, fr: pub, en: adverts}}
    far: {party: third, domain: measure.example, duration: P1Y, \
purpose: {nl: elders, fr: ailleurs, en: elsewhere}}
counter:
  name: Counter
  category: statistics
  consent: not_required
  consent_reason: {nl: bewaart niets, fr: ne garde rien, en: keeps nothing}
  purpose: {nl: telt zonder cookies, fr: compte sans cookies, en: counts without cookies}
  stores_nothing: true
letters:
  name: Letters
  category: marketing
  consent: required
  purpose: {nl: meet nieuwsbrieven, fr: mesure les lettres, en: measures newsletters}
  items:
    open.gif: {type: email_pixel, party: third, purpose: {nl: opent, fr: ouvre, en: opens}}
"""


def center_with(cookies: Any) -> PrivacyCenter:
    """The small center with these cookies, as YAML or plain data."""
    read = yaml.load(cookies, yaml.BaseLoader) if isinstance(cookies, str) else cookies
    content = {**small_center(), "personal_data": {"name": {"title": "Name"}}, "cookies": read}
    content["activities"]["orders"]["personal_data"] = ["name"]
    if content["cookies"] is None:
        del content["cookies"]
    return PrivacyCenter.model_validate(content, context=Context())


def sources_of(
    center: PrivacyCenter,
    entries: tuple[Entry, ...] = (),
    today: date = date(2026, 3, 20),
    language: str = "nl",
) -> Sources:
    """What exports of a center are made from, on a site in three languages."""
    return Sources(
        LocalizedCenter(center, LOCALIZATIONS[language]),
        entries,
        ADDRESSES,
        LANGUAGES,
        RequestOptions(),
        today,
        LOCALIZATIONS,
    )


def content_of(export: Export, sources: Sources) -> str | bytes | None:
    """The content of an export, where there is anything to say."""
    render = export.find(sources)
    return render() if render else None


def exported(sources: Sources, name: str) -> str:
    """The content of an export, by its name below `exports/`."""
    (export,) = [one for one in EXPORTS if one.name == f"exports/{name}"]
    content = content_of(export, sources)
    assert isinstance(content, str)
    return content
