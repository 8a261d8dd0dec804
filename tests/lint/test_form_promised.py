"""RW009: words that send people to a form, on pages that have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_world import check
from worlds import write_files

from mkdocs_privacy.lint.request_words import form_promised_but_none

CONFIG = """\
site_name: Tuimelkous
theme: {name: material, language: nl}
plugins:
  - privacy-center: {%s}
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
"""
BY_FORM = "rights: {use: by-form}\n"


def promised(
    base: Path, monkeypatch: pytest.MonkeyPatch, options: str, rights: str, *asked: str
) -> list[str]:
    """The keys of the texts that promise a form which is not there, in the order of letters."""
    files = {"docs/about.md": "# About\n", "privacy/rights.yml": rights}
    write_files(base, files if asked else {**files, "mkdocs.yml": CONFIG % options})
    monkeypatch.chdir(base)
    lines = check("--format", "concise", *asked).stdout.splitlines()
    return sorted(
        line.split(": ")[2] for line in lines if line.endswith("[form-promised-but-none]")
    )


def test_words_of_the_catalogue_promise_a_form_in_each_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert promised(tmp_path, monkeypatch, "", BY_FORM) == [
        "rights.how.en",
        "rights.how.fr",
        "rights.how.nl",
    ]


AN_ENDPOINT = "requests: {endpoint: https://requests.example.be}"
ONLY_FRENCH = "requests: {endpoint_by_language: {fr: https://requests.example.be}}"
ONLY_ACCESS = "requests: {endpoint_by_right: {access: https://requests.example.be}}"


@pytest.mark.parametrize(
    ("options", "rights", "found"),
    [
        pytest.param(AN_ENDPOINT, BY_FORM, [], id="there is a form"),
        pytest.param("requests: {format: netlify}", BY_FORM, [], id="Netlify needs no endpoint"),
        pytest.param("", "rights: {use: by-mail}\n", [], id="no form is promised"),
        pytest.param(
            ONLY_FRENCH, BY_FORM, ["rights.how.en", "rights.how.nl"], id="only French has a form"
        ),
        pytest.param(
            ONLY_ACCESS,
            """\
rights:
  each:
    access: {how: {nl: Met het formulier hieronder., fr: f, en: e}}
    erasure: {how: {nl: Met het formulier hieronder., fr: f, en: e}}
""",
            ["rights.each.erasure.how.nl"],
            id="only access has a form",
        ),
        pytest.param(
            "requests: {endpont: x}", BY_FORM, [], id="what mkdocs.yml says cannot be read"
        ),
    ],
)
def test_a_form_is_promised_only_where_there_is_one(
    options: str,
    rights: str,
    found: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert promised(tmp_path, monkeypatch, options, rights) == found


def test_templates_of_the_sites_own_may_have_a_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "privacy/templates").mkdir(parents=True)
    assert promised(tmp_path, monkeypatch, "", BY_FORM) == []


def test_without_mkdocs_yml_nobody_knows_whether_there_is_a_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("--data", "privacy", "--languages", "nl,fr,en")
    assert promised(tmp_path, monkeypatch, "", BY_FORM, *asked) == []
    ignored = BY_FORM.replace("\n", "  # privacy: ignore RW009: there is one elsewhere\n")
    (tmp_path / "privacy/rights.yml").write_text(ignored, "utf-8")
    assert "unused-ignore" not in check(*asked).stdout


@pytest.mark.parametrize(
    "words",
    [
        "Gebruik het formulier hieronder.",
        "Vul onderstaand aanvraagformulier in.",
        "Utilisez le formulaire ci-dessous.",
        "Remplissez le formulaire de demande sur cette page.",
        "Fill in the form below.",
        "Use our request form on this page.",
    ],
)
def test_a_form_is_named_in_many_ways(words: str) -> None:
    assert [str(said) for said, _ in form_promised_but_none.read(words, "")] != []


@pytest.mark.parametrize(
    "words",
    [
        "Gebruik het contactformulier op onze webwinkel.",
        "Er is geen formulier op deze pagina.",
        "Il n’y a pas de formulaire sur cette page.",
        "Utilisez le formulaire de l’autorité.",
        "We answer in the form below: a file.",
        "There is no form on this page.",
        "Complete the form that we send you.",
    ],
)
def test_says_nothing_of_a_form_elsewhere_or_of_none(words: str) -> None:
    assert [str(said) for said, _ in form_promised_but_none.read(words, "")] == []
