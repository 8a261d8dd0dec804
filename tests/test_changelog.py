"""The history of a privacy center as its changelog tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import yaml
from test_changes import center, localization

from mkdocs_privacy.changelog import Entry, Level, tell_history
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.releases import History, Release

HETZNER = {
    "hetzner": {
        "name": "Hetzner",
        "legal_name": "Hetzner GmbH",
        "category": "hosting",
        "role": "sub_processor",
        "country": "DE",
    }
}
MARCH = date(2026, 3, 1)


def data(**more: Any) -> PrivacyCenter:
    return center(yaml.safe_dump({"changes": {"objection_period": "P30D"}, **more}))


def release(id: str, center: PrivacyCenter, replaces: str | None = None) -> Release:
    effective = date.fromisoformat(id[:10])
    announced = min(effective, MARCH)
    words = {"en": "<h1>Privacy</h1>"}
    return Release(id, announced, effective, replaces, None, None, lambda: center, words, "", "")


FIRST = release("2026-01-01", data())
SECOND = release("2026-05-01", data(processors=HETZNER), "2026-01-01")


def told(*releases: Release) -> tuple[Entry, ...]:
    newest = releases[-1].center or data()
    return tell_history(History(releases), localization("en"), newest)


def test_customers_may_object_to_a_new_sub_processor_as_long_as_was_promised() -> None:
    second, first = told(FIRST, SECOND)
    assert (first.level, first.objection_until) == (Level.INITIAL, None)
    assert (second.level, second.objection_until) == (Level.MATERIAL, date(2026, 3, 31))


def test_a_release_cannot_shorten_the_time_to_object_to_itself() -> None:
    hurried = data(processors=HETZNER, changes={"objection_period": "P1D"})
    assert told(FIRST, release("2026-05-01", hurried, FIRST.id))[0].objection_until == date(
        2026, 3, 31
    )


def test_a_sub_processor_with_another_id_is_not_a_new_one() -> None:
    renamed = data(processors={"cloud": HETZNER["hetzner"]})
    newest = told(FIRST, SECOND, release("2026-06-01", renamed, SECOND.id))[0]
    assert (newest.changes, newest.objection_until) == ((), None)


def test_another_company_in_the_place_of_a_sub_processor_is_a_new_one() -> None:
    sold = data(processors={"hetzner": {**HETZNER["hetzner"], "legal_name": "Other GmbH"}})
    newest = told(FIRST, SECOND, release("2026-06-01", sold, SECOND.id))[0]
    assert newest.objection_until == date(2026, 3, 31)


def test_a_processor_of_what_we_do_for_others_is_a_sub_processor() -> None:
    """What the catalogue calls a processor, where our customer is responsible."""

    def hosted(role: str | None = None, **entry: Any) -> PrivacyCenter:
        ours = {"host": {"name": "Host", "category": "hosting", "role": "processor"}}
        orders = {"our_role": role, "responsible": "the shop"} if role else {}
        return data(
            processors={**ours, **entry},
            activities={"orders": {**orders, "processors": ["host", *entry]}},
        )

    cloud = {"name": "Cloud", "category": "hosting", "role": "processor"}
    bank = {**cloud, "role": "independent_controller"}
    by_activity = (
        (hosted("processor"), hosted("processor", cloud=cloud), date(2026, 3, 31)),
        (hosted(), hosted("processor"), date(2026, 3, 31)),
        (hosted("processor"), hosted("processor", bank=bank), None),
        (hosted(), hosted(cloud=cloud), None),
    )
    for before, after, until in by_activity:
        first, then = release("2026-01-01", before), release("2026-05-01", after, "2026-01-01")
        assert told(first, then)[0].objection_until == until


def test_nobody_can_object_to_what_was_recorded_afterwards() -> None:
    assert told(FIRST, replace(SECOND, backdated=Text("taken over")))[0].objection_until is None


def test_a_correction_before_the_day_is_told_against_what_really_applied() -> None:
    corrected = release("2026-05-01-2", data(processors=HETZNER, consent={"how": "x"}), SECOND.id)
    entry = told(FIRST, SECOND, corrected)[0]
    assert entry.before is FIRST
    assert [one.change.kind.id for one in entry.changes] == ["processor.added", "consent.added"]


def test_a_correction_of_what_applies_tells_what_it_corrects() -> None:
    corrected = release("2026-01-01-2", data(processors=HETZNER), FIRST.id)
    second, first = told(FIRST, corrected)
    assert (first.level, second.level) == (Level.INITIAL, Level.MATERIAL)
    assert [one.change.kind.id for one in second.changes] == ["processor.added"]


def test_the_first_release_stays_the_first_when_it_is_corrected_before_its_day() -> None:
    corrected = release("2026-05-01-2", data(processors=HETZNER), "2026-05-01")
    entries = told(release("2026-05-01", data()), corrected)
    assert [entry.level for entry in entries] == [Level.INITIAL, Level.INITIAL]
