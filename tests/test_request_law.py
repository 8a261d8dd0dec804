"""What the law says of each kind of request, on its page, its form, its letter and its receipt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement, fragment_fromstring
from worlds import load_world, small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, RequestType, Right, law_of
from mkdocs_privacy.pages import Site, render_pages
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.requests.extension import can_be_extended
from mkdocs_privacy.requests.outcome import Ground, fitting_grounds

AT_ONCE = (RequestType.DIRECT_MARKETING, RequestType.WITHDRAW_CONSENT)
TOLD_TO_RECIPIENTS = (RequestType.RECTIFICATION, RequestType.ERASURE, RequestType.RESTRICTION)
UNDER_11_2 = (*TOLD_TO_RECIPIENTS, RequestType.ACCESS, RequestType.PORTABILITY)
MORE_TIME = "our answer may take up to 2 months more"
FREE = "If it is manifestly unfounded or excessive, we may charge a reasonable fee or refuse it"
ARTICLE_19 = "If we have disclosed the data to others, we tell them about the"
ARTICLE_11 = "If we cannot tell which data is yours"


def center_of(folder: Path, **changes: Any) -> PrivacyCenter:
    """A small center with an activity on consent and one of direct marketing."""
    orders = small_center()["activities"]["orders"]
    interests = {"legal_basis": "legitimate_interests", "interest": "trade"}
    activities = {
        "orders": orders,
        "news": {**orders, "title": "News", "legal_basis": "consent"},
        "ads": {**orders, **interests, "title": "Ads", "direct_marketing": "true"},
        "locks": {**orders, **interests, "title": "Locks", "direct_marketing": "false"},
    }
    content = {**small_center(), "activities": activities, **changes}
    files = {
        "privacy/organisation.yml": None,
        "privacy/activities.yml": None,
        "privacy/center.yml": yaml.safe_dump(content, default_style='"', sort_keys=False),
    }
    loaded = load_world(folder, files, ("en",))
    assert loaded.center, loaded.findings
    return loaded.center


def pages_of(center: PrivacyCenter, endpoint: str | None = "https://a.example/") -> dict[str, str]:
    """The words of the pages in English, by name."""
    localized = LocalizedCenter(center, Localization("en", load_catalog("en")))
    options = RequestOptions.model_validate({"endpoint": endpoint} if endpoint else {})
    return {
        page.kind.name: words_of(fragment_fromstring(page.body, create_parent="main"))
        for page in render_pages(localized, Site(requests=options))
    }


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def page_name(request_type: RequestType) -> str:
    return "request" if request_type is RequestType.GENERAL else f"right.{request_type}"


REQUESTS = tuple(asked for asked in RequestType if asked is not RequestType.COMPLAINT)


@pytest.mark.parametrize("request_type", REQUESTS)
def test_a_page_says_of_its_right_what_the_law_says_of_it_and_nothing_else(
    tmp_path: Path, request_type: RequestType
) -> None:
    page = pages_of(center_of(tmp_path))[page_name(request_type)]
    law = law_of(request_type)
    assert (MORE_TIME in page) is (law.longest_extension is not None)
    assert (FREE in page) is law.may_be_refused_or_charged
    assert ("we cannot refuse it" in page) is law.takes_effect_at_once
    assert (ARTICLE_19 in page) is law.tells_recipients
    assert (ARTICLE_11 in page) is law.needs_identification
    assert page.count(FREE) <= 1


def test_the_law_of_each_kind_of_request_is_that_of_the_regulation() -> None:
    law = {request_type: law_of(request_type) for request_type in RequestType}
    assert tuple(one for one in law if law[one].takes_effect_at_once) == AT_ONCE
    assert {one for one in law if law[one].tells_recipients} == set(TOLD_TO_RECIPIENTS)
    assert {one for one in law if law[one].needs_identification} == set(UNDER_11_2)
    for one in (*AT_ONCE, RequestType.GENERAL, RequestType.COMPLAINT):
        assert not can_be_extended(one)
        assert Ground.EXCESSIVE not in fitting_grounds(one)
    assert law[RequestType.WITHDRAW_CONSENT].deadline is None


@pytest.mark.parametrize(("promised", "is_told"), [("P1M", True), ("P31D", True), ("P4W", False)])
def test_an_extension_is_told_of_the_month_of_the_law_and_of_no_shorter_promise(
    tmp_path: Path, promised: str, is_told: bool
) -> None:
    center = center_of(tmp_path, rights={"deadline": promised})
    assert (center.rights.extension_for(RequestType.ACCESS) is not None) is is_told
    page = pages_of(center)["right.access"]
    assert (MORE_TIME in page) is is_told


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        ("direct-marketing", "We stop as soon as your objection reaches us."),
        ("withdraw-consent", "Your withdrawal takes effect as soon as it reaches us."),
    ],
)
def test_what_takes_effect_at_once_is_confirmed_within_the_time_that_is_promised(
    tmp_path: Path, right: str, sentence: str
) -> None:
    center = center_of(tmp_path, rights={"each": {right: {"deadline": "P2D"}}})
    page = pages_of(center)[f"right.{right}"]
    assert sentence in page
    assert "We confirm it within 2 days." in page
    assert "Please confirm this within 2 days of receipt." in page
    assert "My name, or the e-mail address that you have for me: ____" in page
    assert "Please reply within" not in page


def test_erasure_of_marketing_data_needs_an_objection_that_always_succeeds(tmp_path: Path) -> None:
    center = center_of(tmp_path)
    reasons = {
        id: center.applicability(Right.ERASURE, activity).reason
        for id, activity in center.activities.items()
    }
    assert reasons["ads"] == "erasure.direct_marketing"
    assert reasons["locks"] == "erasure.legitimate_interests"
    page = pages_of(center)["right.erasure"]
    assert "As soon as you object to direct marketing, or when the data is no longer needed" in page
    assert page.index("Applies subject to conditions") < page.index(
        "If you withdraw your consent and"
    )


def test_a_right_that_applies_to_nothing_says_so_and_leads_to_the_general_form(
    tmp_path: Path,
) -> None:
    orders = small_center()["activities"]["orders"]
    center = center_of(tmp_path, activities={"orders": {**orders, "direct_marketing": "false"}})
    pages = pages_of(center)
    nothing = "for which we are responsible falls under this right."
    assert nothing in pages["right.withdraw-consent"]
    assert "Yours faithfully" not in pages["right.withdraw-consent"]
    assert nothing not in pages["right.access"]
    home = pages["home"]
    assert "Withdraw" not in home
    assert "See my data" in home


def test_consent_to_what_is_on_devices_can_be_withdrawn_as_well(tmp_path: Path) -> None:
    orders = small_center()["activities"]["orders"]
    activities = {"orders": {**orders, "direct_marketing": "false"}}
    center = center_of(tmp_path, activities=activities, cookies={"matomo": {"use": "matomo"}})
    page = pages_of(center)["right.withdraw-consent"]
    assert "falls under this right" not in page
    assert "as easily as you gave it" in page


@pytest.mark.parametrize(
    ("basis", "named"),
    [
        ("legitimate_interests", "with this legal basis: legitimate interests."),
        ("public_task", "with this legal basis: task in the public interest."),
    ],
)
def test_an_objection_names_only_the_legal_bases_in_use(
    tmp_path: Path, basis: str, named: str
) -> None:
    orders = small_center()["activities"]["orders"]
    activity = {**orders, "legal_basis": basis, "interest": "trade"}
    if basis == "public_task":
        del activity["interest"]
    center = center_of(tmp_path, activities={"orders": activity})
    pages = pages_of(center)
    assert named in pages["right.objection"]
    assert named in pages["rights"]


@pytest.mark.parametrize("checks", [True, False])
def test_a_right_of_another_law_is_asked_no_identity_where_that_is_forbidden(
    tmp_path: Path, checks: bool
) -> None:
    use = "fr-after-death" if checks else "us-ca-opt-out"
    center = center_of(tmp_path, rights={"further": {"own": {"use": use}}})
    page = pages_of(center, endpoint=None)["right.own"]
    assert ("reasonable doubts about your identity" in page) is checks
    assert FREE not in page
    assert MORE_TIME not in page


def test_a_letter_for_somebody_else_is_about_the_person_concerned(tmp_path: Path) -> None:
    parents = {"customers": {"title": "Customers", "represented_by": ["parent"]}}
    for_others = pages_of(center_of(tmp_path / "a", audiences=parents))["right.access"]
    assert "you process personal data about the person concerned" in for_others
    assert "personal data about me" not in for_others
    own = pages_of(center_of(tmp_path / "b"))["right.access"]
    assert "you process personal data about me" in own


@pytest.mark.parametrize("is_recorded", [True, False])
def test_that_a_request_is_kept_as_proof_is_said_where_it_is_recorded(
    tmp_path: Path, is_recorded: bool
) -> None:
    rights = {"record": "We note each request."} if is_recorded else {}
    page = pages_of(center_of(tmp_path, rights=rights))["right.access"]
    assert ("to be able to show that we did" in page) is is_recorded
    assert "is used only" not in page
