"""The history of the tables, and how far a database came in it."""

from pathlib import Path

from sqlalchemy import Connection, String, column, inspect, select, table

from timeline_studio.library.errors import LibraryError
from timeline_studio.library.tables import REVISION_TABLE, Table

_SCRIPTS = Path(__file__).parent / "migrations" / "versions"


def run_revisions(connection: Connection, to: str = "head") -> None:
    """Within the caller's transaction; without one, each revision in its own."""
    # Alembic takes a fifth of the program's start to import, and only an upgrade needs it.
    from timeline_studio.library.migrations.running import run  # noqa: PLC0415

    run(connection, to)


def newest_revision() -> str:
    return max(_known())


def revision_of(connection: Connection, library: str) -> str | None:
    """None where no revision ran yet. Raises LibraryError for one of a newer program."""
    if not inspect(connection).has_table(REVISION_TABLE):
        return None
    revisions = table(REVISION_TABLE, column("version_num", String()))
    revision = connection.scalar(select(revisions.c.version_num))
    if revision is not None and revision not in _known():
        raise LibraryError(
            f"The library {library} was made by a newer version of this program "
            f"(revision {revision}). Update the program to open it; nothing was changed."
        )
    return revision


def check_columns(connection: Connection, library: str) -> None:
    """Raises LibraryError where a table is another program's, or older than all that is known."""
    there = inspect(connection)
    missing = [
        f"{table.name}.{column.name}"
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if column.name not in {one["name"] for one in there.get_columns(table.name)}
    ]
    if missing:
        raise LibraryError(
            f"The library {library} lacks columns that this program needs: "
            f"{', '.join(missing)}. Update the program that made these tables first."
        )


def _known() -> set[str]:
    """By the names of their files: `r0001_uploads.py` is 0001."""
    return {script.name[1:5] for script in _SCRIPTS.glob("r*.py")}
