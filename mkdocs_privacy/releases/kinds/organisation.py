"""Changes of who is responsible, of rights, and of free text."""

from functools import partial

from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, FieldRule, Manner, Shown, Topic, always
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

_rights = partial(FieldRule, Topic.RIGHTS)
_contact = partial(FieldRule, Topic.CONTACT)
_text = partial(FieldRule, Topic.TEXT)

RULES = (
    _rights("rights", Shape.PART, subject="subject.rights", shown=Shown("rights")),
    _rights("rights.fields", Shape.UNPRINTED),
    _rights("rights.how", Shape.TEXT, ALL, grounds.EXERCISE, has_own_label=True),
    _rights("rights.identity_check", Shape.TEXT, ALL, "GDPR 12(6); WP260 29"),
    _rights("rights.deadline", Shape.TERM, (Verb.LENGTHENED,), "GDPR 12(3); WP260 29"),
    _rights("rights.extension", Shape.TERM, (Verb.LENGTHENED,), "GDPR 12(3); WP260 29"),
    _rights("rights.answer", Shape.TEXT),
    _rights("rights.record", Shape.TEXT),
    _rights("rights.each", Shape.ENTRY, shown=Shown("right.{id}", when=always)),
    _rights("rights.each.how", Shape.TEXT, ALL, grounds.EXERCISE),
    _rights("rights.each.note", Shape.TEXT),
    _rights(
        "rights.each.deadline",
        Shape.PERIOD,
        (Verb.LENGTHENED, Verb.REMOVED),
        "GDPR 12(3); WP260 29",
    ),
    _rights(
        "rights.complaints",
        Shape.ENTRY,
        ALL,
        grounds.COMPLAIN,
        sentences=(Verb.ADDED, Verb.REMOVED),
        subject="complaint-to-us.title",
        shown=Shown("complaint-to-us", when=lambda center: center.takes_complaints),
    ),
    _rights("rights.complaints.acknowledgement", Shape.TERM, (Verb.LENGTHENED,), grounds.COMPLAIN),
    _rights(
        "rights.complaints.deadline",
        Shape.PERIOD,
        (Verb.LENGTHENED, Verb.REMOVED),
        grounds.COMPLAIN,
        has_own_label=True,
    ),
    _rights("changes", Shape.PART, subject="subject.changes", shown=Shown("changes")),
    _rights(
        "changes.how",
        Shape.TEXT,
        (Verb.CHANGED, Verb.REMOVED),
        "GDPR 13(3); WP260 29",
        has_own_label=True,
    ),
    _rights(
        "changes.notice_period",
        Shape.PERIOD,
        (Verb.REMOVED, Verb.SHORTENED, Verb.CHANGED),
        "GDPR 13(3); WP260 30",
    ),
    _rights(
        "changes.objection_period",
        Shape.PERIOD,
        (Verb.REMOVED, Verb.SHORTENED, Verb.CHANGED),
        "GDPR 28(2)",
    ),
    _rights("changes.objection", Shape.TEXT, (Verb.CHANGED, Verb.REMOVED), "GDPR 28(2)"),
    _contact(
        "organisation",
        Shape.PART,
        subject="subject.organisation",
        shown=Shown("contact", "organisation"),
    ),
    _contact("organisation.name", Shape.FIXED, ALL, grounds.WHO, manner=Manner.NAME),
    _contact("organisation.legal_name", Shape.VALUE, ALL, grounds.WHO),
    _contact("organisation.description", Shape.TEXT),
    _contact("organisation.registration", Shape.VALUE),
    _contact("organisation.address", Shape.FIXED),
    _contact("organisation.website", Shape.FIXED),
    _contact("organisation.contact", Shape.PART, subject="contact.reach"),
    _contact(
        "organisation.privacy_contact",
        Shape.ENTRY,
        ALL,
        grounds.EXERCISE,
        subject="contact.privacy_contact",
        shown=Shown("contact", "privacy-contact"),
    ),
    _contact(
        "organisation.data_protection_officer",
        Shape.CHOICE,
        ALL,
        "GDPR 13(1)(b)",
        nothing="contact.dpo_none",
        subject="contact.dpo",
        shown=Shown("contact", "data-protection-officer"),
    ),
    _contact(
        "organisation.representative",
        Shape.ENTRY,
        ALL,
        "GDPR 13(1)(a) and 27",
        subject="contact.representative",
        shown=Shown("contact", "representative"),
    ),
    _contact("organisation.representative.name", Shape.FIXED, ALL, "GDPR 13(1)(a) and 27"),
    _contact("organisation.representative.address", Shape.FIXED),
    _contact("organisation.representative.contact", Shape.PART),
    _contact(
        "organisation.supervisory_authority",
        Shape.ENTRY,
        subject="subject.authority",
        shown=Shown("contact", "complaints", always),
    ),
    _contact("organisation.supervisory_authority.use", Shape.UNPRINTED),
    _contact(
        "organisation.supervisory_authority.name",
        Shape.TITLE,
        ALL,
        "GDPR 13(2)(d)",
        manner=Manner.PLAIN,
    ),
    _contact("organisation.supervisory_authority.website", Shape.TITLE, manner=Manner.PLAIN),
    _contact("organisation.supervisory_authority.complaint", Shape.TEXT, manner=Manner.PLAIN),
    _contact("organisation.supervisory_authority.address", Shape.VALUE),
    _contact("organisation.supervisory_authority.phone", Shape.VALUE),
    _contact("organisation.supervisory_authority.email", Shape.VALUE),
    _contact("organisation.complaints", Shape.TEXT, shown=Shown("contact", "complaints", always)),
    *(
        _contact(f"{whose}.{field}", shape, manner=Manner.PLAIN)
        for whose in (
            "organisation.contact",
            "organisation.privacy_contact",
            "organisation.data_protection_officer",
            "organisation.representative.contact",
            "organisation.joint_controllers.contact",
            "audience.contact",
            *(
                f"{whose}.responsible.{how}"
                for whose in ("audience", "activity")
                for how in ("contact", "data_protection_officer")
            ),
        )
        for field, shape in (
            ("name", Shape.TEXT),
            ("email", Shape.VALUE),
            ("phone", Shape.VALUE),
            ("form", Shape.VALUE),
            ("address", Shape.VALUE),
        )
    ),
    _text("notice", Shape.PART, subject="subject.notice", shown=Shown("home")),
    _text("notice.introduction", Shape.TEXT),
    _text("notice.promises", Shape.TEXTS, (Verb.REMOVED, Verb.CHANGED), grounds.PROMISE),
    _text(
        "section",
        Shape.ENTRY,
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("{entry.page}", "section-{id}"),
    ),
    _text("section.page", Shape.POSITION),
    _text("section.order", Shape.POSITION),
    _text("section.title", Shape.TITLE, manner=Manner.NAME),
    _text("section.body", Shape.TITLE),
)
