"""Real builds: as the whole site or below a path, with a nav or without, in every structure."""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builds import EXAMPLES, build_cleanly, build_site, write_config
from release_worlds import a_document
from site_checks.links import find_broken_links
from worlds import NAMES_OF_LANGUAGES

from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.pages import PAGE_KINDS
from mkdocs_privacy.releases import NewRelease, write_release

READERS_ORDER = [
    "L’essentiel",
    "Pour qui",
    "Enfants",
    "Clients",
    "Destinataires d’un cadeau",
    "Personnes qui nous écrivent ou nous appellent",
    "Abonnés à la lettre d’information",
    "Visiteurs de notre site",
    "Personnes qui exercent leurs droits",
    "Ce que nous faisons de vos données",
    "Qui a quelles données",
    "Qui reçoit vos données",
    "Cookies",
    "Vos droits",
    "Exercer un droit",
    "Droit d’accès",
    "Droit de rectification",
    "Droit à l’effacement («\u202fdroit à l’oubli\u202f»)",
    "Droit à la limitation du traitement",
    "Droit à la portabilité des données",
    "Droit d’opposition",
    "Droit d’opposition à la prospection",
    "Droits en cas de décision individuelle automatisée",
    "Droit de retirer son consentement",
    "Droit d’introduire une réclamation auprès d’une autorité de contrôle",
    "Autre question ou demande",
    "Contact et réclamations",
    "La politique complète",
    "Ce qui a changé",
    "Toutes les versions",
]


class World(NamedTuple):
    """One way to have a privacy center in a site."""

    structure: str | None
    directory_urls: bool
    path: str
    nav: bool

    @property
    def languages(self) -> list[str]:
        return list(NAMES_OF_LANGUAGES) if self.structure else ["nl"]

    def page(self, language: str, source: str) -> str:
        """Where a page of the center stands in the built site."""
        prefix = "" if language == "nl" else f"{language}/"
        path = f"{self.path}/" if self.path else ""
        if source.endswith("index") or not self.directory_urls:
            return f"{prefix}{path}{source}.html"
        return f"{prefix}{path}{source}/index.html"


WORLDS = [  # all pairs: each value of a column stands beside each value of every other
    World(None, True, "", True),
    World(None, False, "legal/privacy", False),
    World("suffix", True, "legal/privacy", True),
    World("suffix", False, "", False),
    World("folder", True, "", False),
    World("folder", False, "legal/privacy", True),
]


RELEASES = ("2025-01-01", "2026-01-01")
OF_RELEASES = [f"versions/{id}" for id in RELEASES] + [f"versions/{RELEASES[1]}/changes"]
"""The pages of two releases: the words of each, and what the second one changed."""


OF_AUDIENCES = [
    f"for/{id}" for id in ("customers", "gift-recipients", "children", "subscribers", "visitors")
] + ["for/correspondents", "for/requesters"]
"""The pages of the audiences of the webshop."""


@cache
def center() -> PrivacyCenter:
    loaded = load_center(EXAMPLES / "webshop" / "privacy", tuple(NAMES_OF_LANGUAGES))
    assert loaded.center
    return loaded.center


def copy_data(folder: Path) -> None:
    """The data of the webshop, with little releases instead of its own."""
    data = folder / "privacy"
    example = EXAMPLES / "webshop" / "privacy"
    shutil.copytree(example, data, ignore=shutil.ignore_patterns("releases"))
    rights, by_form = data / "rights.yml", "use: by-form-or-phone"
    without_endpoint = f"{by_form}  # privacy: ignore form-promised-but-none: no endpoint is tried"
    rights.write_text(rights.read_text("utf-8").replace(by_form, without_endpoint), "utf-8")
    for id in RELEASES:
        day = date.fromisoformat(id)
        documents = dict.fromkeys(NAMES_OF_LANGUAGES, a_document(f"<h1>Policy</h1><p>{id}</p>"))
        write_release(data / "releases", NewRelease(day, day, documents, center()), today=day)


def write_world(folder: Path, world: World) -> Path:
    copy_data(folder)
    below = f"{world.path}/" if world.path else ""
    options: dict[str, Any] = {"use_directory_urls": world.directory_urls}
    plugins: dict[str, Any] = {"search": {}, "privacy-center": {"path": world.path}}
    if world.structure:
        plugins["i18n"] = {
            "docs_structure": world.structure,
            "languages": [
                {"locale": code, "name": name, "default": code == "nl"}
                for code, name in NAMES_OF_LANGUAGES.items()
            ],
        }
    if world.nav:
        pages = [f"{below}index.md", f"{below}cookies.md", f"{below}rights/erasure.md"]
        options["nav"] = [{"Privacy": pages}]
        if world.path:
            options["nav"].insert(0, "index.md")
    config = write_config(folder, plugins=plugins, **options)
    if world.path:
        for language in world.languages:
            home = {
                None: "index.md",
                "suffix": f"index.{language}.md",
                "folder": f"{language}/index.md",
            }[world.structure]
            (folder / "docs" / home).parent.mkdir(exist_ok=True)
            text = f"# Winkel {language}\n\n[Privacy]({below}index.md)\n"
            (folder / "docs" / home).write_text(text, encoding="utf-8")
    return config


