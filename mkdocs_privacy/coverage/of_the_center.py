"""What people must be told once: who is responsible, their rights, how to ask."""

from __future__ import annotations

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.coverage.answer import (
    AskCenter,
    CoverageAnswer,
    Duty,
    answered,
    not_needed,
    unanswered,
)
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import DataProtectionOfficer, PrivacyCenter


def _controller(_: PrivacyCenter) -> CoverageAnswer:
    return answered("contact", ("organisation", "address"))


def _representative(center: PrivacyCenter) -> CoverageAnswer:
    organisation = center.organisation
    path: KeyPath = ("organisation", "representative")
    if organisation.representative:
        return answered("contact", path)
    home = organisation.address.country
    area = shipped_catalogue().adequacy
    if not area.is_third_country(home):
        return not_needed("the organisation is established in the European Economic Area")
    if not area.reaches_the_area(home, organisation.serves_countries):
        return not_needed("`serves_countries` names no country of the European Economic Area")
    return unanswered("name your representative in the Union in `representative`", path)


def _officer(center: PrivacyCenter) -> CoverageAnswer:
    path: KeyPath = ("organisation", "data_protection_officer")
    officer = center.organisation.data_protection_officer
    if isinstance(officer, DataProtectionOfficer):
        return answered("contact", path)
    if officer == "none":
        return not_needed("the data says that there is no data protection officer", path)
    return unanswered(
        "say how to reach the officer, or write `data_protection_officer: none`", path
    )


def _requests(center: PrivacyCenter) -> CoverageAnswer:
    organisation = center.organisation
    if not any(map(center.answers, center.audiences)):
        return not_needed("you are a processor for everybody here: the controllers answer")
    own = organisation.privacy_contact is not None
    return answered("rights", ("organisation", "privacy_contact" if own else "contact"))


def _told_with_the_rights(center: PrivacyCenter) -> CoverageAnswer:
    if not any(map(center.answers, center.audiences)):
        return not_needed("you are a processor for everybody here: the controllers answer")
    return answered("rights")


def _deadline(center: PrivacyCenter) -> CoverageAnswer:
    told = _told_with_the_rights(center)
    return answered(told.page, ("rights", "deadline")) if told.page else told


def _complaint(center: PrivacyCenter) -> CoverageAnswer:
    path: KeyPath = ("organisation", "supervisory_authority")
    if center.organisation.supervisory_authority:
        return answered("right.complaint", path)
    return unanswered("name the authority in `supervisory_authority`", path)


def _subprocessors(center: PrivacyCenter) -> CoverageAnswer:
    """A processor's own processors are listed, and changes announced (GDPR article 28(2))."""
    if not any(map(center.is_on_behalf_of_others, center.activities.values())):
        return not_needed("you are a processor in no activity")
    if center.processors is None:
        return unanswered("list the recipients, or write `processors: {}`", ("processors",))
    if not center.changes.objection_period:
        return unanswered(
            "say how long customers may object to a new sub-processor, in `objection_period`",
            ("changes",),
        )
    return answered("processors", ("changes", "objection_period"))


def _devices(center: PrivacyCenter) -> CoverageAnswer:
    if center.cookies is None:
        return unanswered("list what is stored on devices, or write `cookies: {}`", ("cookies",))
    return answered("cookies", ("cookies",))


def _choice(center: PrivacyCenter) -> CoverageAnswer:
    asking = [id for id, one in (center.cookies or {}).items() if one.asks_consent == "required"]
    if not asking:
        return not_needed("no service in `cookies` asks for consent")
    if not center.consent:
        return unanswered("say in `consent` how visitors choose and change it", ("consent",))
    return answered("cookies", ("consent",))


def _security(center: PrivacyCenter) -> CoverageAnswer:
    if center.measures:
        return answered("data", ("measures",))
    return unanswered("describe in `measures` how you protect the data", ("measures",))


ABOUT_THE_CENTER: tuple[tuple[Duty, AskCenter], ...] = (
    (Duty("GDPR 12(2)", "how to make a request"), _requests),
    (Duty("GDPR 12(3)", "when an answer comes"), _deadline),
    (Duty("GDPR 12(5)", "that requests are free of charge"), _told_with_the_rights),
    (Duty("GDPR 12(6)", "when more is asked about identity"), _told_with_the_rights),
    (
        Duty("GDPR 13(1)(a), 30(1)(a)", "who the controller is, and how to reach it"),
        _controller,
    ),
    (Duty("GDPR 13(1)(a), 27", "the representative in the Union"), _representative),
    (Duty("GDPR 13(1)(b)", "contact details of the data protection officer"), _officer),
    (Duty("GDPR 13(2)(b)", "the rights"), _told_with_the_rights),
    (Duty("GDPR 13(2)(d)", "the right to complain to an authority"), _complaint),
    (Duty("GDPR 28(2)", "sub-processors, and how changes are announced"), _subprocessors),
    (Duty("GDPR 30(1)(g)", "security measures"), _security),
    (Duty("ePrivacy 5(3)", "what is stored or read on devices"), _devices),
    (Duty("ePrivacy 5(3), GDPR 7(3)", "how consent is given and withdrawn"), _choice),
)
