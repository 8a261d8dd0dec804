"""AI: where artificial intelligence is used."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import ModelTraining, PrivacyCenter

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
