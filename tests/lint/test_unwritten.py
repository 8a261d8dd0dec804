"""What a finding says where its advice is about an entry that the data has no line for."""

from __future__ import annotations

from pathlib import Path

from worlds import told_by

from mkdocs_privacy.lint import contracts, device_uses, frameworks, intelligence, keeping

BROUGHT = "cookies: {ga: {use: google-analytics-4}}\nconsent: {how: You choose.}\n"
OWN = BROUGHT + "processors: {google: {use: google-analytics%s}}\n"


def test_the_beginning_of_an_entry_that_another_one_brought(tmp_path: Path) -> None:
    [finding] = told_by(contracts, tmp_path, BROUGHT)
    assert finding == (
        "1: info: processors.google-analytics: nothing says that there is a contract with this "
        "processor: write `contract: {}` (your data has no line for it yet: write "
        "`google-analytics: {use: google-analytics, …}` under `processors`) [contract-unstated]"
    )


def test_that_beginning_is_an_entry_in_which_the_advice_can_be_followed(tmp_path: Path) -> None:
    written = "processors: {google-analytics: {use: google-analytics, contract: {}}}\n"
    assert told_by(contracts, tmp_path, BROUGHT + written) == []


def test_a_list_of_the_catalogue_is_written_as_a_whole(tmp_path: Path) -> None:
    [finding] = told_by(frameworks, tmp_path, OWN % "")
    assert (
        "`checked` (your data has no line for it yet: add `transfers: […]` to `processors.google`, "
        "from what `mkdocs-privacy show processors.google.transfers` prints) [" in finding
    )


def test_a_list_in_an_entry_that_another_one_brought_too(tmp_path: Path) -> None:
    [finding] = told_by(frameworks, tmp_path, BROUGHT)
    assert "`google-analytics: {use: google-analytics, transfers: […]}` under `processors`" in (
        finding
    )


def test_nothing_is_added_where_the_owner_wrote_the_entry_and_the_list(tmp_path: Path) -> None:
    listed = "{countries: [US], mechanism: dpf}, {countries: [US], mechanism: scc, copy_from: Us.}"
    told = [
        *told_by(contracts, tmp_path, OWN % f", transfers: [{listed}]"),
        *told_by(frameworks, tmp_path, OWN % f", transfers: [{listed}]"),
    ]
    assert [("no line" in one) for one in told] == [False, False]


def test_nothing_is_added_where_the_advice_is_about_another_place(tmp_path: Path) -> None:
    [arrangement, _] = told_by(
        contracts, tmp_path, "cookies: {meta: {use: meta-pixel}}\nconsent: {how: You choose.}\n"
    )
    assert "`joint_controllers: {meta: {name: …, arrangement: …}}` under `organisation` [" in (
        arrangement
    )


def test_a_cookie_service_that_a_recipient_brought(tmp_path: Path) -> None:
    written = """\
processors: {matomo-cloud: {use: matomo-cloud}}
activities: {counted: {use: statistics}, again: {use: statistics}}
consent: {how: You choose.}
"""
    [finding] = told_by(device_uses, tmp_path, written)
    assert finding.startswith("1: warning: cookies.matomo-cloud: nothing says which activity")
    assert "write `matomo-cloud: {use: matomo-cloud, …}` under `cookies`)" in finding


def test_what_an_activity_has_by_use_is_written_as_a_whole_too(tmp_path: Path) -> None:
    """A part alone would take the place of the whole: then the rest is missing."""
    written = "activities: {bot: {use: chat-assistant}, data: {use: customer-data}}\n"
    [training] = told_by(intelligence, tmp_path, written)
    [criteria] = told_by(keeping, tmp_path, written)
    assert (
        "(your data has no line for it yet: write all of `artificial_intelligence` in "
        "`activities.bot`, from what `mkdocs-privacy show activities.bot.artificial_intelligence` "
        "prints) [training-unstated]" in training
    )
    assert "what `mkdocs-privacy show activities.data.retention` prints) [criteria-only]" in (
        criteria
    )


def test_a_part_is_added_where_the_owner_wrote_the_rest(tmp_path: Path) -> None:
    used = "artificial_intelligence: {kind: assistant, description: It answers.}"
    written = f"activities: {{bot: {{use: chat-assistant, {used}}}}}\n"
    [told] = told_by(intelligence, tmp_path, written)
    assert "no line" not in told
