"""Changes of who receives personal data."""

from functools import partial

from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, FieldRule, Manner, Shown, Topic, always
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

_recipients = partial(FieldRule, Topic.RECIPIENTS)

RULES = (
    _recipients(
        "activity.processors",
        Shape.RECIPIENTS,
        (Verb.ADDED,),
        grounds.RECIPIENT,
        sentences=(Verb.ADDED, Verb.REMOVED),
        nothing="recipients.none",
    ),
    _recipients("activity.processors.id", Shape.IDENTITY),
    _recipients("activity.processors.personal_data", Shape.LIST, (Verb.ADDED,), grounds.RECIPIENT),
    _recipients(
        "activity.processors.purposes",
        Shape.TEXTS,
        (Verb.ADDED, Verb.CHANGED),
        grounds.PURPOSE,
    ),
    _recipients("activity.processors.role", Shape.VALUE, (Verb.CHANGED,), grounds.RECIPIENT),
    _recipients("activity.processors.via", Shape.VALUE, ALL, grounds.RECIPIENT),
    _recipients(
        "activity.processors.chosen_by",
        Shape.VALUE,
        (Verb.CHANGED, Verb.REMOVED),
        grounds.RECIPIENT,
    ),
    _recipients(
        "activity.processors.products", Shape.TEXTS, (Verb.ADDED, Verb.REMOVED), grounds.RECIPIENT
    ),
    _recipients("activity.departments", Shape.ENTRY),
    _recipients("activity.departments.title", Shape.TITLE, manner=Manner.NAME),
    _recipients("activity.departments.personal_data", Shape.LIST),
    _recipients("activity.departments.tasks", Shape.TEXT),
    _recipients(
        "processors",
        Shape.STATED,
        sentences=(Verb.CHANGED,),
        unstated="processors.none",
        nothing="processors.nobody",
        subject="processors.title",
        shown=Shown("processors", when=always),
    ),
    _recipients(
        "processor",
        Shape.ENTRY,
        (Verb.ADDED,),
        grounds.RECIPIENT,
        sentences=(Verb.ADDED, Verb.REMOVED),
        sentences_by="role",
        shown=Shown("processors", "processor-{id}"),
    ),
    _recipients("processor.use", Shape.UNPRINTED),
    _recipients("processor.facts", Shape.UNPRINTED),
    _recipients("processor.name", Shape.TITLE, manner=Manner.NAME),
    _recipients("processor.legal_name", Shape.TEXT, (Verb.CHANGED,), grounds.RECIPIENT),
    _recipients("processor.category", Shape.FIXED, ALL, grounds.RECIPIENT),
    _recipients("processor.role", Shape.VALUE, ALL, grounds.RECIPIENT),
    _recipients("processor.service", Shape.TEXT, (Verb.ADDED, Verb.CHANGED), grounds.RECIPIENT),
    _recipients("processor.also", Shape.SEVERAL, (Verb.ADDED,), grounds.RECIPIENT),
    _recipients("processor.also.category", Shape.IDENTITY),
    _recipients("processor.also.role", Shape.VALUE, ALL, grounds.RECIPIENT),
    _recipients(
        "processor.also.service",
        Shape.TEXT,
        (Verb.ADDED, Verb.CHANGED),
        grounds.RECIPIENT,
        has_own_label=True,
    ),
    _recipients("processor.description", Shape.TEXT),
    _recipients(
        "processor.country",
        Shape.COUNTRY,
        (Verb.THIRD_COUNTRY,),
        grounds.TRANSFER,
        sentences=(Verb.THIRD_COUNTRY,),
    ),
    _recipients("processor.address", Shape.VALUE),
    _recipients("processor.parent_name", Shape.TEXT),
    _recipients(
        "processor.parent_country",
        Shape.COUNTRY,
        (Verb.THIRD_COUNTRY,),
        grounds.TRANSFER,
        sentences=(Verb.THIRD_COUNTRY,),
    ),
    _recipients(
        "processor.processing_countries",
        Shape.COUNTRIES,
        (Verb.THIRD_COUNTRY,),
        grounds.TRANSFER,
        sentences=(Verb.THIRD_COUNTRY,),
    ),
    _recipients(
        "processor.transfers",
        Shape.TRANSFERS,
        (Verb.REMOVED, Verb.THIRD_COUNTRY),
        grounds.TRANSFER,
        sentences=(Verb.THIRD_COUNTRY,),
        nothing="transfer.stays",
    ),
    _recipients("processor.transfers.countries", Shape.IDENTITY),
    _recipients("processor.transfers.mechanism", Shape.IDENTITY),
    _recipients("processor.transfers.reference", Shape.TEXT),
    _recipients("processor.transfers.copy_url", Shape.VALUE),
    _recipients("processor.transfers.copy_from", Shape.TEXT),
    _recipients("processor.transfers.derogation", Shape.VALUE, ALL, grounds.TRANSFER),
    _recipients("processor.transfers.checked", Shape.VALUE, sentences=(Verb.CHANGED,)),
    _recipients("processor.personal_data", Shape.LIST, (Verb.ADDED,), grounds.RECIPIENT),
    _recipients(
        "processor.own_purposes", Shape.TEXT, (Verb.ADDED, Verb.CHANGED), grounds.RECIPIENT
    ),
    _recipients("processor.onward", Shape.TEXT, (Verb.ADDED, Verb.CHANGED), grounds.RECIPIENT),
    _recipients("processor.contract", Shape.ENTRY, (Verb.REMOVED,), "GDPR 28(3)"),
    _recipients("processor.contract.concluded", Shape.VALUE),
    _recipients("processor.contract.url", Shape.VALUE),
    _recipients("processor.website", Shape.VALUE),
    _recipients("processor.privacy_url", Shape.VALUE),
    _recipients("processor.subprocessors_url", Shape.VALUE),
    _recipients("processor.certifications", Shape.LIST),
    _recipients("processor.measures", Shape.TEXTS, (Verb.REMOVED,), "GDPR 32"),
    _recipients("processor.since", Shape.VALUE),
    _recipients(
        "organisation.joint_controllers",
        Shape.ENTRY,
        (Verb.ADDED, Verb.REMOVED),
        "GDPR 26(2)",
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown(
            "contact", "joint-controllers", lambda center: center.organisation.joint_controllers
        ),
    ),
    _recipients("organisation.joint_controllers.name", Shape.TITLE, ALL, "GDPR 26(2)"),
    _recipients("organisation.joint_controllers.address", Shape.VALUE),
    _recipients("organisation.joint_controllers.contact", Shape.ENTRY),
    _recipients("organisation.joint_controllers.arrangement", Shape.TITLE, ALL, "GDPR 26(2)"),
    _recipients("organisation.joint_controllers.activities", Shape.LIST, ALL, "GDPR 26(2)"),
    _recipients(
        "organisation.joint_controllers.personal_data",
        Shape.LIST,
        (Verb.ADDED,),
        grounds.RECIPIENT,
    ),
    _recipients(
        "disclosure",
        Shape.ENTRY,
        (Verb.ADDED,),
        grounds.RECIPIENT,
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("processors", "disclosure-{id}"),
    ),
    _recipients("disclosure.title", Shape.TITLE, manner=Manner.NAME),
    _recipients("disclosure.description", Shape.TEXT),
    _recipients(
        "disclosure.recipients", Shape.TEXTS, (Verb.ADDED, Verb.CHANGED), grounds.RECIPIENT
    ),
    _recipients("disclosure.personal_data", Shape.LIST, (Verb.ADDED,), grounds.RECIPIENT),
    _recipients("disclosure.legal_basis", Shape.VALUE, ALL, grounds.BASIS, words="basis"),
    _recipients("disclosure.law", Shape.TEXT, ALL, grounds.BASIS),
)
