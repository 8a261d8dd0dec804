"""NW: whom the words of an activity name, against its recipients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.lint.wording import Said, Wordings, find_said, worth_reading
from mkdocs_privacy.lint.wordings import JOINTLY, NAMES_OTHERS
from mkdocs_privacy.model import Activity, JointController, PrivacyCenter, Role, base_language

_FIELDS = ("summary", "description", "purposes")
_PAGE = """
    activities:
      pages: {use: social-media-pages%s}
    """
_TOLD = """
    processors:
      facebook-page: {use: facebook-page}
    organisation:
      joint_controllers:
        meta: {name: Meta, arrangement: It answers for the figures., activities: [pages]}
    """
_DENIED_TOGETHER = lines(_PAGE % ", processors: []", _PAGE % "" + _TOLD)
_UNDER_ORGANISATION = sound(
    "`joint_controllers` names who that is",
    """
    organisation:
      joint_controllers:
        network:
          name: Network
          arrangement: It answers what you ask about its own use.
          activities: [pages]
    activities:
      pages: {use: social-media-pages, processors: []}
    """,
)
_ROLELESS = sound(
    "nothing says what one of its recipients legally is",
    """
    processors:
      network: {name: Network, category: social_media, personal_data: all}
    activities:
      pages: {use: social-media-pages}
    """,
)
_ALONE = sound(
    "the words say nothing of it",
    """
    activities:
      pages:
        use: social-media-pages
        description: We do not look at figures.
        processors: []
    """,
)
_CARRIER = """
    processors:
      bpost: {use: bpost}
    activities:
      delivery: {use: delivery%s}
    """
_DENIED = lines(_CARRIER % ", processors: []", _CARRIER % "")
_OWN_WORDS = sound(
    "the words are your own, and name nobody",
    """
    activities:
      delivery:
        use: delivery
        summary: We bring your order to you ourselves.
        purposes: [bring you your order]
        processors: []
    """,
)
_AT_A_TIME = sound(
    "`disclosures` say in which circumstances others receive it",
    """
    disclosures:
      court: {title: Court, description: A court may ask for your data.}
    activities:
      requests: {use: authority-requests, processors: []}
    """,
)


@knowing_rule(
    "NW001",
    "joint-controller-missing",
    Severity.WARNING,
    _DENIED_TOGETHER,
    basis=("GDPR 13(1)(e)", "GDPR 26(2)"),
    silent_on=(_UNDER_ORGANISATION, _ROLELESS, _ALONE),
)
def joint_controller_missing(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """The words of an activity say that you are responsible for it together with somebody else, and
    none of its recipients is a joint controller. People must be told who that is, and the essence
    of what you agreed (GDPR articles 13(1)(e) and 26(2)). Name it as a recipient with `role:
    joint_controller`, or in `joint_controllers` under `organisation`, with `activities`: words of
    the catalogue do not mean somebody who decides on all that you do. If you decide alone, write
    words of your own.
    """
    for id, said in named_by(center, known, JOINTLY).items():
        activity = center.activities[id]
        if not joint_controllers_meant(center, id) and not _may_be_joint(center, activity):
            is_denied = activity.processors == ()
            path = ("activities", id, "processors") if is_denied else ("activities", id)
            yield Remark(
                path,
                f"its words say {said}, but none of its recipients is a joint controller: "
                f"{'take `processors: []` out, and ' if is_denied else ''}"
                f"{_how_to_name(activity, known.catalogue)}{_or_this_one(center, id)}",
                is_about_entry=is_denied,
            )


@knowing_rule(
    "NW002",
    "recipients-denied",
    Severity.WARNING,
    _DENIED,
    basis=("GDPR 5(1)(a)", "GDPR 13(1)(e)"),
    silent_on=(_OWN_WORDS, _AT_A_TIME),
)
def recipients_denied(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """The words of an activity name somebody who receives data, such as the carrier, and
    `processors: []` says that nobody does. The page then prints both (GDPR articles 5(1)(a) and
    13(1)(e)). Take `processors: []` out and name who it is, or write words of your own.
    """
    for id, said in named_by(center, known, NAMES_OTHERS).items():
        others = joint_controllers_meant(center, id) or center.disclosures_of(id)
        if center.activities[id].processors == () and not others:
            yield Remark(
                ("activities", id, "processors"),
                f"its words say {said}, and this says that nobody receives the data: take it out "
                "and name who that is, or write the words of the activity yourself",
            )


def named_by(center: PrivacyCenter, known: Known, wordings: Wordings) -> Mapping[str, Said]:
    """What the words of activities say first of somebody else, by the ids of the activities."""
    read = {base_language(code) for code in known.languages}
    found: dict[str, Said] = {}
    for path, language, words, *_ in worth_reading(center, wordings):
        is_seen = language in read or not (language and read)
        if is_seen and path[0] == "activities" and path[2] in _FIELDS and path[1] not in found:
            for said in find_said(wordings, words, language):
                found.setdefault(str(path[1]), said)
    return found


def joint_controllers_meant(center: PrivacyCenter, id: str) -> tuple[JointController, ...]:
    """Those whom the words of an activity can mean. Words of the catalogue do not know who decides
    on everything; only those do who are named for the activity."""
    are_own = center.activities[id].use is None or len(center.activities) == 1
    return tuple(one for one in center.joint_controllers_of(id) if are_own or one.activities)


def _or_this_one(center: PrivacyCenter, id: str) -> str:
    """What to write where somebody who counts for everything is meant."""
    ids = [
        f"`{key}`"
        for key, one in center.organisation.joint_controllers.items()
        if not one.activities
    ]
    if not ids:
        return ""
    return (
        f"; if {' or '.join(ids)} of `joint_controllers` is meant, write `activities: [{id}]` there"
    )


def _may_be_joint(center: PrivacyCenter, activity: Activity) -> bool:
    """Whether a recipient decides with the organisation, or may: nothing says what it is."""
    for recipient in activity.processors or ():
        entry = (center.processors or {}).get(recipient.id)
        services = entry.services if entry else ()
        roles = {recipient.role} if recipient.role else {service.role for service in services}
        if roles & {Role.JOINT_CONTROLLER, None}:
            return True
    return False


def _how_to_name(activity: Activity, catalogue: Catalogue) -> str:
    """The command that adds who may be meant, or else what to write."""
    shipped = catalogue.activities.get(activity.use or "", {})
    known = [
        id
        for id, entry in catalogue.processors.items()
        if entry["category"] in shipped.get("recipient_categories", ())
        and entry.get("role") == Role.JOINT_CONTROLLER
    ]
    here = " of this activity and under `processors`" if activity.processors else ""
    described = (
        f"name who that is in `processors`{here}, with `role: joint_controller` in its entry"
    )
    if not known or activity.processors:
        return described
    return f"run `mkdocs-privacy add processor ID` with one of {', '.join(known)}, or {described}"
