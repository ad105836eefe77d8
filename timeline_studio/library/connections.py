"""Connections to the database, set up so that nothing committed is lost."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from timeline_studio.library.addresses import is_server
from timeline_studio.library.tls import tls_context

BUSY_SECONDS = 10

_BEGIN_MODE = "sqlite_begin"

_CONNECT_SECONDS = 10
_ANSWER_SECONDS = 60
# Proxies and servers drop connections that nobody used for long.
_RECYCLE_SECONDS = 600
# A lane and its heartbeat each, the window's background work, and some to spare.
_CONNECTIONS = 10
# Strict, or the server would cut long texts short; UTC, or it would move TIMESTAMP columns.
_SERVER_SESSION = (
    "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES'), time_zone = '+00:00', "
    f"innodb_lock_wait_timeout = {BUSY_SECONDS}"
)


def writing_engine(url: URL) -> Engine:
    """On SQLite every transaction takes the write lock when it begins, waiting for it if need be.

    One that only takes it later, for its first write, would fail when another wrote meanwhile.
    A server locks rows instead, and each statement sees what others committed before it.
    """
    if is_server(url):
        return create_engine(
            _for_driver(url),
            connect_args=_driver_options(url),
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
            pool_recycle=_RECYCLE_SECONDS,
            pool_size=_CONNECTIONS,
            max_overflow=_CONNECTIONS,
            pool_timeout=BUSY_SECONDS,
        )
    return _with_sqlite_rules(create_engine(url, **_options()), foreign_keys=True)


def reading_engine(writing: Engine) -> Engine:
    """The same connections, with transactions that let others write."""
    return writing.execution_options(**{_BEGIN_MODE: "DEFERRED"})


def upgrading_engine(url: URL) -> Engine:
    """One connection; SQLite's without foreign keys: a table made anew is dropped in between."""
    if is_server(url):
        options = _driver_options(url) | {"read_timeout": None}  # an ALTER may take its time
        return create_engine(_for_driver(url), connect_args=options, poolclass=NullPool)
    return _with_sqlite_rules(
        create_engine(url, **_options(), poolclass=NullPool), foreign_keys=False
    )


def _options() -> dict[str, Any]:
    return {"connect_args": {"timeout": BUSY_SECONDS}}


def _for_driver(url: URL) -> URL:
    """Without the options, which `_driver_options` brings in the driver's own way."""
    return url.set(query={})


def _driver_options(url: URL) -> dict[str, Any]:
    context = tls_context(url)
    return {
        "charset": "utf8mb4",
        "init_command": _SERVER_SESSION,
        "connect_timeout": _CONNECT_SECONDS,
        "read_timeout": _ANSWER_SECONDS,
        "write_timeout": _ANSWER_SECONDS,
        **({} if context is None else {"ssl": context}),
    }


def _with_sqlite_rules(engine: Engine, *, foreign_keys: bool) -> Engine:
    """The driver must not begin transactions by itself: it would begin after the first read.

    Source: SQLAlchemy's “Serializable isolation / Savepoints / Transactional DDL” for pysqlite.
    `synchronous = FULL`, because in WAL mode NORMAL loses the last commits in a power cut.
    """

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
