"""A file as the first version of the tables kept it, to be brought up to date by any later one."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from requests_world import ACCESS

_TABLES = (Path(__file__).parent / "first_version.sql").read_text(encoding="utf-8")
_REQUEST = """
    INSERT INTO request (reference, right, received_at, expected_by, digest, fields,
        address_confirmed_at, closed_on, outcome, note)
    VALUES (?, 'access', ?, '2026-12-04', ?, ?, ?, ?, ?, ?)
"""
OPEN, PROVEN, CLOSED = "0000-0000-0000-0001", "0000-0000-0000-0002", "0000-0000-0000-0003"
OLD_REFERENCES = frozenset({OPEN, PROVEN, CLOSED})


def write_old_database(path: Path) -> None:
    """An open request with its mails, one whose address was proven, and one that was closed."""
    received, confirmed = "2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z"
    rows = (
        (OPEN, None, None, None, None),
        (PROVEN, confirmed, None, None, None),
        (CLOSED, None, "2026-11-24", "granted", "Per post."),
    )
    path.touch(0o600)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(_TABLES)
    for reference, *standing in rows:
        fields = json.dumps({**ACCESS, "reference": reference}, ensure_ascii=False)
        connection.execute(_REQUEST, (reference, received, reference * 3, fields, *standing))
    for kind in ("owner", "sender"):
        connection.execute(
            "INSERT INTO outbox (request, kind, due_at) VALUES (1, ?, ?)", (kind, received)
        )
    connection.execute("INSERT INTO token VALUES (?, 2)", (b"digest" * 5,))
    connection.execute("INSERT INTO count VALUES ('2025-01', 'access', 'granted', 1, 7)")
    connection.close()
