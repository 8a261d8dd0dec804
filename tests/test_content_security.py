"""The Content-Security-Policy: what it says, where it stands, and that a browser keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from builds import REPOSITORY, write_config
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from patience import until
from playwright.sync_api import Browser, Error, Page, expect
from release_worlds import a_document, a_release
from searching import search_until_found
from site_checks.accessibility import VIEWPORTS
from site_checks.server import list_addresses, serve
from worlds import write_files

from mkdocs_privacy.content_security import (
    check_sources,
    insert_policy,
    make_policy,
    with_inline_scripts,
    write_policy,
)
from mkdocs_privacy.exports import render_headers
from mkdocs_privacy.page_needs import Needs, asks_for_nothing, read_needs
from mkdocs_privacy.releases import write_release
from mkdocs_privacy.site import read_options

HASH = "'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='"
"""Of `let a = 1`, as `openssl dgst -sha256 -binary | base64` has it."""

CSP = "Content-Security-Policy"
ENDPOINT = "https://requests.example.be"


def page_with(head: str = "", body: str = "") -> str:
    return f'<!doctype html><html lang="nl"><head><meta charset="utf-8">{head}</head><body>{body}'


# What a policy says


def test_a_page_may_load_files_of_its_own_site_and_post_to_the_endpoint() -> None:
    policy = make_policy(read_needs(page_with("<script>let a = 1</script>")), [ENDPOINT])
    assert write_policy(policy).split("; ") == [
        "default-src 'self'",
        f"script-src 'self' {HASH}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        f"connect-src 'self' {ENDPOINT}",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        f"form-action 'self' {ENDPOINT}",
        "frame-ancestors 'none'",
    ]


@pytest.mark.parametrize(
    "script",
    [
        "<script>let a = 1</script>",
        '<script type="">let a = 1</script>',
        "<SCRIPT TYPE=' Module '>let a = 1</SCRIPT>",
        "<script type=application/javascript async>let a = 1</script>",
        '<script type="importmap">let a = 1</script>',
    ],
)
def test_a_script_of_the_page_itself_may_run(script: str) -> None:
    assert read_needs(page_with(body=f"<p>a &amp; b{script}")) == Needs(frozenset([HASH]))


@pytest.mark.parametrize(
    "inert",
    [
        '<script src="a.js">let a = 1</script>',
        '<script type="application/json">let a = 1</script>',
        '<script type="text/x-template">let a = 1</script>',
        "<!-- <script>let a = 1</script> -->",
        "<code>&lt;script&gt;let a = 1&lt;/script&gt;</code>",
        '<p title="<script>let a = 1</script>">',
    ],
)
def test_what_is_no_script_needs_nothing(inert: str) -> None:
    assert read_needs(page_with(body=inert)) == Needs()


def test_line_ends_are_those_that_a_browser_hashes() -> None:
    script = "<script>\nif (1 < 2 && '</p>') {\n  f('é')\n}</script>"
    assert read_needs(page_with(script)) == read_needs(page_with(script.replace("\n", "\r\n")))


def test_styles_of_the_page_itself_count() -> None:
    needs = read_needs(page_with("<style>let a = 1</style>", '<td style="text-align: right">'))
    assert needs == Needs(styles=frozenset([HASH]), has_style_attributes=True)
    policy = make_policy(needs)
    assert policy["style-src"] == ("'self'", HASH)
    assert policy["style-src-attr"] == ("'unsafe-inline'",)


def test_what_is_refused_is_known_beforehand() -> None:
    needs = read_needs(
        page_with(
            '<link rel="stylesheet" href="//fonts.example/css"><link rel=icon href=//no.example>',
            '<img src="https://pictures.example:8443/a.png"><img src="../b.png"><img src="http://[">'
            '<iframe src="https://video.example/1"></iframe><script src="https://cdn.example/a.js">'
            '</script><button onclick="f()"></button><a href="javascript:f()"></a>',
        )
    )
    assert sorted(needs.foreign) == [
        ("frame-src", "video.example"),
        ("img-src", "["),
        ("img-src", "no.example"),
        ("img-src", "pictures.example:8443"),
        ("script-src", "a script in href"),
        ("script-src", "a script in onclick"),
        ("script-src", "cdn.example"),
        ("style-src", "fonts.example"),
    ]


PLAIN = (
    '<h1 id="on">On, in style</h1><p><a href="../data/#a">a</a> <a href="https://b.example">b</a>'
)


def test_elements_of_ours_that_ask_for_nothing_are_not_parsed() -> None:
    assert asks_for_nothing(PLAIN)


@pytest.mark.parametrize(
    "asking",
    [
        "<style>let a = 1</style>",
        '<img src="https://a.example/b.png">',
        '<SCRIPT src="https://a.example/b.js"></SCRIPT>',
        "<iframe src=//a.example></iframe>",
        '<td\nSTYLE = "text-align: right">',
        "<b title=''onclick=f()>",
        '<svg/onload="f()">',
        '<a href="JavaScript:f()">',
        '<a href=" java&#10;script:f()">',
        '<a href="&#106;avascript:f()">',
        "<a href=data:text/html,f>",
        "<button formaction = javascript:f()>",
        '<pre class="mermaid">',
        '<a data-md-component="source" href="https://github.com/a/b">',
        "<!--",
    ],
)
def test_what_else_is_in_them_is_found_as_before(asking: str) -> None:
    body = f"{PLAIN}{asking}<script>let a = 1</script>"
    page = page_with(body=body)
    assert not asks_for_nothing(f"{PLAIN}{asking}")
    assert read_needs(page, body) == read_needs(page)
    assert read_needs(page_with(body=f"{PLAIN}<script>let a = 1</script>"), body).scripts == {HASH}


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        ("http://localhost:9000", "http://localhost:9000"),
        ("https://Aanvragen.Voorbeeld.be", "https://aanvragen.voorbeeld.be"),
        ("https://vie-privée.example:8443", "https://xn--vie-prive-i4a.example:8443"),
        ("http://[::1]:9000", "http:"),  # https://www.w3.org/TR/CSP3/ has no IPv6 addresses
        ("https://a..b", "https:"),
    ],
)
def test_an_origin_is_written_as_a_policy_can(origin: str, source: str) -> None:
    assert make_policy(Needs(), [origin])["form-action"] == ("'self'", source)


def test_a_site_may_allow_more() -> None:
    statistics = "https://statistics.example.be"
    more = {
        "script-src": (statistics,),
        "style-src": ("'unsafe-inline'",),
        "frame-src": ("'self'",),
        "media-src": ("https:",),
    }
    policy = make_policy(Needs(frozenset([HASH]), frozenset([HASH])), also_allowed=more)
    assert policy["script-src"] == ("'self'", HASH, statistics)
    assert policy["style-src"] == ("'self'", "'unsafe-inline'")  # browsers heed hashes before it
    assert policy["frame-src"] == ("'self'",)
    assert policy["media-src"] == ("'self'", "https:")


@pytest.mark.parametrize(
    "source",
    [
        *(
            "https:",
            "blob:",
            "*",
            "*.example.be",
            "localhost:8000",
            "https://a.example:*/b/c%20d.js",
        ),
        *("'self'", "'unsafe-inline'", "'unsafe-eval'", HASH),
    ],
)
def test_a_source_that_may_be_allowed(source: str) -> None:
    assert check_sources("script-src", [source]) == (source,)


@pytest.mark.parametrize(
    "source",
    [
        *("self", "unsafe-inline", "'none'", "'nonce-1'", "'sha256-'", "", "a b", "a,b", "a;b"),
        *('"a"', "https://a.example/'", "https://a.example;", "https://é.example", "<b>", None, {}),
    ],
)
def test_a_source_that_would_break_a_policy_is_refused(source: object) -> None:
    with pytest.raises(ValueError, match=r"script-src: ‘.*’ is no source of a Content-Security-"):
        check_sources("script-src", [source])


@pytest.mark.parametrize("directive", ["script", "default-src", "report-uri", "sandbox", "a; b"])
def test_a_directive_that_is_not_known_is_refused(directive: str) -> None:
    with pytest.raises(ValueError, match=f"‘{directive}’ is none of script-src, style-src, img-"):
        check_sources(directive, [])


def test_a_preview_runs_the_script_that_reloads_it_and_no_attribute() -> None:
    policy = with_inline_scripts(make_policy(Needs(frozenset([HASH]))))
    assert policy["script-src"] == ("'self'", HASH)
    assert policy["script-src-elem"] == ("'self'", "'unsafe-inline'")


# Where it stands in a page


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<!doctype html><html><head>\n  <meta charset="utf-8">', "\n  <title>a</title>"),
        ("<HEAD><META name=a><META data-a='>' CHARSET=utf-8>", "<script>a</script>"),
        ("<meta http-equiv=Content-Type content='text/html; charset=utf-8'>", "<title>a</title>"),
        ("<!-- <head> --><html><head class='>'>", "<title>a</title><body><header>"),
        ("<!doctype html><html lang=nl>", "<title>a</title><body><header>"),
    ],
)
def test_a_policy_stands_as_early_as_may_be_and_changes_nothing_else(
    before: str, after: str
) -> None:
    policy = {"img-src": ("'self'", "https://a.example/a&b"), "frame-ancestors": ("'none'",)}
    assert insert_policy(before + after, policy) == (
        f'{before}<meta http-equiv="Content-Security-Policy" '
        f"content=\"img-src 'self' https://a.example/a&amp;b\">{after}"
    )


@pytest.mark.parametrize("written", ["<p>a part of a page</p>", "<!-- <head></head> -->"])
def test_what_is_no_page_is_left_alone(written: str) -> None:
    assert insert_policy(written, make_policy(read_needs(written))) == written


# Headers

SHORT = {"img-src": ("'self'", "https://a.example/%20"), "frame-ancestors": ("'none'",)}
POLICY = "img-src 'self' https://a.example/%20; frame-ancestors 'none'"


def test_headers_of_a_center_below_a_path() -> None:
    assert render_headers(SHORT, ["/legal/privacy/", "/fr/legal/privacy/"]) == {
        "_headers": f"""\
