"""Changes that are one change of life, told once: which belong together, and what they mean.

That every change is in one group, whatever changed, `test_changes.py` shows.
"""

from __future__ import annotations

from copy import deepcopy
from functools import reduce
from operator import getitem
from textwrap import dedent
from typing import Any

import pytest
import yaml
from builds import EXAMPLES
from test_changelog import FIRST, data, release
from test_changes import center, localization, merged
from worlds import LANGUAGES

from mkdocs_privacy.changelog import Cause, tell_groups, tell_history
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import History, read_archive


def told(before: PrivacyCenter, after: PrivacyCenter, language: str = "en") -> list[str]:
    """Each group as a line: its cause, `!` where it is material, the sentence and its meanings."""
    return [
        " | ".join(
            [
                f"{one.group.cause}{'!' if one.is_material else ''}: {one.sentence}",
                *one.meanings,
            ]
        )
        for one in tell_groups(before, after, localization(language), after)
    ]


SHOP = """
audiences: {children: {title: Children}}
personal_data: {email: {title: E-mail}}
processors:
  dpd: {name: DPD, category: delivery, role: independent_controller, country: BE}
  bpost: {name: bpost, category: delivery, role: independent_controller, country: BE}
  host: {name: Host, category: hosting, role: processor, country: BE}
activities:
  delivery: {title: Delivery, audiences: [customers], purposes: [deliver], personal_data: [email],
    legal_basis: contract, retention: {period: P2Y}, processors: [dpd, host]}
  gifts: {title: Gifts, audiences: [customers], purposes: [give], personal_data: [email],
    legal_basis: contract, retention: {period: P2Y}, processors: [dpd]}
  statistics: {title: Statistics, audiences: [customers], purposes: [count],
    personal_data: [email], legal_basis: consent, withdraw: Tell us.,
    retention: {period: P1Y}, processors: [host]}
cookies:
  matomo: {name: Matomo, category: statistics, purpose: counts, activity: statistics,
    consent: required, items: {_pk: {type: cookie, duration: P1Y, purpose: counts, party: first}}}
"""
BEFORE = yaml.load(SHOP, Loader=yaml.BaseLoader)

POSTNL = "{name: PostNL, category: delivery, role: independent_controller, country: BE}"
GOOGLE = """{name: Google, category: statistics, role: processor, country: IE,
  transfers: [{countries: [US], mechanism: adequacy}]}"""
ANALYTICS = """{name: Analytics, category: statistics, purpose: counts, activity: statistics,
  consent: required, items: {_ga: {type: cookie, duration: P2Y, purpose: counts, party: first}}}"""


def changed(written: str, *without: str) -> list[str]:
    """What is told once `written` is merged into the shop, and paths are taken out of it."""
    after = merged(deepcopy(BEFORE), yaml.load(written, Loader=yaml.BaseLoader) or {})
    for path in without:
        *holders, last = path.split(".")
        reduce(getitem, holders, after).pop(last)
    return told(shop(BEFORE), shop(after))


def shop(plain: dict[str, Any]) -> PrivacyCenter:
    return center(yaml.safe_dump(plain))


