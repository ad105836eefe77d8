"""Tells through the desktop what came to its end while the window was not in front."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

Show: TypeAlias = Callable[[str], None]


class DesktopNotice(QObject):
    """`show` puts words on the desktop; unasked that is the notification area's part, where there
    is one."""

    def __init__(self, window: QWidget, *, show: Show | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._show = show or self._show_in_tray
        self._tray: QSystemTrayIcon | None = None

    def tell(self, text: str) -> None:
        """Nothing where the window is in front: a toast says it there."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        self._show(text)

    def _show_in_tray(self, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip("Timeline Studio")
            self._tray.activated.connect(self._come_back)
            self._tray.messageClicked.connect(self._come_back)
        self._tray.show()
        self._tray.showMessage("Timeline Studio", text)

    def _come_back(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if self._tray is not None:
            self._tray.hide()
