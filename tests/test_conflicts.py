"""A file of the site where the center puts its own is refused by name, by builds and `check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from building_here import build_here
from builds import write_config
from click.testing import CliRunner
from worlds import LANGUAGES, write_files

from mkdocs_privacy.cli import main

HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "{source}", content="# Theirs"))
"""


def write_site(folder: Path, structure: str | None, source: str, **options: Any) -> Path:
    """A site with a center below `privacy/`, and one file of its own."""
    home = "nl/index.md" if structure == "folder" else "index.md"
    own = {f"docs/{home}": "# Home\n", **({f"docs/{source}": "# Theirs\n"} if source else {})}
    write_files(folder, own)
    plugins: dict[str, Any] = {"search": {}, "privacy-center": {"path": "privacy"}}
    if structure:
        languages = [{"locale": code, "name": code, "default": code == "nl"} for code in LANGUAGES]
        plugins["i18n"] = {"docs_structure": structure, "languages": languages}
    return write_config(folder, plugins=plugins, **options)


@pytest.mark.parametrize(
    ("structure", "source", "becomes"),
    [
        (None, "privacy.md", "privacy/index.html"),
        (None, "privacy/README.md", "privacy/index.html"),
        (None, "privacy/data.md", "privacy/data/index.html"),
        (None, "privacy/data/index.md", "privacy/data/index.html"),
        (None, "privacy/data/index.html", "privacy/data/index.html"),
        (None, "privacy/rights.md", "privacy/rights/index.html"),
        (None, "privacy/processors.atom", "privacy/processors.atom"),
        (None, "privacy/cookies", "privacy/cookies"),
        ("suffix", "privacy.md", "privacy/index.html"),
        ("suffix", "privacy.fr.md", "fr/privacy/index.html"),
        ("suffix", "privacy/data/index.en.md", "en/privacy/data/index.html"),
        ("suffix", "fr/privacy/data/index.html", "fr/privacy/data/index.html"),
        ("folder", "nl/privacy.md", "privacy/index.html"),
        ("folder", "fr/privacy/data/index.md", "fr/privacy/data/index.html"),
        ("folder", "privacy/data/index.html", "privacy/data/index.html"),
    ],
)
def test_what_ends_up_in_the_place_of_ours_is_refused(
    structure: str | None,
    source: str,
    becomes: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    config = write_site(tmp_path, structure, source)
    monkeypatch.chdir(tmp_path)

    built = build_here(config)
    checked = CliRunner().invoke(main, ["check"])

    said = f"docs/{source}:1: error: {source} becomes {becomes} in the site, where the privacy"
    assert built.exit_code == 1
    assert isinstance(built.exception, SystemExit)
    assert said in built.output
    assert checked.exit_code == 1
    assert said in checked.output


def test_without_addresses_of_folders_other_names_are_taken(tmp_path: Path) -> None:
    config = write_site(tmp_path, None, "privacy.md", use_directory_urls=False)
    (tmp_path / "docs" / "privacy" / "data").mkdir(parents=True)
    (tmp_path / "docs" / "privacy" / "data" / "index.md").write_text("# Theirs", "utf-8")
    assert build_here(config).exit_code == 0
    (tmp_path / "docs" / "privacy" / "data.html").write_text("<p>Theirs", "utf-8")

    result = build_here(config)

    assert "data.html becomes privacy/data.html in the site" in result.output


@pytest.mark.parametrize("structure", [None, "suffix"])
def test_a_page_that_another_plugin_makes_in_the_place_of_ours_is_refused(
    structure: str | None, tmp_path: Path
) -> None:
    config = write_site(tmp_path, structure, "", hooks=["hook.py"])
    source = "privacy.html" if structure else "privacy/data/index.md"
    (tmp_path / "hook.py").write_text(HOOK.format(source=source), "utf-8")
    if structure:  # static-i18n takes no generated files but those that come after it
        late = HOOK.replace(
            "def on", "from mkdocs.plugins import event_priority\n@event_priority(-105)\ndef on"
        )
        (tmp_path / "hook.py").write_text(late.format(source="fr/privacy/data/index.html"), "utf-8")

    result = build_here(config)

    assert isinstance(result.exception, SystemExit)
    assert "data/index.html in the site, where the privacy center puts a page" in result.output


def test_a_name_in_other_letters_is_the_same_on_many_disks(tmp_path: Path) -> None:
    config = write_site(tmp_path, None, "PRIVACY.md")
    write_files(tmp_path, {"docs/Privacy/terms.md": "# Terms in a folder of the same name\n"})

    result = build_here(config)

    assert (
        "PRIVACY.md becomes PRIVACY/index.html in the site, which is the same as "
        "privacy/index.html on macOS and Windows, where the privacy center puts a page"
    ) in result.output
    assert "terms" not in result.output


def test_a_file_that_the_site_leaves_out_takes_no_place(tmp_path: Path) -> None:
    config = write_site(tmp_path, None, "privacy.md", exclude_docs="privacy.md")

    assert build_here(config).exit_code == 0


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_a_page_in_a_language_that_the_site_does_not_have_takes_no_place(
    structure: str, tmp_path: Path
) -> None:
    source = "privacy/data.de.md" if structure == "suffix" else "de/privacy/data.md"
    assert build_here(write_site(tmp_path, structure, source)).exit_code == 0
