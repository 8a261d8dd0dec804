"""The documentation says what is so: reference pages are current, examples work, links lead on."""

from __future__ import annotations

import re
import shlex
import shutil
import struct
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from site_checks.links import find_broken_links
from starting import options
from worlds import LANGUAGES

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import WORDS, shipped_catalogue
from mkdocs_privacy.cli import main as command_line
from mkdocs_privacy.model import PrivacyCenter, Record, RequestType, descriptions
from mkdocs_privacy.model.requests import POSTED_NAMES
from mkdocs_privacy.registry import RULES, FindingOptions
from mkdocs_privacy.releases.kinds.declared import ENTRIES, declared
from mkdocs_privacy.requests import RequestFormat, RequestOptions
from mkdocs_privacy.requests.form import LONG, SHORT
from mkdocs_privacy.requests.options import FidesOptions
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.site import CenterOptions, ContentSecurityPolicyOptions, read_options

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import generate  # noqa: E402
import picture  # noqa: E402
import screenshot  # noqa: E402
import translating  # noqa: E402

PAGES = sorted(
    [
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY")),
    ]
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WITH_EXTRAS = {f"{PROJECT['name']}[{extra}]" for extra in PROJECT["optional-dependencies"]}
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW_TO = ROOT / "docs" / "how-to"
SETTINGS = command_line.context_settings
"""Whoever makes a context without them decides how help is asked for in all that follow: click
keeps the option of a command."""


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """The examples of a page in one language, such as `shell`."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def without_examples(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> list[str]:
    """The anchors that GitHub gives the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", without_examples(page), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def site_config(example: str) -> dict[str, object]:
    """An example of `mkdocs.yml` as data; `!ENV` is its default, or else its name."""
    loader = type("Loader", (yaml.SafeLoader,), {})

    def from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node)[-1]
        return f"https://{node.value}.example"

    loader.add_constructor("!ENV", from_environment)  # type: ignore[attr-defined]
    config = yaml.load(example, Loader=loader)
    assert isinstance(config, dict)
    return config


def start_site(folder: Path) -> Path:
    """What `mkdocs-privacy init` writes."""
    result = CliRunner().invoke(
        command_line, ["init", *options(), str(folder)], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return folder


def build_site(folder: Path, config: Mapping[str, object]) -> Path:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**config}), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder / "site"


@pytest.mark.parametrize("name", generate.PAGES)
def test_a_reference_page_is_what_the_generator_writes(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == generate.PAGES[name](), "out of date: run `make docs`"


def test_the_examples_of_the_data_reference_are_the_data_of_a_site(tmp_path: Path) -> None:
    written = "".join(generate.EXAMPLES.values())
    assert len(yaml.safe_load(written)) == len(generate.EXAMPLES)
    (tmp_path / "all.yml").write_text(written, encoding="utf-8")
    result = CliRunner().invoke(
        command_line, ["check", "--data", str(tmp_path), "--languages", "en"]
    )
    assert result.exit_code == 0, result.output
    shown = "".join(blocks(ROOT / "docs" / "reference" / "data.md", "yaml"))
    assert shown == written


def test_the_example_of_the_options_is_a_configuration() -> None:
    [plugin] = yaml.safe_load(generate.OPTIONS_EXAMPLE)["plugins"]
    assert read_options(plugin["privacy-center"]).findings == ()


@pytest.mark.parametrize(
    ("of", "entries"), [*enumerate(("processors", "cookies", "activities", "audiences", *WORDS))]
)
def test_the_catalogue_shows_every_field_that_use_brings(of: int, entries: str) -> None:
    shown = yaml.safe_load(blocks(ROOT / "docs" / "reference" / "catalogue.md", "yaml")[of])
    shipped_entries = getattr(shipped_catalogue(), entries)
    assert {id: {*fields} for id, fields in shown.items()} == {
        id: {*fields} - {"facts", "alternatives"} for id, fields in shipped_entries.items()
    }


@pytest.mark.parametrize("name", translating.TEMPLATES)
def test_a_template_of_a_catalog_is_what_the_generator_writes(name: str) -> None:
    written = (shipped("locales") / name).read_text(encoding="utf-8")
    assert written == translating.TEMPLATES[name](), "out of date: run `make docs`"


def test_the_picture_of_the_house_is_what_the_import_contract_says() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert page == picture.architecture_page(), "out of date: run `make docs`"
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    drawn = re.findall(r"```mermaid\n(.*?)```", page, re.DOTALL)
    for floors, drawing in zip(layers, drawn, strict=True):
        boxes = re.findall(r"subgraph floor_(\d+) .*\n    direction TB\n    (.*)\n  end", drawing)
        assert [rooms.split("; ") for _, rooms in boxes] == [floor.split(" | ") for floor in floors]
        assert [int(number) for number, _ in boxes] == list(range(len(floors), 0, -1))
    told = set(re.findall(r"^\| \d+ \| `(\w+)` \| [A-Z].+\. \|$", page, re.MULTILINE))
    assert told == {room for floors in layers for floor in floors for room in floor.split(" | ")}


def test_every_place_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in text.splitlines() if line.startswith("| a"))
    places = set(re.findall(r"`([\w.<>/-]+/[\w.<>-]*)`", table))
    assert len(places) > 15
    missing = [one for one in places if not any(ROOT.glob(re.sub("<[a-z]+>", "*", one)))]
    assert missing == ["mkdocs_privacy/lint/"] or missing == []  # lint/ is planned


