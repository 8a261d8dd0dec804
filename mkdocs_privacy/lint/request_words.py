"""RW: what a text says of requests, beside what the law and the data say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.passages import WrittenText, passages_of
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.lint.wording import (
    Said,
    harmless,
    in_words,
    wording_rule,
)
from mkdocs_privacy.lint.wordings import (
    AFTERWARDS_NOTHING,
    COPY,
    FEE,
    FIRST_TO_US,
    FORM_HERE,
    ONLY_ON_PAPER,
)
from mkdocs_privacy.model import PrivacyCenter


@wording_rule(
    "RW003",
    "identity-copy",
    Severity.WARNING,
    in_words(
        "Send a copy of your passport with your request.",
        "If we reasonably doubt who you are, we ask a question about your order.",
    ),
    COPY,
    basis=("GDPR 12(6)", "GDPR 5(1)(c)"),
    silent_on=(
        harmless("there is doubt", "In case of doubt we ask a copy of your passport on a request."),
        harmless("it is denied", "For a request we never ask a copy of your passport."),
        harmless("it is about staff", "We keep a copy of the passport of our employees."),
    ),
)
def identity_copy(said: Said) -> str:
    """A text asks everybody who makes a request for a copy of an identity document. You may ask
    more to know who somebody is only where you have reasonable doubt (GDPR article 12(6)), and no
    more than is needed (article 5(1)(c)): usually a message to the address that you know is enough.
    Ask for it only in case of doubt, and say so.
    """
    return f"{said}: ask for more only where you have reasonable doubt, and say so"


@wording_rule(
    "RW004",
    "written-only",
    Severity.INFO,
    in_words(
        "Requests must be made in writing.",
        "You can make a request with our form, by e-mail or by telephone.",
    ),
    ONLY_ON_PAPER,
    basis=("GDPR 12(2)",),
    silent_on=(harmless("there is another way", "Requests must be made in writing or by e-mail."),),
)
def written_only(said: Said) -> str:
    """A text asks for requests in writing. The law sets no form for a request, and you must make it
    easy to exercise a right (GDPR article 12(2)): a request by telephone counts too. Name the
    easiest way first, and leave the others open.
    """
    return f"{said}: a request needs no form; name the easiest way, and leave the others open"


@wording_rule(
    "RW005",
    "retaliation",
    Severity.INFO,
    in_words(
        "If you exercise your right of access, we may terminate your account.",
        "A request costs you nothing and changes nothing else.",
    ),
    AFTERWARDS_NOTHING,
    basis=("GDPR 12(2)", "GDPR 5(1)(a)"),
    silent_on=(harmless("it is about something else", "You may close your account at any time."),),
)
def retaliation(said: Said) -> str:
    """A text says that a service ends or gets worse because somebody exercises a right. You must
    make it easy to exercise rights (GDPR article 12(2)), and a threat keeps people from it. Where a
    service cannot go on without the data, such as after erasure, say for which data and why.
    Otherwise take the sentence out.
    """
    return f"{said} reads like a threat: say for which data a service cannot go on, or take it out"


@wording_rule(
    "RW006",
    "complaint-first-to-us",
    Severity.WARNING,
    in_words(
        "You may go to the supervisory authority only after you complained to us.",
        "You may go to the supervisory authority at any time.",
    ),
    FIRST_TO_US,
    basis=("GDPR 77(1)", "GDPR 13(2)(d)"),
    silent_on=(
        harmless(
            "it is an invitation",
            "Tell us first if you like; you may always go to the supervisory authority.",
        ),
    ),
)
def complaint_first_to_us(said: Said) -> str:
    """A text lets people go to the authority only after they complained to the organisation.
    Everybody may lodge a complaint with an authority (GDPR article 77(1)), and must be told so
    (article 13(2)(d)). You may invite people to write to you first. An authority may ask that
    somebody made a request before a complaint about that request; that is no matter of the policy.
    """
    return f"{said}: nobody has to complain to you before the authority; take this out"


@wording_rule(
    "RW007",
    "fee-for-request",
    Severity.WARNING,
    in_words(
        "A copy of your data costs 10 euro.",
        "A copy of your data is free of charge.",
    ),
    FEE,
    basis=("GDPR 12(5)", "GDPR 15(3)"),
    silent_on=(
        harmless("it is a further copy", "An additional copy of your data costs 5 euro."),
        harmless("it is about an order", "A return of your order costs 5 euro."),
    ),
)
def fee_for_request(said: Said) -> str:
    """A text charges a fee for a request, while the pages about rights say that it is free. So the
    law has it (GDPR article 12(5)): a reasonable fee is for requests that are manifestly unfounded
    or excessive, and for further copies (article 15(3)). Take the fee out, or name that condition.
    """
    return f"{said}: a request is free unless manifestly unfounded or excessive; correct this"


def _has_no_form(_: PrivacyCenter, known: Known, passage: WrittenText, __: Said) -> bool:
    """Whether words about requests name a form that the pages in their language do not have."""
    if known.forms is None or passage.path[0] != "rights" or _ELSEWHERE.search(passage.words):
        return False
    languages = [passage.language] if passage.language else [*known.forms]
    here = {one for language in languages for one in known.forms.get(language, ())}
    match passage.path:
        case ("rights", "each", right, *_):
            return right not in here
    return not here


_ELSEWHERE = re.compile(r"\]\(|https?://")


@wording_rule(
    "RW009",
    "form-promised-but-none",
    Severity.WARNING,
    lines(
        "rights: {how: Use the form on these pages or write to us.}",
        "rights: {how: Send us an e-mail or a letter.}",
    ),
    FORM_HERE,
    basis=("GDPR 12(2)",),
    silent_on=(
        sound("the form is on another page", "rights: {how: 'Use [the form below](../form/).'}"),
        sound("a form of another kind is meant", "rights: {how: 'We answer in the form below.'}"),
        harmless("it is not about requests", "Order with the form on this page."),
    ),
    where=_has_no_form,
    needs_data=True,
)
def form_promised_but_none(said: Said) -> str:
    """A text on requests sends people to a form on the page, and the pages have none: `requests:`
    in `mkdocs.yml` has no endpoint for it. Readers then find an e-mail and a letter only, and you
    must make it easy to exercise a right (GDPR article 12(2)). Write `requests: {endpoint: …}`, or
    take the form out of the text: `use: by-mail` under `rights` has such words.
    """
    return (
        f"{said}: the pages have no form without `requests: {{endpoint: …}}` in mkdocs.yml; add "
        "it, or take the form out of the text"
    )


_NEVER_A_COPY = re.compile(
    r"\b(?:nooit|geen|niet)\b.{0,30}\b(?:kopie|scan|foto)\b.{0,40}\b(?:identiteit|paspoort|ID-)"
    r"|\b(?:jamais|pas|aucune)\b.{0,40}\b(?:copie|photocopie|scan)\b.{0,40}\b(?:identité|passeport)"
    r"|\b(?:never|not|no)\b.{0,30}\b(?:copy|scan|photo)\b.{0,40}\b(?:identity|passport|ID\b)",
    re.IGNORECASE,
)


_BOTH = """
    notice: {introduction: For a request we never ask a copy of your passport.}
    rights: {identity_check: Send a copy of your passport with your request.}
    """


@knowing_rule(
    "RW008",
    "identity-two-ways",
    Severity.WARNING,
    lines(_BOTH, _BOTH.replace("Send a copy of your passport", "Tell us your customer number")),
    basis=("GDPR 12(1)", "GDPR 12(6)"),
    silent_on=(
        harmless("only one is said", "For a request we never ask a copy of your passport."),
    ),
)
def identity_two_ways(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """One text asks for a copy of an identity document, and another says that you never do. People
    must be told clearly what a request takes (GDPR article 12(1)). Keep one of the two: usually the
    latter, because you may ask more only where you have reasonable doubt (article 12(6)).
    """
    asking = {remark.path for remark in identity_copy.look(center, known)}
    if not asking:
        return
    first = ".".join(map(str, min(asking, key=str)))
    for passage in passages_of(center):
        if passage.is_text and passage.path not in asking and _NEVER_A_COPY.search(passage.words):
            yield Remark(
                passage.path,
                f"this says that you ask for no copy, but `{first}` does: keep one of them",
            )
