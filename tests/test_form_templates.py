"""What request forms, letters and the page of receipt say before any script runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from lxml.html import HtmlElement, fragment_fromstring
from release_worlds import TODAY
from worlds import LANGUAGES, load_world, small_center

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.localization import FormOfAddress, Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, RequestType
from mkdocs_privacy.pages import Site, find_standing, render_pages
from mkdocs_privacy.releases import read_archive
from mkdocs_privacy.requests import RequestOptions

ENDPOINT: dict[str, Any] = {"endpoint": "https://requests.tuimelkous.example/"}
SHOPPERS = {
    "title": "Shoppers",
    "our_role": "processor",
    "responsible": "the shop",
    "how_to_reach": "Ask the shop.",
}
FIELDS = {
    "card": {"label": "Card", "hint": "At the back.", "required": "true", "audiences": ["members"]},
    "story": {"label": "Story", "kind": "long_text", "rights": ["access"], "prefill": "true"},
    "way": {"label": "Way", "kind": "choice", "required": "true", "options": {"a": "A", "b": "B"}},
    "size": {"label": "Size", "kind": "choice", "options": {"s": "Small", "m": "Medium"}},
    "shop": {
        "label": "Shop",
        "kind": "choice",
        "required": "true",
        "options": {f"shop-{number}": f"Shop {number}" for number in range(8)},
    },
    "lists": {
        "label": "Lists",
        "kind": "choices",
        "required": "true",
        "options": {"news": "News", "ads": "Ads"},
    },
}


PAGES_WITHOUT_RIGHT = {
    RequestType.GENERAL: "request",
    RequestType.COMPLAINT: "complaint-to-us",
}

Worlds = Callable[..., PrivacyCenter]


def of_unknown_basis() -> dict[str, Any]:
    """An activity of which nobody can say which right applies, so that every right has a form."""
    activity = {**small_center()["activities"]["orders"]}
    del activity["legal_basis"]
    return {"orders": activity}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """Loads the small center with some top-level keys replaced."""

    def load(**changes: Any) -> PrivacyCenter:
        content = yaml.safe_dump({**small_center(), **changes}, default_style='"', sort_keys=False)
        files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
        folder = tmp_path_factory.mktemp("world")
        loaded = load_world(folder, {**files, "privacy/center.yml": content})
        assert loaded.center, loaded.findings
        return loaded.center

    return load


def pages_of(
    center: PrivacyCenter,
    language: str = "en",
    requests: Mapping[str, Any] = ENDPOINT,
    form: FormOfAddress = FormOfAddress.FORMAL,
    **site: Any,
) -> dict[str, HtmlElement]:
    """The pages in one language, parsed, by name."""
    localization = Localization(language, load_catalog(language, form))
    options = RequestOptions.model_validate(requests)
    known = Site(requests=options, languages=LANGUAGES, **site)
    return {
        page.kind.name: fragment_fromstring(page.body, create_parent="main")
        for page in render_pages(LocalizedCenter(center, localization), known)
        if page.kind.name.startswith(("right", "request", "complaint", "received", "policy"))
    }


def form_of(page: HtmlElement) -> HtmlElement:
    form: HtmlElement
    [form] = page.xpath(".//form")
    return form


def controls(element: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement]
    found = element.xpath(".//input[not(@type='hidden')] | .//select | .//textarea")
    return found


def named(form: HtmlElement) -> dict[str, str]:
    """What the form itself says, by name."""
    return {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def seen_without_a_script(page: HtmlElement) -> str:
    """The words that a browser without JavaScript shows."""
    copy = deepcopy(page)
    for hidden in copy.xpath(".//*[@hidden] | .//template"):
        hidden.drop_tree()
    return words_of(copy)


def tags(element: HtmlElement) -> list[str]:
    return [" ".join([str(one.tag), *one.xpath("./@type")]) for one in controls(element)]


# Every form, in every language


@pytest.mark.parametrize("address", FormOfAddress)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_form_has_its_label_its_hint_and_words_for_what_is_wrong(
    language: str, address: FormOfAddress, worlds: Worlds
) -> None:
    center = worlds(
        audiences={"customers": {"title": "Customers"}, "members": {"title": "Members"}},
        rights={"fields": FIELDS, "complaints": {}},
        activities=of_unknown_basis(),
    )
    pages = pages_of(center, language, form=address)
    for request_type in RequestType:
        form = form_of(pages[PAGES_WITHOUT_RIGHT.get(request_type, f"right.{request_type}")])
        ids = [one.get("id") for one in form.getroottree().iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        for control in controls(form):
            assert form.xpath(f".//label[@for='{control.get('id')}']"), control.get("name")
        for described in form.xpath(".//*[@aria-describedby]"):
            for id in described.get("aria-describedby").split():
                assert words_of(form.get_element_by_id(id))
        for field in form.xpath(".//*[@data-field]"):
            label = field.xpath("./label | ./legend")[0].text.strip()
            assert label in field.get("data-missing")
            assert field.get("data-wrong")
            long = bool(field.xpath("./textarea | ./input"))
            assert long == (label in (field.get("data-long") or ""))
        assert "{" not in form.text_content()


def test_each_form_asks_what_its_right_needs_and_no_more(worlds: Worlds) -> None:
    consent = {**small_center()["activities"]["orders"], "legal_basis": "consent"}
    interests = {
        **consent,
        "legal_basis": "legitimate_interests",
        "interest": "trade",
        "direct_marketing": "true",
    }
    pages = pages_of(worlds(activities={"news": consent, "ads": interests}))
    asked = {
        name: list(dict.fromkeys(one.get("name") for one in controls(form_of(page))))
        for name, page in pages.items()
        if page.xpath(".//form")
    }
    whom, trap = ["name", "email", "language"], ["website"]
    assert asked == {
        "right.access": ["details", *whom, *trap],
        "right.rectification": ["incorrect", "correct", "details", *whom, *trap],
        "right.erasure": ["details", *whom, *trap],
        "right.restriction": ["ground", "details", *whom, *trap],
        "right.portability": ["recipient", "details", *whom, *trap],
        "right.objection": ["activities", "details", *whom, *trap],
        "right.direct-marketing": ["activities", "details", "email", "language", *trap],
        "right.automated-decisions": ["details", *whom, *trap],
        "right.withdraw-consent": ["activities", "details", "email", "language", *trap],
        "request": ["details", *whom, *trap],
    }


def test_a_browser_knows_what_to_ask_and_to_fill_in_by_itself(worlds: Worlds) -> None:
    form = form_of(pages_of(worlds(activities=of_unknown_basis()))["right.objection"])
    own = ("type", "autocomplete", "inputmode", "maxlength", "required")
    told = {
        one.get("name"): {key: one.get(key) for key in own if one.get(key) is not None}
        for one in controls(form)
    }
    assert told == {
        "details": {"maxlength": "10000", "required": ""},
        "name": {"type": "text", "autocomplete": "name", "maxlength": "200", "required": ""},
        "email": {
            "type": "email",
            "autocomplete": "email",
            "inputmode": "email",
            "maxlength": "254",
            "required": "",
        },
        "language": {},
        "website": {"type": "text", "autocomplete": "off"},
    }
    assert form.xpath("string(.//select/option[@selected])") == "English"


def test_the_site_says_for_itself_what_it_knows(worlds: Worlds) -> None:
    receipt = "https://privacy.tuimelkous.example/rights/received/"
    pages = pages_of(
        worlds(activities=of_unknown_basis()),
        requests={**ENDPOINT, "hidden_fields": {"shop": 'a "b"'}},
        receipt_address=receipt,
        today=date(2026, 11, 22),
    )
    form = form_of(pages["right.objection"])
    assert (form.get("method"), form.get("action")) == ("post", ENDPOINT["endpoint"])
    assert named(form) == {
        "schema_version": "1",
        "right": "objection",
        "article": "21(1)",
        "redirect": receipt,
        "shop": 'a "b"',
        "audience": "customers",
    }
    assert named(form_of(pages["request"])).get("article") is None
    assert form.get("data-receipt") == "../../rights/received/"
    assert (form.get("data-period"), form.get("data-extension")) == ("P1M", "P2M")
    assert "2026-12-25" in form.get("data-holidays", "").split()


# What there is to choose


def test_activities_are_offered_by_their_titles_with_a_way_to_their_description(
    worlds: Worlds,
) -> None:
    activity = {**small_center()["activities"]["orders"], "legal_basis": "consent"}
    center = worlds(activities={"news": {**activity, "title": "Newsletter"}})
    form = form_of(pages_of(center)["right.withdraw-consent"])
    [group] = form.xpath(".//fieldset[@data-field='activities']")
    assert group.get("data-required") == ""
    assert words_of(group) == (
        "Which consent do you want to withdraw? You can choose more than one. "
        "Newsletter What is this? Newsletter"
    )
    assert group.xpath("string(.//a/@href)") == "../../data/#activity-news"


def test_where_there_is_nothing_to_choose_from_people_say_which_they_mean(worlds: Worlds) -> None:
    form = form_of(pages_of(worlds(activities=of_unknown_basis()))["right.withdraw-consent"])
    assert not form.xpath(".//fieldset")
    assert "Say what it is about." in words_of(form.get_element_by_id("request-details-hint"))


def test_the_four_cases_of_restriction_stand_on_the_page_once(worlds: Worlds) -> None:
    page = pages_of(worlds())["right.restriction"]
    assert [words_of(one) for one in page.xpath(".//fieldset//label")] == [
        "I dispute that the data is accurate, and that still has to be checked.",
        "The data is used unlawfully, but I do not want it erased.",
        "The data is no longer needed for the use itself, but I need it for legal claims.",
        "I have objected, and it is not yet clear whose grounds override the other’s.",
    ]
    assert "You dispute" not in words_of(page)
    without_form = pages_of(worlds(), requests={})["right.restriction"]
    assert [
        words_of(one)
        for one in without_form.xpath(".//details//ul/li") or without_form.xpath("./ul/li")
    ] == [
        "You dispute that the data is accurate, and we still have to check that.",
        "The use is unlawful, but you do not want erasure.",
        "We no longer need the data, but you need it for legal claims.",
        "You have objected, and it is not yet clear whether our legitimate grounds override yours.",
    ]


def test_fields_of_the_data_are_filled_in_by_their_kind(worlds: Worlds) -> None:
    members = {"title": "Members"}
    center = worlds(
        audiences={**small_center()["audiences"], "members": members}, rights={"fields": FIELDS}
    )
    form = form_of(pages_of(center)["right.access"])
    fields = {one.get("data-field"): one for one in form.xpath(".//*[@data-field]")}
    assert {name: tags(fields[name]) for name in FIELDS} == {
        "card": ["input text"],
        "story": ["textarea"],
        "way": ["input radio"] * 2,
        "size": ["select"],
        "shop": ["select"],
        "lists": ["input checkbox"] * 2,
    }
    assert [words_of(one) for one in fields["size"].xpath("./label | .//option")] == [
        "Size (optional)",
        "Choose",
        "Small",
        "Medium",
    ]
    required = {name for name in FIELDS if fields[name].xpath(".//*[@required]")}
    assert required == {"way", "shop"}
    by_script = {name for name in FIELDS if fields[name].get("data-required") is not None}
    assert by_script == {"card", "lists"}  # of some people only, or at least one of several
    assert [name for name in FIELDS if fields[name].get("data-prefill") is not None] == ["story"]
    assert "card" in {one.get("name") for one in controls(fields["card"])}
    assert fields["card"].get("data-audiences") == "members"
    assert words_of(form.get_element_by_id("request-card-hint")) == "At the back. Only for: members"
    assert not form_of(pages_of(center)["request"]).xpath(".//*[@data-field='story']")


def test_words_of_the_data_do_not_break_out_of_the_page(worlds: Worlds) -> None:
    wicked = """"><script>alert(1)</script>{{ 7 * 7 }}"""
    fields = {
        "text": {"label": wicked, "hint": wicked, "required": "true"},
        "choice": {
            "label": wicked,
            "kind": "choices",
            "options": {"one": wicked},
        },
    }
    center = worlds(
        audiences={
            "customers": {"title": wicked, "description": wicked},
            "shoppers": {**SHOPPERS, "title": wicked, "how_to_reach": wicked},
        },
        activities={"orders": {**small_center()["activities"]["orders"], "title": wicked}},
        rights={"fields": fields},
    )
    page = pages_of(center, requests={**ENDPOINT, "hidden_fields": {"x": wicked}})["right.access"]
    assert page.xpath(".//script | .//*[@onclick]") == []
    assert wicked in page.xpath("string(.//*[@data-field='text']/@data-missing)")
    assert words_of(page.xpath(".//*[@data-field='choice']/legend")[0]).startswith(wicked)
    assert named(form_of(page))["x"] == wicked
    assert (
        wicked
        in parse_qs(urlsplit(page.xpath("string(.//*[@data-mailto]/@href)")).query)["body"][0]
    )