def test_no_other_page_poses_as_a_reference_page() -> None:
    assert {page.name for page in (ROOT / "docs" / "reference").iterdir()} == {*generate.PAGES}


def test_every_field_of_every_record_has_a_description() -> None:
    records: list[type[Record]] = [PrivacyCenter, RequestOptions, FidesOptions, FindingOptions]
    records += [CenterOptions, ContentSecurityPolicyOptions]
    records += [record for record, _ in generate.records()]
    assert len(records) > 20
    assert [
        f"{record.__name__}.{name}"
        for record in records
        for name in record.model_fields
        if not descriptions(record).get(name)
    ] == []


ARTICLES = ROOT / "docs" / "articles.md"
ASKED = {
    *(f"{article}(1)({letter})" for article in (13, 14) for letter in "abcdef"),
    *(f"13(2)({letter})" for letter in "abcdef"),
    *(f"14(2)({letter})" for letter in "abcdefg"),
    *("26(1)", "26(2)", "27", "28(2)", "28(3)", "28(4)"),
    *(f"30(1)({letter})" for letter in "abcdefg"),
    *(f"30(2)({letter})" for letter in "abcd"),
}


def test_the_page_of_articles_leaves_out_nothing_that_must_be_told() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", ARTICLES.read_text(encoding="utf-8"), re.MULTILINE)
    articles = {part.strip() for row in rows for part in re.split(r", | to ", row)}
    assert articles >= ASKED


def test_the_page_of_articles_names_keys_that_the_data_has() -> None:
    text = ARTICLES.read_text(encoding="utf-8")
    tops = "|".join(PrivacyCenter.model_fields)
    keys = set(re.findall(rf"`((?:{tops})(?:\.[a-z_<>]+)+)`", text))
    assert len(keys) > 60
    for key in keys:  # `declared` raises where there is none
        top, _, rest = key.replace(".<id>", "").partition(".")
        declared(".".join(filter(None, (ENTRIES.get(top, top), rest))))


