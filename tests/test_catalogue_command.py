"""`mkdocs-privacy catalogue list`, `search` and `show`: what there is to take, found by people."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import SMALL_CENTER, write_files

from mkdocs_privacy.catalogue import KINDS, Kind, shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.found import all_entries, to_write
from mkdocs_privacy.findings import Severity
from mkdocs_privacy.loading import load_center

MKDOCS = """\
site_name: Privacy
plugins: [{privacy-center: {catalogue_dirs: [shared]}}]
"""
ZEEP = """\
zeepbel:
  name: Zeepbel
  legal_name: Bulle de Savon SRL
  category: newsletter
  role: processor
  service: {nl: "verstuurt {uw|je} zeepbellen", fr: envoie des bulles, en: sends bubbles}
  country: BE
  facts: {source: our contract, as_of: 2026-11-01, verified: true}
"""
PEN = """\
pen:
  title: {nl: Schrijven, en: Writing}
  audiences: [customers]
  purposes: [{nl: te schrijven, en: write}]
  personal_data: [name]
  legal_basis: consent
  alternatives: contract where it is part of an order.
  withdrawn: nobody writes any more
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    for name in ("docs", "shared", "privacy"):
        (tmp_path / name).mkdir()
    (tmp_path / "shared" / "processors.yml").write_text(ZEEP, "utf-8")
    (tmp_path / "shared" / "activities.yml").write_text(PEN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["catalogue", *arguments])


def test_an_entry_is_shown_with_all_that_it_brings_and_what_to_write(shop: Path) -> None:
    result = run("show", "zeepbel", "--language", "nl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        result.stdout
        == """\
processor zeepbel: Zeepbel
  from: shared/processors.yml:1
  source: our contract
  as of: 2026-11-01
  verified: yes

It brings:

  name: Zeepbel
  legal_name: Bulle de Savon SRL
  category: newsletter
  role: processor
  service: verstuurt uw zeepbellen
  country: BE

Write:

  processors:
    zeepbel: {use: zeepbel}
"""
    )


def test_what_else_it_can_rest_on_and_that_it_is_withdrawn_stand_at_its_head(shop: Path) -> None:
    assert (
        run("show", "activities.pen").stdout
        == """\
activity pen: Writing
  from: shared/activities.yml:1
  or else: contract where it is part of an order.
  withdrawn: nobody writes any more

It brings:

  title: Writing
  audiences:
  - customers
  purposes:
  - write
  personal_data:
  - name
  legal_basis: consent

Write:

  activities:
    pen: {use: pen}
"""
    )


@pytest.mark.parametrize(
    "words", ["zeepbel", "ZEEPBÈL", "bulle savon", "bubbles sends", "uw zeepbellen"]
)
def test_an_entry_is_found_by_its_words_in_any_language(shop: Path, words: str) -> None:
    result = run("search", *words.split())
    assert result.stdout == "processors\n  zeepbel  Zeepbel  (verified)\n"
    assert result.stderr == "1 entry\n"


def _ids(*words: str) -> list[str]:
    return [one["id"] for one in json.loads(run("search", *words, "--format", "json").stdout)]


def test_a_short_word_is_not_found_inside_others() -> None:
    found = _ids("IA")
    assert {"mistral", "openai"} <= {*found}
    assert not {"confidentiality", "scope"} & {*found}
    assert "by-mail" not in _ids("ai")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("hebergement", "combell"),
        ("Hébergement", "combell"),
        ("salariés", "sd-worx"),
        ("hôtel", "mews"),
        ("horeca", "resengo"),
        ("payments", "mollie"),
        ("klanten", "customers"),
        ("client", "customers"),
    ],
)
def test_a_category_an_accent_and_a_plural_are_understood(words: str, id: str) -> None:
    assert id in _ids(words)


def test_whole_words_and_beginnings_come_before_what_is_inside_a_word(shop: Path) -> None:
    audiences = "a: {title: Afzeep}\nb: {title: Zeepsop}\nc: {title: Bij de zeep}\n"
    (shop / "shared" / "audiences.yml").write_text(audiences)
    found = [id for id in _ids("zeep") if id in "abc"]
    assert found == ["c", "b", "a"]


def test_an_entry_is_shown_by_its_name_too() -> None:
    assert run("show", "Visiteurs de notre site").stdout.startswith("audience visitors:")


def test_a_dutch_word_finds_the_newsletter() -> None:
    found = json.loads(run("search", "nieuwsbrief", "--format", "json").stdout)
    assert found[0]["id"] == "newsletter"
    assert {"subscribers", "mailchimp"} <= {one["id"] for one in found}


def test_what_is_called_so_comes_before_what_only_speaks_of_it() -> None:
    found = json.loads(run("search", "mollie", "--format", "json").stdout)
    assert (found[0]["kind"], found[0]["id"]) == ("processors", "mollie")


def test_a_whole_word_comes_before_one_that_begins_so() -> None:
    found = _ids("sepa")
    assert {"gocardless", "twikey"} <= {*found[: found.index("customer-separation")]}


