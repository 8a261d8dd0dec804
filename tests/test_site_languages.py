"""A site may have more languages than its privacy center; its readers are told the truth of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from building_here import build_here
from builds import write_config
from click.testing import CliRunner
from site_checks.links import find_broken_links
from worlds import write_files

from mkdocs_privacy.cli import main

ADDRESS = "https://privacy.tuimelkous.example"


def write_site(
    folder: Path, of_site: list[str], structure: str | None = "suffix", **options: Any
) -> Path:
    """A site with a center below `privacy/`; the data has Dutch, French and English."""
    files: dict[str, str] = {}
    for language in of_site:
        home = f"{language}/index.md" if structure == "folder" else f"index.{language}.md"
        files[f"docs/{home if structure else 'index.md'}"] = "# Home\n\n[P](privacy/index.md)\n"
    write_files(folder, files)
    plugins: dict[str, Any] = {"search": {}, "privacy-center": {"path": "privacy", **options}}
    theme = {"name": "material", "language": of_site[0]}
    if structure:
        plugins["i18n"] = {
            "docs_structure": structure,
            "languages": [
                {"locale": code, "name": code, "default": code == of_site[0]} for code in of_site
            ],
        }
    return write_config(folder, plugins=plugins, theme=theme)


def build_strictly(config: Path) -> Path:
    """Build strictly in this process, without a word."""
    result = build_here(config, "--strict")
    assert (result.exit_code, result.output) == (0, ""), result.exception
    return config.parent / "site"


def read(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate " href="([^"]+)" hreflang="([^"]+)"', html))


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_language_without_words_gets_the_first_one_marked_as_such(
    structure: str, tmp_path: Path
) -> None:
    site = build_strictly(write_site(tmp_path, ["nl", "fr", "de"], structure))

    german = read(site, "de/privacy/cookies/index.html")
    assert '<html lang="de"' in german
    assert '<div lang="nl" dir="ltr">' in german
    assert f'<link rel="canonical" href="{ADDRESS}/privacy/cookies/">' in german
    expected = {
        f"{ADDRESS}/privacy/cookies/": "nl",
        f"{ADDRESS}/fr/privacy/cookies/": "fr",
    }
    dutch = read(site, "privacy/cookies/index.html")
    assert (alternates(german), alternates(dutch)) == (expected, expected)
    assert '<div lang="nl"' not in dutch
    assert 'hreflang="nl" lang="de"' in dutch  # the switcher: a German frame around Dutch text
    assert find_broken_links(site) == []


def test_search_engines_and_search_are_led_to_the_text_in_its_own_language(
    tmp_path: Path,
) -> None:
    site = build_strictly(write_site(tmp_path, ["nl", "de"]))

    sitemap = read(site, "sitemap.xml")
    assert f"{ADDRESS}/privacy/cookies/" in sitemap
    assert f"{ADDRESS}/de/" in sitemap  # their home page is in German
    assert f"{ADDRESS}/de/privacy/" not in sitemap
    assert '"de/privacy/cookies/' not in read(site, "search/search_index.json")
    assert "/de/privacy/*" in read(site, "_headers")


def test_the_language_at_the_root_may_be_one_without_words(tmp_path: Path) -> None:
    site = build_strictly(write_site(tmp_path, ["de", "fr", "en"]))

    german = read(site, "privacy/rights/index.html")
    assert '<div lang="fr"' in german
    assert f'<link rel="canonical" href="{ADDRESS}/fr/privacy/rights/">' in german
    assert "<h1>Your rights</h1>" in read(site, "en/privacy/rights/index.html")


def test_a_site_in_one_other_language_may_have_its_center_in_ours(tmp_path: Path) -> None:
    site = build_strictly(write_site(tmp_path, ["de"], None, languages=["en"]))

    page = read(site, "privacy/rights/index.html")
    assert '<html lang="de"' in page
    assert '<div lang="en" dir="ltr">' in page
    assert f'<link rel="canonical" href="{ADDRESS}/privacy/rights/">' in page
    assert f"{ADDRESS}/privacy/rights/" in read(site, "sitemap.xml")


def test_an_owner_may_want_fewer_languages_than_there_are_words_for(tmp_path: Path) -> None:
    config = write_site(tmp_path, ["nl", "fr", "en"], languages=["fr"])
    for file in (tmp_path / "privacy").glob("*.yml"):  # no data in the others
        text = re.sub(
            r"\{nl: [^,]*, fr: ([^,]*), en: [^}]*\}", r"{fr: \1}", file.read_text("utf-8")
        )
        file.write_text(text, "utf-8")
    site = build_strictly(config)

    assert '<div lang="fr"' in read(site, "privacy/index.html")
    assert '<div lang="fr"' not in read(site, "fr/privacy/index.html")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["nl", "de"], "there is no translation for ‘de’"),
        (["nl", "es"], "languages: this site has no language ‘es’"),
        ("nl", "languages: a list is expected here"),
    ],
)
def test_a_language_that_the_owner_asks_for_must_be_there(
    asked: Any, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, ["nl", "fr", "de"], languages=asked)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, ["check"])

    assert result.exit_code == 1
    assert said in result.output
