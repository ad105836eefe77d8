"""Markers on the ruler: dragged, opened, edited in one step; and from one to the next."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.marker_colors import marker_color

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def flag(panel, hand, qtbot) -> QPoint:
    """In the middle of the flag of “Intro”, at 9 s."""
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    return QPoint(hand.x(9) + 4, panel.ruler.height() - 9)


def drag_to(ruler, point: QPoint) -> None:
    where = QPointF(point), QPointF(ruler.mapToGlobal(point))
    none = Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(ruler, QMouseEvent(QEvent.Type.MouseMove, *where, *none))


def test_a_drag_moves_it_in_one_step(panel, document, flag):
    QTest.mousePress(panel.ruler, LEFT, pos=flag)
    for step in (20, 40, 80):
        drag_to(panel.ruler, flag + QPoint(step, 0))
    assert document.timeline.markers[0].time == 9 * SECOND
    QTest.mouseRelease(panel.ruler, LEFT, pos=flag + QPoint(80, 0))
    assert document.timeline.markers[0].time == 10 * SECOND
    assert document.undo_stack.count() == 1
    assert document.playhead == 10 * SECOND


def test_a_shaking_hand_moves_nothing(panel, document, flag):
    QTest.mousePress(panel.ruler, LEFT, pos=flag)
    drag_to(panel.ruler, flag + QPoint(2, 0))
    QTest.mouseRelease(panel.ruler, LEFT, pos=flag)
    assert document.undo_stack.count() == 0
    assert document.playhead == 9 * SECOND


def test_a_double_click_edits_all_of_it_in_one_step(panel, document, flag, qtbot):
    QTest.mouseDClick(panel.ruler, LEFT, pos=flag)
    popover = panel.marker
    assert popover.isVisible()
    qtbot.waitUntil(popover.name.hasFocus)
    QTest.keyClicks(popover.name, "Chorus")
    popover.color.setCurrentText("Red")
    popover.length.selectAll()
    QTest.keyClicks(popover.length, "2")
    QTest.keyClicks(popover.note, "all sing")
    QTest.mouseClick(popover.button, LEFT)
    (marker,) = document.timeline.markers
    assert (marker.name, marker.color, marker.note) == ("Chorus", "RED", "all sing")
    assert marker.duration == 2 * SECOND
    assert popover.isHidden()
    assert document.undo_stack.count() == 1
    seen = panel.ruler.grab().toImage().pixelColor(flag)
    assert seen == marker_color("RED")


def test_escape_leaves_it_as_it_was(panel, document, hand, flag, qtbot):
    document.set_playhead(9 * SECOND)
    hand.key(KEY.Key_M, CTRL)
    qtbot.waitUntil(panel.marker.name.hasFocus)
    QTest.keyClicks(panel.marker.name, "Chorus")
    QTest.keyClick(panel.marker.name, KEY.Key_Escape)
    assert panel.marker.isHidden()
    assert document.timeline.markers[0].name == "Intro"


def test_from_marker_to_marker(document, hand, flag):
    document.set_playhead(2 * SECOND)
    hand.key(KEY.Key_M)
    document.set_playhead(3 * SECOND)
    hand.key(KEY.Key_Down, SHIFT)
    assert document.playhead == 9 * SECOND
    hand.key(KEY.Key_Up, SHIFT)
    assert document.playhead == 2 * SECOND
