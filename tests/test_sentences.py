"""Every sentence of the catalog says when it is printed, and is printed then and only then.

What the receiver writes is tried both ways in test_sentences_of_the_receiver.py, what its desk and
the yearly report say in receiver/test_desk.py, receiver/test_desk_guards.py and
test_requests_report.py.
"""

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
from mkdocs_privacy.pages import Site, Standing
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.rendering import Renderer
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.shipped import shipped

ELSEWHERE = (
    *("in the browser", "the receiver", "the complaint is", "in the changelog"),
    "at an old address",
)
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
        if message.id and is_sentence(message)
    }


def test_every_sentence_says_when_it_is_printed() -> None:
    assert [id for id, condition in conditions().items() if not condition] == []


def test_only_sentences_say_when_they_are_printed() -> None:
    saying = [
        name_of(one)
        for one in english()
        if one.id and any(comment.startswith(WHEN) for comment in one.user_comments)
    ]
    sentences = conditions()
    assert [id for id in saying if id not in sentences] == []


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
ADDRESS = (
    "personal_data.postal-address: {title: Address}\n"
    "activities.orders.personal_data: [postal-address]\n"
)
HEALTH = (
    "personal_data.health: {title: Data concerning health}\n"
    "activities.orders.personal_data: [health]\n"
)
JOINT = "organisation.joint_controllers.beta: {name: Beta, arrangement: Beta answers.}\n"
COURT = "disclosures.court: {title: A court order}\n"
COOKIE = "cookies.shop: {name: Shop, category: %s, purpose: Sells%s}\n"
DECIDES = "activities.orders.automated_decisions: {logic: A rule., effect: No order.}\n"
NONE = "activities.orders.automated_decisions: none\n"
MACHINE = "activities.orders.artificial_intelligence: "
OFFICER = "organisation.data_protection_officer: {email: dpo@acme.example}\n"
COMPLAINTS = "rights.complaints: {}\n"
NOWHERE = "organisation.address.country: US\norganisation.serves_countries: [US]\n"
"""Where no authority is known to whom people could complain, and the data names nobody."""

CHILDREN = "activities.orders.legal_basis: consent\nactivities.orders.offered_to_children: true\n"
REPRESENTED = "audiences.customers.represented_by: [parent]\n"
INTERESTS = (
    "activities.orders.legal_basis: legitimate_interests\nactivities.orders.interest: ours\n"
)
CONSENT = "activities.orders.legal_basis: consent\n"
MARKETING = "activities.orders.direct_marketing: true\n"
FURTHER = "rights.further.appeal: {title: Appeal, explained: You can appeal.%s}\n"
NO_FORM = "requests: {}\n"
SERVICE = "requests: {format: netlify}\n"
OPEN = "activities.orders.retention: {minimum: P1Y, afterwards: %s}"
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
    Case("picture.axis", "", "activities.orders.retention: {criteria: the law}"),
    Case("picture.countries.description", HOST % ""),
    Case(
        "picture.cookies.description",
        COOKIE % ("necessary", ", items: {cart: {purpose: Your cart}}"),
        COOKIE % ("necessary", ""),
    ),
    Case("right.complaint.way_in", PROCESSOR, NOWHERE),
    Case("right.complaint.way_in", NOWHERE + "organisation.complaints: Ask the club.", NOWHERE),
    Case("right.complaint.way_in", NOWHERE + COMPLAINTS, NOWHERE),
    Case(
        "right.complaint.way_in",
        NOWHERE + "rights.each.complaint: {how: Write to the ombudsman.}",
        NOWHERE,
    ),
    Case("whereabouts.way_in", ADDRESS),
    Case("whereabouts.any_way_in", "", ADDRESS),
    Case("whereabouts.health_way_in", HEALTH, ADDRESS),
    Case("whereabouts.countries", HOST % "" + RECEIVES % ""),
    Case("audience.nothing", "audiences.others: {title: Others}"),
    Case("child_consent.parent", CHILDREN),
    Case(
        "child_consent.jointly",
        CHILDREN + "organisation.serves_countries: [FR]",
        CHILDREN,
    ),
    Case(
        "child_consent.unknown",
        CHILDREN + "organisation.address.country: US",
        CHILDREN,
    ),
    Case("automated.none", NONE + ANOTHER % "", NONE),
    Case("automated.none.everywhere", NONE, NONE + ANOTHER % ""),
    Case(
        "automated.none.unless_stated", DECIDES + ANOTHER % ", automated_decisions: none", DECIDES
    ),
    Case("automated.on_behalf", PROCESSOR + NONE + ANOTHER % "", PROCESSOR + NONE),
    Case("automated.on_behalf.everywhere", PROCESSOR + NONE, NONE),
    Case(
        "automated.on_behalf.either",
        NONE
        + ANOTHER % ", our_role: processor, responsible: the federation, automated_decisions: none",
        PROCESSOR + NONE,
    ),
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
    *of_values("retention.later.%s", OPEN, ("delete", "anonymise", "return", "archive")),
    Case("retention.later.delete", OPEN % "delete", OPEN.replace("minimum", "period") % "delete"),
    Case("not_identifiable.explained", "activities.orders.not_identifiable: No names."),
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
        "unstated.received unstated.country processors.intro_one",
        HOST % "" + RECEIVES % "",
        "",
    ),
    Case(
        "processors.intro",
        HOST % "" + "processors.bank: {name: Bank, category: hosting}",
        HOST % "",
    ),
    Case("unstated.received", HOST % "", HOST % ", personal_data: [name]"),
    Case(
        "unstated.role",
        "processors.host: {name: Host, category: hosting}\n" + RECEIVES % "",
        "processors.host: {name: Host, category: hosting}\n" + RECEIVES % ", role: processor",
    ),
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
        "transfer.ended",
        HOST % ", transfers: [{countries: [US], mechanism: dpf, ended: 2027-03-03}]",
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
        "cookie_table.intro",
        COOKIE % ("necessary", ", items: {cart: {purpose: your cart}}"),
        COOKIE % ("necessary", ""),
    ),
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

