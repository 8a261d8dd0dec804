"""What the templates of request forms can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.localization import Localization, LocalizedCenter, without_capital
from mkdocs_privacy.model import FieldKind, RequestType
from mkdocs_privacy.pages.page_in_progress import PageInProgress
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.requests import (
    SCHEMA_VERSION,
    FormField,
    Posting,
    Preset,
    RequestForm,
    RequestFormat,
    action,
    field_label,
    form_for_further_right,
    form_name,
    hidden_fields,
    preset_of,
    public_holidays,
    request_forms,
    value_in_words,
)


@dataclass(frozen=True, slots=True)
class Sending:
    """How one form is sent, in terms of HTML."""

    format: RequestFormat
    action: str
    attributes: Mapping[str, str]
    """What `<form>` has besides, by name."""
    hidden_fields: Mapping[str, str]
    preset: Preset


def _subject(request_type: RequestType, localization: Localization) -> str:
    """The subject of the e-mail that a service sends to the organisation."""
    say = localization.message
    if request_type is RequestType.COMPLAINT:
        return say("letter.complaint_subject").unescape()
    if request_type is RequestType.GENERAL:
        return say("letter.question_subject").unescape()
    title = without_capital(say(f"right.{request_type}.title"))
    return say("letter.subject", right=title).unescape()


def request_globals(
    center: LocalizedCenter,
    localization: Localization,
    site: Site,
    page: PageInProgress,
    standing: Standing,
) -> Mapping[str, Any]:
    """Everything about request forms, by the names that templates use."""
    language = center.language

    def sending(request_type: RequestType) -> Sending | None:
        """How the form for one right is sent; nothing where there is no form."""
        options = site.requests
        posting = options.posting(language, request_type)
        if site.takes_requests and (posting or not options.has_endpoint):
            options, posting = options.in_preview, Posting(RequestFormat.JSON)
        if posting is None:
            return None
        preset = preset_of(posting.format)
        name = form_name(request_type, language)
        subject = _subject(request_type, center.localization)
        receipt = site.receipt_address
        return Sending(
            posting.format,
            action(posting, receipt, page.link("received")),
            preset.attributes(name),
            hidden_fields(options, subject, receipt, name),
            preset,
        )

    def label(field: FormField, form: RequestForm) -> Markup | str:
        return field_label(field.name, form.request_type, center.center, localization)

    def option_label(field: FormField, option: str) -> Markup | str:
        return value_in_words(field.name, option, center.center, localization)

    def deadline_of(form: RequestForm) -> str:
        return center.center.rights.deadline_for(form.request_type, form.further_right)

    today, country = site.today, center.center.organisation.address.country
    return {
        "request_forms": request_forms(center.center, site.languages or (language,)),
        "field_label": label,
        "option_label": option_label,
        "deadline_of_form": deadline_of,
        "form_for_further_right": form_for_further_right,
        "sending": sending,
        "requests": site.requests,
        "schema_version": SCHEMA_VERSION,
        "policy_release": standing.in_force.id if standing.in_force else None,
        "releases_ahead": standing.history.ahead(today) if today else (),
        "public_holidays": public_holidays(country, today) if today else (),
        "is_preview": site.is_preview,
        "RequestFormat": RequestFormat,
        "RequestType": RequestType,
        "FieldKind": FieldKind,
    }
