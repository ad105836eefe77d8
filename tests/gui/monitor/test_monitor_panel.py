"""What a user sees in the monitor: the picture of the playhead, or the reason why not."""

import threading
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from timeline_studio.timeline.model import Timeline, Track
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.editor.gesture import EdgePictures
from timeline_studio.ui.monitor import composer
from timeline_studio.ui.monitor.picture import cells_of, fit


@pytest.fixture
def threads_before() -> set[threading.Thread]:
    return set(threading.enumerate())


@pytest.mark.parametrize("frame", [0, 1, 14, 15, 37, 59])
def test_the_picture_is_the_playheads(qtbot, panel, shown, go_to, frame):
    go_to(frame)

    qtbot.waitUntil(lambda: shown() == frame)


def test_a_hundred_quick_seeks_end_on_the_last_one(qtbot, panel, shown, go_to):
    for step in range(100):
        go_to(step * 37 % 60)
    go_to(23)

    qtbot.waitUntil(lambda: panel.pictures.is_settled)
    assert shown() == 23


def test_a_picture_that_comes_too_late_is_not_shown(qtbot, panel, shown, go_to):
    arrived = []
    panel.pictures.arrived.connect(lambda picture: arrived.append(picture.time))
    for frame in range(1, 60):
        go_to(frame)

    qtbot.waitUntil(lambda: panel.pictures.is_settled)
    assert arrived == sorted(arrived)
    assert arrived[-1] == frame_start(59, 30)
    assert len(arrived) < 59


def test_an_edit_is_seen_at_once(qtbot, panel, document, shown, go_to):
    go_to(10)
    qtbot.waitUntil(lambda: shown() == 10)

    def slip(timeline: Timeline) -> Timeline:
        clip = timeline.tracks[0].items[0]
        slipped = replace(clip, source_start=frame_start(20, timeline.rate))
        return replace(timeline, tracks=(replace(timeline.tracks[0], items=(slipped,)),))

    document.apply("Slip", slip)

    qtbot.waitUntil(lambda: shown() == 30)


def test_the_end_holds_the_last_picture(qtbot, panel, shown, playhead):
    panel.transport_actions["to_end"].trigger()

    qtbot.waitUntil(lambda: shown() == 59)
    assert playhead() == 60


def test_resizing_makes_a_picture_of_the_new_size(qtbot, panel, shown):
    sizes = []
    panel.pictures.arrived.connect(lambda picture: sizes.append(picture.image.width()))
    qtbot.waitUntil(lambda: shown() == 0)

    panel.resize(900, 700)

    qtbot.waitUntil(lambda: sizes[-1:] == [panel.view.width()])
    assert shown() == 0


def test_timecode_and_duration_are_frames(panel, go_to):
    go_to(31)

    words = [panel.findChild(QLabel, name).text() for name in ("timecode", "duration")]
    assert words == ["00:00:01:01", "00:00:02:00"]


def test_a_press_on_the_bar_moves_the_playhead(qtbot, panel, shown, playhead):
    bar = panel.scrub_bar

    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, 12))
    assert playhead() == 30
    qtbot.mouseMove(bar, QPoint(-50, 12))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() + 50, 12))

    qtbot.waitUntil(lambda: shown() == playhead())


def test_missing_media_is_named_in_the_picture(qtbot, panel, document, footage, make_clip):
    lost = make_clip(footage.with_name("beach.mp4"))
    video = Track(id="v", kind="video", items=(lost,))

    document.load(replace(document.timeline, tracks=(video,)))

    qtbot.waitUntil(lambda: "“beach.mp4” is missing" in panel.view.error)


def test_a_damaged_file_is_named_in_the_picture(qtbot, panel, document, footage, make_clip):
    broken = footage.with_name("broken.mp4")
    broken.write_bytes(footage.read_bytes()[:2000])
    video = Track(id="v", kind="video", items=(make_clip(broken),))

    document.load(replace(document.timeline, tracks=(video,)))

    qtbot.waitUntil(lambda: "broken.mp4" in panel.view.error)


