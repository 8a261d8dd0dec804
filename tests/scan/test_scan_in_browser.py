"""`mkdocs-privacy scan` with a real Chromium, against a shop that a real server serves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from builds import write_config
from node import JAVASCRIPT
from playwright.sync_api import Route, sync_playwright
from site_checks.browser import Watcher, find_chromium, find_shell
from worlds import load_world, write_files

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.scan import (
    KnownSite,
    Observation,
    Phase,
    Stored,
    StoredKind,
    compare,
    read_recording,
)
from mkdocs_privacy.scan.browser import TOOLS as KNOWN_TOOLS
from mkdocs_privacy.scan.browser import Controls, SiteVisit, visit_site
from mkdocs_privacy.scan.browser.collecting import Collector
from scan.shop import Answer, Asked, Shop, open_shop, serve_answers

COOKIES = """\
# what our shop keeps
cookies:
  shop:
    name: Our shop
    category: necessary
    purpose: keeps your basket
    description: The script /worker.js shows pages without a connection.
    items:
      session: {duration: session, purpose: keeps your basket}
      ages: {duration: P13M, purpose: keeps your basket}
      "cart_*": {type: local_storage, duration: persistent, purpose: keeps your basket}
      tab: {type: session_storage, duration: session, purpose: keeps your basket}
      search: {type: indexed_db, duration: persistent, purpose: finds things}
      choice: {duration: P180D, purpose: remembers your choice}
      gone: {duration: P1D, purpose: was there once}
  counting:
    name: Counting
    category: statistics
    purpose: counts visits
    consent: required
    items:
      early: {duration: P30D, purpose: counts visits}
      "stats_*": {duration: P30D, purpose: counts visits}
  films:
    name: Films
    category: marketing
    purpose: shows films
    consent: required
    items:
      seen: {duration: P30D, purpose: counts views}
      split: {party: third, domain: localhost, duration: P30D, purpose: counts views}
      volume:
        {type: local_storage, party: third, domain: localhost, duration: persistent, purpose: x}
  # nothing more
consent: {how: You choose on your first visit.}
"""
WHERE = "privacy/cookies.yml"


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    with open_shop() as opened:
        yield opened


def scan(
    folder: Path,
    *arguments: str,
    cookies: str = COOKIES,
    stderr: int = subprocess.PIPE,
    browser: str | None = find_shell(),
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, in a site with these cookies.

    With the engine of Chromium alone, which is what Playwright itself has, unless it is told.
    """
    write_files(folder, {WHERE: cookies})
    write_config(folder)
    command = "from mkdocs_privacy.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "scan", *arguments],
        cwd=folder,
        env={**os.environ, "MKDOCS_PRIVACY_CHROMIUM": browser or ""},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        check=False,
    )


ANSWER = ("--accept-selector", "#yes", "--refuse-selector", "#no")


def without_port(told: str) -> str:
    return re.sub(r"(?<=127\.0\.0\.1):\d+", "", told)


def test_everything_that_differs_is_found_and_nothing_else(tmp_path: Path, shop: Shop) -> None:
    page = tmp_path / "scan.html"
    options = ("--format", "concise", "--report", str(page))
    result = scan(tmp_path, *ANSWER, *options, shop.address, browser=find_chromium())
    assert without_port(result.stdout).splitlines() == [
        "privacy/cookies.yml:2: error: cookies: ‘guard’ (cookie of 127.0.0.1) is stored before "
        "consent, after refusing and after accepting on http://127.0.0.1/, for 1 hour, and nothing "
        "lists it: list it under `items` of a service [undeclared-item]",
        "privacy/cookies.yml:2: error: cookies: ‘late’ (cookie of 127.0.0.1) is stored before "
        "consent, after refusing and after accepting on http://127.0.0.1/, for 1 hour, and nothing "
        "lists it: list it under `items` of a service [undeclared-item]",
        "privacy/cookies.yml:2: error: cookies: ‘sulk’ (cookie of 127.0.0.1) is stored after "
        "refusing on http://127.0.0.1/, for the session, and nothing lists it: list it under "
        "`items` of a service [undeclared-item]",
        "privacy/cookies.yml:2: error: cookies: ‘apart’ (cookie of localhost, partitioned) is "
        "stored after accepting on http://127.0.0.1/, for 30 days, and nothing lists it: list it "
        "under `items` of a service [undeclared-item]",
        "privacy/cookies.yml:10: warning: cookies.shop.items.ages.duration: ‘ages’ stays for 3650 "
        "days and `duration` says P13M: correct one of the two [wrong-lifetime]",
        "privacy/cookies.yml:30: warning: cookies.films.items.seen: ‘seen’ (cookie of localhost) "
        "is declared as your own: write `party: third` and `domain: localhost` [wrong-party]",
        "privacy/cookies.yml:16: error: cookies.counting: ‘early’ (cookie of 127.0.0.1) is stored "
        "before the visitor answered: hold it back until consent [before-consent]",
        "privacy/cookies.yml:16: error: cookies.counting: ‘early’ (cookie of 127.0.0.1) is stored "
        "after the visitor refused: hold it back until consent [after-refusal]",
        "privacy/organisation.yml:1: warning: processors: the browser asks ‘count.localhost’ "
        "(pixel) after accepting on http://127.0.0.1/: name its owner under `processors`, with "
        "`website` [unknown-host]",
        "privacy/organisation.yml:1: error: processors: the browser asks Google Maps: "
        "‘maps.google.com’ (held back) after accepting on http://127.0.0.1/: write `google-maps: "
        "{use: google-maps}` under `processors` [undeclared-recipient]",
        "privacy/cookies.yml:2: warning: cookies: a consent tool holds back ‘map’, which is not "
        "under `cookies`: add it [blocked-service]",
        "privacy/cookies.yml:2: info: cookies: the website keeps the service worker "
        "‘/offline.js’: say in the `description` of a service what it does [service-worker]",
        "privacy/cookies.yml:15: info: cookies.shop.items.gone: ‘gone’ was not seen on any page: "
        "visit a page that stores it, or remove it [never-seen]",
    ]
    assert result.stderr == "7 errors, 4 warnings, 2 infos on 1 page\n"
    assert result.returncode == 1
    shown = page.read_text(encoding="utf-8")
    assert shown.count("data:image/png;base64,") == 3
    assert re.findall(r'(?:src|href)="(?!data:)', shown) == []
    assert "<td><code>cart_42</code></td><td>local storage</td>" in shown


