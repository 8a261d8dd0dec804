"""TR: transfers of personal data to countries outside the European Economic Area."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import Mechanism, PrivacyCenter, Processor

MONITOR = """
    processors:
      monitor:
        name: Monitor
        category: software_monitoring
        role: processor
        """
"""The beginning of a recipient, for examples."""
_CLAUSES = """transfers:
          - {countries: [US], mechanism: scc, copy_from: Ask us.}
    """
_SAFEGUARD = lines(f"{MONITOR}country: US", f"{MONITOR}country: US\n        {_CLAUSES}")
_ADEQUATE = sound("an adequacy decision covers the country", f"{MONITOR}country: JP")
_AT_HOME = sound("the country is in the European Economic Area", f"{MONITOR}country: NO")
_SAME_COUNTRY = sound(
    "the recipient is in your own country",
    f"""{MONITOR}country: IN
    organisation: {{address: {{city: Pune, country: IN}}}}
    """,
)
_DECISION = lines(
    f"{MONITOR}transfers: [{{countries: [IN], mechanism: adequacy}}]",
    f"{MONITOR}transfers: [{{countries: [JP], mechanism: adequacy}}]",
)
_COPY = lines(
    f"{MONITOR}transfers: [{{countries: [US], mechanism: scc}}]",
    f"{MONITOR}{_CLAUSES}",
)


def _entries(center: PrivacyCenter) -> Iterator[tuple[str, Processor]]:
    yield from (center.processors or {}).items()


@knowing_rule(
    "TR001",
    "safeguard-unstated",
    Severity.WARNING,
    _SAFEGUARD,
    basis=("GDPR 13(1)(f)", "GDPR 44"),
    silent_on=(_ADEQUATE, _AT_HOME, _SAME_COUNTRY),
)
def safeguard_unstated(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient is in a country outside the European Economic Area without an adequacy decision
    for everybody there, and no safeguard is stated. People must be told which one protects their
    data (GDPR article 13(1)(f)). Write it in `transfers`, with its `mechanism`.
    """
    adequacy = known.catalogue.adequacy
    home = center.organisation.address.country
    for id, processor in _entries(center):
        if processor.transfers == ():
            continue  # of `transfers: none` another rule tells
        covered = {country for one in processor.transfers or () for country in one.countries}
        missing = [
            country
            for country in processor.places
            if country not in {*covered, home} and adequacy.needs_safeguard(country)
        ]
        if missing:
            yield Remark(
                ("processors", id),
                f"no safeguard is stated for {', '.join(missing)}: add `transfers: [{{countries: "
                f"[{', '.join(missing)}], mechanism: …}}]`",
            )


@knowing_rule(
    "TR002",
    "no-adequacy-decision",
    Severity.WARNING,
    _DECISION,
    basis=("GDPR 45(1)",),
    silent_on=(
        sound(
            "a decision covers commercial organisations, such as the recipient",
            """
            processors:
              monitor:
                name: Monitor
                category: software_monitoring
                transfers: [{countries: [CA], mechanism: adequacy}]
            """,
        ),
    ),
)
def no_adequacy_decision(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A transfer rests on an adequacy decision that does not exist. The catalogue has the decisions
    of the European Commission (GDPR article 45), and none covers everybody in this country. For a
    recipient on the list of the Data Privacy Framework, write `mechanism: dpf`. Elsewhere, write
    the safeguard that your contract has, such as `scc`.
    """
    adequacy = known.catalogue.adequacy
    for id, processor in _entries(center):
        for place, transfer in enumerate(processor.transfers or ()):
            unknown = list(filter(adequacy.needs_safeguard, transfer.countries))
            if transfer.mechanism is Mechanism.ADEQUACY and unknown and not transfer.ended:
                yield Remark(
                    ("processors", id, "transfers", place),
                    f"no adequacy decision covers everybody in {', '.join(unknown)}: name another "
                    "safeguard in `mechanism`, such as `scc`, or `dpf` for the United States",
                )


@rule(
    "TR004",
    "copy-unstated",
    Severity.INFO,
    _COPY,
    basis=("GDPR 13(1)(f)",),
    silent_on=(
        sound(
            "an adequacy decision, which everybody can read",
            """
            processors:
              monitor:
                name: Monitor
                category: software_monitoring
                transfers: [{countries: [JP], mechanism: adequacy}]
            """,
        ),
    ),
)
def copy_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """A safeguard is stated, and nothing says how to obtain a copy of it. People must be told
    that (GDPR article 13(1)(f)). Write `copy_url` if the text is online, or else `copy_from`.
    """
    for id, processor in _entries(center):
        for place, transfer in enumerate(processor.transfers or ()):
            has_copy = transfer.copy_url or transfer.copy_from
            if transfer.mechanism.has_copy and not has_copy:
                path: KeyPath = ("processors", id, "transfers", place)
                yield Remark(
                    path, "nothing says how to obtain a copy: add `copy_url` or `copy_from`"
                )
