"""The status bar: what the mouse may do here; the timeline's format, and the disk's room."""

import shutil

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.words import picture_text, rate_text, size_text
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, STATUS_BAR_HEIGHT
from timeline_studio.workflows.studio import Studio

_MESSAGE_MS = 8_000
_DISK_MS = 30_000


class StatusLine(QObject):
    def __init__(
        self, bar: QStatusBar, studio: Studio, tasks: BackgroundTasks, account: str
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._studio = studio
        self._tasks = tasks
        bar.setFixedHeight(STATUS_BAR_HEIGHT)
        bar.setSizeGripEnabled(False)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setContentsMargins(GAP, 0, 0, 0)
        self.format = QLabel()
        self.room = QLabel()
        bar.addWidget(self.hint)
        bar.setContentsMargins(0, 0, GAP, 0)
        for label in (self.format, self.room):
            label.setContentsMargins(GAP, 0, GAP_TIGHT, 0)
            bar.addPermanentWidget(label)
        self.account = button(account, "account", tip="Set up and choose accounts", look="status")
        self.account.setFixedHeight(STATUS_BAR_HEIGHT)
        bar.addPermanentWidget(self.account)
        self._timer = QTimer(self, interval=_DISK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def show_timeline(self, timeline: Timeline) -> None:
        self.format.setText(
            tr(
                "{size} · {rate} · {sound} kHz",
                size=picture_text(timeline.width, timeline.height),
                rate=rate_text(timeline.rate),
                sound=f"{timeline.sample_rate / 1000:g}",
            )
        )

    def say(self, text: str) -> None:
        """For a moment, in place of the hint."""
        self._bar.showMessage(text, _MESSAGE_MS)

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        self._tasks.run(
            lambda: shutil.disk_usage(self._studio.home.root).free,
            done=lambda free: self.room.setText(tr("{size} free", size=size_text(free))),
            failed=lambda _error: self.room.setText(""),
            priority=-1,
        )
