"""What the browser counts and checks is what the endpoint counts and checks."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from worlds import LANGUAGES

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import WrongPeriod, check_term
from mkdocs_privacy.model.period import TERM_PATTERN
from mkdocs_privacy.requests import REFERENCE_PATTERN, expected_by, public_holidays
from requests_in_browser.visitor import visit
from requests_in_browser.world import Site

FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(400)]

COUNT = """async ([days, periods, holidays]) => {
  const {expectedBy} = await import("/assets/privacy-center/requests/deadline.js")
  return days.map(day => expectedBy(day, periods, holidays))
}"""


def test_deadlines_are_counted_as_the_endpoint_counts(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    days = [str(day) for day in DAYS]
    for country in ("BE", "NL", "FR"):
        holidays = [str(day) for day in public_holidays(country, FIRST)]
        for period in ("P1M", "P3W", "P2M", "P1Y", "P1Y1M1D", "P150Y", "P54787D"):
            counted = page.evaluate(COUNT, [days, [period], holidays])
            assert counted == [str(expected_by(day, period, country)) for day in DAYS]
        extended = page.evaluate(COUNT, [days, ["P1M", "P2M"], holidays])
        assert extended == [str(expected_by(day, "P3M", country)) for day in DAYS]


def test_what_no_deadline_can_be_names_no_day(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    for period in ("PT72H", "P1DT1H", "P0.5Y", "P", "P1W1D", ""):
        with pytest.raises(WrongPeriod):
            check_term(period)
        assert page.evaluate(COUNT, [["2026-01-01"], [period], []]) == [None]


WORDS = """async ([language, days]) => {
  const {inWords} = await import("/assets/privacy-center/days.js")
  document.documentElement.lang = language
  return days.map(inWords)
}"""


def test_days_are_written_as_the_site_writes_them(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    for language in LANGUAGES:
        written = page.evaluate(WORDS, [language, [str(day) for day in DAYS]])
        localization = Localization(language, load_catalog(language))
        assert written == [localization.date(day) for day in DAYS]


def test_the_form_names_the_days(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    today = date.fromisoformat(
        page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Brussels'})")
    )
    deadline = page.locator("[data-deadline]")
    expect(deadline).to_be_visible()
    answer, extended = expected_by(today, "P1M", "BE"), expected_by(today, "P3M", "BE")
    expect(deadline.locator(".pc-expected-by")).to_have_attribute("datetime", str(answer))
    expect(deadline.locator(".pc-extended-by")).to_have_attribute("datetime", str(extended))


def test_the_form_to_complain_names_the_day_of_the_acknowledgement(page: Page, site: Site) -> None:
    visit(page, site.form("complaint-to-us"))
    today = date.fromisoformat(
        page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Brussels'})")
    )
    deadline = page.locator("[data-deadline]")
    expect(deadline).to_be_visible()
    expect(deadline.locator("time")).to_have_attribute(
        "datetime", str(expected_by(today, "P30D", "BE"))
    )


def pattern(page: Page, script: str, name: str) -> str:
    address = f"/assets/privacy-center/requests/{script}"
    source: str = page.evaluate(f'import("{address}").then(script => script.{name}.source)')
    return source


def test_the_patterns_are_those_of_the_contract(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    email = site.schema["$defs"]["access"]["properties"]["email"]["pattern"]
    assert pattern(page, "problems.js", "EMAIL") == email.replace('\\"', '"')
    assert pattern(page, "reference.js", "REFERENCE") == REFERENCE_PATTERN
    assert pattern(page, "deadline.js", "PERIOD") == TERM_PATTERN


def test_references_differ_and_are_as_the_endpoint_makes_them(page: Page, site: Site) -> None:
    visit(page, site.form("access"))
    made = page.evaluate(
        "async () => { const {makeReference} = await "
        'import("/assets/privacy-center/requests/reference.js"); '
        "return Array.from({length: 1000}, makeReference) }"
    )
    assert len(set(made)) == 1000
    assert all(re.fullmatch(REFERENCE_PATTERN, one) for one in made)
    assert len(set("".join(made))) == 33
