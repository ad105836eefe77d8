"""The lines and names behind a scope."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_studio.ui.scopes.counting import LEVELS, place
from timeline_studio.ui.scopes.drawing import Scope
from timeline_studio.ui.theme import font

LABELS = 36
"""Pixels at the left for the names of levels."""

_LINE, _WORDS = QColor("#4A4A4A"), QColor("#B4B4B4")  # on a dark ground in both themes
_SHARES = (0, 25, 50, 75, 100)
_BARS = {"R": (1, 0, 0), "Mg": (1, 0, 1), "B": (0, 0, 1), "Cy": (0, 1, 1), "G": (0, 1, 0)}
_BARS["Yl"] = (1, 1, 0)
_BOX = 5
_SKIN_DEGREES = 123  # the I axis of NTSC, near which skin of every kind lies


def vector_targets() -> dict[str, tuple[float, float]]:
    """Where the colours of 75 % bars lie: shares of the scope, from its left and top."""
    found = {}
    for name, color in _BARS.items():
        pixel = np.rint(np.array([[color]], np.float32) * 0.75 * 255).astype(np.uint8)
        across, down = place(pixel)
        middle = 0.5  # of a level's own pixel
        found[name] = ((across.item() + middle) / LEVELS, (down.item() + middle) / LEVELS)
    return found


def area_of(scope: Scope, room: QRectF) -> QRectF:
    """Where the scope's picture goes: beside its labels, or a square."""
    if scope == "vectorscope":
        side = min(room.width(), room.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(room.center())
        return square
    left = LABELS if scope != "histogram" else 0
    return room.adjusted(left, 0, 0, -16 if scope == "histogram" else 0)


def paint_graticule(painter: QPainter, scope: Scope, area: QRectF) -> None:
    painter.setFont(font("ruler"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, scope == "vectorscope")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if scope == "vectorscope":
        _paint_vectors(painter, area)
    elif scope == "histogram":
        _paint_levels_across(painter, area)
    else:
        _paint_levels_up(painter, area, columns=3 if scope == "parade" else 1)


def _paint_levels_up(painter: QPainter, area: QRectF, columns: int) -> None:
    for share in _SHARES:
        y = area.bottom() - area.height() * share / 100
        painter.setPen(_LINE)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(_WORDS)
        top = min(max(y - 7, area.top()), area.bottom() - 14)
        box = QRectF(area.left() - LABELS, top, LABELS - 6, 14)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(share)
        )
    painter.setPen(_LINE)
    for column in range(1, columns):
        x = area.left() + area.width() * column / columns
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _paint_levels_across(painter: QPainter, area: QRectF) -> None:
    for share in _SHARES:
        x = area.left() + area.width() * share / 100
        painter.setPen(_LINE)
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(_WORDS)
        left = min(max(x - 16, area.left()), area.right() - 32)
        side = {0: Qt.AlignmentFlag.AlignLeft, 100: Qt.AlignmentFlag.AlignRight}
        align = side.get(share, Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(QRectF(left, area.bottom() + 2, 32, 14), align, str(share))


def _paint_vectors(painter: QPainter, area: QRectF) -> None:
    centre = area.center()
    painter.setPen(_LINE)
    painter.drawEllipse(area)
    painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
    painter.drawLine(QPointF(centre.x(), area.top()), QPointF(centre.x(), area.bottom()))
    angle, radius = np.deg2rad(_SKIN_DEGREES), area.width() / 2
    painter.setPen(QPen(_LINE, 1, Qt.PenStyle.DashLine))
    painter.drawLine(centre, centre + QPointF(np.cos(angle), -np.sin(angle)) * radius)
    for name, (across, down) in vector_targets().items():
        target = QPointF(area.left() + across * area.width(), area.top() + down * area.height())
        painter.setPen(_WORDS)
        painter.drawRect(QRectF(target.x() - _BOX, target.y() - _BOX, 2 * _BOX, 2 * _BOX))
        outwards = QPointF(17, 0) if target.x() >= centre.x() else QPointF(-17, 0)
        box = QRectF(0, 0, 22, 14)
        box.moveCenter(target + outwards)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
