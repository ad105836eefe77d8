"""The window's own QActions: timelines, media, workspaces, delivery."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from timeline_studio.ui.commands.actions import made_action


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

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())


def _made(window: QMainWindow, command: Command) -> QAction:
    action = made_action(window, command.name, command.text, command.keys, tip=command.tip)
    if command.is_on is not None:
        action.setCheckable(True)
        action.setChecked(command.is_on)
    action.triggered.connect(lambda: command.call())  # noqa: PLW0108 - drops `checked`
    return action
