"""What changed between two privacy centers: found in the data, and told in three languages."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
import yaml
from builds import EXAMPLES, REPOSITORY
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from worlds import LANGUAGES, small_center

from mkdocs_privacy.changelog import ToldGroup, group_changes, tell_changes, tell_groups
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter, Record, without_internal
from mkdocs_privacy.releases import (
    BY_FIELD,
    CHANGE_KINDS,
    Change,
    Shape,
    compare,
    with_ids_of,
    with_translations,
)
from mkdocs_privacy.releases.kinds.rule import FieldRule
from mkdocs_privacy.releases.received_data import with_data_in_activities

Plain = dict[str, Any]


def center(written: str = "") -> PrivacyCenter:
    """The small center with `written` (YAML) merged into it."""
    return valid(merged(small_center(), yaml.load(written, Loader=yaml.BaseLoader) or {}))


def merged(below: Plain, above: Mapping[str, Any]) -> Plain:
    both = dict(below)
    for key, value in above.items():
        is_deep = isinstance(value, dict) and isinstance(both.get(key), dict) and not is_text(value)
        both[key] = merged(both[key], value) if is_deep else value
    return both


def valid(plain: Plain) -> PrivacyCenter:
    return PrivacyCenter.model_validate(plain, context=Context())


def plain(center: PrivacyCenter) -> Plain:
    dumped: Plain = center.model_dump(mode="json", by_alias=True, exclude_none=True)
    return dumped


@cache
def localization(language: str) -> Localization:
    return Localization(language, load_catalog(language))


def told(before: PrivacyCenter, after: PrivacyCenter, language: str = "en") -> list[str]:
    """Each change as a line: its kind, `!` where it is material, and the sentence."""
    return [
        f"{one.change.kind.id}{'!' if one.change.kind.material else ''}: {one.sentence}"
        for one in tell_changes(before, after, localization(language), after)
    ]


MOLLIE = """
processors:
  mollie: {name: Mollie B.V., category: payment, role: processor, country: NL}
"""

MAILS = """
activities: {mails: {title: Mails, audiences: [customers], purposes: [answer],
  personal_data: [name], legal_basis: contract, retention: {period: P1Y} }}
