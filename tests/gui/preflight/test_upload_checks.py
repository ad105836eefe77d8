"""An export or upload that is sent by itself is looked at first: only blockers stop it."""

import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from timeline_studio.library import Upload
from timeline_studio.settings import Home
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.preflight.check_popover import CheckPopover
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import list_productions

LEFT = Qt.MouseButton.LeftButton
SetRoom = Callable[[int], None]


@pytest.fixture
def set_room(home: Home, monkeypatch: pytest.MonkeyPatch) -> SetRoom:
    real = shutil.disk_usage(home.root.parent)

    def set_free(count: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: real._replace(free=count))

    return set_free


@pytest.fixture
def export(window: MainWindow, uploads: list[Upload], studio: Studio) -> Upload:
    """One that Exports lists, and that is chosen there."""
    made = studio.run(lambda work: work.uploads.update(uploads[0].id, video_role="export"))
    window.shell_actions["show_exports"].trigger()
    return made


def press_send(window: MainWindow, export: Upload, tasks: BackgroundTasks) -> None:
    panel = window.panels.exports
    panel.refresh()
    assert tasks.wait_idle()
    panel.choose(export.id)
    assert tasks.wait_idle()
    QTest.mouseClick(panel.detail.findChild(QPushButton, "detail-send"), LEFT)
    assert tasks.wait_idle()


def test_a_blocker_stops_it_and_is_shown_with_its_fix(
    window: MainWindow,
    export: Upload,
    studio: Studio,
    tasks: BackgroundTasks,
    set_room: SetRoom,
) -> None:
    set_room(1000)
    press_send(window, export, tasks)
    popover = shown(window)
    assert list_productions(studio) == []
    assert popover.view.rows[0].finding.code == "no_room"
    assert popover.view.rows[0].place is None
    QTest.mouseClick(popover.view.rows[0].fix, LEFT)
    assert tasks.wait_idle()
    assert window.space.popover is not None
    assert window.space.popover.isVisible()


def test_checked_again_it_is_clear(
    window: MainWindow, export: Upload, tasks: BackgroundTasks, set_room: SetRoom
) -> None:
    set_room(1000)
    press_send(window, export, tasks)
    set_room(10**12)
    popover = shown(window)
    QTest.mouseClick(popover.again, LEFT)
    assert tasks.wait_idle()
    assert "no_room" not in [finding.code for finding in popover.view.findings]


def test_a_warning_lets_it_go_and_can_be_read(
    window: MainWindow,
    export: Upload,
    studio: Studio,
    tasks: BackgroundTasks,
    set_room: SetRoom,
) -> None:
    set_room(30_000_000)
    press_send(window, export, tasks)
    assert [row.upload.id for row in list_productions(studio)] == [export.id]
    toast = window.trouble.toasts.shown[-1]
    assert "is on its way. " in toast.text.text()
    assert "warning" in toast.text.text()
    QTest.mouseClick(toast.findChild(QPushButton, ""), LEFT)
    assert "no_room" in [finding.code for finding in shown(window).view.findings]


def shown(window: MainWindow) -> CheckPopover:
    popover = window.upload_checks.popover
    assert popover is not None
    assert popover.isVisible()
    return popover
