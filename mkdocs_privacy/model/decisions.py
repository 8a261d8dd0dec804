"""Decisions about people that a machine makes or advises on, and the use of artificial intelligence
(GDPR articles 13(2)(f) and 22; AI Act, Regulation (EU) 2024/1689, article 50)."""

from __future__ import annotations

from enum import StrEnum

from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import ProcessorId
from mkdocs_privacy.model.text import Text


class AutomatedDecisions(Record):
    """Decisions made by automated means alone (GDPR articles 13(2)(f) and 22)."""

    logic: Text
    """How the decision is reached, in words that a person can follow."""
    effect: Text
    """What it means for the person."""
    review: Text | None = None
    """How to have a human look at it again."""


class AssistedDecisions(Record):
    """Decisions that a person makes with a machine's advice, so not by automated means alone.

    Where that person draws strongly on what the machine says, the decision counts as automated
    (Court of Justice, C-634/21). Put it under `automated_decisions` then.
    """

    advice: Text
    """What the machine advises, and from what data: a score, a ranking, an answer that fits."""
    decided_by: Text
    """Who decides, and what else that person looks at."""
    effect: Text | None = None
    """What the decision can mean for the person."""


class IntelligenceKind(StrEnum):
    """What artificial intelligence is there for."""

    ASSISTANT = "assistant"
    """People talk or write with it, and must be told that it is a machine (AI Act 50(1))."""
    DECISION_SUPPORT = "decision_support"
    """It advises whoever decides about people."""
    TOOL = "tool"
    """It helps our own people: it summarises, translates, drafts."""


class ModelTraining(StrEnum):
    """Whether the data trains models."""

    NONE = "none"
    """It trains none."""
    OURS = "ours"
    """We train models of our own with it."""
    PROVIDER = "provider"
    """The provider trains its models with it."""


class ArtificialIntelligence(Record):
    """The use of artificial intelligence in an activity (AI Act article 50)."""

    kind: IntelligenceKind
    """What it is there for."""
    description: Text
    """What it does with the data, in words that a person can follow."""
    provider: ProcessorId | None = None
    """Who offers it, by its id under `processors`, where its role is stated. Leave this out where
    it is your own."""
    training: ModelTraining | None = None
    """Whether the data trains models: `none`, `ours` or `provider`."""