"""


def test_a_new_processor_is_told_in_three_languages() -> None:
    before, after = center(), center(MOLLIE)
    assert [told(before, after, language) for language in LANGUAGES] == [
        ["processor.added!: Nieuwe verwerker: Mollie B.V. (betaling, Nederland)"],
        ["processor.added!: Nouveau sous-traitant : Mollie B.V. (paiement, Pays-Bas)"],
        ["processor.added!: New processor: Mollie B.V. (payment, Netherlands)"],
    ]
    assert told(after, before) == [
        "processor.removed: Processor no longer mentioned: Mollie B.V. (payment, Netherlands)"
    ]


def test_a_shorter_retention_period_is_told_in_three_languages() -> None:
    after = center("activities: {orders: {retention: {period: P5Y}}}")
    assert [told(center(), after, language) for language in LANGUAGES] == [
        [
            "activity.retention.period.shortened: "
            "Bewaartermijn van ‘Bestellingen’ verkort van 7 jaar naar 5 jaar"
        ],
        [
            "activity.retention.period.shortened: "
            "Durée de conservation de « Commandes » ramenée de 7\u00a0ans à 5\u00a0ans"
        ],
        [
            "activity.retention.period.shortened: "
            "Retention period of ‘Orders’ shortened from 7 years to 5 years"
        ],
    ]


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (  # people must be told: the basis decides which rights they have
            "",
            "activities: {orders: {legal_basis: consent}}",
            [
                "activity.legal_basis.changed!: "
                "Legal basis of ‘Orders’ changed from contract to consent"
            ],
        ),
        (  # another basis, and what it needs
            "",
            "activities: {orders: {legal_basis: legitimate_interests, interest: safety}}",
            [
                "activity.legal_basis.changed!: "
                "Legal basis of ‘Orders’ changed from contract to legitimate interests",
                "activity.legal_basis.interest.added!: "
                "Orders – legitimate interest, newly stated: “safety”",
            ],
        ),
        (  # a second basis, and what rests on each
            "activities: {orders: {purposes: [deliver, invoice]}}",
            """
            activities:
              orders:
                purposes: [deliver, invoice]
                legal_basis:
                  - {basis: contract, purposes: [deliver]}
                  - {basis: legal_obligation, law: the VAT Code, purposes: [invoice]}
            """,
            [
                "activity.legal_basis.purposes.added!: "
                "Orders, contract – purpose on this legal basis, newly stated: “deliver”",
                "activity.legal_basis.added!: Orders – legal basis, now also: legal obligation",
            ],
        ),
        (
            "",
            "activities: {orders: {retention: {period: P10Y}}}",
            [
                "activity.retention.period.lengthened!: "
                "Retention period of ‘Orders’ lengthened from 7 years to 10 years"
            ],
        ),
        (  # one stage more, and another that takes longer
            """
            activities:
              orders: {retention: [{what: in use, period: P2Y}, {what: backups, period: P30D}]}
            """,
            """
            activities:
              orders:
                retention:
                  - {what: in use, period: P3Y, afterwards: archive}
                  - {what: in the archive, period: P7Y, from: after that, until: until you are 28}
                  - {what: backups, period: P30D}
            """,
            [
                "activity.retention.period.lengthened!: "
                "Retention period of ‘Orders, in use’ lengthened from 2 years to 3 years",
                "activity.retention.afterwards.added!: "
                "Orders, in use – what happens after the retention period, newly stated: "
                "“After that we archive the data.”",
                "activity.retention.added!: Orders – retention period, now also: "
                "in the archive: 7 years after that, or until you are 28",
            ],
        ),
        (  # the same time, written otherwise, prints otherwise
            "",
            "activities: {orders: {retention: {period: P84M}}}",
            [
                "activity.retention.period.changed: "
                "Orders – retention period: 84 months (previously 7 years)"
            ],
        ),
        (
            "",
            "activities: {orders: {purposes: [{nl: a, fr: b, en: deliver}, z]}}",
            [
                "activity.purposes.added!: New purpose of ‘Orders’: z",
                "activity.purposes.translated: Orders – purpose: changed in Dutch and French only",
            ],
        ),
        (  # who reads English sees the same address
            "organisation: {address: {street: Laan 1, city: Gent, country: BE}}",
            "organisation: {address: {street: Laan 1, city: {nl: Gent, fr: Gand, en: Gent},"
            " country: BE}}",
            ["organisation.address.changed: Our organisation – address: changed in French only"],
        ),
        (
            "organisation: {address: {street: Laan 1, city: Gent, country: BE}}",
            "organisation: {address: {street: Laan 1, city: {nl: Gent, fr: Gand, en: Ghent},"
            " country: BE}}",
            [
                "organisation.address.changed: Our organisation – address: Laan 1, Ghent, Belgium "
                "(previously Laan 1, Gent, Belgium)"
            ],
        ),
        (  # what nobody had said, and what is now said: nobody
            "activities: {orders: {processors: []}}",
            "activities: {orders: {processors: [mollie]}}" + MOLLIE,
            [
                "processor.added!: New processor: Mollie B.V. (payment, Netherlands)",
                "activity.processors.added!: New recipient for ‘Orders’: Mollie B.V.",
            ],
        ),
        (
            MOLLIE,
            "processors: {mollie: {name: Mollie, category: payment, role: processor,"
            " country: NL, processing_countries: [NL, US]}}",
            [
                "processor.processing_countries.third_country!: "
                "Mollie – where data is processed, newly stated: United States",
                "processor.name.changed: ‘Mollie B.V.’ is now called ‘Mollie’",
                "processor.processing_countries.added: "
                "Mollie – where data is processed, newly stated: Netherlands",
            ],
        ),
        (
            "processors: {m: {name: M, category: email, country: NL, processing_countries: [NL]}}",
            "processors: {m: {name: M, category: email, country: US,"
            " processing_countries: [NL, US]}}",
            [
                "processor.country.third_country!: "
                "M: now established outside the European Economic Area (United States)",
                "processor.processing_countries.third_country!: "
                "M: data now also processed outside the European Economic Area (United States)",
            ],
        ),
        (  # it was outside the European Economic Area already
            "processors: {m: {name: M, category: email, country: US, processing_countries: [US]}}",
            "processors: {m: {name: M, category: email, country: IN,"
            " processing_countries: [US, IN]}}",
            [
                "processor.country.third_country!: "
                "M – country of establishment: India (previously United States)",
                "processor.processing_countries.third_country!: "
                "M – where data is processed, now also: India",
            ],
        ),
        (  # what the pages left open until now need not be new
            "processors: {m: {name: M, category: email}}\n" + MAILS,
            "processors: {m: {name: M, category: email, country: US,"
            " transfers: [{countries: [US], mechanism: scc}]}}\n"
            + MAILS.replace(" }}", ", processors: [m]}}"),
            [
                "activity.processors.added!: Mails – recipients, newly stated: M",
                "processor.country.third_country!: "
                "M – country of establishment, newly stated: United States",
                "processor.transfers.third_country!: M – safeguard for a transfer outside the "
                "European Economic Area, newly stated: United States (standard contractual "
                "clauses, Implementing Decision (EU) 2021/914, Article 46(2)(c) GDPR)",
            ],
        ),
        (  # somebody who was said to keep data within it
            "processors: {m: {name: M, category: email, country: NL, transfers: none}}",
            "processors: {m: {name: M, category: email, country: NL,"
            " transfers: [{countries: [US], mechanism: scc}]}}",
            [
                "processor.transfers.third_country!: M: new transfer outside the European "
                "Economic Area, United States (standard contractual clauses, Implementing "
                "Decision (EU) 2021/914, Article 46(2)(c) GDPR)",
            ],
        ),
        (  # a second safeguard for a country to which data went already is no new transfer
            "processors: {m: {name: M, category: email, role: processor,"
            " transfers: [{countries: [US], mechanism: scc}]}}",
            "processors: {m: {name: M, category: email, role: processor,"
            " transfers: [{countries: [US], mechanism: dpf}, {countries: [US], mechanism: scc},"
            " {countries: [IN], mechanism: scc}]}}",
            [
                "processor.transfers.third_country!: M: new transfer outside the European "
                "Economic Area, India (standard contractual clauses, Implementing Decision (EU) "
                "2021/914, Article 46(2)(c) GDPR)",
                "processor.transfers.added: M – safeguard for a transfer outside the "
                "European Economic Area, now also: "
                "United States (adequacy decision for the EU-US Data Privacy Framework, "
                "Implementing Decision (EU) 2023/1795, Article 45 GDPR)",
            ],
        ),
        (
            "organisation: {data_protection_officer: none}",
            "",
            [
                "organisation.data_protection_officer.removed!: Data protection officer – contact "
                "details: no longer stated (previously “We have not appointed a data protection "
                "officer.”)"
            ],
        ),
        (
            "organisation: {registration: {register: KBO, number: '1'}}",
            "organisation: {registration: {register: KBO, number: '1', vat: BE1}}",
            [
                "organisation.registration.changed: Our organisation – registration number: "
                "KBO 1, BE1 (previously KBO 1)"
            ],
        ),
        (  # the same services in another order
            "processors: {m: {name: M, category: email, role: processor, also: ["
            "{category: hosting, role: processor, service: a}, "
            "{category: hosting, role: processor, service: b}]}}",
            "processors: {m: {name: M, category: email, role: processor, also: ["
            "{category: hosting, role: processor, service: b}, "
            "{category: hosting, role: processor, service: a}]}}",
            [],
        ),
        (
            "",
            "cookies: {ga: {name: GA, category: statistics, purpose: counts, consent: required,"
            " items: {_ga: {duration: P2Y, purpose: tells visitors apart}}}}",
            ["cookie.added!: New cookie or similar technology: GA (statistics)"],
        ),
        (
            "",
            "cookies: {cart: {name: Cart, category: necessary, purpose: remembers}}",
            [
                "cookie.without_consent: New cookie or similar technology, "
                "without asking for consent: Cart (strictly necessary)"
            ],
        ),
        (
            "cookies: {cart: {name: Cart, category: necessary, purpose: remembers}}",
            "cookies: {cart: {name: Cart, category: necessary, purpose: remembers,"
            " items: {'<b>': {duration: session, purpose: remembers}}}}",
            [
                "cookie.items.without_consent: Cart, newly stored or read without asking for "
                'consent: <code translate="no">&lt;b&gt;</code> (remembers)'
            ],
        ),
        (
            "",
            "cookies: {}",
            [
                "cookies.changed: Cookies: “We store nothing on your device and read nothing from "
                "it.”"
            ],
        ),
        (
            "organisation: {data_protection_officer: none}",
            "organisation: {data_protection_officer: {email: dpo@tuimelkous.example}}",
            [
                "organisation.data_protection_officer.changed!: Data protection officer – contact "
                "details: dpo@tuimelkous.example (previously “We have not appointed a data "
                "protection officer.”)"
            ],
        ),
        (
            "sections: {children: {title: Children, body: Not for *them*.}}",
            "sections: {children: {title: Children, body: For them., page: rights, order: 3}}",
            ["section.body.changed: Children – text: changed"],
        ),
        (
            "rights: {deadline: P14D}",
            "rights: {deadline: P1M}",
            [
                "rights.deadline.lengthened!: Requests about your rights – time to answer: "
                "lengthened from 14 days to one month"
            ],
        ),
        (
            "changes: {objection_period: P30D}",
            "changes: {objection_period: P14D}",
            [
                "changes.objection_period.shortened!: Changes to this policy – time to object "
                "to a new sub-processor: shortened from 30 days to 14 days"
            ],
        ),
    ],
)
def test_each_kind_of_change_is_told(before: str, after: str, expected: list[str]) -> None:
    assert told(center(before), center(after)) == expected


def test_moves_and_reorders_are_silent() -> None:
    before = center(MOLLIE + "\nsections: {a: {title: A, body: A}, b: {title: B, body: B}}")
    turned = plain(before)
    for key in ("sections", "personal_data", "processors"):
        turned[key] = dict(reversed(turned.get(key, {}).items()))
    turned["activities"]["orders"]["personal_data"] = ["email", "name"]
    turned["sections"]["a"] |= {"page": "contact", "order": 9}
    turned["processors"]["mollie"]["facts"] = {"source": "website", "as_of": "2026-01-01"}
    assert compare(before, valid(turned)) == ()


def test_a_language_that_was_added_changes_nothing() -> None:
    titles = "activities: {orders: {title: {nl: Bestellingen, en: Orders}}}"
    assert compare(center(titles), center()) == ()


def test_an_old_center_is_told_in_a_language_that_was_added_later() -> None:
    old = center(
        "activities: {orders: {title: {nl: Bestellingen}, purposes: [{nl: te leveren},"
        " {nl: te pakken}]}}"
    )
    new = center("activities: {orders: {title: {nl: Bestelling, en: An order}}}")
    translated = with_translations(old, new).activities["orders"]
    assert (translated.title.as_written(), [one.as_written() for one in translated.purposes]) == (
        {"nl": "Bestellingen"},  # now said otherwise: the translation is of other words
        [{"nl": "te leveren", "fr": "livrer", "en": "deliver"}, {"nl": "te pakken"}],
    )


def test_a_change_leads_to_its_place_on_the_pages_while_it_is_there() -> None:
    before, after = center(), center(MOLLIE)
    (added,) = tell_changes(before, after, localization("en"), after)
    (removed,) = tell_changes(after, before, localization("en"), before)
    assert (str(added.target), removed.target) == (
        "LinkTarget(page='processors', anchor='processor-mollie', name='Mollie B.V.')",
        None,
    )


# The table of kinds


def public_fields(record: type[Record], prefix: str) -> Iterator[str]:
    """Every field below a record, by the names that the table of kinds uses."""
    for name, field in record.model_fields.items():
        path = f"{prefix}.{field.alias or name}" if prefix else name
        if name == "internal":
            continue
        yield path
        for inner in records(field.annotation):
            singular = {
                "audiences": "audience",
                "activities": "activity",
                "processors": "processor",
                "disclosures": "disclosure",
                "cookies": "cookie",
                "measures": "measure",
                "sections": "section",
            }.get(path, path)
            rule = BY_FIELD.get(singular)
            if singular != path:
                yield singular
            if rule is None or rule.shape not in NOT_LOOKED_INTO:
                yield from public_fields(inner, singular)


def records(annotation: Any) -> Iterator[type[Record]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from records(get_args(annotation)[0])
    elif origin in (Union, UnionType, tuple, dict):
        for part in get_args(annotation):
            yield from records(part)
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation


NOT_LOOKED_INTO = (Shape.VALUE, Shape.FIXED, Shape.UNPRINTED)
TOLD_BY_ITS_ENTRIES = {"audiences", "activities", "disclosures", "measures", "sections"}


def test_the_table_has_a_rule_for_every_field() -> None:
    assert set(public_fields(PrivacyCenter, "")) == set(BY_FIELD) | TOLD_BY_ITS_ENTRIES


def test_what_is_material_has_a_ground_and_what_is_not_has_none() -> None:
    for rule in BY_FIELD.values():
        assert any(kind.material for kind in rule.kinds) == bool(rule.ground), rule.field
    assert sum(kind.material for kind in CHANGE_KINDS.values()) > 100


def variants(value: Any, members: Iterable[str] = ()) -> Iterator[Any]:
    """Other values that may stand in the place of one, and nothing.

    `members` are those of its enumeration, where it has one.
    """
    yield None
    if isinstance(value, dict) and is_text(value):
        yield {language: f"{words}/b" for language, words in value.items()}
        yield {**value, "fr": "https://autre.example"}
    elif isinstance(value, dict):
        yield "none"
        yield {"phone": "+32 1"}
        for more in MORE:
            yield {key: one for key, one in {**value, **more}.items() if one}
    elif isinstance(value, list) and value:
        yield value[1:]
        yield from ([one, *value[1:]] for one in variants(value[0], members) if one)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, str):
        yield from members
        yield from OTHERS
        yield {"nl": value, "fr": "https://autre.example", "en": value}
        yield from same_length(value)


def same_length(period: str) -> Iterator[str]:
    """A period of the same length, written otherwise."""
    for unit, other, size in (("Y", "M", 12), ("W", "D", 7)):
        if found := re.fullmatch(rf"P(\d+){unit}", period):
            yield f"P{int(found[1]) * size}{other}"
    if found := re.fullmatch(r"P(\d+[YM])", period):
        yield f"P{found[1]}0D"
    if found := re.fullmatch(r"P(\d+D)", period):
        yield f"P0M{found[1]}"


MORE: tuple[Plain, ...] = (
    {"phone": "+32 1", "form": "https://a.example", "name": {"nl": "a", "fr": "b", "en": "c"}},
    {"phone": "+32 2", "form": "https://b.example", "name": {"nl": "d", "fr": "e", "en": "f"}},
    {"phone": "+32 3", "form": "https://c.example", "name": {"nl": "d", "fr": "g", "en": "f"}},
    {"address": {"city": "Putte", "country": "BE"}},
    {"address": {"city": "Arnhem", "country": "NL"}},
    {"email": "other@other.example", "phone": "+32 1"},
    {"legal_basis": "contract", "interest": None, "law": None},
    {"our_role": "controller", "responsible": None, "how_to_reach": None},
    {"consent": "required", "consent_reason": None},
    *({"derogation": letter} for letter in "ab"),
)
"""What a record may have besides, or cannot do without."""

OTHERS = (
    *(
        "P99Y",
        "P11M",
        "P2D",
        "PT1S",
        "FR",
        "US",
        "2020-01-01",
        "+32 1",
        "other",
        "a",
        "b",
        "name",
        "orders",
    ),
    *("https://other.example", "other@other.example", "example"),
)
"""A value for every form that a single value can have, but for enumerations."""


def places(content: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value in a plain center, and where it stands."""
    if isinstance(content, dict) and not (path and is_text(content)):
        for key, value in content.items():
            yield (*path, key), value
            yield from places(value, (*path, key))
    elif isinstance(content, list):
        for index, value in enumerate(content):
            if isinstance(value, dict):
                yield from places(value, (*path, str(index)))


