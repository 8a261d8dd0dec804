"""Banners, lists and tables name the same items, and no name or word breaks any of them."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest
import yaml
from consent_world import COOKIES, center_with, content_of, exported, sources_of
from lxml import html
from node import run_node
from told import LOCALIZATIONS
from worlds import LANGUAGES, load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.exports import EXPORTS, Sources
from mkdocs_privacy.exports.javascript import as_javascript
from mkdocs_privacy.exports.spreadsheet import as_csv
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Context, PrivacyCenter, TrackerType
from mkdocs_privacy.pages import Site, Standing
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.rendering import Renderer
from mkdocs_privacy.requests import RequestOptions

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = (
    *("klaro.json", "klaro-config.js", "cookieconsent-config.js", "tarteaucitron-config.js"),
    *("material-consent.yml", "consent-mode.js", "cookies.json", "device-storage.json"),
    "cookies.csv",
)
STORED = {
    TrackerType.COOKIE,
    TrackerType.LOCAL_STORAGE,
    TrackerType.SESSION_STORAGE,
    TrackerType.INDEXED_DB,
}


def center_of(name: str, folder: Path) -> PrivacyCenter:
    """An example, or a center that takes every cookie service of the catalogue."""
    if name == "catalogue":
        services: dict[str, dict[str, str]] = {}
        for id, entry in shipped_catalogue().in_languages(LANGUAGES).cookies.items():
            services[id] = {"use": id, "processor": "none"}
            if entry.get("consent") == "not_required" and not entry.get("consent_reason"):
                services[id]["consent_reason"] = "A reason."
        loaded = load_world(folder, {"privacy/cookies.yml": yaml.safe_dump({"cookies": services})})
    else:
        loaded = load_center(EXAMPLES / name / "privacy", LANGUAGES)
    assert loaded.center, loaded.findings
    return loaded.center


def run_script(script: str, answer: str) -> Any:
    """What Node makes of an exported script, in a page that holds nothing."""
    page = (
        "globalThis.window = globalThis; globalThis.tarteaucitron = {services: {}, init() {}};"
        "globalThis.document = {documentElement: {lang: 'en'}, addEventListener() {}, cookie: ''};"
    )
    show = "(key, value) => value instanceof RegExp ? value.source : value"
    whole = f"{page}\n{script}\nconsole.log(JSON.stringify({answer}, {show}));"
    with NamedTemporaryFile("w", suffix=".mjs", encoding="utf-8") as module:
        module.write(whole)  # of the whole catalogue it is too long for an argument
        module.flush()
        ran = run_node(module.name, capture=True)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def cookieconsent_of(sources: Sources) -> Any:
    script = exported(sources, "cookieconsent-config.js")
    return run_script(script.replace("export default", "const config ="), "config")


def tarteaucitron_of(sources: Sources) -> Any:
    script = exported(sources, "tarteaucitron-config.js")
    return run_script(script, "[tarteaucitronCustomText, tarteaucitron.services]")


def first_cells(table: str) -> list[str]:
    """The first cell of each row of the tables in a piece of HTML."""
    rows = html.fromstring(f"<div>{table}</div>").iter("tr")
    return [cells[0].text_content() for row in rows if (cells := row.findall("td"))]


def items_of(center: PrivacyCenter, *types: TrackerType) -> list[str]:
    """The names of all items, or of those of some types, each as often as it is listed."""
    return sorted(
        name
        for service in (center.cookies or {}).values()
        for name, item in service.items.items()
        if not types or item.type in types
    )


def items_of_emails(center: PrivacyCenter) -> list[str]:
    """The names in services that work in e-mails alone, for which no website asks."""
    emails = {TrackerType.EMAIL_PIXEL, TrackerType.URL_PARAMETER}
    return [
        name
        for service in (center.cookies or {}).values()
        if TrackerType.EMAIL_PIXEL in (types := {one.type for one in service.items.values()})
        if types <= emails
        for name in service.items
    ]


def named_in_csv(content: str) -> list[str]:
    rows = csv.DictReader(StringIO(content))
    return sorted(
        row["Cookie / Data Key name"].removeprefix("'")
        + ("*" if row["Wildcard match"] == "1" else "")
        for row in rows
    )


def page_of(center: PrivacyCenter) -> str:
    """The page with the cookie table, in English."""
    site = Site(True, RequestOptions(), LANGUAGES)
    renderer = Renderer(LocalizedCenter(center, LOCALIZATIONS["en"]), site, Standing(), ())
    (kind,) = [kind for kind in center_pages(center) if kind.name == "cookies"]
    return str(renderer.page(kind).body)


@pytest.mark.parametrize(
    ("role", "controller"),
    [
        ("processor", "Tuimelkous"),
        ("sub_processor", "Tuimelkous"),
        ("independent_controller", "Measure Ltd"),
        ("joint_controller", "Measure Ltd"),
        (None, "Measure Ltd"),
    ],
)
def test_the_csv_calls_nobody_a_controller_who_is_a_processor(
    role: str | None, controller: str
) -> None:
    center = center_with(COOKIES)
    measure = {"name": "Measure", "category": "statistics", "role": role}
    plain = center.model_dump(mode="json", by_alias=True, exclude_none=True)
    plain["processors"] = {"measure": {key: value for key, value in measure.items() if value}}
    plain["cookies"]["measure"]["processor"] = "measure"
    told = PrivacyCenter.model_validate(plain, context=Context())
    rows = csv.DictReader(StringIO(exported(sources_of(told), "cookies.csv")))
    [said] = {row["Data Controller"] for row in rows if row["ID"].startswith("measure")}
    assert said == controller


@pytest.mark.parametrize("name", ["webshop", "saas", "catalogue", "shop"])
def test_table_banners_csv_and_iab_json_name_the_same_items(name: str, tmp_path: Path) -> None:
    center = center_with(COOKIES) if name == "shop" else center_of(name, tmp_path)
    sources = sources_of(center)
    items = items_of(center)
    on_the_web = sorted(items)
    for item in items_of_emails(center):
        on_the_web.remove(item)

    in_code = {code.text_content() for code in html.fromstring(page_of(center)).iter("code")}
    assert {*items} <= in_code
    listed = json.loads(exported(sources, "cookies.json"))["services"]
    assert sorted(one["name"] for service in listed for one in service["items"]) == items
    assert named_in_csv(exported(sources, "cookies.csv")) == items
    disclosed = json.loads(exported(sources, "device-storage.json"))["disclosures"]
    assert sorted(one["identifier"] for one in disclosed) == items_of(center, *STORED)

    klaro = json.loads(exported(sources, "klaro.json"))
    for language in ("zz", *LANGUAGES):
        tables = [one["translations"][language]["description"] for one in klaro["services"]]
        assert sorted(first_cells("".join(tables))) == on_the_web
    cookieconsent = cookieconsent_of(sources)
    for language in LANGUAGES:
        sections = cookieconsent["language"]["translations"][language]["preferencesModal"]
        rows = [
            html.fromstring(f"<p>{row['name']}</p>").text_content()
            for section in sections["sections"]
            for row in section.get("cookieTable", {"body": []})["body"]
        ]
        assert sorted(rows) == on_the_web
    words, services = tarteaucitron_of(sources)
    tables = [words[f"desc-{key}"] for key in services] + [words["mandatoryText"]]
    assert sorted(first_cells("".join(tables))) == on_the_web


@pytest.mark.parametrize("name", ["webshop", "saas", "catalogue", "shop"])
def test_every_banner_deletes_the_same(name: str, tmp_path: Path) -> None:
    center = center_with(COOKIES) if name == "shop" else center_of(name, tmp_path)
    sources = sources_of(center)
    listed = json.loads(exported(sources, "cookies.json"))["services"]
    deleted = {
        (service["id"], one["pattern"])
        for service in listed
        for one in service["items"]
        if one["deletable"] and one["type"] == "cookie"
    }

    def whole(name: str) -> str:
        escaped = re.sub(r"[.+$*?()|]", r"\\\g<0>", name)
        return name if name.startswith("^") else f"^{escaped}$"

    klaro = json.loads(exported(sources, "klaro.json"))
    assert {
        (service["name"], whole(one["pattern"]))
        for service in klaro["services"]
        for one in service["cookies"]
    } == deleted
    categories = cookieconsent_of(sources)["categories"].values()
    assert {
        (id, whole(one["name"]))
        for category in categories
        for id, service in category.get("services", {}).items()
        for one in service["cookies"]
    } == deleted


# Names


def item(name: str, **more: Any) -> Mapping[str, Any]:
    """The item of this name in the plain list, where it is the only one."""
    service = {"name": "S", "category": "statistics", "consent": "required", "purpose": "counts"}
    items = {name: {"purpose": "counts", **more}}
    sources = sources_of(center_with({"s": {**service, "items": items}}))
    (listed,) = json.loads(exported(sources, "cookies.json"))["services"][0]["items"]
    return dict(listed)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("_ga", "^_ga$"),
        ("_ga_*", "^_ga_.*$"),
        ("wp-*-time", "^wp-.*-time$"),
        ("*-session", "^.*-session$"),
        ("UPPER", "^UPPER$"),
        ("a.b+c$", r"^a\.b\+c\$$"),
        ("^x(y)[z]{1}|/\\", r"^\^x\(y\)\[z\]\{1\}\|\/\\$"),
    ],
)
def test_a_pattern_is_the_whole_name(name: str, pattern: str) -> None:
    assert item(name)["pattern"] == pattern


@pytest.mark.parametrize(
    ("more", "deletable"),
    [
        ({}, True),
        ({"type": "local_storage"}, True),
        ({"type": "indexed_db"}, True),
        ({"party": "third"}, False),
        ({"type": "pixel"}, False),
        ({"type": "fingerprint"}, False),
    ],
)
def test_a_script_deletes_what_is_stored_on_our_own_domain(
    more: Mapping[str, str], deletable: bool
) -> None:
    assert item("x", **more)["deletable"] is deletable


def test_a_name_of_a_star_alone_deletes_nothing() -> None:
    assert item("*")["deletable"] is False


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [("session", 0), ("persistent", None), ("PT30M", 1800), ("P1D", 86400), ("P1Y", 31557600)],
)
def test_a_life_is_also_a_number_of_seconds(duration: str, seconds: int | None) -> None:
    listed = item("x", duration=duration)
    assert (listed["duration"], listed["seconds"]) == (duration, seconds)


def test_a_cookie_is_looked_for_on_the_domain_of_the_site_and_those_above_it() -> None:
    assert item("x")["domains"] == ["www.tuimelkous.example", "tuimelkous.example"]
    assert item("x", party="third", domain="a.example")["domains"] == ["a.example"]
    assert item("x", party="third")["domains"] == []


def test_what_needs_no_consent_is_kept_though_a_pattern_covers_it() -> None:
    listed = json.loads(exported(sources_of(center_with(COOKIES)), "cookies.json"))["services"]
    found = {one["name"]: one for service in listed for one in service["items"]}
    assert found["m_*"]["pattern"] == "^(?!(?:m_login)$)m_.*$"
    assert [
        (service["id"], one["deletable"])
        for service in listed
        for one in service["items"]
        if one["name"] == "shared"
    ] == [("shop", False), ("measure", False)]


# Nothing to say


def test_where_nothing_is_stored_the_files_are_empty() -> None:
    sources = sources_of(center_with({}))
    assert json.loads(exported(sources, "klaro.json"))["services"] == []
    assert cookieconsent_of(sources)["categories"] == {}
    assert tarteaucitron_of(sources)[1] == {}
    assert yaml.safe_load(exported(sources, "material-consent.yml")) == {}
    assert json.loads(exported(sources, "cookies.json"))["services"] == []
    assert json.loads(exported(sources, "device-storage.json")) == {"disclosures": []}
    assert exported(sources, "cookies.csv").count("\n") == 1


@pytest.mark.parametrize("name", NAMES)
def test_where_the_data_does_not_speak_of_cookies_there_is_no_file(name: str) -> None:
    (export,) = [export for export in EXPORTS if export.name == f"exports/{name}"]
    assert content_of(export, sources_of(center_with(None))) is None


# Words that nobody should write


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("</script>", r'"\u003c/script>"'),
        ("</SCRIPT >", r'"\u003c/SCRIPT >"'),
        ("<!--<script>", r'"\u003c!--<script>"'),
        ("a < b & <b>c</b>", '"a < b & <b>c</b>"'),
    ],
)
def test_no_text_ends_the_script_that_it_stands_in(words: str, written: str) -> None:
    assert as_javascript(words) == written
    assert json.loads(written) == words


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("one\r=1", "one\n=1"),
        ("1=1", "1=1"),
    ],
)
def test_no_cell_of_an_export_is_computed_by_a_spreadsheet(words: str, cell: str) -> None:
    assert [*csv.reader(StringIO(as_csv([[words, "x"]]), newline=""))] == [[cell, "x"]]


HOSTILE = "</script><img src=x onerror=alert(1)>\"'`${x}&"


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_stay_words_and_notes_stay_inside(name: str) -> None:
    items = {HOSTILE: {"purpose": HOSTILE}, "=1+1": {"purpose": "@x", "duration": "P1D"}}
    service = {
        "name": HOSTILE,
        "category": "statistics",
        "consent": "required",
        "purpose": HOSTILE,
        "provider": HOSTILE,
        "items": items,
        "internal": {"note": "SECRET"},
    }
    sources = sources_of(center_with({"s": service}))
    content = exported(sources, name)
    assert "SECRET" not in content
    if name.endswith(".js"):  # whoever copies it into a page has one script there
        assert "</script><img" not in content
    match name:
        case "cookieconsent-config.js":
            said = json.dumps(cookieconsent_of(sources)["language"])
            assert "<img" not in said
        case "tarteaucitron-config.js":
            assert "<img" not in json.dumps(tarteaucitron_of(sources)[0])
        case "klaro.json":
            described = json.loads(content)["services"][0]["translations"]["nl"]["description"]
            assert "<img" not in described
            assert first_cells(described) == [HOSTILE, "=1+1"]
        case "material-consent.yml":
            consent = yaml.safe_load(content)["extra"]["consent"]
            assert "<img" not in consent["cookies"]["s"]["name"]
        case "cookies.csv":
            rows = list(csv.reader(StringIO(content)))
            assert rows[2][3] == "'=1+1"
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]


# What the others say

MODE = """\
const said = []; window.dataLayer = {push(all) { said.push([...all]); }};
"""


def test_google_gets_what_is_denied_and_then_what_was_accepted() -> None:
    script = MODE + exported(sources_of(center_with(COOKIES)), "consent-mode.js")
    denied = {
        "security_storage": "granted",
        "functionality_storage": "denied",
        "personalization_storage": "denied",
        "analytics_storage": "denied",
        "ad_storage": "denied",
        "ad_user_data": "denied",
        "ad_personalization": "denied",
    }
    assert run_script(f"{script}\nupdateConsentMode(['necessary', 'statistics']);", "said") == [
        ["consent", "default", {**denied, "wait_for_update": 500}],
        ["consent", "update", {**denied, "analytics_storage": "granted"}],
    ]


def test_material_gets_its_own_settings_in_every_language() -> None:
    settings = yaml.safe_load(exported(sources_of(center_with(COOKIES)), "material-consent.yml"))
    assert settings["extra"]["scope"] == "/"
    assert settings["extra"]["consent"]["cookies"] == {
        "measure": {
            "name": "Measure &amp; Co: _m, m_*, m-*-end, M.id+1$, shared, m.store, m.tab*, "
            "m.rows*, far",
            "checked": False,
        },
        "measure__marketing": {"name": "Measure &amp; Co: ad_id", "checked": False},
    }
    languages = settings["plugins"][0]["i18n"]["languages"]
    assert [one["locale"] for one in languages] == ["fr", "en"]
    assert settings["extra"]["consent"]["actions"] == ["accept", "reject"]
    assert "Vink aan wat u toestaat." in settings["extra"]["consent"]["description"]


def test_the_iab_shape_says_what_waits_for_consent() -> None:
    disclosed = json.loads(exported(sources_of(center_with(COOKIES)), "device-storage.json"))
    found = {one["identifier"]: one for one in disclosed["disclosures"]}
    assert found["cart"] == {
        "identifier": "cart",
        "type": "cookie",
        "maxAgeSeconds": 0,
        "domains": ["www.tuimelkous.example"],
        "purposes": [],
        "description": "Het mandje",
    }
    assert (found["m.store"]["type"], found["m.store"]["maxAgeSeconds"]) == ("web", None)
    assert found["m_*"]["purposes"] == [1]


EVERYTHING = """
import hashlib
from consent_world import COOKIES, center_with, content_of, sources_of
from mkdocs_privacy.exports import EXPORTS

sources = sources_of(center_with(COOKIES))
seen = hashlib.sha256()
for export in EXPORTS:
    seen.update(str(content_of(export, sources)).encode())
print(seen.hexdigest())
"""


def test_every_file_is_the_same_bytes_in_another_process() -> None:
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        environment["PYTHONPATH"] = os.pathsep.join(
            [str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
        )
        command = [sys.executable, "-c", EVERYTHING]
        ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return ran.stdout

    assert run("1") == run("2")
