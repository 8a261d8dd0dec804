"""Complaints to the organisation itself: where they are offered, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import fragment_fromstring
from worlds import LANGUAGES, load_world, small_center

from mkdocs_privacy.changelog.link_targets import find_link_target
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, RequestType
from mkdocs_privacy.pages import PAGE_KINDS, Page, Site, policy_document, render_pages
from mkdocs_privacy.releases import Change, Verb, find_kind
from mkdocs_privacy.requests import RequestOptions, request_forms
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome, problems_of_decision

COMPLAIN = "Complain to us"
REQUEST_FIRST = (
    "Is your complaint to an authority about a request in which you exercise a right, and is the "
    "processing cross-border? Then, from 2 April 2027, you must have made that request to us first "
    "(Regulation (EU) 2025/2518). Keep the receipt: an authority may ask for it."
)
DAY = date(2026, 11, 26)

Worlds = Callable[..., PrivacyCenter]


@pytest.fixture
def worlds(tmp_path: Path) -> Worlds:
    """Loads the small center, which is Belgian, with another country, rights or audiences."""

    def load(
        complaints: dict[str, str] | None = None, country: str = "BE", **changes: Any
    ) -> PrivacyCenter:
        content = {**small_center(), **changes}
        content["organisation"]["address"]["country"] = country
        if complaints is not None:
            content["rights"] = {"complaints": complaints}
        written = yaml.safe_dump(content, default_style='"', sort_keys=False)
        files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
        loaded = load_world(tmp_path, {**files, "privacy/center.yml": written})
        assert loaded.center, loaded.findings
        return loaded.center

    return load


def pages_of(center: PrivacyCenter, **site: Any) -> dict[str, Page]:
    localized = LocalizedCenter(center, Localization("en", load_catalog("en")))
    return {page.kind.name: page for page in render_pages(localized, Site(**site))}


def words_of(page: Page) -> str:
    return " ".join(fragment_fromstring(page.body, create_parent="main").text_content().split())


# Where they are offered


@pytest.mark.parametrize(
    "differences",
    [
        pytest.param({"complaints": {}}, id="where the data says so"),
        pytest.param({"country": "GB"}, id="in the United Kingdom"),
        pytest.param(
            {"country": "GB", "complaints": {"acknowledgement": "P5D"}}, id="with periods"
        ),
    ],
)
def test_a_page_offers_to_complain(worlds: Worlds, differences: dict[str, Any]) -> None:
    center = worlds(**differences)

    pages = pages_of(center)
    assert [*pages].index("complaint-to-us") == [*pages].index("right.complaint") - 1
    assert len(pages) == len(PAGE_KINDS) + len(center.audiences) + 1
    assert RequestType.COMPLAINT in request_forms(center, LANGUAGES)
    leading = {name for name, page in pages.items() if f">{COMPLAIN}</a>" in page.body}
    rights = {name for name in pages if name.startswith("right.")}
    assert leading == {*rights, "audience.customers", "rights", "contact", "policy"}


def test_the_first_page_leads_to_the_page_that_has_both_ways_ours_first(worlds: Worlds) -> None:
    pages = pages_of(worlds(country="GB"))

    assert words_of(pages["home"]).count("omplain") == 1
    assert '<a href="rights/complaint/">' in pages["home"].body
    ways = words_of(pages["right.complaint"]).partition("Complaint to our organisation")[2]
    ours, _, of_the_authority = ways.partition("Complain to the authority")
    assert COMPLAIN in ours
    assert "Information Commissioner" in of_the_authority


def test_how_we_deal_with_complaints_stands_beside_the_way_to_us(worlds: Worlds) -> None:
    organisation = small_center()["organisation"] | {"complaints": "Ask for Jo."}

    for country, before in ("GB", COMPLAIN), ("BE", "Complaints"):
        told = words_of(
            pages_of(worlds(country=country, organisation=organisation))["right.complaint"]
        )
        assert told.count("Ask for Jo.") == 1
        assert f"{before} Ask for Jo." in told


def test_the_authority_of_the_united_kingdom_makes_its_law_apply(worlds: Worlds) -> None:
    content = small_center()["organisation"]
    supervised = {**content, "supervisory_authority": {"use": "GB"}}

    assert worlds(organisation=supervised, country="JE").takes_complaints
    assert not worlds(organisation=content, country="JE").takes_complaints


def test_elsewhere_nothing_is_said_of_it(worlds: Worlds) -> None:
    center = worlds()

    pages = pages_of(center)
    of_all = [name for name in pages if not name.startswith("audience.")]
    assert of_all == [kind.name for kind in PAGE_KINDS]
    assert RequestType.COMPLAINT not in request_forms(center, LANGUAGES)
    assert {name for name, page in pages.items() if "complaint-to-us" in page.body} == set()


def test_who_is_only_a_processor_takes_no_complaints(worlds: Worlds) -> None:
    audience = {"title": "Shoppers", "our_role": "processor"}
    told = {"responsible": "the shop", "how_to_reach": "Ask the shop."}

    center = worlds({}, "GB", audiences={"customers": {**audience, **told}})

    assert not center.takes_complaints
    assert "complaint-to-us" not in pages_of(center)


# What is said


@pytest.mark.parametrize("has_form", [True, False], ids=["form", "letter"])
@pytest.mark.parametrize(
    ("complaints", "promised", "today", "asked"),
    [
        (
            {},
            "We acknowledge receipt of your complaint within 30 days. "
            "We look into it and tell you the outcome without undue delay.",
            "If you send it today, we acknowledge receipt by .",
            "Please acknowledge receipt of this complaint within 30 days, "
            "and let me know the outcome without undue delay.",
        ),
        (
            {"acknowledgement": "P5D", "deadline": "P3M"},
            "We acknowledge receipt of your complaint within 5 days. We look into it and tell you "
            "the outcome without undue delay, and no later than 3 months after receiving it.",
            "If you send it today, we tell you the outcome by .",
            "Please acknowledge receipt of this complaint, "
            "and let me know the outcome within 3 months of receipt.",
        ),
    ],
)
def test_the_page_says_what_comes_when_and_the_letter_asks_the_same(
    worlds: Worlds,
    complaints: dict[str, str],
    promised: str,
    today: str,
    asked: str,
    has_form: bool,
) -> None:
    options = RequestOptions(endpoint="https://requests.example.be/" if has_form else None)

    page = pages_of(worlds(complaints), requests=options, today=DAY)["complaint-to-us"]

    words = words_of(page)
    assert words.count(promised) == 1
    assert (today in words) == has_form
    assert asked in words
    assert "may take" not in words  # GDPR article 12(3) is about requests


@pytest.mark.parametrize(
    ("country", "is_said"), [("BE", True), ("NO", True), ("GB", False), ("US", False)]
)
def test_that_a_request_comes_before_a_complaint_about_it_is_said_in_the_economic_area(
    worlds: Worlds, country: str, is_said: bool
) -> None:
    center = worlds({}, country)

    pages = pages_of(center)
    said = {name for name, page in pages.items() if REQUEST_FIRST in words_of(page)}
    assert said == ({"right.complaint", "policy"} if is_said else set())


def test_the_policy_that_is_released_tells_of_complaints(worlds: Worlds) -> None:
    center = worlds(country="GB")
    localized = LocalizedCenter(center, Localization("en", load_catalog("en")))

    policy = policy_document(localized, Site())

    assert '<h3 id="complaint-to-us">Complaint to our organisation</h3>' in policy
    assert f'<a href="#complaint-to-us">{COMPLAIN}</a>' in policy


def test_a_change_of_it_leads_to_its_page_where_there_is_one(worlds: Worlds) -> None:
    path = ("rights", "complaints", "deadline")
    change = Change(find_kind("rights.complaints.deadline", Verb.LENGTHENED), path)
    told = Localization("en", load_catalog("en"))

    assert getattr(find_link_target(change, worlds({}), told), "page", None) == "complaint-to-us"
    assert getattr(find_link_target(change, worlds(), told), "page", None) == "rights"


# How it ends


def test_a_complaint_is_dismissed_because_it_is_unfounded_or_its_maker_unknown() -> None:
    fitting = {ground for ground in Ground if RequestType.COMPLAINT in ground.request_types}

    assert fitting == {Ground.NOT_IDENTIFIED, Ground.UNFOUNDED_COMPLAINT}
    assert Ground.UNFOUNDED_COMPLAINT.request_types == {RequestType.COMPLAINT}
    assert Ground.UNFOUNDED_COMPLAINT.article is None


def test_a_ground_for_requests_does_not_fit_a_complaint_and_the_other_way_round() -> None:
    excessive = Decision(Outcome.REFUSED, DAY, Ground.EXCESSIVE, "Each day the same.")
    unfounded = Decision(Outcome.REFUSED, DAY, Ground.UNFOUNDED_COMPLAINT)

    assert problems_of_decision(excessive, RequestType.COMPLAINT) == (
        "the ground ‘excessive’ (GDPR article 12(5)) does not apply to a request of the type "
        "‘complaint-to-us’: use one of not_identified, unfounded_complaint",
    )
    assert problems_of_decision(unfounded, RequestType.COMPLAINT) == ()
    assert problems_of_decision(unfounded, RequestType.RECTIFICATION) == (
        "the ground ‘unfounded_complaint’ does not apply to a request of the type "
        "‘rectification’: use one of not_identified, manifestly_unfounded, excessive, "
        "data_are_correct, national_law",
    )