# Who answers


def test_whoever_belongs_to_another_organisation_is_told_which_in_place_of_the_form(
    worlds: Worlds,
) -> None:
    audiences = {"customers": {"title": "Customers"}, "shoppers": SHOPPERS}
    page = pages_of(worlds(audiences=audiences))["right.access"]
    form = form_of(page)
    [elsewhere] = form.xpath(".//input[@data-elsewhere]")
    assert (elsewhere.get("name"), elsewhere.get("value")) == ("audience", "shoppers")
    told = form.get_element_by_id(elsewhere.get("aria-describedby"))
    assert words_of(told) == "Your data is the responsibility of the shop. Ask the shop."
    assert words_of(page).count("Ask the shop.") == 1
    [answered] = form.find_class("pc-answered")
    assert [one.get("name") for one in controls(form) if one not in controls(answered)] == [
        "audience",
        "audience",
    ]


def test_without_a_form_the_same_stands_above_the_e_mail_and_the_letter(worlds: Worlds) -> None:
    audiences = {"customers": {"title": "Customers"}, "shoppers": SHOPPERS}
    page = pages_of(worlds(audiences=audiences), requests={})["right.access"]
    assert page.xpath(".//form") == []
    text = words_of(page)
    assert text.count("Ask the shop.") == 1
    assert "no later than one month after receiving your request" in text
    assert "Do not send a copy of your identity document." in text
    assert text.index("Ask the shop.") < text.index("Write an e-mail")


