"""From where a post comes, by what a browser says, and which names are this machine."""

from __future__ import annotations

import pytest

from mkdocs_privacy.requests import Sender, is_from_elsewhere, is_this_machine

SITE = "https://www.example.be"
RECEIVER = "https://requests.example.be"
ELSEWHERE = "https://elsewhere.example"


@pytest.mark.parametrize(
    "origin, referer, fetch_site, is_taken",
    [
        # every browser of today says where a post comes from
        (SITE, None, "same-site", True),
        (SITE, f"{SITE}/rights/", "cross-site", True),
        (RECEIVER, None, "same-origin", True),
        ("https://WWW.example.be:443", None, None, True),
        (ELSEWHERE, None, "cross-site", False),
        (ELSEWHERE, f"{SITE}/", "same-origin", False),
        ("http://www.example.be", None, "cross-site", False),
        ("https://www.example.be:8443", None, "same-site", False),
        ("https://evil.www.example.be", None, "same-site", False),
        # a page that hides where it is: under `no-referrer`, in a sandbox, from a file
        ("null", None, None, False),
        ("null", None, "cross-site", False),
        ("null", f"{ELSEWHERE}/", "cross-site", False),
        ("null", f"{SITE}/rights/", "cross-site", True),
        ("null", None, "same-site", True),
        ("null", None, "same-origin", True),
        # older browsers
        (None, f"{SITE}/rights/", None, True),
        (None, f"{ELSEWHERE}/", None, False),
        (None, "https://[oops", None, False),
        (None, None, "cross-site", False),
        (None, None, "none", True),
        # a program
        (None, None, None, True),
    ],
)
def test_a_post_comes_from_a_page_of_ours_or_from_a_program(
    origin: str | None, referer: str | None, fetch_site: str | None, is_taken: bool
) -> None:
    sender = Sender(origin, referer, fetch_site)
    assert is_from_elsewhere(sender, RECEIVER, [SITE]) is not is_taken


def test_where_no_site_is_known_nothing_can_be_compared() -> None:
    assert not is_from_elsewhere(Sender(ELSEWHERE, None, "cross-site"), RECEIVER, None)


@pytest.mark.parametrize("fetch_site", ["same-site", "cross-site"])
@pytest.mark.parametrize("here", ["http://127.0.0.1:8000", "http://[::1]:8000", "http://[::1]"])
def test_a_preview_knows_no_page_but_its_own(here: str, fetch_site: str) -> None:
    assert not is_from_elsewhere(Sender(here, None, "same-origin"), here, ())
    assert is_from_elsewhere(Sender("http://127.0.0.1:1", None, fetch_site), here, ())
    assert is_from_elsewhere(Sender(None, None, fetch_site), here, ())


@pytest.mark.parametrize(
    "host, is_here",
    [
        ("localhost", True),
        ("LocalHost", True),
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.7", False),
        ("localhost.example.be", False),
        ("127.0.0.1.example.be", False),
        ("", False),
    ],
)
def test_this_machine_has_many_names(host: str, is_here: bool) -> None:
    assert is_this_machine(host) is is_here
