"""The shipped catalogue is valid, complete in three languages, and says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml
from worlds import LANGUAGES, SMALL_CENTER, load_world

from mkdocs_privacy.catalogue import Condition, shipped_catalogue
from mkdocs_privacy.catalogue.choosing import with_terms
from mkdocs_privacy.model import (
    Context,
    CookieCategory,
    CookieService,
    Facts,
    FurtherRight,
    Party,
    PersonalData,
    Processor,
    Retention,
    SupervisoryAuthority,
)
from mkdocs_privacy.model.cookies import TrackerType

CONTEXT = Context(languages=LANGUAGES)
CATALOGUE = shipped_catalogue()
GROUND_OF_A_TERM = {
    "duty_to_keep": "law",
    "maximum": "law",
    "limitation": "limitation",
    "liability": "our_choice",
    "recommendation": "recommendation",
}
FILES = (
    "activities.yml",
    "adequacy.yml",
    "audiences.yml",
    "authorities.yml",
    "changes.yml",
    "child_consent.yml",
    "consent.yml",
    "consent_exemptions.yml",
    "cookies.yml",
    "economic_area.yml",
    "further_rights.yml",
    "laws.yml",
    "measures.yml",
    "organisations.yml",
    "personal_data.yml",
    "processors.yml",
    "promises.yml",
    "requests.yml",
    "retention.yml",
    "rights.yml",
    "sections.yml",
    "texts.yml",
)


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value inside a structure, with the path that leads to it."""
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from walk(inner, f"{path}[{number}]")


def written(name: str) -> Any:
    """What a file of the catalogue says, every scalar as text."""
    text = files("mkdocs_privacy.catalogue").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("id", CATALOGUE.processors)
def test_every_processor_is_valid_and_carries_its_source_and_date(id: str) -> None:
    processor = Processor.model_validate(CATALOGUE.processors[id], context=CONTEXT)
    assert processor.facts is not None
    assert processor.service is not None


@pytest.mark.parametrize("id", CATALOGUE.cookies)
def test_every_cookie_service_is_valid_and_carries_its_source_and_date(id: str) -> None:
    service = CookieService.model_validate(CATALOGUE.cookies[id], context=CONTEXT)
    assert service.facts is not None


@pytest.mark.parametrize("id", CATALOGUE.cookies)
def test_every_cookie_service_that_is_not_necessary_says_whether_it_waits_for_consent(
    id: str,
) -> None:
    service = CookieService.model_validate(CATALOGUE.cookies[id], context=CONTEXT)
    assert (service.consent is None) is (service.category is CookieCategory.NECESSARY)


@pytest.mark.parametrize("id", CATALOGUE.cookies)
def test_everything_that_stays_on_a_device_has_a_duration_and_a_category(id: str) -> None:
    service = CookieService.model_validate(CATALOGUE.cookies[id], context=CONTEXT)
    sent_once = {TrackerType.URL_PARAMETER, TrackerType.PIXEL, TrackerType.EMAIL_PIXEL}
    for name, item in service.items.items():
        assert (item.duration is None) is (item.type in sent_once), name
        assert item.category or service.category
        assert (item.domain is None) is (item.party is Party.FIRST), name


@pytest.mark.parametrize("kind", ["processors", "cookies"])
@pytest.mark.parametrize("country", ["BE", "NL", "FR"])
def test_every_entry_used_alone_makes_a_center_that_loads(
    kind: str, country: str, tmp_path: Path
) -> None:
    organisation = SMALL_CENTER["privacy/organisation.yml"].replace(
        "country: BE", f"country: {country}"
    )
    for id in getattr(CATALOGUE, kind):
        entry = {
            "privacy/organisation.yml": organisation,
            f"privacy/{kind}.yml": f"{kind}: {{a: {{use: {id}}}}}",
        }
        loaded = load_world(tmp_path / id, entry)
        assert loaded.center, (id, loaded.findings)
        assert loaded.findings == ()
        assert "a" in getattr(loaded.center, kind)


@pytest.mark.parametrize("id", CATALOGUE.further_rights)
def test_every_further_right_is_valid_and_carries_its_law_source_and_date(id: str) -> None:
    right = FurtherRight.model_validate(CATALOGUE.further_rights[id], context=CONTEXT)
    assert right.facts is not None
    assert right.law is not None


@pytest.mark.parametrize("id", CATALOGUE.personal_data)
def test_every_category_of_personal_data_is_valid(id: str) -> None:
    entry = CATALOGUE.personal_data[id]
    PersonalData.model_validate(entry, context=CONTEXT)
    assert "|" not in str(entry)  # only what is taken with `use` is put in a form of address


