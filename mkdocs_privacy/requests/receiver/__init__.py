"""A small receiver of requests: stores before it answers, tells by mail, forgets on schedule.

`serving.serve` and `app.make_app` need the extra `mkdocs-privacy[receiver]`; import them where they
are used. All else is the standard library's, so that requests can be dealt with anywhere.
"""

from mkdocs_privacy.requests.receiver.database import WrongDatabase
from mkdocs_privacy.requests.receiver.outbox import Outbox
from mkdocs_privacy.requests.receiver.settings import (
    MailSettings,
    Security,
    Settings,
    WrongSettings,
    paths_of,
    read_mail_settings,
)
from mkdocs_privacy.requests.receiver.store import Store
from mkdocs_privacy.requests.receiver.stored import (
    Added,
    AlreadyClosed,
    Closing,
    Count,
    MailKind,
    OtherContent,
    Outcome,
    Standing,
    StoredRequest,
    UnknownReference,
    WaitingMail,
    WrongDay,
)

__all__ = [
    "Added",
    "AlreadyClosed",
    "Closing",
    "Count",
    "MailKind",
    "MailSettings",
    "OtherContent",
    "Outbox",
    "Outcome",
    "Security",
    "Settings",
    "Standing",
    "Store",
    "StoredRequest",
    "UnknownReference",
    "WaitingMail",
    "WrongDatabase",
    "WrongDay",
    "WrongSettings",
    "paths_of",
    "read_mail_settings",
]