EVERY_RIGHT = (
    CONSENT + MARKETING + COMPLAINTS + ANOTHER % ", legal_basis: legitimate_interests, interest: x"
)
"""With it no right is one that applies to nothing."""
EVERY_FORM = (
    *("access", "rectification", "erasure", "restriction", "portability", "objection"),
    *("direct-marketing", "automated-decisions", "withdraw-consent", "complaint-to-us", "general"),
)
HINTS = " ".join(
    f"form.details_hint.{form}"
    for form in EVERY_FORM
    if form not in ("direct-marketing", "withdraw-consent")
)

CASES_OF_RIGHTS = (
    Case(
        "rights.how_default rights.deadline rights.deadline_general rights.extension rights.free "
        "rights.at_once rights.identity_default right.direct-marketing.effect letter.intro "
        "letter.deadline letter.confirmation request.intro received.intro received.questions "
        "received.questions_intro received.nothing_sent form.next_answer "
        "applicability.always applicability.restriction",
        "",
        PROCESSOR + FURTHER % "",
    ),
    Case("rights.how_default", "", "rights.how: Call us."),
    Case("rights.extension", "", "rights.deadline: P14D"),
    Case(
        "rights.extension",
        "rights.deadline: P14D\nrights.each.access.deadline: P1M",
        "rights.deadline: P14D",
    ),
    Case("rights.at_once", CONSENT, "activities.orders.direct_marketing: false"),
    Case("rights.identity_default", "", "rights.identity_check: We call back."),
    Case(
        "rights.represented form.on_behalf_of form.represented_hint "
        + " ".join(f"letter_for_another.{form}" for form in EVERY_FORM),
        EVERY_RIGHT + REPRESENTED,
        EVERY_RIGHT,
    ),
    Case(" ".join(f"letter.{form}" for form in EVERY_FORM), EVERY_RIGHT, EVERY_RIGHT + REPRESENTED),
    Case(
        "rights.proof_default", REPRESENTED, REPRESENTED + "audiences.customers.proof: A mandate."
    ),
    Case("rights.applies_to_nothing", "", EVERY_RIGHT),
    Case(
        "rights.assisted",
        "activities.orders.assisted_decisions: {advice: A score., decided_by: Jo.}",
    ),
    Case("rights.responsible", PROCESSOR),
    Case(
        "rights.responsible",
        "activities.orders.our_role: processor\nactivities.orders.responsible: the shop",
    ),
    Case("rights.objection_notice", INTERESTS),
    Case("rights.marketing_notice form.everything_hint", MARKETING),
    Case(
        "applicability.always applicability.restriction",
        "",
        ANOTHER % ", not_identifiable: No names.",
    ),
    Case(
        "applicability.always.unless_stated applicability.restriction.unless_stated",
        ANOTHER % ", not_identifiable: No names.",
        "activities.orders.not_identifiable: No names.",
    ),
    Case("right.direct-marketing.effect", "", "activities.orders.direct_marketing: false"),
    Case("right.withdraw-consent.effect right.withdraw-consent.conditions", CONSENT),
    Case(
        "right.objection.conditions",
        "activities.orders.legal_basis: legitimate_interests\n"
        "activities.orders.interest: our safety",
    ),
    Case("letter.complaint_acknowledged", COMPLAINTS, "rights.complaints: {deadline: P2M}"),
    Case("letter.complaint_outcome", "rights.complaints: {deadline: P2M}", COMPLAINTS),
    Case(
        f"{HINTS} form.required form.email_hint form.no_identity_card.BE form.receiver "
        "form.otherwise form.stays form.incorrect form.correct form.ground form.ground.accuracy "
        "form.ground.unlawful form.ground.claims form.ground.objection form.recipient "
        "form.recipient_hint form.activities.objection form.activities.withdraw-consent "
        "form.activities.direct-marketing form.choices_hint form.everything_hint "
        "form.what_is_this form.complaint form.solution form.earlier_request_hint",
        EVERY_RIGHT,
        EVERY_RIGHT + NO_FORM,
    ),
    Case("form.details_hint.portability", "", INTERESTS),
    Case("form.details_hint.objection form.activities.objection", INTERESTS),
    Case("form.details_hint.automated-decisions", "", NONE),
    Case("form.details_hint.which", "activities.orders.legal_basis:", EVERY_RIGHT),
    Case(
        "form.details_hint.complaint-to-us form.complaint form.solution form.earlier_request_hint",
        COMPLAINTS,
    ),
    Case("form.activities.withdraw-consent form.choices_hint form.what_is_this", CONSENT),
    Case("form.activities.direct-marketing", MARKETING),
    Case("form.activities.automated-decisions", DECIDES, DECIDES + NO_FORM),
    Case("form.activities.automated-decisions", DECIDES),
    Case(
        "form.choices_hint",
        "rights.fields.shop: {label: Shop, kind: choices, options: {one: One, two: Two}}",
    ),
    Case("form.audience", "audiences.others: {title: Others}"),
    Case("form.audience", PROCESSOR + "audiences.others: {title: Others}"),
    Case("form.further_right", FURTHER % "", FURTHER % ", by_request: false"),
    *of_values("form.no_identity_card.%s", "organisation.address.country: %s", ("BE", "FR", "NL")),
    Case("form.no_identity_card", "organisation.address.country: DE"),
    Case("form.receiver", "", SERVICE),
    Case("form.receiver_through", SERVICE),
    Case("form.purpose", "rights.record: We keep it."),
    Case("complaint-to-us.purpose", COMPLAINTS + "rights.record: We keep it.", COMPLAINTS),
    Case("form.preview", "preview: true"),
    Case(
        "form.preview_only",
        "preview: true\nrequests: {}",
        "preview: true\nrequests: {endpoint: https://requests.acme.example/}",
    ),
    Case(
        "form.preview_posts",
        "preview: true\nrequests: {endpoint: https://a.example/, post_from_preview: true}",
        "preview: true",
    ),
    Case("form.next_answer", "", "rights.answer: You get a letter."),
)
"""Those of the pages about rights, with their forms; `requests` is that of mkdocs.yml."""


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
            loader = yaml.SafeLoader if path == "requests" else yaml.BaseLoader
            place[last] = yaml.load(value, Loader=loader)
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


