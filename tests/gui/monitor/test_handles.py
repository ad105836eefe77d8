"""Handles on the monitor's picture, with a real mouse."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from timeline_studio.timeline.effects.animation import Keyframe
from timeline_studio.timeline.effects.transform import Transform
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.monitor.handles.media_shapes import MediaShapes

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def handles(qtbot, panel, document, resolve, tasks, shown):
    """A 640 by 360 frame with the clip half as large in its middle, selected."""
    panel.add_handles(MediaShapes(resolve, tasks, panel))
    document.apply("Half", lambda timeline: with_transform(timeline, Transform(scale=0.5)))
    document.undo_stack.clear()
    document.select(["footage"])
    qtbot.waitUntil(lambda: panel.handles.posed is not None)
    qtbot.waitUntil(lambda: panel.pictures.is_settled and panel.view.height() > 100)
    return panel.handles


@pytest.fixture
def at(panel):
    """The place in the view of a point of the frame."""

    def placed(x: float, y: float) -> QPoint:
        area = panel.view._place()
        scale = area.width() / 640
        return QPointF(area.left() + x * scale, area.top() + y * scale).toPoint()

    return placed


@pytest.fixture
def drag(qtbot, panel, at):
    def dragged(start, *way, modifier=NONE, then=None) -> None:
        view = panel.view
        qtbot.mousePress(view, LEFT, NONE, at(*start))
        for point in way:
            # qtbot's own moves carry no modifiers
            send_move(view, at(*point), modifier)
        if then is not None:
            then()
        qtbot.mouseRelease(view, LEFT, NONE, at(*(way[-1] if way else start)))

    return dragged


def send_move(view, place: QPoint, modifier) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        view.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        LEFT,
        modifier,
    )
    QApplication.sendEvent(view, event)


def with_transform(timeline: Timeline, transform: Transform) -> Timeline:
    video, *others = timeline.tracks
    clip = replace(video.items[0], transform=transform)
    return replace(timeline, tracks=(replace(video, items=(clip,)), *others))


def transform(document) -> Transform:
    return document.timeline.tracks[0].items[0].transform


def test_a_drag_moves_the_picture_in_one_step(document, handles, drag):
    drag((250, 140), (260, 150), (300, 170), (314, 176))

    assert transform(document).x == pytest.approx(0.1, abs=0.01)
    assert transform(document).y == pytest.approx(0.1, abs=0.01)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Move picture"
    document.undo()
    assert transform(document) == Transform(scale=0.5)


def test_shift_keeps_a_move_level(document, handles, drag):
    drag((250, 140), (330, 155), modifier=SHIFT)

    assert transform(document).x == pytest.approx(0.125, abs=0.01)
    assert transform(document).y == 0


@pytest.mark.parametrize(("modifier", "x"), [(NONE, 0.25), (CTRL, 0.24)])
def test_it_snaps_to_the_frames_edge_unless_control_is_held(document, handles, drag, modifier, x):
    way = 0.24 * 640

    drag((250, 140), (250 + way, 140), modifier=modifier)

    assert transform(document).x == pytest.approx(x, abs=0.004)


def test_the_line_it_snaps_to_is_seen(panel, handles, drag):
    seen: list[float | None] = []

    drag((250, 140), (405, 140), then=lambda: seen.append(handles.snapped.x))

    assert seen[0] in {320, 640}  # half as large, it reaches the middle and the edge at once
    assert handles.snapped.x is None


def test_a_corner_scales_about_the_anchor(document, handles, drag):
    drag((480, 270), (520, 292), (560, 315))

    assert transform(document).scale == pytest.approx(0.75, abs=0.02)
    assert (transform(document).x, transform(document).y) == (0, 0)
    assert document.undo_stack.undoText() == "Scale picture"


def test_the_handle_above_turns_it(document, handles, drag, panel):
    pixel = 640 / panel.view._place().width()

    drag((320, 90 - 24 * pixel), (420, 100), (480, 180), modifier=SHIFT)

    assert transform(document).rotation == 90
    assert document.undo_stack.count() == 1


def test_the_anchor_is_moved_without_moving_the_picture(document, handles, drag, panel):
    before = handles.posed.corners

    drag((320, 180), (300, 170), (240, 135))

    assert transform(document).anchor_x == pytest.approx(0.25, abs=0.02)
    after = handles.posed.corners
    assert [pytest.approx(p, abs=1e-6) for p in before] == list(after)


def test_cropping_has_a_mode_of_its_own(document, handles, drag, panel):
    panel.switches.crop.trigger()

    drag((160, 180), (200, 180), (240, 180))
    drag((480, 270), (440, 240))

    found = transform(document)
    assert found.crop_left == pytest.approx(0.25, abs=0.02)
    assert found.crop_right == pytest.approx(0.125, abs=0.02)
    assert found.crop_bottom == pytest.approx(0.167, abs=0.02)
    assert document.undo_stack.undoText() == "Crop picture"


def test_escape_puts_it_back_and_leaves_no_step(qtbot, document, handles, drag, panel):
    drag((250, 140), (300, 170), then=lambda: qtbot.keyClick(panel.view, Qt.Key.Key_Escape))

    assert transform(document) == Transform(scale=0.5)
    assert document.undo_stack.count() == 0


def test_where_it_moves_a_keyframe_is_written(document, handles, drag, go_to):
    keys = (Keyframe(0, 0.0), Keyframe(frame_start(40, 30), 0.0))
    document.apply("Key", lambda timeline: with_transform(timeline, Transform(scale=0.5, x=keys)))
    go_to(20)

    drag((250, 140), (314, 140), modifier=CTRL)

    written = transform(document).x
    assert [key.time for key in written] == [0, frame_start(20, 30), frame_start(40, 30)]
    assert written[1].value == pytest.approx(0.1, abs=0.01)


@pytest.mark.parametrize(
    ("key", "modifier", "x", "y"),
    [
        (Qt.Key.Key_Right, CTRL, 1, 0),
        (Qt.Key.Key_Up, CTRL, 0, -1),
        (Qt.Key.Key_Left, CTRL | SHIFT, -10, 0),
        (Qt.Key.Key_Down, CTRL | SHIFT, 0, 10),
    ],
)
def test_keys_nudge_it_by_pixels_of_the_frame(qtbot, document, handles, panel, key, modifier, x, y):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)

    qtbot.keyClick(panel.view, key, modifier)

    assert transform(document).x == pytest.approx(x / 640)
    assert transform(document).y == pytest.approx(y / 360)
    assert document.undo_stack.count() == 1


def test_a_press_beside_it_takes_hold_of_nothing(document, handles, drag):
    drag((20, 20), (100, 100))

    assert transform(document) == Transform(scale=0.5)
    assert not handles.is_dragging


@pytest.mark.parametrize("why", ["none", "locked", "hidden", "read-only", "elsewhere", "off"])
def test_there_are_none_where_nothing_can_be_changed(panel, document, handles, why):
    def changed(**values: bool):
        return lambda t: replace(t, tracks=(replace(t.tracks[0], **values), *t.tracks[1:]))

    match why:
        case "none":
            document.select([])
        case "locked" | "hidden":
            document.apply("x", changed(**{why: True}))
        case "read-only":
            document.set_read_only(True)
        case "elsewhere":
            document.set_playhead(frame_start(60, 30))
        case _:
            panel.switches.handles.trigger()

    assert handles.posed is None


def test_while_it_plays_there_are_none(panel, document, handles):
    panel.playback.play()
    assert handles.posed is None
    panel.playback.stop()
    assert handles.posed is not None


def test_they_are_seen_and_the_pointer_tells(qtbot, panel, handles, at):
    corner = panel.view.grab().toImage().pixelColor(at(160, 90))
    assert corner == QColor("#FFFFFF")

    send_move(panel.view, at(160, 90), NONE)
    assert panel.view.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    send_move(panel.view, at(250, 140), NONE)
    assert panel.view.cursor().shape() == Qt.CursorShape.SizeAllCursor
    send_move(panel.view, at(10, 10), NONE)
    assert panel.view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_safe_areas_are_drawn_when_asked_for(panel, document, handles, at):
    document.select([])
    before = panel.view.grab().toImage()

    panel.switches.safe_areas.trigger()

    after = panel.view.grab().toImage()

    def is_crossed(x: float, y: float) -> bool:
        place = at(x, y)
        return any(
            before.pixelColor(place.x(), place.y() + by)
            != after.pixelColor(place.x(), place.y() + by)
            for by in range(-2, 3)
        )

    assert is_crossed(200, 18)  # actions
    assert is_crossed(200, 36)  # titles
    assert not is_crossed(200, 80)
