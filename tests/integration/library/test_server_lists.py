"""Long lists on a server: their first page uses an index, and is quick."""

from collections.abc import Callable, Iterator
from time import perf_counter

import pytest
from sqlalchemy import event, text

from mariadb_server import MariaDbServer
from timeline_studio.library import Library, UnitOfWork

UPLOADS = 100_000
PRODUCTIONS = 10_000
PAGE_SECONDS = 0.1

FILL = f"""
INSERT INTO uploads (user_id, kind, s3_bucket, s3_key, original_filename, status, created_at,
  video_role, create_video_project_id)
SELECT 1 + seq % 2, 'video', 'media', CONCAT('videos/', seq), CONCAT('take ', seq, '.mp4'),
  'uploaded', NOW(6), IF(seq % 10 < 2, 'export', IF(seq % 10 < 4, NULL, 'source')), 1
FROM seq_1_to_{UPLOADS};
INSERT INTO productions (upload_id, user_id, ulid, status, created_at, updated_at)
SELECT seq, 1 + seq % 2, LPAD(seq, 26, '0'), 'completed', NOW(6), NOW(6)
FROM seq_1_to_{PRODUCTIONS};
INSERT INTO create_video_projects (user_id, status, timeline_json, created_at, updated_at)
SELECT 1 + seq % 20, 'active', '{{}}', NOW(6), NOW(6) FROM seq_1_to_2000;
INSERT INTO media_jobs (type, status, input_json, created_at, updated_at)
SELECT 'export', 'completed', '{{}}', NOW(6), NOW(6) FROM seq_1_to_{PRODUCTIONS};
ANALYZE TABLE uploads, productions, create_video_projects, media_jobs
"""

PAGES: dict[str, Callable[[UnitOfWork], list[object]]] = {
    "sources": lambda work: [*work.uploads.list_sources(limit=50)],
    "sources, from the middle": lambda work: [
        *work.uploads.list_sources(limit=50, before_id=UPLOADS // 4)
    ],
    "exports": lambda work: [*work.uploads.list_exports(limit=50)],
    "exports, from the middle": lambda work: [
        *work.uploads.list_exports(limit=50, before_id=UPLOADS // 4)
    ],
    "exports of one timeline": lambda work: [*work.uploads.list_exports(project_id=1, limit=50)],
    "productions": lambda work: [*work.productions.list(limit=50)],
    "productions, from the middle": lambda work: [
        *work.productions.list(limit=50, before_id=PRODUCTIONS // 4)
    ],
    "timelines": lambda work: [*work.projects.list()],
    "jobs": lambda work: [*work.jobs.list(types=["export"], limit=50)],
}


@pytest.fixture(scope="module")
def full(mariadb: MariaDbServer) -> Iterator[Library]:
    address = mariadb.new_database("full")
    with Library.open(address, migrate=True) as library:
        mariadb.execute(*FILL.split(";\n"), database="full")
        yield library
    mariadb.execute("DROP DATABASE full")


@pytest.mark.parametrize("page", PAGES)
def test_the_first_page_uses_an_index_and_is_quick(full: Library, page: str) -> None:
    asked: list[tuple[str, object]] = []

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

    assert len(rows) >= 50
    assert min(seconds) < PAGE_SECONDS
    statement, parameters = asked[-1]
    with full._engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).mappings().all()  # type: ignore[arg-type]
    assert all(step["key"] for step in plan), plan


def test_the_last_page_is_as_quick_as_the_first(full: Library) -> None:
    with full.unit_of_work(1, read_only=True) as work:
        oldest = work._session.scalar(text("SELECT MIN(id) FROM uploads"))
        begun = perf_counter()
        rows = work.uploads.list_sources(limit=50, before_id=oldest + 200)
        taken = perf_counter() - begun

    assert len(rows) == 50
    assert taken < PAGE_SECONDS