def test_no_form_is_sent_and_everybody_knows_who_asks(tmp_path: Path, shop: Shop) -> None:
    steps = tmp_path / "steps.yml"
    steps.write_text("- open: /checkout\n- click: '#order'\n- click: '#more'\n")
    shop.asked.lines.clear()
    result = scan(tmp_path, "--steps", "steps.yml", "--format", "json", shop.address)
    found = [(one["rule"], one["message"]) for one in json.loads(result.stdout)]
    assert [message for rule, message in found if rule == "page-not-visited"] == [
        "‘click: #order’: this would send a form, and a scan never does"
    ]
    assert [message for rule, message in found if "paying" in message] != []
    assert [message for rule, message in found if rule == "consent-unanswered"] == [
        "no control to refuse was found: name it with --refuse-selector",
        "no control to accept was found: name it with --accept-selector",
    ]
    assert {line.partition(" ")[0] for line in shop.asked.lines} == {"GET"}
    assert all("mkdocs-privacy/" in agent for agent in shop.asked.agents)


def test_bounds_and_robots_are_kept_and_told(tmp_path: Path, shop: Shop) -> None:
    addresses = [shop.address, f"{shop.address}checkout", f"{shop.address}admin"]
    shop.asked.lines.clear()
    bounds = ("--max-pages", "1", "--max-hosts", "1", "--select", "SC015")
    result = scan(tmp_path, *ANSWER, *bounds, "--format", "concise", *addresses)
    assert re.sub(r":\d+/", "/", result.stdout).splitlines() == [
        "privacy/organisation.yml:4: warning: organisation.website: ‘http://127.0.0.1/admin’: "
        "robots.txt forbids it: give --ignore-robots [page-not-visited]",
        "privacy/organisation.yml:4: warning: organisation.website: ‘http://127.0.0.1/checkout’: "
        "it was not visited: raise --max-pages [page-not-visited]",
        "privacy/organisation.yml:4: warning: organisation.website: ‘localhost’: it was not "
        "asked: raise --max-hosts [page-not-visited]",
        "privacy/organisation.yml:4: warning: organisation.website: ‘count.localhost’: it was not "
        "asked: raise --max-hosts [page-not-visited]",
    ]
    assert result.returncode == 0
    assert {*shop.asked.lines} == {
        *map("GET /{}".format, ("robots.txt", "", "worker.js", "offline.js"))
    }


@dataclass(frozen=True)
class Looked:
    """What was seen of the shop after accepting, and what that differs from its data in."""

    seen: Observation
    folder: Path

    @property
    def told(self) -> set[tuple[str, str]]:
        """Each finding as its rule and the first name in it."""
        loaded = load_world(self.folder, {WHERE: COOKIES}, ("en",))
        assert loaded.center
        known = KnownSite(loaded.center, shipped_catalogue(), frozenset({"127.0.0.1"}))
        found = compare(self.seen, known).findings
        return {(one.rule.slug, re.findall("‘(.*?)’", one.message)[0]) for one in found}

    @property
    def cookies(self) -> dict[str, Stored]:
        stored = (one for one in self.seen.stored if one.kind is StoredKind.COOKIE)
        return {one.name: one for one in stored}

    @property
    def hosts(self) -> set[tuple[str, str, str]]:
        asked = (one for one in self.seen.requests if one.host != "127.0.0.1")
        return {(one.host, one.path, one.kind) for one in asked}


