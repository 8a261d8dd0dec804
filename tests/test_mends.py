"""What we mend in templates that are not ours: it fits what is installed, or a warning says so."""

from __future__ import annotations

import logging
import re
from importlib.metadata import requires, version
from pathlib import Path

import mkdocs
import mkdocs_static_i18n
import pytest
from builds import write_config
from jinja2 import FileSystemLoader
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir
from worlds import NAMES_OF_LANGUAGES, write_files

from mkdocs_privacy import theme
from mkdocs_privacy.mends import MENDS, Mend, Replacement
from mkdocs_privacy.mkdocs_files import name_languages

MATERIAL = Path(get_theme_dir("material"))
SITEMAPS = (
    Path(mkdocs.__file__).parent / "templates" / "sitemap.xml",
    Path(mkdocs_static_i18n.__file__).parent / "custom_i18n_sitemap" / "sitemap.xml",
)

PLUGINS = [
    "search",
    "privacy-center",
    {
        "i18n": {
            "docs_structure": "suffix",
            "languages": [
                {"locale": code, "name": name, "default": code == "nl"}
                for code, name in NAMES_OF_LANGUAGES.items()
            ],
        }
    },
]

TWO_HALVES = Mend(
    "partials/toc-item.html",
    "a list of headings is a landmark",
    (Replacement("<nav>", "<div>"), Replacement("</nav>", "</div>")),
)


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: f"{mend.template}: {mend.why}")
def test_every_mend_fits_what_is_installed(mend: Mend) -> None:
    files = SITEMAPS if mend.template == "sitemap.xml" else (MATERIAL / mend.template,)
    for file in files:
        source = file.read_text("utf-8")
        assert mend.fits(source)
        assert mend.make(source) != source


def test_a_mend_is_made_whole_or_not_at_all() -> None:
    assert TWO_HALVES.make("<nav>a</nav>") == "<div>a</div>"
    assert TWO_HALVES.make("<nav class=new>a</nav>") == "<nav class=new>a</nav>"
    assert not TWO_HALVES.fits("<nav class=new>a</nav>")


def test_the_same_thing_is_mended_in_another_template_of_that_name() -> None:
    of_plugin = Mend("sitemap.xml", "it is so", (Replacement("a", "b"),), (Replacement("c", "d"),))
    assert [of_plugin.make(source) for source in ("a", "c", "e")] == ["b", "d", "e"]


NO_LONGER_THERE = Mend(
    "partials/source.html",
    "a script asks another host",
    (Replacement("no such text", ""),),
)


def test_a_mend_that_finds_nothing_is_one_warning_and_stops_a_strict_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(theme, "MENDS", (*MENDS, NO_LONGER_THERE))
    write_files(tmp_path, {})
    config = load_config(str(write_config(tmp_path, plugins=PLUGINS)), strict=True)
    with pytest.raises(Abort):
        build(config)
    bounds = requires("mkdocs-privacy") or ()
    [allowed] = [bound for bound in bounds if bound.startswith("mkdocs-material<")]
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.getMessage().partition("warning: ")[2] for record in warnings] == [
        f"partials/source.html of mkdocs-material {version('mkdocs-material')} is different from "
        "the version that mkdocs-privacy supports, so one of its fixes is not applied: a script "
        f"asks another host. Install another version, within {allowed} [theme-mend]"
    ]


def test_a_quote_in_a_name_ends_no_attribute(tmp_path: Path) -> None:
    name = 'Jan "Jef" <b>& co</b>'
    toggle = {"icon": "material/brightness-7", "name": name}
    write_files(tmp_path, {})
    settings = {"name": "material", "palette": [{"toggle": toggle}, {"toggle": toggle}]}
    build(load_config(str(write_config(tmp_path, site_author=name, theme=settings))))
    page = html.fromstring((tmp_path / "site/policy/index.html").read_bytes())
    assert page.xpath("//meta[@name='author']/@content") == [name]
    assert page.xpath("//input[@name='__palette']/@aria-label") == [name, name]
    assert page.xpath("//label[starts-with(@for, '__palette')]/@title") == [name, name]


def test_a_template_of_the_site_itself_need_not_fit(tmp_path: Path) -> None:
    (tmp_path / "own" / "partials").mkdir(parents=True)
    (tmp_path / "own" / "partials" / "source.html").write_text("<p>Our source</p>", "utf-8")
    settings = {"name": "material", "custom_dir": "own"}
    config = load_config(str(write_config(tmp_path, theme=settings)))
    assert theme.mend_theme(config.theme.get_env(), config) == ()


def test_materialx_gets_the_language_and_the_switcher_that_static_i18n_gives_material(
    tmp_path: Path,
) -> None:
    config = load_config(str(write_config(tmp_path, plugins=PLUGINS)))
    config.theme.name = "materialx"  # not installed: it takes the place of Material on the disk
    name_languages(config)
    assert config.theme["language"] == "nl"
    assert config.extra["alternate"] == [
        {"name": "Nederlands", "link": "/", "lang": "nl"},
        {"name": "Français", "link": "/fr/", "lang": "fr"},
        {"name": "English", "link": "/en/", "lang": "en"},
    ]
    config.plugins["i18n"].current_language = "fr"
    name_languages(config)
    assert config.theme["language"] == "fr"


def test_a_guest_in_materialx_leaves_the_languages_of_other_pages_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/index.md": "# Home\n"})
    plugins = ["search", {"privacy-center": {"path": "privacy"}}, PLUGINS[-1]]
    config = load_config(str(write_config(tmp_path, plugins=plugins)))
    config.theme.name = "materialx"
    build(config)

    pages = {
        name: (tmp_path / "site" / name / "index.html").read_text("utf-8")
        for name in ("fr", "fr/privacy")
    }
    languages = {name: re.findall(r'<html lang="(..)"', page) for name, page in pages.items()}
    assert languages == {"fr": ["nl"], "fr/privacy": ["fr"]}
    switchers = {name: page.count('class="md-select__link"') for name, page in pages.items()}
    assert switchers == {"fr": 0, "fr/privacy": 3}


def test_material_is_listed_without_its_icons_and_what_is_copied_of_it_stays(
    tmp_path: Path,
) -> None:
    config = load_config(str(write_config(tmp_path)))
    plain, ours = Files([]), Files([])
    plain.add_files_from_theme(config.theme.get_env(), config)
    hidden = len(FileSystemLoader(config.theme.dirs).list_templates())
    dirs = list(config.theme.dirs)
    theme.bring_theme(config)
    config.theme.dirs[:] = dirs
    environment = config.theme.get_env()
    ours.add_files_from_theme(environment, config)
    assert [file.src_uri for file in ours] == [file.src_uri for file in plain]
    assert len(environment.list_templates()) < hidden / 10
    assert environment.get_template(".icons/material/leaf.svg").render().startswith("<svg")
