"""Which data and which words the pages show: on any day, in a build and in a preview."""

from __future__ import annotations

from datetime import date

from release_worlds import a_center

from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.pages import find_standing, page_kinds
from mkdocs_privacy.releases import History, Release

SPRING, SUMMER, AUTUMN, WINTER = (date(2026, month, 1) for month in (3, 6, 9, 12))
OLD, NOW, COMING, DRAFT = (
    a_center(measures={"locks": {"title": title}}) for title in ("old", "now", "coming", "draft")
)


def a_release(
    effective: date,
    center: PrivacyCenter | None,
    *,
    replaces: str | None = None,
    announced: date = SPRING,
    number: str = "",
) -> Release:
    return Release(
        id=f"{effective}{number}",
        announced=announced,
        effective=effective,
        replaces=replaces,
        note=None,
        backdated=None,
        read_center=(lambda: center) if center else None,
        words={"nl": "<h1>Privacy</h1>"},
        sha256="",
        made_with="",
    )


PAST = a_release(SPRING, OLD)
IN_FORCE = a_release(SUMMER, NOW, replaces=PAST.id)
AHEAD = a_release(WINTER, COMING, replaces=IN_FORCE.id, announced=SUMMER)
HISTORY = History((PAST, IN_FORCE, AHEAD))


def test_without_a_release_everything_is_a_draft() -> None:
    for is_preview in (False, True):
        standing = find_standing(DRAFT, History(), AUTUMN, is_preview=is_preview)
        assert standing.is_draft
        assert standing.published is None
        assert standing.words is None
        assert standing.center(DRAFT) == DRAFT


def test_a_build_shows_the_release_in_force_whatever_is_being_worked_on() -> None:
    standing = find_standing(DRAFT, HISTORY, AUTUMN)
    assert not standing.is_draft
    assert not standing.is_announced
    assert (standing.in_force, standing.next) == (IN_FORCE, AHEAD)
    assert standing.words is IN_FORCE
    assert standing.center(DRAFT) == NOW


def test_a_release_takes_effect_on_its_day() -> None:
    assert find_standing(DRAFT, HISTORY, date(2026, 5, 31)).in_force is PAST
    assert find_standing(DRAFT, HISTORY, date(2026, 6, 1)).in_force is IN_FORCE


def test_what_is_announced_later_is_nobodys_business() -> None:
    standing = find_standing(DRAFT, HISTORY, date(2026, 5, 31))
    assert [release.id for release in standing.history] == ["2026-03-01", "2026-06-01"]
    assert standing.next is IN_FORCE


def test_a_build_shows_what_is_announced_where_nothing_applies_yet() -> None:
    standing = find_standing(DRAFT, History((AHEAD,)), AUTUMN)
    assert standing.is_announced
    assert standing.words is AHEAD
    assert standing.published is AHEAD
    assert standing.center(DRAFT) == COMING


def test_of_two_releases_for_the_same_day_the_second_is_the_next() -> None:
    again = a_release(WINTER, DRAFT, replaces=AHEAD.id, announced=SUMMER, number="-2")
    standing = find_standing(DRAFT, History((PAST, IN_FORCE, AHEAD, again)), AUTUMN)
    assert standing.next is again
    at_once = [one.id for one in standing.history if standing.is_replaced_at_once(one)]
    assert at_once == ["2026-12-01"]


def test_only_what_another_release_has_replaced_is_past() -> None:
    standing = find_standing(DRAFT, HISTORY, AUTUMN)
    assert [standing.is_past(release) for release in HISTORY] == [True, False, False]
    assert not find_standing(DRAFT, History((AHEAD,)), AUTUMN).is_past(AHEAD)


def test_a_build_shows_the_words_of_an_old_text_and_marks_its_data_as_a_draft() -> None:
    text = a_release(SPRING, None)
    standing = find_standing(DRAFT, History((text,)), AUTUMN)
    assert standing.is_draft
    assert standing.published is text
    assert standing.words is text
    assert standing.center(DRAFT) == DRAFT


def test_after_an_old_text_the_data_of_the_announced_release_is_shown() -> None:
    text = a_release(SPRING, None)
    coming = a_release(WINTER, COMING, replaces=text.id)
    standing = find_standing(DRAFT, History((text, coming)), AUTUMN)
    assert standing.is_announced
    assert standing.center(DRAFT) == COMING
    assert standing.words is text


def test_a_preview_shows_what_is_being_worked_on_as_a_draft() -> None:
    standing = find_standing(DRAFT, HISTORY, AUTUMN, is_preview=True)
    assert standing.is_draft
    assert standing.published is IN_FORCE
    assert standing.words is None
    assert standing.center(DRAFT) == DRAFT


def test_a_preview_in_which_nothing_differs_is_as_a_build() -> None:
    history = History(HISTORY.releases[:-1])
    assert find_standing(NOW, history, AUTUMN, is_preview=True) == find_standing(
        NOW, history, AUTUMN
    )


def test_a_preview_of_what_applies_is_a_draft_once_something_else_is_announced() -> None:
    assert find_standing(NOW, HISTORY, AUTUMN, is_preview=True).is_draft


def test_a_preview_of_what_was_just_announced_is_no_draft() -> None:
    standing = find_standing(COMING, HISTORY, AUTUMN, is_preview=True)
    assert standing.is_announced
    assert standing.words is AHEAD
    assert standing.center(COMING) == COMING


def test_a_page_changed_when_its_release_took_effect_or_was_recorded_after_that() -> None:
    ahead = a_release(SUMMER, NOW, replaces=PAST.id, announced=SPRING)
    late = a_release(SUMMER, NOW, replaces=PAST.id, announced=AUTUMN)
    for release, changed in ((ahead, SUMMER), (late, AUTUMN)):
        standing = find_standing(DRAFT, History((PAST, release)), WINTER)
        kind = next(one for one in page_kinds(NOW, standing.history) if one.name == "policy")
        days = standing.days(kind)
        assert days is not None
        assert (days.created, days.changed) == (SPRING, changed)


def test_forms_ask_what_the_owner_wants_now_of_those_whom_the_release_knows() -> None:
    known = {"customers": {"title": "Customers"}}
    fields = {
        "of-all": {"label": "A"},
        "of-some": {"label": "B", "audiences": ["customers", "members"]},
        "of-others": {"label": "C", "audiences": ["members"]},
    }
    working = a_center(
        audiences={**known, "members": {"title": "Members"}}, rights={"fields": fields}
    )
    released = a_release(SPRING, a_center(audiences=known))
    standing = find_standing(working, History((released,)), SUMMER)
    shown = standing.center(working).rights.fields
    assert {id: field.audiences for id, field in shown.items()} == {
        "of-all": (),
        "of-some": ("customers",),
    }


def test_a_preview_shows_another_order_as_a_draft() -> None:
    one, other = {"title": "One"}, {"title": "Other"}
    released = a_release(SPRING, a_center(measures={"one": one, "other": other}))
    turned = a_center(measures={"other": other, "one": one})
    assert find_standing(turned, History((released,)), SUMMER, is_preview=True).is_draft
