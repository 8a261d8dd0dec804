"""What `use:` brings into an activity: each shipped one loads, alone, in every form and country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builds import REPOSITORY
from everything_world import localized
from markupsafe import Markup
from release_worlds import TODAY, a_release
from worlds import LANGUAGES, load_world

from mkdocs_privacy.catalogue import WORDS, shipped_catalogue
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import FormOfAddress, LocalizedCenter
from mkdocs_privacy.model import LegalBasis, PrivacyCenter, Requirement, Text
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import read_archive, write_release

CATALOGUE = shipped_catalogue()
INFORMAL = ("nl", "fr")
ORGANISATION = """\
organisation:
  name: Tuimelkous
  address: {{city: Putte, country: {country}}}
  website: https://www.tuimelkous.example
  contact: {{email: hallo@tuimelkous.example}}
"""
RECIPIENTS = """\
processors:
  combell: {use: combell, personal_data: all}
  bpost: {use: bpost, personal_data: all}
  mollie: {use: mollie, personal_data: all}
"""


def load(
    base: Path, activities: str, *, others: str = "", country: str = "BE", informal: Any = ()
) -> Loaded:
    """A center of an organisation in a country that does what is written, and no more."""
    folder = base / "privacy"
    folder.mkdir(exist_ok=True)
    (folder / "organisation.yml").write_text(ORGANISATION.format(country=country) + others)
    (folder / "activities.yml").write_text("activities:\n" + activities)
    return load_center(folder, LANGUAGES, informal=informal)


def center_of(loaded: Loaded) -> PrivacyCenter:
    assert loaded.center, loaded.findings
    assert loaded.findings == ()
    return loaded.center


def told(loaded: Loaded) -> list[str]:
    return [f"{one.place}: {one.rule.slug}: {one.message}" for one in loaded.findings]


FOR_THE_OWNER = {
    *("unverified-facts", "training-unstated", "recipients-unstated", "email-tracking-unstated"),
    "requirement-unstated",  # some use data again that was given for something else
    "criteria-only",  # where no law of the country is known
}


@pytest.mark.parametrize("id", CATALOGUE.activities)
def test_every_activity_alone_makes_a_center_in_any_country_and_form_of_address(
    id: str, tmp_path: Path
) -> None:
    ways = [("BE", ()), ("NL", INFORMAL), ("FR", ()), ("LU", INFORMAL), ("DE", ()), ("ES", ())]
    for country, informal in ways:
        loaded = load(tmp_path, f"  {id}: {{use: {id}}}\n", country=country, informal=informal)
        [activity] = center_of(loaded).activities.values()
        assert activity.use == id
        assert activity.facts
        assert activity.summary
        assert activity.retention
        found = {one.rule.slug for one in lint(loaded) if "activities" in one.path}
        on_networks = {"joint-controller-missing"} if id == "social-media-pages" else set()
        assert found <= FOR_THE_OWNER | on_networks  # which the owner names


@pytest.mark.parametrize("id", CATALOGUE.audiences)
def test_every_audience_is_taken_under_an_id_of_ones_own(id: str, tmp_path: Path) -> None:
    activity = "  a: {use: orders, audiences: [people]}\n"
    declared = f"audiences:\n  people: {{use: {id}}}\n"
    [audience] = center_of(load(tmp_path, activity, others=declared)).audiences.values()
    assert audience.use == id
    assert audience.title.in_language("en") == CATALOGUE.audiences[id]["title"]["en"]


# ------------------------------------------------------------------------------------- words


def shipped_texts(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    if isinstance(value, Mapping) and set(LANGUAGES) <= set(value):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from shipped_texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from shipped_texts(inner, f"{path}[{number}]")


TEXTS = dict(
    (
        *shipped_texts(CATALOGUE.activities, "activities"),
        *shipped_texts(CATALOGUE.audiences, "audiences"),
        *(text for kind in WORDS for text in shipped_texts(getattr(CATALOGUE, kind), kind)),
    )
)
MARKED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
FORMAL = {
    "nl": re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE),
    "fr": re.compile(r"(?<!rendez-)\b(vous|votre|vos)\b|\b(?!chez|rendez)\w+ez\b", re.IGNORECASE),
}
OF_THE_OTHER_FORM = {
    "nl": re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(tu|te|toi|ton|ta|tes)\b|\bt’", re.IGNORECASE),
}


@pytest.mark.parametrize("country", ["BE", "NL", "LU", "DE", "FR", "GB", "US"])
def test_whether_data_must_be_given_agrees_with_the_legal_basis(
    country: str, tmp_path: Path
) -> None:
    every = "".join(f"  {id}: {{use: {id}}}\n" for id in CATALOGUE.activities)
    center = center_of(load(tmp_path, every, country=country))
    needs = {
        Requirement.STATUTORY: LegalBasis.LEGAL_OBLIGATION,
        Requirement.NECESSARY_FOR_CONTRACT: LegalBasis.CONTRACT,
    }
    for id, activity in center.activities.items():
        basis = needs.get(activity.requirement) if activity.requirement else None
        assert basis in (None, *(one.basis for one in activity.legal_bases)), id


def test_whatever_a_person_decides_with_advice_is_said_not_to_be_automated(tmp_path: Path) -> None:
    every = "".join(f"  {id}: {{use: {id}}}\n" for id in CATALOGUE.activities)
    for id, activity in center_of(load(tmp_path, every)).activities.items():
        assert activity.automated_decisions is not None, id


def test_proof_of_choices_speaks_of_no_cookies_where_there_may_be_none() -> None:
    said = str(CATALOGUE.activities["consent-choices"]["purposes"])
    assert not re.search("cookie|bericht|message", said)


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_whatever_addresses_the_reader_does_it_in_both_forms(language: str) -> None:
    formal, informal = FORMAL[language], OF_THE_OTHER_FORM[language]
    words = {path: text[language] for path, text in TEXTS.items()}
    in_form = {path: MARKED.sub(r"\1", text) for path, text in words.items()}
    in_other = {path: MARKED.sub(r"\2", text) for path, text in words.items()}
    assert [path for path, text in in_form.items() if informal.search(text)] == []
    assert [path for path, text in in_other.items() if formal.search(text)] == []


def test_english_has_one_form_and_nothing_is_left_of_what_marks_two() -> None:
    assert [path for path, text in TEXTS.items() if re.search(r"[{}|]", text["en"])] == []
    for language in ("nl", "fr"):
        left = {path: MARKED.sub("", text[language]) for path, text in TEXTS.items()}
        assert [path for path, text in left.items() if re.search(r"[{}|]", text)] == []


def test_french_elides_in_both_forms() -> None:
    unelided = re.compile(r"\b(te|me|le|la|de|que|ne|se|ta|sa) [aeiouhéèêâîôû]", re.IGNORECASE)
    wrong = [
        (path, found[0])
        for path, text in TEXTS.items()
        for form in (r"\1", r"\2")
        if (found := unelided.search(MARKED.sub(form, text["fr"])))
    ]
    assert wrong == []


@pytest.mark.parametrize("form", FormOfAddress)
def test_all_of_them_together_are_rendered_in_every_language(
    form: FormOfAddress, tmp_path: Path
) -> None:
    informal = INFORMAL if form is FormOfAddress.INFORMAL else ()
    activities = "".join(f"  {id}: {{use: {id}}}\n" for id in CATALOGUE.activities)
    center = center_of(load(tmp_path, activities, others=RECIPIENTS, informal=informal))
    for language in LANGUAGES:
        localization = LocalizedCenter(center, localized(language, form))
        said = Markup(policy_document(localization, Site())).striptags()
        for activity in center.activities.values():
            assert activity.summary
            assert activity.summary.in_language(language) in said


# ---------------------------------------------------------------------------- what is written


def test_what_the_owner_writes_goes_before_what_is_shipped(tmp_path: Path) -> None:
    written = """\
  sales:
    use: orders
    title: {nl: Verkoop, fr: Ventes, en: Sales}
    retention: {period: P5Y}
