"""The command line: the schema, and what `check` says; what `init` does is in test_init.py."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from click import Context
from jsonschema import Draft202012Validator
from starting import data_of, run, starter

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import LANGUAGES, organisation_kinds
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.editor_schema import editor_schema
from mkdocs_privacy.hosts import is_example

REPOSITORY = Path(__file__).parent.parent


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are text, only `true` and `false` are booleans."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith((":timestamp", ":bool")) or first in "tf"
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(editor_schema())


def schema_problems(text: str) -> list[str]:
    """What an editor would mark in a data file."""
    written = yaml.load(text, Loader=_EditorLoader)
    problems = _validator().iter_errors(written)
    return [f"{problem.json_path}: {problem.message}" for problem in problems]


# ---------------------------------------------------------------------------- the whole command


def test_the_version_is_that_of_the_package() -> None:
    assert __version__ in run("--version").stdout


@pytest.mark.parametrize("command", main.list_commands(Context(main)))
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    assert f"mkdocs-privacy {command}" in run(command, "--help").stdout


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    result = run("schema", "--output", tmp_path / "nowhere" / "schema.json")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_command_line_never_imports_mkdocs() -> None:
    script = (
        "import sys; from mkdocs_privacy.cli import main; main(['schema'], standalone_mode=False);"
        "sys.exit('mkdocs' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


UNNEEDED = {
    *("mkdocs_privacy.pictures.drawing", "mkdocs_privacy.mail", "feedgen"),
    *("holidays", "sqlalchemy"),
}


def test_a_check_never_imports_what_draws_pictures_writes_feeds_or_sends_mail() -> None:
    config = REPOSITORY / "examples" / "webshop" / "mkdocs.yml"
    script = (
        "import sys; from mkdocs_privacy.cli import main;"
        f"main(['check', '--config-file', {str(config)!r}], standalone_mode=False);"
        f"print(sorted({UNNEEDED} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == ["[]"], done.stderr


# ------------------------------------------------------------------------------------ schema


DATA_FILES = sorted((REPOSITORY / "examples").glob("*/privacy/*.yml"))


def test_the_schema_is_valid_itself_and_names_its_draft() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert "$id" not in schema


def test_the_schema_can_be_written_to_a_file_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "privacy.schema.json"
    for _ in range(2):
        assert run("schema", "--output", file).exit_code == 0
    assert file.read_text("utf-8") == run("schema").stdout


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_the_schema_accepts_every_file_of_the_examples(file: Path) -> None:
    assert schema_problems(file.read_text("utf-8")) == []


@pytest.mark.parametrize("country", ["BE", "FR", "DE", "US"])
def test_the_schema_accepts_what_init_writes(country: str) -> None:
    for kind in organisation_kinds():
        assert schema_problems(data_of(starter(kind=kind, country=country))) == []
        open_ones = starter(kind=kind, country=country, legal_name=None, **{"with": None})
        assert schema_problems(data_of(open_ones)) == []


@pytest.mark.parametrize(
    "text",
    [
        "processors: {payment: {use: mollie}}",
        "processors: {payment: {use: not-in-this-version}}",
        "cookies: {statistics: {use: google-analytics-4, items: {_ga: {duration: P13M}, _ga_*: }}}",
        "cookies: {a: {name: A, category: necessary, purpose: x,"
        " items: {b: {purpose: y, duration: session}, c: {purpose: y, duration: P1Y}}}}",
        "personal_data: {email: {examples: yours}}",
        "organisation: {name: A, address: {city: B, country: NO, postal_code: 2580},"
        " website: https://a.be, contact: {email: a@b.be}, data_protection_officer: none,"
        " supervisory_authority: {use: BE}}",
        "organisation: {name: A, address: {city: B, country: BE}, website: https://a.be,"
        " contact: {email: a@b.be}, data_protection_officer: {email: a@b.be}}",
        "measures: {a: {title: {nl: Titel, fr-BE: Titre}}, b: {use: tls}, c: {use: their-own}}",
        "sections: {a: {use: children, order: 3}}\nchanges: {use: a-month-ahead}",
        "notice: {introduction: {use: shop}, promises: [{use: not-sold}, Own, {nl: A, fr: B}]}",
        "rights: {use: by-mail, each: {access: {use: access-names}}}\nconsent: {use: banner}",
    ],
)
def test_the_schema_accepts(text: str) -> None:
    assert schema_problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "procesors: {}",
        "processors: {payment: {use: mollie, rol: processor}}",
        "processors: {payment: {name: A, role: processor}}",
        "processors: {payment: {use: mollie, role: procesor}}",
        "cookies: {a: {name: A, category: necessary, purpose: x, items: {b: {duration: session}}}}",
        "cookies: {a: {name: A, category: necessary, purpose: x, items: {b: }}}",
        "personal_data: {shoe-size: {examples: yours}}",
        "organisation: {name: A, address: {city: B, country: BE}, website: https://a.be,"
        " contact: {email: a@b.be}, data_protection_officer: nobody}",
        "measures: {a: {title: {dutch: Titel}}}",
        "measures: {a: {description: Titel}}",
        "sections: {a: {use: children, pag: data}}",
        "notice: {introduction: {use: complaints-a-week}}",
        "notice: {promises: [{use: not-sold, nl: A}]}",
        "consent: {service: banner}",
    ],
)
def test_the_schema_rejects(text: str) -> None:
    assert schema_problems(text) != []


# ------------------------------------------------------------------------------------- check

MINIMAL = """\
organisation:
  name: A
  address: {city: B, country: BE}
  website: https://a.example
  contact: {email: a@a.example}
