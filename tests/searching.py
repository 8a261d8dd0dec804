"""Searching in a page whose index may not have been read yet."""

from __future__ import annotations

from playwright.sync_api import Page


def search_until_found(page: Page, field: str, words: str, found: str) -> None:
    """Type again until that is found: a query from before the index was read is forgotten.

    Where the index comes while words are typed, the first of their letters have a result of theirs.
    """
    for _ in range(40):
        page.locator(field).fill("")
        page.locator(field).press_sequentially(words)
        page.wait_for_timeout(500)
        if page.locator(found).count():
            return