def field_of(path: tuple[str, ...]) -> str:
    """The field, as the table names it, of a value or of the record that it belongs to."""
    top, *rest = path
    singular = {"activities": "activity", "cookies": "cookie"}.get(top, top.removesuffix("s"))
    if top in (*SINGLE, "personal_data"):
        singular = top
    steps = rest if top in SINGLE else rest[1:]
    ids_after = ("items", "each", "joint_controllers", "processors", "departments")
    named = [
        step
        for before, step in pairwise(["", *steps])
        if before not in ids_after and not step.isdigit()
    ]
    return ".".join((singular, *named))


def put(before: Plain, path: tuple[str, ...], value: Any) -> Plain:
    """A copy with another value in one place; nothing takes the place out."""
    after = copy.copy(before)
    holder: Any = after
    for step in path[:-1]:
        key = int(step) if isinstance(holder, list) else step
        holder[key] = copy.copy(holder[key])
        holder = holder[key]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return after


STATED_TWICE = tuple(
    f"""
activities:
  orders:
    purposes: [{words}, b]
    legal_basis: [{{basis: {basis}, purposes: [{words}{more}]{why}}}]
    special_basis: [{{basis: {condition}, personal_data: [{data}]}}]
    source: [{{source: report, personal_data: [{data}]}}]
"""
    for basis, words, more, why, condition, data in (
        ("contract", "{nl: a, fr: a, en: a}", "", "", "health_care", "name"),
        ("contract", "{nl: a, fr: b, en: a}", ", b", ", interest: c", "health_care", "email"),
        ("contract", "{nl: c, fr: c, en: c}", ", b", "", "research", "email"),
        ("consent", "{nl: c, fr: c, en: c}", "", "", "research", "email"),
    )
)
"""What a legal basis covers stands in its activity too: no single value of it can change alone."""
ALONE = (
    "activities: {orders: {purposes: [a], source: person}}",
    "activities: {orders: {purposes: [a, b], source: public}}",
)
"""What no legal basis covers, and the only source of an activity."""


