"""The coverage table: where a center answers what people must be told, or why it need not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from worlds import small_center, write_files

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.coverage import Coverage, CoverageAnswer, cover
from mkdocs_privacy.coverage.of_activities import ABOUT_ACTIVITIES, ABOUT_SERVICES
from mkdocs_privacy.coverage.of_the_center import ABOUT_THE_CENTER
from mkdocs_privacy.loading.completion import complete
from mkdocs_privacy.model import PrivacyCenter

Change = Mapping[str, Any]

HOST = {"name": {"en": "Host"}, "category": "hosting", "role": "processor"}
ABROAD = {**HOST, "country": "US"}
CLAUSES = {"countries": ["US"], "mechanism": "scc"}
GIFT = {"source": [{"source": "third_party", "personal_data": ["email"]}]}
SHOP = {"our_role": "processor", "responsible": {"en": "The shop where you ordered"}}

YES, NO, NOT_NEEDED = Coverage.ANSWERED, Coverage.UNANSWERED, Coverage.NOT_NEEDED

OF_THE_CENTER: tuple[tuple[str, Change, Coverage, str], ...] = (
    ("GDPR 12(2)", {}, YES, "organisation.contact"),
    ("GDPR 12(3)", {}, YES, "rights.deadline"),
    ("GDPR 12(5)", {}, YES, ""),
    ("GDPR 12(6)", {}, YES, ""),
    ("GDPR 13(1)(a), 30(1)(a)", {}, YES, "organisation.address"),
    ("GDPR 13(1)(a), 27", {}, NOT_NEEDED, "established in the European Economic Area"),
    ("GDPR 13(1)(a), 27", {"organisation": {"address": {"city": "Bern", "country": "CH"}}}, NO, ""),
    (
        "GDPR 13(1)(a), 27",
        {
            "organisation": {
                "address": {"city": "Bern", "country": "CH"},
                "serves_countries": ["CH"],
            }
        },
        NOT_NEEDED,
        "`serves_countries` names no country",
    ),
    ("GDPR 13(1)(b)", {}, NO, "`data_protection_officer: none`"),
    (
        "GDPR 13(1)(b)",
        {"organisation": {"data_protection_officer": "none"}},
        NOT_NEEDED,
        "there is no",
    ),
    (
        "GDPR 13(1)(b)",
        {"organisation": {"data_protection_officer": {"email": "fg@tuimelkous.example"}}},
        YES,
        "organisation.data_protection_officer",
    ),
    ("GDPR 13(2)(b)", {}, YES, ""),
    ("GDPR 13(2)(d)", {}, YES, "organisation.supervisory_authority"),
    ("GDPR 28(2)", {}, NOT_NEEDED, "you are a processor in no activity"),
    ("GDPR 28(2)", {"activities": {"orders": SHOP}}, NO, "`processors: {}`"),
    ("GDPR 28(2)", {"activities": {"orders": SHOP}, "processors": {}}, NO, "`objection_period`"),
    (
        "GDPR 28(2)",
        {"activities": {"orders": SHOP}, "processors": {}, "changes": {"objection_period": "P30D"}},
        YES,
        "changes.objection_period",
    ),
    ("GDPR 30(1)(g)", {}, NO, "`measures`"),
    (
        "GDPR 30(1)(g)",
        {"measures": {"lock": {"kind": "organisational", "title": {"en": "Locks"}}}},
        YES,
        "measures",
    ),
    ("ePrivacy 5(3)", {}, NO, "`cookies: {}`"),
    ("ePrivacy 5(3)", {"cookies": {}}, YES, "cookies"),
    ("ePrivacy 5(3), GDPR 7(3)", {}, NOT_NEEDED, "no service in `cookies` asks for consent"),
    (
        "ePrivacy 5(3), GDPR 7(3)",
        {"cookies": {"ga": {"use": "google-analytics-4"}}},
        NO,
        "say in `consent` how visitors choose",
    ),
    (
        "ePrivacy 5(3), GDPR 7(3)",
        {
            "cookies": {"ga": {"use": "google-analytics-4"}},
            "consent": {"how": {"en": "You choose."}},
        },
        YES,
        "consent",
    ),
)
"""An item, how a center differs from the small one, the verdict, and its path or remark."""

OF_AN_ACTIVITY: tuple[tuple[str, Change, Coverage, str], ...] = (
    ("GDPR 13(1)(c), 30(1)(b)", {}, YES, "legal_basis"),
    ("GDPR 13(1)(c), 30(1)(b)", {"legal_basis": []}, NO, "name the legal basis"),
    (
        "GDPR 13(1)(c), 30(1)(b)",
        {"legal_basis": [{"basis": "contract", "personal_data": ["name"]}]},
        NO,
        "what the rest of the activity rests on",
    ),
    ("GDPR 13(1)(d)", {}, NOT_NEEDED, "no legitimate interest"),
    (
        "GDPR 13(1)(d)",
        {"legal_basis": "legitimate_interests", "interest": {"en": "to know"}},
        YES,
        "legal_basis.0",
    ),
    ("GDPR 13(1)(e), 30(1)(d)", {}, YES, "processors"),
    ("GDPR 13(1)(e), 30(1)(d)", {"processors": None}, NO, "`processors: []`"),
    ("GDPR 13(1)(f), 30(1)(e)", {}, NOT_NEEDED, "no recipient outside"),
    ("GDPR 13(1)(f), 30(1)(e)", {"processors": None}, NO, "name who receives the data first"),
    ("GDPR 13(2)(a), 30(1)(f)", {}, YES, "retention"),
    ("GDPR 13(2)(a), 30(1)(f)", {"retention": []}, NO, "say how long"),
    ("GDPR 13(2)(a), 30(1)(f)", {"retention": {"minimum": "P1Y"}}, NO, "no end"),
    ("GDPR 13(2)(c)", {}, NOT_NEEDED, "consent is not among"),
    ("GDPR 13(2)(c)", {"legal_basis": "consent"}, YES, "legal_basis"),
    ("GDPR 13(2)(c)", {"legal_basis": "consent", "withdraw": {"en": "Write."}}, YES, "withdraw"),
    ("GDPR 13(2)(c)", {"special_basis": "explicit_consent"}, YES, "legal_basis"),
    ("GDPR 13(2)(e)", {"requirement": None}, NO, "`requirement`"),
    ("GDPR 13(2)(e)", {"requirement": "voluntary"}, YES, "requirement"),
    ("GDPR 13(2)(e)", {"if_not_given": None}, NO, "`if_not_given`"),
    (
        "GDPR 13(2)(e)",
        {"requirement": "statutory", "if_not_given": {"en": "Nothing."}},
        YES,
        "requirement",
    ),
    ("GDPR 13(2)(e)", {"source": "ourselves"}, NOT_NEEDED, "nobody is asked"),
    ("GDPR 13(2)(f)", {}, NO, "or write `none`"),
    ("GDPR 13(2)(f)", {"automated_decisions": "none"}, YES, "automated_decisions"),
    ("GDPR 14(1)(d)", {}, NOT_NEEDED, "no other source"),
    ("GDPR 14(1)(d)", GIFT, YES, "personal_data"),
    ("GDPR 14(2)(f)", {}, NOT_NEEDED, "no other source"),
    ("GDPR 14(2)(f)", GIFT, NO, "`origin`"),
    ("GDPR 14(2)(f)", {"source": "public", "origin": {"en": "a register"}}, YES, "source"),
    (
        "GDPR 14(2)(f)",
        {"source": {"source": "public", "origin": {"en": "a register"}}},
        YES,
        "source",
    ),
    ("GDPR 21(4)", {}, NOT_NEEDED, "the right to object does not apply"),
    ("GDPR 21(4)", {"legal_basis": []}, NO, "name the legal basis first"),
    (
        "GDPR 21(4)",
        {"legal_basis": "legitimate_interests", "interest": {"en": "to know"}},
        YES,
        "legal_basis",
    ),
    ("GDPR 21(4)", {"direct_marketing": True}, YES, "legal_basis"),
    ("GDPR 26(2)", {}, NOT_NEEDED, "names no joint controller"),
    ("GDPR 30(1)(c)", {}, YES, "personal_data"),
    ("ePrivacy 13", {}, NOT_NEEDED, "nothing says that this is direct marketing"),
    ("ePrivacy 13", {"direct_marketing": True}, NO, "`consent` or `soft_opt_in`"),
    ("ePrivacy 13", {"direct_marketing": True, "legal_basis": "consent"}, YES, "legal_basis"),
    ("ePrivacy 13", {"legal_basis": "soft_opt_in"}, YES, "legal_basis"),
)
"""An item, how the orders differ from those of the small center, the verdict, path or remark."""

OF_A_RECIPIENT: tuple[tuple[Change, str, Coverage, str], ...] = (
    (HOST, "GDPR 13(1)(f), 30(1)(e)", NO, "say in which country"),
    ({**HOST, "country": "BE"}, "GDPR 13(1)(f), 30(1)(e)", NOT_NEEDED, "no recipient outside"),
    ({**HOST, "country": "JP"}, "GDPR 13(1)(f), 30(1)(e)", YES, "processors.host"),
    ({**HOST, "country": "CH"}, "GDPR 13(1)(f), 30(1)(e)", YES, "processors.host"),
    (ABROAD, "GDPR 13(1)(f), 30(1)(e)", NO, "give the safeguard of ‘host’ (US)"),
    ({**ABROAD, "transfers": [CLAUSES]}, "GDPR 13(1)(f), 30(1)(e)", NO, "how to obtain a copy"),
    (
        {**ABROAD, "transfers": [{**CLAUSES, "copy_from": {"en": "Ask us."}}]},
        "GDPR 13(1)(f), 30(1)(e)",
        YES,
        "processors.host",
    ),
    ({**HOST, "role": "joint_controller"}, "GDPR 26(2)", NO, "the arrangement with ‘host’"),
)
"""A recipient of the orders, an item, the verdict, and its path or remark."""

PIXEL = {"type": "pixel", "purpose": {"en": "Counts."}}
OF_A_SERVICE: tuple[tuple[Change, Coverage, str], ...] = (
    ({"stores_nothing": True}, YES, "stores_nothing"),
    ({}, NO, "`stores_nothing: true`"),
    ({"items": {"_id": {"purpose": {"en": "Knows you."}}}}, NO, "how long ‘_id’ stays"),
    ({"items": {"_id": PIXEL}}, NO, "`consent`"),
    ({"items": {"_id": PIXEL}, "consent": "required"}, YES, "cookies.count"),
)
PART_OF: tuple[tuple[Change, Coverage, str], ...] = (
    ({}, NO, "cookies.count say in `activity`"),
    ({"category": "preferences", "consent": "required"}, NO, "cookies.count"),
    ({"activity": "orders"}, YES, "activities.orders"),
    ({"category": "necessary"}, NOT_NEEDED, "neither asks for consent nor counts"),
)
"""A service, and whether the table says for which activity it is there."""


def answers(change: Change) -> dict[str, CoverageAnswer]:
    """What the table says of a center that differs from the small one; the last of each item."""
    content = small_center()
    for key, changed in change.items():
        if key == "activities":
            content["activities"]["orders"] |= changed["orders"]
        elif isinstance(changed, Mapping) and key in content:
            content[key] = {**content[key], **changed}
        else:
            content[key] = changed
    content["activities"]["orders"] = {
        key: value for key, value in content["activities"]["orders"].items() if value is not None
    }
    completed = complete(content, shipped_catalogue(), {}).content
    center = PrivacyCenter.model_validate(completed)
    return {row.duty.law: row.answer for row in cover(center, {}, shipped_catalogue().adequacy)}


def told(answer: CoverageAnswer) -> str:
    """The path of an answer, and its remark."""
    return f"{'.'.join(map(str, answer.path))} {answer.remark}"


@pytest.mark.parametrize(("law", "change", "verdict", "says"), OF_THE_CENTER)
def test_what_is_asked_once(law: str, change: Change, verdict: Coverage, says: str) -> None:
    answer = answers(change)[law]
    assert (answer.verdict, says in told(answer)) == (verdict, True), answer


@pytest.mark.parametrize(("law", "change", "verdict", "says"), OF_AN_ACTIVITY)
def test_what_is_asked_of_an_activity(
    law: str, change: Change, verdict: Coverage, says: str
) -> None:
    answer = answers({"activities": {"orders": change}})[law]
    assert (answer.verdict, says in told(answer)) == (verdict, True), answer


@pytest.mark.parametrize(("entry", "law", "verdict", "says"), OF_A_RECIPIENT)
def test_what_is_asked_of_recipients(entry: Change, law: str, verdict: Coverage, says: str) -> None:
    world = {"processors": {"host": entry}, "activities": {"orders": {"processors": ["host"]}}}
    answer = answers(world)[law]
    assert (answer.verdict, says in told(answer)) == (verdict, True), answer


@pytest.mark.parametrize(("entry", "verdict", "says"), OF_A_SERVICE)
def test_what_is_asked_of_a_service(entry: Change, verdict: Coverage, says: str) -> None:
    service = {"name": "Count", "category": "statistics", "purpose": {"en": "Counts."}, **entry}
    answer = answers({"cookies": {"count": service}})["ePrivacy 5(3)"]
    assert (answer.verdict, says in told(answer)) == (verdict, True), answer


@pytest.mark.parametrize(("entry", "verdict", "says"), PART_OF)
def test_of_a_service_that_is_not_necessary_it_is_asked_what_it_is_a_part_of(
    entry: Change, verdict: Coverage, says: str
) -> None:
    service = {"name": "Count", "category": "statistics", "purpose": {"en": "Counts."}, **entry}
    answer = answers({"cookies": {"count": service}})["GDPR 13(1)(c), 13(2)(a)"]
    assert (answer.verdict, says in told(answer)) == (verdict, True), answer


def test_of_what_is_done_for_others_nothing_is_asked_but_the_rest_of_the_activities_is() -> None:
    answer = answers({"activities": {"orders": SHOP}})["GDPR 13(1)(c), 30(1)(b)"]
    assert told(answer) == " you are a processor in this activity: the controller tells people"


def test_every_item_is_tried_with_each_of_its_verdicts_that_can_be() -> None:
    tried: dict[str, set[Coverage]] = {}
    for law, _, verdict, _ in (*OF_THE_CENTER, *OF_AN_ACTIVITY):
        tried.setdefault(law, set()).add(verdict)
    assert set(tried) == {item.law for item, _ in (*ABOUT_THE_CENTER, *ABOUT_ACTIVITIES)}
    always = {law for law, verdicts in tried.items() if verdicts == {YES}}
    assert always == {
        *("GDPR 12(2)", "GDPR 12(3)", "GDPR 12(5)", "GDPR 12(6)"),
        *("GDPR 13(1)(a), 30(1)(a)", "GDPR 13(2)(b)", "GDPR 13(2)(d)", "GDPR 30(1)(c)"),
    }, "the model or the pages see to these"
    assert len(ABOUT_SERVICES) == 2


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """The folder of a site with the small center, without releases."""
    mkdocs = """\
