"""The Edit workspace: bin, monitor and inspector over the timeline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from timeline_studio.ui.elements.splitter import CollapsingSplitter
from timeline_studio.ui.theme.metrics import MONITOR_MINIMUM_WIDTH, WIDE_WINDOW

_WIDE = (400, 1112, 400)
_NARROW = (256, 716, 300)
_UPPER_WIDE, _UPPER_NARROW = 560, 366


class EditWorkspace(QWidget):
    """Sizes follow the window until the user moves a splitter."""

    def __init__(
        self, media: QWidget, monitor: QWidget, inspector: QWidget, timeline: QWidget
    ) -> None:
        super().__init__()
        self.panels = (media, monitor, inspector, timeline)
        monitor.setMinimumWidth(MONITOR_MINIMUM_WIDTH)
        self.columns = CollapsingSplitter(Qt.Orientation.Horizontal)
        for panel in (media, monitor, inspector):
            self.columns.addWidget(panel)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self.rows = CollapsingSplitter(Qt.Orientation.Vertical)
        self.rows.addWidget(self.columns)
        self.rows.addWidget(timeline)
        self.rows.setStretchFactor(1, 1)
        self.rows.setCollapsible(1, False)
        self._is_own_size = True
        for splitter in (self.columns, self.rows):
            splitter.splitterMoved.connect(self._on_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)
        self._maximised: QWidget | None = None

    def toggle_maximised(self, panel: QWidget) -> None:
        """Give the whole workspace to one panel, or give it back."""
        chosen = None if self._maximised is panel else panel
        self._maximised = chosen
        for each in self.panels:
            each.setVisible(chosen is None or each is chosen)
        self.columns.setVisible(chosen is not self.panels[3])

    def splitters(self) -> tuple[QSplitter, QSplitter]:
        return self.columns, self.rows

    @property
    def follows_window(self) -> bool:
        return self._is_own_size

    def keep_sizes(self) -> None:
        """The user's sizes are in place: don't follow the window any more."""
        self._is_own_size = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_own_size:
            is_wide = self.width() >= WIDE_WINDOW
            left, _, right = _WIDE if is_wide else _NARROW
            self.columns.setSizes([left, self.width() - left - right - 8, right])
            upper = _UPPER_WIDE if is_wide else _UPPER_NARROW
            upper = min(upper, max(240, round(self.height() * 0.55)))
            self.rows.setSizes([upper, self.height() - upper - 4])

    def _on_moved(self, _position: int, _index: int) -> None:
        self._is_own_size = False