"""
    sales = center_of(load(tmp_path, written)).activities["sales"]
    assert sales.title == Text(by_language={"nl": "Verkoop", "fr": "Ventes", "en": "Sales"})
    assert [stage.period for stage in sales.retention] == ["P5Y"]
    assert sales.retention[0].our_choice is None
    assert len(sales.purposes) == len(CATALOGUE.activities["orders"]["purposes"])


def test_without_takes_data_and_audiences_away(tmp_path: Path) -> None:
    written = "  a: {use: customer-service, without: [phone, customers]}\n"
    activity = center_of(load(tmp_path, written)).activities["a"]
    assert activity.audiences == ("correspondents",)
    assert activity.personal_data == ("name", "email", "order", "correspondence")


def test_what_without_does_not_find_is_told_with_what_was_meant(tmp_path: Path) -> None:
    loaded = load(tmp_path, "  a:\n    use: orders\n    without: [fone]\n")
    assert told(loaded) == [
        "privacy/activities.yml:4: unknown-id: what `use` brings has no ‘fone’ in its "
        "`personal_data` or `audiences` (did you mean ‘phone’?): correct it, or leave it out here"
    ]


def test_also_adds_to_the_shipped_lists(tmp_path: Path) -> None:
    written = """\
  a:
    use: orders
    also:
      personal_data: [loyalty, name]
      audiences: [donors]
      purposes: [{nl: te tellen, fr: compter, en: count}]
      processors: [mollie]
      retention: {period: P1Y, what: {nl: punten, fr: points, en: points}}
    retention: {period: P2Y, what: {nl: de rest, fr: le reste, en: the rest}}
