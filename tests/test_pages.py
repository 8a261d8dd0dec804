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


def test_a_form_asks_for_whom_where_others_may_act_and_says_what_proof_is_needed(
    tmp_path: Path,
) -> None:
    members = {
        "title": "Members",
        "represented_by": ["parent"],
        "proof": "Send a birth certificate.",
    }
    audiences = {"customers": {"title": "Customers"}, "members": members}
    pages = pages_of(tmp_path, {"audiences": audiences})

    access = text_of(pages["right.access"])
    assert "For whom are you writing? Send a birth certificate. Only for: members" in access
    assert "For myself For my child, or a child whose guardian I am Name of the person" in access
    assert "somebody who authorised me" not in access
    assert "I am writing: ____" in access
    rights = text_of(pages["rights"])
    assert "Members: a request can also be made by a parent or guardian of a child." in rights


def test_what_decides_how_long_begins_like_any_other_period(tmp_path: Path) -> None:
    kept = {
        "orders": {"criteria": "as long as it is useful"},
        "two": [
            {"what": "invoices", "criteria": "as long as the law asks"},
            {"what": "other", "period": "P1Y"},
        ],
    }
    order = small_center()["activities"]["orders"]
    activities = {id: {**order, "retention": retention} for id, retention in kept.items()}
    data = text_of(pages_of(tmp_path, {"activities": activities})["data"])
    assert "As long as it is useful" in data
    assert "as long as it is useful" not in data
    assert "Invoices: as long as the law asks" in data
    assert "As long as the law asks" not in data


def test_nobody_is_asked_for_whom_where_nobody_acts_for_others(tmp_path: Path) -> None:
    assert "For whom" not in text_of(pages_of(tmp_path, {})["right.access"])


@pytest.mark.parametrize(
    ("countries", "told"),
    [
        (
            ["FR"],
            "France: from the age of 15, a child can consent alone; below that age, the child and",
        ),
        (
            ["BE", "NL"],
            "Belgium: from the age of 13, a child can consent alone; below that age, a parent",
        ),
        (["BE", "NL"], "Netherlands: from the age of 16"),
    ],
)
def test_the_age_of_consent_is_that_of_the_countries_that_are_addressed(
    countries: list[str], told: str, tmp_path: Path
) -> None:
    organisation = {**small_center()["organisation"], "serves_countries": countries}
    asked = an_activity(offered_to_children="true", legal_basis="consent")
    changes = {"organisation": organisation, **asked}
    assert told in text_of(pages_of(tmp_path, changes)["data"])


def test_what_is_not_stated_is_said_to_be_unstated(tmp_path: Path) -> None:
    changes = an_activity(legal_basis=None, retention=None, processors=None)
    pages = pages_of(tmp_path, changes)

    data = text_of(pages["data"])
    assert "No legal basis is stated yet; ask us." in data
    assert "The retention period is not stated yet; ask us." in data
    assert "Who receives the data is not stated yet; ask us." in data
    assert "Who receives personal data is not stated here yet." in text_of(pages["processors"])
    assert "Whether we use cookies is not stated here yet." in text_of(pages["cookies"])
    assert "We have not yet stated whether this is direct marketing" in text_of(
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
    assert "Whether consent is asked for is not stated yet; ask us." in cookies
    assert "strictly necessary for" not in cookies


def test_a_category_that_only_a_further_service_has_is_shown(tmp_path: Path) -> None:
    also = [{"category": "email", "role": "processor", "service": "delivers our mail"}]
    host = {"name": "Host", "category": "hosting", "role": "processor", "also": also}
    headings = [
        one.title
        for one in pages_of(tmp_path, {"processors": {"host": host}})["processors"].headings
    ]
    *register, picture = headings
    assert register == ["Hosting", "Host", "E-mail", "What applies to several of them"]
    assert picture == "Recipients by country"


def test_who_only_works_for_others_promises_no_answer_and_offers_no_form(tmp_path: Path) -> None:
    shoppers = {
        "title": "Shoppers",
        "our_role": "processor",
        "responsible": "the shop",
        "how_to_reach": "Ask the shop.",
    }
    changes = {"audiences": {"customers": shoppers}}
    pages = pages_of(tmp_path, changes)

    assert (
        "it uses your data on behalf of other organisations, which decide why and how"
        in text_of(pages["home"])
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
        ({"retention": {"criteria": "as needed", "from": "after the order"}}, "After the order"),
        ({"origin": "our partner"}, "our partner"),
    ],
)
def test_a_text_without_the_field_it_goes_with_is_shown_all_the_same(
    changes: dict[str, Any], shown: str, tmp_path: Path
) -> None:
    assert shown in text_of(pages_of(tmp_path, an_activity(**changes))["data"])


@pytest.mark.parametrize(
    ("retention", "shown"),
    [
        ({"criteria": "for as long as the law asks"}, "Retention period For as long as the law"),
        ({"period": "P1Y", "criteria": "longer in a dispute"}, "One year Longer in a dispute"),
        ({"what": "the card", "criteria": "while it is valid"}, "The card: while it is valid"),
    ],
)
def test_what_decides_how_long_begins_its_line_with_a_capital(
    retention: dict[str, str], shown: str, tmp_path: Path
) -> None:
    assert shown in text_of(pages_of(tmp_path, an_activity(retention=retention))["data"])