@pytest.mark.parametrize("code", CATALOGUE.authorities)
def test_every_authority_is_valid_and_carries_its_source_and_date(code: str) -> None:
    SupervisoryAuthority.model_validate(CATALOGUE.authorities[code], context=CONTEXT)
    assert CATALOGUE.authority_facts[code].source


@pytest.mark.parametrize(
    ("country", "number"),
    [
        (country, number)
        for country, entries in CATALOGUE.retention.items()
        for number in range(len(entries))
    ],
)
def test_every_term_has_one_ground_a_source_and_a_date(country: str, number: int) -> None:
    entry = CATALOGUE.retention[country][number]
    assert {"kind", "subject", "facts"} <= set(entry)
    fields = {"minimum", "period", "maximum", "from"} | set(GROUND_OF_A_TERM.values())
    stated = {key: value for key, value in entry.items() if key in fields}
    Retention.model_validate(stated, context=CONTEXT)
    assert GROUND_OF_A_TERM[entry["kind"]] in entry
    assert len(stated.keys() & set(GROUND_OF_A_TERM.values())) == 1
    Facts.model_validate(entry["facts"])


def test_a_limitation_period_is_no_duty_to_keep() -> None:
    commercial = [
        entry for entry in CATALOGUE.retention["FR"] if "L110-4" in str(entry.get("limitation"))
    ]
    assert [entry["kind"] for entry in commercial] == ["limitation"]


@pytest.mark.parametrize("country", CATALOGUE.retention)
def test_an_id_names_one_term_of_a_country(country: str) -> None:
    ids = [entry["id"] for entry in CATALOGUE.retention[country] if "id" in entry]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id", CATALOGUE.laws)
def test_every_law_has_a_name_in_three_languages_a_source_and_a_date(id: str) -> None:
    law = CATALOGUE.laws[id]
    assert id.startswith(law["country"].lower())
    assert tuple(law["name"]) == tuple(law["of"]) == LANGUAGES
    Facts.model_validate(law["facts"])


def test_every_text_names_its_laws() -> None:
    named = {
        path: value
        for field in ("activities", "retention")
        for path, value in walk(dict(getattr(CATALOGUE, field).items()), field)
        if isinstance(value, str) and re.search(r"\{(of )?[a-z]{2}-", value)
    }
    assert named == {}
    [invoices, *_] = CATALOGUE.retention["BE"]
    assert invoices["law"] == {
        "nl": "artikel 315 van het Wetboek van de inkomstenbelastingen 1992 en artikel 60 van het "
        "Btw-Wetboek",
        "fr": "article 315 du Code des impôts sur les revenus 1992 et article 60 du Code de la TVA",
        "en": "Article 315 of the Belgian Income Tax Code 1992 and Article 60 of the Belgian VAT "
        "Code",
    }


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_in_all_three_languages(name: str) -> None:
    texts = [
        (path, value)
        for path, value in walk(written(name))
        if isinstance(value, Mapping)
        and set(value) & set(LANGUAGES)
        and not path.endswith(".items")
    ]
    assert [path for path, value in texts if tuple(value) != LANGUAGES] == []


@pytest.mark.parametrize("name", FILES)
def test_french_has_a_narrow_no_break_space_before_its_high_punctuation(name: str) -> None:
    french = {
        path: value
        for path, value in walk(written(name))
        if path.endswith(".fr") and isinstance(value, str) and not value.startswith("https://")
    }
    wrong = re.compile(r"[^\u202f\d][:;!?]|«[^\u202f]|[^\u202f]»|'")
    assert [path for path, value in french.items() if wrong.search(value)] == []


