"""The files of a folder in the order of their keys."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_by_key(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    """Regular files whose key, their path below `folder`, begins with `prefix`, by key.

    Keys sort as whole strings: `a.txt` comes before `a/b`, because a dot sorts before a slash.
    Symbolic links are left out. A folder that vanishes meanwhile counts as empty.
    """
    start = prefix.rpartition("/")[0]
    yield from _walk(folder / start if start else folder, f"{start}/" if start else "", prefix)


def _walk(folder: Path, key_so_far: str, prefix: str) -> Iterator[tuple[str, Path]]:
    for name, is_folder in _sorted_entries(folder):
        key = key_so_far + name
        if is_folder and (key.startswith(prefix) or prefix.startswith(key)):
            yield from _walk(folder / name.removesuffix("/"), key, prefix)
        elif not is_folder and key.startswith(prefix):
            yield key, folder / name


def _sorted_entries(folder: Path) -> list[tuple[str, bool]]:
    """Names with whether each is a folder; folders carry the slash that they sort by."""
    try:
        with os.scandir(folder) as entries:
            found = [
                (f"{entry.name}/", True)
                if entry.is_dir(follow_symlinks=False)
                else (entry.name, False)
                for entry in entries
                if not entry.is_symlink()
            ]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found)
