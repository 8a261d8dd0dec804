"""The privacy model: what is internal stays so, which right applies when, what may be named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from worlds import small_center

from mkdocs_privacy.model import (
    Activity,
    Applicability,
    Context,
    CookieService,
    LegalBasis,
    PrivacyCenter,
    Recipient,
    Record,
    Right,
    SpecialBasis,
    Text,
    Verdict,
    descriptions,
    without_internal,
)
from mkdocs_privacy.model.applicability import applicability, applicability_by_ground
from mkdocs_privacy.model.personal_data import DataSource

SECRET = "INTERNAL-secret"
KINDS = ("audiences", "personal_data", "activities", "processors", "cookies", "measures")


def center(**changes: Any) -> PrivacyCenter:
    """The small center, validated with every reference checked, top-level keys replaced."""
    written = small_center() | changes
    known = {kind: tuple(written.get(kind, {})) for kind in KINDS}
    known["personal_data"] += ("name", "email")
    written.setdefault("personal_data", {id: {"title": id} for id in ("name", "email")})
    return PrivacyCenter.model_validate(written, context=Context((), known))


def mistakes(**changes: Any) -> list[tuple[str, str]]:
    """The place and the rule of everything that is wrong."""
    with pytest.raises(ValidationError) as caught:
        center(**changes)
    return [(".".join(map(str, one["loc"])), one["type"]) for one in caught.value.errors()]


def activity(**fields: Any) -> Activity:
    """An activity of the small center with some fields replaced; `None` leaves one out."""
    written = small_center()["activities"]["orders"] | fields
    return Activity.model_validate({key: one for key, one in written.items() if one is not None})


# What is internal


def records(annotation: Any) -> Iterator[type[Record]]:
    """Every kind of record inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records(part)


def all_records(top: type[Record], seen: set[type[Record]]) -> set[type[Record]]:
    if top not in seen:
        seen.add(top)
        for field in top.model_fields.values():
            for record in records(field.annotation):
                all_records(record, seen)
    return seen


def with_secrets() -> PrivacyCenter:
    """A center with an internal note wherever the model allows one."""
    written = small_center()
    note = {"reviewed": SECRET, "reviewed_by": SECRET, "note": SECRET}
    written["organisation"]["internal"] = note
    written["audiences"]["customers"]["internal"] = note
    written["activities"]["orders"]["internal"] = note | {
        "impact_assessment": SECRET,
        "balancing_test": SECRET,
        "owner": SECRET,
    }
    written["personal_data"] = {
        "name": {"title": "Naam", "internal": note},
        "email": {"title": "E-mail", "internal": note},
    }
    written["processors"] = {
        "host": {
            "name": "Host",
            "category": "hosting",
            "role": "processor",
            "internal": note
            | {"contract_reference": SECRET, "transfer_assessment": SECRET, "contact": SECRET},
        }
    }
    written["disclosures"] = {"court": {"title": "Order", "internal": note}}
    written["cookies"] = {
        "cart": {"name": "Cart", "category": "necessary", "purpose": "cart", "internal": note}
    }
    return PrivacyCenter.model_validate(written)


def test_internal_notes_are_gone_at_every_depth() -> None:
    center = with_secrets()
    assert center.model_dump_json().count(SECRET) > 20
    assert SECRET not in without_internal(center).model_dump_json()


def test_the_notes_in_this_test_stand_wherever_the_model_allows_them() -> None:
    allowed = {one for one in all_records(PrivacyCenter, set()) if "internal" in one.model_fields}
    written = with_secrets()
    present = {
        type(record)
        for record in (
            written.organisation,
            *written.audiences.values(),
            *written.personal_data.values(),
            *written.activities.values(),
            *written.processors.values(),
            *written.disclosures.values(),
            *written.cookies.values(),
        )
    }
    assert allowed == present


