"""AI: where artificial intelligence is used."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import AutomatedDecisions, IntelligenceKind, ModelTraining, PrivacyCenter

_EXAMPLE = lines(
    """
    activities:
      orders:
        artificial_intelligence:
          kind: assistant
          description: It answers questions about your order.
    """,
    """
    activities:
      orders:
        artificial_intelligence:
          kind: assistant
          description: It answers questions about your order.
          training: none
    """,
)
_NOBODY = lines(
    """
    activities:
      orders:
        artificial_intelligence:
          kind: assistant
          description: It answers questions about your order.
          training: provider
    """,
    """
    processors:
      answers: {name: Answers, category: artificial_intelligence, role: processor}
    activities:
      orders:
        artificial_intelligence:
          kind: assistant
          description: It answers questions about your order.
          provider: answers
          training: provider
    """,
)

_NOBODY_DECIDES = """
    activities:
      hiring:
        title: Hiring
        audiences: [customers]
        purposes: [choose whom to employ]
        personal_data: [name]
        legal_basis: contract
        processors: []
        retention: {period: P1Y}
        artificial_intelligence:
          kind: decision_support
          description: It puts applications in order.
          training: none
        """
_UNEXPLAINED = lines(
    f"{_NOBODY_DECIDES}automated_decisions: none",
    f"{_NOBODY_DECIDES}assisted_decisions: {{advice: an order, decided_by: A colleague.}}",
)


@rule(
    "AI001",
    "training-unstated",
    Severity.INFO,
    _EXAMPLE,
    basis=("GDPR 13(1)(c)",),
    silent_on=(
        sound(
            "it trains your own models, which is stated",
            """
            activities:
              orders:
                artificial_intelligence: {kind: assistant, description: It answers., training: ours}
            """,
        ),
    ),
)
def training_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Artificial intelligence is used, and nothing says whether the data trains models. Training
    is a separate purpose, of which people must be told (GDPR article 13(1)(c)). A provider that
    trains its own models with the data is not only a processor. Check the contract, and write
    `training: none`, `ours` or `provider`.
    """
    for id, activity in center.activities.items():
        if activity.artificial_intelligence and not activity.artificial_intelligence.training:
            yield Remark(
                ("activities", id, "artificial_intelligence"),
                "say whether the data trains models: `training: none`, `ours` or `provider`",
                is_about_part=True,
            )


@rule(
    "AI002",
    "training-by-nobody",
    Severity.WARNING,
    _NOBODY,
    basis=("GDPR 13(1)(e)",),
    silent_on=(
        sound(
            "you train models of your own",
            """
            activities:
              orders:
                artificial_intelligence: {kind: assistant, description: It answers., training: ours}
            """,
        ),
    ),
)
def training_by_nobody(center: PrivacyCenter) -> Iterator[Remark]:
    """The provider of artificial intelligence trains its models with the data, and nothing says who
    that provider is. It is a recipient that uses the data for a purpose of its own, so people must
    learn who it is (GDPR article 13(1)(e)). Name its id in `provider`.
    """
    for id, activity in center.activities.items():
        used = activity.artificial_intelligence
        if used and used.training is ModelTraining.PROVIDER and not used.provider:
            yield Remark(
                ("activities", id, "artificial_intelligence"),
                "the provider trains its models with the data: name it in `provider`",
            )


@rule(
    "AI003",
    "advice-unexplained",
    Severity.INFO,
    _UNEXPLAINED,
    basis=("GDPR 13(2)(f)", "AI Act 26(11)"),
    silent_on=(
        sound(
            "decisions are made by it alone, and are described",
            f"""{_NOBODY_DECIDES}automated_decisions:
          logic: It refuses whoever lacks a diploma.
          effect: You are not invited.
          review: Ask us to look again.
            """,
        ),
        sound(
            "it decides nothing about people", _NOBODY_DECIDES.replace("decision_support", "tool")
        ),
    ),
)
def advice_unexplained(center: PrivacyCenter) -> Iterator[Remark]:
    """Artificial intelligence advises who decides about people, such as which applicants to invite,
    and nothing says what it advises and who decides. From 2 December 2027 whoever uses a high-risk
    system for that must tell people (AI Act, article 26(11); Regulation (EU) 2026/1744), and can be
    asked to explain its part in a decision (article 86). Recruitment is high-risk (Annex III, 4).
    Where nobody really decides, the decision is automated (GDPR article 22). Describe it in
    `assisted_decisions` or `automated_decisions`.
    """
    for id, activity in center.activities.items():
        used = activity.artificial_intelligence
        is_alone = isinstance(activity.automated_decisions, AutomatedDecisions)
        is_described = activity.assisted_decisions or is_alone
        if used and used.kind is IntelligenceKind.DECISION_SUPPORT and not is_described:
            yield Remark(
                ("activities", id),
                "artificial intelligence advises on decisions here: say what it advises and who "
                "decides in `assisted_decisions`, or describe `automated_decisions`",
            )
