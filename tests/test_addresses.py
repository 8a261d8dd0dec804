"""Addresses in the reader's language: everything follows them, and old ones lead on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from building_here import build_here
from builds import REPOSITORY, write_config
from click.testing import CliRunner
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import expect
from release_worlds import a_release
from site_checks.browser import start_browser
from site_checks.links import find_broken_links
from site_checks.server import serve
from worlds import LANGUAGES, TODAY, small_center, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.exports import render_redirects
from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import COMPLAINT_PAGE, PAGE_KINDS, PageAddresses, translated_steps
from mkdocs_privacy.releases import read_archive, write_release

ROOT = "https://privacy.tuimelkous.example/"


@dataclass(frozen=True)
class World:
    """A way to have a center in a site."""

    structure: str | None
    directory_urls: bool
    path: str
    languages: tuple[str, ...] = LANGUAGES

    def place(self, language: str, address: str) -> str:
        """The file of the built site that has an address."""
        folder = language if language != self.languages[0] else ""
        end = "/index.html" if self.directory_urls else ".html"
        return "/".join(part for part in (folder, self.path, f"{address}{end}") if part)


SHOP = World("suffix", True, "")
WORLDS = [
    SHOP,
    World("folder", False, "legal/privacy", ("fr", "nl")),
    World(None, True, "privacy", ("fr",)),
]


def write_site(folder: Path, world: World, files: dict[str, str], **options: Any) -> Path:
    """A site with the small center, whose addresses are in the reader's language."""
    homes = {None: "index.md", "suffix": "index.{}.md", "folder": "{}/index.md"}
    pages = (f"docs/{homes[world.structure].format(code)}" for code in world.languages)
    text = "# Home\n\n[Who?](privacy/processors.md)\n".replace("privacy", world.path)
    write_files(folder, {**(dict.fromkeys(pages, text) if world.path else {}), **files})
    ours = {"path": world.path, "translates_addresses": True, "today": f"{TODAY}", **options}
    plugins: dict[str, Any] = {"search": {}, "privacy-center": ours}
    if world.structure:
        languages = [
            {"locale": code, "name": code, "default": code == world.languages[0]}
            for code in world.languages
        ]
        plugins["i18n"] = {"docs_structure": world.structure, "languages": languages}
    theme = {"name": "material", "language": world.languages[0], "font": False}
    urls = {"use_directory_urls": world.directory_urls}
    return write_config(folder, plugins=plugins, theme=theme, **urls)


def change(config: Path, **options: Any) -> None:
    """Change options of the privacy center in mkdocs.yml."""
    content = yaml.safe_load(config.read_text("utf-8"))
    content["plugins"]["privacy-center"] |= options
    config.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")


def build(config: Path) -> Path:
    """Build in this process, without a word."""
    result = build_here(config)
    assert (result.exit_code, result.output) == (0, ""), result.exception
    return config.parent / "site"


def leads_to(page: Path) -> str:
    """Where a page leads on to, by its three ways to say it."""
    html = page.read_text("utf-8")
    refresh, link = re.search(r"0; url=([^\"]+)", html), re.search(r'<a href="([^"]+)"', html)
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)
    assert refresh
    assert link
    assert canonical
    assert refresh[1] == link[1]
    return canonical[1]


def center_with(**changes: Any) -> PrivacyCenter:
    data = {id: {"title": id} for id in ("name", "email")}
    content = {**small_center(), "personal_data": data, **changes}
    return PrivacyCenter.model_validate(content, context=Context())


def steps_in(language: str, center: PrivacyCenter) -> dict[str, str]:
    return translated_steps(center, Localization(language, load_catalog(language)))


# ------------------------------------------------------------------------------------ the words


