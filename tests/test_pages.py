"""What pages say, and above all do not say, in small worlds: never more than the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from worlds import load_world, small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.pages import Page, Site, render_pages
from mkdocs_privacy.requests import RequestOptions

ENDPOINT = Site(requests=RequestOptions(endpoint="https://requests.tuimelkous.example/"))


def pages_of(folder: Path, changes: dict[str, Any], site: Site = ENDPOINT) -> dict[str, Page]:
    """The English pages of the small center with some top-level keys replaced, by name."""
    content = yaml.safe_dump({**small_center(), **changes}, default_style='"')
    files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
    loaded = load_world(folder, {**files, "privacy/center.yml": content})
    assert loaded.center, loaded.findings
    localized = LocalizedCenter(loaded.center, Localization("en", load_catalog("en")))
    return {page.kind.name: page for page in render_pages(localized, site)}


def text_of(page: Page) -> str:
    return " ".join(page.body.striptags().split())


def an_activity(**changes: Any) -> dict[str, Any]:
    activity = {**small_center()["activities"]["orders"], **changes}
    return {"activities": {"orders": {k: v for k, v in activity.items() if v is not None}}}


def test_what_is_not_stated_is_said_to_be_unstated(tmp_path: Path) -> None:
    changes = an_activity(legal_basis=None, retention=None, processors=None)
    pages = pages_of(tmp_path, changes)

    data = text_of(pages["data"])
    assert "No legal basis has been stated." in data
    assert "No retention period has been stated." in data
    assert "No recipients have been stated." in data
    assert "No recipients have been stated." in text_of(pages["processors"])
    assert "No cookies have been stated." in text_of(pages["cookies"])
    assert "whether this is direct marketing has not been stated" in text_of(
        pages["right.direct-marketing"]
    )


def test_that_nobody_receives_data_can_be_said(tmp_path: Path) -> None:
    processors = text_of(pages_of(tmp_path, {})["processors"])
    assert "Nobody outside our organisation receives personal data from us." in processors
    assert "These organisations receive" not in processors


def test_that_there_are_no_cookies_can_be_said(tmp_path: Path) -> None:
    cookies = text_of(pages_of(tmp_path, {"cookies": {}})["cookies"])
    assert "We store nothing on your device and read nothing from it." in cookies
    assert "Here is what we use" not in cookies


def test_a_marketing_cookie_in_a_necessary_service_is_not_called_necessary(tmp_path: Path) -> None:
    item = {"purpose": "ads", "category": "marketing"}
    service = {"name": "Shop", "category": "necessary", "purpose": "sells", "items": {"ad": item}}
    cookies = text_of(pages_of(tmp_path, {"cookies": {"shop": service}})["cookies"])
    assert "It has not been stated whether consent is asked for." in cookies
    assert "strictly necessary for" not in cookies


def test_a_category_that_only_a_further_service_has_is_shown(tmp_path: Path) -> None:
    also = [{"category": "email", "role": "processor", "service": "delivers our mail"}]
    host = {"name": "Host", "category": "hosting", "role": "processor", "also": also}
    headings = [
        one.title
        for one in pages_of(tmp_path, {"processors": {"host": host}})["processors"].headings
    ]
    assert headings == ["Hosting", "Host", "E-mail"]


def test_who_only_works_for_others_promises_no_answer_and_offers_no_form(tmp_path: Path) -> None:
    shoppers = {
        "title": "Shoppers",
        "our_role": "processor",
        "responsible": "the shop",
        "how_to_reach": "Ask the shop.",
    }
    changes = {"audiences": {"customers": shoppers}}
    pages = pages_of(tmp_path, changes)

    assert "uses your data on the instructions of the organisations named above" in text_of(
        pages["home"]
    )
    access = pages["right.access"]
    assert "Ask the shop." in text_of(access)
    assert "<form" not in access.body
    assert "mailto:" not in access.body


def test_requests_of_an_audience_go_where_it_is_told_to_send_them(tmp_path: Path) -> None:
    applicants = {"title": "Applicants", "contact": {"email": "jobs@tuimelkous.example"}}
    customers = {"title": "Customers"}
    changes = {"audiences": {"customers": customers, "applicants": applicants}}
    access = pages_of(tmp_path, changes)["right.access"].body
    assert 'Applicants: <a href="mailto:jobs@tuimelkous.example?subject=Request' in access


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"if_not_given": "Then we stop."}, "Then we stop."),
        ({"legal_basis": None, "withdraw": "Write to us."}, "Write to us."),
        ({"legal_basis": None, "interest": "safety"}, "Our legitimate interest: safety"),
        ({"retention": {"criteria": "as needed", "from": "after the order"}}, "after the order"),
        ({"origin": "our partner"}, "our partner"),
    ],
)
def test_a_text_without_the_field_it_goes_with_is_shown_all_the_same(
    changes: dict[str, Any], shown: str, tmp_path: Path
) -> None:
    assert shown in text_of(pages_of(tmp_path, an_activity(**changes))["data"])


def test_whoever_talks_with_a_machine_is_told_so_and_what_is_unsaid_of_it_is_too(
    tmp_path: Path,
) -> None:
    used = {"kind": "assistant", "description": "It answers questions."}
    data = text_of(pages_of(tmp_path, an_activity(artificial_intelligence=used))["data"])
    assert "Virtual assistant Here you interact with an artificial intelligence system" in data
    assert "It has not been stated whether the data is used to train models." in data


def test_a_tool_of_the_staff_is_none_that_visitors_talk_with(tmp_path: Path) -> None:
    used = {"kind": "tool", "description": "It translates.", "training": "none"}
    data = text_of(pages_of(tmp_path, an_activity(artificial_intelligence=used))["data"])
    assert "Here you interact" not in data
    assert "The data is not used to train models." in data


def test_an_organisation_without_a_known_authority_promises_none(tmp_path: Path) -> None:
    organisation = {
        **small_center()["organisation"],
        "address": {"city": "Boston", "country": "US"},
    }
    contact = text_of(pages_of(tmp_path, {"organisation": organisation})["contact"])
    assert "You can lodge a complaint with the supervisory authority at any time:" not in contact
    assert "the authority of the EU country where you live" in contact


def test_data_that_is_passed_on_is_not_said_to_stay_within_the_eea(tmp_path: Path) -> None:
    host = {
        "name": "Host",
        "category": "hosting",
        "role": "processor",
        "country": "IE",
        "processing_countries": ["IE"],
    }
    stays = "the data stays within the European Economic Area"
    assert stays in text_of(pages_of(tmp_path, {"processors": {"host": host}})["processors"])
    for elsewhere in ({"onward": "support in India"}, {"parent_country": "US"}):
        passed_on = {"processors": {"host": host | elsewhere}}
        assert stays not in text_of(pages_of(tmp_path, passed_on)["processors"])