site_name: Tuimelkous
site_url: https://privacy.tuimelkous.example/
plugins:
  - privacy-center: {today: 2026-11-26}
theme: {name: material, language: en}
"""
    write_files(tmp_path, {"mkdocs.yml": mkdocs, "docs/about.md": "# About\n"})
    return tmp_path


def checked(site: Path, *options: str) -> Any:
    result = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml"), *options])
    assert result.exit_code == 0, result.output
    return result


def test_a_check_ends_with_how_many_items_are_answered(small_site: Path) -> None:
    assert checked(small_site).stderr.splitlines()[-1] == (
        "12 of 16 items answered: `--coverage` lists them"
    )


def test_the_table_as_text_names_line_page_and_what_is_missing(small_site: Path) -> None:
    lines = checked(small_site, "--coverage").stdout.splitlines()
    where = small_site / "privacy"
    assert lines[0] == "Tuimelkous"
    assert (
        f"  yes GDPR 13(2)(a), 30(1)(f): how long the data is kept ({where}/activities.yml:8, "
        "https://privacy.tuimelkous.example/data/)"
    ) in lines
    assert (
        f"  NO  GDPR 13(2)(f): automated decisions ({where}/activities.yml:2): describe the "
        "decisions in `automated_decisions`, or write `none`"
    ) in lines
    assert lines[-1] == "12 of 16 items answered"


def test_the_table_as_json(small_site: Path) -> None:
    document = json.loads(checked(small_site, "--coverage", "json").stdout)
    about = {key: value for key, value in document.items() if key != "items"}
    assert about == {
        "organisation": "Tuimelkous",
        "date": "2026-11-26",
        "release": None,
        "sha256": None,
        "differs_from_release": False,
        "summary": "12 of 16 items answered",
    }
    retention = next(one for one in document["items"] if "13(2)(a)" in one["law"])
    assert retention == {
        "law": "GDPR 13(2)(a), 30(1)(f)",
        "title": "how long the data is kept",
        "subject": "orders",
        "verdict": "answered",
        "remark": None,
        "path": ["activities", "orders", "retention"],
        "file": str(small_site / "privacy" / "activities.yml"),
        "line": 8,
        "page": "https://privacy.tuimelkous.example/data/",
    }


def test_the_report_is_one_file_that_says_of_which_release_it_is() -> None:
    example = Path(__file__).parent.parent / "examples" / "webshop"
    report = checked(example, "--coverage", "html").stdout
    assert "<h2>The whole center</h2>" in report
    assert "<h2>orders</h2>" in report
    newest = max((example / "privacy" / "releases").iterdir())
    assert f"<dd>{newest.name}" in report
    assert [part for part in ("<script", "<link", "src=", "url(") if part in report] == []


def test_on_a_phone_the_report_is_no_wider_and_breaks_no_short_word(browser: Browser) -> None:
    example = Path(__file__).parent.parent / "examples" / "webshop"
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.set_content(checked(example, "--coverage", "html").stdout)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        told = page.locator("td:nth-child(3)", has_text="yes").first
        assert told.evaluate("one => one.getClientRects().length") == 1


def test_a_report_escapes_what_the_data_says(small_site: Path) -> None:
    organisation = small_site / "privacy" / "organisation.yml"
    written = organisation.read_text("utf-8").replace("name: Tuimelkous", "name: <b>Tuimel</b>")
    organisation.write_text(written, "utf-8")
    assert (
        "<h1>What &lt;b&gt;Tuimel&lt;/b&gt; tells"
        in checked(small_site, "--coverage", "html").stdout
    )


def test_data_with_an_error_has_no_table_but_the_error(small_site: Path) -> None:
    (small_site / "privacy" / "activities.yml").write_text("activities: {}\n", "utf-8")
    result = CliRunner().invoke(main, ["check", "--coverage", "-f", str(small_site / "mkdocs.yml")])
    assert result.exit_code == 1
    assert "[too-few]" in result.stdout


def test_an_adequacy_decision_of_the_site_s_own_catalogue_counts(small_site: Path) -> None:
    """One that is newer than the release of the package that the site has."""
    config = small_site / "mkdocs.yml"
    write_files(
        small_site,
        {
            "privacy/processors.yml": "processors:\n  host: {name: Host, category: hosting, role: "
            "processor, country: KE}\n",
            "shared/adequacy.yml": "KE:\n  facts: {source: the Official Journal, "
            "as_of: 2026-11-20, verified: true}\n",
        },
    )
    activities = small_site / "privacy/activities.yml"
    activities.write_text(activities.read_text().replace("processors: []", "processors: [host]"))
    before = checked(small_site, "--coverage").stdout
    assert "give the safeguard of ‘host’ (KE) in `transfers`" in before
    config.write_text(config.read_text().replace("26}", "26, catalogue_dirs: [shared]}"))
    assert "safeguard of ‘host’" not in checked(small_site, "--coverage").stdout
    assert "safeguard-unstated" not in checked(small_site).stdout
