"""VW: words that leave open what people must be told."""

from __future__ import annotations

import re

from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.passages import WrittenText
from mkdocs_privacy.lint.rule import Known
from mkdocs_privacy.lint.wording import (
    Said,
    harmless,
    in_words,
    wording_rule,
)
from mkdocs_privacy.lint.wordings import (
    AS_NEEDED,
    AT_LEAST,
    CUSTOMER,
    ELSEWHERE,
    FOREVER,
    IMPROVE,
    NUMERIC,
)
from mkdocs_privacy.model import PrivacyCenter


def _nothing_more_exact(center: PrivacyCenter, _: Known, passage: WrittenText, __: Said) -> bool:
    """In a text about an entry; elsewhere it introduces the periods, if each activity has one."""
    if passage.is_of_entry:
        return True
    return not all(
        any(stage.period or stage.maximum for stage in activity.retention)
        for activity in center.activities.values()
    )


@wording_rule(
    "VW001",
    "vague-retention",
    Severity.WARNING,
    lines(
        "activities: {orders: {retention: {criteria: We keep your data as long as necessary.}}}",
        "activities: {orders: {retention: {period: P2Y, from: after your last order}}}",
    ),
    AS_NEEDED,
    basis=("GDPR 13(2)(a)", "GDPR 5(1)(e)"),
    silent_on=(
        harmless("a period follows", "We keep it no longer than necessary: at most two years."),
        harmless(
            "each activity has a period",
            "We keep no data longer than needed.",
            "activities: {orders: {retention: {period: P7Y}}}",
        ),
        harmless("it is not about keeping", "We answer as long as it is necessary."),
    ),
    where=_nothing_more_exact,
)
def vague_retention(said: Said) -> str:
    """A text says that data is kept as long as necessary, with no period. People must be told the
    period, or what decides it (GDPR article 13(2)(a)); that data may be kept no longer than needed
    is the law itself (article 5(1)(e)), and tells nobody when it goes. Name a period, or the event
    after which it goes. As an introduction the sentence is fine: where each activity has a period,
    this rule looks only at the texts of entries.
    """
    return f"{said} tells nobody when the data goes: name a period, or the event that ends it"


def _is_about_keeping(_: PrivacyCenter, __: Known, passage: WrittenText, said: Said) -> bool:
    return "retention" in passage.path or _KEPT.search(said.sentence) is not None


_KEPT = re.compile(
    r"bewa(?:ar|ren)|bijhoud|opgeslagen|opslaan|behoud|houden (?:we|wij)|(?:we|wij) houden"
    r"|conserv|gard(?:ons|é)|stock|\bke(?:ep|pt)\b|\bstor(?:e|ed|ing)\b|\bretain|\bhold\b|\bheld\b",
    re.IGNORECASE,
)


@wording_rule(
    "VW002",
    "customer-without-end",
    Severity.INFO,
    in_words(
        "We keep your profile as long as you are a customer.",
        "We keep your profile until two years after your last order.",
    ),
    CUSTOMER,
    basis=("GDPR 13(2)(a)",),
    silent_on=(
        harmless(
            "it says when that ends",
            "As long as you are a customer: until two years after your last order.",
        ),
        harmless("it is not about keeping", "As long as you are a customer, you get a discount."),
    ),
    where=_is_about_keeping,
)
def customer_without_end(said: Said) -> str:
    """A text says that data is kept as long as somebody is a customer. With a subscription that
    ends on a day; in a shop nobody knows when. What decides the period must tell people when it
    ends (GDPR article 13(2)(a)). Name the day that counts, such as two years after the last order.
    """
    return f"{said}: say when somebody no longer is one, such as two years after the last order"


