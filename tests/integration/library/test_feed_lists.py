"""Feeds of ten thousand publications: a page comes in the order of an index, and is quick."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import event, text

from timeline_studio.library import Library, UnitOfWork

SPACES = 10
PAGE_SECONDS = {"sqlite": 0.05, "mysql": 0.1}

DIGITS = " UNION ALL ".join(f"SELECT {digit} AS x" for digit in range(10))
NUMBERS = f"""WITH d AS ({DIGITS}), n AS (
  SELECT 1 + a.x + 10 * b.x + 100 * c.x + 1000 * e.x AS i FROM d a, d b, d c, d e ORDER BY i
)"""
FILL = f"""
INSERT INTO uploads (user_id, kind, s3_bucket, s3_key, original_filename, status, created_at)
{NUMBERS} SELECT 1 + i % 2, 'video', 'media', i, 'take.mp4', 'uploaded', '2026-01-01' FROM n;
INSERT INTO productions (upload_id, user_id, ulid, status, output_prefix, created_at, updated_at)
{NUMBERS} SELECT i, 1 + i % 2, 10000 + i, 'completed', 'a/', '2026-01-01', '2026-01-01' FROM n;
INSERT INTO space_publications (upload_id, production_id, space_id, status, is_primary, visibility,
  owner_user_id, visible_in_space, visible_in_global, published_at, created_at, updated_at)
{NUMBERS} SELECT i, i, 1 + i % {SPACES},
  CASE WHEN i % 9 = 0 THEN 'unpublished' ELSE 'published' END,
  0, 'inherit', 1 + i % 2, 1, 1, '2026-01-01', '2026-01-01', '2026-01-01' FROM n
"""
MIDDLE = 5_000

PAGES: dict[str, Callable[[UnitOfWork], list[Any]]] = {
    "of a space": lambda work: work.feeds.of_space(2, limit=50),
    "of a space, from its middle": lambda work: work.feeds.of_space(2, limit=50, before_id=MIDDLE),
    "of all": lambda work: work.feeds.of_all(limit=50),
    "of all, from its middle": lambda work: work.feeds.of_all(limit=50, before_id=MIDDLE),
    "of a user": lambda work: [*work.publications.list(limit=50)],
}
INDEXES = {
    "of a space": "ix_space_publications_space_feed",
    "of all": "ix_space_publications_global_feed",
}


@pytest.fixture(scope="module", params=["sqlite", "mysql"])
def full(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    server = None
    where: str | Path = tmp_path_factory.mktemp("feeds") / "library.sqlite3"
    if request.param == "mysql":
        server = request.getfixturevalue("mariadb")
        where = server.new_database("feeds")
    with Library.open(where, migrate=True) as library:
        with library.unit_of_work(1) as work:
            for number in range(SPACES):
                work.spaces.add(f"Space {number}")
            for statement in FILL.split(";\n"):
                work._session.execute(text(statement))
        with library.unit_of_work(1) as work:
            tables = "TABLE uploads, productions, space_publications" if server else ""
            work._session.execute(text(f"ANALYZE {tables}"))
        yield library
    if server is not None:
        server.execute("DROP DATABASE feeds")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_comes_in_the_order_of_an_index_and_is_quick(full: Library, page: str) -> None:
    asked: list[tuple[str, Any]] = []

    @event.listens_for(full._engine, "before_cursor_execute")
    def note(_c: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    seconds = []
    for _ in range(3):
        with full.unit_of_work(1, read_only=True) as work:
            begun = perf_counter()
            rows = PAGES[page](work)
            seconds.append(perf_counter() - begun)
    event.remove(full._engine, "before_cursor_execute", note)

    assert len(rows) == 50
    assert min(seconds) < PAGE_SECONDS[full._engine.dialect.name]
    steps = plan(full, *asked[-1])
    assert not any("TEMP B-TREE" in step or "filesort" in step for step in steps), steps
    index = INDEXES.get(page.partition(",")[0])
    assert index is None or any(index in step for step in steps), steps


def plan(library: Library, statement: str, parameters: Any) -> list[str]:
    """A line for each table, with the index by which it is read."""
    with library._engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            asked = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return [step.detail for step in asked]
        asked = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
        return [f"{step['table']} {step['key']} {step['Extra']}" for step in asked.mappings()]