def test_who_answers_for_nobody_has_neither_form_nor_receipt(worlds: Worlds) -> None:
    pages = pages_of(worlds(audiences={"customers": SHOPPERS}))
    for name in ("right.access", "request", "received"):
        assert pages[name].xpath(".//form | .//*[@id='receipt']") == []
        assert "Ask the shop." in words_of(pages[name])
    assert pages["rights"].xpath(".//*[@id='another']") == []


# What the visitor is told


def test_beside_the_form_stands_everything_that_a_visitor_should_know(worlds: Worlds) -> None:
    page = pages_of(worlds(), today=date(2026, 11, 22))["right.access"]
    seen = seen_without_a_script(form_of(page))
    assert seen[seen.index("Send the request") :] == (
        "Send the request "
        "We answer without undue delay, and no later than one month after receiving your request. "
        "If your request is complex, or we have received many, our answer may take up to 2 months "
        "more; we then tell you so, with the reasons, within one month of receiving it. "
        "A request is free. If it is manifestly unfounded or excessive, we may charge a reasonable "
        "fee or refuse it. "
        "You get our answer by e-mail. "
        "Tuimelkous receives your request. "
        "What you fill in stays in this browser tab until you send it."
    )


def test_what_only_a_script_can_keep_is_promised_by_a_script(worlds: Worlds) -> None:
    form = form_of(pages_of(worlds())["right.access"])
    promised = [words_of(one) for one in form.xpath(".//*[@data-needs-script or @data-deadline]")]
    assert promised == [
        "If you send it today, we answer by , or by if it takes longer.",
    ]
    seen = seen_without_a_script(form)
    assert "reference" not in seen
    assert "today" not in seen
    assert "not sent" not in seen.lower()


