"""The wheel, touchpads and pinches over the canvas: scroll, zoom, row height."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent

from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport

_NOTCH = 120
_PIXELS_A_NOTCH = 60
_ZOOM_A_NOTCH = 1.25


def turn_wheel(event: QWheelEvent, viewport: Viewport, layout: TrackLayout) -> None:
    """Vertical, or horizontal where nothing overflows; Shift horizontal, Ctrl zoom at the
    pointer, Alt the height of the row under it, with Shift of all of its kind."""
    modifiers = event.modifiers()
    delta = event.angleDelta()
    notches = (delta.y() or delta.x()) / _NOTCH  # with Alt, Qt turns the axes
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        viewport.zoom_to(viewport.scale / _ZOOM_A_NOTCH**notches, event.position().x())
    elif modifiers & Qt.KeyboardModifier.AltModifier:
        row = layout.rows.at(round(event.position().y()) + viewport.top)
        if row:
            by = round(4 * notches)
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                layout.change_height(row.track.kind, by)
            else:
                layout.set_height(row.track.id, row.height + by)
    else:
        _scroll(event, viewport, is_sideways=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))


def _scroll(event: QWheelEvent, viewport: Viewport, *, is_sideways: bool) -> None:
    by = event.pixelDelta()
    if by.isNull():
        by = event.angleDelta() * _PIXELS_A_NOTCH / _NOTCH
    if by.x() == 0 and (is_sideways or viewport.furthest_top == 0):
        by = QPoint(by.y(), 0)
    viewport.scroll_to(viewport.left - by.x(), viewport.top - by.y())
