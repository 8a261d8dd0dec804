"""What an officer needs in a year: how a request came in, who deals with it, extensions, grounds of
refusal, an account of what was done; figures that tell how long an answer took."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _added() -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("channel", sa.Text, nullable=False, server_default="form"),
        sa.Column("assignee", sa.Text),
        sa.Column("extended_until", sa.Text),
        sa.Column("extension_reason", sa.Text),
        sa.Column("extension_told_on", sa.Text),
        sa.Column("extension_explanation", sa.Text),
        sa.Column("ground", sa.Text),
        sa.Column("explanation", sa.Text),
        sa.Column("reminded_for", sa.Text),
        sa.Column("mailbox", sa.Text),
    )


def _outcome(column: sa.ColumnClause[str]) -> sa.ColumnElement[str]:
    renamed = {"unidentified": "refused", "not_applicable": "nothing_found"}
    return sa.case(renamed, value=column, else_=column)


def _ground(column: sa.ColumnClause[str], otherwise: str | None) -> sa.ColumnElement[str]:
    return sa.case({"unidentified": "not_identified"}, value=column, else_=otherwise)


def upgrade() -> None:
    """Add them, and carry the counts over into the figures."""
    for column in _added():
        op.add_column("request", column)
    request = sa.table("request", sa.column("outcome", sa.Text), sa.column("ground", sa.Text))
    old = request.c.outcome
    op.execute(
        sa.update(request)
        .where(old.is_not(None))
        .values(ground=_ground(old, None), outcome=_outcome(old))
    )
    op.drop_index("request_by_digest", "request")
    op.create_index("request_by_mailbox", "request", ["mailbox", "received_at"])
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "request", sa.Integer, sa.ForeignKey("request.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("words", sa.Text),
    )
    op.create_index("entry_by_request", "entry", ["request"])
    op.add_column("outbox", sa.Column("token", sa.Text))
    handled = op.create_table(
        "handled",
        sa.Column("month", sa.Text, primary_key=True),
        sa.Column("right", sa.Text, primary_key=True),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("outcome", sa.Text, primary_key=True),
        sa.Column("ground", sa.Text, primary_key=True),
        sa.Column("days", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("is_extended", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("is_in_time", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
    )
    count = sa.table(
        "count", *map(sa.column, ("month", "right", "outcome", "is_in_time", "number"))
    )
    kept = (count.c.month, count.c.right, sa.literal("form"), _outcome(count.c.outcome))
    figures = (_ground(count.c.outcome, ""), sa.literal(-1), sa.literal(0))
    op.execute(
        sa.insert(handled).from_select(
            [column.name for column in handled.columns],
            sa.select(*kept, *figures, count.c.is_in_time, count.c.number),
        )
    )
    op.drop_table("count")
    op.create_table(
        "pace",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("free_at", sa.Float(53), nullable=False),
    )
    op.add_column("upkeep", sa.Column("secret", sa.Text, nullable=False, server_default=""))
    op.get_bind().execute(
        sa.text("UPDATE upkeep SET secret = :secret"), {"secret": secrets.token_hex(32)}
    )
