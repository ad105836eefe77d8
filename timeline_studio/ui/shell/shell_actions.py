"""The window's own QActions: timelines, media, workspaces, delivery."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True)
class Command:
    name: str
    text: str
    keys: str
    call: Callable[[], object]
    tip: str = ""
    is_on: bool | None = None
    """Of a switch; None for what is done at once."""


class ShellActions:
    """`actions["export"]`; every one has a text, and a tip with its key."""

    def __init__(self, window: QMainWindow, commands: list[Command]) -> None:
        self._actions = {command.name: _made(window, command) for command in commands}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]


def _made(window: QMainWindow, command: Command) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    keys = [QKeySequence(key) for key in command.keys.split("; ") if key]
    action.setShortcuts(keys)
    if command.is_on is not None:
        action.setCheckable(True)
        action.setChecked(command.is_on)
    tip = command.tip or command.text.rstrip("…")
    shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    action.setToolTip(f"{tip} ({shown})" if shown else tip)
    action.triggered.connect(lambda: command.call())  # noqa: PLW0108 - drops `checked`
    return action