def test_a_deadline_of_one_right_goes_before_that_of_all(worlds: Worlds) -> None:
    center = worlds(rights={"each": {"erasure": {"deadline": "P2W"}}})
    pages = pages_of(center)
    assert form_of(pages["right.erasure"]).get("data-period") == "P2W"
    assert "no later than 2 weeks" in words_of(form_of(pages["right.erasure"]))
    assert "within 2 weeks of receipt" in words_of(
        pages["right.erasure"].get_element_by_id("letter")
    )
    assert form_of(pages["request"]).get("data-period") == "P1M"


def test_a_form_knows_the_version_that_applies_and_those_to_come(
    worlds: Worlds, releases: Path
) -> None:
    history = read_archive(releases).history
    center = worlds()
    standing = find_standing(center, history, TODAY)
    localized = LocalizedCenter(standing.center(center), Localization("en", load_catalog("en")))
    site = Site(requests=RequestOptions.model_validate(ENDPOINT), today=TODAY)
    entries = tell_history(standing.history, localized.localization, localized.center)
    [page] = [
        fragment_fromstring(one.body, create_parent="main")
        for one in render_pages(localized, site, standing, entries)
        if one.kind.name == "right.access"
    ]
    form = form_of(page)
    assert named(form)["policy_release"] == "2026-01-01"
    assert form.get("data-releases") == "2027-01-01=2027-01-01"


