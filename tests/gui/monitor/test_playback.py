"""Playing: the playhead advances, pictures come in order, sound leads where it can."""

from time import monotonic

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from timeline_studio.timeline.model import Marker, Timeline
from timeline_studio.timeline.time import frame_at, frame_start, from_seconds
from timeline_studio.ui.monitor.clock import RUN_ON
from timeline_studio.ui.monitor.sound import NO_DEVICE


@pytest.fixture
def frames_shown(panel) -> list[int]:
    seen: list[int] = []
    panel.pictures.arrived.connect(lambda picture: seen.append(frame_at(picture.time, 30)))
    return seen


def test_it_plays_at_the_walls_pace_without_a_device(qtbot, panel, shown, playhead, frames_shown):
    qtbot.waitUntil(lambda: shown() == 0)
    began = monotonic()
    panel.playback.play()

    qtbot.waitUntil(lambda: playhead() >= 30)
    seconds = monotonic() - began
    panel.playback.stop()

    assert seconds > 0.95  # never faster; a busy machine may be late to look
    assert frames_shown == sorted(frames_shown)
    assert len(set(frames_shown)) >= 2  # a busy machine drops frames
    qtbot.waitUntil(lambda: shown() == playhead())


def test_the_picture_on_the_screen_is_never_ahead_of_the_playhead(
    qtbot, panel, document, shown, frames_shown, playhead
):
    ahead = []
    document.playhead_changed.connect(
        lambda _time: ahead.extend([1] if frames_shown and frames_shown[-1] > playhead() else [])
    )
    panel.playback.play()

    qtbot.waitUntil(lambda: playhead() >= 15)

    assert not ahead


def test_it_stops_at_the_end_and_holds_the_last_picture(qtbot, panel, shown, playhead, go_to):
    go_to(50)
    panel.playback.play()

    qtbot.waitUntil(lambda: panel.playback.speed == 0)

    assert playhead() == 60
    qtbot.waitUntil(lambda: shown() == 59)


def test_from_the_end_it_plays_from_the_beginning(qtbot, panel, playhead):
    panel.transport_actions["to_end"].trigger()

    panel.playback.play()

    assert playhead() == 0
    assert panel.playback.speed == 1


def test_an_empty_timeline_does_not_play(panel, document):
    document.load(Timeline())

    panel.playback.play()

    assert panel.playback.speed == 0


def test_backwards_it_stops_at_the_beginning(qtbot, panel, shown, playhead, go_to, frames_shown):
    go_to(10)
    panel.playback.play(-1)
    frames_shown.clear()

    qtbot.waitUntil(lambda: panel.playback.speed == 0)

    assert playhead() == 0
    assert frames_shown == sorted(frames_shown, reverse=True)
    qtbot.waitUntil(lambda: shown() == 0)


def test_it_begins_with_the_first_sound(qtbot, panel, sound, playhead):
    sound.is_present = True
    panel.playback.play()

    qtbot.waitUntil(lambda: sound.readings > 20)
    assert (sound.starts, playhead()) == ([0], 0)
    sound.played = 0.5

    qtbot.waitUntil(lambda: playhead() >= 15)


def test_it_waits_when_the_sound_runs_dry_and_catches_up(qtbot, panel, sound, playhead):
    sound.is_present = True
    panel.playback.play()
    sound.played = 0.7
    qtbot.waitUntil(lambda: playhead() >= 21)

    readings = sound.readings
    qtbot.waitUntil(lambda: sound.readings > readings + 60)
    assert playhead() <= frame_at(from_seconds(0.7 + RUN_ON), 30)
    sound.played = 1.5

    qtbot.waitUntil(lambda: playhead() >= 45)


def test_it_goes_on_when_the_device_is_lost(qtbot, panel, sound, playhead):
    sound.is_present = True
    panel.playback.play()

    sound.played = None
    sound.status = "The sound device does not answer"

    qtbot.waitUntil(lambda: playhead() >= 10)
    assert panel.banner.isVisible()
    assert "does not answer" in panel.banner.text.text()


def test_a_missing_device_is_told(panel, sound):
    sound.status = NO_DEVICE

    panel.playback.play()

    assert panel.banner.isVisible()
    assert NO_DEVICE in panel.banner.text.text()


