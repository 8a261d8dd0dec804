"""The fields of requests in words: what they are called on a form, and what was chosen in them."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_privacy.localization import Localization, with_capital
from mkdocs_privacy.model import PrivacyCenter, RequestType

_LABELS = {
    "audience": "form.audience",
    "on_behalf_of": "form.on_behalf_of",
    "represented": "form.represented",
    "further_right": "form.further_right",
    "incorrect": "form.incorrect",
    "correct": "form.correct",
    "ground": "form.ground",
    "recipient": "form.recipient",
    "details": "form.details",
    "solution": "form.solution",
    "earlier_request": "form.earlier_request",
    "name": "form.name",
    "email": "form.email",
    "language": "form.language",
}
_DETAILS = {
    RequestType.GENERAL: "form.question",
    RequestType.COMPLAINT: "form.complaint",
}
"""What the field `details` is called where it says all of what is asked."""


def field_label(
    name: str, request_type: RequestType | None, center: PrivacyCenter, localization: Localization
) -> Markup | str:
    """What a field is called on the form for a right; its name where it is no field of forms."""
    if added := center.rights.fields.get(name):
        return localization.text(added.label)
    if name == "activities" and request_type:
        return localization.message(f"form.activities.{request_type}")
    if name == "details" and request_type in _DETAILS:
        return localization.message(_DETAILS[request_type])
    return localization.message(_LABELS[name]) if name in _LABELS else name


def value_in_words(
    name: str, value: str, center: PrivacyCenter, localization: Localization
) -> Markup | str:
    """What was typed into a field, or the title of what was chosen.

    What the data no longer has stands there by its id: a request may be older than the data.
    """
    added = center.rights.fields.get(name)
    match name:
        case "audience" if value in center.audiences:
            return localization.text(center.audiences[value].title)
        case "activities" if value in center.activities:
            return localization.text(center.activities[value].title)
        case "ground":
            return localization.message(f"form.ground.{value}")
        case "further_right" if value in center.rights.further:
            return localization.text(center.rights.further[value].title)
        case "on_behalf_of":
            return localization.message(f"form.on_behalf_of.{value}")
        case "language":
            return with_capital(localization.name_in_itself(value))
        case _ if added and value in added.options:
            return localization.text(added.options[value])
    return value
