"""RT: how long personal data is kept."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import PrivacyCenter, about_days

_OPEN_END = lines(
    """
    activities:
      orders:
        retention: {minimum: P1Y}
    """,
    """
    activities:
      orders:
        retention: {minimum: P1Y, maximum: P3Y}
    """,
)
_ENDS = (
    sound(
        "an event ends it",
        """
        activities:
          orders:
            retention: {minimum: P1Y, until: until the next stocktaking}
        """,
    ),
    sound(
        "something decides when it ends",
        """
        activities:
          orders:
            retention: {minimum: P1Y, criteria: as long as you are a customer}
        """,
    ),
    sound(
        "it has a period",
        """
        activities:
          orders:
            retention: {minimum: P1Y, period: P2Y}
        """,
    ),
)

_RETURNS = """
    activities:
      returns:
        title: Returns
        audiences: [customers]
        purposes: [deal with what you send back]
        personal_data: [name]
        legal_basis: contract
        processors: []
        """
_UNSTATED = lines(_RETURNS, f"{_RETURNS}retention: {{period: P1Y}}")
_THEIR_TIME = sound(
    "you are a processor in the activity",
    f"""{_RETURNS}our_role: processor
        responsible: the shop where you ordered
    """,
)
_CRITERIA = lines(
    f"{_RETURNS}retention: {{criteria: until your guarantee ends}}",
    f"{_RETURNS}retention: {{criteria: until your guarantee ends, maximum: P3Y}}",
)

_INVOICES = """
    activities:
      invoices:
        use: invoices
        processors: []
        """
_LAW = lines(f"{_INVOICES}retention: {{period: P3Y}}", f"{_INVOICES}retention: {{period: P10Y}}")
_NO_PERIOD = sound(
    "it gives no period", f"{_INVOICES}retention: {{criteria: as long as the law obliges us}}"
)
_LONGEST_COUNTS = sound(
    "something else is kept for a shorter time",
    f"""{_INVOICES}retention:
          - {{what: reminders, period: P1Y}}
          - {{what: invoices, period: P10Y}}
    """,
)
_NOTHING_KNOWN = sound(
    "the catalogue does not know the law of the country",
    f"""{_INVOICES}retention: {{period: P3Y}}
    organisation: {{address: {{city: Bern, country: CH}}, serves_countries: [CH]}}
    """,
)


@rule(
    "RT001",
    "retention-without-end",
    Severity.WARNING,
    _OPEN_END,
    basis=("GDPR 5(1)(e)", "GDPR 13(2)(a)"),
    silent_on=_ENDS,
)
def retention_without_end(center: PrivacyCenter) -> Iterator[Remark]:
    """The data has a shortest retention time and no end. Data may be kept no longer than its
    purpose needs (GDPR article 5(1)(e)), and people must be told the period, or what decides it
    (article 13(2)(a)). Add the longest time in `maximum`, the event that ends it in `until`, or
    what decides it in `criteria`.
    """
    for id, activity in center.activities.items():
        for place, stage in enumerate(activity.retention):
            if stage.is_open:
                path: KeyPath = ("activities", id, "retention")
                yield Remark(
                    path if len(activity.retention) == 1 else (*path, place),
                    "this says at least how long the data is kept, but not when it goes: add "
                    "`maximum`, `until` or `criteria`",
                    is_about_part=True,
                )


@rule(
    "RT002",
    "retention-missing",
    Severity.WARNING,
    _UNSTATED,
    basis=("GDPR 13(2)(a)", "GDPR 5(1)(e)"),
    silent_on=(_THEIR_TIME,),
)
def retention_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity does not say how long its data is kept. People must be told the period, or what
    decides it (GDPR article 13(2)(a)). Write `retention`, with `period` and the event from which it
    counts in `from`, or with `criteria`.
    """
    for id, activity in center.activities.items():
        if not activity.retention and not center.is_on_behalf_of_others(activity):
            yield Remark(
                ("activities", id), "nothing says how long this data is kept: add `retention`"
            )


@rule(
    "RT004",
    "criteria-only",
    Severity.INFO,
    _CRITERIA,
    basis=("GDPR 13(2)(a)",),
    silent_on=(
        sound(
            "an event ends it as well",
            """
            activities:
              sales:
                title: Sales
                audiences: [customers]
                purposes: [sell houses]
                personal_data: [name]
                legal_basis: contract
                processors: []
                retention: {criteria: as long as you rent, until: until the keys are back}
            """,
        ),
    ),
)
def criteria_only(center: PrivacyCenter) -> Iterator[Remark]:
    """How long data is kept depends on criteria, without any period. That is allowed only if no
    period can be given (GDPR article 13(2)(a)). Where you can, add the longest time in `maximum`.
    """
    for id, activity in center.activities.items():
        for place, stage in enumerate(activity.retention):
            has_end = stage.period or stage.minimum or stage.maximum or stage.until
            if stage.criteria and not has_end:
                path: KeyPath = ("activities", id, "retention")
                yield Remark(
                    path if len(activity.retention) == 1 else (*path, place),
                    "only criteria decide how long: add the longest time in `maximum` if you can",
                    is_about_part=True,
                )


@knowing_rule(
    "RT007",
    "shorter-than-law",
    Severity.WARNING,
    _LAW,
    basis=("GDPR 6(1)(c)", "GDPR 13(2)(a)"),
    silent_on=(_NO_PERIOD, _LONGEST_COUNTS, _NOTHING_KNOWN),
)
def shorter_than_law(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You keep data for a shorter time than the law of your country obliges you to, such as
    invoices. People are told of a day on which you may not delete it (GDPR article 13(2)(a)). The
    catalogue names the law. Leave out `retention`, so that `use` fills it in. If another law holds
    for you, ignore this rule.
    """
    country = center.organisation.address.country
    for id, activity in center.activities.items():
        duties = [
            term["period"]
            for term in known.catalogue.retention.get(country, ())
            if activity.use and term.get("id") == activity.use and term["kind"] == "duty_to_keep"
        ]
        periods = [stage.period or stage.maximum for stage in activity.retention]
        ends = [about_days(period) for period in periods if period]
        if not duties or not ends or len(ends) < len(periods):
            continue
        if max(ends) < about_days(duties[0]):
            yield Remark(
                ("activities", id, "retention"),
                f"in {country} the law obliges you to keep this for {duties[0]}: leave out "
                "`retention`, so that `use` fills it in",
            )
