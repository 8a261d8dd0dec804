"""What can be said more finely, and that pages then say that and no more."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from markupsafe import Markup
from pydantic import ValidationError
from test_changes import center as merged_center
from test_changes import told
from worlds import LANGUAGES, small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter, Right, Verdict
from mkdocs_privacy.pages import Site, policy_document, render_pages
from mkdocs_privacy.releases.data_format import as_written, read_data

ENGLISH = Localization("en", load_catalog("en"))
DATA = {
    "name": {"title": "Name"},
    "email": {"title": "E-mail address"},
    "report": {"title": "What happened", "source": "third_party", "origin": "our landlord"},
}


def center(organisation: dict[str, Any] | None = None, **orders: Any) -> PrivacyCenter:
    """The small center, with other fields of its activity and of its organisation."""
    content = small_center()
    content["personal_data"] = DATA
    content["audiences"] = {"customers": {"title": "Customers"}}
    content["organisation"] |= organisation or {}
    content["processors"] = orders.pop("register", {})
    content["activities"]["orders"] |= orders
    return PrivacyCenter.model_validate(content, context=Context())


def policy(told: PrivacyCenter) -> str:
    document = html.fromstring(
        policy_document(LocalizedCenter(told, ENGLISH), Site()).replace("<", " <")
    )
    return " ".join(document.text_content().split())


def page(name: str, told: PrivacyCenter) -> str:
    pages = render_pages(LocalizedCenter(told, ENGLISH), Site())
    body = next(page.body for page in pages if page.kind.name == name)
    return " ".join(body.replace(Markup("<"), Markup(" <")).striptags().split())


# Sources


def test_an_activity_says_from_where_each_kind_of_data_comes() -> None:
    accused = center(
        personal_data=["name", "email", "report"],
        source=[
            "person",
            {"source": "report", "personal_data": ["name"], "origin": "our members"},
        ],
    )
    shown = policy(accused)
    assert "From you From a report made by somebody else: our members For this data: name" in shown
    assert "our landlord" not in shown  # one source gives all of it


def test_what_no_source_of_an_activity_covers_comes_from_where_its_category_says() -> None:
    some = center(
        personal_data=["name", "email", "report"],
        source={"source": "report", "personal_data": ["name"]},
    )
    shown = policy(some)
    assert "From a report made by somebody else For this data: name" in shown
    assert "From you For this data: e-mail address" in shown
    assert "From another person or organisation: our landlord For this data: what happened" in shown


def test_a_source_is_one_of_data_that_the_activity_uses() -> None:
    with pytest.raises(ValidationError, match="`report` covers ‘report’"):
        center(source={"source": "report", "personal_data": ["report"]})


def test_a_single_source_is_written_out_as_before() -> None:
    written = as_written(center(source="third_party"))
    assert b'"source": "third_party"' in written
    assert as_written(read_data(written)) == written


def test_a_source_that_comes_is_told_and_so_is_the_data_from_it() -> None:
    one = merged_center("activities: {orders: {source: person}}")
    two = merged_center("activities: {orders: {source: [person, report]}}")
    less = merged_center(
        "activities: {orders: {source: [person, {source: report, personal_data: [name]}]}}"
    )
    assert told(one, two) == [
        "activity.source.added!: Orders – where the data comes from, now also: from a report "
        "made by somebody else"
    ]
    assert told(two, less) == [
        "activity.source.personal_data.added!: Orders, from a report made by somebody else – data "
        "from this source, newly stated: name"
    ]


# Roles

NOTARY = {"notary": {"name": "Notary", "category": "professional_advice", "country": "BE"}}


def test_a_role_that_nobody_stated_is_said_to_be_unstated_and_none_is_claimed() -> None:
    shown = policy(center(register=NOTARY, processors=["notary"]))
    assert "Its role under the GDPR is not stated yet; ask us." in shown
    assert "on our instructions" not in shown


def test_a_role_that_every_activity_states_is_not_said_to_be_unstated() -> None:
    shown = policy(center(register=NOTARY, processors=[{"id": "notary", "role": "authority"}]))
    assert "Public authority" in shown
    assert "role under the GDPR is not" not in shown


def test_a_recipient_without_a_role_comes_and_gets_one_in_the_changelog() -> None:
    silent = "processors: {notary: {name: Notary, category: professional_advice, country: BE}}"
    said = silent.replace("country", "role: processor, country")
    added = [told(merged_center(), merged_center(silent), language) for language in LANGUAGES]
    assert added == [
        ["processor.added!: Nieuwe ontvanger: Notary (professioneel advies, België)"],
        ["processor.added!: Nouveau destinataire\u00a0: Notary (conseil professionnel, Belgique)"],
        ["processor.added!: New recipient: Notary (professional advice, Belgium)"],
    ]
    assert told(merged_center(silent), merged_center(said)) == [
        "processor.role.added!: Notary – role, newly stated: processor"
    ]


# How long


@pytest.mark.parametrize(
    ("retention", "shown"),
    [
        ({"maximum": "P5Y"}, "Retention period At most 5 years"),
        ({"maximum": "P1Y", "from": "after the camp"}, "At most one year after the camp"),
        ({"minimum": "P1Y", "maximum": "P2Y"}, "At least one year, at most 2 years"),
        ({"until": "until you leave"}, "Retention period Until you leave"),
    ],
)
def test_the_longest_time_and_what_ends_it_begin_a_sentence(
    retention: dict[str, str], shown: str
) -> None:
    assert shown in policy(center(retention=retention))


def test_data_is_not_said_to_be_deleted_when_its_shortest_time_is_over() -> None:
    shown = policy(center(retention={"minimum": "P1Y", "afterwards": "delete"}))
    assert "At least one year Later, the data is deleted." in shown
    assert "we delete the data" not in shown
    ended = policy(center(retention={"minimum": "P1Y", "maximum": "P2Y", "afterwards": "delete"}))
    assert "When the retention period is over, we delete the data." in ended


def test_nothing_is_kept_for_exactly_so_long_and_at_most_so_long() -> None:
    with pytest.raises(ValidationError, match="keep `period` or `maximum`"):
        center(retention={"period": "P1Y", "maximum": "P2Y"})
    with pytest.raises(ValidationError, match="`minimum` is longer than `maximum`"):
        center(retention={"minimum": "P3Y", "maximum": "P2Y"})


def test_a_longer_maximum_is_material_and_a_shorter_one_is_not() -> None:
    short, long = (center(retention={"maximum": period}) for period in ("P1Y", "P2Y"))
    assert [line.partition(":")[0] for line in (*told(short, long), *told(long, short))] == [
        "activity.retention.maximum.lengthened!",
        "activity.retention.maximum.shortened",
    ]


def test_stages_that_are_sentences_stand_apart() -> None:
    stages = [
        {"what": "mail", "criteria": "As long as we must."},
        {"what": "logs", "period": "P1Y"},
    ]
    document = html.fromstring(
        policy_document(LocalizedCenter(center(retention=stages), ENGLISH), Site())
    )
    apart = [" ".join(item.text_content().split()) for item in document.iter("li")]
    assert apart.index("Mail: As long as we must.") + 1 == apart.index("Logs: one year")


# Article 11


def test_who_cannot_be_identified_has_the_rights_of_articles_15_to_20_with_more_information() -> (
    None
):
    nameless = center(not_identifiable="We keep no names.")
    assert "We cannot identify you in this data." in policy(nameless)
    assert "We keep no names." in policy(nameless)
    orders = nameless.activities["orders"]
    judged = {right: nameless.applicability(right, orders) for right in Right}
    waiting = {right for right, found in judged.items() if found.reason == "not_identifiable"}
    assert waiting == {
        *(Right.ACCESS, Right.RECTIFICATION, Right.ERASURE),
        *(Right.RESTRICTION, Right.PORTABILITY),
    }
    assert {judged[right].verdict for right in waiting} == {Verdict.CONDITIONAL}


def test_the_page_of_a_right_says_what_waits_for_more_information() -> None:
    nameless = page("right.erasure", center(not_identifiable="We keep no names."))
    waiting = "If you give us additional information with which we can identify you in the data:"
    assert f"{waiting} Orders" in nameless


def test_a_right_that_does_not_apply_anyway_does_not_wait_for_more_information() -> None:
    nameless = center(not_identifiable="No names.", legal_basis="legal_obligation", law="the Act")
    found = nameless.applicability(Right.PORTABILITY, nameless.activities["orders"])
    assert found.verdict is Verdict.DOES_NOT_APPLY


# What rests on nothing


def test_what_no_legal_basis_covers_is_unclear_and_not_lent_the_basis_of_the_rest() -> None:
    basis = {"basis": "consent", "purposes": ["invite you"]}
    partly = center(purposes=["invite you", "deliver"], legal_basis=basis)
    verdicts = LocalizedCenter(partly, ENGLISH).verdicts(Right.WITHDRAW_CONSENT)
    assert {verdict for verdict, entries in verdicts.items() if entries} == {
        *(Verdict.APPLIES, Verdict.UNKNOWN)
    }
    unclear = "We have not yet stated the legal basis; ask us about: Orders (the rest)"
    assert unclear in page("right.withdraw-consent", partly)


def test_a_legal_basis_that_is_limited_by_its_data_leaves_the_rest_unclear() -> None:
    basis = {"basis": "consent", "personal_data": ["email"]}
    partly = center(legal_basis=basis)
    assert partly.activities["orders"].data_without_basis == ("name",)
    wholly = center(legal_basis=[basis, {"basis": "contract", "personal_data": ["name"]}])
    assert wholly.activities["orders"].data_without_basis == ()


# Sentences that say no more than the data


def test_the_soft_opt_in_says_what_the_law_demands_and_not_that_it_was_met() -> None:
    shown = policy(center(legal_basis="soft_opt_in", direct_marketing="true"))
    assert "(Article 13(2) of Directive 2002/58/EC)" in shown
    assert "only if you could refuse that when you gave us those details" in shown
    assert "You could refuse" not in shown


def test_the_soft_opt_in_of_the_british_stands_in_their_own_law() -> None:
    address = {"city": "Leeds", "country": "GB"}
    marketing = {"legal_basis": "soft_opt_in", "direct_marketing": "true"}
    at_home = policy(center({"address": address, "serves_countries": ["GB"]}, **marketing))
    assert "(regulation 22(3) of the Privacy and Electronic Communications" in at_home
    assert "2002/58/EC" not in at_home
    abroad = policy(center({"address": address, "serves_countries": ["GB", "FR"]}, **marketing))
    assert "2002/58/EC" in abroad


def test_children_consent_only_where_consent_is_asked() -> None:
    assert "Consent of children" not in policy(center(offered_to_children="true"))
    asked = center(offered_to_children="true", legal_basis=["contract", "consent"])
    assert "Consent of children Belgium: from the age of 13" in policy(asked)


def test_a_country_whose_age_is_not_known_is_named_beside_those_that_are() -> None:
    told_of = center(
        {"serves_countries": ["US"]}, offered_to_children="true", legal_basis="consent"
    )
    assert "United States: below the age that applies there, a parent" in policy(told_of)


def test_who_the_user_chose_is_not_said_to_receive_data_from_us() -> None:
    bank = [{"id": "notary", "chosen_by": "user"}]
    shown = page("processors", center(register=NOTARY, processors=bank))
    assert "This organisation receives personal data, or can receive it. You can" in shown


def test_who_does_not_say_whose_people_it_addresses_is_not_said_to_receive_their_data() -> None:
    address = {"city": "Boston", "country": "US"}
    assert "Outside the European Economic Area" not in page("contact", center({"address": address}))
