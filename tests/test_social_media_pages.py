"""A page on a social network: who runs it is a recipient, apart from who shows advertisements."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from test_shipped_recipients import center_of, load

from mkdocs_privacy.catalogue import activity_with, organisation_kinds, shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.model import Role

CATALOGUE = shipped_catalogue()
PAGES = ("facebook-page", "instagram-page", "linkedin-page", "tiktok-page")
BOTH = """\
processors:
  meta: {use: meta}
  linkedin: {use: linkedin}
  tiktok: {use: tiktok}
  facebook-page: {use: facebook-page}
  instagram-page: {use: instagram-page}
  linkedin-page: {use: linkedin-page}
  tiktok-page: {use: tiktok-page}
activities:
  pages: {use: social-media-pages}
  advertising: {use: advertising}
consent: {how: {nl: Kies., fr: Choisissez., en: Choose.}}
"""


def test_who_runs_a_page_and_who_shows_advertisements_join_what_they_do(tmp_path: Path) -> None:
    center = center_of(load(tmp_path, BOTH))
    joined = {
        id: [recipient.id for recipient in activity.processors or ()]
        for id, activity in center.activities.items()
    }
    assert joined == {"pages": [*PAGES], "advertising": ["meta", "linkedin", "tiktok"]}


def test_nothing_is_told_twice_of_a_firm_with_both_and_nothing_contradicts(tmp_path: Path) -> None:
    register = center_of(load(tmp_path, BOTH)).processors or {}
    names = [processor.name.in_language("en") for processor in register.values()]
    assert len({*names}) == len(names)
    for page, other in zip(PAGES, ("meta", "meta", "linkedin", "tiktok"), strict=True):
        one, two = register[page], register[other]
        assert one.transfers == two.transfers
        assert (one.legal_name, one.country, one.address) == (
            two.legal_name,
            two.country,
            two.address,
        )
        assert {service.category for service in one.services}.isdisjoint(
            service.category for service in two.services
        )


@pytest.mark.parametrize("id", PAGES)
def test_it_decides_with_us_on_the_figures_and_alone_on_the_rest(id: str, tmp_path: Path) -> None:
    written = (
        f"processors: {{{id}: {{use: {id}}}}}\nactivities: {{p: {{use: social-media-pages}}}}\n"
    )
    [entry] = (center_of(load(tmp_path, written)).processors or {}).values()
    roles = [service.role for service in entry.services]
    assert roles == [Role.JOINT_CONTROLLER, Role.INDEPENDENT_CONTROLLER]
    assert "joint_controllers" in CATALOGUE.advice[id]


def test_every_kind_of_organisation_may_have_a_page_which_its_recipients_bring() -> None:
    assert activity_with("social_media") == "social-media-pages"
    assert all("social-media-pages" in kind.sometimes for kind in organisation_kinds().values())


INIT = (
    *("init", "--kind", "webshop", "--name", "Kaneel", "--country", "BE", "--languages", "nl"),
    *("--website", "https://www.kaneel.example", "--email", "privacy@kaneel.example"),
)


@pytest.mark.parametrize("called", ["facebook page", "Facebook", "instagram", "linkedin page"])
def test_init_begins_with_the_activity_of_a_page_that_is_named(called: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [*INIT, "--with", called, str(tmp_path / "site")])
    assert result.exit_code == 0, result.output
    data = (tmp_path / "site" / "privacy" / "center.yml").read_text("utf-8")
    assert "\n  social-media-pages: {use: social-media-pages}\n" in data
    assert "\n  advertising:" not in data


def test_init_and_add_lead_from_the_advertisements_to_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    result = CliRunner().invoke(main, [*INIT, "--with", "linkedin,mollie", str(folder)])
    leads = "This is about advertisements and the Insight Tag; your page there is `linkedin-page`."
    assert f"\nlinkedin: {leads}\n" in result.output
    assert "\nmollie: " not in result.output  # nothing else can be meant
    config = ("--config-file", str(folder / "mkdocs.yml"))
    result = CliRunner().invoke(main, ["add", "processor", "tiktok", *config])
    assert "\nThis is about advertisements and the pixel; your page there is `tiktok-page`.\n" in (
        result.output
    )
    result = CliRunner().invoke(main, ["add", "processor", "facebook page", *config])
    assert "added processors.facebook-page" in result.output
    assert "run `mkdocs-privacy add activity social-media-pages`" in result.output


def test_add_asks_which_of_both_is_meant_by_the_name_of_the_firm(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    CliRunner().invoke(main, [*INIT, str(folder)])
    config = ("--config-file", str(folder / "mkdocs.yml"))
    result = CliRunner().invoke(main, ["add", "processor", "LinkedIn", *config])
    assert "‘LinkedIn’ may be several: linkedin, linkedin-page. Give an id" in result.output


def test_search_finds_the_pages() -> None:
    for words in (("facebook", "page"), ("linkedin",)):
        result = CliRunner().invoke(main, ["catalogue", "search", *words])
        assert f"{words[0]}-page" in result.output
