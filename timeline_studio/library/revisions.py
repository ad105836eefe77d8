"""The history of the tables, and how far a database came in it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from timeline_studio.library.errors import LibraryError
from timeline_studio.library.tables import REVISION_TABLE, Table

_SCRIPTS = Path(__file__).parent / "migrations"


def run_revisions(connection: Connection, to: str = "head") -> None:
    """Within the caller's transaction; without one, each revision in its own."""
    config = _config()
    config.attributes["connection"] = connection
    config.attributes["version_table"] = REVISION_TABLE
    command.upgrade(config, to)


def newest_revision() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def revision_of(connection: Connection, library: str) -> str | None:
    """None where no revision ran yet. Raises LibraryError for one of a newer program."""
    context = MigrationContext.configure(connection, opts={"version_table": REVISION_TABLE})
    revision = context.get_current_revision()
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


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("version_locations", str(_SCRIPTS / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
