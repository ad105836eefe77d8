"""Which key calls which command: the keymap that was chosen, and the user's own changes to it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from timeline_studio.settings import Preferences
from timeline_studio.ui.commands.key_names import key_name
from timeline_studio.ui.commands.keymap import NO_KEYS, OWN, Keymap, Keys, laid_over
from timeline_studio.ui.commands.keymap_file import read_keymap, shipped_keymaps, write_keymap
from timeline_studio.ui.commands.registry import Command, CommandRegistry

_PREFERENCE = "keys"


class KeySettings(QObject):
    """Every keymap keeps the changes that were made to it, so that choosing another one loses
    nothing. `changed` is said after each change, when the actions have their keys."""

    changed = Signal()

    def __init__(
        self, registry: CommandRegistry, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.registry = registry
        self.keymaps = shipped_keymaps()
        self._preferences = preferences
        self._chosen, self._changes = _read(preferences.get(_PREFERENCE))
        self._apply()

    @property
    def chosen(self) -> Keymap:
        return next((each for each in self.keymaps if each.id == self._chosen), OWN)

    @property
    def changes(self) -> Keys:
        """The user's own, over the chosen keymap."""
        return self._changes.get(self.chosen.id, NO_KEYS)

    def choose(self, keymap: Keymap) -> None:
        self._chosen = keymap.id
        self._keep()

    def give(self, command_id: str, key: str) -> None:
        """Let `key` call this command too, and no other that would hear it."""
        taken = {
            rival.id: tuple(held for held in rival.keys if held != key)
            for rival in self.registry.rivals(command_id, key)
        }
        held = self.registry[command_id].keys
        given = held if key in held else (*held, key)
        self._change({**taken, command_id: given})

    def take(self, command_id: str, key: str) -> None:
        """Let `key` call this command no longer."""
        left = tuple(held for held in self.registry[command_id].keys if held != key)
        self._change({command_id: left})

    def is_changed(self, command: Command) -> bool:
        """Whether it has other keys than the chosen keymap gives it."""
        return command.keys != self._of_keymap()[command.id]

    def reset(self, command_id: str) -> None:
        """The keys of the chosen keymap again; they are taken from whoever has them now."""
        wanted = self._of_keymap()[command_id]
        self._change({command_id: ()})
        for key in wanted:
            self.give(command_id, key)

    def reset_all(self) -> None:
        self._changes.pop(self.chosen.id, None)
        self._keep()

    def bring_in(self, path: Path) -> list[str]:
        """Take the keys of a file over the program's own keymap. Returns the commands that it
        names and this program does not have. Raises KeymapError."""
        found = read_keymap(path)
        self._chosen = OWN.id
        self._changes[OWN.id] = {
            command_id: keys
            for command_id, keys in found.keys.items()
            if command_id in self.registry
        }
        self._keep()
        return [command_id for command_id in found.keys if command_id not in self.registry]

    def hand_out(self, path: Path) -> None:
        """Write every command's keys to a file. Raises KeymapError."""
        write_keymap(path, self.chosen.name, {each.id: each.keys for each in self.registry})

    def _of_keymap(self) -> Keys:
        return laid_over(self.registry, [self.chosen.keys])

    def _change(self, changes: Keys) -> None:
        self._changes[self.chosen.id] = {**self.changes, **changes}
        self._keep()

    def _keep(self) -> None:
        """Where the disk takes nothing, they hold until the program ends."""
        self._apply()
        kept = {
            "keymap": self._chosen,
            "changes": {
                keymap: {command_id: list(keys) for command_id, keys in changes.items()}
                for keymap, changes in self._changes.items()
            },
        }
        with suppress(OSError):
            self._preferences.set(_PREFERENCE, kept)

    def _apply(self) -> None:
        self.registry.apply(laid_over(self.registry, [self.chosen.keys, self.changes]))
        self.changed.emit()


def _read(kept: Any) -> tuple[str, dict[str, Keys]]:
    """What was kept, as far as it can be understood: nothing in it is anyone's work."""
    if not isinstance(kept, Mapping) or not isinstance(kept.get("changes"), Mapping):
        return OWN.id, {}
    changes = {
        keymap: _read_keys(held)
        for keymap, held in kept["changes"].items()
        if isinstance(held, Mapping)
    }
    return str(kept.get("keymap")), changes


def _read_keys(held: Mapping[str, Any]) -> Keys:
    return {
        command_id: _names(keys) for command_id, keys in held.items() if isinstance(keys, Sequence)
    }


def _names(keys: Sequence[Any]) -> tuple[str, ...]:
    names = [key_name(key) for key in keys if isinstance(key, str)]
    return tuple(name for name in names if name is not None)