audiences: {customers: {title: Customers}}
activities:
  orders:
    title: {nl: Bestellingen, fr: Commandes}
    audiences: [customers]
    purposes: [{nl: x, fr: x}]
    personal_data: [email]
"""
SOUND = f"""\
{MINIMAL}    legal_basis: contract
    requirement: voluntary
    retention: {{period: P1Y}}
    processors: []
"""


DUTCH = "site_name: A\ntheme: {name: material, language: nl}\nplugins: [privacy-center]\n"
Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Writes a minimal site in the folder where the command then runs."""
    monkeypatch.chdir(tmp_path)

    def minimal(config: str, data: str = MINIMAL, folder: str = "privacy") -> Path:
        (tmp_path / "docs").mkdir()
        (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "privacy.yml").write_text(data, "utf-8")
        return tmp_path

    return minimal


def test_check_says_only_that_it_is_a_draft_where_all_is_well(site: Site) -> None:
    site(DUTCH, SOUND)
    result = run("check")
    assert (result.exit_code, result.stderr) == (
        0,
        "1 info in 1 file\n12 of 16 items answered: `--coverage` lists them\n",
    )
    assert result.stdout == (
        "info: nothing has been released yet, so every page says that it is a draft: when the "
        "texts are right, run `mkdocs-privacy release --effective YYYY-MM-DD` [no-release]\n"
    )


def test_check_names_file_and_line_of_every_error_and_ends_with_1(site: Site) -> None:
    site(DUTCH, MINIMAL.replace("country: BE", "country: XX") + "procesors: {}\n")
    result = run("check")
    assert result.exit_code == 1
    assert "privacy/privacy.yml:3:31: error: " in result.stdout
    assert "privacy/privacy.yml:13:1: error: " in result.stdout
    assert result.stderr == "2 errors in 1 file\n"


def test_check_prints_warnings_and_infos_and_ends_with_0(site: Site) -> None:
    site(DUTCH, SOUND + "processors: {host: {use: combell}}\n")
    result = run("check")
    assert result.exit_code == 0
    assert "info: processors.host" in result.stdout
    assert "[unused-recipient]" in result.stdout
    assert result.stderr.startswith("1 warning, 4 infos in 1 file\n12 of 16 items answered")


def test_check_can_mark_lines_on_github(site: Site) -> None:
    site(DUTCH, MINIMAL + "procesors: {}\n")
    assert run("check", "--format", "github").stdout.startswith(
        "::error file=privacy/privacy.yml,line=13,col=1,endColumn=9::"
    )


def test_check_can_write_json_and_nothing_else_to_standard_output(site: Site) -> None:
    site(DUTCH, MINIMAL + "procesors: {}\n")
    (finding,) = json.loads(run("check", "--format", "json").stdout)
    assert (finding["rule"], finding["line"]) == ("unknown-key", 13)
    Path("privacy/privacy.yml").write_text(SOUND, "utf-8")
    (finding,) = json.loads(run("check", "--format", "json").stdout)
    assert (finding["rule"], finding["line"]) == ("no-release", None)


FRENCH = "{locale: fr, name: Français, default: true}"
I18N = f"{{i18n: {{languages: [{FRENCH}"


