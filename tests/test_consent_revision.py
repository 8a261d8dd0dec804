"""The consent revision: it rises when something changes that consent rests on, and only then."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from consent_world import center_with, content_of, exported, sources_of
from release_worlds import a_document, a_release
from told import LOCALIZATIONS, release
from worlds import LANGUAGES

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.exports import EXPORTS, Sources
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.releases import (
    ChosenRevision,
    History,
    NewRelease,
    Release,
    ReleaseRefused,
    consent_revisions,
    read_archive,
    write_release,
)

BEFORE = """
stats:
  name: Stats
  provider: Stats Ltd
  category: statistics
  consent: required
  purpose: {nl: telt, en: counts}
  items:
    _s: {duration: P1M, purpose: {nl: wie, en: who}}
    tab: {duration: session, purpose: {nl: tabblad, en: tab}}
shop:
  name: Shop
  category: necessary
  purpose: {nl: mandje, en: basket}
  items:
    cart: {duration: P1D, purpose: {nl: mandje, en: basket}}
"""


def center_of(changes: str = "") -> PrivacyCenter:
    """The center before, with changes as lines `key.key: value`; without a value a key goes."""
    cookies = yaml.load(BEFORE, yaml.BaseLoader)
    for path, value in (yaml.load(changes, yaml.BaseLoader) or {}).items():
        *parents, last = path.split("/")
        place: Any = cookies
        for parent in parents:
            place = place[parent]
        if value == "":
            del place[last]
        else:
            place[last] = value
    return center_with(cookies)


def history(*centers: PrivacyCenter | None) -> History:
    """A release on the first of each month, of these data; of None there is only the text."""
    releases: list[Release] = []
    for month, center in enumerate(centers, start=1):
        replaces = releases[-1].id if releases else None
        one = release(f"2026-{month:02}-01", f"2026-{month:02}-01", replaces=replaces)
        releases.append(replace(one, read_center=(lambda it=center: it) if center else None))
    return History(tuple(releases))


def numbers(*centers: PrivacyCenter | None) -> list[int]:
    return [revision.number for revision in consent_revisions(history(*centers)).values()]


NEW = "{name: Ads, category: marketing, purpose: {nl: reclame, en: adverts}, consent: required}"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(f"ads: {NEW}", id="a new service that needs consent"),
        pytest.param(f"ads: {NEW.replace(', consent: required', '')}", id="or does not say"),
        pytest.param("stats/purpose: {nl: volgt, en: follows}", id="another purpose"),
        pytest.param("stats/items/_s/purpose: {nl: wat, en: what}", id="or of an item"),
        pytest.param("stats/provider: Other Ltd", id="another recipient"),
        pytest.param("stats/items/_s/duration: P2M", id="a longer life"),
        pytest.param("stats/items/tab/duration: P1D", id="more than a session"),
        pytest.param("stats/items/_s/duration: persistent", id="a life without end"),
        pytest.param("stats/category: marketing", id="a weaker category"),
        pytest.param("stats/items/_s/category: marketing", id="a weaker category of an item"),
        pytest.param("stats/country: US", id="a third country"),
        pytest.param("stats/items/_t: {purpose: {nl: nog, en: more}}", id="an item that does more"),
        pytest.param(
            "stats/items/_t: {duration: P2Y, purpose: {nl: wie, en: who}}", id="or stays longer"
        ),
        pytest.param(
            "stats/items/_t: {category: marketing, duration: P1W, purpose: {nl: wie, en: who}}",
            id="or has a weaker category than all",
        ),
        pytest.param("shop/consent: required", id="what asked nothing asks now"),
    ],
)
def test_the_revision_rises(changes: str) -> None:
    assert numbers(center_of(), center_of(changes)) == [1, 2]


RENAMED = BEFORE.replace("stats:\n", "numbers:\n")
OTHER_ORDER = "shop:" + BEFORE.split("shop:")[1] + BEFORE.split("shop:")[0]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(center_of(), id="nothing"),
        pytest.param(center_of("stats/purpose: {nl: telt, fr: compte, en: counts}"), id="French"),
        pytest.param(center_with(OTHER_ORDER), id="the order"),
        pytest.param(center_with(RENAMED), id="the id of a service"),
        pytest.param(center_with(BEFORE.replace("_s:", "_stats:")), id="the name of an item"),
        pytest.param(center_of("stats/name: Statistics"), id="the name of a service"),
        pytest.param(center_of("stats/items/_s/duration: P1W"), id="a shorter life"),
        pytest.param(center_of("stats/category: preferences"), id="a stronger category"),
        pytest.param(center_of("stats/items/_s:"), id="an item less"),
        pytest.param(center_of("stats:"), id="a service less"),
        pytest.param(
            center_of("stats/items/_t: {duration: P1W, purpose: {nl: wie, en: who}}"),
            id="an item that does nothing new",
        ),
        pytest.param(center_of("shop/items/cart/duration: P1Y"), id="what asks no consent"),
        pytest.param(center_of("stats/description: {nl: Meer, en: More}"), id="a description"),
    ],
)
def test_the_revision_stays(after: PrivacyCenter) -> None:
    assert numbers(center_of(), after) == [1, 1]


def test_an_item_in_the_category_of_another_one_does_nothing_new() -> None:
    before = "stats/items/tab/category: marketing\n"
    more = "stats/items/_t: {category: marketing, duration: P1W, purpose: {nl: wie, en: who}}"
    assert numbers(center_of(before), center_of(before + more)) == [1, 1]


def test_it_counts_over_the_whole_history_and_never_falls() -> None:
    ads = center_of(f"ads: {NEW}")
    assert numbers(None, center_of(), ads, None, ads, center_of(), ads) == [0, 1, 2, 2, 2, 2, 3]


def test_what_replaces_a_release_before_its_day_is_compared_with_what_applied_before() -> None:
    less = center_of("stats:")
    assert numbers_where_the_last_comes_first(center_of(), less, center_of()) == [1, 1, 1]


def test_it_does_not_fall_either_where_what_rose_never_applied() -> None:
    ads = center_of(f"ads: {NEW}")
    assert numbers_where_the_last_comes_first(center_of(), ads, center_of()) == [1, 2, 2]


def numbers_where_the_last_comes_first(*centers: PrivacyCenter) -> list[int]:
    """Where the third release replaces the second before its day."""
    first, second, third = history(*centers).releases
    third = replace(
        third,
        id="2026-02-01-2",
        announced=first.announced,
        effective=second.effective,
        replaces=second.id,
    )
    revisions = consent_revisions(History((first, second, third)))
    return [revision.number for revision in revisions.values()]


# The owner's own choice

ASKED = ChosenRevision(
    number=2, reason=Text(by_language={"nl": "Nieuwe banner", "en": "New banner"})
)


def test_the_owner_raises_it_without_a_change() -> None:
    first, second, third = history(center_of(), center_of(), center_of(f"ads: {NEW}"))
    chosen = replace(second, consent_revision=ASKED)
    revisions = consent_revisions(History((first, chosen, third)))
    assert [(one.number, one.since and one.since.id) for one in revisions.values()] == [
        (1, "2026-01-01"),
        (2, "2026-02-01"),
        (3, "2026-03-01"),
    ]


def test_the_owner_keeps_it_in_spite_of_a_change() -> None:
    first, second, third = history(center_of(), center_of(f"ads: {NEW}"), center_of(f"ads: {NEW}"))
    kept = ChosenRevision(number=1, reason=Text(everywhere="Ads was asked for before"))
    revisions = consent_revisions(History((first, replace(second, consent_revision=kept), third)))
    assert [one.number for one in revisions.values()] == [1, 1, 1]


def test_a_release_keeps_the_number_and_the_reason(tmp_path: Path) -> None:
    today = date(2026, 3, 1)
    new = a_release(effective=today, consent_revision=ASKED)
    folder = write_release(tmp_path, new, today)
    assert (
        "consent_revision:\n  number: 2\n  reason:\n    nl: Nieuwe banner\n    en: New banner\n"
    ) in (folder / "release.yml").read_text(encoding="utf-8")
    (read,) = read_archive(tmp_path).history
    assert read.consent_revision == ASKED
    lower = ASKED.model_copy(update={"number": 1})
    again: NewRelease = a_release(
        effective=today, documents={"nl": a_document("<h1>Anders</h1>")}, consent_revision=lower
    )
    with pytest.raises(ReleaseRefused, match="would fall from 2 to 1"):
        write_release(tmp_path, again, today)


# What is said of it


def sources(changes: str, chosen: ChosenRevision | None = None) -> Sources:
    """Sources of a history in which the second release changes something."""
    first, second = history(center_of(), center_of(changes)).releases
    past = History((first, replace(second, consent_revision=chosen)))
    center = second.center
    assert center
    return sources_of(center, tell_history(past, LOCALIZATIONS["nl"], center))


def test_the_message_is_what_the_changelog_says_in_each_language() -> None:
    both = sources(f"ads: {NEW}\nstats/items/_s/duration: P2M\nstats/name: Stats 2")
    listed = json.loads(exported(both, "cookies.json"))
    assert listed["consent_revision"] == 2
    assert listed["revision_message"]["en"] == (
        "New cookie or similar technology: Ads (marketing). "
        "Stats 2, _s – duration: lengthened from one month to 2 months."
    )
    assert set(listed["revision_message"]) == set(LANGUAGES)
    module = exported(both, "cookieconsent-config.js")
    assert '"revision": 2,' in module
    assert listed["revision_message"]["nl"] in module


def test_the_first_revision_has_no_message() -> None:
    listed = json.loads(exported(sources("stats/name: Stats 2"), "cookies.json"))
    assert (listed["consent_revision"], listed["revision_message"]) == (1, {})


def test_where_the_owner_raised_it_the_message_is_their_reason() -> None:
    listed = json.loads(exported(sources("stats/name: Stats 2", ASKED), "cookies.json"))
    assert listed["revision_message"]["en"] == "New banner"


def test_current_json_is_what_a_shop_keeps_beside_a_consent_or_an_order() -> None:
    (current,) = [export for export in EXPORTS if export.name == "current.json"]
    assert json.loads(str(content_of(current, sources(f"ads: {NEW}")))) == {
        "release": "2026-02-01",
        "sha256": "20260201" * 8,
        "effective": "2026-02-01",
        "consent_revision": 2,
        "consent_revision_since": "2026-02-01",
        "languages": ["nl"],
    }
    assert content_of(current, sources_of(center_of())) is None


def test_versions_json_has_the_revision_of_each_version_and_why_the_owner_chose_it() -> None:
    (versions,) = [export for export in EXPORTS if export.name == "versions.json"]
    listed = json.loads(str(content_of(versions, sources("stats/name: Stats 2", ASKED))))[
        "versions"
    ]
    assert [(one["consent_revision"], one["consent_revision_reason"]) for one in listed] == [
        (2, {"nl": "Nieuwe banner", "en": "New banner"}),
        (1, None),
    ]