def test_without_internal_changes_nothing_else_and_leaves_the_original_alone() -> None:
    center = with_secrets()
    public = without_internal(center)
    stripped = json.loads(
        center.model_dump_json(), object_hook=lambda one: one | {"internal": None}
    )
    assert (
        json.loads(public.model_dump_json(), object_hook=lambda one: one | {"internal": None})
        == stripped
    )
    assert center.organisation.internal is not None
    assert center == with_secrets()


def test_internal_notes_go_from_records_inside_tuples_and_mappings() -> None:
    class Note(Record):
        internal: str | None = None
        text: str = "public"

    class Shelf(Record):
        notes: tuple[Note, ...]
        by_name: dict[str, tuple[Note, ...]]
        internal: str | None = None

    shelf = Shelf(notes=(Note(internal=SECRET),), by_name={"a": (Note(internal=SECRET),)})
    public = without_internal(shelf)
    assert public == Shelf(notes=(Note(),), by_name={"a": (Note(),)})
    assert SECRET not in public.model_dump_json()


# Rights

APPLIES, CONDITIONAL = Verdict.APPLIES, Verdict.CONDITIONAL
NOT, UNKNOWN = Verdict.DOES_NOT_APPLY, Verdict.UNKNOWN

BASES: dict[LegalBasis | None, dict[str, str]] = {
    LegalBasis.CONSENT: {},
    LegalBasis.CONTRACT: {},
    LegalBasis.LEGAL_OBLIGATION: {"law": "Wetboek"},
    LegalBasis.VITAL_INTERESTS: {},
    LegalBasis.PUBLIC_TASK: {},
    LegalBasis.LEGITIMATE_INTERESTS: {"interest": "onze winkel beveiligen"},
    LegalBasis.SOFT_OPT_IN: {},
    None: {},
}

ALWAYS = (APPLIES, "always")
FOUR_CASES = (CONDITIONAL, "restriction")
UNSAID = (UNKNOWN, "automated_decisions.unstated")

MATRIX: dict[Right, tuple[tuple[Verdict, str], ...]] = {
    # in the order of BASES: consent, contract, law, vital, public task, interests, soft opt-in,
    # nothing said
    Right.ACCESS: (ALWAYS,) * 8,
    Right.RECTIFICATION: (ALWAYS,) * 8,
    Right.ERASURE: (
        (CONDITIONAL, "erasure.consent"),
        (CONDITIONAL, "erasure.no_longer_needed"),
        (CONDITIONAL, "erasure.legal_obligation"),
        (CONDITIONAL, "erasure.no_longer_needed"),
        (CONDITIONAL, "erasure.public_task"),
        (CONDITIONAL, "erasure.legitimate_interests"),
        (CONDITIONAL, "erasure.direct_marketing"),
        (UNKNOWN, "basis_unstated"),
    ),
    Right.RESTRICTION: (FOUR_CASES,) * 8,
    Right.PORTABILITY: (
        (APPLIES, "portability.yes"),
        (APPLIES, "portability.yes"),
        (NOT, "portability.basis"),
        (NOT, "portability.basis"),
        (NOT, "portability.basis"),
        (NOT, "portability.basis"),
        (NOT, "portability.basis"),
        (UNKNOWN, "basis_unstated"),
    ),
    Right.OBJECTION: (
        (NOT, "objection.consent"),
        (NOT, "objection.basis"),
        (NOT, "objection.basis"),
        (NOT, "objection.basis"),
        (APPLIES, "objection.public_task"),
        (APPLIES, "objection.legitimate_interests"),
        (NOT, "objection.soft_opt_in"),
        (UNKNOWN, "basis_unstated"),
    ),
    Right.DIRECT_MARKETING: (
        *((UNKNOWN, "direct_marketing.unstated"),) * 6,
        (APPLIES, "direct_marketing.yes"),
        (UNKNOWN, "direct_marketing.unstated"),
    ),
    Right.AUTOMATED_DECISIONS: (UNSAID,) * 8,
    Right.WITHDRAW_CONSENT: (
        (APPLIES, "withdraw_consent.yes"),
        (NOT, "withdraw_consent.no"),
        (NOT, "withdraw_consent.no"),
        (NOT, "withdraw_consent.no"),
        (NOT, "withdraw_consent.no"),
        (NOT, "withdraw_consent.no"),
        (NOT, "withdraw_consent.no"),
        (UNKNOWN, "basis_unstated"),
    ),
    Right.COMPLAINT: (ALWAYS,) * 8,
}


