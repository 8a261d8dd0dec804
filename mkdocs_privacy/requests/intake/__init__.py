"""A post judged and answered: what a rights request becomes, and the words that go back."""

from mkdocs_privacy.requests.intake.answer_templates import page_templates, read_style
from mkdocs_privacy.requests.intake.answering import (
    ANSWER_HEADERS,
    Answer,
    acceptance_json,
    answer_accepted,
    answer_fixed_page,
    answer_json,
    answer_page,
    answer_refused,
    destination,
    refusal_json,
)
from mkdocs_privacy.requests.intake.by_hand import write_down
from mkdocs_privacy.requests.intake.decisions import answer_letter
from mkdocs_privacy.requests.intake.documents import (
    ANSWER_CSP,
    fixed_page_html,
    receipt_html,
    refusal_html,
    status_html,
)
from mkdocs_privacy.requests.intake.fixed_pages import FixedPage
from mkdocs_privacy.requests.intake.judging import Intake, Refusal
from mkdocs_privacy.requests.intake.letters import (
    Letter,
    LetterKind,
    Line,
    extension_letter,
    receipt_letter,
)
from mkdocs_privacy.requests.intake.mails import (
    letter_message,
    mail_of_extension,
    mail_of_reminder,
    mail_to_owner,
    mail_to_sender,
)
from mkdocs_privacy.requests.intake.negotiation import preferred_language, wants_html
from mkdocs_privacy.requests.intake.post import MOST_READ, Post
from mkdocs_privacy.requests.intake.printing import letter_html, letter_text
from mkdocs_privacy.requests.intake.request_words import Teller, tell_of

__all__ = [
    "ANSWER_CSP",
    "ANSWER_HEADERS",
    "MOST_READ",
    "Answer",
    "FixedPage",
    "Intake",
    "Letter",
    "LetterKind",
    "Line",
    "Post",
    "Refusal",
    "Teller",
    "acceptance_json",
    "answer_accepted",
    "answer_fixed_page",
    "answer_json",
    "answer_letter",
    "answer_page",
    "answer_refused",
    "destination",
    "extension_letter",
    "fixed_page_html",
    "letter_html",
    "letter_message",
    "letter_text",
    "mail_of_extension",
    "mail_of_reminder",
    "mail_to_owner",
    "mail_to_sender",
    "page_templates",
    "preferred_language",
    "read_style",
    "receipt_html",
    "receipt_letter",
    "refusal_html",
    "refusal_json",
    "status_html",
    "tell_of",
    "wants_html",
    "write_down",
]
