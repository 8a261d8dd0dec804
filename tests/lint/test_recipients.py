"""RE: what is said of recipients that nobody names, and of those that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import recipients

ACTIVITY = """
activities:
  statistics:
    title: {nl: Statistiek, fr: Statistiques, en: Statistics}
    audiences: [customers]
    purposes: [{nl: tellen, fr: compter, en: count}]
    personal_data: [ip-address]
    legal_basis: consent
    processors: [receiver]
"""
CHOICE = "consent: {how: {nl: Kies., fr: Choisissez., en: Choose.}}\n"


def found(base: Path, written: str) -> list[str]:
    loaded = load_world(base, {"privacy/more.yml": written})
    shown = [str(finding) for finding in found_by(recipients, loaded)]
    return [line for line in shown if not line.endswith("[received-data-unstated]")]


def test_names_a_recipient_that_no_activity_names(tmp_path: Path) -> None:
    [finding] = found(tmp_path, "processors:\n  post: {use: bpost}\n")
    assert finding == (
        "privacy/more.yml:2: warning: processors.post: no activity names this recipient: run "
        "`mkdocs-privacy add activity delivery` or `mkdocs-privacy add activity gifts`, or add "
        "‘post’ to `processors` of each activity from which it receives data, or take it out "
        "[unused-recipient]"
    )


def test_no_command_is_named_where_too_many_would_do(tmp_path: Path) -> None:
    """And beside `use`, `processors` would take the place of those who joined by their category."""
    written = "processors: {host: {use: ovhcloud}}\nactivities: {newsletter: {use: newsletter}}\n"
    assert [one for one in found(tmp_path, written) if "unused" in one] == [
        "privacy/more.yml:1: warning: processors.host: no activity names this recipient: add "
        "‘host’ to `processors` of each activity from which it receives data "
        "(`also: {processors: [host]}` beside `use`), or take it out [unused-recipient]"
    ]


def test_is_content_where_an_activity_names_it(tmp_path: Path) -> None:
    assert found(tmp_path, "processors:\n  receiver: {use: bpost}\n" + ACTIVITY) == []


@pytest.mark.parametrize(("service", "recipient"), shipped_catalogue().recipients.items())
def test_every_service_of_the_catalogue_asks_for_its_recipient(
    service: str, recipient: str, tmp_path: Path
) -> None:
    written = f"cookies:\n  service: {{use: {service}%s}}\n{CHOICE}"
    [finding] = found(tmp_path / "kept away", written % ", processor: none")
    assert f"`{recipient}: {{use: {recipient}}}`" in finding
    assert finding.endswith("[recipient-missing]")
    activity = ACTIVITY.replace("receiver", recipient)
    assert found(tmp_path / "brought", written % "" + activity) == []


def test_a_recipient_that_the_owner_describes_is_one_too(tmp_path: Path) -> None:
    written = (
        "cookies:\n  service: {use: google-analytics-4, processor: receiver}\n"
        "processors:\n  receiver: {name: Google, category: statistics, role: processor}\n"
    )
    assert found(tmp_path, written + ACTIVITY + CHOICE) == []


def test_a_provider_who_sets_things_on_its_own_domain_receives_them(tmp_path: Path) -> None:
    service = (
        "cookies:\n  film:\n    name: Film\n    provider: Film Ltd\n    category: necessary\n"
        "    purpose: {nl: film, fr: film, en: film}\n"
        "    items: {film: {party: %s, purpose: {nl: film, fr: film, en: film}}}\n"
    )
    [finding] = found(tmp_path / "third", service % "third")
    assert "cookies.film: Film Ltd receives data through its own domain" in finding
    assert found(tmp_path / "first", service % "first") == []