def test_the_matrix_has_every_right_and_every_legal_basis() -> None:
    assert set(MATRIX) == set(Right)
    assert list(BASES) == [*LegalBasis, None]


@pytest.mark.parametrize("right", MATRIX)
def test_which_right_applies_follows_from_the_legal_basis(right: Right) -> None:
    computed = [
        applicability(
            right,
            activity(legal_basis=str(basis) if basis else None, **fields),
            (DataSource.PERSON,),
        )
        for basis, fields in BASES.items()
    ]
    assert computed == [Applicability(*expected) for expected in MATRIX[right]]


@pytest.mark.parametrize(
    ("right", "fields", "source", "verdict", "reason"),
    [
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "contract", "automated_means": False},
            DataSource.PERSON,
            NOT,
            "portability.paper",
            id="what is kept on paper is not portable",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "consent"},
            DataSource.THIRD_PARTY,
            NOT,
            "portability.source",
            id="what somebody else gave is not portable",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "consent"},
            DataSource.PUBLIC,
            NOT,
            "portability.source",
            id="what was public is not portable",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "contract"},
            DataSource.OURSELVES,
            NOT,
            "portability.source",
            id="what we made ourselves is not portable",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "consent"},
            DataSource.AUTOMATIC,
            APPLIES,
            "portability.yes",
            id="what arose from use is portable",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "consent"},
            DataSource.PARENT,
            APPLIES,
            "portability.represented",
            id="what a parent gave for a child is portable, and was not given by the child",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "contract"},
            DataSource.CAMERA,
            NOT,
            "portability.source",
            id="what a camera records nobody provided",
        ),
        pytest.param(
            Right.DIRECT_MARKETING,
            {"legal_basis": "consent", "direct_marketing": False},
            DataSource.PERSON,
            NOT,
            "direct_marketing.no",
            id="what is said to be no direct marketing is none",
        ),
        pytest.param(
            Right.PORTABILITY,
            {"legal_basis": "legitimate_interests", "interest": "trouw"}
            | {"special_basis": "explicit_consent"},
            DataSource.PERSON,
            APPLIES,
            "portability.yes",
            id="what rests on explicit consent is portable",
        ),
        pytest.param(
            Right.DIRECT_MARKETING,
            {"legal_basis": "consent", "direct_marketing": True},
            DataSource.PERSON,
            APPLIES,
            "direct_marketing.yes",
            id="direct marketing can always be stopped",
        ),
        pytest.param(
            Right.AUTOMATED_DECISIONS,
            {"automated_decisions": "none"},
            DataSource.PERSON,
            NOT,
            "automated_decisions.no",
            id="no automated decisions, no right about them",
        ),
        pytest.param(
            Right.AUTOMATED_DECISIONS,
            {"automated_decisions": {"logic": "een score", "effect": "geen krediet"}},
            DataSource.PERSON,
            APPLIES,
            "automated_decisions.yes",
            id="automated decisions can be contested",
        ),
        pytest.param(
            Right.WITHDRAW_CONSENT,
            {"legal_basis": "contract", "special_basis": "explicit_consent"},
            DataSource.PERSON,
            APPLIES,
            "withdraw_consent.yes",
            id="explicit consent for special data can be withdrawn too",
        ),
    ],
)
def test_circumstances_decide_beside_the_legal_basis(
    right: Right, fields: dict[str, Any], source: DataSource, verdict: Verdict, reason: str
) -> None:
    assert applicability(right, activity(**fields), (source,)) == Applicability(verdict, reason)


