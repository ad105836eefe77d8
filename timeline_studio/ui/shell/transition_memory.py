"""Remembers on this computer which transition is the default."""

import contextlib

import msgspec
from PySide6.QtCore import QObject

from timeline_studio.settings import Preferences
from timeline_studio.timeline.transition_look import TransitionLook
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.editor.editing_mode import EditingMode

_DEFAULT = "default_transition"


class TransitionMemory(QObject):
    """Shows what was kept; keeps what is chosen."""

    def __init__(self, preferences: Preferences, mode: EditingMode, tasks: BackgroundTasks) -> None:
        super().__init__(mode)
        self._preferences = preferences
        self._mode = mode
        self._tasks = tasks
        # What another version wrote is forgotten.
        with contextlib.suppress(msgspec.ValidationError):
            kept = preferences.get(_DEFAULT)
            if kept is not None:
                mode.set_transition(msgspec.convert(kept, type=TransitionLook))
        self._kept = mode.transition
        mode.changed.connect(self._keep)

    def _keep(self) -> None:
        look = self._mode.transition
        if look != self._kept:
            self._kept = look
            self._tasks.run(lambda: self._write(look))

    def _write(self, look: TransitionLook) -> None:
        # Where it cannot be written, nothing is lost but a convenience.
        with contextlib.suppress(OSError):
            self._preferences.set(_DEFAULT, msgspec.to_builtins(look))
