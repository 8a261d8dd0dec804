"""DN: what a text says that is not done at all, against what the rest of the center says."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.passages import WrittenText, passages_of
from mkdocs_privacy.lint.rule import Known, Remark, rule
from mkdocs_privacy.lint.wording import Said, find_said, harmless, in_words, wording_rule
from mkdocs_privacy.lint.wordings import NO_COOKIES, NO_DATA, uses_no
from mkdocs_privacy.model import PrivacyCenter, TrackerType

_COOKIE = """
cookies:
  basket:
    name: Basket
    category: necessary
    purpose: It remembers what you put in it.
    items: {basket: {type: %s, purpose: It remembers what you put in it.}}
"""


def _sets_cookies(center: PrivacyCenter, _: Known, passage: WrittenText, __: Said) -> bool:
    return not passage.is_of_entry and any(
        item.type is TrackerType.COOKIE
        for service in (center.cookies or {}).values()
        for item in service.items.values()
    )


@wording_rule(
    "DN001",
    "no-cookies-claim",
    Severity.WARNING,
    in_words(
        "This website does not use cookies.",
        "This website does not use cookies for advertising.",
        _COOKIE % "cookie",
    ),
    NO_COOKIES,
    basis=("ePrivacy 5(3)", "GDPR 5(1)(a)"),
    silent_on=(
        harmless(
            "another kind of storage is used",
            "This website does not use cookies.",
            _COOKIE % "local_storage",
        ),
        harmless(
            "some cookies are meant",
            "We use no cookies without your consent.",
            _COOKIE % "cookie",
        ),
    ),
    where=_sets_cookies,
    needs_data=True,
)
def no_cookies_claim(said: Said) -> str:
    """A text says that the website uses no cookies, and the data lists some. Visitors must be told
    which there are (ePrivacy Directive, article 5(3)), and what they are told must be true (GDPR
    article 5(1)(a)). Say which cookies you do not use, such as those for advertising, or take the
    sentence out.
    """
    return f"{said}, but `cookies` lists some: say which kind you do not use, or take this out"


def _uses_data(center: PrivacyCenter, _: Known, passage: WrittenText, __: Said) -> bool:
    return not passage.is_of_entry and any(
        activity.personal_data and not center.is_on_behalf_of_others(activity)
        for activity in center.activities.values()
    )


@wording_rule(
    "DN002",
    "no-data-claim",
    Severity.WARNING,
    in_words("We do not collect personal data.", "We do not collect personal data about children."),
    NO_DATA,
    basis=("GDPR 13(1)", "GDPR 5(1)(a)"),
    silent_on=(
        harmless("some data is meant", "We do not process personal data without a legal basis."),
    ),
    where=_uses_data,
    needs_data=True,
)
def no_data_claim(said: Said) -> str:
    """A text says that no personal data is collected, and the activities list some. A name in an
    e-mail and an IP address are personal data too (GDPR article 4(1)), and what people are told
    must be true (article 5(1)(a)). Say which data you do not collect, or take the sentence out.
    """
    return f"{said}, but `activities` list personal data: say which you do not use, or take it out"


_SERVICE = """
    processors:
      mollie: {use: mollie}
    notice: {introduction: %s}
    """
_USED = lines(
    _SERVICE % "We do not use Mollie.",
    _SERVICE % "We do not use Klarna.",
)
_SOMETIMES = sound(
    "a condition is named", _SERVICE % "We do not use Mollie if you pay by bank transfer."
)


@rule(
    "DN003",
    "used-after-all",
    Severity.WARNING,
    _USED,
    basis=("GDPR 5(1)(a)", "GDPR 13(1)(e)"),
    silent_on=(_SOMETIMES,),
)
def used_after_all(center: PrivacyCenter) -> Iterator[Remark]:
    """A text says that you do not use a service, and the data names it as a recipient or in the
    cookie table. Readers find both, and what they are told must be true (GDPR article 5(1)(a)).
    Take the sentence out, or the service, if you no longer use it.
    """
    named = _names(center)
    for passage in passages_of(center):
        if not passage.is_text or passage.is_of_entry:
            continue
        small_letters = passage.words.lower()
        for name in (name for name in named if name.lower() in small_letters):
            if any(find_said(uses_no(name), passage.words, passage.language)):
                yield Remark(
                    passage.path,
                    f"this says that you do not use {name}, but `{named[name]}` names it: take "
                    "one of the two out",
                )


def _names(center: PrivacyCenter) -> dict[str, str]:
    """The names of recipients and of services on devices, with where each stands."""
    found = {one.name: f"cookies.{id}" for id, one in (center.cookies or {}).items()}
    for id, processor in (center.processors or {}).items():
        found |= dict.fromkeys(processor.name.all_words, f"processors.{id}")
    return found
