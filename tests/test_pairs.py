"""One `use:` brings both: the recipient, and what it stores on the devices of visitors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import REPOSITORY
from release_worlds import TODAY, a_release
from test_shipped_activities import center_of, load, recipients, told
from worlds import LANGUAGES

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import read_archive, write_release

CATALOGUE = shipped_catalogue()
STATISTICS = "  counting: {use: statistics}\n"


def cookie_table(center: PrivacyCenter) -> dict[str, tuple[str | None, str | None]]:
    """The recipient and the activity of each cookie service."""
    table = center.cookies or {}
    return {id: (service.processor, service.activity) for id, service in table.items()}


def test_a_recipient_brings_what_it_stores_on_devices(tmp_path: Path) -> None:
    others = "processors:\n  google: {use: google-analytics, personal_data: all}\n"
    loaded = load(tmp_path, STATISTICS, others=others)
    center = center_of(loaded)
    assert cookie_table(center) == {"google-analytics-4": ("google", "counting")}
    service = (center.cookies or {})["google-analytics-4"]
    assert service.use == "google-analytics-4"
    assert list(service.items) == list(CATALOGUE.cookies["google-analytics-4"]["items"])
    [recipient] = center.activities["counting"].processors or ()
    assert recipient.id == "google"
    place = loaded.places["processors", "google", "use"]
    assert loaded.places["cookies", "google-analytics-4"] == place
    assert loaded.places["cookies", "google-analytics-4", "use"] == place


def test_what_is_stored_on_devices_brings_its_recipient_which_joins_by_category(
    tmp_path: Path,
) -> None:
    others = "cookies:\n  visits: {use: plausible}\n"
    loaded = load(tmp_path, "  counting: {use: statistics-cookieless}\n", others=others)
    center = center_of(loaded)
    assert cookie_table(center) == {"visits": ("plausible", "counting")}
    assert (center.processors or {})["plausible"].use == "plausible"
    [recipient] = center.activities["counting"].processors or ()
    assert recipient.id == "plausible"
    assert loaded.places["processors", "plausible"] == loaded.places["cookies", "visits", "use"]


@pytest.mark.parametrize(
    ("others", "table", "register"),
    [
        ("processors: {g: {use: google-analytics, cookies: none}}", {}, ["g"]),
        ("processors: {g: {use: google-analytics}}\ncookies: {}", {}, ["g"]),
        (
            "cookies: {visits: {use: google-analytics-4, processor: none}}",
            {"visits": (None, "counting")},
            [],
        ),
        (
            "cookies: {visits: {use: google-analytics-4}}\nprocessors: {}",
            {"visits": (None, "counting")},
            [],
        ),
    ],
)
def test_the_other_half_stays_away_where_the_owner_says_so(
    others: str,
    table: dict[str, tuple[str | None, str | None]],
    register: list[str],
    tmp_path: Path,
) -> None:
    center = center_of(load(tmp_path, STATISTICS, others=others + "\n"))
    assert cookie_table(center) == table
    assert list(center.processors or {}) == register


@pytest.mark.parametrize(
    "own",
    [
        "visits: {use: google-analytics-4, activity: counting}",
        "visits: {use: google-analytics-4, processor: g, activity: counting}",
    ],
)
def test_what_the_owner_wrote_comes_once_and_gets_its_recipient(own: str, tmp_path: Path) -> None:
    others = f"processors: {{g: {{use: google-analytics}}}}\ncookies:\n  {own}\n"
    center = center_of(load(tmp_path, STATISTICS, others=others))
    assert cookie_table(center) == {"visits": ("g", "counting")}
    assert list(center.processors or {}) == ["g"]


def test_a_service_that_the_owner_describes_for_a_recipient_is_the_one_that_counts(
    tmp_path: Path,
) -> None:
    others = """\
processors: {film: {use: youtube}}
cookies:
  player: {use: youtube-nocookie}
