"""The Markers tab: chapters in order, and the one whose picture is the poster."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from timeline_studio.timeline import Marker, Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND as SECOND
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.markers.markers_model import NAME, TIME
from timeline_studio.ui.markers.markers_panel import MarkersPanel
from timeline_studio.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qtbot: QtBot) -> TimelineDocument:
    markers = (
        Marker(id="a", time=0, name="Start"),
        Marker(id="b", time=2 * SECOND, name="Middle", is_poster=True),
        Marker(id="c", time=4 * SECOND),
    )
    return TimelineDocument(Timeline(rate=Fraction(25), markers=markers))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, theme: Theme) -> MarkersPanel:
    made = MarkersPanel(document, theme)
    qtbot.addWidget(made)
    made.resize(300, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _click_row(panel: MarkersPanel, row: int) -> None:
    panel.table.setFocus()
    place = panel.table.visualRect(panel.model.index(row, NAME)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place)


def _posters(document: TimelineDocument) -> list[str]:
    return [marker.id for marker in document.timeline.markers if marker.is_poster]


def test_markers_are_listed_and_a_click_goes_there(panel: MarkersPanel, document: TimelineDocument):
    rows = [
        (panel.model.index(row, TIME).data(), panel.model.index(row, NAME).data())
        for row in range(panel.model.rowCount())
    ]
    assert rows == [
        ("00:00:00:00", "Start"),
        ("00:00:02:00", "Middle"),
        ("00:00:04:00", "No name"),
    ]
    _click_row(panel, 2)
    assert document.playhead == 4 * SECOND


def test_one_marker_is_the_poster_until_another_is(panel: MarkersPanel, document: TimelineDocument):
    _click_row(panel, 0)
    QTest.mouseClick(panel.poster, LEFT)
    assert _posters(document) == ["a"]
    assert panel.poster.text() == "No Longer the Poster"
    QTest.mouseClick(panel.poster, LEFT)
    assert _posters(document) == []
    document.undo()
    document.undo()
    assert _posters(document) == ["b"]


def test_a_marker_gets_its_name_with_the_keyboard(
    qtbot: QtBot, panel: MarkersPanel, document: TimelineDocument
):
    _click_row(panel, 2)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    field = panel.table.findChild(QLineEdit)
    QTest.keyClicks(field, "The end")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.timeline.markers[2].name == "The end")


def test_delete_takes_the_marker_away(panel: MarkersPanel, document: TimelineDocument):
    _click_row(panel, 1)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert [marker.id for marker in document.timeline.markers] == ["a", "c"]
    document.undo()
    assert len(document.timeline.markers) == 3


def test_without_markers_it_says_how_to_make_one(panel: MarkersPanel, document: TimelineDocument):
    document.load(Timeline())
    assert panel.empty.isVisible()


def test_a_read_only_timeline_keeps_its_markers(panel: MarkersPanel, document: TimelineDocument):
    _click_row(panel, 1)
    document.set_read_only(True)
    assert not panel.poster.isEnabled()
    assert not panel.delete.isEnabled()
