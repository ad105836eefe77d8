"""Mouse pointers of the tools: white with a black edge, 24 px."""

from functools import cache
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen, QPixmap

PointerShape: TypeAlias = Literal[
    "trim_start", "trim_end", "ripple_start", "ripple_end", "roll", "slip", "slide",
    "blade", "length",
]  # fmt: skip

_SIDE = 24
_YELLOW = QColor("#FFD34D")


@cache
def pointer(shape: PointerShape) -> QCursor:
    """Made when first shown; needs a QGuiApplication."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = _PATHS[shape]()
    fill = _YELLOW if shape in ("ripple_start", "ripple_end") else QColor(Qt.GlobalColor.white)
    for color, width in ((QColor(Qt.GlobalColor.black), 4.5), (fill, 2.0)):
        painter.setPen(QPen(color, width))
        painter.drawPath(path)
    painter.end()
    return QCursor(pixmap, _SIDE // 2, _SIDE // 2)


def _arrows(path: QPainterPath, left: float, right: float) -> None:
    middle = _SIDE / 2
    path.moveTo(left, middle)
    path.lineTo(right, middle)
    for tip, inwards in ((left, 4), (right, -4)):
        path.moveTo(tip + inwards, middle - 4)
        path.lineTo(tip, middle)
        path.lineTo(tip + inwards, middle + 4)


def _bracket(path: QPainterPath, x: float, opens: float) -> None:
    path.moveTo(x + opens, 4)
    path.lineTo(x, 4)
    path.lineTo(x, 20)
    path.lineTo(x + opens, 20)


def _trim_start() -> QPainterPath:
    """`[↔`"""
    path = QPainterPath()
    _bracket(path, 4, 4)
    _arrows(path, 8, 22)
    return path


def _trim_end() -> QPainterPath:
    """`↔]`"""
    path = QPainterPath()
    _bracket(path, 20, -4)
    _arrows(path, 2, 16)
    return path


def _length() -> QPainterPath:
    path = QPainterPath()
    _arrows(path, 3, 21)
    return path


def _blade() -> QPainterPath:
    path = QPainterPath()
    path.addRect(8, 3, 8, 12)
    path.moveTo(12, 15)
    path.lineTo(12, 22)
    return path


def _ripple_start() -> QPainterPath:
    """`[↔` with a tail: what is later follows."""
    path = _trim_start()
    path.moveTo(4, 20)
    path.lineTo(20, 20)
    return path


def _ripple_end() -> QPainterPath:
    path = _trim_end()
    path.moveTo(20, 20)
    path.lineTo(4, 20)
    return path


def _roll() -> QPainterPath:
    """`]↔[`"""
    path = QPainterPath()
    _bracket(path, 10, -4)
    _bracket(path, 14, 4)
    for tip, inwards in ((1, 3), (23, -3)):
        path.moveTo(tip + inwards, 9)
        path.lineTo(tip, 12)
        path.lineTo(tip + inwards, 15)
    return path


def _slip() -> QPainterPath:
    """A frame with arrows inside."""
    path = QPainterPath()
    path.addRect(2, 5, 20, 14)
    _arrows(path, 6, 18)
    return path


def _slide() -> QPainterPath:
    """A block with arrows outside."""
    path = QPainterPath()
    path.addRect(8, 6, 8, 12)
    for tip, inwards in ((1, 4), (23, -4)):
        path.moveTo(tip + inwards, 8)
        path.lineTo(tip, 12)
        path.lineTo(tip + inwards, 16)
    return path


_PATHS = {
    "trim_start": _trim_start,
    "trim_end": _trim_end,
    "ripple_start": _ripple_start,
    "ripple_end": _ripple_end,
    "roll": _roll,
    "slip": _slip,
    "slide": _slide,
    "blade": _blade,
    "length": _length,
}
