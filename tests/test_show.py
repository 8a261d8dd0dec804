"""`mkdocs-privacy show`: every value with its origin, and data that needs no catalogue any more."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builds import EXAMPLES
from click.testing import CliRunner, Result
from release_worlds import TODAY
from worlds import SMALL_CENTER

from mkdocs_privacy.catalogue import KINDS, shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.pages import policy_document
from mkdocs_privacy.releases import NewRelease, write_release
from mkdocs_privacy.site import OpenedSite

FORTY = Path(__file__).parent / "forty"
SITES = [EXAMPLES / "webshop", EXAMPLES / "saas", FORTY / "webshop", FORTY / "saas"]
NO_CATALOGUE = replace(shipped_catalogue(), **{kind.name: {} for kind in KINDS})
SECTIONS = ": choose from organisation, audiences, personal_data, activities, processors, rights"

MKDOCS = """\
site_name: Privacy
plugins:
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: en, name: English}
  - privacy-center: {catalogue_dirs: [shared]}
"""
ORGANISATION = SMALL_CENTER["privacy/organisation.yml"].partition("audiences:")[0]
ACTIVITIES = """\
activities:
  invoices:
    use: invoices
    without: [email]
    also:
      personal_data: [loyalty]
      purposes: [{nl: te gokken, en: gamble}]
    if_not_given: {nl: Geen factuur., en: No invoice.}
processors:
  books: {use: moneybird, personal_data: all, country: BE}
  till: {use: till, personal_data: [name]}
