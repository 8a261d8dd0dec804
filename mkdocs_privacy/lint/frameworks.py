"""DP: transfers that rest on the EU-US Data Privacy Framework."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.lint.transfers import MONITOR
from mkdocs_privacy.model import Mechanism, PrivacyCenter, add_period

_RENEWED = "P12M"

_FRAMEWORK = "{countries: [US], mechanism: dpf, checked: 2026-10-01}"
_UNCHECKED = lines(
    f"{MONITOR}transfers: [{{countries: [US], mechanism: dpf}}]",
    f"""{MONITOR}transfers:
          - {_FRAMEWORK}
          - {{countries: [US], mechanism: scc, copy_from: Ask us.}}
    """,
)
_FALLBACK = lines(
    f"{MONITOR}transfers: [{_FRAMEWORK}]",
    f"""{MONITOR}transfers:
          - {_FRAMEWORK}
          - {{countries: [US], mechanism: scc, copy_from: Ask us.}}
    """,
)


@knowing_rule(
    "DP001",
    "framework-unchecked",
    Severity.INFO,
    _UNCHECKED,
    basis=("GDPR 45(1)",),
    silent_on=(
        sound(
            "it rests on standard clauses",
            """
            processors:
              monitor:
                name: Monitor
                category: software_monitoring
                transfers: [{countries: [US], mechanism: scc, copy_from: Ask us.}]
            """,
        ),
    ),
)
def framework_unchecked(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A transfer rests on the EU-US Data Privacy Framework, and nothing says that you saw the
    recipient on its list in the last twelve months. Only organisations on the list are covered
    (Decision (EU) 2023/1795), and each renews its place every year. Look at
    dataprivacyframework.gov, and write the day in `checked`. If the transfer comes from the
    catalogue, write all of `transfers` yourself, as `mkdocs-privacy show processors.ID` prints it.
    """
    for id, processor in (center.processors or {}).items():
        for place, transfer in enumerate(processor.transfers or ()):
            if transfer.ended:
                continue  # of that another rule tells
            if transfer.mechanism is not Mechanism.DATA_PRIVACY_FRAMEWORK:
                continue
            seen, path = transfer.checked, ("processors", id, "transfers", place)
            if seen is None:
                yield Remark(
                    path,
                    "nothing says when this recipient was on the list of the Data Privacy "
                    "Framework: look at www.dataprivacyframework.gov/list, and write the day in "
                    "`checked`",
                )
            elif known.today and add_period(seen, _RENEWED) < known.today:
                yield Remark(
                    path,
                    f"this recipient was on the list of the Data Privacy Framework on {seen}, more "
                    "than twelve months ago: look again at www.dataprivacyframework.gov/list, and "
                    "write the day in `checked`",
                )


@rule(
    "DP002",
    "framework-without-fallback",
    Severity.WARNING,
    _FALLBACK,
    basis=(
        "GDPR 45(5)",
        "GDPR 46(1)",
    ),
    silent_on=(
        sound(
            "binding corporate rules protect it as well",
            """
            processors:
              monitor:
                name: Monitor
                category: software_monitoring
                transfers:
                  - {countries: [US], mechanism: dpf}
                  - {countries: [US, IN], mechanism: bcr, copy_from: Ask us.}
            """,
        ),
    ),
)
def framework_without_fallback(center: PrivacyCenter) -> Iterator[Remark]:
    """A transfer to the United States rests on the Data Privacy Framework alone. The decision
    holds, but it is contested: an appeal is pending (C-703/25 P), and the independence that it
    relies on was struck down in the United States in June 2026. If it falls, the transfer has no
    safeguard from that day. Add the standard clauses of your contract as a second entry in
    `transfers`.
    """
    framework = Mechanism.DATA_PRIVACY_FRAMEWORK
    for id, processor in (center.processors or {}).items():
        transfers = processor.transfers or ()
        others = {
            country
            for one in transfers
            if one.mechanism is not framework
            for country in one.countries
        }
        for place, transfer in enumerate(transfers):
            if transfer.ended:
                continue  # of that another rule tells
            if transfer.mechanism is framework and not others.issuperset(transfer.countries):
                yield Remark(
                    ("processors", id, "transfers", place),
                    "nothing but the Data Privacy Framework protects this transfer: add the "
                    "standard clauses as a second entry",
                )
