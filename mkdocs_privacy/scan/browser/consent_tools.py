"""The controls of consent tools: where a visitor accepts all, or refuses all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_privacy.model import Facts
from mkdocs_privacy.scan.observation import Phase


@dataclass(frozen=True, slots=True)
class Controls:
    """Selectors of a consent tool; the first that is visible is used."""

    accept: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    """What who accepts all ticks before, where the tool accepts what is ticked."""
    facts: Facts | None = None
    """Where these were read; verified where that is the tool's own code. Nothing where somebody
    gave them for a scan."""

    def for_phase(self, phase: Phase) -> tuple[str, ...]:
        """What is clicked to come into a phase."""
        return {Phase.ACCEPTED: self.accept, Phase.REFUSED: self.refuse}.get(phase, ())


def _read_in(source: str, day: date, *, verified: bool = True) -> Facts:
    return Facts(source=source, as_of=day, verified=verified)


_TRIED = date(2026, 11, 26)
_LOOKED_UP = date(2026, 11, 27)

TOOLS: Mapping[str, Controls] = {
    "cookieconsent": Controls(
        accept=('#cc-main [data-role="all"]',),
        refuse=('#cc-main [data-role="necessary"]',),
        facts=_read_in("vanilla-cookieconsent from npm, tried with it", _TRIED),
    ),
    "klaro": Controls(
        accept=(".klaro .cm-btn-accept-all", ".klaro .cookie-notice .cm-btn-success"),
        refuse=(".klaro .cn-decline", ".klaro .cm-btn-decline"),
        facts=_read_in("klaro from npm, tried with it", _TRIED),
    ),
    "tarteaucitron": Controls(
        accept=("#tarteaucitronPersonalize2", "#tarteaucitronAllAllowed"),
        refuse=("#tarteaucitronAllDenied2", "#tarteaucitronAllDenied"),
        facts=_read_in("tarteaucitronjs from npm, tried with it", _TRIED),
    ),
    "cookiebot": Controls(
        accept=(
            "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
            "#CybotCookiebotDialogBodyButtonAccept",
        ),
        refuse=(
            "#CybotCookiebotDialogBodyButtonDecline",
            "#CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll",
        ),
        facts=_read_in(
            "github.com/duckduckgo/autoconsent, lib/cmps/cookiebot.ts at 021cba6, for Accept and "
            "Decline; the other two in programs that click them. The dialog itself is not public",
            _LOOKED_UP,
            verified=False,
        ),
    ),
    "complianz": Controls(
        accept=(".cmplz-cookiebanner .cmplz-accept",),
        refuse=(".cmplz-cookiebanner .cmplz-deny",),
        facts=_read_in(
            "github.com/Really-Simple-Plugins/complianz-gdpr, "
            "cookiebanner/templates/cookiebanner.php at 02b36e5",
            _LOOKED_UP,
        ),
    ),
    "mkdocs-material": Controls(
        accept=("[data-md-component=consent] .md-consent__controls button:not([type])",),
        boxes=("[data-md-component=consent] label:has(input[name]:not(:checked))",),
        refuse=("[data-md-component=consent] .md-consent__controls button[type=reset]",),
        facts=_read_in(
            "Material for MkDocs from PyPI, material/templates/partials/consent.html", _LOOKED_UP
        ),
    ),
}
"""By the id of the consent tool in the catalogue."""


def controls_of(configured: str | None, accept: str | None, refuse: str | None) -> Controls:
    """The selectors to try: those that somebody gave, or of the configured tool and then others."""
    tools = sorted(TOOLS, key=lambda tool: tool != configured)
    return Controls(
        accept=(accept,) if accept else tuple(one for id in tools for one in TOOLS[id].accept),
        refuse=(refuse,) if refuse else tuple(one for id in tools for one in TOOLS[id].refuse),
        boxes=() if accept else tuple(one for id in tools for one in TOOLS[id].boxes),
    )
