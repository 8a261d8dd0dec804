"""One row of the table of kinds: everything about a field, but what the model says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases.kinds.declared import ENTRIES, Declared, WrongRow, declared
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb, described, fits, verbs_of

_LISTS = (
    *(Shape.LIST, Shape.TEXTS, Shape.COUNTRIES, Shape.SEVERAL),
    *(Shape.ONE_OR_MORE, Shape.STAGES, Shape.TRANSFERS, Shape.RECIPIENTS),
)
_UNTOLD = (Shape.IDENTITY, Shape.POSITION, Shape.UNPRINTED)
ALL = tuple(verb for verb in Verb if verb is not Verb.TRANSLATED)
"""Whatever changes is material, but for a translation that is mended."""


class Topic(StrEnum):
    """What a reader of the changelog cares about, in this order."""

    DATA = "data"
    RECIPIENTS = "recipients"
    RETENTION = "retention"
    COOKIES = "cookies"
    RIGHTS = "rights"
    CONTACT = "contact"
    TEXT = "text"


class Manner(StrEnum):
    """How the owner's words stand in a sentence of the changelog."""

    QUOTED = "quoted"
    """Between quotation marks: a sentence of its own."""
    PLAIN = "plain"
    """As they are: a name, an address, the end of a sentence."""
    NAME = "name"
    """As they are: what the entry is called, which another name does not make another entry."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Where something is shown on today's pages.

    `{id}` in an anchor or a page is the id of the entry, `{entry}` the entry itself.
    """

    page: str
    anchor: str = ""
    when: Callable[[PrivacyCenter], object] | None = None
    """Whether the center has the place; without it, while the center has the thing itself."""


def always(_: PrivacyCenter) -> bool:
    """Of a place that every center has."""
    return True


@dataclass(frozen=True, slots=True)
class FieldRule:
    """Everything about one field that its annotation does not say; wrong rows raise WrongRow."""

    topic: Topic
    field: str
    """The field, without ids: `activity.retention.period`."""
    shape: Shape
    material: tuple[Verb, ...] = ()
    """The verbs that make the change material: people must be told."""
    ground: str = ""
    """The article or guideline that says so; without one the change is editorial."""
    sentences: tuple[Verb, ...] = ()
    """The verbs with a sentence of their own, `change.<field>.<verb>`; the others share theirs.

    So does a list that says that there is nothing.
    """
    sentences_by: str = ""
    """A field of the entry; each of its values has such a sentence, `change.<kind>.<value>`, and
    so has `unstated`."""
    has_own_label: bool = False
    """Whether the label is `field.<whole name>`; otherwise the last part of the name is enough."""
    words: str = ""
    """The family of messages that names the values of an enumeration; by default the last part."""
    nothing: str = ""
    """The message for `none`, `[]` or `{}`: that there is nothing."""
    unstated: str = ""
    """The message for what is not stated, where that is told."""
    manner: Manner = Manner.QUOTED
    subject: str = ""
    """The message for what a change is about; by default that of what holds the field."""
    shown: Shown | None = None
    """Where it is shown; by default with what holds the field."""

    def __post_init__(self) -> None:
        if not fits(self.shape, self.declared):
            raise WrongRow(
                f"`{self.field}` cannot be of the shape {self.shape.name}, which is for "
                f"{described(self.shape)}: {self.declared.owner.__name__} declares "
                f"`{self.declared.name}: {self.declared}`"
            )
        if self.material is not ALL:
            self._check_verbs(self.material)
        self._check_verbs(self.sentences)
        is_list_or_nothing = self.declared.container is tuple and self.declared.is_optional
        if (self.declared.may_be_none or is_list_or_nothing) and not self.nothing:
            raise WrongRow(
                f"`{self.field}` can say that there is nothing: name the message in `nothing`"
            )
        if self.words and not self.declared.members:
            raise WrongRow(f"`{self.field}` has no values to choose from: leave out `words`")
        has_name = self.field in ENTRIES.values()
        if not self.holders and not (self.shown and (self.subject or has_name)):
            raise WrongRow(
                f"`{self.field}`: say where it is `shown`, and what a change is about in `subject`"
            )
        if bool(self.material) is not bool(self.ground):
            raise WrongRow(f"`{self.field}`: what is material has a ground, and nothing else has")

    def _check_verbs(self, verbs: tuple[Verb, ...]) -> None:
        known = verbs_of(self.shape)
        for verb in verbs:
            if verb not in known:
                raise WrongRow(
                    f"`{self.field}` is never {verb}: the shape {self.shape.name} knows "
                    f"{', '.join(known) or 'no changes'}"
                )

    @property
    def declared(self) -> Declared:
        """What the model says of the field."""
        return declared(self.field)

    @property
    def name(self) -> str:
        """The field without what holds it: `period`."""
        return self.field.rpartition(".")[2]

    @property
    def holders(self) -> tuple[str, ...]:
        """The fields that hold it, the nearest first: `activity.retention`, `activity`."""
        parts = self.field.split(".")
        return tuple(".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))

    @property
    def is_list(self) -> bool:
        """Whether the field holds several values, each of which can come and go."""
        return self.shape in _LISTS

    @property
    def is_told(self) -> bool:
        """Whether anything about the field is a change to a reader."""
        return self.shape not in _UNTOLD

    @property
    def family(self) -> str:
        """The first part of the messages that name its values: `basis` for `basis.consent`."""
        has_words = self.declared.members and self.shape not in (Shape.POSITION, Shape.UNPRINTED)
        return (self.words or self.name) if has_words else ""

    @property
    def label(self) -> str:
        """The message that names the field."""
        return f"field.{self.field if self.has_own_label else self.name}"

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """A kind of change for each way in which the field can change."""
        return tuple(ChangeKind(self, verb) for verb in verbs_of(self.shape))


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change: a field, and what happened to it."""

    rule: FieldRule
    verb: Verb

    @property
    def id(self) -> str:
        """As feeds and JSON have it: `processor.added`, `activity.retention.period.lengthened`."""
        return f"{self.rule.field}.{self.verb}"

    @property
    def topic(self) -> Topic:
        """Under which heading the changelog has it."""
        return self.rule.topic

    @property
    def material(self) -> bool:
        """Whether people must be told, or whether it is editorial (WP260 rev.01, 29-31)."""
        return self.verb in self.rule.material

    @property
    def ground(self) -> str:
        """Why: the article or guideline."""
        return self.rule.ground

    @property
    def has_own_sentence(self) -> bool:
        """Whether a message of its own tells it."""
        return self.verb in self.rule.sentences