def test_every_kind_of_change_happens_when_single_values_change() -> None:
    everything = worlds()[-1]
    unchanged = valid(everything)
    nothing = center("cookies: {}\nprocessors: {}")
    seen = {change.kind.id for change in compare(center(), nothing)}
    for one, two in pairwise(map(center, (*STATED_TWICE, *ALONE))):
        seen |= {change.kind.id for change in (*compare(one, two), *compare(two, one))}

    def is_known(rule: FieldRule | None) -> bool:
        """Whether all is seen that can happen to a field, or to the value that it is a part of."""
        return rule is not None and {kind.id for kind in rule.kinds} <= seen

    for path, value in places(everything):
        field = field_of(path)
        rule = BY_FIELD.get(field)
        is_record = rule is not None and rule.declared.is_record
        whole = rule or BY_FIELD.get(field.rpartition(".")[0])
        before = unchanged
        for other in variants(value, rule.declared.members if rule else ()):
            if is_known(whole) and not is_record:
                break
            with suppress(ValidationError):
                after = valid(put(everything, path, other))
                for one, two in ((unchanged, after), (before, after)):
                    seen |= {change.kind.id for change in (*compare(one, two), *compare(two, one))}
                before = after
    assert set(CHANGE_KINDS) - seen == set()


# Whatever two centers say