@pytest.mark.parametrize(
    ("config", "languages"),
    [
        ("use_directory_urls: true", "en"),
        ("theme: material", "en"),
        ("theme: {name: material, language: fr}", "fr"),
        ("theme: {name: mkdocs, locale: nl_BE}", "nl-BE"),
        (f"plugins: [search, {I18N}, {{locale: nl, name: Nederlands}}]}}}}]", "fr,nl"),
        (f"plugins: {I18N}, {{locale: en, name: English, build: false}}]}}}}", "fr"),
        (f"plugins: {I18N}, {{locale: 'null', name: More, fixed_link: /more/}}]}}}}", "fr"),
        (f"plugins: {I18N}, {{locale: nl, name: NL, build: !ENV [UNSET, no]}}]}}}}", "fr"),
        (f"plugins: [{{i18n: {{enabled: false, languages: [{FRENCH}]}}}}]", "en"),
        ("theme: {name: material, language: !ENV [UNSET, SITE_LANGUAGE, en]}", "nl"),
        ("theme: {name: material, language: !ENV SITE_LANGUAGE}", "nl"),
        ("hooks: !!python/name:a.b\ntheme: {name: material, language: fr}", "fr"),
    ],
)
def test_check_finds_the_languages_of_the_site(
    site: Site, monkeypatch: pytest.MonkeyPatch, config: str, languages: str
) -> None:
    monkeypatch.setenv("SITE_LANGUAGE", "nl")
    needed = languages.split(",")
    texts = {code: MINIMAL.replace("{nl: x, fr: x}", f"{{{code}: x}}") for code in LANGUAGES}
    site(f"site_name: A\n{config}", texts["nl"].replace("{nl: x}", "{de: x}"))
    said = run("check").stdout
    (missing,) = set(
        re.findall(
            "activities\\.orders\\.purposes\\S* missing translation: write this text in "
            "(.*?)[;\\[]",
            said,
        )
    )
    assert re.findall(r"([a-zA-Z-]+) \(", missing) == needed


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            DUTCH.replace("material", "materiel"),
            "mkdocs.yml:2: warning: theme: no theme ‘materiel’ is installed here (did you mean "
            "‘material’?): correct the name, or install it where you build [mkdocs-warning]",
        ),
        (
            DUTCH.replace("[privacy-center]", "{search: {}, privacy-centre: {}}"),
            'mkdocs.yml:3: error: The "privacy-centre" plugin is not installed (did you mean '
            "‘privacy-center’?) [mkdocs-option]",
        ),
        (
            DUTCH.replace("[privacy-center]", "[search, privacy]"),  # Material's, which is one
            "mkdocs.yml:3: warning: the plugin `privacy-center` is missing under `plugins:`: add "
            "it, because without it a build makes no privacy center [no-plugin]",
        ),
    ],
)
def test_check_says_what_a_build_does_not_know(site: Site, config: str, expected: str) -> None:
    site(config, SOUND)
    assert expected in run("check", "--format", "concise").stdout.splitlines()


@pytest.mark.parametrize(
    ("requests", "line"),
    [
        ("endpoint: 'https://requests.example.be/privacy/{language}/{right}'", 6),
        ("endpoint: https://example.com./", 6),
        ("endpoint_by_right: {erasure: https://forms.test/}", 6),
        ("endpoint_by_language: {nl: https://formulier.a.example/}", 6),
    ],
)
def test_forms_that_post_to_an_example_are_told_but_in_an_example(
    site: Site, requests: str, line: int
) -> None:
    config = DUTCH.replace(
        "[privacy-center]", f"\n  privacy-center:\n    requests:\n      {requests}"
    )
    data = SOUND.replace("https://a.example", "https://www.purzelsocke.de")
    folder = site(config, data)
    told = run("check", "--select", "example-endpoint", "--format", "concise").stdout
    assert told.startswith(f"mkdocs.yml:{line}: warning: privacy-center.requests.endpoint")
    assert "is an address of an example, so requests would not reach you" in told
    (folder / "privacy/privacy.yml").write_text(SOUND, "utf-8")
    assert not run("check", "--select", "example-endpoint").stdout


@pytest.mark.parametrize("host", ["example.be.purzelsocke.de", "myexample.be", "www.example.de"])
def test_a_host_that_may_be_there_is_no_example(host: str) -> None:
    assert not is_example(f"https://{host}/")


def test_a_language_without_words_is_an_error_only_where_no_other_has_them(site: Site) -> None:
    i18n = "{docs_structure: suffix, languages: [%s]}"
    languages = "{locale: nl, name: nl, default: true}, {locale: de, name: de}"
    config = DUTCH.replace("[privacy-center]", "{privacy-center: {}, i18n: %s}")
    folder = site(config % (i18n % languages), SOUND)
    assert "unknown-language" not in run("check").stdout
    alone = DUTCH.replace("language: nl", "language: de")
    asked = config.replace("privacy-center: {}", "privacy-center: {languages: [nl, de]}")
    for wrong in (alone, asked % (i18n % languages)):
        (folder / "mkdocs.yml").write_text(wrong, "utf-8")
        assert "no translation for ‘de’" in run("check").stdout