"""
    center = center_of(load(tmp_path, "  films: {use: embedded-media}\n", others=others))
    assert cookie_table(center) == {"player": ("film", "films")}


def test_a_recipient_names_the_services_that_the_site_really_uses(tmp_path: Path) -> None:
    others = "processors: {post: {use: mailchimp, cookies: mailchimp-email}}\n"
    activities = "  news: {use: newsletter}\n  opens: {use: email-tracking}\n"
    center = center_of(load(tmp_path, activities, others=others))
    assert cookie_table(center) == {"mailchimp-email": ("post", "opens")}


@pytest.mark.parametrize("recipient", ["mailchimp", "stripe", "zendesk", "hubspot", "cloudflare"])
def test_what_needs_nothing_on_the_site_brings_nothing(recipient: str, tmp_path: Path) -> None:
    others = f"processors: {{a: {{use: {recipient}}}}}\n"
    assert center_of(load(tmp_path, STATISTICS, others=others)).cookies is None


def test_a_service_that_the_catalogue_does_not_have_is_told_where_it_was_asked_for(
    tmp_path: Path,
) -> None:
    others = "processors:\n  post: {use: mailchimp, cookies: [mailchimp-mail]}\n"
    assert told(load(tmp_path, STATISTICS, others=others)) == [
        "privacy/organisation.yml:7: unknown-use: the catalogue has no cookie service "
        "‘mailchimp-mail’ (did you mean ‘mailchimp-email’?): correct it, or describe the service "
        "under `cookies`"
    ]
    others = "processors:\n  post:\n    use: mailchimp\n    cookies: {opens: yes}\n"
    [finding] = load(tmp_path, STATISTICS, others=others).findings
    assert (finding.rule.slug, str(finding.place)) == ("wrong-type", "privacy/organisation.yml:9")


def test_what_contradicts_a_brought_service_is_told_at_the_use_that_brought_it(
    tmp_path: Path,
) -> None:
    others = "no_cookies: [statistics]\nprocessors:\n  g: {use: google-analytics}\n"
    [finding] = load(tmp_path, STATISTICS, others=others).findings
    assert (finding.rule.slug, finding.path) == (
        "cookies-after-all",
        ("cookies", "google-analytics-4"),
    )
    assert str(finding.place) == "privacy/organisation.yml:8"


def test_a_part_of_several_activities_is_left_to_the_owner(tmp_path: Path) -> None:
    activities = "  a: {use: statistics}\n  b: {use: statistics}\n"
    others = "processors: {g: {use: google-analytics}}\n"
    center = center_of(load(tmp_path, activities, others=others))
    assert cookie_table(center) == {"google-analytics-4": ("g", None)}
    assert recipients(center) == {"a": ["g"], "b": ["g"]}


def test_what_waits_for_consent_is_a_part_of_the_activity_on_consent(tmp_path: Path) -> None:
    activities = "  a: {use: statistics-exempt}\n  b: {use: statistics}\n"
    others = """\
processors: {g: {use: google-analytics}}
cookies:
  visits: {use: matomo-cloud, consent: not_required, consent_reason: the law needs none}
"""
    center = center_of(load(tmp_path, activities, others=others))
    assert cookie_table(center) == {
        "google-analytics-4": ("g", "b"),
        "visits": ("matomo-cloud", "a"),
    }
    assert recipients(center) == {"a": ["matomo-cloud"], "b": ["g"]}


# ------------------------------------------------------------------ who counts visits, and how

COUNTING = "  with: {use: statistics}\n  without: {use: statistics-cookieless}\n"
COUNTERS = sorted(
    id for id, entry in CATALOGUE.processors.items() if entry["category"] == "statistics"
)
IN_THE_CATALOGUE_WITHOUT_COOKIES = {"piano-analytics", "umami"}
"""Those of which the catalogue does not say whether they store anything."""


@pytest.mark.parametrize("counter", COUNTERS)
def test_who_counts_visits_joins_the_activity_that_says_how_it_does(
    counter: str, tmp_path: Path
) -> None:
    center = center_of(load(tmp_path, COUNTING, others=f"processors: {{c: {{use: {counter}}}}}\n"))
    joined = {id for id, those in recipients(center).items() if those}
    asking = {one.consent for one in (center.cookies or {}).values()}
    if counter == "leadinfo":  # which looks for customers
        assert joined == set()
    elif counter in IN_THE_CATALOGUE_WITHOUT_COOKIES:
        assert (joined, asking) == ({"with", "without"}, set())
    else:
        assert joined == ({"with"} if asking == {"required"} else {"without"})


def test_who_counts_visits_otherwise_than_the_activity_joins_none_and_is_told(
    tmp_path: Path,
) -> None:
    others = "processors: {p: {use: plausible}, c: {use: combell}}\n"
    loaded = load(tmp_path, STATISTICS, others=others)
    assert recipients(center_of(loaded)) == {"counting": None}
    assert ("processors", "p") in {
        one.path for one in lint(loaded) if one.rule.slug == "unused-recipient"
    }


def test_who_is_reached_through_devices_joins_what_its_service_is_a_part_of(tmp_path: Path) -> None:
    activities = COUNTING + "  adverts: {use: advertising}\n"
    others = "processors: {firms: {use: leadinfo}, g: {use: google-analytics, cookies: none}}\n"
    loaded = load(tmp_path, activities, others=others)
    assert recipients(center_of(loaded)) == {"with": ["g"], "without": None, "adverts": ["firms"]}
    assert loaded.origins
    brought = loaded.origins.of(("activities", "adverts", "processors", 0))
    assert brought.by == "cookie service leadinfo"
    assert loaded.origins.of(("activities", "with", "processors", 0)).by == "category statistics"


def test_who_protects_forms_does_not_check_orders(tmp_path: Path) -> None:
    activities = "  fraud: {use: fraud-prevention}\n  logs: {use: website-security}\n"
    others = "processors: {m: {use: mollie}, r: {use: google-recaptcha}}\n"
    center = center_of(load(tmp_path, activities, others=others))
    assert recipients(center) == {"fraud": ["m"], "logs": ["r"]}


def test_who_counts_visits_and_does_something_else_joins_for_that_by_category(
    tmp_path: Path,
) -> None:
    others = """\
