"""The receipt, and the same request as a letter and as an e-mail."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Page, expect

from requests_in_browser.endpoint import Endpoint
from requests_in_browser.visitor import ANSWERS, control, expect_receipt, fill_in, send, visit
from requests_in_browser.world import Site

# Letter and e-mail


def mail(page: Page) -> tuple[str, str, str]:
    """To whom the link writes, on which subject, and what."""
    address = urlsplit(page.locator("a.md-button[data-mailto]").get_attribute("href") or "")
    fields = parse_qs(address.query, strict_parsing=True)
    return unquote(address.path), *fields["subject"], *fields["body"]


def unfold_letter(page: Page) -> None:
    page.locator("#by-letter > summary").click()


def test_the_letter_and_the_e_mail_fill_in_themselves(page: Page, site: Site) -> None:
    visit(page, site.form("rectification"))
    unfold_letter(page)
    expect(page.locator("[data-line=incorrect]")).to_contain_text("____")
    expect(page.locator("[data-line=details]")).to_be_hidden()
    fill_in(page, {**ANSWERS["rectification"], "action": ["call", "write"]})
    letter = page.locator("#letter-text")
    expect(letter.locator("[data-fill=incorrect]")).to_have_text("Kerkstraat 1")
    expect(letter.locator("[data-fill=correct]")).to_contain_text("bus <b>3</b>")
    expect(letter.locator("[data-fill=audience]")).to_have_text("Leden")
    expect(letter.locator("[data-fill=action]")).to_have_text("Bel mij en Schrijf mij")
    expect(letter.locator("b")).to_have_count(0)
    control(page, "details").fill("Dringend.")
    expect(page.locator("[data-line=details]")).to_be_visible()

    to, subject, body = mail(page)
    assert to == "hallo@tuimelkous.example"
    assert subject == page.locator("#letter strong").inner_text()
    written = letter.inner_text().split()
    assert body.split() == written
    assert "bus <b>3</b>" in body
    assert "\r\n\r\n" in body
    control(page, "details").fill("")
    expect(page.locator("[data-line=details]")).to_be_hidden()


def test_an_e_mail_never_grows_too_long_for_its_link(page: Page, site: Site) -> None:
    visit(page, site.form("rectification"))
    long = "Zoë, gelijk welk woord & «zo» — 😀\n" * 200
    fill_in(page, {**ANSWERS["rectification"], "correct": long})
    link = page.locator("a.md-button[data-mailto]").get_attribute("href") or ""
    assert len(link) <= 2000
    assert " […]" in mail(page)[2]
    assert "zoe@voorbeeld.example" in mail(page)[2]
    expect(page.locator("#letter [data-fill=correct]")).to_have_text(long.strip())


PRINT = """() => {
  window.printed = []
  window.print = () => {
    window.printed.push(document.documentElement.className.match(/pc-print-\\w+/)[0])
    window.dispatchEvent(new Event("afterprint"))
  }
}"""


def test_the_letter_prints_alone(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    unfold_letter(page)
    page.evaluate(PRINT)
    page.locator("button[data-print=letter]").click()
    assert page.evaluate("window.printed") == ["pc-print-letter"]
    assert "pc-print" not in page.evaluate("document.documentElement.className")


# The receipt


def test_a_receipt_says_what_was_sent_and_by_when_to_expect_an_answer(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("objection", "fr"))
    fill_in(page, {**ANSWERS["objection"], "details": "Une ligne,\n<b>puis</b> une autre."})
    send(page)
    expect_receipt(page)
    assert page.url == f"{site.root}fr/rights/received/"
    filled = page.locator("#receipt-filled")
    [fields] = [post.json for post in endpoint.received]
    expect(filled.locator("[data-slot=reference]")).to_have_text(fields["reference"])
    expect(filled.locator("[data-slot=right]")).to_have_text("Droit d’opposition")
    expect(filled.locator(".pc-expected-by")).to_have_attribute("datetime", fields["expected_by"])
    expect(filled.locator("[data-slot=submitted]")).to_contain_text(fields["submitted_at"][:4])
    expect(filled.locator("[data-slot=sent]")).to_contain_text("<b>puis</b> une autre.")
    expect(filled.locator("[data-slot=sent] b")).to_have_count(0)
    page.reload(wait_until="domcontentloaded")
    expect(filled.locator("[data-slot=reference]")).to_have_text(fields["reference"])
    page.evaluate(PRINT)
    page.locator("button[data-print=receipt]").click()
    assert page.evaluate("window.printed") == ["pc-print-receipt"]


def test_the_receipt_of_a_complaint_says_so_and_what_comes_by_that_day(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("complaint-to-us"))
    fill_in(page, ANSWERS["complaint-to-us"])
    send(page)
    expect_receipt(page)
    filled = page.locator("#receipt-filled")
    [fields] = [post.json for post in endpoint.received]
    expect(filled.locator("[data-state=received]")).to_have_text("Wij hebben uw klacht ontvangen.")
    expect(filled.locator("dt", has_text="Ontvangstbevestiging uiterlijk op")).to_be_visible()
    expect(filled.locator(".pc-expected-by")).to_have_attribute("datetime", fields["expected_by"])

    visit(page, site.form("access"))
    fill_in(page, ANSWERS["access"])
    send(page)
    expect_receipt(page)
    expect(filled.locator("[data-state=received]")).to_have_text("Wij hebben uw verzoek ontvangen.")
    expect(filled.locator("dt", has_text="Antwoord uiterlijk op")).to_be_visible()


def test_who_sent_nothing_reads_what_holds_for_everybody(page: Page, site: Site) -> None:
    visit(page, f"{site.root}rights/received/")
    expect(page.locator("#receipt-filled")).to_be_hidden()
    expect(page.locator(".pc-lead.pc-unknown")).to_be_visible()