def test_the_preview_says_that_its_form_is_for_trying(worlds: Worlds) -> None:
    page = pages_of(worlds(), requests={}, is_preview=True)["right.access"]
    assert "written to .privacy-requests/ on this computer; nobody receives it" in words_of(page)
    assert form_of(page).get("action") == "../../rights/received/"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="form"),
        pytest.param({"format": "fides"}, id="fides"),
        pytest.param({"format": "formspree"}, id="formspree"),
        pytest.param(
            {"format": "web3forms", "access_key": "k", "endpoint": None}, id="web3forms, no address"
        ),
        pytest.param({"format": "netlify", "endpoint": None}, id="netlify, to the site itself"),
    ],
)
def test_the_preview_takes_requests_itself_where_an_endpoint_takes_those_of_the_site(
    more: dict[str, Any], worlds: Worlds
) -> None:
    page = pages_of(worlds(), requests={**ENDPOINT, **more}, is_preview=True)["right.access"]
    assert "written to .privacy-requests/ on this computer; nobody receives it" in words_of(page)
    form = form_of(page)
    assert (form.get("action"), form.get("data-format")) == ("../../rights/received/", "json")
    assert not {"access_key", "_gotcha", "_next", "form-name"} & set(named(form))


def test_the_preview_shows_no_form_that_the_site_will_not_have(worlds: Worlds) -> None:
    fides = {**ENDPOINT, "format": "fides"}
    page = pages_of(worlds(), requests=fides, is_preview=True)["right.portability"]
    assert not page.xpath(".//form[@id='request-form']")


def test_a_preview_that_posts_to_the_real_endpoint_says_where(worlds: Worlds) -> None:
    real = {**ENDPOINT, "post_from_preview": True}
    page = pages_of(worlds(), requests=real, is_preview=True)["right.access"]
    address = form_of(page).get("action")
    assert str(address).startswith("https://")
    assert f"what you send really goes to {address}." in words_of(page)
    built = pages_of(worlds(), requests=real)["right.access"]
    assert "This is a preview" not in words_of(built)


# What an endpoint needs


def test_a_form_that_needs_javascript_says_so_and_shows_no_field_before(
    worlds: Worlds,
) -> None:
    fides = {**ENDPOINT, "format": "fides", "fides": {"location": "be"}}
    page = pages_of(worlds(), requests=fides)["right.access"]
    form = form_of(page)
    assert form.get("data-policy-key") == "default_access_policy"
    assert form.get("data-location") == "be"
    assert words_of(page.xpath(".//noscript")[0]) == (
        "This form does not work without JavaScript. You can send your message in another way."
    )
    for one in [*controls(form), *form.xpath(".//button")]:
        assert one.xpath("ancestor::*[@hidden and @data-needs-script]")
    assert "You get our answer by e-mail." in seen_without_a_script(form)