processors:
  house: {name: House, category: statistics, role: processor, also: [{category: hosting}]}
cookies:
  views:
    name: Views
    category: necessary
    purpose: {nl: telt, fr: compte, en: counts}
    processor: house
    activity: without
"""
    activities = COUNTING + "  logs: {use: website-security}\n"
    center = center_of(load(tmp_path, activities, others=others))
    assert recipients(center) == {"with": None, "without": ["house"], "logs": ["house"]}
    [joined] = center.activities["logs"].processors or ()
    assert joined.role is None


def test_who_counts_in_a_way_that_nobody_knows_is_asked_about(tmp_path: Path) -> None:
    register = "processors: {u: {use: umami}}\n"

    def is_asked(others: str) -> bool:
        loaded = load(tmp_path, COUNTING, others=others)
        center_of(loaded)
        return "counted-both-ways" in {one.rule.slug for one in lint(loaded)}

    assert is_asked(register)
    assert not is_asked(register + "cookies: {visits: {use: umami, processor: u}}\n")
    assert not is_asked("processors: {u: {use: plausible}, g: {use: google-analytics}}\n")


def test_an_owner_says_otherwise_of_a_service_or_of_an_activity(tmp_path: Path) -> None:
    others = "cookies: {visits: {use: plausible, activity: with}}\n"
    center = center_of(load(tmp_path, COUNTING, others=others))
    assert recipients(center) == {"with": ["plausible"], "without": None}
    asked = COUNTING.replace("statistics}", "statistics, recipient_categories: [statistics]}")
    center = center_of(load(tmp_path, asked, others="processors: {p: {use: plausible}}\n"))
    assert recipients(center) == {"with": ["p"], "without": ["p"]}


def test_a_release_holds_both_halves(tmp_path: Path) -> None:
    others = "processors: {g: {use: google-analytics, cookies: google-analytics-4}}\n"
    center = center_of(load(tmp_path, STATISTICS, others=others))
    write_release(tmp_path / "releases", a_release(center=center), TODAY)
    [release] = read_archive(tmp_path / "releases").history
    assert release.center == center
    assert cookie_table(release.center) == {"google-analytics-4": ("g", "counting")}


def test_the_example_of_the_how_to_page_brings_both_halves(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "how-to" / "from-the-catalogue.md").read_text("utf-8")
    [example] = re.findall(r"^```yaml\n(processors:.*?)^```$", page, re.DOTALL | re.MULTILINE)
    activities = STATISTICS + "  news: {use: newsletter}\n  opens: {use: email-tracking}\n"
    center = center_of(load(tmp_path, activities, others=example))
    assert cookie_table(center) == {
        "google-analytics-4": ("google", "counting"),
        "mailchimp-email": ("mailchimp", "opens"),
    }


def test_show_says_what_brought_each_half(tmp_path: Path) -> None:
    others = "processors: {google: {use: google-analytics}}\ncookies: {visits: {use: plausible}}\n"
    origins = load(tmp_path, STATISTICS, others=others).origins
    assert origins
    brought = origins.of(("cookies", "google-analytics-4", "items"))
    assert (brought.kind, brought.id, brought.by) == (
        "cookies",
        "google-analytics-4",
        "recipient google",
    )
    assert origins.of(("cookies", "google-analytics-4", "use")).by == "recipient google"
    assert origins.of(("cookies", "google-analytics-4", "activity")).by == "what other entries say"
    recipient = origins.of(("processors", "plausible", "name"))
    assert (recipient.id, recipient.by) == ("plausible", "cookie service visits")
    assert {("cookies", "google-analytics-4"), ("processors", "plausible")} <= set(origins.taken())


def test_a_catalogue_of_ones_own_has_pairs_too(tmp_path: Path) -> None:
    own = tmp_path / "shared"
    own.mkdir()
    facts = "facts: {source: a contract, as_of: 2026-11-01, verified: true}"
    (own / "processors.yml").write_text(
        f"counter: {{name: Teller, category: statistics, role: processor, {facts}}}\n"
    )
    (own / "cookies.yml").write_text(
        "counter: {name: Teller, category: necessary, recipient: counter, comes_along: true, "
        "activities: [statistics], purpose: {nl: telt, fr: compte, en: counts}, "
        f"{facts}}}\n"
    )
    load(tmp_path, STATISTICS, others="processors: {teller: {use: counter}}\n")
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue_dirs=[own])
    assert cookie_table(center_of(loaded)) == {"counter": ("teller", "counting")}
