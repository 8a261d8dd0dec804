"""In `mkdocs serve`, a page in draft says above its text what `check` finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_world import CONFIG, write_site
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    requirement: voluntary
    retention: {minimum: P1Y}
"""


def bar(folder: Path, *, command: str, activities: str = ORDERS, config: str = CONFIG) -> str:
    """The bar of the first page, as words; nothing where it has none."""
    write_site(folder, {"mkdocs.yml": config, "privacy/activities.yml": activities})
    read = load_config(str(folder / "mkdocs.yml"))
    read.plugins.on_startup(command=command, dirty=False)
    build(read)
    page = html.parse(str(folder / "site/index.html"))
    bars = page.xpath("//details[contains(@class, 'pc-findings')]")
    assert len(bars) <= 1
    return " ".join(bars[0].text_content().split()) if bars else ""


def test_the_preview_of_a_draft_lists_each_finding_with_its_place(tmp_path: Path) -> None:
    assert bar(tmp_path, command="serve") == (
        "mkdocs-privacy check: 1 warning privacy/activities.yml:10:16 warning: this says at least "
        "how long the data is kept, but not when it goes: add `maximum`, `until` or `criteria` "
        "[retention-without-end]"
    )


def test_a_build_has_no_such_bar(tmp_path: Path) -> None:
    assert bar(tmp_path, command="build") == ""


@pytest.mark.parametrize(
    ("activities", "config"),
    [
        (ORDERS.replace("minimum", "period"), CONFIG),
        (ORDERS, CONFIG.replace("[no-release]", "[no-release, RT001]")),
        (f"{ORDERS[:-1]}  # privacy: ignore RT001: the archive law\n", CONFIG),
    ],
)
def test_there_is_none_where_nothing_is_found_or_wanted(
    tmp_path: Path, activities: str, config: str
) -> None:
    assert bar(tmp_path, command="serve", activities=activities, config=config) == ""


def test_a_finding_cannot_break_out_of_the_page(tmp_path: Path) -> None:
    hostile = "processors:\n  x: {name: '[<b>of a name]', category: other, role: processor}\n"
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy/more.yml").write_text(hostile, "utf-8")
    said = bar(tmp_path, command="serve")
    assert "‘[<b>of a name]’ is still to be filled in" in said
