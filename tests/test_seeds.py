"""The policies that the project began with, and two of other kinds: pages say what they say."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

SEEDS = Path(__file__).parent / "seeds"
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark")
)
INLINE |= {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
UNSEEN = frozenset(("script", "style", "template", "svg"))
NEVER_CLOSED = frozenset(("img", "input", "link", "meta"))
# keys whose words rights, checks and exports know nothing of
FREE_TEXT = frozenset(("body", "description", "introduction", "note", "promises", "summary"))


class VisibleText(HTMLParser):
    """The words that a reader sees, with single spaces: those of the article, or of everything."""

    def __init__(self, html: str, only_article: bool) -> None:
        super().__init__()
        self._only_article = only_article
        self._articles = 0
        self._hidden_by: list[str] = []
        self._pieces: list[str] = []
        self.feed(html)
        self.close()
        self.text = " ".join("".join(self._pieces).replace("\u00ad", "").split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._articles += tag == "article"
        hides = tag in UNSEEN or any(name == "hidden" for name, _ in attrs)
        if tag in self._hidden_by or (hides and not self._hidden_by and tag not in NEVER_CLOSED):
            self._hidden_by.append(tag)
        self._separate(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        self._articles -= tag == "article"
        if tag in self._hidden_by:
            self._hidden_by.pop()
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden_by and (self._articles or not self._only_article):
            self._pieces.append(data)

    def _separate(self, tag: str) -> None:
        if tag not in INLINE:
            self._pieces.append(" ")


@dataclass(frozen=True)
class Seed:
    """One policy: what it says and what was left out, and the site that was built from its data."""

    statements: list[dict[str, Any]]
    left_out: list[dict[str, str]]
    site: Path

    def article(self, page: str) -> str:
        file = self.site / page / "index.html"
        return VisibleText(file.read_text(encoding="utf-8"), True).text if file.exists() else ""


@pytest.fixture(scope="module", params=["webshop", "saas", "event", "health-app"])
def seed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seed:
    folder = SEEDS / request.param
    site = tmp_path_factory.mktemp(request.param) / "site"
    command = [sys.executable, "-m", "mkdocs", "build"]  # not strictly: what they say is not sound
    command += ["--config-file", str(folder / "mkdocs.yml"), "--site-dir", str(site)]
    build = subprocess.run(command, capture_output=True, text=True, check=False)
    assert build.returncode == 0, build.stdout + build.stderr
    # every scalar a text, so that `on` is no boolean
    written = yaml.load((folder / "statements.yml").read_bytes(), yaml.BaseLoader)
    return Seed(written["statements"], written["left_out"], site)


def test_everything_that_the_text_says_is_shown(seed: Seed) -> None:
    missing = []
    for statement in seed.statements:
        article = seed.article(statement["on"])
        for fragment, times in Counter(statement["shown_as"]).items():
            found = article.count(fragment)
            if found < times:
                seen = f"{found} of {times} times: " if found else ""
                missing.append(f"/{statement['on']}: {seen}{fragment}\n    {statement['says']}")
    assert not missing, f"{len(missing)} missing:\n" + "\n".join(missing)


def test_every_statement_is_listed_once_for_each_page(seed: Seed) -> None:
    listed = Counter((statement["says"], statement["on"]) for statement in seed.statements)
    assert [statement for statement, times in listed.items() if times > 1] == []


def test_what_was_left_out_appears_nowhere(seed: Seed) -> None:
    texts = {
        page.relative_to(seed.site).as_posix(): VisibleText(page.read_text(encoding="utf-8"), False)
        for page in seed.site.rglob("*.html")
    }
    assert texts
    appears = [
        f"{page}: {entry['what']}"
        for page, visible in texts.items()
        for entry in seed.left_out
        if entry["what"] in visible.text
    ]
    assert appears == []


@pytest.mark.parametrize("name", ["event", "health-app"])
def test_of_a_policy_of_another_kind_hardly_anything_is_free_text(name: str) -> None:
    folder = SEEDS / name
    written = yaml.safe_load((folder / "statements.yml").read_bytes())
    data: dict[str, Any] = {
        "sections": {
            file.name.partition(".")[0]: {"body": file.read_text(encoding="utf-8")}
            for file in (folder / "privacy" / "sections").iterdir()
        }
    }
    for file in (folder / "privacy").glob("*.yml"):
        data |= yaml.safe_load(file.read_bytes())
    paths = [tuple(statement["in"].split(".")) for statement in written["statements"]]
    for path in paths:
        assert reduce(dict.get, path, data) is not None, path

    free = [".".join(path) for path in paths if not FREE_TEXT.isdisjoint(path)]
    share = f"{len(free)} of {len(paths)} statements, {len(free) / len(paths):.1%}"
    assert len(free) <= 0.05 * len(paths), f"{share}: {free}"
    assert written["free_text"] == share