"""
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    activity = center.activities["a"]
    shipped = CATALOGUE.activities["orders"]
    assert activity.personal_data == (*shipped["personal_data"], "loyalty")
    assert activity.audiences == ("customers", "donors")
    assert activity.purposes[-1].in_language("en") == "count"
    assert [stage.period for stage in activity.retention] == ["P2Y", "P1Y"]
    assert [recipient.id for recipient in activity.processors or ()] == ["combell", "mollie"]
    assert tuple(center.audiences) == ("customers", "donors")


def test_what_changes_a_shipped_list_is_refused_where_there_is_none(tmp_path: Path) -> None:
    loaded = load_world(
        tmp_path,
        {
            "privacy/activities.yml": """\
activities:
  orders:
    title: {nl: Bestellingen, fr: Commandes, en: Orders}
    audiences: [customers]
    purposes: [{nl: te leveren, fr: livrer, en: deliver}]
    personal_data: [name]
    legal_basis: contract
    without: [name]
"""
        },
    )
    assert [(one.rule.slug, one.place and one.place.line) for one in loaded.findings] == [
        ("unknown-key", 8)
    ]


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("also: {personal-data: [loyalty]}", "unknown-key"),
        ("also: {personal_data: loyalty}", "wrong-type"),
        ("without: phone", "wrong-type"),
        ("recipient_categories: [carrier]", "unknown-word"),
        ("also: {personal_data: [unknown]}", "unknown-id"),
    ],
)
def test_what_is_not_understood_is_told_at_its_line(
    written: str, slug: str, tmp_path: Path
) -> None:
    loaded = load(tmp_path, f"  a:\n    use: orders\n    {written}\n")
    [finding] = loaded.findings
    assert finding.rule.slug == slug
    assert str(finding.place) == "privacy/activities.yml:4"


def test_what_is_wrong_with_a_shipped_value_is_told_at_the_line_of_use(tmp_path: Path) -> None:
    written = """\
  a:
    title: {nl: A, fr: A, en: A}
    use: orders
    legal_basis: {basis: contract, purposes: [{nl: te gokken, fr: jouer, en: gamble}]}
