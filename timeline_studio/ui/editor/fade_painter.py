"""Painting fades over a clip's body: what is faded away is dark; handles where one may drag."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.model import Caption, Item
from timeline_studio.ui.editor.fade_handles import (
    HANDLE,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    fade_end,
    fade_of,
    handle_x,
)
from timeline_studio.ui.editor.hits import STRIP_HEIGHT
from timeline_studio.ui.editor.viewport import Viewport

_AWAY = QColor(0, 0, 0, 120)
_LINE = QColor("#FFFFFF")
_EDGE = QColor(0, 0, 0, 150)
_EDGES: tuple[Edge, ...] = ("start", "end")


def paint_fades(painter: QPainter, item: Item, body: QRect, viewport: Viewport) -> None:
    """Nothing where the item does not fade."""
    if isinstance(item, Caption) or not (item.fade_in or item.fade_out):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for edge in _EDGES:
        _paint_fade(painter, item, edge, body, viewport)
    painter.restore()


def _paint_fade(painter: QPainter, item: Item, edge: Edge, body: QRect, viewport: Viewport) -> None:
    """A line from nothing, or where a fade that was cut has come to, up to all."""
    fade = fade_of(item, edge)
    if fade is None:
        return
    begun = fade.cut / fade.duration
    outer = viewport.x_of(item.start if edge == "start" else item.end)
    inner = viewport.x_of(fade_end(item, edge))
    top, bottom = float(body.top()), float(body.bottom() + 1)
    low = QPointF(outer, bottom - begun * (bottom - top))
    high = QPointF(inner, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_AWAY)
    painter.drawPolygon(QPolygonF([low, high, QPointF(outer, top)]))
    painter.setPen(QPen(_LINE, 1))
    painter.drawLine(low, high)


def paint_handles(painter: QPainter, item: Item, rect: QRect, viewport: Viewport) -> None:
    """The circles at the corners of a clip that has room for them."""
    is_roomy = rect.width() >= LEAST_WIDTH and rect.height() >= LEAST_HEIGHT - 2
    if isinstance(item, Caption) or not is_roomy:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(_LINE)
    middle = rect.top() + STRIP_HEIGHT + 1 + HANDLE / 2
    for edge in _EDGES:
        centre = QPointF(handle_x(item, edge, viewport), middle)
        painter.drawEllipse(centre, HANDLE / 2, HANDLE / 2)
    painter.restore()
