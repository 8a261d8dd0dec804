"""Widely used plugins beside ours, one by one and together.

docs/how-to/other-plugins.md lists them. The gate alone installs them, see `.ci/run`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent.parent))

from release_worlds import a_document
from worlds import load_world, write_files

from mkdocs_privacy.releases import NewRelease, write_release

PATH = "legal/privacy"
RELEASED = date(2026, 3, 1)
BEFORE_I18N = ("awesome-nav", "awesome-pages", "gen-files")
"""Plugins that do without being told of languages what they do; the others stand after i18n."""

PLUGINS: Mapping[str, Mapping[str, Any]] = {
    "awesome-nav": {},
    "awesome-pages": {},
    "exclude": {"glob": ["drafts/*"]},
    "exclude-search": {"exclude": ["other.md"]},
    "gen-files": {"scripts": []},
    "git-authors": {},
    "git-revision-date-localized": {"enable_creation_date": True, "type": "iso_date"},
    "glightbox": {},
    "htmlproofer": {"validate_external_urls": False},
    "include-markdown": {},
    "literate-nav": {},
    "llmstxt": {"sections": {"Home": ["index.md"]}},
    "macros": {},
    "meta": {},
    "meta-descriptions": {},
    "mike": {"canonical_version": "latest"},
    "minify": {"minify_html": True},
    "offline": {},
    "print-site": {},
    "privacy": {"assets": False},
    "redirects": {"redirect_maps": {"old.md": f"{PATH}/cookies.md"}},
    "rss": {"match_path": "news/.*"},
    "section-index": {},
    "table-reader": {},
    "tags": {},
    "blog": {},
}
NOT_WITH_I18N = {
    "blog": "static-i18n does not handle the pages that blog makes",
    "htmlproofer": "links to folders in HTML are called broken, on any page",
    "llmstxt": "no page of another language is found, whoever wrote it",
    "redirects": "a target needs the name of its file, cookies.nl.md",
    "rss": "it warns of its own time of day in the second language",
}
"""What does not go together whether or not there is a privacy center; tried without one."""

TESTED_WITH = {"lxml", "pytest", "pytest-xdist"}

APART = {"awesome-pages", "blog", "literate-nav", "offline", "mike", "print-site"}
"""Of two that arrange the navigation one is enough; others change every address.