def test_nothing_found_ends_with_1() -> None:
    result = run("search", "hottentottententententoonstelling")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "0 entries\n")


def test_a_program_gets_the_same(shop: Path) -> None:
    assert json.loads(run("search", "zeepbel", "--format", "json").stdout) == [
        {
            "kind": "processors",
            "id": "zeepbel",
            "title": "Zeepbel",
            "verified": True,
            "as_of": "2026-11-01",
            "file": "shared/processors.yml:1",
            "withdrawn": None,
            "write": "processors:\n  zeepbel: {use: zeepbel}\n",
        }
    ]
    [shown] = json.loads(run("show", "zeepbel", "--format", "json").stdout)
    assert shown["entry"]["service"]["fr"] == "envoie des bulles"


def test_the_list_is_by_kind_and_has_every_entry() -> None:
    catalogue = shipped_catalogue()
    found = json.loads(run("list", "--format", "json").stdout)
    assert [(one["kind"], one["id"]) for one in found] == [
        (kind.name, id) for kind in KINDS for id in getattr(catalogue, kind.name)
    ]


@pytest.mark.parametrize("name", ["further_rights", "further-rights", "further right"])
def test_a_kind_is_called_in_several_ways(name: str) -> None:
    result = run("list", name)
    assert result.stdout.startswith("further_rights\n  fr-after-death")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_of_every_kind_an_entry_can_be_shown(kind: Kind) -> None:
    id = next(iter(getattr(shipped_catalogue(), kind.name)))
    result = run("show", f"{kind.name}.{id}", "--language", "fr")
    assert result.exit_code == 0, result.output
    assert "{" not in result.stdout.partition("Write:")[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_shown_to_write_loads_in_a_small_center(kind: Kind, tmp_path: Path) -> None:
    """Each entry alone: what it says may differ from what another of its kind says."""
    for one in all_entries(shipped_catalogue()):
        if one.kind is kind:
            files = {  # under ids that the catalogue does not have
                name: words.replace("customers", "buyers").replace("orders:", "sales:")
                for name, words in SMALL_CENTER.items()
            }
            if kind.name == "personal_data":
                activities = files["privacy/activities.yml"]
                taken = to_write(one).strip()
                files["privacy/activities.yml"] = activities.replace(
                    "personal_data: [name, email]", taken
                )
                assert taken in files["privacy/activities.yml"]
            else:
                files["privacy/taken.yml"] = to_write(one)
            write_files(tmp_path, files)
            loaded = load_center(tmp_path / "privacy", ("nl", "fr", "en"))
            errors = [str(f) for f in loaded.findings if f.severity is Severity.ERROR]
            assert (one.whole_id, errors) == (one.whole_id, [])
            assert loaded.center


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        ("consent.banner-and-newsletter", "consent: {use: banner-and-newsletter}\n"),
        ("requests.by-form", "rights: {use: by-form}\n"),
        ("rights.erasure-files", "rights:\n  each:\n    erasure: {use: erasure-files}\n"),
        (
            "rights.direct-marketing-message",
            "rights:\n  each:\n    direct-marketing: {use: direct-marketing-message}\n",
        ),
        ("promises.not-sold", "notice:\n  promises:\n    - {use: not-sold}\n"),
        ("texts.shop", "notice:\n  introduction: {use: shop}\n"),
        (
            "texts.complaints-a-week",
            "organisation:\n  complaints: {use: complaints-a-week}\n",
        ),
        ("authorities.NO", "organisation:\n  supervisory_authority: {use: NO}\n"),
    ],
)
def test_what_to_write_stands_where_its_kind_stands(id: str, lines: str) -> None:
    [shown] = json.loads(run("show", id, "--format", "json").stdout)
    assert shown["write"] == lines


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("list", "procesors"),
            "there is no kind ‘procesors’ (did you mean ‘processors’?): choose from "
            + ", ".join(kind.name for kind in KINDS),
        ),
        (
            ("show", "molie"),
            "the catalogue has no ‘molie’ (did you mean ‘mollie’?): search with `mkdocs-privacy "
            "catalogue search`",
        ),
    ],
)
def test_what_there_is_not_ends_with_2(arguments: tuple[str, ...], error: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {error}"


def test_a_name_that_a_terminal_would_obey_is_escaped(shop: Path) -> None:
    (shop / "shared" / "processors.yml").write_text(ZEEP.replace("Zeepbel", '"Zeep\\e[2Jbel"'))
    assert "\x1b" not in run("list", "processors").output
    assert "\x1b" not in run("show", "zeepbel").output


def test_looking_imports_neither_mkdocs_nor_what_builds_pages(tmp_path: Path) -> None:
    program = (
        "import sys; from mkdocs_privacy.cli import main\n"
        "main(['catalogue', 'list', 'audiences'], standalone_mode=False)\n"
        "heavy = {'mkdocs', 'lxml', 'mkdocs_privacy.site', 'mkdocs_privacy.pages'}\n"
        "sys.exit(str(heavy & {*sys.modules}) if heavy & {*sys.modules} else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
