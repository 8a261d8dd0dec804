"""Where something that changed stands on today’s pages."""

from __future__ import annotations

from mkdocs_privacy.changelog.entry import Place
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import PrivacyCenter

_ENTRIES = {
    "audiences": ("home", "audience"),
    "activities": ("data", "activity"),
    "processors": ("processors", "processor"),
    "cookies": ("cookies", "cookie"),
}
"""Top-level keys whose entries have a place of their own: the page, and how its anchor begins."""

_ORGANISATION = {
    "privacy_contact": "privacy-contact",
    "data_protection_officer": "data-protection-officer",
    "representative": "representative",
    "joint_controllers": "joint-controllers",
    "supervisory_authority": "complaints",
    "complaints": "complaints",
}


def find_place(path: KeyPath, center: PrivacyCenter) -> Place | None:
    """The place on the pages of `center`, or nothing where it is not there any more."""
    top, id = str(path[0]), str(path[1]) if len(path) > 1 else ""
    if top in _ENTRIES and id:
        page, prefix = _ENTRIES[top]
        return Place(page, f"{prefix}-{id}") if id in (getattr(center, top) or {}) else None
    if top == "sections":
        section = center.sections.get(id)
        return Place(section.page, f"section-{id}") if section else None
    if top == "measures":
        return Place("data", "measures") if id in center.measures else None
    if top == "organisation":
        return _place_on_contact(id, center)
    if top == "rights":
        return _place_of_right(path, center)
    if top == "consent":
        return Place("cookies", "change-choice") if center.consent else None
    pages = {"personal_data": "data", "notice": "home", "cookies": "cookies", "changes": "changes"}
    return Place(pages[top])


def _place_on_contact(field: str, center: PrivacyCenter) -> Place:
    there = field in _ORGANISATION and getattr(center.organisation, field)
    always = field in ("supervisory_authority", "complaints")
    return Place("contact", _ORGANISATION[field] if there or always else "organisation")


def _place_of_right(path: KeyPath, center: PrivacyCenter) -> Place:
    if len(path) > 2 and path[1] == "each":
        return Place(f"right.{path[2]}")
    if path[1:2] == ("complaints",) and center.takes_complaints:
        return Place("complaint-to-us")
    return Place("rights")
