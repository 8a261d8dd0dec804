"""Rights requests: the forms, the contract that they post by, deadlines and reference numbers."""

from mkdocs_privacy.requests.contract import SCHEMA_VERSION, request_schema
from mkdocs_privacy.requests.deadline import expected_by, public_holidays
from mkdocs_privacy.requests.form import FormField, RequestForm, request_forms, right_of
from mkdocs_privacy.requests.options import (
    Posting,
    RequestFormat,
    RequestOptions,
    WrongOptions,
    read_request_options,
)
from mkdocs_privacy.requests.origin import Sender, is_from_elsewhere, is_this_machine, origin_of
from mkdocs_privacy.requests.presets import (
    Preset,
    action,
    find_conflicts,
    form_name,
    hidden_fields,
    preset_of,
)
from mkdocs_privacy.requests.reference import REFERENCE_PATTERN, make_reference
from mkdocs_privacy.requests.request import MADE_BY_THE_BROWSER, RightsRequest
from mkdocs_privacy.requests.validation import (
    LONGEST_BODY,
    Problem,
    Unreadable,
    find_problems,
    parse_body,
)

__all__ = [
    "LONGEST_BODY",
    "MADE_BY_THE_BROWSER",
    "REFERENCE_PATTERN",
    "SCHEMA_VERSION",
    "FormField",
    "Posting",
    "Preset",
    "Problem",
    "RequestForm",
    "RequestFormat",
    "RequestOptions",
    "RightsRequest",
    "Sender",
    "Unreadable",
    "WrongOptions",
    "action",
    "expected_by",
    "find_conflicts",
    "find_problems",
    "form_name",
    "hidden_fields",
    "is_from_elsewhere",
    "is_this_machine",
    "make_reference",
    "origin_of",
    "parse_body",
    "preset_of",
    "public_holidays",
    "read_request_options",
    "request_forms",
    "request_schema",
    "right_of",
]
