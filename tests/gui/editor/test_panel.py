"""The panel around the canvas: ruler, minimap, headers, wheel, drops, placing."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QToolButton, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, empty_timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.editor import UPLOADS_MIME, placed, uploads_mime
from timeline_studio.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def turn_wheel(widget: QWidget, notches: int, modifiers=NONE) -> None:
    at = QPoint(400, 40)
    delta = QPoint(120 * notches, 0) if modifiers == ALT else QPoint(0, 120 * notches)
    where = QPointF(at), QPointF(widget.mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(*where, QPoint(), delta, Qt.MouseButton.NoButton, modifiers, phase, False)
    QApplication.sendEvent(widget, event)


class TestRuler:
    def test_a_press_moves_the_playhead_and_dragging_scrubs(self, panel, document, hand):
        QTest.mousePress(panel.ruler, LEFT, NONE, QPoint(hand.x(3), 5))
        assert document.playhead == 3 * SECOND
        QTest.mouseMove(panel.ruler, QPoint(hand.x(4), 5))
        assert document.playhead == 4 * SECOND
        QTest.mouseRelease(panel.ruler, LEFT, NONE, QPoint(hand.x(4), 5))
        QTest.mouseMove(panel.ruler, QPoint(hand.x(1), 5))
        assert document.playhead == 4 * SECOND

    def test_a_marker_is_jumped_to(self, panel, document, hand):
        flag = QPoint(hand.x(9) + 5, panel.ruler.height() - 8)
        QTest.mouseClick(panel.ruler, LEFT, NONE, flag)
        assert document.playhead == 9 * SECOND


class TestWheel:
    def test_control_zooms_at_the_pointer(self, panel):
        viewport = panel.view.viewport
        before, time = viewport.scale, viewport.time_at(400)
        turn_wheel(panel.view, 1, CTRL)
        assert viewport.scale < before
        assert viewport.x_of(time) == pytest.approx(400, abs=1)

    def test_where_nothing_overflows_it_scrolls_sideways(self, panel):
        panel.view.viewport.zoom_to(SECOND / 400, 0)
        turn_wheel(panel.view, -1)
        assert panel.view.viewport.left == 60

    def test_else_downwards_and_with_shift_sideways(self, panel, document):
        for _ in range(6):
            document.apply("Track", lambda t: edits.add_track(t, "video"))
        panel.view.viewport.zoom_to(SECOND / 400, 0)
        turn_wheel(panel.view, -1)
        assert (panel.view.viewport.left, panel.view.viewport.top) == (0, 60)
        turn_wheel(panel.view, -1, SHIFT)
        assert (panel.view.viewport.left, panel.view.viewport.top) == (60, 60)

    def test_alt_changes_the_rows_height(self, panel):
        rows = panel.view.layout_of_tracks.rows
        assert rows.of("V1").height == 48
        turn_wheel(panel.view, 1, ALT)
        rows = panel.view.layout_of_tracks.rows
        high = {row.label: row.height for row in rows}
        assert sorted(high.values()) == [40, 48, 52]  # the row under the pointer alone
        turn_wheel(panel.view, 1, ALT | SHIFT)
        rows = panel.view.layout_of_tracks.rows
        assert rows.of("V1").height == rows.of("V2").height == 52
        assert rows.of("A1").height == 40

    def test_the_middle_button_pans(self, panel):
        panel.view.viewport.zoom_to(SECOND / 400, 0)
        QTest.mousePress(panel.view, Qt.MouseButton.MiddleButton, NONE, QPoint(500, 20))
        QTest.mouseMove(panel.view, QPoint(380, 20))
        QTest.mouseRelease(panel.view, Qt.MouseButton.MiddleButton, NONE, QPoint(380, 20))
        assert panel.view.viewport.left == 120


class TestZoom:
    def test_it_stops_at_everything_and_at_120_pixels_a_frame(self, panel):
        viewport = panel.view.viewport
        viewport.zoom_to(1e15, 0)
        assert viewport.x_of(16 * SECOND) == pytest.approx(viewport.width / 1.1, abs=1)
        viewport.zoom_to(1, 0)
        assert viewport.x_of(SECOND // 25) == 120

    def test_the_slider_goes_from_one_to_the_other(self, panel):
        slider = panel.toolbar.findChild(QSlider)
        viewport = panel.view.viewport
        slider.setValue(slider.maximum())
        assert viewport.scale == pytest.approx(viewport.closest)
        slider.setValue(0)
        assert viewport.scale == pytest.approx(viewport.farthest)
        viewport.zoom_to(viewport.closest, 0)
        assert slider.value() == slider.maximum()


class TestMinimap:
    def test_a_click_brings_the_window_there(self, panel):
        panel.view.viewport.zoom_to(SECOND / 400, 0)
        QTest.mouseClick(panel.minimap, LEFT, NONE, QPoint(900, 5))
        assert panel.view.viewport.left > 0

    def test_dragging_its_edge_zooms(self, panel):
        viewport = panel.view.viewport
        viewport.zoom_to(SECOND / 400, 0)
        before = viewport.scale
        right = round(viewport.width * viewport.scale / viewport.farthest)
        QTest.mousePress(panel.minimap, LEFT, NONE, QPoint(right, 5))
        QTest.mouseMove(panel.minimap, QPoint(right + 100, 5))
        QTest.mouseRelease(panel.minimap, LEFT, NONE, QPoint(right + 100, 5))
        assert viewport.scale > before
        assert viewport.left == 0


class TestHeaders:
    def button(self, panel, track_id: str, name: str) -> QToolButton:
        buttons = panel.headers.header(track_id).findChildren(QToolButton)
        return next(each for each in buttons if each.accessibleName() == name)

    def test_lock_hide_mute_and_solo_are_edits(self, panel, document, qtbot):
        for track, name in (("V1", "Lock"), ("V2", "Hide"), ("A1", "Mute"), ("A1", "Solo")):
            qtbot.mouseClick(self.button(panel, track, name), LEFT)
        v1, v2, a1 = document.timeline.tracks
        assert (v1.locked, v2.hidden, a1.muted, a1.solo) == (True, True, True, True)
        for _ in range(4):
            document.undo()
        assert not self.button(panel, "V1", "Lock").isChecked()

    def test_the_badge_takes_the_target(self, panel, document, qtbot):
        assert self.button(panel, "V1", "Target V1").isChecked()
        qtbot.mouseClick(self.button(panel, "V2", "Target V2"), LEFT)
        assert not self.button(panel, "V1", "Target V1").isChecked()
        assert panel.mode.target(document.timeline, "video").id == "V2"

    def test_a_double_click_renames(self, panel, document, qtbot):
        header = panel.headers.header("V2")
        qtbot.mouseDClick(header, LEFT, pos=QPoint(60, 10))
        field = header.findChild(QLineEdit)
        qtbot.keyClicks(field, "B-roll")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert document.timeline.tracks[1].name == "B-roll"

    def test_new_tracks_get_headers(self, panel, document):
        document.apply("Track", lambda t: edits.add_track(t, "audio"))
        track = document.timeline.audio_tracks[-1]
        assert panel.headers.header(track.id).isVisible()


class TestDrops:
    def drop(self, panel, mime: QMimeData, at: QPoint) -> bool:
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, copy, mime, LEFT, NONE)
        QApplication.sendEvent(panel.view, enter)
        event = QDropEvent(QPointF(at), copy, mime, LEFT, NONE)
        QApplication.sendEvent(panel.view, event)
        return enter.isAccepted() and event.isAccepted()

    def test_uploads_are_told_with_track_and_time(self, panel, hand, qtbot):
        with qtbot.waitSignal(panel.uploads_dropped) as told:
            assert self.drop(panel, uploads_mime([7, 8]), hand.point(10, "V2"))
        assert told.args == [[7, 8], "V2", 10 * SECOND]

    def test_they_snap(self, panel, hand, qtbot):
        with qtbot.waitSignal(panel.uploads_dropped) as told:
            self.drop(panel, uploads_mime([7]), hand.point(8, "V1") + QPoint(5, 0))
        assert told.args[2] == 8 * SECOND

    def test_files_below_the_tracks(self, panel, hand, qtbot, tmp_path):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "é 1.mp4"))])
        with qtbot.waitSignal(panel.files_dropped) as told:
            assert self.drop(panel, mime, QPoint(hand.x(10), panel.view.height() - 3))
        assert told.args == [[tmp_path / "é 1.mp4"], "", 10 * SECOND]

    def test_what_is_not_understood_is_not_taken(self, panel, hand, qtbot):
        text, broken = QMimeData(), QMimeData()
        text.setText("hello")
        broken.setData(UPLOADS_MIME, b"{")
        number = QMimeData()
        number.setData(UPLOADS_MIME, json.dumps(3).encode())
        with qtbot.assertNotEmitted(panel.uploads_dropped):
            for mime in (text, broken, number):
                assert not self.drop(panel, mime, hand.point(10, "V2"))

    def test_reading_only_nothing_is_taken(self, panel, document, hand):
        document.set_read_only(True)
        assert not self.drop(panel, uploads_mime([7]), hand.point(10, "V2"))


class TestPlacing:
    def pair(self, name: str, seconds: int = 3) -> tuple[Clip, Clip]:
        media = MediaReference(url=f"upload:{name}", duration=seconds * SECOND)
        duration = seconds * SECOND
        return (
            Clip(id=f"{name}v", start=0, duration=duration, media=media, link=name),
            Clip(id=f"{name}a", start=0, duration=duration, media=media, link=name),
        )

    def starts(self, timeline: Timeline, level: int) -> dict[str, float]:
        return {item.id: item.start / SECOND for item in timeline.tracks[level].items}

    def test_appended_pairs_follow_each_other(self, film):
        after = placed(film, [self.pair("p"), self.pair("q")], "append", 0)
        assert (self.starts(after, 0)["pv"], self.starts(after, 0)["qv"]) == (16, 19)
        assert (self.starts(after, 2)["pa"], self.starts(after, 2)["qa"]) == (16, 19)

    def test_overwritten_on_the_track_that_is_named(self, film):
        after = placed(film, [self.pair("p")], "overwrite", 9 * SECOND, video_track="V2")
        assert self.starts(after, 1)["pv"] == 9
        assert self.starts(after, 2)["pa"] == 9

    def test_inserted_where_it_is_said(self, film):
        after = placed(film, [self.pair("p")], "insert", 2 * SECOND)
        assert self.starts(after, 0) == {"a": 0, "pv": 2, "b": 5, "c": 9}

    def test_tracks_are_made_where_there_are_none(self):
        after = placed(Timeline(), [self.pair("p")], "append", 0)
        assert [track.kind for track in after.tracks] == ["video", "audio"]

    def test_a_locked_track_refuses(self, film):
        locked = replace(film.tracks[0], locked=True)
        with pytest.raises(edits.EditError):
            placed(replace(film, tracks=(locked, *film.tracks[1:])), [self.pair("p")], "append", 0)


def test_the_theme_can_change_while_it_is_shown(panel):
    dark = panel.grab().toImage()
    panel.set_theme(Theme.load("light"))
    light = panel.grab().toImage()
    x, y = 1000, panel.height() - 40
    assert dark.pixelColor(x, y).lightness() < 80
    assert light.pixelColor(x, y).lightness() > 180


def test_an_empty_timeline_says_what_to_do(panel, document):
    full = panel.view.grab().toImage()
    document.load(empty_timeline())
    empty = panel.view.grab().toImage()
    middle = panel.view.rect().center()
    text = {
        empty.pixel(x, y)
        for x in range(middle.x() - 100, middle.x() + 100)
        for y in range(middle.y() - 6, middle.y() + 6)
    }
    assert empty != full
    assert len(text) > 5


def test_every_part_has_a_name_for_those_who_cannot_see(panel):
    for part in (panel, panel.view, panel.ruler, panel.minimap, panel.headers, panel.toolbar):
        assert part.accessibleName()
    assert all(button.accessibleName() for button in panel.findChildren(QToolButton))