"""
    [finding] = load(tmp_path, written).findings
    assert (finding.rule.slug, finding.path) == ("not-in-activity", ("activities", "a"))
    loaded = load(tmp_path, "  a:\n    title: {nl: A, fr: A, en: A}\n    use: orders\n")
    assert str(loaded.places["activities", "a", "retention"]) == "privacy/activities.yml:4"


def test_another_legal_basis_brings_nothing_that_is_said_of_the_shipped_one(
    tmp_path: Path,
) -> None:
    written = "  a: {use: newsletter, legal_basis: contract}\n"
    activity = center_of(load(tmp_path, written)).activities["a"]
    said = (activity.withdraw, activity.if_not_given, activity.requirement)
    assert said == (None, None, None)


def test_a_condition_goes_with_the_data_that_it_covers(tmp_path: Path) -> None:
    catalogue = {**CATALOGUE.activities}
    events = {**catalogue["events"]}
    events["personal_data"] = [*events["personal_data"], "health"]
    events["special_basis"] = {"basis": "explicit_consent", "personal_data": ["health"]}
    changed = replace(CATALOGUE, activities={**catalogue, "events": events})
    load(tmp_path, "  a: {use: events}\n")
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue=changed)
    [condition] = center_of(loaded).activities["a"].special_bases
    assert condition.personal_data == ("health",)
    load(tmp_path, "  a: {use: events, without: [health]}\n")
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue=changed)
    assert center_of(loaded).activities["a"].special_bases == ()


# --------------------------------------------------------------------------------- recipients


def recipients(center: PrivacyCenter) -> dict[str, list[str] | None]:
    return {
        id: None if activity.processors is None else [one.id for one in activity.processors]
        for id, activity in center.activities.items()
    }


def test_recipients_join_by_category(tmp_path: Path) -> None:
    written = (
        "  orders: {use: orders}\n  delivery: {use: delivery}\n  guests: {use: visitors-register}\n"
    )
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    assert recipients(center) == {
        "orders": ["combell"],
        "delivery": ["combell", "bpost"],
        "guests": None,
    }
    assert (center.processors or {})["bpost"].personal_data == tuple(
        CATALOGUE.activities["delivery"]["personal_data"]
    )


def test_who_is_named_in_an_activity_joins_no_other(tmp_path: Path) -> None:
    written = """\
  orders: {use: orders, processors: [combell]}
  delivery: {use: delivery}
  payments: {use: payments, processors: []}
"""
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    assert recipients(center) == {"orders": ["combell"], "delivery": ["bpost"], "payments": []}


def test_who_is_added_to_an_activity_still_joins_the_others(tmp_path: Path) -> None:
    written = """\
  orders: {use: orders, also: {processors: [mollie, combell]}}
  payments: {use: payments}
"""
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    assert recipients(center) == {
        "orders": ["mollie", "combell"],
        "payments": ["combell", "mollie"],
    }


def test_an_activity_of_ones_own_names_categories_too(tmp_path: Path) -> None:
    written = "  orders: {use: orders, recipient_categories: [payment]}\n"
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    assert recipients(center) == {"orders": ["mollie"]}


def test_who_joins_for_a_further_service_has_the_role_of_that_service(tmp_path: Path) -> None:
    others = """\
processors:
  house:
    name: House
    category: accounting
    role: processor
    also: [{category: delivery, role: independent_controller}]
