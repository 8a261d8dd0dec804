"""AG: what a text takes for agreement."""

from __future__ import annotations

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint.wording import Said, harmless, in_words, wording_rule
from mkdocs_privacy.lint.wordings import ACCEPTED, BY_USE


@wording_rule(
    "AG001",
    "consent-by-use",
    Severity.WARNING,
    in_words(
        "By using this website you consent to our cookies.",
        "You choose which cookies we place.",
    ),
    BY_USE,
    basis=("GDPR 4(11)", "GDPR 7(1)", "ePrivacy 5(3)"),
    silent_on=(
        harmless("there is a button", "By using the button you consent to the newsletter."),
        harmless("it is denied", "By using this site you do not consent to anything."),
    ),
)
def consent_by_use(said: Said) -> str:
    """A text takes the use of a website or a service for consent. Consent is a clear affirmative
    act (GDPR article 4(11)): to go on reading is none (recital 32; Court of Justice, C-673/17), and
    you must be able to show it (article 7(1)). Ask for consent, or name another legal basis.
    """
    return f"{said}: use is no consent; ask for it, or name another legal basis"


@wording_rule(
    "AG002",
    "acceptance-of-notice",
    Severity.WARNING,
    in_words(
        "When you order, you accept this privacy policy.",
        "When you order, this privacy policy tells you what we do with your data.",
    ),
    ACCEPTED,
    basis=("GDPR 12(1)", "GDPR 13(1)"),
    silent_on=(
        harmless("it is denied", "You do not need to accept this privacy policy."),
        harmless("it is about terms of sale", "When you order, you accept our terms of sale."),
    ),
)
def acceptance_of_notice(said: Said) -> str:
    """A text asks people to accept the privacy policy, or calls it terms. A policy informs people
    (GDPR articles 12 and 13): nobody accepts information, and to accept it is no consent either,
    because that is asked apart from other matters (article 7(2)). Take the sentence out.
    """
    return f"{said}: a policy informs people, and nobody needs to accept it; take this out"
