"""What the center says is kept between builds, and made anew when anything that it is made of is
not what it was: tests/test_rebuilding.py compares whole sites after random edits."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml
from builds import write_config
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from release_worlds import IN_FORCE, TODAY, files_in
from worlds import load_world, write_files

from mkdocs_privacy.kept_work import KeptWork
from mkdocs_privacy.mkdocs_settings import read_settings
from mkdocs_privacy.page_needs import Needs, read_needs
from mkdocs_privacy.pages import PAGE_KINDS, PageHeading, SearchPassage
from mkdocs_privacy.plugin import filling, kept_bodies, kept_needs
from mkdocs_privacy.plugin.demand import EVERYTHING, Demand
from mkdocs_privacy.plugin.exports import Exports, Feed, FoundExports
from mkdocs_privacy.plugin.kept_bodies import KeptBodies, MadePage
from mkdocs_privacy.plugin.kept_needs import CODE, KeptNeeds
from mkdocs_privacy.releases import write_release
from mkdocs_privacy.site import OpenedSite, hash_of_code, made_of, read_made_of

TEXTS = Exports(
    {"a.txt": "é".encode(), "a.csv": b"\x00\xff"}, (Feed("A", "application/atom+xml", "a"),)
)


def never(*_: object, **__: object) -> NoReturn:
    raise AssertionError("this was made before")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with a release, of which a folder of its own keeps what builds make."""
    folder = a_world(tmp_path / "site")
    for module in (kept_bodies, kept_needs):
        monkeypatch.setattr(module, "kept_work", lambda: KeptWork(tmp_path / "kept"))
    return folder


def a_world(folder: Path) -> Path:
    load_world(folder, {}, ("nl",))
    write_files(folder, {"catalogue/measures.yml": "{}\n"})
    write_release(folder / "privacy" / "releases", IN_FORCE, TODAY)
    options = {"today": "2026-11-15", "catalogue_dirs": ["catalogue"]}
    write_config(folder, plugins={"search": {}, "privacy-center": options})
    return folder


def built(world: Path) -> dict[str, bytes]:
    build(load_config(str(world / "mkdocs.yml"), site_dir=str(world.parent / "built")))
    return files_in(world.parent / "built")


def key_of(world: Path, *, is_preview: bool = False) -> tuple[str, ...] | None:
    settings = read_settings(world / "mkdocs.yml", world)
    files = read_made_of(settings, CODE)
    return files.key(OpenedSite(settings, is_preview=is_preview))


def test_a_second_build_makes_nothing_anew(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(world)
    for module, name in (
        (filling, "Renderer"),
        (filling, "LocalizedCenter"),
        (filling, "tell_history"),
        (filling, "find_exports_of"),
        (kept_bodies, "read_passages"),
        (kept_needs, "read_needs"),
    ):
        monkeypatch.setattr(module, name, never)
    assert built(world) == first


def test_what_is_lost_or_damaged_is_made_again(world: Path) -> None:
    first = built(world)
    entries = sorted((world.parent / "kept").iterdir())
    assert len(entries) > len(PAGE_KINDS)
    for number, entry in enumerate(entries):
        if number % 3 == 0:
            entry.unlink()
        elif number % 3 == 1:
            entry.write_bytes(entry.read_bytes()[:-1])
    assert built(world) == first
    assert sorted((world.parent / "kept").iterdir()) == entries


def test_a_page_is_read_as_it_was_written() -> None:
    page = MadePage(
        PAGE_KINDS[0],
        "‘Privacy’",
        "A < b",
        Markup("<p>A\r\n\u00a0é\ud800</p>"),
        (PageHeading(2, "a", "A &amp; b"),),
        "sought",
        (SearchPassage("a", "A & b", ("one", "two")),),
    )
    read = kept_bodies._read_page(page, kept_bodies._write_page(page))
    assert read == page
    assert type(read.body) is Markup
    assert kept_bodies._read_exports(kept_bodies._write_exports(TEXTS)) == TEXTS


def option(**changed: Any) -> Callable[[Path], None]:
    def change(world: Path) -> None:
        file = world / "mkdocs.yml"
        config = yaml.safe_load(file.read_text())
        config["plugins"]["privacy-center"] |= changed
        file.write_text(yaml.safe_dump(config))

    return change


def setting(**changed: Any) -> Callable[[Path], None]:
    def change(world: Path) -> None:
        file = world / "mkdocs.yml"
        file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text()) | changed))

    return change


def write(name: str, content: str) -> Callable[[Path], None]:
    return lambda world: write_files(world, {name: content})


def alter_release(world: Path) -> None:
    words = next((world / "privacy" / "releases").glob("*/policy.*.html"))
    words.write_bytes(words.read_bytes() + b"\n")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(write("privacy/more.yml", "{}\n"), id="data"),
        pytest.param(write("privacy/sections/more.nl.md", "Meer\n"), id="a section"),
        pytest.param(write("privacy/templates/pages/contact.html", "<p>"), id="a template"),
        pytest.param(write("privacy/locales/nl/LC_MESSAGES/privacy.po", ""), id="words"),
        pytest.param(write("catalogue/measures.yml", "{} # more\n"), id="a catalogue"),
        pytest.param(alter_release, id="a release"),
        pytest.param(option(today="2026-11-16"), id="the day"),
        pytest.param(option(path="privacy"), id="the path"),
        pytest.param(option(form_of_address={"nl": "informal"}), id="the form of address"),
        pytest.param(option(pictures={"countries": "none"}), id="a picture"),
        pytest.param(setting(site_url="https://other.example/"), id="the address"),
        pytest.param(setting(use_directory_urls=False), id="the kind of addresses"),
        pytest.param(setting(theme={"name": "material", "language": "fr"}), id="the language"),
    ],
)
def test_all_is_made_anew_of_anything_else(world: Path, change: Callable[[Path], None]) -> None:
    before = key_of(world)
    assert before
    assert key_of(world) == before
    change(world)
    after = key_of(world)
    assert after
    assert after != before


