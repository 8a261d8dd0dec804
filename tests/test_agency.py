"""The agency of the examples: three clients that share a catalogue, and what builds each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import EXAMPLES, BuildOnce
from markupsafe import Markup

from bench.agency import write_clients

AGENCY = EXAMPLES / "agency"
CLIENTS = sorted(path.parent.name for path in AGENCY.glob("clients/*/mkdocs.yml"))

SAID = {
    "baker": {"": ("Klaverhost", "Je schrijft ons via het formulier", "10 jaar", "Mollie")},
    "physiotherapist": {
        "": ("U schrijft ons via het formulier", "Uurwijzer", "Minstens 30 jaar"),
        "fr": ("Vous nous écrivez par le formulaire", "Uurwijzer", "articles 33 et 35"),
    },
    "sports-club": {
        "": ("Tu nous écris par le formulaire", "Assurance Semelle"),
        "en": ("You write to us through the form", "Duifpost"),
    },
}
"""What stands on the whole policy of each, by the folder of a language."""


def test_there_are_three_kinds_of_clients() -> None:
    assert list(SAID) == CLIENTS


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_builds_strictly_and_says_what_it_shares(
    client: str, build_once: BuildOnce
) -> None:
    site = build_once(AGENCY / "clients" / client / "mkdocs.yml")
    for language, said in SAID[client].items():
        page = (site / language / "policy" / "index.html").read_text("utf-8")
        text = Markup(page).striptags().replace("\u00ad", "").replace("\u00a0", " ")
        assert [words for words in said if words not in text] == []


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_is_written_in_forty_lines(client: str) -> None:
    (file,) = (AGENCY / "clients" / client / "privacy").glob("*.yml")
    lines = [line for line in file.read_text("utf-8").splitlines() if line.strip(" #")]
    assert len(lines) <= 40


def _workflow(name: str) -> Any:
    return yaml.load((AGENCY / name).read_text("utf-8"), Loader=yaml.BaseLoader)


def test_github_builds_every_client() -> None:
    job = _workflow(".github/workflows/build.yml")["jobs"]["build"]
    assert sorted(job["strategy"]["matrix"]["client"]) == CLIENTS
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands == [
        "pip install -r requirements.txt",
        "mkdocs-privacy check --format github -f clients/${{ matrix.client }}/mkdocs.yml",
        "mkdocs build --strict -f clients/${{ matrix.client }}/mkdocs.yml",
    ]


def test_gitlab_builds_every_client() -> None:
    job = _workflow(".gitlab-ci.yml")["build"]
    assert sorted(job["parallel"]["matrix"][0]["CLIENT"]) == CLIENTS
    assert job["script"] == [
        "pip install -r requirements.txt",
        "mkdocs-privacy check -f clients/$CLIENT/mkdocs.yml",
        "mkdocs build --strict -f clients/$CLIENT/mkdocs.yml",
    ]
    assert job["artifacts"]["paths"] == ["clients/$CLIENT/site"]


def test_the_readme_names_every_file_of_the_agency() -> None:
    readme = (AGENCY / "README.md").read_text("utf-8")
    listed = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert listed
    for line in listed[1].splitlines():
        assert (AGENCY / line.split()[0]).exists(), line


def test_the_benchmark_makes_clients_with_names_of_their_own(tmp_path: Path) -> None:
    configs = write_clients(AGENCY, tmp_path, 4)
    assert [config.parent.name for config in configs] == [
        "baker-1",
        "physiotherapist-2",
        "sports-club-3",
        "baker-4",
    ]
    names = {re.search(r"name: (.*)", _data(config))[1] for config in configs}  # type: ignore[index]
    assert names == {
        "De Krentenbol 1",
        "Kinesitherapie Wervelwind 2",
        "Les Foulées du Parc 3",
        "De Krentenbol 4",
    }
    for config in configs:
        assert list((config.parent / "privacy" / "releases").glob("*/release.yml"))


def _data(config: Path) -> str:
    (file,) = (config.parent / "privacy").glob("*.yml")
    return file.read_text("utf-8")