def test_every_page_has_an_address_in_every_language() -> None:
    center, kinds = center_with(rights={"complaints": {}}), (*PAGE_KINDS, COMPLAINT_PAGE)
    named = {code: PageAddresses(steps_in(code, center)).source for code in LANGUAGES}

    assert [named["en"](kind) for kind in kinds] == [kind.source for kind in kinds]
    assert [named["nl"](kind) for kind in kinds] == [
        *("index", "gegevens", "wie-heeft-mijn-gegevens", "ontvangers", "cookies"),
        *(
            "rechten/index",
            "rechten/inzage",
            "rechten/rectificatie",
            "rechten/gegevenswissing",
            "rechten/beperking",
        ),
        *("rechten/overdraagbaarheid", "rechten/bezwaar", "rechten/direct-marketing"),
        *("rechten/geautomatiseerde-besluitvorming", "rechten/toestemming-intrekken"),
        *("rechten/klacht", "rechten/ander-verzoek", "rechten/verzonden", "contact"),
        *("privacyverklaring", "wijzigingen", "versies", "rechten/klacht-bij-ons"),
    ]
    assert [named["fr"](kind) for kind in kinds] == [
        *("index", "donnees", "qui-a-mes-donnees", "destinataires", "cookies"),
        *(
            "droits/index",
            "droits/acces",
            "droits/rectification",
            "droits/effacement",
            "droits/limitation",
        ),
        *("droits/portabilite", "droits/opposition", "droits/prospection"),
        *("droits/decision-automatisee", "droits/retrait-du-consentement"),
        *("droits/reclamation", "droits/autre-demande", "droits/demande-envoyee", "contact"),
        *(
            "politique-de-confidentialite",
            "modifications",
            "versions",
            "droits/reclamation-aupres-de-nous",
        ),
    ]


def test_the_documentation_names_the_addresses_as_they_are() -> None:
    rows = re.findall(
        r"^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$",
        (REPOSITORY / "docs" / "how-to" / "addresses.md").read_text("utf-8"),
        re.MULTILINE,
    )
    dutch, french = steps_in("nl", center_with()), steps_in("fr", center_with())

    assert len(rows) == 9
    for english, *others in rows:
        steps = [english[: end.start()] for end in re.finditer(r"/|$", english)]
        assert others == ["/".join(words[step] for step in steps) for words in (dutch, french)]


def test_an_audience_is_called_by_its_title_where_nobody_else_is() -> None:
    titles = {"customers": "Clients", "friends": "Amis de l’été", "old": "Amis", "new": "amis"}
    center = center_with(audiences={id: {"title": title} for id, title in titles.items()})

    french = steps_in("fr", center)

    called = {step: name for step, name in french.items() if step.startswith("for")}
    assert called == {"for": "pour", "for/customers": "clients", "for/friends": "amis-de-l-ete"}


def test_a_further_right_is_never_called_as_one_of_the_law() -> None:
    rights = {"further": {"see": {"title": {"nl": "Inzage"}, "explained": {"nl": "Zien."}}}}
    center = center_with(rights=rights)

    dutch = steps_in("nl", center)

    assert dutch["rights/access"] == "inzage"
    assert "rights/see" not in dutch


# ------------------------------------------------------------------------------- a whole site


