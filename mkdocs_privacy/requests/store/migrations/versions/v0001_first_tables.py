"""The tables of the first receiver, which knew SQLite only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "request",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reference", sa.Text, nullable=False, unique=True),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.Column("expected_by", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("address_confirmed_at", sa.Text),
        sa.Column("closed_on", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("note", sa.Text),
        sa.CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", name="closed_with_outcome"),
    )
    op.create_index("request_by_digest", "request", ["digest", "received_at"])
    op.create_index("request_by_closing", "request", ["closed_on", "expected_by"])
    op.create_table(
        "token",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column(
            "request", sa.Integer, sa.ForeignKey("request.id", ondelete="CASCADE"), nullable=False
        ),
    )
    op.create_index("token_by_request", "token", ["request"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "request", sa.Integer, sa.ForeignKey("request.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("due_at", sa.Text, nullable=False),
        sa.Column("problem", sa.Text),
    )
    op.create_index("outbox_by_request", "outbox", ["request"])
    op.create_index("outbox_by_time", "outbox", ["due_at"])
    op.create_table(
        "count",
        sa.Column("month", sa.Text, primary_key=True),
        sa.Column("right", sa.Text, primary_key=True),
        sa.Column("outcome", sa.Text, primary_key=True),
        sa.Column("is_in_time", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.create_table(
        "upkeep",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("written_at", sa.Text),
        sa.Column("to_sweep", sa.Integer, nullable=False, server_default="0"),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.execute("INSERT INTO upkeep (id) VALUES (1)")
