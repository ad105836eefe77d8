"""Keymaps as JSON files: those that are shipped, and those that people hand each other."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from timeline_studio.errors import StudioError
from timeline_studio.settings import resource
from timeline_studio.ui.commands.key_names import key_name
from timeline_studio.ui.commands.keymap import OWN, Keymap, Keys

_FORMAT = "timeline-studio-keymap"
_VERSION = 1
_MOST_BYTES = 1_000_000


class KeymapError(StudioError):
    """A file of keys that cannot be read or written."""


class _File(msgspec.Struct):
    format: str
    version: int
    name: str
    keys: dict[str, list[str]]
    note: str = ""


def read_keymap(path: Path) -> Keymap:
    """Raises KeymapError, which says what is wrong with the file."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise KeymapError(f"“{path.name}” is too large to be a keymap.")
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KeymapError(
            f"“{path.name}” cannot be read: {error.strerror or error}. Choose another file."
        ) from error
    except ValueError as error:
        raise KeymapError(
            f"“{path.name}” is no keymap: it is not JSON ({error}). Choose a file that "
            "“Export…” has written."
        ) from error
    return _keymap(document, path)


def write_keymap(path: Path, name: str, keys: Keys) -> None:
    """Raises KeymapError."""
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "name": name,
        "keys": {command_id: list(held) for command_id, held in sorted(keys.items())},
    }
    try:
        path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        raise KeymapError(
            f"The keys cannot be written to {path}: {error.strerror or error}. Choose another "
            "folder, or free some space."
        ) from error


def shipped_keymaps() -> list[Keymap]:
    """The program's own first, then those for people who come from another editor."""
    files = sorted(resource("keymaps").glob("*.json"))
    return [OWN, *(read_keymap(path) for path in files)]


def _keymap(document: Any, path: Path) -> Keymap:
    if not isinstance(document, Mapping) or document.get("format") != _FORMAT:
        raise KeymapError(
            f"“{path.name}” is no keymap of Timeline Studio. Choose a file that “Export…” has "
            "written."
        )
    if document.get("version") != _VERSION:
        raise KeymapError(
            f"“{path.name}” was written by a newer version of Timeline Studio. Update the program."
        )
    try:
        file = msgspec.convert(document, _File)
    except msgspec.ValidationError as error:
        raise KeymapError(f"“{path.name}” cannot be used as a keymap: {error}.") from error
    keys = {
        command_id: tuple(_checked(key, command_id, path) for key in dict.fromkeys(held))
        for command_id, held in file.keys.items()
    }
    return Keymap(path.stem, file.name, keys, file.note)


def _checked(key: str, command_id: str, path: Path) -> str:
    """The key's usual name."""
    name = key_name(key)
    if name is None:
        raise KeymapError(
            f"“{path.name}” names a key that no command can have: “{key}” for “{command_id}”. "
            "Correct it, or take the line out."
        )
    return name
