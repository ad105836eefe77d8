"""Bringing a file's tables up to this program's, one process at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, inspect

from timeline_studio.library.connections import BUSY_SECONDS, upgrading_engine
from timeline_studio.library.errors import LibraryError
from timeline_studio.library.revisions import (
    check_columns,
    newest_revision,
    revision_of,
    run_revisions,
)

_LOCK_SECONDS = 60


def upgrade_file(url: URL, path: Path) -> None:
    """Make or upgrade the SQLite library at `path`, whole or not at all.

    A library with an older revision is copied first, to `<path>.<revision>.backup`.
    Raises LibraryError for a database of another program or of a newer one of ours, and the
    driver's own errors.
    """
    engine = upgrading_engine(url)
    with _one_process_at_a_time(path), engine.connect() as connection:
        with connection.begin():
            revision = _checked_revision(connection, path)
        if revision != newest_revision():
            if revision is not None:
                _copy(path, path.with_name(f"{path.name}.{revision}.backup"))
            with connection.begin():
                run_revisions(connection)
                check_columns(connection, str(path))
        _write_ahead(path)


def _checked_revision(connection: Connection, path: Path) -> str | None:
    """None for an empty database."""
    revision = revision_of(connection, str(path))
    if revision is None and inspect(connection).get_table_names():
        raise LibraryError(
            f"{path} is a database of another program. Choose another folder for the library."
        )
    return revision


def _write_ahead(path: Path) -> None:
    """Readers then go on while another writes. The file keeps the mode."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def _copy(path: Path, backup: Path) -> None:
    """With SQLite's own backup, which includes what is still in the write-ahead log."""
    partial = backup.with_name(f"{backup.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    partial.replace(backup)


@contextmanager
def _one_process_at_a_time(path: Path) -> Iterator[None]:
    """A lock that ends with its process, on every system: SQLite's own, on a file beside."""
    lock = path.with_name(f"{path.name}.lock")
    with closing(sqlite3.connect(lock, timeout=_LOCK_SECONDS, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield
