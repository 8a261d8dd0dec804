"""Below a `path` the center is a guest: it is styled whatever the site overrides, and what is not
ours stays as it was, byte for byte, but for navigation, search index and sitemap."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from building_here import build_here
from builds import write_config
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from worlds import LANGUAGES, NAMES_OF_LANGUAGES, write_files

MAIN = """\
{% extends "base.html" %}
{% block announce %}Closed in August.{% endblock %}
{% block styles %}<link rel="stylesheet" href="{{ 'all-there-is.css' | url }}">{% endblock %}
{% block extrahead %}<meta name="theirs" content="x">{% endblock %}
"""

TEXT = "# A page of theirs\n\nWith [a link]({link}) and some text.\n\n## A heading\n\nMore.\n"

HOST: dict[str, Any] = {
    "repo_url": "https://github.com/example/manual",
    "copyright": "Example",
    "extra_css": ["colours.css"],
    "theme": {
        "name": "material",
        "language": "nl",
        "custom_dir": "overrides",
        "font": {"text": "Lato"},
        "palette": [{"scheme": "default", "primary": "teal"}],
        "features": ["navigation.instant", "navigation.tabs", "navigation.indexes"],
    },
    "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
}


def write_host(folder: Path, structure: str | None, *, nav: bool, main: str = MAIN) -> Path:
    """A site that somebody has already, in its own clothes."""
    files: dict[str, str] = {
        "overrides/main.html": main,
        "docs/colours.css": ":root { --md-accent-fg-color: #0a0 }\n",
        "docs/all-there-is.css": "\n",
    }
    for language in LANGUAGES if structure else ("nl",):
        for name, link in (("index", "guide/index.md"), ("guide/index", "../index.md")):
            place = {
                None: f"{name}.md",
                "suffix": f"{name}.{language}.md",
                "folder": f"{language}/{name}.md",
            }[structure]
            files[f"docs/{place}"] = TEXT.format(link=link)
    write_files(folder, files)
    plugins: dict[str, Any] = {"search": {}}
    if structure:
        plugins["i18n"] = {
            "docs_structure": structure,
            "languages": [
                {"locale": code, "name": name, "default": code == "nl"}
                for code, name in NAMES_OF_LANGUAGES.items()
            ],
        }
    own_nav = {"nav": ["index.md", {"Guide": ["guide/index.md"]}]} if nav else {}
    return write_config(folder, plugins=plugins, **HOST, **own_nav)


def add_center(config: Path, **options: Any) -> None:
    """Put the privacy center below `privacy/`, as an owner would."""
    content = yaml.safe_load(config.read_text("utf-8"))
    plugins = content["plugins"]
    plugins = {"search": plugins.pop("search"), "privacy-center": {"path": "privacy", **options}}
    content["plugins"] = {**plugins, **yaml.safe_load(config.read_text("utf-8"))["plugins"]}
    config.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")


def build_to(config: Path, site: Path) -> dict[str, str]:
    """Build in this process; the text of every file of the site that has one."""
    result = build_here(config, "-d", str(site))
    assert (result.exit_code, result.output) == (0, ""), result.exception
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8", errors="replace")
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


NAVIGATION = (
    re.compile(
        r'<nav class="md-nav md-nav--primary.*?(?=<div class="md-sidebar md-sidebar--sec)',
        re.DOTALL,
    ),
    re.compile(r'<nav class="md-tabs".*?</nav>', re.DOTALL),
    re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>'),
)


def without_navigation(html: str) -> str:
    for part in NAVIGATION:
        html = part.sub("", html)
    return re.sub(r"\s+", " ", html)


ALLOWED = {"sitemap.xml", "search/search_index.json"}


@pytest.mark.parametrize("nav", [True, False], ids=["nav", "no nav"])
@pytest.mark.parametrize("structure", [None, "suffix", "folder"])
def test_what_is_not_ours_stays_as_it_was(structure: str | None, nav: bool, tmp_path: Path) -> None:
    config = write_host(tmp_path, structure, nav=nav)
    before = build_to(config, tmp_path / "before")
    add_center(config)
    after = build_to(config, tmp_path / "after")

    kept = {name: after.get(name) for name in before if name not in ALLOWED}
    expected = {name: text for name, text in before.items() if name not in ALLOWED}
    if not nav:
        kept = {name: without_navigation(text or "") for name, text in kept.items()}
        expected = {name: without_navigation(text) for name, text in expected.items()}
    assert [name for name in expected if kept[name] != expected[name]] == []
    added = {name for name in after if name not in before}
    places = r"((fr|en)/)?privacy/|assets/privacy-center/|search/search_index\.\w+\.json$|_headers$"
    assert [name for name in added if not re.match(places, name)] == []


def test_our_pages_are_styled_whatever_the_site_overrides(tmp_path: Path) -> None:
    config = write_host(tmp_path, None, nav=True)
    add_center(config)
    site = build_to(config, tmp_path / "site")

    page = site["privacy/rights/access/index.html"]
    for asset in ("center-request.css", "request.js", "every.js", "arrival.js"):
        assert page.count(f"../../../assets/privacy-center/joined/{asset}") == 1, asset
    assert page.count("assets/privacy-center/") == 4
    assert "Closed in August." in page  # their announcement is there too
    assert page.index("center-request.css") < page.index("colours.css")  # and their colours win
    assert page.count('class="md-header__button md-icon privacy-center-drawer"') == 1
    assert "fonts.googleapis.com" not in page
    assert "navigation.instant" not in page


def test_their_pages_have_one_menu_button(tmp_path: Path) -> None:
    config = write_host(tmp_path, None, nav=True)
    add_center(config)
    page = build_to(config, tmp_path / "site")["guide/index.html"]

    assert page.count('for="__drawer">') == 3  # the overlay, the button, the title of the drawer
    assert "privacy-center" not in page


@pytest.mark.parametrize("main", [MAIN, MAIN.replace("base.html", "privacy-center.html")])
def test_an_owner_may_ask_for_the_mends_on_every_page(main: str, tmp_path: Path) -> None:
    config = write_host(tmp_path, None, nav=True, main=main)
    add_center(config, mends_site_wide=True)
    site = build_to(config, tmp_path / "site")

    for name in ("guide/index.html", "privacy/index.html", "404.html"):
        page = site[name]
        sheet = "center-layers" if name == "privacy/index.html" else "mends"
        assert page.count(f"assets/privacy-center/joined/{sheet}.css") == 1, name
        assert page.count("assets/privacy-center/joined/every.js") == 1, name
        assert page.count('class="md-header__button md-icon privacy-center-drawer"') == 1, name
        assert "fonts.googleapis.com" not in page, name
    assert "Pagina niet gevonden" in site["404.html"]


def test_a_main_html_that_extends_ours_as_it_had_to_once_still_may(tmp_path: Path) -> None:
    main = MAIN.replace("base.html", "privacy-center.html")
    config = write_host(tmp_path, None, nav=True, main=main)
    add_center(config)
    site = build_to(config, tmp_path / "site")

    assert "assets/privacy-center/joined/center-layers.css" in site["privacy/index.html"]
    assert "privacy-center" not in site["index.html"]


def test_what_another_plugin_writes_over_our_pages_in_the_end_is_told(tmp_path: Path) -> None:
    config = write_host(tmp_path, None, nav=True)
    add_center(config)
    (tmp_path / "redirects.py").write_text(
        "from pathlib import Path\n\ndef on_post_build(config):\n"
        "    Path(config.site_dir, 'privacy/data/index.html').write_text('<meta refresh>')\n"
    )
    content = yaml.safe_load(config.read_text("utf-8"))
    config.write_text(yaml.safe_dump({**content, "hooks": ["redirects.py"]}, sort_keys=False))

    result = CliRunner().invoke(mkdocs, ["build", "-q", "-f", str(config)])

    assert result.exit_code == 1
    assert "privacy/data/index.html of the built site is no longer the page" in result.output


def test_a_dirty_build_is_right_below_a_path(tmp_path: Path) -> None:
    config = write_host(tmp_path, None, nav=True)
    add_center(config)
    clean = build_to(config, tmp_path / "site")
    arguments = ["build", "-q", "--dirty", "-f", str(config), "-d", str(tmp_path / "site")]
    result = CliRunner().invoke(mkdocs, arguments)

    assert result.exit_code == 0
    for name in ("privacy/index.html", "privacy/data/index.html", "index.html"):
        after = (tmp_path / "site" / name).read_text("utf-8")
        # in the navigation MkDocs has no titles of pages that it did not read
        assert article(after) == article(clean[name]), name
    assert (tmp_path / "site" / "_headers").read_text("utf-8") == clean["_headers"]


def article(html: str) -> str:
    return html[html.index("<article") : html.index("</article>")]


def test_a_dirty_build_of_a_site_that_is_a_center_is_refused_with_a_reason(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/about.md": "# About"})
    config = write_config(tmp_path)

    result = CliRunner().invoke(mkdocs, ["build", "-q", "--dirty", "-f", str(config)])

    assert result.exit_code == 1
    assert "`--dirty` skips pages that have not changed" in result.output
