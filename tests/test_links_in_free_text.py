"""Links that somebody writes in free text lead where they say, wherever the text is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import build_cleanly, build_site, write_config
from click.testing import CliRunner
from worlds import LANGUAGES, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.mkdocs_settings import read_settings
from mkdocs_privacy.site import OpenedSite, find_links_broken_on_disk

Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Writes a site with terms and a file of its own, and a section with these words."""
    monkeypatch.chdir(tmp_path)

    def write(
        words: str, *, path: str = "legal/privacy", page: str = "data", **options: Any
    ) -> Path:
        files = {"docs/assets/terms.pdf": "%PDF"}
        for language in LANGUAGES:
            files[f"docs/index.{language}.md"] = "# Home\n"
            files[f"docs/terms.{language}.md"] = "# Terms\n\n## Delivery\n"
            section = f"---\ntitle: More\npage: data\n---\n\nFirst.\n\n{words}\n"
            files[f"privacy/sections/more.{language}.md"] = section
        write_files(tmp_path, files)
        codes = [{"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES]
        center = {"path": path, "today": "2026-02-01"}
        plugins = ["search", {"privacy-center": center}, {"i18n": {"languages": codes}}]
        return write_config(tmp_path, plugins=plugins, **options)

    return write


def check() -> list[str]:
    result = CliRunner().invoke(main, ["check", "--format", "concise"])
    assert result.exit_code == 0, result.output
    return [line for line in result.stdout.splitlines() if "[broken-link]" in line]


BROKEN = {
    "terms.md": "is neither a page of the privacy center nor a page or file of the site (did you "
    "mean ‘../../terms.md’?): write the path of its source file, relative to "
    "legal/privacy",
    "cookie.md": "is neither a page of the privacy center nor a page or file of the site (did you "
    "mean ‘cookies.md’?): write the path of its source file, relative to "
    "legal/privacy",
    "rights/access.md#nope": "has an anchor that is not on that page: write one that is, or "
    "link to the page",
    "assets/terms.pdf": "is neither a page of the privacy center nor a page or file of the site "
    "(did you mean ‘../../assets/terms.pdf’?): write the path of its source "
    "file, relative to legal/privacy",
    "../../../secret.md": "is neither a page of the privacy center nor a page or file of the site",
    "#nope": "has an anchor that is not on that page",
    "/data/": "is neither a page of the privacy center nor a page or file of the site",
}


@pytest.mark.parametrize(("link", "problem"), BROKEN.items(), ids=BROKEN)
def test_check_names_a_link_that_leads_nowhere_at_its_line(
    link: str, problem: str, site: Site
) -> None:
    site(f"See [this]({link}).")
    found = check()
    assert len(found) == len(LANGUAGES)
    for language, line in zip(sorted(LANGUAGES), sorted(found), strict=True):
        where = f"privacy/sections/more.{language}.md:8: warning: sections.more.body: "
        assert line.startswith(f"{where}‘{link}’ {problem}")


SOUND = (
    "rights/access.md",
    "./rights/access.md",
    "/legal/privacy/data.md",
    "data.md#activity-orders",
    "#activity-orders",
    "../../terms.md",
    "/terms.md",
    "../../terms.md#delivery",
    "../../assets/terms.pdf",
    "https://www.example.be/nowhere.md",
    "mailto:privacy@example.be",
)


@pytest.mark.parametrize("link", SOUND)
def test_check_says_nothing_of_a_link_that_leads_somewhere(link: str, site: Site) -> None:
    site(f"See [this]({link}).")
    assert check() == []


def test_links_in_the_data_are_checked_too(site: Site) -> None:
    site("Nothing.")
    Path("privacy/more.yml").write_text(
        "notice:\n  introduction: {nl: '[a](a.md)', fr: b, en: c}\n"
        "cookies:\n  shop:\n    name: Shop\n    category: necessary\n    purpose: shop\n"
        "    description: |\n      One.\n      [two](two.md)\n",
        "utf-8",
    )
    assert [line.split(": warning: ")[0] for line in check()] == [
        "privacy/more.yml:2",
        "privacy/more.yml:10",
    ]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_to_the_site_lead_there_in_every_language(
    directory_urls: bool, site: Site, tmp_path: Path
) -> None:
    words = "[terms](../../terms.md#delivery) and [file](/assets/terms.pdf)"
    built = build_cleanly(site(words, use_directory_urls=directory_urls), tmp_path / "site")
    for folder in ("", "fr/", "en/"):
        data = "data/index.html" if directory_urls else "data.html"
        page = built / folder / "legal/privacy" / data
        for text in ("terms", "file"):
            [link] = re.findall(rf'<a href="([^"]+)">{text}</a>', page.read_text("utf-8"))
            target = page.parent / link.partition("#")[0]
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), link
            if text == "terms":
                is_here = target.resolve().is_relative_to((built / folder).resolve())
                assert is_here
                assert link.endswith("#delivery")


def test_languages_may_have_folders_of_their_own(tmp_path: Path) -> None:
    codes = [{"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES]
    i18n = {"languages": codes, "docs_structure": "folder"}
    files = {f"docs/{code}/terms.md": "# Terms\n" for code in LANGUAGES}
    files |= {
        f"privacy/sections/more.{code}.md": "---\ntitle: M\n---\n[a](../terms.md) [b](terms.md)"
        for code in LANGUAGES
    }
    write_files(tmp_path, files)
    plugins = ["search", {"privacy-center": {"path": "privacy"}}, {"i18n": i18n}]
    config = write_config(tmp_path, plugins=plugins)
    site = OpenedSite(read_settings(config, tmp_path))
    found = find_links_broken_on_disk(site)
    assert sorted(str(finding.place) for finding in found) == [
        f"privacy/sections/more.{code}.md:4" for code in sorted(LANGUAGES)
    ]
    addresses = {code: files.addresses["terms.md"] for code, files in site.files_on_disk.items()}
    assert addresses == {"nl": "terms/", "fr": "fr/terms/", "en": "en/terms/"}


def test_the_build_names_a_place_that_a_page_of_the_site_does_not_have(
    site: Site, tmp_path: Path
) -> None:
    config = site("[terms](../../terms.md#deliverie) and [more](cookie.md)")
    result = build_site(config, tmp_path / "site")
    told = result.stdout + result.stderr
    where = "privacy/sections/more.nl.md:8: warning: sections.more.body: "
    assert f"{where}‘../../terms.md#deliverie’ has an anchor that is not on that page" in told
    assert f"{where}‘cookie.md’ is neither a page" in told
    assert result.returncode != 0  # it is a strict build


def test_a_build_tells_the_links_of_all_languages_at_once_and_none_twice(
    site: Site, tmp_path: Path
) -> None:
    config = site("[more](cookie.md), [terms](../../terms.md)")
    result = build_site(config, tmp_path / "site")
    told = re.findall(
        r"sections/more\.(\w+)\.md:8: \w+: sections.more.body: ‘(.*?)’", result.stderr
    )
    assert told == [(language, "cookie.md") for language in LANGUAGES]


def test_frozen_words_have_links_that_hold_wherever_they_are_printed(site: Site) -> None:
    site("[terms](../../terms.md), [file](../../assets/terms.pdf), [no](nope.md), [n](x/y.pdf)")
    result = CliRunner().invoke(main, ["release", "--effective", "2026-02-01"])
    assert result.exit_code == 0, result.output
    assert "‘nope.md’ is neither a page" in result.stdout
    assert "‘x/y.pdf’ is neither a page" in result.stdout
    folder = Path("privacy/releases/2026-02-01")
    french = (folder / "policy.fr.html").read_text("utf-8")
    root = "https://privacy.tuimelkous.example/"
    assert f'<a href="{root}fr/terms/">terms</a>' in french
    assert f'<a href="{root}assets/terms.pdf">file</a>, no, n' in french
    assert f'<a href="{root}terms/">terms</a>' in (folder / "policy.nl.html").read_text("utf-8")


def test_without_an_address_of_the_site_frozen_words_have_plain_words(site: Site) -> None:
    site("[terms](../../terms.md) here", site_url=None)
    assert CliRunner().invoke(main, ["release", "--effective", "2026-02-01"]).exit_code == 0
    assert "<p>terms here</p>" in Path("privacy/releases/2026-02-01/policy.en.html").read_text()


def test_the_draft_of_the_policy_shows_the_links_that_are_frozen(
    site: Site, tmp_path: Path
) -> None:
    config = site("[terms](../../terms.md) and [file](../../assets/terms.pdf)")
    built = build_cleanly(config, tmp_path / "site")
    draft = (built / "fr/legal/privacy/policy/index.html").read_text("utf-8")
    assert 'href="https://privacy.tuimelkous.example/fr/terms/"' in draft
    assert 'href="https://privacy.tuimelkous.example/assets/terms.pdf"' in draft
