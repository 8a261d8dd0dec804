"""The privacy model: one module for each thing that a site owner writes.

`PrivacyCenter` (center) holds an `Organisation`, and by id `Audience`, `PersonalData`, `Activity`,
`Processor`, `Disclosure`, `CookieService`, `Measure` and `Section`. A `Text` is in several
languages; scalars are single values with a form of their own; every record is frozen and knows
nothing of disk or MkDocs.
"""

from mkdocs_privacy.model.activity import Activity, Requirement
from mkdocs_privacy.model.app_permission import AppPermission, Permission
from mkdocs_privacy.model.applicability import Applicability, Ground, Verdict
from mkdocs_privacy.model.audience import Audience, OurRole, RepresentedBy
from mkdocs_privacy.model.center import PrivacyCenter
from mkdocs_privacy.model.changes import ChangePolicy
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.model.context import Context, nearest, suggestion
from mkdocs_privacy.model.cookies import (
    Consent,
    ConsentChoice,
    CookieCategory,
    CookieService,
    EmailPixel,
    Party,
    TrackerItem,
    TrackerType,
)
from mkdocs_privacy.model.decisions import (
    ArtificialIntelligence,
    AssistedDecisions,
    AutomatedDecisions,
    IntelligenceKind,
    ModelTraining,
)
from mkdocs_privacy.model.device_use import activity_of, needs_activity
from mkdocs_privacy.model.disclosure import Disclosure
from mkdocs_privacy.model.further_right import FurtherRight, RightDetails
from mkdocs_privacy.model.intricacy import LARGEST_POLICY, why_too_intricate
from mkdocs_privacy.model.legal_basis import (
    OPEN_TO_OBJECTION,
    CriminalBasis,
    LegalBasis,
    SpecialBasis,
    SpecialCondition,
    StatedBasis,
)
from mkdocs_privacy.model.one_or_more import OneOrMore
from mkdocs_privacy.model.organisation import (
    Address,
    Contact,
    DataProtectionOfficer,
    InternalNotes,
    JointController,
    Organisation,
    Registration,
    SupervisoryAuthority,
)
from mkdocs_privacy.model.period import (
    WrongPeriod,
    about_days,
    about_seconds,
    add_period,
    check_period,
    check_term,
)
from mkdocs_privacy.model.personal_data import DataSource, PersonalData, StatedSource
from mkdocs_privacy.model.processor import (
    Contract,
    Facts,
    Processor,
    ProcessorCategory,
    Role,
    Service,
)
from mkdocs_privacy.model.recipient import ChosenBy, Recipient
from mkdocs_privacy.model.record import INTERNAL, Record, ShortForm, descriptions, without_internal
from mkdocs_privacy.model.request_law import (
    LONGEST_EXTENSION,
    MONTH_OF_THE_LAW,
    RequestLaw,
    law_of,
)
from mkdocs_privacy.model.requests import RESERVED_NAMES, FieldKind, RequestField, RequestType
from mkdocs_privacy.model.responsible import Responsible
from mkdocs_privacy.model.retention import TERM_GROUNDS, Afterwards, Retention
from mkdocs_privacy.model.rights import Right, RightsPolicy
from mkdocs_privacy.model.scalars import (
    SLUG,
    UNTIMED,
    CountryCode,
    Email,
    IsoDate,
    Lifetime,
    NonEmpty,
    Period,
    Reference,
    Slug,
    Term,
    Url,
    read_day,
)
from mkdocs_privacy.model.section import Claim, Measure, Section, SectionPage
from mkdocs_privacy.model.taken import Also, Taken, TakenProcessor, TakenWords
from mkdocs_privacy.model.text import (
    LANGUAGE_CODE,
    Markdown,
    ShippedWords,
    Text,
    base_language,
    find_language,
    language_code,
    language_in_english,
    languages_missing,
)
from mkdocs_privacy.model.transfer import Mechanism, Transfer
from mkdocs_privacy.model.violation import rule_of, violation

__all__ = [
    "INTERNAL",
    "LANGUAGE_CODE",
    "LARGEST_POLICY",
    "LONGEST_EXTENSION",
    "MONTH_OF_THE_LAW",
    "OPEN_TO_OBJECTION",
    "RESERVED_NAMES",
    "SLUG",
    "TERM_GROUNDS",
    "UNTIMED",
    "Activity",
    "Address",
    "Afterwards",
    "Also",
    "AppPermission",
    "Applicability",
    "ArtificialIntelligence",
    "AssistedDecisions",
    "Audience",
    "AutomatedDecisions",
    "ChangePolicy",
    "ChosenBy",
    "Claim",
    "ComplaintPolicy",
    "Consent",
    "ConsentChoice",
    "Contact",
    "Context",
    "Contract",
    "CookieCategory",
    "CookieService",
    "CountryCode",
    "CriminalBasis",
    "DataProtectionOfficer",
    "DataSource",
    "Disclosure",
    "Email",
    "EmailPixel",
    "Facts",
    "FieldKind",
    "FurtherRight",
    "Ground",
    "IntelligenceKind",
    "InternalNotes",
    "IsoDate",
    "JointController",
    "LegalBasis",
    "Lifetime",
    "Markdown",
    "Measure",
    "Mechanism",
    "ModelTraining",
    "NonEmpty",
    "OneOrMore",
    "Organisation",
    "OurRole",
    "Party",
    "Period",
    "Permission",
    "PersonalData",
    "PrivacyCenter",
    "Processor",
    "ProcessorCategory",
    "Recipient",
    "Record",
    "Reference",
    "Registration",
    "RepresentedBy",
    "RequestField",
    "RequestLaw",
    "RequestType",
    "Requirement",
    "Responsible",
    "Retention",
    "Right",
    "RightDetails",
    "RightsPolicy",
    "Role",
    "Section",
    "SectionPage",
    "Service",
    "ShippedWords",
    "ShortForm",
    "Slug",
    "SpecialBasis",
    "SpecialCondition",
    "StatedBasis",
    "StatedSource",
    "SupervisoryAuthority",
    "Taken",
    "TakenProcessor",
    "TakenWords",
    "Term",
    "Text",
    "TrackerItem",
    "TrackerType",
    "Transfer",
    "Url",
    "Verdict",
    "WrongPeriod",
    "about_days",
    "about_seconds",
    "activity_of",
    "add_period",
    "base_language",
    "check_period",
    "check_term",
    "descriptions",
    "find_language",
    "language_code",
    "language_in_english",
    "languages_missing",
    "law_of",
    "nearest",
    "needs_activity",
    "read_day",
    "rule_of",
    "suggestion",
    "violation",
    "why_too_intricate",
    "without_internal",
]
