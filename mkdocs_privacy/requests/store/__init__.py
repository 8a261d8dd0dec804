"""Requests in a database, SQLite or PostgreSQL: kept, dealt with, counted, forgotten.

Needs the extra `mkdocs-privacy[receiver]`.
"""

from mkdocs_privacy.requests.store.backup import back_up
from mkdocs_privacy.requests.store.disclosure import (
    SMALLEST,
    Cell,
    Hidden,
    PublishedRow,
    PublishedTotal,
    published_rows,
    published_total,
)
from mkdocs_privacy.requests.store.figures import Figure, figure_of
from mkdocs_privacy.requests.store.forgetting import kept_long_enough, purge
from mkdocs_privacy.requests.store.health import check_integrity, try_to_write
from mkdocs_privacy.requests.store.location import Location, WrongDatabase, read_location
from mkdocs_privacy.requests.store.opening import only_receiver
from mkdocs_privacy.requests.store.outbox import Outbox
from mkdocs_privacy.requests.store.rate_limit import OwnBuckets, RateLimit, SharedBuckets, hit_all
from mkdocs_privacy.requests.store.records import (
    AccountEntry,
    Added,
    EntryKind,
    MailKind,
    NotPossible,
    OtherContent,
    Signature,
    StatusFilter,
    StoredRequest,
    UnknownReference,
    WaitingMail,
)
from mkdocs_privacy.requests.store.report import Report, Summary, closed_figures, report_of
from mkdocs_privacy.requests.store.store import Store
from mkdocs_privacy.requests.store.tables import written_moment
from mkdocs_privacy.requests.store.transactions import OutcomeUnknown, describe_failure

__all__ = [
    "SMALLEST",
    "AccountEntry",
    "Added",
    "Cell",
    "EntryKind",
    "Figure",
    "Hidden",
    "Location",
    "MailKind",
    "NotPossible",
    "OtherContent",
    "Outbox",
    "OutcomeUnknown",
    "OwnBuckets",
    "PublishedRow",
    "PublishedTotal",
    "RateLimit",
    "Report",
    "SharedBuckets",
    "Signature",
    "StatusFilter",
    "Store",
    "StoredRequest",
    "Summary",
    "UnknownReference",
    "WaitingMail",
    "WrongDatabase",
    "back_up",
    "check_integrity",
    "closed_figures",
    "describe_failure",
    "figure_of",
    "hit_all",
    "kept_long_enough",
    "only_receiver",
    "published_rows",
    "published_total",
    "purge",
    "read_location",
    "report_of",
    "try_to_write",
    "written_moment",
]