def test_a_preview_has_pages_of_its_own(world: Path) -> None:
    assert key_of(world, is_preview=True) != key_of(world)


def test_neither_the_folder_nor_the_lines_of_the_configuration_count(
    world: Path, tmp_path: Path
) -> None:
    other = a_world(tmp_path / "elsewhere" / "site")
    config = other / "mkdocs.yml"
    config.write_text(f"# a comment\n\n{config.read_text()}")
    assert key_of(other) == key_of(world)


def test_code_and_the_versions_of_libraries_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hash_of_code() == CODE
    package, libraries = tmp_path / "package", tmp_path / "libraries"
    (package / "__pycache__").mkdir(parents=True)
    (libraries / "jinja2-3.0.dist-info").mkdir(parents=True)
    (package / "a.py").write_text("a = 1")
    (tmp_path / "package.zip").touch()
    monkeypatch.setattr(made_of, "_PACKAGE", package)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "missing.zip"), str(libraries)])
    seen = [hash_of_code()]
    for change in (
        lambda: (package / "__pycache__" / "a.pyc").touch(),
        lambda: (package / "a.py").write_text("a = 2"),
        lambda: (package / "b.py").touch(),
        lambda: (libraries / "jinja2-3.0.dist-info").rename(libraries / "jinja2-3.1.dist-info"),
    ):
        change()
        seen.append(hash_of_code())
    assert seen[0] == seen[1]
    assert len(set(seen[1:])) == len(seen[1:])
    monkeypatch.setattr(sys, "path", [str(libraries), str(tmp_path / "package.zip")])
    assert hash_of_code() == b"", "the versions in an archive are not known"


def test_nothing_is_kept_of_files_that_are_links(world: Path) -> None:
    (world / "more.yml").write_text("{}")
    (world / "privacy" / "more.yml").symlink_to(world / "more.yml")
    assert key_of(world) is None


def told(world: Path, *, meanwhile: Callable[[], object] = lambda: None) -> list[str]:
    """Whether exports were made by a build, in the middle of which something happens."""
    demand = Demand(is_preview=False)
    settings = read_settings(world / "mkdocs.yml", world)
    bodies = KeptBodies(OpenedSite(settings), read_made_of(settings, CODE), demand)
    made: list[str] = []

    def find() -> FoundExports:
        made.append("made")
        return FoundExports({"a.txt": lambda: "é", "a.csv": lambda: b"\x00\xff"}, TEXTS.feeds)

    assert bodies.exports("nl", find) == TEXTS
    meanwhile()
    bodies.seal()
    return made


def test_files_that_a_preview_puts_off_are_left_to_make_even_where_every_page_is_kept(
    world: Path,
) -> None:
    settings, demand = read_settings(world / "mkdocs.yml", world), Demand(is_preview=True)
    demand.is_partial = True
    bodies = KeptBodies(OpenedSite(settings), read_made_of(settings, CODE), demand)
    exports = bodies.exports("nl", lambda: FoundExports({"a.txt": lambda: "text"}, ()))
    assert exports.content == {
        "a.txt": b"privacy-center: this is made when somebody asks for it: *\n"
    }
    assert demand.left == {EVERYTHING}


def test_what_is_made_while_somebody_writes_is_not_kept(world: Path) -> None:
    more = world / "privacy" / "more.txt"
    assert told(world, meanwhile=more.touch)
    more.unlink()
    assert told(world), "the files are as they were, but not when it was made"
    assert not told(world)


def test_nothing_is_taken_where_somebody_writes_while_the_data_is_read(world: Path) -> None:
    told(world)
    settings = read_settings(world / "mkdocs.yml", world)
    files = read_made_of(settings, CODE)
    write("privacy/more.yml", "{}\n")(world)
    assert files.key(OpenedSite(settings)) is None


def test_what_a_page_needs_is_found_out_once(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [
        "<script>let a = 1</script>",
        '<p style="color: red">',
        '<style>p {}</style><img src="https://other.example/a.png">',
        "<p>",
    ]
    first = KeptNeeds("a")
    needs = [first.of(page) for page in pages]
    assert needs == [*map(read_needs, pages)]
    assert len({*needs, Needs()}) == len(pages)
    first.keep()
    monkeypatch.setattr(kept_needs, "read_needs", never)
    second = KeptNeeds("a")
    assert [second.of(page) for page in pages[:2]] == needs[:2]
    second.keep()
    assert KeptNeeds("a").of(pages[0]) == needs[0]
    for site, page in (("a", pages[2]), ("b", pages[0])):
        with pytest.raises(AssertionError):
            KeptNeeds(site).of(page)
