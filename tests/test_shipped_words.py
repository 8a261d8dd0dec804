"""What `use:` brings in place of words: each entry alone, in every form of address and country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import REPOSITORY, build_cleanly, write_config
from everything_world import localized
from markupsafe import Markup
from release_worlds import TODAY, a_release
from worlds import LANGUAGES, NAMES_OF_LANGUAGES

from mkdocs_privacy.catalogue import WORDS, shipped_catalogue
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import FormOfAddress, LocalizedCenter
from mkdocs_privacy.model import (
    ChangePolicy,
    Claim,
    ConsentChoice,
    Facts,
    PrivacyCenter,
    Right,
    RightDetails,
    Section,
    Text,
)
from mkdocs_privacy.model.rights import RightsPolicy
from mkdocs_privacy.model.section import Measure
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import read_archive, write_release

CATALOGUE = shipped_catalogue()
INFORMAL = ("nl", "fr")
RECORDS = {
    "measures": Measure,
    "requests": RightsPolicy,
    "rights": RightDetails,
    "consent": ConsentChoice,
    "changes": ChangePolicy,
    "sections": Section,
}
BESIDE = {
    **{kind: {"facts"} for kind in RECORDS},
    "sections": {"facts", "claim"},
    "promises": {"text", "claim", "facts"},
    "texts": {"text", "where", "facts"},
}
"""What an entry of each kind may have, or may have beside the fields of its record."""

ORGANISATION: Mapping[str, Any] = {
    "name": "Tuimelkous",
    "address": {"city": "Putte", "country": "BE"},
    "website": "https://www.tuimelkous.example",
    "contact": {"email": "hallo@tuimelkous.example"},
}
ENTRIES = [(kind, id) for kind in WORDS for id in getattr(CATALOGUE, kind)]
COUNTRIES = ("BE", "NL", "FR", "LU", "DE", "ES")


def right_of(id: str) -> Right:
    """The right that an entry is about: its id begins with it."""
    return max((right for right in Right if id.startswith(f"{right}-")), key=len)


def asking(kind: str, id: str) -> dict[str, Any]:
    """Data that takes an entry, and nothing else of its kind."""
    use = {"use": id}
    match kind:
        case "measures" | "sections":
            return {kind: {"taken": use}}
        case "promises":
            return {"notice": {"promises": [use]}}
        case "requests":
            return {"rights": use}
        case "rights":
            return {"rights": {"each": {right_of(id).value: use}}}
        case "texts":
            key, field = CATALOGUE.texts[id]["where"].split(".")
            return {key: {**(ORGANISATION if key == "organisation" else {}), field: use}}
    return {kind: use}


def load(
    base: Path, *asked: Mapping[str, Any], country: str = "BE", informal: Any = (), **others: Any
) -> Loaded:
    """A center that answers questions, and takes what is asked."""
    data: dict[str, Any] = {"activities": {"questions": {"use": "customer-service"}}}
    organisation = {**ORGANISATION, "address": {"city": "Putte", "country": country}}
    for one in (*asked, others):
        data |= one
    data["organisation"] = {**data.get("organisation", {}), **organisation}
    folder = base / "privacy"
    folder.mkdir(exist_ok=True)
    (folder / "center.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return load_center(folder, LANGUAGES, informal=informal)


def write(base: Path, text: str) -> Loaded:
    """The same with a few lines as an owner writes them."""
    load(base)
    (base / "privacy" / "more.yml").write_text(text, encoding="utf-8")
    return load_center(base / "privacy", LANGUAGES)


def center_of(loaded: Loaded) -> PrivacyCenter:
    assert loaded.center, loaded.findings
    assert loaded.findings == ()
    return loaded.center


def told(loaded: Loaded) -> list[str]:
    return [f"{one.place}: {one.rule.slug}: {one.message}" for one in loaded.findings]


# ---------------------------------------------------------------------------- what is shipped


@pytest.mark.parametrize(("kind", "id"), ENTRIES)
def test_every_entry_alone_makes_a_center_in_any_country_and_form_of_address(
    kind: str, id: str, tmp_path: Path
) -> None:
    ways = ((country, form) for country in COUNTRIES for form in ((), INFORMAL))
    for country, informal in ways:
        loaded = load(tmp_path, asking(kind, id), country=country, informal=informal)
        written = center_of(loaded).model_dump_json()
        assert not re.search(r"\{[^{}\"]*\|", written)
        assert "…" not in written


@pytest.mark.parametrize(("kind", "id"), ENTRIES)
def test_every_entry_has_known_keys_alone_and_its_source_and_date(kind: str, id: str) -> None:
    entry = getattr(CATALOGUE, kind)[id]
    record = RECORDS.get(kind)
    fields = (
        {field.alias or name for name, field in record.model_fields.items()} if record else set()
    )
    assert entry.keys() <= fields | BESIDE[kind]
    assert Facts.model_validate(entry["facts"]).source
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)
    if "claim" in entry:
        Claim(entry["claim"])


def by_countries(value: Any) -> list[Mapping[str, Any]]:
    """Every place where countries differ."""
    if isinstance(value, list | tuple):
        return [found for one in value for found in by_countries(one)]
    if not isinstance(value, Mapping):
        return []
    inner = [found for one in value.values() for found in by_countries(one)]
    return [value, *inner] if "by_country" in value else inner


@pytest.mark.parametrize("kind", [*WORDS, "activities"])
def test_what_differs_by_country_names_countries_and_what_holds_elsewhere(kind: str) -> None:
    for found in by_countries(list(getattr(CATALOGUE, kind).values())):
        assert found.keys() <= {"by_country", "otherwise"}
        assert found["by_country"].keys() <= CATALOGUE.authorities.keys()
        assert kind == "activities" or "otherwise" in found, "a text must never be missing"


NUMBERS = {"P10Y": ("tien", "dix", "ten"), "P8Y": ("acht", "huit", "eight")}
NUMBERS |= {"P7Y": ("zeven", "sept", "seven")}


def test_the_years_of_invoices_are_those_of_the_country() -> None:
    said = CATALOGUE.rights["erasure-invoices"]["note"]["by_country"]
    terms = {
        country: entry["period"]
        for country, entries in CATALOGUE.retention.items()
        for entry in entries
        if entry.get("id") == "invoices"
    }
    assert said.keys() == terms.keys()
    for country, text in said.items():
        for language, number in zip(LANGUAGES, NUMBERS[terms[country]], strict=True):
            assert re.search(rf"\b{number} (jaar|ans|years)\b|\b{number} ans ;", text[language])


@pytest.mark.parametrize("id", ["children", "children-of-customers"])
def test_the_age_of_consent_is_that_of_the_country(id: str) -> None:
    [said] = [one for one in CATALOGUE.sections[id]["body"] if "by_country" in one]
    for country, text in said["by_country"].items():
        age = CATALOGUE.child_consent[country].age
        assert [re.findall(r"\d+", words) for words in text.values()] == [[str(age)]] * 3


@pytest.mark.parametrize("form", FormOfAddress)
def test_all_of_them_are_printed_in_every_language(form: FormOfAddress, tmp_path: Path) -> None:
    informal = INFORMAL if form is FormOfAddress.INFORMAL else ()
    every = {
        "measures": {id: {"use": id} for id in CATALOGUE.measures},
        "sections": {id: {"use": id} for id in CATALOGUE.sections},
        "notice": {"promises": [{"use": id} for id in CATALOGUE.promises]},
    }
    one_by_one = [asking(kind, id) for kind, id in ENTRIES if kind not in every]
    # what a page prints of rights depends on what applies
    taken = ("customer-service", "newsletter", "orders", "delivery", "invoices", "statistics")
    activities: dict[str, Any] = {id: {"use": id} for id in taken}
    activities["scores"] = {
        "title": "Scores",
        "audiences": ["customers"],
        "purposes": ["score"],
        "personal_data": ["name"],
        "legal_basis": "contract",  # of decisions nothing is stated
    }
    cookies = {"a": {"name": "A", "category": "statistics", "purpose": "x", "consent": "required"}}
    for asked in (every, *one_by_one):
        world = {"activities": activities, "cookies": cookies} | (
            {"consent": {"use": "banner"}} if "consent" not in asked else {}
        )
        center = center_of(load(tmp_path, world, asked, informal=informal))
        for language in LANGUAGES:
            localization = LocalizedCenter(center, localized(language, form))
            page = plain(Markup(policy_document(localization, Site())).striptags())
            for words in words_of(center, language):
                assert words in page


def words_of(center: PrivacyCenter, language: str) -> list[str]:
    """What a center says in the fields that words are taken for, without the marks of Markdown."""
    notice, rights, changes = center.notice, center.rights, center.changes
    texts = [
        *notice.promises,
        *(
            one
            for measure in center.measures.values()
            for one in (measure.title, measure.description)
        ),
        *(one for section in center.sections.values() for one in (section.title, section.body)),
        *(rights.how, rights.identity_check, rights.answer, rights.record),
        *(one for details in rights.each.values() for one in (details.how, details.note)),
        *(changes.how, changes.objection, center.organisation.complaints, notice.introduction),
        *([center.consent.how] if center.consent else []),
    ]
    return [
        plain(part)
        for text in texts
        if text
        for part in re.split(r"\n+(?:- )?|\*\*?", text.in_language(language))
        if len(part.strip("- ")) > 2
    ]


def plain(words: str) -> str:
    """Words without what typography and Markdown do to them."""
    words = re.sub(r"[\u00ad\u2060]", "", words).replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(words.split()).strip("- ")


# ------------------------------------------------------------------------------ what is written


OF_SOME = re.compile(
    r"\b(?:accounts?|comptes?|klant|client|customer|bestel|command|order|inlog|log in|webinar)"
)


@pytest.mark.parametrize(
    "entry",
    [
        CATALOGUE.sections["which-version"]["body"],
        CATALOGUE.sections["refuse-cookies"]["body"],
        CATALOGUE.rights["portability-file"]["note"],
        CATALOGUE.audiences["participants"]["description"],
    ],
)
def test_what_anybody_takes_takes_no_shop_for_granted(entry: Any) -> None:
    """No account either, nor a webinar: what only some have is in an entry that says so."""
    assert OF_SOME.findall(str(entry)) == []


def test_what_the_owner_writes_goes_before_what_is_shipped(tmp_path: Path) -> None:
    text = {"nl": "Eigen", "fr": "Propre", "en": "Own"}
    asked = {
        "measures": {"a": {"use": "tls", "title": text}},
        "rights": {"use": "by-mail", "how": text, "each": {"access": {"use": "access-names"}}},
        "sections": {"a": {"use": "children", "page": "contact"}},
    }
    center = center_of(load(tmp_path, asked))
    assert center.measures["a"].title.in_language("en") == "Own"
    assert center.measures["a"].kind == "technical"
    assert center.rights.how == Text(by_language=text)
    assert center.rights.answer
    assert center.rights.each[Right.ACCESS].note
    assert center.sections["a"].page == "contact"


def test_files_of_a_section_go_before_the_shipped_words(tmp_path: Path) -> None:
    folder = tmp_path / "privacy" / "sections"
    load(tmp_path, {"sections": {"children": {"use": "children", "order": 3}}})
    folder.mkdir()
    for language in LANGUAGES:
        (folder / f"children.{language}.md").write_text(f"---\ntitle: T\n---\nOwn {language}.\n")
    section = center_of(load_center(tmp_path / "privacy", LANGUAGES)).sections["children"]
    assert section.body.in_language("fr") == "Own fr."
    assert (section.page, section.order) == ("data", 3)


def test_words_in_yaml_and_in_files_are_declared_twice(tmp_path: Path) -> None:
    folder = tmp_path / "privacy" / "sections"
    title = {"nl": "A", "fr": "A", "en": "A"}
    load(tmp_path, {"sections": {"children": {"use": "children", "title": title}}})
    folder.mkdir()
    for language in LANGUAGES:
        (folder / f"children.{language}.md").write_text("---\ntitle: T\n---\nOwn.\n")
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert [one.rule.slug for one in loaded.findings] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        (
            "measures:\n  a: {use: tsl}\n",
            "privacy/more.yml:2: unknown-use: the catalogue has no ‘tsl’ (did you mean ‘tls’?): "
            "correct it, or remove `use` and write the facts yourself",
        ),
        (
            "notice:\n  promises:\n    - {use: not-sold}\n    - {use: not-sould}\n",
            "privacy/more.yml:4: unknown-use: the catalogue has no ‘not-sould’ (did you mean "
            "‘not-sold’?): correct it, or remove `use` and write the facts yourself",
        ),
        (
            "sections:\n  a:\n    use: child\n",
            "privacy/more.yml:3: unknown-use: the catalogue has no ‘child’ (did you mean "
            "‘children’?): correct it, or remove `use` and write the facts yourself",
        ),
        (
            "consent: {use: baner}\n",
            "privacy/more.yml:1: unknown-use: the catalogue has no ‘baner’ (did you mean "
            "‘banner’?): correct it, or remove `use` and write the facts yourself",
        ),
        (
            "notice: {introduction: {use: complaints-a-week}}\n",
            "privacy/more.yml:1: unknown-use: the catalogue has no ‘complaints-a-week’: correct "
            "it, or remove `use` and write the facts yourself",
        ),
        (
            "rights:\n  use: [by-mail]\n",
            "privacy/more.yml:2: wrong-type: the id of one entry of the catalogue is expected "
            "here, such as `use: tls`",
        ),
        (
            "notice:\n  promises:\n    - use: not-sold\n      en: Own.\n",
            "privacy/more.yml:4: unknown-key: this text comes from the catalogue: leave this out, "
            "or write the text",
        ),
        (
            "changes:\n  use: a-month-ahead\n  notice: P2M\n",
            "privacy/more.yml:3: unknown-key: unknown key ‘notice’ (did you mean ‘notice_period’?)",
        ),
    ],
)
def test_what_is_not_understood_is_told_once_at_its_line(
    written: str, finding: str, tmp_path: Path
) -> None:
    assert told(write(tmp_path, written)) == [finding]


def test_an_empty_key_is_told_as_it_was(tmp_path: Path) -> None:
    for key in ("notice", "rights", "measures", "sections", "changes"):
        [finding] = write(tmp_path, f"{key}:\n").findings
        assert (finding.rule.slug, finding.place and finding.place.line) == ("empty-key", 1)


def test_a_promise_keeps_its_place_among_those_of_the_owner(tmp_path: Path) -> None:
    own = {"nl": "Eigen.", "fr": "Propre.", "en": "Own."}
    asked = {"notice": {"promises": [own, {"use": "not-sold"}, own], "claims": ["no_training"]}}
    notice = center_of(load(tmp_path, asked)).notice
    assert [one.in_language("en") for one in notice.promises] == [
        "Own.",
        "We do not sell your data to anyone.",
        "Own.",
    ]
    assert notice.claims == (Claim.NO_TRAINING, Claim.NOT_SOLD)


def test_what_the_data_contradicts_is_told_at_the_line_that_says_so(tmp_path: Path) -> None:
    written = """\
