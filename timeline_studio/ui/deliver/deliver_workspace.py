"""The Deliver workspace: a list of panels at the left, the chosen one beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from timeline_studio.ui.deliver.library_panel import LibraryPanel
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import GAP, ICON_SIZE, WIDE_WINDOW

_LIST_WIDTH, _ICONS_WIDTH = 200, 56
_DETAIL_WIDTH, _DETAIL_NARROW = 400, 320


@dataclass(frozen=True)
class Section:
    title: str
    icon: str
    panel: LibraryPanel[Any]


class DeliverWorkspace(QWidget):
    section_shown = Signal(int)

    def __init__(self, sections: Sequence[Section], theme: Theme) -> None:
        super().__init__()
        self._sections = list(sections)
        self._counts = [""] * len(self._sections)
        self._is_wide = True
        self.list = QListWidget()
        self.list.setObjectName("deliver-list")
        self.list.setProperty("look", "sidebar")
        self.list.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Deliver"))
        self.stack = QStackedWidget()
        for number, section in enumerate(self._sections):
            self.list.addItem(QListWidgetItem(icon(theme, section.icon, "t2"), tr(section.title)))
            self.stack.addWidget(section.panel)
            section.panel.counted.connect(lambda count, n=number: self._on_counted(n, count))
        self.list.currentRowChanged.connect(self._on_chosen)
        side = QWidget()
        side_layout = QHBoxLayout(side)
        side_layout.setContentsMargins(GAP, GAP, GAP, GAP)
        side_layout.addWidget(self.list)
        self._side = side
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)

    def show_section(self, panel: QWidget) -> None:
        self.list.setCurrentRow(self.stack.indexOf(panel))

    def refresh(self) -> None:
        """List the shown panel now, the others for their counts."""
        for section in self._sections:
            section.panel.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_wide = self.window().width() >= WIDE_WINDOW
        self._side.setFixedWidth(_LIST_WIDTH if self._is_wide else _ICONS_WIDTH)
        for number, section in enumerate(self._sections):
            section.panel.set_detail_width(_DETAIL_WIDTH if self._is_wide else _DETAIL_NARROW)
            self._label(number)

    def _on_counted(self, number: int, count: str) -> None:
        self._counts[number] = count
        self._label(number)

    def _label(self, number: int) -> None:
        item, section = self.list.item(number), self._sections[number]
        words = f"{tr(section.title)}  {self._counts[number]}"
        item.setText(words if self._is_wide else "")
        item.setToolTip(words)

    def _on_chosen(self, row: int) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.stack.isAncestorOf(focus)
        self.stack.setCurrentIndex(row)
        if had_focus:  # else the search field would get it, and every key
            self._sections[row].panel.setFocus()
        self.section_shown.emit(row)