def test_check_finds_the_data_folder_in_a_parent_configuration(site: Site) -> None:
    folder = site("INHERIT: base/mkdocs.yml\ntheme: {language: nl}", folder="legal/privacy")
    (folder / "base").mkdir()
    (folder / "base/mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: material, language: en}\n"
        "plugins: [{privacy-center: {data_dir: legal/privacy}}]",
        "utf-8",
    )
    assert run("check").exit_code == 0


def test_check_finds_the_examples_as_mkdocs_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    for config in ("mkdocs.yml", "examples/saas/mkdocs.yml"):
        result = run("check", "--config-file", config)
        assert result.exit_code == 0, result.stdout
        assert "examples/" in result.stdout


def test_check_needs_no_configuration_when_told_data_and_languages(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(MINIMAL, "utf-8")
    assert run("check", "--data", tmp_path, "--languages", "nl,fr").exit_code == 0
    assert run("check", "--data", tmp_path, "--languages", "nl,fr,en").exit_code == 1


def test_check_finds_what_is_wrong_with_words_of_the_sites_own(site: Site) -> None:
    folder = site(DUTCH)
    catalog = folder / "privacy/locales/nl/LC_MESSAGES/privacy.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "no.such.message"\nmsgstr "x"\n', "utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "no.such.message" in result.stdout


def test_check_says_that_there_is_no_data(tmp_path: Path) -> None:
    result = run("check", "--data", tmp_path / "gone", "--languages", "nl")
    assert result.exit_code == 1
    assert "mkdocs-privacy init" in result.stdout


# The documentation


def test_the_documentation_comes_with_the_package() -> None:
    assert "mkdocs-privacy docs" in run("--help").stdout
    listed = run("docs")
    names = [line.split("  ")[0].strip() for line in listed.stdout.splitlines()]
    assert {"how-to/versions", "reference/data", "reference/rules"} <= set(names)
    assert {"readme", "changelog", "security", "contributing"} <= set(names)
    assert run("docs", "CHANGELOG.md").stdout == run("docs", "changelog").stdout
    for name in names:
        assert run("docs", name).stdout.startswith("# ")
    assert run("docs", "docs/how-to/versions.md").stdout == run("docs", "how-to/versions").stdout


def test_a_page_that_there_is_not_is_told_with_the_one_that_may_be_meant() -> None:
    result = run("docs", "how-to/version")
    assert result.exit_code == 2
    assert "did you mean ‘how-to/versions’?" in result.stderr


def test_a_check_can_show_only_what_matters_and_counts_the_rest(site: Site) -> None:
    site(DUTCH, SOUND.replace("retention: {period: P1Y}", "retention: {minimum: P1Y}"))
    told = run("check", "--level", "warning", "--format", "concise")
    assert [line.split(": ")[1] for line in told.stdout.splitlines()] == ["warning"]
    assert told.stderr.startswith("1 warning in 1 file; ")
    assert re.search(r"; \d+ infos? not shown$", told.stderr, re.MULTILINE)
    nothing = run("check", "--level", "error")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert nothing.stderr.startswith("nothing to report in 1 file; 1 warning, ")


def test_an_error_that_is_not_wanted_ends_with_1_all_the_same(site: Site) -> None:
    site(DUTCH, SOUND + "    x: y\n")
    assert run("check", "--level", "error").exit_code == 1


def test_a_level_in_place_of_a_rule_is_told(site: Site) -> None:
    site(DUTCH, SOUND)
    refused = run("check", "--select", "error")
    assert refused.exit_code == 2
    assert "is no rule but a level: see `mkdocs-privacy check --level error`" in refused.stderr


@pytest.mark.parametrize("name", ["retention: 2 jaar", "retention: [2 jaar]"])
def test_a_word_where_lines_belong_is_told_with_an_example(site: Site, name: str) -> None:
    site(DUTCH, SOUND.replace("retention: {period: P1Y}", name))
    expected = "`key: value` lines, indented, such as `retention: {period: P2Y}` [wrong-type]"
    assert expected in run("check").stdout


def test_a_command_outside_of_a_site_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check").stderr == (
        "Error: mkdocs.yml: there is no such file: go to the folder of your mkdocs.yml, or "
        "name it with `-f`\n"
    )