TWO_BASES = [
    {"basis": "contract", "purposes": ["te leveren"]},
    {"basis": "legal_obligation", "law": "Wetboek", "purposes": ["te factureren"]},
]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (Right.ACCESS, (Applicability(APPLIES, "always"),)),
        (
            Right.PORTABILITY,
            (
                Applicability(APPLIES, "portability.yes", (LegalBasis.CONTRACT,)),
                Applicability(NOT, "portability.basis", (LegalBasis.LEGAL_OBLIGATION,)),
            ),
        ),
        (Right.OBJECTION, (Applicability(NOT, "objection.basis"),)),
        (
            Right.ERASURE,
            (
                Applicability(CONDITIONAL, "erasure.no_longer_needed", (LegalBasis.CONTRACT,)),
                Applicability(
                    CONDITIONAL, "erasure.legal_obligation", (LegalBasis.LEGAL_OBLIGATION,)
                ),
            ),
        ),
    ],
)
def test_each_of_several_legal_bases_decides_for_what_rests_on_it(
    right: Right, expected: tuple[Applicability, ...]
) -> None:
    told = activity(legal_basis=TWO_BASES, purposes=["te leveren", "te factureren"])
    assert applicability_by_ground(right, told, (DataSource.PERSON,)) == expected


def test_explicit_consent_is_a_ground_of_its_own_for_the_special_data_that_it_covers() -> None:
    told = activity(legal_basis="contract", special_basis="explicit_consent")
    judged = applicability_by_ground(Right.WITHDRAW_CONSENT, told, (DataSource.PERSON,))
    assert judged == (
        Applicability(NOT, "withdraw_consent.no", (LegalBasis.CONTRACT,)),
        Applicability(APPLIES, "withdraw_consent.yes", (SpecialBasis.EXPLICIT_CONSENT,)),
    )


def test_where_each_legal_basis_names_its_purposes_they_need_not_be_written_twice() -> None:
    told = activity(legal_basis=TWO_BASES, purposes=None)
    assert [purpose.as_written() for purpose in told.purposes] == ["te leveren", "te factureren"]


def test_the_law_of_an_activity_is_that_of_the_basis_which_needs_one() -> None:
    told = activity(legal_basis=["contract", "legal_obligation"], law="Wetboek")
    assert told.law is None
    assert [basis.law and basis.law.as_written() for basis in told.legal_bases] == [None, "Wetboek"]


def test_a_legal_basis_is_written_out_as_shortly_as_it_can_be() -> None:
    short = activity(legal_basis="contract", special_basis=["health_care"])
    dumped = short.model_dump(mode="json", exclude_none=True)
    assert (dumped["legal_basis"], dumped["special_basis"]) == ("contract", "health_care")
    long = activity(legal_basis="legal_obligation", law="Wetboek")
    assert long.model_dump(mode="json", exclude_none=True)["legal_basis"]["law"] == "Wetboek"


def test_where_data_comes_from_is_what_the_activity_says_or_else_its_data() -> None:
    data = {
        "name": {"title": "Naam", "source": "third_party"},
        "email": {"title": "E-mail"},
    }
    told = center(personal_data=data)
    assert told.sources(told.activities["orders"]) == (DataSource.THIRD_PARTY, DataSource.PERSON)
    orders = small_center()["activities"]["orders"] | {"source": "public"}
    told = center(personal_data=data, activities={"orders": orders})
    assert told.sources(told.activities["orders"]) == (DataSource.PUBLIC,)


def test_every_right_has_its_article_and_only_a_complaint_goes_elsewhere() -> None:
    assert {str(right): right.article for right in Right} == {
        "access": "15",
        "rectification": "16",
        "erasure": "17",
        "restriction": "18",
        "portability": "20",
        "objection": "21(1)",
        "direct-marketing": "21(2)",
        "automated-decisions": "22",
        "withdraw-consent": "7(3)",
        "complaint": "77",
    }
    assert [right for right in Right if not right.requested_from_us] == [Right.COMPLAINT]


