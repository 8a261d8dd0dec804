"""RI: the rights of the people concerned, and the authority that they can turn to."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
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

_FEDERAL = sound(
    "the federal authority is chosen",
    """
    organisation:
      address: {city: Bonn, country: DE}
      supervisory_authority: {use: DE}
    """,
)
_ELSEWHERE = sound(
    "you are in another country, and do not say that you address people in France",
    "organisation: {address: {city: Gent, country: BE}}",
)
_NEIGHBOUR = lines(
    "organisation: {address: {city: Putte, country: BE}, supervisory_authority: {use: NL}}",
    "organisation: {address: {city: Putte, country: BE}, supervisory_authority: {use: BE}}",
)
_OF_A_LAND = sound(
    "it is the authority of a Land",
    "organisation: {address: {city: Cologne, country: DE}, supervisory_authority: {use: DE-NW}}",
)
_FROM_OUTSIDE = sound(
    "the organisation is outside the European Economic Area",
    "organisation: {address: {city: Bern, country: CH}, supervisory_authority: {use: DE}}",
)
_TERRITORY = sound(
    "the organisation is in a territory of that country",
    """
    organisation: {address: {city: Saint-Denis, country: RE}, supervisory_authority: {use: FR}}
    """,
)
_TASTES = """
    activities:
      returns:
        title: Returns
        audiences: [customers]
        purposes: [deal with what you send back]
        personal_data: [name]
        profiling: We infer how often you send things back.
        legal_basis: contract
        processors: []
        retention: {period: P1Y}
        """
_DECISIONS = lines(f"{_TASTES}summary: You return.", f"{_TASTES}automated_decisions: none")
_WITH_ADVICE = sound(
    "a person decides, with the advice of a machine",
    f"{_TASTES}assisted_decisions: {{advice: a score, decided_by: a colleague}}",
)


@knowing_rule(
    "RI017",
    "authority-of-land",
    Severity.WARNING,
    _EXAMPLE,
    basis=("GDPR 55(1)", "GDPR 13(2)(d)"),
    silent_on=(_FEDERAL,),
)
def authority_of_land(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A German organisation names no supervisory authority, so the federal one is shown. For
    companies, the federal authority is competent only for telecommunications and post: each Land
    has its own authority (Federal Data Protection Act, BDSG, section 40), and a complaint to the
    wrong one loses time. Name yours, such as `supervisory_authority: {use: DE-NW}`. If it is the
    federal one, write `{use: DE}`.
    """
    if center.organisation.supervisory_authority == _federal_authority(known):
        yield Remark(
            ("organisation",),
            "in Germany each Land has its own authority for firms: name yours with "
            "`supervisory_authority: {use: DE-NW}`",
        )


@rule(
    "RI018",
    "directives-after-death",
    Severity.INFO,
    _DIRECTIVES,
    basis=("GDPR 12(2)",),
    silent_on=(_ELSEWHERE,),
)
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


def _federal_authority(known: Known) -> SupervisoryAuthority:
    """The authority of Germany as it is filled in where nobody names one, without `use`."""
    return SupervisoryAuthority.model_validate(known.catalogue.authorities["DE"], context=Context())


@knowing_rule(
    "RI007",
    "authority-of-another-country",
    Severity.WARNING,
    _NEIGHBOUR,
    basis=("GDPR 55(1)", "GDPR 13(2)(d)"),
    silent_on=(_OF_A_LAND, _FROM_OUTSIDE, _TERRITORY),
)
def authority_of_another_country(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """The supervisory authority is that of another country than yours. The authority of the country
    in which you are established is competent (GDPR articles 55 and 56), and people must be told how
    to complain (article 13(2)(d)). Remove `supervisory_authority`: that of your country is then
    filled in. If your main establishment is elsewhere, ignore this rule.
    """
    organisation = center.organisation
    home, authority = organisation.address.country, organisation.supervisory_authority
    if known.catalogue.adequacy.is_third_country(home) or authority is None:
        return
    has_its_own = home in known.catalogue.authorities  # a territory has that of its state
    if has_its_own and authority.use and authority.use.partition("-")[0] != home:
        yield Remark(
            ("organisation", "supervisory_authority"),
            f"this is the authority of {authority.use}, and you are in {home}: remove it, so that "
            "yours is filled in",
        )


@rule(
    "RI010",
    "decisions-unstated",
    Severity.INFO,
    _DECISIONS,
    basis=("GDPR 13(2)(f)", "GDPR 22(1)"),
    silent_on=(_WITH_ADVICE,),
)
def decisions_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity includes profiling, and nothing says whether decisions about people follow from
    it by automated means alone. People must be told of such decisions, with their logic and effect
    (GDPR article 13(2)(f)). Describe them in `automated_decisions`, or write `none`.
    """
    for id, activity in center.activities.items():
        is_stated = activity.automated_decisions is not None or activity.assisted_decisions
        if activity.profiling and not is_stated:
            yield Remark(
                ("activities", id),
                "there is profiling, and nothing says whether decisions follow from it by "
                "automated means alone: add `automated_decisions`, or `automated_decisions: none`",
            )
