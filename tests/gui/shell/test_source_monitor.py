"""Footage in the source monitor: looked at, marked, and cut in by three points."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_studio.library import Upload
from timeline_studio.timeline import edits
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.media_bin.bin_model import UPLOAD
from timeline_studio.ui.monitor.monitor_panel import MonitorPanel
from timeline_studio.ui.shell import MainWindow

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
FRAME = SECOND // 25


@pytest.fixture
def chosen(uploads: list[Upload], window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The video of two seconds is chosen in the bin."""
    window.activateWindow()
    model = window.panels.media.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    rows = [model.index(row) for row in range(3)]
    beach = next(row for row in rows if row.data(UPLOAD).name == "beach.mp4")
    window.panels.media.view.selectionModel().select(
        beach, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    window.panels.timeline.view.setFocus()
    return window


@pytest.fixture
def monitor(chosen: MainWindow, tasks: BackgroundTasks) -> MonitorPanel:
    """It shows the source."""
    press(chosen, KEY.Key_F, SHIFT)
    assert tasks.wait_idle()
    assert chosen.panels.monitor.shows_source
    return chosen.panels.monitor


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.panels.timeline.view, key, modifiers)


def mark(window: MainWindow, monitor: MonitorPanel, start: int, end: int) -> None:
    """In on frame `start`, out on frame `end`, both shown."""
    monitor.source.document.set_playhead(start * FRAME)
    press(window, KEY.Key_I)
    monitor.source.document.set_playhead(end * FRAME)
    press(window, KEY.Key_O)


def shape(window: MainWindow) -> list[list[tuple[float, float, float]]]:
    """Start, end and source start, in seconds, of each track's items."""
    return [
        [(i.start / SECOND, i.end / SECOND, i.source_start / SECOND) for i in track.items]
        for track in window.document.timeline.tracks
    ]


def test_its_own_points_say_what_is_cut_in(chosen: MainWindow, monitor: MonitorPanel) -> None:
    mark(chosen, monitor, 10, 34)
    assert monitor.source.points.stretch == (10 * FRAME, 35 * FRAME)
    assert chosen.panels.timeline.points.stretch is None
    press(chosen, KEY.Key_Comma)
    assert shape(chosen) == [[(0, 1, 0.4)], [(0, 1, 0.4)]]
    assert chosen.document.timeline.rate == Fraction(25)
    assert (
        len({item.link for track in chosen.document.timeline.tracks for item in track.items}) == 1
    )
    assert monitor.shows_source
    press(chosen, KEY.Key_Comma)
    assert shape(chosen) == [[(0, 1, 0.4), (1, 2, 0.4)]] * 2
    assert chosen.document.undo_stack.count() == 2


def test_the_timelines_points_say_where(
    chosen: MainWindow, monitor: MonitorPanel, qtbot: QtBot
) -> None:
    chosen.document.apply("Rate", lambda t: edits.set_format(t, rate=Fraction(25)))
    press(chosen, KEY.Key_Period)
    mark(chosen, monitor, 0, 9)
    chosen.panels.timeline.points.set_start(SECOND)
    press(chosen, KEY.Key_Period)
    assert shape(chosen)[0] == [(0, 1, 0), (1, 1.4, 0), (1.4, 2, 1.4)]
    chosen.panels.timeline.points.set(0, 60 * FRAME)
    before = chosen.document.timeline
    with qtbot.waitSignal(chosen.document.refused) as told:
        press(chosen, KEY.Key_Period)
    assert chosen.document.timeline == before
    assert "more frames" in told.args[0]


def test_append_and_on_top_take_what_is_marked(chosen: MainWindow, monitor: MonitorPanel) -> None:
    mark(chosen, monitor, 5, 14)
    press(chosen, KEY.Key_E)
    press(chosen, KEY.Key_Period, SHIFT)
    tracks = chosen.document.timeline.video_tracks
    assert [[(i.start, i.duration, i.source_start) for i in track.items] for track in tracks] == [
        [(0, 10 * FRAME, 5 * FRAME)],
        [(0, 10 * FRAME, 5 * FRAME)],
    ]


def test_the_selected_clip_is_replaced(chosen: MainWindow, tasks: BackgroundTasks) -> None:
    press(chosen, KEY.Key_E)
    assert tasks.wait_idle()
    (item,) = chosen.document.timeline.video_tracks[0].items
    chosen.document.apply("Trim", lambda t: edits.trim(t, item.id, end=SECOND))
    press(chosen, KEY.Key_F, SHIFT)
    assert tasks.wait_idle()
    monitor = chosen.panels.monitor
    mark(chosen, monitor, 20, 49)
    press(chosen, KEY.Key_Comma, SHIFT)
    assert shape(chosen) == [[(0, 1, 0.8)], [(0, 1, 0.8)]]
    assert chosen.document.undo_stack.undoText() == "Replace with beach.mp4"


def test_f_shows_the_very_picture_of_the_clip(chosen: MainWindow, tasks: BackgroundTasks) -> None:
    press(chosen, KEY.Key_E)
    assert tasks.wait_idle()
    (item,) = chosen.document.timeline.video_tracks[0].items
    chosen.document.apply("Trim", lambda t: edits.trim(t, item.id, start=10 * FRAME))
    chosen.document.set_playhead(30 * FRAME)
    press(chosen, KEY.Key_F)
    assert tasks.wait_idle()
    source = chosen.panels.monitor.source
    assert chosen.panels.monitor.shows_source
    assert source.document.playhead == 30 * FRAME


def test_moving_the_playhead_brings_the_timeline_back(
    chosen: MainWindow, monitor: MonitorPanel
) -> None:
    press(chosen, KEY.Key_Comma)
    press(chosen, KEY.Key_Right)
    assert not monitor.shows_source
    press(chosen, KEY.Key_I)
    assert chosen.panels.timeline.points.start == FRAME
    assert monitor.source.points.start is None


def test_the_transport_plays_what_is_shown(
    chosen: MainWindow, monitor: MonitorPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_studio.ui.monitor.sound.open_sink", lambda *_: None)
    document = monitor.source.document
    document.set_playhead(40 * FRAME)
    press(chosen, KEY.Key_J)
    qtbot.waitUntil(lambda: document.playhead < 40 * FRAME)
    assert monitor.playback.speed == 0
    press(chosen, KEY.Key_K)
    assert monitor.source_viewer.playback.speed == 0
    document.set_playhead(40 * FRAME)
    press(chosen, KEY.Key_J)
    monitor.show_timeline()
    assert monitor.source_viewer.playback.speed == 0


def test_popovers_of_the_timeline_lie_over_the_whole_window(chosen: MainWindow) -> None:
    panel = chosen.panels.timeline
    press(chosen, KEY.Key_M)
    press(chosen, KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert panel.marker.parentWidget() is chosen
    assert chosen.rect().contains(panel.marker.geometry())
    assert not panel.marker.visibleRegion().isEmpty()
