"""Going round, slow by holding K, coarser, on the full screen: by key, as a user does."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.monitor.full_picture import FullPicture

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def press(qtbot, panel):
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    return lambda key, modifier=Qt.KeyboardModifier.NoModifier: qtbot.keyClick(
        panel.view, key, modifier
    )


@pytest.fixture
def points(panel) -> RangePoints:
    points = RangePoints(panel)
    panel.follow_points(points)
    return points


@pytest.fixture
def full(qtbot, panel):
    """The open window of the full picture."""

    def found():
        windows = [w for w in panel.findChildren(FullPicture) if w.isVisible()]
        return windows[0] if windows else None

    return found


class TestLoop:
    def test_it_goes_round_between_the_points(self, qtbot, panel, press, points, playhead):
        points.set(frame_start(10, 30), frame_start(16, 30))
        seen: list[int] = []
        panel.pictures.arrived.connect(lambda picture: seen.append(frame_at(picture.time, 30)))
        press(KEY.Key_L, SHIFT)
        assert panel.head.loop.isChecked()
        press(KEY.Key_Space)
        seen.clear()

        qtbot.waitUntil(lambda: any(b < a for a, b in pairwise(seen)))

        assert panel.playback.speed == 1
        assert {*seen} <= {*range(10, 16)}
        assert 10 <= playhead() < 16

    def test_backwards_it_goes_round_from_the_out_point(self, qtbot, panel, press, points):
        points.set(frame_start(10, 30), frame_start(16, 30))
        panel.switches.loop.trigger()
        seen: list[int] = []
        panel.pictures.arrived.connect(lambda picture: seen.append(frame_at(picture.time, 30)))
        press(KEY.Key_J)

        qtbot.waitUntil(lambda: any(b > a for a, b in pairwise(seen)))

        assert panel.playback.speed == -1

    def test_without_points_it_is_all_of_the_timeline(self, qtbot, panel, press, go_to, playhead):
        panel.switches.loop.trigger()
        go_to(57)
        press(KEY.Key_Space)

        qtbot.waitUntil(lambda: playhead() < 30)

        assert panel.playback.speed == 1

    def test_switched_off_it_stops_at_the_end(self, qtbot, panel, points, go_to, playhead):
        points.set(frame_start(10, 30), frame_start(16, 30))
        go_to(55)
        panel.playback.play()

        qtbot.waitUntil(lambda: panel.playback.speed == 0)

        assert playhead() == 60


class TestHoldingK:
    @pytest.fixture
    def hold(self, qtbot, panel, press):
        qtbot.keyPress(panel.view, KEY.Key_K)
        yield
        qtbot.keyRelease(panel.view, KEY.Key_K)

    @pytest.mark.parametrize(("key", "frame"), [(KEY.Key_L, 21), (KEY.Key_J, 19)])
    @pytest.mark.usefixtures("hold")
    def test_a_tap_is_a_frame(self, panel, press, go_to, playhead, key, frame):
        go_to(20)

        press(key)

        assert (playhead(), panel.playback.speed) == (frame, 0)

    @pytest.mark.usefixtures("hold")
    def test_a_longer_press_is_slow_motion_until_the_key_is_let_go(
        self, qtbot, panel, go_to, playhead
    ):
        go_to(20)
        qtbot.keyPress(panel.view, KEY.Key_L)
        qtbot.waitUntil(lambda: playhead() >= 23)
        qtbot.keyRelease(panel.view, KEY.Key_L)

        at = playhead()
        panel.transport_actions["frame_back"].trigger()

        assert playhead() == at - 1
        assert panel.playback.speed == 0

    def test_let_go_l_plays_again(self, qtbot, panel, press):
        qtbot.keyPress(panel.view, KEY.Key_K)
        qtbot.keyRelease(panel.view, KEY.Key_K)

        press(KEY.Key_L)

        assert panel.playback.speed == 1

    def test_a_window_that_loses_the_keys_lets_go(self, panel, press, qtbot):
        qtbot.keyPress(panel.view, KEY.Key_K)
        QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowDeactivate))

        press(KEY.Key_L)

        assert panel.playback.speed == 1

    def test_stop_from_a_menu_holds_nothing(self, panel, press):
        panel.transport_actions["stop"].trigger()

        press(KEY.Key_L)

        assert panel.playback.speed == 1

    def test_a_key_that_repeats_is_pressed_once(self, panel, press):
        press(KEY.Key_L)
        again = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_L, Qt.KeyboardModifier.NoModifier, "l", True
        )
        QApplication.sendEvent(panel.view, again)

        assert panel.playback.speed == 1


class TestQuality:
    def test_what_plays_is_coarser_and_what_stands_is_exact(
        self, qtbot, panel, document, monkeypatch
    ):
        shapes: list[tuple[int, int]] = []
        run = panel.pictures.run
        monkeypatch.setattr(
            panel.pictures,
            "run",
            lambda timeline, clock, size: (
                shapes.append(size.composed),
                run(timeline, clock, size),
            ),
        )
        panel.switches.choose_quality("quarter")
        panel.playback.play()
        panel.switches.choose_quality("half")
        panel.playback.stop()

        assert shapes == [(160, 90), (320, 180)]
        assert panel.head.quality.text() == "Half"
        qtbot.waitUntil(lambda: panel.pictures.is_settled)

    def test_dropped_frames_are_shown_and_gone_with_the_next_play(self, panel):
        panel.playback.play()
        panel.playback._count(3)
        panel.playback._count(6)
        assert panel.head.drops.isVisible()
        assert panel.head.drops.text() == "2"
        assert "2 frames were dropped" in panel.head.drops.toolTip()

        panel.playback.stop()
        panel.playback.play()

        assert not panel.head.drops.isVisible()


class TestFullScreen:
    def test_the_picture_fills_the_screen_of_the_window(
        self, qtbot, panel, press, full, stamp_of, go_to
    ):
        go_to(12)
        press(KEY.Key_F11, SHIFT)

        window = full()
        assert window is not None
        assert window.screen() is panel.screen()
        qtbot.waitUntil(lambda: stamp_of(window.view.grab().toImage()) == 12)

    def test_its_keys_are_the_monitors_and_escape_leaves(
        self, qtbot, panel, press, full, playhead, shown
    ):
        press(KEY.Key_F11, SHIFT)
        window = full()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window.view, KEY.Key_Right)
        assert playhead() == 1
        qtbot.keyClick(window.view, KEY.Key_Space)
        assert panel.playback.speed == 1
        qtbot.keyClick(window.view, KEY.Key_K)

        qtbot.keyClick(window.view, KEY.Key_Escape)

        qtbot.waitUntil(lambda: full() is None)
        qtbot.waitUntil(lambda: shown() == playhead())

    def test_the_same_key_leaves(self, qtbot, panel, press, full):
        press(KEY.Key_F11, SHIFT)
        qtbot.waitUntil(full().isActiveWindow)

        qtbot.keyClick(full().view, KEY.Key_F11, SHIFT)

        qtbot.waitUntil(lambda: full() is None)

    def test_closing_the_monitor_closes_it(self, qtbot, panel, press, full):
        press(KEY.Key_F11, SHIFT)

        panel.close()

        qtbot.waitUntil(lambda: full() is None)


def test_the_head_fits_the_narrowest_monitor(qtbot, panel):
    panel.resize(panel.minimumWidth(), 400)
    panel.head.show_drops(1234)
    head = panel.head

    def is_in_a_row() -> bool:
        parts = [panel.tabs, head.drops, head.loop, head.quality]
        ends = [part.geometry() for part in parts]
        return ends[-1].right() < head.width() and all(
            a.right() < b.left() for a, b in pairwise(ends)
        )

    qtbot.waitUntil(is_in_a_row)
    assert panel.width() == panel.minimumWidth()
    assert panel.findChild(QLabel, "timecode").isVisible()
