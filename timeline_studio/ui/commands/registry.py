"""The one list of all that the window can be told to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from timeline_studio.ui.commands.actions import keys_of, set_keys
from timeline_studio.ui.commands.symbols import symbol_of
from timeline_studio.ui.language import tr

_SOMETHING = "There is nothing here that it could work on."


@dataclass(frozen=True)
class Command:
    """`id` is stable: keymaps name it. `name` is what it is called where no menu stands around it;
    it is the action's text but where `is_renamed`. `why_not` says in words why it cannot work now;
    it may be empty. `scope` is where its keys work: "window", or the name of a panel."""

    id: str
    name: str
    is_renamed: bool
    category: str
    action: QAction
    default_keys: tuple[str, ...]
    scope: str
    symbol: str
    why_not: Callable[[], str]

    @property
    def title(self) -> str:
        """What it would do now: "Undo Split"."""
        text = self.action.text().rstrip("…")
        return self.name if self.is_renamed else text

    @property
    def keys(self) -> tuple[str, ...]:
        return keys_of(self.action)

    @property
    def is_possible(self) -> bool:
        return self.action.isEnabled()

    @property
    def reason(self) -> str:
        """Why it cannot work now; empty where it can."""
        return "" if self.is_possible else tr(self.why_not() or _SOMETHING)


class CommandRegistry(QObject):
    """Iterate for all commands, in the order of the menus; `registry["timeline.split"]`."""

    keys_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def __contains__(self, command_id: object) -> bool:
        return command_id in self._commands

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def __len__(self) -> int:
        return len(self._commands)

    def add(
        self,
        area: str,
        action: QAction,
        category: str,
        *,
        name: str = "",
        why_not: Callable[[], str] = str,
    ) -> None:
        """`area` is the panel that the action belongs to, or "window". Its present keys are its
        default."""
        is_everywhere = action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
        command_id = f"{area}.{action.objectName()}"
        command = Command(
            id=command_id,
            name=tr(name) or action.text().rstrip("…"),
            is_renamed=bool(name),
            category=tr(category),
            action=action,
            default_keys=keys_of(action),
            scope="window" if is_everywhere else area,
            symbol=symbol_of(command_id, category),
            why_not=why_not,
        )
        self._commands[command.id] = command

    def categories(self) -> list[str]:
        """In the order in which they came."""
        return list(dict.fromkeys(command.category for command in self))

    def defaults(self) -> dict[str, tuple[str, ...]]:
        return {command.id: command.default_keys for command in self}

    def apply(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give each command these keys; one that is not named keeps what it has."""
        for command_id, wanted in keys.items():
            command = self._commands[command_id]
            if command.keys != tuple(wanted):
                set_keys(command.action, wanted)
        self.keys_changed.emit()

    def rivals(self, command_id: str, key: str) -> list[Command]:
        """The other commands that `key` would call where this one is called by it."""
        scope = self._commands[command_id].scope
        return [
            command
            for command in self
            if command.id != command_id and key in command.keys and meet(scope, command.scope)
        ]


def meet(scope: str, other: str) -> bool:
    """Whether a key in one would be heard in the other, too."""
    return scope == other or "window" in (scope, other)
