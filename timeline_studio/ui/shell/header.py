"""The window's header: which timeline, how safe, where to work, what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button, label, tool_button
from timeline_studio.ui.elements.tab_row import TabRow
from timeline_studio.ui.language import tr, tr_count
from timeline_studio.ui.picker.picker_button import PickerButton
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE, HEADER_HEIGHT

_CHIP_WIDTH = 110
_ARROW_WIDTH = 28


class Header(QFrame):
    """Picker and "Saved" left, workspaces centred, jobs, Export and Send to HLS right."""

    def __init__(self, picker: PickerButton, workspaces: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "header")
        self.setFixedHeight(HEADER_HEIGHT + 1)
        self.picker = picker
        self.saved = label("", "secondary")
        self.saved.setObjectName("saved")
        self.workspaces = TabRow(workspaces)
        self.jobs = button("", "jobs", tip="Show the Outbox: all that is on its way", look="chip")
        self.jobs.setMinimumWidth(_CHIP_WIDTH)  # it must not jump with every per cent
        self.jobs.hide()
        self.export = button("Export", "export")
        self.presets = tool_button(theme, "down", "Export as: presets, and more")
        self.presets.setObjectName("export-presets")
        self.presets.setFixedWidth(_ARROW_WIDTH)
        self.send = button("Send to HLS", "send", look="primary")
        self.profiles = tool_button(theme, "down", "Send as: profiles")
        self.profiles.setObjectName("send-profiles")
        self.profiles.setFixedWidth(_ARROW_WIDTH)
        for tall in (self.export, self.send):
            tall.setProperty("tall", "true")
        buttons = (self.jobs, self.export, self.presets, self.send, self.profiles)
        for each in (picker, *buttons):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP_WIDE, 0, GAP_WIDE, 0)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)
        left = self._row(picker, self.saved)
        right = self._row(*buttons)
        layout.addWidget(left, 0, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.workspaces, 0, 1, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(right, 0, 2, Qt.AlignmentFlag.AlignRight)

    def show_jobs(self, count: int, percent: int, *, failed: int = 0, paused: int = 0) -> None:
        """What is on its way; where that is nothing, what failed and nobody has seen to, or what
        rests."""
        self.jobs.setVisible(count + failed + paused > 0)
        if count:
            self.jobs.setText(
                tr_count(count, "{n} job · {percent} %", "{n} jobs · {percent} %", percent=percent)
            )
        elif failed:
            self.jobs.setText(tr("{failed} failed", failed=failed))
        elif paused:
            self.jobs.setText(tr("{paused} paused", paused=paused))

    @staticmethod
    def _row(*widgets: QWidget) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in widgets:
            layout.addWidget(widget)
        return row