"""
TILL = """\
till:
  name: Kassa
  category: accounting
  role: processor
  country: BE
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "mkdocs.yml": MKDOCS,
        "privacy/organisation.yml": ORGANISATION,
        "privacy/activities.yml": ACTIVITIES,
        "shared/processors.yml": TILL,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def show(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", *arguments])


def shown(*arguments: str) -> str:
    result = show(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


# ------------------------------------------------------------------------------- the origins


def test_the_example_of_the_documentation_is_what_is_printed(shop: Path) -> None:
    mollie = "processors:\n  mollie:\n    use: mollie\n    personal_data: [payment]\n"
    (shop / "privacy/processors.yml").write_text(mollie, "utf-8")
    (shop / "privacy/activities.yml").write_text("activities: {paid: {use: payments}}\n", "utf-8")
    page = (Path(__file__).parent.parent / "docs/how-to/show.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("…\n```")[0]
    assert example
    assert shown("processors.mollie", "--language", "en").startswith(example)


def test_of_an_activity_every_value_says_where_it_comes_from(shop: Path) -> None:
    facts = "catalogue: invoices, as of 2026-11-26"
    written = shown("activities.invoices", "--language", "en")
    words = {
        "if_not_given": "No invoice.",
        "purposes": "gamble",
    }
    assert words["purposes"] in written
    lines = [line.partition("  # ") for line in written.splitlines()]
    assert [(value.strip(), origin) for value, _, origin in lines if value.strip() in ASKED] == [
        ("use: invoices", "privacy/activities.yml:3"),
        ("title: Invoices and bookkeeping", facts),
        ("- customers", facts),
        ("- gamble", "privacy/activities.yml:7"),
        ("- name", facts),
        ("- loyalty", "privacy/activities.yml:6"),
        ("if_not_given: No invoice.", "privacy/activities.yml:8"),
        ("period: P10Y", f"{facts}, by country BE"),
        ("afterwards: delete", f"{facts}, by country BE"),
        ("- id: books", "by category accounting"),
        ("- id: till", "by category accounting"),
        ("automated_means: true", "default"),
    ]


ASKED = (
    "use: invoices",
    "title: Invoices and bookkeeping",
    "- customers",
    "- gamble",
    "- name",
    "- loyalty",
    "if_not_given: No invoice.",
    "period: P10Y",
    "afterwards: delete",
    "- id: books",
    "- id: till",
    "automated_means: true",
)


def test_a_catalogue_of_ones_own_is_named_by_file_and_line(shop: Path) -> None:
    assert (
        shown("processors.till")
        == """\
use: till  # privacy/activities.yml:11
name: Kassa  # shared/processors.yml:2
category: accounting  # shared/processors.yml:3
role: processor  # shared/processors.yml:4
country: BE  # shared/processors.yml:5
personal_data:
  - name  # privacy/activities.yml:11
"""
    )


def test_what_was_not_asked_for_by_name_says_so_too(shop: Path) -> None:
    assert (
        shown("personal_data.name", "--language", "nl")
        == """\
title: Naam  # catalogue: name
examples: voornaam en achternaam  # catalogue: name
criminal: false  # default
source: person  # catalogue: name
"""
    )
    assert shown("audiences.customers.title") == (
        "nl: Klanten  # catalogue: customers\n"
        "fr: Clients  # catalogue: customers\n"
        "en: Customers  # catalogue: customers\n"
    )
    assert shown("organisation.supervisory_authority.phone") == (
        "+32 2 274 48 00  # catalogue: BE, as of 2026-07-01, by country BE\n"
    )


def test_words_that_stand_in_place_of_use_say_so(shop: Path) -> None:
    (shop / "privacy" / "words.yml").write_text(
        "measures:\n  safe: {use: tls, kind: technical}\nnotice: {promises: [{use: not-sold}]}\n"
    )
    measure = shipped_catalogue().measures["tls"]
    assert shown("measures.safe", "--language", "en").splitlines()[0] == (
        f"title: {measure['title']['en']}  # catalogue: tls, as of {measure['facts']['as_of']}"
    )
    promise, _, origin = shown("notice.promises.0.nl").partition("  # ")
    assert "{" not in promise
    assert origin.startswith("catalogue: not-sold, as of ")


def test_one_value_for_a_program(shop: Path) -> None:
    assert json.loads(shown("activities.invoices.retention.period", "--format", "json")) == {
        "data": "P10Y",
        "origins": {
            "activities.invoices.retention.period": {
                "kind": "activities",
                "id": "invoices",
                "as_of": "2026-11-26",
                "by": "country BE",
            }
        },
    }
    assert json.loads(shown("processors.till.name", "--format", "json"))["origins"] == {
        "processors.till.name": {
            "file": "shared/processors.yml",
            "line": 2,
            "kind": "processors",
            "id": "till",
        }
    }


def test_the_whole_is_yaml(shop: Path) -> None:
    (shop / "whole.yml").write_text(shown(), "utf-8")
    folder = shop / "again"
    folder.mkdir()
    (shop / "whole.yml").rename(folder / "whole.yml")
    again = load_center(folder, ("nl", "en"), catalogue_dirs=[shop / "shared"])
    assert again.center == center_of(open_site(shop / "mkdocs.yml").loaded)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("activities.invoces",),
            "`activities` has no ‘invoces’ (did you mean ‘invoices’?): choose from invoices",
        ),
        (
            ("activities.invoices.purposes.9",),
            "`activities.invoices.purposes` has no ‘9’: choose from 0, 1, 2",
        ),
        (("processors.till.name.nl",), "`processors.till.name` has no ‘nl’"),
        (
            ("invoices",),
            f"the data has no ‘invoices’ (did you mean ‘activities.invoices’?){SECTIONS}",
        ),
        (
            ("till.name",),
            f"the data has no ‘till’ (did you mean ‘processors.till.name’?){SECTIONS}",
        ),
        (
            ("--language", "fr"),
            "--language: this site has no language ‘fr’: choose from nl, en",
        ),
        (
            ("activities", "--resolved", "x"),
            "--resolved writes the whole data: leave out PATH and --language",
        ),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(
    shop: Path, arguments: tuple[str, ...], error: str
) -> None:
    result = show(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {error}"


def test_data_with_errors_is_not_shown(shop: Path) -> None:
    (shop / "privacy" / "more.yml").write_text("measures: {a: {titel: A}}\n")
    result = show()
    assert (result.exit_code, result.stdout) == (1, "")
    assert "privacy/more.yml:1: error: measures.a.titel: unknown key ‘titel’" in result.stderr


def test_a_value_that_a_terminal_would_obey_is_escaped(shop: Path) -> None:
    (shop / "shared" / "processors.yml").write_text(TILL.replace("Kassa", '"Ka\\n\\u202essa"'))
    assert "\u202e" not in show("processors.till.name").output


# ------------------------------------------------------------------------------ the resolved


def center_of(loaded: Loaded) -> PrivacyCenter:
    assert loaded.center, loaded.findings
    return loaded.center


def released(site: OpenedSite, center: PrivacyCenter, folder: Path) -> dict[str, bytes]:
    documents = {
        language: policy_document(LocalizedCenter(center, localization), site.frozen_pages)
        for language, localization in site.localizations().items()
    }
    write_release(folder, NewRelease(TODAY, TODAY, documents, center), TODAY)
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("folder", SITES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_resolved_data_means_the_same_without_the_catalogue(folder: Path, tmp_path: Path) -> None:
    site = open_site(folder / "mkdocs.yml")
    before = center_of(site.loaded)
    result = show("--config-file", str(folder / "mkdocs.yml"), "--resolved", str(tmp_path / "new"))
    assert result.exit_code == 0, result.output
    for catalogue in (NO_CATALOGUE, None):
        loaded = load_center(tmp_path / "new", site.languages, catalogue=catalogue)
        assert center_of(loaded) == before
    after = center_of(loaded)
    assert released(site, after, tmp_path / "after") == released(site, before, tmp_path / "before")


def test_resolved_data_says_where_it_was_taken_from(shop: Path) -> None:
    assert shown("--resolved", "own") == (
        "5 files in own: organisation.yml, audiences.yml, personal_data.yml, activities.yml, "
        "processors.yml\n"
    )
    written = (shop / "own" / "processors.yml").read_text("utf-8")
    assert written.startswith("# Written by `mkdocs-privacy show --resolved`.")
    assert "use:" not in written
    assert (
        written.partition("  till:\n")[2]
        == """\
    taken_from: till
    name: Kassa
    category: accounting
    role: processor
    country: BE
    personal_data:
    - name
"""
    )


def test_a_folder_with_anything_in_it_is_not_written_to(shop: Path) -> None:
    result = show("--resolved", "privacy")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: privacy is not empty: give a new folder\n",
    )


def test_an_entry_cannot_be_taken_and_be_its_own(shop: Path) -> None:
    (shop / "privacy" / "activities.yml").write_text(
        ACTIVITIES + "  mollie: {use: mollie, taken_from: mollie}\n  x:\n    taken_from: [x]\n"
    )
    told = [str(one) for one in open_site(shop / "mkdocs.yml").loaded.findings]
    assert [one for one in told if "taken_from" in one] == [
        "privacy/activities.yml:12: error: processors.mollie.taken_from: `use` takes facts from "
        "the catalogue, and this says that none are taken: remove one of the two [unknown-key]",
        "privacy/activities.yml:14: error: processors.x.taken_from: the id of an entry of the "
        "catalogue is expected here [wrong-type]",
    ]


def test_words_have_the_entry_that_brought_them_as_their_origin(shop: Path) -> None:
    words = """\
measures: {a: {use: tls, kind: organisational}}
rights: {use: by-mail, each: {erasure: {use: erasure-invoices}}}
notice: {promises: [{use: not-sold}, {nl: Wij., en: We.}]}
"""
    (shop / "privacy" / "words.yml").write_text(words, "utf-8")
    said = shown("measures", "--language", "en"), shown("rights.each", "--language", "en")
    origins = [
        line.partition("  # ")[2] for text in said for line in text.splitlines() if "#" in line
    ]
    assert origins == [
        "catalogue: tls, as of 2026-11-26",
        "catalogue: tls, as of 2026-11-26",
        "privacy/words.yml:1",
        "catalogue: erasure-invoices, as of 2026-11-26, by country BE",
    ]
    promises = shown("notice", "--language", "en").splitlines()
    assert [line.strip() for line in promises if "default" not in line] == [
        "promises:",
        "- We do not sell your data to anyone.  # catalogue: not-sold, as of 2026-11-26",
        "- We.  # privacy/words.yml:3",
        "claims:",
        "- not_sold  # by what other entries say",
    ]
