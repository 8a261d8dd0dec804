"""On which grounds personal data may be used (GDPR articles 6, 9, 10; ePrivacy article 13(2))."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic import model_validator

from mkdocs_privacy.findings.rules.contradictions import NOT_IN_ACTIVITY
from mkdocs_privacy.findings.rules.entries import INTEREST_MISSING, LAW_MISSING
from mkdocs_privacy.model.personal_data import StatedSource
from mkdocs_privacy.model.record import Record, ShortForm
from mkdocs_privacy.model.scalars import PersonalDataId
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class LegalBasis(StrEnum):
    """The legal bases of GDPR article 6(1), and the soft opt-in of ePrivacy article 13(2)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    SOFT_OPT_IN = "soft_opt_in"

    @property
    def has_law(self) -> bool:
        """Whether it rests on a law that can be named: an obligation, a task, a national rule."""
        return self in (
            LegalBasis.LEGAL_OBLIGATION,
            LegalBasis.PUBLIC_TASK,
            LegalBasis.SOFT_OPT_IN,
        )


OPEN_TO_OBJECTION = (LegalBasis.LEGITIMATE_INTERESTS, LegalBasis.PUBLIC_TASK)
"""Those of GDPR article 21(1)."""


class SpecialBasis(StrEnum):
    """The conditions of GDPR article 9(2), (a) to (j), for using special categories."""

    EXPLICIT_CONSENT = "explicit_consent"
    EMPLOYMENT_LAW = "employment_law"
    VITAL_INTERESTS = "vital_interests"
    FOUNDATION = "foundation"
    MADE_PUBLIC = "made_public"
    LEGAL_CLAIMS = "legal_claims"
    SUBSTANTIAL_PUBLIC_INTEREST = "substantial_public_interest"
    HEALTH_CARE = "health_care"
    PUBLIC_HEALTH = "public_health"
    RESEARCH = "research"


class StatedBasis(ShortForm):
    """One of the legal bases of an activity, and what rests on it (GDPR article 13(1)(c)).

    One that names neither purposes nor data covers all of the activity.
    """

    short_form: ClassVar[str] = "basis"

    basis: LegalBasis
    """Which legal basis it is."""
    purposes: tuple[Text, ...] = ()
    """The purposes that rest on it; an activity whose bases all name theirs needs no `purposes`."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """The data of the activity that is used on it."""
    law: Text | None = None
    """The law that obliges us, or that gives us a public task (GDPR article 6(3))."""
    interest: Text | None = None
    """The legitimate interest (article 13(1)(d)); it completes “our legitimate interest: …”."""

    def explained_by(self, law: Text | None, interest: Text | None) -> Self:
        """The same with the law or the interest of its activity, where it needs and lacks one."""
        if not self.law and law and self.basis.has_law:
            return self.model_copy(update={"law": law})
        if not self.interest and interest and self.basis is LegalBasis.LEGITIMATE_INTERESTS:
            return self.model_copy(update={"interest": interest})
        return self


class SpecialCondition(ShortForm):
    """One of the conditions of GDPR article 9(2) on which special categories are used."""

    short_form: ClassVar[str] = "basis"

    basis: SpecialBasis
    """Which condition it is."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """The special categories that it covers; without this, all those of the activity."""
    law: Text | None = None
    """The law on which it rests, where the condition requires one: points (b) and (g) to (j)."""


class CriminalAuthority(StrEnum):
    """What allows the use of data on convictions and offences (GDPR article 10)."""

    OFFICIAL_AUTHORITY = "official_authority"
    """It is used under the control of an official authority."""
    LAW = "law"
    """A law of the Union or of a Member State authorises it."""


class CriminalBasis(Record):
    """Why data on criminal convictions and offences may be used (GDPR article 10)."""

    authority: CriminalAuthority
    """What allows it: a `law`, or the control of an `official_authority`."""
    law: Text | None = None
    """The law that authorises it, with its safeguards."""

    @model_validator(mode="after")
    def _law_named(self) -> Self:
        if self.authority is CriminalAuthority.LAW and not self.law:
            raise violation(
                LAW_MISSING,
                "name in `law` the law that authorises the use of this data (GDPR article 10)",
            )
        return self


def purposes_of_bases(written: Any) -> list[Any]:
    """The purposes of a list of legal bases as it is written, each once; none unless all have."""
    bases = written if isinstance(written, (list, tuple)) else ()
    named = [basis.get("purposes") if isinstance(basis, Mapping) else None for basis in bases]
    if not all(isinstance(purposes, (list, tuple)) for purposes in named):
        return []
    purposes = [purpose for several in named for purpose in several or ()]
    return [purpose for place, purpose in enumerate(purposes) if purpose not in purposes[:place]]


def check_explained(bases: Iterable[StatedBasis]) -> None:
    """Raise where a legal basis lacks the interest or the law that it needs."""
    for basis in bases:
        if basis.basis is LegalBasis.LEGITIMATE_INTERESTS and not basis.interest:
            raise violation(
                INTEREST_MISSING,
                "state the legitimate interest in `interest` (GDPR article 13(1)(d))",
            )
        if basis.basis is LegalBasis.LEGAL_OBLIGATION and not basis.law:
            raise violation(
                LAW_MISSING, "name the law that obliges you in `law` (GDPR article 6(3))"
            )


def check_covered(
    purposes: Collection[Text],
    personal_data: Collection[str],
    bases: tuple[StatedBasis, ...],
    special_bases: tuple[SpecialCondition, ...],
    sources: tuple[StatedSource, ...],
) -> None:
    """Raise where a basis covers what its activity does not do, or data that it does not use.

    So too where a source is that of data which the activity does not use.
    """
    for basis in bases:
        if any(purpose not in purposes for purpose in basis.purposes):
            raise violation(
                NOT_IN_ACTIVITY,
                "`{basis}` has a purpose that the activity does not have: write it in the same "
                "words in both places, or remove `purposes` of the activity",
                {"basis": str(basis.basis)},
            )
    covering: list[tuple[str, tuple[str, ...]]] = [
        *((basis.basis, basis.personal_data) for basis in bases),
        *((condition.basis, condition.personal_data) for condition in special_bases),
        *((source.source, source.personal_data) for source in sources),
    ]
    for name, ids in covering:
        for id in ids:
            if id not in personal_data:
                raise violation(
                    NOT_IN_ACTIVITY,
                    "`{basis}` covers ‘{id}’, which is not in the `personal_data` of the activity: "
                    "add it there, or correct it",
                    {"basis": str(name), "id": id},
                )
