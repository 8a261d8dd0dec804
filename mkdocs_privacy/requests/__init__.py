"""Rights requests: the forms, the contract that they post by, deadlines and reference numbers."""

from mkdocs_privacy.requests.contract import SCHEMA_VERSION, request_schema
from mkdocs_privacy.requests.deadline import FIRST_DAY, expected_by, public_holidays
from mkdocs_privacy.requests.extension import (
    Extension,
    ExtensionReason,
    extended_until,
    problems_of_extension,
)
from mkdocs_privacy.requests.field_words import field_label, value_in_words
from mkdocs_privacy.requests.form import (
    FormField,
    RequestForm,
    form_for_further_right,
    request_forms,
    right_of,
)
from mkdocs_privacy.requests.keeping import (
    KEPT_BY_DEFAULT,
    differing_terms,
    stated_terms,
    term_of,
    uncounted_terms,
)
from mkdocs_privacy.requests.options import (
    Posting,
    RequestFormat,
    RequestOptions,
)
from mkdocs_privacy.requests.origin import Sender, is_from_elsewhere, is_this_machine, origin_of
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome, problems_of_decision
from mkdocs_privacy.requests.presets import (
    Preset,
    action,
    find_conflicts,
    form_name,
    hidden_fields,
    preset_of,
)
from mkdocs_privacy.requests.request import (
    CHANNELS_BY_HAND,
    REFERENCE_PATTERN,
    TECHNICAL_FIELDS,
    Channel,
    RightsRequest,
    make_reference,
    read_reference,
)
from mkdocs_privacy.requests.statuses import name_of_status
from mkdocs_privacy.requests.validation import (
    LONGEST_BODY,
    Problem,
    Unreadable,
    find_problems,
    parse_body,
)

__all__ = [
    "CHANNELS_BY_HAND",
    "FIRST_DAY",
    "KEPT_BY_DEFAULT",
    "LONGEST_BODY",
    "REFERENCE_PATTERN",
    "SCHEMA_VERSION",
    "TECHNICAL_FIELDS",
    "Channel",
    "Decision",
    "Extension",
    "ExtensionReason",
    "FormField",
    "Ground",
    "Outcome",
    "Posting",
    "Preset",
    "Problem",
    "RequestForm",
    "RequestFormat",
    "RequestOptions",
    "RightsRequest",
    "Sender",
    "Unreadable",
    "action",
    "differing_terms",
    "expected_by",
    "extended_until",
    "field_label",
    "find_conflicts",
    "find_problems",
    "form_for_further_right",
    "form_name",
    "hidden_fields",
    "is_from_elsewhere",
    "is_this_machine",
    "make_reference",
    "name_of_status",
    "origin_of",
    "parse_body",
    "preset_of",
    "problems_of_decision",
    "problems_of_extension",
    "public_holidays",
    "read_reference",
    "request_forms",
    "request_schema",
    "right_of",
    "stated_terms",
    "term_of",
    "uncounted_terms",
    "value_in_words",
]
