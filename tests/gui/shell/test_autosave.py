"""Every edit reaches the disk, in order; a failed save is kept and tried again."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from timeline_studio.errors import StudioError
from timeline_studio.library import StaleRevision
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell.autosave import Autosave


class Disk:
    """Keeps what is saved; fails as often as it is told to; may be held up."""

    def __init__(self) -> None:
        self.saved: list[tuple[int, str, int]] = []
        self.failures: list[Exception] = []
        self.free = threading.Event()
        self.free.set()

    def save(self, project_id: int, timeline: Timeline, revision: int) -> int:
        self.free.wait(10)
        if self.failures:
            raise self.failures.pop(0)
        self.saved.append((project_id, timeline.name, revision))
        return revision + 1


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def autosave(disk: Disk, tasks: BackgroundTasks) -> Autosave:
    made = Autosave(disk.save, tasks)
    made.begin(7, 3)
    return made


def test_each_save_carries_the_revision_of_the_one_before(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks
) -> None:
    for name in ("a", "b"):
        autosave.want(Timeline(name=name))
        assert tasks.wait_idle()
    assert disk.saved == [(7, "a", 3), (7, "b", 4)]
    assert not autosave.is_dirty


def test_a_slow_disk_skips_states_between_but_never_the_last(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks
) -> None:
    disk.free.clear()
    for name in "abcd":
        autosave.want(Timeline(name=name))
    disk.free.set()
    assert tasks.wait_idle()
    assert [name for _, name, _ in disk.saved] == ["a", "d"]


def test_a_failed_save_is_said_kept_and_saved_by_a_retry(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    disk.failures.append(StudioError("The disk is full. Free some space."))
    with qtbot.waitSignal(autosave.failed):
        autosave.want(Timeline(name="a"))
    assert autosave.is_dirty
    autosave.retry()
    assert tasks.wait_idle()
    assert [name for _, name, _ in disk.saved] == ["a"]


def test_what_waits_for_a_flush_learns_whether_it_worked(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks
) -> None:
    answers: list[bool] = []
    disk.failures.append(StudioError("The disk is full. Free some space."))
    autosave.want(Timeline(name="a"))
    autosave.flush(answers.append)
    assert tasks.wait_idle()
    autosave.flush(answers.append)
    assert tasks.wait_idle()
    autosave.flush(answers.append)
    assert answers == [False, True, True]


def test_an_edit_newer_than_the_failed_one_wins(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks
) -> None:
    disk.free.clear()
    disk.failures.append(StudioError("The disk is full. Free some space."))
    autosave.want(Timeline(name="old"))
    autosave.want(Timeline(name="new"))
    disk.free.set()
    assert tasks.wait_idle()
    autosave.retry()
    assert tasks.wait_idle()
    assert [name for _, name, _ in disk.saved] == ["new"]


def test_a_stale_save_waits_for_the_user(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks
) -> None:
    disk.failures.append(StaleRevision("Saved from elsewhere meanwhile."))
    failures: list[Exception] = []
    autosave.failed.connect(failures.append)
    autosave.want(Timeline(name="a"))
    assert tasks.wait_idle()
    assert isinstance(failures[0], StaleRevision)
    assert autosave.is_dirty
    assert disk.saved == []


@pytest.mark.parametrize("fails", [False, True])
def test_a_save_of_the_project_before_says_nothing_about_this_one(
    autosave: Autosave, disk: Disk, tasks: BackgroundTasks, fails: bool
) -> None:
    """Else its revision, or even its timeline, would go to another project."""
    disk.free.clear()
    if fails:
        disk.failures.append(StudioError("The disk is full."))
    autosave.want(Timeline(name="of 7"))
    autosave.begin(8, 0)
    disk.free.set()
    assert tasks.wait_idle()
    disk.saved.clear()
    autosave.retry()
    autosave.want(Timeline(name="of 8"))
    assert tasks.wait_idle()
    assert disk.saved == [(8, "of 8", 0)]