notice: {promises: [{use: stays-in-eea}]}
processors:
  mailchimp: {use: mailchimp, personal_data: [name]}
"""
    found = [
        one for one in lint(write(tmp_path, written)) if one.rule.slug == "promise-contradicted"
    ]
    assert [str(one) for one in found] == [
        "privacy/more.yml:3: error: processors.mailchimp: the texts promise ‘stays_in_eea’, but "
        "with this recipient, data leaves the European Economic Area: correct this, or leave out "
        "the promise [promise-contradicted]"
    ]


def test_words_of_another_catalogue_are_found_too(tmp_path: Path) -> None:
    own = {"title": {"nl": "{Uw|Je} slot", "fr": "Cadenas", "en": "Lock"}}
    changed = replace(CATALOGUE, measures={**CATALOGUE.measures, "lock": own})
    load(tmp_path, {"measures": {"a": {"use": "lock"}}})
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue=changed, informal=("nl",))
    assert center_of(loaded).measures["a"].title.in_language("nl") == "Je slot"


def test_a_release_holds_the_words_and_not_where_they_came_from(tmp_path: Path) -> None:
    asked = {"sections": {"a": {"use": "scope"}}, "notice": {"promises": [{"use": "not-sold"}]}}
    center = center_of(load(tmp_path, asked))
    write_release(tmp_path / "releases", a_release(center=center), TODAY)
    [release] = read_archive(tmp_path / "releases").history
    assert release.center == center
    text = next((tmp_path / "releases").rglob("center.json")).read_text("utf-8")
    assert "30 juli 2018" in text
    assert '"use": "scope"' not in text


def test_a_site_builds_with_one_entry_of_each_kind(tmp_path: Path) -> None:
    firsts = {kind: next(iter(getattr(CATALOGUE, kind))) for kind in WORDS}
    asked: dict[str, Any] = {}
    for kind, id in firsts.items():
        for key, value in asking(kind, id).items():
            asked[key] = {**asked.get(key, {}), **value}
    center_of(load(tmp_path, asked))
    languages = [
        {"locale": code, "name": name, "default": code == "nl"}
        for code, name in NAMES_OF_LANGUAGES.items()
    ]
    plugins = {"search": {}, "privacy-center": {}, "i18n": {"languages": languages}}
    site = build_cleanly(write_config(tmp_path, plugins=plugins), tmp_path / "site")
    home = Markup((site / "en" / "index.html").read_text("utf-8")).striptags()
    assert CATALOGUE.promises[firsts["promises"]]["text"]["en"] in home


def test_the_examples_of_the_how_to_page_are_data(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "how-to" / "from-the-catalogue.md").read_text("utf-8")
    examples = re.findall(r"^```yaml\n(?!activities:)(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert len(examples) == 4
    for number, example in enumerate(examples):
        (tmp_path / str(number)).mkdir()
        center_of(write(tmp_path / str(number), example))