def titles_in_navigation(html: str) -> list[str]:
    """What the main navigation offers, without the table of contents of the page."""
    contents = re.compile(r'<nav class="md-nav md-nav--secondary".*?</nav>', re.DOTALL)
    navigation = html[html.index("md-nav--primary") : html.index("md-sidebar--secondary")]
    title = re.compile(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', re.DOTALL)
    return list(dict.fromkeys(title.findall(contents.sub("", navigation))))


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_every_way_to_have_a_center_in_a_site(world: World, tmp_path: Path) -> None:
    site = build_cleanly(write_world(tmp_path, world), tmp_path / "site")

    sources = [*(kind.source for kind in PAGE_KINDS), *OF_AUDIENCES, *OF_RELEASES]
    expected = {world.page(language, one) for language in world.languages for one in sources}
    if world.path:
        expected |= {
            "index.html" if one == "nl" else f"{one}/index.html" for one in world.languages
        }
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert built - {"404.html"} == expected
    assert find_broken_links(site) == []
    feeds = {path.relative_to(site).as_posix() for path in site.rglob("*.atom")}
    assert feeds == {
        world.page(language, "index").replace("index.html", f"{name}.atom")
        for language in world.languages
        for name in ("changes", "processors")
    }

    if world.structure:
        french = (site / world.page("fr", "cookies")).read_text(encoding="utf-8")
        assert '<html lang="fr"' in french
        for language in NAMES_OF_LANGUAGES:
            link = re.search(rf'<a href="([^"]+)" hreflang="{language}"', french)
            assert link, language
            target = (site / world.page("fr", "cookies")).parent / link[1]
            if link[1].endswith("/"):
                target /= "index.html"
            assert target.resolve() == (site / world.page(language, "cookies")).resolve()
        if not world.nav:
            assert titles_in_navigation(french)[-len(READERS_ORDER) :] == READERS_ORDER


def test_a_page_of_the_site_in_the_place_of_one_of_ours_is_refused(tmp_path: Path) -> None:
    config = write_world(tmp_path, World("suffix", True, "", False))
    (tmp_path / "docs" / "cookies.md").write_text("# Ours", encoding="utf-8")

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert (
        "docs/cookies.md:1: error: cookies.md becomes cookies/index.html in the site, where the "
        "privacy center puts a page: remove or rename it, or give the privacy center another place "
        "with the option `path: privacy` [taken-place]"
    ) in result.stderr


@pytest.mark.parametrize("present", [["processors.atom", "versions.json"], ["changes.fr.json"]])
def test_a_file_of_the_site_in_the_place_of_one_of_ours_is_refused(
    present: list[str], tmp_path: Path
) -> None:
    config = write_world(tmp_path, World("suffix", True, "", False))
    for name in present:
        (tmp_path / "docs" / name).write_text("ours", encoding="utf-8")

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for name in present:
        assert f"docs/{name}:1: error: {name} becomes " in result.stderr


def test_an_address_of_the_site_that_cannot_be_is_explained(tmp_path: Path) -> None:
    copy_data(tmp_path)
    config = write_config(tmp_path, site_url="https://a..b/")

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "site_url in mkdocs.yml: ‘https://a..b/’ is not the address of a site" in result.stderr


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            {"requests": {"endpoint": "http://requests.example.be"}},
            "begin it with https:// (http:// only on localhost)",
        ),
        (
            {"requests": {"endpoint": "javascript:alert(1)"}},
            "begin it with https:// (http:// only on localhost)",
        ),
        (
            {"path": "../up"},
            ("‘../up’ is not a path: write one below the site, such as legal/privacy"),
        ),
        ({"path": "a b"}, "‘a b’ is not a path: write one below the site, such as legal/privacy"),
        ({"form_of_address": {"nl": "polite"}}, "‘polite’ is not one of formal or informal"),
        (
            {"form_of_address": {"n": "formal"}},
            "form_of_address: this site has no language ‘n’ (did you mean ‘nl’?)",
        ),
        (
            {"data_dir": "docs"},
            "the data folder docs is inside the docs folder, so its internal notes would be "
            "published",
        ),
        ({"data_dir": "nowhere"}, "there is no folder nowhere"),
        ({"today": "1/3/2026"}, "‘1/3/2026’ is not a date"),
        ({"today": "2026-03-01 10:00"}, "‘2026-03-01 10:00’ is not a date"),
    ],
)
def test_a_wrong_option_is_explained(
    options: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    config = write_config(tmp_path, plugins={"search": {}, "privacy-center": options})

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert expected in result.stderr


def test_a_path_that_is_a_language_is_refused(tmp_path: Path) -> None:
    config = write_world(tmp_path, World("suffix", True, "fr", False))

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "path: ‘fr/’ is the folder of a language" in result.stderr


def test_a_link_to_a_place_on_our_pages_is_known_to_mkdocs(tmp_path: Path) -> None:
    world = World(None, True, "legal/privacy", False)
    config = write_world(tmp_path, world)
    config.write_text(config.read_text() + "validation: {links: {anchors: warn}}\n", "utf-8")
    home = "# Winkel\n\n[Bestellingen](legal/privacy/data.md#activity-orders)\n"
    (tmp_path / "docs" / "index.md").write_text(home, encoding="utf-8")

    site = build_cleanly(config, tmp_path / "site")

    assert find_broken_links(site) == []


def test_pages_that_a_site_keeps_out_of_its_navigation_are_built(tmp_path: Path) -> None:
    config = write_world(tmp_path, World(None, True, "legal/privacy", False))
    config.write_text(config.read_text() + "not_in_nav: /legal/\n", "utf-8")

    site = build_cleanly(config, tmp_path / "site")

    assert (site / "legal" / "privacy" / "cookies" / "index.html").is_file()


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_language_may_have_a_region(structure: str, tmp_path: Path) -> None:
    copy_data(tmp_path)
    languages = [
        {"locale": code, "name": code, "default": code == "nl-BE"} for code in ("nl-BE", "fr-BE")
    ]
    i18n = {"docs_structure": structure, "languages": languages}
    options = {
        "form_of_address": {"fr": "informal"},
        "findings": {"ignore": ["unreleased-changes"]},  # the release says ‘vous’
    }
    config = write_config(tmp_path, plugins={"search": {}, "privacy-center": options, "i18n": i18n})

    site = build_cleanly(config, tmp_path / "site")

    assert "<h1>Uw rechten</h1>" in (site / "rights" / "index.html").read_text("utf-8")
    assert "<h1>Tes droits</h1>" in (site / "fr-BE" / "rights" / "index.html").read_text("utf-8")


def test_a_language_without_words_is_explained(tmp_path: Path) -> None:
    copy_data(tmp_path)
    config = write_config(tmp_path, theme={"name": "material", "language": "eo"})

    result = build_site(config, tmp_path / "site")

    assert result.returncode == 1
    assert "there is no translation for ‘eo’ (available: " in result.stderr


def test_a_site_may_bring_its_own_templates_words_and_endpoint(tmp_path: Path) -> None:
    copy_data(tmp_path)
    shutil.copy(EXAMPLES / "webshop" / "privacy" / "rights.yml", tmp_path / "privacy")
    own = tmp_path / "privacy" / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "contact.html").write_text("<h1>{{ organisation.name }} zelf</h1>", encoding="utf-8")
    words = tmp_path / "privacy" / "locales" / "nl" / "LC_MESSAGES"
    words.mkdir(parents=True)
    catalog = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    catalog += '\nmsgid "cookies.title"\nmsgstr "Koekjes"\n'
    (words / "privacy.po").write_text(catalog, encoding="utf-8")
    endpoint = "http://localhost:9000/{right}/{language}"
    options = {"privacy-center": {"requests": {"endpoint": endpoint}}}
    config = write_config(tmp_path, plugins={"search": {}, **options})

    site = build_cleanly(config, tmp_path / "site")

    assert "<h1>Tuimelkous zelf</h1>" in (site / "contact" / "index.html").read_text("utf-8")
    assert "<h1>Koekjes</h1>" in (site / "cookies" / "index.html").read_text("utf-8")
    form = (site / "rights" / "access" / "index.html").read_text("utf-8")
    assert 'method="post" action="http://localhost:9000/access/nl"' in form


def test_a_disabled_center_leaves_the_site_alone(tmp_path: Path) -> None:
    config = write_config(tmp_path, plugins={"search": {}, "privacy-center": {"enabled": False}})
    (tmp_path / "docs" / "index.md").write_text("# Winkel", encoding="utf-8")

    site = build_cleanly(config, tmp_path / "site")

    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert built == {"index.html", "404.html"}