def test_an_edit_does_not_stop_it(qtbot, panel, document, sound, playhead):
    panel.playback.play()
    qtbot.waitUntil(lambda: playhead() >= 5)
    marker = Marker(id="m", time=0)

    document.apply("Mark", lambda timeline: replace(timeline, markers=(marker,)))

    at = playhead()
    qtbot.waitUntil(lambda: playhead() >= at + 5)
    assert panel.playback.speed == 1
    assert sound.timelines[-1].markers == (marker,)


def test_removing_everything_while_it_plays_stops_it(qtbot, panel, document):
    panel.playback.play()

    document.apply("Clear", lambda timeline: replace(timeline, tracks=()))

    qtbot.waitUntil(lambda: panel.playback.speed == 0)
    assert document.playhead == 0


def test_a_moved_playhead_is_played_on_from(qtbot, panel, sound, playhead, go_to):
    sound.is_present = True
    panel.playback.play()

    go_to(20)

    qtbot.waitUntil(lambda: playhead() >= 21)
    qtbot.waitUntil(lambda: len(sound.starts) == 2)
    assert sound.starts[1] >= frame_start(20, 30)
    assert panel.playback.speed == 1


def test_media_that_is_missing_does_not_stop_it(
    qtbot, panel, document, footage, make_clip, make_timeline, playhead
):
    lost = make_clip(footage.with_name("beach.mp4"), frames=8)
    document.load(make_timeline(lost, make_clip(footage, start=8, frames=30)))
    errors = []
    panel.pictures.arrived.connect(lambda picture: errors.append(picture.error))
    panel.playback.play()

    qtbot.waitUntil(lambda: playhead() >= 20)

    assert any("beach.mp4" in error for error in errors)
    qtbot.waitUntil(lambda: errors[-1] == "")


def test_hiding_the_monitor_stops_it(panel):
    panel.playback.play()

    panel.hide()

    assert panel.playback.speed == 0


class TestKeys:
    @pytest.fixture
    def press(self, qtbot, panel):
        panel.activateWindow()
        panel.view.setFocus()
        qtbot.waitUntil(panel.view.hasFocus)
        return lambda key: qtbot.keyClick(panel.view, key)

    def test_space_plays_and_stops(self, panel, press):
        play = panel.transport_actions["play"]
        press(Qt.Key.Key_Space)
        assert (panel.playback.speed, play.text()) == (1, "Pause")
        press(Qt.Key.Key_Space)
        assert (panel.playback.speed, play.text()) == (0, "Play")

    def test_l_doubles_up_to_eight_and_k_stops(self, panel, press, sound):
        sound.is_present = True
        speeds = []
        for _ in range(5):
            press(Qt.Key.Key_L)
            speeds.append((panel.playback.speed, sound.is_on))
        assert speeds == [(1, True), (2, False), (4, False), (8, False), (8, False)]
        press(Qt.Key.Key_K)
        assert panel.playback.speed == 0

    def test_j_turns_round_and_doubles(self, panel, press, go_to):
        go_to(55)
        speeds = []
        for key in (Qt.Key.Key_L, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_L):
            press(key)
            speeds.append(panel.playback.speed)
        assert speeds == [1, -1, -2, 1]

    @pytest.mark.parametrize(
        ("key", "frame"),
        [
            (Qt.Key.Key_Left, 29),
            (Qt.Key.Key_Right, 31),
            (Qt.Key.Key_Home, 0),
            (Qt.Key.Key_End, 60),
        ],
    )
    def test_arrows_home_and_end_stop_there(self, panel, press, playhead, go_to, key, frame):
        go_to(30)
        panel.playback.play(-1)
        go_to(30)

        press(key)

        assert (panel.playback.speed, playhead()) == (0, frame)

    @pytest.mark.parametrize(
        ("key", "at"), [(Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 60), (Qt.Key.Key_J, 0)]
    )
    def test_they_stay_within_the_timeline(self, panel, press, playhead, go_to, key, at):
        go_to(at)
        press(key)
        assert (playhead(), panel.playback.speed) == (at, 0)