@pytest.mark.parametrize("name", FILES)
def test_no_file_has_the_same_key_twice(name: str) -> None:
    text = files("mkdocs_privacy.catalogue").joinpath(name).read_text(encoding="utf-8")
    nodes = [yaml.compose(text, Loader=yaml.BaseLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), node.start_mark
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value


def test_all_ids_are_slugs() -> None:
    ids = [
        *(*CATALOGUE.processors, *CATALOGUE.cookies, *CATALOGUE.personal_data),
        *(*CATALOGUE.activities, *CATALOGUE.audiences),
    ]
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []


def test_every_country_of_the_economic_area_has_an_authority() -> None:
    assert len(CATALOGUE.adequacy.eea.countries) == 30
    assert set(CATALOGUE.adequacy.eea.countries) <= set(CATALOGUE.authorities)


def test_every_german_land_has_an_authority_for_private_firms() -> None:
    laender = {one.code for one in pycountry.subdivisions if one.country_code == "DE"}
    assert {code for code in CATALOGUE.authorities if code.startswith("DE-")} == laender


def test_every_country_code_exists() -> None:
    codes = {
        *(code for code in CATALOGUE.authorities if "-" not in code),
        *(code for code in CATALOGUE.retention if code != "EU"),
        *CATALOGUE.adequacy.decisions,
        *CATALOGUE.child_consent,
        *CATALOGUE.consent_exemptions,
    }
    assert [code for code in codes if pycountry.countries.get(alpha_2=code) is None] == []


def test_the_belgian_authority_has_a_site_and_a_name_in_each_language() -> None:
    belgian = CATALOGUE.authorities["BE"]
    assert len(set(belgian["name"].values())) == len(set(belgian["website"].values())) == 3


def test_a_third_country_lies_outside_the_economic_area() -> None:
    third = [
        code
        for code in ("BE", "NO", "IS", "LI", "RE", "CH", "GB", "US")
        if CATALOGUE.adequacy.is_third_country(code)
    ]
    assert third == ["CH", "GB", "US"]


def test_the_decision_on_the_united_kingdom_ends_on_its_last_day() -> None:
    decision = CATALOGUE.adequacy.decisions["GB"]
    assert not decision.ended_before(date(2031, 12, 27))
    assert decision.ended_before(date(2031, 12, 28))


def test_the_decision_on_the_united_states_covers_the_data_privacy_framework_only() -> None:
    decision = CATALOGUE.adequacy.decisions["US"]
    assert decision.condition is Condition.DATA_PRIVACY_FRAMEWORK


def test_a_country_without_a_decision_has_none() -> None:
    assert "CN" not in CATALOGUE.adequacy.decisions


def test_a_name_of_a_cookie_service_has_no_words_of_one_language_in_brackets() -> None:
    """It is the same on the pages of every language; chat and e-mails are words of all three."""
    names = ("youtube-nocookie.com", "Contentsquare", "WooCommerce", "UTM")
    alike = {*names, "chat", "e-mails", "bSession", "comment_author"}
    found = {
        word
        for entry in CATALOGUE.cookies.values()
        for word in re.findall(r"\((.*?)\)", entry["name"])
    }
    assert found <= alike


def test_a_service_that_counts_without_cookies_asks_no_consent_and_says_why() -> None:
    plausible = CookieService.model_validate(CATALOGUE.cookies["plausible"], context=CONTEXT)
    assert plausible.stores_nothing
    assert plausible.items == {}
    assert plausible.consent_reason is not None


def test_a_payment_institution_and_a_carrier_are_controllers_of_their_own() -> None:
    roles = {one: CATALOGUE.processors[one]["role"] for one in ("mollie", "bpost", "combell")}
    assert roles == {
        "mollie": "independent_controller",
        "bpost": "independent_controller",
        "combell": "processor",
    }


def test_every_file_of_the_catalogue_is_tested_here() -> None:
    names = {one.name for one in files("mkdocs_privacy.catalogue").iterdir()}
    assert {name for name in names if name.endswith(".yml")} == set(FILES)


def test_countries_are_named_by_an_entry_of_retention_that_is_there() -> None:
    terms = {"BE": [{"id": "invoices", "period": "P1Y", "from": "a", "law": "b"}]}
    law = with_terms({"by_country": {"law": "invoices"}, "otherwise": "c"}, terms)
    assert law == {"by_country": {"BE": "b"}, "otherwise": "c"}
    [term] = with_terms([{"by_country": {"term": "invoices"}}], terms)
    after = {"period": "P1Y", "from": "a", "law": "b", "afterwards": "delete"}
    assert term == {"by_country": {"BE": after}}
    rest = {"id": "rest", "period": "P2Y", "subject": "others"}
    bills = {**terms["BE"][0], "subject": "bills"}
    stages = with_terms(
        {"by_country": {"terms": ["invoices", "rest"]}}, {"BE": [bills, rest], "FR": [rest]}
    )
    others = {"what": "others", "period": "P2Y", "afterwards": "delete"}
    assert stages == {"by_country": {"BE": [{"what": "bills", **after}, others], "FR": [others]}}
    with pytest.raises(ValueError, match=r"no entry of retention\.yml has the id ‘invoice’"):
        with_terms({"by_country": {"term": "invoice"}}, terms)


def test_the_catalogue_is_read_once() -> None:
    assert shipped_catalogue() is CATALOGUE