def test_what_follows_a_sentence_is_one_whatever_was_written(tmp_path: Path) -> None:
    decisions = {"logic": "a rule looks at the sum", "effect": "you cannot pay later"}
    changes = an_activity(
        if_not_given="we cannot pay you",
        withdraw="follow the link in each e-mail",
        automated_decisions=decisions,
    )
    changes |= {"rights": {"how": "write to us"}}
    pages = pages_of(tmp_path, changes)
    said = text_of(pages["data"])
    for sentence in (
        "Yes, it is necessary for the contract. We cannot pay you.",
        "Follow the link in each e-mail.",
        "A rule looks at the sum. You cannot pay later.",
    ):
        assert sentence in said
    assert "Write to us." in text_of(pages["rights"])


def test_whoever_talks_with_a_machine_is_told_so_and_what_is_unsaid_of_it_is_too(
    tmp_path: Path,
) -> None:
    used = {"kind": "assistant", "description": "It answers questions."}
    data = text_of(pages_of(tmp_path, an_activity(artificial_intelligence=used))["data"])
    assert "Virtual assistant This assistant is an artificial intelligence system" in data
    assert "Whether the data is used to train models is not stated yet; ask us." in data


def test_a_tool_of_the_staff_is_none_that_visitors_talk_with(tmp_path: Path) -> None:
    used = {"kind": "tool", "description": "It translates.", "training": "none"}
    data = text_of(pages_of(tmp_path, an_activity(artificial_intelligence=used))["data"])
    assert "This assistant is" not in data
    assert "The data is not used to train models." in data


@pytest.mark.parametrize("source", ["camera", "observation", "parent", "representative", "report"])
def test_what_others_gave_or_recorded_is_not_said_to_come_from_the_reader(
    source: str, tmp_path: Path
) -> None:
    data = text_of(pages_of(tmp_path, an_activity(source=source))["data"])
    assert "From you" not in data
    assert "from your use of our website" not in data


def of_organisation(folder: Path, country: str, **more: Any) -> dict[str, Page]:
    organisation = {
        **small_center()["organisation"],
        "address": {"city": "Town", "country": country},
        **more,
    }
    return pages_of(folder, {"organisation": organisation})


def test_a_right_of_another_law_has_its_page_form_deadline_and_place(tmp_path: Path) -> None:
    further = {"directives": {"use": "fr-after-death", "deadline": "P2M"}}
    pages = pages_of(tmp_path, {"rights": {"further": further}})

    own = pages["right.directives"]
    assert own.title == "Directives for after death"
    assert '<input type="hidden" name="further_right" value="directives">' in own.body
    assert 'data-period="P2M"' in own.body
    told = text_of(own)
    assert "(Article 85 of the French Act No 78-17 of 6 January 1978)" in told
    assert "no later than 2 months after receiving" in told
    assert "our answer may take" not in told
    assert "Right that I exercise: Directives for after death" in told
    rights = text_of(pages["rights"])
    assert rights.index("Directives for after death") < rights.index("Right to lodge a complaint")
    assert "Directives for after death" in text_of(pages["home"])
    assert "Is it about one of these rights? (optional)" in text_of(pages["request"])


def test_a_right_that_simply_holds_has_a_page_without_a_form(tmp_path: Path) -> None:
    further = {"no-retaliation": {"use": "us-ca-no-retaliation"}}
    pages = pages_of(tmp_path, {"rights": {"further": further}})
    assert "<form" not in pages["right.no-retaliation"].body
    assert "Is it about one of these rights?" not in pages["request"].body


def test_what_an_app_asks_permission_for_stands_with_the_activity(tmp_path: Path) -> None:
    permissions = [
        {"permission": "camera", "purpose": "to scan the card", "if_refused": "Type the number."},
        {"permission": "notifications", "purpose": "for offers"},
    ]
    data = text_of(pages_of(tmp_path, an_activity(permissions=permissions))["data"])
    assert "Camera: to scan the card" in data
    assert "Type the number. Notifications: for offers" in data


def test_measures_are_told_apart_where_their_kind_is_stated(tmp_path: Path) -> None:
    measures = {
        "training": {"title": "Training", "kind": "organisational"},
        "encryption": {"title": "Encryption", "kind": "technical"},
        "care": {"title": "Care"},
    }
    data = text_of(pages_of(tmp_path, {"measures": measures})["data"])
    told = "Care Technical measures Encryption Organisational measures Training"
    assert told in data


def test_the_first_page_leads_to_the_accessibility_statement_and_the_withdrawal_function(
    tmp_path: Path,
) -> None:
    notice = {
        "accessibility_statement": "https://www.tuimelkous.example/accessible",
        "withdrawal_function": "https://www.tuimelkous.example/withdraw",
    }
    home = pages_of(tmp_path, {"notice": notice})["home"].body
    assert 'href="https://www.tuimelkous.example/accessible" rel="noopener">Accessibility' in home
    assert 'withdraw" rel="noopener">Withdraw from a contract</a>' in home


