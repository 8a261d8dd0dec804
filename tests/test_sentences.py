"""Every sentence of the catalog says when it is printed, and is printed then and only then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from worlds import small_center

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import PAGE_KINDS, Site, Standing
from mkdocs_privacy.pages.kinds import COMPLAINT_PAGE
from mkdocs_privacy.pages.rendering import Renderer
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.shipped import shipped

NOT_YET = (
    *("reply", "form", "desk", "right", "applicability", "receiver", "rights", "letter", "mail"),
    *("received", "report", "request", "frame"),
)
"""Families of messages (the first part of their ids) whose conditions are still to be written."""

ELSEWHERE = ("in the browser", "the receiver", "the complaint is", "in the changelog")
"""How a condition begins that the data alone does not make true: tested where that is tested."""

WHEN = "when: "


def english() -> Catalog:
    with (shipped("locales") / "en/LC_MESSAGES/privacy.po").open("rb") as file:
        return read_po(file, locale="en")


def name_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def is_sentence(message: Message) -> bool:
    """Whether the words are more than a label: several, with an end."""
    words = message.string if isinstance(message.string, str) else message.string[0]
    plain = re.sub(r"<[^>]*>", "", words).strip()
    return len(plain.split()) > 1 and bool(re.search(r"[.!?][)’]?$", plain))


def conditions() -> dict[str, str | None]:
    """When each sentence is printed, by the comment above it in the English catalog."""
    return {
        name_of(message): next(
            (one.removeprefix(WHEN) for one in message.user_comments if one.startswith(WHEN)), None
        )
        for message in english()
        if message.id and is_sentence(message) and name_of(message).split(".")[0] not in NOT_YET
    }


def test_every_sentence_says_when_it_is_printed() -> None:
    assert [id for id, condition in conditions().items() if not condition] == []


def test_only_sentences_say_when_they_are_printed() -> None:
    saying = [name_of(one) for one in english() if one.id and one.user_comments]
    assert [id for id in saying if id not in conditions()] == []


# Both ways


@dataclass(frozen=True)
class Case:
    """Messages, with what must be written for pages to say them, and for pages not to.

    Changes of the small center are lines `key.key: value` of YAML; `key.key:` takes a key away.
    """

    ids: str
    said: str
    silent: str = ""


PROCESSOR = """\
audiences.customers.our_role: processor
audiences.customers.responsible: the shop
audiences.customers.how_to_reach: Ask there.
"""
ANOTHER = (
    "activities.support: {title: Support, audiences: [customers], purposes: [help], "
    "personal_data: [name]%s}\n"
)
HOST = "processors.host: {name: Host, category: hosting, role: processor%s}\n"
RECEIVES = "activities.orders.processors: [{id: host%s}]\n"
JOINT = "organisation.joint_controllers.beta: {name: Beta, arrangement: Beta answers.}\n"
COURT = "disclosures.court: {title: A court order}\n"
COOKIE = "cookies.shop: {name: Shop, category: %s, purpose: Sells%s}\n"
DECIDES = "activities.orders.automated_decisions: {logic: A rule., effect: No order.}\n"
NONE = "activities.orders.automated_decisions: none\n"
MACHINE = "activities.orders.artificial_intelligence: "
OFFICER = "organisation.data_protection_officer: {email: dpo@acme.example}\n"
COMPLAINTS = "rights.complaints: {}\n"

BASES = {
    "consent": "",
    "contract": "",
    "legal_obligation": "activities.orders.law: the Act\n",
    "vital_interests": "",
    "public_task": "activities.orders.law: the Act\n",
    "legitimate_interests": "activities.orders.interest: our safety\n",
    "soft_opt_in": "",
}
SPECIAL = (
    *("explicit_consent", "employment_law", "vital_interests", "foundation", "made_public"),
    *("legal_claims", "substantial_public_interest", "health_care", "public_health", "research"),
)


def of_values(ids: str, line: str, values: Iterator[str] | tuple[str, ...]) -> Iterator[Case]:
    """A case for each value of a field: another value says another sentence."""
    values = tuple(values)
    for value, other in zip(values, (*values[1:], values[0]), strict=True):
        yield Case(ids % value, line % value, line % other)


CASES = (
    Case("home.intro", "", "notice.introduction: Welcome."),
    Case("home.rights_intro home.who_intro", "", PROCESSOR),
    Case("home.who_jointly contact.joint_intro", JOINT),
    Case(
        "home.who_except",
        ANOTHER % ", our_role: processor, responsible: the federation",
        PROCESSOR,
    ),
    Case(
        "home.who_processor activity.on_behalf basis.of_controller",
        PROCESSOR + "activities.orders.legal_basis:",
    ),
    Case("child_consent.parent", "activities.orders.offered_to_children: true"),
    Case(
        "child_consent.jointly",
        "activities.orders.offered_to_children: true\norganisation.serves_countries: [FR]",
        "activities.orders.offered_to_children: true",
    ),
    Case(
        "child_consent.unknown",
        "activities.orders.offered_to_children: true\norganisation.address.country: US",
        "activities.orders.offered_to_children: true",
    ),
    Case("automated.none", NONE + ANOTHER % "", NONE),
    Case("automated.none.everywhere", NONE, NONE + ANOTHER % ""),
    Case(
        "automated.none.unless_stated", DECIDES + ANOTHER % ", automated_decisions: none", DECIDES
    ),
    Case("automated.on_behalf", PROCESSOR + NONE + ANOTHER % "", PROCESSOR + NONE),
    Case("automated.on_behalf.everywhere", PROCESSOR + NONE, NONE),
    Case(
        "automated.on_behalf.unless_stated",
        PROCESSOR + DECIDES + ANOTHER % ", automated_decisions: none",
        PROCESSOR + DECIDES,
    ),
    Case(
        "assisted.explained",
        "activities.orders.assisted_decisions: {advice: A score., decided_by: Jo.}",
    ),
    Case(
        "intelligence.notice unstated.training",
        f"{MACHINE}{{kind: assistant, description: It talks.}}",
        f"{MACHINE}{{kind: tool, description: It drafts., training: none}}",
    ),
    *of_values(
        "training.%s",
        MACHINE + "{kind: tool, description: x, training: %s}",
        ("none", "ours", "provider"),
    ),
    Case(
        "retention.same_law",
        "activities.orders.legal_basis: legal_obligation\nactivities.orders.law: the Act\n"
        "activities.orders.retention.law: the Act",
        "activities.orders.retention.law: the Act",
    ),
    Case("retention.law", "activities.orders.retention.law: the Act"),
    *(
        Case(f"retention.{ground}", f"activities.orders.retention.{ground}: x")
        for ground in ("limitation", "recommendation", "our_choice")
    ),
    Case(
        "retention.delete",
        "activities.orders.retention.afterwards: delete\n" + ANOTHER % "",
        "activities.orders.retention.afterwards: delete",
    ),
    Case(
        "retention.delete.everywhere",
        "activities.orders.retention.afterwards: delete",
        "activities.orders.retention.afterwards: delete\n" + ANOTHER % "",
    ),
    Case(
        "retention.delete.unless_stated",
        "activities.orders.retention.afterwards: delete\n"
        + ANOTHER % ", retention: {period: P1Y, afterwards: archive}",
        "activities.orders.retention.afterwards: delete",
    ),
    *of_values(
        "retention.%s",
        "activities.orders.retention.afterwards: %s",
        ("anonymise", "return", "archive"),
    ),
    Case("recipients.none", "", COURT),
    Case("recipients.only_joint", JOINT, JOINT + COURT),
    Case("recipients.only_joint_or_disclosures", JOINT + COURT, COURT),
    Case("recipients.only_disclosures disclosures.intro", COURT),
    Case("unstated.retention", "activities.orders.retention:"),
    Case("unstated.basis", "activities.orders.legal_basis:"),
    Case("unstated.recipients", "activities.orders.processors:"),
    Case("processors.none", "activities.orders.processors:", "processors: {}"),
    Case("processors.nobody", "processors: {}", "processors: {}\n" + COURT),
    Case(
        "unstated.received unstated.country processors.intro",
        HOST % "" + RECEIVES % "",
        "",
    ),
    Case("unstated.received", HOST % "", HOST % ", personal_data: [name]"),
    Case("unstated.transfer", HOST % ", country: US", HOST % ", country: DE"),
    *of_values("chosen_by.%s", HOST % "" + RECEIVES % ", chosen_by: %s", ("user", "controller")),
    Case("processor.contract_yes", HOST % ", contract: {}", HOST % ""),
    Case(
        "processor.contract_date",
        HOST % ", contract: {concluded: 2026-01-01}",
        HOST % ", contract: {}",
    ),
    Case(
        "transfer.checked",
        HOST % ", transfers: [{countries: [US], mechanism: dpf, checked: 2026-01-01}]",
        HOST % ", transfers: [{countries: [US], mechanism: dpf}]",
    ),
    Case(
        "transfer.none",
        HOST % ", country: DE, processing_countries: [DE]",
        HOST % ", country: DE, processing_countries: [DE], onward: others",
    ),
    Case("transfer.stays", HOST % ", transfers: none", HOST % ""),
    Case(
        "transfer.none_unless_stated",
        HOST % ", transfers: none" + (HOST % ", transfers: none").replace("host:", "mail:"),
        HOST % ", transfers: none" + (HOST % "").replace("host:", "mail:"),
    ),
    *of_values(
        "derogation.%s",
        HOST % ", transfers: [{countries: [US], mechanism: derogation, derogation: %s}]",
        tuple("abcdefg"),
    ),
    *of_values(
        "role.%s.explained",
        "processors.host: {name: Host, category: hosting, role: %s}",
        ("processor", "sub_processor", "independent_controller", "joint_controller", "authority"),
    ),
    *(
        Case(
            f"basis.{basis}.explained",
            f"activities.orders.legal_basis: {basis}\n{more}",
            f"activities.orders.legal_basis: {'consent' if basis != 'consent' else 'contract'}",
        )
        for basis, more in BASES.items()
    ),
    *of_values("special_basis.%s", "activities.orders.special_basis: %s", SPECIAL),
    *of_values(
        "criminal_basis.%s",
        "activities.orders.criminal_basis: {authority: %s, law: the Act}",
        ("official_authority", "law"),
    ),
    *of_values(
        "requirement.%s",
        "activities.orders.requirement: %s",
        ("statutory", "contractual", "necessary_for_contract"),
    ),
    Case("cookies.none", "", "cookies: {}"),
    Case("cookies.nothing", "cookies: {}"),
    Case("cookies.below", COOKIE % ("necessary", ""), "cookies: {}"),
    Case("cookies.nothing_of_category", "no_cookies: [marketing]"),
    Case(
        "cookies.stores_nothing",
        COOKIE % ("statistics", ", stores_nothing: true"),
        COOKIE % ("statistics", ""),
    ),
    Case(
        "unstated.items",
        COOKIE % ("necessary", ""),
        COOKIE % ("necessary", ", stores_nothing: true"),
    ),
    Case(
        "consent.required",
        COOKIE % ("statistics", ", consent: required"),
        COOKIE % ("necessary", ""),
    ),
    Case(
        "consent.not_required",
        COOKIE % ("necessary", ", consent: not_required"),
        COOKIE % ("statistics", ", consent: required"),
    ),
    Case(
        "unstated.consent",
        COOKIE % ("statistics", ""),
        COOKIE % ("statistics", ", consent: required"),
    ),
    *of_values(
        "cookie_category.%s.explained",
        "cookies.shop: {name: Shop, category: %s, purpose: Sells}",
        ("necessary", "preferences", "statistics", "marketing"),
    ),
    Case("contact.dpo_none", "organisation.data_protection_officer: none"),
    Case(
        "contact.dpo_intro",
        OFFICER,
        "organisation.data_protection_officer: none",
    ),
    Case(
        "contact.dpo_requests",
        OFFICER + "organisation.officer_takes_requests: true",
        OFFICER,
    ),
    Case(
        "contact.outside",
        "organisation.address.country: US\norganisation.serves_countries: [BE]",
        "organisation.address.country: US\norganisation.serves_countries: [US]",
    ),
    Case(
        "contact.authority_choice",
        "organisation.serves_countries: [FR]",
        "organisation.address.country: US\norganisation.serves_countries: [US]",
    ),
    Case(
        "contact.authority_choice_alone",
        "organisation.address.country: US",
        "organisation.serves_countries: [FR]",
    ),
    Case(
        "complaint-to-us.description complaint-to-us.intro complaint-to-us.acknowledged "
        "complaint-to-us.outcome complaint-to-us.next_outcome "
        "complaint-to-us.receiver complaint-to-us.first complaint-to-us.request_first",
        COMPLAINTS,
    ),
    Case("changes.notice_period", "changes.notice_period: P1M"),
    Case("changes.objection_period", "changes.objection_period: P30D"),
    Case("complaint-to-us.outcome_within", "rights.complaints: {deadline: P2M}", COMPLAINTS),
)


def changed(lines: str) -> dict[str, Any]:
    """The small center with some keys written otherwise."""
    content = small_center()
    content["personal_data"] = {id: {"title": id} for id in ("name", "email")}
    for line in filter(None, lines.splitlines()):
        path, _, value = line.partition(":")
        *keys, last = path.split(".")
        place = content
        for key in keys:
            place = place.setdefault(key, {})
        if value.strip():
            place[last] = yaml.load(value, Loader=yaml.BaseLoader)
        else:
            place.pop(last)
    return content


class Listening:
    """A catalog that remembers which messages it was asked for."""

    def __init__(self) -> None:
        self.catalog = load_catalog("en")
        self.asked: set[str] = set()

    def ugettext(self, id: str) -> str:
        self.asked.add(id)
        return self.catalog.ugettext(id)

    def ungettext(self, one: str, several: str, number: int) -> str:
        self.asked.add(one)
        return self.catalog.ungettext(one, several, number)

    def __contains__(self, id: str) -> bool:
        return id in self.catalog

    def __getattr__(self, name: str) -> Any:
        return getattr(self.catalog, name)


READ = ("home", "data", "processors", "cookies", "contact", "right.complaint", "policy")


@cache
def said_by_pages(lines: str) -> frozenset[str]:
    """The messages that pages of such a center ask for."""
    center = PrivacyCenter.model_validate(changed(lines), context=Context())
    listening: Any = Listening()
    site = Site(requests=RequestOptions(endpoint="https://requests.acme.example/"))
    localized = LocalizedCenter(center, Localization("en", listening))
    renderer = Renderer(localized, site, Standing(), ())
    for kind in PAGE_KINDS:
        if kind.name in READ:
            renderer.page(kind)
    if center.takes_complaints:
        renderer.page(COMPLAINT_PAGE)
    return frozenset(listening.asked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ids.split()[0])
def test_a_sentence_is_printed_under_its_condition_and_not_without(case: Case) -> None:
    ids = set(case.ids.split())
    assert ids - said_by_pages(case.said) == set()
    assert ids & said_by_pages(case.silent) == set()


def test_every_condition_that_data_makes_true_is_tried_both_ways() -> None:
    tried = {id for case in CASES for id in case.ids.split()}
    assert [
        id
        for id, condition in conditions().items()
        if condition and condition != "always" and not condition.startswith(ELSEWHERE)
        if id not in tried
    ] == []
    assert tried - set(conditions()) == set()
