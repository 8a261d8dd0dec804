"""RO: what recipients legally are, and that each stands once in an activity."""

from __future__ import annotations

from pathlib import Path

from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import recipient_roles

NOTARY = """\
processors:
  notary: {name: Notaris, category: professional_advice, personal_data: [name]"""


def told(folder: Path, recipients: str, role: str = "") -> list[str]:
    activities = SMALL_CENTER["privacy/activities.yml"]
    written = activities.replace("processors: []", f"processors: {recipients}")
    processors = f"{NOTARY}{role}}}\n"
    files = {"privacy/activities.yml": written, "privacy/processors.yml": processors}
    loaded = load_world(folder, files)
    return [str(finding) for finding in found_by(recipient_roles, loaded)]


def test_says_nothing_where_the_role_is_stated_once_or_in_the_activity(tmp_path: Path) -> None:
    assert told(tmp_path / "once", "[notary]", ", role: independent_controller") == []
    assert told(tmp_path / "there", "[{id: notary, role: independent_controller}]") == []


def test_a_role_that_is_not_stated_is_worth_knowing(tmp_path: Path) -> None:
    assert told(tmp_path, "[notary]") == [
        "privacy/processors.yml:2: info: processors.notary: what it legally is, is not stated: "
        "write `role: processor`, `sub_processor`, `independent_controller`, `joint_controller` or "
        "`authority` [role-unstated]"
    ]


def test_a_recipient_stands_once_in_an_activity(tmp_path: Path) -> None:
    twice = "[notary, {id: notary, personal_data: [name]}]"
    assert told(tmp_path, twice, ", role: independent_controller") == [
        "privacy/activities.yml:9: warning: activities.orders.processors: ‘notary’ stands here 2 "
        "times: make one entry of it [recipient-twice]"
    ]
