"""What is kept only to be quick: how much it is, and clearing it."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from timeline_studio.errors import StudioError
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.proxies import PROXY_JOB
from timeline_studio.workflows.proxy_shelf import PROXY_FOLDER
from timeline_studio.workflows.studio import Studio

CacheName: TypeAlias = Literal["waveforms", "segments", "rungs", "footage", "proxies"]

_FOLDERS: Final[dict[CacheName, str]] = {
    "waveforms": "",  # files in the cache's own folder
    "segments": "segments",
    "rungs": "rungs",
    "footage": "objects",
    "proxies": PROXY_FOLDER,
}
_USERS: Final[dict[CacheName, tuple[str, ...]]] = {
    "segments": (EXPORT_JOB,),
    "rungs": (LOCAL_TRANSCODE,),
    "footage": (EXPORT_JOB, LOCAL_TRANSCODE),
    "proxies": (PROXY_JOB,),
}


class CacheInUseError(StudioError):
    """A job reads and writes there just now."""


@dataclass(frozen=True)
class CacheSize:
    name: CacheName
    size_bytes: int


def cache_sizes(studio: Studio) -> list[CacheSize]:
    """Of every cache of the account."""
    return [CacheSize(name, sum(_size(path) for path in _files(studio, name))) for name in _FOLDERS]


def clear_cache(studio: Studio, name: CacheName) -> int:
    """Delete all of it; it is made, or fetched, again where it is needed. Returns the bytes freed.

    Raises CacheInUseError while a job needs it.
    """
    users = _USERS.get(name, ())
    if users and studio.queue.list(types=users, statuses=["processing"]):
        raise CacheInUseError(
            "An export or a transcode that runs needs these files. Clear them when it has ended, "
            "or pause it in the outbox first."
        )
    freed = 0
    for path in _files(studio, name):
        size = _size(path)
        with suppress(FileNotFoundError):
            path.unlink()
            freed += size
    if folder := _FOLDERS[name]:
        shutil.rmtree(studio.home.cache / folder, ignore_errors=True)
    return freed


def _files(studio: Studio, name: CacheName) -> Iterator[Path]:
    folder = studio.home.cache / _FOLDERS[name]
    found = folder.rglob("*") if _FOLDERS[name] else folder.glob("*")
    return (path for path in found if path.is_file())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # its owner was quicker
        return 0
