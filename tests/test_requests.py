"""The contract of a request: which fields a form has, what is refused, by when an answer is due."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from worlds import LANGUAGES, load_world

from mkdocs_privacy.model import FurtherRight, PrivacyCenter, RepresentedBy, RequestType, Text
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.model.requests import RESERVED_NAMES
from mkdocs_privacy.requests import (
    REFERENCE_PATTERN,
    Posting,
    Problem,
    RequestFormat,
    RequestOptions,
    Unreadable,
    expected_by,
    find_problems,
    make_reference,
    parse_body,
    public_holidays,
    request_forms,
    request_schema,
)

WORLD = {
    "privacy/organisation.yml": """\
organisation:
  name: Tuimelkous
  address: {city: Putte, country: BE}
  website: https://www.tuimelkous.example
  contact: {email: hallo@tuimelkous.example}
""",
    "privacy/activities.yml": """\
activities:
  orders:
    title: {nl: Bestellingen, fr: Commandes, en: Orders}
    audiences: [customers]
    purposes: [{nl: te leveren, fr: livrer, en: deliver}]
    personal_data: [name, email]
    legal_basis: contract
    retention: {period: P7Y}
    processors: []
  newsletter:
    title: {nl: Nieuwsbrief, fr: Lettre d’information, en: Newsletter}
    audiences: [customers]
    purposes: [{nl: te informeren, fr: informer, en: inform}]
    personal_data: [email]
    legal_basis: consent
    withdraw: {nl: Via de link, fr: Par le lien, en: By the link}
    direct_marketing: true
    retention: {period: P1Y}
    processors: []
  statistics:
    title: {nl: Statistieken, fr: Statistiques, en: Statistics}
    audiences: [customers]
    purposes: [{nl: te verbeteren, fr: améliorer, en: improve}]
    personal_data: [email]
    legal_basis: legitimate_interests
    interest: {nl: een betere winkel, fr: une meilleure boutique, en: a better shop}
    retention: {period: P1Y}
    processors: []
""",
    "privacy/rights.yml": """\
rights:
  fields:
    order-number:
      label: {nl: Bestelnummer, fr: Numéro de commande, en: Order number}
      rights: [access, erasure]
    shops:
      label: {nl: Winkels, fr: Boutiques, en: Shops}
      kind: choices
      options: {ghent: Gent, mons: {nl: Bergen, fr: Mons, en: Mons}}
      rights: [access]
      audiences: [suppliers]
      required: true
""",
    "privacy/audiences.yml": """\
audiences:
  customers: {title: {nl: Klanten, fr: Clients, en: Customers}}
  suppliers: {title: {nl: Leveranciers, fr: Fournisseurs, en: Suppliers}}
  shoppers:
    title: {nl: Kopers, fr: Acheteurs, en: Shoppers}
    our_role: processor
    responsible: {nl: de winkel, fr: la boutique, en: the shop}
    how_to_reach: {nl: Schrijf de winkel., fr: Écrivez à la boutique., en: Write to the shop.}
