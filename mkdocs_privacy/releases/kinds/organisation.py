"""Changes of who is responsible, of rights, and of free text."""

from mkdocs_privacy.releases.change import Topic
from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, Shape, rules

RULES = (
    *rules(
        Topic.RIGHTS,
        ("rights.how", Shape.TEXT, ALL, grounds.EXERCISE),
        ("rights.identity_check", Shape.TEXT, ALL, "GDPR 12(6); WP260 29"),
        ("rights.deadline", Shape.TERM, "lengthened", "GDPR 12(3); WP260 29"),
        ("rights.extension", Shape.TERM, "lengthened", "GDPR 12(3); WP260 29"),
        ("rights.answer", Shape.TEXT, "", grounds.NONE),
        ("rights.record", Shape.TEXT, "", grounds.NONE),
        ("rights.each", Shape.ENTRY, "", grounds.NONE),
        ("rights.each.how", Shape.TEXT, ALL, grounds.EXERCISE),
        ("rights.each.note", Shape.TEXT, "", grounds.NONE),
        ("rights.each.deadline", Shape.PERIOD, "lengthened removed", "GDPR 12(3); WP260 29"),
        ("rights.complaints", Shape.ENTRY, ALL, grounds.COMPLAIN),
        ("rights.complaints.acknowledgement", Shape.TERM, "lengthened", grounds.COMPLAIN),
        ("rights.complaints.deadline", Shape.PERIOD, "lengthened removed", grounds.COMPLAIN),
        ("changes.how", Shape.TEXT, "changed removed", "GDPR 13(3); WP260 29"),
        ("changes.objection_period", Shape.PERIOD, "removed shortened changed", "GDPR 28(2)"),
        ("changes.objection", Shape.TEXT, "changed removed", "GDPR 28(2)"),
    ),
    *rules(
        Topic.CONTACT,
        ("organisation.name", Shape.FIXED, ALL, grounds.WHO),
        ("organisation.legal_name", Shape.VALUE, ALL, grounds.WHO),
        ("organisation.description", Shape.TEXT, "", grounds.NONE),
        ("organisation.registration", Shape.VALUE, "", grounds.NONE),
        ("organisation.address", Shape.FIXED, "", grounds.NONE),
        ("organisation.website", Shape.FIXED, "", grounds.NONE),
        ("organisation.contact", Shape.PART, "", grounds.NONE),
        ("organisation.privacy_contact", Shape.ENTRY, ALL, grounds.EXERCISE),
        ("organisation.data_protection_officer", Shape.CHOICE, ALL, "GDPR 13(1)(b)"),
        ("organisation.representative", Shape.ENTRY, ALL, "GDPR 13(1)(a) and 27"),
        ("organisation.representative.name", Shape.FIXED, ALL, "GDPR 13(1)(a) and 27"),
        ("organisation.representative.address", Shape.FIXED, "", grounds.NONE),
        ("organisation.representative.contact", Shape.PART, "", grounds.NONE),
        ("organisation.supervisory_authority", Shape.ENTRY, "", grounds.NONE),
        ("organisation.supervisory_authority.name", Shape.TITLE, ALL, "GDPR 13(2)(d)"),
        ("organisation.supervisory_authority.website", Shape.TITLE, "", grounds.NONE),
        ("organisation.supervisory_authority.complaint", Shape.TEXT, "", grounds.NONE),
        ("organisation.supervisory_authority.address", Shape.VALUE, "", grounds.NONE),
        ("organisation.supervisory_authority.phone", Shape.VALUE, "", grounds.NONE),
        ("organisation.supervisory_authority.email", Shape.VALUE, "", grounds.NONE),
        ("organisation.complaints", Shape.TEXT, "", grounds.NONE),
        *(
            (f"{whose}.{field}", shape, "", grounds.NONE)
            for whose in (
                "organisation.contact",
                "organisation.privacy_contact",
                "organisation.data_protection_officer",
                "organisation.representative.contact",
                "organisation.joint_controllers.contact",
                "audience.contact",
            )
            for field, shape in (
                ("name", Shape.TEXT),
                ("email", Shape.VALUE),
                ("phone", Shape.VALUE),
                ("form", Shape.VALUE),
                ("address", Shape.VALUE),
            )
        ),
    ),
    *rules(
        Topic.TEXT,
        ("notice.introduction", Shape.TEXT, "", grounds.NONE),
        ("notice.promises", Shape.TEXTS, "removed changed", grounds.PROMISE),
        ("section", Shape.ENTRY, "", grounds.NONE),
        ("section.title", Shape.TITLE, "", grounds.NONE),
        ("section.body", Shape.TITLE, "", grounds.NONE),
    ),
)
