"""Transfers of personal data to third countries, and what makes them lawful (GDPR chapter V)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from mkdocs_privacy.findings.rules.data import WRONG_TYPE
from mkdocs_privacy.findings.rules.entries import DEROGATION_MISSING
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import CountryCode, IsoDate, Url
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class Mechanism(StrEnum):
    """What makes a transfer to a third country lawful (GDPR articles 45-49)."""

    ADEQUACY = "adequacy"
    """An adequacy decision (article 45)."""
    DATA_PRIVACY_FRAMEWORK = "dpf"
    """The EU-US Data Privacy Framework: Decision (EU) 2023/1795 (article 45)."""
    STANDARD_CLAUSES = "scc"
    """Standard contractual clauses: Decision (EU) 2021/914 (article 46(2)(c))."""
    BINDING_RULES = "bcr"
    """Binding corporate rules (article 47)."""
    CODE_OF_CONDUCT = "code_of_conduct"
    """An approved code of conduct (article 46(2)(e))."""
    CERTIFICATION = "certification"
    """An approved certification (article 46(2)(f))."""
    DEROGATION = "derogation"
    """A derogation for a specific situation (article 49)."""

    @property
    def has_copy(self) -> bool:
        """Whether people are told how to obtain a copy of it (GDPR article 13(1)(f))."""
        return self in (
            *(Mechanism.STANDARD_CLAUSES, Mechanism.BINDING_RULES),
            *(Mechanism.CODE_OF_CONDUCT, Mechanism.CERTIFICATION),
        )


class Transfer(Record):
    """A transfer to a third country, and its safeguard."""

    countries: tuple[CountryCode, ...] = Field(min_length=1)
    """Where the data goes."""
    mechanism: Mechanism
    """What makes it lawful."""
    reference: Text | None = None
    """Which decision, clauses or rules exactly."""
    copy_url: Url | None = None
    """Where a copy of the safeguard can be read."""
    copy_from: Text | None = None
    """How to obtain a copy, where it is not online."""
    derogation: Literal["a", "b", "c", "d", "e", "f", "g"] | None = None
    """The letter of article 49(1) that applies."""
    checked: IsoDate | None = None
    """When it was last checked, such as the entry on the list of the Data Privacy Framework."""
    ended: IsoDate | None = None
    """The last day of the adequacy decision that it rests on, once that day has passed; the
    catalogue fills it in. The pages then say that it protects the transfer no longer."""

    @model_validator(mode="after")
    def _derogation_named(self) -> Self:
        if self.mechanism is Mechanism.DEROGATION and not self.derogation:
            raise violation(
                DEROGATION_MISSING,
                "the derogation is missing: write `derogation: a` to `g` (GDPR article 49(1))",
            )
        return self


def _or_none(written: Any) -> Any:
    if written == "none":
        return ()
    if isinstance(written, str):
        raise violation(
            WRONG_TYPE, "`none`, or else a list is expected here, of lines that begin with `- `"
        )
    return written


Transfers: TypeAlias = Annotated[tuple[Transfer, ...] | None, BeforeValidator(_or_none)]