""",
}


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> PrivacyCenter:
    loaded = load_world(tmp_path_factory.mktemp("world"), WORLD)
    assert [str(finding) for finding in loaded.findings] == []
    assert loaded.center
    return loaded.center


@pytest.fixture(scope="module")
def schema(center: PrivacyCenter) -> dict[str, Any]:
    written = request_schema(request_forms(center, LANGUAGES), {"site": "main"})
    Draft202012Validator.check_schema(written)
    return written


ACCESS = {
    "schema_version": "1",
    "right": "access",
    "article": "15",
    "audience": "customers",
    "name": "Zoë d’Hondt",
    "email": "zoe@voorbeeld.example",
    "language": "nl",
}


def test_each_form_asks_only_what_its_right_needs(center: PrivacyCenter) -> None:
    forms = request_forms(center, LANGUAGES)

    def asked(request_type: RequestType) -> list[str]:
        """The names of the fields, those that must be filled in with a star."""
        fields = forms[request_type].fields
        return [f"{field.name}{'*' if field.is_required else ''}" for field in fields]

    assert {str(one): asked(one) for one in forms} == {
        "access": [
            *("audience*", "details", "order-number", "shops*", "name*", "email*", "language*"),
        ],
        "rectification": [
            *("audience*", "incorrect*", "correct*", "details", "name*", "email*", "language*"),
        ],
        "erasure": ["audience*", "details", "order-number", "name*", "email*", "language*"],
        "restriction": ["audience*", "ground*", "details", "name*", "email*", "language*"],
        "portability": ["audience*", "recipient", "details", "name*", "email*", "language*"],
        "objection": ["audience*", "activities*", "details*", "name*", "email*", "language*"],
        "direct-marketing": ["audience*", "activities", "details", "email*", "language*"],
        "automated-decisions": ["audience*", "details*", "name*", "email*", "language*"],
        "withdraw-consent": ["audience*", "activities*", "details", "email*", "language*"],
        "general": ["audience*", "details*", "name*", "email*", "language*"],
    }


def test_a_form_to_complain_is_there_where_the_organisation_takes_complaints(
    center: PrivacyCenter,
) -> None:
    offers = with_complaints(center)

    form = request_forms(offers, LANGUAGES)[RequestType.COMPLAINT]
    assert form.article is None
    assert [f"{field.name}{'*' if field.is_required else ''}" for field in form.fields] == [
        *("audience*", "details*", "solution", "earlier_request", "name*", "email*", "language*"),
    ]
    assert [*request_forms(offers, LANGUAGES)][:-1] == [*request_forms(center, LANGUAGES)]


def test_who_acts_for_somebody_else_says_for_whom(center: PrivacyCenter) -> None:
    customers = center.audiences["customers"]
    represented = customers.model_copy(update={"represented_by": (RepresentedBy.PARENT,)})
    family = center.model_copy(update={"audiences": {"customers": represented}})
    schema = request_schema(request_forms(family, LANGUAGES), {})
    asked = {**ACCESS, "audience": "customers"}

    assert find_problems(asked, schema) == (Problem("on_behalf_of", "missing"),)
    for_a_child = {**asked, "on_behalf_of": "parent", "represented": "Lotte Peeters"}
    assert find_problems(for_a_child, schema) == ()
    assert find_problems({**asked, "on_behalf_of": "authorised"}, schema) == (
        Problem("on_behalf_of", "unknown"),
    )


def test_a_further_right_is_named_in_a_general_request_and_has_its_own_deadline(
    center: PrivacyCenter,
) -> None:
    directives = FurtherRight(
        title=Text("Directives"), explained=Text("You can give directives."), deadline="P2M"
    )
    rights = center.rights.model_copy(update={"further": {"directives": directives}})
    forms = request_forms(center.model_copy(update={"rights": rights}), LANGUAGES)
    general = {**ACCESS, "right": "general", "details": "Delete it all.", "further_right": "x"}
    general.pop("article")

    schema = request_schema(forms, {})
    assert find_problems(general, schema) == (Problem("further_right", "unknown"),)
    assert find_problems({**general, "further_right": "directives"}, schema) == ()
    assert rights.deadline_for(RequestType.GENERAL, "directives") == "P2M"
    assert rights.deadline_for(RequestType.GENERAL, "gone") == rights.deadline


def with_complaints(center: PrivacyCenter, **periods: str) -> PrivacyCenter:
    rights = center.rights.model_copy(update={"complaints": ComplaintPolicy(**periods)})
    return center.model_copy(update={"rights": rights})


def test_the_contract_has_complaints_only_where_there_is_a_form(
    center: PrivacyCenter, schema: dict[str, Any]
) -> None:
    complaint = {
        **{name: value for name, value in ACCESS.items() if name != "article"},
        "right": "complaint-to-us",
        "details": "You sent my order to my neighbour.",
        "solution": "Tell me how that could happen.",
        "earlier_request": "7K3F-9QXZ-W2M4-6H8T",
    }
    offered = request_schema(request_forms(with_complaints(center), LANGUAGES), {})

    assert find_problems(complaint, offered) == ()
    assert find_problems(complaint, schema) == (Problem("right", "unknown"),)


@pytest.mark.parametrize(
    "periods, due",
    [
        ({}, "P30D"),
        ({"acknowledgement": "P5D"}, "P5D"),
        ({"deadline": "P3M"}, "P3M"),
        ({"acknowledgement": "P5D", "deadline": "P6W"}, "P6W"),
    ],
)
def test_a_complaint_is_due_when_its_outcome_is_promised_or_else_its_acknowledgement(
    center: PrivacyCenter, periods: dict[str, str], due: str
) -> None:
    rights = with_complaints(center, **periods).rights

    assert rights.deadline_for(RequestType.COMPLAINT) == due
    assert rights.deadline_for(RequestType.ACCESS) == "P1M"


def test_activities_are_offered_where_the_right_applies_to_them(center: PrivacyCenter) -> None:
    forms = request_forms(center, LANGUAGES)
    offered = {
        str(one): field.options
        for one, form in forms.items()
        for field in form.fields
        if field.name == "activities"
    }

    assert offered == {
        "objection": ("statistics",),
        "direct-marketing": ("newsletter",),
        "withdraw-consent": ("newsletter",),
    }


def test_audiences_of_somebody_else_have_no_form(center: PrivacyCenter) -> None:
    audiences = request_forms(center, LANGUAGES)[RequestType.ACCESS].fields[0]

    assert audiences.options == ("customers", "suppliers")


def test_no_field_of_a_site_can_take_the_name_of_ours(schema: dict[str, Any]) -> None:
    names = {name for one in schema["$defs"].values() for name in one["properties"]}

    assert names - {"order-number", "shops", "site"} <= RESERVED_NAMES


def test_a_complete_request_has_no_problems(schema: dict[str, Any]) -> None:
    made_by_the_browser = {
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "opened_at": "2026-11-22T19:59:00.123Z",
        "submitted_at": "2026-11-22T20:00:00+01:00",
        "expected_by": "2026-12-22",
        "redirect": "https://privacy.example.be/rights/received/",
        "policy_release": "2026-11-02",
        "site": "main",
    }

    assert find_problems(ACCESS, schema) == ()
    assert find_problems({**ACCESS, **made_by_the_browser}, schema) == ()


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"right": None}, Problem("right", "missing")),
        ({"right": "complaint"}, Problem("right", "unknown")),
        ({"right": ["access"]}, Problem("right", "unknown")),
        ({"article": "17"}, Problem("article", "unknown")),
        ({"schema_version": "2"}, Problem("schema_version", "unknown")),
        ({"audience": "shoppers"}, Problem("audience", "unknown")),
        ({"name": None}, Problem("name", "missing")),
        ({"name": " "}, Problem("name", "missing")),
        ({"name": "Zoë\n"}, Problem("name", "wrong")),
        ({"name": "Zoë\r\nBcc: all@example.be"}, Problem("name", "wrong")),
        ({"name": "Z" * 201}, Problem("name", "too_long", 200)),
        ({"email": "zoe"}, Problem("email", "wrong")),
        ({"email": "zoe@voorbeeld.example\n"}, Problem("email", "wrong")),
        ({"email": "zoe@voorbeeld.example, all@example.be"}, Problem("email", "wrong")),
        ({"email": 7}, Problem("email", "wrong")),
        ({"language": "de"}, Problem("language", "unknown")),
        ({"details": "x" * 10_001}, Problem("details", "too_long", 10_000)),
        ({"details": "\x00"}, Problem("details", "wrong")),
        ({"order-number": "1\n2"}, Problem("order-number", "wrong")),
        ({"shops": ["paris"]}, Problem("shops", "unknown")),
        ({"audience": "suppliers"}, Problem("shops", "missing")),
        ({"site": "other"}, Problem("site", "unknown")),
        ({"website": "https://spam.example"}, Problem("website", "not_empty")),
        ({"reference": "1"}, Problem("reference", "wrong")),
        ({"submitted_at": "2026-11-22T20:00:00"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-02-30T20:00:00Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-11-22 20:00:00Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "20261122T200000.000Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-W47-7T20:00:00Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-11-22T20:00:00+0100"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-11-22T20:00:00,5Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-11-22T24:00:00Z"}, Problem("submitted_at", "wrong")),
        ({"submitted_at": "2026-11-22T20:00:00Z\n"}, Problem("submitted_at", "wrong")),
        ({"expected_by": "20261222"}, Problem("expected_by", "wrong")),
        ({"expected_by": "2026-W52-2"}, Problem("expected_by", "wrong")),
        ({"policy_release": "2026-11-02\n"}, Problem("policy_release", "wrong")),
        ({"redirect": "javascript:alert(1)"}, Problem("redirect", "wrong")),
        ({"incorrect": "?"}, Problem("incorrect", "unexpected")),
        ({"passport": "EH 123"}, Problem("passport", "unexpected")),
    ],
)
def test_what_the_contract_does_not_allow_is_named(
    changed: dict[str, Any], problem: Problem, schema: dict[str, Any]
) -> None:
    posted = {name: value for name, value in {**ACCESS, **changed}.items() if value is not None}

    assert find_problems(posted, schema) == (problem,)


def test_all_problems_come_at_once_in_the_order_of_the_form(schema: dict[str, Any]) -> None:
    posted = {"right": "objection", "article": "21(1)", "email": "zoe", "zodiac": "leo"}

    assert find_problems(posted, schema) == (
        Problem("schema_version", "missing"),
        Problem("audience", "missing"),
        Problem("activities", "missing"),
        Problem("details", "missing"),
        Problem("name", "missing"),
        Problem("email", "wrong"),
        Problem("language", "missing"),
        Problem("zodiac", "unexpected"),
    )


FORM = "application/x-www-form-urlencoded"
JSON = "application/json; charset=utf-8"


def test_a_form_becomes_what_json_says(schema: dict[str, Any]) -> None:
    form = (
        b"right=access&shops=ghent&name=Zo%C3%AB+d%E2%80%99Hondt"
        b"&details=one%0D%0Atwo&order-number=&website=++"
    )
    written = {
        "right": "access",
        "shops": ["ghent"],
        "name": "Zoë d’Hondt",
        "details": "one\ntwo",
    }

    assert parse_body(form, FORM, schema) == written
    assert parse_body(json.dumps(written).encode(), JSON, schema) == written


def test_a_single_value_that_comes_twice_is_a_problem(schema: dict[str, Any]) -> None:
    fields = parse_body(b"right=access&email=a%40b.be&email=c%40d.be", FORM, schema)

    assert fields["email"] == ["a@b.be", "c@d.be"]
    assert Problem("email", "wrong") in find_problems(fields, schema)


@pytest.mark.parametrize(
    ("body", "content_type", "status", "why"),
    [
        (b"x" * 524_289, JSON, 413, "the request is longer than 524288 bytes"),
        (b"{}", "text/plain", 415, f"the request must be application/json or {FORM}"),
        (b"{}", "", 415, f"the request must be application/json or {FORM}"),
        (b"", JSON, 400, "this is not valid JSON in UTF-8"),
        (b"\xff", JSON, 400, "this is not valid JSON in UTF-8"),
        (b'{"name": "\\ud800"}', JSON, 400, "this is not valid JSON in UTF-8"),
        (b'{"name": "a", "name": "b"}', JSON, 400, "this is not valid JSON in UTF-8"),
        (b"[" * 100_000, JSON, 400, "this is not valid JSON in UTF-8"),
        (b"[]", JSON, 400, "a request is a JSON object"),
        (b'{"a": [%s[]]}' % (b"[], " * 500), JSON, 400, "a request has at most 500 values"),
        (b'{"a": [%s%s]}' % (b"[" * 9, b"]" * 9), JSON, 400, "an array must contain texts"),
        (b"name=%FF", FORM, 400, "this is not a form in UTF-8"),
        (b"name", FORM, 400, "this is not a form in UTF-8"),
        (b"&".join(b"a=1" for _ in range(501)), FORM, 400, "this is not a form in UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_request_at_all_is_refused(
    body: bytes, content_type: str, status: int, why: str, schema: dict[str, Any]
) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_body(body, content_type, schema)

    assert (refused.value.status, str(refused.value)) == (status, why)


@given(body=some.binary(max_size=300), content_type=some.sampled_from([FORM, JSON]))
def test_no_bytes_break_the_reading(body: bytes, content_type: str) -> None:
    schema = {"$defs": {"access": {"properties": {"shops": {"type": "array"}}}}}
    with suppress(Unreadable):
        assert isinstance(parse_body(body, content_type, schema), dict)


# By when an answer is due: Regulation (EEC, Euratom) 1182/71, article 3


@pytest.mark.parametrize(
    ("received", "period", "country", "due", "because"),
    [
        ("2026-03-05", "P1M", "BE", "2026-04-07", "5 April 2026 is Easter, 6 Easter Monday"),
        ("2026-02-10", "P1M", "BE", "2026-03-10", "the same day of the next month"),
        ("2027-08-31", "P1M", "NL", "2027-09-30", "September has no 31st"),
        ("2026-01-31", "P1M", "NL", "2026-03-02", "28 February 2026 is a Saturday"),
        ("2028-01-31", "P1M", "NL", "2028-02-29", "a leap year"),
        ("2026-11-25", "P1M", "BE", "2026-12-28", "Christmas, then a weekend"),
        ("2026-11-25", "P1M", "NL", "2026-12-28", "26 December is a Saturday"),
        ("2026-06-14", "P1M", "FR", "2026-07-15", "14 July in France"),
        ("2026-06-14", "P1M", "BE", "2026-07-14", "no holiday in Belgium"),
        ("2026-11-22", "P30D", "NL", "2026-12-22", "days count alike"),
        ("2026-11-22", "P3M", "NL", "2027-02-22", "with the extension"),
        (
            "2026-11-25",
            "P1M",
            "ZZ",
            "2026-12-25",
            "a Friday, where nobody lists holidays",
        ),
    ],
)
def test_the_deadline_is_counted_as_the_regulation_does(
    received: str, period: str, country: str, due: str, because: str
) -> None:
    assert expected_by(date.fromisoformat(received), period, country).isoformat() == due, because


@given(received=some.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_last_day_is_a_working_day_at_most_a_week_after_the_month(received: date) -> None:
    due = expected_by(received, "P1M", "BE")
    assert due.weekday() < 5
    assert due not in public_holidays("BE", due)
    assert timedelta(28) <= due - received <= timedelta(31 + 5)


def test_pages_know_the_public_holidays_of_three_years() -> None:
    known = public_holidays("BE", date(2026, 11, 22))

    assert [str(day) for day in known[:3]] == ["2026-01-01", "2026-04-05", "2026-04-06"]
    assert {day.year for day in known} == {2026, 2027, 2028}


def test_a_reference_number_is_never_the_same() -> None:
    made = {make_reference() for _ in range(100)}

    assert len(made) == 100
    validator = Draft202012Validator({"pattern": REFERENCE_PATTERN})
    assert all(validator.is_valid(reference) for reference in made)


# The options of mkdocs.yml


def test_an_address_may_differ_by_right_and_by_language() -> None:
    options = RequestOptions(
        endpoint="https://requests.example.be/{language}/{right}",
        endpoint_by_language={"fr": "https://demandes.example.be/{right}"},
        endpoint_by_right={RequestType.ERASURE: "https://erase.example.be/"},
    )
    form = RequestFormat.FORM

    assert [
        options.posting("nl", RequestType.ACCESS),
        options.posting("fr", RequestType.ACCESS),
        options.posting("fr", RequestType.ERASURE),
    ] == [
        Posting(form, "https://requests.example.be/nl/access"),
        Posting(form, "https://demandes.example.be/access"),
        Posting(form, "https://erase.example.be/"),
    ]
    assert options.origins(["nl", "fr"]) == (
        "https://requests.example.be",
        "https://erase.example.be",
        "https://demandes.example.be",
    )


def test_without_an_endpoint_there_is_no_form_but_services_have_their_own() -> None:
    def posting(**written: Any) -> Posting | None:
        return RequestOptions.model_validate(written).posting("nl", RequestType.OBJECTION)

    assert posting() is None
    assert posting(format="netlify") == Posting(RequestFormat.NETLIFY)
    assert posting(format="web3forms", access_key="k") == Posting(
        RequestFormat.WEB3FORMS, "https://api.web3forms.com/submit"
    )
    assert posting(format="fides", endpoint="https://fides.example.be/api/v1") is None


@pytest.mark.parametrize(
    "address",
    [
        "http://requests.example.be",
        "ftp://requests.example.be",
        "//requests.example.be",
        "https://",
        "https://user:secret@example.be/",
        "https://{right}.example.be/",
        "https://example.be/{visitor}",
        "https://example.be/ script-src",
        "https://example.be/;script-src *",
        "https://example.be:port/",
        "https://example.be/#requests",
        "https://*.example.be/",
        "https://*/",
        "javascript:alert(1)",
        "",
    ],
)
def test_no_form_posts_in_the_clear_or_to_what_is_no_address(address: str) -> None:
    with pytest.raises(ValidationError):
        RequestOptions.model_validate({"endpoint": address})
