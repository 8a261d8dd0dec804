"""The controls of consent tools: where a visitor accepts all, or refuses all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_privacy.scan.observation import Phase


@dataclass(frozen=True, slots=True)
class Controls:
    """Selectors of a consent tool; the first that is visible is used."""

    accept: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()

    def for_phase(self, phase: Phase) -> tuple[str, ...]:
        """What is clicked to come into a phase."""
        return {Phase.ACCEPTED: self.accept, Phase.REFUSED: self.refuse}.get(phase, ())


TOOLS: Mapping[str, Controls] = {
    "cookieconsent": Controls(
        accept=('#cc-main [data-role="all"]',), refuse=('#cc-main [data-role="necessary"]',)
    ),
    "klaro": Controls(
        accept=(".klaro .cm-btn-accept-all", ".klaro .cookie-notice .cm-btn-success"),
        refuse=(".klaro .cn-decline", ".klaro .cm-btn-decline"),
    ),
    "tarteaucitron": Controls(
        accept=("#tarteaucitronPersonalize2", "#tarteaucitronAllAllowed"),
        refuse=("#tarteaucitronAllDenied2", "#tarteaucitronAllDenied"),
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
    ),
    "complianz": Controls(
        accept=(".cmplz-cookiebanner .cmplz-accept",), refuse=(".cmplz-cookiebanner .cmplz-deny",)
    ),
    "mkdocs-material": Controls(
        accept=("[data-md-component=consent] .md-consent__controls button:not([type])",),
        refuse=("[data-md-component=consent] .md-consent__controls button[type=reset]",),
    ),
}
"""By the id of the consent tool in the catalogue."""


def controls_of(configured: str | None, accept: str | None, refuse: str | None) -> Controls:
    """The selectors to try: those that somebody gave, or of the configured tool and then others."""
    tools = sorted(TOOLS, key=lambda tool: tool != configured)
    return Controls(
        accept=(accept,) if accept else tuple(one for id in tools for one in TOOLS[id].accept),
        refuse=(refuse,) if refuse else tuple(one for id in tools for one in TOOLS[id].refuse),
    )
