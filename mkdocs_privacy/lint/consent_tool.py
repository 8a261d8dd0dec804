"""CT: the tool that asks for consent."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import Consent, PrivacyCenter

_ASKED = """
    cookies:
      film: {name: Film, category: marketing, purpose: shows our film, consent: required,
        activity: orders}
      choice: {use: cookieconsent}
    consent:
      how: You choose on your first visit.
      """
_TOOL = lines(f"{_ASKED}link: '#choice'", f"{_ASKED}service: choice")
_LINK = lines(f"{_ASKED}service: choice", f"{_ASKED}link: '#choice'")
_NOTHING_ASKED = sound(
    "nothing asks for consent",
    """
    cookies:
      cart: {name: Cart, category: necessary, purpose: remembers your cart}
    consent: {how: We ask nothing.}
    """,
)


@rule(
    "CT001",
    "consent-tool-unnamed",
    Severity.INFO,
    _TOOL,
    basis=("GDPR 7(1)", "ePrivacy 5(3)"),
    silent_on=(_NOTHING_ASKED,),
)
def consent_tool_unnamed(center: PrivacyCenter) -> Iterator[Remark]:
    """Something waits for consent, and nothing says which tool asks and remembers the answer. You
    must be able to show that somebody consented (GDPR article 7(1)), and what remembers it is
    stored on the device as well. Add the tool to `cookies`, and name it in `service` of `consent`.
    """
    if center.consent and not center.consent.service and _asks_anything(center):
        yield Remark(
            ("consent",), "nothing says which tool remembers the choice: add it as `service`"
        )


@rule(
    "CT002",
    "consent-link-missing",
    Severity.INFO,
    _LINK,
    basis=("GDPR 7(3)",),
    silent_on=(_NOTHING_ASKED,),
)
def consent_link_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """Something waits for consent, and no link leads to where visitors change their choice.
    Withdrawing must be as easy as giving consent (GDPR article 7(3)). Write `link` in `consent`: an
    address, or `#…` where the tool listens to one and runs on the privacy center as well. If it has
    a button of its own on every page, ignore this rule.
    """
    if center.consent and not center.consent.link and _asks_anything(center):
        yield Remark(
            ("consent",), "no link leads to where visitors change their choice: add `link`"
        )


def _asks_anything(center: PrivacyCenter) -> bool:
    services = (center.cookies or {}).values()
    return any(service.asks_consent is Consent.REQUIRED for service in services)
