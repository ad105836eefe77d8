"""Bin, monitor and inspector over the timeline: the workspaces Edit and Review."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from timeline_studio.ui.elements.splitter import CollapsingSplitter
from timeline_studio.ui.shell.arrangement import (
    EDIT,
    INSPECTOR,
    MEDIA,
    MONITOR,
    TIMELINE,
    arrangements,
)
from timeline_studio.ui.shell.floating_panel import FloatingPanel
from timeline_studio.ui.theme.metrics import MONITOR_MINIMUM_WIDTH

_TITLES = {
    MEDIA: "Media",
    MONITOR: "Monitor",
    INSPECTOR: "Inspector",
    TIMELINE: "Timeline",
}
PANEL_SWITCHES = ("show_media", "show_inspector", "show_timeline")
"""The commands that show and hide `hideable`, in its order."""


class EditWorkspace(QWidget):
    """Sizes follow the window until the user moves a splitter, in each arrangement by itself."""

    shown_changed = Signal()  # which panels are shown

    def __init__(
        self, media: QWidget, monitor: QWidget, inspector: QWidget, timeline: QWidget
    ) -> None:
        super().__init__()
        self.panels = (media, monitor, inspector, timeline)
        self.hideable = (media, inspector, timeline)
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
        self._arrangements = arrangements()
        self._now = self._arrangements[EDIT]
        self._maximised: QWidget | None = None
        self._floating: dict[int, FloatingPanel] = {}
        for splitter in (self.columns, self.rows):
            splitter.splitterMoved.connect(lambda *_: self._keep_sizes())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)

    def arrange(self, name: str) -> None:
        """Lay the panels out as this workspace's user left them."""
        self._now = self._arrangements[name]
        self._maximised = None
        self._show_panels()
        self._size_panels()

    def reset(self) -> None:
        """Every panel where the program puts it."""
        self.dock_all()
        self._now.reset()
        self._maximised = None
        self._show_panels()
        self._size_panels()

    def is_shown(self, panel: QWidget) -> bool:
        return self.panels.index(panel) not in self._now.hidden

    def set_shown(self, panel: QWidget, shown: bool) -> None:
        number = self.panels.index(panel)
        if shown:
            self._now.hidden.discard(number)
        else:
            self.dock(panel)
            self._now.hidden.add(number)
        self._show_panels()

    def toggle_maximised(self, panel: QWidget) -> None:
        """Give the whole workspace to one panel, or give it back."""
        if self.panels.index(panel) not in self._floating:
            self._maximised = None if self._maximised is panel else panel
            self._show_panels()

    def toggle_floating(self, panel: QWidget) -> None:
        """Give the panel a window of its own, or put it back."""
        number = self.panels.index(panel)
        if number in self._floating:
            self.dock(panel)
            return
        self._maximised = None
        actions = self.window().findChildren(QAction)
        floating = FloatingPanel(panel, _TITLES[number], self.window())
        floating.take_keys(actions)
        floating.closed.connect(lambda: self.dock(panel))
        self._floating[number] = floating
        self._show_panels()
        floating.show()

    def dock(self, panel: QWidget) -> None:
        """Back to its place, where it has a window of its own."""
        number = self.panels.index(panel)
        floating = self._floating.pop(number, None)
        if floating is None:
            return
        if number == TIMELINE:
            self.rows.addWidget(panel)
        else:
            before = [n for n in self._floating if n < number]
            self.columns.insertWidget(number - len(before), panel)
        floating.hide()
        floating.deleteLater()
        self._show_panels()
        self._size_panels()

    def dock_all(self) -> None:
        for panel in [floating.panel for floating in self._floating.values()]:
            self.dock(panel)

    def kept(self) -> dict[str, Any]:
        """For the preferences."""
        return {name: each.kept() for name, each in self._arrangements.items()}

    def restore(self, kept: dict[str, object]) -> None:
        for name, arrangement in self._arrangements.items():
            arrangement.restore(kept.get(name))
        self._show_panels()
        self._size_panels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._now.follows_window:
            self._size_panels()

    def _show_panels(self) -> None:
        for number, panel in enumerate(self.panels):
            if number not in self._floating:
                is_chosen = self._maximised is None or self._maximised is panel
                panel.setVisible(is_chosen and number not in self._now.hidden)
        upper = (MEDIA, MONITOR, INSPECTOR)
        self.columns.setVisible(any(self._is_in_place(number) for number in upper))
        self.shown_changed.emit()

    def _is_in_place(self, number: int) -> bool:
        return number not in self._floating and not self.panels[number].isHidden()

    def _size_panels(self) -> None:
        """A panel that is away leaves its place to the others."""
        columns, rows = self._now.columns, self._now.rows
        if columns is not None and rows is not None:
            self.columns.restoreState(columns)
            self.rows.restoreState(rows)
            return
        widths, heights = self._now.sizes(self.width(), self.height())
        self.columns.setSizes(_in_place(self.columns, widths, self.panels))
        self.rows.setSizes(heights)

    def _keep_sizes(self) -> None:
        self._now.columns = self.columns.saveState()
        self._now.rows = self.rows.saveState()


def _in_place(splitter: QSplitter, sizes: list[int], panels: tuple[QWidget, ...]) -> list[int]:
    """The sizes of those that the splitter holds."""
    held = [splitter.widget(n) for n in range(splitter.count())]
    return [size for size, panel in zip(sizes, panels, strict=False) if panel in held]
