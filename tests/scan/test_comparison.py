"""What was seen of a website, compared with a small center: each difference, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.scan import (
    Ending,
    KnownSite,
    Observation,
    Phase,
    Placeholder,
    PostedForm,
    Request,
    Stay,
    Stored,
    StoredKind,
    compare,
)
from mkdocs_privacy.scan.matching import KnownItem, wrong_stay
from mkdocs_privacy.scan.traces import shipped_traces

DAY = 86_400
SESSION = Stay(Ending.SESSION)
PAGE = "https://www.shop.example/"
SHOP = """
cookies:
  shop:
    name: Our shop
    category: necessary
    purpose: keeps your basket
    description: The script /sw.js keeps pages.
    items:
      basket: {duration: session, purpose: keeps your basket}
      "cart_*_v1.0": {type: local_storage, duration: persistent, purpose: keeps your basket}
  films:
    name: Films
    category: marketing
    purpose: shows films
    consent: required
    items:
      seen: {party: third, domain: films.example, duration: P30D, purpose: counts}
processors:
  hoster: {name: Hoster, category: hosting, role: processor, country: BE, website: https://hoster.example}
  mollie: {use: mollie}
"""


def known(base: Path, cookies: str = SHOP) -> KnownSite:
    loaded = load_world(base, {"privacy/cookies.yml": cookies}, ("en",))
    assert loaded.center, [str(one) for one in loaded.findings]
    return KnownSite(loaded.center, shipped_catalogue(), frozenset({"shop.example"}))


def cookie(
    name: str, stay: Stay = SESSION, phase: Phase = Phase.ACCEPTED, domain: str = "shop.example"
) -> Stored:
    return Stored(StoredKind.COOKIE, name, domain, phase, PAGE, stay)


def stored(kind: StoredKind, name: str) -> Stored:
    return Stored(kind, name, "www.shop.example", Phase.ACCEPTED, PAGE, Stay(Ending.NEVER))


def asked(address: str, phase: Phase = Phase.ACCEPTED, kind: str = "script") -> Request:
    host, _, path = address.partition("/")
    return Request(host, f"/{path}", kind, phase, PAGE)


def days(number: float) -> Stay:
    return Stay(Ending.AFTER, number * DAY)


def told(base: Path, *seen: Stored | Request | PostedForm | Placeholder) -> list[str]:
    observation = Observation(
        pages=(PAGE,),
        phases=frozenset({Phase.BEFORE, Phase.REFUSED}),
        stored=tuple(one for one in seen if isinstance(one, Stored)),
        requests=tuple(one for one in seen if isinstance(one, Request)),
        forms=tuple(one for one in seen if isinstance(one, PostedForm)),
        placeholders=tuple(one for one in seen if isinstance(one, Placeholder)),
    )
    return [str(one) for one in compare(observation, known(base)).findings]


def test_what_is_declared_as_it_is_gives_no_finding(tmp_path: Path) -> None:
    assert (
        told(
            tmp_path,
            cookie("basket"),
            stored(StoredKind.LOCAL_STORAGE, "cart_7_v1.0"),
            stored(StoredKind.SERVICE_WORKER, "/sw.js"),
            cookie("seen", days(29), domain="www.films.example"),
            asked("www.shop.example/app.js"),
            asked("films.example/player"),
            asked("cdn.hoster.example/style.css"),
            asked("js.mollie.com/v1"),
            PostedForm("hoster.example", PAGE),
            Placeholder("films", "films.example", PAGE),
        )
        == []
    )


def test_an_item_that_nobody_lists_is_named_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    assert told(tmp_path, cookie("xyz", days(400), Phase.BEFORE), cookie("xyz", days(400))) == [
        "error: cookies: ‘xyz’ (cookie of shop.example) is stored before consent and after "
        "accepting on https://www.shop.example/, for 400 days, and nothing lists it: list it under "
        "`items` of a service [undeclared-item]"
    ]


def test_letters_that_mean_something_in_a_pattern_stand_for_themselves(tmp_path: Path) -> None:
    """`.` is a dot, and case counts."""
    names = ["cart_7_v1x0", "Cart_7_v1.0", "cart_7_v1.0b"]
    findings = told(tmp_path, *(stored(StoredKind.LOCAL_STORAGE, name) for name in names))
    assert [one.split("’")[0].split("‘")[1] for one in findings] == names


def test_a_service_of_the_catalogue_is_recognised_by_its_items(tmp_path: Path) -> None:
    assert told(tmp_path, cookie("_ga", days(400)), cookie("_ga_X1", days(400))) == [
        "error: cookies: the website uses Google Analytics: ‘_ga’ (cookie of shop.example) and "
        "‘_ga_X1’ (cookie of shop.example) is stored after accepting: write "
        "`google-analytics-4: {use: google-analytics-4}` under `cookies` [undeclared-service]"
    ]


def test_a_name_that_anybody_may_give_does_not_make_a_service(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, cookie("cart"))
    assert "nothing lists it (it may be of shopify)" in finding


def test_a_name_that_several_services_have_names_them_all(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, cookie("PHPSESSID"))
    assert "(it may be of prestashop, magento, php, symfony)" in finding


def test_a_third_party_cookie_is_that_of_its_domain(tmp_path: Path) -> None:
    """`__cf_bm` is Cloudflare’s on the shop itself, and Vimeo’s on vimeo.com."""
    (finding,) = told(tmp_path, cookie("__cf_bm", domain="vimeo.com"))
    assert "the website uses Vimeo: ‘__cf_bm’ (cookie of vimeo.com)" in finding


def test_lifetime_and_party_are_compared(tmp_path: Path) -> None:
    assert told(tmp_path, cookie("basket", days(30), domain="hoster.example")) == [
        "warning: cookies.shop.items.basket: ‘basket’ (cookie of hoster.example) is declared as "
        "your own: write `party: third` and `domain: hoster.example` [wrong-party]",
        "warning: cookies.shop.items.basket.duration: ‘basket’ stays for 30 days and `duration` "
        "says session: correct one of the two [wrong-lifetime]",
    ]


@pytest.mark.parametrize(
    ("declared", "stay", "is_wrong"),
    [
        ("P13M", days(390), False),
        ("P13M", days(400), False),
        ("P13M", days(3650), True),
        ("P2Y", days(400), False),
        ("P2Y", days(730), False),
        ("P2Y", days(1000), True),
        ("P1Y", days(30), True),
        ("PT30M", Stay(Ending.AFTER, 1790), False),
        ("P30D", SESSION, True),
        ("session", days(1), True),
        ("persistent", days(400), False),
        ("P30D", Stay(), False),
        (None, days(30), False),
    ],
)
def test_a_lifetime_is_wrong_where_more_than_a_tenth_is(
    declared: str | None, stay: Stay, is_wrong: bool
) -> None:
    assert wrong_stay(declared, stay) is is_wrong


def test_what_waits_for_consent_is_told_once_for_each_answer(tmp_path: Path) -> None:
    early = cookie("seen", days(30), Phase.BEFORE, "films.example")
    late = cookie("seen", days(30), Phase.REFUSED, "films.example")
    assert told(tmp_path, early, late, asked("films.example/x", Phase.REFUSED)) == [
        "error: cookies.films: ‘seen’ (cookie of films.example) is stored before the visitor "
        "answered: hold it back until consent [before-consent]",
        "error: cookies.films: ‘seen’ (cookie of films.example) is stored and ‘films.example’ is "
        "asked after the visitor refused: hold it back until consent [after-refusal]",
    ]


def test_hosts_are_those_of_known_recipients_or_of_nobody(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        asked("fonts.googleapis.com/css2", kind="stylesheet"),
        asked("fonts.gstatic.com/s/x.woff2", kind="font"),
        asked("cdn.nobody.example/a.js", Phase.BEFORE),
        asked("www.google.com/recaptcha/api.js"),
    ) == [
        "error: processors: the browser asks Google Fonts: ‘fonts.googleapis.com’ and "
        "‘fonts.gstatic.com’ (stylesheet, font) after accepting on https://www.shop.example/: "
        "write `google-fonts: {use: google-fonts}` under `processors` [undeclared-recipient]",
        "warning: processors: the browser asks ‘cdn.nobody.example’ (script) before consent on "
        "https://www.shop.example/: name its owner under `processors`, with `website` "
        "[unknown-host]",
        "error: processors: the browser asks Google reCAPTCHA: ‘www.google.com’ (script) after "
        "accepting on https://www.shop.example/: write `google-recaptcha: {use: "
        "google-recaptcha}` under `processors` [undeclared-recipient]",
    ]


def test_a_recipient_that_its_service_gives_away_is_not_told_twice(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, cookie("_ga", days(400)), asked("www.google-analytics.com/g"))
    assert "[undeclared-service]" in finding


def test_forms_placeholders_and_service_workers_are_told(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        PostedForm("forms.nobody.example", PAGE),
        Placeholder("flims", "", PAGE),
        Placeholder("", "www.youtube.com", PAGE),
        stored(StoredKind.SERVICE_WORKER, "/worker.js"),
    ) == [
        "error: processors: the browser asks YouTube: ‘www.youtube.com’ (held back) after "
        "accepting on https://www.shop.example/: write `youtube: {use: youtube}` under "
        "`processors` [undeclared-recipient]",
        "warning: processors: a form on https://www.shop.example/ sends what is typed to "
        "‘forms.nobody.example’: name its owner under `processors` [form-elsewhere]",
        "warning: cookies: a consent tool holds back ‘flims’, which is not under `cookies` (did "
        "you mean ‘films’?): add it [blocked-service]",
        "info: cookies: the website keeps the service worker ‘/worker.js’: say in the "
        "`description` of a service what it does [service-worker]",
    ]


def test_what_is_declared_and_had_the_chance_to_be_seen_was_not(tmp_path: Path) -> None:
    def unseen(*phases: Phase, kinds: frozenset[StoredKind]) -> list[str]:
        seen = Observation(phases=frozenset(phases), kinds=kinds)
        return [str(one) for one in compare(seen, known(tmp_path)).findings]

    cookies = frozenset({StoredKind.COOKIE})
    basket = (
        "info: cookies.shop.items.basket: ‘basket’ was not seen on any page: visit a page that "
        "stores it, or remove it [never-seen]"
    )
    assert unseen(Phase.BEFORE, kinds=cookies) == [basket]
    assert unseen(Phase.BEFORE, Phase.ACCEPTED, kinds=cookies) == [
        basket,
        "info: cookies.films.items.seen: ‘seen’ was not seen on any page: visit a page that "
        "stores it, or remove it [never-seen]",
    ]
    assert unseen(Phase.BEFORE, kinds=frozenset()) == []


def test_every_service_of_the_catalogue_is_recognised_by_all_that_it_stores(
    tmp_path: Path,
) -> None:
    """Unless another stores the same, or it gives its items names that anybody may give."""
    center = known(tmp_path)
    unclear = {
        *("matomo", "piwik-pro", "matomo-cloud"),  # the same three names
        *("php", "symfony", "prestashop", "magento", "odoo"),
        *("laravel", "mkdocs-material", "youtube-nocookie"),
    }
    wrong = []
    for id in center.catalogue.cookies:
        items = [one for one in center.shipped if one.service == id]
        if not items or id in unclear:
            continue
        seen = Observation(
            phases=frozenset({Phase.BEFORE}), stored=tuple(as_stored(one) for one in items)
        )
        missing = [one.id for one in compare(seen, center).missing if one.section == "cookies"]
        if id not in missing:
            wrong.append((id, missing))
    assert wrong == []


def as_stored(listed: KnownItem) -> Stored:
    domain = listed.domain or "shop.example"
    name = listed.name.replace("*", "7f3a")
    return Stored(listed.kind, name, domain, Phase.BEFORE, PAGE)


def test_traces_are_those_of_recipients_that_there_are() -> None:
    assert {*shipped_traces()} <= {*shipped_catalogue().processors}
