"""Lists read their first and next pages in the order of an index, on both databases."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event, text

sys.path.insert(0, str(Path(__file__).parents[3]))

from benchmarks.big_library import USER, fill
from benchmarks.library import LISTS
from timeline_studio.library import Library
from timeline_studio.library.addresses import library_url

INDEXES = {
    "uploads": "ix_uploads_user",
    "uploads, next page": "ix_uploads_user",
    "exports": "ix_uploads_user",
    "exports, next page": "ix_uploads_user",
    "uploads, only sound": "ix_uploads_user_kind",
    "productions": "ix_productions_user",
    "productions, next page": "ix_productions_user",
    "projects": "ix_create_video_projects_user_updated",
}


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    fill(address, uploads=6_000, productions=600, projects=300)
    made = create_engine(library_url(address))
    if made.dialect.name != "sqlite":
        with made.connect() as connection:
            connection.execute(
                text("ANALYZE TABLE uploads, productions, create_video_projects")
            ).all()
    yield made
    made.dispose()


def statement_of(library: Library, ask: Callable[[Any], object]) -> tuple[str, Any]:
    """The one SELECT that a list sends, with its values."""
    sent: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            sent.append((statement, values))

    event.listen(library._engine, "before_cursor_execute", keep)
    try:
        with library.unit_of_work(USER, read_only=True) as work:
            ask(work)
    finally:
        event.remove(library._engine, "before_cursor_execute", keep)
    return sent[-1]


def plan_of(engine: Engine, statement: str, values: Any) -> list[dict[str, Any]]:
    explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(explain + statement, values)
        return [dict(row._mapping) for row in rows]


def test_no_page_is_sorted_or_read_whole(address: str, engine: Engine) -> None:
    with Library.open(address) as library:
        for name, index in INDEXES.items():
            plan = plan_of(engine, *statement_of(library, LISTS[name]))
            said = str(plan)
            assert index in said, f"{name}: {said}"
            if name != "projects":  # archived ones go last: a few hundred rows are sorted
                assert "TEMP B-TREE" not in said, f"{name}: {said}"
                assert "filesort" not in said, f"{name}: {said}"
