"""What a visitor does with a form."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

Answers = Mapping[str, str | list[str]]

PERSON: Answers = {
    "audience": "members",
    "name": "Zoë d’Hondt & Co",
    "email": "zoe@voorbeeld.example",
}
ANSWERS: Mapping[str, Answers] = {
    "access": PERSON,
    "rectification": {
        **PERSON,
        "incorrect": "Kerkstraat 1",
        "correct": "Kerkstraat 2\nbus <b>3</b>",
    },
    "erasure": {**PERSON, "details": "Alles.\n\nAub."},
    "restriction": {**PERSON, "ground": "claims"},
    "portability": {**PERSON, "recipient": "Andere winkel"},
    "objection": {**PERSON, "activities": ["security"], "details": "Ik sta op de foto."},
    "direct-marketing": {"audience": "members", "email": PERSON["email"]},
    "automated-decisions": {**PERSON, "activities": ["orders"], "details": "Ik betaal altijd."},
    "withdraw-consent": {
        "audience": "members",
        "email": PERSON["email"],
        "activities": ["newsletter", "photos"],
    },
    "general": {**PERSON, "details": "Waar staan mijn gegevens?"},
    "complaint-to-us": {**PERSON, "details": "Ik kreeg de brief van iemand anders."},
}
"""The least that each form takes."""


def visit(page: Page, address: str) -> None:
    """Open a page, as far as its scripts; pictures may still be under way."""
    page.goto(address, wait_until="domcontentloaded")


def control(page: Page, name: str, value: str | None = None) -> Locator:
    chosen = f'[value="{value}"]' if value else ""
    return page.locator(f'#request-form [name="{name}"]{chosen}')


FILL_IN = """(form, answers) => {
  for (const [name, answer] of Object.entries(answers)) {
    for (const control of form.querySelectorAll(`[name="${name}"]`)) {
      if (control.type === "radio" || control.type === "checkbox") {
        control.checked = [answer].flat().includes(control.value)
      } else {
        control.value = answer
      }
    }
  }
  form.dispatchEvent(new Event("input"))
}"""


def fill_in(page: Page, answers: Answers) -> None:
    """All at once, as a browser does that knows the answers."""
    page.locator("#request-form").evaluate(FILL_IN, dict(answers))


def wait_a_little(page: Page) -> None:
    """Longer than a robot does before it sends: the clock of the page is turned."""
    page.clock.fast_forward(3000)


def send(page: Page) -> None:
    wait_a_little(page)
    page.locator("#request-form button[type=submit]").dispatch_event("click")


def expect_receipt(page: Page) -> None:
    """Wait until the page of receipt is there."""
    page.wait_for_url("**/rights/received/", wait_until="domcontentloaded")
