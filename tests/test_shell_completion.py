"""Pressing Tab: what a shell offers after `mkdocs-privacy`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from builds import write_config
from click.testing import CliRunner
from worlds import write_files

from mkdocs_privacy.cli import main

REPOSITORY = Path(__file__).parent.parent
COMPLETE = "_MKDOCS_PRIVACY_COMPLETE"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which `mkdocs-privacy` is that of this checkout, whatever else is installed."""
    command = tmp_path / "bin" / "mkdocs-privacy"
    command.parent.mkdir()
    start = "from mkdocs_privacy.cli import main; main(prog_name='mkdocs-privacy')"
    # by way of a shell, since a first line `#!` ends at the first space of a path
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n')
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
    }


def offered(line: str, folder: Path, environment: dict[str, str]) -> list[str]:
    """What a real bash offers at the end of a line, as the page of the documentation sets it up."""
    words = line.split(" ")
    script = f"""
        eval "$({COMPLETE}=bash_source mkdocs-privacy)"
        COMP_WORDS=({" ".join(f"'{word}'" for word in words)}) COMP_CWORD={len(words) - 1}
        function=$(complete -p mkdocs-privacy | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        "$function" mkdocs-privacy
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    # a shell that is not interactive has no `compopt` for what stands in no COMPREPLY
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mkdocs-privacy ad", ["add"]),
        ("mkdocs-privacy add pro", ["processor"]),
        ("mkdocs-privacy add processor moll", ["mollie"]),
        ("mkdocs-privacy add cookies google-a", ["google-ads", "google-analytics-4"]),
        ("mkdocs-privacy add processor till", ["till"]),
        ("mkdocs-privacy catalogue show moll", ["mollie"]),
        ("mkdocs-privacy catalogue show processors.moll", ["processors.mollie"]),
        ("mkdocs-privacy check --explain unknown-k", ["unknown-key"]),
        ("mkdocs-privacy docs how-to/ver", ["how-to/versions"]),
        ("mkdocs-privacy requests li", ["list"]),
        ("mkdocs-privacy check --expl", ["--explain"]),
    ],
)
def test_bash_offers(
    line: str, words: list[str], tmp_path: Path, environment: dict[str, str]
) -> None:
    shared = "till: {name: Kassa, category: payment, role: processor}\n"
    write_files(tmp_path / "site", {"../shared/processors.yml": shared})
    plugin = {"privacy-center": {"catalogue_dirs": ["../shared"]}}
    write_config(tmp_path / "site", plugins=["search", plugin])
    assert offered(line, tmp_path / "site", environment) == words


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["mkdocs-privacy"],
        env={**environment, COMPLETE: f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{COMPLETE}={shell}_complete" in done.stdout
    page = REPOSITORY / "docs" / "how-to" / "shell-completion.md"
    assert f"```{shell}\n{COMPLETE}={shell}_source mkdocs-privacy > " in page.read_text("utf-8")


def test_no_command_is_imported_to_offer_its_name() -> None:
    script = (
        "import sys; from mkdocs_privacy.cli import main\n"
        "main(prog_name='mkdocs-privacy', standalone_mode=False)\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", script],
        env={
            **os.environ,
            COMPLETE: "zsh_complete",
            "COMP_WORDS": "mkdocs-privacy re",
            "COMP_CWORD": "1",
            "PYTHONPATH": str(REPOSITORY),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[1::3] == ["receive", "release", "requests"]
    assert "mkdocs_privacy.cli.release" not in done.stderr


def test_each_entry_is_offered_with_its_name() -> None:
    result = CliRunner().invoke(
        main,
        prog_name="mkdocs-privacy",
        env={
            COMPLETE: "fish_complete",
            "COMP_WORDS": "mkdocs-privacy add processor",
            "COMP_CWORD": "moll",
        },
    )
    assert result.output == "plain,mollie\tMollie\n"
