"""Opening a library: empty, older, newer, foreign, damaged, shared."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from timeline_studio.library import Library, LibraryError, connections
from timeline_studio.library.addresses import library_url
from timeline_studio.library.connections import upgrading_engine
from timeline_studio.library.revisions import run_revisions
from timeline_studio.library.tables import REVISION_TABLE, Table

OPEN = """
import sys
from timeline_studio.library import Library
sys.stdin.readline()
with Library.open(sys.argv[1]) as library, library.unit_of_work(1) as work:
    work.projects.add(sys.argv[2], timeline_json="{}")
"""


def made_at(path: Path, revision: str) -> None:
    """A library as an older program left it."""
    engine = upgrading_engine(library_url(path))
    with engine.begin() as connection:
        run_revisions(connection, to=revision)


def rows_of(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def tables_of(path: Path) -> set[object]:
    return {row[0] for row in rows_of(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_empty_library_has_exactly_the_tables_of_the_program(path: Path) -> None:
    Library.open(path).close()

    engine = upgrading_engine(library_url(path))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": REVISION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, Table.metadata) == []


def test_a_word_that_a_column_does_not_know_is_refused_by_the_database(path: Path) -> None:
    Library.open(path).close()

    with pytest.raises(sqlite3.IntegrityError, match="ck_media_jobs_status"):
        change(
            path,
            "INSERT INTO media_jobs (type, status, input_json, created_at, updated_at) "
            "VALUES ('x', 'asleep', '{}', '2026-11-21', '2026-11-21')",
        )


def test_opening_again_changes_nothing(path: Path) -> None:
    Library.open(path).close()
    before = path.read_bytes()

    Library.open(str(library_url(path))).close()

    assert path.read_bytes() == before
    assert list(path.parent.glob("*.backup")) == []


def test_an_older_library_is_copied_and_upgraded_with_its_rows(path: Path) -> None:
    made_at(path, "0003")
    change(
        path,
        "INSERT INTO create_video_projects (user_id, name, status, timeline_json, created_at,"
        " updated_at) VALUES (1, 'Kept', 'active', '{}', '2026-11-21 00:00:00.000000',"
        " '2026-11-21 00:00:00.000000')",
    )

    with Library.open(path) as library, library.unit_of_work(1) as work:
        current = work.projects.current()
        assert current is not None
        assert (current.name, current.revision) == ("Kept", 0)
        assert work.productions.list() == []

    backup = path.with_name("library.sqlite3.0003.backup")
    assert rows_of(backup, "SELECT name FROM create_video_projects") == [("Kept",)]
    assert "productions" not in tables_of(backup)
    assert list(path.parent.glob("*.partial")) == []


def test_an_upgrade_that_fails_half_way_leaves_the_library_as_it_was(path: Path) -> None:
    made_at(path, "0003")
    change(path, "CREATE TABLE productions (id INTEGER, user_id, upload_id, ulid TEXT NOT NULL)")
    before = tables_of(path)

    with pytest.raises(LibraryError, match=r"lacks columns .* productions\.name"):
        Library.open(path)

    assert tables_of(path) == before
    assert rows_of(path, f"SELECT version_num FROM {REVISION_TABLE}") == [("0003",)]


def test_a_library_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    Library.open(path).close()
    change(path, f"UPDATE {REVISION_TABLE} SET version_num = '9999'")
    before = path.read_bytes()

    with pytest.raises(LibraryError, match=r"newer version .* Update the program") as refused:
        Library.open(path)

    assert str(path) in str(refused.value)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    change(path, "CREATE TABLE theirs (x)")
    before = path.read_bytes()

    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)

    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"\0" * 5_000, b"not a database" * 500])
def test_a_damaged_file_is_named(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(LibraryError, match="is damaged") as refused:
        Library.open(path)

    assert str(path) in str(refused.value)
    assert path.read_bytes() == content


def test_a_truncated_library_is_named(path: Path) -> None:
    Library.open(path).close()
    path.write_bytes(path.read_bytes()[:4096])

    with pytest.raises(LibraryError, match="is damaged"):
        Library.open(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "library.sqlite3"

    with pytest.raises(LibraryError, match="Check that its folder is there") as refused:
        Library.open(path)

    assert str(path) in str(refused.value)


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()

    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(path)


@pytest.mark.parametrize(
    "address", ["nonsense", "sqlite://", "sqlite:///:memory:", "postgresql://me:secret@host/db"]
)
def test_an_address_that_holds_no_library_is_refused(address: str) -> None:
    with pytest.raises(LibraryError, match="sqlite:///<file>") as refused:
        Library.open(address)

    assert "secret" not in str(refused.value)


def test_processes_may_open_an_empty_home_at_once(path: Path) -> None:
    names = ["one", "two", "three"]
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, f"sqlite:///{path}", name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write(b"\n")
        opener.stdin.flush()
    said = [opener.communicate()[1] for opener in openers]

    assert said == [b"", b"", b""]
    with Library.open(path) as library, library.unit_of_work(1) as work:
        assert sorted(project.name or "" for project in work.projects.list()) == sorted(names)


def test_another_that_upgrades_is_waited_for_and_then_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_studio.library.upgrade._LOCK_SECONDS", 0.05)
    with closing(sqlite3.connect(f"{path}.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LibraryError, match="is busy"):
            Library.open(path)


def test_connections_are_set_up_to_lose_nothing(path: Path) -> None:
    with Library.open(path) as library, library._engine.connect() as connection:

        def pragma(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert pragma("journal_mode") == "wal"
        assert pragma("foreign_keys") == 1
        assert pragma("synchronous") == 2
        assert pragma("busy_timeout") == 1_000 * connections.BUSY_SECONDS
