"""Connections to the database, set up so that nothing committed is lost."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

BUSY_SECONDS = 10

_BEGIN_MODE = "sqlite_begin"


def writing_engine(url: URL) -> Engine:
    """Every transaction takes SQLite's write lock when it begins, waiting for it if need be.

    One that only takes it later, for its first write, would fail when another wrote meanwhile.
    """
    return _with_sqlite_rules(create_engine(url, **_options(url)), foreign_keys=True)


def reading_engine(writing: Engine) -> Engine:
    """The same connections, with transactions that let others write."""
    return writing.execution_options(**{_BEGIN_MODE: "DEFERRED"})


def upgrading_engine(url: URL) -> Engine:
    """One connection, without foreign keys: a table that is made anew is dropped in between."""
    return _with_sqlite_rules(
        create_engine(url, **_options(url), poolclass=NullPool), foreign_keys=False
    )


def _options(url: URL) -> dict[str, Any]:
    is_sqlite = url.get_backend_name() == "sqlite"
    return {"connect_args": {"timeout": BUSY_SECONDS}} if is_sqlite else {}


def _with_sqlite_rules(engine: Engine, *, foreign_keys: bool) -> Engine:
    """The driver must not begin transactions by itself: it would begin after the first read.

    Source: SQLAlchemy's “Serializable isolation / Savepoints / Transactional DDL” for pysqlite.
    `synchronous = FULL`, because in WAL mode NORMAL loses the last commits in a power cut.
    """
    if engine.dialect.name != "sqlite":
        return engine

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get(_BEGIN_MODE, "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine
