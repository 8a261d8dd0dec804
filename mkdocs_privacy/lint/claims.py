"""SA: what a text says of itself, against what the rest of the center says."""

from __future__ import annotations

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint.passages import WrittenText
from mkdocs_privacy.lint.rule import Known
from mkdocs_privacy.lint.spoken_of import (
    activities_spoken_of,
    cookies_spoken_of,
    disclosures_spoken_of,
    recipients_spoken_of,
)
from mkdocs_privacy.lint.wording import Said, harmless, in_words, wording_rule
from mkdocs_privacy.lint.wordings import (
    ANONYMOUS,
    NO_MARKETING,
    NO_PERSONAL,
    NO_SHARING,
    NOWHERE_ELSE,
    TOO_SAFE,
)
from mkdocs_privacy.model import CookieCategory, PrivacyCenter, ProcessorCategory, Role

_CARRIER = """
processors:
  carrier: {name: Carrier, category: delivery, role: independent_controller, country: BE}
"""
_HOST = """
processors:
  host: {name: Host, category: hosting, role: processor, country: BE}
"""
_LETTERS = """
processors:
  letters: {name: Letters, category: newsletter, role: processor, country: BE}
"""
_ABROAD = """
processors:
  host: {name: Host, category: hosting, role: processor, country: JP}
"""


@wording_rule(
    "SA001",
    "ip-not-personal",
    Severity.WARNING,
    in_words(
        "These data, such as your IP address and browser, are not personal data.",
        "Your IP address and browser are personal data too.",
    ),
    NO_PERSONAL,
    basis=("GDPR 4(1)", "GDPR recital 30"),
    silent_on=(
        harmless("the address is made anonymous", "An anonymised IP address is not personal data."),
        harmless("nothing is collected", "We do not store IP addresses or other personal data."),
    ),
)
def ip_not_personal(said: Said) -> str:
    """A text says that an IP address, a browser or metadata is no personal data. Online
    identifiers are personal data as soon as somebody can tell with them who it is about (GDPR
    article 4(1) and recital 30; Court of Justice, C-582/14). Then people have all their rights over
    them. Take the sentence out, and list the data among `personal_data`.
    """
    return (
        f"{said}: online identifiers are personal data as a rule; take this out, and list them "
        "among `personal_data`"
    )


_OUR_HANDS = (Role.PROCESSOR, Role.SUB_PROCESSOR)
_THIRD_PARTIES = ("derde", "tiers", "tierces", "third")


def _shares(center: PrivacyCenter, _: Known, passage: WrittenText, said: Said) -> bool:
    """Whether somebody receives data; where only third parties are meant, who is no processor
    (GDPR article 4(10))."""
    if passage.path[0] == "processors":
        return False  # what a recipient does not share further is no matter of ours
    recipients = recipients_spoken_of(center, passage.path)
    disclosures = disclosures_spoken_of(center, passage.path)
    if any(word in said.found.group().lower() for word in _THIRD_PARTIES):
        recipients_meant = [one for one in recipients if one.role not in _OUR_HANDS]
        return bool(recipients_meant or disclosures)
    provided = [one for one in cookies_spoken_of(center, passage.path) if one.provider]
    return bool(recipients or disclosures or provided)


@wording_rule(
    "SA002",
    "no-sharing-claim",
    Severity.WARNING,
    in_words(
        "We never share your data with third parties.",
        "We never sell your data to third parties.",
        _CARRIER,
    ),
    NO_SHARING,
    basis=("GDPR 5(1)(a)", "GDPR 13(1)(e)"),
    silent_on=(
        harmless("nobody receives data", "We never share your data with third parties."),
        harmless(
            "a processor is no third party", "We never share your data with third parties.", _HOST
        ),
        harmless("it is about selling", "We never sell or rent your data to anyone.", _CARRIER),
        harmless(
            "an exception covers them",
            "We do not share your data with third parties, except as this page says.",
            _CARRIER,
        ),
    ),
    where=_shares,
    needs_data=True,
)
def no_sharing_claim(said: Said) -> str:
    """A text says that nobody else receives the data, and the data names recipients. People must be
    told who receives their data (GDPR article 13(1)(e)), and what they are told must be true
    (article 5(1)(a)). An exception for what the law requires does not cover a carrier or a payment
    service. A processor is no third party (article 4(10)): this rule counts it only where a text
    speaks of other organisations. Say what you do not do, such as selling data, or refer to the
    recipients.
    """
    return f"{said}, but the data names recipients: say what you do not do with it, such as selling"