@pytest.fixture(scope="module")
def visited(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    addresses = (shop.address, f"{shop.address}checkout")
    controls, browser = Controls(("#yes",), ("#no",)), find_chromium()
    visit = SiteVisit(
        addresses,
        controls=controls,
        phases=(Phase.ACCEPTED,),
        executable=Path(browser) if browser else None,
    )
    return Looked(visit_site(visit, lambda *_: None), tmp_path_factory.mktemp("visited"))


@pytest.fixture(scope="module")
def recorded(shop: Shop, visited: Looked, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """The same walk, in the HAR that Playwright writes of a browser with a profile on disk."""
    folder = tmp_path_factory.mktemp("recorded")
    preferences = folder / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text('{"profile": {"cookie_controls_mode": 0}}')
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder / "profile",
            executable_path=find_chromium(),
            args=["--no-sandbox"],
            record_har_path=folder / "shop.har",
        )
        page = context.new_page()
        # Playwright may wait for `networkidle` for ever: of a frame that Chromium moves into a
        # process of its own, as that of the films, this event can get lost
        watcher = Watcher(page, shop.address)
        page.goto(shop.address)
        page.click("#yes")
        for path in ("", "checkout"):
            watcher.wait_until_quiet(0.5)
            page.goto(f"{shop.address}{path}")
        watcher.wait_until_quiet(0.5)
        context.close()
    return Looked(read_recording(folder / "shop.har", Phase.ACCEPTED), folder)


def test_a_har_has_each_cookie_of_a_server_as_a_visit_sees_it(
    visited: Looked, recorded: Looked
) -> None:
    """With domain, path, lifetime, HttpOnly, Secure, SameSite and Partitioned."""
    for name in ("session", "guard", "seen", "apart", "split"):
        mine, theirs = visited.cookies[name], recorded.cookies[name]
        assert replace(theirs, page=mine.page) == mine
    assert recorded.cookies["guard"].is_http_only
    assert recorded.cookies["split"].is_partitioned


def test_of_a_cookie_of_a_script_a_har_has_the_name_alone(
    visited: Looked, recorded: Looked
) -> None:
    by_script = {"early", "ages", "choice", "stats_7f", "late"}
    assert by_script <= {*recorded.cookies}
    assert {str(recorded.cookies[name].stay) for name in by_script} == {"an unknown time"}
    assert str(visited.cookies["late"].stay) == "1 hour"


def test_a_har_has_the_hosts_pixels_and_beacons_of_a_visit(
    visited: Looked, recorded: Looked
) -> None:
    assert recorded.hosts == visited.hosts
    assert {(host, path, kind) for host, path, kind in visited.hosts if kind != "iframe"} == {
        ("localhost", "/open.gif", "pixel"),
        ("localhost", "/beacon", "beacon"),
        ("count.localhost", "/dot.gif", "pixel"),
    }


def test_an_image_that_comes_late_is_one_pixel_and_not_an_image_as_well(shop: Shop) -> None:
    held: list[Route] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_shell(), args=["--no-sandbox"])
        context = browser.new_context()
        context.route("**/open.gif", lambda route: held.append(route))
        collector = Collector(context, Phase.ACCEPTED, "127.0.0.1".__eq__)
        page = context.new_page()
        page.goto(shop.address)
        collector.begin(shop.address)
        with page.expect_request("**/open.gif"):
            page.click("#yes")
        collector.look(page)
        collector.begin(f"{shop.address}checkout")
        with page.expect_response("**/open.gif"):
            held[0].continue_()
        collector.look(page)
        asked = collector.observation().requests
        browser.close()
    assert [(seen.kind, seen.page) for seen in asked if seen.path == "/open.gif"] == [
        ("pixel", shop.address)
    ]


def test_a_har_gives_the_findings_of_a_visit_but_for_what_it_cannot_know(
    visited: Looked, recorded: Looked
) -> None:
    assert recorded.told - visited.told == set()
    assert visited.told - recorded.told == {
        ("wrong-lifetime", "ages"),
        ("service-worker", "/offline.js"),
        ("undeclared-recipient", "maps.google.com"),
        ("blocked-service", "map"),
    }


def test_an_old_finding_is_quiet_once_it_is_in_the_baseline(tmp_path: Path, shop: Shop) -> None:
    baseline = ("--baseline", "old.json")
    written = scan(tmp_path, *ANSWER, *baseline, "--write-baseline", shop.address)
    assert without_port(written.stderr) == "wrote old.json: 7 errors, 4 warnings, 2 infos\n"
    result = scan(tmp_path, *ANSWER, *baseline, shop.address)
    assert (result.stdout, result.returncode) == ("", 0)
    assert result.stderr == "nothing to report on 1 page, 13 ignored\n"


