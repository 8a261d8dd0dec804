"""How far somebody scrolls on a phone, and what folds: on the webshop, as a browser shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

SCREEN = {"width": 390, "height": 844}
"""A phone."""

BUDGETS = {
    "": 3,
    "for/customers/": 5,
    "for/visitors/": 5,
    "data/": 6,
    "rights/": 4,
    "rights/access/": 4,
    "rights/rectification/": 4,
    "rights/erasure/": 4,
    "rights/restriction/": 4,
    "rights/portability/": 4,
    "rights/objection/": 4,
    "rights/direct-marketing/": 4,
    "rights/withdraw-consent/": 4,
    "rights/complaint/": 4,
    "who-has-your-data/": 3,
    "processors/": 6,
    "cookies/": 6,
}
"""How many screens of a phone each page may have, folded as it arrives."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=SCREEN)
    yield page
    page.close()


@pytest.mark.parametrize("language", ["", "fr/", "en/"])
def test_every_page_is_within_its_budget_and_no_wider_than_a_phone(
    phone: Page, address: str, language: str
) -> None:
    found = {}
    for name, screens in BUDGETS.items():
        phone.goto(f"{address}{language}{name}")
        high, wide = phone.evaluate(
            "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
        )
        if high > screens * SCREEN["height"] or wide > SCREEN["width"]:
            found[name] = f"{high / SCREEN['height']:.2f} of {screens} screens, {wide} pixels wide"
    assert found == {}


ROUTES = {
    "Who gets my address?": (
        "Wie heeft mijn adres?",
        "details[open]:has(#ways-of-postal-address) svg",
        "Combell",
        0.1,
    ),
    "How long is my invoice kept, and why?": (
        "Klanten",
        ".pc-uses tr:has-text('Facturatie') [data-label=Bewaartermijn]",
        "Deze termijn staat in de wet: artikel 60 van het Btw-Wetboek",
        0.6,
    ),
    "Stop the newsletter": (
        "Nieuwsbrief of reclame stoppen",
        "#request-form [type=submit]",
        "Verzoek versturen",
        1.0,
    ),
    "Was Google Analytics used in 2024?": (
        "Wat staat er op mijn apparaat?",
        "#then-and-now ~ ul",
        "Matomo: in elk geval van 7 januari 2021 tot en met 30 september 2025 "
        "Mailchimp (e-mails): sinds 1 februari 2022 Google Analytics: sinds 1 oktober 2025",
        0.4,
    ),
    "Which companies are outside Europe, and what protects me?": (
        "bij 2 kunnen gegevens de Europese Economische Ruimte verlaten",
        "section:has(> #outside)",
        "Buiten de Europese Economische Ruimte Mailchimp en Google Analytics: "
        "Verenigde Staten: adequaatheidsbesluit",
        1.2,
    ),
    "How do I complain?": (
        "Hoe dien ik een klacht in?",
        "#authority ~ ul a:has-text('Hoe u daar')",
        "een klacht indient",
        0.0,
    ),
    "I want all my data": (
        "Mijn gegevens inzien",
        "#request-form [type=submit]",
        "Verzoek versturen",
        0.8,
    ),
}
"""What people come for: the link on the first page that they tap on, where the answer stands, a
part of it, and how many screens of a phone they scroll until both are seen whole."""


@pytest.mark.parametrize("question", ROUTES)
def test_what_people_come_for_is_a_tap_and_at_most_a_screen_away(
    phone: Page, address: str, question: str
) -> None:
    words, place, answer, screens = ROUTES[question]
    phone.goto(address)
    link = phone.locator("article").get_by_role("link", name=words).first
    scrolled = below_the_screen(link)
    link.click()
    phone.wait_for_load_state()
    scrolled += below_the_screen(phone.locator(place))
    assert answer in " ".join((phone.locator(place).text_content() or "").split())
    assert round(scrolled, 1) <= screens


def below_the_screen(thing: Locator) -> float:
    """How many screens somebody scrolls from where they are until it is seen whole."""
    foot = float(thing.evaluate("it => it.getBoundingClientRect().bottom"))
    return max(0.0, foot / SCREEN["height"] - 1)


@pytest.mark.parametrize(("width", "hyphens"), [(320, "auto"), (360, "manual")])
def test_where_few_words_fit_on_a_line_long_ones_break_at_a_syllable_and_addresses_do_not(
    phone: Page, address: str, width: int, hyphens: str
) -> None:
    phone.set_viewport_size({"width": width, "height": 780})
    hyphens_of = "element => getComputedStyle(element).hyphens"
    phone.goto(f"{address}contact/")
    assert phone.locator(".pc-facts dd").first.evaluate(hyphens_of) == hyphens
    assert phone.locator("a[href^='mailto:']").first.evaluate(hyphens_of) == "manual"
    phone.goto(f"{address}cookies/")
    assert phone.locator(".pc-all th code").first.evaluate(hyphens_of) == "manual"


