"""Bringing a server's tables up to this program's, when its owner asks for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from sqlalchemy import URL, Connection, inspect, text

from timeline_studio.library.addresses import shown
from timeline_studio.library.connections import upgrading_engine
from timeline_studio.library.errors import LibraryError, UpgradeNeeded
from timeline_studio.library.revisions import (
    check_columns,
    newest_revision,
    revision_of,
    run_revisions,
)
from timeline_studio.library.tables import Table

_LOCK_SECONDS = 60


def check_server(url: URL) -> None:
    """Raises LibraryError unless the tables are as this program needs them. Changes nothing."""
    with upgrading_engine(url).connect() as connection:
        revision = revision_of(connection, shown(url))
        if revision == newest_revision():
            return check_columns(connection, shown(url))
        state = "tables of an older version" if revision or _has_tables(connection) else "no tables"
        raise UpgradeNeeded(
            f"The library {shown(url)} has {state}, and was left as it is. Make a copy of it, ask "
            "its owner, then upgrade it: that brings it up to date and keeps every row."
        )


def upgrade_server(url: URL) -> None:
    """Make or upgrade the tables, the web application's too; every row is kept.

    A server cannot take back a change to a table. So each revision is one, is committed by
    itself, and looks first whether it was made already: after a crash, the next run goes on.
    """
    engine = upgrading_engine(url)
    with engine.connect() as connection, _one_at_a_time(connection, url):
        if revision_of(connection, shown(url)) != newest_revision():
            connection.commit()
            run_revisions(connection)
        check_columns(connection, shown(url))


def _has_tables(connection: Connection) -> bool:
    return bool(set(inspect(connection).get_table_names()) & set(Table.metadata.tables))


@contextmanager
def _one_at_a_time(connection: Connection, url: URL) -> Iterator[None]:
    """The server's own lock, which ends with its connection."""
    name = f"timeline_studio.{sha256(str(url.database).encode()).hexdigest()[:32]}"
    taken = connection.scalar(
        text("SELECT GET_LOCK(:name, :seconds)"), {"name": name, "seconds": _LOCK_SECONDS}
    )
    connection.commit()
    if taken != 1:
        raise LibraryError(
            f"The library {shown(url)} is busy: another computer upgrades it. Try again later."
        )
    yield
