"""WD: what consumers must find on a website besides what is said of their data."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import PrivacyCenter

_SHOP = """
    audiences:
      visitors: {title: Visitors}
    activities:
      withdrawal: {use: withdrawal}
    """
_LINK = lines(
    _SHOP,
    f"""{_SHOP}notice: {{withdrawal_function: https://www.tuimelkous.example/withdraw}}
    """,
)
_NOT_SOLD_ONLINE = sound(
    "nothing says that you sell to consumers at a distance",
    """
    activities:
      questions: {use: customer-service}
    """,
)


@knowing_rule(
    "WD001",
    "withdrawal-link-missing",
    Severity.INFO,
    _LINK,
    basis=("Consumer Rights 11a(1)",),
    silent_on=(_NOT_SOLD_ONLINE,),
)
def withdrawal_link_missing(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You sell to consumers at a distance, and no link leads to where they withdraw from a
    contract. Since 19 June 2026 a website must have such a function (Directive 2011/83/EU, article
    11a). Write its address in `notice: {withdrawal_function: …}`, which the first page then shows.
    If your customers have no right of withdrawal, ignore this rule.
    """
    used = {activity.use for activity in center.activities.values()}
    is_shop = "withdrawal" in used or {"orders", "delivery"} <= used
    home = center.organisation.address.country
    is_elsewhere = known.catalogue.adequacy.is_third_country(home)
    if is_shop and not is_elsewhere and not center.notice.withdrawal_function:
        yield Remark(
            ("notice",),
            "no link leads to where consumers withdraw from a contract: add `withdrawal_function`",
        )
