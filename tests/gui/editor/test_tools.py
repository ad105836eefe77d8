"""Ripple, roll, slip and slide: by mouse, with what they say, and by key a frame at a time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor.pointers import pointer

_MODIFIER = Qt.KeyboardModifier
ALT, CTRL, SHIFT = _MODIFIER.AltModifier, _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier
KEY = Qt.Key
FRAME = SECOND // 25
A_SECOND = QPoint(80, 0)


@pytest.fixture(autouse=True)
def active(panel, qtbot):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    panel.editor_actions["snap"].trigger()


@pytest.fixture
def cut(hand):
    """On the cut between a and b, a pixel right of it."""
    return hand.point(2, "V1", 8) + QPoint(1, 0)


class TestRoll:
    def test_the_cut_itself_rolls_and_sound_follows(self, hand, document, cut):
        hand.drag(cut, cut + A_SECOND)
        assert hand.names("V1") == [("a", 0, 3), ("b", 3, 5), ("c", 6, 8)]
        assert hand.names("A1")[:2] == [("x", 0, 3), ("y", 3, 5)]
        assert document.undo_stack.count() == 1

    def test_with_alt_it_is_this_cut_alone(self, hand, cut):
        hand.drag(cut, cut + A_SECOND, ALT)
        assert hand.names("V1")[0] == ("a", 0, 3)
        assert hand.names("A1")[0] == ("x", 0, 2)

    def test_with_its_tool_it_is_taken_from_farther_away(self, hand, cut):
        hand.key(KEY.Key_R)
        grab = cut + QPoint(12, 0)
        hand.drag(grab, grab - A_SECOND)
        assert hand.names("V1")[:2] == [("a", 0, 1), ("b", 1, 5)]

    def test_the_monitor_is_to_show_both_sides(self, hand, document, cut, panel):
        shown = []
        panel.view.edge_pictures_changed.connect(shown.append)
        hand.press(cut)
        hand.move(cut + A_SECOND)
        (track,) = shown[-1].timeline.tracks
        assert (track.id, shown[-1].times) == ("V1", (3 * SECOND - FRAME, 3 * SECOND))
        hand.release(cut + A_SECOND)
        assert shown[-1] is None

    def test_it_stops_where_a_frame_is_left_and_says_why(self, hand, document, cut):
        hand.press(cut)
        hand.move(cut + A_SECOND)
        hand.move(cut + 5 * A_SECOND)
        feedback = hand.view.pointing.gesture.feedback
        assert feedback.refusal
        assert feedback.bubble.startswith("+02:24")
        hand.move(cut + 4 * A_SECOND)
        assert hand.view.pointing.gesture.feedback.refusal
        hand.move(cut + A_SECOND)
        assert not hand.view.pointing.gesture.feedback.refusal
        hand.release(cut + A_SECOND)
        assert hand.names("V1")[0] == ("a", 0, 3)


class TestRipple:
    def test_control_at_an_edge_takes_what_is_later_along(self, hand, document):
        grab = hand.edge("b", "end")
        hand.drag(grab, grab - A_SECOND, CTRL)
        assert hand.names("V1")[1:] == [("b", 2, 4), ("c", 5, 7)]
        assert hand.names("A1")[1] == ("y", 2, 4)

    def test_a_control_click_there_still_adds(self, hand, document):
        hand.click(hand.over("c"))
        hand.click(hand.edge("a", "end"), CTRL)
        assert document.selection == {"a", "x", "c"}

    def test_its_tool_at_a_start(self, hand, document):
        hand.key(KEY.Key_T)
        grab = hand.edge("b", "start")
        hand.drag(grab, grab + A_SECOND)
        assert hand.names("V1")[1:] == [("b", 2, 4), ("c", 5, 7)]
        assert hand.item("b").source_start == 6 * SECOND


class TestSlip:
    def test_the_media_follows_the_hand(self, hand, document):
        hand.key(KEY.Key_Y)
        hand.drag(hand.over("b"), hand.over("b") - A_SECOND)
        assert hand.names("V1")[1] == ("b", 2, 5)
        assert hand.item("b").source_start == 6 * SECOND
        assert hand.item("y").source_start == 6 * SECOND

    def test_four_pictures(self, hand, panel):
        shown = []
        panel.view.edge_pictures_changed.connect(shown.append)
        hand.key(KEY.Key_Y)
        hand.press(hand.over("b"))
        hand.move(hand.over("b") - A_SECOND)
        hand.release(hand.over("b") - A_SECOND)
        assert shown[0].times == (2 * SECOND - FRAME, 2 * SECOND, 5 * SECOND - FRAME, None)

    def test_it_stops_at_the_medias_start(self, hand, document):
        hand.key(KEY.Key_Y)
        hand.press(hand.over("b"))
        hand.move(hand.over("b") + 8 * A_SECOND)
        assert "before its start" in hand.view.pointing.gesture.feedback.refusal
        hand.release(hand.over("b") + 8 * A_SECOND)
        assert hand.item("b").source_start == 0

    def test_a_title_has_nothing_to_slip(self, hand, document):
        hand.key(KEY.Key_Y)
        hand.drag(hand.over("t"), hand.over("t") + A_SECOND)
        assert document.undo_stack.count() == 0
        assert document.selection == {"t"}


class TestSlide:
    def test_neighbours_give_way(self, hand, document):
        hand.key(KEY.Key_U)
        hand.drag(hand.over("b"), hand.over("b") + QPoint(48, 0))
        assert hand.names("V1")[:2] == [("a", 0, 2.6), ("b", 2.6, 5.6)]
        assert hand.names("A1")[:2] == [("x", 0, 2.6), ("y", 2.6, 5.6)]

    def test_escape_changes_nothing(self, hand, document, film):
        hand.key(KEY.Key_U)
        hand.press(hand.over("b"))
        hand.move(hand.over("b") + QPoint(40, 0))
        hand.key(KEY.Key_Escape)
        hand.release(hand.over("b") + QPoint(40, 0))
        assert document.timeline == film


class TestDissolve:
    def test_shift_pulls_one_open_over_the_cut(self, hand, document, cut):
        hand.drag(cut, cut + QPoint(48, 0), SHIFT)
        dissolves = [track.transitions for track in document.timeline.tracks]
        assert [(each.start, each.end) for each in dissolves[0]] == [(35 * FRAME, 65 * FRAME)]
        assert len(dissolves[2]) == 1
        assert document.undo_stack.count() == 1

    def test_its_edge_makes_it_longer_and_keeps_what_it_is(self, hand, document, cut):
        hand.drag(cut, cut + QPoint(48, 0), SHIFT)
        (before,) = document.timeline.tracks[0].transitions
        grab = hand.point(2.6, "V1", 40)
        hand.drag(grab, grab + QPoint(16, 0))
        (after,) = document.timeline.tracks[0].transitions
        assert after.id == before.id
        assert after.end == 70 * FRAME


class TestKeys:
    @pytest.mark.parametrize(
        ("tool", "chosen", "names"),
        [
            ("V", ["c"], ("c", 6.04, 8.04)),
            ("U", ["b", "y"], ("b", 2.04, 5.04)),
            ("R", ["b"], ("b", 2.04, 5)),
        ],
    )
    def test_alt_and_an_arrow_do_what_the_tool_does(self, hand, document, tool, chosen, names):
        document.select(chosen)
        document.set_playhead(2 * SECOND)
        QTest.keyClicks(hand.view, tool.lower())
        hand.key(KEY.Key_Right, ALT)
        assert names in hand.names("V1")
        hand.key(KEY.Key_Left, ALT)
        assert hand.names("V1") == [("a", 0, 2), ("b", 2, 5), ("c", 6, 8)]

    def test_ten_frames_at_once(self, hand, document):
        document.select(["c"])
        hand.key(KEY.Key_Right, ALT | SHIFT)
        assert hand.names("V1")[-1] == ("c", 6.4, 8.4)

    def test_ripple_takes_the_edge_nearest_to_the_playhead(self, hand, document, panel):
        document.select(["b", "y"])
        document.set_playhead(5 * SECOND)
        hand.key(KEY.Key_T)
        assert panel.editor_actions["nudge_back"].text() == "Ripple Left"
        hand.key(KEY.Key_Left, ALT)
        assert hand.names("V1")[1:] == [("b", 2, 4.96), ("c", 5.96, 7.96)]

    def test_slip_by_key_goes_as_by_hand(self, hand, document):
        document.select(["b", "y"])
        hand.key(KEY.Key_Y)
        hand.key(KEY.Key_Left, ALT)
        assert hand.item("b").source_start == 5 * SECOND + FRAME

    def test_a_key_that_is_held_lends_its_tool(self, hand, panel, qtbot):
        QTest.keyPress(hand.view, KEY.Key_Y)
        assert panel.mode.tool == "slip"
        qtbot.waitUntil(lambda: panel.mode.has_held_tool)
        QTest.keyRelease(hand.view, KEY.Key_Y)
        assert panel.mode.tool == "select"

    def test_a_key_that_is_tapped_keeps_it(self, hand, panel):
        hand.key(KEY.Key_U)
        assert panel.mode.tool == "slide"


class TestPointers:
    def test_each_grip_has_its_own(self, hand, panel, cut):
        def shown(point: QPoint) -> int:
            QTest.mouseMove(panel.view, point + QPoint(0, 1))
            QTest.mouseMove(panel.view, point)
            return panel.view.cursor().pixmap().cacheKey()

        assert shown(cut) == pointer("roll").pixmap().cacheKey()
        assert shown(hand.edge("b", "end")) == pointer("trim_end").pixmap().cacheKey()
        for tool, shape in (("T", "ripple_end"), ("Y", "slip"), ("U", "slide")):
            QTest.keyClicks(panel.view, tool.lower())
            assert shown(hand.edge("b", "end")) == pointer(shape).pixmap().cacheKey()
