"""Stop held down makes the shuttle keys slow: a tap is a frame, a longer press slow motion."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QApplication

SLOW = 4
"""Times slower than normal speed."""

_TAP_MILLISECONDS = 300
_LOST = (QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate)


class Jog(QObject):
    """Follows the key of `stop` while it is down, and only then looks at the program's events."""

    def __init__(self, stop: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held_key: int | None = None
        self._step: Callable[[], None] = _nothing
        self._waiting = QTimer(self, interval=_TAP_MILLISECONDS, singleShot=True)
        self._stepping = QTimer(self)
        self._waiting.timeout.connect(self._stepping.start)
        self._stepping.timeout.connect(self._on_step)
        stop.setAutoRepeat(False)
        stop.installEventFilter(self)

    @property
    def is_held(self) -> bool:
        return self._held_key is not None

    def push(self, step: Callable[[], None], frames_per_second: float) -> None:
        """Step now, and after a moment again and again until a key is let go."""
        self._step = step
        step()
        self._stepping.setInterval(max(1, round(1000 * SLOW / frames_per_second)))
        self._waiting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Shortcut and isinstance(watched, QAction):
            self._hold(cast(QShortcutEvent, event))
        elif kind == QEvent.Type.KeyRelease and self.is_held:
            self._release(cast(QKeyEvent, event))
        elif kind in _LOST and self.is_held:
            self._let_go()
        return False

    def _hold(self, event: QShortcutEvent) -> None:
        if not self.is_held:
            self._held_key = cast(Any, event.key())[0].key()  # typed without its parts
            cast(QApplication, QApplication.instance()).installEventFilter(self)

    def _release(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        self._rest()
        if event.key() == self._held_key:
            self._let_go()

    def _let_go(self) -> None:
        self._rest()
        self._held_key = None
        cast(QApplication, QApplication.instance()).removeEventFilter(self)

    def _on_step(self) -> None:
        self._step()

    def _rest(self) -> None:
        self._waiting.stop()
        self._stepping.stop()


def _nothing() -> None:
    """Nothing was pushed yet."""
