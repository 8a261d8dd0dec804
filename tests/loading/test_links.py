"""Links, pipes and folders in the place of a file: nothing from outside is read, nothing hangs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import LANGUAGES, load_world, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.disk import LARGEST
from mkdocs_privacy.findings import as_text
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.loading import load_center

SECRET = "SECRET-OF-SOMEBODY-ELSE"
SECTION = f"---\ntitle: {SECRET}\n---\n{SECRET}\n"
CATALOG = f'msgid ""\nmsgstr "Content-Type: text/plain\\n"\n\nmsgid "{SECRET}"\nmsgstr "x"\n'
CONFIGURATION = "site_name: A\ntheme: {name: material, language: nl}\nplugins: [privacy-center]\n"
PLACES = {
    "data": "privacy/processors.yml",
    "section": "privacy/sections/a.nl.md",
    "template": "privacy/templates/pages/home.html",
    "catalog": "privacy/locales/nl/LC_MESSAGES/privacy.po",
}


def a_link_out(place: Path, outside: Path) -> None:
    place.symlink_to(outside / "secret")


def a_link_to_a_device(place: Path, outside: Path) -> None:
    place.symlink_to("/dev/zero")


def a_link_that_leads_nowhere(place: Path, outside: Path) -> None:
    place.symlink_to("gone")


def a_link_to_itself(place: Path, outside: Path) -> None:
    place.symlink_to(place.name)


def a_pipe(place: Path, outside: Path) -> None:
    os.mkfifo(place)


def more_than_fits(place: Path, outside: Path) -> None:
    with place.open("wb") as file:
        file.truncate(LARGEST + 1)  # takes no room on the disk


def a_folder(place: Path, outside: Path) -> None:
    place.mkdir()


def check(base: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(base)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    assert SECRET not in result.output
    return result.output


@pytest.fixture
def base(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    write_files(site, {"mkdocs.yml": CONFIGURATION, "docs/about.md": "# About\n"})
    (tmp_path / "outside").mkdir()
    return site


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "put",
    [a_link_out, a_link_to_a_device, a_link_that_leads_nowhere, a_link_to_itself, a_pipe],
)
def test_what_is_no_file_of_the_data_folder_is_found_and_not_read(
    place: str, put: Callable[[Path, Path], None], base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = {"section": SECTION, "catalog": CATALOG}.get(place, f"{SECRET}: {SECRET}\n")
    (base.parent / "outside" / "secret").write_text(written)
    (base / PLACES[place]).parent.mkdir(parents=True, exist_ok=True)
    put(base / PLACES[place], base.parent / "outside")
    found = check(base, monkeypatch)
    assert f"{PLACES[place]}:1: error: this " in found
    assert f"[{UNREADABLE_FILE}]" in found


@pytest.mark.parametrize("place", ["data", "section"])
@pytest.mark.parametrize("put", [a_folder, more_than_fits])
def test_a_folder_or_a_huge_file_in_the_place_of_data_is_found(
    place: str, put: Callable[[Path, Path], None], base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base / PLACES[place]).parent.mkdir(exist_ok=True)
    put(base / PLACES[place], base)
    assert f"{PLACES[place]}:1: error: this " in check(base, monkeypatch)


@pytest.mark.parametrize(
    "folder", ["sections", "templates", "locales", "releases", "templates/pages"]
)
def test_a_folder_that_leads_out_is_found_and_not_read(
    folder: str, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = base.parent / "outside"
    (outside / "a.nl.md").write_text(SECTION)
    (outside / "2020-01-01").mkdir()
    (outside / "nl" / "LC_MESSAGES").mkdir(parents=True)
    (outside / "nl" / "LC_MESSAGES" / "privacy.po").write_text(CATALOG)
    (base / "privacy" / folder).parent.mkdir(exist_ok=True)
    (base / "privacy" / folder).symlink_to(outside)
    assert (
        f"privacy/{folder}:1: error: this link leads out of the folder privacy, and nothing "
        "outside it is read: replace it with a copy, or remove it"
    ) in check(base, monkeypatch)


@pytest.mark.parametrize("folder", ["sections", "templates", "locales"])
def test_a_file_in_the_place_of_a_folder_is_found(
    folder: str, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (base / "privacy" / folder).write_text("")
    assert "error: this is a file, but a folder is expected here" in check(base, monkeypatch)


def test_a_link_within_the_data_folder_is_followed(tmp_path: Path) -> None:
    files = {"privacy/sections/a.nl.md": "---\ntitle: A\n---\nOne.\n"}
    write_files(tmp_path, files)
    (tmp_path / "privacy" / "sections" / "b.nl.md").symlink_to("a.nl.md")
    loaded = load_center(tmp_path / "privacy", ("nl",))
    assert loaded.center is not None
    assert list(loaded.center.sections) == ["a", "b"]


def test_the_data_folder_itself_may_be_a_link_and_then_is_what_it_leads_to(tmp_path: Path) -> None:
    write_files(tmp_path / "shared", {"privacy/sections/a.nl.md": "---\ntitle: A\n---\nOne.\n"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "privacy").symlink_to("../shared/privacy")
    loaded = load_center(tmp_path / "site" / "privacy", ("nl",))
    assert loaded.center is not None
    assert list(loaded.center.sections) == ["a"]


@pytest.mark.parametrize(
    "put", [a_pipe, a_link_to_a_device, a_link_that_leads_nowhere, a_link_to_itself]
)
@pytest.mark.parametrize("place", ["note", "text", "mkdocs.yml"])
def test_a_file_that_is_named_in_a_command_may_be_no_pipe_and_no_device(
    place: str, put: Callable[[Path, Path], None], base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(base)
    put(base / "named.nl.md", base)
    command = {
        "note": ["release", "--effective", "2126-01-01", "--note-file", "named.nl.md"],
        "text": ["import-version", "--effective", "2018-05-25", "--text", "named.nl.md"],
        "mkdocs.yml": ["check", "--config-file", "named.nl.md"],
    }[place]
    result = CliRunner().invoke(main, command)
    assert isinstance(result.exception, SystemExit), result.exception
    assert "named.nl.md: this" in result.output or "named.nl.md:1: error: this" in result.output


# What nobody sees


def test_what_systems_and_editors_leave_behind_is_no_data(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        f"privacy/{name}": b"\x00\x05\x16\x07"
        for name in (
            "._organisation.yml",
            ".#organisation.yml",
            "#organisation.yml#",
            "organisation.yml~",
            ".organisation.yml.swp",
            "~$organisation.yml",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "sections/._consent.nl.md",
            "sections/.DS_Store",
            "sections/#consent.nl.md#",
        )
    }
    (tmp_path / "privacy" / "sections").mkdir(parents=True)
    (tmp_path / "privacy" / "sections" / ".#consent.nl.md").symlink_to("somebody@desk.1234")
    loaded = load_world(tmp_path, files, LANGUAGES)
    assert as_text(loaded.findings) == ""
    assert len(loaded.files) == 2
