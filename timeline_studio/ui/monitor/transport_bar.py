"""Timecode, the transport's buttons, duration: the monitor's lowest row."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import timecode
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.monitor_actions import MonitorActions
from timeline_studio.ui.monitor.picture import end_of
from timeline_studio.ui.theme import font
from timeline_studio.ui.theme.metrics import CONTROL_HEIGHT, GAP, GAP_WIDE, ICON_SIZE

HEIGHT = 40
_NARROW = 380
_BUTTONS = ("to_start", "frame_back", "play", "frame_forward", "to_end")


class TransportBar(QWidget):
    """Everything fits at the monitor's smallest width; the buttons are centred beyond it."""

    def __init__(self, actions: MonitorActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.timecode = QLabel()
        self.timecode.setFont(font("timecode"))
        self.timecode.setObjectName("timecode")
        self.timecode.setAccessibleName(tr("Playhead"))
        self.duration = QLabel()
        self.duration.setFont(font("body"))
        self.duration.setObjectName("duration")
        self.duration.setProperty("look", "field")
        self.duration.setToolTip(tr("Duration"))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for name in _BUTTONS:
            buttons.addWidget(self._button(actions[name]))
        layout = self._layout = QGridLayout(self)
        layout.setHorizontalSpacing(0)
        layout.addWidget(self.timecode, 0, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(buttons, 0, 1)
        layout.addWidget(self.duration, 0, 2, Qt.AlignmentFlag.AlignRight)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = GAP if self.width() < _NARROW else GAP_WIDE
        self._layout.setContentsMargins(margin, 0, margin, 0)

    def show_time(self, time: int, timeline: Timeline) -> None:
        """Both as HH:MM:SS:FF."""
        self.timecode.setText(timecode(time, timeline.rate))
        self.duration.setText(timecode(end_of(timeline), timeline.rate))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}_button")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
