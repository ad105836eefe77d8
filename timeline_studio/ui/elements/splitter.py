"""A splitter whose handle, pressed twice, collapses the panel beside it and brings it back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from timeline_studio.ui.theme.metrics import SPLITTER_WIDTH

_OPENED = 256


class CollapsingSplitter(QSplitter):
    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(SPLITTER_WIDTH)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def toggle_beside(self, handle: QSplitterHandle) -> None:
        """Collapse the smaller, collapsible neighbour of `handle`, or restore it."""
        number = self.indexOf(handle)
        sizes = self.sizes()
        near = [n for n in (number - 1, number) if self.isCollapsible(n)]
        if not near:
            return
        chosen = min(near, key=lambda n: sizes[n])
        other = number if chosen == number - 1 else number - 1
        was = sizes[chosen]
        now = 0 if was else _OPENED
        sizes[chosen], sizes[other] = now, sizes[other] + was - now
        self.setSizes(sizes)
        self.splitterMoved.emit(0, number)


class _Handle(QSplitterHandle):
    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        splitter = self.splitter()
        if isinstance(splitter, CollapsingSplitter):
            splitter.toggle_beside(self)
