"""A fourth language is a folder of its own in `locales/`, and works while it is half-done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from markupsafe import Markup
from site_checks.nu import find_markup_errors
from starting import options

from mkdocs_privacy.localization import as_sentence
from mkdocs_privacy.pages.languages import in_other_language, inside_marks, say_languages

ROOT = Path(__file__).parent.parent

GERMAN: Mapping[str, Mapping[str, str]] = {
    "privacy": {
        "rights.title": "Ihre Rechte",
        "home.heading": "Datenschutz bei {organisation}",
        "data.title": "Was wir mit Ihren Daten tun",
        "frame.404.title": "Seite nicht gefunden",
    },
    "catalogue": {
        "Name": "Name",
        "E-mail address": "E-Mail-Adresse",
        "Orders": "Bestellungen",
    },
}
"""A beginning of German: everything that a person wrote for it."""


class House:
    """A copy of the package whose `locales/` has one language more."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("mkdocs_privacy", "site_template", "locales"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        shutil.rmtree(
            folder / "locales" / "de", ignore_errors=True
        )  # a beginning, whatever there is
        for domain, words in GERMAN.items():
            catalog = Catalog(locale="de", charset="utf-8")
            for id, translation in words.items():
                catalog.add(id, translation)
            file = folder / "locales" / "de" / "LC_MESSAGES" / f"{domain}.po"
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as opened:
                write_po(opened, catalog)

    def run(
        self, *arguments: str, site: Path, module: str = "mkdocs_privacy"
    ) -> subprocess.CompletedProcess[str]:
        code = "from mkdocs_privacy.cli import main; main()"
        command = ["-c", code] if module == "mkdocs_privacy" else ["-m", module]
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(
            [sys.executable, *command, *arguments],
            cwd=site,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, site: Path, languages: str) -> None:
        site.mkdir()
        written = self.run(
            "init", *options(name="Beispiel", country="AT", languages=languages), site=site
        )
        assert written.returncode == 0, written.stderr


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def site(house: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `init` writes in German and English, released and built."""
    folder = tmp_path_factory.mktemp("german") / "site"
    house.start(folder, "de,en")
    released = house.run(
        "release",
        "--effective",
        "2026-01-01",
        "--backdate-en",
        "a test",
        "--backdate-de",
        "ein Test",
        site=folder,
    )
    assert released.returncode == 0, released.stderr
    built = house.run("build", "--strict", "--quiet", site=folder, module="mkdocs")
    assert (built.returncode, built.stdout + built.stderr) == (0, "")
    return folder


def pages(site: Path) -> Mapping[str, str]:
    root = site / "site"
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.html")
    }


def test_a_new_site_has_the_name_that_its_pages_have_in_each_language(site: Path) -> None:
    config = yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == "Datenschutz bei Beispiel"
    [_, english] = config["plugins"]["i18n"]["languages"]
    assert english["site_name"] == "Privacy at Beispiel"


def test_the_catalogue_says_what_is_translated(site: Path) -> None:
    assert "Bestellungen" in pages(site)["data/index.html"]


def test_check_tells_what_is_not_translated_yet_and_finds_nothing_wrong(
    house: House, site: Path
) -> None:
    checked = house.run("check", "--format", "concise", site=site)
    assert checked.returncode == 0
    said = {re.findall(r"\[([\w-]+)\]$", line)[0]: line for line in checked.stdout.splitlines()}
    about_languages = {
        slug for slug in said if slug.startswith("un") and slug != "unverified-facts"
    }
    assert about_languages == {"unfinished-language", "untranslated-facts"}
    assert not [line for line in said.values() if "info: " not in line]
    assert "the translation into German (de) is not complete: " in said["unfinished-language"]
    assert "organisation.supervisory_authority.name" in said["untranslated-facts"]


def test_what_a_page_says_in_english_it_marks_as_english(site: Path) -> None:
    page = pages(site)["data/index.html"]
    assert '<html lang="de"' in page
    assert "<h1>Was wir mit Ihren Daten tun</h1>" in page
    assert '<dt><span lang="en">Legal basis</span></dt>' in page
    assert "<li>E-Mail-Adresse</li>" in page
    assert '<span lang="en">Postal address</span>' in page


def test_the_words_that_a_release_froze_are_marked_too(site: Path) -> None:
    [frozen] = (site / "privacy/releases/2026-01-01").glob("policy.de.html")
    assert '<span lang="en">Legal basis</span>' in frozen.read_text("utf-8")
    assert '<span lang="en">Legal basis</span>' in pages(site)["versions/2026-01-01/index.html"]


def test_english_pages_and_the_heads_of_pages_have_no_marks(site: Path) -> None:
    for path, page in pages(site).items():
        assert not re.search("[\ufdd0-\ufdd2]|%EF%B7%9|&lt;span lang", page), path
        assert "<span" not in "".join(re.findall(r"<title>.*?</title>", page, re.DOTALL)), path
        if path.startswith("en/"):
            assert '<span lang="en">' not in page, path


def test_a_half_done_language_makes_valid_pages(site: Path) -> None:
    assert find_markup_errors(site / "site") == []


def test_words_for_the_frame_come_from_the_catalog_else_from_material(site: Path) -> None:
    not_found = pages(site)["404.html"]
    assert "<h1>Seite nicht gefunden</h1>" in not_found
    assert "Inhaltsverzeichnis" in pages(site)["data/index.html"]


@pytest.mark.parametrize("languages", ["en,de", "nl-BE,de-AT"])
def test_any_order_and_any_region_makes_a_site_without_an_error(
    house: House, tmp_path: Path, languages: str
) -> None:
    house.start(tmp_path / "site", languages)
    checked = house.run("check", "--format", "concise", site=tmp_path / "site")
    assert (checked.returncode, "error" in checked.stdout) == (0, False)
    built = house.run("build", "--strict", "--quiet", site=tmp_path / "site", module="mkdocs")
    assert (built.returncode, built.stdout + built.stderr) == (0, "")


# Marks


def test_marked_words_get_a_span_in_text_and_nothing_in_a_tag() -> None:
    words = in_other_language(Markup("Send &amp; go"), "en")
    page = Markup('<p title="{0}">{0}</p><title>{0}</title><option>{0}</option>').format(words)
    assert say_languages(page) == (
        '<p title="Send &amp; go"><span lang="en">Send &amp; go</span></p>'
        "<title>Send &amp; go</title><option>Send &amp; go</option>"
    )


def test_english_within_english_is_marked_once() -> None:
    inner = in_other_language(Markup("one"), "en")
    words = in_other_language(Markup("all but {}").format(inner), "en")
    assert say_languages(Markup(words)) == '<span lang="en">all but one</span>'


def test_a_capital_is_given_to_the_words_and_not_to_their_mark() -> None:
    words = inside_marks(str.title)(in_other_language("one", "en"))
    assert say_languages(Markup(words)) == '<span lang="en">One</span>'
    sentence = inside_marks(as_sentence)(in_other_language("one", "en"))
    assert say_languages(Markup(sentence)) == '<span lang="en">One.</span>'
