"""Which files are read, in which order and encoding, and what is said where none can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from worlds import LANGUAGES, SMALL_CENTER, load_world, write_files

from mkdocs_privacy.findings import as_text
from mkdocs_privacy.findings.rules.data import NO_DATA
from mkdocs_privacy.loading import data_files, load_center

MOLLIE = "processors:\n  mollie: {use: mollie}\n"


def found(base: Path, files: dict[str, str | bytes | None]) -> str:
    return as_text(load_world(base, files).findings)


def test_the_small_center_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    loaded = load_world(tmp_path, {})
    assert loaded.findings == ()
    assert loaded.center is not None
    assert loaded.center.organisation.name == "Tuimelkous"


def test_a_missing_folder_says_how_to_get_one(tmp_path: Path) -> None:
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert as_text(loaded.findings) == (
        "error: there is no folder privacy: create it with `mkdocs-privacy init`, or give another "
        "folder with the option `data_dir` [no-data]"
    )


def test_a_folder_without_yaml_says_how_to_get_some(tmp_path: Path) -> None:
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy" / "README.txt").write_text("nothing here yet")
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert as_text(loaded.findings) == (
        "error: there is no .yml file in privacy: create the data with `mkdocs-privacy init` "
        "[no-data]"
    )


def test_sections_alone_are_no_privacy_center(tmp_path: Path) -> None:
    (tmp_path / "privacy" / "sections").mkdir(parents=True)
    (tmp_path / "privacy" / "sections" / "security.nl.md").write_text("---\ntitle: a\n---\nb\n")
    assert load_center(tmp_path / "privacy", LANGUAGES).findings[0].rule is NO_DATA


def test_a_file_may_end_in_yaml(tmp_path: Path) -> None:
    loaded = load_world(tmp_path, {"privacy/processors.yaml": MOLLIE})
    assert loaded.center is not None
    assert list(loaded.center.processors) == ["mollie"]


def test_other_files_and_deeper_folders_are_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "privacy/processors.yml.bak": "[",
        "privacy/notes.txt": "[",
        "privacy/releases/2021-01-07/release.yml": "[",
        "privacy/sections/notes.txt": "[",
        "privacy/sections/old/security.nl.md": "[",
    }
    assert found(tmp_path, files) == ""


def test_files_and_their_entries_come_in_order_of_name_whatever_the_disk_says(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes | None] = {
        "privacy/z.yml": "processors:\n  mollie: {use: mollie}\n",
        "privacy/b.yaml": "processors:\n  postnl: {use: postnl}\n  bpost: {use: bpost}\n",
        "privacy/sections/b.nl.md": "---\ntitle: B\n---\nb\n",
        "privacy/sections/a.nl.md": "---\ntitle: A\n---\na\n",
    }
    loaded = load_world(tmp_path, files, languages=("nl",))
    assert loaded.center is not None
    assert [path.relative_to(tmp_path).as_posix() for path in loaded.files] == [
        "privacy/activities.yml",
        "privacy/b.yaml",
        "privacy/organisation.yml",
        "privacy/sections/a.nl.md",
        "privacy/sections/b.nl.md",
        "privacy/z.yml",
    ]
    assert loaded.files == data_files(tmp_path / "privacy")
    assert list(loaded.center.processors) == ["postnl", "bpost", "mollie"]
    assert list(loaded.center.sections) == ["a", "b"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="a byte order mark"),
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="lines of Windows"),
        pytest.param(lambda content: content.rstrip(b"\n"), id="no newline at the end"),
    ],
)
def test_how_an_editor_saves_makes_no_difference(
    changed: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    section = "---\ntitle: {0}\n---\nOne.\n\n- two\n- three\n"
    files = {
        **SMALL_CENTER,
        "privacy/processors.yml": f"{MOLLIE}  bpost:\n    use: bpost\n",
        "privacy/notice.yml": "notice:\n  introduction: |\n    One.\n\n    Two.\n",
        **{f"privacy/sections/a.{one}.md": section.format(one) for one in LANGUAGES},
    }
    plain = load_world(tmp_path / "plain", dict(files))
    saved = {name: changed(content.encode()) for name, content in files.items()}
    other = load_world(tmp_path / "other", saved)
    assert plain.center is not None
    assert other.findings == plain.findings == ()
    assert other.center == plain.center


def test_the_line_of_a_mistake_is_right_in_a_file_with_lines_of_windows(tmp_path: Path) -> None:
    written = "processors:\r\n  mollie:\r\n    use: mollie\r\n    since: gisteren\r\n"
    assert found(tmp_path, {"privacy/processors.yml": written}) == (
        "privacy/processors.yml:4: error: processors.mollie.since: ‘gisteren’ is not a date as "
        "year-month-day, such as 2021-01-07 [bad-date]"
    )


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_that_is_not_utf8_says_how_to_save_it(encoding: str, tmp_path: Path) -> None:
    written = f"{MOLLIE}  bpost: {{use: bpost, name: Poste réelle}}\n".encode(encoding)
    line = 3 if encoding == "latin-1" else 1
    assert found(tmp_path, {"privacy/processors.yml": written}) == (
        f"privacy/processors.yml:{line}: error: the file is not UTF-8 text: "
        "save it with the encoding UTF-8 [not-utf-8]"
    )


def test_a_section_in_utf16_is_not_said_to_lack_its_front_matter(tmp_path: Path) -> None:
    written = "---\ntitle: Sécurité\n---\nOuvert.\n".encode("utf-16")
    loaded = load_world(tmp_path, {"privacy/sections/a.fr.md": written}, languages=("fr",))
    assert as_text(loaded.findings) == (
        "privacy/sections/a.fr.md:1: error: the file is not UTF-8 text: save it with the encoding "
        "UTF-8 [not-utf-8]"
    )


@pytest.mark.parametrize(
    ("title", "body", "line"), [("Sécurité", "Ouvert.", 2), ("Bon", "Un.\n\nFermé.", 6)]
)
def test_a_section_that_is_not_utf8_says_how_to_save_it(
    title: str, body: str, line: int, tmp_path: Path
) -> None:
    written = f"---\ntitle: {title}\n---\n{body}\n".encode("latin-1")
    loaded = load_world(tmp_path, {"privacy/sections/a.fr.md": written}, languages=("fr",))
    assert as_text(loaded.findings) == (
        f"privacy/sections/a.fr.md:{line}: error: the file is not UTF-8 text: "
        "save it with the encoding UTF-8 [not-utf-8]"
    )


def test_a_character_that_no_page_can_hold_is_refused_in_yaml_and_in_a_section(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes | None] = {
        "privacy/processors.yml": "processors:\n  mollie: {use: mollie, legal_name: a\x07b}\n",
        "privacy/sections/a.nl.md": "---\ntitle: A\n---\nOne.\nTwo\x00.\n",
    }
    loaded = load_world(tmp_path, files, languages=("nl",))
    assert as_text(loaded.findings) == (
        "privacy/processors.yml:2: error: the character U+0007 cannot be printed: remove it "
        "[character]\n"
        "privacy/sections/a.nl.md:5: error: the character U+0000 cannot be printed: remove it "
        "[character]"
    )


def test_a_value_of_several_lines_stays_on_one_line_of_the_report(tmp_path: Path) -> None:
    written = 'processors:\n  mollie:\n    use: mollie\n    country: "B\\nE"\n'
    assert found(tmp_path, {"privacy/processors.yml": written}) == (
        "privacy/processors.yml:4: error: processors.mollie.country: ‘B E’ is not a country code "
        "of two capitals (ISO 3166-1), such as BE [bad-country]"
    )


def test_places_are_named_from_the_folder_that_the_reader_is_in(tmp_path: Path) -> None:
    write_files(tmp_path / "site", {"privacy/processors.yml": "processors: ["})
    loaded = load_center(tmp_path / "site" / "privacy", LANGUAGES, base=tmp_path)
    assert [str(finding.place) for finding in loaded.findings] == ["site/privacy/processors.yml:1"]
