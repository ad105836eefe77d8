"""The open project: restored, switched, locked, saved; no edit is lost."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.settings import Preferences
from timeline_studio.timeline.comparison import Comparison
from timeline_studio.timeline.edits import add_marker, add_track
from timeline_studio.timeline.model import Marker, Timeline, new_id
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.shell.session import ProjectSession
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import (
    archive_project,
    create_project,
    list_projects,
    open_project,
    save_timeline,
)
from timeline_studio.workflows.unsaved import find_unsaved, keep_unsaved


@pytest.fixture
def open_session(
    studio: Studio, preferences: Preferences, tasks: BackgroundTasks, qtbot: QtBot
) -> Iterator[Callable[..., ProjectSession]]:
    made: list[tuple[ProjectSession, TimelineDocument]] = []

    def make(project_id: int | None = None) -> ProjectSession:
        document = TimelineDocument()
        session = ProjectSession(studio, preferences, tasks, document)
        session.document = document  # type: ignore[attr-defined] # for the test's edits
        made.append((session, document))
        with qtbot.waitSignal(session.opened):
            session.start(project_id)
        assert tasks.wait_idle()
        return session

    yield make
    for session, _ in made:
        session.abandon()


def mark(session: ProjectSession, name: str) -> None:
    marker = Marker(id=new_id(), time=0, name=name)
    assert session.document.apply("Mark", lambda timeline: add_marker(timeline, marker))


def stored_markers(studio: Studio, project_id: int) -> list[str]:
    return [marker.name for marker in open_project(studio, project_id).timeline.markers]


def test_an_empty_home_opens_a_new_project(
    open_session: Callable[..., ProjectSession], studio: Studio, preferences: Preferences
) -> None:
    session = open_session()
    assert [project.id for project in list_projects(studio)] == [session.project.id]
    assert preferences.current_project_id == session.project.id


def test_the_project_of_last_time_opens_again(
    open_session: Callable[..., ProjectSession], studio: Studio, preferences: Preferences
) -> None:
    wanted = create_project(studio, "Lake day")
    create_project(studio, "Newer")
    preferences.current_project_id = wanted.id
    assert open_session().project.name == "Lake day"


@pytest.mark.parametrize("what", ["unknown", "archived"])
def test_one_that_is_gone_makes_a_new_project(
    open_session: Callable[..., ProjectSession],
    studio: Studio,
    preferences: Preferences,
    what: str,
) -> None:
    project = create_project(studio, "Old")
    preferences.current_project_id = 999 if what == "unknown" else project.id
    if what == "archived":
        archive_project(studio, project.id)
    session = open_session()
    assert session.project.name is None
    assert session.project.id != project.id


def test_every_edit_is_saved_by_itself(
    open_session: Callable[..., ProjectSession], studio: Studio, tasks: BackgroundTasks
) -> None:
    session = open_session()
    mark(session, "one")
    mark(session, "two")
    assert tasks.wait_idle()
    assert stored_markers(studio, session.project.id) == ["one", "two"]
    session.document.undo()
    assert tasks.wait_idle()
    assert stored_markers(studio, session.project.id) == ["one"]


def test_closing_at_once_saves_the_last_edit(
    open_session: Callable[..., ProjectSession], studio: Studio
) -> None:
    session = open_session()
    mark(session, "last moment")
    assert session.close()
    assert stored_markers(studio, session.project.id) == ["last moment"]


def test_switching_saves_first_and_begins_a_new_history(
    open_session: Callable[..., ProjectSession],
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> None:
    session = open_session()
    first = session.project.id
    other = create_project(studio, "Other")
    mark(session, "kept")
    with qtbot.waitSignal(session.opened):
        session.open(other.id)
    assert stored_markers(studio, first) == ["kept"]
    assert session.project.name == "Other"
    assert session.document.timeline.markers == ()
    assert not session.document.undo_stack.canUndo()
    assert not session.document.is_read_only


def test_opening_a_project_saves_nothing(
    open_session: Callable[..., ProjectSession], studio: Studio
) -> None:
    session = open_session()
    assert open_project(studio, session.project.id).revision == 0
    assert not session.is_dirty


def test_a_second_window_may_only_look_until_the_first_one_closes(
    open_session: Callable[..., ProjectSession], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    first = open_session()
    second = open_session(first.project.id)
    assert not first.document.is_read_only
    assert second.document.is_read_only
    assert first.close()
    with qtbot.waitSignal(second.opened):
        second.load_stored()
    assert not second.document.is_read_only


def test_a_save_from_elsewhere_is_not_overwritten_and_ours_can_be_kept_as_a_copy(
    open_session: Callable[..., ProjectSession],
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> None:
    session = open_session()
    stored = open_project(studio, session.project.id)
    theirs = add_track(stored.timeline, "video", name="theirs")
    save_timeline(studio, session.project.id, theirs, stored.revision)
    with qtbot.waitSignal(session.stale):
        mark(session, "ours")
    first = session.project.id
    with qtbot.waitSignal(session.opened):
        session.keep_as_copy()
    assert open_project(studio, first).timeline == theirs
    assert stored_markers(studio, session.project.id) == ["ours"]
    assert session.project.name == "Untitled copy"
    assert not session.is_dirty


def test_after_a_stale_save_the_stored_timeline_can_be_loaded(
    open_session: Callable[..., ProjectSession], studio: Studio, qtbot: QtBot
) -> None:
    session = open_session()
    stored = open_project(studio, session.project.id)
    theirs: Timeline = add_track(stored.timeline, "video", name="theirs")
    save_timeline(studio, session.project.id, theirs, stored.revision)
    with qtbot.waitSignal(session.stale):
        mark(session, "ours")
    with qtbot.waitSignal(session.opened):
        session.load_stored()
    assert session.document.timeline == theirs
    mark(session, "goes on")
    assert session.close()
    assert stored_markers(studio, session.project.id) == ["goes on"]


def test_a_project_that_cannot_be_opened_leaves_the_open_one_as_it_is(
    open_session: Callable[..., ProjectSession], tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    session = open_session()
    before = session.project.id
    with qtbot.waitSignal(session.open_failed) as failed:
        session.open(999)
    assert "999" in failed.args[0]
    assert session.project.id == before
    assert not session.document.is_read_only


def test_of_two_that_are_asked_for_the_last_one_opens(
    open_session: Callable[..., ProjectSession], studio: Studio, tasks: BackgroundTasks
) -> None:
    session = open_session()
    first, second = create_project(studio, "First"), create_project(studio, "Second")
    session.open(first.id)
    session.open(second.id)
    assert tasks.wait_idle()
    assert session.project.name == "Second"
    assert not session.document.is_read_only
    other = open_session(first.id)  # its lock was given back
    assert not other.document.is_read_only


def test_one_that_fails_after_another_was_asked_for_leaves_the_window_editable(
    open_session: Callable[..., ProjectSession], studio: Studio, tasks: BackgroundTasks
) -> None:
    session = open_session()
    session.open(create_project(studio, "First").id)
    session.open(999)
    assert tasks.wait_idle()
    assert session.project.name is None
    assert not session.document.is_read_only


def test_opening_what_is_open_keeps_its_history(
    open_session: Callable[..., ProjectSession], tasks: BackgroundTasks
) -> None:
    session = open_session()
    mark(session, "one")
    session.open(session.project.id)
    assert tasks.wait_idle()
    assert session.document.undo_stack.canUndo()


def test_a_duplicate_leaves_every_edit_in_the_first_one_too(
    open_session: Callable[..., ProjectSession], studio: Studio, qtbot: QtBot
) -> None:
    session = open_session()
    first = session.project.id
    for name in ("one", "two", "three"):
        mark(session, name)
    with qtbot.waitSignal(session.opened):
        session.duplicate()
    assert stored_markers(studio, first) == ["one", "two", "three"]
    assert stored_markers(studio, session.project.id) == ["one", "two", "three"]


def test_nothing_can_be_edited_where_no_project_is_open(
    studio: Studio, preferences: Preferences, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    """It would be saved nowhere, and lost without a word."""
    project = create_project(studio, "Damaged")
    with studio.unit_of_work() as work:
        work.projects.save_timeline(project.id, "{}", 0)
    preferences.current_project_id = project.id
    document = TimelineDocument()
    session = ProjectSession(studio, preferences, tasks, document)
    with qtbot.waitSignal(session.open_failed):
        session.start()
    assert document.is_read_only
    with qtbot.waitSignal(session.opened):
        session.create()
    assert not document.is_read_only
    session.abandon()


def test_edits_that_a_killed_program_had_not_saved_are_there_again(
    open_session: Callable[..., ProjectSession],
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> None:
    project = create_project(studio, "Lake day")
    edited = add_track(open_project(studio, project.id).timeline, "audio")
    keep_unsaved(studio, project.id, edited, 0)
    session = open_session()
    with qtbot.waitSignal(session.recovered) as heard:
        session.open(project.id)
    unsaved, changes = heard.args
    assert unsaved.timeline == edited
    assert changes == Comparison(is_arranged=True)
    assert session.document.timeline == edited
    assert tasks.wait_idle()
    assert open_project(studio, project.id).timeline == edited
    session.undo_recovery()
    assert len(session.document.timeline.tracks) == 2
    assert tasks.wait_idle()
    assert find_unsaved(studio, project.id) is None


def test_unsaved_edits_of_a_project_that_went_on_become_a_copy(
    open_session: Callable[..., ProjectSession], studio: Studio, qtbot: QtBot
) -> None:
    project = create_project(studio, "Lake day")
    first = open_project(studio, project.id).timeline
    keep_unsaved(studio, project.id, add_track(first, "audio"), 0)
    theirs = add_track(first, "video")
    save_timeline(studio, project.id, theirs, 0)
    session = open_session()
    with qtbot.waitSignal(session.recovered_as) as heard:
        session.open(project.id)
    [copy] = heard.args
    assert copy.name == "Lake day, unsaved edits"
    assert session.document.timeline == theirs
    assert [track.kind for track in open_project(studio, copy.id).timeline.tracks].count(
        "audio"
    ) == 2


def test_a_save_that_fails_leaves_the_edits_on_disk(
    open_session: Callable[..., ProjectSession],
    studio: Studio,
    tasks: BackgroundTasks,
    qtbot: QtBot,
) -> None:
    session = open_session()
    project_id = session.project.id
    save_timeline(studio, project_id, session.document.timeline, 0)  # another program
    with qtbot.waitSignal(session.stale):
        mark(session, "mine")
    session.abandon()
    unsaved = find_unsaved(studio, project_id)
    assert unsaved is not None
    assert [marker.name for marker in unsaved.timeline.markers] == ["mine"]


def test_giving_edits_up_leaves_nothing_on_disk(
    open_session: Callable[..., ProjectSession], studio: Studio, qtbot: QtBot
) -> None:
    session = open_session()
    project_id = session.project.id
    save_timeline(studio, project_id, session.document.timeline, 0)
    with qtbot.waitSignal(session.stale):
        mark(session, "mine")
    with qtbot.waitSignal(session.opened):
        session.load_stored()
    assert session.document.timeline.markers == ()
    assert find_unsaved(studio, project_id) is None


def test_what_another_window_has_not_saved_yet_is_left_to_it(
    open_session: Callable[..., ProjectSession], studio: Studio, qtbot: QtBot
) -> None:
    first = open_session()
    project_id = first.project.id
    edited = add_track(first.document.timeline, "audio")
    keep_unsaved(studio, project_id, edited, 0)
    second = open_session(project_id)
    assert second.document.is_read_only
    assert len(second.document.timeline.tracks) == 2
    assert find_unsaved(studio, project_id) is not None
