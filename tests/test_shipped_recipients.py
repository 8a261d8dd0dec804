"""Recipients from the catalogue: each loads alone, has its sources, and gets what it can need."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from everything_world import localized
from markupsafe import Markup
from release_worlds import TODAY, a_release
from worlds import LANGUAGES

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.catalogue.participation import spelled_out
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import FormOfAddress, LocalizedCenter
from mkdocs_privacy.model import Facts, PrivacyCenter
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import read_archive, write_release

CATALOGUE = shipped_catalogue()
ORGANISATION = """\
organisation:
  name: Tuimelkous
  address: {city: Putte, country: BE}
  website: https://www.tuimelkous.example
  contact: {email: hallo@tuimelkous.example}
"""
EVERY_DATUM = f"""\
activities:
  everything:
    use: orders
    recipient_categories: [%s]
    personal_data: [{", ".join(CATALOGUE.personal_data)}]
"""


def load(base: Path, written: str) -> Loaded:
    folder = base / "privacy"
    folder.mkdir()
    (folder / "center.yml").write_text(ORGANISATION + written, encoding="utf-8")
    return load_center(folder, LANGUAGES)


def center_of(loaded: Loaded) -> PrivacyCenter:
    assert loaded.center, loaded.findings
    assert loaded.findings == ()
    return loaded.center


def received(center: PrivacyCenter) -> dict[str, dict[str, tuple[str, ...]]]:
    """What each recipient gets, by activity."""
    return {
        id: {one.id: center.received(activity, one) for one in activity.processors or ()}
        for id, activity in center.activities.items()
    }


def usual(id: str) -> set[str]:
    needed = CATALOGUE.usually_receives[id]
    return {*CATALOGUE.personal_data} if needed == "all" else {*needed}


# ------------------------------------------------------------------------------ every entry


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_every_recipient_alone_makes_a_center_in_which_it_gets_what_it_can_need(
    id: str, tmp_path: Path
) -> None:
    activity = EVERY_DATUM % CATALOGUE.processors[id]["category"]
    loaded = load(tmp_path, f"processors:\n  receiver: {{use: {id}}}\n{activity}")
    center = center_of(loaded)
    assert {*received(center)["everything"]["receiver"]} == usual(id)
    assert (center.processors or {})["receiver"].use == id
    unstated = {"received-data-unstated", "received-data-not-used", "transfer-after-all"}
    assert unstated.isdisjoint(one.rule.slug for one in lint(loaded))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_together_are_rendered_in_every_language(language: str, tmp_path: Path) -> None:
    categories = dict.fromkeys(entry["category"] for entry in CATALOGUE.processors.values())
    entries = "".join(f"  {id}: {{use: {id}}}\n" for id in CATALOGUE.processors)
    activity = EVERY_DATUM % ", ".join(categories)
    center = center_of(load(tmp_path, f"processors:\n{entries}{activity}"))
    localization = LocalizedCenter(center, localized(language, FormOfAddress.FORMAL))
    said = Markup(policy_document(localization, Site())).striptags()
    for processor in (center.processors or {}).values():
        assert processor.service
        words = processor.service.in_language(language)
        assert words
        assert words[1:] in said  # which begins with a capital in the register


def test_no_recipient_has_forms_of_address_which_only_activities_and_words_have() -> None:
    assert "|" not in "".join(str(CATALOGUE.processors[id]) for id in CATALOGUE.processors)


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_every_recipient_says_what_was_read_and_when_and_which_fields_were_not(id: str) -> None:
    entry = CATALOGUE.processors[id]
    facts = Facts.model_validate(entry["facts"])
    assert facts.source
    assert date(2026, 4, 1) <= facts.as_of <= date(2026, 11, 28)
    assert {*facts.unverified} <= {*entry} - {"name", "category", "role", "service", "facts"}
    assert facts.verified or not facts.unverified
    recalled = "common knowledge" in facts.source or "as reported" in facts.source
    assert not (facts.verified and recalled)
    assert "role" in entry or not facts.verified


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_no_transfer_rests_on_the_data_privacy_framework_alone(id: str) -> None:
    transfers = CATALOGUE.processors[id].get("transfers", [])
    by_country: dict[str, set[str]] = {}
    for transfer in transfers:
        for country in transfer["countries"]:
            by_country.setdefault(country, set()).add(transfer["mechanism"])
    assert {"dpf"} not in by_country.values()
    assert [one for one in transfers if "checked" in one] == []


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_whoever_is_outside_the_economic_area_says_what_makes_the_transfer_lawful(id: str) -> None:
    entry = CATALOGUE.processors[id]
    places = [entry.get("country", "BE"), *entry.get("processing_countries", ())]
    covered = {one for transfer in entry.get("transfers", ()) for one in transfer["countries"]}
    third = set(filter(CATALOGUE.adequacy.is_third_country, places))
    assert third <= covered


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_every_recipient_can_need_some_data_that_the_catalogue_has(id: str) -> None:
    assert usual(id)
    assert usual(id) <= {*CATALOGUE.personal_data}


def test_whoever_takes_part_in_the_framework_says_so_itself() -> None:
    written: dict[str, Any] = {
        "_shared": {"participation": {"nl": "{company}: ja", "en": "{company}: yes"}},
        "a": {
            "name": "A",
            "transfers": [
                {"countries": ["US"], "mechanism": "dpf", "participant": "A, Inc."},
                {"countries": ["US"], "mechanism": "scc"},
            ],
        },
    }
    assert spelled_out(written) == {
        "a": {
            "name": "A",
            "transfers": [
                {
                    "countries": ["US"],
                    "mechanism": "dpf",
                    "reference": {"nl": "A, Inc.: ja", "en": "A, Inc.: yes"},
                },
                {"countries": ["US"], "mechanism": "scc"},
            ],
        }
    }


# ------------------------------------------------------------------------ what it receives

SHOP = """\
processors:
  bpost: {use: bpost%s}
