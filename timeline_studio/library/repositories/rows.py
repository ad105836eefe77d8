"""Reading and changing rows, the same way in every repository."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Select,
    SQLColumnExpression,
    UpdateBase,
    and_,
    column,
    select,
    table,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import HasPrefixes

from timeline_studio.library.errors import NotFound
from timeline_studio.library.tables import REVISION_TABLE, Production, Table, Upload

Row = TypeVar("Row", bound=Table)

WRITES = "writes"
"""In a session's `info`: whether its unit of work may write."""

_IDENTITY = frozenset({"id", "user_id"})


def only(session: Session, query: Select[Row], what: str) -> Row:
    """The one row that `query` finds. Raises NotFound, saying that there is no `what`.

    In a unit of work that writes, the row stays as it was read until its end: a server locks it,
    and a second look is a fresh one. SQLite has its write lock for that.
    """
    if session.info.get(WRITES):
        query = query.with_for_update().execution_options(populate_existing=True)
    try:
        row = session.scalars(query).one_or_none()
    except OverflowError:  # an id that is larger than any of SQLite's
        row = None
    if row is None:
        raise NotFound(f"There is no {what} in this library. It may have been deleted.")
    return row


def one_at_a_time(session: Session) -> None:
    """Wait until no other unit of work that asked for this is open.

    On a server by locking the one row that says how far its tables are. SQLite's write lock
    does it already.
    """
    revision = table(REVISION_TABLE, column("version_num"))
    if session.get_bind().dialect.name != "sqlite":
        session.execute(select(revision.c.version_num).with_for_update())


def rows_changed(session: Session, statement: UpdateBase) -> int:
    """How many rows the statement found, also where it left them as they were."""
    result = session.execute(statement)
    return result.rowcount if isinstance(result, CursorResult) else 0


def change(row: Table, columns: Mapping[str, Any]) -> None:
    """Set `columns` on `row`; a row keeps its id and its owner."""
    for name, value in columns.items():
        if name in _IDENTITY or name not in row.__table__.columns:
            raise TypeError(f"{type(row).__name__} has no changeable column {name}")
        setattr(row, name, value)


Query = TypeVar("Query", bound=HasPrefixes)


def joined_in_order(query: Query) -> Query:
    """With its tables read in the order in which they are named.

    MariaDB and MySQL like to begin with the smallest table, and then sort all that they find.
    """
    for dialect in ("mysql", "mariadb"):
        query = query.prefix_with("STRAIGHT_JOIN", dialect=dialect)
    return query


def page_of(
    session: Session, rows: type[Upload | Production], user_id: int, before_id: int | None
) -> tuple[ColumnElement[bool], ...]:
    """The user's rows, from before `before_id` on."""
    mine = rows.user_id == user_id
    if before_id is None:
        return (mine,)
    if session.get_bind().dialect.name != "sqlite":
        # With an equals sign MariaDB reads the index from its end, past all that is newer.
        mine = and_(rows.user_id >= user_id, rows.user_id <= user_id)
    return (mine, rows.id < before_id)


def contains_text(column: SQLColumnExpression[Any], text: str) -> ColumnElement[bool]:
    """Whether `column` holds `text`, whatever its case; wildcards in it are plain letters."""
    return column.icontains(text, autoescape=True)
