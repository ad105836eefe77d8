"""Changes to tables that look first whether they were made already.

A server cannot take back a change to a table, so a revision may run again after a crash; and the
tables may be the web application's, which has made some of the changes itself.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op


def create_table(name: str, *columns: Any, **options: Any) -> None:
    if not _inspector().has_table(name):
        op.create_table(name, *columns, **options)


def create_index(
    name: str, table: str, columns: Sequence[str], *, unique: bool = False, **options: Any
) -> None:
    """Not where an index starts with these columns already, nor where one of them is still to be
    added: then the revision that adds it makes the index."""
    known = {column["name"] for column in _inspector().get_columns(table)}
    if known.issuperset(columns) and not _is_indexed(table, columns, unique=unique):
        op.create_index(name, table, list(columns), unique=unique, **options)


def add_column(table: str, column: sa.Column[Any]) -> None:
    if _column(table, column.name) is None:
        op.add_column(table, column)


def forbid_null(table: str, column: str, kind: sa.types.TypeEngine[Any]) -> None:
    if is_nullable(table, column):
        op.alter_column(table, column, existing_type=kind, nullable=False)


def drop_unique(table: str, columns: Sequence[str]) -> None:
    """Under whatever name."""
    for index in _inspector().get_indexes(table):
        if index["unique"] and index["column_names"] == list(columns) and index["name"]:
            op.drop_index(index["name"], table)


def is_nullable(table: str, column: str) -> bool:
    found = _column(table, column)
    return found is not None and bool(found["nullable"])


def _inspector() -> sa.Inspector:
    """A new one each time: it remembers what it saw."""
    return sa.inspect(op.get_bind())


def _column(table: str, name: str) -> Any:
    columns = _inspector().get_columns(table)
    return next((column for column in columns if column["name"] == name), None)


def _is_indexed(table: str, columns: Sequence[str], *, unique: bool) -> bool:
    there = _inspector()
    if unique:
        indexes = [index["column_names"] for index in there.get_indexes(table) if index["unique"]]
        constraints = [one["column_names"] for one in there.get_unique_constraints(table)]
        return list(columns) in indexes or list(columns) in constraints
    # A server makes an index for a foreign key by itself, and drops it for one of ours.
    of_keys = {key["name"] for key in there.get_foreign_keys(table)}
    return any(
        index["column_names"][: len(columns)] == list(columns)
        for index in there.get_indexes(table)
        if index["name"] not in of_keys
    )
