"""PC: what is said of what must be agreed with recipients."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import contracts


def recipient(role: str, more: str = "") -> str:
    return f"processors: {{one: {{name: One, category: hosting, role: {role}{more}}}}}\n"


@pytest.mark.parametrize(
    "written",
    [
        recipient("processor", ", contract: {}"),
        recipient("sub_processor", ", contract: {concluded: 2025-01-01}"),
        recipient("independent_controller"),
        recipient("authority"),
        "processors: {one: {name: One, category: hosting}}\n",
    ],
)
def test_says_nothing_where_nothing_is_missing(written: str, tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, written) == []


@pytest.mark.parametrize(
    "role", ["processor", "sub_processor", "authority, also: [{category: email, role: processor}]"]
)
def test_a_processor_has_a_contract(role: str, tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, recipient(role)) == [
        "1: info: processors.one: nothing says that there is a contract with this processor: "
        "write `contract: {}` [contract-unstated]"
    ]


@pytest.mark.parametrize(
    "role", ["joint_controller", "authority, also: [{category: email, role: joint_controller}]"]
)
def test_who_decides_together_with_you_has_agreed_on_it(role: str, tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, recipient(role)) == [
        "1: warning: processors.one: it decides together with you: give the essence of the "
        "arrangement, with `joint_controllers: {one: {name: …, arrangement: …}}` under "
        "`organisation` [arrangement-unstated]"
    ]


def test_says_nothing_where_the_arrangement_stands_there(tmp_path: Path) -> None:
    arranged = "{one: {name: One, arrangement: It answers for itself.}}"
    written = f"{recipient('joint_controller')}organisation: {{joint_controllers: {arranged}}}\n"
    assert told_by(contracts, tmp_path, written) == []


PAGES = """\
processors:
  facebook-page: {use: facebook-page}
activities:
  pages: {use: social-media-pages}
organisation:
  joint_controllers: {group: {name: Group, arrangement: It answers., activities: [%s]}}
"""


def test_an_arrangement_about_other_activities_is_not_that_with_this_recipient(
    tmp_path: Path,
) -> None:
    other = PAGES.replace("  pages:", "  requests: {use: privacy-requests}\n  pages:")
    [told] = told_by(contracts, tmp_path, other % "requests")
    assert "processors.facebook-page: it decides together with you" in told


def test_an_arrangement_about_this_activity_is(tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, PAGES % "pages") == []


def test_an_arrangement_is_asked_for_what_is_decided_together(tmp_path: Path) -> None:
    """Whoever copies the message does not share health data with a social network."""
    alone = PAGES.partition("organisation:")[0].replace(
        "  pages:", "  requests: {use: privacy-requests}\n  pages:"
    )
    [told] = told_by(contracts, tmp_path, alone)
    assert "`joint_controllers: {facebook-page: {name: …, activities: [pages], arrang" in told


EVERYTHING = """\
processors:
  facebook-page: {use: facebook-page}
activities:
  requests: {use: privacy-requests}
  pages: {use: social-media-pages}
organisation:
  joint_controllers: {%s: {name: Meta, arrangement: It answers.}}
"""


def test_who_decides_on_one_activity_is_not_responsible_for_all(tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, EVERYTHING % "facebook-page") == [
        "7: warning: organisation.joint_controllers.facebook-page: this counts for all activities, "
        "but this recipient decides with you on some only: write `activities: [pages]` "
        "[arrangement-for-everything]"
    ]


def test_who_is_no_recipient_may_decide_on_everything(tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, EVERYTHING % "sister-club") == []


def served(role: str, more: str = "    our_role: processor\n    responsible: the shop\n") -> str:
    return f"""\
processors: {{host: {{name: Host, category: hosting, role: {role}, contract: {{}}}}}}
activities:
  sales:
    title: Sales
    audiences: [customers]
    purposes: [sell houses]
    personal_data: [name]
    processors: [host]
  further:
    title: Further sales
    audiences: [customers]
    purposes: [sell houses]
    personal_data: [name]
    processors: [host]
{more}"""


def test_customers_can_object_to_a_new_sub_processor(tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, served("sub_processor")) == [
        "14: info: activities.further.processors: nothing says how long customers may object to a "
        "new sub-processor: add `changes: {objection_period: P30D}` [objection-period-unstated]"
    ]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(served("independent_controller"), id="no sub-processor"),
        pytest.param(served("processor", ""), id="you are responsible"),
        pytest.param(
            served("sub_processor") + "changes: {objection_period: P30D}\n", id="a period"
        ),
    ],
)
def test_says_nothing_where_nobody_can_object_or_it_is_said(written: str, tmp_path: Path) -> None:
    assert told_by(contracts, tmp_path, written) == []
