"""RI: the rights of the people concerned, and the authority that they can turn to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import Context, PrivacyCenter, SupervisoryAuthority

_EXAMPLE = lines(
    """
    organisation:
      address: {city: Cologne, country: DE}
    """,
    """
    organisation:
      address: {city: Cologne, country: DE}
      supervisory_authority: {use: DE-NW}
    """,
)
_DIRECTIVES = lines(
    """
    organisation:
      address: {city: Lyon, country: FR}
    """,
    """
    organisation:
      address: {city: Lyon, country: FR}
    rights:
      further:
        directives: {use: fr-after-death}
    """,
)


@rule("RI017", "authority-of-land", Severity.WARNING, _EXAMPLE)
def authority_of_land(center: PrivacyCenter) -> Iterator[Remark]:
    """A German organisation names no supervisory authority, so the federal one is shown. For
    companies, the federal authority is competent only for telecommunications and post: each Land
    has its own authority (Federal Data Protection Act, BDSG, section 40), and a complaint to the
    wrong one loses time. Name yours, such as `supervisory_authority: {use: DE-NW}`. If it is the
    federal one, write `{use: DE}`.
    """
    if center.organisation.supervisory_authority == _federal_authority():
        yield Remark(
            ("organisation",),
            "in Germany each Land has its own authority for firms: name yours with "
            "`supervisory_authority: {use: DE-NW}`",
        )


@rule("RI018", "directives-after-death", Severity.INFO, _DIRECTIVES)
def directives_after_death(center: PrivacyCenter) -> Iterator[Remark]:
    """You are in France or address people there. They can give directives on what happens to
    their data after their death (Act 78-17 of 6 January 1978, article 85), and your data has no
    such right. Add `rights: {further: {directives: {use: fr-after-death}}}`. It gets a page and
    a form.
    """
    if "FR" in center.organisation.countries and not center.rights.further:
        yield Remark(
            ("organisation",),
            "people in France can give directives for after their death: add `rights: {further: "
            "{directives: {use: fr-after-death}}}`",
        )


@cache
def _federal_authority() -> SupervisoryAuthority:
    """The authority of Germany as it is filled in where nobody names one, without `use`."""
    return SupervisoryAuthority.model_validate(
        shipped_catalogue().authorities["DE"], context=Context()
    )