def _markets(center: PrivacyCenter, _: Known, passage: WrittenText, __: Said) -> bool:
    path = passage.path
    advertises = (ProcessorCategory.NEWSLETTER, ProcessorCategory.ADVERTISING)
    return (
        any(one.category in advertises for one in recipients_spoken_of(center, path))
        or any(one.category is CookieCategory.MARKETING for one in cookies_spoken_of(center, path))
        or any(one.is_direct_marketing for one in activities_spoken_of(center, path))
    )


@wording_rule(
    "SA003",
    "no-marketing-claim",
    Severity.WARNING,
    in_words(
        "We do not use your data for marketing.",
        "We use your address for our newsletter only if you subscribe.",
        _LETTERS,
    ),
    NO_MARKETING,
    basis=("GDPR 5(1)(a)",),
    silent_on=(
        harmless("there is no marketing", "We do not use your data for marketing.", _HOST),
        harmless(
            "consent is asked",
            "We do not use your data for marketing without your consent.",
            _LETTERS,
        ),
        harmless(
            "it is about others",
            "No third party uses your data for advertising; we do not use it for their marketing.",
            _LETTERS,
        ),
    ),
    where=_markets,
    needs_data=True,
)
def no_marketing_claim(said: Said) -> str:
    """A text says that there is no marketing, and the data has a newsletter, advertising or a
    marketing cookie. What people are told must be true (GDPR article 5(1)(a)). Say for which
    marketing you use data, and that people may object to it or withdraw their consent.
    """
    return f"{said}, but the data has some, such as a newsletter: say for which you use data"


def _sends_abroad(center: PrivacyCenter, known: Known, passage: WrittenText, _: Said) -> bool:
    is_third = known.catalogue.adequacy.is_third_country
    return any(
        one.transfers or any(map(is_third, filter(None, (one.country, *one.processing_countries))))
        for one in recipients_spoken_of(center, passage.path)
    )


@wording_rule(
    "SA004",
    "no-transfer-claim",
    Severity.WARNING,
    in_words(
        "Your data never leaves us for a country outside the European Union.",
        "One of our recipients is in Japan.",
        _ABROAD,
    ),
    NOWHERE_ELSE,
    basis=("GDPR 13(1)(f)", "GDPR 5(1)(a)"),
    silent_on=(
        harmless("that is so", "Your data never goes outside the European Union.", _HOST),
        harmless(
            "a condition is named",
            "Your data does not go outside the EEA without safeguards.",
            _ABROAD,
        ),
    ),
    where=_sends_abroad,
    needs_data=True,
)
def no_transfer_claim(said: Said) -> str:
    """A text says that data stays in Europe, and a recipient is in a country outside the European
    Economic Area or has transfers. People must be told of a transfer to such a country and of what
    protects it (GDPR article 13(1)(f)). Name the transfer, or correct the entry of the recipient.
    """
    return f"{said}, but a recipient is outside the European Economic Area: name the transfer"


@wording_rule(
    "SA005",
    "absolute-security",
    Severity.WARNING,
    in_words(
        "Your data is 100 % secure with us.",
        "Your data is encrypted on its way and on our servers.",
    ),
    TOO_SAFE,
    basis=("GDPR 5(1)(a)", "GDPR 32(1)"),
    silent_on=(
        harmless("it is denied", "No transmission over the internet is 100% secure."),
        harmless("it is a lid", "Keep the jar completely closed."),
    ),
)
def absolute_security(said: Said) -> str:
    """A text promises complete security. No protection is complete: the law asks for measures that
    fit the risk (GDPR article 32(1)), and what people are told must be true (article 5(1)(a)).
    After a breach the sentence is held against you. Say what you do, under `measures`.
    """
    return f"{said}: nobody can promise that; say what you do, under `measures`"


@wording_rule(
    "SA006",
    "anonymous-identifier",
    Severity.INFO,
    in_words(
        "We count visits with anonymous identifiers.",
        "We count visits with identifiers that we replace every day.",
    ),
    ANONYMOUS,
    basis=("GDPR 4(5)", "GDPR recital 26"),
    silent_on=(harmless("nobody is told apart", "We keep anonymous totals."),),
)
def anonymous_identifier(said: Said) -> str:
    """A text calls an identifier, a cookie or an IP address anonymous. With an identifier one
    person is told from another: then the data is pseudonymous at most, and personal data (GDPR
    article 4(5) and recital 26). Write “pseudonymous”, or say how it becomes anonymous.
    """
    return f"{said}: with an identifier, data is pseudonymous at most; say how it becomes anonymous"
