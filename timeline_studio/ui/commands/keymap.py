"""Keys by command: of another editor, of a file, or one's own; laid over the defaults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from timeline_studio.ui.commands.registry import CommandRegistry, meet

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys of commands, by the commands' ids."""

NO_KEYS: Keys = MappingProxyType({})


@dataclass(frozen=True)
class Keymap:
    """Only what differs from the program's own keys. `note` says where the keys were read."""

    id: str
    name: str
    keys: Keys = field(default_factory=dict)
    note: str = ""


OWN = Keymap("timeline-studio", "Timeline Studio")


def laid_over(registry: CommandRegistry, layers: Sequence[Keys]) -> dict[str, tuple[str, ...]]:
    """The defaults with each layer over them. A key that a layer gives to one command is taken
    from those it does not speak of; commands that are not known here are passed over."""
    keys = registry.defaults()
    for layer in layers:
        known = {each: wanted for each, wanted in layer.items() if each in registry}
        keys |= known
        for command_id in keys.keys() - known.keys():
            keys[command_id] = tuple(
                key for key in keys[command_id] if not _is_given(registry, known, command_id, key)
            )
    return keys


def _is_given(registry: CommandRegistry, layer: Keys, command_id: str, key: str) -> bool:
    scope = registry[command_id].scope
    return any(
        key in given and meet(scope, registry[other].scope) for other, given in layer.items()
    )
