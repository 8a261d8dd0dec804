"""What a screen reader is told of each kind of page: the frame once, then what each page holds."""

from __future__ import annotations

import re

import pytest
from goldens import assert_as_reviewed
from playwright.sync_api import Browser, Page

PAGES = (
    *("", "for/gift-recipients/", "data/", "processors/", "cookies/", "rights/", "rights/access/"),
    *("rights/received/", "rights/complaint/", "contact/", "policy/", "changes/", "versions/"),
    *("versions/2019-05-01/", "versions/2021-01-07/changes/", "404.html"),
)
AT_MOST = 30
"""Lines of a page: what follows is more of the same."""


def tree(page: Page, part: str) -> list[str]:
    """The roles, names and states in a part of a page, without addresses, long names cut."""
    lines = page.locator(part).first.aria_snapshot().splitlines()
    without = [line for line in lines if not re.match(r"\s*- /(url|placeholder):", line)]
    return [line if len(line) <= 96 else f"{line[:95]}…" for line in without]


def test_a_screen_reader_is_told_this(
    browser: Browser, address: str, request: pytest.FixtureRequest
) -> None:
    told: list[str] = []
    with browser.new_page(viewport={"width": 1280, "height": 900}) as page:
        page.goto(address)
        told += ["# Around every page", *tree(page, "body > header"), *tree(page, ".md-sidebar")]
        for name in PAGES:
            page.goto(address + name)
            lines = tree(page, "article")
            more = [f"… {len(lines) - AT_MOST} lines more"] if len(lines) > AT_MOST else []
            told += ["", f"# /{name}", *lines[:AT_MOST], *more]
    assert_as_reviewed("accessibility.txt", "\n".join(told) + "\n", request)