def test_a_pixel_in_an_e_mail_says_what_it_measures(tmp_path: Path) -> None:
    item = {"type": "email_pixel", "purpose": "sees opens", "email_pixel": "aggregate"}
    newsletter = {"name": "News", "category": "statistics", "purpose": "counts"}
    cookies = {"news": {**newsletter, "items": {"open": item}}}
    table = text_of(pages_of(tmp_path, {"cookies": cookies})["cookies"])
    assert "Sees opens (counts only how many people open the e-mail)" in table
    assert "Tracking pixel in an e-mail" in table


def test_requests_go_to_the_officer_where_the_owner_says_so(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "privacy_contact": {"email": "privacy@tuimelkous.example"},
        "data_protection_officer": {"email": "dpo@tuimelkous.example"},
    }
    pages = of_organisation(tmp_path, "BE", **contacts)
    assert 'href="mailto:privacy@tuimelkous.example?subject' in pages["right.access"].body
    assert "Questions and requests about your data are answered by:" in text_of(pages["contact"])

    contacts["officer_takes_requests"] = "true"
    pages = of_organisation(tmp_path, "BE", **contacts)
    assert 'href="mailto:dpo@tuimelkous.example?subject' in pages["right.access"].body
    contact = text_of(pages["contact"])
    assert "Requests about your data go to this officer." in contact
    assert "Questions about your data are answered by:" in contact


@pytest.mark.parametrize("page", ["contact", "right.complaint"])
def test_an_organisation_without_an_authority_at_home_names_that_of_the_reader(
    page: str, tmp_path: Path
) -> None:
    told = text_of(of_organisation(tmp_path, "US")[page])
    assert "You may also turn to" not in told
    assert "You can lodge a complaint at any time with the supervisory authority of the EEA" in told
    assert "All supervisory authorities in the European Union" in told

    told = text_of(of_organisation(tmp_path, "US", serves_countries=["BE", "FR"])[page])
    assert "complaint with its supervisory authority at any time: Belgium: Data Protection" in told
    assert "France: Commission nationale" in told


def test_an_organisation_elsewhere_says_where_data_goes_and_what_protects_it(
    tmp_path: Path,
) -> None:
    served = {"serves_countries": ["BE"]}
    swiss = text_of(of_organisation(tmp_path, "CH", **served)["contact"])
    assert "outside the European Economic Area. Switzerland: adequacy decision" in swiss
    american = text_of(of_organisation(tmp_path, "US", **served)["contact"])
    assert "The safeguard for the transfer is not stated yet; ask us." in american
    stated = [{"countries": ["US"], "mechanism": "dpf"}]
    american = text_of(of_organisation(tmp_path, "US", transfers=stated)["contact"])
    assert "Economic Area. United States: adequacy decision for the EU-US" in american


def test_who_addresses_nobody_in_the_union_sends_nobody_to_its_authorities(
    tmp_path: Path,
) -> None:
    contact = text_of(of_organisation(tmp_path, "CH", serves_countries=["CH"])["contact"])
    assert "Federal Data Protection and Information Commissioner" in contact
    assert "EEA country" not in contact
    assert "Outside the European Economic Area" not in contact


def test_who_addresses_the_british_takes_complaints_as_their_law_demands(tmp_path: Path) -> None:
    assert "complaint-to-us" in of_organisation(tmp_path, "BE", serves_countries=["GB"])


def test_data_that_is_passed_on_is_not_said_to_stay_within_the_eea(tmp_path: Path) -> None:
    host = {
        "name": "Host",
        "category": "hosting",
        "role": "processor",
        "country": "IE",
        "processing_countries": ["IE"],
    }
    stays = "The data is processed within the European Economic Area"
    assert stays in text_of(pages_of(tmp_path, {"processors": {"host": host}})["processors"])
    for elsewhere in ({"onward": "support in India"}, {"parent_country": "US"}):
        passed_on = {"processors": {"host": host | elsewhere}}
        assert stays not in text_of(pages_of(tmp_path, passed_on)["processors"])


def test_how_to_complain_is_told_as_of_any_right(tmp_path: Path) -> None:
    rights = {"each": {"complaint": {"how": "Write to the ombudsman first."}}}
    pages = pages_of(tmp_path, {"rights": rights})
    assert "Write to the ombudsman first." in text_of(pages["right.complaint"])
    assert "Write to the ombudsman first." in text_of(pages["policy"])


def test_a_line_of_the_page_of_an_audience_names_the_law_that_sets_a_period(tmp_path: Path) -> None:
    """“The same legislation” says nothing where the law of the use does not stand beside it."""
    kept = {"period": "P7Y", "law": "the Act", "afterwards": "delete"}
    changes = an_activity(legal_basis="legal_obligation", law="the Act", retention=kept)
    pages = pages_of(tmp_path, changes)
    assert "The law sets this period: the Act." in text_of(pages["audience.customers"])
    assert "The same legislation sets this period." in text_of(pages["data"])
