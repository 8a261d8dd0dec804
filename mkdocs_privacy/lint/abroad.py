"""AB: whether data leaves the European Economic Area by way of a recipient."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Adequacy
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.lint.transfers import MONITOR
from mkdocs_privacy.model import PrivacyCenter, Processor, Role

_PARENT = lines(
    f"""{MONITOR}country: IE
        parent_country: US
    """,
    f"""{MONITOR}country: IE
        parent_country: US
        transfers: none
    """,
)
_AFTER_ALL = lines(
    f"""{MONITOR}country: US
        transfers: none
    """,
    f"""{MONITOR}country: DE
        parent_country: US
        transfers: none
    """,
)
_DECIDING = {Role.INDEPENDENT_CONTROLLER, Role.AUTHORITY}
"""Who answers itself for what it passes on within its group."""


@knowing_rule(
    "AB001",
    "parent-abroad",
    Severity.WARNING,
    _PARENT,
    basis=("GDPR 13(1)(f)", "GDPR 48"),
    silent_on=(
        sound(
            "the parent is in the European Economic Area",
            f"""{MONITOR}country: IE
        parent_country: DE
            """,
        ),
        sound(
            "it decides itself, and answers for what it does with the data",
            f"""{MONITOR.replace("role: processor", "role: independent_controller")}country: IE
        parent_country: US
            """,
        ),
        sound(
            "an adequacy decision covers the country of the parent",
            f"""{MONITOR}country: IE
        parent_country: CH
            """,
        ),
    ),
)
def parent_abroad(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient in the European Economic Area belongs to a group outside it, in a country that no
    adequacy decision covers as a whole, and nothing says whether data goes there. Staff or
    authorities in that country may have access (GDPR articles 44 and 48). Read the contract. Name
    the safeguard in `transfers`, or write `transfers: none`.
    """
    area = known.catalogue.adequacy
    for id, processor in (center.processors or {}).items():
        if has_group_abroad(processor, area):
            yield Remark(
                ("processors", id),
                f"its group is in {processor.parent_country}, and nothing says whether data goes "
                "there: add `transfers`, or `transfers: none`",
            )


def has_group_abroad(processor: Processor, area: Adequacy) -> bool:
    """Whether a group outside the area may have the data of a recipient in it, and nothing says."""
    parent = processor.parent_country
    if parent is None or not area.needs_safeguard(parent) or processor.transfers is not None:
        return False
    decides = {service.role for service in processor.services} <= _DECIDING
    return not decides and not area.leaves(processor)


@knowing_rule(
    "AB002",
    "transfer-after-all",
    Severity.WARNING,
    _AFTER_ALL,
    basis=("GDPR 44",),
    silent_on=(
        sound(
            "it works in another country of the European Economic Area",
            """
            processors:
              monitor:
                name: Monitor
                category: software_monitoring
                country: DE
                processing_countries: ["NO"]
                transfers: none
            """,
        ),
    ),
)
def transfer_after_all(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient has `transfers: none`, so the data does not leave the European Economic Area,
    but the recipient is established or works outside it. Access from a third country is a
    transfer too (GDPR article 44). Name the transfer and its safeguard, or correct the
    countries.
    """
    area = known.catalogue.adequacy
    for id, processor in (center.processors or {}).items():
        if processor.transfers == () and area.leaves(processor):
            yield Remark(
                ("processors", id),
                "`transfers: none` says that the data does not leave the European Economic Area, "
                "but a country here lies outside it: name the transfer, or correct the country",
            )