activities:
  delivery: {use: delivery}
  reviews: {use: reviews, recipient_categories: [delivery]}
"""


def test_a_recipient_gets_what_it_can_need_of_what_each_activity_uses(tmp_path: Path) -> None:
    assert received(center_of(load(tmp_path, SHOP % ""))) == {
        "delivery": {"bpost": ("name", "postal-address", "email", "phone", "delivery")},
        "reviews": {"bpost": ("name", "email")},
    }


def test_what_the_owner_says_that_it_receives_goes_before(tmp_path: Path) -> None:
    assert received(center_of(load(tmp_path, SHOP % ", personal_data: [name]"))) == {
        "delivery": {"bpost": ("name",)},
        "reviews": {"bpost": ("name",)},
    }


def test_all_that_its_activities_use_can_be_said_too(tmp_path: Path) -> None:
    center = center_of(load(tmp_path, SHOP % ", personal_data: all"))
    assert received(center)["reviews"] == {"bpost": ("name", "email", "order", "reviews")}


def test_what_no_activity_uses_is_not_received_and_stands_nowhere(tmp_path: Path) -> None:
    center = center_of(load(tmp_path, SHOP % ""))
    assert "gift-recipient" in usual("bpost")
    assert "gift-recipient" not in (center.processors or {})["bpost"].personal_data
    assert "gift-recipient" not in center.personal_data


def test_where_it_can_need_nothing_that_is_used_what_it_receives_is_not_stated(
    tmp_path: Path,
) -> None:
    written = """\
processors:
  bpost: {use: bpost}
activities:
  cameras: {use: camera-surveillance, processors: [bpost]}
"""
    loaded = load(tmp_path, written)
    assert received(center_of(loaded)) == {"cameras": {"bpost": ()}}
    assert "received-data-unstated" in {one.rule.slug for one in lint(loaded)}


def test_a_release_holds_the_list_and_not_the_question_what_is_usual(tmp_path: Path) -> None:
    center = center_of(load(tmp_path, SHOP % ""))
    write_release(tmp_path / "releases", a_release(center=center), TODAY)
    [release] = read_archive(tmp_path / "releases").history
    assert release.center == center
    text = next((tmp_path / "releases").rglob("center.json")).read_text("utf-8")
    assert "usually_receives" not in text


def test_an_owner_cannot_write_what_only_the_catalogue_says(tmp_path: Path) -> None:
    written = SHOP % ", usually_receives: all"
    [finding] = load(tmp_path, written).findings
    assert finding.rule.slug == "unknown-key"


def test_a_catalogue_of_ones_own_says_what_its_recipients_can_need(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "processors.yml").write_text(
        "courier:\n"
        "  name: Koerier\n  category: delivery\n  role: independent_controller\n"
        "  service: brengt rond\n  usually_receives: [name, postal-address, photo]\n"
        "  facts: {source: its contract, as_of: 2026-11-26, verified: true}\n",
        encoding="utf-8",
    )
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy" / "center.yml").write_text(
        ORGANISATION
        + "processors:\n  courier: {use: courier}\nactivities:\n  delivery: {use: delivery}\n",
        encoding="utf-8",
    )
    loaded = load_center(
        tmp_path / "privacy", LANGUAGES, catalogue_dirs=(tmp_path / "shared",), base=tmp_path
    )
    assert received(center_of(loaded)) == {"delivery": {"courier": ("name", "postal-address")}}