# References


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"audiences": ["visitors"]}, "activities.orders.audiences.0"),
        ({"personal_data": ["name", "iban"]}, "activities.orders.personal_data.1"),
        ({"processors": ["mollie"]}, "activities.orders.processors.0.id"),
    ],
)
def test_an_activity_names_only_what_exists(changes: dict[str, Any], place: str) -> None:
    orders = small_center()["activities"]["orders"] | changes
    assert (place, "unknown-id") in mistakes(activities={"orders": orders})


def test_cookies_consent_processors_and_joint_controllers_name_only_what_exists() -> None:
    organisation = small_center()["organisation"] | {
        "joint_controllers": {
            "partner": {"name": "Partner", "arrangement": "samen", "activities": ["parties"]}
        }
    }
    cookie = {"name": "Cart", "category": "necessary", "purpose": "cart"}
    processor = {"name": "Host", "category": "hosting", "role": "processor"}
    assert mistakes(
        organisation=organisation,
        cookies={"cart": cookie | {"activity": "shopping", "processor": "nobody"}},
        consent={"how": "onderaan", "service": "klaro"},
        processors={"host": processor | {"personal_data": ["iban"]}},
    ) == [
        ("organisation.joint_controllers.partner.activities.0", "unknown-id"),
        ("processors.host.personal_data.0", "unknown-id"),
        ("cookies.cart.processor", "unknown-id"),
        ("cookies.cart.activity", "unknown-id"),
        ("consent.service", "unknown-id"),
    ]


def test_a_frozen_release_stands_alone_and_its_references_are_not_checked() -> None:
    orders = small_center()["activities"]["orders"] | {
        "audiences": ["customers", "gone"],
        "processors": ["gone"],
    }
    frozen = PrivacyCenter.model_validate(small_center() | {"activities": {"orders": orders}})
    assert frozen.activities["orders"].processors == (Recipient(id="gone"),)


# Roles

SHOPPERS = {
    "title": "Kopers",
    "our_role": "processor",
    "responsible": "de winkel",
    "how_to_reach": "op uw bestelling",
}


def test_an_activity_is_for_audiences_towards_whom_we_have_one_role() -> None:
    orders = small_center()["activities"]["orders"]
    mixed = orders | {"audiences": ["customers", "shoppers"]}
    assert mistakes(
        audiences={"customers": {"title": "Klanten"}, "shoppers": SHOPPERS},
        activities={"orders": orders, "parcels": mixed, "returns": mixed},
    ) == [
        ("activities.parcels.audiences", "mixed-roles"),
        ("activities.returns.audiences", "mixed-roles"),
    ]


def test_an_activity_for_the_customers_of_a_customer_is_on_behalf_of_others() -> None:
    orders = small_center()["activities"]["orders"]
    told = center(
        audiences={"customers": {"title": "Klanten"}, "shoppers": SHOPPERS},
        activities={"orders": orders, "parcels": orders | {"audiences": ["shoppers"]}},
    )
    on_behalf = {id: told.is_on_behalf_of_others(one) for id, one in told.activities.items()}
    assert on_behalf == {"orders": False, "parcels": True}
    assert [id for id, _ in told.activities_of("shoppers")] == ["parcels"]


@pytest.mark.parametrize("field", ["responsible", "how_to_reach"])
def test_a_processor_tells_its_audience_who_is_responsible(field: str) -> None:
    audience = {key: one for key, one in SHOPPERS.items() if key != field}
    assert mistakes(audiences={"customers": audience}) == [
        ("audiences.customers", "responsible-missing")
    ]


def test_a_recipient_with_several_services_has_its_main_one_first() -> None:
    told = center(
        processors={
            "host": {
                "name": "Host",
                "category": "hosting",
                "role": "processor",
                "also": [{"category": "email", "role": "sub_processor"}],
            }
        }
    )
    assert [(one.category, one.role) for one in told.processors["host"].services] == [
        ("hosting", "processor"),
        ("email", "sub_processor"),
    ]