@wording_rule(
    "VW003",
    "kept-forever",
    Severity.WARNING,
    in_words("We keep your e-mails indefinitely.", "We keep your e-mails for two years."),
    FOREVER,
    basis=("GDPR 5(1)(e)", "GDPR 13(2)(a)"),
    silent_on=(
        harmless("it is denied", "We never keep data indefinitely."),
        harmless("something ends it", "Cookies blijven op uw apparaat bewaard tot u ze wist."),
    ),
)
def kept_forever(said: Said) -> str:
    """A text says that data is kept without an end. Data that tells who it is about may be kept no
    longer than its purpose needs (GDPR article 5(1)(e)), and people must be told the period, or
    what decides it (article 13(2)(a)). Name an end.
    """
    return f"{said}, and nothing ends it: name a period or an event after which it goes"


@wording_rule(
    "VW004",
    "minimum-only",
    Severity.WARNING,
    in_words(
        "We keep invoices for at least seven years.",
        "We keep invoices for seven years.",
    ),
    AT_LEAST,
    basis=("GDPR 5(1)(e)", "GDPR 13(2)(a)"),
    silent_on=(
        harmless("there is a maximum", "We keep them at least two years and at most five."),
        harmless("something comes after", "We keep it at least one year. Then we delete it."),
        harmless("it is an age", "You must be at least 16 years old for us to keep an account."),
    ),
)
def minimum_only(said: Said) -> str:
    """A text says how long data is kept at least, and not at most. That tells nobody when it goes
    (GDPR article 13(2)(a)), and data may be kept no longer than needed (article 5(1)(e)). A law
    that asks for seven years is a reason for seven years, not for more. Name the longest time.
    """
    return f"{said}, but not at most: name the longest time"


@wording_rule(
    "VW005",
    "vague-purpose",
    Severity.INFO,
    in_words(
        "We use your data to improve our services.",
        "We count which pages are read, so that we write more about what people look for.",
    ),
    IMPROVE,
    basis=("GDPR 5(1)(b)", "GDPR 13(1)(c)"),
    silent_on=(harmless("it says what", "We mend errors that customers tell us of."),),
)
def vague_purpose(said: Said) -> str:
    """A text says that data serves to improve services or experience. Purposes are specified and
    explicit (GDPR article 5(1)(b)): nearly anything is an improvement, and nobody can tell from it
    what happens with the data. Say what you do with it, such as counting which pages are read.
    """
    return f"{said} can mean anything: say what you do with the data"


@wording_rule(
    "VW006",
    "cookies-elsewhere",
    Severity.WARNING,
    in_words(
        "Where third-party software uses cookies, this is mentioned in this policy.",
        "The table names every cookie, also those of others.",
    ),
    ELSEWHERE,
    basis=("ePrivacy 5(3)",),
    silent_on=(
        harmless(
            "it names them", "These cookies of third parties are listed: `_ga` for two years."
        ),
    ),
)
def cookies_elsewhere(said: Said) -> str:
    """A text says that cookies of third parties are mentioned where there are any. Visitors must be
    told which there are, how long they last and who can read them (ePrivacy Directive, article
    5(3); Court of Justice, C-673/17). Take the sentence out: the cookie table names them all.
    """
    return f"{said} names none of them: take this out, and list them under `cookies`"


@wording_rule(
    "VW007",
    "ambiguous-date",
    Severity.WARNING,
    in_words("In force since 07/01/2021.", "In force since 7 January 2021."),
    NUMERIC,
    basis=("GDPR 12(1)",),
    silent_on=(
        harmless("there is no such month", "In force since 25/05/2018."),
        harmless("the same either way", "In force since 05/05/2018."),
        harmless("it is a date of ISO 8601", "In force since 2021-01-07."),
        harmless("the day comes first in that language", "Van toepassing vanaf 07/01/2021."),
    ),
)
def ambiguous_date(said: Said) -> str | None:
    """An English text has a date in numbers of which each may be the month: 07/01/2021 is 7 January
    in Europe and 1 July in America. What people are told must be clear (GDPR article 12(1)). Write
    the month as a word.
    """
    first, second, _ = said.found.group().replace("-", "/").split("/")
    if int(first) == int(second):
        return None
    return f"{said}: either number may be the month; write the month as a word"
