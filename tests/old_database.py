"""The web application's tables and rows from before its timelines and productions had names."""

from pathlib import Path
from typing import Any

from mariadb_server import MariaDbServer

_OLD = Path(__file__).parent / "integration/library/web_application.sql"
OLD_TABLES = (
    "users",
    "uploads",
    "create_video_projects",
    "media_jobs",
    "media_job_attempts",
    "productions",
    "spaces",
    "space_publications",
)


class OldDatabase:
    """Made in the empty database at `address`."""

    def __init__(self, server: MariaDbServer, address: str) -> None:
        self.address = address
        self._server = server
        self._name = address.rpartition("/")[2]
        statements = [part.strip() for part in _OLD.read_text(encoding="utf-8").split(";\n")]
        self.execute(*filter(None, statements))

    def execute(self, *statements: str) -> Any:
        return self._server.execute(*statements, database=self._name)

    def rows(self) -> dict[str, list[dict[str, object]]]:
        """Every row of the web application's tables, by column."""
        found = {}
        for table in OLD_TABLES:
            columns = [name for name, *_ in self.execute(f"SHOW COLUMNS FROM {table}")]
            rows = self.execute(f"SELECT * FROM {table} ORDER BY id")
            found[table] = [dict(zip(columns, row, strict=True)) for row in rows]
        return found

    def tables(self) -> list[str]:
        return [self.execute(f"SHOW CREATE TABLE {name}")[0][1] for name in OLD_TABLES]
