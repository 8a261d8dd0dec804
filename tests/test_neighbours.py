"""Other plugins find in our pages what they find in any generated page; addresses are theirs too.

What stands in for a plugin here is a hook; `tests/neighbours/` has the real ones.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from builds import build_cleanly, build_site, write_config
from click.testing import CliRunner
from lxml import etree
from release_worlds import a_document
from site_checks.links import find_broken_links
from worlds import load_world, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.model import language_code
from mkdocs_privacy.page_needs import read_needs
from mkdocs_privacy.releases import NewRelease, write_release

PATH = "legal/privacy"
WITHOUT_FONT = {"name": "material", "font": False}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

WATCHER = """
import json
from pathlib import Path

seen = {}

def on_files(files, config):
    exports = [file.src_uri for file in files if file.src_uri.startswith("legal/")]
    seen["exports"] = [name for name in exports if not name.endswith(".md")]
    for file in files:
        if "legal/" in file.src_uri and file.is_documentation_page():
            seen[file.src_uri] = [file.generated_by, file.src_dir, file.abs_src_path, file.edit_uri]
            assert file.content_string is not None

def on_page_markdown(markdown, page, config, files):
    if "legal/" in page.file.src_uri:
        seen[f"page {page.file.src_uri}"] = [
            page.file.generated_by, page.file.abs_src_path, page.edit_url, str(page.meta)
        ]

def on_post_build(config):
    Path(config.config_file_path).with_name("seen.json").write_text(json.dumps(seen))
"""

UNDER_MIKE = """
from urllib.parse import urljoin

def on_config(config):
    config.site_url = urljoin(config.site_url, "latest")  # as mike does it, without a slash
