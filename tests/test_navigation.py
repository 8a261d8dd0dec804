"""Whoever arranged the navigation has arranged it; where nobody did, ours is in reader's order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builds import write_config
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section, get_navigation
from mkdocs.structure.pages import Page

from mkdocs_privacy.mkdocs_navigation import arrange_navigation, no_way_in

OURS = ["index", "data", "cookies", "rights/index", "rights/access", "rights/erasure", "contact"]
TITLES = {"center": "Confidentialité", "rights": "Vos droits"}
HERE = "legal/privacy/"

READERS_ORDER = [
    "index",
    "data",
    "cookies",
    "rights/index",
    ("Vos droits", ["rights/access", "rights/erasure"]),
    "contact",
]


class Site:
    """A site of a few pages without text, as MkDocs has it when it makes the navigation."""

    def __init__(self, folder: Path, theirs: list[str]) -> None:
        self.config = load_config(str(write_config(folder, plugins=[])))
        names = [*theirs, *(f"{HERE}{name}" for name in OURS)]
        self.files = Files(
            [File(f"{name}.md", "docs", "site", use_directory_urls=True) for name in names]
        )
        self.navigation = get_navigation(self.files, self.config)

    def arrange(self) -> Navigation:
        ours = [f"{HERE}{name}.md" for name in OURS]
        return arrange_navigation(self.navigation, ours, HERE.rstrip("/"), TITLES)

    @property
    def center(self) -> Section:
        [legal] = [item for item in self.navigation.items if isinstance(item, Section)]
        [center] = [item for item in legal.children if isinstance(item, Section)]
        return center

    def take(self, name: str) -> Page:
        """Take a page of the center out of the navigation."""
        [page] = [item for item in self.center.children if told([item]) == [name]]
        self.center.children.remove(page)
        assert isinstance(page, Page)
        return page


def told(items: list[Any]) -> list[Any]:
    """Pages by name, sections with their titles."""
    return [
        item.file.src_uri.removeprefix(HERE).removesuffix(".md")
        if isinstance(item, Page)
        else (item.title, told(item.children))
        for item in items
    ]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, ["index", "legal/imprint", "legal/privacy/more"])


def test_where_nobody_arranged_it_our_pages_come_first_in_readers_order(site: Site) -> None:
    site.arrange()
    assert site.center.title == "Confidentialité"
    assert told(site.center.children) == [*READERS_ORDER, "more"]


def test_an_order_by_name_is_nobodys(site: Site) -> None:
    assert told(site.center.children)[:2] == ["index", "contact"]
    site.center.children.reverse()
    site.center.children.sort(key=lambda item: str(told([item])[0]))
    site.arrange()
    assert told(site.center.children) == [*READERS_ORDER, "more"]


def test_an_order_that_somebody_chose_stays(site: Site) -> None:
    site.center.children.insert(1, site.take("data"))
    site.center.title = "Gegevensbescherming"
    site.arrange()
    assert site.center.title == "Gegevensbescherming"
    assert told(site.center.children) == [
        "index",
        "data",
        "contact",
        "cookies",
        "more",
        ("Vos droits", ["rights/index", "rights/access", "rights/erasure"]),
    ]


def test_a_page_that_somebody_left_out_stays_out(site: Site) -> None:
    site.take("data")
    site.arrange()
    assert told(site.center.children)[:3] == ["index", "contact", "cookies"]
    assert ("Vos droits", ["rights/index", "rights/access", "rights/erasure"]) in told(
        site.center.children
    )


def test_rights_without_their_overview_stay_together(tmp_path: Path) -> None:
    site = Site(tmp_path, ["index"])
    [rights] = [item for item in site.center.children if isinstance(item, Section)]
    overview = rights.children.pop(0)
    ours = [f"{HERE}{name}.md" for name in OURS if name != "rights/index"]
    arrange_navigation(site.navigation, ours, HERE.rstrip("/"), TITLES)
    assert overview not in site.center.children
    assert ("Vos droits", ["rights/access", "rights/erasure"]) in told(site.center.children)


def test_pages_of_the_site_keep_their_neighbours(tmp_path: Path) -> None:
    site = Site(tmp_path, ["index", "about", "zebra"])
    site.navigation.items.sort(key=lambda item: str(item.title), reverse=True)  # as i18n does
    before = [page.file.src_uri for page in site.navigation.pages if HERE not in page.file.src_uri]
    site.arrange()
    pages = site.navigation.pages
    assert [page.file.src_uri for page in pages if HERE not in page.file.src_uri] == before
    assert [page.next_page for page in pages] == [*pages[1:], None]
    assert [page.previous_page for page in pages] == [None, *pages[:-1]]


def test_a_navigation_without_a_way_in_is_told(site: Site) -> None:
    ours = [f"{HERE}{name}.md" for name in OURS]
    assert no_way_in(site.navigation, ours, None) is None
    site.navigation.items = site.navigation.items[:1]
    assert "add legal/privacy/index.md to `nav:`" in (no_way_in(site.navigation, ours, None) or "")
    site.config.load_dict({"not_in_nav": "/legal/"})
    site.config.validate()
    assert no_way_in(site.navigation, ours, site.config.not_in_nav) is None


def test_pages_that_are_kept_out_of_the_navigation_change_nothing_in_it(site: Site) -> None:
    before = told(site.navigation.items)
    arrange_navigation(site.navigation, [], HERE.rstrip("/"), TITLES)
    assert told(site.navigation.items) == before
