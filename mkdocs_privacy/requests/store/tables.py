"""The tables, as the newest migration leaves them; `migrations/` is how they came to be so.

Moments and days are texts of ISO 8601 in UTC, on both engines: they sort as they are, and a row
looks the same wherever it is read.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()

REQUEST = Table(
    "request",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("right", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("expected_by", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("address_confirmed_at", Text),
    Column("closed_on", Text),
    Column("outcome", Text),
    Column("note", Text),
    Column("channel", Text, nullable=False, server_default="form"),
    Column("assignee", Text),
    Column("extended_until", Text),
    Column("extension_reason", Text),
    Column("extension_told_on", Text),
    Column("extension_explanation", Text),
    Column("ground", Text),
    Column("explanation", Text),
    Column("reminded_for", Text),
    Column("mailbox", Text),
    CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", name="closed_with_outcome"),
    Index("request_by_closing", "closed_on", "expected_by"),
    Index("request_by_mailbox", "mailbox", "received_at"),
)

ENTRY = Table(
    "entry",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("request", Integer, ForeignKey("request.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text),
    Column("kind", Text, nullable=False),
    Column("words", Text),
    Index("entry_by_request", "request"),
)

TOKEN = Table(
    "token",
    METADATA,
    Column("digest", LargeBinary, primary_key=True),
    Column("request", Integer, ForeignKey("request.id", ondelete="CASCADE"), nullable=False),
    Index("token_by_request", "request"),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("request", Integer, ForeignKey("request.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("due_at", Text, nullable=False),
    Column("problem", Text),
    Column("token", Text),
    Index("outbox_by_request", "request"),
    Index("outbox_by_time", "due_at"),
)

HANDLED = Table(
    "handled",
    METADATA,
    Column("month", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("ground", Text, primary_key=True),
    Column("days", Integer, primary_key=True, autoincrement=False),
    Column("is_extended", Integer, primary_key=True, autoincrement=False),
    Column("is_in_time", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)

PACE = Table(
    "pace",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("free_at", Float(53), nullable=False),
)

UPKEEP = Table(
    "upkeep",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("written_at", Text),
    Column("to_sweep", Integer, nullable=False, server_default="0"),
    Column("secret", Text, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)


def written_moment(moment: datetime) -> str:
    """A moment in UTC as it is stored and told: `2026-11-22T20:00:00Z`."""
    # not `strftime`, which writes the year 26 as it is: then nothing can read it again
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def read_moment(written: str) -> datetime:
    """A moment as `written_moment` writes it."""
    return datetime.fromisoformat(written)
