"""The mouse on the canvas: select, move, trim, split, and change one's mind."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_studio.timeline import edits
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.validation import validate

_MODIFIER = Qt.KeyboardModifier
ALT, CTRL, SHIFT = _MODIFIER.AltModifier, _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier


class TestSelecting:
    def test_a_click_selects_what_is_linked_too(self, hand, document):
        hand.click(hand.over("a"))
        assert document.selection == {"a", "x"}

    def test_an_alt_click_selects_one_only(self, hand, document):
        hand.click(hand.over("a"), ALT)
        assert document.selection == {"a"}

    def test_without_linking_a_click_selects_one_only(self, hand, document, panel):
        panel.editor_actions["linked_selection"].trigger()
        hand.click(hand.over("a"))
        assert document.selection == {"a"}

    def test_control_adds_and_takes_away(self, hand, document):
        hand.click(hand.over("a"))
        hand.click(hand.over("c"), CTRL)
        assert document.selection == {"a", "x", "c"}
        hand.click(hand.over("a"), CTRL)
        assert document.selection == {"c"}

    def test_a_click_on_nothing_selects_nothing(self, hand, document):
        hand.click(hand.over("a"))
        hand.click(hand.point(5.5, "V1"))
        assert document.selection == frozenset()

    def test_a_rubber_band_selects_what_it_touches(self, hand, document):
        hand.drag(hand.point(5.5, "V2", 30), hand.point(6.5, "V1", 30))
        assert document.selection == {"c"}
        hand.drag(hand.point(5.6, "V2", 30), hand.point(4.5, "V1", 10), CTRL)
        assert document.selection == {"c", "b"}

    def test_a_click_among_several_selected_selects_that_one(self, hand, document):
        document.select(["a", "x", "c"])
        hand.click(hand.over("c"))
        assert document.selection == {"c"}

    def test_a_locked_track_says_so(self, hand, document, panel, qtbot):
        v1 = document.timeline.tracks[0]
        document.apply("Lock", lambda t: edits.change_track(t, replace(v1, locked=True)))
        with qtbot.waitSignal(panel.status_message) as message:
            hand.click(hand.over("a"))
        assert "V1" in message.args[0]
        assert "locked" in message.args[0]
        assert document.selection == frozenset()


class TestMoving:
    def test_a_drag_moves_a_clip_in_one_step(self, hand, document):
        hand.drag(hand.over("c"), hand.over("c") + QPoint(112, 0))
        assert hand.names("V1")[-1] == ("c", 7.4, 9.4)
        assert document.undo_stack.count() == 1
        document.undo()
        assert hand.names("V1")[-1] == ("c", 6, 8)

    def test_linked_partners_move_along(self, hand, document):
        document.apply("Make room", lambda t: edits.lift(t, ["c"]))
        hand.drag(hand.over("b"), hand.over("b") + QPoint(80, 0))
        assert hand.names("V1")[1] == ("b", 3, 6)
        assert hand.names("A1")[1] == ("y", 3, 6)

    def test_alone_with_alt_it_is_copied(self, hand, document):
        start = hand.over("c")
        hand.drag(start, start + QPoint(240, 0), ALT)
        starts = [start for _, start, _ in hand.names("V1")]
        assert starts == [0, 2, 6, 9]
        assert document.undo_stack.undoText() == "Copy clips"
        assert hand.item("c").start == 6 * SECOND
        assert document.selection.isdisjoint({"c"})

    def test_across_tracks_of_the_kind(self, hand, document):
        hand.drag(hand.over("c"), hand.point(7.5, "V2", 8))
        assert hand.names("V2")[-1][0] == "c"
        assert [name for name, *_ in hand.names("V1")] == ["a", "b"]

    def test_never_onto_a_track_of_the_other_kind(self, hand):
        hand.drag(hand.over("c"), hand.point(8.4, "A1", 8))
        assert hand.names("V1")[-1] == ("c", 7.4, 9.4)

    def test_shift_keeps_the_track(self, hand):
        hand.drag(hand.over("c"), hand.point(9.5, "V2", 8), SHIFT)
        assert [name for name, *_ in hand.names("V1")] == ["a", "b", "c"]

    def test_it_snaps_to_the_end_of_the_clip_before(self, hand, panel):
        start = hand.over("c")
        hand.press(start)
        hand.move(start - QPoint(75, 0))
        snap = panel.view.pointing.gesture.feedback.snap
        assert snap.time == 5 * SECOND
        hand.release(start - QPoint(75, 0))
        assert hand.names("V1")[-1] == ("c", 5, 7)

    def test_it_snaps_to_markers_by_name(self, hand, panel):
        start = hand.over("c")
        hand.press(start)
        hand.move(start + QPoint(83, 0))
        assert panel.view.pointing.gesture.feedback.snap.label == "Marker: Intro"
        hand.release(start + QPoint(83, 0))
        assert hand.names("V1")[-1] == ("c", 7, 9)

    def test_it_snaps_to_the_playhead(self, hand, document, panel):
        document.set_playhead(10 * SECOND)
        start = hand.over("c")
        hand.drag(start, start + QPoint(163, 0))
        assert hand.names("V1")[-1] == ("c", 8, 10)

    def test_snapping_can_be_off_or_suspended(self, hand, panel):
        panel.editor_actions["snap"].trigger()
        start = hand.over("c")
        hand.drag(start, start - QPoint(75, 0))
        assert hand.names("V1")[-1][1] == pytest.approx(6 - 75 / 80, abs=0.02)

        panel.editor_actions["snap"].trigger()
        start = hand.over("c")
        hand.press(start)
        hand.move(start + QPoint(40, 0))
        QTest.keyPress(hand.view, Qt.Key.Key_N)
        hand.move(start - QPoint(4, 0))
        assert panel.view.pointing.gesture.feedback.snap is None
        hand.release(start - QPoint(4, 0))
        QTest.keyRelease(hand.view, Qt.Key.Key_N)
        assert hand.names("V1")[-1][1] > 5

    def test_an_overlap_is_shown_and_refused(self, hand, document, panel, qtbot):
        start = hand.over("c")
        hand.press(start)
        hand.move(start - QPoint(160, 0))
        feedback = panel.view.pointing.gesture.feedback
        assert "overlap" in feedback.refusal
        assert feedback.ghosts
        with qtbot.waitSignal(panel.status_message):
            hand.release(start - QPoint(160, 0))
        assert hand.names("V1")[-1] == ("c", 6, 8)
        assert document.undo_stack.count() == 0

    def test_nothing_goes_before_the_beginning(self, hand, document):
        document.apply("Make room", lambda t: edits.lift(t, ["a", "b"]))
        hand.drag(hand.over("c"), hand.over("c") - QPoint(900, 0))
        assert hand.names("V1") == [("c", 0, 2)]

    def test_the_bubble_says_how_far(self, hand, panel):
        start = hand.over("c")
        hand.press(start)
        hand.move(start + QPoint(120, 0))
        assert panel.view.pointing.gesture.feedback.bubble == "+01:13"
        hand.release(start)

    def test_a_shaking_hand_moves_nothing(self, hand, document):
        hand.drag(hand.over("c"), hand.over("c") + QPoint(2, 1))
        assert document.undo_stack.count() == 0
        assert document.selection == {"c"}

    def test_a_drag_without_way_is_no_step(self, hand, document):
        start = hand.over("c")
        hand.press(start)
        hand.move(start + QPoint(50, 0))
        hand.move(start)
        hand.release(start)
        assert document.undo_stack.count() == 0

    def test_reading_only_nothing_moves(self, hand, document, panel, qtbot):
        document.set_read_only(True)
        with qtbot.waitSignal(panel.status_message) as message:
            hand.drag(hand.over("c"), hand.over("c") + QPoint(100, 0))
        assert "read-only" in message.args[0]
        assert hand.names("V1")[-1] == ("c", 6, 8)


class TestTrimming:
    def test_the_end(self, hand, document):
        edge = hand.edge("c", "end")
        hand.drag(edge, edge - QPoint(40, 0))
        assert hand.names("V1")[-1] == ("c", 6, 7.52)
        assert document.undo_stack.undoText() == "Trim"

    def test_the_start_shows_later_media(self, hand):
        edge = hand.edge("c", "start")
        hand.drag(edge, edge + QPoint(80, 0))
        assert hand.names("V1")[-1] == ("c", 7, 8)
        assert hand.item("c").source_start == 6 * SECOND

    def test_partners_are_trimmed_too(self, hand):
        edge = hand.edge("a", "end")
        hand.drag(edge, edge - QPoint(80, 0))
        assert hand.names("V1")[0] == ("a", 0, 1)
        assert hand.names("A1")[0] == ("x", 0, 1)

    def test_alone_with_alt(self, hand):
        edge = hand.edge("a", "end")
        hand.drag(edge, edge - QPoint(80, 0), ALT)
        assert hand.names("V1")[0] == ("a", 0, 1)
        assert hand.names("A1")[0] == ("x", 0, 2)

    def test_it_stops_where_the_media_ends_and_says_so(self, hand, panel):
        panel.editor_actions["snap"].trigger()
        edge = hand.edge("c", "end")
        hand.press(edge)
        hand.move(edge + QPoint(1300, 0))
        assert panel.view.pointing.gesture.feedback.refusal
        hand.release(edge + QPoint(1300, 0))
        assert hand.names("V1")[-1] == ("c", 6, 21)

    def test_it_stops_at_the_neighbour(self, hand):
        edge = hand.edge("b", "end")
        hand.drag(edge, edge + QPoint(300, 0))
        assert hand.names("V1")[1] == ("b", 2, 6)

    def test_a_frame_is_left(self, hand, panel):
        panel.editor_actions["snap"].trigger()
        edge = hand.edge("c", "end")
        hand.drag(edge, edge - QPoint(400, 0))
        assert hand.item("c").duration == SECOND // 25

    def test_the_pointer_shows_what_a_press_would_do(self, hand):
        def shape(point: QPoint) -> object:
            where = QPointF(point), QPointF(hand.view.mapToGlobal(point))
            none = Qt.MouseButton.NoButton
            move = QMouseEvent(QEvent.Type.MouseMove, *where, none, none, _MODIFIER.NoModifier)
            QApplication.sendEvent(hand.view, move)
            return hand.view.cursor().shape()

        assert shape(hand.over("c")) == Qt.CursorShape.ArrowCursor
        assert shape(hand.edge("c", "start")) == Qt.CursorShape.BitmapCursor
        assert shape(hand.edge("c", "end")) == Qt.CursorShape.BitmapCursor


class TestDissolves:
    @pytest.fixture
    def dissolved(self, document):
        length = 24 * SECOND // 25
        document.apply("Dissolve", lambda t: edits.add_transition(t, "V1", 2 * SECOND, length))
        return document.timeline.tracks[0].transitions[0]

    def test_dragging_an_edge_makes_it_longer(self, hand, document, dissolved):
        edge = hand.point(2.48, "V1", 40)
        hand.drag(edge, edge + QPoint(32, 0))
        (longer,) = document.timeline.tracks[0].transitions
        assert longer.end - longer.start == 44 * SECOND // 25

    def test_a_click_chooses_it_and_delete_removes_it(self, hand, document, panel, dissolved):
        hand.click(hand.point(2.2, "V1", 40))
        assert panel.view.pointing.transition == dissolved.id
        hand.key(Qt.Key.Key_Delete)
        assert document.timeline.tracks[0].transitions == ()
        assert len(document.timeline.tracks[0].items) == 3


class TestBlade:
    def test_a_click_splits_a_clip_and_its_sound(self, hand, panel):
        panel.editor_actions["blade_tool"].trigger()
        hand.click(hand.point(1, "V1", 8))
        assert [(start, end) for _, start, end in hand.names("V1")][:2] == [(0, 1), (1, 2)]
        assert [(start, end) for _, start, end in hand.names("A1")][:2] == [(0, 1), (1, 2)]

    def test_beside_clips_it_cuts_nothing(self, hand, document, panel):
        panel.editor_actions["blade_tool"].trigger()
        hand.click(hand.point(5.5, "V1", 8))
        assert document.undo_stack.count() == 0


class TestEscape:
    def test_a_move_can_be_taken_back_before_it_is_made(self, hand, document, film, panel):
        hand.press(hand.over("c"))
        hand.move(hand.over("c") + QPoint(120, 0))
        preview = panel.view.pointing.gesture.preview
        assert preview != film
        assert document.timeline is film  # a preview leaves the document alone
        hand.key(Qt.Key.Key_Escape)
        hand.release(hand.over("c") + QPoint(120, 0))
        assert document.timeline is film
        assert document.undo_stack.count() == 0

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        start=st.tuples(st.integers(0, 1100), st.integers(0, 140)),
        way=st.lists(st.tuples(st.integers(-50, 1300), st.integers(-30, 300)), max_size=4),
        modifiers=st.sampled_from([_MODIFIER.NoModifier, ALT, SHIFT]),
    )
    def test_no_drag_that_ends_in_escape_changes_anything(
        self, hand, document, film, start, way, modifiers
    ):
        hand.press(QPoint(*start), modifiers)
        for point in way:
            hand.move(QPoint(*point), modifiers)
        if hand.view.pointing.gesture:
            hand.key(Qt.Key.Key_Escape)
        else:
            hand.view.pointing.release()
        hand.release(QPoint(*start), modifiers)
        assert document.timeline is film
        assert document.undo_stack.count() == 0

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        start=st.tuples(st.integers(0, 700), st.integers(0, 140)),
        end=st.tuples(st.integers(-50, 1300), st.integers(-30, 300)),
        modifiers=st.sampled_from([_MODIFIER.NoModifier, ALT, SHIFT]),
    )
    def test_every_drag_leaves_a_valid_timeline_and_one_step_at_most(
        self, hand, document, film, start, end, modifiers
    ):
        document.load(film)
        hand.drag(QPoint(*start), QPoint(*end), modifiers)
        validate(document.timeline)
        assert document.undo_stack.count() <= 1


def test_media_of_another_rate_is_dragged_by_whole_frames(hand, document, film):
    document.load(replace(film, rate=Fraction(30000, 1001), tracks=film.tracks[:1]))
    hand.panel.editor_actions["snap"].trigger()
    hand.drag(hand.over("c"), hand.over("c") + QPoint(33, 0))
    assert hand.item("c").start % 23_543_520 == 0


class TestHints:
    def test_the_view_says_what_the_mouse_may_do(self, hand, panel, document):
        said: list[str] = []
        panel.view.hinted.connect(said.append)
        for point in (hand.over("a"), hand.edge("a", "end"), hand.point(12, "V1")):
            QTest.mouseMove(panel.view, point)
        panel.mode.set_tool("blade")
        QTest.mouseMove(panel.view, hand.over("b"))
        words = [text.split(" · ")[0] for text in said if text]
        wanted = ["Drag to move", "Drag to trim", "Drag over clips to select them"]
        assert [word for n, word in enumerate(words) if word not in words[:n]] == [
            *wanted,
            "Click to split here",
        ]
