"""What the catalogue has of the law by country, which no site takes: a site is under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mkdocs_privacy.catalogue.adequacy import AdequacyDecision
from mkdocs_privacy.catalogue.catalogue import Catalogue
from mkdocs_privacy.catalogue.child_consent import ChildConsent
from mkdocs_privacy.catalogue.consent_exemption import ConsentExemption
from mkdocs_privacy.model import Record

NATIONAL_LAW: Mapping[str, type[Record]] = {
    "adequacy": AdequacyDecision,
    "child_consent": ChildConsent,
    "consent_exemptions": ConsentExemption,
}
"""What an entry of each file is; its id is the code of a country."""


def national_law(catalogue: Catalogue, name: str) -> Mapping[str, Record]:
    """The entries of one of these files, by country."""
    if name == "adequacy":
        return catalogue.adequacy.decisions
    entries: Mapping[str, Record] = getattr(catalogue, name)
    return entries


def with_national_law(catalogue: Catalogue, name: str, entries: Mapping[str, Any]) -> Catalogue:
    """The catalogue with entries of one of these files that go before its own."""
    whole: dict[str, Any] = {**national_law(catalogue, name), **entries}
    if name == "adequacy":
        adequacy = catalogue.adequacy.model_copy(update={"decisions": whole})
        return replace(catalogue, adequacy=adequacy)
    changed: dict[str, Any] = {name: whole}
    return replace(catalogue, **changed)
