"""What people must be told of each activity, and of each service on their devices."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Adequacy
from mkdocs_privacy.coverage.answer import (
    AskActivity,
    AskService,
    Case,
    CoverageAnswer,
    Duty,
    answered,
    not_needed,
    unanswered,
)
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    DataSource,
    LegalBasis,
    PrivacyCenter,
    Processor,
    Requirement,
    Right,
    Role,
    SpecialBasis,
    TrackerType,
    Verdict,
    activity_of,
    needs_activity,
)

_FROM_OTHERS = (DataSource.THIRD_PARTY, DataSource.PUBLIC, DataSource.REPORT)


def _purposes(case: Case) -> CoverageAnswer:
    activity, path = case.activity, case.at("legal_basis")
    if not activity.legal_bases:
        return unanswered("name the legal basis in `legal_basis`", path)
    if activity.purposes_without_basis or activity.data_without_basis:
        return unanswered("say in `legal_basis` what the rest of the activity rests on", path)
    return answered("data", path)


def _interest(case: Case) -> CoverageAnswer:
    for place, basis in enumerate(case.activity.legal_bases):
        if basis.basis is LegalBasis.LEGITIMATE_INTERESTS:
            return answered("data", case.at("legal_basis", place))
    return not_needed("no legitimate interest is among the legal bases")


def _recipients(case: Case) -> CoverageAnswer:
    path = case.at("processors")
    if case.activity.processors is not None or case.center.disclosures_of(case.id):
        return answered("data", path)
    if case.center.processors == {}:
        return answered("processors", ("processors",))
    return unanswered("name who receives the data in `processors`, or write `processors: []`", path)


def _transfers(case: Case) -> CoverageAnswer:
    center = case.center
    named = [recipient.id for recipient in case.activity.processors or ()]
    entries = {id: entry for id, entry in (center.processors or {}).items() if id in named}
    problems = [*_problems_of_transfers(entries, case.adequacy)]
    if problems:
        remark, path = problems[0]
        others = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        return unanswered(f"{remark}{others}", path)
    abroad = [
        id
        for id, entry in entries.items()
        if _third_countries(entry, case.adequacy) or entry.transfers
    ]
    if abroad:
        return answered("processors", ("processors", abroad[0]))
    if case.activity.processors is None and center.processors != {}:
        return unanswered("name who receives the data first", case.at("processors"))
    return not_needed("the data names no recipient outside the European Economic Area")


def _problems_of_transfers(
    entries: dict[str, Processor], adequacy: Adequacy
) -> Iterator[tuple[str, KeyPath]]:
    for id, entry in entries.items():
        if entry.transfers is None and not entry.country and not entry.processing_countries:
            yield f"say in which country ‘{id}’ is", ("processors", id)
        transfers = entry.transfers or ()
        covered = {country for one in transfers if not one.ended for country in one.countries}
        ended = [country for one in transfers if one.ended for country in one.countries]
        open_countries = [
            country
            for country in dict.fromkeys((*_third_countries(entry, adequacy), *ended))
            if country not in covered and (country in ended or adequacy.needs_safeguard(country))
        ]
        if open_countries:
            where = ", ".join(open_countries)
            yield f"give the safeguard of ‘{id}’ ({where}) in `transfers`", ("processors", id)
        for place, transfer in enumerate(entry.transfers or ()):
            has_copy = transfer.copy_url or transfer.copy_from
            if transfer.mechanism.has_copy and not has_copy:
                path: KeyPath = ("processors", id, "transfers", place)
                yield f"say how to obtain a copy of the safeguard of ‘{id}’: `copy_from`", path


def _third_countries(entry: Processor, adequacy: Adequacy) -> list[str]:
    countries = filter(None, (entry.country, *entry.processing_countries))
    return [country for country in dict.fromkeys(countries) if adequacy.is_third_country(country)]


def _retention(case: Case) -> CoverageAnswer:
    path = case.at("retention")
    if not case.activity.retention:
        return unanswered("say how long the data is kept in `retention`", path)
    if any(stage.is_open for stage in case.activity.retention):
        return unanswered("`retention` has a shortest time and no end", path)
    return answered("data", path)


def _withdrawal(case: Case) -> CoverageAnswer:
    on_consent = any(basis.basis is LegalBasis.CONSENT for basis in case.activity.legal_bases)
    explicit = any(
        condition.basis is SpecialBasis.EXPLICIT_CONSENT
        for condition in case.activity.special_bases
    )
    if not (on_consent or explicit):
        return not_needed("consent is not among the legal bases")
    key = "withdraw" if case.activity.withdraw else "legal_basis"
    return answered("right.withdraw-consent", case.at(key))


def _requirement(case: Case) -> CoverageAnswer:
    if not any(source.is_asked for source in case.center.sources(case.activity)):
        return not_needed("nobody is asked to give this data")
    requirement = case.activity.requirement
    if requirement is None:
        return unanswered("say in `requirement` whether it must be given", case.at("requirement"))
    if requirement is not Requirement.VOLUNTARY and not case.activity.if_not_given:
        remark = "say in `if_not_given` what happens if somebody does not give it"
        return unanswered(remark, case.at("if_not_given"))
    return answered("data", case.at("requirement"))


def _automated_decisions(case: Case) -> CoverageAnswer:
    path = case.at("automated_decisions")
    if case.activity.automated_decisions is None:
        remark = "describe the decisions in `automated_decisions`, or write `none`"
        return unanswered(remark, path)
    return answered("data", path)


def _categories(case: Case) -> CoverageAnswer:
    if not set(_FROM_OTHERS).intersection(case.center.sources(case.activity)):
        return not_needed("the data names no other source than the person")
    return answered("data", case.at("personal_data"))


def _sources(case: Case) -> CoverageAnswer:
    stated = [one for one in case.center.origins(case.activity) if one.source in _FROM_OTHERS]
    if not stated:
        return not_needed("the data names no other source than the person")
    if case.activity.origin is None and any(source.origin is None for source in stated):
        return unanswered("name the source in `origin`", case.at("origin"))
    return answered("data", case.at("source"))


def _objection(case: Case) -> CoverageAnswer:
    for right in (Right.OBJECTION, Right.DIRECT_MARKETING):
        if case.center.applicability(right, case.activity).verdict is Verdict.APPLIES:
            return answered(f"right.{right}", case.at("legal_basis"))
    if not case.activity.legal_bases:
        return unanswered("name the legal basis first", case.at("legal_basis"))
    return not_needed("the right to object does not apply to these legal bases")


def _joint_controllers(case: Case) -> CoverageAnswer:
    if case.center.joint_controllers_of(case.id):
        return answered("contact", ("organisation", "joint_controllers"))
    for recipient in case.activity.processors or ():
        entry = (case.center.processors or {}).get(recipient.id)
        if Role.JOINT_CONTROLLER in (recipient.role, entry.role if entry else None):
            remark = f"give the essence of the arrangement with ‘{recipient.id}’"
            return unanswered(remark, ("organisation", "joint_controllers"))
    return not_needed("the data names no joint controller of this activity")


def _register(case: Case) -> CoverageAnswer:
    return answered("data", case.at("personal_data"))


def _marketing(case: Case) -> CoverageAnswer:
    if not case.activity.is_direct_marketing:
        return not_needed("nothing says that this is direct marketing")
    bases = {basis.basis for basis in case.activity.legal_bases}
    if bases.intersection((LegalBasis.CONSENT, LegalBasis.SOFT_OPT_IN)):
        return answered("data", case.at("legal_basis"))
    remark = "electronic mail needs `consent` or `soft_opt_in`; for other marketing, ignore this"
    return unanswered(remark, case.at("legal_basis"))


ABOUT_ACTIVITIES: tuple[tuple[Duty, AskActivity], ...] = (
    (Duty("GDPR 13(1)(c), 30(1)(b)", "purposes and legal basis"), _purposes),
    (Duty("GDPR 13(1)(d)", "the legitimate interest"), _interest),
    (Duty("GDPR 13(1)(e), 30(1)(d)", "recipients"), _recipients),
    (Duty("GDPR 13(1)(f), 30(1)(e)", "transfers to third countries"), _transfers),
    (Duty("GDPR 13(2)(a), 30(1)(f)", "how long the data is kept"), _retention),
    (Duty("GDPR 13(2)(c)", "the right to withdraw consent"), _withdrawal),
    (Duty("GDPR 13(2)(e)", "whether the data must be given"), _requirement),
    (Duty("GDPR 13(2)(f)", "automated decisions"), _automated_decisions),
    (Duty("GDPR 14(1)(d)", "categories of data from elsewhere"), _categories),
    (Duty("GDPR 14(2)(f)", "where data from elsewhere comes from"), _sources),
    (Duty("GDPR 21(4)", "the right to object, shown separately"), _objection),
    (Duty("GDPR 26(2)", "the arrangement with joint controllers"), _joint_controllers),
    (Duty("GDPR 30(1)(c)", "categories of people and of data"), _register),
    (Duty("ePrivacy 13", "consent to direct marketing"), _marketing),
)


def _service(center: PrivacyCenter, id: str) -> CoverageAnswer:
    service, path = (center.cookies or {})[id], ("cookies", id)
    if service.stores_nothing:
        return answered("cookies", (*path, "stores_nothing"))
    if not service.items:
        return unanswered("list in `items` what it stores, or write `stores_nothing: true`", path)
    stored = (TrackerType.PIXEL, TrackerType.EMAIL_PIXEL, TrackerType.URL_PARAMETER)
    for name, item in service.items.items():
        if item.duration is None and item.type not in (*stored, TrackerType.FINGERPRINT):
            remark = f"say in `duration` how long ‘{name}’ stays"
            return unanswered(remark, (*path, "items", name))
    if service.asks_consent is None:
        return unanswered("say in `consent` whether it waits for consent", path)
    return answered("cookies", path)


def _part_of(center: PrivacyCenter, id: str) -> CoverageAnswer:
    service = (center.cookies or {})[id]
    if activity := activity_of(service, center):
        return answered("data", ("activities", activity))
    if not needs_activity(service):
        return not_needed("it neither asks for consent nor counts or advertises")
    return unanswered("say in `activity` of which it is a part", ("cookies", id))


ABOUT_SERVICES: tuple[tuple[Duty, AskService], ...] = (
    (Duty("ePrivacy 5(3)", "what a service stores, how long, and with whose consent"), _service),
    (Duty("GDPR 13(1)(c), 13(2)(a)", "the activity that a service is a part of"), _part_of),
)