def test_a_sitemap_is_followed_with_a_bar_on_a_terminal_and_what_is_missing_is_written(
    tmp_path: Path, shop: Shop
) -> None:
    """Pages of other websites are nobody's to visit; comments and all else stay as they were."""
    reading, terminal = os.openpty()
    shop.asked.lines.clear()
    arguments = (*ANSWER, "--sitemap", "--write", "--select", "SC004", shop.address)
    result = scan(tmp_path, *arguments, stderr=terminal)
    os.close(terminal)
    shown = os.read(reading, 100_000).decode()
    os.close(reading)
    assert {"GET /sitemap.xml", "GET /", "GET /checkout"} <= {*shop.asked.lines}
    assert re.search(r"\[#+-*\] +\d+%.*accepted: http://127\.0\.0\.1:\d+/checkout", shown)
    assert "added processors.google-maps to privacy/" in shown
    assert "on 2 pages" in shown
    written = "\n".join(path.read_text() for path in sorted((tmp_path / "privacy").iterdir()))
    assert "google-maps: {use: google-maps}" in written
    assert (tmp_path / WHERE).read_text().startswith(COOKIES)
    assert "google-maps" not in result.stdout


PACKAGES = JAVASCRIPT / "node_modules"
TOOLS = {
    "cookieconsent": """
<script type="module">
import {run, acceptedCategory} from "/vanilla-cookieconsent/dist/cookieconsent.esm.js";
run({
  categories: {necessary: {readOnly: true, enabled: true}, counting: {}},
  onConsent: () => { document.cookie = acceptedCategory("counting") ? "yes=1" : "no=1" },
  language: {default: "en", translations: {en: {
    consentModal: {title: "x", acceptAllBtn: "Yes", acceptNecessaryBtn: "No"},
    preferencesModal: {sections: []},
  }}},
});
</script>""",
    "klaro": """
<script>
window.klaroConfig = {version: 1, acceptAll: true, translations: {en: {}}, services: [{
  name: "counting", purposes: ["x"], callback: (consent) => {
    if (document.cookie.includes("klaro=")) document.cookie = consent ? "yes=1" : "no=1";
  },
}]};
</script>
<script defer src="/klaro/dist/klaro.js"></script>""",
    "tarteaucitron": """
<script src="/tarteaucitronjs/tarteaucitron.js"></script>
<script>
tarteaucitron.init({DenyAllCta: true, AcceptAllCta: true, highPrivacy: true});
tarteaucitron.services.counting = {
  key: "counting", type: "analytic", name: "x", needConsent: true, cookies: [],
  js() { document.cookie = "yes=1" },
  fallback() { if (document.cookie.includes("=false")) document.cookie = "no=1" },
};
(tarteaucitron.job = tarteaucitron.job || []).push("counting");
</script>""",
}
"""Pages that say with a cookie what the visitor has answered to a consent tool."""
SHIPPED = {"cookieconsent": "vanilla-cookieconsent", "tarteaucitron": "tarteaucitronjs"}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_question_of_a_known_tool_is_answered(tool: str, tmp_path: Path) -> None:
    """With the tools themselves, as npm has them."""
    page = f"<!doctype html><html lang=en><title>Shop</title>{TOOLS[tool]}".encode()
    package = PACKAGES / SHIPPED.get(tool, tool)
    scripts = {
        f"/{path.relative_to(PACKAGES).as_posix()}": Answer(path.read_bytes(), media(path))
        for path in package.rglob("*")
        if path.suffix in (".js", ".css")
    }
    assert scripts, "what these tests need from npm is not installed: run `make lint`, once"
    cookies = f"cookies:\n  choice: {{use: {tool}}}\nconsent: {{service: choice, how: x}}\n"
    with serve_answers({"/": Answer(page), **scripts}, Asked()) as port:
        address = f"http://127.0.0.1:{port}/"
        result = scan(tmp_path, "--select", "SC001,SC014", address, cookies=cookies)
    found = re.findall(r"‘(\w+)’ \(cookie of 127.0.0.1\) is stored ([\w ]+) on", result.stdout)
    assert found == [("no", "after refusing"), ("yes", "after accepting")], result.stdout


def test_the_controls_of_every_tool_say_where_they_were_read() -> None:
    facts = {tool: controls.facts for tool, controls in KNOWN_TOOLS.items()}
    assert all(facts.values())
    assert [tool for tool, read in facts.items() if read and not read.verified] == ["cookiebot"]


def media(path: Path) -> str:
    return f"text/{'css' if path.suffix == '.css' else 'javascript'}; charset=utf-8"
