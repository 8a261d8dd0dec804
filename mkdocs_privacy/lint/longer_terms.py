"""LT: data that is kept longer than the law or an authority says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import (
    TERM_GROUNDS,
    Activity,
    LegalBasis,
    PrivacyCenter,
    about_days,
)

_DUTCH = "organisation: {address: {city: Zwolle, country: NL}}"
_CAMERAS = """
    activities:
      cameras:
        use: camera-surveillance
        processors: []
        """
_A_YEAR = lines(
    f"{_CAMERAS}retention: {{period: P1Y, from: after the recording, afterwards: delete}}",
    f"{_CAMERAS}retention: {{period: P20D, from: after the recording, afterwards: delete}}",
)
_PROOF = sound(
    "another law is named",
    f"""{_CAMERAS}retention:
          - {{what: images of an offence, period: P1Y, law: Code of Criminal Procedure}}
          - {{what: other images, period: P1M}}
    """,
)
_APPLICATIONS = f"""
    {_DUTCH}
    activities:
      jobs:
        use: job-applications
        processors: []
        """
_FIVE_YEARS = lines(
    f"{_APPLICATIONS}retention: {{period: P5Y, from: after we answer, afterwards: delete}}",
    f"{_APPLICATIONS}retention: {{period: P4W, from: after we answer, afterwards: delete}}",
)
_REASON = sound(
    "you say why",
    f"""{_APPLICATIONS}retention:
          period: P3M
          from: after we answer
          our_choice: a refusal can be contested before a court in that time
          afterwards: delete
    """,
)
_ASKED = sound(
    "people consent to it",
    f"""{_APPLICATIONS}legal_basis: consent
        withdraw: Write to us.
        retention: {{period: P1Y, from: after you consent, afterwards: delete}}
    """,
)


@knowing_rule(
    "LT001",
    "longer-than-law",
    Severity.WARNING,
    _A_YEAR,
    basis=("GDPR 5(1)(e)", "GDPR 13(2)(a)"),
    silent_on=(_PROOF,),
)
def longer_than_law(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You keep data for longer than the law of your country allows, such as images of cameras. The
    catalogue names the law. Leave out `retention`, so that `use` fills it in. If another law holds
    for some of the data, name it in `law` of a stage of its own.
    """
    for id, activity in center.activities.items():
        term = _term(center, activity, known)
        if "law" in term and "maximum" in term and _exceeds(activity, term["maximum"], ("law",)):
            yield Remark(
                ("activities", id, "retention"),
                f"the law allows at most {term['maximum']} here: leave out `retention`, so that "
                "`use` fills it in, or name another law in `law`",
            )


@knowing_rule(
    "LT002",
    "longer-than-advised",
    Severity.INFO,
    _FIVE_YEARS,
    basis=("GDPR 5(1)(e)", "GDPR 5(2)"),
    silent_on=(_REASON, _ASKED),
)
def longer_than_advised(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You keep data for longer than the authority of your country advises, such as applications of
    people whom you did not employ, and give no reason. You must be able to show that you need the
    data for so long (GDPR articles 5(1)(e) and 5(2)). Leave out `retention`, so that `use` fills it
    in, or say why in `our_choice`. To keep it longer for another purpose, such as a later vacancy,
    ask for consent in an activity of its own.
    """
    for id, activity in center.activities.items():
        term = _term(center, activity, known)
        is_asked = {basis.basis for basis in activity.legal_bases} == {LegalBasis.CONSENT}
        if known.catalogue.activities.get(activity.use or "", {}).get("legal_basis") == "consent":
            is_asked = False  # what is advised is about that consent
        advised = term.get("period") if "recommendation" in term else None
        if advised and not is_asked and _exceeds(activity, advised, TERM_GROUNDS):
            yield Remark(
                ("activities", id, "retention"),
                f"the authority advises {advised} here: leave out `retention`, so that `use` fills "
                "it in, or say in `our_choice` why you need longer",
            )


def _term(center: PrivacyCenter, activity: Activity, known: Known) -> Mapping[str, Any]:
    """The one term of the country that the catalogue has for an activity that is taken from it."""
    entry = known.catalogue.activities.get(activity.use or "")
    country = center.organisation.address.country
    shipped = known.catalogue.chosen(entry, country).get("retention") if entry else None
    return shipped if isinstance(shipped, Mapping) else {}


def _exceeds(activity: Activity, term: str, reasons: tuple[str, ...]) -> bool:
    """Whether anything is kept for longer than a term, and states none of these reasons."""
    return any(
        about_days(stage.period or stage.maximum or "P0D") > about_days(term)
        and not any(getattr(stage, reason) for reason in reasons)
        for stage in activity.retention
    )