READ = (
    *("home", "data", "processors", "cookies", "contact", "right.complaint", "complaint-to-us"),
    *("audience", "policy", "whereabouts"),
)
"""The pages that a case is tried on, where it is none of rights."""
EVERY_PAGE: tuple[str, ...] = ()
ENDPOINT = {"endpoint": "https://requests.acme.example/"}


@cache
def said_by_pages(lines: str, read: tuple[str, ...]) -> frozenset[str]:
    """The messages that pages of such a center ask for."""
    content = changed(lines)
    requests = RequestOptions.model_validate(content.pop("requests", ENDPOINT))
    site = Site(requests=requests, is_preview=content.pop("preview", "") == "true")
    center = PrivacyCenter.model_validate(content, context=Context())
    listening: Any = Listening()
    localized = LocalizedCenter(center, Localization("en", listening))
    renderer = Renderer(localized, site, Standing(), ())
    for kind in center_pages(center):
        if not read or kind.name in read or kind.subject in read:
            renderer.page(kind)
    return frozenset(listening.asked)


def check(case: Case, read: tuple[str, ...]) -> None:
    ids = set(case.ids.split())
    assert ids - said_by_pages(case.said, read) == set()
    assert ids & said_by_pages(case.silent, read) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ids.split()[0])
def test_a_sentence_is_printed_under_its_condition_and_not_without(case: Case) -> None:
    check(case, READ)


@pytest.mark.parametrize("case", CASES_OF_RIGHTS, ids=lambda case: case.ids.split()[0])
def test_a_sentence_about_rights_is_printed_under_its_condition_and_not_without(
    case: Case,
) -> None:
    check(case, ("rights", "right", "request", "received", "complaint-to-us", "policy"))


@pytest.mark.parametrize(
    "lines", ["", PROCESSOR, EVERY_RIGHT, NO_FORM], ids=lambda lines: lines[:20]
)
def test_what_is_always_printed_is_printed_whatever_the_data_says(lines: str) -> None:
    always = {id for id, condition in conditions().items() if condition == "always"}
    assert always - said_by_pages(lines, EVERY_PAGE) - {"frame.404.text"} == set()


def test_every_condition_that_data_makes_true_is_tried_both_ways() -> None:
    tried = {id for case in (*CASES, *CASES_OF_RIGHTS) for id in case.ids.split()}
    assert [
        id
        for id, condition in conditions().items()
        if condition and condition != "always" and not condition.startswith(ELSEWHERE)
        if id not in tried
    ] == []
    assert tried - set(conditions()) == set()