def test_the_arrow_of_a_line_stands_beside_its_words(phone: Page, address: str) -> None:
    phone.goto(f"{address}data/")
    middle_of_words, middle_of_arrow = phone.locator(".pc-activity summary").first.evaluate(
        """summary => {
            const words = summary.querySelector("h2, h3").getBoundingClientRect();
            const arrow = getComputedStyle(summary, "::after");
            const top = summary.getBoundingClientRect().top + parseFloat(arrow.top);
            return [(words.top + words.bottom) / 2, top + parseFloat(arrow.height) / 2];
        }"""
    )
    assert abs(middle_of_words - middle_of_arrow) <= 1.5


def test_links_in_a_row_stand_beside_their_term(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto(f"{address}data/#activity-orders")
    term, links = phone.locator(
        "details[open] .pc-facts > div:has(> dd > .pc-inline)"
    ).first.evaluate(
        """row => [row.querySelector("dt"), row.querySelector("li")].map((element) => {
            const words = document.createRange();
            let inner = element;
            while (inner.firstChild) inner = inner.firstChild;
            words.selectNode(inner);
            return words.getBoundingClientRect().bottom;
        })"""
    )
    assert abs(term - links) <= 1


def test_a_link_unfolds_what_it_points_to(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/data/#activity-newsletter")
    expect(fold_of(phone, "activity-newsletter")).to_have_attribute("open", "")
    expect(fold_of(phone, "activity-orders")).not_to_have_attribute("open", "")
    phone.goto(f"{address}en/data/#basis-consent")
    expect(phone.locator("#basis-consent")).to_be_visible()


def test_without_a_script_a_link_unfolds_as_well_and_nothing_waits_for_one(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}en/data/#activity-newsletter")
    expect(page.locator("#show")).to_be_hidden()
    expect(page.locator("details:has(#activity-newsletter) > dl")).to_be_visible()
    expect(page.locator("details:has(#activity-orders) > dl")).to_be_hidden()
    page.close()


def test_on_paper_everything_is_unfolded(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/data/")
    phone.emulate_media(media="print")
    facts = phone.locator(".pc-activity > details > dl")
    expect(facts.first).to_be_visible()
    expect(facts.last).to_be_visible()


def test_somebody_chooses_whose_uses_are_shown_and_unfolds_them_all(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}en/data/")
    folds = phone.locator(".pc-activity")
    all_of_them = folds.count()
    phone.select_option("#show-audience", "visitors")
    shown = phone.locator(".pc-activity:visible")
    expect(shown.first).to_contain_text("Visitor statistics")
    of_visitors = shown.count()
    assert 0 < of_visitors < all_of_them
    expect(phone.locator("#show [role=status]")).to_have_text(
        f"{of_visitors} of {all_of_them} shown"
    )
    phone.select_option("#show-recipient", "google-analytics")
    expect(shown).to_have_count(1)
    phone.click("#unfold")
    expect(phone.locator(".pc-activity > [open]")).to_have_count(all_of_them)
    phone.evaluate("location.hash = 'activity-orders'")
    expect(shown).to_have_count(all_of_them)


def test_recipients_unfold_all_at_once_and_in_print(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/processors/")
    folds = phone.locator(".pc-activity > details")
    expect(phone.locator(".pc-activity > [open]")).to_have_count(0)
    phone.click("#unfold")
    expect(phone.locator(".pc-activity > [open]")).to_have_count(folds.count())
    phone.click("#unfold")
    expect(phone.locator(".pc-activity > [open]")).to_have_count(0)
    phone.emulate_media(media="print")
    expect(folds.locator("> dl").last).to_be_visible()


def test_the_page_of_an_audience_leads_to_the_form_for_each_of_its_rights(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}en/")
    phone.get_by_role("link", name="Newsletter subscribers").click()
    expect(phone.locator("h1")).to_have_text("Newsletter subscribers")
    expect(phone.get_by_role("link", name="Orders", exact=True)).to_have_count(0)
    phone.get_by_role("link", name="Withdraw your consent").click()
    expect(phone.locator("#request")).to_be_in_viewport()
    expect(phone.locator("#request-form")).to_be_attached()


def fold_of(page: Page, id: str) -> Locator:
    return page.locator(f"details:has(> summary #{id})")
