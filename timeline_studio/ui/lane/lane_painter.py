"""Paints the lane: the clip's stretch, the curve, its keyframes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from timeline_studio.timeline.effects.animation import Animated, Interpolation, keys_of, value_at
from timeline_studio.timeline.model import Item
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.lane.axis import Axis
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, font

SIGN = 9  # pixels across
_STEP = 3  # pixels between the points of a curve
_DIM = 0.35


class LanePainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        item: Item,
        animated: Animated,
        *,
        axis: Axis,
        viewport: Viewport,
        chosen: int | None,
        default: float,
    ) -> None:
        """In a lane that is as wide as the viewport."""
        width, height = viewport.width, axis.height
        left, right = viewport.x_of(item.start), viewport.x_of(item.end)
        painter.fillRect(0, 0, width, height, self._theme.color("bg0"))
        painter.fillRect(left, 0, right - left, height, self._theme.color("bg1"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, height - 1, width, height - 1)
        level = round(axis.y_of(default))
        painter.drawLine(max(left, 0), level, min(right, width), level)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not keys_of(animated):
            self._hint(painter, left, right, height)
        self._curve(painter, item, animated, axis, viewport)
        for key in keys_of(animated):
            at = QPointF(viewport.x_of(item.start + key.time), axis.y_of(key.value))
            color = self._theme.color("select" if key.time == chosen else "t1")
            is_outside = not 0 <= key.time <= item.duration
            painter.setOpacity(_DIM if is_outside else 1.0)
            painter.setBrush(color)
            painter.setPen(QPen(self._theme.color("bg0"), 1))
            draw_sign(painter, at, key.interpolation)
        painter.setOpacity(1.0)

    def _hint(self, painter: QPainter, left: int, right: int, height: int) -> None:
        area = QRectF(left + 8, height - 20, max(0, right - left - 16), 18)
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.color("t2"))
        words = painter.fontMetrics().elidedText(
            tr("Double-click to add a keyframe"), Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)

    def _curve(
        self, painter: QPainter, item: Item, animated: Animated, axis: Axis, viewport: Viewport
    ) -> None:
        first = max(viewport.x_of(item.start), 0)
        last = min(viewport.x_of(item.end), viewport.width)
        if first >= last:
            return
        jumps = [
            x
            for key in keys_of(animated)
            for x in (viewport.x_of(item.start + key.time),)
            if first < x < last
        ]
        places = sorted({*range(first, last, _STEP), last, *jumps, *(x - 1 for x in jumps)})
        height_at: Callable[[int], float] = lambda x: axis.y_of(  # noqa: E731
            value_at(animated, viewport.time_at(x) - item.start)
        )
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.drawPolyline(QPolygonF([QPointF(x, height_at(x)) for x in places]))


def draw_sign(painter: QPainter, at: QPointF, interpolation: Interpolation) -> None:
    """A diamond goes straight on, a square holds, a circle eases."""
    half = SIGN / 2
    if interpolation == "hold":
        painter.drawRect(QRectF(at.x() - half + 0.5, at.y() - half + 0.5, SIGN - 1, SIGN - 1))
    elif interpolation == "ease":
        painter.drawEllipse(at, half, half)
    else:
        ends = ((0, -half - 1), (half + 1, 0), (0, half + 1), (-half - 1, 0))
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in ends]))
