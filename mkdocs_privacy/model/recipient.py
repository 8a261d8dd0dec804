"""Who receives data in one activity, and what (GDPR articles 13(1)(e), 28 and 30(1)(d))."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from mkdocs_privacy.model.processor import ReceivedData, Role
from mkdocs_privacy.model.record import ShortForm
from mkdocs_privacy.model.scalars import ProcessorId
from mkdocs_privacy.model.text import Text


class ChosenBy(StrEnum):
    """Who decides that a recipient gets data at all, where that is not the organisation."""

    USER = "user"
    """The person does: by paying that way, by linking an account, by sharing."""
    CONTROLLER = "controller"
    """The controller on whose behalf we act does: a shop that takes its own carrier."""


class Recipient(ShortForm):
    """A recipient of the data of one activity: its id alone, or also what it receives."""

    short_form: ClassVar[str] = "id"

    id: ProcessorId
    """Who receives it."""
    personal_data: ReceivedData = ()
    """Which data it receives in this activity: ids, or `all`. By default, the data in its own
    entry that this activity uses. Where there is none, the pages say that it is not stated."""
    purposes: tuple[Text, ...] = ()
    """What it receives the data for, where that is less than the purposes of the activity. Each
    completes “We use your data to …”."""
    role: Role | None = None
    """Its legal role in this activity, where that differs from its entry: a processor in one may be
    a sub-processor (GDPR article 28(2) and (4)) in another."""
    via: ProcessorId | None = None
    """The recipient that passes the data on to it, in a chain (GDPR articles 13(1)(e), 28(4))."""
    chosen_by: ChosenBy | None = None
    """Who chooses this recipient, where it receives data only if chosen (GDPR article 13(1)(e))."""
    products: tuple[Text, ...] = ()
    """The products or services for which it receives data, where that is not all of them (GDPR
    article 13(1)(e))."""

    @property
    def says_more(self) -> bool:
        """Whether more is said than who receives the data."""
        return self != Recipient.model_construct(id=self.id)
