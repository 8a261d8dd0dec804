"""What is known beforehand: services, authorities, adequacy, retention, consent of children.

The facts are YAML files beside this module, each entry with its source and date. Scalars stay text,
as in the files of a site owner, because an owner's own fields are merged over an entry before it is
validated. Dutch, French and English stand in them; a further language has its `catalogue.po`.
"""

from mkdocs_privacy.catalogue.adequacy import Adequacy, AdequacyDecision, Condition
from mkdocs_privacy.catalogue.catalogue import (
    LANGUAGES,
    WITH_TEXTS,
    WORDS,
    Catalogue,
    Entry,
    is_text,
    shipped_catalogue,
)
from mkdocs_privacy.catalogue.child_consent import ChildConsent
from mkdocs_privacy.catalogue.choosing import chosen, in_form, joined, named_terms, with_terms
from mkdocs_privacy.catalogue.consent_exemption import ConsentExemption, StatisticsRule
from mkdocs_privacy.catalogue.finding import (
    find_ids,
    find_ids_with,
    find_meant,
    find_recipients,
    names_of,
    rank_of,
)
from mkdocs_privacy.catalogue.kinds import ADDED_AS, BESIDE_ALL, KINDS, Kind, at
from mkdocs_privacy.catalogue.layers import Layer, as_taken, whole_entry, with_layer
from mkdocs_privacy.catalogue.national_law import (
    NATIONAL_LAW,
    national_law,
    with_national_law,
)
from mkdocs_privacy.catalogue.organisations import (
    Fields,
    OrganisationKind,
    activity_with,
    common_measures,
    organisation_kinds,
)

__all__ = [
    "ADDED_AS",
    "BESIDE_ALL",
    "KINDS",
    "LANGUAGES",
    "NATIONAL_LAW",
    "WITH_TEXTS",
    "WORDS",
    "Adequacy",
    "AdequacyDecision",
    "Catalogue",
    "ChildConsent",
    "Condition",
    "ConsentExemption",
    "Entry",
    "Fields",
    "Kind",
    "Layer",
    "OrganisationKind",
    "StatisticsRule",
    "activity_with",
    "as_taken",
    "at",
    "chosen",
    "common_measures",
    "find_ids",
    "find_ids_with",
    "find_meant",
    "find_recipients",
    "in_form",
    "is_text",
    "joined",
    "named_terms",
    "names_of",
    "national_law",
    "organisation_kinds",
    "rank_of",
    "shipped_catalogue",
    "whole_entry",
    "with_layer",
    "with_national_law",
    "with_terms",
]
