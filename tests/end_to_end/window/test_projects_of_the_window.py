"""Which timeline a window opens, and that no edit of it is ever lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from timeline_studio.timeline.edits import add_marker
from timeline_studio.timeline.model import Marker, Timeline, new_id
from timeline_studio.workflows.projects import (
    archive_project,
    open_project,
    save_timeline,
)
from window_driver import SHIFT, WindowDriver


def marked(timeline: Timeline) -> Timeline:
    return add_marker(timeline, Marker(id=new_id(), time=0, name="From elsewhere"))


def save_elsewhere(window: WindowDriver) -> None:
    """What another program on the same library does."""
    stored = open_project(window.studio, window.project_id)
    save_timeline(window.studio, window.project_id, marked(stored.timeline), stored.revision)


def test_a_second_window_on_a_timeline_only_looks(desk, window: WindowDriver, beach: Path) -> None:
    window.import_files(beach)
    window.append("beach.mp4")
    window.wait_saved()
    second = desk.open(window.project_id)
    assert second.shape == window.shape
    assert second.banner.startswith("This timeline is open in another window")
    assert second.saved == "Read-only"
    second.activate()
    second.click_ruler(1)
    second.key(Qt.Key.Key_S)
    second.drag_edge(0, 0, "end", 1)
    assert second.shape == window.shape
    window.close()
    second.press_banner("Try again")
    second.wait(lambda: not second.banner)
    second.click_ruler(1)
    second.key(Qt.Key.Key_S)
    assert second.shape == [[(0, 1), (1, 3)], [(0, 1), (1, 3)]]


def test_an_archived_timeline_is_not_opened_again(desk, window: WindowDriver) -> None:
    archive_project(window.studio, window.project_id)
    window.close()
    again = desk.open()
    assert again.project_id != window.project_id
    assert again.name == "Untitled"


def test_closing_at_once_loses_nothing(desk, window: WindowDriver, beach: Path) -> None:
    window.import_files(beach)
    window.append("beach.mp4")
    window.key(Qt.Key.Key_Z, SHIFT)
    window.click_ruler(2)
    window.key(Qt.Key.Key_S)
    window.close()
    assert desk.open().shape == [[(0, 2), (2, 3)], [(0, 2), (2, 3)]]


def test_edits_that_came_second_are_kept_as_a_copy(window: WindowDriver, beach: Path) -> None:
    window.import_files(beach)
    window.append("beach.mp4")
    window.wait_saved()
    first = window.project_id
    save_elsewhere(window)
    window.click_ruler(1)
    window.key(Qt.Key.Key_S)
    window.wait(lambda: "saved from elsewhere" in window.banner)
    assert window.saved == "Not saved"
    window.press_banner("Keep mine as a copy")
    window.wait(lambda: not window.banner)
    window.wait_saved()
    assert window.name == "Untitled copy"
    copied = open_project(window.studio, window.window.flows.session.project.id).timeline
    assert len(copied.tracks[0].items) == 2
    assert [m.name for m in open_project(window.studio, first).timeline.markers] == [
        "From elsewhere"
    ]


def test_edits_that_came_second_may_be_given_up(window: WindowDriver) -> None:
    save_elsewhere(window)
    window.key(Qt.Key.Key_M)
    window.wait(lambda: "saved from elsewhere" in window.banner)
    window.press_banner("Load the saved one")
    window.wait(lambda: not window.banner)
    assert [marker.name for marker in window.timeline.markers] == ["From elsewhere"]
    window.key(Qt.Key.Key_M)
    window.wait_saved()
    assert len(open_project(window.studio, window.project_id).timeline.markers) == 2


def test_a_save_that_fails_is_said_and_made_again(
    window: WindowDriver, full_disk: Callable[[bool], None]
) -> None:
    full_disk(True)
    window.key(Qt.Key.Key_M)
    window.wait(lambda: window.banner.startswith("Not saved: "))
    assert window.saved == "Not saved"
    full_disk(False)
    window.press_banner("Retry")
    window.wait(lambda: window.saved.startswith("Saved"))
    assert not window.banner
    assert len(open_project(window.studio, window.project_id).timeline.markers) == 1


def test_a_window_that_cannot_save_stays_open(
    desk, window: WindowDriver, full_disk: Callable[[bool], None]
) -> None:
    full_disk(True)
    window.key(Qt.Key.Key_M)
    assert not window.window.close()
    assert "your last edits wait on this computer" in window.banner
    assert window.window.isVisible()
    full_disk(False)
    window.close()
    assert len(desk.open().timeline.markers) == 1
