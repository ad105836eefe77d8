"""What an action of the editor is called, its key, what it does, and when it can work."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Menu: TypeAlias = Literal["Edit", "Clip", "Effects", "Timeline", "Mark", "View"]
Can: TypeAlias = Callable[[], bool]


@dataclass(frozen=True)
class ActionSpec:
    """`keys` are parted by "; ". `is_edit`: not in a read-only timeline. `is_everywhere`: the key
    works in the whole window, not only in the timeline panel."""

    name: str
    menu: Menu
    text: str
    keys: str
    run: Callable[[], object]
    can: Can | None = None
    is_edit: bool = True
    is_everywhere: bool = True
    tip: str = ""


def looking(
    name: str,
    menu: Menu,
    text: str,
    keys: str,
    run: Callable[[], object],
    *,
    can: Can | None = None,
    is_everywhere: bool = False,
) -> ActionSpec:
    """An action that changes nothing on the timeline, with a key in the timeline panel."""
    return ActionSpec(name, menu, text, keys, run, can, False, is_everywhere)