@pytest.mark.parametrize(
    ("options", "honeypot", "service"),
    [
        ({"format": "netlify"}, ("website", "text"), "Netlify"),
        ({**ENDPOINT, "format": "formspree"}, ("_gotcha", "text"), "Formspree"),
        ({"format": "web3forms", "access_key": "key"}, ("botcheck", "checkbox"), "Web3Forms"),
    ],
)
def test_a_form_service_gets_its_own_honeypot_and_is_named(
    options: dict[str, Any], honeypot: tuple[str, str], service: str, worlds: Worlds
) -> None:
    form = form_of(pages_of(worlds(), requests=options)["right.access"])
    [trap] = form.xpath(".//*[contains(@class, 'pc-honeypot')]//input")
    assert (trap.get("name"), trap.get("type"), trap.get("tabindex")) == (*honeypot, "-1")
    assert f"through the form service {service}" in words_of(form)


# The same as an e-mail and as a letter


def test_an_e_mail_and_a_letter_ask_the_same_with_lines_to_fill_in(worlds: Worlds) -> None:
    page = pages_of(worlds())["right.rectification"]
    expected = [
        "Dear Sir or Madam,",
        "Under Article 16 GDPR, I ask you to correct or complete the personal data about me that "
        "I specify below.",
        "What is wrong or missing: ____________________",
        "What it should be: ____________________",
        "Details: ____________________",
        "My name: ____________________",
        "How you can reach me: ____________________",
        "Please answer in: ____________________",
        "Please reply within one month of receipt.",
        "Yours faithfully,",
    ]
    text = page.get_element_by_id("letter-text")
    assert [words_of(line) for line in text] == expected
    assert [one.get("data-line") for one in text if one.get("data-optional") is not None] == [
        "details"
    ]
    [link] = page.xpath(".//a[@data-mailto]")
    address = urlsplit(link.get("href"))
    query = parse_qs(address.query)
    assert address.path == link.get("data-mailto") == "hallo@tuimelkous.example"
    assert query["subject"] == [link.get("data-subject")] == ["Request – right to rectification"]
    assert [line for line in query["body"][0].split("\r\n") if line] == expected
    assert page.xpath(".//button[@data-print='letter' and @hidden]")


# The general form, and the page of receipt


def test_the_general_form_is_found_from_the_rights_and_not_from_the_policy(worlds: Worlds) -> None:
    pages = pages_of(worlds())
    [card] = pages["rights"].xpath(".//article[.//*[@id='another']]")
    assert card.xpath("string(.//a/@href)") == "../rights/request/"
    assert words_of(form_of(pages["request"]).xpath(".//*[@for='request-details']")[0]) == (
        "Your question or request"
    )
    assert pages["policy"].xpath(".//*[@id='another']") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_receipt_claims_nothing_that_it_does_not_know(
    language: str, worlds: Worlds
) -> None:
    page = pages_of(worlds(), language)["received"]
    [filled] = page.xpath(".//*[@id='receipt-filled']")
    assert [one.get("data-slot") for one in filled.xpath(".//*[@data-slot]")] == [
        "reference",
        "right",
        "submitted",
        "sent",
    ]
    assert len(filled.xpath(".//*[@data-state and @hidden]")) == 2
    seen = seen_without_a_script(page)
    claims = {
        "nl": "Wij hebben uw verzoek ontvangen.",
        "fr": "Nous avons bien reçu votre demande.",
        "en": "We have received your request.",
    }
    assert claims[language] in words_of(filled)
    assert claims[language] not in seen
    if language == "en":
        assert seen == (
            "After sending a form "
            "This page is for people who have just sent a form. "
            "Nothing sent yet? Your rights "
            "What happens now "
            "You get our answer by e-mail. "
            "Any questions? "
            "If you want to change what you sent, or have not heard from us in time, let us know. "
            "E-mail: hallo@tuimelkous.example "
            "You can complain to a supervisory authority at any time, and you can go to court. "
            "Lodge a complaint"
        )
