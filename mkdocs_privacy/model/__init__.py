"""The privacy model: one module for each thing that a site owner writes.

`PrivacyCenter` (center) holds an `Organisation`, and by id `Audience`, `PersonalData`, `Activity`,
`Processor`, `CookieService`, `Measure` and `Section`. A `Text` is in several languages; scalars are
single values with a form of their own; every record is frozen and knows nothing of disk or MkDocs.
"""

from mkdocs_privacy.model.activity import Activity, LegalBasis, Retention
from mkdocs_privacy.model.audience import Audience, OurRole
from mkdocs_privacy.model.center import PrivacyCenter
from mkdocs_privacy.model.changes import ChangePolicy
from mkdocs_privacy.model.context import Context, nearest, suggestion
from mkdocs_privacy.model.cookies import Consent, CookieCategory, CookieService
from mkdocs_privacy.model.organisation import Contact, Organisation, SupervisoryAuthority
from mkdocs_privacy.model.period import (
    WrongPeriod,
    about_days,
    add_period,
    check_period,
    check_term,
)
from mkdocs_privacy.model.personal_data import DataSource, PersonalData
from mkdocs_privacy.model.processor import Mechanism, Processor, ProcessorCategory, Role, Service
from mkdocs_privacy.model.record import Record, without_internal
from mkdocs_privacy.model.requests import FieldKind, RequestField, RequestType
from mkdocs_privacy.model.rights import Applicability, Right, Verdict
from mkdocs_privacy.model.section import Section, SectionPage
from mkdocs_privacy.model.text import (
    Markdown,
    ShippedWords,
    Text,
    base_language,
    language_name,
    languages_missing,
)
from mkdocs_privacy.model.violation import rule_of, violation

__all__ = [
    "Activity",
    "Applicability",
    "Audience",
    "ChangePolicy",
    "Consent",
    "Contact",
    "Context",
    "CookieCategory",
    "CookieService",
    "DataSource",
    "FieldKind",
    "LegalBasis",
    "Markdown",
    "Mechanism",
    "Organisation",
    "OurRole",
    "PersonalData",
    "PrivacyCenter",
    "Processor",
    "ProcessorCategory",
    "Record",
    "RequestField",
    "RequestType",
    "Retention",
    "Right",
    "Role",
    "Section",
    "SectionPage",
    "Service",
    "ShippedWords",
    "SupervisoryAuthority",
    "Text",
    "Verdict",
    "WrongPeriod",
    "about_days",
    "add_period",
    "base_language",
    "check_period",
    "check_term",
    "language_name",
    "languages_missing",
    "nearest",
    "rule_of",
    "suggestion",
    "violation",
    "without_internal",
]
