"""The window's place and its panels' layout, remembered on this computer."""

import contextlib

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from timeline_studio.settings import Preferences
from timeline_studio.ui.shell.edit_workspace import EditWorkspace

_LAYOUT = "window_layout"


class LayoutMemory:
    def __init__(
        self, preferences: Preferences, window: QMainWindow, workspace: EditWorkspace
    ) -> None:
        self._preferences = preferences
        self._window = window
        self._workspace = workspace

    def restore(self) -> bool:
        """False where there is nothing to restore."""
        kept = self._preferences.get(_LAYOUT)
        if not isinstance(kept, dict) or not isinstance(kept.get("window"), str):
            return False
        if not self._window.restoreGeometry(QByteArray.fromBase64(kept["window"].encode())):
            return False
        workspaces = kept.get("workspaces")
        if isinstance(workspaces, dict):
            self._workspace.restore(workspaces)
        return True

    def keep(self) -> None:
        kept: dict[str, object] = {
            "window": self._window.saveGeometry().toBase64().toStdString(),
            "workspaces": self._workspace.kept(),
        }
        # A layout that cannot be written is no reason to hold up closing.
        with contextlib.suppress(OSError):
            self._preferences.set(_LAYOUT, kept)