# For Netlify and Cloudflare Pages.
/legal/privacy/*
  Content-Security-Policy: {POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
/fr/legal/privacy/*
  Content-Security-Policy: {POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
""",
        "nginx.conf": f"""\
# For nginx: location ~ ^(?:/legal/privacy/|/fr/legal/privacy/) {{ include …/nginx.conf; }}
# A location inside it that has an add_header of its own needs this file once more.
add_header Content-Security-Policy "{POLICY}" always;
add_header X-Content-Type-Options "nosniff" always;
add_header Referrer-Policy "strict-origin-when-cross-origin" always;
add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()" always;
""",
        "apache.conf": f"""\
# For Apache with mod_headers: a part of .htaccess or <VirtualHost>.
<If "%{{REQUEST_URI}} =~ m#^(?:/legal/privacy/|/fr/legal/privacy/)#">
Header always set Content-Security-Policy "{POLICY.replace("%", "%%")}"
Header always set X-Content-Type-Options "nosniff"
Header always set Referrer-Policy "strict-origin-when-cross-origin"
Header always set Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
</If>
""",
    }


def test_headers_of_a_site_that_is_a_center() -> None:
    rendered = render_headers(SHORT, ["/"])
    assert rendered["_headers"].startswith(f"# For Netlify and Cloudflare Pages.\n/*\n  {CSP}: img")
    assert rendered["nginx.conf"].startswith("# For nginx: server { include …/nginx.conf; }\n# A")
    assert "<If" not in rendered["apache.conf"]


def test_who_may_frame_the_pages_is_said_in_headers_alone() -> None:
    policy = make_policy(Needs(), also_allowed={"frame-ancestors": ("https://intra.example.be",)})
    assert "frame-ancestors https://intra.example.be\n" in render_headers(policy, ["/"])["_headers"]
    assert "frame-ancestors" not in insert_policy(page_with(), policy)


def test_headers_that_would_grow_too_long_leave_hashes_to_the_pages() -> None:
    needs = Needs(frozenset(f"'sha256-{number:043}='" for number in range(40)))
    policy = make_policy(needs)
    written = render_headers(policy, ["/"])["_headers"]
    assert "script-src 'self' 'unsafe-inline'; style-src 'self'; img-src" in written
    assert max(map(len, written.splitlines())) < 2000
    assert len(policy["script-src"]) == 41


# Built sites

OWN_PAGE = """\
# Over ons

| Waar | Hoeveel |
|------|--------:|
| Putte | 1 |

```python
print("Putte")
```

<style>.eigen { color: rgb(1, 2, 3) }</style>
<p class="eigen">Eigen</p>
<script>if (1 < 2 && "é</p>&amp;") { document.body.dataset.own = "ran" }</script>
"""

BARE_PAGE = '<!doctype html><html lang="nl"><title>Los</title><body><p>Los</p></body></html>'

TWO_LANGUAGES = {
    "languages": [{"locale": code, "name": code, "default": code == "nl"} for code in ("nl", "fr")]
}
PALETTES = [
    {"scheme": scheme, "toggle": {"icon": "material/brightness-6", "name": scheme}}
    for scheme in ("default", "slate")
]


def write_site(
    folder: Path, files: Mapping[str, str], center: Mapping[str, Any], **options: Any
) -> Path:
    """A site of the small center, with `files` in its docs folder; its mkdocs.yml."""
    write_files(folder, {f"docs/{name}": content for name, content in files.items()})
    plugins = {"search": {}, "privacy-center": center, **options.pop("plugins", {})}
    return write_config(folder, plugins=plugins, **options)


def policy_of(page: Path) -> dict[str, set[str]]:
    [written] = re.findall(rf'<meta http-equiv="{CSP}" content="([^"]*)">', page.read_text("utf-8"))
    return sources_of(unescape(written))


def sources_of(policy: str) -> dict[str, set[str]]:
    directives = (directive.split() for directive in policy.split("; "))
    return {directive: set(sources) for directive, *sources in directives}


def headers_of(site: Path) -> dict[str, str]:
    """What a host that reads `_headers` says of every page of a site that is a center."""
    _comment, place, *lines = (site / "_headers").read_text("utf-8").splitlines()
    assert place == "/*"
    return dict(line.strip().split(": ", 1) for line in lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is a privacy center, with a page of its own."""
    folder = tmp_path_factory.mktemp("center")
    config = write_site(
        folder,
        {"over.md": OWN_PAGE, "los.html": BARE_PAGE},
        {"requests": {"endpoint": f"{ENDPOINT}/{{right}}"}},
        theme={"name": "material", "language": "nl", "palette": PALETTES},
        markdown_extensions=["tables", "pymdownx.superfences", "pymdownx.highlight"],
        plugins={"i18n": TWO_LANGUAGES},
    )
    for day, words in ((date(2025, 1, 1), "Oud"), (date(2026, 1, 1), "Nieuw")):
        documents = {one: a_document(f"<h1>Beleid</h1><p>{words}.</p>") for one in ("nl", "fr")}
        release = replace(a_release(), effective=day, announced=day, documents=documents)
        write_release(folder / "privacy" / "releases", release, day)
    build(load_config(str(config)))
    return folder / "site"


def test_every_page_has_its_own_policy_and_the_headers_those_of_all(site: Path) -> None:
    whole = sources_of(headers_of(site)[CSP])
    pages = [one for one in site.rglob("*.html") if one.name != "los.html"]
    assert len({page.relative_to(site).parts[0] for page in pages} & {"fr", "404.html"}) == 2
    scripts = set()
    for page in pages:
        policy = policy_of(page)
        scripts |= policy["script-src"]
        assert len(policy["script-src"]) < len(whole["script-src"]), page
        assert policy["connect-src"] == {"'self'", ENDPOINT, "https://privacy.tuimelkous.example"}
        if page.parent.name != "over":
            assert policy["style-src"] == {"'self'"}, page
    assert scripts == whole["script-src"]


def test_below_a_path_only_the_center_has_a_policy(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = write_site(
        tmp_path,
        {"index.md": "# Winkel", "fr/index.md": "# Magasin", "_headers": "/*\n  X-Own: yes\n"},
        {"path": "privacy"},
        site_url="https://www.tuimelkous.example/winkel/",
        plugins={"i18n": {"docs_structure": "folder", **TWO_LANGUAGES}},
    )
    with caplog.at_level("INFO", "mkdocs.plugins.privacy-center"):
        build(load_config(str(config)))
    site = tmp_path / "site"

    secured = {page.relative_to(site) for page in site.rglob("*.html") if CSP in page.read_text()}
    below = [page.relative_to(site) for one in (".", "fr") for page in (site / one).rglob("*.html")]
    assert secured == {page for page in below if "privacy" in page.parts}
    assert (site / "_headers").read_text() == "/*\n  X-Own: yes\n"
    assert caplog.messages[1:] == [  # after that nothing has been released
        "privacy-center: the site has its own _headers: add the content of "
        "privacy/exports/headers/_headers to it"
    ]
    ours = (site / "privacy" / "exports" / "headers" / "_headers").read_text()
    places = ["/winkel/privacy/*", "/winkel/fr/privacy/*"]
    assert re.findall(r"^/.*", ours, re.MULTILINE) == places
    missing = read_needs((site / "404.html").read_text())  # what a host shows below these as well
    assert [one for one in missing.scripts if one not in ours] == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"also_allow": {"script-src": ["self"]}}, "script-src: ‘self’ is no source of a"),
        ({"also_allow": {"scripts": []}}, "‘scripts’ is none of script-src, style-src"),
        ({"also_allow": {"img-src": "https:"}}, "lists are expected here: `img-src: [https://"),
        ({"also_allow": ["https:"]}, "lists are expected here: `img-src: [https://"),
    ],
)
def test_a_wrong_option_is_explained(options: dict[str, Any], expected: str) -> None:
    [finding] = read_options({"content_security_policy": options}).findings
    assert finding.message.startswith(expected)


def test_the_examples_in_the_documentation_are_valid() -> None:
    text = (REPOSITORY / "docs" / "how-to" / "security-headers.md").read_text("utf-8")
    for example in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        [ours] = [
            plugin["privacy-center"]
            for plugin in yaml.safe_load(example)["plugins"]
            if "privacy-center" in plugin
        ]
        assert read_options(ours).findings == ()


# In a browser

CLEAN: list[str] = []

TELL = """
addEventListener("securitypolicyviolation", event =>
  console.error("refused", event.effectiveDirective, event.blockedURI))
"""


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page of the browser, and what a policy refused it, or a script failed at, so far."""
    refused: list[str] = []
    with browser.new_context(**options) as context:
        context.add_init_script(TELL)
        page = context.new_page()
        page.on("pageerror", lambda error: refused.append(f"script fails: {error.message}"))
        page.on(
            "console",
            lambda message: (
                refused.append(message.text.removeprefix("refused "))
                if message.text.startswith("refused ")
                else None
            ),
        )
        yield page, refused


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served with its headers, so that those of a page apply as well."""
    with serve(site, headers=headers_of(site)) as root:
        yield root


def test_no_kind_of_page_asks_for_what_is_refused(
    browser: Browser, site: Path, address: str
) -> None:
    like_others = re.compile(
        r"/(fr|contact|cookies|data|processors|versions/2025.*|rights/(?!erasure|re[cq][eu])\w.*)/$"
        r"|/fr/.|los\.html"
    )
    with visiting(browser) as (page, refused):
        for one in (*list_addresses(site, address), f"{address}fr/no/such/page"):
            if not like_others.search(one):
                page.goto(one)
                assert refused == CLEAN, one
        page.goto(f"{address}over/")
        expect(page.locator("body")).to_have_attribute("data-own", "ran")
        expect(page.locator(".eigen")).to_have_css("color", "rgb(1, 2, 3)")
        expect(page.locator("td").last).to_have_css("text-align", "right")
        assert refused == CLEAN


def test_everything_on_the_pages_works(browser: Browser, address: str) -> None:
    with visiting(browser) as (page, refused):
        page.goto(address)
        page.locator(".privacy-center-palette").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.get_by_role("textbox", name="Zoek").click()
        page.keyboard.type("bestellingen")
        expect(page.locator(".md-search-result__item").first).to_be_visible()

        page.goto(f"{address}versions/")
        page.locator("[name=older]").select_option(index=1)
        page.locator("[name=newer]").select_option(index=0)
        page.locator("#compare button").click()
        expect(page.locator("#comparison ins")).to_have_text(re.compile("Nieuw"))

        page.set_viewport_size(VIEWPORTS["phone"])
        page.locator(".privacy-center-drawer").click()
        expect(page.locator(".md-sidebar--primary")).to_be_visible()
        assert refused == CLEAN


INJECTED = """
<script>document.body.dataset.injected = "a script"</script>
<p onclick="document.body.dataset.injected = 'a handler'">Klik</p>
<iframe src="https://elsewhere.example/"></iframe>
<form method="post" action="https://elsewhere.example/"></form>
"""
REFUSED = [
    *("form-action https://elsewhere.example/", "frame-src https://elsewhere.example"),
    *("script-src-attr inline", "script-src-elem inline"),
]


@pytest.mark.parametrize("policy_in", ["page", "headers"])
def test_what_is_injected_is_refused(browser: Browser, site: Path, policy_in: str) -> None:
    written = (site / "contact" / "index.html") if policy_in == "page" else site / "los.html"
    injected = written.with_name("injected.html")
    injected.write_text(
        written.read_text("utf-8").replace("</body>", f"{INJECTED}</body>"), "utf-8"
    )
    headers = headers_of(site) if policy_in == "headers" else {}
    with serve(site, headers=headers) as root, visiting(browser) as (page, refused):
        page.goto(f"{root}{injected.relative_to(site).as_posix()}")
        page.get_by_text("Klik").click()
        page.locator("form[action*=elsewhere]").evaluate("form => form.submit()")
        until(lambda: len(refused) >= len(REFUSED), doing=lambda: page.wait_for_timeout(20))
        page.wait_for_timeout(100)  # whatever else is refused is heard too
        assert page.evaluate("document.body.dataset.injected") is None
        assert sorted(refused) == REFUSED
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate("fetch('https://elsewhere.example/')")
    injected.unlink()


def test_a_preview_reloads_itself(browser: Browser, tmp_path: Path) -> None:
    config = load_config(str(write_site(tmp_path, {"over.md": OWN_PAGE}, {})))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    with previewing(config.site_dir) as address, visiting(browser) as (page, refused):
        with page.expect_console_message(lambda message: message.text == "Enabled live reload"):
            page.goto(f"{address}over/")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<i onclick=\"f()\">a</i>')")
        until(lambda: refused, doing=lambda: page.wait_for_timeout(20))
        assert refused == ["script-src-attr inline"]


@contextmanager
def previewing(folder: str) -> Iterator[str]:
    """MkDocs's own server of a preview, whose pages reload when something changed."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, folder, polling_interval=0.1)
    server.watch(folder)
    server.server_bind()
    server.server_activate()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        super(LiveReloadServer, server).shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_work_as_well(browser: Browser, tmp_path: Path, theme: str) -> None:
    options = {"name": theme, "highlightjs": False}  # from another host, which is refused
    build(load_config(str(write_site(tmp_path, {}, {}, theme=options))))
    with serve(tmp_path / "site") as root, visiting(browser) as (page, refused):
        page.goto(f"{root}rights/erasure/")
        page.goto(f"{root}search.html?q=orders" if theme == "readthedocs" else root)
        if theme == "mkdocs":
            page.locator("[data-bs-target='#mkdocs_search_modal']").first.click()
            search_until_found(
                page, "#mkdocs-search-query", "orders", "#mkdocs-search-results article"
            )
        expect(page.locator("#mkdocs-search-results article").first).to_be_visible()
        assert refused == CLEAN
