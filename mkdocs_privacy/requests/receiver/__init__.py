"""A receiver of requests over HTTP: stores before it answers, tells by mail, forgets on schedule.

Needs the extra `mkdocs-privacy[receiver]`.
"""

from mkdocs_privacy.requests.receiver.settings import (
    MailSettings,
    Security,
    Settings,
    WrongSettings,
    paths_of,
    read_desk,
    read_mail_settings,
    read_proxies,
)

__all__ = [
    "MailSettings",
    "Security",
    "Settings",
    "WrongSettings",
    "paths_of",
    "read_desk",
    "read_mail_settings",
    "read_proxies",
]