def test_an_error_gives_way_to_the_next_picture(
    qtbot, panel, document, shown, footage, make_clip, make_timeline, go_to
):
    lost = make_clip(footage.with_name("beach.mp4"), start=10, frames=10)
    document.load(make_timeline(make_clip(footage, frames=10), lost))
    go_to(12)
    qtbot.waitUntil(lambda: bool(panel.view.error))

    go_to(5)

    qtbot.waitUntil(lambda: shown() == 5)
    assert not panel.view.error


def test_a_bug_is_told_and_logged(qtbot, panel, shown, go_to, monkeypatch, caplog):
    qtbot.waitUntil(lambda: shown() == 0)

    def broken(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(composer, "bgra_bytes", broken)
    go_to(3)

    qtbot.waitUntil(lambda: panel.view.error == composer.BUG)
    assert "ZeroDivisionError" in caplog.text


def test_an_empty_timeline_asks_for_a_clip(qtbot, panel, document, shown):
    qtbot.waitUntil(lambda: shown() == 0)
    before = panel.view.grab().toImage()

    document.load(Timeline())

    assert shown() is None
    assert panel.view.grab().toImage() != before
    assert panel.pictures.is_settled


@pytest.mark.parametrize("width", [360, 716, 1112])
def test_the_transport_never_hides(qtbot, panel, width):
    panel.resize(width, 400)

    buttons = panel.transport_bar.findChildren(QToolButton)
    parts = [panel.transport_bar.timecode, *buttons, panel.transport_bar.duration]

    def is_in_a_row() -> bool:
        places = [part.geometry() for part in parts]
        return all(a.right() < b.left() for a, b in pairwise(places)) and all(
            panel.transport_bar.rect().contains(place) for place in places
        )

    qtbot.waitUntil(is_in_a_row)
    assert panel.width() == width
    assert len(buttons) == 5
    assert all(button.width() >= 24 and button.height() >= 24 for button in buttons)


def test_it_cannot_be_made_narrower_than_its_transport(panel):
    assert panel.minimumWidth() == 360


def test_every_button_tells_its_key(panel):
    tips = {button.toolTip() for button in panel.transport_bar.findChildren(QToolButton)}

    assert tips == {
        "Go to Start (Home)",
        "One Frame Back (Left)",
        "Play (Space)",
        "One Frame Forward (Right)",
        "Go to End (End)",
    }


def test_closing_leaves_no_thread(qtbot, threads_before, panel, shown, sound):
    qtbot.waitUntil(lambda: shown() == 0)
    panel.playback.play()
    assert any(thread.name.startswith("monitor") for thread in threading.enumerate())

    panel.close()

    assert set(threading.enumerate()) <= threads_before
    assert sound.is_closed


def test_a_closed_panel_asks_for_nothing(qtbot, threads_before, panel, shown, go_to):
    qtbot.waitUntil(lambda: shown() == 0)
    panel.close()

    go_to(30)

    assert set(threading.enumerate()) <= threads_before


def test_it_comes_back_when_it_is_shown_again(qtbot, panel, shown, go_to):
    qtbot.waitUntil(lambda: shown() == 0)
    panel.close()
    go_to(30)

    panel.show()

    qtbot.waitUntil(lambda: shown() == 30)


def test_the_pictures_beside_a_cut_are_shown_together(qtbot, panel, document, shown, go_to):
    go_to(5)
    qtbot.waitUntil(lambda: shown() == 5)
    arrived = []
    panel.pictures.arrived.connect(arrived.append)
    timeline = document.timeline
    panel.show_edges(EdgePictures(timeline, (frame_start(11, 30), None, frame_start(41, 30), None)))
    qtbot.waitUntil(lambda: bool(arrived))
    sheet = arrived[-1].image
    cells = cells_of(fit((320, 180), sheet.width(), sheet.height()), 4)
    lit = [
        sheet.copy(left, top, size.width, size.height).scaled(1, 1).pixelColor(0, 0).lightness()
        for left, top, size in cells
    ]
    assert [light > 0 for light in lit] == [True, False, True, False]

    panel.show_edges(None)
    qtbot.waitUntil(lambda: shown() == 5)
