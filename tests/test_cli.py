"""The command line: the starter that `init` writes, the schema, and what `check` says."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
import yaml
from click import Context
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import LANGUAGES
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.editor_schema import editor_schema
from mkdocs_privacy.cli.starter import Answers, one_line_yaml, starter_files
from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import FormOfAddress, available_languages
from mkdocs_privacy.shipped import shipped

REPOSITORY = Path(__file__).parent.parent
ODD_NAMES = (
    'Café "De Hoek"',
    "Jansen: wijn & zonen #1",
    "L’Été d'Anna",
    "😀 Pret 👨‍👩‍👧",
    '"><script>alert(1)</script>',
    "{{ name }} {% raw %} {nl: x}",
    "- !ENV [HOME]",
    "null",
    "123",
    "2021-01-07",
    "*alias",
    "&anchor",
    "AT&amp;T",
    "100 % puur | <b>",
    "fr: Bonjour",
)


def options(**changes: str | None) -> list[str]:
    """The options of `init`, some of them changed or (`None`) left out."""
    given = {
        "name": "Voorbeeldwinkel",
        "country": "BE",
        "languages": "nl,fr,en",
        "website": "https://www.voorbeeldwinkel.example",
        "email": "privacy@voorbeeldwinkel.example",
    } | changes
    return [
        word for key, value in given.items() if value is not None for word in (f"--{key}", value)
    ]


def run(*arguments: str | Path) -> Result:
    """The command as typed, without a terminal."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def build(site: Path) -> subprocess.CompletedProcess[str]:
    """A real `mkdocs build --strict` of a site."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=site,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def starter_of(
    name: str = "Voorbeeldwinkel", country: str = "BE", languages: tuple[str, ...] = ("nl",)
) -> dict[PurePosixPath, str]:
    """The starter in memory."""
    website, email = "https://www.example.be/shop?a=1", "privacy@example.be"
    return starter_files(Answers(name, country, languages, website, email))


def write(folder: Path, files: dict[PurePosixPath, str]) -> None:
    for path, words in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, encoding="utf-8")


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


@pytest.fixture(scope="module")
def site_in_three_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("three")
    assert run("init", site, *options()).exit_code == 0
    assert build(site).returncode == 0
    return site


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


# -------------------------------------------------------------------------------------- init


def test_what_init_writes_builds_strictly_in_three_languages(site_in_three_languages: Path) -> None:
    site = site_in_three_languages / "site"
    assert "Privacy bij Voorbeeldwinkel" in (site / "index.html").read_text("utf-8")
    assert "Vos données chez Voorbeeldwinkel" in (site / "fr/index.html").read_text("utf-8")
    assert "Privacy at Voorbeeldwinkel" in (site / "en/index.html").read_text("utf-8")


def test_what_init_writes_keeps_the_requests_of_people_out_of_git(
    site_in_three_languages: Path,
) -> None:
    ignored = (site_in_three_languages / ".gitignore").read_text("utf-8").splitlines()
    assert ignored == ["/site/", "/.privacy-requests/", "/privacy-requests.db*", "/notice-*.eml"]


def test_a_generator_that_ignores_plugins_publishes_no_site_without_saying_so(
    tmp_path: Path, site_in_three_languages: Path
) -> None:
    """As Zensical does, even with `--strict`."""
    missing = [
        "Hier hoort onze privacyverklaring te staan. Door een technische fout ontbreekt die.",
        "Notre politique de confidentialité devrait se trouver ici, mais elle manque",
        "Our privacy policy should be here, but it is missing",
        "Build it with <code>mkdocs build --strict</code>",
    ]
    replaced = (site_in_three_languages / "site" / "index.html").read_text("utf-8")
    assert not any(sentence in replaced for sentence in missing)
    assert run("init", tmp_path, *options()).exit_code == 0
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    del config["plugins"]["privacy-center"]
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    build(tmp_path)
    published = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert all(sentence in published for sentence in missing)


def test_a_page_of_ones_own_in_the_place_of_the_first_one_is_no_stub(tmp_path: Path) -> None:
    assert run("init", tmp_path, *options()).exit_code == 0
    (tmp_path / "docs" / "index.md").write_text("# Mine\n", "utf-8")
    built = build(tmp_path)
    assert built.returncode == 1
    assert "docs/index.md" in built.stderr
    assert "[taken-place]" in built.stderr


def test_the_built_starter_asks_nothing_of_third_parties(site_in_three_languages: Path) -> None:
    for page in (site_in_three_languages / "site").rglob("*.html"):
        sources = re.findall(
            r'<(?:script|img|link)[^>]+(?:src|href)="([^"]+)"', page.read_text("utf-8")
        )
        elsewhere = [one for one in sources if re.match(r"(https?:)?//", one)]
        # canonical and alternate links name the site itself
        assert all(one.startswith("https://www.voorbeeldwinkel.example/") for one in elsewhere)


@pytest.mark.parametrize("language", available_languages())
def test_one_language_alone_builds_strictly_and_holds_no_other(
    tmp_path: Path, language: str
) -> None:
    assert run("init", tmp_path, *options(languages=language)).exit_code == 0
    assert "i18n" not in (tmp_path / "mkdocs.yml").read_text("utf-8")
    others = "|".join(set(available_languages()) - {language})
    for path in (tmp_path / "privacy").rglob("*"):
        assert not re.search(rf"\.({others})\.", path.name)
        if path.suffix == ".yml":
            assert not re.search(rf"^[ #]*(- )?({others}): ", path.read_text("utf-8"), re.MULTILINE)
    built = build(tmp_path)
    assert built.returncode == 0, built.stderr
    assert f'<html lang="{language}"' in (tmp_path / "site/index.html").read_text("utf-8")


def test_the_first_language_is_the_main_one(tmp_path: Path) -> None:
    run("init", tmp_path, *options(languages="fr, nl"))
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    first, second = config["plugins"]["i18n"]["languages"]
    assert (first["locale"], first["default"], second["locale"]) == ("fr", True, "nl")
    assert config["theme"]["language"] == "fr"
    assert config["site_name"].startswith("Vos données")


@pytest.mark.parametrize("country", ["BE", "NL", "FR", "LU", "DE", "ES", "CH", "US"])
def test_the_data_has_no_error_and_no_warning_in_any_country(tmp_path: Path, country: str) -> None:
    write(tmp_path, starter_of(country=country, languages=LANGUAGES))
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert {finding.severity for finding in loaded.findings} <= {Severity.INFO}
    assert loaded.center is not None


@pytest.mark.parametrize(("country", "period"), [("BE", "P10Y"), ("NL", "P7Y"), ("DE", "P8Y")])
def test_the_retention_of_invoices_is_that_of_the_country(
    tmp_path: Path, country: str, period: str
) -> None:
    write(tmp_path, starter_of(country=country))
    center = load_center(tmp_path / "privacy", ("nl",)).center
    assert center is not None
    [retention] = center.activities["invoices"].retention
    assert retention.period == period
    assert retention.law is not None


def test_a_country_without_a_known_period_gets_criteria(tmp_path: Path) -> None:
    write(tmp_path, starter_of(country="ES"))
    center = load_center(tmp_path / "privacy", ("nl",)).center
    assert center is not None
    [retention] = center.activities["invoices"].retention
    assert (retention.period, retention.criteria is None) == (None, False)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_with_odd_characters_comes_out_as_it_is(tmp_path: Path, name: str) -> None:
    assert run("init", tmp_path, *options(name=name)).exit_code == 0
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert loaded.center is not None, loaded.findings
    assert loaded.center.organisation.name == name
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert _as_text(config["site_name"]) == f"Privacy bij {name}"
    assert set(config["plugins"]) == {"search", "privacy-center", "i18n"}
    assert "<script" not in config["site_name"]


class _Words(HTMLParser):
    words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def _as_text(fragment: str) -> str:
    """What a browser shows of a piece of HTML."""
    reader = _Words()
    reader.feed(fragment)
    reader.close()
    return reader.words


def test_a_site_with_an_odd_name_builds_strictly_and_shows_the_name(tmp_path: Path) -> None:
    name = 'Café "De Hoek": #1 <script>alert(1)</script> 😀'
    assert run("init", tmp_path, *options(name=name, languages="en")).exit_code == 0
    built = build(tmp_path)
    assert built.returncode == 0, built.stderr
    contact = (tmp_path / "site/contact/index.html").read_text("utf-8")
    assert "#1 &lt;script&gt;alert(1)&lt;/script&gt; 😀" in contact
    assert _as_text(re.findall("<title>(.*)</title>", contact)[0]).endswith(f"Privacy at {name}")


@pytest.mark.parametrize("value", [*ODD_NAMES, "two\nlines", "a\x85b\u2028c", "\ttab", " edge "])
def test_a_value_stays_itself_on_one_line_of_yaml(value: str) -> None:
    line = one_line_yaml(value)
    assert len(line.splitlines()) == 1
    assert yaml.safe_load(f"key: {line}") == {"key": value}


def test_white_space_in_a_name_is_one_space(tmp_path: Path) -> None:
    run("init", tmp_path, *options(name="  De\n  Hoek "))
    assert "  name: De Hoek\n" in (tmp_path / "privacy/organisation.yml").read_text("utf-8")


def test_without_a_terminal_every_missing_option_is_named_at_once(tmp_path: Path) -> None:
    site = tmp_path / "site"
    result = run("init", site, "--country", "BE")
    assert result.exit_code == 2
    missing = re.findall(r"--(\w+) is missing", result.stderr)
    assert missing == ["name", "languages", "website", "email"]
    assert not site.exists()


def test_without_a_terminal_nothing_is_waited_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_privacy.cli import main; main()", "init"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_wrong_option_is_named_at_once(tmp_path: Path) -> None:
    wrong = options(name=" ", country="Belgium", languages="nl,dd,nl", website="foo", email="x@")
    result = run("init", tmp_path / "site", *wrong)
    assert result.exit_code == 2
    wrong_ones = re.findall(r"^  --(\w+): ", result.stderr, re.MULTILINE)
    assert wrong_ones == ["name", "country", "languages", "website", "email"]
    assert "did you mean ‘BE’?" in result.stderr
    assert "‘dd’" in result.stderr
    assert "‘nl’ is listed twice" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_country_may_be_typed_in_small_letters(tmp_path: Path) -> None:
    run("init", tmp_path, *options(country="nl"))
    assert "country: NL\n" in (tmp_path / "privacy/organisation.yml").read_text("utf-8")


def test_in_a_terminal_what_is_missing_is_asked_until_it_is_right(tmp_path: Path) -> None:
    keyboard, terminal = pty.openpty()
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", "from mkdocs_privacy.cli import main; main()"),
            *("init", *options(country=None, email=None)),
        ],
        cwd=tmp_path,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.write(keyboard, b"Belgium\nBE\nje\nprivacy@example.be\n")
    said, _ = process.communicate(timeout=300)
    os.close(terminal)
    os.close(keyboard)
    assert process.returncode == 0, said
    assert "did you mean ‘BE’?" in said
    assert "email: privacy@example.be" in (tmp_path / "privacy/organisation.yml").read_text("utf-8")


def test_init_lists_what_is_there_already_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy/cookies.yml").write_text("mine", "utf-8")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "nowhere")
    (tmp_path / "docs").write_text("a file where a folder is needed", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = run("init", tmp_path, *options())
    assert result.exit_code == 1
    for name in (".gitignore", "docs", "privacy/cookies.yml"):
        assert f"  {tmp_path / name}\n" in result.stderr
    assert "activities.yml" not in result.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "privacy/cookies.yml").read_text("utf-8") == "mine"


def test_init_tells_where_to_go_on(tmp_path: Path) -> None:
    said = run("init", tmp_path / "new", *options()).stdout
    written = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert all(f"wrote {path}\n" in said for path in written)
    assert "mkdocs serve" in said
    assert "mkdocs-privacy check" in said


def test_the_starter_has_every_text_in_the_three_languages_side_by_side() -> None:
    for template in (shipped("site_template") / "starter/privacy").rglob("*.yml.jinja"):
        text = template.read_text("utf-8")
        counts = {
            code: len(re.findall(rf"^[ #]*(?:- )?{code}: ", text, re.MULTILINE))
            for code in LANGUAGES
        }
        assert len(set(counts.values())) == 1, (template.name, counts)


def test_the_french_of_the_starter_has_its_own_typography() -> None:
    for path, text in starter_of(languages=("fr",)).items():
        lines = re.findall(r"^[ #]*(?:- )?fr: (.*)", text, re.MULTILINE)
        for line in [*lines, *([text] if path.suffix == ".md" else [])]:
            words = line.split("---\n")[-1]
            assert not re.search(r"[^\u202f][;!?»]|«[^\u202f]|\w'\w", words), words


def test_every_data_file_of_the_starter_names_the_schema_first() -> None:
    files = starter_of()
    data = [text for path, text in files.items() if path.match("privacy/*.yml")]
    assert len(data) > 5
    assert all(
        text.startswith("# yaml-language-server: $schema=privacy.schema.json\n") for text in data
    )
    assert json.loads(files[PurePosixPath("privacy/privacy.schema.json")]) == editor_schema()


def uncommented(text: str) -> str:
    """A file of the starter after somebody took the `# ` away from every example in it."""
    head, *parts = re.split(r"^(?= *# CHECK: )", text, flags=re.MULTILINE)
    return head + "".join(map(_without_marks, parts))


def _without_marks(part: str) -> str:
    """What follows a comment, from its first line of YAML to the end of the comment."""
    example = re.search(r"^ *# [a-z-]+:( |$)(?:.*\n *#)*.*", part, re.MULTILINE)
    if not example:
        return part
    live = re.sub(r"^( *)# ", r"\1", example[0], flags=re.MULTILINE)
    return part[: example.start()] + live + part[example.end() :]


@pytest.mark.parametrize("form_of_address", FormOfAddress)
def test_the_commented_examples_of_the_starter_are_valid_too(
    tmp_path: Path, form_of_address: FormOfAddress
) -> None:
    website, email = "https://www.example.be", "privacy@example.be"
    answers = Answers("Winkel", "BE", LANGUAGES, website, email, form_of_address)
    write(tmp_path, starter_files(answers))
    for name in ("activities", "audiences", "processors", "cookies"):
        file = tmp_path / f"privacy/{name}.yml"
        file.write_text(uncommented(file.read_text("utf-8")), "utf-8")
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    center = loaded.center
    assert center is not None, loaded.findings
    findings = [*loaded.findings, *lint(loaded)]
    assert [str(one) for one in findings if one.severity is not Severity.INFO] == []
    assert {"newsletter", "newsletter-measurement", "statistics"} <= {*center.activities}
    assert {"newsletter-service", "statistics-service"} <= {*center.processors}
    assert {"shop", "login", "order-attribution", "consent-tool"} <= {*center.cookies}
    assert center.consent is not None
    assert center.consent.service == "consent-tool"


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


@pytest.mark.parametrize("country", ["BE", "DE", "US"])
def test_the_schema_accepts_every_file_of_the_starter(country: str) -> None:
    for path, text in starter_of(country=country, languages=("nl", "fr")).items():
        if path.match("privacy/*.yml"):
            assert schema_problems(text) == [], path


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
    site(DUTCH)
    result = run("check")
    assert (result.exit_code, result.stderr) == (
        0,
        "1 info in 1 file\n8 of 18 items answered: `--coverage` lists them\n",
    )
    assert result.stdout == (
        "info: nothing has been released yet, so every page says that it is a draft: when the "
        "texts are right, run `mkdocs-privacy release --effective YYYY-MM-DD` [no-release]\n"
    )


def test_check_names_file_and_line_of_every_error_and_ends_with_1(site: Site) -> None:
    site(DUTCH, MINIMAL.replace("country: BE", "country: XX") + "procesors: {}\n")
    result = run("check")
    assert result.exit_code == 1
    assert "privacy/privacy.yml:3: error: " in result.stdout
    assert "privacy/privacy.yml:13: error: " in result.stdout
    assert result.stderr == "2 errors in 1 file\n"


def test_check_prints_warnings_and_infos_and_ends_with_0(site: Site) -> None:
    site(DUTCH, MINIMAL + "processors: {host: {use: combell}}\n")
    result = run("check")
    assert result.exit_code == 0
    assert "info: processors.host" in result.stdout
    assert "[unused-recipient]" in result.stdout
    assert result.stderr.startswith("1 warning, 2 infos in 1 file\n8 of 18 items answered")


def test_check_can_mark_lines_on_github(site: Site) -> None:
    site(DUTCH, MINIMAL + "procesors: {}\n")
    assert run("check", "--format", "github").stdout.startswith(
        "::error file=privacy/privacy.yml,line=13::"
    )


def test_check_can_write_json_and_nothing_else_to_standard_output(site: Site) -> None:
    site(DUTCH, MINIMAL + "procesors: {}\n")
    (finding,) = json.loads(run("check", "--format", "json").stdout)
    assert (finding["rule"], finding["line"]) == ("unknown-key", 13)
    Path("privacy/privacy.yml").write_text(MINIMAL, "utf-8")
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


# The form of address


def test_the_starter_addresses_readers_as_the_owner_wants() -> None:
    answers = Answers("Winkel", "BE", LANGUAGES, "https://a.be", "a@a.be", FormOfAddress.INFORMAL)
    files = starter_files(answers)
    written = "\n".join(words for path, words in files.items() if path.suffix != ".json")
    assert "form_of_address: {nl: informal, fr: informal}\n" in files[PurePosixPath("mkdocs.yml")]
    assert re.findall(r"\b(?:[Uu]w?|[Vv]ous|[Vv]otre|[Vv]os)\b", written) == []
    assert "Zonder je naam, adres en e-mailadres" in written
    assert "[nom de ton hébergeur]" in written


def test_init_takes_the_form_of_address_and_is_formal_without_it(tmp_path: Path) -> None:
    informal = run("init", tmp_path / "je", *options(), "--form-of-address", "informal")
    formal = run("init", tmp_path / "u", *options())
    wrong = run("init", tmp_path / "gij", *options(), "--form-of-address", "rude")
    assert (informal.exit_code, formal.exit_code, wrong.exit_code) == (0, 0, 2)
    assert run("init", tmp_path / "tu", *options(), "--form-of-address", "tu").exit_code == 0
    assert "nl: informal" in (tmp_path / "tu/mkdocs.yml").read_text("utf-8")
    assert "form_of_address" not in (tmp_path / "u/mkdocs.yml").read_text("utf-8")
    assert (
        "--form-of-address: ‘rude’ is not a form of address: write formal or informal"
    ) in wrong.stderr


# What is left to fill in and to decide


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_starter_does_not_know_stands_in_brackets(language: str) -> None:
    words = starter_of(languages=(language,))[PurePosixPath("privacy/processors.yml")]
    names = yaml.safe_load(words)["processors"]
    ours = ("hosting", "payment", "carrier", "accountant")
    assert all(re.fullmatch(r"\[.+\]", names[id]["name"][language]) for id in ours)


def test_check_lists_what_is_left_to_fill_in_and_to_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, starter_of())
    monkeypatch.chdir(tmp_path)
    told = run("check").stdout.splitlines()
    comments = [line for line in told if line.endswith("[left-to-decide]")]
    written = sum(text.count(" CHECK:") for text in starter_of().values())
    assert len(comments) == written
    assert comments[0].startswith("mkdocs.yml:4: info: to decide: the address at which this")
    assert "how long may they object to a new sub-processor" in "\n".join(comments)
    brackets = [line for line in told if line.endswith("[placeholder-left]")]
    assert "‘[naam van uw hostingbedrijf]’ is still to be filled in" in "\n".join(brackets)
    assert "organisation.address.postal_code: ‘[0000]’ is still" in "\n".join(brackets)
    assert len(brackets) == 7


def test_what_is_to_be_decided_is_one_line_that_can_be_deleted() -> None:
    for path, text in starter_of(languages=LANGUAGES, country="US").items():
        for line in text.splitlines():
            if "CHECK:" in line and "`CHECK:`" not in line:
                assert re.fullmatch(r"[ #]*# CHECK: .*[.?]", line), (path, line)


@pytest.mark.parametrize(
    ("country", "code"),
    [("BE", "0000"), ("LU", "0000"), ("NL", "0000 AA"), ("FR", "00000"), ("DE", "00000")],
)
def test_the_postal_code_to_fill_in_looks_like_those_of_the_country(
    country: str, code: str
) -> None:
    data = yaml.safe_load(starter_of(country=country)[PurePosixPath("privacy/organisation.yml")])
    assert data["organisation"]["address"]["postal_code"] == f"[{code}]"


def test_the_workflow_of_the_starter_installs_what_there_is() -> None:
    workflow = starter_of()[PurePosixPath(".github/workflows/privacy-center.yml")]
    steps = yaml.safe_load(workflow)["jobs"]["build"]["steps"]
    assert f"pip install ./mkdocs_privacy-{__version__}-py3-none-any.whl" in str(steps)


def test_a_release_warns_of_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, starter_of())
    monkeypatch.chdir(tmp_path)
    warned = run("release", "--effective", "2099-01-01")
    assert warned.exit_code == 0
    assert "left to do: 7 texts in brackets and 34 comments `CHECK:`." in warned.stderr


# The documentation


def test_the_documentation_comes_with_the_package() -> None:
    assert "mkdocs-privacy docs" in run("--help").stdout
    listed = run("docs")
    names = [line.split("  ")[0].strip() for line in listed.stdout.splitlines()]
    assert {"how-to/versions", "reference/data", "reference/findings"} <= set(names)
    assert {"readme", "changelog", "security", "contributing"} <= set(names)
    assert run("docs", "CHANGELOG.md").stdout == run("docs", "changelog").stdout
    for name in names:
        assert run("docs", name).stdout.startswith("# ")
    assert run("docs", "docs/how-to/versions.md").stdout == run("docs", "how-to/versions").stdout


def test_a_page_that_there_is_not_is_told_with_the_one_that_may_be_meant() -> None:
    result = run("docs", "how-to/version")
    assert result.exit_code == 2
    assert "did you mean ‘how-to/versions’?" in result.stderr
