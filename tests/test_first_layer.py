"""The label says what the data says; the page of an audience says only what is theirs."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from worlds import small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Page, Site, render_pages


def pages_of(lines: str) -> dict[str, Page]:
    """The English pages of the small center with `lines` of YAML over it, `key.key: value`."""
    content = small_center()
    content["personal_data"] = {id: {"title": id} for id in ("name", "email")}
    for path, value in (yaml.load(lines, Loader=yaml.BaseLoader) or {}).items():
        *outer, last = path.split(".")
        inside: dict[str, Any] = content
        for key in outer:
            inside = inside.setdefault(key, {})
        inside[last] = value
        if value == "":
            del inside[last]
    center = PrivacyCenter.model_validate(content, context=Context())
    localized = LocalizedCenter(center, Localization("en", load_catalog("en")))
    return {page.kind.name: page for page in render_pages(localized, Site())}


def label_of(lines: str) -> dict[str, str]:
    """What the label says, by its terms."""
    html = pages_of(lines)["home"].body
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html, re.DOTALL)
    return {term: words_of(fact) for term, fact in facts}


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


HOST = "processors.host: {name: Host, category: hosting%s}\n"
MAIL = "processors.mail: {name: Mail, category: email%s}\n"
BOTH = "activities.orders.processors: [host, mail]\n"
STAYING = HOST % ", transfers: none" + MAIL % ", transfers: none" + BOTH
JOINT = (
    "organisation.joint_controllers.sister: {name: Sister, arrangement: They answer., "
    "address: {city: Here, country: %s}}\n"
)


def test_a_label_has_the_facts_of_the_smallest_center() -> None:
    assert label_of("") == {
        "Who is responsible for your data": (
            "Tuimelkous , Putte (Belgium) This organisation is the controller: it decides why and "
            "how your data is used."
        ),
        "Recipients": "None",
        "Retention period": "up to 7 years",
        "Cookies that need consent": "Not stated",
        "Automated decisions": "not stated for 1 use",
        "Questions?": "hallo@tuimelkous.example All contact details",
    }


@pytest.mark.parametrize(
    ("term", "lines", "said"),
    [
        ("Recipients", "activities.orders.processors:", "Not stated"),
        (
            "Automated decisions",
            "activities.orders.automated_decisions: none\nactivities.orders.assisted_decisions: "
            "{advice: An order., decided_by: Jo.}",
            "None Advice from a computer: Orders",
        ),
        ("Recipients", "disclosures.court: {title: A court}", "Only in special cases"),
        (
            "Recipients",
            HOST % ", country: US" + MAIL % ", transfers: none" + BOTH,
            "2 recipients for 1, data can leave the European Economic Area",
        ),
        (
            "Recipients",
            STAYING,
            "2 recipients no data leaves the European Economic Area",
        ),
        (
            "Recipients",
            HOST % ", country: BE" + MAIL % ", transfers: none" + BOTH,
            "2 recipients for 1, whether data leaves the European Economic Area is not stated",
        ),
        (  # an address says where somebody is established, not where they have data
            "Recipients",
            STAYING + JOINT % "BE",
            "3 recipients for 1, whether data leaves the European Economic Area is not stated",
        ),
        (
            "Recipients",
            STAYING + JOINT % "US",
            "3 recipients for 1, data can leave the European Economic Area",
        ),
        (  # whoever offers a cookie may get data as well
            "Recipients",
            STAYING + "cookies.a: {name: A, category: marketing, purpose: x, country: US}\n",
            "2 recipients",
        ),
        (
            "Recipients",
            HOST % ", country: US" + "organisation.address.country: GB\n"
            "activities.orders.processors: [host]",
            "1 recipient",
        ),
        (
            "Retention period",
            "activities.orders.retention: [{what: a, period: P1M}, {what: b, maximum: P2Y}]",
            "from one month to 2 years",
        ),
        (  # nobody says for how much less than a month
            "Retention period",
            "activities.orders.retention: [{what: a, period: P3M}, {what: b, maximum: P1M}, "
            "{what: c, period: P2Y}]",
            "up to 2 years",
        ),
        (
            "Retention period",
            "activities.orders.retention: [{what: a, period: P1M}, {what: b, criteria: as needed}]",
            "up to one month for 1 use, no entirely fixed period",
        ),
        (
            "Retention period",
            "activities.orders.retention: {minimum: P1Y}",
            "No entirely fixed period stated",
        ),
        ("Retention period", "activities.orders.retention:", "No entirely fixed period stated"),
        ("Cookies that need consent", "cookies: {}", "None"),
        (
            "Cookies that need consent",
            "cookies.a: {name: A, category: statistics, purpose: x, consent: required}\n"
            "cookies.b: {name: B, category: statistics, purpose: x}",
            "1 service A not stated for 1 service",
        ),
        ("Automated decisions", "activities.orders.automated_decisions: none", "None"),
        (
            "Automated decisions",
            "activities.orders.automated_decisions: {logic: A rule., effect: No order.}",
            "Yes: Orders",
        ),
    ],
)
def test_a_label_says_what_the_data_says_and_what_is_not_stated(
    term: str, lines: str, said: str
) -> None:
    assert label_of(lines)[term] == said


def test_that_all_stays_within_the_eea_is_not_said_of_those_who_decide_with_us() -> None:
    unless_stated = "Unless we say otherwise for a particular recipient"
    for page in ("processors", "policy"):
        assert unless_stated in pages_of(STAYING)[page].body
        body = pages_of(STAYING + JOINT % "US")[page].body
        assert unless_stated not in body
        assert body.count("The data does not leave the European Economic Area.") >= 2


def test_no_sale_is_said_only_where_it_is_promised_as_a_claim_that_is_checked() -> None:
    assert "Sale of data" not in label_of("notice.promises: [We do not sell your data.]")
    promised = "notice.promises: [We do not sell your data.]\nnotice.claims: [not_sold]"
    assert label_of(promised)["Sale of data"] == "None: that is a promise"


TWO = """\
audiences.readers: {title: Readers}
activities.letter: {title: Letter, audiences: [readers], purposes: [write to you], \
personal_data: [email], legal_basis: consent, withdraw: Unsubscribe., processors: []}
cookies.shop: {name: Shop, category: necessary, purpose: Sells, activity: orders}
cookies.pixel: {name: Pixel, category: statistics, purpose: Counts, activity: letter, \
consent: required}
"""


def test_the_page_of_an_audience_has_its_uses_cookies_and_rights_and_none_of_the_others() -> None:
    pages = pages_of(TWO)
    readers, customers = (pages[f"audience.{id}"].body for id in ("readers", "customers"))
    assert "data/#activity-letter" in readers
    assert "data/#activity-orders" not in readers
    assert "cookies/#cookie-pixel" in readers
    assert "only with consent" in readers
    assert "cookies/#cookie-shop" not in readers
    assert "rights/withdraw-consent/#request" in readers
    assert "withdraw-consent" not in customers
    assert "cookies/#cookie-shop" in customers
    assert [kind for kind in pages if kind.startswith("audience.")] == [
        "audience.customers",
        "audience.readers",
    ]


def test_the_first_page_names_the_audiences_and_repeats_no_use_of_theirs() -> None:
    home = pages_of(TWO)["home"].body
    assert 'id="audience-readers"><a href="for/readers/">' in home
    assert "activity-letter" not in home


def test_how_to_complain_is_asked_on_top_after_the_other_rights_and_nowhere_else() -> None:
    home = pages_of("")["home"].body
    tiles = re.findall(r'<a href="([^"]*)"><svg', home.partition('id="whom"')[0])
    assert tiles[-4:] == ["rights/complaint/", "contact/", "policy/", "changes/"]
    assert home.count("complaint") == 1
    assert "How do I complain?" in home


def test_nobody_is_led_to_a_page_that_names_nobody_to_complain_to() -> None:
    for lines in ("", "organisation.serves_countries: [US]\n"):
        pages = pages_of("organisation.address.country: US\n" + lines)
        addresses_the_union = lines == ""
        assert ("complain" in pages["home"].body) == addresses_the_union
        assert ('id="authority"' in pages["right.complaint"].body) == addresses_the_union


def test_who_keeps_data_on_health_is_asked_who_has_that() -> None:
    home = pages_of(
        "personal_data.health: {title: Data concerning health}\n"
        "personal_data.postal-address: {title: Address}\n"
        "activities.orders.personal_data: [health, postal-address]\n"
    )["home"].body
    assert re.search(r'href="[^"]*#ways-of-health"', home)
    assert "Who has my health data?" in home
    assert "Who has my address?" not in home


def test_for_whom_we_are_a_processor_the_page_says_first_who_is_responsible() -> None:
    page = pages_of(
        "audiences.customers: {title: Shoppers, our_role: processor, responsible: the shop, "
        "how_to_reach: Ask the shop.}"
    )["audience.customers"]
    said = words_of(page.body)
    assert said.index("the responsibility of the shop. Ask the shop.") < said.index("Orders")
    assert "rights/" not in page.body


def test_a_safeguard_that_ended_is_nowhere_said_to_protect_a_transfer() -> None:
    page = pages_of(
        HOST % ", country: US, transfers: [{countries: [US], mechanism: dpf, ended: '2026-10-01'}]"
        + "activities.orders.processors: [host]\n"
    )["processors"]
    said = words_of(page.body)
    decision = "dequacy decision for the EU-US Data Privacy Framework"
    ended = "his decision was valid until 1 October 2026 and no longer protects the transfer"
    assert said.count(decision) == said.count(ended) >= 3


def test_a_safeguard_stands_on_top_of_the_recipients_and_each_line_names_countries_alone() -> None:
    transfer = "transfers: [{countries: [%s], mechanism: %s}, {countries: [US], mechanism: bcr}]"
    lines = (
        HOST % (", " + transfer % ("US", "scc"))
        + MAIL % (", " + transfer % ("US, IN", "scc"))
        + BOTH
    )
    body = pages_of(lines)["processors"].body
    on_top, _, rows = body.partition('id="category-hosting"')
    assert words_of(on_top).count("binding corporate rules") == 2
    assert words_of(rows.partition("</details>")[2]).startswith(
        "Outside the European Economic Area: United States "
    )
    assert "Outside the European Economic Area: United States and India " in words_of(rows)

    abroad = pages_of(lines + "organisation.address.country: GB")["processors"].body
    assert "category-hosting" in abroad
    assert "United States (binding corporate rules" in words_of(abroad)


def test_a_law_that_sets_a_period_is_named_where_no_line_before_it_names_it() -> None:
    pages = pages_of(
        "activities.orders.legal_basis: legal_obligation\n"
        "activities.orders.law: the VAT Code\n"
        "activities.orders.retention: {period: P7Y, law: the VAT Code}\n"
    )
    assert "The law sets this period: the VAT Code." in pages["audience.customers"].body
    assert "The same legislation sets this period." in pages["data"].body


def test_who_is_responsible_for_one_use_alone_is_named_beside_who_is_for_the_others() -> None:
    page = pages_of(
        "audiences.customers: {title: Shoppers, our_role: processor, responsible: the shop, "
        "how_to_reach: Ask the shop.}\n"
        "activities.payments: {title: Payments, audiences: [customers], purposes: [pay], "
        "personal_data: [name], responsible: the bank}\n"
    )["audience.customers"]
    said = words_of(page.body)
    assert "the responsibility of the shop. Ask the shop." in said
    assert (
        "Payments: We do this on behalf of another organisation, the controller: the bank." in said
    )
    assert "Orders: We do this" not in said