@cache
def worlds() -> tuple[Plain, ...]:
    folders = (
        EXAMPLES / "webshop" / "privacy",
        EXAMPLES / "saas" / "privacy",
        REPOSITORY / "tests" / "everything" / "privacy",
    )
    loaded = [load_center(folder, LANGUAGES).center for folder in folders]
    return tuple(plain(without_internal(one)) for one in loaded if one)


SINGLE = ("organisation", "notice", "consent", "rights", "changes")


@st.composite
def centers(draw: st.DrawFn) -> PrivacyCenter:
    """A center of pieces of the three worlds: any entry, and any field of it, may come from any."""
    written = worlds()  # of which nothing changes: `mix` copies a record, `mended` the rest
    mixed: Plain = {}
    for key in sorted({key for world in written for key in world}):
        holders = [world[key] for world in written if key in world]
        if key in SINGLE:
            mixed[key] = mix(draw, holders, holders)
            continue
        if isinstance(holders[0], list):
            mixed[key] = draw(st.sampled_from([[], *holders]))
            continue
        entries = [entry for holder in holders for entry in holder.items()]
        chosen = draw(st.lists(st.sampled_from(entries), max_size=6, unique_by=lambda one: one[0]))
        kind = [entry for _, entry in entries]
        mixed[key] = {id: mix(draw, [entry], kind) for id, entry in chosen}
    return mended(mixed)