def build_released(folder: Path, world: World) -> Path:
    """A site that was released before it had addresses in the reader's language."""
    config = write_site(folder, world, {})
    new = a_release(effective=TODAY, announced=TODAY)
    write_release(folder / "privacy" / "releases", new, TODAY)
    return build(config)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in three languages that no test changes."""
    return build_released(tmp_path_factory.mktemp("shop"), SHOP)


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_everything_leads_to_the_new_addresses_and_so_do_the_old(
    world: World, shop: Path, tmp_path: Path
) -> None:
    site = shop if world is SHOP else build_released(tmp_path, world)

    assert find_broken_links(site, ROOT) == []
    whole = f"{world.path}/".removeprefix("/")
    end = "/" if world.directory_urls else ".html"
    for language in world.languages:
        words = {"nl": "rechten/inzage", "fr": "droits/acces", "en": "rights/access"}[language]
        page = site / world.place(language, words)
        html = page.read_text("utf-8")
        folder = "" if language == world.languages[0] else f"{language}/"
        address = f"{ROOT}{folder}{whole}{words}{end}"
        assert f'<link rel="canonical" href="{address}">' in html
        assert f"<loc>{address}</loc>" in (site / "sitemap.xml").read_text("utf-8")
        if language != "en":
            old = site / world.place(language, "rights/access")
            assert leads_to(old) == address
            changes = "wijzigingen" if language == "nl" else "modifications"
            feed = (site / folder / world.path / "changes.atom").read_text("utf-8")
            assert f"{ROOT}{folder}{whole}{changes}{end}" in feed
        for other in world.languages if world.structure else ():
            [link] = re.findall(rf'<a href="([^"]+)" hreflang="{other}"', html)
            target = (page.parent / link).resolve()
            target = target / "index.html" if link.endswith("/") else target
            there = {"nl": "rechten/inzage", "fr": "droits/acces", "en": "rights/access"}[other]
            assert target == site.resolve() / world.place(other, there)
    index = (site / "search" / "search_index.json").read_text("utf-8")
    searched = re.findall(r'"location":\s*"([^"#]+)', index)
    assert any("ontvangers" in one or "destinataires" in one for one in searched)
    assert not [one for one in searched if "processors" in one and not one.startswith("en/")]


def test_a_host_is_told_where_the_pages_of_every_language_stood(shop: Path) -> None:
    redirects = (shop / "_redirects").read_text("utf-8")

    assert redirects == (shop / "exports" / "redirects" / "_redirects").read_text("utf-8")
    lines = redirects.splitlines()
    assert "/processors/ /ontvangers/ 301" in lines
    assert "/fr/rights/access/ /fr/droits/acces/ 301" in lines
    assert [line for line in lines if line.startswith("/en/")] == []
    olds = [line.split()[0] for line in lines[1:]]
    assert [old for old in olds if not leads_to(shop / old.strip("/") / "index.html")] == []


def test_redirects_of_the_site_itself_stay_and_ours_are_below_the_path(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = {"docs/_redirects": "/a /b\n"}
    world = World(None, False, "privacy", ("fr",))
    config = write_site(tmp_path, world, own)
    with caplog.at_level("INFO", "mkdocs.plugins.privacy-center"):
        build_site(load_config(str(config)))

    site = tmp_path / "site"
    assert (site / "_redirects").read_text("utf-8") == "/a /b\n"
    ours = (site / "privacy" / "exports" / "redirects" / "_redirects").read_text("utf-8")
    assert "/privacy/processors.html /privacy/destinataires.html 301\n" in ours
    assert caplog.messages[1:] == [  # after that nothing has been released
        "privacy-center: the site has its own _redirects: add the content of "
        "privacy/exports/redirects/_redirects to it"
    ]


def test_each_host_reads_redirects_in_its_own_way() -> None:
    assert render_redirects({"/who.html": "/fr/qui/", "/été/": "/zomer/"}) == {
        "_redirects": """\
# For Cloudflare Pages. Netlify and GitLab Pages show the page in the old place.
/who.html /fr/qui/ 301
/%C3%A9t%C3%A9/ /zomer/ 301
""",
        "nginx.conf": """\
# For nginx: server { include …/nginx.conf; }
location = "/who.html" { return 301 /fr/qui/$is_args$args; }
location = "/été/" { return 301 /zomer/$is_args$args; }
""",
        "apache.conf": """\
