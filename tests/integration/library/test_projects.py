"""Timelines are kept by revision, and each user sees only their own."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline_studio.library import Library, NotFound, StaleRevision, UnitOfWork


def test_a_saved_timeline_comes_back_letter_by_letter(library: Library) -> None:
    document = '{"b": 1,  "a": "é–\\u2028", "n": 1e400}'
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        assert work.projects.save_timeline(project.id, document, 0) == 1

    with library.unit_of_work(1) as work:
        saved = work.projects.get(project.id)
        assert (saved.timeline_json, saved.revision) == (document, 1)
        assert saved.updated_at > saved.created_at


def test_a_stale_save_is_refused_and_overwrites_nothing(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add("Film", timeline_json='"first"')
        work.projects.save_timeline(project.id, '"second"', 0)

    with (
        pytest.raises(StaleRevision, match=r"“Film” was changed in another window, or .* Open"),
        library.unit_of_work(1) as work,
    ):
        work.projects.save_timeline(project.id, '"late"', 0)

    with library.unit_of_work(1) as work:
        saved = work.projects.get(project.id)
        assert (saved.timeline_json, saved.revision) == ('"second"', 1)


def test_a_row_is_read_anew_after_a_save_in_the_same_transaction(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json='"first"')
        work.projects.save_timeline(project.id, '"second"', 0)

        assert work.projects.get(project.id).timeline_json == '"second"'


def test_a_stale_save_of_an_unnamed_timeline_says_untitled(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json="{}")
        with pytest.raises(StaleRevision, match="“Untitled”"):
            work.projects.save_timeline(project.id, "{}", 5)


def test_active_timelines_come_first_then_the_most_recently_updated(library: Library) -> None:
    with library.unit_of_work(1) as work:
        ids = {name: work.projects.add(name, timeline_json="{}").id for name in "abcd"}
        work.projects.archive(ids["d"])
        work.projects.rename(ids["a"], "a again")
        work.projects.save_timeline(ids["b"], "{}", 0)

        assert [one.name for one in work.projects.list()] == ["b", "a again", "c"]
        everything = work.projects.list(include_archived=True)
        assert [one.name for one in everything] == ["b", "a again", "c", "d"]


def test_the_current_timeline_is_the_most_recently_updated_active_one(library: Library) -> None:
    with library.unit_of_work(1) as work:
        assert work.projects.current() is None
        first = work.projects.add("first", timeline_json="{}")
        second = work.projects.add("second", timeline_json="{}")
        work.projects.rename(first.id, "first again")
        current = work.projects.current()
        assert current is not None
        assert current.id == first.id

        work.projects.archive(first.id)
        current = work.projects.current()
        assert current is not None
        assert current.id == second.id


def test_an_export_is_noted_without_making_the_timeline_current(library: Library) -> None:
    with library.unit_of_work(1) as work:
        exported = work.projects.add("exported", timeline_json="{}")
        edited = work.projects.add("edited", timeline_json="{}")
        before = exported.updated_at
        work.projects.set_last_export(exported.id, 5, 6)

    with library.unit_of_work(1) as work:
        current = work.projects.current()
        assert current is not None
        assert current.id == edited.id
        project = work.projects.get(exported.id)
        assert (project.last_export_upload_id, project.last_export_job_id) == (5, 6)
        assert project.updated_at == before


def test_archiving_keeps_the_timeline_and_may_be_repeated(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add(timeline_json='{"kept": 1}')
        archived_at = work.projects.archive(project.id).archived_at
        again = work.projects.archive(project.id)

        assert again.archived_at == archived_at
        assert (again.status, again.timeline_json) == ("archived", '{"kept": 1}')


def test_the_web_applications_generated_key_follows(library: Library) -> None:
    with library.unit_of_work(1) as work:
        work.projects.add(timeline_json="{}")
        work.projects.archive(work.projects.add(timeline_json="{}").id)

    with library._engine.connect() as connection:
        keys = connection.exec_driver_sql(
            "SELECT active_key FROM create_video_projects ORDER BY id"
        )
        assert keys.scalars().all() == [1, None]


def test_timelines_are_found_by_what_their_document_holds(library: Library) -> None:
    with library.unit_of_work(1) as work:
        work.projects.add("yes", timeline_json='{"url": "upload:1_%"}')
        work.projects.add("capitals", timeline_json='{"url": "UPLOAD:1_%"}')
        work.projects.add("no", timeline_json='{"url": "upload:123"}')
        old = work.projects.add("archived", timeline_json='{"url": "upload:1_%"}')
        work.projects.archive(old.id)

        assert [project.name for project in work.projects.containing("upload:1_%")] == ["yes"]


@pytest.mark.parametrize(
    "reach",
    [
        lambda projects, row_id: projects.get(row_id),
        lambda projects, row_id: projects.rename(row_id, "mine"),
        lambda projects, row_id: projects.save_timeline(row_id, "mine", 0),
        lambda projects, row_id: projects.archive(row_id),
        lambda projects, row_id: projects.set_last_export(row_id, 1, 1),
    ],
    ids=["get", "rename", "save_timeline", "archive", "set_last_export"],
)
def test_anothers_timeline_is_not_found(
    library: Library, reach: Callable[[Any, int], object]
) -> None:
    with library.unit_of_work(1) as work:
        theirs = work.projects.add("theirs", timeline_json="{}")

    with library.unit_of_work(2) as work:
        with pytest.raises(NotFound, match=f"timeline {theirs.id}"):
            reach(work.projects, theirs.id)
        assert sees_nothing(work)
    with library.unit_of_work(1) as work:
        project = work.projects.get(theirs.id)
        assert (project.name, project.timeline_json, project.revision) == ("theirs", "{}", 0)
        assert (project.status, project.last_export_job_id) == ("active", None)


def sees_nothing(work: UnitOfWork) -> bool:
    return (
        work.projects.list(include_archived=True) == []
        and work.projects.current() is None
        and work.projects.containing("{") == []
    )


def test_an_archived_timeline_is_restored_and_current_again(library: Library) -> None:
    with library.unit_of_work(1) as work:
        project = work.projects.add("Lake day", timeline_json="{}")
        work.projects.archive(project.id)
        assert work.projects.current() is None
        restored = work.projects.restore(project.id)
        assert (restored.status, restored.archived_at) == ("active", None)
        assert work.projects.restore(project.id).updated_at == restored.updated_at
        current = work.projects.current()
        assert current is not None
        assert current.id == project.id