def mended(mixed: Plain) -> PrivacyCenter:
    """What is left once everything that is not valid has been taken out or put back."""
    while True:
        try:
            return valid(mixed)
        except ValidationError as error:
            for top, *rest in sorted({tuple(map(str, one["loc"][:2])) for one in error.errors()}):
                entries = mixed.get(top)
                if rest and isinstance(entries, dict) and top not in SINGLE and len(entries) > 1:
                    entries.pop(rest[0], None)
                elif top in worlds()[0]:
                    mixed[top] = dict(worlds()[0][top])
                else:
                    del mixed[top]


def mix(draw: st.DrawFn, holders: list[Plain], kind: list[Plain]) -> Plain:
    """A record with some fields left out and others from another record of its kind."""
    base = dict(draw(st.sampled_from(holders)))
    other = draw(st.sampled_from(kind))
    keys = sorted({*base, *other})
    for key in draw(st.lists(st.sampled_from(keys), max_size=3)) if keys else ():
        if key in other and draw(st.booleans()):
            base[key] = other[key]
        else:
            base.pop(key, None)
    return base


@settings(max_examples=60)
@given(centers(), centers())
def test_every_difference_is_a_change_and_every_change_has_words(
    before: PrivacyCenter, after: PrivacyCenter
) -> None:
    assert compare(before, before) == compare(after, valid(plain(after))) == ()
    changes = compare(before, after)
    differing = set(differences(*map(plain, with_data_in_activities(before, after)), ()))
    assert {path for path in differing if not any(covers(one, path) for one in changes)} == set()
    assert [one for one in changes if not any(covers(one, path) for path in differing)] == []
    for language in LANGUAGES:
        groups = tell_groups(before, after, localization(language), after)
        for words in (words for group in groups for words in said(group)):
            assert words.strip()
            assert "{" not in words.replace("{item}", "")
            assert "None" not in words
            assert not re.search(r"\(\s*\)|\(\S+ \)|:\s*$", words), words
    changes = compare(with_ids_of(before, after), after)
    assert len(tell_changes(before, after, localization("en"), after)) == len(changes)