"""
    center = center_of(load(tmp_path, "  a: {use: delivery}\n", others=others))
    [recipient] = center.activities["a"].processors or ()
    assert (recipient.id, recipient.role) == ("house", "independent_controller")


# ------------------------------------------------------------------------- country and release


def test_the_term_of_invoices_is_that_of_the_country(tmp_path: Path) -> None:
    written = "  invoices: {use: invoices}\n"
    periods = {
        country: center_of(load(tmp_path, written, country=country))
        .activities["invoices"]
        .retention[0]
        .period
        for country in ("BE", "NL", "FR", "LU", "DE", "ES")
    }
    assert periods == {
        "BE": "P10Y",
        "NL": "P7Y",
        "FR": "P10Y",
        "LU": "P10Y",
        "DE": "P8Y",
        "ES": None,
    }


@pytest.mark.parametrize(
    ("id", "periods"),
    [
        ("orders", {"BE": "P2Y", "NL": "P3Y", "FR": "P2Y", "LU": "P2Y", "DE": "P2Y", "ES": "P3Y"}),
        (
            "patient-files",
            {"BE": "P50Y", "NL": "P20Y", "FR": "P20Y", "LU": "P10Y", "DE": "P10Y", "ES": None},
        ),
        (
            "job-applications",
            {"BE": "P6M", "NL": "P4W", "FR": "P2Y", "LU": "P6M", "DE": "P6M", "ES": "P6M"},
        ),
        (
            "camera-surveillance",
            {"BE": "P1M", "NL": "P4W", "FR": "P1M", "LU": "P8D", "DE": "P3D", "ES": "P1M"},
        ),
        ("prospects", {"BE": "P1Y", "FR": "P3Y"}),
        ("website-security", {"BE": "P3M", "FR": "P1Y"}),
    ],
)
def test_a_term_of_the_law_or_of_an_authority_is_that_of_the_country(
    id: str, periods: dict[str, str | None], tmp_path: Path
) -> None:
    for country, period in periods.items():
        [stage] = (
            center_of(load(tmp_path, f"  a: {{use: {id}}}\n", country=country))
            .activities["a"]
            .retention
        )
        assert (stage.maximum or stage.period) == period, country


def test_a_release_holds_all_that_use_brought(tmp_path: Path) -> None:
    written = "  orders: {use: orders, without: [phone]}\n"
    center = center_of(load(tmp_path, written, others=RECIPIENTS))
    write_release(tmp_path / "releases", a_release(center=center), TODAY)
    [release] = read_archive(tmp_path / "releases").history
    assert release.center == center
    text = next((tmp_path / "releases").rglob("center.json")).read_text("utf-8")
    assert "uw bestelling te aanvaarden" in text
    assert "recipient_categories" not in text
    assert "without" not in text


def test_the_examples_of_the_how_to_page_are_data(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "how-to" / "from-the-catalogue.md").read_text("utf-8")
    examples = re.findall(r"^```yaml\nactivities:\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert len(examples) == 3
    for number, example in enumerate(examples):
        (tmp_path / str(number)).mkdir()
        center_of(load(tmp_path / str(number), example))


@pytest.mark.parametrize(
    ("country", "kept", "passport"),
    [("FR", "P6M", False), ("LU", "P6M", True), ("NL", "", True), ("BE", "", True)],
)
def test_the_register_of_guests_says_no_more_than_the_law_of_its_country(
    country: str, kept: str, passport: bool, tmp_path: Path
) -> None:
    center = center_of(load(tmp_path, "  register: {use: guest-registration}\n", country=country))
    register = center.activities["register"]
    (retention,) = register.retention or ()
    assert str(retention.period or retention.maximum or "") == kept
    assert ("document-shown" in register.personal_data) is passport


@pytest.mark.parametrize(
    ("country", "basis", "interest"),
    [("FR", LegalBasis.LEGAL_OBLIGATION, False), ("BE", LegalBasis.LEGITIMATE_INTERESTS, True)],
)
def test_an_empty_value_by_country_says_that_there_is_none_there(
    country: str, basis: LegalBasis, interest: bool, tmp_path: Path
) -> None:
    center = center_of(load(tmp_path, "  wifi: {use: guest-wifi}\n", country=country))
    wifi = center.activities["wifi"]
    (stated,) = wifi.legal_bases
    told = (stated.basis, stated.interest or wifi.interest, stated.law or wifi.law)
    assert (told[0], told[1] is not None, told[2] is not None) == (basis, interest, not interest)