Among all the others blog stops at a page of its own, for a reason that is not found yet.
"""


def write_site(folder: Path, plugins: Mapping[str, Any], *, has_languages: bool) -> Path:
    write_files(folder, {"docs/index.md": "# Home\n\n[Privacy](legal/privacy/index.md)\n"})
    if "blog" in plugins:
        post = "---\ndate: 2026-01-01\n---\n# News\n\nNew.\n"
        write_files(folder, {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/a.md": post})
    if "literate-nav" in plugins:
        (folder / "docs" / "SUMMARY.md").write_text("- [Home](index.md)\n- [Privacy](legal/)\n")
    languages = [
        {"locale": "nl", "name": "Nederlands", "default": True},
        {"locale": "fr", "name": "Français"},
    ]
    early = {name: options for name, options in plugins.items() if name in BEFORE_I18N}
    i18n = {"i18n": {"languages": languages}} if has_languages else {}
    config = {
        "site_name": "Tuimelkous",
        "site_url": "https://www.tuimelkous.example/",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": {
            "search": {},
            **early,
            "privacy-center": {"path": PATH, "today": "2026-06-01"},
            **i18n,
            **{name: options for name, options in plugins.items() if name not in early},
        },
    }
    center = load_world(folder, {"docs/index.md": None}).center
    assert center
    documents = {language: a_document() for language in ("nl", "fr")}
    release = NewRelease(RELEASED, RELEASED, documents, center)
    write_release(folder / "privacy" / "releases", release, today=RELEASED)
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, sort_keys=False))
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Start")
    return path


def git(folder: Path, *arguments: str) -> str:
    me = {
        f"GIT_{who}_{what}": "a@b.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **me},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def build(config: Path) -> Path:
    """Build strictly, and without a warning of anybody."""
    folder = config.parent
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-3000:]
    assert not re.findall(r"^(?:WARNING|ERROR).*", result.stderr, re.MULTILINE)
    return folder / "site"


def words_of(page: Path) -> str:
    """What a reader reads on a page of ours, without what the theme says below it."""
    html = etree.fromstring(page.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    [article] = html.xpath('//article[contains(@class, "md-content__inner")]')
    for aside in article.xpath(".//aside | .//form | .//script"):
        aside.getparent().remove(aside)
    return " ".join("".join(article.itertext()).replace("¶", "").split())


def pages_in(site: Path) -> dict[str, str]:
    """The words of our pages, by where they stand, however addresses are written."""
    return {
        page.relative_to(site).as_posix().replace("/index.html", ".html"): words_of(page)
        for page in site.rglob(f"{PATH}/**/*.html")
        if "exports" not in page.parts
    }


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Mapping[bool, Mapping[str, str]]:
    """Our pages without any neighbour, in two languages and in one."""
    return {
        languages: pages_in(
            build(write_site(tmp_path_factory.mktemp("alone"), {}, has_languages=languages))
        )
        for languages in (True, False)
    }


def test_the_documentation_lists_these_plugins() -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/other-plugins.md").read_text("utf-8")
    first_cells = re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)
    listed = [name for cell in first_cells for name in re.findall(r"`([^`]+)`", cell)]
    assert sorted(listed) == sorted(PLUGINS)


def test_what_is_installed_here_are_these_plugins() -> None:
    installed = Path(__file__).with_name("requirements.txt").read_text("utf-8").splitlines()
    packages = {re.split("[>=]", line)[0] for line in installed if not line.startswith("#")}
    providers = {
        point.name.removeprefix("material/"): point.dist.name.replace("_", "-")
        for point in entry_points(group="mkdocs.plugins")
        if point.dist
    }
    used = {providers[name] for name in PLUGINS} - {"mkdocs-material"}
    assert used == packages - TESTED_WITH


@pytest.mark.parametrize("name", PLUGINS)
def test_a_neighbour_leaves_our_pages_as_they_are(
    name: str, alone: Mapping[bool, Mapping[str, str]], tmp_path: Path
) -> None:
    languages = name not in NOT_WITH_I18N
    site = build(write_site(tmp_path, {name: PLUGINS[name]}, has_languages=languages))
    assert pages_in(site) == alone[languages]


def test_most_of_them_at_once(alone: Mapping[bool, Mapping[str, str]], tmp_path: Path) -> None:
    plugins = {name: options for name, options in PLUGINS.items() if name not in APART}
    site = build(write_site(tmp_path, plugins, has_languages=False))
    assert pages_in(site) == alone[False]


@pytest.mark.parametrize("languages", [True, False])
def test_the_git_dates_are_those_of_the_release(languages: bool, tmp_path: Path) -> None:
    name = "git-revision-date-localized"
    site = build(write_site(tmp_path, {name: PLUGINS[name]}, has_languages=languages))
    page = (site / PATH / "cookies/index.html").read_text("utf-8")
    dates = re.findall(r'git-revision-date-localized-plugin-iso_date"[^>]*>([\d-]+)', page)
    assert dates == [RELEASED.isoformat()] * 2


def test_mike_has_headers_and_addresses_of_the_version(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"mike": PLUGINS["mike"]}, has_languages=True)
    for key in ("name", "email"):
        git(tmp_path, "config", f"user.{key}", "a@b.example")
    programs = Path(sys.executable).parent
    path = os.pathsep.join([str(programs), os.environ["PATH"]])  # mike runs `mkdocs`
    mike = [programs / "mike", "deploy", "1.0", "latest"]
    subprocess.run(
        mike, cwd=config.parent, env={**os.environ, "PATH": path}, check=True, capture_output=True
    )
    headers = git(tmp_path, "show", f"gh-pages:1.0/{PATH}/exports/headers/_headers")
    assert re.findall(r"^/.*", headers, re.MULTILINE) == [
        f"/{version}/{folder}{PATH}/*" for version in ("1.0", "latest") for folder in ("", "fr/")
    ]
    assert "_headers" not in git(tmp_path, "ls-tree", "--name-only", "gh-pages:1.0").split()
    page = git(tmp_path, "show", f"gh-pages:1.0/fr/{PATH}/cookies/index.html")
    assert f'href="https://www.tuimelkous.example/latest/{PATH}/cookies/" hreflang="nl"' in page
    assert (
        f'rel="canonical" href="https://www.tuimelkous.example/latest/fr/{PATH}/cookies/"' in page
    )
