"""Remembers on this computer how the monitor is set."""

import contextlib

from PySide6.QtCore import QObject

from timeline_studio.settings import Preferences
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.monitor import MonitorPanel
from timeline_studio.ui.monitor.quality import QUALITIES

_MONITOR = "monitor"


class MonitorMemory(QObject):
    """The quality of playback, and the switches that say what is shown over the picture."""

    def __init__(
        self, preferences: Preferences, monitor: MonitorPanel, tasks: BackgroundTasks
    ) -> None:
        super().__init__(monitor)
        self._preferences = preferences
        self._tasks = tasks
        self._switches = monitor.switches
        kept = preferences.get(_MONITOR)
        self._show(kept if isinstance(kept, dict) else {})
        self._switches.quality_chosen.connect(self._keep)
        for switch in self._switches.kept:
            switch.toggled.connect(self._keep)

    def _show(self, kept: dict[str, object]) -> None:
        quality = kept.get("quality")
        if quality in QUALITIES:
            self._switches.choose_quality(quality)
        for switch in self._switches.kept:
            is_on = kept.get(switch.objectName())
            if isinstance(is_on, bool):
                switch.setChecked(is_on)

    def _keep(self) -> None:
        kept: dict[str, object] = {
            switch.objectName(): switch.isChecked() for switch in self._switches.kept
        }
        kept["quality"] = self._switches.quality
        self._tasks.run(lambda: self._write(kept))

    def _write(self, kept: dict[str, object]) -> None:
        # Where it cannot be written, nothing is lost but a convenience.
        with contextlib.suppress(OSError):
            self._preferences.set(_MONITOR, kept)
