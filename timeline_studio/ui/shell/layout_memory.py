"""The window's place and the panels' sizes, remembered on this computer."""

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
        if not self._window.restoreGeometry(_bytes(kept["window"])):
            return False
        splitters = kept.get("splitters")
        if isinstance(splitters, list) and len(splitters) == 2:
            self._workspace.keep_sizes()
            for splitter, state in zip(self._workspace.splitters(), splitters, strict=True):
                splitter.restoreState(_bytes(str(state)))
        return True

    def keep(self) -> None:
        kept: dict[str, object] = {"window": _text(self._window.saveGeometry())}
        if not self._workspace.follows_window:
            kept["splitters"] = [_text(s.saveState()) for s in self._workspace.splitters()]
        # A layout that cannot be written is no reason to hold up closing.
        with contextlib.suppress(OSError):
            self._preferences.set(_LAYOUT, kept)


def _text(data: QByteArray) -> str:
    return data.toBase64().toStdString()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))