def said(group: ToldGroup) -> Iterator[str]:
    """All the sentences that tell of a group."""
    yield from (group.sentence, group.heading, *group.meanings)
    yield from (told.sentence for told in group.changes)


@settings(max_examples=15)
@given(centers(), centers(), st.randoms(use_true_random=False))
def test_every_change_is_in_one_group_in_whichever_order_they_come(
    before: PrivacyCenter, after: PrivacyCenter, order: random.Random
) -> None:
    changes = list(compare(before, after))
    groups = group_changes(changes)
    grouped = [id(change) for group in groups for change in group.changes]
    assert sorted(grouped) == sorted(map(id, changes))
    assert [not group.is_material for group in groups] == sorted(
        not group.is_material for group in groups
    )
    order.shuffle(changes)
    assert group_changes(changes) == groups


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_words_are_told_in_every_language_however_long_they_are(language: str) -> None:
    decides = "{logic: A score, effect: no credit}"
    before, after = (
        center(f"activities: {{orders: {{automated_decisions: {stated}}}}}")
        for stated in (decides, "none")
    )
    [sentence] = told(before, after, language)
    assert "A score" in sentence

    before, after = (
        center(
            "processors: {m: {name: M, category: email, role: processor, country: US,"
            f" transfers: [{transfers}]}}}}"
        )
        for transfers in (
            "{countries: [US], mechanism: scc}, {countries: [US], mechanism: dpf}",
            "{countries: [US], mechanism: scc}",
        )
    )
    [sentence] = told(before, after, language)
    assert "2023/1795" in sentence


def differences(before: Any, after: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The paths at which two plain centers differ, as far as no list is on the way."""
    if is_silent(path):
        return
    if isinstance(before, dict) and isinstance(after, dict) and not is_text(before, after):
        for key in sorted({*before, *after}):
            yield from differences(before.get(key), after.get(key), (*path, key))
    elif in_any_order(before) != in_any_order(after):
        yield path


def is_text(*values: dict[str, Any]) -> bool:
    return all(set(value) <= set(LANGUAGES) for value in values)


def in_any_order(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(json.dumps(one, sort_keys=True) for one in value)
    return value


def is_silent(path: tuple[str, ...]) -> bool:
    if path[:2] in {("rights", "fields"), ("notice", "claims")}:
        return True
    return path[2:] in {("use",), ("facts",), ("page",), ("order",)} or path[-1:] == ("use",)


def covers(change: Change, path: tuple[str, ...]) -> bool:
    shortest = min(len(change.path), len(path))
    return tuple(map(str, change.path[:shortest])) == path[:shortest]
