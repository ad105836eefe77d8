"""Clip names as laid-out text, kept: laying text out costs more than painting it."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText

_NARROWEST = 14
_KEPT = 4096


class Labels:
    """Texts in one font, cut with an ellipsis to the room that there is."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.height = self._metrics.height()
        self._width = lru_cache(_KEPT)(self._metrics.horizontalAdvance)
        self._fitted = lru_cache(_KEPT)(self._lay_out)

    def fitted(self, text: str, room: int) -> QStaticText | None:
        """`text` in at most `room` pixels; None where not even an ellipsis has room."""
        width = self._width(text)
        if width <= room:
            return self._fitted(text, width)
        return self._fitted(text, room) if room >= _NARROWEST else None

    def width(self, text: str) -> int:
        return self._width(text)

    def _lay_out(self, text: str, room: int) -> QStaticText:
        if self._width(text) > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        laid_out = QStaticText(text)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(font=self.font)
        return laid_out
