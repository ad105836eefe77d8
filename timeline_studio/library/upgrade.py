"""Bringing a database's tables up to this program's, one process at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect

from timeline_studio.library.connections import BUSY_SECONDS, upgrading_engine
from timeline_studio.library.errors import LibraryError

REVISION_TABLE = "timeline_studio_revision"

_LOCK_SECONDS = 60
_SCRIPTS = Path(__file__).parent / "migrations"


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
        if revision != _newest():
            if revision is not None:
                _copy(path, path.with_name(f"{path.name}.{revision}.backup"))
            with connection.begin():
                run_revisions(connection)
        _write_ahead(path)


def run_revisions(connection: Connection, to: str = "head") -> None:
    """Within the caller's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    config.attributes["version_table"] = REVISION_TABLE
    command.upgrade(config, to)


def _checked_revision(connection: Connection, path: Path) -> str | None:
    """None for an empty database."""
    context = MigrationContext.configure(connection, opts={"version_table": REVISION_TABLE})
    revision = context.get_current_revision()
    if revision is None and inspect(connection).get_table_names():
        raise LibraryError(
            f"{path} is a database of another program. Choose another folder for the library."
        )
    if revision is not None and revision not in _known():
        raise LibraryError(
            f"The library {path} was made by a newer version of this program "
            f"(revision {revision}). Update the program to open it; nothing was changed."
        )
    return revision


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("version_locations", str(_SCRIPTS / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _newest() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


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
