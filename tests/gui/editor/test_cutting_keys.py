"""Keys that cut, copy and close up: trims to the playhead, ranges, the clipboard, gaps."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import TimelineDocument

_MODIFIER = Qt.KeyboardModifier
ALT, CTRL, SHIFT = _MODIFIER.AltModifier, _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier
KEY = Qt.Key
FRAME = SECOND // 25


@pytest.fixture
def actions(panel):
    QGuiApplication.clipboard().clear()
    return panel.editor_actions


@pytest.fixture(autouse=True)
def active(panel, qtbot):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)


class TestTrimsToThePlayhead:
    def test_q_takes_the_head_and_its_time(self, hand, document):
        document.select(["b", "y"])
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_Q)
        assert hand.names("V1")[:2] == [("a", 0, 2), ("b", 2, 4)]
        assert document.playhead == 2 * SECOND
        assert hand.item("b").source_start == 6 * SECOND
        document.undo()
        assert document.playhead == 3 * SECOND

    def test_w_takes_the_tail_and_its_time(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_W)
        assert hand.names("V1") == [("a", 0, 2), ("b", 2, 3), ("c", 4, 6)]
        assert hand.names("A1")[1] == ("y", 2, 3)
        assert document.playhead == 3 * SECOND

    def test_with_shift_a_gap_is_left(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_Q, SHIFT)
        assert hand.names("V1")[1] == ("b", 3, 5)
        hand.key(KEY.Key_Z, CTRL)
        hand.key(KEY.Key_W, SHIFT)
        assert hand.names("V1")[1:] == [("b", 2, 3), ("c", 6, 8)]

    def test_between_clips_there_is_nothing_to_trim(self, document, actions):
        document.set_playhead(round(5.52 * SECOND))
        assert not actions["trim_head"].isEnabled()


class TestRange:
    def test_in_and_out_are_set_at_the_playhead(self, hand, document, panel):
        document.set_playhead(SECOND)
        hand.key(KEY.Key_I)
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_O)
        assert panel.points.stretch == (SECOND, 3 * SECOND + FRAME)
        assert document.undo_stack.count() == 0

    def test_an_out_point_before_the_in_point_takes_its_place(self, hand, document, panel):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_I)
        document.set_playhead(SECOND)
        hand.key(KEY.Key_O)
        assert (panel.points.start, panel.points.end) == (None, SECOND + FRAME)

    def test_x_marks_the_clips_and_alt_x_forgets(self, hand, document, panel):
        document.select(["b", "c"])
        hand.key(KEY.Key_X)
        assert panel.points.stretch == (2 * SECOND, 8 * SECOND)
        hand.key(KEY.Key_O, SHIFT)
        assert document.playhead == 8 * SECOND - FRAME
        hand.key(KEY.Key_I, SHIFT)
        assert document.playhead == 2 * SECOND
        hand.key(KEY.Key_X, ALT)
        assert panel.points.stretch is None

    def test_semicolon_lifts_from_the_target_tracks(self, hand, document, panel):
        panel.points.set(SECOND, 3 * SECOND)
        hand.key(KEY.Key_Semicolon)
        assert [(start, end) for _, start, end in hand.names("V1")] == [(0, 1), (3, 5), (6, 8)]
        assert hand.names("V2") == [("t", 2, 4)]
        assert panel.points.stretch is None

    def test_the_apostrophe_extracts_and_closes_up(self, hand, document, panel):
        panel.points.set(SECOND, 3 * SECOND)
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_Apostrophe)
        assert [(start, end) for _, start, end in hand.names("V1")] == [(0, 1), (1, 3), (4, 6)]
        assert [(start, end) for _, start, end in hand.names("A1")] == [(0, 1), (1, 3), (12, 14)]
        assert document.playhead == SECOND

    def test_without_both_points_nothing_is_cut(self, document, panel, actions):
        panel.points.set_start(SECOND)
        assert not actions["lift_range"].isEnabled()
        panel.points.set_end(2 * SECOND)
        assert actions["lift_range"].isEnabled()

    def test_the_ruler_shows_the_range(self, panel, theme):
        def look() -> int:
            picture = panel.ruler.grab().toImage()
            return picture.pixelColor(120, 2).rgb()

        before = look()
        panel.points.set(SECOND, 2 * SECOND)
        assert look() != before


class TestClipboard:
    def test_copies_are_pasted_at_the_playhead(self, hand, document):
        document.select(["b", "y"])
        hand.key(KEY.Key_C, CTRL)
        document.set_playhead(10 * SECOND)
        hand.key(KEY.Key_V, CTRL)
        pasted = hand.names("V1")[-1]
        assert pasted[1:] == (10, 13)
        assert hand.names("A1")[2][1:] == (10, 13)
        assert document.playhead == 13 * SECOND
        assert pasted[0] in document.selection
        new = hand.item(pasted[0])
        assert new.link is not None
        assert new.link != "by"

    def test_cut_leaves_a_gap_and_pastes_it_elsewhere(self, hand, document):
        document.select(["c"])
        hand.key(KEY.Key_X, CTRL)
        assert [name for name, *_ in hand.names("V1")] == ["a", "b"]
        document.set_playhead(9 * SECOND)
        hand.key(KEY.Key_V, CTRL)
        assert hand.names("V1")[-1][1:] == (9, 11)

    def test_paste_insert_makes_room(self, hand, document):
        document.select(["c"])
        hand.key(KEY.Key_C, CTRL)
        document.set_playhead(2 * SECOND)
        hand.key(KEY.Key_V, CTRL | SHIFT)
        assert [(start, end) for _, start, end in hand.names("V1")] == [
            (0, 2), (2, 4), (4, 7), (8, 10),
        ]  # fmt: skip

    def test_the_other_timeline_takes_it_too(self, hand, document, actions):
        document.select(["c"])
        hand.key(KEY.Key_C, CTRL)
        document.load(Timeline(rate=document.timeline.rate))
        assert actions["paste"].isEnabled()
        hand.key(KEY.Key_V, CTRL)
        (track,) = document.timeline.video_tracks
        assert [(item.start, item.end) for item in track.items] == [(0, 2 * SECOND)]

    def test_attributes_alone(self, hand, document):
        document.apply("Gain", lambda t: edits.set_gain(t, "x", -6.0))
        document.select(["x"])
        hand.key(KEY.Key_C, CTRL)
        document.select(["y", "z", "b"])
        hand.key(KEY.Key_V, CTRL | ALT)
        popover = hand.panel.attributes
        assert popover.isVisible()
        assert not popover.checks["speed"].isChecked()
        popover.checks["pan"].click()
        hand.panel.activateWindow()
        QTest.keyClick(popover, KEY.Key_Return)
        assert not popover.isVisible()
        gains = [hand.item(each).gain_db for each in ("y", "z", "b")]
        assert gains == [-6.0, -6.0, 0.0]
        document.undo()
        assert hand.item("y").gain_db == 0.0

    def test_duplicate_comes_right_behind(self, hand, document):
        document.select(["a", "x"])
        hand.key(KEY.Key_D, CTRL)
        assert [(start, end) for _, start, end in hand.names("V1")][:3] == [(0, 2), (2, 4), (4, 7)]
        assert [(start, end) for _, start, end in hand.names("A1")][:3] == [(0, 2), (2, 4), (4, 7)]

    def test_words_on_the_clipboard_are_no_clips(self, document, actions):
        QGuiApplication.clipboard().setText("hello")
        assert not actions["paste"].isEnabled()

    def test_what_cannot_be_read_is_told(self, document, actions, qtbot):
        data = QMimeData()
        data.setData("application/x-timeline-studio-clips", b"{}")
        QGuiApplication.clipboard().setMimeData(data)
        with qtbot.waitSignal(document.refused) as told:
            actions["paste"].trigger()
        assert "cannot be pasted" in told.args[0]
        assert document.undo_stack.count() == 0


class TestGaps:
    def test_g_closes_the_gap_under_the_playhead(self, hand, document):
        document.set_playhead(round(5.52 * SECOND))
        hand.key(KEY.Key_G)
        assert hand.names("V1")[-1] == ("c", 5, 7)

    def test_a_click_selects_a_gap_and_delete_closes_it(self, hand, document, actions):
        hand.click(hand.point(5.5, "V1"))
        assert hand.view.pointing.gap is not None
        assert actions["delete"].isEnabled()
        hand.key(KEY.Key_Delete)
        assert hand.names("V1")[-1] == ("c", 5, 7)
        assert hand.view.pointing.gap is None

    def test_what_keeps_a_gap_open_is_named(self, hand, document, qtbot):
        document.apply("Link", lambda t: edits.link(t, ["c", "z"]))
        document.apply("Fill", lambda t: edits.overwrite(
            t, "A1", Clip(id="w", start=0, duration=SECOND, media=hand.item("a").media), 5 * SECOND
        ))  # fmt: skip
        hand.click(hand.point(5.5, "V1"))
        with qtbot.waitSignal(document.refused) as told:
            hand.key(KEY.Key_G)
        assert "keeps this gap open" in told.args[0]

    def test_all_gaps_at_once(self, hand, document):
        hand.key(KEY.Key_G, SHIFT)
        assert hand.names("V1")[-1] == ("c", 5, 7)
        assert hand.names("A1")[-1] == ("z", 7, 9)
        document.undo()
        assert hand.names("A1")[-1] == ("z", 14, 16)


class TestJoiningAndFreezing:
    def test_a_split_is_joined_again(self, hand, document, film):
        document.set_playhead(SECOND)
        hand.key(KEY.Key_S)
        hand.key(KEY.Key_J, CTRL)
        assert document.timeline == film

    def test_different_clips_do_not_join(self, hand, document, qtbot):
        document.set_playhead(2 * SECOND)
        with qtbot.waitSignal(document.refused) as told:
            hand.key(KEY.Key_J, CTRL)
        assert "nothing to join" in told.args[0]

    def test_shift_r_holds_the_picture_for_two_seconds(self, hand, document):
        document.set_playhead(SECOND)
        hand.key(KEY.Key_R, SHIFT)
        assert [(start, end) for _, start, end in hand.names("V1")] == [
            (0, 1), (1, 3), (3, 4), (4, 7), (8, 10),
        ]  # fmt: skip
        frozen = hand.item(hand.names("V1")[1][0])
        assert frozen.speed == 0
        assert frozen.source_start == 6 * SECOND


class TestSelectingForward:
    def test_a_selects_what_is_on_or_later(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_A)
        assert document.selection == {"b", "y", "c", "z"}

    def test_all_tracks_and_back(self, hand, document):
        document.set_playhead(3 * SECOND)
        hand.key(KEY.Key_A, SHIFT)
        assert document.selection == {"b", "y", "c", "z", "t"}
        hand.key(KEY.Key_A, ALT | SHIFT)
        assert document.selection == {"a", "x", "b", "y", "t"}

    def test_the_selection_says_on_which_track(self, hand, document, panel):
        panel.editor_actions["linked_selection"].trigger()
        document.set_playhead(3 * SECOND)
        document.select(["t"])
        hand.key(KEY.Key_A, ALT)
        assert document.selection == {"t"}


def test_an_action_works_or_is_disabled_on_an_empty_timeline(panel, document, actions):
    for name in [action.objectName() for action in actions.all()]:
        document.load(Timeline(rate=document.timeline.rate))
        panel.points.clear()
        action = actions[name]
        assert action.text(), name
        in_menu = any(action in actions.menu(menu) for menu in MENUS)
        assert in_menu or action.shortcuts(), name
        if action.isEnabled():
            heard: list[str] = []
            document.refused.connect(heard.append)
            action.trigger()
            document.refused.disconnect(heard.append)
            assert heard == [], name


MENUS = ("Edit", "Clip", "Effects", "Timeline", "Mark", "View")


def test_the_playhead_comes_back_with_undo(document: TimelineDocument):
    document.set_playhead(SECOND)
    document.apply("Lift", lambda t: edits.lift(t, ["c"]), playhead=3 * SECOND + 7)
    assert document.playhead == 3 * SECOND
    document.undo()
    assert document.playhead == SECOND
