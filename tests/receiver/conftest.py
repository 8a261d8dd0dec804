"""What the tests of the receiver share: faulty machines, a site, a mail server.

The benchmark's visitors post to the receiver of the tests as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))  # bench/, wherever pytest was started

from databases import Database, Engine, PostgresqlDatabase, SqliteFile
from machines import Machine, compile_faults, fork_with
from offices import Office
from people import write_site
from post_offices import PostOffice, run_post_office
from postgresql import Postgresql, run_postgresql


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """The library that makes faults; every process on a machine has it."""
    library = compile_faults(tmp_path_factory.mktemp("faults"))
    fork_with(library, site)
    return library


@pytest.fixture
def machine(faults: Path, tmp_path: Path) -> Iterator[Machine]:
    """A machine whose disk can fail."""
    machine = Machine(tmp_path / "machine")
    yield machine
    machine.shut_down()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mkdocs.yml of the small site."""
    return write_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def post_office() -> Iterator[PostOffice]:
    """A mail server that takes every mail."""
    with run_post_office() as post_office:
        yield post_office


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """A PostgreSQL server, which runs when a test begins."""
    with run_postgresql() as server:
        yield server


@pytest.fixture
def office(
    machine: Machine, site: Path, post_office: PostOffice, request: pytest.FixtureRequest
) -> Office:
    """An office with a new database, of the `engine` of the test if it has one, and with mail if
    it `is_mailing`."""
    parameters = request.node.callspec.params
    database: Database = SqliteFile(machine.disk.resolve() / "requests.db")
    if parameters.get("engine") is Engine.POSTGRESQL:
        server: Postgresql = request.getfixturevalue("postgresql")
        database = PostgresqlDatabase(server.make_database())
    if parameters.get("is_mailing", True):
        machine.environment = post_office.environment
    return Office(machine, database, site)
