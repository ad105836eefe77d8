"""Both databases that a library may live in: a file, and a private MariaDB."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from mariadb_server import MariaDbServer, why_not
from timeline_studio.library import Library
from timeline_studio.library.tables import REVISION_TABLE

_numbers = count(1)


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MariaDbServer]:
    missing = why_not()
    if missing is not None:
        pytest.skip(f"no private MariaDB ({missing})")
    server = MariaDbServer(tmp_path_factory.mktemp("mariadb"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_database(mariadb: MariaDbServer) -> Iterator[Callable[[], str]]:
    """Makes empty databases; gives their addresses."""
    made: list[str] = []

    def make() -> str:
        made.append(f"own{next(_numbers)}")
        return mariadb.new_database(made[-1])

    yield make
    for name in made:
        mariadb.execute(f"DROP DATABASE {name}")


@pytest.fixture(scope="session")
def _shared_database(mariadb: MariaDbServer) -> str:
    address = mariadb.new_database("shared")
    Library.open(address, migrate=True).close()
    return address


@pytest.fixture
def mariadb_address(mariadb: MariaDbServer, _shared_database: str) -> str:
    """A migrated database without rows; all tests share its tables."""
    used = mariadb.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'shared'"
        f" AND auto_increment > 1 AND table_name <> '{REVISION_TABLE}'"
    )
    mariadb.execute(
        "SET foreign_key_checks = 0",
        *(f"TRUNCATE TABLE {name}" for (name,) in used),
        database="shared",
    )
    return _shared_database


@pytest.fixture(params=["sqlite", "mariadb"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address where a library can be opened: once for each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'library.sqlite3'}"
    found: str = request.getfixturevalue("mariadb_address")
    return found
