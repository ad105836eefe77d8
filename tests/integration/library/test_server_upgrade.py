"""A shared database: left alone until it is asked for, then brought to now with every row."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event

from mariadb_server import MariaDbServer
from old_database import OLD_TABLES, OldDatabase
from timeline_studio.library import Library, LibraryError, server_upgrade
from timeline_studio.library.addresses import library_url
from timeline_studio.library.connections import upgrading_engine
from timeline_studio.library.migrations import missing_ulids
from timeline_studio.library.tables import REVISION_TABLE, Table

MIGRATE = """
import sys
from timeline_studio.library import Library
sys.stdin.readline()
Library.open(sys.argv[1], migrate=True).close()
"""


@pytest.fixture
def old(mariadb: MariaDbServer, new_database: Callable[[], str]) -> OldDatabase:
    return OldDatabase(mariadb, new_database())


def test_an_empty_database_is_left_empty_until_it_is_asked_for(
    mariadb: MariaDbServer, new_database: Callable[[], str]
) -> None:
    address = new_database()
    name = address.rpartition("/")[2]

    with pytest.raises(LibraryError, match=rf"{name} on .* has no tables.* then upgrade it"):
        Library.open(address)

    assert mariadb.execute("SHOW TABLES", database=name) == ()


def test_a_new_library_has_exactly_the_tables_of_the_program(
    new_database: Callable[[], str],
) -> None:
    address = new_database()
    Library.open(address, migrate=True).close()

    with upgrading_engine(library_url(address)).connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": REVISION_TABLE})
        assert compare_metadata(context, Table.metadata) == []


def test_the_web_applications_tables_are_left_as_they_are_until_it_is_asked_for(
    old: OldDatabase,
) -> None:
    rows, tables = old.rows(), old.tables()

    with pytest.raises(LibraryError, match=r"tables of an older version, and was left as it is"):
        Library.open(old.address)

    assert (old.rows(), old.tables()) == (rows, tables)
    assert len(old.execute("SHOW TABLES")) == len(OLD_TABLES)


def test_the_web_applications_rows_are_all_there_after_the_upgrade(old: OldDatabase) -> None:
    before = old.rows()

    Library.open(old.address, migrate=True).close()

    after = old.rows()
    for table, rows in before.items():
        kept = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert kept == rows, table


def test_the_upgraded_tables_are_as_the_plans_say(old: OldDatabase) -> None:
    Library.open(old.address, migrate=True).close()

    uploads, projects, productions = (
        old.execute(f"SHOW CREATE TABLE {name}")[0][1]
        for name in ("uploads", "create_video_projects", "productions")
    )
    assert "`video_role` enum('source','export') DEFAULT NULL" in uploads
    assert "`create_video_project_id` bigint(20) unsigned DEFAULT NULL" in uploads
    assert "(`video_role`,`create_video_project_id`,`id`)" in uploads
    assert "(`user_id`,`id`)" in uploads
    assert uploads.count("UNIQUE KEY") == 1
    assert "`name` varchar(255)" in projects
    assert "`description` text" in projects
    assert "`revision` int(11) NOT NULL DEFAULT 0" in projects
    assert "(`user_id`,`updated_at`,`id`)" in projects
    assert "UNIQUE" not in projects
    assert "`ulid` char(26) NOT NULL" in productions
    assert "UNIQUE KEY `uniq_productions_ulid` (`ulid`)" in productions


def test_an_upgraded_library_works_with_its_old_rows(old: OldDatabase) -> None:
    with Library.open(old.address, migrate=True) as library, library.unit_of_work(1) as work:
        assert [one.name for one in work.uploads.list_sources()] == ["Zoë 🎬.mp4", "early.mp4"]
        assert [one.name for one, _ in work.uploads.list_exports()] == ["export.mp4"]
        current = work.projects.current()
        assert current is not None
        assert current.timeline_json == '{"schema": "create_video_v1", "a":  "é"}'
        work.projects.add("A second active one", timeline_json="{}")
        ulids = [one.ulid for one, _ in work.productions.list()]
        assert [len(ulid) for ulid in ulids] == [26, 26]
        assert ulids == sorted(ulids, reverse=True)
        work.productions.add(2)
        work.projects.set_last_export(current.id, 3, 1)
    with Library.open(old.address) as library, library.unit_of_work(2) as work:
        assert [one.name for one, _ in work.uploads.list_exports()] == ["theirs.mp4"]
        shown = [(one.name, one.output_prefix) for one in work.feeds.of_space(1)]
        assert shown == [("Zoë 🎬.mp4", "2025-01/02/bb/"), ("early.mp4", "2024-05/01/aa/")]


def test_an_upgrade_that_crashes_after_every_change_goes_on_and_loses_nothing(
    old: OldDatabase,
) -> None:
    before = old.rows()
    crashes = 0
    while not has_migrated(old.address, crash_after=changes_a_table):
        crashes += 1
        assert crashes < 40

    assert crashes >= 11
    after = old.rows()
    for table, rows in before.items():
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows, table
    ulids = [row["ulid"] for row in after["productions"]]
    assert len(set(ulids)) == 3


def test_a_new_library_whose_making_crashes_after_every_change_is_whole_at_last(
    new_database: Callable[[], str],
) -> None:
    address = new_database()
    crashes = 0
    while not has_migrated(address, crash_after=changes_a_table):
        crashes += 1
        assert crashes < 60

    assert crashes >= 15
    with upgrading_engine(library_url(address)).connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": REVISION_TABLE})
        assert compare_metadata(context, Table.metadata) == []


def test_two_that_migrate_at_once_wait_for_each_other(old: OldDatabase) -> None:
    migrators = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, old.address],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for migrator in migrators:
        assert migrator.stdin is not None
        migrator.stdin.write(b"\n")
        migrator.stdin.flush()

    assert [migrator.communicate()[1] for migrator in migrators] == [b"", b""]
    Library.open(old.address).close()


def test_another_that_migrates_is_told_when_it_takes_too_long(
    old: OldDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_upgrade, "_LOCK_SECONDS", 0)
    url = library_url(old.address)
    with (
        upgrading_engine(url).connect() as other,
        server_upgrade._one_at_a_time(other, url),
        pytest.raises(LibraryError, match="another computer upgrades it"),
    ):
        Library.open(old.address, migrate=True)


def test_a_library_of_a_newer_program_is_refused(old: OldDatabase) -> None:
    Library.open(old.address, migrate=True).close()
    old.execute(f"UPDATE {REVISION_TABLE} SET version_num = '9999'")

    for migrate in (False, True):
        with pytest.raises(LibraryError, match="newer version of this program"):
            Library.open(old.address, migrate=migrate)


def test_tables_that_are_older_than_all_that_is_known_are_told(old: OldDatabase) -> None:
    old.execute("ALTER TABLE uploads DROP COLUMN etag")

    with pytest.raises(LibraryError, match=r"lacks columns .* uploads\.etag"):
        Library.open(old.address, migrate=True)


def test_a_backfill_that_crashes_goes_on_where_it_was(
    old: OldDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missing_ulids, "BATCH", 1)
    filled: list[str] = []

    def second_row(said: str) -> bool:
        filled.extend([said] * said.startswith("UPDATE productions"))
        return len(filled) == 2

    before = old.rows()["productions"]
    assert not has_migrated(old.address, second_row)
    half_way = [row["ulid"] for row in old.rows()["productions"]]
    Library.open(old.address, migrate=True).close()

    after = old.rows()["productions"]
    ulids = [row.pop("ulid") for row in after]
    assert half_way == [ulids[0], None, None]
    assert len(set(ulids)) == 3
    assert [{name: row[name] for name in before[0]} for row in after] == before


def test_rows_that_the_web_application_adds_during_the_upgrade_get_ulids(
    old: OldDatabase,
) -> None:
    has_migrated(
        old.address,
        crash_after=lambda said: f"UPDATE {REVISION_TABLE}" in said and "0016" in said,
    )
    old.execute("INSERT INTO productions (upload_id, user_id) VALUES (1, 1)")

    Library.open(old.address, migrate=True).close()

    assert len({row["ulid"] for row in old.rows()["productions"]}) == 4


class Crash(BaseException):
    """As a process that ends there."""


def has_migrated(address: str, crash_after: Callable[[str], bool]) -> bool:
    """Whether the upgrade came to its end, rather than to a statement after which it crashed."""

    def look(_c: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if crash_after(f"{statement} {parameters}"):
            raise Crash

    event.listen(Engine, "after_cursor_execute", look)
    try:
        Library.open(address, migrate=True).close()
    except Crash:
        return False
    finally:
        event.remove(Engine, "after_cursor_execute", look)
    return True


def changes_a_table(statement: str) -> bool:
    return statement.split(maxsplit=1)[0] in {"ALTER", "CREATE", "DROP"}
