"""The PostgreSQL of the tests: real, a new database each time, and it can go away and come back."""

from __future__ import annotations

import psycopg
import pytest
from databases import Kept, PostgresqlDatabase
from postgresql import Postgresql


def test_each_database_is_new_and_outlives_a_crash_of_the_server(postgresql: Postgresql) -> None:
    first, second = (PostgresqlDatabase(postgresql.make_database()) for _ in range(2))
    for database in (first, second):
        assert database.option.startswith("postgresql://")
        with psycopg.connect(database.url) as connection:
            connection.execute("CREATE TABLE request (reference text)")
    with psycopg.connect(first.url) as connection:
        connection.execute("INSERT INTO request VALUES ('7K3F-9QXZ-W2M4-6H8T')")
    postgresql.stop()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(first.url)
    postgresql.start()
    assert first.look() == Kept(frozenset({"7K3F-9QXZ-W2M4-6H8T"}))
    assert second.look() == Kept(frozenset())
