"""SIGKILL after every change that an upgrade makes: the next one goes on, and no row is lost."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any, Protocol

from fault_tasks import opened
from faults import Forks, Moment, Task, kill_at_each
from mariadb_server import MariaDbServer
from old_database import OldDatabase
from timeline_studio.library import Library
from timeline_studio.library.addresses import library_url
from timeline_studio.library.connections import upgrading_engine
from timeline_studio.library.revisions import run_revisions
from timeline_studio.settings import Home
from timeline_studio.workflows.projects import list_projects

AFTER_THE_NEXT_CHANGE = Moment("after", 1)


class Scene(Protocol):
    folder: Path

    def tasks(self, function: str, **arguments: Any) -> Callable[[], Task]: ...


def test_the_web_applications_database(
    forks: Forks, mariadb: MariaDbServer, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """Each process makes one lasting change and is killed; the last one finds nothing to do."""
    undisturbed, old = (OldDatabase(mariadb, new_database()) for _ in range(2))
    Library.open(undisturbed.address, migrate=True).close()
    before = old.rows()
    task = Task("fault_tasks:upgrade", tmp_path, {"address": old.address})
    kills = 0
    while forks.kill_at(task, AFTER_THE_NEXT_CHANGE):
        kills += 1
        assert kills < 100

    assert kills >= 30
    assert old.tables() == undisturbed.tables()
    after = old.rows()
    for table, rows in before.items():
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows, table
    ulids = {str(row["ulid"]) for row in after["productions"]}
    assert [len(ulid) for ulid in ulids] == [26, 26, 26]


def test_a_file_of_an_older_program(forks: Forks, scene: Scene) -> None:
    """Upgraded whole or not at all; its copy from before is beside it."""
    older = Home(scene.folder / "template")
    older.prepare()
    with upgrading_engine(library_url(older.database)).begin() as connection:
        run_revisions(connection, to="0003")
    with closing(connect(older.database)) as raw, raw:
        raw.execute(
            "INSERT INTO create_video_projects (user_id, name, status, timeline_json, created_at,"
            " updated_at) VALUES (1, 'Kept', 'active', '{}', '2026-11-21 00:00:00.000000',"
            " '2026-11-21 00:00:00.000000')"
        )

    def check(home: Path, moment: Moment) -> None:
        with opened(home) as studio:
            assert [project.name for project in list_projects(studio)] == ["Kept"], moment
        names = {path.name for path in home.glob("library.sqlite3*.*")}
        assert "library.sqlite3.0003.backup" in names, moment
        assert not any("partial" in name for name in names), moment

    assert len(kill_at_each(forks, scene.tasks("open_only"), check)) >= 5
