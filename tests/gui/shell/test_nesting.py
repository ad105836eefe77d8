"""A timeline of the picker as a clip of the open one, and back into it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeline_studio.timeline.model import Clip, Generator, Timeline, Track
from timeline_studio.timeline.nested import nested_id
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.shell import MainWindow
from timeline_studio.workflows import Studio
from timeline_studio.workflows.projects import create_project

S = 705_600_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: Callable[..., MainWindow], studio: Studio) -> MainWindow:
    return open_window(create_project(studio, "Outer").id)


def add_as_clip(window: MainWindow, tasks: BackgroundTasks, name: str) -> None:
    QTest.mouseClick(window.picker.button, LEFT)
    assert tasks.wait_idle()
    popover = window.picker.popover
    assert popover is not None
    rows = [popover.model.index(row) for row in range(popover.model.rowCount())]
    popover.view.setCurrentIndex(next(row for row in rows if row.data() == name))
    QTest.mouseClick(popover.findChild(QPushButton, "add-as-clip"), LEFT)
    assert tasks.wait_idle()


def test_it_lies_at_the_playhead_and_opens_by_a_double_click(
    window: MainWindow, studio: Studio, tasks: BackgroundTasks, qtbot: QtBot
) -> None:
    colour = Generator(id="g", start=0, duration=3 * S)
    track = Track(id="V1", kind="video", items=(colour,))
    inner = create_project(studio, "Inner", Timeline(tracks=(track,)))
    add_as_clip(window, tasks, "Inner")
    (clip,) = window.document.timeline.video_tracks[0].items
    assert isinstance(clip, Clip)
    assert (nested_id(clip.media), clip.duration) == (inner.id, 3 * S)
    assert window.document.selection == {clip.id}

    view = window.panels.timeline.view
    row = view.layout_of_tracks.rows.of(window.document.timeline.video_tracks[0].id)
    point = QPointF(view.viewport.x_of(S), row.top - view.viewport.top + 8)
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        point,
        QPointF(view.mapToGlobal(point.toPoint())),
        LEFT,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.flows.session.opened):
        QApplication.sendEvent(view, event)
    assert window.flows.session.project is not None
    assert window.flows.session.project.id == inner.id


def test_it_cannot_contain_itself(window: MainWindow, tasks: BackgroundTasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.nesting.failed) as said:
        add_as_clip(window, tasks, "Outer")
    assert "contain itself" in said.args[0]
    assert window.document.timeline.duration == 0