def test_every_value_of_every_list_has_a_meaning() -> None:
    assert [
        f"{listed.__name__}.{value}"
        for listed in generate.enumerations()
        for value, meaning in generate.meanings(listed).items()
        if not meaning
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for address in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", without_examples(page)):
        if re.match(r"https?://", address):
            continue
        path, _, anchor = address.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(address)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_page_has_the_same_anchor_twice(page: Path) -> None:
    assert [anchor for anchor, count in Counter(anchors(page)).items() if count > 1] == []


def find_command(typed: list[str]) -> tuple[click.Command, list[str]]:
    """The command that somebody types after `mkdocs-privacy`, and what they give it."""
    command: click.Command = command_line
    while isinstance(command, click.Group) and typed:
        name, *typed = typed
        known = command.get_command(click.Context(command), name)
        assert known, f"there is no command {name}"
        command = known
    return command, typed


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_of_an_example_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for line in "".join(blocks(page, "shell")).splitlines():
        match shlex.split(line.replace("YYYY-MM-DD", "2030-01-01")):
            case ["make", target]:
                assert target in targets, line
            case ["pip", "install", name]:
                assert name in {PROJECT["name"], *WITH_EXTRAS}, line
            case ["mkdocs-privacy", *typed]:
                command, arguments = find_command(typed)
                command.make_context(command.name, arguments, **SETTINGS)
            case ["pybabel", "init", "-D", domain, "-i", template, "-d", "locales", "-l", _]:
                assert template == f"locales/{domain}.pot"
                assert (ROOT / template).is_file()
            case ["mkdocs", "serve"] | ["mkdocs", "build", "--strict"] | ["cd", _]:
                pass
            case _:
                pytest.fail(f"is this so? {line}")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_in_a_sentence_exists(page: Path) -> None:
    text = without_examples(page)
    for line in re.findall(r"`(mkdocs-privacy [a-z][^`]*)`", text):
        _, *typed = shlex.split(line)
        command, arguments = find_command(typed)
        known = {one for option in command.params for one in option.opts}
        assert [one for one in arguments if one.startswith("-") and one not in known] == [], line
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert [one for one in re.findall(r"`make ([a-z-]+)`", text) if one not in targets] == []


def test_make_knows_what_it_is_told_to_do() -> None:
    text = (ROOT / "Makefile").read_text()
    [phony] = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    result = subprocess.run(
        ["make", "--dry-run", *phony.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    behind_the_tests = {"`make browser`", "`make compiler`"}
    assert {f"`make {target}`" for target in phony.split()} - behind_the_tests <= set(
        re.findall(r"`make [a-z-]+`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    )


def test_the_readme_shows_how_to_add_a_center_to_an_existing_site(tmp_path: Path) -> None:
    [plugins] = [one for one in blocks(ROOT / "README.md", "yaml") if one.startswith("plugins")]
    start_site(tmp_path / "privacy-draft")
    shutil.copytree(tmp_path / "privacy-draft" / "privacy", tmp_path / "shop" / "privacy")
    (tmp_path / "shop" / "docs").mkdir()
    (tmp_path / "shop" / "docs" / "index.md").write_text("# The shop", encoding="utf-8")
    theme = {"name": "material", "language": "en", "font": False}
    site = build_site(
        tmp_path / "shop", {"site_name": "Shop", "theme": theme, **site_config(plugins)}
    )
    assert "The shop" in (site / "index.html").read_text(encoding="utf-8")
    for page in ("", "data/", "processors/", "cookies/", "rights/", "contact/", "policy/"):
        assert (site / "privacy" / page / "index.html").is_file(), page


def test_the_first_minutes_are_as_the_page_tells_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, start, release, _ = blocks(HOW_TO / "first-minutes.md", "console")
    for block in (start, release):
        for step in re.split(r"^\$ ", block.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
            typed, _, told = step.partition("\n")
            match shlex.split(typed):
                case ["cd", folder]:
                    monkeypatch.chdir(tmp_path / folder)
                case ["mkdocs-privacy", *arguments]:
                    result = CliRunner().invoke(command_line, arguments, catch_exceptions=False)
                    assert result.exit_code == 0, result.output
                    said = result.stdout.splitlines(keepends=True)
                    shown = "".join(one for one in said if not re.match(r"(\S+: )?info: ", one))
                    assert shown == told or not told
    data = (tmp_path / "shop" / "privacy" / "center.yml").read_text(encoding="utf-8")
    lines = [one for one in data.splitlines() if one and not one.lstrip().startswith("#")]
    page = (HOW_TO / "first-minutes.md").read_text(encoding="utf-8")
    assert f"in {len(lines)} lines besides comments" in page


def test_the_ten_lines_in_the_readme_become_a_section(tmp_path: Path) -> None:
    [lines] = [one for one in blocks(ROOT / "README.md", "yaml") if one.startswith("activities")]
    assert len(lines.splitlines()) == 10
    site = screenshot.build_with_ten_lines(tmp_path / "webshop")
    html = (site / "en" / "data" / "index.html").read_text(encoding="utf-8")
    section = html[html.index('id="activity-repairs"') :].partition("<h2")[0]
    section = re.sub("<[^>]+>", "", section).replace("\xa0", " ")
    for words in ("Repairs", "repair your device", "2 years after the repair", "Combell"):
        assert words in section, words


WHEEL = f"mkdocs_privacy-{__version__}-py3-none-any.whl"


def test_the_examples_for_ci_install_this_version_and_run_commands_that_exist() -> None:
    assert f"`pip install {WHEEL}`" in README
    for example in blocks(HOW_TO / "publish.md", "yaml"):
        workflow = yaml.safe_load(example)
        jobs = workflow.get("jobs", workflow)
        [job] = jobs.values()
        steps = job.get("script") or [one["run"] for one in job["steps"] if "run" in one]
        assert f"pip install ./{WHEEL}" in steps
        for step in steps:
            if step.startswith("mkdocs-privacy"):
                command, arguments = find_command(shlex.split(step)[1:])
                command.make_context(command.name, arguments, **SETTINGS)


def test_the_long_description_of_the_package_has_no_link_that_needs_the_repository() -> None:
    description = README
    hooks = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    for one in hooks["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        description = re.sub(one["pattern"], one["replacement"], description)
    targets = re.findall(r"\]\(([^)]+)\)", description)
    assert targets
    assert [one for one in targets if not one.startswith("https://")] == []


def test_the_site_of_the_documentation_builds_strictly_and_asks_nothing_of_others(
    tmp_path: Path,
) -> None:
    config = load_config(str(ROOT / "docs-site.yml"), strict=True, site_dir=str(tmp_path / "site"))
    build(config)
    site = tmp_path / "site"
    assert find_broken_links(site) == []
    for language in ("", "nl/", "fr/"):
        assert (site / language / "example" / "rights" / "erasure" / "index.html").is_file()
    loaded = re.compile(r"<(?:script|img|iframe|link[^>]*stylesheet)[^>]*(?:src|href)=.?https?:")
    pages = [*site.rglob("*.html")]
    assert len(pages) > 60
    assert [page for page in pages if loaded.search(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_privacy_center_in_a_larger_site(tmp_path: Path, structure: str) -> None:
    page = HOW_TO / "larger-site.md"
    plugins, _, _, nav, *_ = map(site_config, blocks(page, "yaml"))
    plugins["plugins"][2]["i18n"]["docs_structure"] = structure  # type: ignore[index]
    start_site(tmp_path)
    for language in LANGUAGES:
        page = f"{language}/index.md" if structure == "folder" else f"index.{language}.md"
        (tmp_path / "docs" / page).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / page).write_text(f"# Welcome ({language})", encoding="utf-8")
    theme = {"name": "material", "language": "nl", "font": False}
    site = build_site(tmp_path, {"site_name": "Shop", "theme": theme, **plugins, **nav})
    assert "Welcome (fr)" in (site / "fr" / "index.html").read_text(encoding="utf-8")
    french = (site / "fr" / "legal" / "privacy" / "index.html").read_text(encoding="utf-8")
    for name in ("data", "processors", "cookies", "rights", "contact", "policy"):
        assert f'<a href="{name}/" class="md-nav__link">' in french


def test_the_options_of_a_guest() -> None:
    _, mends, _, _, languages, _ = map(site_config, blocks(HOW_TO / "larger-site.md", "yaml"))
    for config, option in ((mends, "mends_site_wide"), (languages, "languages")):
        written = config["plugins"][0]["privacy-center"]  # type: ignore[index]
        read = read_options(written)
        assert read.findings == ()
        assert getattr(read.options, option)


def test_a_site_in_one_language(tmp_path: Path) -> None:
    *_, one_language = blocks(HOW_TO / "larger-site.md", "yaml")
    config = {"site_name": "Shop", **site_config(one_language)}
    site = build_site(start_site(tmp_path), config)
    assert '<html lang="nl"' in (site / "data" / "index.html").read_text(encoding="utf-8")
    assert not (site / "fr").exists()


def test_templates_words_and_theme_of_ones_own(tmp_path: Path) -> None:
    page = HOW_TO / "override-templates-and-words.md"
    start_site(tmp_path)
    [words] = blocks(page, "po")
    template, main = blocks(page, "jinja")
    for name, content in {
        "privacy/locales/en/LC_MESSAGES/privacy.po": words,
        "privacy/templates/pages/contact.html": template,
        "overrides/main.html": main,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    theme = {"name": "material", "language": "en", "font": False, "custom_dir": "overrides"}
    config = {"site_name": "Shop", "theme": theme, "plugins": ["privacy-center"]}
    site = build_site(tmp_path, config)
    contact = (site / "contact" / "index.html").read_text(encoding="utf-8")
    assert "any weekday before noon" in contact
    assert "We are closed in August." in contact
    assert "assets/privacy-center/joined/center.css" in contact
    assert "<h1>How we use your data</h1>" in (site / "data" / "index.html").read_text(
        encoding="utf-8"
    )


def test_free_text(tmp_path: Path) -> None:
    section, links, site_links = blocks(HOW_TO / "free-text.md", "markdown")
    section += f"\n{links}\n{site_links.replace('../../', '')}"
    start_site(tmp_path)
    (tmp_path / "docs" / "terms.md").write_text("# Terms\n\n## Delivery\n", encoding="utf-8")
    (tmp_path / "docs" / "assets").mkdir(exist_ok=True)
    (tmp_path / "docs" / "assets" / "withdrawal.pdf").write_bytes(b"%PDF-1.7")
    for language in LANGUAGES:
        file = tmp_path / "privacy" / "sections" / f"security.{language}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(section, encoding="utf-8")
    site = build_site(tmp_path, site_config((tmp_path / "mkdocs.yml").read_text(encoding="utf-8")))
    for page in ("gegevens", "privacyverklaring"):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert 'id="section-security">How we look after your data</h' in html
    assert find_broken_links(site) == []


def test_the_form_posts_the_fields_that_are_described(tmp_path: Path) -> None:
    page = HOW_TO / "request-forms.md"
    plugins, *_, own_fields, complaints = map(site_config, blocks(page, "yaml"))
    start_site(tmp_path)
    rights = tmp_path / "privacy" / "rights.yml"
    written = {"rights": {**own_fields["rights"], **complaints["rights"]}}
    rights.write_text(yaml.safe_dump(written), encoding="utf-8")
    theme = {"name": "material", "language": "en", "font": False}
    config = {"site_name": "Shop", "site_url": "https://www.example.be/", "theme": theme}
    site = build_site(tmp_path, {**config, **plugins})
    folders = [f"rights/{one}" for one in RequestType if one is not RequestType.GENERAL]
    posted: set[str] = set()
    for folder in [*folders, "rights/request"]:
        html = (site / folder / "index.html").read_text(encoding="utf-8")
        if "falls under this right" in html:
            continue  # it has no form where it applies to nothing
        right = folder.rpartition("/")[2].replace("request", "general")
        assert f'action="https://requests.example.be/privacy/en/{right}"' in html
        [form] = re.findall(r'<form class="pc-form".*?</form>', html, re.DOTALL)
        posted |= {*re.findall(r'\bname="([\w-]+)"', form)}
    rows = re.findall(r"^\| (`[^|]*`) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    described = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert described >= POSTED_NAMES
    assert posted - described == {*own_fields["rights"]["fields"]}
    by_script = {"reference", "opened_at", "submitted_at", "expected_by"}
    elsewhere = {"policy_release", "activities", "further_right", "on_behalf_of", "represented"}
    assert POSTED_NAMES - posted <= by_script | elsewhere


def test_the_lengths_that_are_described_are_those_of_the_forms() -> None:
    sentences = " ".join((HOW_TO / "request-forms.md").read_text(encoding="utf-8").split())
    assert (
        f"A line has at most {SHORT} characters, an e-mail address at most 254, "
        f"a text of several lines at most {LONG:_}.".replace("_", " ")
        in sentences
    )


def test_the_options_of_request_forms_can_be_written_so() -> None:
    *examples, _, _ = map(site_config, blocks(HOW_TO / "request-forms.md", "yaml"))
    stated = [config["plugins"][0]["privacy-center"]["requests"] for config in examples]  # type: ignore[index]
    options = [RequestOptions.model_validate(one) for one in stated]
    assert {one.format for one in options} == {*RequestFormat}


def test_a_shipped_fact_in_another_language(tmp_path: Path) -> None:
    [titles] = blocks(HOW_TO / "another-language.md", "yaml")
    start_site(tmp_path)
    (tmp_path / "privacy" / "personal_data.yml").write_text(titles, encoding="utf-8")
    arguments = ["check", "--data", str(tmp_path / "privacy"), "--languages", "nl,fr,en"]
    result = CliRunner().invoke(command_line, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output


def test_every_picture_in_the_readme_is_taken_by_the_script_and_loads_quickly() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/images/[^)]+)\)", README)
    assert {*shown} == {f"docs/images/{name}.png" for name in screenshot.NAMES}
    assert len(shown) == 9
    for name in shown:
        assert (ROOT / name).stat().st_size < 200_000, name


def test_the_readme_does_not_promise_what_is_not_built_nor_hide_what_is() -> None:
    assert ("No versions yet" in README) is (
        "release" not in command_line.list_commands(click.Context(command_line))
    )
    assert ("exports yet" in README) is not (ROOT / "mkdocs_privacy" / "exports").exists()
    has_rules_of_law = any(rule.id.startswith("PU") for rule in RULES)  # of legal bases
    assert ("legally complete" in README) is not has_rules_of_law


def test_the_licence_is_the_one_that_the_package_names() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith(f"{PROJECT['license']} License")


def test_the_pictures_of_the_readme_are_of_something() -> None:
    names = re.findall(r"\]\((docs/images/[\w-]+\.png)\)", (ROOT / "README.md").read_text("utf-8"))
    assert len(names) > 4
    for name in names:
        width, height = struct.unpack(">II", (ROOT / name).read_bytes()[16:24])
        assert width >= 390, name
        assert height >= 200, name