"""


def i18n(structure: str = "suffix", **french: Any) -> dict[str, Any]:
    languages = [
        {"locale": "nl", "name": "Nederlands", "default": True},
        {"locale": "fr", "name": "Français", **french},
    ]
    return {"docs_structure": structure, "languages": languages}


def write_guest(folder: Path, *, hook: str = "", path: str = PATH, **options: Any) -> Path:
    """A site with a page of its own, a center below a path, and perhaps a plugin in between."""
    plugins: dict[str, Any] = {
        "search": {},
        "privacy-center": {"path": path, "today": "2026-06-01"},
    }
    plugins |= options.pop("plugins", {})
    structure = plugins.get("i18n", {}).get("docs_structure")
    home = "nl/index.md" if structure == "folder" else "index.md"
    write_files(folder, {f"docs/{home}": "# Home\n"} if path else {})
    if hook:
        (folder / "hook.py").write_text(hook)
        options["hooks"] = ["hook.py"]
    return write_config(folder, plugins=plugins, **options)


def release(folder: Path, day: date) -> None:
    center = load_world(folder, {}).center
    assert center
    documents = {language: a_document() for language in ("nl", "fr")}
    write_release(
        folder / "privacy" / "releases", NewRelease(day, day, documents, center), today=day
    )


def said(result: CompletedProcess[str]) -> str:
    return re.sub(r"\s+", " ", result.stderr)


@pytest.mark.parametrize("plugins", [{}, {"i18n": i18n()}, {"i18n": i18n("folder")}])
def test_our_pages_are_generated_pages_to_whoever_looks(plugins: Any, tmp_path: Path) -> None:
    options = {"repo_url": "https://git.example/a", "edit_uri": "edit/main/docs/"}
    build_cleanly(
        write_guest(tmp_path, hook=WATCHER, plugins=plugins, **options), tmp_path / "site"
    )
    seen = json.loads((tmp_path / "seen.json").read_text())
    exports = seen.pop("exports")
    assert bool(exports) == (not plugins), "static-i18n would make other files of them"
    files = {name: facts for name, facts in seen.items() if not name.startswith("page ")}
    pages = {name: facts for name, facts in seen.items() if name.startswith("page ")}
    assert len(files) > 20
    assert {tuple(facts) for facts in files.values()} == {("privacy-center", None, None, None)}
    assert len(pages) == len(files)
    assert {tuple(facts[:3]) for facts in pages.values()} == {("privacy-center", None, None)}
    assert all("'description': " in facts[3] for facts in pages.values())


def test_a_page_has_the_day_of_its_release_in_sitemap_and_front_matter(tmp_path: Path) -> None:
    config = write_guest(tmp_path, hook=WATCHER)
    release(tmp_path, date(2026, 1, 1))
    release(tmp_path, date(2026, 3, 1))
    site = build_cleanly(config, tmp_path / "site")
    days = {
        place.findtext("s:loc", namespaces=SITEMAP).rpartition(f"{PATH}/")[2]: place.findtext(
            "s:lastmod", namespaces=SITEMAP
        )
        for place in etree.parse(site / "sitemap.xml").getroot()
    }
    assert days["cookies/"] == days["policy/"] == days["changes/"] == "2026-03-01"
    seen = json.loads((tmp_path / "seen.json").read_text())
    meta = {name.rpartition("/")[2]: facts[3] for name, facts in seen.items() if "page " in name}
    assert "'created': datetime.date(2026, 1, 1)" in meta["cookies.md"]
    assert "'updated': datetime.date(2026, 3, 1)" in meta["cookies.md"]
    assert "'updated': datetime.date(2026, 1, 1)" in meta["2026-01-01.md"]


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
@pytest.mark.parametrize("plugins", [{}, {"i18n": i18n()}])
def test_a_page_of_ours_that_is_kept_out_is_told(option: str, plugins: Any, tmp_path: Path) -> None:
    config = write_guest(tmp_path, plugins=plugins, **{option: f"{PATH}/contact.*"})
    result = build_site(config, tmp_path / "site")
    assert "Traceback" not in result.stderr
    assert "contact" in said(result)
    assert f"is left out of the site, by `{option}` or a plugin" in said(result)
    assert "[page-left-out]" in said(result)
    assert result.returncode == 1  # as strict builds do with a warning


def test_pages_of_the_site_may_be_excluded_without_a_word(tmp_path: Path) -> None:
    config = write_guest(
        tmp_path, plugins={"i18n": i18n()}, exclude_docs="drafts/", draft_docs="x*"
    )
    build_cleanly(config, tmp_path / "site")


# Languages as sites write them


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("nl", "nl"),
        ("fr_BE", "fr-BE"),
        ("fr-be", "fr-BE"),
        ("PT_br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("zh_Hant_TW", "zh-Hant-TW"),
    ],
)
def test_a_language_is_written_in_one_way(written: str, code: str) -> None:
    assert language_code(written) == code


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_locale_with_an_underscore_is_that_language(structure: str, tmp_path: Path) -> None:
    languages = i18n(structure)
    languages["languages"][1]["locale"] = "fr_BE"
    section = "---\npage: home\ntitle: Waarom\n---\nDaarom.\n"
    config = write_guest(tmp_path, plugins={"i18n": languages})
    sections = tmp_path / "privacy" / "sections"
    sections.mkdir()
    (sections / "why.nl.md").write_text(section)
    (sections / "why.fr.md").write_text(section.replace("Waarom", "Pourquoi"))
    checked = CliRunner().invoke(main, ["check", "--config-file", str(config)])
    assert checked.exit_code == 0, checked.output
    site = build_cleanly(config, tmp_path / "site")
    page = (site / "fr_BE" / PATH / "index.html").read_text("utf-8")
    assert "Pourquoi" in page
    assert '<html lang="fr"' in page
    assert f'href="https://privacy.tuimelkous.example/fr_BE/{PATH}/" hreflang="fr-BE"' in page
    assert 'hreflang="fr_BE"' not in (site / "sitemap.xml").read_text("utf-8")
    assert not find_broken_links(site)


def test_options_may_write_a_language_as_the_site_does(tmp_path: Path) -> None:
    center = {"path": PATH, "form_of_address": {"fr_BE": "informal"}, "languages": ["nl", "fr_BE"]}
    languages = i18n()
    languages["languages"][1]["locale"] = "fr_BE"
    config = write_guest(tmp_path, plugins={"privacy-center": center, "i18n": languages})
    build_cleanly(config, tmp_path / "site")


@pytest.mark.parametrize("language", ["nl_BE", "nl-be"])
def test_a_theme_may_write_its_language_so_too(language: str, tmp_path: Path) -> None:
    config = write_guest(tmp_path, theme={"name": "material", "language": language})
    build_cleanly(config, tmp_path / "site")


# Addresses


def links_of(page: Path, kind: str) -> list[str]:
    return re.findall(
        rf'<link rel="{kind} ?" [^>]*?href="([^"]*)"[^>]*hreflang', page.read_text("utf-8")
    )


@pytest.mark.parametrize("french", [{}, {"site_url": "https://vie-privee.example/"}])
def test_a_plugin_may_change_the_address_of_the_site(french: Any, tmp_path: Path) -> None:
    plugins = {"i18n": i18n(**french)}
    config = write_guest(
        tmp_path, hook=UNDER_MIKE, plugins=plugins, site_url="https://www.example.be/docs/"
    )
    release(tmp_path, date(2026, 3, 1))
    site = build_cleanly(config, tmp_path / "site")
    dutch = "https://www.example.be/docs/latest/"
    other = french.get("site_url", dutch)
    for folder in ("", "fr/"):
        page = site / folder / PATH / "cookies/index.html"
        expected = [f"{dutch}{PATH}/cookies/", f"{other}fr/{PATH}/cookies/"]
        assert links_of(page, "alternate") == expected
        own = expected[1 if folder else 0]
        assert f'<link rel="canonical" href="{own}">' in page.read_text("utf-8")
    feed = json.loads((site / PATH / "changes.json").read_text("utf-8"))
    assert feed["feed_url"] == f"{dutch}{PATH}/changes.json"
    feed = json.loads((site / "fr" / PATH / "changes.json").read_text("utf-8"))
    assert feed["feed_url"] == f"{other}fr/{PATH}/changes.json"


def test_a_site_without_an_address_claims_none(tmp_path: Path) -> None:
    config = write_guest(tmp_path, plugins={"i18n": i18n()}, site_url="")
    site = build_cleanly(config, tmp_path / "site")
    page = site / PATH / "cookies/index.html"
    assert links_of(page, "alternate") == []
    assert "canonical" not in page.read_text("utf-8")


# What the policy refuses


def told_of(config: Path, folder: Path) -> list[str]:
    """What a build says of the policy, as somebody at a terminal reads it."""

    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-f",
        str(config),
        "-d",
        str(folder / "site"),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.findall(r"Content-Security-Policy blocks (.*?):", result.stderr)


def test_analytics_of_material_are_refused_aloud(tmp_path: Path) -> None:
    analytics = {"provider": "google", "property": "G-1"}
    config = write_guest(tmp_path, extra={"analytics": analytics}, theme=WITHOUT_FONT)
    told = told_of(config, tmp_path)
    assert [line.partition(" on ")[0] for line in told] == [
        "www.google-analytics.com (connect-src)",
        "www.google-analytics.com (img-src)",
        "www.googletagmanager.com (script-src)",
    ]
    assert {re.sub(r"^.* on all (\d+) pages.*$", r"\1", line) for line in told} == {"23"}, told


def test_a_refusal_names_each_page_ours_first(tmp_path: Path) -> None:
    config = write_guest(
        tmp_path, path="", plugins={"i18n": i18n()}, theme={"name": "material", "custom_dir": "own"}
    )
    picture = '<img alt="" src="https://pictures.example/a.png">'
    for name, where in (("404.html", ""), ("main.html", "page.title == 'Cookies'")):
        (tmp_path / "own").mkdir(exist_ok=True)
        shown = f"{{% if {where} %}}{picture}{{% endif %}}" if where else picture
        block = f"{{% block content %}}{{{{ super() }}}}{shown}{{% endblock %}}"
        (tmp_path / "own" / name).write_text(f'{{% extends "base.html" %}}{block}')
    [told] = told_of(config, tmp_path)
    assert (
        told == "pictures.example (img-src) on cookies/index.html, fr/cookies/index.html, 404.html"
    )


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        (
            "<script>s.src='https://plausible.example/js/a.js'</script>",
            ("script-src", "plausible.example"),
        ),
        (
            "<script>_paq.push(['u', '//matomo.example:8443/'])</script>",
            ("script-src", "matomo.example:8443"),
        ),
        ('<script src="https://giscus.app/client.js">', ("frame-src", "giscus.app")),
        ('<script src="https://utteranc.es/client.js">', ("frame-src", "utteranc.es")),
        (
            '<link rel="stylesheet" href="https://fonts.googleapis.com/css">',
            ("font-src", "fonts.gstatic.com"),
        ),
        (
            '<link rel="shortcut icon" href="https://icons.example/a.png">',
            ("img-src", "icons.example"),
        ),
        ('<script src="js/MathJax.js">', ("style-src", "styles that MathJax writes")),
        ('<pre class="mermaid">', ("script-src", "unpkg.com")),
        ('<pre class="mermaid">', ("style-src", "styles that Mermaid writes")),
        ('<video src="https://films.example/a.mp4">', ("media-src", "films.example")),
        ('<embed src="https://films.example/a.pdf">', ("object-src", "films.example")),
        (
            '<a data-md-component="source" href="https://github.com/a/b">',
            ("connect-src", "api.github.com"),
        ),
        (
            '<a data-md-component="source" href="https://gitlab.example/a/b">',
            ("connect-src", "gitlab.example"),
        ),
    ],
)
def test_a_build_knows_what_scripts_will_ask_for(html: str, refused: tuple[str, str]) -> None:
    assert refused in read_needs(f"<html><body>{html}").foreign


@pytest.mark.parametrize(
    "html",
    [
        "<script>document.createElementNS('http://www.w3.org/2000/svg', 'svg')</script>",
        "<script>let a = 'https://' + host + '/'</script>",
        '<script type="application/ld+json">{"a": "https://data.example/"}</script>',
        '<a href="https://github.com/a/b">',
        '<p class="mermaid-like">',
    ],
)
def test_what_nobody_loads_is_not_refused(html: str) -> None:
    assert read_needs(f"<html><body>{html}").foreign == frozenset()


def test_what_a_site_allows_is_not_called_refused_and_nothing_else_is(tmp_path: Path) -> None:
    allowed = {"img-src": ["https://*.pictures.example"], "script-src": ["https://a.example"]}
    center = {"path": "", "content_security_policy": {"also_allow": allowed}}
    config = write_guest(
        tmp_path,
        path="",
        plugins={"privacy-center": center},
        extra_javascript=["https://a.example/a.js", "https://b.example/b.js"],
    )
    assert [line.partition(" on ")[0] for line in told_of(config, tmp_path)] == [
        "b.example (script-src)"
    ]
