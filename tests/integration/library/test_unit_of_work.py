"""Transactions: all or nothing, one writer at a time, readers let be."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from timeline_studio.library import Library, LibraryError, NotFound, connections

ADD_TO_ALL = """
import sys
from timeline_studio.library import Library
with Library.open(sys.argv[1]) as library:
    sys.stdin.readline()
    for _ in range(25):
        with library.unit_of_work(1) as work:
            project = work.projects.get(1)
            work.projects.save_timeline(1, str(int(project.timeline_json) + 1), project.revision)
"""


def test_a_clean_exit_commits_and_its_rows_stay_usable(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add("Film", timeline_json='{"a": 1}')

    assert (project.id, project.name, project.timeline_json) == (1, "Film", '{"a": 1}')
    assert (project.status, project.revision, project.archived_at) == ("active", 0, None)
    with library.unit_of_work(1) as work:
        assert work.projects.get(project.id).name == "Film"


def test_an_error_rolls_everything_back_and_comes_out_as_it_was(library: Library) -> None:
    def fail_half_way() -> None:
        with library.unit_of_work(1) as work:
            work.projects.add("Film", timeline_json="{}")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    with library.unit_of_work(1) as work:
        assert work.projects.list() == []


@pytest.mark.parametrize("repository", ["uploads", "projects", "productions", "jobs"])
def test_an_id_beyond_all_of_the_databases_is_not_found(library: Library, repository: str) -> None:
    with library.unit_of_work(1) as work, pytest.raises(NotFound):
        getattr(work, repository).get(10**30)


def test_a_name_that_is_no_unicode_is_refused_in_words(library: Library) -> None:
    def add() -> None:
        with library.unit_of_work(1) as work:
            work.projects.add("caf\udce9", timeline_json="{}")

    with pytest.raises(LibraryError, match=r"not valid Unicode. Rename it"):
        add()


def test_a_reader_goes_on_while_another_writes(library: Library) -> None:
    with library.unit_of_work(1) as writing:
        writing.projects.add("New", timeline_json="{}")
        with library.unit_of_work(1, read_only=True) as reading:
            assert reading.projects.list() == []


def test_read_then_write_never_meets_another_writer_half_way(address: str) -> None:
    with Library.open(address) as library, library.unit_of_work(1) as work:
        work.projects.add(timeline_json="0")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", ADD_TO_ALL, address],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    said = [writer.communicate(b"\n")[1] for writer in writers]

    assert said == [b"", b""]
    with Library.open(address) as library, library.unit_of_work(1) as work:
        project = work.projects.get(1)
        assert (project.timeline_json, project.revision) == ("50", 50)


def test_a_library_that_another_keeps_locked_is_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    with Library.open(path) as library, closing(sqlite3.connect(path)) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")

        with (
            pytest.raises(LibraryError, match=r"is busy: .* Close that program"),
            library.unit_of_work(1),
        ):
            pytest.fail("the write lock was another's")

        other.execute("ROLLBACK")
        with library.unit_of_work(1) as work:
            work.projects.add(timeline_json="{}")


def test_a_full_disk_is_told_and_nothing_is_half_written(path: Path) -> None:
    with Library.open(path) as library:
        with library.unit_of_work(1) as work:
            work.projects.add("Before", timeline_json="{}")

        @event.listens_for(library._engine, "begin")
        def fill_the_disk(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

        with (
            pytest.raises(LibraryError, match=r"the disk is full. Free some space"),
            library.unit_of_work(1) as work,
        ):
            work.projects.add("Too big", timeline_json="x" * 1_000_000)

        with library.unit_of_work(1) as work:
            assert [project.name for project in work.projects.list()] == ["Before"]


def test_a_read_only_database_is_told(path: Path) -> None:
    library = Library.open(path)

    @event.listens_for(library._engine, "begin")
    def make_read_only(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # type: ignore[attr-defined]

    with (
        pytest.raises(LibraryError, match="Make it writable"),
        library.unit_of_work(1) as work,
    ):
        work.projects.add(timeline_json="{}")


def test_a_bug_of_ours_is_not_dressed_up(library: Library) -> None:
    with pytest.raises(IntegrityError), library.unit_of_work(1) as work:
        work.projects.add(timeline_json=None)  # type: ignore[arg-type]


def test_a_damaged_page_is_told(path: Path) -> None:
    with Library.open(path) as library, library.unit_of_work(1) as work:
        for _ in range(200):
            work.projects.add("x" * 200, timeline_json="{}")
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)

    with (
        pytest.raises(LibraryError, match="is damaged"),
        Library.open(path) as library,
        library.unit_of_work(1) as work,
    ):
        work.projects.list()