# For Apache with mod_alias: a part of .htaccess or <VirtualHost>.
RedirectMatch 301 "^/who\\.html$" "/fr/qui/"
RedirectMatch 301 "^/été/$" "/zomer/"
""",
    }


def test_a_page_that_leads_on_is_a_page_in_its_language(shop: Path) -> None:
    page = shop / "fr" / "for" / "customers" / "index.html"

    assert (
        page.read_text("utf-8")
        == """\
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=../../pour/clients/">
<meta name="robots" content="noindex">
<link rel="canonical" href="https://privacy.tuimelkous.example/fr/pour/clients/">
<title>Clients</title>
</head>
<body>
<main>
<h1>Clients</h1>
<p>Cette page a une nouvelle adresse\u00a0: <a href="../../pour/clients/">Clients</a>.</p>
</main>
</body>
</html>"""
    )


def test_without_the_option_no_address_changes(tmp_path: Path) -> None:
    world = World(None, True, "", ("nl",))
    site = build(write_site(tmp_path, world, {}, translates_addresses=False))

    assert (site / "rights" / "access" / "index.html").is_file()
    assert not (site / "rechten").exists()


def test_nobody_needs_a_script_to_get_from_an_old_address_to_any_language(shop: Path) -> None:
    with serve(shop, "/") as address, start_browser() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()

        page.goto(f"{address}rights/erasure/")
        page.wait_for_url(f"{address}rechten/gegevenswissing/")
        for language, place in (
            *(("fr", "fr/droits/effacement/"), ("en", "en/rights/erasure/")),
            ("nl", "rechten/gegevenswissing/"),
        ):
            page.locator(f"a[hreflang={language}]").first.evaluate("link => link.click()")
            page.wait_for_url(f"{address}{place}")
            expect(page.locator("html")).to_have_attribute("lang", language)


# --------------------------------------------------------------------- what was published once


def release(config: Path, **options: str) -> None:
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    result = CliRunner().invoke(main, ["release", "--config-file", str(config), *arguments])
    assert result.exit_code == 0, result.output


def test_a_release_keeps_the_addresses_of_its_day_and_they_lead_on_for_ever(
    tmp_path: Path,
) -> None:
    world = World(None, True, "", ("nl",))
    config = write_site(tmp_path, world, {}, addresses={"nl": {"versions": "edities"}})
    release(config, effective=f"{TODAY}")
    change(config, addresses={"nl": {"rights/access": "kopie-van-mijn-gegevens"}})
    site = build(config)

    [published] = read_archive(tmp_path / "privacy" / "releases").history
    recorded = published.addresses["nl"]
    assert (recorded["versions"], recorded["rights/access"]) == ("edities", "inzage")
    assert "cookies" not in recorded  # as in English
    new = "rechten/kopie-van-mijn-gegevens/"
    assert (site / new / "index.html").is_file()
    for old in ("rechten/inzage", "rights/access"):
        assert leads_to(site / old / "index.html") == f"{ROOT}{new}"
    for old in (f"edities/{TODAY}", f"versions/{TODAY}"):
        assert leads_to(site / old / "index.html") == f"{ROOT}versies/{TODAY}/"
    assert find_broken_links(site, ROOT) == []


def test_of_a_list_the_others_lead_to_the_first(tmp_path: Path) -> None:
    own = {"nl": {"rights": ["uw-rechten", "mijn-rechten"]}}
    world = World(None, True, "", ("nl",))
    site = build(write_site(tmp_path, world, {}, addresses=own, translates_addresses=False))

    assert (site / "uw-rechten" / "access" / "index.html").is_file()
    assert leads_to(site / "mijn-rechten" / "access" / "index.html") == f"{ROOT}uw-rechten/access/"
    assert leads_to(site / "rights" / "access" / "index.html") == f"{ROOT}uw-rechten/access/"
    assert (site / "processors" / "index.html").read_text("utf-8").count("<article") == 1


def test_a_page_of_the_site_keeps_its_place_where_no_page_of_ours_was_published(
    tmp_path: Path,
) -> None:
    world = World(None, True, "", ("nl",))
    site = build(write_site(tmp_path, world, {"docs/data/index.md": "# Our open data\n"}))

    assert "Our open data" in (site / "data" / "index.html").read_text("utf-8")
    assert (site / "gegevens" / "index.html").is_file()


# ----------------------------------------------------------------------------- what is refused

REFUSED = {
    "{nl: {processors: Wie krijgt wat}}": (
        "error: privacy-center.addresses.nl.processors: ‘Wie krijgt wat’ cannot be a step of an "
        "address: use lower-case letters without accents, digits and hyphens, such as "
        "wie-ontvangt [bad-address]",
    ),
    "{nl: {procesors: ontvangers, processors: gegevens, rights: assets, policy: fr}}": (
        "error: privacy-center.addresses.nl.procesors: the privacy center has no page ‘procesors’ "
        "(did you mean ‘processors’?): write the English address of a page, such as "
        "rights/access [no-such-page]",
        "error: privacy-center.addresses.nl.processors: the page processors cannot have the "
        "address gegevens in nl, which is that of the page data: give it another one, such as "
        "`addresses: {nl: {processors: …}}` [taken-address]",
        "error: privacy-center.addresses.nl.rights: the page rights cannot have the address "
        "assets in nl, which is the folder of other files of the site: give it another one, such "
        "as `addresses: {nl: {rights: …}}` [taken-address]",
        "error: privacy-center.addresses.nl.policy: the page policy cannot have the address fr in "
        "nl, which is the folder of a language: give it another one, such as "
        "`addresses: {nl: {policy: …}}` [taken-address]",
    ),
    "{de: {processors: empfaenger}}": (
        "error: privacy-center.addresses: this site has no language ‘de’ [no-such-language]",
    ),
}


@pytest.mark.parametrize("written", REFUSED)
def test_what_cannot_be_is_told_with_its_line_by_check_build_and_release(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    config = write_site(tmp_path, SHOP, {}, addresses=yaml.safe_load(written))
    lines = config.read_text("utf-8").splitlines()

    built = build_here(config)
    commands = (["check"], ["release", "--effective", f"{TODAY}"])
    told = [CliRunner().invoke(main, command).output for command in commands]

    assert built.exit_code == 1
    for said in (*told, built.output):
        for finding in REFUSED[written]:
            [place] = re.findall(rf"mkdocs.yml:([0-9]+)[:0-9]*: {re.escape(finding)}", said)
            key = finding.split(": ")[1].rpartition(".")[2]
            assert lines[int(place) - 1].strip().startswith(f"{key}:")


def test_a_page_that_is_named_as_one_of_ours_is_refused_wherever_ours_stands(
    tmp_path: Path,
) -> None:
    world = World("suffix", True, "", ("nl", "fr"))
    config = write_site(tmp_path, world, {"docs/data.md": "# Open data\n"})

    assert (
        "docs/data.md:1: error: data.md is the name by which links lead to the page data of the "
        "privacy center, whatever its address is, so no other page can have it: rename it "
        "[taken-place]"
    ) in build_here(config).output


def test_another_page_where_one_was_published_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = {"nl": {"processors": "ontvangers", "data": "verwerkers"}}
    config = write_site(tmp_path, World(None, True, "", ("nl",)), {})
    write_release(
        tmp_path / "privacy" / "releases",
        a_release(
            effective=TODAY,
            announced=TODAY,
            addresses={"nl": {"data": "gegevens", "processors": "verwerkers"}},
        ),
        TODAY,
    )
    write_files(tmp_path, {"docs/gegevens.md": "# Open data\n"})
    change(config, addresses=own)

    built = build_here(config, "--strict").output
    checked = CliRunner().invoke(main, ["check"]).output

    for said in (built, checked):
        assert (
            "warning: privacy-center.addresses.nl.data: verwerkers was the address of the page "
            "processors in nl, and now it is that of data, so old links lead to the wrong page: "
            "give data another one [lost-address]"
        ) in said
        assert (
            "docs/gegevens.md:1: warning: gegevens.md becomes gegevens/index.html in the site, "
            "which was the address of the page data of the privacy center, so old links lead to "
            "the wrong page: rename it [lost-address]"
        ) in said