# Cookies

COUNTER = {"name": "Teller", "category": "statistics", "purpose": "telt bezoeken"}


def cookie_mistakes(**fields: Any) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        CookieService.model_validate(COUNTER | fields)
    return [one["type"] for one in caught.value.errors()]


def test_a_service_that_stores_nothing_lists_nothing() -> None:
    assert CookieService.model_validate(COUNTER | {"stores_nothing": True}).items == {}
    items = {"_ga": {"purpose": "telt bezoeken"}}
    assert cookie_mistakes(stores_nothing=True, items=items) == ["stores-something"]


def test_what_is_not_necessary_and_asks_no_consent_says_why() -> None:
    assert cookie_mistakes(consent="not_required") == ["reason-missing"]
    told = CookieService.model_validate(
        COUNTER | {"consent": "not_required", "consent_reason": "het slaat niets op"}
    )
    assert told.asks_consent == "not_required"


@pytest.mark.parametrize(
    ("category", "consent", "asks"),
    [
        ("necessary", None, "not_required"),
        ("necessary", "required", "required"),
        ("statistics", None, None),
        ("marketing", "required", "required"),
    ],
)
def test_what_is_necessary_asks_no_consent_and_what_is_unsaid_stays_unsaid(
    category: str, consent: str | None, asks: str | None
) -> None:
    fields = {"category": category} | ({"consent": consent} if consent else {})
    assert CookieService.model_validate(COUNTER | fields).asks_consent == asks


# Records and texts


def test_a_record_cannot_be_changed_and_has_no_other_fields() -> None:
    told = center()
    with pytest.raises(ValidationError):
        told.organisation.name = "Duikelkous"  # type: ignore[misc]
    assert ("organisation.slogan", "extra_forbidden") in mistakes(
        organisation=small_center()["organisation"] | {"slogan": "wij tuimelen"}
    )


def test_every_field_of_every_record_says_what_it_is() -> None:
    silent = [
        f"{record.__name__}.{name}"
        for record in all_records(PrivacyCenter, set())
        for name in record.model_fields
        if not descriptions(record).get(name)
    ]
    assert silent == []


def test_what_is_written_out_reads_as_the_owner_wrote_it_and_loads_again() -> None:
    orders = small_center()["activities"]["orders"] | {
        "retention": {"period": "P7Y", "from": {"nl": "na de bestelling", "fr": "x", "en": "y"}}
    }
    registration = {"register": "KBO", "number": "0123.456.749"}
    organisation = small_center()["organisation"] | {"registration": registration}
    told = center(organisation=organisation, activities={"orders": orders})
    dumped = told.model_dump(mode="json", exclude_unset=True)
    assert dumped["activities"]["orders"]["retention"] == orders["retention"]
    assert dumped["organisation"]["registration"] == registration
    assert PrivacyCenter.model_validate(dumped) == told


def test_a_text_has_no_words_until_a_language_is_chosen() -> None:
    with pytest.raises(TypeError, match="until a language is chosen"):
        str(Text(everywhere="Klanten"))
    assert Text(everywhere="Klanten").in_language("fr") == "Klanten"


def test_a_text_knows_in_which_language_its_words_come() -> None:
    text = Text(by_language={"nl": "Klanten", "fr": "Clients"})
    languages = ("nl", "nl-BE", "fr", "en")
    assert [text.language_for(one) for one in languages] == ["nl", "nl-BE", "fr", "fr"]
    assert text.in_language("en") == "Clients"
    assert Text(everywhere="Klanten").language_for("en") == "en"


def test_the_model_is_made_of_records_only() -> None:
    assert all(issubclass(one, BaseModel) for one in all_records(PrivacyCenter, set()))
    assert len(all_records(PrivacyCenter, set())) > 20
