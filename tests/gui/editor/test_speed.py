"""How fast clips run: the popover by Ctrl+R."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def popover(panel, qtbot, hand, document):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    document.select(["b", "y"])
    hand.key(KEY.Key_R, CTRL)
    assert panel.speed.isVisible()
    qtbot.waitUntil(panel.speed.percent.hasFocus)
    return panel.speed


def test_twice_as_fast_and_all_that_is_later_follows(hand, document, popover):
    QTest.keyClicks(popover.percent, "200")
    QTest.keyClick(popover.percent, KEY.Key_Return)
    assert hand.names("V1") == [("a", 0, 2), ("b", 2, 3.48), ("c", 4.48, 6.48)]
    assert hand.item("y").speed == 2
    assert popover.isHidden()
    assert document.undo_stack.undoText() == "Change speed"


def test_backwards_with_the_rest_in_its_place(hand, popover):
    QTest.mouseClick(popover.backwards, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.mouseClick(popover.ripple, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.keyClick(popover.percent, KEY.Key_Return)
    assert hand.item("b").speed == -1
    assert hand.names("V1") == [("a", 0, 2), ("b", 2, 5), ("c", 6, 8)]


def test_it_shows_what_is_and_escape_leaves_it(hand, document, popover, panel):
    panel.editor_actions.speed.set_speed(Fraction(-1, 2), is_ripple=True)
    QTest.keyClick(popover, KEY.Key_Escape)
    hand.key(KEY.Key_R, CTRL)
    assert (popover.percent.value(), popover.backwards.isChecked()) == (50, True)
    before = document.timeline
    QTest.keyClick(popover.percent, KEY.Key_Escape)
    assert popover.isHidden()
    assert document.timeline == before


def test_a_slower_clip_without_room_is_refused_with_words(document, popover, qtbot):
    popover.ripple.setChecked(False)
    QTest.keyClicks(popover.percent, "10")
    with qtbot.waitSignal(document.refused) as told:
        QTest.mouseClick(popover.button, Qt.MouseButton.LeftButton)
    assert told.args[0]
    assert popover.isVisible()


def test_a_title_has_no_speed(document, panel, qtbot):
    document.select(["t"])
    assert panel.editor_actions.speed.now is None
    with qtbot.waitSignal(document.refused) as told:
        panel.editor_actions.speed.set_speed(Fraction(2), is_ripple=True)
    assert "speed" in told.args[0]
    assert document.timeline.tracks[1].items[0].duration == 2 * SECOND
