"""Rows of one's own height, by their lower edge and the wheel; how the ruler writes moments."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.timeline.time import drop_frame_timecode, frame_start
from timeline_studio.ui.editor.ruler_steps import steps

NTSC = Fraction(30000, 1001)


def height_of(panel, track_id):
    return panel.view.layout_of_tracks.rows.of(track_id).height


def pull_edge(panel, track_id, by):
    """Drag the lower edge of a header by so many pixels."""
    header = panel.headers.header(track_id)
    edge = QPoint(60, header.height() - 1)
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=edge)
    to = edge + QPoint(0, by)
    where = QPointF(to), QPointF(header.mapToGlobal(to))
    button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        header, QMouseEvent(QEvent.Type.MouseMove, *where, none, button, modifiers)
    )
    QTest.mouseRelease(header, button, pos=to)


class TestRows:
    def test_the_lower_edge_of_a_header_makes_one_row_higher(self, panel):
        before = height_of(panel, "V1")
        pull_edge(panel, "V1", 40)
        assert height_of(panel, "V1") == before + 40
        assert height_of(panel, "V2") == before
        assert panel.headers.header("V1").height() == before + 40

    def test_no_row_gets_lower_than_its_name(self, panel):
        pull_edge(panel, "V1", -500)
        assert height_of(panel, "V1") == 24

    def test_all_of_a_kind_together_let_it_go(self, panel):
        layout = panel.view.layout_of_tracks
        layout.set_height("V1", 100)
        layout.change_height("video", 4)
        assert height_of(panel, "V1") == height_of(panel, "V2")
        assert layout.own_heights == {}


class TestClocks:
    @pytest.mark.parametrize(
        ("clock", "text"),
        [
            ("timecode", "00:00:02:12"),
            ("drop_frame", "00:00:02:12"),
            ("frames", "62"),
            ("seconds", "2.48 s"),
        ],
    )
    def test_the_playhead_is_written_so(self, panel, document, clock, text):
        panel.editor_actions[f"clock_{clock}"].trigger()
        document.set_playhead(frame_start(62, Fraction(25)))
        shown = [each.text() for each in panel.findChildren(QLabel)]
        assert text in shown
        assert panel.editor_actions[f"clock_{clock}"].isChecked()

    def test_the_rulers_menu_has_them(self, panel, qtbot):
        point = QPoint(200, 4)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, panel.ruler.mapToGlobal(point)
        )
        QApplication.sendEvent(panel.ruler, event)
        (menu,) = (each for each in panel.findChildren(QMenu) if each.isVisible())
        assert "Ruler: Frames" in [action.text() for action in menu.actions()]
        menu.close()

    @pytest.mark.parametrize(
        ("frame", "text"),
        [
            (0, "00:00:00;00"),
            (1799, "00:00:59;29"),
            (1800, "00:01:00;02"),
            (17981, "00:09:59;29"),
            (17982, "00:10:00;00"),
            (107892, "01:00:00;00"),
        ],
    )
    def test_drop_frame_keeps_to_the_clock(self, frame, text):
        assert drop_frame_timecode(frame_start(frame, NTSC), NTSC) == text

    def test_at_sixty_it_leaves_out_four(self):
        rate = Fraction(60000, 1001)
        assert drop_frame_timecode(frame_start(3600, rate), rate) == "00:01:00;04"

    def test_other_rates_have_none(self):
        assert drop_frame_timecode(SECOND, Fraction(25)) == "00:00:01:00"

    def test_frames_are_round_numbers(self):
        assert steps(SECOND / 100, Fraction(25), in_frames=True).label == 100
