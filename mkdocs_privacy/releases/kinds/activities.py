"""Changes of what is done with personal data, and how long it is kept."""

from collections.abc import Iterator
from functools import partial

from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, FieldRule, Manner, Shown, Topic, always
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

_data = partial(FieldRule, Topic.DATA)
_retention = partial(FieldRule, Topic.RETENTION)


def _responsible(field: str) -> Iterator[FieldRule]:
    """Who is responsible for what we do as a processor, of an audience or in an activity."""
    yield _data(field, Shape.ENTRY, ALL, grounds.WHO)
    yield _data(f"{field}.name", Shape.TITLE, ALL, grounds.WHO, has_own_label=True)
    yield _data(f"{field}.website", Shape.VALUE)
    yield _data(f"{field}.contact", Shape.ENTRY, ALL, grounds.EXERCISE)
    yield _data(
        f"{field}.data_protection_officer", Shape.ENTRY, ALL, grounds.EXERCISE, has_own_label=True
    )


RULES = (
    _data(
        "activity",
        Shape.ENTRY,
        (Verb.ADDED,),
        grounds.PURPOSE,
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("data", "activity-{id}"),
    ),
    _data("activity.use", Shape.UNPRINTED),
    _data("activity.facts", Shape.UNPRINTED),
    _data("activity.title", Shape.TITLE, manner=Manner.NAME),
    _data("activity.summary", Shape.TEXT),
    _data("activity.description", Shape.TEXT),
    _data("activity.audiences", Shape.LIST, (Verb.ADDED,), grounds.PEOPLE),
    _data("activity.our_role", Shape.VALUE, ALL, grounds.WHO),
    *_responsible("activity.responsible"),
    _data(
        "activity.purposes",
        Shape.TEXTS,
        (Verb.ADDED, Verb.CHANGED),
        grounds.PURPOSE,
        sentences=(Verb.ADDED, Verb.REMOVED),
        manner=Manner.PLAIN,
    ),
    _data("activity.direct_marketing", Shape.VALUE, ALL, "GDPR 21(2)-(4)"),
    _data("activity.personal_data", Shape.LIST, (Verb.ADDED,), grounds.DATA),
    _data("activity.not_identifiable", Shape.TEXT, ALL, "GDPR 11(2)"),
    _data("activity.source", Shape.ONE_OR_MORE, ALL, grounds.SOURCE),
    _data("activity.source.source", Shape.IDENTITY),
    _data("activity.source.personal_data", Shape.LIST, ALL, grounds.SOURCE, has_own_label=True),
    _data("activity.source.origin", Shape.TEXT, ALL, grounds.SOURCE),
    _data("activity.source.publicly_accessible", Shape.VALUE, ALL, grounds.SOURCE),
    _data("activity.origin", Shape.TEXT, ALL, grounds.SOURCE),
    _data("activity.publicly_accessible", Shape.VALUE, ALL, grounds.SOURCE),
    _data(
        "activity.legal_basis",
        Shape.ONE_OR_MORE,
        ALL,
        grounds.BASIS,
        sentences=(Verb.CHANGED,),
    ),
    _data("activity.legal_basis.basis", Shape.IDENTITY, words="basis"),
    _data("activity.legal_basis.purposes", Shape.TEXTS, ALL, grounds.BASIS, has_own_label=True),
    _data("activity.legal_basis.personal_data", Shape.LIST, ALL, grounds.BASIS, has_own_label=True),
    _data("activity.legal_basis.law", Shape.TEXT, ALL, grounds.BASIS),
    _data("activity.legal_basis.interest", Shape.TEXT, ALL, grounds.BASIS),
    _data("activity.law", Shape.TEXT, ALL, grounds.BASIS),
    _data("activity.interest", Shape.TEXT, ALL, grounds.BASIS),
    _data("activity.withdraw", Shape.TEXT, ALL, "GDPR 7(3) and 13(2)(c)"),
    _data("activity.special_basis", Shape.ONE_OR_MORE, ALL, grounds.SPECIAL),
    _data("activity.special_basis.basis", Shape.IDENTITY, words="special_basis"),
    _data(
        "activity.special_basis.personal_data", Shape.LIST, ALL, grounds.SPECIAL, has_own_label=True
    ),
    _data("activity.special_basis.law", Shape.TEXT, ALL, grounds.SPECIAL),
    _data("activity.criminal_basis", Shape.ENTRY, ALL, grounds.SPECIAL),
    _data(
        "activity.criminal_basis.authority",
        Shape.FIXED,
        ALL,
        grounds.SPECIAL,
        words="criminal_basis",
    ),
    _data("activity.criminal_basis.law", Shape.TEXT, ALL, grounds.SPECIAL),
    _data("activity.offered_to_children", Shape.VALUE, ALL, grounds.CHILDREN),
    _data("activity.permissions", Shape.SEVERAL, (Verb.ADDED,), grounds.DEVICE),
    _data("activity.permissions.permission", Shape.IDENTITY),
    _data("activity.permissions.purpose", Shape.TITLE, (Verb.CHANGED,), grounds.DEVICE),
    _data("activity.permissions.if_refused", Shape.TEXT, ALL, grounds.DEMANDED),
    _data("activity.requirement", Shape.VALUE, ALL, grounds.DEMANDED),
    _data("activity.if_not_given", Shape.TEXT, ALL, grounds.DEMANDED),
    _data("activity.automated_means", Shape.FIXED, ALL, "GDPR 20(1)(b)"),
    _data(
        "activity.automated_decisions",
        Shape.CHOICE,
        (Verb.ADDED, Verb.CHANGED),
        grounds.DECISION,
        nothing="automated.none",
    ),
    _data("activity.automated_decisions.logic", Shape.TITLE, ALL, grounds.DECISION),
    _data("activity.automated_decisions.effect", Shape.TITLE, ALL, grounds.DECISION),
    _data("activity.automated_decisions.review", Shape.TEXT, ALL, grounds.DECISION),
    _data("activity.assisted_decisions", Shape.ENTRY, ALL, grounds.ADVICE),
    _data("activity.assisted_decisions.advice", Shape.TITLE, ALL, grounds.ADVICE),
    _data("activity.assisted_decisions.decided_by", Shape.TITLE, ALL, grounds.ADVICE),
    _data(
        "activity.assisted_decisions.effect",
        Shape.TEXT,
        ALL,
        grounds.ADVICE,
        has_own_label=True,
    ),
    _data("activity.artificial_intelligence", Shape.ENTRY, ALL, grounds.INTELLIGENCE),
    _data(
        "activity.artificial_intelligence.kind",
        Shape.FIXED,
        ALL,
        grounds.INTELLIGENCE,
        words="intelligence",
        has_own_label=True,
    ),
    _data(
        "activity.artificial_intelligence.description",
        Shape.TITLE,
        ALL,
        grounds.INTELLIGENCE,
        has_own_label=True,
    ),
    _data("activity.artificial_intelligence.provider", Shape.VALUE, ALL, grounds.RECIPIENT),
    _data("activity.artificial_intelligence.training", Shape.VALUE, ALL, grounds.PURPOSE),
    _data("activity.profiling", Shape.TEXT, (Verb.ADDED, Verb.CHANGED), grounds.DECISION),
    _data(
        "audience",
        Shape.ENTRY,
        (Verb.ADDED,),
        grounds.PEOPLE,
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("home", "audience-{id}"),
    ),
    _data("audience.use", Shape.UNPRINTED),
    _data("audience.title", Shape.TITLE, manner=Manner.NAME),
    _data("audience.description", Shape.TEXT),
    _data("audience.our_role", Shape.FIXED, ALL, grounds.WHO),
    *_responsible("audience.responsible"),
    _data("audience.how_to_reach", Shape.TEXT, ALL, grounds.EXERCISE),
    _data("audience.contact", Shape.ENTRY, ALL, grounds.EXERCISE),
    _data("audience.represented_by", Shape.LIST, (Verb.ADDED, Verb.REMOVED), grounds.EXERCISE),
    _data("audience.proof", Shape.TEXT, ALL, "GDPR 12(6); WP260 29"),
    _data(
        "personal_data",
        Shape.ENTRY,
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("data", when=always),
    ),
    _data("personal_data.title", Shape.TITLE, manner=Manner.NAME),
    _data("personal_data.examples", Shape.TEXT, (Verb.ADDED, Verb.CHANGED), grounds.DATA),
    _data("personal_data.special", Shape.VALUE, ALL, grounds.SPECIAL),
    _data("personal_data.criminal", Shape.FIXED, ALL, grounds.SPECIAL),
    _data("personal_data.source", Shape.FIXED, ALL, grounds.SOURCE),
    _data("personal_data.origin", Shape.TEXT, ALL, grounds.SOURCE),
    _data("personal_data.publicly_accessible", Shape.VALUE, ALL, grounds.SOURCE),
    _data(
        "measure",
        Shape.ENTRY,
        (Verb.REMOVED,),
        "GDPR 32",
        sentences=(Verb.ADDED, Verb.REMOVED),
        shown=Shown("data", "measures"),
    ),
    _data("measure.title", Shape.TITLE, manner=Manner.NAME),
    _data("measure.description", Shape.TEXT),
    _data("measure.kind", Shape.VALUE, words="measure_kind", has_own_label=True),
    _retention("activity.retention", Shape.STAGES, ALL, grounds.KEEPING),
    _retention("activity.retention.what", Shape.TEXT, ALL, grounds.KEEPING, has_own_label=True),
    _retention(
        "activity.retention.period",
        Shape.PERIOD,
        (Verb.ADDED, Verb.REMOVED, Verb.LENGTHENED),
        grounds.KEEPING,
        sentences=(Verb.LENGTHENED, Verb.SHORTENED),
    ),
    _retention(
        "activity.retention.minimum",
        Shape.PERIOD,
        (Verb.ADDED, Verb.REMOVED, Verb.LENGTHENED),
        grounds.KEEPING,
    ),
    _retention(
        "activity.retention.maximum",
        Shape.PERIOD,
        (Verb.ADDED, Verb.REMOVED, Verb.LENGTHENED),
        grounds.KEEPING,
    ),
    _retention("activity.retention.from", Shape.TEXT, ALL, grounds.KEEPING),
    _retention("activity.retention.until", Shape.TEXT, ALL, grounds.KEEPING),
    _retention("activity.retention.law", Shape.TEXT),
    _retention("activity.retention.limitation", Shape.TEXT),
    _retention("activity.retention.recommendation", Shape.TEXT),
    _retention("activity.retention.our_choice", Shape.TEXT),
    _retention("activity.retention.criteria", Shape.TEXT, ALL, grounds.KEEPING),
    _retention(
        "activity.retention.afterwards", Shape.VALUE, ALL, grounds.KEEPING, words="retention"
    ),
)
