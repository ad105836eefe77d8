"""A small picture of a transition half way: A gives way to B."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_studio.timeline.transition_look import Direction, TransitionLook
from timeline_studio.ui.theme import Theme

_ARROW_COLOR = QColor("white")
_ARROW = 7
"""Pixels from its middle to its tip."""
_WAYS: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def paint_transition(painter: QPainter, area: QRect, theme: Theme, look: TransitionLook) -> None:
    """A has the colour of video's strips, B that of stills'."""
    painter.save()
    painter.setClipRect(area)
    outgoing, incoming = theme.clip("video").strip, theme.clip("still").strip
    if look.kind == "dissolve":
        _paint_ramp(painter, area, outgoing, None, incoming)
    elif look.kind == "dip":
        _paint_ramp(painter, area, outgoing, QColor(look.color), incoming)
    elif look.kind in {"push", "slide"}:
        _paint_moved(painter, area, look, outgoing, incoming)
    else:
        painter.fillRect(area, outgoing)
        painter.fillPath(_revealed(area, look), incoming)
    painter.restore()


def _paint_ramp(
    painter: QPainter, area: QRect, outgoing: QColor, through: QColor | None, incoming: QColor
) -> None:
    ramp = QLinearGradient(area.left(), 0, area.right(), 0)
    ramp.setColorAt(0.15, outgoing)
    if through is not None:
        ramp.setColorAt(0.45, through)
        ramp.setColorAt(0.55, through)
    ramp.setColorAt(0.85, incoming)
    painter.fillRect(area, ramp)


def _paint_moved(
    painter: QPainter, area: QRect, look: TransitionLook, outgoing: QColor, incoming: QColor
) -> None:
    """Each picture that moves has an arrow."""
    painter.fillRect(area, outgoing)
    painter.fillPath(_half(area, look.direction), incoming)
    across, down = _WAYS[look.direction]
    middle = QRectF(area).center()
    by = QPointF(across * area.width() / 4, down * area.height() / 4)
    _paint_arrow(painter, middle - by, look.direction)
    if look.kind == "push":
        _paint_arrow(painter, middle + by, look.direction)


def _paint_arrow(painter: QPainter, at: QPointF, direction: Direction) -> None:
    across, down = _WAYS[direction]
    tip = at + QPointF(across, down) * _ARROW
    tail = at - QPointF(across, down) * _ARROW
    side = QPointF(down, across) * _ARROW / 2
    back = tip - QPointF(across, down) * _ARROW / 2
    painter.setPen(QPen(_ARROW_COLOR, 2))
    painter.drawLine(tail, tip)
    painter.drawLine(tip, back + side)
    painter.drawLine(tip, back - side)


def _revealed(area: QRect, look: TransitionLook) -> QPainterPath:
    path = QPainterPath()
    middle = QRectF(area).center()
    if look.kind == "iris":
        path.addEllipse(middle, area.height() * 0.36, area.height() * 0.36)
    elif look.kind == "clock":
        reach = area.width() + area.height()
        path.moveTo(middle)
        path.arcTo(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), 90, -135)
        path.closeSubpath()
    else:
        return _half(area, look.direction)
    return path


def _half(area: QRect, direction: Direction) -> QPainterPath:
    """What has come in."""
    across, down = _WAYS[direction]
    path = QPainterPath()
    path.addRect(QRectF(area).translated(-across * area.width() / 2, -down * area.height() / 2))
    return path
