"""Tracks are put in another order by their headers."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton


def order(document) -> list[str]:
    return [track.id for track in document.timeline.tracks]


def drag_header(panel, track_id: str, dy: int) -> None:
    """By its bare part, below the buttons."""
    header = panel.headers.header(track_id)
    grab = QPoint(header.width() - 8, header.height() - 8)
    QTest.mousePress(header, LEFT, pos=grab)
    QTest.mouseMove(header, grab + QPoint(0, dy))
    QTest.mouseRelease(header, LEFT, pos=grab + QPoint(0, dy))


def test_a_track_is_dragged_over_another_in_one_step(panel, document):
    drag_header(panel, "V2", 50)
    assert order(document) == ["V2", "V1", "A1"]
    assert document.undo_stack.count() == 1
    document.undo()
    assert order(document) == ["V1", "V2", "A1"]


def test_over_a_track_of_another_kind_it_stays(panel, document):
    drag_header(panel, "V1", 60)
    assert order(document) == ["V1", "V2", "A1"]
    assert document.undo_stack.count() == 0


def test_a_click_moves_nothing(panel, document):
    drag_header(panel, "V2", 0)
    assert document.undo_stack.count() == 0
