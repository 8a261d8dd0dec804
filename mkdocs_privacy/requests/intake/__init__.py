"""A post judged and answered: what a rights request becomes, and the words that go back."""

from mkdocs_privacy.requests.intake.answers import (
    acceptance_json,
    destination,
    refusal_json,
    wants_html,
)
from mkdocs_privacy.requests.intake.documents import (
    ANSWER_CSP,
    notice_html,
    receipt_html,
    refusal_html,
)
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.mails import mail_to_owner, mail_to_sender
from mkdocs_privacy.requests.intake.notices import Notice

__all__ = [
    "ANSWER_CSP",
    "Intake",
    "Notice",
    "Refusal",
    "acceptance_json",
    "destination",
    "mail_to_owner",
    "mail_to_sender",
    "notice_html",
    "receipt_html",
    "refusal_html",
    "refusal_json",
    "wants_html",
]
