"""A shop in forty lines, and software in sixty: centers that need little but the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build_cleanly
from markupsafe import Markup

FORTY = Path(__file__).parent / "forty"
KINDS = {"webshop": ("shop.yml", 40), "saas": ("software.yml", 60)}

SAID = {
    "webshop": {
        "": (
            "De vervoerder krijgt van ons wat hij nodig heeft",
            "10 jaar",
            "Mollie",
            "Mailchimp",
            "tien jaar",
        ),
        "fr": ("Le transporteur reçoit de nous ce qu’il lui faut", "10 ans", "Moneybird"),
        "en": ("The carrier receives from us what it needs", "10 years", "DPD", "bpost", "anyone"),
    },
    "saas": {
        "": ("Je probeert onze dienst gratis uit", "7 jaar", "Sentry", "4 weken"),
        "fr": (
            "Tu essaies notre service gratuitement",
            "7 ans",
            "HubSpot",
            "Test de sécurité annuel",
        ),
        "en": (
            "You try our service for free",
            "7 years",
            "Zendesk",
            "Who decides about your data?",
        ),
    },
}
"""What stands on the whole policy of each, by the folder of a language."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_center_is_written_in_few_lines(kind: str) -> None:
    name, most = KINDS[kind]
    lines = (FORTY / kind / "privacy" / name).read_text("utf-8").splitlines()
    assert len([line for line in lines if line.strip() and "#" not in line]) <= most


@pytest.mark.parametrize("kind", KINDS)
def test_it_builds_strictly_and_says_all_in_three_languages(kind: str, tmp_path: Path) -> None:
    site = build_cleanly(FORTY / kind / "mkdocs.yml", tmp_path / "site")
    for language, said in SAID[kind].items():
        page = (site / language / "policy" / "index.html").read_text("utf-8")
        text = Markup(page).striptags().replace("\u00ad", "").replace("\u00a0", " ")
        assert [words for words in said if words not in text] == []
