"""The commands that the palette ran last, remembered on this computer."""

from collections.abc import Iterator
from contextlib import suppress

from timeline_studio.settings import Preferences

_PREFERENCE = "recent_commands"
_MOST = 20


class RecentCommands:
    """Iterate for their ids, the last one first."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        kept = preferences.get(_PREFERENCE)
        self._ids = [each for each in kept if isinstance(each, str)] if _is_list(kept) else []

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def remember(self, command_id: str) -> None:
        """Where the disk takes nothing, until the program ends."""
        self._ids = [command_id, *(each for each in self._ids if each != command_id)][:_MOST]
        with suppress(OSError):
            self._preferences.set(_PREFERENCE, self._ids)


def _is_list(kept: object) -> bool:
    return isinstance(kept, list)
