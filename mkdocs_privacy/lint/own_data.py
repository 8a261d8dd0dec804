"""OW: personal data of the site's own, of which the catalogue does not know who needs it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import PrivacyCenter, Processor

_SALARIES = """
    personal_data:
      social-security: {title: Social security number}
    processors:
      payfit: {use: payfit%s}
    activities:
      payroll:
        title: Payroll
        audiences: [customers]
        purposes: [pay you]
        personal_data: [name, social-security]
        legal_basis: contract
        processors: [payfit]
        retention: {period: P5Y}
    """
_LEFT_OUT = lines(
    _SALARIES % "",
    _SALARIES % ", personal_data: [name, social-security]",
)
_BY_ANOTHER = sound(
    "another recipient is told to receive it",
    _SALARIES.replace("  processors: [payfit]", "  processors: [payfit, fund]").replace(
        "    activities:",
        """      fund: {name: Fund, category: other, personal_data: [social-security]}
    activities:""",
    )
    % "",
)
_ALL_UNSTATED = sound(
    "the pages say of the recipient that it is not stated which data it receives",
    (_SALARIES % "").replace("[name, social-security]", "[social-security]"),
)
_ONLY_SHIPPED = sound(
    "the catalogue knows all of the data",
    _SALARIES.replace("[name, social-security]", "[name, employment]") % "",
)


@knowing_rule(
    "OW001",
    "own-data-left-out",
    Severity.INFO,
    _LEFT_OUT,
    basis=("GDPR 13(1)(e)", "GDPR 15(1)(c)"),
    silent_on=(_ONLY_SHIPPED, _BY_ANOTHER, _ALL_UNSTATED),
)
def own_data_left_out(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Nobody receives personal data of your own that an activity uses, as the pages say, and a
    recipient from the catalogue has the rest. The catalogue lists what such a recipient can need,
    and does not know your data, so the pages leave it out (GDPR article 13(1)(e)). If it receives
    that too, list under the recipient all that it receives. If not, ignore this rule.
    """
    filled_in = {
        id
        for id, entry in (center.processors or {}).items()
        if _is_filled_in(entry, known.catalogue)
    }
    told: set[str] = set()
    for activity_id, activity in center.activities.items():
        recipients = activity.processors or ()
        silent = [
            recipient.id
            for recipient in recipients
            if recipient.id in filled_in
            and not recipient.personal_data
            and center.received(activity, recipient)  # else the pages say that nothing is stated
        ]
        unknown = {*activity.personal_data} - {*known.catalogue.personal_data} if silent else set()
        if unknown:
            unknown -= {data for one in recipients for data in center.received(activity, one)}
        for id in silent if unknown else ():
            if id not in told:
                told.add(id)
                yield Remark(
                    ("processors", id),
                    f"the pages say that it does not receive {', '.join(sorted(unknown))} of "
                    f"‘{activity_id}’, which the catalogue does not know: if it does, write "
                    "`personal_data: […]` here, with all that it receives",
                )


def _is_filled_in(processor: Processor, catalogue: Catalogue) -> bool:
    """Whether what it receives is what the catalogue says that it can need."""
    usual = catalogue.usually_receives.get(processor.use or "")
    return usual is not None and usual != "all" and set(processor.personal_data) <= {*usual}