@pytest.mark.parametrize(
    ("written", "without", "expected"),
    [
        pytest.param(
            f"""
            processors: {{postnl: {POSTNL}}}
            activities:
              delivery: {{processors: [postnl, host]}}
              gifts: {{processors: [postnl]}}
            """,
            ["processors.dpd"],
            [
                "replaced!: PostNL replaces DPD for ‘Delivery’ and ‘Gifts’"
                " | PostNL is itself responsible for its own use of your data."
            ],
            id="a recipient in the place of another, in all that it did",
        ),
        pytest.param(
            """
            processors:
              desk:
                name: Desk
                category: delivery
                role: processor
                also: [{category: statistics, role: independent_controller}]
            activities: {delivery: {processors: [desk, host]}, gifts: {processors: [desk]}}
            """,
            ["processors.dpd"],
            [
                "replaced!: Desk replaces DPD for ‘Delivery’ and ‘Gifts’"
                " | Desk is itself responsible for its own use of your data."
            ],
            id="one that is a controller in a part of what it does",
        ),
        pytest.param(
            "activities: {delivery: {processors: [bpost, host]}, gifts: {processors: [bpost]}}",
            ["processors.dpd"],
            ["replaced!: bpost replaces DPD for ‘Delivery’ and ‘Gifts’"],
            id="a recipient that was there already, in the place of another",
        ),
        pytest.param(
            f"""
            processors: {{postnl: {POSTNL}}}
            activities: {{delivery: {{processors: [postnl, host]}}, gifts: {{processors: []}}}}
            """,
            ["processors.dpd"],
            [
                "came!: New recipient, itself a controller: PostNL (delivery, Belgium), "
                "for ‘Delivery’ | PostNL is itself responsible for its own use of your data.",
                "went: Recipient no longer mentioned: DPD (delivery, Belgium), "
                "for ‘Delivery’ and ‘Gifts’",
            ],
            id="one that does not do all that another did replaces nobody",
        ),
        pytest.param(
            f"""
            processors: {{google: {GOOGLE}}}
            activities: {{statistics: {{processors: [google]}}}}
            cookies: {{analytics: {ANALYTICS.replace("activity: statistics", "processor: google")}}}
            """,
            [],
            [
                "replaced!: Google replaces Host for ‘Statistics’; with these cookies or "
                "similar technologies: Analytics | Through Google, data can be transferred outside "
                "the European Economic Area (United States). | You are asked for your consent "
                "before its cookies or similar technologies are used.",
            ],
            id="a recipient with its cookies, in one activity in the place of one that stays",
        ),
        pytest.param(
            f"cookies: {{analytics: {ANALYTICS}}}",
            ["cookies.matomo"],
            [
                "replaced!: Analytics replaces Matomo (statistics)"
                " | You are asked for your consent first."
            ],
            id="a cookie service in the place of another",
        ),
        pytest.param(
            f"""
            cookies:
              analytics: {ANALYTICS}
              other: {ANALYTICS.replace("Analytics", "Other")}
            """,
            ["cookies.matomo"],
            [
                "alone!: New cookie or similar technology: Analytics (statistics)"
                " | You are asked for your consent first.",
                "alone!: New cookie or similar technology: Other (statistics)"
                " | You are asked for your consent first.",
                "alone: Cookie or similar technology no longer mentioned: Matomo (statistics)",
            ],
            id="of two that came nobody can say which replaces the one that went",
        ),
        pytest.param(
            """
            personal_data: {wish: {title: Wishes}}
            processors: {printer: {name: Printer, category: other, role: processor, country: BE}}
            activities:
              wishes: {title: Wish lists, audiences: [children], purposes: [keep lists],
                personal_data: [wish], legal_basis: legitimate_interests, interest: lists,
                retention: {period: P1Y}, processors: [printer]}
            """,
            [],
            [
                "came!: New use of data: Wish lists; also new: Printer and Wishes"
                " | You can object to this on grounds relating to your particular situation."
            ],
            id="an activity with the recipients and the data that only it has",
        ),
        pytest.param(
            "",
            ["activities.statistics", "cookies.matomo"],
            ["went: Use of data no longer mentioned: Statistics; also no longer mentioned: Matomo"],
            id="an activity that goes with its cookies",
        ),
        pytest.param(
            "activities: {gifts: {audiences: [customers, children]}, "
            "delivery: {audiences: [customers, children]}}",
            [],
            ["alike!: Delivery and Gifts – whom it concerns, now also: Children"],
            id="the same in several activities",
        ),
        pytest.param(
            "activities: {gifts: {retention: {period: P5Y}}, delivery: {retention: {period: P5Y}}}",
            [],
            [
                "alike!: Retention period of ‘Delivery’ and ‘Gifts’ lengthened from 2 years "
                "to 5 years"
            ],
            id="a period in several activities",
        ),
        pytest.param(
            "activities: {gifts: {legal_basis: consent, withdraw: Tell us., title: Presents}}",
            [],
            [
                "subject!: Presents – changes to: legal basis, withdrawing consent and name"
                " | This is done only with your consent, which you can withdraw at any time."
            ],
            id="several fields of one activity",
        ),
        pytest.param(
            """
            activities: {statistics: {legal_basis: legitimate_interests, interest: counting}}
            """,
            ["activities.statistics.withdraw"],
            [
                "subject!: Statistics – changes to: legal basis, legitimate interest and "
                "withdrawing consent | Your consent is no longer asked for this. | You can "
                "object to this on grounds relating to your particular situation."
            ],
            id="consent in whose place an interest comes",
        ),
        pytest.param(
            """
            activities:
              adverts: {title: Advertising, audiences: [customers], purposes: [advertise],
                personal_data: [email], direct_marketing: true, legal_basis: legitimate_interests,
                interest: selling, retention: {period: P1Y}, processors: []}
            """,
            [],
            [
                "alone!: New use of data: Advertising"
                " | You can object to this at any time, without giving a reason."
            ],
            id="advertising",
        ),
    ],
)
def test_one_change_of_life_is_told_once(
    written: str, without: list[str], expected: list[str]
) -> None:
    assert changed(dedent(written), *without) == expected


def test_words_that_changed_in_some_languages_or_count_as_editorial_are_counted() -> None:
    def texts(dutch: str, english: str) -> PrivacyCenter:
        both = {"nl": dutch, "fr": "Même", "en": english}
        summaries = {"summary": {**both, "en": "Same"}, "description": {"nl": dutch, "en": english}}
        return center(
            yaml.safe_dump(
                {
                    "activities": {"orders": {**summaries, "purposes": [both]}},
                    "audiences": {"customers": {"description": {"nl": dutch, "en": english}}},
                }
            )
        )

    assert told(texts("Zo", "So"), texts("Anders", "Thus")) == [
        "reworded: Data and purposes – 2 texts changed in some languages only",
        "rewritten: Data and purposes – 2 texts rewritten",
    ]


def test_the_webshop_tells_of_its_new_carrier_in_three_languages() -> None:
    releases = read_archive(EXAMPLES / "webshop/privacy/releases").history.releases
    by_id = {release.id: release.center for release in releases}
    before, after = by_id["2025-10-01"], by_id["2027-01-01"]
    assert before
    assert after
    assert [told(before, after, language)[0] for language in LANGUAGES] == [
        "replaced!: PostNL vervangt DPD bij ‘Levering’ en ‘Geschenken voor iemand anders’"
        " | PostNL is zelf verantwoordelijk voor het eigen gebruik van uw gegevens.",
        "replaced!: PostNL remplace DPD pour «\u202fLivraison\u202f» et «\u202fCadeaux pour "
        "quelqu’un d’autre\u202f»"
        " | PostNL répond de sa propre utilisation de vos données.",
        "replaced!: PostNL replaces DPD for ‘Delivery’ and ‘Gifts for somebody else’"
        " | PostNL is itself responsible for its own use of your data.",
    ]


def test_what_was_undone_since_a_version_is_told_with_its_own_version_only() -> None:
    consent = {"consent": {"how": "x"}}
    second = release("2026-06-01", data(**consent), FIRST.id)
    third = release("2026-07-01", data(), second.id)
    newest, middle, first = tell_history(
        History((FIRST, second, third)), localization("en"), data()
    )
    assert newest.since is None
    assert [one.group.cause for one in middle.since or ()] == [Cause.ALONE]
    assert first.since == ()
