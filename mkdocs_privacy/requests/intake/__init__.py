"""A post judged and answered: what a rights request becomes, and the words that go back."""

from mkdocs_privacy.requests.intake.answering import (
    ANSWER_HEADERS,
    Answer,
    answer_accepted,
    answer_json,
    answer_notice,
    answer_refused,
)
from mkdocs_privacy.requests.intake.answers import acceptance_json, destination, refusal_json
from mkdocs_privacy.requests.intake.documents import (
    ANSWER_CSP,
    notice_html,
    receipt_html,
    refusal_html,
)
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.mails import mail_to_owner, mail_to_sender
from mkdocs_privacy.requests.intake.negotiation import preferred_language, wants_html
from mkdocs_privacy.requests.intake.notices import Notice
from mkdocs_privacy.requests.intake.post import MOST_READ, Post

__all__ = [
    "ANSWER_CSP",
    "ANSWER_HEADERS",
    "MOST_READ",
    "Answer",
    "Intake",
    "Notice",
    "Post",
    "Refusal",
    "acceptance_json",
    "answer_accepted",
    "answer_json",
    "answer_notice",
    "answer_refused",
    "destination",
    "mail_to_owner",
    "mail_to_sender",
    "notice_html",
    "preferred_language",
    "receipt_html",
    "refusal_html",
    "refusal_json",
    "wants_html",
]
