"""The keyframe lane: opened under a clip, its keyframes dragged, shaped, added and removed."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from timeline_studio.timeline import edits
from timeline_studio.timeline.effects.animation import Keyframe, keys_of
from timeline_studio.timeline.effects.effect import Blur
from timeline_studio.timeline.effects.properties import described, property_of
from timeline_studio.timeline.queries import find_item
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.lane.axis import axis_for
from timeline_studio.ui.lane.lane import KeyframeLane

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class LaneHand:
    """Points into the lane by seconds and values."""

    def __init__(self, lane: KeyframeLane, document) -> None:
        self.lane = lane
        self.view = lane.view
        self.document = document

    @property
    def keys(self) -> tuple[Keyframe, ...]:
        choice = self.lane.state.choice
        assert choice is not None
        item = find_item(self.document.timeline, choice.item_id)[1]
        return keys_of(property_of(item, choice.field.name))

    def at(self, seconds: float, value: float) -> QPoint:
        x = self.view.parentWidget().viewport.x_of(round(seconds * SECOND))
        return QPoint(x, round(self.view.axis.y_of(value)))

    def move(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        where = QPointF(point), QPointF(self.view.mapToGlobal(point))
        event = QMouseEvent(QEvent.Type.MouseMove, *where, Qt.MouseButton.NoButton, LEFT, modifiers)
        QApplication.sendEvent(self.view, event)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view, LEFT, modifiers, start)
        self.move(start + (end - start) / 2, modifiers)
        self.move(end, modifiers)
        QTest.mouseRelease(self.view, LEFT, modifiers, end)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)


@pytest.fixture
def lane(panel, document, theme) -> KeyframeLane:
    return KeyframeLane(document, panel.view, panel.headers, theme)


@pytest.fixture
def hand(lane, document) -> LaneHand:
    """Over the opacity of b, 2 to 5 s: 1.0 at 3 s, 0.5 at 4 s."""

    def keyed(timeline):
        timeline = edits.put_keyframe(timeline, "b", "opacity", 3 * SECOND, 1.0)
        return edits.put_keyframe(timeline, "b", "opacity", 4 * SECOND, 0.5)

    document.apply("Keys", keyed)
    document.select(["b"])
    lane.toggle()
    return LaneHand(lane, document)


def test_it_opens_under_the_track_and_moves_what_is_below(panel, lane, document) -> None:
    rows = panel.view.layout_of_tracks
    before = rows.rows.of("A1").top
    document.select(["b"])
    lane.toggle()
    row = rows.rows.of("V1")
    assert lane.view.isVisible()
    assert (lane.view.y(), lane.view.height()) == (row.bottom - panel.view.viewport.top, 72)
    assert lane.header.y() == lane.view.y()
    assert rows.rows.of("A1").top == before + 72
    lane.toggle()
    assert not lane.view.isVisible()
    assert rows.rows.of("A1").top == before


def test_without_a_selection_it_says_what_to_do(lane, document, qtbot) -> None:
    document.select([])
    with qtbot.waitSignal(document.refused) as refused:
        lane.toggle()
    assert "Select a clip first" in refused.args[0]


def test_it_shows_what_moves_and_lists_the_rest(hand, document) -> None:
    assert hand.lane.state.choice.field.name == "opacity"
    picker = hand.lane.header.picker
    words = [picker.itemText(i) for i in range(picker.count())]
    assert words[0] == "◆ Opacity"
    assert {"Scale", "Rotation", "Gain"} <= set(words)
    document.apply("Blur", lambda timeline: edits.add_effect(timeline, ["b"], Blur()))
    words = [picker.itemText(i) for i in range(picker.count())]
    assert "Radius · Blur" in words
    picker.setFocus()
    for _ in range(picker.findText("Gain")):
        QTest.keyClick(picker, Qt.Key.Key_Down)
    assert hand.lane.state.choice.item_id == "y"
    assert hand.lane.state.choice.field.name == "gain_db"


def test_a_keyframe_is_dragged_in_one_step_and_stays_between_its_neighbours(hand, document) -> None:
    steps = document.undo_stack.count()
    hand.drag(hand.at(3, 1.0), hand.at(2.4, 0.25))
    first, second = hand.keys
    assert first.time == pytest.approx(0.4 * SECOND)
    assert first.value == pytest.approx(0.25, abs=0.02)
    assert document.undo_stack.count() == steps + 1

    hand.drag(hand.at(2.4, first.value), hand.at(9, first.value))
    assert hand.keys[0].time == second.time - frame_start(1, document.timeline.rate)
    document.undo()
    document.undo()
    assert hand.keys[0] == Keyframe(SECOND, 1.0)


def test_shift_drags_along_one_way(hand) -> None:
    hand.drag(hand.at(4, 0.5), hand.at(4.04, 0.9), SHIFT)
    assert hand.keys[1].time == 2 * SECOND
    assert hand.keys[1].value == pytest.approx(0.9, abs=0.02)


def test_escape_gives_everything_back(hand, document) -> None:
    steps, before = document.undo_stack.count(), document.timeline
    QTest.mousePress(hand.view, LEFT, NONE, hand.at(3, 1.0))
    hand.move(hand.at(2.5, 0.2))
    assert document.timeline != before
    hand.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hand.view, LEFT, NONE, hand.at(2.5, 0.2))
    assert document.timeline == before
    assert document.undo_stack.count() == steps


def test_a_double_click_adds_and_delete_removes(hand) -> None:
    QTest.mouseDClick(hand.view, LEFT, NONE, hand.at(4.6, 0.75))
    assert len(hand.keys) == 3
    assert hand.keys[2].value == pytest.approx(0.75, abs=0.02)
    assert hand.keys[2].time == pytest.approx(2.6 * SECOND)
    hand.key(Qt.Key.Key_Delete)
    assert [key.time for key in hand.keys] == [SECOND, 2 * SECOND]


def test_keyframes_are_chosen_moved_and_shaped_by_keys(hand, document) -> None:
    hand.view.setFocus()
    hand.key(Qt.Key.Key_PageDown)
    hand.key(Qt.Key.Key_PageDown)
    assert document.playhead == 4 * SECOND
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Up, SHIFT)
    frame = frame_start(1, document.timeline.rate)
    assert hand.keys[1] == Keyframe(2 * SECOND + frame, pytest.approx(0.6))
    hand.key(Qt.Key.Key_Return)
    assert hand.keys[1].interpolation == "hold"
    hand.key(Qt.Key.Key_Return)
    assert hand.keys[1].interpolation == "ease"


def test_the_menu_shapes_a_keyframe(hand) -> None:
    place = hand.at(3, 1.0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hand.view.mapToGlobal(place))
    QApplication.sendEvent(hand.view, event)
    menu = next(each for each in hand.view.findChildren(QMenu) if each.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Linear", "Hold", "Ease", "Remove Keyframe"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert hand.keys[0] == Keyframe(SECOND, 1.0, "hold")


def test_its_edge_changes_its_height(hand, panel) -> None:
    edge = QPoint(40, hand.view.height() - 2)
    hand.drag(edge, edge + QPoint(0, 60))
    assert hand.view.height() == 132
    hand.drag(QPoint(40, 130), QPoint(40, 900))
    assert hand.view.height() == 200


def test_it_goes_with_its_clip_and_its_effect(hand, document) -> None:
    document.apply("Blur", lambda timeline: edits.add_effect(timeline, ["b"], Blur()))
    state = hand.lane.state
    state.show_choice(next(each for each in state.choices if each.words == "Radius · Blur"))
    document.apply("Remove", lambda timeline: edits.remove_effect(timeline, ["b"], "blur.1"))
    assert state.choice.field.name == "opacity"
    document.apply("Lift", lambda timeline: edits.lift(timeline, ["b"]))
    assert not hand.view.isVisible()
    document.undo()
    assert not hand.lane.state.is_open


def test_nothing_is_changed_on_a_locked_track_or_read_only(hand, document) -> None:
    document.set_read_only(True)
    before = document.timeline
    hand.drag(hand.at(3, 1.0), hand.at(2.5, 0.2))
    hand.key(Qt.Key.Key_Delete)
    assert document.timeline is before


def test_the_axis_shows_all_that_is_possible_or_what_is_there() -> None:
    assert (
        axis_for(described("opacity"), 1.0, 72).low,
        axis_for(described("pan"), 0.0, 72).high,
    ) == (
        0.0,
        1.0,
    )
    turned = axis_for(described("rotation"), (Keyframe(0, 0.0), Keyframe(9, 360.0)), 72)
    assert turned.low < 0
    assert 360 < turned.high < 720
    assert turned.value_at(turned.y_of(90)) == pytest.approx(90)
