"""Fades: drawn over clips, dragged by the handles at their corners."""

import pytest
from PySide6.QtCore import QPoint, Qt

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.fade_handles import handle_x
from timeline_studio.ui.editor.hints import hint


@pytest.fixture(autouse=True)
def active(panel, qtbot):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)


def handle(hand, item_id, side):
    track, item = find_item(hand.document.timeline, item_id)
    x = handle_x(item, side, hand.view.viewport)
    return QPoint(x, hand.y(track.id, 25))


def fades(document, item_id):
    item = find_item(document.timeline, item_id)[1]
    return item.fade_in, item.fade_out


def test_a_handle_pulls_a_fade_in_from_the_corner(hand, document):
    start = handle(hand, "a", "start")
    hand.drag(start, start + QPoint(80, 0))
    assert fades(document, "a") == (Fade(SECOND), None)
    assert document.undo_stack.undoText() == "Change fade in"
    assert document.undo_stack.count() == 1
    assert fades(document, "x") == (None, None)
    document.undo()
    assert fades(document, "a") == (None, None)


def test_a_fade_out_is_pulled_to_the_left_and_pushed_back(hand, document):
    end = handle(hand, "a", "end")
    hand.drag(end, end - QPoint(80, 0))
    assert fades(document, "a") == (None, Fade(SECOND))
    end = handle(hand, "a", "end")
    hand.drag(end, end + QPoint(200, 0))
    assert fades(document, "a") == (None, None)


def test_it_goes_no_farther_than_its_clip(hand, document):
    start = handle(hand, "a", "start")
    hand.press(start)
    hand.move(start + QPoint(100, 0))
    hand.move(start + QPoint(700, 0))
    assert "too short" in hand.view.pointing.gesture.feedback.refusal
    hand.release(start + QPoint(700, 0))
    item = find_item(document.timeline, "a")[1]
    assert item.fade_in == Fade(item.duration)


def test_the_corner_says_what_a_drag_does(hand, panel):
    corner = handle(hand, "a", "start")
    hit = panel.view.pointing.hit(corner)
    grip = panel.view.pointing.grip(hit, corner, Qt.KeyboardModifier.NoModifier)
    assert (hit.part, grip.kind, grip.side) == ("fade_start", "fade", "start")
    assert hint(hit, grip) == "Drag to fade in or out"


def test_what_is_faded_away_is_dark(hand, document):
    corner = hand.point(0.1, "V1", 30)
    plain = hand.view.grab().toImage().pixelColor(corner).lightness()
    document.apply("Fade", lambda t: edits.set_fade(t, ["a"], "in", SECOND))
    assert hand.view.grab().toImage().pixelColor(corner).lightness() < plain
